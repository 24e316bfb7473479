//! What a message about what is kept changes: what lies on the device meets what is here.

use super::slots::{blank_text, keep_all, keep_slot, take, text, written};
use super::{Aside, KeepingMessage};
use crate::assessment::Assessment;
use crate::exchange::json::{self, Map, Value};
use crate::exchange::save::{self, Opened};
use crate::exchange::{Code, Problem};
use crate::keeping::{Asked, Meeting, Record, Slot, differences, meet};
use crate::page::effect::focus_notice;
use crate::page::model::{blank, says_anything, untie};
use crate::page::work::{await_form, is_of_later_form, undo};
use crate::page::{Effect, Keeping, Model, Notice, wing};

/// Changes the model; what the browser must do is an effect.
pub(in crate::page) fn update(model: &mut Model, message: KeepingMessage) -> Vec<Effect> {
    match message {
        KeepingMessage::Found(slot, kept) => found(model, slot, kept),
        KeepingMessage::Left(slot, kept) => left(model, slot, kept),
        KeepingMessage::Legacy(slot, text) => legacy(model, slot, text),
        KeepingMessage::Aside(key, kept) => {
            lies_aside(model, key, &kept);
            Vec::new()
        }
        KeepingMessage::Safe(slot) => {
            model.keeper.of_mut(slot).barred = false;
            keep_slot(model, slot)
        }
        KeepingMessage::Underway => {
            model.pending.underway = true;
            Vec::new()
        }
        KeepingMessage::Typing(typing) => {
            model.pending.typing = typing;
            Vec::new()
        }
        KeepingMessage::Agreed => {
            model.keeping = Keeping::Device;
            keep_all(model)
        }
        KeepingMessage::Home => home(model),
        KeepingMessage::Adopt(sure) => adopt(model, sure),
        KeepingMessage::Restore(place) => restore(model, place),
        KeepingMessage::Rescue(place) => rescue(model, place).into_iter().collect(),
        KeepingMessage::Discard(place) => discard(model, place),
        KeepingMessage::Settle(place, mine) => settle(model, place, mine),
        KeepingMessage::Going => going(model),
    }
}

/// What lies on the device meets what is here.
fn found(model: &mut Model, slot: Slot, kept: String) -> Vec<Effect> {
    if !wing::IS_HERE && slot != Slot::Work {
        return Vec::new();
    }
    let Ok(record) = Record::read(&kept) else { return unread(model, slot, kept, 0) };
    model.keeper.of_mut(slot).later = record.text.as_deref().is_some_and(is_of_later_form);
    if model.keeper.of(slot).later {
        return await_form(model, None);
    }
    let mine = text(model, slot);
    let shown = model.keeper.of(slot);
    // A deletion counts against what was written here last, a change against what it stands on.
    let own = (&shown.known, &shown.seen);
    let (common, seen) = match &shown.base {
        Some(_) if record == shown.known => own,
        Some((base, seen)) if record.text.is_some() => (base, seen),
        _ => own,
    };
    let seen = if seen.is_empty() { blank_text(slot) } else { seen.clone() };
    let effects = match meet(common, &seen, &mine, &record) {
        Meeting::Ours => {
            if mine == model.keeper.of(slot).seen || mine == seen {
                Vec::new()
            } else {
                keep_slot(model, slot)
            }
        }
        Meeting::Theirs(theirs) => {
            if take(model, slot, &theirs).is_err() {
                let number = record.number;
                return unread(model, slot, kept, number);
            }
            known(model, slot, record);
            forget_asked(model, slot);
            Vec::new()
        }
        Meeting::Merged { text: merged, asked } => merge(model, slot, record, &merged, asked, &mine),
        Meeting::Apart => apart(model, slot, record, mine),
        Meeting::Aside => {
            let mut effects = put_aside(model, slot, record.text.unwrap_or_default());
            effects.extend(keep_slot(model, slot));
            effects
        }
        Meeting::Gone => gone(model, slot, record),
    };
    if slot == Slot::Desk {
        wing::arrive_at_desk(model);
    }
    effects
}

/// The record that is taken over is known from now on, and how it reads here.
fn known(model: &mut Model, slot: Slot, record: Record) {
    let seen = text(model, slot);
    let shown = model.keeper.of_mut(slot);
    (shown.known, shown.seen, shown.base) = (record, seen, None);
}

