//! The KDMP sheet: the two statements that a village cooperative types into the ministry's form after its RAT, line by line.
//!
//! The lines, their sums and what goes wrong in them are data (`rulebook/books/kdmp-rat-sheet.toml`). A line holds what was
//! typed; else what the books say, and then it follows them. An account that may belong to several lines is asked about.

mod check;

use std::sync::OnceLock;

use crate::lines::{Lines, Read, read};
use crate::locale::{Locale, Spoken};
use crate::sorted_map::SortedMap;

pub use check::{Found, Meeting, check};

/// Amounts of the books by account, as far as they are known.
pub type Books<'a> = &'a dyn Fn(&str) -> Option<i64>;

/// The form.
#[derive(Debug)]
pub struct Form {
    /// What it is called.
    pub title: &'static str,
    /// Where its lines were read, and when.
    pub source: (&'static str, &'static str),
    /// How many records of a RAT were looked at.
    pub records: u16,
    /// Fewer present than this deserve a look.
    pub present_from: u8,
    /// Every line that is typed, in the form's order: first the position, then the result.
    pub lines: &'static [Line],
    /// How many of them belong to the position.
    pub position: usize,
    /// The sums, as the system makes them.
    pub totals: &'static [Total],
    /// The goods of each business and its sales.
    pub trades: &'static [Trade],
    /// Accounts of which only the board knows the line.
    pub asks: &'static [Ask],
    /// In how many records each check failed, from KD-1.
    pub seen: &'static [u16],
}

/// A line that is typed.
#[derive(Debug)]
pub struct Line {
    /// Its key in the ministry's records.
    pub id: &'static str,
    /// The part of the statements it stands in, a place in [`SECTIONS`].
    pub section: u8,
    /// Whether it is taken away there; typed as a positive amount.
    pub minus: bool,
    /// Its name.
    pub name: Name,
    /// The accounts that belong to it and to no other line.
    from: &'static str,
}

/// A sum of the form.
#[derive(Debug)]
pub struct Total {
    /// Its key in the ministry's records.
    pub id: &'static str,
    /// Its name.
    pub name: Name,
    plus: &'static [u8],
    /// The parts that are taken away.
    pub minus: &'static [u8],
}

/// A business: its goods bring its income.
#[derive(Debug)]
pub struct Trade {
    /// The places of the lines of its goods.
    pub goods: &'static [usize],
    /// The places of those of its sales.
    pub income: &'static [usize],
}

/// Accounts that may belong to more than one line.
#[derive(Debug)]
pub struct Ask {
    /// Its key in the save file.
    pub id: &'static str,
    accounts: &'static str,
    /// The places of the lines they may belong to.
    pub lines: &'static [usize],
}

/// How many parts the statements have: *aset, liabilitas, ekuitas, pendapatan, HPP, beban, pajak, lain*.
pub const SECTIONS: u8 = 8;

/// The sum that ends the position; those after it are of the result.
const FUNDS: &str = "total_liabilitas_dan_ekuitas";

/// The name of a line or a sum: its place among all names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name(u16);

impl Read for Name {
    fn read(lines: &mut Lines) -> Self {
        Self(lines.step(0))
    }
}

impl Name {
    /// The name in a language. Where the key of the line says it, nothing else does.
    ///
    /// ```
    /// use cermin_koperasi::{locale::Locale, rat::sheet::form};
    /// let names = form().lines.iter().map(|line| line.name.say(Locale::Id));
    /// assert!(names.clone().any(|name| name == "HPP sembako anggota"));
    /// assert!(names.into_iter().any(|name| name == "Tanah dan bangunan"));
    /// ```
    #[must_use]
    pub fn say(self, locale: Locale) -> &'static str {
        static NAMES: Spoken<&'static [&'static str]> = Spoken::new();
        static PLAIN: OnceLock<Vec<String>> = OnceLock::new();
        let place = usize::from(self.0);
        let name = NAMES.of("kdmp-rat-sheet", locale).get(place).copied().unwrap_or_default();
        if !name.is_empty() {
            return name;
        }
        let ids = || form().lines.iter().map(|line| line.id).chain(form().totals.iter().map(|total| total.id));
        PLAIN.get_or_init(|| ids().map(plain).collect()).get(place).map_or("", String::as_str)
    }
}

