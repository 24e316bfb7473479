//! A value of JSON, and the object it may be: keys with values, in their order.

use super::Number;

/// Keys with values, each key once, in the order in which they came.
///
/// ```
/// use cermin_koperasi::exchange::json::Map;
/// let mut map = Map::new();
/// map.insert("year", 2025_i64);
/// map.insert("held", true);
/// map.insert("year", 2024_i64);
/// assert_eq!(map.keys().collect::<Vec<_>>(), ["year", "held"]);
/// assert_eq!(map.remove("year"), Some(2024.into()));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Map(Vec<(String, Value)>);

impl Map {
    /// No key yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many keys there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no key.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.0.iter().position(|(known, _)| known == key)
    }

    /// The value under a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.place(key).map(|place| &self.0[place].1)
    }

    /// The value under a key, to change.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        self.place(key).map(|place| &mut self.0[place].1)
    }

    /// Sets the value under a key; a new key comes last.
    pub fn insert(&mut self, key: &str, value: impl Into<Value>) {
        *self.entry(key) = value.into();
    }

    /// The value under a key, `null` where it was not there before.
    pub fn entry(&mut self, key: &str) -> &mut Value {
        let place = self.place(key).unwrap_or_else(|| {
            self.push(key.to_owned(), Value::Null);
            self.len() - 1
        });
        &mut self.0[place].1
    }

    /// Takes a key out; those behind it move up.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        self.place(key).map(|place| self.0.remove(place).1)
    }

    /// All keys with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// All keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }

    /// Puts in a key that is known not to be there. Looking for it first, in a stranger's file of a hundred thousand
    /// keys, would take minutes.
    pub(in crate::exchange) fn push(&mut self, key: String, value: Value) {
        self.0.push((key, value));
    }

    /// Puts in all of another, none of whose keys is here.
    pub(in crate::exchange) fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// All keys with their values, one after the other.
    pub(in crate::exchange) fn into_entries(self) -> Vec<(String, Value)> {
        self.0
    }

    /// The value at a place.
    pub(in crate::exchange) fn at_mut(&mut self, place: usize) -> &mut Value {
        &mut self.0[place].1
    }

    /// Of keys that come more than once the last value counts, at the first place.
    pub(super) fn of_pairs(pairs: Vec<(String, Value)>) -> Self {
        let order = crate::sorting::order(pairs.len(), &|a, b| pairs[a].0 < pairs[b].0);
        let mut keep: Vec<Option<usize>> = (0..pairs.len()).map(Some).collect();
        let mut repeated = false;
        for pair in order.windows(2).rev().filter(|pair| pairs[pair[0]].0 == pairs[pair[1]].0) {
            (keep[pair[0]], keep[pair[1]]) = (keep[pair[1]], None);
            repeated = true;
        }
        if !repeated {
            return Self(pairs);
        }
        let mut pairs: Vec<Option<(String, Value)>> = pairs.into_iter().map(Some).collect();
        Self(keep.into_iter().flatten().filter_map(|place| pairs[place].take()).collect())
    }
}

/// Two objects are the same where they hold the same under the same keys, in whatever order.
impl PartialEq for Map {
    fn eq(&self, other: &Self) -> bool {
        let in_order = |map: &Self| crate::sorting::order(map.len(), &|a, b| map.0[a].0 < map.0[b].0);
        self.len() == other.len()
            && in_order(self).into_iter().zip(in_order(other)).all(|(ours, theirs)| self.0[ours] == other.0[theirs])
    }
}

/// `null` where there is no such key.
impl std::ops::Index<&str> for Map {
    type Output = Value;

    fn index(&self, key: &str) -> &Value {
        self.get(key).unwrap_or(&Value::Null)
    }
}

/// Of keys that come more than once the last value counts.
impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Map {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self::of_pairs(pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}

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
