//! The sentences for what the pure rooms above report as values.

use super::Words;
use crate::money::Question;

impl Words {
    /// What to ask the person who typed an amount that cannot be taken as it is.
    ///
    /// ```
    /// use cermin_koperasi::locale::Locale;
    /// use cermin_koperasi::money::Question;
    /// assert!(Locale::Id.words().question(Question::Sen).contains("sen"));
    /// ```
    #[must_use]
    pub const fn question(&self, question: Question) -> &'static str {
        let amount = &self.problem.amount;
        match question {
            Question::Sen => amount.sen,
            Question::TooLarge => amount.too_large,
            Question::Separators => amount.separators,
            Question::Letters => amount.letters,
            Question::Sign => amount.sign,
            Question::TooMuch => amount.too_much,
        }
    }
}
