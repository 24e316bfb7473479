//! How inputs are changed: bytes, words of the reader's own, whole branches of JSON, and single parts of an archive.

use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::chance::Chance;

/// No input grows beyond this, a little more than the longest save file.
const LARGEST: usize = 2_100_000;
/// What readers of numbers and days trip over, parted by `|`.
const WORDS: &str = "0|-1|1|-0|0.5|1e6|1e-7|1e999999999999|127|255|32768|65536|2147483647|4294967296|999999999999999|\
    1000000000000000|9007199254740993|9223372036854775807|-9223372036854775808|18446744073709551616|\
    99999999999999999999999999999999999999999|NaN|null|true|[]|{}|\"\"|2025-12-31|2024-02-29|2026-02-31|\
    0000-00-00|9999-12-31|-2025-01-01|12-31|\u{0}|\u{feff}|\u{202e}|é|e\u{301}|\u{1d}|\u{1e}|\u{1f}|𐀀|\
    \r\n|\t|;|.|,|-|(|)|%|/|1/0|'|\"|\\|<|&amp;|=1+1";

static COMMON: LazyLock<Vec<&str>> = LazyLock::new(|| WORDS.split('|').collect());

/// How inputs of a target are built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Bytes or text.
    Plain,
    /// JSON, mostly changed branch by branch.
    Json,
    /// Archives, mostly changed inside their parts.
    Archive,
}

/// What an input can be made of.
pub struct Stuff<'a> {
    pub shape: Shape,
    /// The reader's own words.
    pub words: &'a [&'static str],
    pub corpus: &'a [Vec<u8>],
}

/// A new input from one that is there.
pub fn changed(stuff: &Stuff<'_>, chance: &mut Chance) -> Vec<u8> {
    let old = chance.pick(stuff.corpus);
    let special = match stuff.shape {
        Shape::Json if !chance.one_in(3) => branches(old, stuff, chance),
        Shape::Archive if !chance.one_in(4) => parts(old, stuff, chance),
        _ => None,
    };
    special.unwrap_or_else(|| {
        let mut new = old.clone();
        shake(&mut new, stuff, chance);
        new
    })
}

/// A few changes to bytes.
fn shake(bytes: &mut Vec<u8>, stuff: &Stuff<'_>, chance: &mut Chance) {
    for _ in 0..=chance.below(5) {
        once(bytes, stuff, chance);
    }
    bytes.truncate(LARGEST);
}

fn once(bytes: &mut Vec<u8>, stuff: &Stuff<'_>, chance: &mut Chance) {
    let at = chance.stretch(bytes.len());
    let length = bytes.len();
    match chance.below(10) {
        0 if length > 0 => bytes[at.start.min(length - 1)] ^= 1 << chance.below(8),
        1 if length > 0 => bytes[at.start.min(length - 1)] = *chance.pick(&[0, 1, 9, 10, 13, 32, 127, 128, 255]),
        2 => drop(bytes.drain(at)),
        3 => bytes.truncate(at.start),
        4 => repeat(bytes, at, chance),
        5 => {
            let donor = chance.pick(stuff.corpus);
            let part = donor[chance.stretch(donor.len())].to_vec();
            bytes.splice(at, part);
        }
        6 => {
            let part = bytes[at].to_vec();
            let to = chance.below(bytes.len() + 1);
            bytes.splice(to..to, part);
        }
        7 => {
            let token = token(bytes, at.start);
            bytes.splice(token, word(stuff, chance).bytes());
        }
        _ => drop(bytes.splice(at.start..at.start, word(stuff, chance).bytes())),
    }
}

/// The same again and again, up to what a file may be: what takes a square of its size is found so.
fn repeat(bytes: &mut Vec<u8>, at: std::ops::Range<usize>, chance: &mut Chance) {
    let part = bytes[at.clone()].to_vec();
    let most = if chance.one_in(64) { LARGEST } else { 4_000 };
    let times = chance.below(most / part.len().max(1)).min(1 << chance.below(21));
    bytes.splice(at.start..at.start, part.repeat(times));
}

/// Where the word around a place begins and ends.
fn token(bytes: &[u8], at: usize) -> std::ops::Range<usize> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let start = bytes[..at].iter().rposition(|byte| !is_part(byte)).map_or(0, |place| place + 1);
    let end = bytes[at..].iter().position(|byte| !is_part(byte)).map_or(bytes.len(), |place| at + place);
    start..end
}

