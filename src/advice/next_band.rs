//! How many rupiah to the next band, by one plausible move, exactly.

use std::cell::Cell;

use crate::assessment::{Amount, Assessment};
use crate::exact::{Fraction, Range};
use crate::money::LIMIT;
use crate::rulebook::{
    Band, Bands, Deed, Direction, Formula, Indicator, Measure, Move, Override, RatioRule, Reading, Year,
};
use crate::scoring::{self, Figures, IndicatorScore, Memory, Report, Status};
use crate::sorting::by_key;

use super::apply::{account, moved, room, shift};
use super::course::{Along, Course};
use super::way::verified;
use super::{Way, reach};

/// What can be said about a ratio's next band.
#[derive(Clone, Debug)]
pub struct NextBand {
    /// The ratio's indicator.
    pub indicator: &'static Indicator,
    /// Its measured value.
    pub ratio: Option<Fraction>,
    /// Its points.
    pub points: Range<Fraction>,
    /// The answer.
    pub outlook: Outlook,
}

/// The answer.
#[derive(Clone, Debug)]
pub enum Outlook {
    /// No more points are to be had.
    Best,
    /// No ratio is measured, so no distance either: the status tells why.
    NotMeasured(Status),
    /// The amounts nobody has filled in yet, which the ratio needs.
    Missing(Vec<(Year, &'static str)>),
    /// The moves that do it, and why the others do not.
    Measured {
        /// The next better band.
        next: &'static Band,
        /// Ways that lift it: those that raise the total first, then the fewest rupiah. Empty: no single line can do it.
        ways: Vec<Way>,
        /// Moves that touch the ratio and still do not do it, with the reason.
        blocked: Vec<(&'static Move, Blocked)>,
        /// Where no move of a plan does it alone and raises the total: by how many rupiah the result has to rise, if several
        /// together can do both.
        together: Option<i64>,
    },
}

/// Why a move does not do it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// However far it goes, the ratio does not reach a better band.
    NeverReaches,
    /// It would take more than is plausible, or more than stands in the accounts.
    TooFar {
        /// The rupiah it would take.
        needed: i64,
        /// The most that is plausible and possible.
        most: i64,
    },
    /// The amount of this account is unknown.
    Unknown(&'static str),
    /// It would break a check of the books, named by its id.
    Breaks(&'static str),
    /// A number does not fit the arithmetic.
    OutOfRange,
}

/// The next band of a ratio; `None` for a checklist.
///
/// Each way is the least whole number of rupiah: the ratio is a quotient of polynomials along a move, all places where it
/// can cross a limit are solved for, and the first whole rupiah with more points is taken and re-scored.
///
/// ```
/// use cermin_koperasi::{advice::{self, Outlook}, page::workshop::Sample};
/// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
/// let of = |id: &str| advice::next_band(&work, work.variant.indicator(id).unwrap());
/// let Outlook::Measured { next, ways, .. } = of("C.I.2.b").unwrap().outlook else { panic!("it is measured") };
/// assert_eq!((next.points.to_whole(), ways[0].movement.id, ways[0].rupiah), (Some(2), "hemat-honor-karyawan", 3_677_877));
/// assert!(matches!(of("B.I.1.a").unwrap().outlook, Outlook::Best));
/// assert!(of("A.I.1").is_none(), "a checklist needs no rupiah");
/// ```
#[must_use]
pub fn next_band(assessment: &Assessment, indicator: &'static Indicator) -> Option<NextBand> {
    Some(Seeker::new(assessment, &scoring::assess(assessment), indicator)?.answer(true))
}

/// Moves that lift a ratio, with their rupiah, and those that do not.
type Found = (Vec<(&'static Move, i64)>, Vec<(&'static Move, Blocked)>);

/// One ratio with all it takes to look for its next band.
pub(super) struct Seeker<'a> {
    assessment: &'a Assessment,
    report: &'a Report,
    indicator: &'static Indicator,
    rule: &'static RatioRule,
}

impl<'a> Seeker<'a> {
    pub(super) fn new(assessment: &'a Assessment, report: &'a Report, indicator: &'static Indicator) -> Option<Self> {
        let Measure::Ratio(rule) = &indicator.measure else { return None };
        Some(Self { assessment, report, indicator, rule })
    }

    /// All ways, or only the first that a plan may propose and that raises the total.
    pub(super) fn answer(&self, all: bool) -> NextBand {
        let score = self.score();
        let points = score.map_or(Range::exactly(Fraction::ZERO), |score| score.score);
        let status = score.map_or(Status::Open, |score| score.trace.status);
        let ratio = score.and_then(|score| score.trace.ratio());
        let outlook = match (score.and_then(|score| score.trace.bands), status) {
            _ if points.low == self.indicator.max => Outlook::Best,
            (Some(bands), Status::Measured | Status::Decided(_)) => self.measured(bands, points.low, all),
            (_, Status::Open) => Outlook::Missing(reach::missing(self.assessment, self.formula())),
            (_, status) => Outlook::NotMeasured(status),
        };
        NextBand { indicator: self.indicator, ratio, points, outlook }
    }

    fn formula(&self) -> &'static Formula {
        self.rule.formula(self.assessment.reading)
    }

    fn score(&self) -> Option<&'a IndicatorScore> {
        self.report.indicator(self.indicator.id)
    }

    fn measured(&self, bands: &'static Bands, now: Fraction, all: bool) -> Outlook {
        // Best first: the last one above the present points is the next.
        let Some(next) = bands.bands.iter().rev().find(|band| band.points > now) else { return Outlook::Best };
        let (found, mut blocked) = self.search(bands, now, all);
        let found = by_key(found, |(_, rupiah)| *rupiah);
        let ways = self.verify(found, &mut blocked, all);
        let alone = ways.iter().any(|way| way.movement.plan && raises(way));
        let together = if alone { None } else { self.together(now, &blocked) };
        Outlook::Measured { next, ways, blocked, together }
    }

    /// The rupiah that several moves bring together, each as far as it goes, which alone are too little: costs of a small
    /// cooperative may each be less than the little it lacks.
    fn together(&self, now: Fraction, blocked: &[(&'static Move, Blocked)]) -> Option<i64> {
        let result = self.assessment.variant.moves?.result;
        let short = |(one, why): &(&'static Move, Blocked)| match *why {
            Blocked::TooFar { needed, most } if one.plan && one.direction(result) == Some(Direction::Up) => {
                Some((*one, needed, most))
            }
            _ => None,
        };
        let parts: Vec<_> = blocked.iter().filter_map(short).collect();
        let needed = parts.iter().map(|(_, needed, _)| *needed).max()?;
        let (mut copy, mut left) = (self.assessment.clone(), needed);
        for (movement, _, most) in parts {
            copy = moved(&copy, movement, most.min(left))?;
            left -= most.min(left);
        }
        let lifts = || scoring::points(&copy, self.indicator).low > now;
        (left == 0 && lifts() && scoring::assess(&copy).total.low > self.report.total.low).then_some(needed)
    }

    /// The moves of a plan that lift the measured ratio by themselves, each with its least rupiah.
    pub(super) fn reached(&self) -> Vec<(&'static Move, i64)> {
        let Some(score) = self.score().filter(|score| score.trace.ratio().is_some()) else { return Vec::new() };
        score.trace.bands.map_or_else(Vec::new, |bands| self.search(bands, score.score.low, false).0)
    }

    /// How much of what is plausible so many rupiah of a move take, in fifths; `None` beyond that. What stands in an account
    /// can be doubled, not more; a reserve comes out of what is there already, as far as that goes.
    pub(super) fn strain(&self, movement: &Move, rupiah: i64) -> Option<u32> {
        let lead = self.assessment.amount_of(Year::Current, account(self.assessment, movement.lead));
        let Amount::Known(stands) = lead else { return None };
        let most = self.ceiling().and_then(|ceiling| most(self.assessment, ceiling, movement)).ok()?;
        let most = if movement.deed == Deed::Reserve { most } else { most.min(stands.get()) };
        let fifths = (i128::from(rupiah) * 5).checked_add(i128::from(most) - 1)?.checked_div(i128::from(most))?;
        u32::try_from(fifths).ok().filter(|_| rupiah <= most)
    }

    /// The moves that touch the ratio: the least rupiah of those that lift it, and why the others do not.
    fn search(&self, bands: &'static Bands, now: Fraction, all: bool) -> Found {
        let mut found = Found::default();
        let Some(moves) = self.assessment.variant.moves else { return found };
        let ceiling = self.ceiling();
        let memory = Memory::new(self.assessment.variant);
        let figures = Figures::new(self.assessment).remembering(&memory);
        let mut search = Search { seeker: self, bands, now, ceiling, figures, copy: self.assessment.clone() };
        let touched = self.touched();
        for one in moves.list.iter().filter(|one| all || one.plan) {
            if one.legs().any(|leg| touched.contains(&leg.account)) {
                match search.least(one) {
                    Ok(rupiah) => found.0.push((one, rupiah)),
                    Err(reason) => found.1.push((one, reason)),
                }
            }
        }
        found
    }

    /// The accounts of this year that the ratio, or a case that decides it, rests on.
    fn touched(&self) -> Vec<u16> {
        let mut touched = Vec::new();
        let cases = self.cases().map(|case| &case.of);
        for formula in cases.chain([self.formula()]) {
            reach::visit(self.assessment, formula, &mut |named| match named {
                reach::Named::Account(place, Year::Current) if !touched.contains(&place) => touched.push(place),
                _ => {}
            });
        }
        touched
    }

    /// The most that is plausible for any move, or an account whose amount is unknown.
    fn ceiling(&self) -> Result<i64, &'static str> {
        let Some(moves) = self.assessment.variant.moves else { return Ok(0) };
        let figures = Figures::new(self.assessment).reading(Reading::Definition);
        let missing = || reach::missing(self.assessment, &moves.ceiling).first().map_or("", |(_, account)| account);
        figures.value(&moves.ceiling, Year::Current).known().map(floor).ok_or_else(missing)
    }

    fn cases(&self) -> impl Iterator<Item = &'static Override> {
        let reading = self.assessment.reading;
        self.rule.overrides.iter().filter(move |case| case.reading == reading)
    }

    fn verify(
        &self,
        found: Vec<(&'static Move, i64)>,
        blocked: &mut Vec<(&'static Move, Blocked)>,
        all: bool,
    ) -> Vec<Way> {
        let mut ways: Vec<Way> = Vec::new();
        for (movement, rupiah) in found {
            match verified(self.assessment, self.report, self.indicator, movement, rupiah) {
                Ok(way) => ways.push(way.in_doubt(self.assessment, self.report)),
                Err(check) => blocked.push((movement, check.map_or(Blocked::OutOfRange, Blocked::Breaks))),
            }
            if !all && ways.last().is_some_and(raises) {
                break;
            }
        }
        let (up, down): (Vec<_>, Vec<_>) = ways.into_iter().partition(raises);
        up.into_iter().chain(down).collect()
    }
}

/// The search for the least amounts, on one copy of the books.
struct Search<'a> {
    seeker: &'a Seeker<'a>,
    bands: &'static Bands,
    now: Fraction,
    ceiling: Result<i64, &'static str>,
    figures: Figures<'a>,
    copy: Assessment,
}

impl Search<'_> {
    /// The least rupiah by which a move earns more points.
    fn least(&mut self, movement: &'static Move) -> Result<i64, Blocked> {
        let assessment = self.seeker.assessment;
        let most = self.ceiling.and_then(|ceiling| most(assessment, ceiling, movement)).map_err(Blocked::Unknown)?;
        let moved = vec![Cell::new(None); assessment.variant.aggregates.len()];
        let along = Along { assessment, figures: self.figures, movement, moved: &moved };
        let ratio = along.course(self.seeker.formula(), Year::Current).ok_or(Blocked::OutOfRange)?;
        let amounts = self.candidates(along, &ratio).ok_or(Blocked::OutOfRange)?;
        let decided = self.seeker.cases().next().is_some();
        let better = |rupiah: &i64| match ratio.value(*rupiah) {
            Some(value) if !decided => self.bands.hit(value).is_some_and(|hit| self.bands.bands[hit].points > self.now),
            // A case may decide, or a denominator be zero: only scoring itself can tell.
            _ => {
                shift(&mut self.copy, assessment, movement, *rupiah).is_some()
                    && scoring::points(&self.copy, self.seeker.indicator).low > self.now
            }
        };
        let needed = amounts.into_iter().find(better);
        shift(&mut self.copy, assessment, movement, 0);
        match needed {
            Some(needed) if needed > most => Err(Blocked::TooFar { needed, most }),
            Some(needed) => Ok(needed),
            None => Err(Blocked::NeverReaches),
        }
    }

    /// Every whole amount from which on the points can be others, in order. From each to the next nothing changes, so
    /// the first that earns more is the least.
    fn candidates(&self, along: Along<'_>, ratio: &Course) -> Option<Vec<i64>> {
        let limits = self.bands.bands.iter().filter_map(|band| band.min).map(|min| min.at);
        let mut polys = ratio.tests.clone();
        polys.push(ratio.below);
        for limit in limits {
            polys.push(ratio.above.plus(ratio.below.scaled(limit.negated())?)?);
        }
        for case in self.seeker.cases() {
            let figure = along.course(&case.of, Year::Current)?;
            polys.extend(figure.tests.iter().chain([&figure.above, &figure.below]));
        }
        let mut amounts = vec![1];
        for turn in polys.iter().filter(|poly| !poly.is_constant()).map(|poly| poly.turns(LIMIT)) {
            amounts.extend(turn?);
        }
        amounts.sort_unstable();
        amounts.dedup();
        Some(amounts)
    }
}

/// The most rupiah that is plausible and possible, or an account whose amount is unknown.
fn most(assessment: &Assessment, ceiling: i64, movement: &Move) -> Result<i64, &'static str> {
    let mut most = ceiling;
    for leg in movement.legs().copied() {
        most = most.min(room(assessment, leg)?);
    }
    let lead = assessment.amount_of(Year::Current, account(assessment, movement.lead));
    if let (Some(share), Amount::Known(amount)) = (movement.most, lead) {
        most = most.min(Fraction::from(amount).times(share).map_or(0, floor));
    }
    Ok(most.max(0))
}

fn raises(way: &Way) -> bool {
    way.gain().low > Fraction::ZERO
}

fn floor(value: Fraction) -> i64 {
    let whole = value.numerator().div_euclid(value.denominator());
    i64::try_from(whole).unwrap_or(if whole < 0 { i64::MIN } else { i64::MAX })
}