/// A key as words: `hpp_sembako_anggota` is *HPP sembako anggota*.
fn plain(id: &str) -> String {
    let words = id.replace('_', " ").replace("hpp", "HPP").replace("shu", "SHU");
    let (first, rest) = words.split_at(words.len().min(1));
    first.to_ascii_uppercase() + rest
}

read! {
    struct Form { title, source, records, present_from, lines, position, totals, trades, asks, seen }
    struct Line { id, section, minus, name, from }
    struct Total { id, name, plus, minus }
    struct Trade { goods, income }
    struct Ask { id, accounts, lines }
}

/// The form as the data file has it.
///
/// ```
/// use cermin_koperasi::rat::sheet::form;
/// let form = form();
/// assert_eq!((form.lines.len(), form.totals.len(), form.seen.len()), (105, 9, 10));
/// ```
pub fn form() -> &'static Form {
    static FORM: OnceLock<Form> = OnceLock::new();
    const RULES: &str = include_str!(concat!(env!("OUT_DIR"), "/kdmp-rat-sheet.rules"));
    FORM.get_or_init(|| Form::read(&mut Lines::new(RULES)))
}

impl Form {
    /// The place of a line; `None` where the form has none of that key.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::form;
    /// assert_eq!((form().place("kas_dan_setara_kas"), form().place("laci")), (Some(0), None));
    /// ```
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.lines.iter().position(|line| line.id == id)
    }
}

/// A row of the form.
#[derive(Clone, Copy, Debug)]
pub enum Row {
    /// A line that is typed.
    Line(&'static Line),
    /// A sum, and its place.
    Total(usize, &'static Total),
}

impl Form {
    /// Every row in the form's order: the sums stand below their statement.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::form;
    /// assert_eq!(form().rows().count(), form().lines.len() + form().totals.len());
    /// ```
    pub fn rows(&'static self) -> impl Iterator<Item = Row> {
        self.statement(true).chain(self.statement(false))
    }

    /// The rows of the position, or those of the result.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::form;
    /// assert_eq!(form().statement(true).next().map(|row| row.id()), Some("kas_dan_setara_kas"));
    /// assert_eq!(form().statement(true).last().map(|row| row.id()), Some("total_liabilitas_dan_ekuitas"));
    /// ```
    pub fn statement(&'static self, position: bool) -> impl Iterator<Item = Row> {
        let (before, after) = self.lines.split_at(self.position.min(self.lines.len()));
        let ends = self.totals.iter().position(|total| total.id == FUNDS).map_or(0, |place| place + 1);
        let (lines, totals) = if position { (before, 0..ends) } else { (after, ends..self.totals.len()) };
        lines.iter().map(Row::Line).chain(totals.map(|place| Row::Total(place, &self.totals[place])))
    }
}

impl Row {
    /// Its key in the ministry's records. The surplus has one as a line and as a sum.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::{Row, form};
    /// assert!(form().rows().zip(form().lines).take(3).all(|(row, line)| row.id() == line.id && matches!(row, Row::Line(_))));
    /// ```
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Line(line) => line.id,
            Self::Total(_, total) => total.id,
        }
    }

    /// Its name.
    ///
    /// ```
    /// use cermin_koperasi::{locale::Locale, rat::sheet::form};
    /// assert_eq!(form().rows().next().map(|row| row.name().say(Locale::En)), Some("Cash and equivalents"));
    /// ```
    #[must_use]
    pub const fn name(self) -> Name {
        match self {
            Self::Line(line) => line.name,
            Self::Total(_, total) => total.name,
        }
    }
}

