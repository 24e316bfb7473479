//! What a message changes, and what the browser is asked to do about it.

use crate::assessment::{Answer, Assessment, LONGEST_TEXT, Profile};
use crate::calendar::Day;
use crate::exchange::Problem;
use crate::exchange::save::{self, Opened};
use crate::exchange::sealed::{self as lock, is_sealed};
use crate::keeping::Slot;
use crate::locale::{Locale, fill};
use crate::rulebook::{CoopKind, Indicator, Year};

use super::keeping::{keep_again, keep_slot};
use super::model::{blank, has_check, says_anything, untie};
use super::rat::RatRoute;
use super::wing::has_rat;
use super::{
    Arriving, Awaited, Field, FileFault, Keeping, Message, Model, Notice, Route, Stranded, keeping, pages, sample, wing,
};

pub(super) use super::wing::forget_screens;

/// The id of the field that holds the work as text.
pub const TEXT_FIELD: &str = "teks-simpanan";

/// Something only the browser can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep this text on the device.
    Keep(String),
    /// Put this aside on the device, under this key, then say [`KeepingMessage::Safe`](super::KeepingMessage::Safe).
    Aside(Slot, String, String),
    /// Delete what lies aside under this key.
    Discard(String),
    /// Ask the browser not to drop what it keeps when the disk fills up.
    Persist,
    /// Delete everything that is kept.
    Forget,
    /// Offer a file of this name, kind and text.
    Download {
        /// Its name.
        name: String,
        /// Its media type.
        kind: &'static str,
        /// Its text.
        text: String,
    },
    /// Give a text file of this name and text to another app.
    Share {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// Copy the text of [`TEXT_FIELD`].
    Copy,
    /// Go to a screen.
    Go(Route),
    /// Put the focus on the element with this id.
    Focus(String),
    /// Open the print dialogue.
    Print,
    /// Fetch a language that is not in the module, then say [`Message::Speaks`] again, or [`Message::Speechless`].
    Load(Locale),
    /// Fetch more about each item, then say [`Message::Helped`], or [`Message::Stranded`].
    Help,
    /// Fetch the second part of the page, which takes over; or say [`Message::Stranded`] or [`Message::Outdated`].
    Rest,
    /// Load the page anew.
    Reload,
    /// What only the second part of the page asks for.
    Wing(wing::Effect),
}

/// No message adds as many bytes to the work, but one that replaces it, and that is measured by itself.
const ROOM: usize = 100_000;

/// Changes the model as a message asks, and says what the browser must do. What would make the work longer than any file that
/// can be opened again changes nothing, and is told.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let before = (model.weight + ROOM > save::LONGEST).then(|| model.work.clone());
    let effects = turn(model, message);
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

