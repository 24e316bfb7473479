//! The figures of the books, computed by name, reading and year.

use std::cell::Cell;

use crate::assessment::{Amount, Assessment, Statements};
use crate::exact::Fraction;
use crate::rulebook::{Alternative, Formula, Reading, Variant, Year};

use super::{Figure, Part};

/// What a formula gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Known(Fraction),
    /// Nothing yet: an amount it needs is unknown.
    Unknown,
    /// Nothing: a denominator is zero.
    ZeroDenominator,
    /// Nothing by design: the case is decided without a ratio.
    Undefined,
    /// Nothing: a number does not fit.
    OutOfRange,
}

impl Value {
    /// The number, if there is one.
    ///
    /// ```
    /// use cermin_koperasi::{exact::Fraction, scoring::Value};
    /// assert_eq!(Value::Known(Fraction::whole(7)).known(), Some(Fraction::whole(7)));
    /// assert_eq!([Value::Unknown, Value::ZeroDenominator].map(Value::known), [None, None]);
    /// ```
    #[must_use]
    pub const fn known(self) -> Option<Fraction> {
        match self {
            Self::Known(value) => Some(value),
            _ => None,
        }
    }

    fn of(value: Option<Fraction>) -> Self {
        value.map_or(Self::OutOfRange, Self::Known)
    }

    fn then(self, next: impl FnOnce(Fraction) -> Self) -> Self {
        match self {
            Self::Known(value) => next(value),
            other => other,
        }
    }
}

/// Sums that were made before, by year and place.
#[derive(Debug)]
pub(super) struct Memory(Vec<Cell<Option<Value>>>);

impl Memory {
    /// Nothing summed yet.
    pub(super) fn new(variant: &Variant) -> Self {
        Self(vec![Cell::new(None); 2 * variant.aggregates.len()])
    }
}

/// The figures of one assessment under one reading.
#[derive(Clone, Copy, Debug)]
pub struct Figures<'a> {
    variant: &'static Variant,
    statements: &'a Statements,
    reading: Reading,
    alternative: Option<&'static Alternative>,
    memory: Option<&'a Memory>,
}

impl<'a> Figures<'a> {
    /// The figures of an assessment, in its own reading.
    #[must_use]
    pub const fn new(assessment: &'a Assessment) -> Self {
        Self {
            variant: assessment.variant,
            statements: &assessment.statements,
            reading: assessment.reading,
            alternative: None,
            memory: None,
        }
    }

    /// The same figures, each sum made once. A memory belongs to one way of reading one assessment.
    pub(super) const fn remembering(self, memory: &'a Memory) -> Self {
        Self { memory: Some(memory), ..self }
    }

    /// The same books, read in another way where the sources leave a doubt.
    ///
    /// ```
    /// use cermin_koperasi::{page::workshop::Sample, rulebook::Year, scoring::Figures};
    /// let shop = Sample::find("warung-bersama").unwrap().work(None).unwrap().assessment;
    /// let members_only = shop.variant.alternatives.iter().find(|one| one.difference == "R14").unwrap();
    /// let income = |figures: Figures<'_>| figures.named("total_pendapatan", Year::Current).known().unwrap();
    /// assert!(income(Figures::new(&shop).under(members_only)) < income(Figures::new(&shop)));
    /// ```
    #[must_use]
    pub const fn under(self, alternative: &'static Alternative) -> Self {
        Self { alternative: Some(alternative), memory: None, ..self }
    }

    /// The same books under another reading.
    #[must_use]
    pub const fn reading(self, reading: Reading) -> Self {
        Self { reading, memory: None, ..self }
    }

