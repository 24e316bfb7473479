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
    /// Visits every account and sum that it names itself, in order, each with the year it is read from and the factor it is
    /// multiplied by; a factor of zero says that it counts nothing (a risk weight of 0 %).
    pub fn visit(&self, year: Year, factor: Fraction, seen: &mut dyn FnMut(&Self, Year, Fraction)) {
        let parts: &[Self] = match self {
            Self::Account(_) | Self::Aggregate(_) => return seen(self, year, factor),
            Self::Constant(_) | Self::Undefined => return,
            Self::Sum(terms) => {
                for (coefficient, term) in *terms {
                    // A product too large for a fraction is not zero, and its size is of no account here.
                    term.visit(year, factor.times(*coefficient).unwrap_or(*coefficient), seen);
                }
                return;
            }
            Self::Prior(inner) => return inner.visit(Year::Prior, factor, seen),
            Self::Absolute(inner) => return inner.visit(year, factor, seen),
            Self::Product(parts) | Self::Quotient(parts) => &parts[..],
            Self::IfZero(parts) => &parts[..],
        };
        for part in parts {
            part.visit(year, factor, seen);
        }
    }

    /// The same through all sums, down to the accounts, as a reading has them.
    pub fn visit_all(
        &self,
        (variant, reading): (&Variant, Reading),
        (year, factor): (Year, Fraction),
        seen: &mut dyn FnMut(&Self, Year, Fraction),
    ) {
        self.visit(year, factor, &mut |named, year, factor| {
            seen(named, year, factor);
            if let Self::Aggregate(place) = named {
                let formula = variant.aggregates[usize::from(*place)].formulas.of(reading, year);
                formula.visit_all((variant, reading), (year, factor), seen);
            }
        });
    }

    /// The places of the accounts it rests on as the definition has it, through all sums; those of the year before, and those
    /// that count nothing, too.
    pub fn accounts(&self, variant: &Variant, seen: &mut dyn FnMut(usize)) {
        self.visit_all((variant, Reading::Definition), (Year::Current, Fraction::ONE), &mut |named, _, _| {
            if let Self::Account(place) = named {
                seen(usize::from(*place));
            }
        });
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
