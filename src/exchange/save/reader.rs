//! From JSON to a strict assessment.

use super::fields::{Fields, shown};
use super::format::{FORMAT, UNKNOWN, VERSION, WAITING};
use super::{Opened, checksum, read};
use crate::assessment::{Amount, Answer, Assessment, Profile};
use crate::calendar::Day;
use crate::exchange::json::{Map, Value};
use crate::exchange::problem::{Code, Kind, Path, Problem};
use crate::money::Rupiah;
use crate::rulebook::{self, CoopKind, Item, Reading, Rulebook, Variant, Year};

pub(super) fn open(value: Value) -> Result<Opened, Problem> {
    let notices = changed(&value).into_iter().collect();
    let mut file = recognise(turned(value))?;
    let (rulebook, variant) = form(&mut file)?;
    let mut reader = Reader { assessment: Assessment::new(rulebook, variant), notices };
    reader.counting(&mut file)?;
    let (rat_left, strangers) = read::take(&mut reader.assessment, &mut file)?;
    let mut kept = Map::new();
    let parts = [
        ("profile", reader.profile(file.group("profile")?)?),
        ("answers", reader.answers(file.group("answers")?)?),
        ("statements", reader.statements(file.group("statements")?)?),
        (read::RAT, rat_left),
    ];
    keep(&mut kept, parts);
    read::keep(&mut kept, strangers);
    kept.append(file.into_left());
    Ok(Opened { assessment: reader.assessment, kept, notices: reader.notices })
}

/// With the books in front that are open.
fn turned(mut value: Value) -> Value {
    if let Value::Object(file) = &mut value {
        read::turn(file);
    }
    value
}

/// A notice if the content is not what was saved.
fn changed(value: &Value) -> Option<Problem> {
    let file = value.as_object()?;
    let said = file.get(checksum::KEY)?;
    let path = Path::default().to(checksum::KEY);
    (said.as_str() != Some(&checksum::of(file))).then(|| path.problem(Code::Changed, &shown(said)))
}

/// A file of ours, of a version we can read.
fn recognise(value: Value) -> Result<Fields, Problem> {
    let whole = Path::default();
    let format = value.get("format").and_then(Value::as_str).map(str::to_owned);
    if format.as_deref() != Some(FORMAT) {
        return Err(whole.problem(Code::Foreign, &format.unwrap_or_default()));
    }
    let mut file = Fields::of(whole.clone(), value)?;
    for key in ["format", checksum::KEY] {
        file.drop(key);
    }
    match file.whole("version")? {
        None => Err(file.path("version").problem(Code::Missing, "version")),
        Some(version) if version > VERSION => Err(whole.problem(Code::Newer, &version.to_string())),
        Some(version) if version < 1 => Err(file.path("version").problem(Code::OutOfRange, &version.to_string())),
        Some(_) => Ok(file),
    }
}

/// The form that was filled in.
fn form(file: &mut Fields) -> Result<(&'static Rulebook, &'static Variant), Problem> {
    let id = file.required("rulebook")?;
    let rulebook = rulebook::find(&id).ok_or_else(|| file.path("rulebook").problem(Code::UnknownRulebook, &id))?;
    let id = file.required("variant")?;
    let variant = rulebook.variant(&id).ok_or_else(|| file.path("variant").problem(Code::UnknownVariant, &id))?;
    Ok((rulebook, variant))
}

/// Puts in each part that has something left.
fn keep<const N: usize>(kept: &mut Map, parts: [(&str, Map); N]) {
    for (key, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
        kept.insert(key, part);
    }
}

struct Reader {
    assessment: Assessment,
    notices: Vec<Problem>,
}

impl Reader {
    /// Edition and reading; without them the newest edition by its definition.
    fn counting(&mut self, file: &mut Fields) -> Result<(), Problem> {
        if let Some(id) = file.text("edition")? {
            let unknown = || file.path("edition").problem(Code::UnknownEdition, &id);
            self.assessment.edition = self.assessment.rulebook.edition_index(&id).ok_or_else(unknown)?;
        }
        if let Some(code) = file.text("reading")? {
            let unknown = || file.path("reading").problem(Code::UnknownReading, &code);
            self.assessment.reading = Reading::parse(&code).ok_or_else(unknown)?;
        }
        Ok(())
    }

    fn profile(&mut self, mut fields: Fields) -> Result<Map, Problem> {
        self.assessment.profile = Profile {
            name: fields.text("name")?,
            kind: kind(&mut fields)?,
            level: number(&mut fields, "level", Profile::level_of)?,
            members: number(&mut fields, "members", Profile::members_of)?,
            book_year_end: self.day(&mut fields, "book_year_end")?,
        };
        Ok(fields.into_left())
    }

