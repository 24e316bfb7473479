//! The ministry's own workbook: which of its cells belongs to which answer and amount, what a filled copy says, and what a
//! board's work writes into one.
//!
//! Places come from the rulebook ([`Item::cell`], [`Account::cell`]). Only a form whose every account has its cell is taken
//! for the ministry's: of the others no workbook was seen.

use std::fmt;

use super::cell::{Cell, tidy};
use super::sheets::Sheet;
use crate::assessment::{Amount, Answer, Assessment};
use crate::money::Rupiah;
use crate::rulebook::{Account, Item, Variant, Year};

/// The word that the sheet counts; anything else counts as nothing (WB:Input!E6, D32).
const MET: &str = "Terpenuhi";
/// What is written for a *tidak*.
const UNMET: &str = "Tidak Terpenuhi";
/// Words that say *tidak*, in small letters.
const UNMET_WORDS: [&str; 6] =
    ["tidak terpenuhi", "belum terpenuhi", "tak terpenuhi", "tidak dipenuhi", "tidak", "belum"];

/// A cell of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place<'a> {
    /// The sheet's name.
    pub sheet: &'a str,
    /// Its row, counted from nought.
    pub row: usize,
    /// Its column, counted from nought.
    pub column: usize,
}

impl<'a> Place<'a> {
    /// Reads `Input!D175`; `None` for what names no cell. The ministry's columns have one letter.
    ///
    /// ```
    /// use cermin_koperasi::books::ministry::Place;
    /// let place = Place::parse("Input!D175").unwrap();
    /// assert_eq!((place.sheet, place.row, place.column), ("Input", 174, 3));
    /// assert_eq!(place.to_string(), "Input!D175");
    /// assert_eq!(Place::parse(""), None);
    /// ```
    #[must_use]
    pub fn parse(cell: &'a str) -> Option<Self> {
        let (sheet, at) = cell.split_once('!')?;
        let letter = at.bytes().next().filter(u8::is_ascii_uppercase)?;
        let row: usize = at[1..].parse().ok()?;
        Some(Self { sheet, row: row.checked_sub(1)?, column: usize::from(letter - b'A') })
    }

    /// The cell of the same row for the year before: the next column (WB:Input!D174, WB:Input!E174).
    const fn prior(self) -> Self {
        Self { column: self.column + 1, ..self }
    }

    /// Where it lies in its sheet, `D175`.
    ///
    /// ```
    /// use cermin_koperasi::books::ministry::Place;
    /// assert_eq!(Place { sheet: "Input", row: 174, column: 4 }.at(), "E175");
    /// ```
    #[must_use]
    pub fn at(self) -> String {
        // One letter: see `parse`; the year before is one further.
        let letter = u8::try_from(self.column).map_or('?', |column| char::from(b'A' + column));
        format!("{letter}{}", self.row + 1)
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}!{}", self.sheet, self.at())
    }
}

/// What a cell of the workbook is for.
#[derive(Clone, Copy, Debug)]
pub enum Slot {
    /// The answer to an item.
    Answer(&'static Item),
    /// The amount of an account in a year.
    Amount(&'static Account, Year),
}

impl Slot {
    /// The id of its item or account.
    ///
    /// ```
    /// use cermin_koperasi::{books::ministry::slots, rulebook::RULEBOOKS};
    /// let slots = slots(&RULEBOOKS[0].variants[0]);
    /// let of = |cell: &str| slots.iter().find(|(place, _)| place.to_string() == cell).map(|(_, slot)| slot.id());
    /// assert_eq!([of("Input!D6"), of("Input!E175")], [Some("A.I.1.a"), Some("kas")]);
    /// ```
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Answer(item) => item.id,
            Self::Amount(account, _) => account.id,
        }
    }
}

/// Every cell that takes an answer or an amount, in the form's order; none where the form's workbook was never seen.
///
/// ```
/// use cermin_koperasi::{books::ministry::slots, rulebook::RULEBOOKS};
/// let forms = RULEBOOKS[0].variants;
/// assert_eq!(slots(&forms[0]).len(), 145 + 2 * 116);
/// assert!(slots(&forms[1]).is_empty());
/// ```
#[must_use]
pub fn slots(variant: &'static Variant) -> Vec<(Place<'static>, Slot)> {
    let items = variant.items().map(|(_, item)| Some((Place::parse(item.cell)?, Slot::Answer(item))));
    let amounts = variant.accounts.iter().flat_map(|account| {
        Year::BOTH.map(|year| {
            let place = Place::parse(account.cell)?;
            Some((if year == Year::Prior { place.prior() } else { place }, Slot::Amount(account, year)))
        })
    });
    items.chain(amounts).collect::<Option<_>>().unwrap_or_default()
}

