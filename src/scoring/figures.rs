//! The figures of the books, computed by name, reading and year.

use std::cell::Cell;

use crate::assessment::{Amount, Assessment, Statements};
use crate::exact::Fraction;
use crate::money::Rupiah;
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
pub(crate) struct Memory(Vec<Cell<Option<Value>>>);

impl Memory {
    /// Nothing summed yet.
    pub(crate) fn new(variant: &Variant) -> Self {
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
    ///
    /// ```
    /// use cermin_koperasi::{assessment::{Amount, Assessment}, exact::Fraction, rulebook::{RULEBOOKS, Year}, scoring::{Figures, Value}};
    /// let mut ours = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
    /// ours.statements.current.put("kas", Some(Amount::Known(1_500_000.into())));
    /// let cash = |year| Figures::new(&ours).named("kas", year);
    /// assert_eq!(cash(Year::Current), Value::Known(Fraction::whole(1_500_000)));
    /// assert_eq!(cash(Year::Prior), Value::Unknown, "a blank is not zero");
    /// ```
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
    pub(crate) const fn remembering(self, memory: &'a Memory) -> Self {
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
    ///
    /// ```
    /// use cermin_koperasi::{page::workshop::Sample, rulebook::{Reading, Year}, scoring::Figures};
    /// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
    /// let bad_loans = |reading| Figures::new(&work).reading(reading).named("pinjaman_bermasalah", Year::Current).known();
    /// assert!(bad_loans(Reading::Worksheet) < bad_loans(Reading::Definition), "the worksheet leaves some of them out");
    /// ```
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
        let Some(cell) = self.remembered(place, year) else { return sum() };
        let known = cell.get().unwrap_or_else(sum);
        cell.set(Some(known));
        known
    }

    fn remembered(&self, place: u16, year: Year) -> Option<&'a Cell<Option<Value>>> {
        let half = if year == Year::Current { 0 } else { self.variant.aggregates.len() };
        self.memory?.0.get(half + usize::from(place))
    }

    /// The value of a formula where everything in it is known and whole, as nearly all rupiah are; to reckon that in fractions
    /// takes many times as long.
    fn whole(&self, formula: &Formula, year: Year) -> Option<i64> {
        match formula {
            Formula::Account(place) => {
                self.statements.amount_at(self.variant, year, usize::from(*place)).known().map(Rupiah::get)
            }
            Formula::Aggregate(place) => {
                let cell = self.remembered(*place, year);
                if let Some(known) = cell.and_then(Cell::get) {
                    return known.known()?.to_whole();
                }
                let sum = self.whole(self.formula(*place, year), year)?;
                if let Some(cell) = cell {
                    cell.set(Some(Value::Known(sum.into())));
                }
                Some(sum)
            }
            Formula::Sum(terms) => {
                terms.iter().try_fold(0, |sum: i64, (coefficient, term)| match coefficient.to_whole()? {
                    0 => Some(sum),
                    1 => sum.checked_add(self.whole(term, year)?),
                    // A checked product of 64 bits is one of 128 to `WebAssembly`.
                    -1 => sum.checked_sub(self.whole(term, year)?),
                    times => sum.checked_add(self.whole(term, year)?.checked_mul(times)?),
                })
            }
            Formula::Prior(inner) => self.whole(inner, Year::Prior),
            _ => None,
        }
    }

    /// The value of a formula in a year.
    ///
    /// ```
    /// use cermin_koperasi::{page::workshop::Sample, rulebook::{Measure, Reading, Year}, scoring::{self, Figures}};
    /// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
    /// let indicator = work.variant.indicator("C.I.2.b").unwrap();
    /// let Measure::Ratio(rule) = &indicator.measure else { panic!("it is a ratio") };
    /// let ratio = Figures::new(&work).value(rule.formula(Reading::Definition), Year::Current).known();
    /// assert_eq!(ratio, scoring::assess(&work).indicator("C.I.2.b").unwrap().trace.ratio());
    /// ```
    #[must_use]
    pub fn value(&self, formula: &Formula, year: Year) -> Value {
        match formula {
            Formula::Account(place) => self.account(*place, year),
            Formula::Aggregate(place) => self.aggregate(*place, year),
            Formula::Constant(value) => Value::Known(*value),
            Formula::Sum(terms) => {
                self.whole(formula, year).map_or_else(|| self.sum(terms, year), |sum| Value::Known(sum.into()))
            }
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
    ///
    /// ```
    /// use cermin_koperasi::{page::workshop::Sample, rulebook::Year, scoring::{Figures, Value}};
    /// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
    /// let figures = Figures::new(&work);
    /// assert_eq!(figures.named("total_aktiva", Year::Current), figures.named("total_pasiva", Year::Current));
    /// assert_eq!(figures.named("emas", Year::Current), Value::Unknown);
    /// ```
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
            Amount::Known(rupiah) => Value::Known(rupiah.into()),
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
    ///
    /// ```
    /// use cermin_koperasi::{page::workshop::Sample, rulebook::{Measure, Year}, scoring::Figures};
    /// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
    /// let Measure::Ratio(rule) = &work.variant.indicator("C.III.1.a").unwrap().measure else { panic!("it is a ratio") };
    /// let growth = Figures::new(&work).figures(rule.formula(work.reading), Year::Current);
    /// assert!(growth.iter().map(|one| (one.id, one.year)).eq([("total_aktiva", Year::Current), ("total_aktiva", Year::Prior)]));
    /// ```
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
    ///
    /// ```
    /// use cermin_koperasi::{exact::Fraction, page::workshop::Sample, rulebook::Year, scoring::Figures};
    /// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
    /// let assets = Figures::new(&work).open("total_aktiva", Year::Current).unwrap();
    /// let parts = assets.parts.iter().filter_map(|part| part.value?.times(part.coefficient));
    /// assert_eq!(Fraction::sum(parts), assets.value, "it is what its parts say");
    /// assert!(Figures::new(&work).open("kas", Year::Current).unwrap().parts.is_empty(), "an account has none");
    /// ```
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
