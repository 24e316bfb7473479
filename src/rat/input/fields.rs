//! Every field by its path, as text: what a form's inputs are called, what a save file keeps, what JavaScript passes.
//!
//! One way in and one way out, without a derived codec: a derived one for so many fields costs the module 20 KB packed.

use super::slots::{Slot, place_of};
use super::{Answer, Coded, DocumentInput, PaperInput, RatInput};
use crate::rat::book::{DocumentId, PAPERS};

/// Why a field cannot be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldError {
    /// There is no field of that path.
    NoSuchField,
    /// The field does not take that text: a word among its choices, a whole number, a share such as `1/2`.
    Unreadable,
}

/// Where a path leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// To a field.
    Field,
    /// To a group of fields.
    Group,
    /// To a list of groups, whose entries stand in the order in which they came.
    List,
    /// To a list of fields, each of which has its place.
    Places,
    /// To nothing that this build knows.
    Nowhere,
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
        "anyLetters",
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
        "shu.reserve",
        "shu.capital",
        "shu.business",
        "shu.board",
        "shu.staff",
        "shu.education",
        "shu.social",
        "shu.region",
        "shu.other",
        "shu.loss",
        "shu.list",
        "shu.chapters",
    ];

    /// The lists, each with the fields of an entry, the first of which is always said.
    pub(super) const LISTS: [(&'static str, &'static [&'static str]); 3] = [
        ("history", &["year", "held", "heldOn", "reported", "reportedOn"]),
        ("letters", &["kind", "received", "ground", "objected", "withdrawn"]),
        ("quorum.groups", &["members", "present"]),
    ];

    /// Where a path leads, whatever is known.
    ///
    /// ```
    /// use cermin_koperasi::rat::{RatInput, Reach};
    /// assert_eq!(RatInput::reach("articles"), Reach::Group);
    /// assert_eq!(RatInput::reach("articles.quorum"), Reach::Field);
    /// assert_eq!(RatInput::reach("history"), Reach::List);
    /// assert_eq!(RatInput::reach("history.0.heldOn"), Reach::Field);
    /// assert_eq!(RatInput::reach("level."), Reach::Nowhere);
    /// ```
    #[must_use]
    pub fn reach(path: &str) -> Reach {
        let below = |prefix: &str| path.strip_prefix(prefix)?.strip_prefix('.');
        if let Some(rest) = below("documents") {
            return document_reach(rest);
        }
        if let Some(rest) = below("papers") {
            return paper_reach(rest);
        }
        for (name, fields) in Self::LISTS {
            if let Some((place, field)) = below(name).and_then(|rest| rest.split_once('.')) {
                let known = place_of(place).is_some() && fields.contains(&field);
                return if known { Reach::Field } else { Reach::Nowhere };
            }
        }
        let begins = |field: &str| field.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
        match path {
            "documents" | "papers" => Reach::Group,
            _ if Self::FIELDS.contains(&path) => Reach::Field,
            _ if Self::LISTS.iter().any(|(name, _)| *name == path) => Reach::List,
            _ if Self::FIELDS.iter().any(|field| begins(field)) => Reach::Group,
            _ => Reach::Nowhere,
        }
    }

    /// Begins the next entry of a list, of a path such as `history.0`; says whether there is room.
    ///
    /// ```
    /// use cermin_koperasi::rat::RatInput;
    /// let mut input = RatInput::default();
    /// assert!(input.begin("letters.0") && input.letters.len() == 1);
    /// assert!(!input.begin("letters.7"), "the next one is the second");
    /// ```
    pub fn begin(&mut self, path: &str) -> bool {
        let fields = Self::LISTS.iter().find(|(name, _)| path.starts_with(name)).map_or(&[][..], |(_, fields)| fields);
        // One that may be blank.
        fields.iter().any(|field| self.set(&format!("{path}.{field}"), "").is_ok())
    }

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
        let begun = (self.history.len(), self.letters.len(), self.quorum.groups.len());
        let mut unsure = false;
        let done = match self.slot(path) {
            None => Err(FieldError::NoSuchField),
            Some(slot) => {
                unsure = slot.is_choice() && text.trim() == Answer::Unknown.code();
                slot.read(if unsure { "" } else { text }).ok_or(FieldError::Unreadable)
            }
        };
        if done.is_ok() {
            self.doubt(path, unsure);
        }
        if done.is_err() {
            self.history.truncate(begun.0);
            self.letters.truncate(begun.1);
            self.quorum.groups.truncate(begun.2);
        }
        if path.starts_with("documents.") {
            self.settle_documents();
        }
        // So is a paper.
        self.papers.retain(|(_, paper)| *paper != PaperInput::default());
        done
    }

    /// Remembers that a choice was answered with *belum tahu*, or that it was not.
    fn doubt(&mut self, path: &str, unsure: bool) {
        match (self.unsure.binary_search_by(|known| known.as_str().cmp(path)), unsure) {
            (Err(place), true) => self.unsure.insert(place, path.to_owned()),
            (Ok(place), false) => drop(self.unsure.remove(place)),
            _ => {}
        }
    }

    /// Takes every letter out.
    ///
    /// ```
    /// use cermin_koperasi::rat::RatInput;
    /// let mut input = RatInput::default();
    /// input.set("letters.0.withdrawn", "unknown").unwrap();
    /// input.without_letters();
    /// assert_eq!(input, RatInput::default());
    /// ```
    pub fn without_letters(&mut self) {
        self.letters.clear();
        self.unsure.retain(|path| !path.starts_with("letters."));
    }

    /// A document of which nothing is said is the same as one that was never reached.
    fn settle_documents(&mut self) {
        for (_, known) in &mut self.documents {
            let said = known.contents.iter().rposition(|answer| *answer != Answer::Unknown);
            known.contents.truncate(said.map_or(0, |last| last + 1));
        }
        self.documents.retain(|(_, known)| *known != DocumentInput::default());
    }

    /// Every field that says something, as path and text; [`RatInput::set`] takes them back. *Belum tahu* is something said.
    ///
    /// ```
    /// use cermin_koperasi::rat::{Answer, RatInput};
    /// let mut input = RatInput::default();
    /// assert!(input.entries().is_empty());
    /// input.set("kdmp", "unknown").unwrap();
    /// assert_eq!(input.entries(), [("kdmp".to_owned(), "unknown".to_owned())]);
    /// assert_eq!(input.kdmp, Answer::Unknown);
    /// ```
    #[must_use]
    pub fn entries(&self) -> Vec<(String, String)> {
        let mut source = self.clone();
        let mut paths: Vec<String> = Self::FIELDS.iter().map(|path| (*path).to_owned()).collect();
        let list = |name: &str, count: usize, fields: &[&str]| -> Vec<String> {
            let of = |index: usize| fields.iter().map(move |field| format!("{name}.{index}.{field}"));
            (0..count).flat_map(of).collect()
        };
        let lengths = [self.history.len(), self.letters.len(), self.quorum.groups.len()];
        for ((name, fields), count) in Self::LISTS.into_iter().zip(lengths) {
            paths.extend(list(name, count, fields));
        }
        for (id, known) in &self.documents {
            let document = format!("documents.{}", id.document().id);
            paths.extend((0..known.contents.len()).map(|index| format!("{document}.contents.{index}")));
            paths.extend(["state", "signed"].map(|field| format!("{document}.{field}")));
        }
        for (id, _) in &self.papers {
            paths.extend(["number", "date", "place"].map(|field| format!("papers.{id}.{field}")));
        }
        // The first field of a list's entry is always kept, so that no entry after it loses its place.
        let begins = |path: &str| [".year", ".kind", ".members"].iter().any(|name| path.ends_with(name));
        let said = |path: String| {
            let text = source.slot(&path)?.say().or_else(|| begins(&path).then(String::new))?;
            Some((path, text))
        };
        let unsure = self.unsure.iter().map(|path| (path.clone(), Answer::Unknown.code().to_owned()));
        paths.into_iter().filter_map(said).chain(unsure).collect()
    }
}

