//! What can happen to amounts.

use crate::rulebook::Year;

/// Something done to an amount, or to a part of the books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AmountMessage {
    /// An amount was typed, so far.
    Typed(Year, String, String),
    /// An amount was finished.
    Entered(Year, String, String),
    /// The amount that was read back is right.
    Confirmed(Year, String),
    /// Several cells were pasted into an amount field: tabs and line ends as they were.
    Put(Year, String, String),
    /// The pasted cells go where the preview shows.
    Pasted(bool),
    /// The cells that were pasted last go out again.
    Unpasted,
    /// A pasted row goes to this account, or to none.
    PasteTo(usize, String),
    /// The first pasted column is of this year.
    PasteFirst(Year),
    /// The minus of an amount goes.
    Unsigned(Year, String),
    /// To the field of an amount, to mend it.
    Find(Year, String),
    /// All of the part of the books that this group belongs to is zero in a year.
    AllZero(Year, String),
    /// An amount is *belum tahu*, or no longer.
    Unsure(Year, String, bool),
    /// Blanks of a year are zero, or not.
    Completed(Year, bool),
    /// Last year's amount is taken over into this year's field.
    Same(String),
    /// The cooperative has such an account after all.
    Has(String),
    /// What is still blank on the screen, the cooperative does not have.
    HasNoMore,
}

impl AmountMessage {
    /// The message of a mark's words, and the field's value.
    pub(in crate::page) fn parse<'a>(mut words: impl Iterator<Item = &'a str>, value: &str) -> Option<Self> {
        let year = |code: &str| Year::BOTH.into_iter().find(|year| year.code() == code);
        let verb = words.next()?;
        let mut word = || words.next();
        Some(match verb {
            "type" => Self::Typed(year(word()?)?, word()?.to_owned(), value.to_owned()),
            "enter" => Self::Entered(year(word()?)?, word()?.to_owned(), value.to_owned()),
            "confirm" => Self::Confirmed(year(word()?)?, word()?.to_owned()),
            "put" => Self::Put(year(word()?)?, word()?.to_owned(), value.to_owned()),
            "paste" => Self::Pasted(word()? == "yes"),
            "unpaste" => Self::Unpasted,
            "paste-to" => Self::PasteTo(word()?.parse().ok()?, value.to_owned()),
            "paste-first" => Self::PasteFirst(year(value)?),
            "unsigned" => Self::Unsigned(year(word()?)?, word()?.to_owned()),
            "find" => Self::Find(year(word()?)?, word()?.to_owned()),
            "all-zero" => Self::AllZero(year(word()?)?, word()?.to_owned()),
            "unsure" => Self::Unsure(year(word()?)?, word()?.to_owned(), value == "true"),
            "complete" => Self::Completed(year(word()?)?, value == "true"),
            "same" => Self::Same(word()?.to_owned()),
            "has" => Self::Has(word()?.to_owned()),
            "has-no-more" => Self::HasNoMore,
            _ => return None,
        })
    }
}
