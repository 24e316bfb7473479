//! What is wrong with an entry, said beside its field.

use serde::Serialize;

use super::book::problems;
use super::text::{Phrase, Text};

/// How a problem is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Grade {
    /// Something needed is missing.
    Missing,
    /// The entry cannot be: it is treated as unknown.
    Wrong,
    /// The entry is kept, but it deserves a second look.
    Check,
}

/// One problem with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The field, as in the input: `members`, `history.0.heldOn`, `letters.0.received`.
    pub field: String,
    /// What it is.
    pub code: Code,
    /// How it is meant.
    pub grade: Grade,
    /// The sentence to show.
    pub text: Phrase,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $grade:ident $text:ident;)*) => {
        /// What can be wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "camelCase")]
        pub enum Code { $($(#[$doc])* $code,)* }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// How it is meant.
            ///
            /// ```
            /// use cermin_koperasi::rat::{Code, Grade};
            /// assert_eq!([Code::MembersMissing, Code::RatInFuture, Code::ArticlesLooser].map(Code::grade), [Grade::Missing, Grade::Wrong, Grade::Check]);
            /// ```
            #[must_use]
            pub fn grade(self) -> Grade {
                match self { $(Self::$code => Grade::$grade,)* }
            }

            /// Its sentence; `{0}` stands for what the field needs.
            ///
            /// ```
            /// use cermin_koperasi::{locale::Locale, rat::Code};
            /// assert!(Code::ALL.iter().all(|code| !code.text().say(Locale::En).is_empty()));
            /// ```
            #[must_use]
            pub fn text(self) -> Text {
                match self { $(Self::$code => problems::$text,)* }
            }
        }
    };
}

codes! {
    /// The calendar has no such day.
    NotADay Wrong NOT_A_DAY;
    /// No year has such a day.
    NoSuchBookYearEnd Wrong NO_SUCH_BOOK_YEAR_END;
    /// The founding lies in the future.
    EstablishedInFuture Wrong ESTABLISHED_IN_FUTURE;
    /// The number of members is missing.
    MembersMissing Missing MEMBERS_MISSING;
    /// The number of members is 0 or less.
    MembersNone Wrong MEMBERS_NONE;
    /// Fewer members than the law asks for.
    MembersTooFew Check MEMBERS_TOO_FEW;
    /// More members than there are people.
    TooLarge Wrong TOO_LARGE;
    /// An amount below zero.
    Negative Wrong NEGATIVE;
    /// A RAT before the cooperative existed.
    RatBeforeFounding Wrong RAT_BEFORE_FOUNDING;
    /// A RAT before its book year closed.
    RatBeforeClose Wrong RAT_BEFORE_CLOSE;
    /// A RAT marked held that lies in the future.
    RatInFuture Wrong RAT_IN_FUTURE;
    /// Two RATs for one book year.
    TwoRats Wrong TWO_RATS;
    /// A date for a RAT that was not held.
    DateWithoutRat Check DATE_WITHOUT_RAT;
    /// A book year before the cooperative existed.
    YearBeforeFounding Wrong YEAR_BEFORE_FOUNDING;
    /// A RAT for a book year that has not closed.
    YearNotClosed Wrong YEAR_NOT_CLOSED;
    /// Reported before the meeting.
    ReportBeforeRat Wrong REPORT_BEFORE_RAT;
    /// Reported in the future.
    ReportInFuture Wrong REPORT_IN_FUTURE;
    /// Reported, but not held.
    ReportWithoutRat Wrong REPORT_WITHOUT_RAT;
    /// More present than in the register.
    PresentOverRegister Wrong PRESENT_OVER_REGISTER;
    /// The chosen day has passed.
    MeetingInPast Wrong MEETING_IN_PAST;
    /// The invitation lies in the future.
    InvitedInFuture Wrong INVITED_IN_FUTURE;
    /// The invitation lies after the meeting.
    InvitedAfterMeeting Wrong INVITED_AFTER_MEETING;
    /// The letter lies in the future.
    LetterInFuture Wrong LETTER_IN_FUTURE;
    /// The letter came before the cooperative existed.
    LetterBeforeFounding Wrong LETTER_BEFORE_FOUNDING;
    /// The letter has no day.
    LetterDateMissing Missing LETTER_DATE_MISSING;
    /// The objection lies before the letter or in the future.
    ObjectionOutOfOrder Wrong OBJECTION_OUT_OF_ORDER;
    /// A term ends before it begins.
    TermBackwards Wrong TERM_BACKWARDS;
    /// A term longer than the law allows.
    TermTooLong Check TERM_TOO_LONG;
    /// Idle since a day in the future.
    IdleInFuture Wrong IDLE_IN_FUTURE;
    /// Idle since before it existed.
    IdleBeforeFounding Wrong IDLE_BEFORE_FOUNDING;
    /// Idle and running.
    IdleButRunning Check IDLE_BUT_RUNNING;
    /// The articles are looser than the law.
    ArticlesLooser Check ARTICLES_LOOSER;
    /// A second meeting whose call does not fit into the time set for it.
    SecondCallBeyond Check SECOND_CALL_BEYOND;
    /// The chair or secretary of the meeting sits on the board or among the supervisors.
    ChairIsBoard Wrong CHAIR_IS_BOARD;
    /// One person chairs the meeting and writes its minutes.
    OneForTwo Wrong ONE_FOR_TWO;
    /// A paper dated before what it tells.
    PaperTooEarly Wrong PAPER_TOO_EARLY;
    /// Two letters carry one number.
    NumberTwice Check NUMBER_TWICE;
    /// The RAT was held, and too few were there.
    HeldWithoutQuorum Check HELD_WITHOUT_QUORUM;
    /// A number the articles cannot have.
    ArticlesImpossible Wrong ARTICLES_IMPOSSIBLE;
    /// A share that is none.
    ShareImpossible Wrong SHARE_IMPOSSIBLE;
}
