//! Writes a checked rulebook as Rust constants.

use std::fmt::Write as _;

use super::check::{names, number};
use super::expression::{self, Exact, Expression, Names};
use super::moves;
use super::schema::{Band, Bands, Indicator, Item, Number, Rules, Text, Variant};
use super::texts::{Action, Language, Words};

/// The source of one `Rulebook` constant expression.
pub(super) fn rulebook(rules: &Rules, words: &Words) -> String {
    let printer = Printer { rules, words };
    let references = list(&rules.reference, |one| {
        format!(
            "Reference {{ id: {}, title: {}, date: {:?}, note: {:?} }}",
            text(&one.id),
            text(&one.title),
            one.date,
            one.note
        )
    });
    let editions = list(&rules.edition, |one| {
        format!(
            "Edition {{ id: {}, from: {}, doubt: {}, citation: {} }}",
            text(&one.id),
            text(&one.from),
            option(one.difference.as_ref()),
            citation(one.source.get_ref(), ""),
        )
    });
    let differences = list(&rules.difference, |one| {
        format!(
            "Difference {{ id: {}, class: {:?}, places: &{:?}, affects: {} }}",
            text(&one.id),
            one.class,
            one.places,
            texts(&one.affects)
        )
    });
    format!(
        "Rulebook {{ id: {}, title: {}, regulation: {}, in_force: {}, editions: {editions}, variants: {}, \
         differences: {differences}, references: {references}, texts: {} }}",
        text(&rules.id),
        text(&rules.title),
        text(&rules.regulation),
        text(&rules.in_force),
        list(&rules.variant, |variant| printer.variant(variant)),
        list(&words.languages, language),
    )
}

struct Printer<'a> {
    rules: &'a Rules,
    words: &'a Words,
}

