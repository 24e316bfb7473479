//! What to do first, by the points it can bring back. The list itself is made in `gaps`; this only tells it.

use maud::{Markup, html};

use super::super::{Gap, GapKind, Model, Route};
use super::gap::brings;
use super::parts::{back, heading, icon};
use super::questions;
use crate::locale::{Words, fill};
use crate::rulebook::{Action, Doer, Indicator, Item, RatioRule, Span};

/// How many of each list stand open.
const OPEN: usize = 2;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().advice;
    let gaps = Gap::all(model.assessment(), &model.report());
    let (ask, work): (Vec<Gap>, Vec<Gap>) = gaps.into_iter().partition(Gap::is_question);
    let (mend, figures): (Vec<Gap>, Vec<Gap>) = work.into_iter().partition(|gap| matches!(gap.kind, GapKind::Mend(..)));
    let parts = [
        ("tanya", model.words().gap.ask_title, words.ask_lead, ask),
        ("benahi", words.mend_title, words.mend_lead, mend),
        ("angka", words.figures_title, words.figures_lead, figures),
    ];
    let filled = || parts.iter().filter(|(.., gaps)| !gaps.is_empty());
    html! {
        (back(&Route::Result, model.words()))
        (heading(words.title))
        @if filled().next().is_none() { p.good { (icon("done")) (words.nothing) } } @else {
            p.lead { (words.lead) }
            nav.jump aria-label=(words.jump) {
                ul { @for (id, title, _, gaps) in filled() { li { a href={ "#" (id) } data-focus=(id) { (title) " (" (gaps.len()) ")" } } } }
            }
            @for (id, title, lead, gaps) in filled() {
                section.gaps {
                    h2 id=(id) tabindex="-1" { (title) }
                    p.hint { (lead) }
                    @for (place, gap) in gaps.iter().enumerate() { (card(model, gap, place < OPEN)) }
                }
            }
            p.actions { button.quiet type="button" data-click="print" { (model.words().result.print) } }
        }
    }
}

/// What tells one gap from another on the page.
fn key(gap: &Gap) -> &'static str {
    match &gap.kind {
        GapKind::Books(_) => "pembukuan",
        GapKind::FindOut(indicator, _) | GapKind::Mend(indicator, _) | GapKind::Ratio(indicator, _) => indicator.id,
    }
}

/// One gap, folded away except for the first few: a phone should show the whole list before its details.
fn card(model: &Model, gap: &Gap, open: bool) -> Markup {
    let words = &model.words().advice;
    let name = match &gap.kind {
        GapKind::Books(_) => model.words().gap.books_title,
        GapKind::FindOut(indicator, _) | GapKind::Mend(indicator, _) | GapKind::Ratio(indicator, _) => {
            questions::name(model, indicator.id)
        }
    };
    html! {
        details.gap id={ (if gap.is_question() { "tanya-" } else { "celah-" }) (key(gap)) } open[open] {
            summary { h3 { (name) } span.brings { (brings(model, gap)) @if gap.points.is_zero() { (words.no_points) } } }
            @match &gap.kind {
                GapKind::Books(indicators) => (books(model, indicators)),
                GapKind::FindOut(indicator, items) => (questions_list(model, indicator, items)),
                GapKind::Mend(_, items) => @for item in items { (mend(model, item)) },
                GapKind::Ratio(indicator, rule) => (ratio(model, indicator, rule)),
            }
        }
    }
}

fn books(model: &Model, indicators: &[&'static Indicator]) -> Markup {
    let words = &model.words().advice;
    html! {
        p { (fill(model.words().gap.books_text, &[("count", &indicators.len())])) }
        p { a.button.second href=(Route::Books.hash()) { (words.to_books) } }
    }
}

/// Items nobody knows yet: the question, and the papers that would tell.
fn questions_list(model: &Model, indicator: &Indicator, items: &[&'static Item]) -> Markup {
    html! {
        ul.ask-list {
            @for item in items {
                @if let Some(text) = model.texts().item(model.assessment().variant, item.id) {
                    li { (icon("unknown")) (text.question) p.hint { (text.hint) } }
                }
            }
        }
        p { a href=(Route::Indicator(indicator.id.to_owned()).hash()) { (model.words().advice.answer_now) span.unseen { ": " (questions::name(model, indicator.id)) } } }
    }
}

fn mend(model: &Model, item: &Item) -> Markup {
    let words = &model.words().advice;
    let Some(text) = model.texts().item(model.assessment().variant, item.id) else { return html! {} };
    let Some(help) = model.help(item.id) else { return html! {} };
    html! {
        div.mend {
            p.question-text { (icon("no")) (text.question) }
            p { strong { (words.step) } " " (help.first_step) }
            (facts(model, &item.action))
            details id={ "mengapa-" (item.id) } { summary { (words.why) span.unseen { ": " (text.question) } } p { (help.why) } }
        }
    }
}

fn ratio(model: &Model, indicator: &Indicator, rule: &RatioRule) -> Markup {
    let words = &model.words().advice;
    let text = model.texts().indicator(model.assessment().variant, indicator.id).and_then(|text| text.ratio.as_ref());
    html! {
        div.mend {
            @if let Some(text) = text {
                p { (text.meaning) }
                p { strong { (words.step) } " " (text.first_step) }
            }
            (facts(model, &rule.action))
            p { a href=(Route::Trace(indicator.id.to_owned()).hash()) { (words.see_trace) span.unseen { ": " (questions::name(model, indicator.id)) } } }
        }
    }
}

/// Who does it, how long it takes, how hard it is, which papers prove it, who can help.
fn facts(model: &Model, action: &Action) -> Markup {
    let words = &model.words().advice;
    let papers = action.evidence.iter().map(|id| model.texts().document(id).unwrap_or(id)).collect::<Vec<_>>();
    let offer = model.texts().offer(action.coaching);
    html! {
        dl.facts {
            div { dt { (words.who) } dd { (who(action.who, model.words())) } }
            div { dt { (words.time) } dd { (time(action.time, model.words())) } }
            div { dt { (words.effort) } dd { (effort(action.effort, model.words())) } }
            @if !papers.is_empty() { div { dt { (words.papers) } dd { (papers.join("; ")) } } }
            @if let Some(offer) = offer { div { dt { (words.coaching) } dd { (fill(words.coaching_ask, &[("offer", &offer)])) } } }
        }
    }
}

const fn who(doer: Doer, words: &Words) -> &'static str {
    match doer {
        Doer::Pengurus => words.advice.who_pengurus,
        Doer::Ketua => words.advice.who_ketua,
        Doer::Sekretaris => words.advice.who_sekretaris,
        Doer::Bendahara => words.advice.who_bendahara,
        Doer::Pengawas => words.advice.who_pengawas,
        Doer::Manajer => words.advice.who_manajer,
    }
}

const fn time(span: Span, words: &Words) -> &'static str {
    match span {
        Span::Days => words.advice.time_days,
        Span::Weeks => words.advice.time_weeks,
        Span::Months => words.advice.time_months,
        Span::Rat => words.advice.time_rat,
    }
}

/// From 1 (papers at hand) to 5 (months of change), in three words.
const fn effort(effort: u8, words: &Words) -> &'static str {
    match effort {
        0..=2 => words.advice.effort_light,
        3 => words.advice.effort_middle,
        _ => words.advice.effort_heavy,
    }
}
