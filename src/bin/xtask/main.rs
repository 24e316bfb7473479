//! Tasks of the house: `cargo xtask build | serve | test | size`.
fn main() {}
