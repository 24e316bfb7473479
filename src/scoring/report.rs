//! The report: what came out, and from what.

use super::{Doubt, Finding};
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Bands, Formula, Indicator, Predicate, Reading, Rulebook, Subaspect, Variant, Year};

/// The outcome of [`super::assess`].
#[derive(Clone, Debug)]
pub struct Report {
    /// The rulebook that was applied.
    pub rulebook: &'static Rulebook,
    /// The form that was applied.
    pub variant: &'static Variant,
    /// The edition that was applied, an index into [`Rulebook::editions`].
    pub edition: usize,
    /// The reading that was applied.
    pub reading: Reading,
    /// The total, from 0 to 100.
    pub total: Range<Fraction>,
    /// The predicates of both ends of the total.
    pub predicate: Range<Option<&'static Predicate>>,
    /// What stays open beside all that, where the form's own sources leave a doubt: then no single total can be told.
    pub doubt: Option<Doubt>,
    /// By aspect, in the form's order.
    pub aspects: Vec<AspectScore>,
    /// By indicator, in the form's order.
    pub indicators: Vec<IndicatorScore>,
    /// What the books check noticed.
    pub books: Vec<Finding>,
}

impl Report {
    /// What the form's sources leave open. The first part of the page knows one form, which is read in one way.
    pub(super) fn open(&self) -> Option<&Doubt> {
        if cfg!(feature = "full") { self.doubt.as_ref() } else { None }
    }

    /// The predicate, if both ends of the total share it, over every way to read the form.
    ///
    /// ```
    /// use cermin_koperasi::{page::workshop::Sample, scoring};
    /// let told = |id: &str| scoring::assess(&Sample::find(id).unwrap().work(None).unwrap().assessment).settled_predicate();
    /// assert_eq!(told("kredit-macet").map(|one| one.id), Some("dalam-pengawasan"));
    /// assert!(told("banyak-belum-tahu").is_none(), "too much is not known");
    /// assert!(told("warung-bersama").is_none(), "all is known, and the form itself is in doubt");
    /// ```
    #[must_use]
    pub fn settled_predicate(&self) -> Option<&'static Predicate> {
        let ends = self.honest_predicate();
        if ends.is_settled() { ends.low } else { None }
    }

    /// The total as it may be told: with what the form's sources leave open, where they leave something open.
    ///
    /// ```
    /// use cermin_koperasi::{page::workshop::Sample, scoring};
    /// let shop = Sample::find("warung-bersama").unwrap().work(None).unwrap().assessment;
    /// let report = scoring::assess(&shop);
    /// assert!(report.total.is_settled() && !report.honest_total().is_settled(), "all is answered, the form is in doubt");
    /// ```
    #[must_use]
    pub fn honest_total(&self) -> Range<Fraction> {
        self.open().map_or(self.total, |doubt| doubt.total)
    }

    /// The predicates of both ends of [`honest_total`](Self::honest_total).
    ///
    /// ```
    /// use cermin_koperasi::{page::workshop::Sample, scoring};
    /// let report = scoring::assess(&Sample::find("warung-bersama").unwrap().work(None).unwrap().assessment);
    /// let ends = report.honest_total().map(|total| report.variant.predicate(total));
    /// assert_eq!(report.honest_predicate(), ends);
    /// ```
    #[must_use]
    pub fn honest_predicate(&self) -> Range<Option<&'static Predicate>> {
        self.open().map_or(self.predicate, |doubt| doubt.predicate)
    }

    /// Whether a form that can be read in several ways leaves three predicates possible, or more: then none of them is told, nor a
    /// number.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::Assessment, rulebook, scoring};
    /// let book = rulebook::find("kkpkk-2021").unwrap();
    /// let wide = |form| scoring::assess(&Assessment::new(book, book.variant(form).unwrap())).is_too_wide();
    /// assert!(wide("riil12") && !wide("ksp12"), "where nothing is answered all is possible; one form is read in one way");
    /// ```
    #[must_use]
    pub fn is_too_wide(&self) -> bool {
        let place = |end: Option<&Predicate>| self.variant.predicates.iter().position(|one| Some(one) == end);
        let ends = self.honest_predicate().map(place);
        self.open().is_some() && ends.low.zip(ends.high).is_some_and(|(worst, best)| worst > best + 1)
    }

    /// The points of an indicator as they may be told.
    ///
    /// ```
    /// use cermin_koperasi::{page::workshop::Sample, scoring};
    /// let report = scoring::assess(&Sample::find("warung-bersama").unwrap().work(None).unwrap().assessment);
    /// let (doubted, _) = report.doubt.as_ref().unwrap().by[0].indicators[0];
    /// let score = report.indicator(doubted.id).unwrap();
    /// assert!(score.score.is_settled() && !report.honest_points(score).is_settled());
    /// ```
    #[must_use]
    pub fn honest_points(&self, score: &IndicatorScore) -> Range<Fraction> {
        let other = self.open().into_iter().flat_map(|doubt| doubt.about(score.indicator));
        other.fold(score.score, |sum, (_, points)| sum.hull(points))
    }

    /// The score of an indicator, by its id.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::Assessment, rulebook::RULEBOOKS, scoring};
    /// let report = scoring::assess(&Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]));
    /// assert_eq!(report.indicator("A.I.1").map(|score| score.aspect.id), Some("A"));
    /// assert!(report.indicator("Z.9").is_none());
    /// ```
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<&IndicatorScore> {
        self.indicators.iter().find(|score| score.indicator.id == id)
    }
}

