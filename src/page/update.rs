//! What a message changes, and what the browser is asked to do about it.

use super::answers::{answered, answered_rest};
use super::arrival::{From, open, replace, rest, went};
use super::file::{file_name, text, weight};
use super::keeping::keep_again;
use super::model::blank;
use super::work::{await_form, is_of_later_form, keep, refuse, undo};
use super::{
    Arriving, Awaited, Effect, Fault, Field, Keeping, KeepingMessage, Message, Model, Notice, Route, Stranded, keeping,
    sample, wing,
};
use crate::assessment::{Assessment, LONGEST_TEXT, Profile};
use crate::calendar::Day;
use crate::exchange::save::{self, Opened};
use crate::exchange::sealed::{self as lock, is_sealed};
use crate::rulebook::{CoopKind, Year};

/// No message adds as many bytes to the work, but one that replaces it, and that is measured by itself.
const ROOM: usize = 100_000;

/// Changes the model as a message asks, and says what the browser must do. What would make the work longer than any file that
/// can be opened again changes nothing, and is told.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let before = (model.weight + ROOM > save::LONGEST).then(|| model.work.clone());
    let heard = matches!(message, Message::Keeping(KeepingMessage::Found(..)));
    let effects = keeping::watch_asked(model, heard, |model| turn(model, message));
    if let Some(before) = before {
        let weight = weight(&model.work);
        if weight > save::LONGEST {
            model.work = before;
            return refuse(model, model.words().problem.file.full.to_owned());
        }
        model.weight = weight;
    }
    tell_download(model, &effects);
    let kept = effects.iter().find_map(|effect| if let Effect::Keep(text) = effect { Some(text.len()) } else { None });
    model.weight = kept.unwrap_or(model.weight);
    effects
}

/// Whatever leaves as a file is told by its name; a field that was refused keeps its word.
fn tell_download(model: &mut Model, effects: &[Effect]) {
    let name = effects.iter().find_map(|effect| match effect {
        Effect::Download { name, .. } => Some(name),
        Effect::Wing(effect) => effect.file(),
        _ => None,
    });
    if let Some(name) = name.filter(|_| !matches!(model.notice, Some(Notice::Field(..) | Notice::Rat))) {
        model.notice = Some(Notice::Saved(name.clone()));
    }
}

#[allow(clippy::match_same_arms, reason = "in the first part none of the last ones ever comes")]
fn turn(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Went(route) => return went(model, route),
        Message::Dismiss => model.notice = None,
        Message::Storage(kept) => return stored(model, kept),
        Message::Keeping(message) => return keeping::update(model, message),
        Message::Save => return save(model),
        Message::Share => return vec![Effect::Share { name: file_name(model, "txt"), text: text(model) }],
        Message::Copy => return vec![Effect::Copy],
        Message::Barred(exit) => {
            model.notice = Some(Notice::Barred(exit));
            return vec![Effect::Focus("pemberitahuan".to_owned())];
        }
        // The focus stays: what is selected would not be, elsewhere.
        Message::Copied(copied) => {
            model.notice = Some(Notice::Copied(copied));
            return Vec::new();
        }
        Message::Print => return vec![Effect::Print],
        Message::Opened(Ok(file)) if is_sealed(&file) && file.len() <= lock::LONGEST => return locked(model, file),
        Message::Opened(Ok(file)) if is_of_later_form(&file) => return await_form(model, Some(Arriving::File(file))),
        Message::Opened(file) => return open(model, file, From::File),
        Message::Undo => return undo(model),
        Message::Wipe => return wipe(model),
        Message::Sample => return load_sample(model),
        Message::Shared(shared) => return share(model, shared),
        Message::Speaks(locale) if !locale.is_installed() => return vec![Effect::Load(locale)],
        Message::Speaks(locale) => model.locale = locale,
        Message::Speechless => return speechless(model),
        Message::Rest => return rest(model),
        Message::Help => return if model.locale.has_help() { Vec::new() } else { vec![Effect::Help] },
        Message::Helped => model.stranded = None,
        Message::Stranded(why) => return stranded(model, why),
        Message::Outdated => return outdated(model),
        Message::Reload => return vec![Effect::Reload],
        Message::Reads(reading) => model.work.assessment.reading = reading,
        Message::Edition(id) => edition(model, &id),
        Message::Profiled(field, value) => return profiled(model, field, value.trim()),
        Message::Answered(item, answer) => answered(&mut model.work.assessment, &item, answer),
        Message::AnsweredRest(indicator, answer) => answered_rest(&mut model.work.assessment, &indicator, answer),
        Message::Amounts(message) => return message.turn(model),
        Message::Sheet(message) => return message.turn(model),
        Message::Worksheet(message) => return message.turn(model),
        Message::Rat(message) => return message.turn(model),
        Message::Kdmp(message) => return message.turn(model),
        Message::Advice(message) => return message.turn(model),
        Message::Workshop(message) => return message.turn(model),
        Message::Wing(message) => return message.turn(model),
    }
    keep(model)
}

