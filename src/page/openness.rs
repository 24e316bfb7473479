//! What keeps a score a range, and which screen narrows it most.

use crate::assessment::{Answer, Assessment};
use crate::exact::Fraction;
use crate::rulebook::Year;
use crate::scoring::{IndicatorScore, Report, Status};

use super::Route;
use super::anatomy::Anatomy;

/// What is still open in an assessment.
///
/// ```
/// use cermin_koperasi::{locale::Locale, page::{Model, Openness}};
/// let model = Model::new(Locale::Id);
/// let open = Openness::of(model.assessment(), &model.report());
/// assert_eq!(open.items, 145);
/// assert!(open.next.is_some());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Openness {
    /// Items blank or *belum tahu*.
    pub items: usize,
    /// Amounts blank or *belum tahu* that a ratio still waits for, each year counted by itself.
    pub amounts: usize,
    /// Indicators no answer can settle, because their denominator is zero or a number does not fit.
    pub unsolvable: Vec<&'static str>,
    /// The screen where answering narrows the total most.
    pub next: Option<Route>,
}

impl Openness {
    /// Looks at a report and at what it was made from.
    #[must_use]
    pub fn of(assessment: &Assessment, report: &Report) -> Self {
        let open = || report.indicators.iter().filter(|score| score.trace.status == Status::Open);
        let anatomy = Anatomy::of(assessment);
        let mut amounts = Vec::new();
        for amount in open().flat_map(|score| anatomy.unknown(assessment, score.indicator)) {
            if !amounts.contains(&amount) {
                amounts.push(amount);
            }
        }
        let items = assessment.variant.items().filter(|(_, item)| assessment.answer(item.id) == Answer::Unknown);
        let dead = |score: &&IndicatorScore| matches!(score.trace.status, Status::ZeroDenominator | Status::OutOfRange);
        Self {
            items: items.count(),
            amounts: amounts.len(),
            unsolvable: report.indicators.iter().filter(dead).map(|score| score.indicator.id).collect(),
            next: widest(assessment, open()),
        }
    }

    /// Whether an answer could still change the score.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.next.is_some()
    }
}

/// What the range of an indicator makes of the total.
pub(super) fn width(score: &IndicatorScore) -> Fraction {
    let points = score.score.high.minus(score.score.low);
    // Points and weights are small constants of the rulebook.
    points.and_then(|points| points.times(score.point_worth())).unwrap_or(Fraction::ZERO)
}

/// Each checklist counts for its own screen; a ratio is shared out among the groups that hold its missing amounts.
fn widest<'s>(assessment: &Assessment, open: impl Iterator<Item = &'s IndicatorScore>) -> Option<Route> {
    let mut screens: Vec<(Route, Fraction)> = Vec::new();
    let mut add = |route: Route, share: Fraction| match screens.iter_mut().find(|(known, _)| *known == route) {
        Some((_, sum)) => *sum = sum.plus(share).unwrap_or(*sum),
        None => screens.push((route, share)),
    };
    for score in open {
        if !score.indicator.items().is_empty() {
            add(Route::Indicator(score.indicator.id.to_owned()), width(score));
            continue;
        }
        let groups = groups(assessment, &Anatomy::of(assessment).unknown(assessment, score.indicator));
        for (group, count) in &groups {
            let all: i64 = groups.iter().map(|(_, count)| count).sum();
            let share = Fraction::new(i128::from(*count), i128::from(all)).and_then(|part| part.times(width(score)));
            add(Route::Group((*group).to_owned()), share.unwrap_or(Fraction::ZERO));
        }
    }
    // The first of equals, so that the advice does not jump about.
    let best = screens.iter().map(|(_, sum)| *sum).max()?;
    screens.into_iter().find(|(_, sum)| *sum == best).map(|(route, _)| route)
}

/// How many of these amounts stand in which group.
fn groups(assessment: &Assessment, unknown: &[(Year, &'static str)]) -> Vec<(&'static str, i64)> {
    let variant = assessment.variant;
    let mut found = Vec::new();
    for group in variant.groups {
        let holds = |id: &str| group.accounts(variant).iter().any(|account| account.id == id);
        let count = unknown.iter().filter(|(_, id)| holds(id)).count();
        if count > 0 {
            found.push((group.id, i64::try_from(count).unwrap_or(i64::MAX)));
        }
    }
    found
}
