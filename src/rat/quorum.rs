//! The quorum, exactly: how many must be there, how many are missing, and whether a second meeting is allowed.
//!
//! *Setengah ditambah satu* of an odd register can be read two ways: of 21, "more than half" gives 11 and the literal
//! "half plus one" gives 12. The lower is the least that is valid (KUO-01), the higher a target nobody can contest.

use serde::Serialize;

use super::book::{RuleId, Share, param, rule, sentences, words};
use super::facts::RatFacts;
use super::input::{Answer, Form, GroupInput};
use super::text::{Fill, Phrase};
use crate::calendar::Day;

pub use super::input::Purpose;

/// The quorum of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Quorum {
    /// Members in the register.
    pub register: u64,
    /// The least that makes the meeting valid.
    pub required: u64,
    /// The target that no reading of the rule contests.
    pub safe: u64,
    /// How many are there: in the room, online and by written answer. `None` while nobody was counted.
    pub present: Option<u64>,
    /// How many are missing to the least.
    pub missing: u64,
    /// How many are missing to the safe target.
    pub missing_safe: u64,
    /// Whether the meeting is valid; unknown while nobody was counted, and while delegates stand for members, whom only the
    /// articles say how to count.
    pub reached: Answer,
    /// How many votes decide among those present, where it comes to a vote; `None` while the meeting is not valid, for then
    /// nothing can be put to the vote.
    pub to_decide: Option<u64>,
    /// The rules behind the numbers.
    pub rules: Vec<RuleId>,
    /// What to mind with this form of meeting.
    pub notes: Vec<Phrase>,
    /// The quorums of the group meetings.
    pub groups: Vec<GroupQuorum>,
    /// What the articles allow if the quorum fails.
    pub second: SecondMeeting,
}

/// The quorum of one group meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupQuorum {
    /// Its members.
    pub members: u64,
    /// Those present.
    pub present: u64,
    /// The least that makes it valid.
    pub required: u64,
    /// Whether it is valid.
    pub reached: bool,
}

/// A second meeting, as the articles have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SecondMeeting {
    /// Whether the articles provide one.
    pub allowed: Answer,
    /// Its quorum, where known.
    pub required: Option<u64>,
    /// Days ahead for its call.
    pub call_days: Option<u32>,
    /// Days after the first by which it is held.
    pub within_days: Option<u32>,
}

/// The least that makes a meeting of `register` members valid: more than half.
///
/// ```
/// use cermin_koperasi::rat::quorum::{least, safe};
/// assert_eq!((least(21), safe(21)), (11, 12));
/// assert_eq!((least(500), safe(500)), (251, 251));
/// ```
#[must_use]
pub fn least(register: u64) -> u64 {
    half().more_than(register)
}

/// Half of the register rounded up, plus one: the target that both readings of the rule accept.
///
/// ```
/// use cermin_koperasi::rat::quorum::{least, safe};
/// assert_eq!([20, 21].map(|register| (least(register), safe(register))), [(11, 11), (11, 12)]);
/// ```
#[must_use]
pub fn safe(register: u64) -> u64 {
    half().at_least(register) + u64::try_from(param::KUO_01_PLUS).unwrap_or_default()
}

fn half() -> Share {
    param::KUO_01_FRACTION
}

/// Whether the articles' share is looser than the law's. A half is not: *setengah* in articles is the law's half plus one.
///
/// ```
/// use cermin_koperasi::rat::{book::Share, quorum::is_loose};
/// assert!(is_loose(Share { num: 1, den: 3 }) && !is_loose(Share { num: 1, den: 2 }));
/// ```
#[must_use]
pub fn is_loose(share: Share) -> bool {
    share.is_less(half())
}

/// Whether group meetings are allowed: more than 500 members, and articles that provide them (KEL-01).
///
/// ```
/// use cermin_koperasi::rat::{Answer, quorum::groups_allowed};
/// assert_eq!([500, 501].map(|members| groups_allowed(members, Answer::Yes)), [Answer::No, Answer::Yes]);
/// assert_eq!(groups_allowed(501, Answer::Unknown), Answer::Unknown, "the articles decide, and nobody has looked");
/// ```
#[must_use]
pub fn groups_allowed(members: u64, articles: Answer) -> Answer {
    if members > param::KEL_01_MEMBERS_GT.unsigned_abs().into() { articles } else { Answer::No }
}

