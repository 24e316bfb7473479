//! How far each action is: under way or done, with day and note, and the answer before and after.

use maud::{Markup, html};

use super::parts::{count, fold};
use crate::advice::{Action, Step};
use crate::assessment::{Answer, LONGEST_TEXT, Mark, Stage, Task};
use crate::locale::fill;
use crate::page::Model;
use crate::page::advice::{day_fault, say};
use crate::page::view::names;
use crate::page::view::names::fault_words;
use crate::page::view::parts::{day_boxes, icon, radios};

/// The history, newest first; what is done and waits for a new answer asks for it here.
pub(super) fn history(model: &Model) -> Markup {
    let words = &model.words().tracking;
    let marks = &model.assessment().marks;
    let waiting = marks.iter().filter(|mark| mark.is_waiting() && is_last(model, mark));
    html! {
        @if !marks.is_empty() {
            section.tracking {
                h2 id="ditandai" tabindex="-1" { (words.title) }
                @for mark in waiting { (ask(model, mark)) }
                (fold("riwayat", &count(words.history, marks.len()), &html! {
                    ol.history { @for mark in marks.iter().rev() { (entry(model, mark)) } }
                    p { button.quiet type="button" data-click="advice unmark" { (words.unmark) } }
                }))
            }
        }
    }
}

fn is_last(model: &Model, mark: &Mark) -> bool {
    model.assessment().last_mark(&mark.item).is_some_and(|last| std::ptr::eq(last, mark))
}

/// The question again, with the answers to choose from.
fn ask(model: &Model, mark: &Mark) -> Markup {
    let words = model.words();
    let variant = model.assessment().variant;
    let Some((item, text)) = variant.item(&mark.item).zip(model.texts().item(variant, &mark.item)) else {
        return html! {};
    };
    let given = model.assessment().answers.get(item.id).copied();
    let choices = Answer::ALL
        .into_iter()
        .filter(|answer| *answer != Answer::NotApplicable || item.not_applicable)
        .map(|answer| (answer.code(), words.answer(answer), Some(answer) == given))
        .collect::<Vec<_>>();
    html! {
        fieldset.question {
            // Answered anew it stays while this screen stands: whoever slipped can press again.
            @let is_answered = given.is_some_and(|answer| answer != Answer::Unknown);
            legend { @if is_answered { span.good { (icon("done")) (words.tracking.answered) } } @else { (words.tracking.answer_again) } " " (text.question) }
            @if let Some(help) = model.help(item.id) { p.evidence { (icon("info")) (help.hint) } }
            (radios(&format!("lagi-{}", item.id), &format!("answer {}", item.id), &choices))
        }
    }
}

fn entry(model: &Model, mark: &Mark) -> Markup {
    let words = model.words();
    let day = if mark.date.is_empty() { words.tracking.no_day.to_owned() } else { names::day(model, &mark.date) };
    let answers = mark.before.zip(mark.after).map(|(before, after)| {
        let [before, after] = [before, after].map(|answer| words.answer(answer));
        fill(words.tracking.answers, &[("before", &before), ("after", &after)])
    });
    html! {
        li {
            (stage(model, mark.stage)) " · " (day) ": " strong { (about(model, &mark.item)) }
            @if !mark.note.is_empty() { p.hint { (mark.note) } }
            @if let Some(answers) = answers { p.hint { (answers) } }
        }
    }
}

/// What an entry is about: an item's question or a ratio's name; its id where the form has changed.
pub(super) fn about<'a>(model: &Model, id: &'a str) -> &'a str {
    let variant = model.assessment().variant;
    let item = model.texts().item(variant, id).map(|text| text.question);
    item.or_else(|| model.texts().indicator(variant, id).map(|text| text.name)).unwrap_or(id)
}

pub(super) fn stage(model: &Model, stage: Stage) -> Markup {
    let words = &model.words().tracking;
    let (class, sign, word) = match stage {
        Stage::Done => ("tag done", "done", words.done),
        Stage::Doing => ("tag part", "part", words.doing),
    };
    html! { span class=(class) { (icon(sign)) (word) } }
}

