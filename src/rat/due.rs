//! Which book years a RAT is due for, and what became of each. Computed, never asked.

use serde::Serialize;

use super::book::param;
use super::facts::{RatFacts, YearFacts};
use super::input::{Answer, Level};
use crate::calendar::Day;

/// How many years that have fallen due are shown and counted.
const MOST_DUE: i32 = 10;

/// How a RAT that was held stands to its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Timing {
    /// *Tepat waktu*: within the advised limit.
    OnTime,
    /// *Lewat anjuran*: past the advised limit, within the binding one. Not late.
    PastAdvice,
    /// *Terlambat*: past the law's limit, or the articles' where they are stricter.
    Late,
}

/// The limits of one book year's RAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// The close of the book year.
    pub closes: Day,
    /// *Batas hukum*: six months on (RAT-02).
    pub legal: Day,
    /// *Batas anjuran*: three months on for a primary, six for a secondary (RAT-03).
    pub advised: Day,
    /// The articles' own limit, where they are stricter than the law.
    pub articles: Option<Day>,
}

impl Limits {
    /// The limits of a book year that closes on this day. A cooperative whose level is not known counts as primary.
    ///
    /// ```
    /// use cermin_koperasi::{calendar::Day, rat::{Level, due::Limits}};
    /// let day = |text| Day::parse(text).unwrap();
    /// let limits = Limits::of(day("2025-12-31"), Some(Level::Primary), Some(4));
    /// assert_eq!((limits.legal, limits.advised), (day("2026-06-30"), day("2026-03-31")));
    /// assert_eq!(limits.articles, Some(day("2026-04-30")));
    /// ```
    #[must_use]
    pub fn of(closes: Day, level: Option<Level>, articles_months: Option<i32>) -> Self {
        let advised = match level {
            Some(Level::Secondary) => param::RAT_03_SEKUNDER_MONTHS,
            _ => param::RAT_03_PRIMER_MONTHS,
        };
        let legal = closes.plus_months_at_month_end(param::RAT_02_MONTHS);
        let articles = articles_months.map(|months| closes.plus_months_at_month_end(months));
        Self {
            closes,
            legal,
            advised: closes.plus_months_at_month_end(advised),
            articles: articles.filter(|day| *day < legal),
        }
    }

    /// The last day that is not late: the articles' where they are stricter, else the law's.
    ///
    /// ```
    /// use cermin_koperasi::{calendar::Day, rat::due::Limits};
    /// let binding = |articles| Limits::of(Day::parse("2025-12-31").unwrap(), None, articles).binding().to_string();
    /// assert_eq!([binding(None), binding(Some(4))], ["2026-06-30", "2026-04-30"]);
    /// ```
    #[must_use]
    pub fn binding(&self) -> Day {
        self.articles.unwrap_or(self.legal)
    }

    /// How a RAT on this day stands to the limits.
    ///
    /// ```
    /// use cermin_koperasi::{calendar::Day, rat::{Level, due::{Limits, Timing}}};
    /// let limits = Limits::of(Day::parse("2025-12-31").unwrap(), Some(Level::Primary), None);
    /// let held = |day| limits.timing(Day::parse(day).unwrap());
    /// assert_eq!([held("2026-03-31"), held("2026-04-01")], [Timing::OnTime, Timing::PastAdvice]);
    /// assert_eq!([held("2026-06-30"), held("2026-07-01")], [Timing::PastAdvice, Timing::Late]);
    /// ```
    #[must_use]
    pub fn timing(&self, day: Day) -> Timing {
        if day > self.binding() {
            Timing::Late
        } else if day > self.advised {
            Timing::PastAdvice
        } else {
            Timing::OnTime
        }
    }
}

/// One book year and its RAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BookYear {
    /// The calendar year in which it closes.
    pub year: i32,
    /// Its limits.
    pub limits: Limits,
    /// *Jatuh tempo*: the legal limit has passed.
    pub due: bool,
    /// Whether its RAT was held.
    pub held: Answer,
    /// When.
    pub held_on: Option<Day>,
    /// How that stands to the limits.
    pub timing: Option<Timing>,
    /// Whether it was reported.
    pub reported: Answer,
    /// Until when it had or has to be reported (LAP-01).
    pub report_due: Option<Day>,
}

impl BookYear {
    /// *Bolong*: fell due and was not held. Surely so; a RAT that is not known of is not missed.
    ///
    /// ```
    /// use cermin_koperasi::{calendar::Day, rat::{Answer, RatFacts, YearFacts, due::book_year}};
    /// let history = vec![(2025, YearFacts { held: Answer::No, ..YearFacts::default() })];
    /// let facts = RatFacts { history, ..RatFacts::default() };
    /// let missed = |today| book_year(&facts, 2025, Day::parse(today).unwrap()).unwrap().missed();
    /// assert!(!missed("2026-06-30") && missed("2026-07-01"));
    /// ```
    #[must_use]
    pub fn missed(&self) -> bool {
        self.due && self.held.no()
    }