/// The quorum of the meeting described; `None` while the number of members is not known.
///
/// ```
/// use cermin_koperasi::rat::{Answer, QuorumInput, RatFacts, quorum::quorum};
/// let counted = QuorumInput { present: Some(9), ..QuorumInput::default() };
/// let meeting = quorum(&RatFacts { members: Some(21), quorum: counted, ..RatFacts::default() }).unwrap();
/// assert_eq!((meeting.required, meeting.missing, meeting.missing_safe), (11, 2, 3));
/// assert_eq!((meeting.reached, meeting.to_decide), (Answer::No, None));
/// ```
#[must_use]
pub fn quorum(facts: &RatFacts) -> Option<Quorum> {
    let register = facts.quorum.register.and_then(|count| u64::try_from(count).ok()).or(facts.members)?;
    let present = present(facts);
    let (required, safe, rules) = required(facts, register);
    let count = present.unwrap_or_default();
    let reached = match present {
        Some(count) if count >= required => Answer::Yes,
        Some(_) if facts.form != Form::Groups => Answer::No,
        _ => Answer::Unknown,
    };
    Some(Quorum {
        register,
        required,
        safe,
        present,
        missing: required.saturating_sub(count),
        missing_safe: safe.saturating_sub(count),
        reached,
        to_decide: present.filter(|_| reached.yes()).map(|count| to_decide(facts, count)),
        rules,
        notes: notes(facts, register),
        groups: groups(facts),
        second: second(facts, register),
    })
}

/// How many are there: in the room, online and by written answer. `None` while nobody was counted.
///
/// ```
/// use cermin_koperasi::rat::{Form, QuorumInput, RatFacts, quorum::present};
/// let counted = QuorumInput { present: Some(40), online: Some(12), ..QuorumInput::default() };
/// let facts = |form| RatFacts { form, quorum: counted.clone(), ..RatFacts::default() };
/// assert_eq!([Form::Hybrid, Form::InPerson, Form::Written].map(|form| present(&facts(form))), [Some(52), Some(40), None]);
/// ```
#[must_use]
pub fn present(facts: &RatFacts) -> Option<u64> {
    let counted = &facts.quorum;
    let parts: &[Option<i64>] = match facts.form {
        Form::InPerson | Form::Groups | Form::Unknown => &[counted.present],
        Form::Online => &[counted.online],
        Form::Hybrid => &[counted.present, counted.online],
        Form::Written => &[counted.answers],
    };
    let known: Vec<u64> = parts.iter().flatten().filter_map(|count| u64::try_from(*count).ok()).collect();
    (!known.is_empty()).then(|| known.iter().sum())
}

/// The least and the safe target. The articles count where they are stricter; special decisions need more.
fn required(facts: &RatFacts, register: u64) -> (u64, u64, Vec<RuleId>) {
    let special = match facts.quorum.purpose {
        Purpose::Amendment if facts.kdmp.yes() => Some((param::KUO_05_ATTEND_FRACTION, rule::KUO_05)),
        Purpose::Ordinary | Purpose::Amendment => None,
        Purpose::Dissolution => Some((param::KUO_06_ATTEND_FRACTION, rule::KUO_06)),
        Purpose::Extraordinary => Some((param::KUO_04_APPROVE_FRACTION, rule::KUO_04)),
    };
    let articles = facts.articles.quorum.map_or(0, |share| share.at_least(register));
    let floor = special.map_or(0, |(share, _)| share.at_least(register)).max(articles).min(register);
    let mut rules = vec![rule::KUO_01];
    rules.extend(special.map(|(_, id)| id));
    rules.extend(facts.kdmp.yes().then_some(rule::KUO_02));
    // In a register of one or two the literal target would exceed the members.
    let safe = safe(register).min(register);
    (least(register).max(floor), safe.max(floor), rules)
}

/// Votes that carry a decision among those present: a majority, or the share a special decision needs.
fn to_decide(facts: &RatFacts, present: u64) -> u64 {
    match facts.quorum.purpose {
        Purpose::Amendment if facts.kdmp.yes() => param::KUO_05_APPROVE_FRACTION.at_least(present),
        Purpose::Dissolution => param::KUO_06_APPROVE_FRACTION.at_least(present),
        _ => param::KUO_02_DECISION_GT_FRACTION_PRESENT.more_than(present),
    }
}

