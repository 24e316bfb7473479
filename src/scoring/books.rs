//! The books check: what looks wrong before a score is believed. It warns; it never blocks and never changes a figure.

use crate::assessment::{Amount, Assessment};
use crate::exact::Fraction;
use crate::money::Rupiah;
use crate::rulebook::{Account, Check, CheckKind, Reading, Year};

use super::figures::Figures;

/// Something the books check noticed.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A check of the rulebook does not hold.
    Check {
        /// The check's id: `balance`, `result`, `bad-loans`, `thousands`.
        id: &'static str,
        /// The year it was made for.
        year: Year,
        /// Its left side.
        left: Fraction,
        /// Its right side.
        right: Fraction,
        /// The difference that tells why it matters.
        difference: Option<&'static str>,
    },
    /// An amount that is taken away by itself (*penyisihan*, *akumulasi*) was typed with a minus.
    ContraSign {
        /// The account.
        account: &'static str,
        /// The year.
        year: Year,
        /// What was typed.
        amount: Rupiah,
    },
    /// An amount that cannot be negative is.
    Negative {
        /// The account.
        account: &'static str,
        /// The year.
        year: Year,
        /// What was typed.
        amount: Rupiah,
    },
}

impl Finding {
    /// Its stable id.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::{Amount, Assessment}, rulebook::RULEBOOKS, scoring};
    /// let mut ours = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
    /// ours.statements.current.put("penyisihan_piutang", Some(Amount::Known((-42_000_000).into())));
    /// assert_eq!(scoring::findings(&ours)[0].id(), "contra-sign");
    /// ```
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Check { id, .. } => id,
            Self::ContraSign { .. } => "contra-sign",
            Self::Negative { .. } => "negative",
        }
    }

    /// The year it concerns.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::{Amount, Assessment}, rulebook::{RULEBOOKS, Year}, scoring};
    /// let mut ours = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
    /// ours.statements.prior.put("kas", Some(Amount::Known((-5_000).into())));
    /// assert_eq!(scoring::findings(&ours)[0].year(), Year::Prior);
    /// ```
    #[must_use]
    pub const fn year(&self) -> Year {
        match self {
            Self::Check { year, .. } | Self::ContraSign { year, .. } | Self::Negative { year, .. } => *year,
        }
    }
}

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
