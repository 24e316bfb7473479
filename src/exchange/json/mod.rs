//! JSON as a save file needs it: objects keep the order of their keys, and numbers stay as they were written.
//!
//! A general library would weigh ten times as much in the page, and would turn what it does not know into floating
//! point. Here an amount of thirty digits, which no build of ours wrote, comes out again digit by digit.
//!
//! ```
//! use cermin_koperasi::exchange::json;
//! let value = json::parse(r#"{ "z": 1.50, "a": [true, null] }"#)?;
//! assert_eq!(value["a"][0].as_bool(), Some(true));
//! assert_eq!(value.to_string(), r#"{"z":1.50,"a":[true,null]}"#);
//! # Ok::<(), json::Fault>(())
//! ```

mod number;
mod parser;

mod value;
mod writer;

pub use number::{Number, Unfit};
pub use parser::{DEEPEST, Fault, parse};
pub use value::{Map, Value};
pub(super) use writer::sorted;
