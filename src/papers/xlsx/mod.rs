//! The tables of a paper as `.xlsx`, a sheet for each: rows to type into, heads that stay and repeat on paper.

use super::xml::{column, escaped, push};
use super::zip::Zip;
use super::{Block, Paper};

/// How many letters fit a full page's width.
const LETTERS: u32 = 100;
/// What a sheet's name cannot hold, and how long it may be.
const BARRED: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
const LONGEST: usize = 31;

/// The paper's tables as the bytes of an `.xlsx` file; `None` where it has none.
#[must_use]
pub fn xlsx(paper: &Paper) -> Option<Vec<u8>> {
    let tables: Vec<Sheet<'_>> = paper.blocks.iter().filter_map(Sheet::of).collect();
    if tables.is_empty() {
        return None;
    }
    let mut zip = Zip::default();
    let (mut types, mut relations, mut sheets, mut names) = Default::default();
    for (place, table) in (1..).zip(&tables) {
        let name = sheet_name(paper.name.id, place, tables.len());
        add_sheet(place, &name, (&mut types, &mut relations, &mut sheets, &mut names));
        zip.add(&format!("xl/worksheets/sheet{place}.xml"), &table.xml());
    }
    zip.add("[Content_Types].xml", &format!(include_str!("types.xml"), sheets = types));
    zip.add("_rels/.rels", include_str!("rels.xml"));
    zip.add("xl/_rels/workbook.xml.rels", &format!(include_str!("workbook-rels.xml"), sheets = relations));
    zip.add("xl/styles.xml", include_str!("styles.xml"));
    zip.add("xl/workbook.xml", &format!(include_str!("workbook.xml"), sheets = sheets, names = names));
    Some(zip.finish())
}

/// Names a sheet in the four places that name every sheet.
fn add_sheet(
    place: usize,
    name: &str,
    (types, relations, sheets, names): (&mut String, &mut String, &mut String, &mut String),
) {
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

fn sheet_name(paper: &str, place: usize, count: usize) -> String {
    let mark = if count > 1 { format!(" {place}") } else { String::new() };
    let plain = paper.chars().filter(|sign| !BARRED.contains(sign)).take(LONGEST - mark.len());
    plain.chain(mark.chars()).collect()
}

struct Sheet<'p> {
    columns: &'p [String],
    widths: &'p [u8],
    rows: &'p [Vec<String>],
}

impl<'p> Sheet<'p> {
    fn of(block: &'p Block) -> Option<Self> {
        match block {
            Block::Table { columns, widths, rows, .. } => Some(Self { columns, widths, rows }),
            _ => None,
        }
    }

    fn xml(&self) -> String {
        let even = u32::try_from(self.columns.len()).map_or(1, |count| 100 / count.max(1));
        let mut columns = String::new();
        for place in 0..self.columns.len() {
            let share = self.widths.get(place).copied().map_or(even, u32::from);
            let width = (share * LETTERS / 100).max(6);
            let place = place + 1;
            push(
                &mut columns,
                format_args!("<col min=\"{place}\" max=\"{place}\" width=\"{width}\" customWidth=\"1\"/>"),
            );
        }
        let mut rows = row(1, self.columns, 1);
        for (number, cells) in (2..).zip(self.rows) {
            rows.push_str(&row(number, cells, 2));
        }
        format!(include_str!("sheet.xml"), columns = columns, rows = rows)
    }
}

/// A row of text; a cell that is a whole number is one. Text that begins like a formula stays text.
fn row(number: usize, cells: &[String], style: u8) -> String {
    let mut out = format!("<row r=\"{number}\">");
    for (place, text) in cells.iter().enumerate() {
        let at = column(place);
        // A member's number keeps its leading noughts.
        let whole = text.len() < 16 && text.bytes().all(|sign| sign.is_ascii_digit()) && !text.starts_with('0');
        if text.is_empty() {
            push(&mut out, format_args!("<c r=\"{at}{number}\" s=\"{style}\"/>"));
        } else if whole {
            push(&mut out, format_args!("<c r=\"{at}{number}\" s=\"{style}\"><v>{text}</v></c>"));
        } else {
            push(
                &mut out,
                format_args!(
                    "<c r=\"{at}{number}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(text)
                ),
            );
        }
    }
    out.push_str("</row>");
    out
}
