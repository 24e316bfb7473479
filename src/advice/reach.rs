//! What a formula reaches through all its aggregates.

use crate::assessment::{Amount, Assessment};
use crate::rulebook::{Aggregate, Formula, Year};

/// A name a formula uses, with the year it is read from; an account by its place in the variant.
pub(super) enum Named {
    Account(u16, Year),
    Aggregate(&'static Aggregate, Year),
}

/// Visits every account and aggregate a formula rests on, through all levels, in the assessment's reading. A term that
/// counts nothing is passed over, as scoring does.
pub(super) fn visit(assessment: &Assessment, formula: &Formula, year: Year, seen: &mut dyn FnMut(Named)) {
    let variant = assessment.variant;
    let all = |parts: &[Formula], seen: &mut dyn FnMut(Named)| {
        for part in parts {
            visit(assessment, part, year, seen);
        }
    };
    match formula {
        Formula::Account(place) => seen(Named::Account(*place, year)),
        Formula::Aggregate(place) => {
            let aggregate = &variant.aggregates[usize::from(*place)];
            seen(Named::Aggregate(aggregate, year));
            visit(assessment, aggregate.formulas.of(assessment.reading, year), year, seen);
        }
        Formula::Constant(_) | Formula::Undefined => {}
        Formula::Sum(terms) => {
            for (_, term) in terms.iter().filter(|(coefficient, _)| !coefficient.is_zero()) {
                visit(assessment, term, year, seen);
            }
        }
        Formula::Product(parts) | Formula::Quotient(parts) => all(&parts[..], seen),
        Formula::IfZero(parts) => all(&parts[..], seen),
        Formula::Prior(inner) => visit(assessment, inner, Year::Prior, seen),
        Formula::Absolute(inner) => visit(assessment, inner, year, seen),
    }
}

/// The accounts a formula needs and nobody has filled in, each once.
pub(super) fn missing(assessment: &Assessment, formula: &Formula) -> Vec<(Year, &'static str)> {
    let mut found = Vec::new();
    visit(assessment, formula, Year::Current, &mut |named| {
        if let Named::Account(place, year) = named {
            let account = &assessment.variant.accounts[usize::from(place)];
            let unknown = assessment.amount(year, account.id) == Amount::Unknown;
            if unknown && !found.contains(&(year, account.id)) {
                found.push((year, account.id));
            }
        }
    });
    found
}
