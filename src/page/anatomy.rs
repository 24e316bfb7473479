//! What a formula is made of, all the way down to the accounts.

use crate::assessment::{Amount, Assessment};
use crate::exact::Fraction;
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

    /// Visits every account and aggregate; a term that counts nothing is passed over.
    fn each(self, indicator: &Indicator, seen: &mut dyn FnMut(&'static str, Year)) {
        let Measure::Ratio(rule) = &indicator.measure else { return };
        let through = (self.variant, self.reading);
        rule.formula(self.reading).visit_all(through, (Year::Current, Fraction::ONE), &mut |named, year, factor| {
            match named {
                _ if factor.is_zero() => {}
                Formula::Account(place) => seen(self.variant.accounts[usize::from(*place)].id, year),
                Formula::Aggregate(place) => seen(self.variant.aggregates[usize::from(*place)].id, year),
                _ => {}
            }
        });
    }
}
