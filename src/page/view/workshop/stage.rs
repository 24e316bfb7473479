//! The trainer's stage: one question in projector type, run by keys. Nothing is shown that was not asked for.

use maud::{Markup, html};

use super::super::parts::{back, icon};
use crate::exact::Fraction;
use crate::locale::fill;
use crate::money::{Places, percent};
use crate::page::workshop::{Sight, Step, Vote, WorkshopRoute, listed, steps};
use crate::page::{Model, Route};
use crate::rulebook::Indicator;
use crate::scoring;

/// The screen.
pub(super) fn view(model: &Model, place: u16) -> Markup {
    let words = &model.words().workshop_stage;
    let steps = steps(model.assessment().variant);
    let Some(step) = step(&steps, place) else {
        return html! { (back(&Route::Workshop(WorkshopRoute::Trainer), model.words())) h1 id="judul" tabindex="-1" { (model.words().common.not_found) } };
    };
    let (at, row) = model.workshop.row(place, steps.len());
    html! {
        div.stage {
            p.stage-place {
                span { (fill(words.place, &[("place", &(at + 1)), ("all", &row.len())])) }
                (clock(model))
                a href=(Route::Workshop(WorkshopRoute::Trainer).hash()) data-key="Escape" { (words.leave) }
            }
            h1 id="judul" tabindex="-1" { (question(model, step)) }
            @if let Step::Item(..) = step { (votes(model, place)) } @else { p.stage-note { (words.ratio) } }
            (asked(model, place, step))
            (controls(model, place, steps.len(), step))
        }
    }
}

/// The screen's heading.
pub(super) fn name(model: &Model, place: u16) -> &'static str {
    let steps = steps(model.assessment().variant);
    step(&steps, place).map_or(model.words().common.not_found, |step| question(model, step))
}

fn step(steps: &[Step], place: u16) -> Option<Step> {
    steps.get(usize::from(place).checked_sub(1)?).copied()
}

fn question(model: &Model, step: Step) -> &'static str {
    let (texts, variant) = (model.texts(), model.assessment().variant);
    match step {
        Step::Item(_, item) => texts.item(variant, item.id).map_or(item.id, |text| text.question),
        Step::Ratio(indicator, _) => texts.indicator(variant, indicator.id).map_or(indicator.name, |text| text.name),
    }
}

/// Minutes and seconds, its key, and what it says when time is up.
fn clock(model: &Model) -> Markup {
    let (words, workshop) = (&model.words().workshop_stage, &model.workshop);
    let left = workshop.left.unwrap_or(workshop.allowed());
    let over = workshop.left == Some(0);
    html! {
        span.stage-clock.over[over] {
            @if over { (icon("warn")) (words.clock_over) } @else {
                span.unseen { (words.clock_left) } (left / 60) ":" (format!("{:02}", left % 60))
            }
            " "
            button.quiet type="button" data-click="workshop clock" data-key="0" {
                (if workshop.runs { words.clock_stop } else { words.clock_start }) " " kbd { "0" }
            }
            @if workshop.left.is_some() && !workshop.runs {
                button.quiet type="button" data-click="workshop rewind" { (words.rewind) }
            }
        }
    }
}

/// Hands raised: typed by the trainer, drawn only when revealed.
fn votes(model: &Model, place: u16) -> Markup {
    let words = &model.words().workshop_stage;
    let counted = model.workshop.votes.get(&place).copied().unwrap_or_default();
    let shown = model.workshop.shows(place, Sight::Bar);
    html! {
        fieldset.votes.veiled[!shown] {
            legend.unseen { (words.votes) }
            @for (vote, key) in Vote::ALL.into_iter().zip(1..) {
                @let id = format!("suara-{}", vote.code());
                div.vote {
                    label for=(id) { (vote_word(model, vote)) }
                    button.vote-key type="button" data-click={ "workshop hand " (vote.code()) } data-key=(key) tabindex="-1" aria-hidden="true" { "+1 " kbd { (key) } }
                    input id=(id) type="text" inputmode="numeric" autocomplete="off" maxlength="4" data-enter="judul"
                        data-input={ "workshop vote " (vote.code()) } value=(counted.of(vote).map_or(String::new(), |count| count.to_string()));
                }
            }
        }
        @if shown { (bars(model, place)) }
    }
}

