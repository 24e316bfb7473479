//! How ready the papers of a RAT are: each document with its state, and a range with the trace of what counts.
//!
//! Every document is counted in points that can be ticked: that it exists, each of its least contents, and that it is
//! signed. What is not known counts at the upper end only, so the range closes as the board answers.

use serde::Serialize;

use super::book::{Condition, Document, DocumentId, Need, Stage};
use super::conditions::applies;
use super::facts::RatFacts;
use super::input::{Answer, DocumentInput, DocumentState};
use super::text::{Fill, Phrase, Text};
use crate::calendar::Day;
use crate::rat::book::sentences;
use crate::sorting::sort_by_key;

/// The readiness of a RAT.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Readiness {
    /// What has to be there before the meeting: the figure to show first.
    pub before: Range,
    /// What the day itself brings forth.
    pub day: Range,
    /// What follows the meeting.
    pub after: Range,
    /// Every document, in order of need: what is lacking and required first.
    pub documents: Vec<Item>,
}

/// How many points are there, surely and possibly, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Range {
    /// Per cent that is surely there, 0 to 100, rounded down.
    pub low: u8,
    /// Per cent that may be there, 0 to 100, rounded up.
    pub high: u8,
    /// Points surely there.
    pub sure: u32,
    /// Points that may be there.
    pub possible: u32,
    /// Points in all.
    pub total: u32,
}

/// One document and what of it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// The document, with its contents, signers and rules.
    pub document: DocumentId,
    /// Whether it is needed.
    pub needed: Answer,
    /// Its state; *tidak perlu* where its condition does not hold.
    pub state: DocumentState,
    /// Whether each of its contents is there.
    pub contents: Vec<Answer>,
    /// Whether it is signed; `None` where nobody signs it.
    pub signed: Option<Answer>,
    /// Whether it counts in the range: needed or possibly needed, and not only advised.
    pub counts: bool,
    /// Its points.
    pub points: Range,
    /// The trace in a sentence.
    pub trace: Phrase,
}

/// How ready the papers are as of `today`.
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{DocumentInput, DocumentState, RatFacts, book::document, readiness}};
/// let missing = DocumentInput { state: DocumentState::Missing, ..DocumentInput::default() };
/// let facts = RatFacts { documents: vec![(document::DOK_06, missing)], ..RatFacts::default() };
/// let ready = readiness(&facts, Day::parse("2026-11-29").unwrap());
/// assert_eq!(ready.documents[0].document, document::DOK_06, "what is lacking comes first");
/// assert!(ready.before.low == 0 && ready.before.possible < ready.before.total);
/// ```
#[must_use]
pub fn readiness(facts: &RatFacts, today: Day) -> Readiness {
    let mut documents: Vec<Item> = DocumentId::all().map(|id| item(facts, id, today)).collect();
    let range = |stages: &[Stage]| {
        let counted = documents.iter().filter(|item| item.counts && stages.contains(&item.document.document().stage));
        counted.fold(Range::default(), |sum, item| sum.plus(item.points))
    };
    let (before, day, after) = (range(&[Stage::Before, Stage::Special]), range(&[Stage::Day]), range(&[Stage::After]));
    // Within one rank the book's order stays.
    sort_by_key(&mut documents, rank);
    Readiness { before, day, after, documents }
}

impl Range {
    fn new(sure: u32, possible: u32, total: u32) -> Self {
        let percent = |points: u32| (points * 100).checked_div(total).unwrap_or(100);
        let low = u8::try_from(percent(sure)).unwrap_or(100);
        let high = (possible * 100).div_ceil(total.max(1));
        let high = if total == 0 { 100 } else { u8::try_from(high).unwrap_or(100) };
        Self { low, high, sure, possible, total }
    }

    fn plus(self, other: Self) -> Self {
        Self::new(self.sure + other.sure, self.possible + other.possible, self.total + other.total)
    }
}

fn item(facts: &RatFacts, id: DocumentId, today: Day) -> Item {
    let document = id.document();
    let said = facts.document(id).cloned().unwrap_or_default();
    let needed = needed(facts, document, &said, today);
    let state = if needed.no() { DocumentState::NotNeeded } else { said.state };
    let contents = contents(document, &said, state);
    let signed = (!document.signed_by.is_empty()).then(|| known(said.signed, state));
    let points = points(state, needed, &contents, signed);
    let counts = !needed.no() && document.need != Need::Advised;
    let trace = trace(document, needed, counts, points);
    Item { document: id, needed, state, contents, signed, counts, points, trace }
}