/// The last day on which a written answer counts: the law gives fourteen days from the day the papers went out (TLS-01).
/// `None` while that day is not known.
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{Form, RatFacts, quorum::last_answer}};
/// let facts = RatFacts { form: Form::Written, invited: Day::parse("2026-03-01"), ..RatFacts::default() };
/// assert_eq!(last_answer(&facts), Day::parse("2026-03-15"));
/// ```
#[must_use]
pub fn last_answer(facts: &RatFacts) -> Option<Day> {
    let sent = facts.invited.filter(|_| facts.form == Form::Written)?;
    Some(sent.plus_days(i64::from(param::TLS_01_ANSWER_DAYS)))
}

fn groups(facts: &RatFacts) -> Vec<GroupQuorum> {
    let group = |group: &GroupInput| {
        let count = |count: Option<i64>| count.and_then(|count| u64::try_from(count).ok());
        let (members, present) = (count(group.members)?, count(group.present)?);
        let required = least(members);
        Some(GroupQuorum { members, present, required, reached: present >= required })
    };
    facts.quorum.groups.iter().filter_map(group).collect()
}

/// Only the articles give a second meeting; a Merah Putih cooperative has the model articles' unless it says otherwise.
fn second(facts: &RatFacts, register: u64) -> SecondMeeting {
    let articles = &facts.articles;
    let model = facts.kdmp.yes() && !articles.second_meeting.no();
    let preset = |value: i32| model.then_some(value.unsigned_abs());
    let share = articles.second_quorum.or(model.then_some(param::KUO_03_SECOND_QUORUM_FRACTION));
    let allowed = if model { Answer::Yes } else { articles.second_meeting };
    SecondMeeting {
        allowed,
        required: share.filter(|_| allowed.yes()).map(|share| share.at_least(register)),
        call_days: articles
            .second_call_days
            .or(preset(param::KUO_03_SECOND_CALL_DAYS_BEFORE))
            .filter(|_| allowed.yes()),
        within_days: articles
            .second_within_days
            .or(preset(param::KUO_03_SECOND_MEETING_WITHIN_DAYS))
            .filter(|_| allowed.yes()),
    }
}

fn notes(facts: &RatFacts, register: u64) -> Vec<Phrase> {
    let mut notes: Vec<Phrase> = Vec::new();
    if let Some(share) = facts.articles.quorum.filter(|share| is_loose(*share)) {
        let said = format!("{}/{}", share.num, share.den);
        notes.push(sentences::NOTE_QUORUM_LOOSE.with(&[Fill::Same(said), words::LAW_QUORUM.into()]));
    }
    if facts.quorum.purpose == Purpose::Amendment && !facts.kdmp.yes() {
        notes.push(sentences::NOTE_AMENDMENT.into());
    }
    match facts.form {
        Form::InPerson | Form::Unknown => {}
        Form::Online | Form::Hybrid => {
            notes.push(sentences::NOTE_ONLINE.into());
            if !facts.articles.online.yes() {
                notes.push(sentences::NOTE_ONLINE_ARTICLES.into());
            }
        }
        Form::Written => {
            notes.push(sentences::NOTE_WRITTEN.with(&[i64::from(param::TLS_01_ANSWER_DAYS).into()]));
            notes.extend(last_answer(facts).map(|day| sentences::NOTE_ANSWERS_UNTIL.with(&[day.into()])));
            if !facts.articles.written.yes() {
                notes.push(sentences::NOTE_WRITTEN_ARTICLES.into());
            }
        }
        Form::Groups => {
            notes.push(match groups_allowed(register, facts.articles.groups) {
                Answer::Yes => sentences::NOTE_GROUPS.with(&[i64::from(param::KEL_02_DAYS_BEFORE_PLENARY).into()]),
                Answer::No => sentences::NOTE_GROUPS_NOT_ALLOWED.with(&[i64::from(param::KEL_01_MEMBERS_GT).into()]),
                Answer::Unknown => sentences::NOTE_GROUPS_ARTICLES.into(),
            });
            notes.push(sentences::NOTE_DELEGATES.into());
        }
    }
    if facts.level == Some(super::input::Level::Secondary) {
        notes.push(sentences::NOTE_SECONDARY.into());
    }
    notes
}
