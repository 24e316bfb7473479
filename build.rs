//! Compiles the data files of the house into constants.
fn main() {}
