//! The books check: what looks wrong before a score is believed. It warns; it never blocks and never changes a figure.

use super::Finding;
use super::figures::Figures;
use crate::assessment::{Amount, Assessment};
use crate::exact::Fraction;
use crate::money::Rupiah;
use crate::rulebook::{Account, Check, CheckKind, Reading, Year};

/// Everything that looks wrong in the books of both years. The definition is used throughout: the worksheet's own slips
/// would raise false alarms.
pub(super) fn findings(assessment: &Assessment, figures: Figures<'_>) -> Vec<Finding> {
    let by_definition = assessment.reading == Reading::Definition;
    let figures = if by_definition { figures } else { figures.reading(Reading::Definition) };
    let checks = Year::BOTH
        .into_iter()
        .flat_map(|year| assessment.variant.checks.iter().filter_map(move |check| broken(check, &figures, year)));
    let signs = Year::BOTH
        .into_iter()
        .flat_map(|year| assessment.variant.accounts.iter().filter_map(move |account| sign(assessment, account, year)));
    checks.chain(signs).collect()
}

fn broken(check: &'static Check, figures: &Figures<'_>, year: Year) -> Option<Finding> {
    // Two years are compared once, seen from the current one; the memo amounts exist for the current year only.
    if year == Year::Prior && check.kind != CheckKind::Equal {
        return None;
    }
    let left = figures.value(&check.left, year).known()?;
    let right = figures.value(&check.right, year).known()?;
    let holds = match check.kind {
        CheckKind::Equal => left == right,
        CheckKind::AtMost => left <= right,
        CheckKind::SameUnit { factor } => same_unit(left.abs(), right.abs(), Fraction::whole(factor)),
    };
    (!holds).then_some(Finding::Check { id: check.id, year, left, right, difference: check.difference })
}

fn same_unit(left: Fraction, right: Fraction, factor: Fraction) -> bool {
    let within = |small: Fraction, large: Fraction| small.times(factor).is_none_or(|most| large <= most);
    left.is_zero() || right.is_zero() || (within(left, right) && within(right, left))
}

fn sign(assessment: &Assessment, account: &'static Account, year: Year) -> Option<Finding> {
    // What is not asked for cannot be mended.
    if year == Year::Prior && !account.prior {
        return None;
    }
    match assessment.statements.amount_at(assessment.variant, year, usize::from(account.at.slot)) {
        Amount::Known(amount) if amount < Rupiah::ZERO && account.contra => {
            Some(Finding::ContraSign { account: account.id, year, amount })
        }
        Amount::Known(amount) if amount < Rupiah::ZERO && !account.signed => {
            Some(Finding::Negative { account: account.id, year, amount })
        }
        _ => None,
    }
}