/// Where `DOK-05.contents.0` leads.
fn document_reach(rest: &str) -> Reach {
    let (key, name) = rest.split_once('.').map_or((rest, None), |(key, name)| (key, Some(name)));
    let Some(id) = DocumentId::all().find(|id| id.document().id == key) else { return Reach::Nowhere };
    let place = |name: &str| name.strip_prefix("contents.").and_then(place_of);
    match name {
        None => Reach::Group,
        Some("contents") => Reach::Places,
        Some("state" | "signed") => Reach::Field,
        Some(name) if place(name).is_some_and(|place| place < id.document().contents.len()) => Reach::Field,
        Some(_) => Reach::Nowhere,
    }
}

/// Where `surat-laporan.date` leads.
fn paper_reach(rest: &str) -> Reach {
    let (key, name) = rest.split_once('.').map_or((rest, None), |(key, name)| (key, Some(name)));
    match name {
        _ if PAPERS.iter().all(|form| form.id != key) => Reach::Nowhere,
        None => Reach::Group,
        Some("number" | "date" | "place") => Reach::Field,
        Some(_) => Reach::Nowhere,
    }
}

/// The choice of a code; nothing where the text is empty; `None` where there is no such choice.
#[allow(clippy::option_option, reason = "no text, and no such choice, are two things")]
fn chosen<T: Coded>(text: &str) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { T::parse(text).map(Some) }
}