impl Total {
    /// The parts that it adds up.
    ///
    /// ```
    /// use cermin_koperasi::{rat::sheet::form};
    /// let total = form().totals.iter().find(|total| total.id == "shu_sebelum_pajak").unwrap();
    /// let counted = form().lines.iter().filter(|line| total.plus().contains(&line.section));
    /// assert!(counted.map(|line| total.takes(line)).all(|takes| takes.is_some()), "a line of these parts is added or taken away");
    /// ```
    #[must_use]
    pub const fn plus(&self) -> &'static [u8] {
        self.plus
    }

    /// Whether a line is taken away in it; `None` where it does not count there.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::form;
    /// let total = form().totals.iter().find(|total| total.id == "shu_sebelum_pajak").unwrap();
    /// let takes = |id: &str| total.takes(form().lines.iter().find(|line| line.id == id).unwrap());
    /// assert_eq!((takes("beban_rapat_anggota"), takes("giro")), (Some(true), None));
    /// ```
    #[must_use]
    pub fn takes(&self, line: &Line) -> Option<bool> {
        if self.minus.contains(&line.section) {
            return Some(!line.minus);
        }
        self.plus.contains(&line.section).then_some(line.minus)
    }
}

impl Line {
    /// The accounts that belong to it and to no other line.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::form;
    /// let line = |id| &form().lines[form().place(id).unwrap()];
    /// assert!(line("giro").accounts().eq(["giro"]));
    /// assert_eq!(line("persediaan_sembako").accounts().next(), None, "stock may belong to many lines: the board is asked");
    /// ```
    pub fn accounts(&self) -> impl Iterator<Item = &'static str> {
        self.from.split(' ').filter(|account| !account.is_empty())
    }
}

impl Ask {
    /// The accounts it is about.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::form;
    /// let ask = form().asks.iter().find(|ask| ask.id == "piutang_dagang").unwrap();
    /// assert!(ask.accounts().any(|account| account == "piutang_dagang"));
    /// ```
    pub fn accounts(&self) -> impl Iterator<Item = &'static str> {
        self.accounts.split(' ')
    }
}

/// A column of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The book year that the meeting looks back on.
    Year,
    /// The budget of the next.
    Plan,
}

impl Column {
    /// Both, in the order they stand in.
    pub const BOTH: [Self; 2] = [Self::Year, Self::Plan];

    /// Its word in marks, ids and the save file.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::Column;
    /// assert_eq!(Column::BOTH.map(Column::code), ["year", "plan"]);
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Plan => "plan",
        }
    }

    /// The column of a word.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::Column;
    /// assert_eq!([Column::parse("plan"), Column::parse("rencana")], [Some(Column::Plan), None]);
    /// ```
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::BOTH.into_iter().find(|column| column.code() == code)
    }

    /// A line's field in this column: `year.giro`.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::Column;
    /// assert_eq!(Column::Plan.field("giro"), "plan.giro");
    /// ```
    #[must_use]
    pub fn field(self, line: &str) -> String {
        [self.code(), ".", line].concat()
    }

    /// The column and the line of a field, if the form has it.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::Column;
    /// let field = Column::of_field("year.giro").map(|(column, line)| (column, line.id));
    /// assert_eq!(field, Some((Column::Year, "giro")));
    /// assert!(Column::of_field("year.laci").is_none());
    /// ```
    #[must_use]
    pub fn of_field(field: &str) -> Option<(Self, &'static Line)> {
        let (column, line) = field.split_once('.')?;
        Some((Self::parse(column)?, &form().lines[form().place(line)?]))
    }
}

