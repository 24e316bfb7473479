//! What the screens of amounts remember beside the work.

use crate::assessment::Amount;
use crate::money::{Entry, Question, Rupiah};
use crate::page::Model;
use crate::rulebook::{Account, Year};
use crate::sorted_map::SortedMap;

use super::PastedRow;

/// What is being typed, pasted and looked for.
#[derive(Clone, Debug, Default)]
pub struct AmountDesk {
    /// What is being typed in amount fields. What waits for a yes is part of the work.
    pub drafts: SortedMap<(Year, String), Draft>,
    /// A paste waiting for a yes.
    pub paste: Option<Paste>,
    /// The mark of which the board has said, in this session, that it parts thousands.
    pub thousands: Option<char>,
    /// The field that was last typed into: what it holds is read back there.
    pub spoken: Option<(Year, String)>,
    /// The field that the reader was sent to, to mend it.
    pub wanted: Option<(Year, String)>,
    /// The accounts on the screen that the cooperative does not have: one line instead of fields.
    pub absent: Vec<&'static str>,
    /// The accounts on the screen that few cooperatives have, and this one has said nothing of: behind the others.
    pub rare: Vec<&'static str>,
}

/// Text in an amount field while it is being typed, or where a paste was refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What was typed.
    pub text: String,
    /// What it could mean.
    pub meaning: Meaning,
}

/// What a draft could mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// Still being typed; this is how it reads so far.
    Typing(Option<Rupiah>),
    /// To be confirmed.
    Likely(Rupiah),
    /// A minus or brackets in an account that is taken away: to be confirmed, and stored without them.
    Deducted(Rupiah),
    /// Not to be taken; a question says why.
    Doubt(Question),
}

/// Cells pasted from a spreadsheet, and where they would go.
#[derive(Clone, Debug, PartialEq)]
pub struct Paste {
    /// The field that was pasted into.
    pub at: (Year, String),
    /// Row by row.
    pub rows: Vec<PastedRow>,
    /// The year of the first column.
    pub first: Year,
    /// Whether it has to be asked which year stands first.
    pub asks_year: bool,
}

impl Model {
    /// How an amount field reads now: the draft, else what is kept.
    #[must_use]
    pub fn amount_text(&self, year: Year, account: &str) -> String {
        if let Some(draft) = self.amounts.drafts.get(&(year, account.to_owned())) {
            return draft.text.clone();
        }
        let book = self.assessment().statements.year(year);
        if let Some(text) = book.waiting.get(account) {
            return text.clone();
        }
        match book.amounts.get(account) {
            Some(Amount::Known(amount)) => amount.figures(self.locale),
            Some(Amount::Unknown) | None => String::new(),
        }
    }
}

impl Meaning {
    /// What an entry means in an account; `None` where it is settled. A minus where none is written is asked about, like
    /// brackets.
    #[must_use]
    pub fn of(entry: &Result<Entry, Question>, account: &Account) -> Option<Self> {
        match entry {
            Ok(Entry::Amount(amount) | Entry::AmountToConfirm(amount)) if account.contra && *amount < Rupiah::ZERO => {
                Some(Self::Deducted(-*amount))
            }
            Ok(Entry::Amount(amount)) if !account.signed && *amount < Rupiah::ZERO => Some(Self::Likely(*amount)),
            Ok(Entry::AmountToConfirm(amount)) => Some(Self::Likely(*amount)),
            Ok(Entry::Many(_)) => Some(Self::Doubt(Question::Several)),
            Err(question) => Some(Self::Doubt(*question)),
            Ok(Entry::Amount(_) | Entry::Empty) => None,
        }
    }
}