fn word(stuff: &Stuff<'_>, chance: &mut Chance) -> &'static str {
    let own = !stuff.words.is_empty() && !chance.one_in(3);
    let words = if own { stuff.words } else { &COMMON };
    words[chance.below(words.len())]
}

/// JSON with a few of its branches changed; `None` where it is none.
fn branches(old: &[u8], stuff: &Stuff<'_>, chance: &mut Chance) -> Option<Vec<u8>> {
    let mut value: Value = serde_json::from_slice(old).ok()?;
    for _ in 0..=chance.below(4) {
        let donor = &stuff.corpus[chance.below(stuff.corpus.len())];
        let donor: Option<Value> = serde_json::from_slice(donor).ok();
        let new = branch(donor.as_ref(), stuff, chance);
        graft(&mut value, new, stuff, chance);
    }
    serde_json::to_vec(&value).ok().filter(|text| text.len() <= LARGEST)
}

/// A branch of another input, or something new.
fn branch(donor: Option<&Value>, stuff: &Stuff<'_>, chance: &mut Chance) -> Value {
    let Some(mut at) = donor.filter(|_| chance.one_in(3)) else { return leaf(stuff, chance) };
    loop {
        let inside: Vec<&Value> = match at {
            Value::Array(entries) => entries.iter().collect(),
            Value::Object(fields) => fields.values().collect(),
            _ => return at.clone(),
        };
        if inside.is_empty() || chance.one_in(4) {
            return at.clone();
        }
        at = inside[chance.below(inside.len())];
    }
}

fn leaf(stuff: &Stuff<'_>, chance: &mut Chance) -> Value {
    let text = word(stuff, chance);
    match chance.below(8) {
        0 => Value::Null,
        1 => Value::Bool(chance.one_in(2)),
        2 => Value::from(i64::from_ne_bytes(chance.next().to_ne_bytes()) >> chance.below(64)),
        3 => serde_json::from_str(text).unwrap_or_else(|_| text.into()),
        4 => (0..chance.below(4)).map(|_| leaf(stuff, chance)).collect(),
        5 => {
            Value::Object((0..chance.below(4)).map(|_| (word(stuff, chance).to_owned(), leaf(stuff, chance))).collect())
        }
        6 => (0..chance.below(90)).fold(Value::Null, |inside, _| Value::Array(vec![inside])),
        _ => text.into(),
    }
}

/// Puts a branch somewhere: in the place of another, beside it, or under a key; or cuts one off.
fn graft(value: &mut Value, new: Value, stuff: &Stuff<'_>, chance: &mut Chance) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let key = chance.pick(&fields.keys().cloned().collect::<Vec<_>>()).clone();
            match chance.below(8) {
                0 => drop(fields.insert(word(stuff, chance).to_owned(), new)),
                1 => drop(fields.shift_remove(&key)),
                2 => *fields = repeated(fields, chance),
                3 => drop(fields.insert(key, new)),
                _ => graft(&mut fields[&key], new, stuff, chance),
            }
        }
        Value::Array(entries) if !entries.is_empty() => {
            let place = chance.below(entries.len());
            match chance.below(8) {
                0 => entries.insert(place, new),
                1 => drop(entries.remove(place)),
                2 => {
                    let (same, times) = (entries[place].clone(), 1 << chance.below(10));
                    entries.extend(std::iter::repeat_n(same, times));
                }
                3 => entries[place] = new,
                _ => graft(&mut entries[place], new, stuff, chance),
            }
        }
        leaf => *leaf = new,
    }
}

/// The same fields, and many more like one of them.
fn repeated(fields: &Map<String, Value>, chance: &mut Chance) -> Map<String, Value> {
    let (key, value) = fields.iter().nth(chance.below(fields.len())).unwrap();
    let more = (0..1 << chance.below(10)).map(|count| (format!("{key}{count}"), value.clone()));
    fields.clone().into_iter().chain(more).collect()
}

/// An archive with one of its parts changed and packed anew; `None` where it is none.
fn parts(old: &[u8], stuff: &Stuff<'_>, chance: &mut Chance) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(old)).ok()?;
    let chosen = chance.below(archive.len());
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let plain = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).ok()?;
        let (mut content, name) = (Vec::new(), part.name().ok()?.into_owned());
        part.read_to_end(&mut content).ok()?;
        if place == chosen {
            shake(&mut content, stuff, chance);
        }
        new.start_file(name, plain).ok()?;
        new.write_all(&content).ok()?;
    }
    new.finish().ok().map(Cursor::into_inner)
}
