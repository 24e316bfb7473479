//! One ratio: every way to its next band, what else moves on the way, and why the others do not do.

use maud::{Markup, html};

use super::card::move_mark;
use super::parts::{change, count, fold, gain};
use super::tracking;
use crate::advice::{Blocked, Coupling, NextBand, Outlook, Way, next_band};
use crate::exact::Fraction;
use crate::locale::fill;
use crate::money::Rupiah;
use crate::page::advice::{AdviceRoute, say};
use crate::page::view::numbers::{points, points_of, ratio, rupiah, span};
use crate::page::view::parts::{back, heading, icon};
use crate::page::view::{bands, scores};
use crate::page::{Model, Route};
use crate::rulebook::{Band, Indicator, Move, Unit, Year};

/// The screen.
pub(super) fn view(model: &Model, id: &str) -> Markup {
    let words = &model.words().rupiah;
    let found = model.assessment().variant.indicator(id);
    let Some(next) = found.and_then(|one| next_band(model.assessment(), one)) else {
        return html! { (back(&Route::Advice(AdviceRoute::Bands), model.words())) (heading(model.words().common.not_found)) };
    };
    html! {
        (back(&Route::Advice(AdviceRoute::Bands), model.words()))
        p.step { (words.title) }
        (heading(say::name(model, next.indicator)))
        (now(model, &next))
        (answer(model, &next))
        (tracking::note(model, next.indicator.id, say::name(model, next.indicator)))
        p.links { a href=(Route::Trace(next.indicator.id.to_owned()).hash()) { (model.words().advice.see_trace) } }
    }
}

/// The ratio, its points, and the next band.
fn now(model: &Model, next: &NextBand) -> Markup {
    let words = &model.words().rupiah;
    let report = model.report();
    let shown = next.ratio.map(|value| ratio(model, next.indicator.unit(), value, None));
    html! {
        p.trace-score {
            @if let Some(shown) = shown { (fill(words.now, &[("ratio", &shown)])) " " }
            strong { (points_of(model, next.points, next.indicator.max)) }
            @if let Outlook::Measured { next: band, .. } = &next.outlook { br; (goal(model, next.indicator.unit(), band)) }
            @if let Some(score) = report.indicator(next.indicator.id) { (scores::doubt(model, &report, score)) }
        }
    }
}

fn goal(model: &Model, unit: Unit, band: &Band) -> String {
    fill(
        model.words().rupiah.goal,
        &[("stretch", &bands::stretch(model, unit, band)), ("points", &points(model, band.points))],
    )
}

fn answer(model: &Model, next: &NextBand) -> Markup {
    let words = &model.words().rupiah;
    match &next.outlook {
        Outlook::Best => html! { p.good { (icon("done")) (words.full_sentence) } },
        Outlook::NotMeasured(_) => {
            html! { p.hint.warn { (icon("warn")) (words.not_measured) } p { (say::ratio_step(model, next.indicator)) } }
        }
        Outlook::Missing(accounts) => missing(model, accounts),
        Outlook::Measured { ways, blocked, together, .. } => html! {
            @if let Some(rupiah) = together { p { (icon("info")) (say::together(model, *rupiah)) } }
            @else if ways.is_empty() { (no_way(model, next.indicator)) }
            @if !ways.is_empty() { (all(model, next, ways)) }
            (self::blocked(model, blocked))
        },
    }
}

