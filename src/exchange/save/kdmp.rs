//! The sheet of a village cooperative's RAT: what was typed into it, in the file's `kdmp`.

use crate::exchange::json::{Map, Value};
use crate::exchange::problem::{Code, Kind, Path, Problem};
use crate::exchange::save::fields::{Fields, shown};
use crate::money::Rupiah;
use crate::rat::sheet::{Column, Sheet, form};

/// Its key in the file.
pub(super) const KEY: &str = "kdmp";

/// Where accounts were placed that may belong to several lines.
const PLACED: &str = "placed";

/// What was typed and waits for a yes.
const WAITING: &str = "waiting";

/// Takes what belongs to lines of the form, and hands back the rest: another build may know a third column. Whatever is no
/// group is another program's, and stays as it is.
pub(super) fn take(sheet: &mut Sheet, file: &mut Fields) -> Result<Option<Value>, Problem> {
    let Some(value) = file.take(KEY) else { return Ok(None) };
    if !value.is_object() {
        return Ok(Some(value));
    }
    let mut fields = Fields::of(file.path(KEY), value)?;
    let mut left = Map::new();
    for part in [Some(Column::Year), Some(Column::Plan), None] {
        let key = part.map_or(PLACED, Column::code);
        let one = |path: &Path, id: &str, value: &Value| match part {
            Some(column) => amount(sheet, column, path, id, value),
            None => placed(sheet, path, id, value),
        };
        let rest = fields.group(key)?.each(one)?;
        keep(&mut left, key, rest);
    }
    let rest = fields.group(WAITING)?.each(|path, id, value| waiting(sheet, path, id, value))?;
    keep(&mut left, WAITING, rest);
    left.append(fields.into_left());
    Ok((!left.is_empty()).then_some(Value::Object(left)))
}

/// Whether it is an amount of a line.
fn amount(sheet: &mut Sheet, column: Column, path: &Path, id: &str, value: &Value) -> Result<bool, Problem> {
    if form().place(id).is_none() {
        return Ok(false);
    }
    let refused = |code| path.problem(code, &shown(value));
    let Value::Number(number) = value else { return Err(refused(Code::WrongType(Kind::Whole))) };
    let whole = number.whole().map_err(|unfit| refused(unfit.into()))?;
    let amount = Rupiah::new(whole).ok_or_else(|| refused(Code::TooLarge))?;
    sheet.typed_mut(column).insert(id.to_owned(), amount.get());
    Ok(true)
}

/// Whether it is a line that the accounts of a question may belong to.
fn placed(sheet: &mut Sheet, path: &Path, id: &str, value: &Value) -> Result<bool, Problem> {
    let Some(ask) = form().asks.iter().find(|ask| ask.id == id) else { return Ok(false) };
    let line = value.as_str().ok_or_else(|| path.problem(Code::WrongType(Kind::Text), &shown(value)))?;
    if !ask.lines.iter().any(|place| form().lines[*place].id == line) {
        return Err(path.problem(Code::OutOfRange, line));
    }
    sheet.placed.insert(id.to_owned(), line.to_owned());
    Ok(true)
}

/// Whether it waits in a field of the form.
fn waiting(sheet: &mut Sheet, path: &Path, id: &str, value: &Value) -> Result<bool, Problem> {
    let text = value.as_str().ok_or_else(|| path.problem(Code::WrongType(Kind::Text), &shown(value)))?;
    let known = Column::of_field(id).is_some();
    if known {
        sheet.waiting.insert(id.to_owned(), text.to_owned());
    }
    Ok(known)
}

fn keep(left: &mut Map, key: &str, rest: Map) {
    if !rest.is_empty() {
        left.insert(key, rest);
    }
}

/// Writes what was typed, where anything was.
pub(super) fn put(file: &mut Map, sheet: &Sheet) {
    let mut group = Map::new();
    for column in Column::BOTH {
        let typed = sheet.typed(column).iter().map(|(id, amount)| (id.as_str(), *amount));
        keep(&mut group, column.code(), typed.collect());
    }
    let placed = sheet.placed.iter().map(|(id, line)| (id.as_str(), line.as_str()));
    keep(&mut group, PLACED, placed.collect());
    let waiting = sheet.waiting.iter().map(|(id, text)| (id.as_str(), text.as_str()));
    keep(&mut group, WAITING, waiting.collect());
    if !group.is_empty() {
        file.insert(KEY, group);
    }
}
