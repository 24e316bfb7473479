//! What a formula reaches through all its aggregates.

use crate::assessment::{Amount, Assessment};
use crate::exact::Fraction;
use crate::rulebook::{Aggregate, Formula, Year};

/// A name a formula uses, with the year it is read from; an account by its place in the variant.
pub(super) enum Named {
    Account(u16, Year),
    Aggregate(&'static Aggregate, Year),
}

/// Visits every account and aggregate a formula rests on, through all levels, in the assessment's reading. A term that
/// counts nothing is passed over, as scoring does.
pub(super) fn visit(assessment: &Assessment, formula: &Formula, seen: &mut dyn FnMut(Named)) {
    let variant = assessment.variant;
    formula.visit_all((variant, assessment.reading), (Year::Current, Fraction::ONE), &mut |named, year, factor| {
        match named {
            _ if factor.is_zero() => {}
            Formula::Account(place) => seen(Named::Account(*place, year)),
            Formula::Aggregate(place) => seen(Named::Aggregate(&variant.aggregates[usize::from(*place)], year)),
            _ => {}
        }
    });
}

/// The accounts a formula needs and nobody has filled in, each once.
pub(super) fn missing(assessment: &Assessment, formula: &Formula) -> Vec<(Year, &'static str)> {
    let mut found = Vec::new();
    visit(assessment, formula, &mut |named| {
        if let Named::Account(place, year) = named {
            let account = &assessment.variant.accounts[usize::from(place)];
            let unknown = assessment.amount_of(year, account) == Amount::Unknown;
            if unknown && !found.contains(&(year, account.id)) {
                found.push((year, account.id));
            }
        }
    });
    found
}