/// Where an action stands, and the way to note it: a button, or the form it has opened.
pub(super) fn note(model: &Model, id: &str, about: &str) -> Markup {
    let words = &model.words().tracking;
    if let Some(noting) = model.advice.noting.as_ref().filter(|noting| noting.item == id) {
        let fault = noting.fault().map(|fault| fault_words(model, fault));
        return html! {
            div.noting role="group" aria-label=(words.note) {
                div.field {
                    label for="catatan-teks" { (words.note_text) }
                    input id="catatan-teks" type="text" value=(noting.note) autocomplete="off" maxlength=(LONGEST_TEXT)
                        data-change="advice note-text";
                }
                fieldset.field.bad[fault.is_some()] data-day="advice note-date" aria-describedby=[fault.map(|_| "catatan-tanggal-error")] {
                    legend { (words.note_date) }
                    @if let Some(fault) = fault { p.error id="catatan-tanggal-error" { (icon("warn")) (fault) } }
                    (day_boxes(model.words(), "catatan-tanggal", &noting.date, true, fault.is_some()))
                }
                p.hint { (words.done_help) }
                p.actions {
                    button.button type="button" data-click="advice mark done" { (icon("done")) (words.done) }
                    button.quiet type="button" data-click="advice mark doing" { (icon("part")) (words.doing) }
                    button.quiet type="button" data-click="advice note-close" { (model.words().common.close) }
                }
            }
        };
    }
    html! {
        p.noting-line {
            @if let Some(mark) = model.assessment().last_mark(id) { (stage(model, mark.stage)) " " (mark.note) " " }
            button.link type="button" data-click={ "advice note " (id) } { (words.note) span.unseen { ": " (about) } }
        }
    }
}

/// What may stand in the field of who does it, suggested once for all steps.
pub(super) fn offices(model: &Model) -> Markup {
    let words = &model.words().advice;
    let offices = [words.who_ketua, words.who_sekretaris, words.who_bendahara, words.who_manajer, words.who_pengawas];
    html! { datalist id="jabatan" { @for office in offices { option value=(office) {} } } }
}

/// Who does a step and until when, as far as it is agreed; and by how much it is late.
pub(super) fn agreed(model: &Model, action: &Action) -> Markup {
    let (words, task) = (&model.words().tracking, model.assessment().task(action.indicator.id));
    // What the books show next year can be done before they show it.
    let done = |mark: &Mark| mark.stage == Stage::Done && matches!(action.step, Step::Money(_));
    let is_done = model.assessment().last_mark(action.indicator.id).is_some_and(done);
    let late = model.day().and_then(|today| task.days_late(today)).filter(|_| !is_done);
    let day = task.day().map(|day| fill(words.until_day, &[("day", &model.locale.day(day))]));
    let told = [Some(task.who).filter(|who| !who.is_empty()), day].into_iter().flatten().collect::<Vec<_>>();
    html! {
        @if !told.is_empty() {
            span.agreed { (told.join(", ")) @if let Some(late) = late { " " span.tag.danger { (icon("warn")) (fill(words.late, &[("count", &late)])) } } }
        }
    }
}

/// The fields of who and until when.
pub(super) fn task(model: &Model, action: &Action) -> Markup {
    let (words, id) = (&model.words().tracking, action.indicator.id);
    let task = model.assessment().task(id);
    let fault = day_fault(&task.until).map(|fault| fault_words(model, fault));
    let [who, until] = ["siapa", "sampai"].map(|field| format!("{field}-{id}"));
    let (help, error) = (format!("{who}-help"), format!("{until}-error"));
    html! {
        details id={ "tugas-" (id) } open[fault.is_some()] {
            summary { (words.task) span.unseen { ": " (say::step(model, action)) } }
            div.noting {
                div.field {
                    label for=(who) { (words.who) }
                    p.hint id=(help) { (words.who_help) }
                    input id=(who) type="text" value=(task.who) list="jabatan" autocomplete="off" maxlength=(Task::LONGEST_WHO)
                        aria-describedby=(help) data-change={ "advice who " (id) };
                }
                fieldset.field.bad[fault.is_some()] data-day={ "advice until " (id) } aria-describedby=[fault.map(|_| &error)] {
                    legend { (words.until) }
                    @if let Some(fault) = fault { p.error id=(error) { (icon("warn")) (fault) } }
                    (day_boxes(model.words(), &until, &task.until, true, fault.is_some()))
                }
            }
        }
    }
}
