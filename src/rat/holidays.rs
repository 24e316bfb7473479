//! Indonesia's national holidays and joint leave, from `src/rulebook/books/holidays-id.toml`.

#[allow(missing_docs, clippy::all, clippy::pedantic, reason = "written by the build")]
mod compiled {
    use crate::calendar::{Holiday, Holidays};
    include!(concat!(env!("OUT_DIR"), "/holidays.rs"));
}

pub use compiled::{ANNOUNCED_UNTIL, INDONESIA, SOURCE};
