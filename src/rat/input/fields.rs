//! Every field by its path, as text: what a form's inputs are called, what a save file keeps, what JavaScript passes.
//!
//! One way in and one way out, without a derived codec: a derived one for so many fields costs the module 20 KB packed.

use super::slots::Slot;
use super::{Answer, Coded, RatInput};

/// Why a field cannot be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldError {
    /// There is no field of that path.
    NoSuchField,
    /// The field does not take that text: a word among its choices, a whole number, a share such as `1/2`.
    Unreadable,
}

impl RatInput {
    /// The paths of the fields that stand once, in the order they are asked.
    pub const FIELDS: &'static [&'static str] = &[
        "level",
        "savingsLoan",
        "sharia",
        "kdmp",
        "established",
        "bookYearEnd",
        "members",
        "modal",
        "ownCapital",
        "assets",
        "area",
        "articles.ratMonths",
        "articles.inviteDays",
        "articles.inviteWorkingDays",
        "articles.quorum",
        "articles.secondMeeting",
        "articles.secondCallDays",
        "articles.secondWithinDays",
        "articles.secondQuorum",
        "articles.online",
        "articles.groups",
        "articles.written",
        "chosen",
        "invited",
        "form",
        "organs.boardFrom",
        "organs.boardUntil",
        "organs.supervisorsUntil",
        "organs.hasSupervisors",
        "dissolved",
        "business",
        "everTraded",
        "idleSince",
        "predicate",
        "plans.groups",
        "plans.election",
        "plans.amendment",
        "plans.postponed",
        "plans.deed",
        "quorum.register",
        "quorum.present",
        "quorum.online",
        "quorum.answers",
        "quorum.purpose",
        "signals.conflict",
        "signals.reportRejected",
        "signals.quorumFailed",
        "signals.weakBusiness",
        "signals.weakGovernance",
        "signals.certifiedManager",
        "signals.standard",
        "signals.registers",
        "signals.digital",
        "signals.nik",
        "signals.articlesComplete",
        "signals.viable",
        "signals.trainingFollowed",
        "names.name",
        "names.legalNumber",
        "names.nik",
        "names.address",
        "names.regency",
        "names.office",
        "names.letterNumber",
        "names.time",
        "names.place",
        "names.link",
        "names.chair",
        "names.secretary",
        "names.treasurer",
        "names.supervisor",
        "names.meetingChair",
        "names.meetingSecretary",
        "names.witness",
    ];

    /// Sets the field of this path from text; empty text clears it. Lists grow by one at a time: with two years known,
    /// `history.2.year` begins the third.
    ///
    /// ```
    /// use cermin_koperasi::rat::{Answer, FieldError, RatInput};
    /// let mut input = RatInput::default();
    /// input.set("members", "612")?;
    /// input.set("history.0.year", "2025")?;
    /// input.set("history.0.held", "yes")?;
    /// assert_eq!((input.members, input.history[0].held), (Some(612), Answer::Yes));
    /// assert_eq!(input.set("member", "1"), Err(FieldError::NoSuchField));
    /// assert_eq!(input.set("kdmp", "perhaps"), Err(FieldError::Unreadable));
    /// # Ok::<(), FieldError>(())
    /// ```
    ///
    /// # Errors
    /// Where there is no such field, or it does not take that text; the input stays as it was.
    pub fn set(&mut self, path: &str, text: &str) -> Result<(), FieldError> {
        let mut changed = self.clone();
        let slot = changed.slot(path).ok_or(FieldError::NoSuchField)?;
        slot.read(text).ok_or(FieldError::Unreadable)?;
        *self = changed;
        Ok(())
    }

    /// Every field that says something, as path and text; [`RatInput::set`] takes them back.
    #[must_use]
    pub fn entries(&self) -> Vec<(String, String)> {
        let mut source = self.clone();
        let mut paths: Vec<String> = Self::FIELDS.iter().map(|path| (*path).to_owned()).collect();
        let list = |name: &str, count: usize, fields: &[&str]| -> Vec<String> {
            let of = |index: usize| fields.iter().map(move |field| format!("{name}.{index}.{field}"));
            (0..count).flat_map(of).collect()
        };
        paths.extend(list("history", self.history.len(), &["year", "held", "heldOn", "reported", "reportedOn"]));
        paths.extend(list("letters", self.letters.len(), &["kind", "received", "ground", "objected", "withdrawn"]));
        paths.extend(list("quorum.groups", self.quorum.groups.len(), &["members", "present"]));
        for (id, known) in &self.documents {
            let document = format!("documents.{}", id.document().id);
            paths.extend((0..known.contents.len()).map(|index| format!("{document}.contents.{index}")));
            paths.extend(["state", "signed"].map(|field| format!("{document}.{field}")));
        }
        // The first field of a list's entry is always kept, so that no entry after it loses its place.
        let begins = |path: &str| [".year", ".kind", ".members"].iter().any(|name| path.ends_with(name));
        let said = |path: String| {
            let text = source.slot(&path)?.say().or_else(|| begins(&path).then(String::new))?;
            Some((path, text))
        };
        paths.into_iter().filter_map(said).collect()
    }
}

