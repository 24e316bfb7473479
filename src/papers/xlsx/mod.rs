//! Tables as `.xlsx`, a sheet for each: rows to type into, heads that stay and repeat on paper, sums that are reckoned.

use super::xml::{column, escaped, push};
use super::zip::Zip;
use super::{Block, Paper, SPEECH};
use crate::exact::Fraction;
use crate::money::{Numerals, Places, decimal};

/// What a browser is told that such a file is.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// How many letters fit a full page's width.
const LETTERS: u32 = 100;
/// What a sheet's name cannot hold, and how long it may be.
const BARRED: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
const LONGEST: usize = 31;
/// One centimetre, in hundredths of a point: what a row needs to be signed in.
const TO_SIGN: usize = 2_835;
/// A line of text, in hundredths of a point.
const LINE: usize = 1_500;

/// A first row that stays when the others are scrolled.
const PANE: &str = "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>";

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Words; never taken for a formula.
    Text(String),
    /// Words that head a column or a row.
    Head(String),
    /// A count.
    Count(i64),
    /// Whole rupiah.
    Amount(i64),
    /// Whole rupiah that are taken away: above zero, shown in brackets; one below zero is shown as a mistake. Open while not known.
    Deducted(Option<i64>),
    /// A score, shown with two decimals.
    Score(Fraction),
    /// A sum that the spreadsheet reckons: its formula and what it comes to.
    Sum(String, i64),
    /// A sum that comes to nothing yet, since something it sums is open: its formula.
    OpenSum(String),
}

impl Cell {
    /// A sum of so many cells. Until all of them hold a figure, it stays blank: a spreadsheet counts as nothing what is blank or a
    /// word.
    #[must_use]
    pub fn sum(formula: String, value: Option<i64>, cells: &str, count: usize) -> Self {
        match value {
            Some(value) => Self::Sum(formula, value),
            None => Self::OpenSum(format!("IF(COUNT({cells})<{count},\"\",{formula})")),
        }
    }
}

/// One sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The sheet's name.
    pub name: String,
    /// The width of each column, in letters.
    pub widths: Vec<u32>,
    /// Whether the first row is a head that stays.
    pub head: bool,
    /// Whether a row that is mostly blank is to be filled, and signed, by hand.
    pub by_hand: bool,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// The paper's tables as the bytes of an `.xlsx` file, or its statements alone where it has any; `None` where it has neither.
#[must_use]
pub fn xlsx(paper: &Paper) -> Option<Vec<u8>> {
    let statements = paper.blocks.iter().filter_map(|block| match block {
        Block::Statement(statement) => Some(statement.table()),
        _ => None,
    });
    let statements: Vec<Table> = statements.collect();
    if !statements.is_empty() {
        return Some(book(&statements));
    }
    let blocks: Vec<&Block> = paper.blocks.iter().filter(|block| matches!(block, Block::Table { .. })).collect();
    let named = (1..).zip(&blocks).filter_map(|(place, block)| {
        let mark = if blocks.len() > 1 { format!(" {place}") } else { String::new() };
        Table::of(block, &mark, paper.name.say(SPEECH))
    });
    let tables: Vec<Table> = named.collect();
    (!tables.is_empty()).then(|| book(&tables))
}

/// Tables as the bytes of an `.xlsx` file.
#[must_use]
pub fn book(tables: &[Table]) -> Vec<u8> {
    let mut zip = Zip::default();
    let (mut types, mut relations, mut sheets, mut names) = Default::default();
    for (place, table) in (1..).zip(tables) {
        add_sheet(place, table, (&mut types, &mut relations, &mut sheets, &mut names));
        zip.add(&format!("xl/worksheets/sheet{place}.xml"), &table.xml());
    }
    zip.add("[Content_Types].xml", &format!(include_str!("types.xml"), sheets = types));
    zip.add("_rels/.rels", include_str!("rels.xml"));
    zip.add("xl/_rels/workbook.xml.rels", &format!(include_str!("workbook-rels.xml"), sheets = relations));
    zip.add("xl/styles.xml", include_str!("styles.xml"));
    // A list of names is not to be empty.
    let names = if names.is_empty() { names } else { ["<definedNames>", &names, "</definedNames>"].concat() };
    zip.add("xl/workbook.xml", &format!(include_str!("workbook.xml"), sheets = sheets, names = names));
    zip.finish()
}

