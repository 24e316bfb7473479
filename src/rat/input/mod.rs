//! What a board says about its RAT, as it was typed: days are text, anything may be missing, nothing is checked yet.
//!
//! Every field has a path (`history.0.heldOn`) by which forms, save files and JavaScript reach it: see
//! [`RatInput::set`] and [`RatInput::entries`].

use serde::Serialize;

use super::book::DocumentId;

mod codes;
mod fields;
mod slots;

pub use codes::Coded;
pub use fields::{FieldError, Reach, percentage};

/// Yes, no, or not known yet. *Belum tahu* is not *tidak*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    /// *Ya*.
    Yes,
    /// *Tidak*.
    No,
    /// *Belum tahu*.
    #[default]
    Unknown,
}

impl Answer {
    /// Whether it is a yes.
    ///
    /// ```
    /// use cermin_koperasi::rat::Answer;
    /// assert_eq!([Answer::Yes, Answer::No, Answer::Unknown].map(Answer::yes), [true, false, false]);
    /// ```
    #[must_use]
    pub fn yes(self) -> bool {
        self == Self::Yes
    }

    /// Whether it is a no.
    ///
    /// ```
    /// use cermin_koperasi::rat::Answer;
    /// assert_eq!([Answer::Yes, Answer::No, Answer::Unknown].map(Answer::no), [false, true, false]);
    /// ```
    #[must_use]
    pub fn no(self) -> bool {
        self == Self::No
    }
}

impl From<bool> for Answer {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

/// *Primer* (of people) or *sekunder* (of cooperatives).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// *Primer*.
    Primary,
    /// *Sekunder*.
    Secondary,
}

/// Where the members live: it decides which office is in charge (LAP-04).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// One *kabupaten* or *kota*.
    Regency,
    /// Several in one province.
    Province,
    /// Several provinces.
    National,
}

/// How the meeting is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// *Luring*: face to face.
    InPerson,
    /// *Daring*: online.
    Online,
    /// Both at once.
    Hybrid,
    /// *Tertulis*: answers in writing.
    Written,
    /// *Kelompok*: group meetings, then a full meeting.
    Groups,
    /// Nobody said; what is reckoned takes it as face to face, what is written claims nothing.
    #[default]
    Unknown,
}

/// The official health predicate, as the examiner gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Predicate {
    /// *Sehat*.
    Sehat,
    /// *Cukup Sehat*.
    CukupSehat,
    /// *Dalam Pengawasan*.
    DalamPengawasan,
    /// *Dalam Pengawasan Khusus*.
    DalamPengawasanKhusus,
    /// Never examined.
    None,
}

/// What kind of letter came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LetterKind {
    /// *Surat peringatan*.
    #[default]
    Warning,
    /// *Surat rencana pembubaran*.
    DissolutionPlan,
    /// A final court ruling against the cooperative.
    CourtRuling,
    /// A final bankruptcy ruling.
    Bankruptcy,
    /// The decree that dissolves the cooperative.
    DissolutionDecree,
}

/// The ground a dissolution-plan letter names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterGround {
    /// No members' meeting.
    NoMeeting,
    /// No real business.
    NoBusiness,
    /// Another breach of law or articles.
    Breach,
    /// Public order or morality.
    PublicOrder,
    /// No hope of going on.
    NoSurvival,
}

/// The RAT of one book year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearInput {
    /// The book year: the calendar year in which it closes.
    pub year: i32,
    /// Whether its RAT was held.
    pub held: Answer,
    /// When, as an ISO day.
    pub held_on: Option<String>,
    /// Whether the result was reported to the office.
    pub reported: Answer,
    /// When, as an ISO day.
    pub reported_on: Option<String>,
}

/// A letter from the authorities.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterInput {
    /// What kind it is.
    pub kind: LetterKind,
    /// The day it was received, as an ISO day.
    pub received: Option<String>,
    /// The ground it names.
    pub ground: Option<LetterGround>,
    /// The day an objection was lodged.
    pub objected: Option<String>,
    /// Whether the authorities took it back.
    pub withdrawn: Answer,
}