fn vote_word(model: &Model, vote: Vote) -> &'static str {
    let words = &model.words().workshop_stage;
    match vote {
        Vote::Yes => words.yes,
        Vote::No => words.no,
        Vote::Unknown => words.unknown,
    }
}

fn bars(model: &Model, place: u16) -> Markup {
    let words = &model.words().workshop_stage;
    let counted = model.workshop.votes.get(&place).copied().unwrap_or_default();
    let all = counted.all();
    html! {
        div.bars role="status" {
            @if all == 0 { p { (words.no_hands) } }
            @else {
                @for vote in Vote::ALL {
                    @let count = counted.of(vote).unwrap_or(0);
                    @let share = Fraction::new(count.into(), all.into()).unwrap_or(Fraction::ZERO);
                    @let said = fill(words.hands, &[("count", &count), ("percent", &percent(share, Places::Exactly(0), model.locale))]);
                    div.bar-row {
                        span { (icon(match vote { Vote::Yes => "done", Vote::No => "no", Vote::Unknown => "unknown" })) (vote_word(model, vote)) }
                        progress value=(count) max=(all) aria-label={ (vote_word(model, vote)) ": " (said) } {}
                        span { (said) }
                    }
                }
            }
        }
    }
}

/// What was asked for on this question.
fn asked(model: &Model, place: u16, step: Step) -> Markup {
    let shows = |sight| model.workshop.shows(place, sight);
    html! {
        @if shows(Sight::Why) { div.asked id="lihat-why" tabindex="-1" { (why(model, step)) } }
        @if shows(Sight::Evidence) { div.asked id="lihat-evidence" tabindex="-1" { (evidence(model, step)) } }
        @if shows(Sight::Answer) { div.asked id="lihat-answer" tabindex="-1" { (answer(model, step)) } }
    }
}

fn why(model: &Model, step: Step) -> Markup {
    let words = &model.words().workshop_stage;
    match step {
        Step::Item(_, item) => {
            let help = model.help(item.id);
            html! { @if let Some(help) = help { p { (help.why) } p { strong { (words.examiner) ": " } (help.examiner) } } }
        }
        Step::Ratio(indicator, _) => {
            html! { @if let Some(text) = model.ratio_help(indicator) { p { strong { (words.meaning) ": " } (text.meaning) } p { (text.why) } } }
        }
    }
}

fn evidence(model: &Model, step: Step) -> Markup {
    let (words, texts) = (&model.words().workshop_stage, model.texts());
    let (papers, first) = match step {
        Step::Item(_, item) => (item.action.evidence, model.help(item.id).map(|help| help.first_step)),
        Step::Ratio(indicator, rule) => (rule.action.evidence, model.ratio_help(indicator).map(|help| help.first_step)),
    };
    html! {
        p { strong { (words.evidence_list) ": " } (papers.iter().filter_map(|id| texts.document(id)).collect::<Vec<_>>().join("; ")) }
        @if let Some(first) = first { p { strong { (words.first) ": " } (first) } }
    }
}

/// What the cooperative on this device said; never its name.
fn answer(model: &Model, step: Step) -> Markup {
    let words = &model.words().workshop_stage;
    let said = match step {
        Step::Item(_, item) => {
            fill(words.answered, &[("answer", &model.words().answer(model.assessment().answer(item.id)))])
        }
        Step::Ratio(indicator, _) => fill(words.level, &[("level", &level(model, indicator))]),
    };
    let whose = if model.sample { words.sample } else { words.own };
    html! { p { (said) " (" (whose) ")" } }
}

fn level(model: &Model, indicator: &'static Indicator) -> String {
    super::super::numbers::span(model, scoring::points(model.assessment(), indicator))
}