/// The site has another version by now, and no longer this one's second part.
fn outdated(model: &mut Model) -> Vec<Effect> {
    model.stranded = Some(Stranded::Outdated);
    forget_desk(model);
    Vec::new()
}

/// One's own work is there meanwhile.
fn forget_desk(model: &mut Model) {
    model.awaits = model.awaits.filter(|work| *work == Awaited::Form);
}

fn stranded(model: &mut Model, why: Option<String>) -> Vec<Effect> {
    model.stranded = Some(Stranded::Unreached);
    forget_desk(model);
    if why.is_some() || model.waits() {
        model.notice = why.map(Notice::Refused);
    }
    if model.arriving.take().is_some() {
        model.awaits = None;
        return refuse(model, model.words().later.failed.to_owned());
    }
    Vec::new()
}

/// The browser keeps what it was given, or will not; at the next change it is asked again.
fn stored(model: &mut Model, kept: bool) -> Vec<Effect> {
    model.pending.underway = false;
    model.keeping = match model.keeping {
        Keeping::Device | Keeping::Refused if kept => Keeping::Device,
        Keeping::Device => Keeping::Refused,
        other => other,
    };
    keeping::spent(model, kept)
}

fn save(model: &mut Model) -> Vec<Effect> {
    vec![Effect::Download { name: file_name(model, "json"), kind: "application/json", text: text(model) }]
}

/// A file under a passphrase waits on a screen of its own.
fn locked(model: &mut Model, file: String) -> Vec<Effect> {
    model.locked = Some(file);
    vec![Effect::Go(Route::Sealed)]
}

fn load_sample(model: &mut Model) -> Vec<Effect> {
    match sample::work() {
        Some(work) => replace(model, work, From::Sample, Notice::Sample, Route::Result),
        None => Vec::new(),
    }
}

fn wipe(model: &mut Model) -> Vec<Effect> {
    let old = model.assessment();
    model.work = blank(Assessment::new(old.rulebook, old.variant));
    // Deleting is deleting: nothing stays in memory to come back by mistake on a shared computer.
    model.undo.clear();
    model.sample = false;
    wing::forget_screens(model);
    wing::wipe(model);
    let mut effects = went(model, Route::Start);
    model.notice = Some(Notice::Wiped);
    effects.push(Effect::Go(Route::Start));
    effects.extend(keeping::forget(model));
    wing::forget_keys(&mut effects);
    effects
}

fn share(model: &mut Model, shared: bool) -> Vec<Effect> {
    // Nobody's word makes a frame safe that its host can read.
    if model.keeping == Keeping::Watched {
        return Vec::new();
    }
    model.keeping = if shared { Keeping::Shared } else { Keeping::Device };
    if shared { keeping::forget(model) } else { keep_again(model) }
}