    /// A day that exists, as `2025-12-31`. Builds before this one took a year of any length; such work opens without it.
    fn day(&mut self, fields: &mut Fields, key: &str) -> Result<Option<String>, Problem> {
        let Some(text) = fields.text(key)? else { return Ok(None) };
        let day = Profile::day_of(&text);
        if day.is_none() && !Day::has_wrong_year(&text) {
            return Err(fields.path(key).problem(Code::OutOfRange, &text));
        }
        if day.is_none() {
            self.notices.push(fields.path(key).problem(Code::WrongYear, &text));
        }
        Ok(day)
    }

    /// Whether another form of the rulebook asks it: it waits until that is chosen again.
    fn is_asked(&self, by: impl Fn(&'static Variant) -> bool) -> bool {
        self.assessment.rulebook.variants.iter().any(by)
    }

    /// Returns the answers to items that are gone.
    fn answers(&mut self, fields: Fields) -> Result<Map, Problem> {
        fields.each(|path, id, value| {
            let Some(item) = self.assessment.variant.item(id) else {
                if !self.is_asked(|form| form.item(id).is_some()) {
                    self.notices.push(path.problem(Code::UnknownItem, id));
                }
                return Ok(false);
            };
            self.assessment.answers.insert(id, answer(path, item, value)?);
            Ok(true)
        })
    }

    fn statements(&mut self, mut fields: Fields) -> Result<Map, Problem> {
        let mut complete = fields.group("complete")?;
        let mut waiting = fields.group(WAITING)?;
        let (mut kept, mut left_waiting) = (Map::new(), Map::new());
        for year in Year::BOTH {
            let gone = self.book(year, fields.group(year.code())?)?;
            keep(&mut kept, [(year.code(), gone)]);
            self.assessment.statements.year_mut(year).complete = complete.truth(year.code())?.unwrap_or(false);
            let gone = self.waiting(year, waiting.group(year.code())?)?;
            keep(&mut left_waiting, [(year.code(), gone)]);
        }
        left_waiting.append(waiting.into_left());
        keep(&mut kept, [("complete", complete.into_left()), (WAITING, left_waiting)]);
        kept.append(fields.into_left());
        Ok(kept)
    }

    /// Takes what waits for a yes, as it was written.
    fn waiting(&mut self, year: Year, fields: Fields) -> Result<Map, Problem> {
        fields.each(|path, id, value| {
            let text = value.as_str().ok_or_else(|| path.problem(Code::WrongType(Kind::Text), &shown(value)))?;
            let known = self.assessment.variant.account_index(id).is_some();
            if known {
                self.assessment.statements.year_mut(year).wait(id, text.to_owned());
            }
            Ok(known)
        })
    }

    /// Returns the amounts of accounts that are gone.
    fn book(&mut self, year: Year, fields: Fields) -> Result<Map, Problem> {
        fields.each(|path, id, value| {
            if self.assessment.variant.account_index(id).is_none() {
                if !self.is_asked(|form| form.account_index(id).is_some()) {
                    self.notices.push(path.problem(Code::UnknownAccount, id));
                }
                return Ok(false);
            }
            let amount = amount(value).map_err(|code| path.problem(code, &shown(value)))?;
            self.assessment.statements.year_mut(year).amounts.insert(id, amount);
            Ok(true)
        })
    }
}

fn answer(path: &Path, item: &Item, value: &Value) -> Result<Answer, Problem> {
    let word = value.as_str().ok_or_else(|| path.problem(Code::WrongType(Kind::Text), &shown(value)))?;
    match Answer::parse(word) {
        None => Err(path.problem(Code::UnknownAnswer, word)),
        Some(Answer::NotApplicable) if !item.not_applicable => Err(path.problem(Code::NotOffered, item.id)),
        Some(answer) => Ok(answer),
    }
}

fn amount(value: &Value) -> Result<Amount, Code> {
    match value {
        Value::Number(number) => Rupiah::new(number.whole()?).map(Amount::Known).ok_or(Code::TooLarge),
        Value::Null => Ok(Amount::Unknown),
        Value::String(word) if word == UNKNOWN => Ok(Amount::Unknown),
        _ => Err(Code::WrongType(Kind::Whole)),
    }
}

/// What kind of cooperative. One that this build does not know stays in the file as it is, like a key it does not know.
fn kind(fields: &mut Fields) -> Result<Option<CoopKind>, Problem> {
    let Some(text) = fields.text("kind")? else { return Ok(None) };
    let kind = CoopKind::parse(&text);
    if kind.is_none() {
        fields.leave("kind", text);
    }
    Ok(kind)
}

/// A number that stands for something.
fn number<T>(fields: &mut Fields, key: &str, of: fn(i64) -> Option<T>) -> Result<Option<T>, Problem> {
    let Some(number) = fields.whole(key)? else { return Ok(None) };
    of(number).map(Some).ok_or_else(|| fields.path(key).problem(Code::OutOfRange, &number.to_string()))
}
