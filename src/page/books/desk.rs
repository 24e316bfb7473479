//! What the screens of amounts remember beside the work.

use crate::assessment::Amount;
use crate::money::{Cell, Entry, Question, Rupiah};
use crate::rulebook::{Account, Variant, Year};
use crate::sorted_map::SortedMap;

/// What is being typed, pasted and looked for.
#[derive(Clone, Debug, Default)]
pub struct AmountDesk {
    /// What is being typed in amount fields. What waits for a yes is part of the work.
    pub drafts: SortedMap<(Year, String), Draft>,
    /// A paste waiting for a yes.
    pub paste: Option<Paste>,
    /// What the last paste put into fields, so that it can go out again.
    pub filled: Vec<Replaced>,
    /// Whether it went out again just now.
    pub undone: bool,
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

/// One pasted row, and where it would go.
#[derive(Clone, Debug, PartialEq)]
pub struct PastedRow {
    /// The words beside its amounts, as written.
    pub label: String,
    /// The account whose fields it fills.
    pub account: Option<&'static str>,
    /// Its cells, column by column; the third and later ones have no field.
    pub cells: Vec<Cell>,
}

impl Paste {
    /// The year of a column.
    #[must_use]
    pub const fn year(&self, column: usize) -> Year {
        match (column, self.first) {
            (0, year) => year,
            (_, Year::Current) => Year::Prior,
            (_, Year::Prior) => Year::Current,
        }
    }

    /// What one cell would fill, if it fills anything.
    #[must_use]
    pub fn fill(
        &self,
        variant: &'static Variant,
        row: &PastedRow,
        column: usize,
    ) -> Option<(Year, &'static Account, Rupiah)> {
        let (account, year) = (find(variant, row.account?)?, self.year(column));
        let fits = column < 2 && account.years().any(|asked| asked == year);
        match row.cells.get(column)? {
            Ok(Entry::Amount(amount) | Entry::AmountToConfirm(amount)) if fits => {
                Some((year, account, counted(account, *amount)))
            }
            _ => None,
        }
    }

    /// Exactly what a yes stores.
    #[must_use]
    pub fn fills(&self, variant: &'static Variant) -> Vec<(Year, &'static Account, Rupiah)> {
        let cells = self.rows.iter().flat_map(|row| (0..row.cells.len()).map(move |column| (row, column)));
        cells.filter_map(|(row, column)| self.fill(variant, row, column)).collect()
    }

    /// Amounts that fill nothing.
    #[must_use]
    pub fn left_over(&self, variant: &'static Variant) -> usize {
        let amount = |cell: &&Cell| matches!(cell, Ok(Entry::Amount(_) | Entry::AmountToConfirm(_)));
        self.rows.iter().flat_map(|row| &row.cells).filter(amount).count() - self.fills(variant).len()
    }
}

/// What was put into a field, and what was there before.
#[derive(Clone, Debug, PartialEq)]
pub struct Replaced {
    pub(in crate::page) account: &'static str,
    pub(super) year: Year,
    pub(super) amount: Amount,
    pub(super) before: Option<Amount>,
    pub(super) waiting: Option<String>,
}

/// An account of the form.
pub(in crate::page) fn find(variant: &'static Variant, id: &str) -> Option<&'static Account> {
    variant.account_index(id).map(|place| &variant.accounts[place])
}

/// What an amount counts in an account: one that is taken away is written without its minus.
pub(super) fn counted(account: &Account, amount: Rupiah) -> Rupiah {
    if account.contra && amount < Rupiah::ZERO { -amount } else { amount }
}