/// What the cooperative's own articles (AD/ART) say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticlesInput {
    /// Months after the close within which the RAT is held.
    pub rat_months: Option<i64>,
    /// Days of notice for the invitation.
    pub invite_days: Option<i64>,
    /// Whether those are working days.
    pub invite_working_days: bool,
    /// The quorum's share: numerator and denominator.
    pub quorum: Option<(i64, i64)>,
    /// Whether a second meeting is provided.
    pub second_meeting: Answer,
    /// Its call: days ahead.
    pub second_call_days: Option<i64>,
    /// Its limit: days after the first.
    pub second_within_days: Option<i64>,
    /// Its quorum's share.
    pub second_quorum: Option<(i64, i64)>,
    /// Whether online meetings are provided.
    pub online: Answer,
    /// Whether group meetings are provided.
    pub groups: Answer,
    /// Whether written meetings are provided.
    pub written: Answer,
}

/// Board and supervisors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrgansInput {
    /// The day the board's term began.
    pub board_from: Option<String>,
    /// The last day of the board's term.
    pub board_until: Option<String>,
    /// The last day of the supervisors' term.
    pub supervisors_until: Option<String>,
    /// Whether there are supervisors.
    pub has_supervisors: Answer,
}

/// What the coming meeting holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlansInput {
    /// Whether group meetings come first.
    pub groups: Answer,
    /// Whether there is an election.
    pub election: Answer,
    /// Whether the articles are to be changed.
    pub amendment: Answer,
    /// Whether the RAT is postponed.
    pub postponed: Answer,
    /// The day of the notary's deed.
    pub deed: Option<String>,
}

/// The state of one document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum DocumentState {
    /// *Ada*.
    Have,
    /// *Belum*.
    Missing,
    /// *Belum tahu*.
    #[default]
    Unknown,
    /// *Tidak perlu*.
    NotNeeded,
}

/// What is known of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentInput {
    /// Its state.
    pub state: DocumentState,
    /// Whether each of its contents is there, in the rulebook's order.
    pub contents: Vec<Answer>,
    /// Whether all who must have signed it.
    pub signed: Answer,
}

/// One group meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupInput {
    /// Members of the group.
    pub members: Option<i64>,
    /// Those present.
    pub present: Option<i64>,
}

/// Who is in the room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuorumInput {
    /// Members in the register.
    pub register: Option<i64>,
    /// Present in the room.
    pub present: Option<i64>,
    /// Present online.
    pub online: Option<i64>,
    /// Written answers.
    pub answers: Option<i64>,
    /// The group meetings.
    pub groups: Vec<GroupInput>,
    /// What the meeting decides on.
    pub purpose: Purpose,
}

/// Other things a board may say; each leads to a finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignalsInput {
    /// A dispute inside.
    pub conflict: Answer,
    /// The board's report was rejected.
    pub report_rejected: Answer,
    /// The last meeting had no quorum.
    pub quorum_failed: Answer,
    /// The business is weak or at a loss.
    pub weak_business: Answer,
    /// Governance is weak.
    pub weak_governance: Answer,
    /// The manager is certified.
    pub certified_manager: Answer,
    /// The accounts follow the standard in force.
    pub standard: Answer,
    /// The administrative books are complete.
    pub registers: Answer,
    /// Records are digital.
    pub digital: Answer,
    /// The NIK certificate is up to date.
    pub nik: Answer,
    /// The articles cover quorum, second meeting and online meetings.
    pub articles_complete: Answer,
    /// The cooperative can be revived.
    pub viable: Answer,
    /// The plan after the last training is carried out.
    pub training_followed: Answer,
}

/// Names and places for letters. All free text; none of it is needed for any reckoning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what it is called")]
pub struct NamesInput {
    pub name: String,
    pub legal_number: String,
    pub nik: String,
    pub address: String,
    pub regency: String,
    pub office: String,
    pub letter_number: String,
    pub time: String,
    pub place: String,
    pub link: String,
    pub chair: String,
    pub secretary: String,
    pub treasurer: String,
    pub supervisor: String,
    pub meeting_chair: String,
    pub meeting_secretary: String,
    pub witness: String,
}

/// What is a paper's own: no two letters carry the same number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperInput {
    /// Its number; empty for the next of the series.
    pub number: String,
    /// Its day, as an ISO day; today when absent.
    pub date: Option<String>,
    /// The place it is written in; empty for that of all papers.
    pub place: String,
}

/// How a loss is borne, as the articles say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Loss {
    /// Not said yet.
    #[default]
    Unknown,
    /// The reserve covers what it can; the rest is carried into the next year.
    Reserve,
    /// The reserve covers what it can; the members bear the rest by their savings.
    Members,
    /// All of it is carried into the next year.
    Carried,
}

