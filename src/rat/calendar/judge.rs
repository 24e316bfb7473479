//! What a chosen day breaks, what it should mind, and the nearest day that breaks nothing.

use serde::Serialize;

use super::Nearest;
use crate::calendar::{Certainty, Day, Holidays};
use crate::rat::book::{Basis, RuleId, document, param, rule, sentences};
use crate::rat::due::Limits;
use crate::rat::facts::RatFacts;
use crate::rat::input::{Answer, DocumentState, Level};
use crate::rat::quorum::groups_allowed;
use crate::rat::text::{Fill, Phrase};
use crate::sorting::sort_by_key;

/// How far around a day a lawful one is looked for.
const REACH: i64 = 400;

/// Everything a day is judged by.
pub struct Case<'a> {
    /// What is known of the cooperative.
    pub facts: &'a RatFacts,
    /// The limits of the book year.
    pub limits: Limits,
    /// Today.
    pub today: Day,
    /// The holidays to count with.
    pub holidays: &'a Holidays,
}

/// Whether a rule is broken or only advice missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// A rule of law or of the articles is broken.
    Broken,
    /// Not broken, but to be minded.
    Mind,
}

/// What a day breaks or should mind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Breach {
    /// Whether it is a breach or advice.
    pub kind: Kind,
    /// Where the rule comes from.
    pub basis: Basis,
    /// The rule, with citation.
    pub rule: RuleId,
    /// The sentence to show.
    pub text: Phrase,
}

/// The last day on which the invitation can go out for a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InviteLimit {
    /// The day.
    pub day: Day,
    /// Law, or the articles.
    pub basis: Basis,
    /// The rule.
    pub rule: RuleId,
    /// How far the day can be trusted.
    pub certainty: Certainty,
    /// Whether the cooperative's own articles set it.
    pub own: bool,
}

/// Whether nothing is broken.
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{RatFacts, calendar::{Case, breaches, is_lawful}, due, holidays::INDONESIA}};
/// let day = |text| Day::parse(text).unwrap();
/// let (facts, today, holidays) = (RatFacts::default(), day("2026-01-05"), &INDONESIA);
/// let case = Case { facts: &facts, limits: due::limits(&facts, 2025).unwrap(), today, holidays };
/// assert!(is_lawful(&breaches(&case, day("2026-06-20"))), "past the advised limit, within the law's");
/// assert!(!is_lawful(&breaches(&case, day("2026-07-01"))));
/// ```
#[must_use]
pub fn is_lawful(breaches: &[Breach]) -> bool {
    breaches.iter().all(|breach| breach.kind == Kind::Mind)
}

/// The invitation's limits for a meeting on `day`: seven working days by law, fourteen days for Merah Putih, and the
/// articles' own. All of them bind; the earliest decides.
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{Answer, RatFacts, calendar::{Case, invite_limits}, due, holidays::INDONESIA}};
/// let (today, holidays) = (Day::parse("2026-01-05").unwrap(), &INDONESIA);
/// let facts = RatFacts { kdmp: Answer::Yes, ..RatFacts::default() };
/// let case = Case { facts: &facts, limits: due::limits(&facts, 2025).unwrap(), today, holidays };
/// let limits = invite_limits(&case, Day::parse("2026-03-14").unwrap());
/// let days: Vec<String> = limits.iter().map(|one| one.day.to_string()).collect();
/// assert_eq!(days, ["2026-03-05", "2026-02-28"], "seven working days; fourteen days for a village cooperative");
/// ```
#[must_use]
pub fn invite_limits(case: &Case<'_>, day: Day) -> Vec<InviteLimit> {
    let law = case.holidays.working_days_before(day, param::UND_01_WORKING_DAYS.unsigned_abs());
    let mut limits =
        vec![InviteLimit { day: law.day, basis: Basis::Law, rule: rule::UND_01, certainty: law.certainty, own: false }];
    if case.facts.kdmp.yes() {
        let by = day.plus_days(-i64::from(param::UND_03_DAYS));
        limits.push(InviteLimit {
            day: by,
            basis: Basis::Articles,
            rule: rule::UND_03,
            certainty: Certainty::Sure,
            own: false,
        });
    }
    if let Some(notice) = case.facts.articles.invite {
        let counted = if notice.working {
            case.holidays.working_days_before(day, notice.days)
        } else {
            crate::calendar::Counted { day: day.plus_days(-i64::from(notice.days)), certainty: Certainty::Sure }
        };
        let own = InviteLimit {
            day: counted.day,
            basis: Basis::Articles,
            rule: rule::UND_04,
            certainty: counted.certainty,
            own: true,
        };
        // Looser articles do not loosen the law.
        limits.extend((own.day < law.day).then_some(own));
    }
    limits
}

