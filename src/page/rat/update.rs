//! What a message about the RAT changes.

use super::{Board, RatMessage, RatRoute, shared};
use crate::assessment::{Assessment, LONGEST_TEXT};
use crate::exchange::save::{self, Opened};
use crate::money::{Entry, Rupiah};
use crate::page::wing;
use crate::page::{Effect, Model, Notice, Route};
use crate::papers::{self, XLSX, docx, xlsx};
use crate::rat::{RatInput, calendar, ics};
use crate::shu;

/// Changes the model; files it hands out, and where the focus goes, are effects.
pub(in crate::page) fn update(model: &mut Model, message: RatMessage) -> Vec<Effect> {
    let before = shared::implied(&model.work.assessment.rat);
    let effects = turn(model, message);
    // What was not begun is not begun from here: a score of one answer is none.
    if !model.assessment().answers.is_empty() {
        shared::carry(&mut model.work.assessment, before);
    }
    effects
}

fn turn(model: &mut Model, message: RatMessage) -> Vec<Effect> {
    match message {
        RatMessage::Set(path, text) => set(model, &path, &text),
        RatMessage::Put(path, text) => {
            set(model, &path, &text);
            return vec![Effect::Focus(path)];
        }
        RatMessage::Money(path, text) => money(model, &path, &text),
        RatMessage::Step(path, by) => step(model, &path, by),
        RatMessage::Letter(kind) => letter(&mut model.work, &kind),
        RatMessage::Trade(how) => trade(&mut model.work.assessment.rat, &how),
        RatMessage::List(text) => list(model, &text),
        RatMessage::Chapter(key, how) => return chapter(model, &key, &how),
        RatMessage::Held => return held(model),
        RatMessage::Rest(document) => rest(&mut model.work.assessment.rat, &document),
        RatMessage::Calendar => return calendar_file(model).into_iter().collect(),
        RatMessage::Word(key) => return word_file(model, &key).into_iter().collect(),
        RatMessage::Sheet(key) => return sheet_file(model, &key).into_iter().collect(),
    }
    Vec::new()
}

fn set(model: &mut Model, path: &str, text: &str) {
    let rat = &mut model.work.assessment.rat;
    let taken = text.chars().count() <= LONGEST_TEXT && take(rat, path, text);
    if taken && path.split('.').next_back() == Some("held") && text != "yes" {
        forget_year(rat, path);
    }
    heard(model, path, (!taken).then_some(text));
    share(&mut model.work.assessment, path);
    if path == "bookYearEnd" {
        shared::close_book_year(&mut model.work.assessment, model.today);
    }
}

/// Remembers what a field refused, or that it took what came.
fn heard(model: &mut Model, path: &str, refused: Option<&str>) {
    model.refused.retain(|(field, _)| field != path);
    model.refused.extend(refused.map(|text| (path.to_owned(), text.to_owned())));
    model.notice = refused.map(|_| Notice::Rat);
}

/// The chosen day has come and the RAT was held on it: it moves into the history, and what is asked next is the report.
fn held(model: &mut Model) -> Vec<Effect> {
    let Some(board) = Board::of(model) else { return Vec::new() };
    let (Some(day), Some(plan)) = (board.input.chosen.clone(), calendar::plan(&board.facts, board.today)) else {
        return Vec::new();
    };
    let year = plan.book_year;
    set(model, &format!("year.{year}.held"), "yes");
    set(model, &format!("year.{year}.heldOn"), &day);
    set(model, "chosen", "");
    vec![Effect::Go(Route::Rat(RatRoute::Ready))]
}

/// Whether the field took the text: as it is, or a count without its thousands marks.
fn take(rat: &mut RatInput, path: &str, text: &str) -> bool {
    let path = &by_place(rat, path);
    let plain = |text: &str| text.chars().filter(|sign| !matches!(sign, '.' | ',' | ' ')).collect::<String>();
    let number = plain(text).chars().all(|sign| sign.is_ascii_digit()).then(|| plain(text));
    rat.set(path, text).is_ok() || number.is_some_and(|number| rat.set(path, &number).is_ok())
}

/// `year.2024.heldOn` as `history.1.heldOn`, the year begun where it is new.
fn by_place(rat: &mut RatInput, path: &str) -> String {
    let Some((year, name)) = path.strip_prefix("year.").and_then(|rest| rest.split_once('.')) else {
        return path.to_owned();
    };
    let known = rat.history.iter().position(|known| known.year.to_string() == year);
    let place = known.unwrap_or(rat.history.len());
    // A path with a year that is none leads nowhere.
    let _ = rat.set(&format!("history.{place}.year"), year);
    format!("history.{place}.{name}")
}

/// A RAT that was not held has no day and no report.
fn forget_year(rat: &mut RatInput, path: &str) {
    for name in ["heldOn", "reported", "reportedOn"] {
        take(rat, &path.replace("held", name), "");
    }
}

