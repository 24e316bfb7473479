//! The fields of one JSON object, taken out one by one; what nobody takes is kept.

use crate::exchange::json::{Map, Unfit, Value};
use crate::exchange::problem::{Code, Kind, Path, Problem};

/// An object on its way into the assessment.
pub(super) struct Fields {
    path: Path,
    left: Map,
}

impl Fields {
    pub(super) fn of(path: Path, value: Value) -> Result<Self, Problem> {
        match value {
            Value::Object(left) => Ok(Self { path, left }),
            other => Err(path.problem(Code::WrongType(Kind::Group), &shown(&other))),
        }
    }

    /// The path of one of the fields.
    pub(super) fn path(&self, key: &str) -> Path {
        self.path.to(key)
    }

    /// Hands each field to `read` with its path; those it does not know are left, in the file's order.
    pub(super) fn each(
        self,
        mut read: impl FnMut(&Path, &str, &Value) -> Result<bool, Problem>,
    ) -> Result<Map, Problem> {
        let mut left = Map::new();
        for (key, value) in self.left.into_entries() {
            if !read(&self.path.to(&key), &key, &value)? {
                left.push(key, value);
            }
        }
        Ok(left)
    }

    /// All that is left, in the file's order.
    pub(super) fn into_left(self) -> Map {
        self.left
    }

    /// The field's value; `null` says no more than nothing.
    pub(super) fn take(&mut self, key: &str) -> Option<Value> {
        self.left.remove(key).filter(|value| !value.is_null())
    }

    /// Leaves a text where it was taken from.
    pub(super) fn leave(&mut self, key: &str, text: String) {
        self.left.insert(key, text);
    }

    /// Leaves a field out that has been looked at already.
    pub(super) fn drop(&mut self, key: &str) {
        self.left.remove(key);
    }

    /// A field that must be there.
    pub(super) fn required(&mut self, key: &str) -> Result<String, Problem> {
        self.text(key)?.ok_or_else(|| self.path(key).problem(Code::Missing, key))
    }

    pub(super) fn text(&mut self, key: &str) -> Result<Option<String>, Problem> {
        match self.take(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(self.path(key).problem(Code::WrongType(Kind::Text), &shown(&other))),
        }
    }

    pub(super) fn truth(&mut self, key: &str) -> Result<Option<bool>, Problem> {
        match self.take(key) {
            None => Ok(None),
            Some(Value::Bool(truth)) => Ok(Some(truth)),
            Some(other) => Err(self.path(key).problem(Code::WrongType(Kind::Truth), &shown(&other))),
        }
    }

    pub(super) fn whole(&mut self, key: &str) -> Result<Option<i64>, Problem> {
        let Some(value) = self.take(key) else { return Ok(None) };
        let wrong = || self.path(key).problem(Code::WrongType(Kind::Whole), &shown(&value));
        match &value {
            Value::Number(number) => number.whole().map(Some).map_err(|_| wrong()),
            _ => Err(wrong()),
        }
    }

    /// An object; none is an empty one.
    pub(super) fn group(&mut self, key: &str) -> Result<Self, Problem> {
        let value = self.take(key).unwrap_or_else(|| Value::Object(Map::new()));
        Self::of(self.path(key), value)
    }
}

impl From<Unfit> for Code {
    fn from(unfit: Unfit) -> Self {
        match unfit {
            Unfit::Fraction => Self::NotWhole,
            Unfit::TooLarge => Self::TooLarge,
        }
    }
}

/// A value as its owner would recognise it.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(_) => "{…}".to_owned(),
        Value::Array(_) => "[…]".to_owned(),
        other => other.tight(),
    }
}