/// What a board typed into the sheet, by the keys of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The book year, in whole rupiah; never beyond [`LIMIT`](crate::money::LIMIT).
    pub year: SortedMap<String, i64>,
    /// The budget of the next.
    pub plan: SortedMap<String, i64>,
    /// To which line the accounts of a question belong.
    pub placed: SortedMap<String, String>,
    /// What was typed and waits for a yes, or is no amount, as it was typed; by [`Column::field`]. It is in no sum.
    pub waiting: SortedMap<String, String>,
}

/// What a line holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Whole rupiah.
    pub amount: i64,
    /// Whether it was typed; else it follows the books.
    pub typed: bool,
}

impl Sheet {
    /// Whether nothing was typed or chosen.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::Sheet;
    /// let mut sheet = Sheet::default();
    /// assert!(sheet.is_empty());
    /// sheet.waiting.insert("year.giro".into(), "1,5 juta".into());
    /// assert!(!sheet.is_empty(), "what waits for a yes was typed, too");
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What was typed into a column.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::{Column, Sheet};
    /// let mut sheet = Sheet::default();
    /// sheet.plan.insert("giro".into(), 250_000);
    /// assert_eq!(Column::BOTH.map(|column| sheet.typed(column).get("giro")), [None, Some(&250_000)]);
    /// ```
    #[must_use]
    pub const fn typed(&self, column: Column) -> &SortedMap<String, i64> {
        match column {
            Column::Year => &self.year,
            Column::Plan => &self.plan,
        }
    }

    /// What was typed into a column, to change.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::{Column, Sheet};
    /// let mut sheet = Sheet::default();
    /// sheet.typed_mut(Column::Year).insert("giro".into(), 250_000);
    /// assert_eq!(sheet.year.get("giro"), Some(&250_000));
    /// ```
    pub const fn typed_mut(&mut self, column: Column) -> &mut SortedMap<String, i64> {
        match column {
            Column::Year => &mut self.year,
            Column::Plan => &mut self.plan,
        }
    }

    /// What a line holds; `None` where nothing is known.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::{Column, Figure, Sheet, form};
    /// let (mut sheet, giro) = (Sheet::default(), &form().lines[form().place("giro").unwrap()]);
    /// let books = |account: &str| (account == "giro").then_some(250_000);
    /// assert_eq!(sheet.figure(Column::Year, giro, &books), Some(Figure { amount: 250_000, typed: false }));
    /// sheet.year.insert("giro".into(), 300_000);
    /// assert_eq!(sheet.figure(Column::Year, giro, &books), Some(Figure { amount: 300_000, typed: true }));
    /// assert_eq!(sheet.figure(Column::Plan, giro, &books), None, "a budget has no books to follow");
    /// ```
    #[must_use]
    pub fn figure(&self, column: Column, line: &Line, books: Books<'_>) -> Option<Figure> {
        if let Some(amount) = self.typed(column).get(line.id) {
            return Some(Figure { amount: *amount, typed: true });
        }
        let amount = if column == Column::Year { self.of_books(line, books)? } else { return None };
        Some(Figure { amount, typed: false })
    }

    /// What the books say of a line: its own accounts, and those the board placed there.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::{Sheet, form};
    /// let (mut sheet, ask) = (Sheet::default(), &form().asks[0]);
    /// let (line, account) = (&form().lines[ask.lines[0]], ask.accounts().next().unwrap());
    /// let books = |asked: &str| (asked == account).then_some(4_000_000);
    /// assert_eq!(sheet.of_books(line, &books), None);
    /// sheet.placed.insert(ask.id.into(), line.id.into());
    /// assert_eq!(sheet.of_books(line, &books), Some(4_000_000));
    /// ```
    #[must_use]
    pub fn of_books(&self, line: &Line, books: Books<'_>) -> Option<i64> {
        let placed = |ask: &&Ask| self.placed.get(ask.id).is_some_and(|id| id == line.id);
        let asked = form().asks.iter().filter(placed).flat_map(Ask::accounts);
        sum(line.accounts().chain(asked), books)
    }

