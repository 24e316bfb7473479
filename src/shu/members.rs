//! A pasted list of member numbers, savings and transactions. Nobody's name is asked, and none is taken.

use crate::money::{Entry, Rupiah};

/// More members than one list takes.
pub const MOST_MEMBERS: usize = 5_000;

/// A member, by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The number in the register, as written: `0012`, `A-7`.
    pub number: String,
    /// Savings in rupiah.
    pub savings: i64,
    /// Transactions of the year in rupiah.
    pub business: i64,
}

/// Why a list is not taken: its line, counted from 1, and what is wrong there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub line: usize,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// There are not three cells in it.
    Cells,
    /// Its first cell is no number of a member: a name, perhaps.
    Number,
    /// A number stands there a second time.
    Twice,
    /// An amount cannot be read in one way only, or is below zero.
    Amount,
    /// There are more lines than anyone needs.
    TooMany,
}

/// Reads a list; a heading above it is passed over.
///
/// ```
/// use cermin_koperasi::shu::{FaultKind, members};
/// let list = members("No\tSimpanan\tTransaksi\n0012\t1.500.000\t250.000\n13\t0\t-").unwrap();
/// assert_eq!((list[0].number.as_str(), list[0].savings, list[1].business), ("0012", 1_500_000, 0));
/// let fault = members("12\t1\t1\nSiti\t1\t1").unwrap_err();
/// assert_eq!((fault.line, fault.kind), (2, FaultKind::Number));
/// ```
///
/// # Errors
/// The first [`Fault`]: then nothing of the list is taken.
pub fn members(text: &str) -> Result<Vec<Member>, Fault> {
    let (mut list, mut lines) = (Vec::new(), Vec::new());
    for (line, cells) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        // A heading holds no digit.
        if list.is_empty() && !cells.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let at = |kind| Fault { line, kind };
        if list.len() == MOST_MEMBERS {
            return Err(at(FaultKind::TooMany));
        }
        list.push(member(cells).map_err(at)?);
        lines.push(line);
    }
    match again(&list) {
        Some(place) => Err(Fault { line: lines[place], kind: FaultKind::Twice }),
        None => Ok(list),
    }
}

/// The place of the first number that stands there a second time.
fn again(list: &[Member]) -> Option<usize> {
    let order = crate::sorting::order(list.len(), &|a, b| list[a].number < list[b].number);
    let twice = order.windows(2).filter(|pair| list[pair[0]].number == list[pair[1]].number);
    twice.map(|pair| pair[1]).min()
}

fn member(line: &str) -> Result<Member, FaultKind> {
    let cells: Vec<&str> = line.split(['\n', '\t', ';']).map(str::trim).collect();
    let [number, savings, business] = cells[..] else { return Err(FaultKind::Cells) };
    if !is_number(number) {
        return Err(FaultKind::Number);
    }
    Ok(Member { number: number.to_owned(), savings: amount(savings)?, business: amount(business)? })
}

/// Letters may part a register, but a number has a digit, no blank, and is short: a name is none.
fn is_number(text: &str) -> bool {
    let fits = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '/' | '.');
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    text.len() <= 20 && digits > 0 && letters <= digits + 2 && text.chars().all(fits)
}

/// A lone dash is nothing, as accounting formats write it. A blank cell says nothing, and so is no amount.
fn amount(text: &str) -> Result<i64, FaultKind> {
    match Rupiah::parse_as(text, Some('.')) {
        Ok(Entry::Amount(amount)) if amount >= Rupiah::ZERO => Ok(amount.get()),
        Ok(Entry::AmountToConfirm(Rupiah::ZERO)) if text == "-" => Ok(0),
        _ => Err(FaultKind::Amount),
    }
}