/// Names a sheet in the four places that name every sheet.
fn add_sheet(
    place: usize,
    table: &Table,
    (types, relations, sheets, names): (&mut String, &mut String, &mut String, &mut String),
) {
    let name = &table.name;
    push(
        types,
        format_args!(
            "<Override PartName=\"/xl/worksheets/sheet{place}.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        ),
    );
    push(
        relations,
        format_args!(
            "<Relationship Id=\"rId{place}\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
             Target=\"worksheets/sheet{place}.xml\"/>"
        ),
    );
    push(sheets, format_args!("<sheet name=\"{}\" sheetId=\"{place}\" r:id=\"rId{place}\"/>", escaped(name)));
    if !table.head {
        return;
    }
    // A quote inside a quoted name is written twice.
    let quoted = escaped(&name.replace('\'', "''"));
    push(
        names,
        format_args!(
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{}\">'{quoted}'!$1:$1</definedName>",
            place - 1
        ),
    );
}

impl Table {
    fn of(block: &Block, mark: &str, paper: &str) -> Option<Self> {
        let Block::Table { columns, widths, rows, .. } = block else { return None };
        let plain = paper.chars().filter(|sign| !BARRED.contains(sign)).take(LONGEST - mark.len());
        let even = u32::try_from(columns.len()).map_or(1, |count| 100 / count.max(1));
        let width = |place| widths.get(place).copied().map_or(even, u32::from) * LETTERS / 100;
        let head = columns.iter().map(|text| Cell::Head(text.clone())).collect();
        let rows = rows.iter().map(|row| row.iter().map(|text| Cell::read(text)).collect());
        Some(Self {
            name: plain.chain(mark.chars()).collect(),
            widths: (0..columns.len()).map(width).collect(),
            head: true,
            by_hand: true,
            rows: std::iter::once(head).chain(rows).collect(),
        })
    }

    fn xml(&self) -> String {
        let mut columns = String::new();
        for (place, width) in (1..).zip(&self.widths) {
            let width = (*width).max(6);
            push(
                &mut columns,
                format_args!("<col min=\"{place}\" max=\"{place}\" width=\"{width}\" customWidth=\"1\"/>"),
            );
        }
        let pane = if self.head { PANE } else { "" };
        let rows =
            (1..).zip(&self.rows).map(|(number, cells)| row(number, cells, self.height(cells))).collect::<String>();
        format!(include_str!("sheet.xml"), pane = pane, columns = columns, rows = rows)
    }

    /// How high a row must be for its text, since not every program measures that when it opens a file, and for a hand.
    fn height(&self, cells: &[Cell]) -> Option<usize> {
        let lines = cells.iter().zip(&self.widths).map(|(cell, width)| match cell {
            // Widths count digits, which are wider than most letters: that leaves room for other fonts.
            Cell::Text(text) | Cell::Head(text) => text.chars().count().div_ceil((*width as usize).max(1)),
            _ => 1,
        });
        let lines = lines.max().unwrap_or(1);
        let blank = cells.iter().filter(|cell| **cell == Cell::Blank).count();
        let height = (lines * LINE).max(if self.by_hand && blank * 2 > cells.len() { TO_SIGN } else { 0 });
        (height > LINE).then_some(height)
    }
}

impl Cell {
    /// A cell of a paper: a whole number is one. A member's number keeps its leading noughts.
    fn read(text: &str) -> Self {
        let whole = text.len() < 16 && text.bytes().all(|sign| sign.is_ascii_digit()) && !text.starts_with('0');
        match text.parse() {
            Ok(number) if whole => Self::Count(number),
            _ if text.is_empty() => Self::Blank,
            _ => Self::Text(text.to_owned()),
        }
    }
}

/// A row, and how high it is in hundredths of a point, if that must be said.
fn row(number: usize, cells: &[Cell], height: Option<usize>) -> String {
    let height = height.map(|height| format!(" ht=\"{}.{:02}\" customHeight=\"1\"", height / 100, height % 100));
    let mut out = format!("<row r=\"{number}\"{}>", height.unwrap_or_default());
    for (place, cell) in cells.iter().enumerate() {
        let at = column(place);
        let add = |out: &mut String, style: u8, kind: &str, inside: &str| {
            push(out, format_args!("<c r=\"{at}{number}\" s=\"{style}\"{kind}>{inside}</c>"));
        };
        let words = |text: &str| format!("<is><t xml:space=\"preserve\">{}</t></is>", escaped(text));
        match cell {
            Cell::Blank => push(&mut out, format_args!("<c r=\"{at}{number}\" s=\"2\"/>")),
            Cell::Text(text) => add(&mut out, 2, " t=\"inlineStr\"", &words(text)),
            Cell::Head(text) => add(&mut out, 1, " t=\"inlineStr\"", &words(text)),
            Cell::Count(count) => add(&mut out, 2, "", &format!("<v>{count}</v>")),
            Cell::Amount(amount) => add(&mut out, 3, "", &format!("<v>{amount}</v>")),
            Cell::Deducted(None) => push(&mut out, format_args!("<c r=\"{at}{number}\" s=\"6\"/>")),
            Cell::Deducted(Some(amount)) => add(&mut out, 6, "", &format!("<v>{amount}</v>")),
            Cell::Score(score) => {
                let exact = decimal(*score, Places::AtMost(9), Numerals::English);
                add(&mut out, 5, "", &format!("<v>{exact}</v>"));
            }
            Cell::OpenSum(formula) => add(&mut out, 4, " t=\"str\"", &format!("<f>{}</f><v></v>", escaped(formula))),
            Cell::Sum(formula, value) => add(&mut out, 4, "", &format!("<f>{}</f><v>{value}</v>", escaped(formula))),
        }
    }
    out.push_str("</row>");
    out
}
