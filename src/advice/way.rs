//! One way to the next band, verified by re-scoring everything.

use crate::assessment::Assessment;
use crate::exact::{Fraction, Range};
use crate::money::Rupiah;
use crate::rulebook::{Account, Direction, Indicator, Measure, Move, Year};
use crate::scoring::{self, Figures, Finding, Report};

use super::apply::{account, moved};
use super::doubt::{Told, rises, told};
use super::{Change, IndicatorChange};

/// A move that lifts an indicator, with the least rupiah that does.
#[derive(Clone, Debug)]
pub struct Way {
    /// The ratio that it is for.
    pub indicator: &'static Indicator,
    /// The move.
    pub movement: &'static Move,
    /// How many rupiah, at least 1; one rupiah less would not do.
    pub rupiah: i64,
    /// Every account it moves, the lead first, then what keeps the balance.
    pub shifts: Vec<Shift>,
    /// The ratio afterwards.
    pub ratio: Option<Fraction>,
    /// The indicator's points before and after.
    pub points: Change,
    /// The total before and after, what happens to other ratios included.
    pub total: Change,
    /// Other indicators that change on the way.
    pub coupled: Vec<Coupling>,
    /// The total over every way to read the form, where its sources leave a doubt.
    pub told: Option<Told>,
    /// Whether its own indicator rises under every way to read the form.
    pub holds: bool,
}

/// One account before and after.
#[derive(Clone, Copy, Debug)]
pub struct Shift {
    /// The account.
    pub account: &'static Account,
    /// Which way it moves.
    pub direction: Direction,
    /// Rupiah before.
    pub before: Rupiah,
    /// Rupiah after.
    pub after: Rupiah,
}

/// Another indicator that changes on the way.
pub type Coupling = IndicatorChange;

impl Way {
    /// What each end of the total gains; negative where other ratios lose more.
    ///
    /// ```
    /// use cermin_koperasi::{advice::{self, Outlook}, page::workshop::Sample};
    /// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
    /// let indicator = work.variant.indicator("C.II.1.c").unwrap();
    /// let Outlook::Measured { ways, .. } = advice::next_band(&work, indicator).unwrap().outlook else { panic!("it is measured") };
    /// let gain = |id: &str| ways.iter().find(|way| way.movement.id == id).unwrap().gain().low;
    /// assert!(gain("cadangan-risiko-dari-cadangan-umum") > gain("tambah-penyisihan"));
    /// assert!(gain("tambah-penyisihan").is_negative(), "it lifts this ratio, and the result falls with all that rests on it");
    /// ```
    #[must_use]
    pub fn gain(&self) -> Range<Fraction> {
        self.told.map_or_else(|| self.total.gain(), |told| told.gain)
    }

    /// The total before and after, over every way to read the form.
    ///
    /// ```
    /// use cermin_koperasi::{advice::{self, Outlook}, page::workshop::Sample};
    /// let work = Sample::find("warung-bersama").unwrap().work(None).unwrap().assessment;
    /// let indicator = work.variant.indicator("C.II.3.a").unwrap();
    /// let Outlook::Measured { ways, .. } = advice::next_band(&work, indicator).unwrap().outlook else { panic!("it is measured") };
    /// let (told, read) = (ways[0].change().before, ways[0].total.before);
    /// assert!(read.is_settled() && told.low < read.low && told.high > read.high, "the form can be read in several ways");
    /// ```
    #[must_use]
    pub fn change(&self) -> Change {
        self.told.map_or(self.total, |told| told.total)
    }

    /// The same, told over every way to read the form. It takes a report of its own, so it is done where a way is told.
    pub(super) fn in_doubt(mut self, assessment: &Assessment, before: &Report) -> Self {
        let doubted = before.doubt.is_some().then(|| moved(assessment, self.movement, self.rupiah)).flatten();
        if let Some(after) = doubted.map(|copy| scoring::assess(&copy)) {
            (self.told, self.holds) = (Some(told(before, &after)), rises(before, &after, self.indicator));
        }
        self
    }