    /// Held, and the time to report it has passed: its month is over, or, where the day of the meeting is not known, it
    /// has fallen due. Whether it was reported is another question.
    ///
    /// ```
    /// use cermin_koperasi::{calendar::Day, rat::{Answer, RatFacts, YearFacts, due::book_year}};
    /// let day = |text| Day::parse(text).unwrap();
    /// let history = vec![(2025, YearFacts { held: Answer::Yes, held_on: Some(day("2026-03-14")), ..YearFacts::default() })];
    /// let facts = RatFacts { history, ..RatFacts::default() };
    /// let due = |today| book_year(&facts, 2025, today).unwrap().report_is_due(today);
    /// assert!(!due(day("2026-04-14")) && due(day("2026-04-15")));
    /// ```
    #[must_use]
    pub fn report_is_due(&self, today: Day) -> bool {
        self.held.yes() && self.report_due.map_or(self.due, |until| today > until)
    }
}

/// The book years that have closed by `today`, oldest first: from the cooperative's first, or, where its founding is not
/// known, from the oldest it spoke of or the third-newest due. At most ten of them have fallen due, so that the count of
/// the due ones does not shrink when another year closes.
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{RatFacts, due::years}};
/// let established = Day::parse("2024-03-02");
/// let found = years(&RatFacts { established, ..RatFacts::default() }, Day::parse("2026-03-31").unwrap());
/// assert!(found.iter().map(|year| (year.year, year.due)).eq([(2024, true), (2025, false)]));
/// ```
#[must_use]
pub fn years(facts: &RatFacts, today: Day) -> Vec<BookYear> {
    let newest = facts.book_year_end.newest_closed(today);
    let newest_due = newest_due(facts, today);
    let oldest = match facts.established {
        Some(founding) => facts.book_year_end.first_after(founding),
        None => oldest_spoken_of(facts, newest_due),
    };
    let range = oldest.max(newest_due - MOST_DUE + 1)..=newest;
    range.filter_map(|year| book_year(facts, year, today)).collect()
}

/// The newest book year that has fallen due, whether or not the cooperative was there.
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{RatFacts, due::newest_due}};
/// let newest = |today| newest_due(&RatFacts::default(), Day::parse(today).unwrap());
/// assert_eq!([newest("2026-06-30"), newest("2026-07-01")], [2024, 2025]);
/// ```
#[must_use]
pub fn newest_due(facts: &RatFacts, today: Day) -> i32 {
    let newest = facts.book_year_end.newest_closed(today);
    if book_year(facts, newest, today).is_some_and(|year| year.due) { newest } else { newest - 1 }
}

fn oldest_spoken_of(facts: &RatFacts, newest_due: i32) -> i32 {
    let window = newest_due - param::STS_01_CONSECUTIVE_RAT_YEARS + 1;
    facts.history.iter().map(|(year, _)| *year).fold(window, i32::min)
}

/// One book year as of `today`; `None` where the calendar ends.
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{Answer, RatFacts, due::book_year}};
/// let year = book_year(&RatFacts::default(), 2025, Day::parse("2026-11-29").unwrap()).unwrap();
/// assert_eq!(year.limits.closes.to_string(), "2025-12-31");
/// assert!(year.due && year.held == Answer::Unknown && !year.missed());
/// ```
#[must_use]
pub fn book_year(facts: &RatFacts, year: i32, today: Day) -> Option<BookYear> {
    let limits = limits(facts, year)?;
    let YearFacts { held, held_on, reported, .. } = facts.year(year).unwrap_or_default();
    Some(BookYear {
        year,
        limits,
        due: today > limits.legal,
        held,
        held_on,
        timing: held_on.map(|day| limits.timing(day)),
        reported,
        report_due: held_on.map(report_due),
    })
}

/// The limits of a book year; `None` where the calendar ends.
///
/// ```
/// use cermin_koperasi::rat::{Articles, RatFacts, due::limits};
/// let articles = Articles { rat_months: Some(3), ..Articles::default() };
/// let limits = limits(&RatFacts { articles, ..RatFacts::default() }, 2025).unwrap();
/// assert_eq!((limits.legal.to_string(), limits.binding().to_string()), ("2026-06-30".into(), "2026-03-31".into()));
/// ```
#[must_use]
pub fn limits(facts: &RatFacts, year: i32) -> Option<Limits> {
    let closes = facts.book_year_end.close_of(year)?;
    Some(Limits::of(closes, facts.level, facts.articles.rat_months))
}

/// The last day to report a RAT held on `meeting`: one month later (LAP-01).
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::due::report_due};
/// assert_eq!(report_due(Day::parse("2026-01-31").unwrap()).to_string(), "2026-02-28");
/// ```
#[must_use]
pub fn report_due(meeting: Day) -> Day {
    meeting.plus_months(param::LAP_01_MONTHS_AFTER_RAT)
}

/// The book year whose RAT is to be planned: the newest closed one that is not known to be held, else the one that
/// closes next.
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{Answer, RatFacts, YearFacts, due::to_plan}};
/// let today = Day::parse("2026-11-29").unwrap();
/// let held = |held| RatFacts { history: vec![(2025, YearFacts { held, ..YearFacts::default() })], ..RatFacts::default() };
/// assert_eq!([Answer::Unknown, Answer::Yes].map(|answer| to_plan(&held(answer), today)), [2025, 2026]);
/// ```
#[must_use]
pub fn to_plan(facts: &RatFacts, today: Day) -> i32 {
    let newest = facts.book_year_end.newest_closed(today);
    let first = facts.established.map(|founding| facts.book_year_end.first_after(founding));
    let held = facts.year(newest).is_some_and(|year| year.held == Answer::Yes);
    let planned = if held { newest + 1 } else { newest };
    first.map_or(planned, |first| planned.max(first))
}
