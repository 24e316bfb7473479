//! What is proposed to the board.

use super::context::Side as Stands;
use super::layout::Sheet;
use super::lines::Found;
use super::totals::add;
use super::{Certainty, Form, Line, Pair, Total};
use crate::sorted_map::SortedMap;

/// The years that the columns are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Years {
    /// The newer.
    pub current: Option<u16>,
    /// The older.
    pub prior: Option<u16>,
}

/// Something to know before anything is taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// More rows or columns than a statement has.
    TooLarge,
    /// No line with a label and a figure.
    Nothing,
    /// No heading tells the years: the first column is taken for the newer.
    YearsGuessed,
    /// Two columns may be of one year, or none closes the book year: the board must say which is which.
    Columns,
    /// The newest year of the sheet is not the book year.
    OtherYear {
        /// The newest year of the sheet.
        sheet: u16,
        /// The year that the books are entered for.
        book: u16,
    },
    /// The sheet counts in thousands or millions; amounts are multiplied.
    Unit(i64),
    /// Both sides of the balance sheet come to less than a million: it may be in thousands without saying so.
    Small,
    /// There were sen; they are rounded to whole rupiah.
    Sen,
    /// A cell among the amounts cannot be read.
    Unreadable(Spot),
    /// An amount beyond fifteen digits.
    TooLargeAmount(Spot),
    /// Assets and the other side differ.
    Balance {
        /// Whether it is the newer year.
        current: bool,
        /// Assets.
        left: i64,
        /// Debts and equity.
        right: i64,
    },
    /// The result of the year differs between the two statements.
    Result {
        /// Whether it is the newer year.
        current: bool,
        /// In the balance sheet.
        left: i64,
        /// Income less expenses.
        right: i64,
    },
}

/// A place in the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Row, from 1.
    pub row: usize,
    /// Column of the label, from 1.
    pub column: usize,
    /// The label there.
    pub label: String,
}

/// In rupiah: a balance sheet below it is asked about. One member's first saving comes to as much.
const SMALLEST_BALANCE: i64 = 1_000_000;

/// What a sheet would fill, what must be asked, and what is odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BooksProposal {
    /// The years of its columns.
    pub years: Years,
    /// How many rupiah a printed unit is: 1, 1,000 or 1,000,000.
    pub unit: i64,
    /// What stands above each column of amounts, where the board must say which one is which year; else empty.
    pub columns: Vec<String>,
    /// Every line with figures, in the order of the sheet.
    pub lines: Vec<Line>,
    /// What the sure lines give, by account.
    pub amounts: SortedMap<String, Pair>,
    /// Every printed total.
    pub totals: Vec<Total>,
    /// What to know.
    pub findings: Vec<Finding>,
}

impl Finding {
    /// The word used in the JavaScript face.
    ///
    /// ```
    /// use cermin_koperasi::books::{Finding, Form, propose};
    /// use cermin_koperasi::rulebook::RULEBOOKS;
    /// let proposal = propose(&[], &Form::of(&RULEBOOKS[0].variants[0], None));
    /// assert_eq!(proposal.findings.iter().map(Finding::id).collect::<Vec<_>>(), ["nothing"]);
    /// ```
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::Nothing => "nothing",
            Self::YearsGuessed => "years-guessed",
            Self::Columns => "columns",
            Self::OtherYear { .. } => "other-year",
            Self::Unit(_) => "unit",
            Self::Small => "small",
            Self::Sen => "sen",
            Self::Unreadable(_) => "unreadable",
            Self::TooLargeAmount(_) => "amount-too-large",
            Self::Balance { .. } => "balance",
            Self::Result { .. } => "result",
        }
    }
}

impl BooksProposal {
    /// Nothing but a finding.
    pub(super) fn with(finding: Finding) -> Self {
        Self {
            years: Years::default(),
            unit: 1,
            columns: Vec::new(),
            lines: Vec::new(),
            amounts: SortedMap::new(),
            totals: Vec::new(),
            findings: vec![finding],
        }
    }
}