    /// The ratios that rise, its own first.
    ///
    /// ```
    /// use cermin_koperasi::{advice::{self, Outlook}, page::workshop::Sample};
    /// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
    /// let indicator = work.variant.indicator("B.I.1.b").unwrap();
    /// let Outlook::Measured { ways, .. } = advice::next_band(&work, indicator).unwrap().outlook else { panic!("it is measured") };
    /// assert_eq!(ways[0].lifted().map(|one| one.indicator.id).collect::<Vec<_>>(), ["B.I.1.b", "C.II.2.a"]);
    /// ```
    pub fn lifted(&self) -> impl Iterator<Item = IndicatorChange> {
        let own = IndicatorChange { indicator: self.indicator, score: self.points };
        let all = core::iter::once(own).chain(self.coupled.iter().copied());
        all.filter(|one| one.score.gain().low > Fraction::ZERO)
    }

    /// Whether the total rises and no ratio falls.
    pub(super) fn is_clean(&self) -> bool {
        let falls = |gain: Range<Fraction>| gain.low.is_negative() || gain.high.is_negative();
        self.holds && self.gain().low > Fraction::ZERO && !self.coupled.iter().any(|one| falls(one.score.gain()))
    }
}

/// Re-scores everything the books can move after a move: every ratio, the total, the checks. `Err` names a check of the
/// books that the move would break; `None` inside stands for a move that cannot be made.
pub(super) fn verified(
    assessment: &Assessment,
    before: &Report,
    indicator: &'static Indicator,
    movement: &'static Move,
    rupiah: i64,
) -> Result<Way, Option<&'static str>> {
    let after = moved(assessment, movement, rupiah).ok_or(None)?;
    if let Some(broken) = scoring::findings(&after).iter().find(|finding| !known(before, finding)) {
        return Err(Some(broken.id()));
    }
    let changes = changes(before, &after);
    let total = total(before, &changes).ok_or(None)?;
    let (own, coupled): (Vec<_>, Vec<_>) = changes.into_iter().partition(|one| one.indicator.id == indicator.id);
    let points = own.first().ok_or(None)?.score;
    let shifts = shifts(assessment, &after, movement);
    Ok(Way {
        indicator,
        movement,
        rupiah,
        shifts,
        ratio: ratio(&after, indicator),
        points,
        total,
        coupled,
        told: None,
        holds: true,
    })
}

/// The ratios that change; the answers stay, so the checklists do too.
fn changes(before: &Report, after: &Assessment) -> Vec<IndicatorChange> {
    let ratios = before.indicators.iter().filter(|score| score.indicator.items().is_empty());
    let all = ratios.map(|score| IndicatorChange {
        indicator: score.indicator,
        score: Change { before: score.score, after: scoring::points(after, score.indicator) },
    });
    all.filter(|change| !change.score.is_none()).collect()
}

/// The total is a weighed sum, so it moves by what each ratio's points are worth.
fn total(before: &Report, changes: &[IndicatorChange]) -> Option<Change> {
    let Range { mut low, mut high } = before.total;
    for change in changes {
        let (gain, worth) = (change.score.gain(), before.indicator(change.indicator.id)?.point_worth());
        low = low.plus(gain.low.times(worth)?)?;
        high = high.plus(gain.high.times(worth)?)?;
    }
    Some(Change { before: before.total, after: Range { low, high } })
}

fn ratio(after: &Assessment, indicator: &'static Indicator) -> Option<Fraction> {
    let Measure::Ratio(rule) = &indicator.measure else { return None };
    Figures::new(after).value(rule.formula(after.reading), Year::Current).known()
}

/// Whether the books had the same trouble before.
fn known(before: &Report, finding: &Finding) -> bool {
    before.books.iter().any(|old| old.id() == finding.id() && old.year() == finding.year())
}

fn shifts(before: &Assessment, after: &Assessment, movement: &'static Move) -> Vec<Shift> {
    let rupiah = |books: &Assessment, id: &str| books.amount(Year::Current, id).known();
    let shift = |leg: &crate::rulebook::Leg| {
        let account = account(before, *leg);
        let (before, after) = (rupiah(before, account.id)?, rupiah(after, account.id)?);
        Some(Shift { account, direction: leg.direction, before, after })
    };
    movement.legs().filter_map(shift).collect()
}
