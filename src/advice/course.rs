//! How a formula runs along a move: a quotient of two polynomials in the rupiah moved.

use crate::assessment::Assessment;
use crate::exact::Fraction;
use crate::money::Rupiah;
use crate::rulebook::{Formula, Move, Year};

use super::turns::Poly;

/// A formula along a move. Denominators and tested values on the way are kept: where they change sign, so may the course.
#[derive(Clone, Debug)]
pub(super) struct Course {
    pub(super) above: Poly,
    pub(super) below: Poly,
    pub(super) tests: Vec<Poly>,
}

impl Course {
    fn constant(value: Fraction) -> Self {
        Self { above: Poly::constant(value), below: Poly::ONE, tests: Vec::new() }
    }

    /// Whether the move does nothing to it.
    pub(super) fn is_constant(&self) -> bool {
        self.above.is_constant() && self.below.is_constant()
    }

    /// Its value after so many rupiah; `None` where a denominator or a tested figure is zero, or a number does not fit.
    pub(super) fn value(&self, rupiah: i64) -> Option<Fraction> {
        let zero = |poly: &Poly| poly.value(rupiah).is_none_or(Fraction::is_zero);
        if self.tests.iter().any(zero) {
            return None;
        }
        self.above.value(rupiah)?.over(self.below.value(rupiah)?)
    }

    fn with(self, above: Poly, below: Poly, other: Self) -> Option<Self> {
        let mut tests = self.tests;
        tests.extend(other.tests);
        let course = Self { above, below, tests };
        if !course.below.is_constant() || course.below == Poly::ONE {
            return Some(course);
        }
        let factor = Fraction::ONE.over(course.below.0[0])?;
        Some(Self { above: course.above.scaled(factor)?, below: Poly::ONE, ..course })
    }

    fn plus(self, other: Self) -> Option<Self> {
        let (above, below) = if self.below == other.below {
            (self.above.plus(other.above)?, self.below)
        } else {
            let above = self.above.times(other.below)?.plus(other.above.times(self.below)?)?;
            (above, self.below.times(other.below)?)
        };
        self.with(above, below, other)
    }

    fn times(self, other: Self) -> Option<Self> {
        let (above, below) = (self.above.times(other.above)?, self.below.times(other.below)?);
        self.with(above, below, other)
    }

    fn over(self, mut other: Self) -> Option<Self> {
        other.tests.push(other.above);
        let (above, below) = (self.above.times(other.below)?, self.below.times(other.above)?);
        self.with(above, below, other)
    }
}

/// The amounts of both years by account, looked up once for many courses.
pub(super) struct Amounts([Vec<Option<Rupiah>>; 2]);

impl Amounts {
    pub(super) fn of(assessment: &Assessment) -> Self {
        let accounts = assessment.variant.accounts.iter();
        Self(
            Year::BOTH
                .map(|year| accounts.clone().map(|account| assessment.amount(year, account.id).known()).collect()),
        )
    }

    fn get(&self, place: u16, year: Year) -> Option<Rupiah> {
        self.0[usize::from(year == Year::Prior)].get(usize::from(place)).copied().flatten()
    }
}

/// The books along a move.
#[derive(Clone, Copy)]
pub(super) struct Along<'a> {
    pub(super) assessment: &'a Assessment,
    pub(super) amounts: &'a Amounts,
    pub(super) movement: &'static Move,
}

impl Along<'_> {
    /// The course of a formula of the current year; `None` where an amount is unknown, a denominator is zero, a number
    /// does not fit, or the formula is of a kind whose course is not such a quotient.
    pub(super) fn course(self, formula: &Formula, year: Year) -> Option<Course> {
        match formula {
            Formula::Account(place) => self.account(*place, year),
            Formula::Aggregate(place) => {
                let aggregate = &self.assessment.variant.aggregates[usize::from(*place)];
                self.course(aggregate.formulas.of(self.assessment.reading, year), year)
            }
            Formula::Constant(value) => Some(Course::constant(*value)),
            Formula::Sum(terms) => self.sum(terms, year),
            Formula::Product([left, right]) => self.course(left, year)?.times(self.course(right, year)?),
            Formula::Quotient([above, below]) => self.course(above, year)?.over(self.course(below, year)?),
            Formula::Prior(inner) => self.course(inner, Year::Prior),
            Formula::Absolute(inner) => {
                let inner = self.course(inner, year)?;
                inner.is_constant().then(|| Course::constant(inner.above.0[0].abs()))
            }
            Formula::IfZero([tested, zero, other]) => self.case(tested, zero, other, year),
            Formula::Undefined => None,
        }
    }

    fn sum(self, terms: &[(Fraction, Formula)], year: Year) -> Option<Course> {
        let counted = terms.iter().filter(|(coefficient, _)| !coefficient.is_zero());
        counted.into_iter().try_fold(Course::constant(Fraction::ZERO), |sum, (coefficient, term)| {
            let term = self.course(term, year)?;
            let above = if *coefficient == Fraction::ONE { term.above } else { term.above.scaled(*coefficient)? };
            sum.plus(Course { above, ..term })
        })
    }

    /// Where the tested figure stays zero, one branch; else the other, which holds everywhere but at its zeros.
    fn case(self, tested: &Formula, zero: &Formula, other: &Formula, year: Year) -> Option<Course> {
        let tested = self.course(tested, year)?;
        if tested.above == Poly::constant(Fraction::ZERO) {
            return self.course(zero, year);
        }
        let mut course = self.course(other, year)?;
        course.tests.push(tested.above);
        Some(course)
    }

    fn account(self, place: u16, year: Year) -> Option<Course> {
        let amount = self.amounts.get(place, year)?;
        let step = match year {
            Year::Current => self.movement.direction(place).map_or(0, crate::rulebook::Direction::sign),
            Year::Prior => 0,
        };
        let line = Poly([amount.into(), Fraction::whole(step), Fraction::ZERO]);
        Some(Course { above: line, below: Poly::ONE, tests: Vec::new() })
    }
}