/// Members and name belong to the profile, where the other check reads them too; what cannot be stays here, to be told.
fn share(assessment: &mut Assessment, path: &str) {
    let Assessment { profile, rat, .. } = assessment;
    match path {
        "members" => {
            let count = rat.members.and_then(|count| u32::try_from(count).ok()).filter(|count| *count > 0);
            profile.members = count;
            rat.members = if count.is_some() { None } else { rat.members };
        }
        "names.name" => profile.name = Some(std::mem::take(&mut rat.names.name)).filter(|name| !name.is_empty()),
        _ => {}
    }
}

/// An amount that can be read in one way only; anything else stays in the field with its question.
fn money(model: &mut Model, path: &str, text: &str) {
    match Rupiah::parse(text) {
        Ok(Entry::Amount(amount)) => set(model, path, &amount.get().to_string()),
        Ok(Entry::AmountToConfirm(_) | Entry::Many(_)) | Err(_) => {
            heard(model, path, Some(text));
        }
        Ok(_) => set(model, path, ""),
    }
}

/// A list that is whole takes the place of the one before; of any other nothing is taken.
fn list(model: &mut Model, text: &str) {
    let path = "shu.list";
    match shu::members(text) {
        Ok(list) => {
            let line = |member: &shu::Member| format!("{}\t{}\t{}", member.number, member.savings, member.business);
            model.work.assessment.rat.shu.list = list.iter().map(line).collect::<Vec<_>>().join("\n");
            heard(model, path, None);
        }
        Err(_) => heard(model, path, Some(text)),
    }
}

/// Takes a chapter in, leaves it out, or changes its place with its neighbour's; then its button is in focus again.
fn chapter(model: &mut Model, key: &str, how: &str) -> Vec<Effect> {
    let said = &mut model.work.assessment.rat.shu.chapters;
    let mut chapters = papers::chapters(said);
    let Some(place) = chapters.iter().position(|chapter| chapter.form.id == key) else { return Vec::new() };
    match how {
        "up" if place > 0 => chapters.swap(place, place - 1),
        "down" if place + 1 < chapters.len() => chapters.swap(place, place + 1),
        "true" | "false" => chapters[place].included = how == "true",
        _ => return Vec::new(),
    }
    *said = papers::order(&chapters);
    let moved = ["up", "down"].contains(&how).then(|| format!("bab-{key}-{how}"));
    vec![Effect::Focus(moved.unwrap_or_else(|| format!("bab-{key}")))]
}

/// Moves a count, not below nothing and not above the register.
fn step(model: &mut Model, path: &str, by: i64) {
    let Some(board) = Board::of(model) else { return };
    let most = board.facts.members.and_then(|count| i64::try_from(count).ok()).unwrap_or(i64::MAX);
    let count = board.value(path).parse().unwrap_or(0_i64).saturating_add(by).clamp(0, most);
    set(model, path, &count.to_string());
}

fn letter(work: &mut Opened, kind: &str) {
    let rat = &mut work.assessment.rat;
    // Nothing but a kind we know begins a letter.
    let begun = rat.set("letters.0.kind", kind).is_ok();
    take(rat, "anyLetters", if begun { "" } else { kind });
    if !begun {
        rat.without_letters();
        save::only_first(&mut work.kept, &["rat", "letters"], 0);
    }
}

fn trade(rat: &mut RatInput, how: &str) {
    let (business, ever) = match how {
        "yes" => ("yes", ""),
        "no" => ("no", "yes"),
        "never" => ("no", "no"),
        _ => (how, ""),
    };
    take(rat, "business", business);
    take(rat, "everTraded", ever);
    if how != "no" {
        take(rat, "idleSince", "");
    }
}

fn rest(rat: &mut RatInput, document: &str) {
    let Some(id) = crate::rat::book::DocumentId::all().find(|id| id.document().id == document) else { return };
    let contents = (0..id.document().contents.len()).map(|place| format!("contents.{place}"));
    let names = contents.chain((!id.document().signed_by.is_empty()).then(|| "signed".to_owned()));
    let known: Vec<String> = rat.entries().into_iter().map(|(path, _)| path).collect();
    for path in names.map(|name| format!("documents.{document}.{name}")).filter(|path| !known.contains(path)) {
        take(rat, &path, "no");
    }
}

fn calendar_file(model: &Model) -> Option<Effect> {
    let board = Board::of(model)?;
    let plan = calendar::plan(&board.facts, board.today)?;
    let text = ics::ics(&plan, &board.facts.names.name, board.today, model.locale);
    Some(Effect::Download { name: format!("rat-{}.ics", plan.book_year), kind: "text/calendar", text })
}

fn word_file(model: &Model, key: &str) -> Option<Effect> {
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let bytes = docx(&Board::of(model)?.paper(key)?);
    Some(Effect::Wing(wing::Effect::DownloadBytes { name: format!("{key}.docx"), kind, bytes }))
}

fn sheet_file(model: &Model, key: &str) -> Option<Effect> {
    let bytes = xlsx(&Board::of(model)?.paper(key)?)?;
    Some(Effect::Wing(wing::Effect::DownloadBytes { name: format!("{key}.xlsx"), kind: XLSX, bytes }))
}