fn speechless(model: &mut Model) -> Vec<Effect> {
    model.notice = Some(Notice::Speechless);
    vec![Effect::Focus("pemberitahuan".to_owned())]
}

fn edition(model: &mut Model, id: &str) {
    if let Some(place) = model.assessment().rulebook.edition_index(id) {
        model.work.assessment.edition = place;
    }
}

fn profiled(model: &mut Model, field: Field, value: &str) -> Vec<Effect> {
    let kind = CoopKind::parse(value).filter(|_| field == Field::Kind);
    if let Some(kind) = kind {
        if model.assessment().rulebook.later.iter().any(|form| form.kinds.contains(kind)) {
            return await_form(model, Some(Arriving::Kind(kind)));
        }
        // Another choice was made before what the last one wanted had come.
        if matches!(model.arriving, Some(Arriving::Kind(_))) {
            (model.arriving, model.awaits) = (None, None);
        }
    }
    let before = model.year_name(Year::Current);
    let had_year = model.assessment().profile.book_year_end.is_some();
    let refused = set(&mut model.work.assessment.profile, field, value).err();
    wing::profile_said(&mut model.work, field);
    model.notice = refused.map(|fault| Notice::Field(field, value.to_owned(), fault));
    if had_year && model.has_amounts() && model.year_name(Year::Current) != before {
        model.notice = Some(Notice::Year(before));
    }
    if let Some(kind) = kind {
        ask_its_form(model, kind);
    }
    let mut effects = keep(model);
    if field == Field::Level {
        // The button that said it is gone; whoever changed the question itself stands there already.
        let level = model.assessment().profile.level.unwrap_or(1);
        let there = if model.route == Route::Profile { format!("level-{level}") } else { "judul".to_owned() };
        effects.push(Effect::Focus(there));
    }
    // What the figures say of the class, only the second part knows.
    if model.route == Route::Profile {
        effects.extend(rest(model));
    }
    effects
}

/// The form that is for this kind of cooperative takes the place of another. What that does not ask stays in the work.
fn ask_its_form(model: &mut Model, kind: CoopKind) {
    let book = model.assessment().rulebook;
    let Some(form) = book.form_for(kind) else { return };
    if form == model.assessment().variant && !wing::shows_unit(&model.work) {
        return;
    }
    let Ok(moved) = save::under(&model.work, form) else { return };
    let count = entries(&model.work).saturating_sub(entries(&moved));
    model.work = moved;
    wing::forget_screens(model);
    model.notice = Some(Notice::Form(count));
}

/// How many answers and amounts there are.
fn entries(work: &Opened) -> usize {
    let books = Year::BOTH.map(|year| work.assessment.statements.year(year));
    let amounts: usize = books.map(|book| book.amounts.iter().count() + book.waiting.iter().count()).iter().sum();
    work.assessment.answers.iter().count() + amounts
}

fn set(profile: &mut Profile, field: Field, value: &str) -> Result<(), Fault> {
    let text = || (!value.is_empty()).then(|| value.to_owned());
    let number = |digits: &str| digits.parse().ok();
    if value.chars().count() > LONGEST_TEXT {
        return Err(Fault::Long);
    }
    match field {
        Field::Name => profile.name = text(),
        Field::Kind => profile.kind = CoopKind::parse(value),
        Field::Level => profile.level = number(value).and_then(Profile::level_of),
        Field::Members => {
            let digits: String = value.chars().filter(|sign| !matches!(sign, '.' | ',' | ' ')).collect();
            let members = number(&digits).and_then(Profile::members_of);
            if members.is_none() && !digits.is_empty() {
                return Err(Fault::Members);
            }
            profile.members = members;
        }
        Field::BookYearEnd => {
            let day = Profile::day_of(value);
            if day.is_none() && !value.is_empty() {
                return Err(if Day::has_wrong_year(value) { Fault::Year } else { Fault::Day });
            }
            profile.book_year_end = day;
        }
    }
    Ok(())
}
