//! What the screen of a pasted sheet holds.

use crate::books::{BooksProposal, Certainty, Finding, Line, Pair, Refusal, Sheet, Total};
use crate::exchange::json::Value;
use crate::money::{Entry, Rupiah};
use crate::page::books::Replaced;
use crate::rulebook::{Account, Side, Variant, Year};
use crate::sorted_map::SortedMap;

/// What was typed or pasted there, and what was taken over last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetDesk {
    /// What was typed and is not read yet.
    pub typed: String,
    /// Whether a file is being read.
    pub reading: bool,
    /// The name of the file that is open or being read; empty where text was pasted.
    pub file: String,
    /// Why nothing was read.
    pub fault: Option<SheetFault>,
    /// The workbook that is open, where it has several sheets to choose from.
    pub book: Option<Workbook>,
    /// The sheet that waits for a yes.
    pub read: Option<Box<SheetRead>>,
    /// What was taken over last.
    pub taken: Option<Taken>,
    /// Whether that was just taken out again.
    pub undone: bool,
}

/// Why nothing was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFault {
    /// A file that is not opened.
    Refused(Refusal),
    /// Far more than a balance sheet holds.
    TooLarge,
    /// No line with a name and a figure.
    Nothing,
}

/// A workbook of several sheets that hold lines of a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// Its sheets of that kind, each with the number of its lines whose account is known.
    pub sheets: Vec<(Sheet, usize)>,
    /// The names of its others.
    pub others: Vec<String>,
    /// The sheet that was chosen last.
    pub at: usize,
    /// The sheets that were taken over, by their places.
    pub taken: Vec<usize>,
}

/// Of which years the columns are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// The newer column is of the book year.
    Newer,
    /// The other way round: what was read as the older column is of the book year.
    Swapped,
    /// The newer column is of the year before the book year.
    Before,
}

impl Columns {
    /// Its word in marks.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Newer => "newer",
            Self::Swapped => "swapped",
            Self::Before => "before",
        }
    }

    pub(super) fn parse(code: &str) -> Option<Self> {
        [Self::Newer, Self::Swapped, Self::Before].into_iter().find(|one| one.code() == code)
    }

    /// The amounts of a line for this year and the year before.
    #[must_use]
    pub const fn of(self, line: &Line) -> [Option<i64>; 2] {
        self.of_pair(line.amounts)
    }

    const fn of_pair(self, Pair { current, prior }: Pair) -> [Option<i64>; 2] {
        match self {
            Self::Newer => [current, prior],
            Self::Swapped => [prior, current],
            Self::Before => [None, current],
        }
    }
}

/// A sheet that was read, and what the board said to it.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRead {
    /// The sheet; without a name where it was pasted.
    pub sheet: Sheet,
    /// What it proposes.
    pub proposal: BooksProposal,
    /// How many rupiah a printed unit is by the sheet's own words.
    pub stated: i64,
    /// Whether its sums are so small that it may be in thousands, though it does not say so.
    pub small: bool,
    /// How many the board says.
    pub unit: Option<i64>,
    /// Of which years the columns are, as the board says.
    pub columns: Option<Columns>,
    /// Which column is the book year and which the year before, as the board says; `None` inside where neither is.
    pub chosen: [Option<Option<usize>>; 2],
    /// The end of the book year for which it was read.
    pub year_end: Option<String>,
    /// Lines, by their places, that the board sent to an account, or to none.
    pub choices: SortedMap<usize, Option<&'static str>>,
    /// Lines, by their places, that two accounts share.
    pub splits: SortedMap<usize, Split>,
    /// Lines, by their places, that the board had decided about in an earlier sheet.
    pub recalled: Vec<usize>,
    /// The line for which all accounts are shown.
    pub open: Option<usize>,
    /// Whether it was to be taken over before its questions were answered.
    pub hurried: bool,
}

/// A line that two accounts share, such as *Kas dan bank*.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Split {
    /// The two accounts, as far as they are chosen.
    pub accounts: [Option<&'static str>; 2],
    /// The first one's part as it was typed, this year's and last year's. The other gets the rest.
    pub typed: [String; 2],
}

impl Split {
    /// The parts of both in one year; none while the first is not said, or cannot be a part of the whole.
    #[must_use]
    pub fn parts(&self, at: usize, whole: i64) -> Option<[i64; 2]> {
        let Ok(Entry::Amount(first) | Entry::AmountToConfirm(first)) = Rupiah::parse(&self.typed[at]) else {
            return None;
        };
        (0..=whole).contains(&first.get()).then(|| [first.get(), whole - first.get()])
    }
}

/// What goes into the books.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Amount by amount, in the form's order.
    pub fills: Vec<Fill>,
    /// Accounts whose lines come to more than any amount; they are not filled.
    pub too_large: Vec<&'static str>,
}

/// One amount of one account.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fill {
    /// The account's id.
    pub account: &'static str,
    /// The year.
    pub year: Year,
    /// The amount.
    pub amount: Rupiah,
}

