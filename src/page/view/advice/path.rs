//! The least effort to a predicate, and what happens if a part of it fails.

use maud::{Markup, html};

use super::parts::{count, titled};
use crate::advice::{Path, PathStep, Route as Way, Unknowns, path, spread};
use crate::exact::Fraction;
use crate::locale::fill;
use crate::page::advice::{AdviceRoute, say};
use crate::page::view::numbers::{points, predicate, predicate_name, total};
use crate::page::view::parts::{back, icon};
use crate::page::{Model, Openness, Route};
use crate::rulebook::Predicate;

/// The screen, for a predicate or else for the next better one.
pub(super) fn view(model: &Model, target: Option<&str>) -> Markup {
    let words = &model.words().path;
    let target = chosen(model, target);
    html! {
        (back(&Route::Improve, model.words()))
        (titled(model, words.title))
        p.lead { (words.lead) }
        (choice(model, target))
        @match target {
            Some(target) => (way(model, target)),
            None => p.good { (icon("done")) (words.best) },
        }
    }
}

/// All predicates but the worst, worst first.
fn targets(model: &Model) -> impl Iterator<Item = &'static Predicate> {
    let predicates = model.assessment().variant.predicates;
    predicates[..predicates.len().saturating_sub(1)].iter().rev()
}

/// The one asked for; else the next better than the low end's; none where that is the best.
fn chosen(model: &Model, target: Option<&str>) -> Option<&'static Predicate> {
    if let Some(wanted) = targets(model).find(|one| Some(one.id) == target) {
        return Some(wanted);
    }
    let now = model.report().honest_predicate().low;
    let place = model.assessment().variant.predicates.iter().position(|one| Some(one.id) == now.map(|now| now.id));
    place.and_then(|place| model.assessment().variant.predicates.get(place.checked_sub(1)?))
}

fn choice(model: &Model, target: Option<&Predicate>) -> Markup {
    let words = &model.words().path;
    html! {
        nav.choices aria-label=(words.target) {
            p { (words.target) }
            ul {
                @for one in targets(model) {
                    @let here = target.is_some_and(|target| target.id == one.id);
                    li { a href=(Route::Advice(AdviceRoute::Path(Some(one.id.to_owned()))).hash()) aria-current=[here.then_some("true")] {
                        @if here { (icon("done")) } (predicate_name(model, one))
                    } }
                }
            }
        }
    }
}

fn way(model: &Model, target: &'static Predicate) -> Markup {
    let words = &model.words().path;
    let open = Openness::of(model.assessment(), &model.report()).is_open();
    let wide = spread(model.assessment(), Unknowns::Against);
    html! {
        section.way aria-live="polite" {
            h2 { (words.to) " " (predicate(model, target)) }
            @match path(model.assessment(), target, Unknowns::Against) {
                Way::There(now) => p.good { (icon("done")) (fill(words.there, &[("total", &span(model, wide, now))])) },
                Way::By(path) => (steps(model, target, &path, wide)),
                Way::OutOfReach { best, missing } => (out_of_reach(model, best, missing, wide)),
            }
            @if open { (hopeful(model, target)) }
        }
    }
}

/// What if everything that is not known turns out well?
fn hopeful(model: &Model, target: &'static Predicate) -> Markup {
    let words = &model.words().path;
    let wide = spread(model.assessment(), Unknowns::For);
    let text = match path(model.assessment(), target, Unknowns::For) {
        Way::There(now) => fill(words.hope_there, &[("total", &span(model, wide, now))]),
        Way::By(path) => count(words.hope_by, items(&path)),
        Way::OutOfReach { best, .. } => fill(words.hope_out, &[("total", &span(model, wide, best))]),
    };
    html! { p.hint { (icon("unknown")) (words.unknown_against) " " (text) } }
}

fn out_of_reach(model: &Model, best: Fraction, missing: Fraction, wide: Fraction) -> Markup {
    let words = &model.words().path;
    html! {
        p.hint.warn { (icon("warn")) (fill(words.out, &[("total", &span(model, wide, best)), ("points", &points(model, missing))])) }
        p { (words.out_what) }
        p.actions { a.button.second href=(Route::Advice(AdviceRoute::Bands).hash()) { (model.words().rupiah.title) } }
    }
}

/// A total, and how far above it another way to read the form may put it.
fn span(model: &Model, wide: Fraction, low: Fraction) -> String {
    let high = low.plus(wide).filter(|_| !wide.is_zero());
    let low = total(model, low);
    high.map_or(low.clone(), |high| format!("{low}–{}", total(model, high)))
}

fn items(path: &Path) -> usize {
    path.steps.iter().map(|step| step.items.len()).sum()
}

fn steps(model: &Model, target: &'static Predicate, path: &Path, wide: Fraction) -> Markup {
    let words = &model.words().path;
    let said = fill(
        words.by,
        &[
            ("items", &items(path)),
            ("steps", &path.steps.len()),
            ("before", &span(model, wide, path.before)),
            ("after", &span(model, wide, path.after)),
        ],
    );
    html! {
        p { strong { (said) } }
        p.hint { (words.least) }
        p.actions { button.button.second type="button" data-click={ "advice path " (target.id) } { (words.try_all) } }
        (failures(model, path))
        ol.path-steps { @for one in &path.steps { (step(model, path, one, wide)) } }
    }
}

/// Whether anything may fail, said before the list.
fn failures(model: &Model, path: &Path) -> Markup {
    let words = &model.words().path;
    let fatal = path.failures.iter().filter(|failure| !failure.reached).count();
    let (sign, text) = match (fatal, path.failures.len()) {
        (0, _) => ("done", words.none_fatal.to_owned()),
        (fatal, all) if fatal == all => ("warn", words.all_fatal.to_owned()),
        (fatal, all) => ("warn", fill(words.some_fatal, &[("count", &fatal), ("all", &all)])),
    };
    html! { p.hint { (icon(sign)) (text) } }
}

fn step(model: &Model, path: &Path, step: &PathStep, wide: Fraction) -> Markup {
    let words = &model.words().path;
    let name = say::name(model, step.indicator);
    let inside = html! {
        @for item in &step.items {
            @if let Some(text) = model.texts().item(model.assessment().variant, item.id) {
                div.mend {
                    p.question-text { (text.question) }
                    @if let Some(help) = model.help(item.id) { p { strong { (model.words().advice.step) } " " (help.first_step) } }
                    p.hint { (say::who(model, &[item.action.who])) " · " (say::time(model, item.action.time)) }
                    @if let Some(failure) = path.failures.iter().find(|failure| failure.item.id == item.id) {
                        @let text = if failure.reached { words.fails_still } else { words.fails };
                        p.hint { (icon(if failure.reached { "info" } else { "warn" })) (fill(text, &[("total", &span(model, wide, failure.total))])) }
                    }
                }
            }
        }
    };
    let said = fill(words.step, &[("count", &step.items.len()), ("points", &points(model, step.gain))]);
    html! { li { strong { (name) } details id={ "langkah-" (step.indicator.id) } data-print="shut" { summary { (said) } div { (inside) } } } }
}