pub(super) fn assemble(sheet: &Sheet, found: Found, form: &Form<'_>) -> BooksProposal {
    let findings = findings(sheet, &found, form);
    let mut amounts: SortedMap<String, Pair> = SortedMap::new();
    for line in found.lines.iter().filter(|line| line.certainty == Certainty::Sure) {
        if let Some(account) = &line.account {
            let before = amounts.get(account).copied().unwrap_or_default();
            amounts.insert(account.clone(), add(before, line.amounts, 1));
        }
    }
    let [current, prior] = sheet.years;
    let years = Years { current, prior };
    let columns = sheet.columns.clone();
    BooksProposal { years, unit: sheet.unit, columns, lines: found.lines, amounts, totals: found.totals, findings }
}

fn findings(sheet: &Sheet, found: &Found, form: &Form<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if found.lines.is_empty() {
        findings.push(Finding::Nothing);
    } else if !sheet.columns.is_empty() {
        findings.push(Finding::Columns);
    } else if sheet.guessed {
        findings.push(Finding::YearsGuessed);
    }
    let book = form.book_year_end.and_then(|day| day.get(..4)?.parse().ok());
    if let (Some(sheet), Some(book)) = (sheet.years[0], book)
        && sheet != book
    {
        findings.push(Finding::OtherYear { sheet, book });
    }
    if sheet.unit != 1 {
        findings.push(Finding::Unit(sheet.unit));
    }
    if sheet.unit == 1 && is_small(found) {
        findings.push(Finding::Small);
    }
    if found.sen {
        findings.push(Finding::Sen);
    }
    let place =
        |(row, column, label): &(usize, usize, String)| Spot { row: *row, column: *column, label: label.clone() };
    findings.extend(found.unreadable.iter().map(place).map(Finding::Unreadable));
    findings.extend(found.too_large.iter().map(place).map(Finding::TooLargeAmount));
    findings.extend(balance(found));
    findings
}

/// Whether a balance sheet comes to less than any cooperative has, on its larger side and in its larger year.
fn is_small(found: &Found) -> bool {
    let sum = |sides: &[Stands]| {
        let steps = found.steps.iter().filter(|step| step.side.is_some_and(|side| sides.contains(&side)));
        steps.fold(Pair::default(), |sum, step| add(sum, step.amounts, 1))
    };
    let sums = [sum(&[Stands::Asset]), sum(&[Stands::Liability, Stands::Equity])];
    let most = sums.into_iter().flat_map(Pair::each).flatten().map(i64::abs).max();
    most.is_some_and(|most| (1..SMALLEST_BALANCE).contains(&most))
}

/// Whether both sides are equal, and the result is the same in both statements, in each year.
fn balance(found: &Found) -> Vec<Finding> {
    let sum = |sides: &[Stands], sign: i64| {
        let steps = found.steps.iter().filter(|step| step.side.is_some_and(|side| sides.contains(&side)));
        steps.fold(Pair::default(), |sum, step| add(sum, step.amounts, sign))
    };
    let (assets, others) = (sum(&[Stands::Asset], 1), sum(&[Stands::Liability, Stands::Equity], 1));
    let result = add(sum(&[Stands::Income], 1), sum(&[Stands::Expense], 1), -1);
    let own = found.steps.iter().filter(|step| step.account == Some("shu_periode_berjalan"));
    let own = own.fold(Pair::default(), |sum, step| add(sum, step.amounts, 1));
    let apart = |a: Pair, b: Pair| {
        let slack = if found.sen { 50 } else { 0 };
        let pairs = a.each().zip(b.each()).zip([true, false]);
        let apart = pairs.filter_map(move |((a, b), current)| Some((a?, b?, current)));
        apart.filter(move |(a, b, _)| (a - b).abs() > slack).collect::<Vec<_>>()
    };
    let trial = found.steps.iter().any(|step| step.side.is_some_and(|side| side == Stands::Income))
        && found.lines.iter().all(|line| line.account.as_deref() != Some("shu_periode_berjalan"));
    let mut findings = Vec::new();
    if !trial && found.steps.iter().all(|step| !step.unsure) {
        let sides = apart(assets, others).into_iter();
        findings.extend(sides.map(|(left, right, current)| Finding::Balance { current, left, right }));
    }
    let results = apart(own, result).into_iter();
    findings.extend(results.map(|(left, right, current)| Finding::Result { current, left, right }));
    findings
}