fn merge(model: &mut Model, slot: Slot, record: Record, merged: &str, asked: Vec<Asked>, mine: &str) -> Vec<Effect> {
    let theirs = record.text.clone().unwrap_or_default();
    if take(model, slot, &theirs).is_err() {
        return unread(model, slot, record.write(), record.number);
    }
    known(model, slot, record.clone());
    if take(model, slot, merged).is_err() {
        return apart(model, slot, record, mine.to_owned());
    }
    if slot == Slot::Work {
        model.asked.extend(asked);
    }
    keep_slot(model, slot)
}

/// Another page went, and left this in the quick store alone. Nobody knows on what it stands, so it takes nothing's place.
fn left(model: &mut Model, slot: Slot, kept: String) -> Vec<Effect> {
    if !wing::IS_HERE {
        return Vec::new();
    }
    let mine = text(model, slot);
    match Record::read(&kept) {
        Ok(Record { text: Some(theirs), .. }) if mine != blank_text(slot) => {
            if mine == theirs {
                Vec::new()
            } else {
                put_aside(model, slot, theirs)
            }
        }
        _ => found(model, slot, kept),
    }
}

/// The newer one stands; what was here is put aside.
fn apart(model: &mut Model, slot: Slot, record: Record, mine: String) -> Vec<Effect> {
    let theirs = record.text.clone().unwrap_or_default();
    if take(model, slot, &theirs).is_err() {
        return unread(model, slot, record.write(), record.number);
    }
    known(model, slot, record);
    put_aside(model, slot, mine)
}

/// Deleted in one page is deleted in all.
fn gone(model: &mut Model, slot: Slot, record: Record) -> Vec<Effect> {
    let empty = blank_text(slot);
    // What is blank can be read.
    drop(take(model, slot, &empty));
    known(model, slot, record);
    if slot != Slot::Work {
        return Vec::new();
    }
    model.asked.clear();
    model.aside.clear();
    wing::forget_screens(model);
    model.undo.clear();
    if model.sample {
        model.work = blank(Assessment::new(model.work.assessment.rulebook, model.work.assessment.variant));
        model.sample = false;
    }
    model.notice = Some(Notice::Gone);
    Vec::new()
}

/// What cannot be read is put aside, as it is, before anything is written in its place.
fn unread(model: &mut Model, slot: Slot, kept: String, number: u64) -> Vec<Effect> {
    let shown = model.keeper.of_mut(slot);
    shown.known.number = shown.known.number.max(number);
    shown.barred = true;
    let key = model.home.aside(slot, &kept);
    lies_aside(model, key.clone(), &kept);
    vec![Effect::Aside(slot, key, kept)]
}

/// Work of the time before the one shape: taken over where there is none of ours, else put aside.
fn legacy(model: &mut Model, slot: Slot, plain: String) -> Vec<Effect> {
    if is_of_later_form(&plain) {
        model.keeper.of_mut(slot).later = true;
        return await_form(model, None);
    }
    let first = model.keeper.of(slot).known == Record::default();
    if first && text(model, slot) == blank_text(slot) && take(model, slot, &plain).is_ok() {
        return keep_slot(model, slot);
    }
    if !first && text(model, slot) == plain { Vec::new() } else { put_aside(model, slot, plain) }
}

/// Puts a text aside that says anything, to lie there until its owner lets it go. Nothing is written in its place before it
/// does.
fn put_aside(model: &mut Model, slot: Slot, text: String) -> Vec<Effect> {
    if text == blank_text(slot) {
        return Vec::new();
    }
    let kept = Record { number: 1, time: 0, text: Some(text) }.write();
    unread(model, slot, kept, 0)
}

fn lies_aside(model: &mut Model, key: String, kept: &str) {
    let Some(slot) = model.home.is_aside(&key) else { return };
    if model.aside.iter().any(|one| one.key == key) {
        return;
    }
    let text = Record::read(kept).ok().and_then(|record| record.text).unwrap_or_else(|| kept.to_owned());
    let name = match slot {
        Slot::Work => save::read(&text).map(|opened| opened.assessment.profile.name),
        _ => Err(Problem::of_file(Code::Unreadable)),
    };
    model.aside.push(Aside { key, slot, text, name });
}

/// Back to one's own work.
pub(in crate::page) fn home(model: &mut Model) -> Vec<Effect> {
    model.undo.truncate(1);
    undo(model)
}