/// What a filled copy says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The answers by item, in the form's order.
    pub answers: Vec<(&'static str, Answer)>,
    /// The amounts, in the form's order.
    pub amounts: Vec<FilledAmount>,
    /// What is not taken, and why.
    pub left: Vec<Left>,
}

/// An amount of a filled copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledAmount {
    /// Its account.
    pub account: &'static str,
    /// Its year.
    pub year: Year,
    /// Whole rupiah; what is taken away is positive.
    pub amount: Rupiah,
    /// Where it stands.
    pub place: Place<'static>,
    /// What its row is called there.
    pub name: String,
}

/// A cell of a filled copy that is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The cell.
    pub place: Place<'static>,
    /// The item or the account that it is for.
    pub id: &'static str,
    /// What stands in it.
    pub text: String,
    /// Why it is not taken.
    pub why: Why,
}

/// Why a cell is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Neither *Terpenuhi* nor a word for *tidak*; the sheet counts it as nothing.
    Word,
    /// Words where an amount should stand.
    NoFigure,
    /// An amount with sen.
    Sen,
    /// A negative amount in an account that has none.
    Negative,
    /// More than any amount.
    TooLarge,
    /// The row is named otherwise than in the workbook that the cells are known from.
    OtherRow,
}

/// What the sheets of a workbook say, cell by cell; `None` where they are not the ministry's for this form: at least three
/// accounts of four must be named in their rows, so that a workbook with shifted rows fills nothing.
///
/// An empty cell stays open: the sheet counts it as nothing, the board may not have come to it.
///
/// ```
/// use cermin_koperasi::{books::{Sheet, ministry::read}, rulebook::RULEBOOKS};
/// let plain = Sheet { name: "Neraca".into(), rows: vec![vec!["Kas".into(), "1500".into()]] };
/// assert_eq!(read(&RULEBOOKS[0].variants[0], &[plain]), None, "a board's own sheet, not the ministry's");
/// ```
#[must_use]
pub fn read(variant: &'static Variant, sheets: &[Sheet]) -> Option<Filled> {
    let slots = slots(variant);
    let named = variant.accounts.iter().filter(|account| {
        Place::parse(account.cell).is_some_and(|place| is_named(account, row(sheets, place).unwrap_or_default(), place))
    });
    if slots.is_empty() || named.count() * 4 < variant.accounts.len() * 3 {
        return None;
    }
    let mut filled = Filled::default();
    for (place, slot) in slots {
        let row = row(sheets, place).unwrap_or_default();
        let text = tidy(row.get(place.column).map_or("", String::as_str));
        if text.is_empty() {
            continue;
        }
        let taken = match slot {
            Slot::Answer(item) => answer(&text).map(|answer| filled.answers.push((item.id, answer))),
            Slot::Amount(account, _) if !is_named(account, row, place) => Err(Why::OtherRow),
            Slot::Amount(account, year) => amount(&text, account).map(|amount| {
                let named = |cell: &&String| cell.contains(char::is_alphabetic);
                let name = tidy(row.iter().take(place.column).rfind(named).map_or("", String::as_str));
                filled.amounts.push(FilledAmount { account: account.id, year, amount, place, name });
            }),
        };
        if let Err(why) = taken {
            filled.left.push(Left { place, id: slot.id(), text, why });
        }
    }
    Some(filled)
}

fn row<'s>(sheets: &'s [Sheet], place: Place<'_>) -> Option<&'s [String]> {
    let sheet = sheets.iter().find(|sheet| sheet.name.trim().eq_ignore_ascii_case(place.sheet))?;
    sheet.rows.get(place.row).map(Vec::as_slice)
}

/// Whether the cells before an amount hold at least half of the words of the account's id, which are those of the form.
fn is_named(account: &Account, row: &[String], place: Place<'_>) -> bool {
    let before = row.iter().take(place.column).map(|text| text.to_ascii_lowercase()).collect::<Vec<_>>().join(" ");
    let before: Vec<&str> = before.split(|sign: char| !sign.is_alphabetic()).collect();
    let words = || account.id.split('_');
    words().filter(|word| before.contains(word)).count() * 2 >= words().count()
}