/// How the surplus is shared, as the articles say, and how the RAT book is bound. All of it may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShuInput {
    /// Each fund's share in hundredths of a per cent, in the order of [`SHARES`](Self::SHARES).
    pub shares: [Option<i64>; Self::SHARES.len()],
    /// How a loss is borne.
    pub loss: Loss,
    /// The chapters of the RAT book in their order, by key, parted by commas; a minus before one that is left out. Empty
    /// for all of them.
    pub chapters: String,
    /// Member numbers with savings and transactions, one member a line, cells parted by tabs.
    pub list: String,
}

impl ShuInput {
    /// The funds by the last part of their paths, in the order they are asked.
    pub const SHARES: [&'static str; 9] =
        ["reserve", "capital", "business", "board", "staff", "education", "social", "region", "other"];
}

/// Everything a board says about its RAT. All of it may be missing.
///
/// ```
/// use cermin_koperasi::rat::{self, RatInput};
/// use cermin_koperasi::calendar::Day;
/// let mut input = RatInput::default();
/// input.established = Some("2026-02-31".into());
/// let read = rat::read(&input, Day::new(2026, 11, 22).unwrap());
/// assert_eq!(read.problems[0].field, "established");
/// assert!(read.facts.established.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RatInput {
    /// Primary or secondary.
    pub level: Option<Level>,
    /// Whether it is a savings-and-loan cooperative or has such a unit.
    pub savings_loan: Answer,
    /// Whether it is a sharia cooperative.
    pub sharia: Answer,
    /// Whether it is a Merah Putih cooperative.
    pub kdmp: Answer,
    /// The day its deed was legalised, as an ISO day.
    pub established: Option<String>,
    /// The last day of the book year, `MM-DD`; 31 December when absent.
    pub book_year_end: Option<String>,
    /// Members in the register.
    pub members: Option<i64>,
    /// *Modal* in rupiah: what decides on the audit.
    pub modal: Option<i64>,
    /// Own capital in rupiah, for the business class.
    pub own_capital: Option<i64>,
    /// Assets in rupiah, for the business class.
    pub assets: Option<i64>,
    /// Where the members live.
    pub area: Option<Area>,
    /// What the articles say.
    pub articles: ArticlesInput,
    /// The RATs of the book years.
    pub history: Vec<YearInput>,
    /// The chosen day of the next RAT, as an ISO day.
    pub chosen: Option<String>,
    /// The day the invitation went out, as an ISO day.
    pub invited: Option<String>,
    /// How the meeting is held.
    pub form: Form,
    /// Board and supervisors.
    pub organs: OrgansInput,
    /// Letters received.
    pub letters: Vec<LetterInput>,
    /// Whether any came; only where no letter stands in the list.
    pub any_letters: Answer,
    /// Whether the members have decided to dissolve.
    pub dissolved: Answer,
    /// Whether the business runs.
    pub business: Answer,
    /// Whether it ever ran.
    pub ever_traded: Answer,
    /// Since when it does not, as an ISO day.
    pub idle_since: Option<String>,
    /// The official predicate.
    pub predicate: Option<Predicate>,
    /// What the coming meeting holds.
    pub plans: PlansInput,
    /// The documents, each once.
    pub documents: Vec<(DocumentId, DocumentInput)>,
    /// Who is in the room.
    pub quorum: QuorumInput,
    /// Other things.
    pub signals: SignalsInput,
    /// Names for letters.
    pub names: NamesInput,
    /// What is each paper's own, by the paper's key, each once.
    pub papers: Vec<(&'static str, PaperInput)>,
    /// How the surplus is shared and the book bound; kept aside, since most works say nothing of it.
    pub shu: Box<ShuInput>,
    /// The choices that were answered with *belum tahu*, by path, in their order: nothing is reckoned from it, but somebody was
    /// asked and has said so.
    pub unsure: Vec<String>,
}

/// Whether two texts say the same, however they are capitalised, and whatever blanks stand where `space` does; a blank says
/// nothing.
pub(super) fn is_same(one: &str, other: &str, space: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(space);
    !one.trim().is_empty() && plain(one).eq_ignore_ascii_case(&plain(other))
}

/// What a meeting decides on; some decisions need more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// The yearly business.
    #[default]
    Ordinary,
    /// Changing the articles, merging, dividing.
    Amendment,
    /// Dissolving the cooperative.
    Dissolution,
    /// An extraordinary meeting at the members' request.
    Extraordinary,
}
