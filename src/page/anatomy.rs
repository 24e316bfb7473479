//! What a formula is made of, all the way down to the accounts.

use crate::assessment::{Amount, Assessment};
use crate::rulebook::{Formula, Indicator, Measure, Reading, Variant, Year};

/// Which named figures stand behind a formula, in one reading.
#[derive(Clone, Copy)]
pub(super) struct Anatomy {
    variant: &'static Variant,
    reading: Reading,
}

impl Anatomy {
    /// Of the formulas an assessment counts with.
    pub(super) const fn of(assessment: &Assessment) -> Self {
        Self { variant: assessment.variant, reading: assessment.reading }
    }

    /// The amounts behind an indicator that are not known yet, each once: year and account.
    pub(super) fn unknown(self, assessment: &Assessment, indicator: &Indicator) -> Vec<(Year, &'static str)> {
        let mut found = Vec::new();
        self.each(indicator, &mut |id, year| {
            let is_account = self.variant.account_index(id).is_some();
            let unknown = is_account && assessment.amount(year, id) == Amount::Unknown;
            if unknown && !found.contains(&(year, id)) {
                found.push((year, id));
            }
        });
        found
    }

    /// Whether an indicator rests on a figure, near or deep.
    pub(super) fn rests_on(self, indicator: &Indicator, figure: &str, year: Year) -> bool {
        let mut found = false;
        self.each(indicator, &mut |id, of| found |= id == figure && of == year);
        found
    }

    fn each(self, indicator: &Indicator, visit: &mut dyn FnMut(&'static str, Year)) {
        if let Measure::Ratio(rule) = &indicator.measure {
            self.walk(rule.formula(self.reading), Year::Current, visit);
        }
    }

    /// Visits every account and aggregate; a term that counts nothing is passed over.
    fn walk(self, formula: &Formula, year: Year, visit: &mut dyn FnMut(&'static str, Year)) {
        match formula {
            Formula::Account(place) => visit(self.variant.accounts[usize::from(*place)].id, year),
            Formula::Aggregate(place) => {
                let aggregate = &self.variant.aggregates[usize::from(*place)];
                visit(aggregate.id, year);
                self.walk(aggregate.formulas.of(self.reading, year), year, visit);
            }
            Formula::Constant(_) | Formula::Undefined => {}
            Formula::Sum(terms) => {
                for (_, term) in terms.iter().filter(|(factor, _)| !factor.is_zero()) {
                    self.walk(term, year, visit);
                }
            }
            Formula::Product(parts) | Formula::Quotient(parts) => {
                parts.iter().for_each(|part| self.walk(part, year, visit));
            }
            Formula::IfZero(parts) => parts.iter().for_each(|part| self.walk(part, year, visit)),
            Formula::Prior(inner) => self.walk(inner, Year::Prior, visit),
            Formula::Absolute(inner) => self.walk(inner, year, visit),
        }
    }
}