/// An aspect's score.
#[derive(Clone, Debug)]
pub struct AspectScore {
    /// The aspect.
    pub aspect: &'static Aspect,
    /// From 0 to 100.
    pub score: Range<Fraction>,
    /// Its parts; shown, not weighed.
    pub subaspects: Vec<SubaspectScore>,
}

/// A subaspect's score.
#[derive(Clone, Debug)]
pub struct SubaspectScore {
    /// The subaspect.
    pub subaspect: &'static Subaspect,
    /// From 0 to 100.
    pub score: Range<Fraction>,
}

/// An indicator's score with its trace.
#[derive(Clone, Debug)]
pub struct IndicatorScore {
    /// The aspect it belongs to.
    pub aspect: &'static Aspect,
    /// The indicator.
    pub indicator: &'static Indicator,
    /// Points, from the worst band to [`Indicator::max`].
    pub score: Range<Fraction>,
    /// How the score came about.
    pub trace: Trace,
}

impl IndicatorScore {
    /// What one point of this indicator adds to the total.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::Assessment, exact::Fraction, rulebook::RULEBOOKS, scoring};
    /// let report = scoring::assess(&Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]));
    /// assert_eq!(report.indicator("D.I.1").map(|score| score.point_worth()), Fraction::new(15, 16));
    /// ```
    #[must_use]
    pub fn point_worth(&self) -> Fraction {
        super::point_worth(self.aspect)
    }

    /// Points lost against the best score, counted from the low end.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::Assessment, exact::Fraction, rulebook::RULEBOOKS, scoring};
    /// let report = scoring::assess(&Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]));
    /// assert_eq!(report.indicator("A.I.1").map(|score| score.points_lost()), Some(Fraction::whole(3)), "four points, one for all");
    /// ```
    #[must_use]
    pub fn points_lost(&self) -> Fraction {
        self.indicator.max.minus(self.score.low).unwrap_or(Fraction::ZERO)
    }

    /// What the points lost take from the total.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::Assessment, exact::Fraction, rulebook::RULEBOOKS, scoring};
    /// let report = scoring::assess(&Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]));
    /// let lost = Fraction::sum(report.indicators.iter().map(|score| score.total_lost()));
    /// assert_eq!(lost, Fraction::whole(100).minus(report.total.low));
    /// ```
    #[must_use]
    pub fn total_lost(&self) -> Fraction {
        self.points_lost().times(self.point_worth()).unwrap_or(Fraction::ZERO)
    }
}

/// How a score came about. The page prints only from here.
#[derive(Clone, Debug)]
pub struct Trace {
    /// Which way the score was found.
    pub status: Status,
    /// The figures or answers it rests on.
    pub evidence: Evidence,
    /// The table of bands that was applied, best first; none for a proportional scale.
    pub bands: Option<&'static Bands>,
    /// Places in that table: the band of the best and of the worst possible outcome.
    pub hit: Option<Range<usize>>,
    /// Whether the measurement sits exactly on a limit (D19).
    pub on_limit: bool,
    /// Differences that moved or may move this score, ids of [`Rulebook::differences`].
    pub notes: &'static [&'static str],
}

