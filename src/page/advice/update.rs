//! What a message of these screens changes.

use super::{AdviceMessage, AdviceRoute, Noting, Older, Table, entry, tables};
use crate::advice::{self, Lever, Route as Way, Unknowns, moved};
use crate::assessment::{Answer, LONGEST_TEXT, PaperNote, Stage, Task};
use crate::calendar::Day;
use crate::exchange::save;
use crate::page::file::read;
use crate::page::wing;
use crate::page::{Effect, FileFault, Model, Route};
use crate::papers::XLSX;
use crate::rulebook::{Item, Year};

/// Changes the model; what the browser has to do comes back.
pub(in crate::page) fn update(model: &mut Model, message: AdviceMessage) -> Vec<Effect> {
    match message {
        AdviceMessage::Answer(item, answer) => answered(model, item, answer),
        AdviceMessage::Amount(year, account, text) => entry::typed(model, year, account, &text),
        AdviceMessage::Confirm(year, account) => entry::confirmed(model, year, account),
        AdviceMessage::Try(items) => {
            for item in items {
                answered(model, item, Answer::Yes);
            }
            return to_trial();
        }
        AdviceMessage::Move(id, rupiah) => {
            move_money(model, &id, rupiah);
            return to_trial();
        }
        AdviceMessage::Lever(id, up) => turn(model, &id, up),
        AdviceMessage::TryPath(target) => {
            try_path(model, &target);
            return to_trial();
        }
        AdviceMessage::DropAnswer(item) => drop(model.advice.trial.answers.remove(&item)),
        AdviceMessage::DropAmount(year, account) => {
            model.advice.drafts.remove(&(year, account.clone()));
            model.advice.trial.amounts.remove(&(year, account));
        }
        AdviceMessage::Reset => {
            model.advice.trial = advice::ChangeSet::default();
            model.advice.drafts.clear();
            return vec![Effect::Focus("judul".to_owned())];
        }
        AdviceMessage::Whole => model.advice.whole = true,
        AdviceMessage::Note(item) => return note(model, item),
        AdviceMessage::NoteDate(date) => change(model, |noting| noting.date = date),
        AdviceMessage::NoteText(text) => change(model, |noting| noting.note = single(&text, LONGEST_TEXT)),
        AdviceMessage::Mark(stage) => return mark(model, stage),
        AdviceMessage::NoteClose => model.advice.noting = None,
        AdviceMessage::Who(id, who) => agree(model, &id, |task| task.who = single(&who, Task::LONGEST_WHO)),
        AdviceMessage::Until(id, until) => agree(model, &id, |task| task.until = until),
        AdviceMessage::Unmark => unmark(model),
        AdviceMessage::Older(file) => older(model, file),
        AdviceMessage::Forget(place) => {
            if place < model.advice.older.len() {
                model.advice.older.remove(place);
            }
        }
        AdviceMessage::Paper(id, found) => note_paper(model, id, |note| note.found = found),
        AdviceMessage::PaperPlace(id, place) => {
            note_paper(model, id, |note| note.place = single(&place, LONGEST_TEXT));
        }
        AdviceMessage::PaperBack => return paper_back(model),
        AdviceMessage::Csv(table) => return vec![csv(model, table)],
        AdviceMessage::Workbook => {
            let bytes = tables::workbook(model);
            return vec![Effect::Wing(wing::Effect::DownloadBytes {
                name: "laporan-periksa-diri.xlsx".to_owned(),
                kind: XLSX,
                bytes,
            })];
        }
    }
    Vec::new()
}

fn to_trial() -> Vec<Effect> {
    vec![Effect::Go(Route::Advice(AdviceRoute::Trial))]
}

/// What is tried; what is the same as in the work is no trial.
fn answered(model: &mut Model, id: String, answer: Answer) {
    let Some(item) = model.assessment().variant.item(&id) else { return };
    if answer == Answer::NotApplicable && !item.not_applicable {
        return;
    }
    if model.assessment().answer(&id) == answer {
        model.advice.trial.answers.remove(&id);
    } else {
        model.advice.trial.answers.insert(id, answer);
    }
}

/// Makes a move on top of what is tried already.
fn move_money(model: &mut Model, id: &str, rupiah: i64) {
    let variant = model.assessment().variant;
    let Some(movement) = variant.moves.and_then(|moves| moves.list.iter().find(|one| one.id == id)) else { return };
    let Some(copy) = model.what_if().and_then(|trial| moved(&trial.copy, movement, rupiah)) else { return };
    for leg in movement.legs() {
        let account = variant.accounts[usize::from(leg.account)].id;
        let amount = copy.amount(Year::Current, account);
        entry::put(model, (Year::Current, account.to_owned()), amount);
    }
}

