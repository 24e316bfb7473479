//! Two changed texts of the same beginning become one.

use crate::exchange::json::{Map, Value};
use crate::sorted_map::SortedMap;

/// A field that both changed, each in its own way.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The way to it: `statements`, `current`, `kas`.
    pub path: Vec<String>,
    /// What this page says; `None` where it was taken out here.
    pub mine: Option<Value>,
    /// What the other says.
    pub theirs: Option<Value>,
}

impl Asked {
    /// As a value, to be handed on.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let side = |side: &Option<Value>| Value::Array(side.iter().cloned().collect());
        let path = self.path.iter().map(|key| key.as_str().into()).collect();
        Value::Array(vec![Value::Array(path), side(&self.mine), side(&self.theirs)])
    }

    /// Out of such a value.
    #[must_use]
    pub fn of_value(value: &Value) -> Option<Self> {
        let Value::Array(path) = &value[0] else { return None };
        let path = path.iter().map(|key| key.as_str().map(str::to_owned)).collect::<Option<_>>()?;
        let side = |place: usize| if let Value::Array(side) = &value[place] { side.first().cloned() } else { None };
        Some(Self { path, mine: side(1), theirs: side(2) })
    }
}

/// What both changed, field by field. Where both changed the same, theirs stands, for it is kept already, and mine is asked
/// about.
///
/// ```
/// use cermin_koperasi::{exchange::json::parse, keeping::merge};
/// let [base, mine, theirs] = [r#"{"a":1}"#, r#"{"a":2,"b":3}"#, r#"{"a":1,"c":4}"#].map(|text| parse(text).unwrap());
/// let (merged, asked) = merge(&base, &mine, &theirs);
/// assert_eq!(merged, parse(r#"{"a":2,"b":3,"c":4}"#).unwrap());
/// assert!(asked.is_empty());
/// ```
#[must_use]
pub fn merge(base: &Value, mine: &Value, theirs: &Value) -> (Value, Vec<Asked>) {
    let mut merging = Merging::default();
    let merged = merging.value(Some(base), Some(mine), Some(theirs));
    (merged.unwrap_or_default(), merging.asked)
}

#[derive(Default)]
struct Merging {
    path: Vec<String>,
    asked: Vec<Asked>,
}

impl Merging {
    fn value(&mut self, base: Option<&Value>, mine: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
        if mine == theirs || base == mine {
            return theirs.cloned();
        }
        if base == theirs {
            return mine.cloned();
        }
        match (base, mine, theirs) {
            (base, Some(Value::Object(mine)), Some(Value::Object(theirs))) => {
                let none = Map::new();
                let base = base.and_then(Value::as_object).unwrap_or(&none);
                Some(self.object(base, mine, theirs).into())
            }
            (base, Some(Value::Array(mine)), Some(Value::Array(theirs))) => {
                let base = if let Some(Value::Array(base)) = base { &**base } else { &[] };
                Some(Value::Array(self.list(base, mine, theirs)))
            }
            _ => {
                self.asked.push(Asked { path: self.path.clone(), mine: mine.cloned(), theirs: theirs.cloned() });
                theirs.cloned()
            }
        }
    }

    fn object<'m>(&mut self, base: &'m Map, mine: &'m Map, theirs: &'m Map) -> Map {
        let (base, ours, others) = (by_key(base), by_key(mine), by_key(theirs));
        let new = mine.keys().filter(|key| !others.contains_key(*key));
        let mut merged = Vec::new();
        for key in theirs.keys().chain(new) {
            self.path.push(key.to_owned());
            let of = |map: &SortedMap<&str, &'m Value>| map.get(key).copied();
            if let Some(value) = self.value(of(&base), of(&ours), of(&others)) {
                merged.push((key.to_owned(), value));
            }
            self.path.pop();
        }
        merged.into_iter().collect()
    }

    /// Lists of one length are met place by place. Else an entry that one side added is added, one that it took out goes.
    fn list(&mut self, base: &[Value], mine: &[Value], theirs: &[Value]) -> Vec<Value> {
        if base.len() == mine.len() && mine.len() == theirs.len() {
            let place = |(place, theirs): (usize, &Value)| {
                self.path.push(place.to_string());
                let met = self.value(base.get(place), mine.get(place), Some(theirs));
                self.path.pop();
                met
            };
            return theirs.iter().enumerate().filter_map(place).collect();
        }
        let stays = |entry: &&Value| mine.contains(entry) || !base.contains(entry);
        let comes = |entry: &&Value| !base.contains(entry) && !theirs.contains(entry);
        theirs.iter().filter(stays).chain(mine.iter().filter(comes)).cloned().collect()
    }
}

/// Where two texts differ, field by field.
///
/// ```
/// use cermin_koperasi::{exchange::json::parse, keeping::differences};
/// let [mine, theirs] = [r#"{"a":{"b":1,"c":2}}"#, r#"{"a":{"b":1,"d":3}}"#].map(|text| parse(text).unwrap());
/// let found = differences(&mine, &theirs);
/// assert_eq!(found.iter().map(|one| one.path.join(".")).collect::<Vec<_>>(), ["a.c", "a.d"]);
/// assert_eq!((found[1].mine.as_ref(), found[1].theirs.as_ref()), (None, Some(&parse("3").unwrap())));
/// ```
#[must_use]
pub fn differences(mine: &Value, theirs: &Value) -> Vec<Asked> {
    let mut found = Vec::new();
    differ(&mut Vec::new(), Some(mine), Some(theirs), &mut found);
    found
}

fn differ(path: &mut Vec<String>, mine: Option<&Value>, theirs: Option<&Value>, found: &mut Vec<Asked>) {
    if mine == theirs {
        return;
    }
    let maps = [mine, theirs].map(|side| side.and_then(Value::as_object));
    let is_field = |side: Option<&Value>, map: Option<&Map>| side.is_some() && map.is_none();
    if is_field(mine, maps[0]) || is_field(theirs, maps[1]) {
        found.push(Asked { path: path.clone(), mine: mine.cloned(), theirs: theirs.cloned() });
        return;
    }
    let [ours, others] = maps.map(|map| map.map(by_key).unwrap_or_default());
    for key in ours.keys().chain(others.keys().filter(|key| !ours.contains_key(*key))) {
        path.push((*key).to_owned());
        differ(path, ours.get(key).copied(), others.get(key).copied(), found);
        path.pop();
    }
}

fn by_key(map: &Map) -> SortedMap<&str, &Value> {
    map.iter().collect()
}