impl Trace {
    /// The measured ratio, where there is exactly one.
    ///
    /// ```
    /// use cermin_koperasi::{exact::Fraction, page::workshop::Sample, scoring};
    /// let report = scoring::assess(&Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment);
    /// let ratio = |id: &str| report.indicator(id).unwrap().trace.ratio();
    /// assert_eq!(ratio("A.I.1"), Fraction::new(3, 4), "three of four items are met");
    /// assert_eq!(ratio("C.III.2.b"), Fraction::new(1_007_289, 9_638_000), "surplus over the members' deposits");
    /// ```
    #[must_use]
    pub fn ratio(&self) -> Option<Fraction> {
        match &self.evidence {
            Evidence::Ratio { value, .. } => *value,
            Evidence::Checklist(counting) => counting.share(),
        }
    }
}

/// Which way a score was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Measured and looked up.
    Measured,
    /// Something is still unanswered, so a range remains.
    Open,
    /// Decided by a case of its own, named by its difference.
    Decided(&'static str),
    /// The denominator is zero: no ratio exists, so the whole scale remains (D18).
    ZeroDenominator,
    /// A number does not fit the arithmetic: the whole scale remains.
    OutOfRange,
}

impl Status {
    /// The word used in the JavaScript face.
    ///
    /// ```
    /// use cermin_koperasi::scoring::Status;
    /// assert_eq!([Status::Open, Status::Decided("D18")].map(Status::code), ["open", "decided"]);
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Open => "open",
            Self::Decided(_) => "decided",
            Self::ZeroDenominator => "zero-denominator",
            Self::OutOfRange => "out-of-range",
        }
    }
}

/// What a score rests on.
#[derive(Clone, Debug)]
pub enum Evidence {
    /// Answers, counted.
    Checklist(Counting),
    /// A formula over figures.
    Ratio {
        /// The formula that was computed.
        formula: &'static Formula,
        /// Its value; `None` if something is missing or nothing can be divided.
        value: Option<Fraction>,
        /// What stands above the line, where the formula is a quotient.
        numerator: Option<Fraction>,
        /// What stands below it.
        denominator: Option<Fraction>,
        /// The named figures it uses, each once, in the order of the formula.
        figures: Vec<Figure>,
    },
}

/// A checklist, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counting {
    /// Items answered *yes*.
    pub met: u16,
    /// Items answered *no*.
    pub unmet: u16,
    /// Items not answered, or *belum tahu*.
    pub open: u16,
    /// Of the open items, those that may still prove not to apply.
    pub excusable: u16,
    /// Items that cannot apply; they leave the count.
    pub not_applicable: u16,
}

impl Counting {
    /// How many items count.
    ///
    /// ```
    /// use cermin_koperasi::scoring::Counting;
    /// assert_eq!(Counting { met: 3, unmet: 1, not_applicable: 2, ..Counting::default() }.counted(), 4);
    /// ```
    #[must_use]
    pub const fn counted(self) -> u16 {
        self.met + self.unmet + self.open
    }

    /// The share that is met once nothing is open.
    ///
    /// ```
    /// use cermin_koperasi::{exact::Fraction, scoring::Counting};
    /// let counting = Counting { met: 3, unmet: 1, ..Counting::default() };
    /// assert_eq!(counting.share(), Fraction::new(3, 4));
    /// assert_eq!(Counting { open: 1, ..counting }.share(), None);
    /// ```
    #[must_use]
    pub const fn share(self) -> Option<Fraction> {
        if self.open == 0 { Fraction::new(self.met as i128, self.counted() as i128) } else { None }
    }
}

/// A named figure of the books in one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Account or aggregate id.
    pub id: &'static str,
    /// The year it is read from.
    pub year: Year,
    /// Its value; `None` if unknown.
    pub value: Option<Fraction>,
    /// For an aggregate: the terms it sums.
    pub parts: Vec<Part>,
}

/// One term of an aggregate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Account or aggregate id.
    pub id: &'static str,
    /// The year it is read from.
    pub year: Year,
    /// What it is multiplied by.
    pub coefficient: Fraction,
    /// Its value; `None` if unknown.
    pub value: Option<Fraction>,
}
