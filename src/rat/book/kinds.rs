//! The words a rulebook sorts by, and its shares.

use serde::Serialize;

use super::words;
use crate::rat::text::Text;

/// What a rule demands, and of which kind the demand is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Force {
    /// A duty in law.
    Duty,
    /// Without it the meeting or decision is not valid.
    Validity,
    /// A duty under a condition.
    Conditional,
    /// A duty where the articles (AD) say so.
    Articles,
    /// What follows from a breach.
    Sanction,
    /// A procedure of the authorities.
    Procedure,
    /// A definition.
    Definition,
    /// A right of the cooperative.
    Right,
    /// Advice of ministry or office.
    Advice,
    /// What offices usually do.
    Practice,
    /// A choice of this tool.
    Tool,
    /// A known gap in the sources.
    Gap,
}

/// How sure the reading of a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Confidence {
    /// The text was read, or two independent sources agree.
    High,
    /// One credible secondary source, or a widespread practice.
    Medium,
    /// One weak source, or sources that contradict each other.
    Low,
}

/// How the text behind a rule was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Read {
    /// The regulation itself.
    Text,
    /// Part of the regulation.
    Part,
    /// A summary by others.
    Summary,
    /// A press article.
    Article,
}

/// When a document is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Stage {
    /// Before the meeting.
    Before,
    /// On the day.
    Day,
    /// After the meeting.
    After,
    /// In a special case.
    Special,
}

/// How much a document is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Need {
    /// Always.
    Required,
    /// Under its condition.
    Conditional,
    /// Advised only.
    Advised,
}

/// When a document, step or paragraph applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Condition {
    /// A public accountant's audit is required (LK-05).
    Audit,
    /// A sharia cooperative.
    Sharia,
    /// Board or supervisors are to be elected.
    Election,
    /// The RAT is postponed.
    Postponed,
    /// Some or all take part online.
    Online,
    /// Group meetings are held.
    Groups,
    /// A primary cooperative.
    Primary,
    /// A secondary cooperative.
    Secondary,
    /// The articles are to be changed.
    Amendment,
    /// A dissolution-plan letter came.
    DissolutionPlan,
    /// A Merah Putih village cooperative (KDMP, KKMP).
    Kdmp,
    /// Savings and loan.
    SavingsLoan,
    /// The first meeting had no quorum.
    NoQuorum,
    /// A RAT that fell due was not held.
    Missed,
}

/// Where a deadline or agenda item comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Basis {
    /// *Hukum*: law and ministerial regulation.
    Law,
    /// *AD*: the cooperative's own articles, or the model articles.
    Articles,
    /// *Anjuran*: advice of ministry or office.
    Advice,
    /// *Praktik*: common practice.
    Practice,
}

/// What a step is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Anchor {
    /// The close of the book year.
    Close,
    /// The day of the RAT.
    Meeting,
    /// The day of a notary's deed.
    Deed,
}

/// How far a step lies from its anchor; negative is before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offset {
    /// Calendar days.
    Days(i64),
    /// Months.
    Months(i32),
    /// Working days.
    WorkingDays(i32),
    /// The first such month and day after it.
    On(u32, u32),
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// *Ringan*.
    Light,
    /// *Sedang*.
    Medium,
    /// *Berat*.
    Heavy,
    /// *Kritis*.
    Critical,
}

impl Basis {
    /// Its name to show beside a deadline.
    ///
    /// ```
    /// use cermin_koperasi::{locale::Locale, rat::book::{Basis, words}};
    /// assert_eq!(Basis::Advice.label(), words::BASIS_ADVICE);
    /// assert_ne!(Basis::Law.label().say(Locale::Id), Basis::Practice.label().say(Locale::Id), "what binds is told from what is usual");
    /// ```
    #[must_use]
    pub fn label(self) -> Text {
        match self {
            Self::Law => words::BASIS_LAW,
            Self::Articles => words::BASIS_ARTICLES,
            Self::Advice => words::BASIS_ADVICE,
            Self::Practice => words::BASIS_PRACTICE,
        }
    }
}

/// An exact share, such as one third.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    /// Numerator.
    pub num: u64,
    /// Denominator, never 0.
    pub den: u64,
}

impl Share {
    /// The least whole number that is at least this share of `count`.
    ///
    /// ```
    /// use cermin_koperasi::rat::book::Share;
    /// assert_eq!([20, 21].map(|count| Share { num: 1, den: 2 }.at_least(count)), [10, 11]);
    /// ```
    #[must_use]
    pub fn at_least(self, count: u64) -> u64 {
        count.saturating_mul(self.num).div_ceil(self.den)
    }

    /// Whether this share is smaller than another, exactly.
    ///
    /// ```
    /// use cermin_koperasi::rat::book::Share;
    /// let [third, half] = [3, 2].map(|den| Share { num: 1, den });
    /// assert!(third.is_less(half) && !half.is_less(half));
    /// ```
    #[must_use]
    pub fn is_less(self, other: Self) -> bool {
        u128::from(self.num) * u128::from(other.den) < u128::from(other.num) * u128::from(self.den)
    }

    /// The least whole number that is more than this share of `count`.
    ///
    /// ```
    /// use cermin_koperasi::rat::book::Share;
    /// assert_eq!([20, 21].map(|count| Share { num: 1, den: 2 }.more_than(count)), [11, 11]);
    /// ```
    #[must_use]
    pub fn more_than(self, count: u64) -> u64 {
        count.saturating_mul(self.num) / self.den + 1
    }
}