/// What a meeting on `day` breaks and should mind, breaches first.
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{RatFacts, book::rule, calendar::{Case, Kind, breaches}, due, holidays::INDONESIA}};
/// let day = |text| Day::parse(text).unwrap();
/// let (facts, today, holidays) = (RatFacts::default(), day("2026-01-05"), &INDONESIA);
/// let case = Case { facts: &facts, limits: due::limits(&facts, 2025).unwrap(), today, holidays };
/// let late = breaches(&case, day("2026-07-01"));
/// assert_eq!((late[0].kind, late[0].rule), (Kind::Broken, rule::RAT_02));
/// ```
#[must_use]
pub fn breaches(case: &Case<'_>, day: Day) -> Vec<Breach> {
    let mut found = Found(Vec::new());
    limits(case, day, &mut found);
    preparation(case, day, &mut found);
    groups(case, day, &mut found);
    advice(case, day, &mut found);
    sort_by_key(&mut found.0, |breach| breach.kind);
    found.0
}

struct Found(Vec<Breach>);

impl Found {
    fn law(&mut self, broken: bool, rule: RuleId, text: impl FnOnce() -> Phrase) {
        self.add(broken, Kind::Broken, Basis::Law, rule, text);
    }

    fn add(&mut self, broken: bool, kind: Kind, basis: Basis, rule: RuleId, text: impl FnOnce() -> Phrase) {
        if broken {
            self.0.push(Breach { kind, basis, rule, text: text() });
        }
    }
}

fn limits(case: &Case<'_>, day: Day, found: &mut Found) {
    let limits = &case.limits;
    found.law(day < case.today, rule::RAT_02, || sentences::DAY_PAST.with(&[day.into()]));
    found.law(day <= limits.closes, rule::RAT_02, || sentences::DAY_BEFORE_CLOSE.with(&[limits.closes.into()]));
    found.law(day > limits.legal, rule::RAT_02, || sentences::DAY_PAST_LEGAL.with(&[limits.legal.into()]));
    if let Some(articles) = limits.articles {
        let late = day > articles && day <= limits.legal;
        found.add(late, Kind::Broken, Basis::Articles, rule::RAT_02, || {
            sentences::DAY_PAST_ARTICLES.with(&[articles.into()])
        });
    }
}

fn preparation(case: &Case<'_>, day: Day, found: &mut Found) {
    let ready = case.facts.state(document::DOK_06) == DocumentState::Have;
    let by = day.plus_months(-param::RAT_06_MONTHS_BEFORE_RAT);
    found.law(!ready && case.today > by, rule::RAT_06, || sentences::DAY_REPORT_SHORT.with(&[by.into()]));
    let sent = case.facts.invited.unwrap_or(case.today);
    let limit = invite_limits(case, day).into_iter().min_by_key(|limit| limit.day);
    if let Some(limit) = limit.filter(|limit| sent > limit.day) {
        let text = || sentences::DAY_INVITE_SHORT.with(&[limit.day.into()]);
        found.add(true, Kind::Broken, limit.basis, limit.rule, text);
    }
}

fn groups(case: &Case<'_>, day: Day, found: &mut Found) {
    if !case.facts.has_groups().yes() {
        return;
    }
    let days = i64::from(param::KEL_02_INVITE_DAYS + param::KEL_02_DAYS_BEFORE_PLENARY);
    let by = day.plus_days(-days);
    found.law(case.today > by, rule::KEL_02, || sentences::DAY_GROUPS_SHORT.with(&[by.into()]));
    let allowed =
        case.facts.members.map_or(Answer::Unknown, |members| groups_allowed(members, case.facts.articles.groups));
    let many = i64::from(param::KEL_01_MEMBERS_GT).into();
    found.law(allowed.no(), rule::KEL_01, || sentences::NOTE_GROUPS_NOT_ALLOWED.with(&[many]));
}

