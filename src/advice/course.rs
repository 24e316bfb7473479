//! How a formula runs along a move: a quotient of two polynomials in the rupiah moved.

use std::cell::Cell;

use crate::assessment::Assessment;
use crate::exact::Fraction;
use crate::rulebook::{Direction, Formula, Move, Year};
use crate::scoring::Figures;

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

/// The books along a move.
#[derive(Clone, Copy)]
pub(super) struct Along<'a> {
    pub(super) assessment: &'a Assessment,
    /// As the books stand, in their reading.
    pub(super) figures: Figures<'a>,
    pub(super) movement: &'static Move,
    /// Which sums it changes, by their place, as far as that was asked.
    pub(super) moved: &'a [Cell<Option<bool>>],
}

impl Along<'_> {
    /// The course of a formula of the current year; `None` where an amount is unknown, a denominator is zero, a number
    /// does not fit, or the formula is of a kind whose course is not such a quotient.
    pub(super) fn course(self, formula: &Formula, year: Year) -> Option<Course> {
        if !self.is_moved(formula, year) {
            return self.figures.value(formula, year).known().map(Course::constant);
        }
        match formula {
            Formula::Account(place) => self.account(*place, year),
            Formula::Aggregate(place) => self.course(self.formula(*place, year), year),
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

    /// Whether the move changes anything that a formula rests on; it leaves the year before as it was. Most of a formula it
    /// does not, and what stays is summed as it stands.
    fn is_moved(self, formula: &Formula, year: Year) -> bool {
        if year == Year::Prior {
            return false;
        }
        let any = |parts: &[Formula]| parts.iter().any(|part| self.is_moved(part, year));
        match formula {
            Formula::Account(place) => self.movement.direction(*place).is_some(),
            Formula::Aggregate(place) => {
                let known = &self.moved[usize::from(*place)];
                let is_moved = known.get().unwrap_or_else(|| self.is_moved(self.formula(*place, year), year));
                known.set(Some(is_moved));
                is_moved
            }
            Formula::Constant(_) | Formula::Prior(_) | Formula::Undefined => false,
            Formula::Sum(terms) => terms.iter().any(|(_, term)| self.is_moved(term, year)),
            Formula::Product(parts) | Formula::Quotient(parts) => any(&parts[..]),
            Formula::Absolute(inner) => self.is_moved(inner, year),
            Formula::IfZero(parts) => any(&parts[..]),
        }
    }

    fn formula(self, place: u16, year: Year) -> &'static Formula {
        self.assessment.variant.aggregates[usize::from(place)].formulas.of(self.assessment.reading, year)
    }

    fn sum(self, terms: &[(Fraction, Formula)], year: Year) -> Option<Course> {
        let mut stays = Fraction::ZERO;
        let mut moves: Option<Course> = None;
        for (coefficient, term) in terms.iter().filter(|(coefficient, _)| !coefficient.is_zero()) {
            if self.is_moved(term, year) {
                let term = self.course(term, year)?;
                let term = Course { above: term.above.scaled(*coefficient)?, ..term };
                moves = Some(if let Some(sum) = moves { sum.plus(term)? } else { term });
            } else {
                stays = stays.plus(self.figures.value(term, year).known()?.times(*coefficient)?)?;
            }
        }
        let stays = Course::constant(stays);
        if let Some(sum) = moves { sum.plus(stays) } else { Some(stays) }
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

    /// An account of the move.
    fn account(self, place: u16, year: Year) -> Option<Course> {
        let amount = self.figures.value(&Formula::Account(place), year).known()?;
        let step = self.movement.direction(place).map_or(0, Direction::sign);
        let line = Poly([amount, Fraction::whole(step), Fraction::ZERO]);
        Some(Course { above: line, below: Poly::ONE, tests: Vec::new() })
    }
}
