//! What is left open where a form's own sources leave a doubt: the score under each other way of reading it.

use crate::exact::{Fraction, Range};
use crate::rulebook::{Indicator, Predicate};

/// The doubt about a form: no single total can be told, even where everything is answered.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// From the lowest to the highest total over the chosen reading and every other way to read the form.
    pub total: Range<Fraction>,
    /// The predicates of both ends.
    pub predicate: Range<Option<&'static Predicate>>,
    /// By alternative, in the form's order.
    pub by: Vec<DoubtBy>,
}

/// One other way to read the form.
#[derive(Clone, Debug)]
pub struct DoubtBy {
    /// The difference that tells the doubt.
    pub difference: &'static str,
    /// The total under it.
    pub total: Range<Fraction>,
    /// The predicates of both ends.
    pub predicate: Range<Option<&'static Predicate>>,
    /// The indicators that it scores otherwise, with their points under it.
    pub indicators: Vec<(&'static Indicator, Range<Fraction>)>,
}

impl Doubt {
    /// What the other ways of reading make of an indicator, each with its difference; none where all agree.
    ///
    /// ```
    /// use cermin_koperasi::{page::workshop::Sample, scoring};
    /// let report = scoring::assess(&Sample::find("warung-bersama").unwrap().work(None).unwrap().assessment);
    /// let doubt = report.doubt.as_ref().unwrap();
    /// let (read_otherwise, points) = doubt.by[0].indicators[0];
    /// assert!(doubt.about(read_otherwise).any(|told| told == (doubt.by[0].difference, points)));
    /// assert!(doubt.about(report.indicators[0].indicator).next().is_none(), "a checklist is read in one way");
    /// ```
    pub fn about<'d>(
        &'d self,
        wanted: &'static Indicator,
    ) -> impl Iterator<Item = (&'static str, Range<Fraction>)> + 'd {
        self.by.iter().filter_map(move |by| Some((by.difference, by.points(wanted)?)))
    }
}

impl DoubtBy {
    /// The points of an indicator, where it scores it otherwise.
    ///
    /// ```
    /// use cermin_koperasi::{page::workshop::Sample, scoring};
    /// let shop = Sample::find("warung-bersama").unwrap().work(None).unwrap().assessment;
    /// let doubt = scoring::assess(&shop).doubt.unwrap();
    /// let (indicator, points) = doubt.by[0].indicators[0];
    /// assert_eq!(doubt.by[0].points(indicator), Some(points));
    /// assert_ne!(points, scoring::points(&shop, indicator));
    /// ```
    #[must_use]
    pub fn points(&self, wanted: &'static Indicator) -> Option<Range<Fraction>> {
        self.indicators.iter().find(|(one, _)| one.at.slot == wanted.at.slot).map(|(_, points)| *points)
    }
}