/// The choice of a code; nothing where the text is empty; `None` where there is no such choice.
#[allow(clippy::option_option, reason = "no text, and no such choice, are two things")]
fn chosen<T: Coded>(text: &str) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { T::parse(text).map(Some) }
}

fn pair(text: &str) -> Option<(i64, i64)> {
    let (num, den) = text.split_once('/')?;
    Some((num.trim().parse().ok()?, den.trim().parse().ok()?))
}

impl Slot<'_> {
    /// Takes the text; `None` where it cannot.
    fn read(self, typed: &str) -> Option<()> {
        let text = typed.trim();
        let kept = (!text.is_empty()).then(|| text.to_owned());
        match self {
            // Somebody is still typing: a space at the end may be followed by a word.
            Slot::Words(slot) => typed.clone_into(slot),
            Slot::Day(slot) => *slot = kept,
            Slot::Count(slot) => *slot = if text.is_empty() { None } else { Some(text.parse().ok()?) },
            Slot::Year(slot) => *slot = text.parse().ok()?,
            Slot::Flag(slot) => *slot = Answer::parse(text).is_some_and(Answer::yes) || text == "true",
            Slot::Share(slot) => *slot = if text.is_empty() { None } else { Some(pair(text)?) },
            Slot::Answer(slot) => *slot = chosen(text)?.unwrap_or_default(),
            Slot::Level(slot) => *slot = chosen(text)?,
            Slot::Area(slot) => *slot = chosen(text)?,
            Slot::Form(slot) => *slot = chosen(text)?.unwrap_or_default(),
            Slot::Predicate(slot) => *slot = chosen(text)?,
            Slot::Kind(slot) => *slot = chosen(text)?.unwrap_or_default(),
            Slot::Ground(slot) => *slot = chosen(text)?,
            Slot::State(slot) => *slot = chosen(text)?.unwrap_or_default(),
            Slot::Purpose(slot) => *slot = chosen(text)?.unwrap_or_default(),
        }
        Some(())
    }

    /// What the field says; `None` where it says nothing.
    fn say(self) -> Option<String> {
        fn code<T: Coded + Default>(choice: T) -> Option<String> {
            (choice != T::default()).then(|| choice.code().to_owned())
        }
        match self {
            Slot::Words(slot) => (!slot.is_empty()).then(|| slot.clone()),
            Slot::Day(slot) => slot.clone(),
            Slot::Count(slot) => slot.map(|count| count.to_string()),
            Slot::Year(slot) => Some(slot.to_string()),
            Slot::Flag(slot) => slot.then(|| Answer::Yes.code().to_owned()),
            Slot::Share(slot) => slot.map(|(num, den)| format!("{num}/{den}")),
            Slot::Answer(slot) => code(*slot),
            Slot::Level(slot) => slot.map(|choice| choice.code().to_owned()),
            Slot::Area(slot) => slot.map(|choice| choice.code().to_owned()),
            Slot::Form(slot) => code(*slot),
            Slot::Predicate(slot) => slot.map(|choice| choice.code().to_owned()),
            Slot::Kind(slot) => code(*slot),
            Slot::Ground(slot) => slot.map(|choice| choice.code().to_owned()),
            Slot::State(slot) => code(*slot),
            Slot::Purpose(slot) => code(*slot),
        }
    }
}
