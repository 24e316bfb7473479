//! A ratio: its formula in names, the same with the cooperative's own figures, and the figures to open.

use std::fmt::Display;

use maud::{Markup, html};

use super::super::{Model, Route};
use super::numbers::{ratio, rule, rupiah};
use super::parts::icon;
use crate::exact::Fraction;
use crate::locale::fill;
use crate::money::count;
use crate::rulebook::{Aggregate, Formula, Unit, Year};
use crate::scoring::{Evidence, Figure, Figures, IndicatorScore};

/// The section of an indicator that is a ratio.
pub(super) fn section(model: &Model, score: &IndicatorScore) -> Markup {
    let words = &model.words().trace;
    let Evidence::Ratio { formula, value, numerator, denominator, figures } = &score.trace.evidence else {
        return html! {};
    };
    let names = Printer { model, figures: None };
    let own = Printer { model, figures: Some(figures) };
    html! {
        section.working {
            h2 { (words.formula) }
            h3 { (words.in_names) }
            (names.whole(formula))
            (names.case(formula))
            h3 { (words.in_figures) }
            (own.whole(formula))
            @if composed(formula) { (line(model, *numerator, *denominator)) }
            @if let Some(value) = value { p.ratio { strong { (fill(words.ratio, &[("ratio", &ratio(model, score.indicator.unit(), *value, score.trace.bands))])) } } }
            @for sentence in beside(model, score) { p.hint { (icon("info")) (sentence) } }
            h3 { (words.figures) }
            p.hint { (words.figures_help) }
            (table(model, figures))
            p.links { a href=(Route::Books.hash()) { (words.change_books) } }
        }
    }
}

/// The same ratio with another figure in the place of one that is in doubt: two figures that carry the same ambiguous
/// difference, of which the formula uses one (D22: bad loans weighed, and as they stand).
fn beside(model: &Model, score: &IndicatorScore) -> Vec<String> {
    let assessment = model.assessment();
    let Evidence::Ratio { numerator: Some(above), denominator: Some(below), figures, .. } = &score.trace.evidence
    else {
        return Vec::new();
    };
    let doubtful = |id: &str| assessment.rulebook.difference(id).is_some_and(|one| one.class == "ambiguous");
    let shared = |one: &Aggregate, other: &Aggregate| {
        one.id != other.id && one.differences.iter().any(|id| doubtful(id) && other.differences.contains(id))
    };
    // A share cannot stand where an amount of rupiah does.
    let alike = |one: &Aggregate, other: &Aggregate| is_share(model, one.id) == is_share(model, other.id);
    let used = |one: &&Aggregate| figures.iter().any(|figure| figure.id == one.id);
    let all = || assessment.variant.aggregates.iter();
    let pairs = all().filter(used).flat_map(|one| {
        all().filter(move |other| shared(one, other) && alike(one, other)).map(move |other| (one, other))
    });
    let sentence = |(one, other): (&Aggregate, &Aggregate)| {
        let value = |id| Figures::new(assessment).named(id, Year::Current).known();
        let (old, new) = (value(one.id)?, value(other.id)?);
        let replaced = if old == *above { new.over(*below) } else { above.over(new).filter(|_| old == *below) };
        let shown = ratio(model, score.indicator.unit(), replaced?, score.trace.bands);
        let words = [("name", name(model, other.id)), ("amount", &rupiah(model, new)), ("ratio", &shown)];
        Some(fill(model.words().trace.beside, &words.each_ref().map(|(key, word)| (*key, word as &dyn Display))))
    };
    pairs.filter_map(sentence).collect()
}

/// A number of a rule: *365* as it stands, a share in per cent.
fn constant(model: &Model, value: Fraction) -> String {
    match value.to_whole().filter(|whole| *whole > 1) {
        Some(whole) => count(whole, model.locale.numerals()),
        None => rule(model, value),
    }
}

/// Whether a side of the line is more than one figure, so that its own sum is worth a line.
fn composed(formula: &'static Formula) -> bool {
    let single = |side: &Formula| matches!(side, Formula::Account(_) | Formula::Aggregate(_));
    quotient(formula).is_some_and(|[above, below]| !(single(above) && single(below)))
}

/// The quotient a ratio is, or becomes once its case of zero is set aside.
const fn quotient(formula: &'static Formula) -> Option<&'static [Formula; 2]> {
    match formula {
        Formula::Quotient(sides) | Formula::IfZero([_, _, Formula::Quotient(sides)]) => Some(sides),
        _ => None,
    }
}

/// Both sides as they come out.
fn line(model: &Model, above: Option<Fraction>, below: Option<Fraction>) -> Markup {
    let side =
        |value: Option<Fraction>| value.map_or_else(|| model.words().trace.not_known.to_owned(), |v| rupiah(model, v));
    fraction(model, &html! { (side(above)) }, &html! { (side(below)) })
}

fn fraction(model: &Model, above: &Markup, below: &Markup) -> Markup {
    html! {
        div.fraction {
            div.above { (above) }
            span.unseen { " " (model.words().trace.divided) " " }
            div.below { (below) }
        }
    }
}

/// The figures of a ratio, each with its year, its amount, and a door to what is behind it.
fn table(model: &Model, figures: &[Figure]) -> Markup {
    let (words, trace) = (&model.words().statement, &model.words().trace);
    html! {
        table.figures {
            thead { tr { th scope="col" { (trace.figure) } th scope="col" { (words.amount) } } }
            tbody {
                @for figure in figures {
                    tr {
                        th scope="row" {
                            a href=(Route::Figure(figure.id.to_owned(), figure.year == Year::Prior).hash()) { (name(model, figure.id)) }
                            (aside(&model.year_name(figure.year)))
                        }
                        td { (amount_of(model, figure.id, figure.value)) }
                    }
                }
            }
        }
    }
}

/// The plain name of an account or aggregate.
pub(super) fn name(model: &Model, id: &str) -> &'static str {
    model.texts().figure(model.assessment().variant, id).unwrap_or_default()
}