/// Turns a lever by a notch; at its end it stays.
fn turn(model: &mut Model, id: &str, up: bool) {
    let Some(lever) = model.levers().into_iter().find(|lever| lever.id() == id) else { return };
    match lever {
        Lever::Money(_, rupiah) => move_money(model, id, if up { rupiah } else { -rupiah }),
        Lever::Items(indicator) => {
            let trial = &model.advice.trial.answers;
            let kept = |item: &Item| model.assessment().answer(item.id);
            let is_yes = |item: &Item| trial.get(item.id).copied().unwrap_or_else(|| kept(item)) == Answer::Yes;
            let free = |item: &Item| kept(item) != Answer::NotApplicable;
            let items = indicator.items();
            // Down: what was tried goes first.
            let turned = if up {
                items.iter().find(|item| free(item) && !is_yes(item)).map(|item| (item, Answer::Yes))
            } else {
                let tried = items.iter().rev().find(|item| is_yes(item) && kept(item) != Answer::Yes);
                let there = || items.iter().rev().find(|item| is_yes(item)).map(|item| (item, Answer::No));
                tried.map(|item| (item, kept(item))).or_else(there)
            };
            if let Some((item, answer)) = turned {
                answered(model, item.id.to_owned(), answer);
            }
        }
    }
}

fn try_path(model: &mut Model, target: &str) {
    let variant = model.assessment().variant;
    let Some(target) = variant.predicates.iter().find(|one| one.id == target) else { return };
    if let Way::By(path) = advice::path(model.assessment(), target, Unknowns::Against) {
        for item in path.steps.iter().flat_map(|step| &step.items) {
            answered(model, item.id.to_owned(), Answer::Yes);
        }
    }
}

/// Begins a note of today, in the field of its words.
fn note(model: &mut Model, item: String) -> Vec<Effect> {
    let date = model.today.map_or_else(String::new, |day| day.to_string());
    model.advice.noting = Some(Noting { item, date, note: String::new() });
    vec![Effect::Focus("catatan-teks".to_owned())]
}

fn change(model: &mut Model, with: impl FnOnce(&mut Noting)) {
    if let Some(noting) = &mut model.advice.noting {
        with(noting);
    }
}

fn mark(model: &mut Model, stage: Stage) -> Vec<Effect> {
    let Some(noting) = &model.advice.noting else { return Vec::new() };
    if noting.fault().is_some() {
        return vec![Effect::Focus("catatan-tanggal".to_owned())];
    }
    let Some(Noting { item, date, note }) = model.advice.noting.take() else { return Vec::new() };
    let date = Day::parse(&date).map_or_else(String::new, |day| day.to_string());
    model.work.assessment.mark(&item, stage, &note, &date);
    vec![Effect::Focus("ditandai".to_owned())]
}

/// One line, its blanks single, no longer than the field takes.
fn single(text: &str, longest: usize) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(longest).collect()
}

fn agree(model: &mut Model, id: &str, change: impl FnOnce(&mut Task)) {
    let mut task = model.assessment().task(id);
    change(&mut task);
    model.work.assessment.agree(id, task);
}

/// The newest entry goes; where its item still waits for an answer, the one before it is back.
fn unmark(model: &mut Model) {
    let ours = &mut model.work.assessment;
    if let Some(mark) = ours.marks.pop()
        && mark.is_waiting()
        && ours.answer(&mark.item) == Answer::Unknown
    {
        ours.answers.extend(mark.before.map(|before| (mark.item, before)));
    }
    save::only_first(&mut model.work.kept, &["actions"], model.work.assessment.marks.len());
}

/// Lays an older file beside the others, the oldest book year first; the same book year only once.
pub(in crate::page) fn older(model: &mut Model, file: Result<String, FileFault>) {
    let words = model.words();
    let fits = read(model, file).and_then(|opened| match advice::progress(&opened.assessment, model.assessment()) {
        Ok(_) => Ok(opened.assessment),
        Err(_) => Err(words.compare.other_form.to_owned()),
    });
    match fits {
        Err(sentence) => model.advice.refused = Some(sentence),
        Ok(assessment) => {
            model.advice.refused = None;
            let year_end = assessment.profile.book_year_end.clone();
            let older = &mut model.advice.older;
            older.retain(|one| one.year_end != year_end || year_end.is_none());
            let place = older.partition_point(|one| one.year_end <= year_end);
            older.insert(place, Older { year_end, assessment });
        }
    }
}

fn csv(model: &Model, table: Table) -> Effect {
    let (name, text) = match table {
        Table::Report => ("laporan-periksa-diri.csv", tables::report(model)),
        Table::Pack => ("berkas-meja-pemeriksa.csv", tables::pack(model)),
    };
    Effect::Download { name: name.to_owned(), kind: "text/csv", text }
}

/// Changes the note of a paper, and remembers how it was.
fn note_paper(model: &mut Model, id: String, change: impl FnOnce(&mut PaperNote)) {
    let mut note = model.assessment().paper(&id);
    change(&mut note);
    match model.work.assessment.note_paper(&id, note.clone()) {
        Some(before) if before != note => model.advice.papers_before.push((id, before)),
        _ => {}
    }
}

/// The last change goes; the paper it was about takes the focus.
fn paper_back(model: &mut Model) -> Vec<Effect> {
    let Some((id, before)) = model.advice.papers_before.pop() else { return Vec::new() };
    model.work.assessment.note_paper(&id, before);
    vec![Effect::Focus(format!("berkas-{id}"))]
}