impl Printer<'_> {
    fn variant(&self, variant: &Variant) -> String {
        let names = names(variant);
        let mut first = 0;
        let groups = list(&variant.group, |group| {
            let start = first;
            first += group.accounts.len();
            format!(
                "Group {{ id: {}, name: {}, statement: Statement::{}, first: {start}, count: {} }}",
                text(&group.id),
                text(&group.name),
                camel(group.statement.get_ref()),
                group.accounts.len()
            )
        });
        let accounts: Vec<_> = variant.group.iter().flat_map(|group| &group.accounts).collect();
        let accounts = list(&accounts, |one| {
            format!(
                "Account {{ id: {}, side: Side::{}, cell: {:?}, contra: {}, signed: {}, prior: {} }}",
                text(&one.id),
                camel(one.side.get_ref()),
                one.cell,
                one.contra,
                one.signed,
                one.prior
            )
        });
        let aggregates = list(&variant.aggregate, |one| {
            let formula = |form: &Text| formula(form, &names);
            let maybe = |form: &Option<Text>| {
                form.as_ref().map_or("None".to_owned(), |form| format!("Some({})", formula(form)))
            };
            format!(
                "Aggregate {{ id: {}, formulas: Formulas {{ definition: {}, worksheet: {}, worksheet_prior: {} }}, citation: {}, \
                 differences: {} }}",
                text(&one.id),
                formula(&one.formula),
                maybe(&one.worksheet),
                maybe(&one.worksheet_prior),
                citation(one.source.get_ref(), ""),
                texts(&one.differences)
            )
        });
        let ladders = list(&variant.ladder, |one| {
            let table = table(
                0,
                None,
                one.bands.get_ref().iter().map(toml::Spanned::get_ref),
                None,
                &citation(one.source.get_ref(), ""),
            );
            format!("Ladder {{ id: {}, tables: &[{table}] }}", text(&one.id))
        });
        let predicates = list(&variant.predicate, |one| {
            let range = range([&one.from, &one.above, &one.to, &one.below], Exact::ZERO);
            format!(
                "Predicate {{ id: {}, name: {}, range: {range}, citation: {} }}",
                text(&one.id),
                text(&one.name),
                citation(one.source.get_ref(), "")
            )
        });
        let checks = list(&variant.check, |one| {
            let kind = match (one.kind.get_ref().as_str(), one.factor) {
                ("same-unit", Some(factor)) => format!("SameUnit {{ factor: {factor} }}"),
                (kind, _) => camel(kind),
            };
            format!(
                "Check {{ id: {}, kind: CheckKind::{kind}, left: {}, right: {}, difference: {} }}",
                text(&one.id),
                formula(&one.left, &names),
                formula(&one.right, &names),
                option(one.difference.as_ref())
            )
        });
        let aspects = list(&variant.aspect, |aspect| {
            let subaspects = list(&aspect.subaspect, |part| {
                let indicators = list(&part.indicator, |indicator| self.indicator(variant, indicator, &names));
                format!("Subaspect {{ id: {}, name: {}, indicators: {indicators} }}", text(&part.id), text(&part.name))
            });
            format!(
                "Aspect {{ id: {}, name: {}, weight: {}, citation: {}, subaspects: {subaspects} }}",
                text(&aspect.id),
                text(&aspect.name),
                exact(Exact::parse(aspect.weight.get_ref()).unwrap_or(Exact::ZERO)),
                citation(aspect.source.get_ref(), "")
            )
        });
        format!(
            "Variant {{ id: {}, name: {}, citation: {}, aspects: {aspects}, groups: {groups}, accounts: {accounts}, \
             aggregates: {aggregates}, ladders: {ladders}, predicates: {predicates}, checks: {checks}, moves: {} }}",
            text(&variant.id),
            text(&variant.name),
            citation(variant.source.get_ref(), ""),
            moves::emit(self.words.moves.iter().find(|m| m.variant.get_ref() == variant.id.get_ref()), variant)
        )
    }

    fn indicator(&self, variant: &Variant, one: &Indicator, names: &Names<'_>) -> String {
        let measure = one.ratio.as_ref().map_or_else(
            || format!("Measure::Checklist({})", list(&one.items, |item| self.item(item))),
            |ratio| self.ratio(one, ratio, names),
        );
        let scale = match &one.ladder {
            Some(ladder) => {
                let place = variant.ladder.iter().position(|known| known.id.get_ref() == ladder.get_ref());
                format!("Scale::Shared({})", place.unwrap_or_default())
            }
            None if one.bands.is_empty() => "Scale::Proportional".to_owned(),
            None => format!("Scale::Bands({})", list(&one.bands, |bands| self.bands(bands))),
        };
        format!(
            "Indicator {{ id: {}, name: {}, max: {}, citation: {}, differences: {}, measure: {measure}, scale: {scale} }}",
            text(&one.id),
            text(&one.name),
            points(&one.max),
            citation(one.source.get_ref(), &one.confidence),
            texts(&one.differences)
        )
    }

    fn item(&self, item: &Item) -> String {
        format!(
            "Item {{ id: {}, cell: {:?}, not_applicable: {}, differences: {}, action: {} }}",
            text(&item.id),
            item.cell,
            item.not_applicable,
            texts(&item.differences),
            self.action(item.id.get_ref())
        )
    }

    fn ratio(&self, one: &Indicator, ratio: &Text, names: &Names<'_>) -> String {
        let overrides = one.case.as_ref().map_or(String::new(), |case| {
            format!(
                "Override {{ trigger: Trigger::{}, of: {}, reading: Reading::{}, points: {}, difference: {} }}",
                camel(case.when.get_ref()),
                formula(&case.of, names),
                camel(case.reading.get_ref()),
                points(&case.points),
                text(&case.difference)
            )
        });
        format!(
            "Measure::Ratio(RatioRule {{ definition: {}, worksheet: {}, overrides: &[{overrides}], action: {} }})",
            formula(ratio, names),
            formula(one.worksheet.as_ref().unwrap_or(ratio), names),
            self.action(one.id.get_ref())
        )
    }

    fn bands(&self, one: &Bands) -> String {
        let edition =
            one.edition.as_ref().and_then(|id| self.rules.edition.iter().position(|e| e.id.get_ref() == id.get_ref()));
        let bands = one.bands.get_ref().iter().map(toml::Spanned::get_ref);
        let citation = citation(one.source.get_ref(), &one.confidence);
        table(edition.unwrap_or_default(), one.reading.as_ref(), bands, one.difference.as_ref(), &citation)
    }

    fn action(&self, id: &str) -> String {
        // `texts::read` refused a book in which an item or a ratio has no action.
        let Action { who, time, effort, coaching, evidence } = &self.words.actions[id];
        format!(
            "Action {{ who: Doer::{who:?}, time: Span::{time:?}, effort: {effort}, coaching: {coaching:?}, evidence: &{evidence:?} }}"
        )
    }
}

fn table<'b>(
    edition: usize,
    reading: Option<&Text>,
    bands: impl Iterator<Item = &'b Band>,
    difference: Option<&Text>,
    citation: &str,
) -> String {
    let reading = reading.map_or("None".to_owned(), |one| format!("Some(Reading::{})", camel(one.get_ref())));
    let mut rows = String::new();
    for band in bands {
        let points = number(&band.points).unwrap_or(Exact::ZERO);
        let _ = write!(rows, "{}, ", range([&band.from, &band.above, &band.to, &band.below], points));
    }
    format!(
        "Bands {{ edition: {edition}, reading: {reading}, bands: &[{rows}], difference: {}, citation: {citation} }}",
        option(difference)
    )
}

fn range([from, above, to, below]: [&Option<Text>; 4], points: Exact) -> String {
    let bound = |inclusive: &Option<Text>, exclusive: &Option<Text>| {
        let end = inclusive.as_ref().or(exclusive.as_ref()).and_then(|at| Exact::parse(at.get_ref()));
        end.map_or("None".to_owned(), |at| {
            format!("Some(Bound {{ at: {}, inclusive: {} }})", exact(at), inclusive.is_some())
        })
    };
    format!("Band {{ min: {}, max: {}, points: {} }}", bound(from, above), bound(to, below), exact(points))
}