/// How many bytes the work takes where it is kept.
fn weight(work: &Opened) -> usize {
    save::write_tight(&work.assessment, &work.kept).len()
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

/// A screen begins at its heading, without the notice of the one before.
fn went(model: &mut Model, route: Route) -> Vec<Effect> {
    if model.route == route {
        return Vec::new();
    }
    follow(model, route);
    // Not at once: a question that is answered again stays where it is while its answer is being chosen.
    wing::settle(model);
    model.notice = None;
    let field = wing::arrive_at_books(model);
    if model.route != Route::Sealed {
        model.locked = None;
    }
    let mut effects = vec![Effect::Focus(field.or_else(|| asked(model)).unwrap_or_else(|| "judul".to_owned()))];
    wing::help(model, &mut effects);
    effects.extend(rest(model));
    // With a first result there is something that would be missed.
    if model.route == Route::Result && model.has_check() && model.keeping.tries() {
        effects.push(Effect::Persist);
    }
    wing::arrive(model, &mut effects);
    effects
}

/// The heading of the indicator that was meant, where it is not the first on its screen.
fn asked(model: &Model) -> Option<String> {
    let Route::Indicator(id) = &model.route else { return None };
    let first = pages::beside(model.assessment().variant, id).first()?;
    (first.id != id).then(|| format!("butir-{id}"))
}

/// How many screens the way back remembers.
const LONG: usize = 50;

/// Onto a screen, or back to the one before; at the start there is no way back.
fn follow(model: &mut Model, route: Route) {
    let left = std::mem::replace(&mut model.route, route);
    if model.route == Route::Start {
        model.trail.clear();
    } else if model.trail.last() == Some(&model.route) {
        model.trail.pop();
    } else {
        model.trail.push(left);
        let old = model.trail.len().saturating_sub(LONG);
        model.trail.drain(..old);
    }
}

/// The first part of the page asks for the second where a screen needs it.
fn rest(model: &mut Model) -> Vec<Effect> {
    model.stranded = None;
    // The start page and the profile do without it where data are saved.
    let spared = model.saves_data && model.route != Route::Result;
    let wanted = model.waits() || !wing::IS_HERE && model.is_shared() && !spared;
    if wanted { vec![Effect::Rest] } else { Vec::new() }
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

/// Whether only the second part of the page can read this work. The whole page reads every form.
pub(super) fn is_of_later_form(text: &str) -> bool {
    !wing::IS_HERE && save::read(text).is_err_and(|problem| problem.is_of_later_form())
}

/// The second part of the page is wanted for work of a form that only it knows: what lies on the device stays as it is until
/// then, and what led to it goes along.
pub(super) fn await_form(model: &mut Model, arriving: Option<Arriving>) -> Vec<Effect> {
    model.awaits = Some(Awaited::Form);
    model.arriving = arriving;
    model.stranded = None;
    vec![Effect::Rest]
}

/// Autosave: after each change that could be lost. What lies beside one's own work is kept nowhere; only what came from a
/// desk goes back there.
pub(super) fn keep(model: &mut Model) -> Vec<Effect> {
    let effects = if model.is_beside() { Vec::new() } else { keep_slot(model, Slot::Work) };
    wing::keep_open(model, effects)
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

/// To the notice.
pub(super) fn focus_notice() -> Vec<Effect> {
    vec![Effect::Focus("pemberitahuan".to_owned())]
}

fn save(model: &mut Model) -> Vec<Effect> {
    vec![Effect::Download { name: file_name(model, "json"), kind: "application/json", text: text(model) }]
}

/// Named for the book year, and for an invented cooperative: who looks at several tells their files apart.
pub(super) fn file_name(model: &Model, ending: &str) -> String {
    let profile = &model.assessment().profile;
    let year = profile.book_year_end.as_deref().and_then(|day| day.get(..4)).unwrap_or("isian");
    let name = profile.name.as_deref().filter(|_| model.sample).unwrap_or_default().to_ascii_lowercase();
    let mut file = String::from("cermin-koperasi-");
    for word in name.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !["", "koperasi"].contains(word)) {
        file += &[word, "-"].concat();
    }
    file + &[year, ".", ending].concat()
}

/// The save file.
pub(super) fn text(model: &Model) -> String {
    file_of(&model.work)
}

/// Work as a file: where it lies on the desk of this device is nobody else's matter.
pub(super) fn file_of(work: &Opened) -> String {
    let mut work = work.clone();
    untie(&mut work);
    save::write(&work.assessment, &work.kept)
}

/// A file under a passphrase waits on a screen of its own.
fn locked(model: &mut Model, file: String) -> Vec<Effect> {
    model.locked = Some(file);
    vec![Effect::Go(Route::Sealed)]
}

/// The work in a chosen file, or a sentence that says why there is none.
pub(super) fn read(model: &Model, file: Result<String, FileFault>) -> Result<Opened, String> {
    let words = model.words();
    let text = file.map_err(|fault| match fault {
        FileFault::TooBig => words.problem.file.too_big.to_owned(),
        FileFault::Unreadable => words.problem.file.unreadable.to_owned(),
    })?;
    let mut opened = save::read(&text).map_err(|problem| words.problem(&problem))?;
    untie(&mut opened);
    // What is there to add to it may make it too long to be opened again.
    if weight(&opened) > save::LONGEST { Err(words.problem.file.too_big.to_owned()) } else { Ok(opened) }
}

/// Something was not done; the notice says why.
pub(super) fn refuse(model: &mut Model, sentence: String) -> Vec<Effect> {
    model.notice = Some(Notice::Refused(sentence));
    vec![Effect::Focus("pemberitahuan".to_owned())]
}

pub(super) fn open(model: &mut Model, file: Result<String, FileFault>, from: From) -> Vec<Effect> {
    match read(model, file) {
        Err(sentence) => refuse(model, sentence),
        Ok(opened) => {
            let remarks = remarks(model, &opened.notices);
            model.weight = weight(&opened);
            // A companion goes on filling in.
            let route = if from == From::File { landing(&opened) } else { Route::Tasks };
            replace(model, opened, from, Notice::Opened(remarks), route)
        }
    }
}

/// Where work is opened for: its result, or how it stands with its RAT, or what is to be filled in.
fn landing(work: &Opened) -> Route {
    match (has_check(&work.assessment), has_rat(work)) {
        (true, _) => Route::Result,
        (false, true) => Route::Rat(RatRoute::Standing),
        (false, false) => Route::Tasks,
    }
}

/// What is told of a file's remarks, each in a line: a stranger's file may give a hundred thousand.
const TOLD: usize = 20;

fn remarks(model: &Model, notices: &[Problem]) -> Vec<String> {
    let words = model.words();
    let mut told: Vec<String> = notices.iter().take(TOLD).map(|notice| words.problem(notice)).collect();
    if notices.len() > TOLD {
        told.push(fill(words.problem.notice.more, &[("count", &(notices.len() - TOLD))]));
    }
    told
}

/// Where work comes from that is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// A file: where there is no work yet, it becomes that.
    File,
    /// A companion's desk.
    Desk,
    /// The samples.
    Sample,
}

/// Opens other work beside one's own, which rests meanwhile.
pub(super) fn replace(model: &mut Model, work: Opened, from: From, notice: Notice, route: Route) -> Vec<Effect> {
    let before = (std::mem::replace(&mut model.work, work), model.sample);
    let nothing = !model.is_beside() && from == From::File && !says_anything(&before.0);
    // Of samples that follow each other none is missed.
    if !nothing && !before.1 {
        model.undo.push(before);
    }
    if model.undo.len() > DEEP {
        model.undo.remove(1);
    }
    forget_screens(model);
    model.sample = from == From::Sample;
    let mut effects = went(model, route.clone());
    model.notice = Some(notice);
    effects.push(Effect::Go(route));
    effects.extend(keep(model));
    effects
}

/// So many are opened one upon the other before the second is forgotten; one's own is the first.
const DEEP: usize = 6;

fn load_sample(model: &mut Model) -> Vec<Effect> {
    match sample::work() {
        Some(work) => replace(model, work, From::Sample, Notice::Sample, Route::Result),
        None => Vec::new(),
    }
}

/// What was opened last goes; what it lay upon is there again.
pub(super) fn undo(model: &mut Model) -> Vec<Effect> {
    let Some(before) = model.undo.pop() else { return Vec::new() };
    (model.work, model.sample) = before;
    wing::refresh(model);
    forget_screens(model);
    model.notice = Some(Notice::Undone);
    keep(model)
}

fn wipe(model: &mut Model) -> Vec<Effect> {
    let old = model.assessment();
    model.work = blank(Assessment::new(old.rulebook, old.variant));
    // Deleting is deleting: nothing stays in memory to come back by mistake on a shared computer.
    model.undo.clear();
    model.sample = false;
    forget_screens(model);
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

/// An answer to an item that exists; *not applicable* only where it is offered.
fn answered(assessment: &mut Assessment, id: &str, answer: Answer) {
    let Some(item) = assessment.variant.item(id) else { return };
    if answer != Answer::NotApplicable || item.not_applicable {
        assessment.answers.insert(item.id, answer);
    }
}

/// What is blank on the screen of an indicator.
fn answered_rest(assessment: &mut Assessment, indicator: &str, answer: Answer) {
    for item in pages::beside(assessment.variant, indicator).iter().flat_map(Indicator::items) {
        if !assessment.answers.contains_key(item.id) {
            assessment.answers.insert(item.id, answer);
        }
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
    forget_screens(model);
    model.notice = Some(Notice::Form(count));
}

/// How many answers and amounts there are.
fn entries(work: &Opened) -> usize {
    let books = Year::BOTH.map(|year| work.assessment.statements.year(year));
    let amounts: usize = books.map(|book| book.amounts.iter().count() + book.waiting.iter().count()).iter().sum();
    work.assessment.answers.iter().count() + amounts
}

/// Why a profile field is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not a whole number of members.
    Members,
    /// Not a day of the calendar.
    Day,
    /// A day of a year that cannot be meant.
    Year,
    /// Longer than anything that is asked for.
    Long,
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