    /// The accounts with an amount whose line is not known yet: each question with the sum it is about.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::Sheet;
    /// let open = Sheet::default().open(&|account| (account == "piutang_dagang").then_some(4_000_000));
    /// assert!(open.iter().map(|(ask, sum)| (ask.id, *sum)).eq([("piutang_dagang", 4_000_000)]));
    /// ```
    #[must_use]
    pub fn open(&self, books: Books<'_>) -> Vec<(&'static Ask, i64)> {
        let sums = form().asks.iter().filter_map(|ask| Some((ask, sum(ask.accounts(), books)?)));
        sums.filter(|(_, sum)| *sum != 0).collect()
    }

    /// How many questions of [`open`](Self::open) nobody has answered: their amounts are in no sum.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::Sheet;
    /// let (mut sheet, books) = (Sheet::default(), |account: &str| (account == "piutang_dagang").then_some(4_000_000));
    /// assert_eq!(sheet.unplaced(&books), 1);
    /// sheet.placed.insert("piutang_dagang".into(), "piutang_usaha_sembako".into());
    /// assert_eq!(sheet.unplaced(&books), 0);
    /// ```
    #[must_use]
    pub fn unplaced(&self, books: Books<'_>) -> usize {
        self.open(books).iter().filter(|(ask, _)| self.placed.get(ask.id).is_none()).count()
    }

    /// The sums of a column, in the order of [`Form::totals`]; what is not known counts as nothing, as in the form.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::{Column, Sheet};
    /// let mut sheet = Sheet::default();
    /// sheet.year.extend([("giro".into(), 900_000), ("penyisihan_piutang_usaha".into(), 100_000)]);
    /// assert_eq!(sheet.totals(Column::Year, &|_| None)[0], 800_000, "the first sum is that of the assets");
    /// ```
    #[must_use]
    pub fn totals(&self, column: Column, books: Books<'_>) -> Vec<i64> {
        let sections: Vec<i64> = (0..SECTIONS).map(|section| self.section(column, section, books)).collect();
        let of = |places: &[u8]| places.iter().filter_map(|place| sections.get(usize::from(*place))).sum::<i64>();
        form().totals.iter().map(|total| of(total.plus) - of(total.minus)).collect()
    }

    /// The sum of one part. A hundred lines of a dozen amounts of fifteen digits stay far below what an `i64` holds.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::{Column, Sheet, form};
    /// let (mut sheet, giro) = (Sheet::default(), &form().lines[form().place("giro").unwrap()]);
    /// sheet.year.extend([("giro".into(), 900_000), ("simpanan_pokok".into(), 500_000)]);
    /// assert_eq!(sheet.section(Column::Year, giro.section, &|_| None), 900_000);
    /// ```
    #[must_use]
    pub fn section(&self, column: Column, section: u8, books: Books<'_>) -> i64 {
        let lines = form().lines.iter().filter(|line| line.section == section);
        let signed = |line: &Line| {
            let amount = self.figure(column, line, books).map_or(0, |figure| figure.amount);
            if line.minus { -amount } else { amount }
        };
        lines.map(signed).sum()
    }

    /// Whether a column holds anything.
    ///
    /// ```
    /// use cermin_koperasi::rat::sheet::{Column, Sheet};
    /// let books = |account: &str| (account == "giro").then_some(250_000);
    /// assert_eq!(Column::BOTH.map(|column| Sheet::default().has_figures(column, &books)), [true, false]);
    /// ```
    #[must_use]
    pub fn has_figures(&self, column: Column, books: Books<'_>) -> bool {
        form().lines.iter().any(|line| self.figure(column, line, books).is_some())
    }
}

/// The sum of the amounts that are known; `None` where none is.
fn sum<'a>(accounts: impl Iterator<Item = &'a str>, books: Books<'_>) -> Option<i64> {
    accounts.filter_map(books).reduce(|sum, amount| sum + amount)
}