pub(super) fn formula(source: &Text, names: &Names<'_>) -> String {
    // `check::rules` has read every formula with these names before.
    expression::parse(source.get_ref(), names)
        .map_or_else(|reason| format!("compile_error!({reason:?})"), |parsed| expression(&parsed))
}

fn expression(parsed: &Expression) -> String {
    let join = |parts: &[Expression]| parts.iter().map(expression).collect::<Vec<_>>().join(", ");
    match parsed {
        Expression::Account(place) => format!("Formula::Account({place})"),
        Expression::Aggregate(place) => format!("Formula::Aggregate({place})"),
        Expression::Constant(value) => format!("Formula::Constant({})", exact(*value)),
        Expression::Sum(terms) => {
            format!(
                "Formula::Sum({})",
                list(terms, |(coefficient, term)| format!("({}, {})", exact(*coefficient), expression(term)))
            )
        }
        Expression::Product(parts) => format!("Formula::Product(&[{}])", join(&parts[..])),
        Expression::Quotient(parts) => format!("Formula::Quotient(&[{}])", join(&parts[..])),
        Expression::Prior(inner) => format!("Formula::Prior(&{})", expression(inner)),
        Expression::Absolute(inner) => format!("Formula::Absolute(&{})", expression(inner)),
        Expression::IfZero(parts) => format!("Formula::IfZero(&[{}])", join(&parts[..])),
        Expression::Undefined => "Formula::Undefined".to_owned(),
    }
}

fn language(one: &Language) -> String {
    let indicators = list(&one.indicators, |(name, ratio)| {
        let ratio = ratio.as_ref().map_or("None".to_owned(), |ratio| {
            format!(
                "Some(RatioText {{ meaning: {:?}, why: {:?}, examiner: {:?}, first_step: {:?} }})",
                ratio.meaning, ratio.why, ratio.examiner, ratio.first_step
            )
        });
        format!("IndicatorText {{ name: {:?}, ratio: {ratio} }}", name.name)
    });
    let items = list(&one.items, |item| {
        format!(
            "ItemText {{ question: {:?}, hint: {:?}, why: {:?}, examiner: {:?}, first_step: {:?} }}",
            item.question, item.hint, item.why, item.examiner, item.first_step
        )
    });
    let differences = list(&one.differences, |d| {
        format!(
            "DifferenceText {{ title: {:?}, definition: {:?}, worksheet: {:?}, ours: {:?} }}",
            d.title, d.definition_says, d.worksheet_does, d.we_do
        )
    });
    format!(
        "(Locale::{}, Texts {{ aspects: {}, subaspects: {}, indicators: {indicators}, items: {items}, groups: {}, accounts: {}, \
         aggregates: {}, predicates: {}, differences: {differences}, documents: {}, coaching: {}, terms: {} }})",
        camel(&one.code),
        list(&one.aspects, |a| format!("AspectText {{ name: {:?}, note: {:?} }}", a.name, a.note)),
        list(&one.subaspects, |a| format!("{:?}", a.name)),
        list(&one.groups, |a| format!("{:?}", a.name)),
        list(&one.accounts, |a| format!("AccountText {{ name: {:?}, hint: {:?} }}", a.name, a.hint)),
        list(&one.aggregates, |a| format!("{:?}", a.name)),
        list(&one.predicates, |a| format!("PredicateText {{ name: {:?}, note: {:?} }}", a.name, a.note)),
        list(&one.documents, |(id, a)| format!("NamedText {{ id: {id:?}, name: {:?} }}", a.name)),
        list(&one.coaching, |(id, a)| format!("NamedText {{ id: {id:?}, name: {:?} }}", a.name)),
        list(&one.terms, |(id, a)| format!("TermText {{ id: {id:?}, word: {:?}, meaning: {:?} }}", a.word, a.meaning)),
    )
}

fn citation(sources: &[String], confidence: &str) -> String {
    format!("Citation {{ sources: &{sources:?}, confidence: {confidence:?} }}")
}

fn points(value: &Number) -> String {
    exact(number(value).unwrap_or(Exact::ZERO))
}

pub(super) fn exact(value: Exact) -> String {
    format!("Fraction::constant({}, {})", value.numerator, value.denominator)
}

pub(super) fn text(value: &Text) -> String {
    format!("{:?}", value.get_ref())
}

fn texts(values: &[Text]) -> String {
    list(values, text)
}

fn option(value: Option<&Text>) -> String {
    value.map_or("None".to_owned(), |value| format!("Some({})", text(value)))
}

pub(super) fn list<T>(entries: &[T], each: impl FnMut(&T) -> String) -> String {
    format!("&[{}]", entries.iter().map(each).collect::<Vec<_>>().join(",\n"))
}

/// `at-most` → `AtMost`: the name of an enum case.
pub(super) fn camel(word: &str) -> String {
    let capital = |part: &str| part[..1].to_uppercase() + &part[1..];
    word.split('-').filter(|part| !part.is_empty()).map(capital).collect()
}
