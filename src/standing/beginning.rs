//! *Tahun-tahun pertama*: what a village cooperative (KDMP) that has just begun owes, and by when. Until its second RAT falls
//! due it is not inactive and has nothing to revive: it has a first RAT to hold, or to catch up on.

use serde::Serialize;

use super::Reason;
use crate::calendar::Day;
use crate::rat::book::{RuleId, param, rule, sentences};
use crate::rat::due::{self, BookYear, Limits};
use crate::rat::{Fill, RatFacts};
use crate::sorting::sort;

/// The way through the first years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Beginning {
    /// What has a day, in the order of the days.
    pub milestones: Vec<Milestone>,
    /// What holds all along.
    pub duties: Vec<RuleId>,
}

/// Something of the first years that has a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Milestone {
    /// The last day for it, or the day from which it threatens.
    pub day: Day,
    /// Whether that day has passed.
    pub past: bool,
    /// What it is, and the rule behind it.
    pub reason: Reason,
}

/// Reports, calls to the meeting, what the meeting decides, and what to mind before money is borrowed or booked.
const DUTIES: [RuleId; 9] = [
    rule::LAP_11,
    rule::LAP_10,
    rule::UND_03,
    rule::KUO_03,
    rule::KDM_01,
    rule::KDM_02,
    rule::KDM_03,
    rule::KDM_04,
    rule::KDM_05,
];

/// The way through the first years; `None` for any other cooperative, where the day of legalisation is not known, and once a
/// second RAT has fallen due.
pub(super) fn path(facts: &RatFacts, years: &[BookYear], today: Day) -> Option<Beginning> {
    let founded = facts.established.filter(|_| facts.kdmp.yes() && !facts.dissolved.yes())?;
    if years.iter().filter(|year| year.due).count() > 1 {
        return None;
    }
    let mut milestones = meetings(facts, founded, today)?;
    // For whoever stopped, the two years count from that day; the risk of dissolution tells of it.
    if !facts.business.yes() && !facts.ever_traded.yes() {
        let day = founded.plus_months(12 * param::BUB_03_NO_BUSINESS_YEARS_SINCE_LEGALISATION);
        milestones.push((day, Reason { text: sentences::BEGIN_IDLE.into(), rule: rule::BUB_03 }));
    }
    // The sort is stable: what falls on one day stays in the order of the duties.
    sort(&mut milestones, |(day, _), (other, _)| day < other);
    let milestones = milestones.into_iter().map(|(day, reason)| Milestone { day, past: day < today, reason }).collect();
    Some(Beginning { milestones, duties: DUTIES.to_vec() })
}

/// The first two RATs, what a second miss leads to, and the plan of the year that comes next.
fn meetings(facts: &RatFacts, founded: Day, today: Day) -> Option<Vec<(Day, Reason)>> {
    let first = facts.book_year_end.first_after(founded);
    let one = due::book_year(facts, first, today)?;
    let two = due::book_year(facts, first + 1, today)?;
    let mut found = Vec::new();
    if one.missed() {
        let text = sentences::BEGIN_MISSED.with(&[Fill::Year(first), one.limits.legal.into()]);
        found.push((one.limits.legal, Reason { text, rule: rule::RAT_07 }));
    } else if !one.held.yes() {
        found.push((one.limits.legal, meeting(1, first, &one.limits, rule::RAT_07)));
    }
    if !two.held.yes() {
        found.push((two.limits.legal, meeting(2, first + 1, &two.limits, rule::RAT_02)));
        if !one.held.yes() {
            let from = two.limits.legal.plus_days(1);
            found.push((from, Reason { text: sentences::BEGIN_TWICE.into(), rule: rule::SAN_04 }));
        }
    }
    let running = facts.book_year_end.newest_closed(today) + 1;
    if let Some(closes) = facts.book_year_end.close_of(running.max(first)) {
        let text = sentences::BEGIN_PLAN.with(&[Fill::Year(running.max(first) + 1)]);
        found.push((closes, Reason { text, rule: rule::RAT_04 }));
    }
    Some(found)
}

fn meeting(number: i64, year: i32, limits: &Limits, rule: RuleId) -> Reason {
    let fills = [Fill::Count(number), Fill::Year(year), limits.advised.into(), limits.legal.into()];
    Reason { text: sentences::BEGIN_RAT.with(&fills), rule }
}