/// What was taken over, and what stood there before.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Field by field.
    pub fields: Vec<Replaced>,
    /// What the work remembered of the board's sheets before.
    pub remembered: Option<Value>,
    /// Lines that were not answered and did not go in: their names, this year's amount and last year's.
    pub left: Vec<(String, [Option<i64>; 2])>,
}

/// An account, and what it gets of a line this year and last year.
type Half = (&'static str, [Option<i64>; 2]);
/// The same with the account itself.
type Share = (&'static Account, [Option<i64>; 2]);

/// Where a line stands in the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands<'a> {
    /// In a printed total that is proved with it.
    In(&'a Total),
    /// Among the income or the costs, as its heading or its name says.
    Among(Side),
}

/// A printed total that the lines above it prove, and what of it the accounts get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrived<'a> {
    /// Its name, as written.
    pub label: &'a str,
    /// What it comes to, this year and last year.
    pub printed: [Option<i64>; 2],
    /// What goes to accounts of its part.
    pub arrived: [Option<i64>; 2],
}

impl SheetRead {
    /// Where a line goes, as far as that is settled.
    #[must_use]
    pub fn account(&self, place: usize) -> Option<&str> {
        match self.choices.get(&place) {
            Some(choice) => *choice,
            None => self.proposal.lines.get(place).and_then(|line| line.account.as_deref()),
        }
    }

    /// Whether the board must still say where a line goes.
    #[must_use]
    pub fn is_open(&self, place: usize) -> bool {
        let asked = self.proposal.lines.get(place).is_some_and(|line| line.certainty == Certainty::Ask);
        asked && !self.choices.contains_key(&place) && self.halves(place).is_none()
    }

    /// What each of two accounts gets of a line that they share, this year's amount and last year's, once all of it is said.
    fn halves(&self, place: usize) -> Option<[Half; 2]> {
        let split = self.splits.get(&place)?;
        let [Some(first), Some(second)] = split.accounts else { return None };
        let mut halves = [(first, [None; 2]), (second, [None; 2])];
        for (at, whole) in self.columns().of(self.proposal.lines.get(place)?).into_iter().enumerate() {
            if let Some(whole) = whole {
                let parts = split.parts(at, whole)?;
                halves.iter_mut().zip(parts).for_each(|(half, part)| half.1[at] = Some(part));
            }
        }
        (first != second).then_some(halves)
    }

    /// The accounts that get something of a line, each with this year's amount and last year's.
    #[must_use]
    pub fn shares(&self, place: usize, variant: &'static Variant) -> Vec<Share> {
        let kept = |(account, [current, prior]): Share| (account, [current, prior.filter(|_| account.prior)]);
        self.parts(place, variant).map(kept).collect()
    }

    /// The same, whether the account keeps a last year or not.
    fn parts(&self, place: usize, variant: &'static Variant) -> impl Iterator<Item = Share> {
        let find = |id: &str| variant.accounts.iter().find(|account| account.id == id);
        let whole = self.account(place).and_then(find).map(|account| (account, self.both(place, account)));
        let half = move |(id, amounts): Half| Some((find(id)?, amounts));
        whole.into_iter().chain(self.halves(place).into_iter().flatten().filter_map(half))
    }

    /// Where a line stands in the sheet, and the account it would go to, where that surely stands elsewhere in the form.
    #[must_use]
    pub fn crossing(&self, place: usize, variant: &'static Variant) -> Option<(Stands<'_>, &'static Account)> {
        let line = self.proposal.lines.get(place)?;
        let totals = || line.within.iter().filter_map(|total| self.proposal.totals.get(*total));
        let crossed = |account: &'static Account| {
            let excludes = |total: &&Total| total.part.is_some_and(|part| part.excludes(variant, account));
            let among = line.side.filter(|side| {
                matches!((side, account.side), (Side::Revenue, Side::Expense) | (Side::Expense, Side::Revenue))
            });
            Some((totals().find(excludes).map(Stands::In).or_else(|| among.map(Stands::Among))?, account))
        };
        self.parts(place, variant).find_map(|(account, _)| crossed(account))
    }

    /// What of each proved total goes to accounts of its part, as the choices stand now.
    #[must_use]
    pub fn arrivals(&self, variant: &'static Variant) -> Vec<Arrived<'_>> {
        let totals = &self.proposal.totals;
        let mut sums = vec![[0_i64; 2]; totals.len()];
        for (place, line) in self.proposal.lines.iter().enumerate() {
            for (account, amounts) in self.parts(place, variant) {
                let belongs = |at: &&usize| totals[**at].part.is_some_and(|part| !part.excludes(variant, account));
                for at in line.within.iter().filter(belongs) {
                    for (sum, amount) in sums[*at].iter_mut().zip(amounts) {
                        let amount = amount.unwrap_or_default();
                        *sum = sum.saturating_add(if account.contra { -amount } else { amount });
                    }
                }
            }
        }
        let proved = totals.iter().zip(sums).filter(|(total, _)| total.part.is_some());
        let arrived = proved.map(|(total, sums)| {
            // Costs and their total may both be printed as taken away.
            let printed = self.columns().of_pair(total.computed).map(|sum| sum.map(i64::saturating_abs));
            let arrived = [0, 1].map(|at| printed[at].map(|_| sums[at].saturating_abs()));
            Arrived { label: &total.label, printed, arrived }
        });
        arrived.collect()
    }

    /// Whether a line is shown as a question: it must be asked about, and was not decided in an earlier sheet.
    #[must_use]
    pub fn asks(&self, place: usize) -> bool {
        let asked = self.proposal.lines.get(place).is_some_and(|line| line.certainty == Certainty::Ask);
        asked && !self.recalled.contains(&place)
    }

    /// Whether a line may go to an account: a printed total never does.
    #[must_use]
    pub fn takes(&self, place: usize) -> bool {
        self.proposal.lines.get(place).is_some_and(|line| line.certainty != Certainty::Total)
    }

    /// The years that the columns may be of, where the sheet alone cannot tell.
    #[must_use]
    pub fn column_choices(&self) -> &'static [Columns] {
        if !self.proposal.columns.is_empty() {
            return &[];
        }
        let two = self.proposal.lines.iter().any(|line| line.amounts.prior.is_some());
        let choices = self.proposal.findings.iter().find_map(|finding| match finding {
            Finding::YearsGuessed if two => Some([Columns::Newer, Columns::Swapped].as_slice()),
            Finding::YearsGuessed => Some([Columns::Newer, Columns::Before].as_slice()),
            Finding::OtherYear { sheet, book } if sheet.checked_add(1) == Some(*book) => {
                Some([Columns::Before, Columns::Newer].as_slice())
            }
            Finding::OtherYear { .. } => Some([Columns::Newer].as_slice()),
            _ => None,
        });
        choices.unwrap_or_default()
    }

    /// Of which years the columns are, so far.
    #[must_use]
    pub fn columns(&self) -> Columns {
        let known = |columns: &Columns| self.column_choices().contains(columns);
        self.columns.filter(known).unwrap_or_else(|| self.column_choices().first().copied().unwrap_or(Columns::Newer))
    }

    /// Whether the columns are still to be asked about.
    #[must_use]
    pub fn asks_columns(&self) -> bool {
        let choices = self.column_choices();
        if !self.proposal.columns.is_empty() {
            let [current, prior] = self.chosen.map(Option::unwrap_or_default);
            return self.chosen.contains(&None)
                || (current.is_some() && current == prior)
                || (current, prior) == (None, None);
        }
        !choices.is_empty() && self.columns.is_none_or(|columns| !choices.contains(&columns))
    }

    /// How many rupiah a printed unit may be, where the board must say, the likeliest first.
    #[must_use]
    pub const fn units(&self) -> &'static [i64] {
        match self.stated {
            1_000 => &[1_000, 1],
            1_000_000 => &[1_000_000, 1],
            _ if self.small => &[1, 1_000, 1_000_000],
            _ => &[],
        }
    }

    /// Whether the unit is still to be asked about.
    #[must_use]
    pub const fn asks_unit(&self) -> bool {
        !self.units().is_empty() && self.unit.is_none()
    }

    /// The lines that are not answered yet, as they are left when the rest goes in.
    #[must_use]
    pub fn unanswered(&self) -> Vec<(String, [Option<i64>; 2])> {
        let lines = self.proposal.lines.iter().enumerate().filter(|(place, _)| self.is_open(*place));
        lines.map(|(_, line)| (line.label.clone(), self.columns().of(line))).collect()
    }

    /// The amounts of a line for this year and the year before, as an account keeps them: what is taken away is positive.
    #[must_use]
    pub fn amounts(&self, place: usize, account: &Account) -> [Option<i64>; 2] {
        let [current, prior] = self.both(place, account);
        [current, prior.filter(|_| account.prior)]
    }

    fn both(&self, place: usize, account: &Account) -> [Option<i64>; 2] {
        let Some(line) = self.proposal.lines.get(place) else { return [None; 2] };
        let kept = |amount: i64| if account.contra { amount.saturating_abs() } else { amount };
        self.columns().of(line).map(|amount| amount.map(kept))
    }

    /// What would go into the books now.
    #[must_use]
    pub fn outcome(&self, variant: &'static Variant) -> Outcome {
        let mut outcome = Outcome::default();
        let shares: Vec<_> = (0..self.proposal.lines.len()).flat_map(|place| self.shares(place, variant)).collect();
        for account in variant.accounts {
            let lines: Vec<[Option<i64>; 2]> =
                shares.iter().filter(|(of, _)| of.id == account.id).map(|(_, amounts)| *amounts).collect();
            for (at, year) in Year::BOTH.into_iter().enumerate() {
                let mut said = lines.iter().filter_map(|line| line[at]).peekable();
                if said.peek().is_none() {
                    continue;
                }
                // At most 5,000 lines of fifteen digits each, and their sum is looked at.
                match said.try_fold(0_i64, i64::checked_add).and_then(Rupiah::new) {
                    Some(amount) => outcome.fills.push(Fill { account: account.id, year, amount }),
                    None => outcome.too_large.push(account.id),
                }
            }
        }
        outcome
    }
}
