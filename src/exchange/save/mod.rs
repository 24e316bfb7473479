//! The save file: JSON that people may read, mend and keep for years.
//!
//! ```json
//! { "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12",
//!   "edition": "2022", "reading": "definition", "profile": { "level": 1 },
//!   "answers": { "A.I.1.a": "yes" },
//!   "statements": { "current": { "kas": 1543069 }, "prior": { "kas": "unknown" },
//!                   "complete": { "current": true, "prior": false },
//!                   "waiting": { "current": { "giro": "1,5 juta" } } },
//!   "rat": { "established": "2014-03-02", "history": [{ "year": 2025, "held": "yes", "heldOn": "2026-03-14" }] },
//!   "actions": [{ "item": "A.I.1.a", "date": "2026-03-14", "note": "dijilid", "before": "no", "after": "yes" }],
//!   "papers": { "ad-art": { "state": "there", "place": "Lemari 2, map biru" } },
//!   "steps": { "A.I.7": { "who": "Sekretaris", "until": "2027-03-31" } },
//!   "kdmp": { "year": { "giro": 250000 }, "plan": {}, "placed": { "piutang_dagang": "piutang_usaha_sembako" },
//!             "waiting": { "year.deposito": "2.500" } } }
//! ```
//!
//! The JavaScript face takes the same shape. Keys we do not know are carried along and written back, so that a file
//! of a later build, or with a neighbour's notes in it, loses nothing by passing through ours. So a part is added
//! without a new version, as `rat`, `actions`, `papers`, `steps`, `kdmp`, `savingsUnit` and `waiting` (amounts that wait for a yes) were: an older build carries it along unread. The version
//! rises only when what is there already changes its meaning.

mod checksum;
mod fields;
mod format;
mod opened;

#[cfg_attr(not(feature = "full"), path = "unread.rs")]
mod read;
mod reader;
mod writer;

use super::json::{self, Fault, Value};
use super::problem::{Code, Path, Problem};
use crate::rulebook::Variant;
pub use format::{FORMAT, LONGEST, VERSION};
pub use opened::Opened;
pub use read::*;
pub use writer::{to_value, write, write_tight};

/// Opens a file's bytes.
///
/// # Errors
/// The first [`Problem`] met.
pub fn read_bytes(bytes: &[u8]) -> Result<Opened, Problem> {
    if bytes.len() > LONGEST {
        return Err(Path::default().problem(Code::TooBig, ""));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Path::default().problem(Code::Unreadable, ""))?;
    read(text)
}

/// The same work under another form of its rulebook. What that does not ask stays in the work as [`kept`](Opened::kept), and
/// is said again when the work comes back under a form that asks it.
///
/// ```
/// use cermin_koperasi::assessment::{Answer, Assessment};
/// use cermin_koperasi::exchange::{json, save};
/// use cermin_koperasi::rulebook::{self, CoopKind};
/// let book = rulebook::find("kkpkk-2021").unwrap();
/// let (loans, trade) = (book.form_for(CoopKind::Ksp).unwrap(), book.form_for(CoopKind::Riil).unwrap());
/// let mut said = Assessment::new(book, loans);
/// said.answers.insert("A.I.1.a", Answer::Yes);
/// said.statements.current.amounts.insert("agunan_macet", cermin_koperasi::assessment::Amount::Known(7.into()));
/// let work = save::read(&save::write(&said, &json::Map::new())).unwrap();
/// let moved = save::under(&work, trade).unwrap();
/// assert_eq!(moved.assessment.answers.get("A.I.1.a"), Some(&Answer::Yes));
/// assert_eq!(save::under(&moved, loans).unwrap().assessment, said);
/// ```
///
/// # Errors
/// A [`Problem`], where an answer is one that the other form does not offer.
pub fn under(work: &Opened, form: &'static Variant) -> Result<Opened, Problem> {
    let mut value = to_value(&work.assessment, &work.kept);
    if let Value::Object(file) = &mut value {
        // It is the whole's books that go under another form.
        read::show_whole(file);
        file.insert("variant", form.id);
    }
    from_value(value)
}

/// Opens a file's text.
///
/// ```
/// use cermin_koperasi::exchange::{Code, save};
/// let file = r#"{ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12",
///                 "answers": { "A.I.1.a": "yes" }, "note": "from our branch office" }"#;
/// let opened = save::read(file).expect("a whole file");
/// assert_eq!(opened.kept["note"].as_str(), Some("from our branch office"));
/// assert_eq!(save::read(&file[..80]).map_err(|problem| problem.code), Err(Code::Truncated));
/// ```
///
/// # Errors
/// The first [`Problem`] met.
pub fn read(text: &str) -> Result<Opened, Problem> {
    let whole = |code| Path::default().problem(code, "");
    let text = text.trim_start_matches('\u{feff}').trim();
    match text.len() {
        0 => return Err(whole(Code::Empty)),
        1..=LONGEST => {}
        _ => return Err(whole(Code::TooBig)),
    }
    match json::parse(text) {
        Ok(value) => from_value(value),
        Err(Fault::Ended) if text.starts_with('{') => Err(whole(Code::Truncated)),
        Err(_) => Err(whole(Code::Unreadable)),
    }
}

/// Takes the same shape as a value, as the JavaScript face receives it.
///
/// # Errors
/// The first [`Problem`] met.
pub fn from_value(value: Value) -> Result<Opened, Problem> {
    reader::open(value)
}
