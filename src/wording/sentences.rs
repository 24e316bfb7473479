//! The sentences for what the pure rooms above report as values.

use crate::assessment::Answer;
use crate::exchange::{Code, Kind, Problem};
use crate::locale::{Words, fill};
use crate::money::Question;
use crate::rulebook::Year;

impl Words {
    /// *tahun ini* or *tahun lalu*, inside a sentence.
    #[must_use]
    pub const fn year_in_text(&self, year: Year) -> &'static str {
        match year {
            Year::Current => self.years.this_year_in_text,
            Year::Prior => self.years.last_year_in_text,
        }
    }

    /// An answer as a word.
    #[must_use]
    pub const fn answer(&self, answer: Answer) -> &'static str {
        match answer {
            Answer::Yes => self.item.yes,
            Answer::No => self.item.no,
            Answer::Unknown => self.item.unknown,
            Answer::NotApplicable => self.item.not_applicable,
        }
    }

    /// What to ask the person who typed an amount that cannot be taken as it is.
    ///
    /// ```
    /// use cermin_koperasi::locale::Locale;
    /// use cermin_koperasi::money::Question;
    /// assert!(Locale::Id.words().question(Question::Sign).contains("minus"));
    /// ```
    #[must_use]
    pub const fn question(&self, question: Question) -> &'static str {
        let amount = &self.problem.amount;
        match question {
            Question::TooLarge => amount.too_large,
            Question::Separators => amount.separators,
            Question::Letters => amount.letters,
            Question::Sign => amount.sign,
            Question::TooMuch => amount.too_much,
            Question::Several => amount.several,
        }
    }

    /// What is wrong with a file, and where.
    ///
    /// ```
    /// use cermin_koperasi::exchange::save;
    /// use cermin_koperasi::locale::Locale;
    /// let problem = save::read("").expect_err("nothing in it");
    /// assert_eq!(Locale::En.words().problem(&problem), "This file is empty.");
    /// ```
    #[must_use]
    pub fn problem(&self, problem: &Problem) -> String {
        let expected = match problem.code {
            Code::WrongType(kind) => self.kind(kind),
            _ => &problem.value,
        };
        let sentence = fill(self.fault(problem.code), &[("value", &expected)]);
        let place = problem.path.keys().join(" › ");
        if place.is_empty() || problem.code.is_notice() {
            return sentence;
        }
        fill(self.problem.at, &[("problem", &sentence), ("place", &place)])
    }

    const fn fault(&self, code: Code) -> &'static str {
        let (file, notice) = (&self.problem.file, &self.problem.notice);
        match code {
            Code::Empty => file.empty,
            Code::TooBig => file.too_big,
            Code::Truncated => file.truncated,
            Code::Unreadable => file.unreadable,
            Code::Foreign => file.foreign,
            Code::Newer => file.newer,
            Code::Missing => file.missing,
            Code::WrongType(_) => file.wrong_type,
            Code::UnknownRulebook => file.unknown_rulebook,
            Code::UnknownVariant => file.unknown_variant,
            Code::UnknownEdition => file.unknown_edition,
            Code::UnknownReading => file.unknown_reading,
            Code::UnknownAnswer => file.unknown_answer,
            Code::NotOffered => file.not_offered,
            Code::NotWhole => file.not_whole,
            Code::TooLarge => file.too_large,
            Code::OutOfRange => file.out_of_range,
            Code::UnknownItem => notice.unknown_item,
            Code::UnknownAccount => notice.unknown_account,
            Code::WrongYear => notice.wrong_year,
            Code::Changed => notice.changed,
        }
    }

    const fn kind(&self, kind: Kind) -> &'static str {
        let kinds = &self.problem.kind;
        match kind {
            Kind::Text => kinds.text,
            Kind::Whole => kinds.whole,
            Kind::Truth => kinds.truth,
            Kind::Group => kinds.group,
        }
    }
}