/// What is open becomes one's own. One's own until now is put aside, not lost.
fn adopt(model: &mut Model, sure: bool) -> Vec<Effect> {
    if model.undo.is_empty() {
        return Vec::new();
    }
    if !sure {
        model.notice = Some(Notice::Adopting);
        return focus_notice();
    }
    let (own, _) = model.undo.swap_remove(0);
    model.undo.clear();
    model.sample = false;
    model.notice = Some(Notice::Adopted);
    // On the desk it stays as it lies there.
    untie(&mut model.work);
    wing::leave_desk(model);
    let mut effects = replaced(model, &own);
    effects.extend(keep_slot(model, Slot::Work));
    effects.extend(focus_notice());
    effects
}

/// Work that had to make room is put aside, if there is anything in it.
fn replaced(model: &mut Model, work: &Opened) -> Vec<Effect> {
    let text = written(work);
    if model.keeping.tries() && says_anything(work) { put_aside(model, Slot::Work, text) } else { Vec::new() }
}

/// What lies aside and the work change places.
fn restore(model: &mut Model, place: usize) -> Vec<Effect> {
    let Some(aside) = model.aside.get(place).filter(|aside| aside.slot == Slot::Work) else { return Vec::new() };
    let Ok(mut opened) = save::read(&aside.text) else { return Vec::new() };
    // Another one may lie under its number by now.
    untie(&mut opened);
    let aside = model.aside.remove(place);
    model.undo.truncate(1);
    if let Some((own, sample)) = model.undo.pop() {
        (model.work, model.sample) = (own, sample);
    }
    let before = std::mem::replace(&mut model.work, opened);
    wing::forget_screens(model);
    let mut effects = replaced(model, &before);
    model.notice = Some(Notice::Undone);
    effects.extend(keep_slot(model, Slot::Work));
    model.spent.push(aside.key);
    effects.extend(focus_notice());
    effects
}

/// What was brought back goes from where it lay aside only once it is kept as the work.
pub(in crate::page) fn spent(model: &mut Model, kept: bool) -> Vec<Effect> {
    if !kept || model.keeper.of(Slot::Work).barred {
        return Vec::new();
    }
    model.spent.drain(..).map(Effect::Discard).collect()
}

fn rescue(model: &Model, place: usize) -> Option<Effect> {
    let aside = model.aside.get(place)?;
    let name = format!("cermin-koperasi-{}-{}.json", aside.slot.code(), place + 1);
    Some(Effect::Download { name, kind: "application/json", text: aside.text.clone() })
}

fn discard(model: &mut Model, place: usize) -> Vec<Effect> {
    if place >= model.aside.len() {
        return Vec::new();
    }
    vec![Effect::Discard(model.aside.remove(place).key), Effect::Focus("judul".to_owned())]
}

/// The work as the other page left it: what was asked about it is settled there.
fn forget_asked(model: &mut Model, slot: Slot) {
    if slot == Slot::Work {
        model.asked.retain(|asked| asked.mine.is_some());
    }
}

/// Takes a turn. Which of two values of a field is right is no longer asked once a third was put into it here: an answer would put
/// an older one in its place. One that another page put there (`heard`) takes the place of that page's other one; one that is put
/// over what another page put under the focus is asked about.
pub(in crate::page) fn watch_asked(
    model: &mut Model,
    heard: bool,
    turn: impl FnOnce(&mut Model) -> Vec<Effect>,
) -> Vec<Effect> {
    // What the second part asks, for the first is here for a moment only.
    if !wing::IS_HERE || !heard && model.asked.is_empty() && model.came.is_empty() {
        return turn(model);
    }
    let all = |model: &Model| json::parse(&text(model, Slot::Work)).unwrap_or_default();
    let (before, asked) = (all(model), model.asked.clone());
    let mut effects = turn(model);
    let now = all(model);
    model.asked.retain_mut(|one| {
        let value = at(&now, &one.path);
        if asked.contains(one) && at(&before, &one.path) != value {
            one.theirs = value.cloned();
            return heard && one.mine != one.theirs;
        }
        true
    });
    let changed = differences(&now, &before);
    if heard {
        let under = changed
            .into_iter()
            .map(|one| one.path)
            .filter(|path| path.first().is_some_and(|of| of == "statements") && element(path) == model.focus);
        model.came.extend(under);
        return effects;
    }
    // What nobody can be asked about, for it is typed in a way that asks already, or taken out, stays as it is.
    let over: Vec<Asked> =
        changed.into_iter().filter(|one| one.mine.is_some() && model.came.contains(&one.path)).collect();
    if !over.is_empty() {
        model.came.clear();
        let theirs = said_otherwise(model, over.iter().map(|one| (&one.path, one.theirs.clone())));
        if take(model, Slot::Work, &theirs).is_ok() {
            model.asked.extend(over);
            effects.retain(|effect| !matches!(effect, Effect::Keep(_)));
            effects.extend(keep_slot(model, Slot::Work));
        }
    }
    effects
}