    /// The formula of an aggregate.
    fn formula(&self, place: u16, year: Year) -> &'static Formula {
        let own = self.alternative.and_then(|one| one.formulas.iter().find(|(summed, _)| *summed == place));
        own.map_or_else(|| self.variant.aggregates[usize::from(place)].formulas.of(self.reading, year), |(_, own)| own)
    }

    fn aggregate(&self, place: u16, year: Year) -> Value {
        let sum = || self.value(self.formula(place, year), year);
        let half = if year == Year::Current { 0 } else { self.variant.aggregates.len() };
        let Some(cell) = self.memory.and_then(|memory| memory.0.get(half + usize::from(place))) else { return sum() };
        let known = cell.get().unwrap_or_else(sum);
        cell.set(Some(known));
        known
    }

    /// The value of a formula in a year.
    #[must_use]
    pub fn value(&self, formula: &Formula, year: Year) -> Value {
        match formula {
            Formula::Account(place) => self.account(*place, year),
            Formula::Aggregate(place) => self.aggregate(*place, year),
            Formula::Constant(value) => Value::Known(*value),
            Formula::Sum(terms) => self.sum(terms, year),
            Formula::Product([left, right]) => {
                self.value(left, year).then(|left| self.value(right, year).then(|right| Value::of(left.times(right))))
            }
            Formula::Quotient([above, below]) => self.quotient(above, below, year),
            Formula::Prior(inner) => self.value(inner, Year::Prior),
            Formula::Absolute(inner) => self.value(inner, year).then(|value| Value::Known(value.abs())),
            Formula::IfZero([tested, zero, other]) => self
                .value(tested, year)
                .then(|value| if value.is_zero() { self.value(zero, year) } else { self.value(other, year) }),
            Formula::Undefined => Value::Undefined,
        }
    }

    /// An account or aggregate by its id; [`Value::Unknown`] for an id the variant does not have.
    #[must_use]
    pub fn named(&self, id: &str, year: Year) -> Value {
        if let Some(place) = self.variant.account_index(id) {
            // The chart of accounts is far smaller than u16.
            return self.account(u16::try_from(place).unwrap_or(u16::MAX), year);
        }
        self.variant.aggregate(id).map_or(Value::Unknown, |one| self.aggregate(one.at.slot, year))
    }

    fn account(&self, place: u16, year: Year) -> Value {
        match self.statements.amount_at(self.variant, year, usize::from(place)) {
            Amount::Known(rupiah) => Value::Known(Fraction::whole(rupiah)),
            Amount::Unknown => Value::Unknown,
        }
    }

    /// A term that counts nothing (a risk weight of 0 %) cannot leave the sum open.
    fn sum(&self, terms: &[(Fraction, Formula)], year: Year) -> Value {
        let counted = terms.iter().filter(|(coefficient, _)| !coefficient.is_zero());
        counted.fold(Value::Known(Fraction::ZERO), |sum, (coefficient, term)| {
            let term = self.value(term, year);
            let whole = *coefficient == Fraction::ONE;
            let scaled = if whole { term } else { term.then(|value| Value::of(value.times(*coefficient))) };
            worse(sum, scaled).unwrap_or_else(|(sum, scaled)| Value::of(sum.plus(scaled)))
        })
    }

    /// A denominator of zero is said even where the numerator is still unknown: no answer can mend it.
    fn quotient(&self, above: &Formula, below: &Formula, year: Year) -> Value {
        let below = self.value(below, year);
        if below.known().is_some_and(Fraction::is_zero) {
            return Value::ZeroDenominator;
        }
        self.value(above, year).then(|above| below.then(|below| Value::of(above.over(below))))
    }

    /// The named figures a formula uses directly, each once, with the terms behind each aggregate.
    #[must_use]
    pub fn figures(&self, formula: &Formula, year: Year) -> Vec<Figure> {
        let mut found: Vec<Figure> = Vec::new();
        formula.visit(year, Fraction::ONE, &mut |named, year, _| {
            let figure = self.figure(named, year);
            if !found.iter().any(|known| known.id == figure.id && known.year == year) {
                found.push(figure);
            }
        });
        found
    }

    fn figure(&self, named: &Formula, year: Year) -> Figure {
        let mut parts = Vec::new();
        if let Formula::Aggregate(place) = named {
            self.formula(*place, year).visit(year, Fraction::ONE, &mut |term, year, coefficient| {
                parts.push(Part { id: self.id(term), year, coefficient, value: self.value(term, year).known() });
            });
        }
        Figure { id: self.id(named), year, value: self.value(named, year).known(), parts }
    }

    /// A figure on its own, by its id, with the terms behind it; for opening one level after another.
    #[must_use]
    pub fn open(&self, id: &str, year: Year) -> Option<Figure> {
        let account = self.variant.account_index(id).map(|place| (place, false));
        let aggregate = || self.variant.aggregates.iter().position(|one| one.id == id).map(|place| (place, true));
        let (place, sums) = account.or_else(aggregate)?;
        let place = u16::try_from(place).ok()?;
        Some(self.figure(&if sums { Formula::Aggregate(place) } else { Formula::Account(place) }, year))
    }

    fn id(&self, named: &Formula) -> &'static str {
        match named {
            Formula::Account(place) => self.variant.accounts[usize::from(*place)].id,
            Formula::Aggregate(place) => self.variant.aggregates[usize::from(*place)].id,
            _ => "",
        }
    }
}

/// The more hopeless of two values, unless both are numbers.
fn worse(left: Value, right: Value) -> Result<Value, (Fraction, Fraction)> {
    let rank = |value| match value {
        Value::Known(_) => 0,
        Value::Unknown => 1,
        Value::Undefined => 2,
        Value::ZeroDenominator => 3,
        Value::OutOfRange => 4,
    };
    match (left, right) {
        (Value::Known(left), Value::Known(right)) => Err((left, right)),
        _ => Ok(if rank(left) >= rank(right) { left } else { right }),
    }
}