/// A percentage from 0 to 100 with at most two decimals, in hundredths: `12,5` is 1,250.
fn hundredths(text: &str) -> Option<i64> {
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    let text = text.replace(',', ".");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, "0"));
    let digits = |part: &str, most| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole, 3) || !digits(decimals, 2) {
        return None;
    }
    let tenths = if decimals.len() == 1 { 10 } else { 1 };
    let share = whole.parse::<i64>().ok()? * 100 + decimals.parse::<i64>().ok()? * tenths;
    (share <= 10_000).then_some(share)
}

/// Hundredths of a per cent as a percentage: 1,250 is `12,5`.
///
/// ```
/// use cermin_koperasi::rat::percentage;
/// assert_eq!([2_500, 1_250, 1_205].map(percentage), ["25", "12,5", "12,05"]);
/// ```
#[must_use]
pub fn percentage(share: i64) -> String {
    match (share / 100, share % 100) {
        (whole, 0) => whole.to_string(),
        (whole, rest) => format!("{whole},{rest:02}").trim_end_matches('0').to_owned(),
    }
}

fn pair(text: &str) -> Option<(i64, i64)> {
    let (num, den) = text.split_once('/')?;
    Some((num.trim().parse().ok()?, den.trim().parse().ok()?))
}

impl Slot<'_> {
    /// Whether one of a few words is chosen, where *belum tahu* is an answer too.
    const fn is_choice(&self) -> bool {
        matches!(
            self,
            Self::Answer(_)
                | Self::Level(_)
                | Self::Area(_)
                | Self::Form(_)
                | Self::Predicate(_)
                | Self::Ground(_)
                | Self::State(_)
                | Self::Loss(_)
        )
    }

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
            // A word that is none of ours is no *no*.
            Slot::Flag(slot) => *slot = text == "true" || text != "false" && chosen(text)?.is_some_and(Answer::yes),
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
            Slot::Loss(slot) => *slot = chosen(text)?.unwrap_or_default(),
            Slot::Percent(slot) => *slot = if text.is_empty() { None } else { Some(hundredths(text)?) },
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
            Slot::Loss(slot) => code(*slot),
            Slot::Percent(slot) => slot.map(percentage),
        }
    }
}