fn advice(case: &Case<'_>, day: Day, found: &mut Found) {
    let limits = &case.limits;
    let past = day > limits.advised && day <= limits.legal;
    found.add(past, Kind::Mind, Basis::Advice, rule::RAT_03, || {
        sentences::DAY_PAST_ADVISED.with(&[limits.advised.into()])
    });
    let circular = circular(limits.closes, case.facts.level);
    found.add(day > circular, Kind::Mind, Basis::Advice, rule::LAP_03, || {
        sentences::DAY_PAST_CIRCULAR.with(&[circular.into()])
    });
    let online = case.facts.is_online() && !case.facts.articles.online.yes();
    found.add(online, Kind::Mind, Basis::Articles, rule::DRG_01, || sentences::NOTE_ONLINE_ARTICLES.into());
    let beyond = invite_limits(case, day).iter().any(|limit| limit.certainty == Certainty::BeyondCoverage);
    found.add(beyond, Kind::Mind, Basis::Law, rule::UND_01, || {
        sentences::DAY_BEYOND_HOLIDAYS.with(&[case.holidays.first_year, case.holidays.last_year].map(Fill::Year))
    });
}

/// The circular's date for reporting a RAT: 30 April for a primary that closes on 31 December, 30 June for a secondary;
/// as far from the close for other book years (LAP-03).
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{Level, calendar::circular}};
/// let until = |level| circular(Day::parse("2025-12-31").unwrap(), level).to_string();
/// assert_eq!([None, Some(Level::Secondary)].map(until), ["2026-04-30", "2026-06-30"]);
/// ```
#[must_use]
pub fn circular(closes: Day, level: Option<Level>) -> Day {
    let months = match level {
        Some(Level::Secondary) => param::LAP_03_SEKUNDER_MONTHS,
        _ => param::LAP_03_PRIMER_MONTHS,
    };
    closes.plus_months_at_month_end(months)
}

/// The day nearest to `wish`, and not before today, that breaks nothing; the later of two equally near. Where the limit
/// has passed or is too near, the soonest day that leaves time for report and invitation, marked late.
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{RatFacts, calendar::{Case, nearest_lawful}, due, holidays::INDONESIA}};
/// let day = |text| Day::parse(text).unwrap();
/// let (facts, today, holidays) = (RatFacts::default(), day("2026-01-05"), &INDONESIA);
/// let case = Case { facts: &facts, limits: due::limits(&facts, 2025).unwrap(), today, holidays };
/// let nearest = nearest_lawful(&case, day("2026-08-17")).unwrap();
/// assert_eq!((nearest.day, nearest.late), (day("2026-06-30"), false));
/// ```
#[must_use]
pub fn nearest_lawful(case: &Case<'_>, wish: Day) -> Option<Nearest> {
    let wish = wish.max(case.today);
    let around = (0..=REACH).flat_map(|step| [wish.plus_days(step), wish.plus_days(-step)]);
    let lawful = |day: &Day| *day >= case.today && breaches(case, *day).iter().all(another_day_is_no_help);
    if let Some(day) = around.filter(within(case)).find(lawful) {
        return Some(Nearest { day, late: false });
    }
    let only_late = |day: &Day| {
        let found = breaches(case, *day);
        *day > case.limits.closes
            && found.iter().all(|breach| another_day_is_no_help(breach) || breach.rule == rule::RAT_02)
    };
    let soonest = (0..=REACH).map(|step| case.today.plus_days(step)).find(only_late);
    soonest.map(|day| Nearest { day, late: true })
}

/// Advice, or a breach that lies in the form of the meeting and not in its day.
fn another_day_is_no_help(breach: &Breach) -> bool {
    breach.kind == Kind::Mind || breach.rule == rule::KEL_01
}

/// Only days after the close and up to the limit can be lawful: the rest is not worth judging.
fn within(case: &Case<'_>) -> impl Fn(&Day) -> bool {
    let (closes, last) = (case.limits.closes, case.limits.binding());
    move |day| *day > closes && *day <= last
}