/// The value at the end of a way.
fn at<'v>(value: &'v Value, path: &[String]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, key| match value {
        Value::Array(list) => list.get(key.parse::<usize>().ok()?),
        value => value.get(key),
    })
}

/// The answer to which of two values stands. The other's stands already.
fn settle(model: &mut Model, place: usize, mine: bool) -> Vec<Effect> {
    if place >= model.asked.len() {
        return Vec::new();
    }
    let asked = model.asked.remove(place);
    let focus = Effect::Focus(if model.asked.is_empty() { element(&asked.path) } else { "dua-halaman".to_owned() });
    if !mine {
        return vec![focus];
    }
    // Where it no longer fits, what stands is still readable.
    drop(take(model, Slot::Work, &as_said_here(model, &[asked])));
    keep_slot(model, Slot::Work).into_iter().chain([focus]).collect()
}

/// The element in which a field stands, where the screen has it.
fn element(path: &[String]) -> String {
    match path {
        [of, year, account] if of == "statements" => format!("{account}-{year}"),
        [of, item] if of == "answers" => {
            format!("butir-{}", item.rsplit_once('.').map_or("", |(indicator, _)| indicator))
        }
        _ => "judul".to_owned(),
    }
}

/// The page goes. What it still asks, nobody can answer any more: the work as it was said here lies aside from now on.
fn going(model: &mut Model) -> Vec<Effect> {
    if !wing::IS_HERE || model.asked.is_empty() {
        return Vec::new();
    }
    let asked = std::mem::take(&mut model.asked);
    let mine = as_said_here(model, &asked);
    put_aside(model, Slot::Work, mine)
}

/// The work with this page's values of what is asked.
fn as_said_here(model: &Model, asked: &[Asked]) -> String {
    said_otherwise(model, asked.iter().map(|one| (&one.path, one.mine.clone())))
}

/// The work with other values in some of its fields.
fn said_otherwise<'p>(model: &Model, fields: impl Iterator<Item = (&'p Vec<String>, Option<Value>)>) -> String {
    let text = text(model, Slot::Work);
    let Ok(Value::Object(mut map)) = json::parse(&text) else { return text };
    map.remove("checksum");
    fields.for_each(|(path, value)| put(&mut map, path, value));
    Value::Object(map).to_string()
}

/// Puts a value at the end of a way, or takes it out.
fn put(map: &mut Map, path: &[String], value: Option<Value>) {
    match (path, value) {
        ([], _) => {}
        ([last], Some(value)) => map.insert(last, value),
        ([last], None) => drop(map.remove(last)),
        ([key, rest @ ..], value) => {
            let inner = map.entry(key);
            if inner.is_null() {
                *inner = Map::new().into();
            }
            put_in(inner, rest, value);
        }
    }
}

fn put_in(inner: &mut Value, path: &[String], value: Option<Value>) {
    match inner {
        Value::Object(map) => put(map, path, value),
        Value::Array(list) => {
            let [place, rest @ ..] = path else { return };
            let Some(entry) = place.parse().ok().and_then(|place: usize| list.get_mut(place)) else { return };
            match (rest, value) {
                ([], Some(value)) => *entry = value,
                (rest, value) => put_in(entry, rest, value),
            }
        }
        _ => {}
    }
}

/// Nothing is kept any more, and what was known of it is forgotten.
pub(in crate::page) fn forget(model: &mut Model) -> Vec<Effect> {
    model.aside.clear();
    model.asked.clear();
    for slot in Slot::ALL {
        // What is here now is no change to be kept.
        let seen = text(model, slot);
        let shown = model.keeper.of_mut(slot);
        (shown.seen, shown.barred, shown.later) = (seen, false, false);
    }
    vec![Effect::Forget]
}