/// A required document stays needed whatever is said of it; a conditional one follows its condition, and where that is
/// not known the board may say that it needs none.
fn needed(facts: &RatFacts, document: &Document, said: &DocumentInput, today: Day) -> Answer {
    let waived = said.state == DocumentState::NotNeeded;
    match document.when.map(|condition| applies(facts, condition, today)) {
        None if document.need == Need::Advised && waived => Answer::No,
        None => Answer::Yes,
        Some(Answer::Unknown) if waived => Answer::No,
        Some(answer) => answer,
    }
}

/// What was ticked; nothing of a document that is not there can be there.
fn known(answer: Answer, state: DocumentState) -> Answer {
    if matches!(state, DocumentState::Missing | DocumentState::NotNeeded) { Answer::No } else { answer }
}

fn contents(document: &Document, said: &DocumentInput, state: DocumentState) -> Vec<Answer> {
    let ticked = |index| said.contents.get(index).copied().unwrap_or_default();
    (0..document.contents.len()).map(|index| known(ticked(index), state)).collect()
}

fn points(state: DocumentState, needed: Answer, contents: &[Answer], signed: Option<Answer>) -> Range {
    let exists = match state {
        DocumentState::Have => Answer::Yes,
        DocumentState::Missing | DocumentState::NotNeeded => Answer::No,
        DocumentState::Unknown => Answer::Unknown,
    };
    let parts = || [exists].into_iter().chain(contents.iter().copied()).chain(signed);
    let count =
        |wanted: &dyn Fn(Answer) -> bool| u32::try_from(parts().filter(|part| wanted(*part)).count()).unwrap_or(0);
    let total = count(&|_| true);
    let sure = if exists.yes() { count(&Answer::yes) } else { 0 };
    // Where it is not known whether it is needed, it may turn out that nothing is lacking.
    let possible = if needed == Answer::Unknown { total } else { count(&|part| !part.no()) };
    Range::new(sure, possible, total)
}

fn trace(document: &Document, needed: Answer, counts: bool, points: Range) -> Phrase {
    let count = |points: u32| Fill::Count(points.into());
    match (needed, counts) {
        (Answer::No, _) => sentences::TRACE_NOT_NEEDED.into(),
        (_, false) => sentences::TRACE_ADVISED.into(),
        (Answer::Unknown, _) => depends(document.when).into(),
        _ if points.sure == points.possible => sentences::TRACE_SURE.with(&[count(points.sure), count(points.total)]),
        _ => sentences::TRACE_RANGE.with(&[count(points.sure), count(points.possible), count(points.total)]),
    }
}

/// On what a document depends of which it is not known whether it is needed.
fn depends(when: Option<Condition>) -> Text {
    match when {
        Some(Condition::Audit) => sentences::TRACE_AUDIT_UNKNOWN,
        Some(Condition::Sharia) => sentences::TRACE_IF_SHARIA,
        Some(Condition::Election) => sentences::TRACE_IF_ELECTION,
        Some(Condition::Postponed) => sentences::TRACE_IF_POSTPONED,
        Some(Condition::Groups) => sentences::TRACE_IF_GROUPS,
        Some(Condition::Secondary) => sentences::TRACE_IF_SECONDARY,
        Some(Condition::Amendment) => sentences::TRACE_IF_AMENDMENT,
        _ => sentences::TRACE_CONDITION_UNKNOWN,
    }
}

/// Required and lacking first, then what is not known, then what is there, then what is only advised or not needed.
fn rank(item: &Item) -> (u8, u8) {
    let need = match (item.needed, item.counts) {
        (Answer::Yes, true) => 0,
        (Answer::Unknown, true) => 1,
        (Answer::No, _) => 3,
        _ => 2,
    };
    let complete = item.points.sure == item.points.total;
    let state = match item.state {
        DocumentState::Missing => 0,
        DocumentState::Unknown => 1,
        _ if !complete => 2,
        _ => 3,
    };
    (need, state)
}