fn missing(model: &Model, accounts: &[(Year, &'static str)]) -> Markup {
    let words = &model.words().rupiah;
    html! {
        p { (icon("unknown")) (words.missing_lead) }
        ul {
            @for (year, account) in accounts {
                li { (model.texts().figure(model.assessment().variant, account).unwrap_or(account))
                    @if *year == Year::Prior { " (" (model.year_in_text(*year)) ")" } }
            }
        }
        p { a.button.second href=(Route::Books.hash()) { (model.words().advice.to_books) } }
    }
}

fn no_way(model: &Model, indicator: &Indicator) -> Markup {
    let words = &model.words().rupiah;
    html! {
        p.hint.warn { (icon("warn")) (words.no_line_sentence) }
        @if let Some(help) = model.ratio_help(indicator) { p { strong { (model.words().advice.step) } " " (help.first_step) } }
    }
}

fn all(model: &Model, next: &NextBand, ways: &[Way]) -> Markup {
    let words = &model.words().rupiah;
    html! {
        h2 { (words.ways) }
        p.hint { (words.ways_lead) }
        @for alike in ways.chunk_by(alike) { (card(model, next, alike)) }
    }
}

/// Whether two ways ask for the same money and bring the same.
fn alike(one: &Way, other: &Way) -> bool {
    let same =
        |(one, other): (&Coupling, &Coupling)| one.indicator.id == other.indicator.id && one.score == other.score;
    (one.rupiah, one.points, one.total, one.told, one.holds)
        == (other.rupiah, other.points, other.total, other.told, other.holds)
        && one.coupled.len() == other.coupled.len()
        && one.coupled.iter().zip(&other.coupled).all(same)
}

/// Ways that are alike, told once: what they bring, then each in a line.
fn card(model: &Model, next: &NextBand, ways: &[Way]) -> Markup {
    let words = &model.words().rupiah;
    let Some(way) = ways.first() else { return html! {} };
    let amount = rupiah(model, Fraction::whole(way.rupiah));
    let after = way.ratio.map(|value| ratio(model, next.indicator.unit(), value, None)).unwrap_or_default();
    let said = fill(
        words.lifts,
        &[("ratio", &after), ("before", &span(model, next.points)), ("after", &span(model, way.points.after))],
    );
    html! {
        article.card.way {
            h3 { (fill(if ways.len() > 1 { words.any_of } else { words.only }, &[("amount", &amount)])) }
            p { (said) }
            p { (words.total) " " (change(model, way.change())) " " (gain(model, way.gain())) }
            @if way.told.is_some() { p.hint { @if way.holds { (icon("done")) (words.holds) } @else { (icon("warn")) (words.holds_not) } } }
            @if way.gain().high.is_negative() { p.hint.warn { (icon("warn")) (words.costs) } }
            (coupled(model, &way.coupled))
            ul { @for way in ways { (line(model, way)) } }
        }
    }
}

/// One way: what is done, what moves, and that no plan would propose it, if so.
fn line(model: &Model, way: &Way) -> Markup {
    let words = &model.words().rupiah;
    let told = model.locale.way(model.assessment(), way);
    let amount = |value: Rupiah| rupiah(model, value.into());
    let moved = told.shifts.iter().zip(&way.shifts).map(|(line, shift)| {
        let span = fill(words.from_to, &[("before", &amount(shift.before)), ("after", &amount(shift.after))]);
        format!("{line} {span}")
    });
    html! {
        li id={ "cara-" (way.movement.id) } {
            strong { (told.deed) } " " small { (moved.collect::<Vec<_>>().join("; ")) "." }
            @if !way.movement.plan { p.hint { (icon("info")) (words.not_proposed) } }
            @if let Some(rat) = told.needs_rat { p { (icon("info")) (rat) } }
            p { button.link type="button" data-click=(move_mark(way)) { (model.words().advice.try_it) span.unseen { ": " (told.deed) } } }
        }
    }
}

/// What else changes on the way.
fn coupled(model: &Model, coupled: &[Coupling]) -> Markup {
    let words = &model.words().rupiah;
    html! {
        @if !coupled.is_empty() {
            p.hint { (words.also) }
            ul {
                @for one in coupled {
                    li { (say::name(model, one.indicator)) ": "
                        (fill(words.becomes, &[("before", &span(model, one.score.before)), ("after", &span(model, one.score.after))])) }
                }
            }
        }
    }
}

/// The moves that do not do it, by the reason, so that it is said once.
fn blocked(model: &Model, blocked: &[(&'static Move, Blocked)]) -> Markup {
    let words = &model.words().rupiah;
    let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
    for (movement, why) in blocked {
        let (name, why) =
            (model.locale.movement(model.assessment(), movement), model.locale.blocked(model.assessment(), *why));
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, names)) => names.push(name),
            None => reasons.push((why, vec![name])),
        }
    }
    let inside = html! { ul { @for (why, names) in &reasons { li { (why) p.hint { (names.join("; ")) "." } } } } };
    html! { @if !blocked.is_empty() { (fold("bukan", &count(words.blocked, blocked.len()), &inside)) } }
}
