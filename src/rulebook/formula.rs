//! Formulas: how figures are made of accounts.

use super::{Reading, Variant};
use crate::exact::Fraction;

/// Which book year a figure is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Year {
    /// The book year under examination.
    Current,
    /// The year before.
    Prior,
}

impl Year {
    /// Both, the one under examination first.
    pub const BOTH: [Self; 2] = [Self::Current, Self::Prior];

    /// The word used in files: `current`, `prior`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Prior => "prior",
        }
    }
}

/// An expression over accounts and aggregates; it is data, written in the rulebook file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// An account, by its place in the variant.
    Account(u16),
    /// An aggregate, by its place in the variant.
    Aggregate(u16),
    /// A number of the rule itself.
    Constant(Fraction),
    /// Terms, each times its coefficient.
    Sum(&'static [(Fraction, Formula)]),
    /// A product.
    Product(&'static [Formula; 2]),
    /// A quotient.
    Quotient(&'static [Formula; 2]),
    /// The same in the year before.
    Prior(&'static Formula),
    /// Without its sign.
    Absolute(&'static Formula),
    /// The second where the first is zero, else the third.
    IfZero(&'static [Formula; 3]),
    /// No figure at all: the case is decided by an override.
    Undefined,
}

impl Formula {
    /// The places of the accounts it rests on as the definition has it, through all aggregates; those of the year before,
    /// too.
    pub fn accounts(&self, variant: &Variant, seen: &mut dyn FnMut(usize)) {
        let mut all = |parts: &[Self]| parts.iter().for_each(|part| part.accounts(variant, seen));
        match self {
            Self::Account(place) => seen(usize::from(*place)),
            Self::Aggregate(place) => {
                variant.aggregates[usize::from(*place)].formulas.definition.accounts(variant, seen);
            }
            Self::Constant(_) | Self::Undefined => {}
            Self::Sum(terms) => terms.iter().for_each(|(_, term)| term.accounts(variant, seen)),
            Self::Product(parts) | Self::Quotient(parts) => all(&parts[..]),
            Self::IfZero(parts) => all(&parts[..]),
            Self::Prior(inner) | Self::Absolute(inner) => inner.accounts(variant, seen),
        }
    }
}

/// One figure's formula, by reading and year.
#[derive(Debug)]
pub struct Formulas {
    /// What the definition says, both years.
    pub definition: Formula,
    /// What the worksheet does this year; `None`: the same.
    pub worksheet: Option<Formula>,
    /// What the worksheet does for the prior year; `None`: as for this year.
    pub worksheet_prior: Option<Formula>,
}

impl Formulas {
    /// The formula that holds for a reading and a year.
    #[must_use]
    pub fn of(&self, reading: Reading, year: Year) -> &Formula {
        let worksheet = self.worksheet.as_ref().unwrap_or(&self.definition);
        match (reading, year) {
            (Reading::Definition, _) => &self.definition,
            (Reading::Worksheet, Year::Current) => worksheet,
            (Reading::Worksheet, Year::Prior) => self.worksheet_prior.as_ref().unwrap_or(worksheet),
        }
    }
}
