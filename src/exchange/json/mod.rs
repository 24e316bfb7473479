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

mod map;
mod number;
mod parser;
mod writer;

pub use map::Map;
pub use number::{Number, Unfit};
pub use parser::{DEEPEST, Fault, parse};
pub(super) use writer::sorted;

/// Any JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it was written.
    Number(Number),
    /// Text, its escapes resolved.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// Keys with values, in their order.
    Object(Map),
}

impl Value {
    /// Whether it is `null`.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether it is an object.
    #[must_use]
    pub const fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    /// The truth, if it is one.
    #[must_use]
    pub const fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(truth) = self { Some(*truth) } else { None }
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The object, if it is one.
    #[must_use]
    pub const fn as_object(&self) -> Option<&Map> {
        if let Self::Object(map) = self { Some(map) } else { None }
    }

    /// The value under a key, if this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.get(key)
    }
}

/// `null` where there is no such key.
impl std::ops::Index<&str> for Value {
    type Output = Self;

    fn index(&self, key: &str) -> &Self {
        self.get(key).unwrap_or(&Self::Null)
    }
}

/// `null` where there is no such place.
impl std::ops::Index<usize> for Value {
    type Output = Self;

    fn index(&self, place: usize) -> &Self {
        let entry = if let Self::Array(entries) = self { entries.get(place) } else { None };
        entry.unwrap_or(&Self::Null)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<Map> for Value {
    fn from(map: Map) -> Self {
        Self::Object(map)
    }
}
