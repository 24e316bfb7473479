//! What a board says about its RAT, checked: days are days, numbers make sense, and what could not be read is unknown.

use super::book::{DocumentId, Share};
use super::input::{
    Answer, Area, DocumentInput, DocumentState, Form, LetterGround, LetterKind, Level, NamesInput, Predicate,
    QuorumInput, SignalsInput,
};
use crate::calendar::{BookYearEnd, Day};

/// The RAT of one book year, as said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearFacts {
    /// Whether it was held.
    pub held: Answer,
    /// When; only with `held` yes, never in the future.
    pub held_on: Option<Day>,
    /// Whether it was reported.
    pub reported: Answer,
    /// When.
    pub reported_on: Option<Day>,
}

/// A letter from the authorities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What kind it is.
    pub kind: LetterKind,
    /// The day it was received.
    pub received: Option<Day>,
    /// The ground it names.
    pub ground: Option<LetterGround>,
    /// The day an objection was lodged.
    pub objected: Option<Day>,
    /// Whether the authorities took it back.
    pub withdrawn: Answer,
}

/// A period of notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How many days.
    pub days: u32,
    /// Whether they are working days.
    pub working: bool,
}

impl Notice {
    /// Whether it is shorter than so many working days wherever it falls. A count of other days reaches as many working
    /// days at best when it holds no more weekends than it must: two days in every five.
    ///
    /// ```
    /// use cermin_koperasi::rat::Notice;
    /// assert!(Notice { days: 8, working: false }.surely_shorter_than(7));
    /// assert!(!Notice { days: 9, working: false }.surely_shorter_than(7));
    /// ```
    #[must_use]
    pub fn surely_shorter_than(self, working_days: u32) -> bool {
        const WEEK: u32 = 5;
        const WEEKEND: u32 = 2;
        let least = if self.working { working_days } else { working_days + working_days / WEEK * WEEKEND };
        self.days < least
    }
}

/// What the articles say, as far as it makes sense.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Articles {
    /// Months after the close; never more than the law's.
    pub rat_months: Option<i32>,
    /// Notice for the invitation.
    pub invite: Option<Notice>,
    /// The quorum's share of the register.
    pub quorum: Option<Share>,
    /// Whether a second meeting is provided.
    pub second_meeting: Answer,
    /// Its call: days ahead.
    pub second_call_days: Option<u32>,
    /// Its limit: days after the first.
    pub second_within_days: Option<u32>,
    /// Its quorum's share.
    pub second_quorum: Option<Share>,
    /// Whether online meetings are provided.
    pub online: Answer,
    /// Whether group meetings are provided.
    pub groups: Answer,
    /// Whether written meetings are provided.
    pub written: Answer,
}

/// Board and supervisors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Organs {
    /// The day the board's term began.
    pub board_from: Option<Day>,
    /// The last day of the board's term.
    pub board_until: Option<Day>,
    /// The last day of the supervisors' term.
    pub supervisors_until: Option<Day>,
    /// Whether there are supervisors.
    pub has_supervisors: Answer,
}

/// What the coming meeting holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plans {
    /// Whether group meetings come first.
    pub groups: Answer,
    /// Whether there is an election.
    pub election: Answer,
    /// Whether the articles are to be changed.
    pub amendment: Answer,
    /// Whether the RAT is postponed.
    pub postponed: Answer,
    /// The day of the notary's deed.
    pub deed: Option<Day>,
}

/// What is a paper's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperFacts {
    /// Its number; empty for the next of the series.
    pub number: String,
    /// Its day; today when absent.
    pub date: Option<Day>,
    /// Whether a day was said that cannot be.
    pub refused: bool,
    /// Its place; empty for that of all papers.
    pub place: String,
}

/// Everything known about a cooperative's RAT. Made by [`super::read`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RatFacts {
    /// Primary or secondary.
    pub level: Option<Level>,
    /// Savings and loan.
    pub savings_loan: Answer,
    /// Sharia.
    pub sharia: Answer,
    /// Merah Putih.
    pub kdmp: Answer,
    /// The day its deed was legalised.
    pub established: Option<Day>,
    /// The last day of the book year.
    pub book_year_end: BookYearEnd,
    /// Members in the register, at least 1.
    pub members: Option<u64>,
    /// *Modal* in rupiah.
    pub modal: Option<i64>,
    /// Own capital in rupiah.
    pub own_capital: Option<i64>,
    /// Assets in rupiah.
    pub assets: Option<i64>,
    /// Where the members live.
    pub area: Option<Area>,
    /// What the articles say.
    pub articles: Articles,
    /// The RATs, by book year, each year once.
    pub history: Vec<(i32, YearFacts)>,
    /// The chosen day of the next RAT.
    pub chosen: Option<Day>,
    /// The day the invitation went out.
    pub invited: Option<Day>,
    /// How the meeting is held.
    pub form: Form,
    /// Board and supervisors.
    pub organs: Organs,
    /// Letters received.
    pub letters: Vec<Letter>,
    /// Whether the members have decided to dissolve.
    pub dissolved: Answer,
    /// Whether the business runs.
    pub business: Answer,
    /// Whether it ever ran.
    pub ever_traded: Answer,
    /// Since when it does not.
    pub idle_since: Option<Day>,
    /// The official predicate.
    pub predicate: Option<Predicate>,
    /// What the coming meeting holds.
    pub plans: Plans,
    /// The documents, each once.
    pub documents: Vec<(DocumentId, DocumentInput)>,
    /// Who is in the room.
    pub quorum: QuorumInput,
    /// Other things.
    pub signals: SignalsInput,
    /// Names for letters.
    pub names: NamesInput,
    /// What is each paper's own, by the paper's key.
    pub papers: Vec<(&'static str, PaperFacts)>,
}