fn answer(text: &str) -> Result<Answer, Why> {
    let text = text.to_ascii_lowercase();
    if text == MET.to_ascii_lowercase() {
        return Ok(Answer::Yes);
    }
    if UNMET_WORDS.contains(&text.as_str()) { Ok(Answer::No) } else { Err(Why::Word) }
}

fn amount(text: &str, account: &Account) -> Result<Rupiah, Why> {
    let figure = match Cell::read(text) {
        Cell::Figure(figure) => figure,
        Cell::Nil | Cell::Blank => return Ok(Rupiah::ZERO),
        Cell::Odd | Cell::Broken | Cell::Text => return Err(Why::NoFigure),
    };
    match figure.rupiah(1) {
        None => Err(Why::TooLarge),
        Some((_, true)) => Err(Why::Sen),
        Some((amount, _)) if account.contra => Ok(amount.abs()),
        Some((amount, _)) if amount < Rupiah::ZERO && !account.signed => Err(Why::Negative),
        Some((amount, _)) => Ok(amount),
    }
}

/// What goes into a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content<'a> {
    /// Words.
    Text(&'a str),
    /// Whole rupiah.
    Number(i64),
    /// Nothing: what stood there goes out.
    Nothing,
}

/// What a board's work writes into its copy, cell by cell. What is not known is emptied: a copy that somebody has filled
/// before must not mix its figures with these.
///
/// ```
/// use cermin_koperasi::{assessment::{Amount, Assessment}, books::ministry::{Content, contents}, rulebook::RULEBOOKS};
/// let mut ours = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
/// ours.statements.current.put("kas", Some(Amount::Known(1_500_000.into())));
/// let cells = contents(&ours);
/// let filled: Vec<_> = cells.iter().filter(|(_, content)| *content != Content::Nothing).collect();
/// assert_eq!(filled.len(), 1, "what is not known is emptied");
/// assert_eq!(filled[0].1, Content::Number(1_500_000));
/// ```
#[must_use]
pub fn contents(assessment: &Assessment) -> Vec<(Place<'static>, Content<'static>)> {
    let content = |slot| match slot {
        Slot::Answer(item) => match assessment.answer_to(item) {
            Answer::Yes => Content::Text(MET),
            Answer::No => Content::Text(UNMET),
            Answer::Unknown | Answer::NotApplicable => Content::Nothing,
        },
        Slot::Amount(account, year) => match assessment.amount(year, account.id) {
            Amount::Known(amount) => Content::Number(amount.get()),
            Amount::Unknown => Content::Nothing,
        },
    };
    slots(assessment.variant).into_iter().map(|(place, slot)| (place, content(slot))).collect()
}

/// Between cells, and between a cell and what goes into it: signs that no cell can hold.
const CELL: char = '\u{1e}';
const PART: char = '\u{1f}';

/// Cells and their contents as one text, to cross from one module to another in one piece.
///
/// ```
/// use cermin_koperasi::books::ministry::{Content, Place, to_text};
/// let cash = Place::parse("Input!D175").unwrap();
/// assert_eq!(to_text(&[(cash, Content::Number(1_500))]), "Input!D175\u{1f}n1500");
/// ```
#[must_use]
pub fn to_text(cells: &[(Place<'_>, Content<'_>)]) -> String {
    let cell = |(place, content): &(Place<'_>, Content<'_>)| match content {
        Content::Text(text) => format!("{place}{PART}t{text}"),
        Content::Number(number) => format!("{place}{PART}n{number}"),
        Content::Nothing => format!("{place}{PART}"),
    };
    cells.iter().map(cell).collect::<Vec<_>>().join(&CELL.to_string())
}

/// The cells that were handed over by [`to_text`]; `None` for any other text.
///
/// ```
/// use cermin_koperasi::books::ministry::{Content, Place, from_text, to_text};
/// let at = |cell| Place::parse(cell).unwrap();
/// let cells = [(at("Input!D6"), Content::Text("Terpenuhi")), (at("Input!E175"), Content::Number(-5)), (at("Input!D7"), Content::Nothing)];
/// assert_eq!(from_text(&to_text(&cells)).as_deref(), Some(&cells[..]));
/// ```
#[must_use]
pub fn from_text(text: &str) -> Option<Vec<(Place<'_>, Content<'_>)>> {
    let cell = |cell| {
        let (place, content) = str::split_once(cell, PART)?;
        let content = match content.split_at_checked(1) {
            None => Content::Nothing,
            Some(("t", text)) => Content::Text(text),
            Some((_, number)) => Content::Number(number.parse().ok()?),
        };
        Some((Place::parse(place)?, content))
    };
    text.split(CELL).map(cell).collect()
}