/// What there is to press, each with its key.
fn controls(model: &Model, place: u16, all: usize, step: Step) -> Markup {
    let words = &model.words().workshop_stage;
    let (at, row) = model.workshop.row(place, all);
    let end = |place: Option<&u16>| Route::Workshop(WorkshopRoute::Stage(place.copied().unwrap_or(1))).hash();
    let is_item = matches!(step, Step::Item(..));
    html! {
        div.stage-actions {
            div {
                @if is_item { (toggle(model, place, Sight::Bar, words.bar, "Space", "␣")) }
                (toggle(model, place, Sight::Why, words.why, "4", "4"))
                (toggle(model, place, Sight::Evidence, words.evidence, "5", "5"))
                (toggle(model, place, Sight::Answer, words.answer, "6", "6"))
            }
            (buttons(model, at, &row, WorkshopRoute::Stage))
        }
        details.stage-more {
            summary data-key="Help" { (words.more) " " kbd { "?" } }
            p.stage-jump {
                a href=(end(row.first())) data-key="Home" { (words.first_item) }
                a href=(end(row.last())) data-key="End" { (words.last_item) }
            }
            (lists(model))
            div.field {
                label for="butir" { (fill(words.jump, &[("all", &row.len())])) }
                input.short id="butir" type="text" inputmode="numeric" autocomplete="off" value=(at + 1) data-change="workshop jump";
            }
            div.field {
                label for="menit" { (words.minutes) }
                input.short id="menit" type="text" inputmode="numeric" autocomplete="off" value=(model.workshop.allowed() / 60) data-change="workshop minutes";
            }
            p { (words.keys) }
        }
    }
}

/// To the neighbours of a place among several, by key too.
fn buttons(model: &Model, at: usize, row: &[u16], to: fn(u16) -> WorkshopRoute) -> Markup {
    let words = &model.words().workshop_stage;
    let to = |at: usize| row.get(at).map(|place| Route::Workshop(to(*place)).hash());
    html! {
        div {
            @if let Some(to) = at.checked_sub(1).and_then(to) { a.button.second href=(to) data-key="ArrowLeft PageUp" { kbd { "←" } " " (words.previous) } }
            @if let Some(to) = to(at + 1) { a.button href=(to) data-key="ArrowRight PageDown" { (words.next) " " kbd { "→" } } }
        }
    }
}

/// The buttons of what is only turned over, after what else can be pressed, and keys for its ends.
pub(super) fn turn(model: &Model, at: usize, row: &[u16], to: fn(u16) -> WorkshopRoute, more: &Markup) -> Markup {
    html! {
        div.stage-actions { (more) (buttons(model, at, row, to)) }
        @for (end, key) in [(row.first(), "Home"), (row.last(), "End")] {
            @if let Some(end) = end { a hidden href=(Route::Workshop(to(*end)).hash()) data-key=(key) {} }
        }
    }
}

/// The ready lists: for an hour, from the class, or one part of the form.
fn lists(model: &Model) -> Markup {
    let words = &model.words().workshop_stage;
    let ready =
        [("", words.list_all), ("eight", words.list_eight), ("weak", words.list_weak), ("doubts", words.list_doubts)];
    let parts = model.assessment().variant.aspects.iter().map(|one| (one.id, model.texts()[one].name));
    html! {
        div.field {
            label for="daftar" { (words.list) }
            select id="daftar" data-change="workshop queue" {
                @for (list, name) in ready.into_iter().chain(parts) {
                    @if list.is_empty() || !listed(model, list).is_empty() {
                        option value=(list) selected[model.workshop.queue.0 == list] { (name) }
                    }
                }
            }
        }
    }
}

fn toggle(model: &Model, place: u16, sight: Sight, word: &str, key: &str, sign: &str) -> Markup {
    let shown = model.workshop.shows(place, sight);
    html! {
        button.button.second type="button" data-click={ "workshop show " (sight.code()) } data-key=(key) aria-expanded=(shown) {
            (word) " " kbd { (sign) }
        }
    }
}