/// An amount in rupiah, or that it is not known yet.
pub(super) fn amount(model: &Model, value: Option<Fraction>) -> Markup {
    html! {
        @match value {
            Some(value) => (rupiah(model, value)),
            None => { (icon("unknown")) (model.words().trace.not_known) }
        }
    }
}

/// The same of a figure by its id: one that divides is a share, and no rupiah.
pub(super) fn amount_of(model: &Model, id: &str, value: Option<Fraction>) -> Markup {
    match value.filter(|_| is_share(model, id)) {
        Some(value) => html! { (ratio(model, Unit::Percent, value, None)) },
        None => amount(model, value),
    }
}

fn is_share(model: &Model, id: &str) -> bool {
    let assessment = model.assessment();
    let formula = assessment.variant.aggregate(id).map(|one| one.formulas.of(assessment.reading, Year::Current));
    formula.and_then(quotient).is_some()
}

/// Writes a formula: in names, or in figures where these are at hand.
#[derive(Clone, Copy)]
pub(super) struct Printer<'a> {
    /// The page.
    pub(super) model: &'a Model,
    /// The figures to write instead of names.
    pub(super) figures: Option<&'a [Figure]>,
}

impl Printer<'_> {
    /// A ratio as a fraction with a line, anything else in a row.
    pub(super) fn whole(self, formula: &'static Formula) -> Markup {
        if let Some([above, below]) = quotient(formula) {
            return fraction(self.model, &self.row(above, Year::Current), &self.row(below, Year::Current));
        }
        html! { p { (self.row(formula, Year::Current)) } }
    }

    /// What happens in the case of zero.
    fn case(self, formula: &'static Formula) -> Markup {
        let words = &self.model.words().trace;
        let Formula::IfZero([tested, zero, _]) = formula else { return html! {} };
        let name = self.row(tested, Year::Current).into_string();
        let text = match zero {
            Formula::Constant(value) => {
                fill(words.if_zero, &[("name", &name), ("value", &constant(self.model, *value))])
            }
            _ => fill(words.if_zero_none, &[("name", &name)]),
        };
        html! { p.hint { (maud::PreEscaped(text)) } }
    }

    fn row(self, formula: &'static Formula, year: Year) -> Markup {
        match formula {
            Formula::Account(_) | Formula::Aggregate(_) => self.leaf(formula, year, false),
            Formula::Constant(value) => html! { (constant(self.model, *value)) },
            Formula::Sum(terms) => self.sum(terms, year),
            Formula::Product([left, right]) => html! { (self.inner(left, year)) " × " (self.inner(right, year)) },
            Formula::Quotient([above, below]) => html! { (self.inner(above, year)) " ÷ " (self.inner(below, year)) },
            Formula::Prior(inner) => self.row(inner, Year::Prior),
            Formula::Absolute(inner) => self.absolute(inner, year),
            Formula::IfZero([_, _, other]) => self.row(other, year),
            Formula::Undefined => html! { (self.model.words().trace.no_ratio) },
        }
    }

    /// In brackets where it is more than one thing.
    fn inner(self, formula: &'static Formula, year: Year) -> Markup {
        let single = matches!(formula, Formula::Account(_) | Formula::Aggregate(_) | Formula::Constant(_))
            || matches!(formula, Formula::Prior(Formula::Account(_) | Formula::Aggregate(_)));
        html! { @if single { (self.row(formula, year)) } @else { "(" (self.row(formula, year)) ")" } }
    }

    fn sum(self, terms: &'static [(Fraction, Formula)], year: Year) -> Markup {
        html! {
            @for (place, (factor, term)) in terms.iter().enumerate() {
                @if factor.is_negative() { " − " } @else if place > 0 { " + " }
                @if factor.abs() != Fraction::ONE { (rule(self.model, factor.abs())) " × " }
                (self.inner(term, year))
            }
        }
    }

    fn absolute(self, inner: &'static Formula, year: Year) -> Markup {
        let (named, year) = if let Formula::Prior(named) = inner { (*named, Year::Prior) } else { (inner, year) };
        if self.figures.is_some() && matches!(named, Formula::Account(_) | Formula::Aggregate(_)) {
            return self.leaf(named, year, true);
        }
        html! { (self.row(named, year)) " (" (self.model.words().trace.no_sign) ")" }
    }

    /// A name with its year, or the figure that stands for it.
    fn leaf(self, formula: &'static Formula, year: Year, without_sign: bool) -> Markup {
        let variant = self.model.assessment().variant;
        let id = match formula {
            Formula::Account(place) => variant.accounts[usize::from(*place)].id,
            Formula::Aggregate(place) => variant.aggregates[usize::from(*place)].id,
            _ => "",
        };
        let Some(figures) = self.figures else {
            let name = name(self.model, id);
            let text = self.model.words().trace.of_year;
            let of = self.model.year_in_text(year);
            return html! { @if year == Year::Prior { (fill(text, &[("name", &name), ("year", &of)])) } @else { (name) } };
        };
        let value = figures.iter().find(|one| one.id == id && one.year == year).and_then(|one| one.value);
        let value = value.map(|value| if without_sign { value.abs() } else { value });
        html! { span.nowrap { @if value.is_some() { (amount_of(self.model, id, value)) } @else { (self.model.words().trace.not_known) } } }
    }
}

/// A remark under a name, on a line of its own.
pub(super) fn aside(text: &str) -> Markup {
    html! { br; small { (text) } }
}