impl RatFacts {
    /// What is known of a book year's RAT.
    ///
    /// ```
    /// use cermin_koperasi::rat::{Answer, RatFacts, YearFacts};
    /// let history = vec![(2025, YearFacts { held: Answer::Yes, ..YearFacts::default() })];
    /// let facts = RatFacts { history, ..RatFacts::default() };
    /// assert_eq!((facts.year(2025).map(|year| year.held), facts.year(2024)), (Some(Answer::Yes), None));
    /// ```
    #[must_use]
    pub fn year(&self, year: i32) -> Option<YearFacts> {
        self.history.iter().find(|(known, _)| *known == year).map(|(_, facts)| *facts)
    }

    /// What is known of a document.
    ///
    /// ```
    /// use cermin_koperasi::rat::{DocumentInput, DocumentState, RatFacts, book::document};
    /// let said = DocumentInput { state: DocumentState::Have, ..DocumentInput::default() };
    /// let facts = RatFacts { documents: vec![(document::DOK_05, said)], ..RatFacts::default() };
    /// assert_eq!(facts.document(document::DOK_05).map(|said| said.state), Some(DocumentState::Have));
    /// assert_eq!(facts.document(document::DOK_06), None);
    /// ```
    #[must_use]
    pub fn document(&self, id: DocumentId) -> Option<&DocumentInput> {
        self.documents.iter().find(|(known, _)| *known == id).map(|(_, state)| state)
    }

    /// The state of a document.
    ///
    /// ```
    /// use cermin_koperasi::rat::{DocumentState, RatFacts, book::document};
    /// assert_eq!(RatFacts::default().state(document::DOK_05), DocumentState::Unknown);
    /// ```
    #[must_use]
    pub fn state(&self, id: DocumentId) -> DocumentState {
        self.document(id).map_or(DocumentState::Unknown, |known| known.state)
    }

    /// What is a paper's own, where anything is.
    ///
    /// ```
    /// use cermin_koperasi::rat::{PaperFacts, RatFacts};
    /// let own = PaperFacts { number: "012/KOP/III/2026".into(), ..PaperFacts::default() };
    /// let facts = RatFacts { papers: vec![("undangan", own)], ..RatFacts::default() };
    /// assert_eq!(facts.paper("undangan").map(|paper| paper.number.as_str()), Some("012/KOP/III/2026"));
    /// assert_eq!(facts.paper("notulen"), None);
    /// ```
    #[must_use]
    pub fn paper(&self, id: &str) -> Option<&PaperFacts> {
        self.papers.iter().find(|(known, _)| *known == id).map(|(_, paper)| paper)
    }

    /// The open dissolution-plan letter whose day is known, the newest.
    ///
    /// ```
    /// use cermin_koperasi::{calendar::Day, rat::{Answer, Letter, LetterKind, RatFacts}};
    /// let letter = |kind, day| Letter { kind, received: Day::parse(day), ground: None, objected: None, withdrawn: Answer::Unknown };
    /// let plan = letter(LetterKind::DissolutionPlan, "2026-10-01");
    /// let letters = vec![plan, letter(LetterKind::Warning, "2026-11-02")];
    /// assert_eq!(RatFacts { letters, ..RatFacts::default() }.plan_letter(), plan.received);
    /// ```
    #[must_use]
    pub fn plan_letter(&self) -> Option<Day> {
        let open = self.letters.iter().filter(|letter| is_open_plan(letter));
        open.filter_map(|letter| letter.received).max()
    }

    /// Whether some or all take part online.
    ///
    /// ```
    /// use cermin_koperasi::rat::{Form, RatFacts};
    /// let online = |form| RatFacts { form, ..RatFacts::default() }.is_online();
    /// assert!(online(Form::Hybrid) && !online(Form::Written));
    /// ```
    #[must_use]
    pub fn is_online(&self) -> bool {
        matches!(self.form, Form::Online | Form::Hybrid)
    }

    /// Whether group meetings come first.
    ///
    /// ```
    /// use cermin_koperasi::rat::{Answer, Form, RatFacts};
    /// assert_eq!(RatFacts::default().has_groups(), Answer::Unknown);
    /// assert_eq!(RatFacts { form: Form::Groups, ..RatFacts::default() }.has_groups(), Answer::Yes);
    /// ```
    #[must_use]
    pub fn has_groups(&self) -> Answer {
        if self.form == Form::Groups { Answer::Yes } else { self.plans.groups }
    }
}

/// A dissolution-plan letter that was not taken back.
///
/// ```
/// use cermin_koperasi::rat::{Answer, Letter, LetterKind, is_open_plan};
/// let kind = LetterKind::DissolutionPlan;
/// let letter = Letter { kind, received: None, ground: None, objected: None, withdrawn: Answer::Unknown };
/// assert!(is_open_plan(&letter) && !is_open_plan(&Letter { withdrawn: Answer::Yes, ..letter }));
/// ```
#[must_use]
pub fn is_open_plan(letter: &Letter) -> bool {
    letter.kind == LetterKind::DissolutionPlan && !letter.withdrawn.yes()
}
