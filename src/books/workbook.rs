//! Workbooks as rows of text: `.xlsx`, `.xls`, `.ods` and `.csv`.
//!
//! A file from outside is looked at before it is unpacked: how large it is, how large it becomes, whether it is locked.
//! Macros, links and formulas are never run; a formula's last result is read.

use std::io::Cursor;

use calamine::{Data, Ods, Range, Reader, Xls, Xlsx};
use quick_xml::events::Event;

use super::archive::Archive;
pub use super::sheets::{LARGEST, Refusal, Sheet, to_text};
use super::{MOST_COLUMNS, MOST_ROWS, compound, text};

/// More sheets than a board's book has.
const MOST_SHEETS: usize = 60;

/// Reads every sheet of a workbook.
///
/// ```
/// use cermin_koperasi::books::workbook;
/// let sheets = workbook::read(b"Kas;1.500;1.250\nBank;2.000;1.750\n").unwrap();
/// assert_eq!(sheets[0].rows[1], ["Bank", "2.000", "1.750"]);
/// assert_eq!(workbook::read(b"%PDF-1.7"), Err(workbook::Refusal::Unknown));
/// ```
///
/// # Errors
/// A [`Refusal`].
pub fn read(file: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    if file.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    match file {
        [b'P', b'K', 3, 4, ..] => packed(file),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => compound(file),
        _ => table(file).map(|rows| vec![Sheet { name: String::new(), rows }]),
    }
}

/// `.xlsx` and `.ods` are archives.
fn packed(file: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut archive = Archive::open(file)?;
    if archive.has("xl/workbook.xml") {
        xlsx(file)
    } else if archive.has("content.xml") {
        if is_whole(&archive.text("content.xml")?) { ods(file) } else { Err(Refusal::Broken) }
    } else {
        Err(Refusal::Unknown)
    }
}

/// Whether every element has its end: the library would wait for that of a table for ever.
fn is_whole(xml: &str) -> bool {
    let (mut reader, mut open) = (quick_xml::Reader::from_str(xml), 0_usize);
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) => open += 1,
            Ok(Event::End(_)) => open = open.saturating_sub(1),
            Ok(Event::Eof) => return open == 0,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

fn xlsx(file: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).map_err(|error| match error {
        calamine::XlsxError::Password => Refusal::Locked,
        _ => Refusal::Broken,
    })?;
    let names = book.sheet_names();
    together(names.into_iter().take(MOST_SHEETS).map(|name| (name.clone(), xlsx_rows(&mut book, &name))))
}

/// Sheet by sheet. One that is longer than any statement, a journal beside the balance, holds no rows; where there is no other,
/// the file is too large.
fn together(sheets: impl Iterator<Item = (String, Result<Vec<Vec<String>>, Refusal>)>) -> Result<Vec<Sheet>, Refusal> {
    let (mut all, mut too_large) = (Vec::new(), false);
    for (name, rows) in sheets {
        let rows = match rows {
            Err(Refusal::TooLarge) => {
                too_large = true;
                Vec::new()
            }
            rows => rows?,
        };
        all.push(Sheet { name, rows });
    }
    if too_large && all.iter().all(|sheet| sheet.rows.is_empty()) { Err(Refusal::TooLarge) } else { Ok(all) }
}

/// Cell by cell: two cells at the far ends of a sheet would make a table of everything between them.
fn xlsx_rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Vec<String>>, Refusal> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    // A sheet that holds a chart has no cells.
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return Ok(rows) };
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| Refusal::Broken)? {
        let (row, column) = (cell.pos.0 as usize, cell.pos.1 as usize);
        let text = match Data::from(cell.value) {
            // A formula whose result the program that wrote the file did not keep.
            Data::Empty if cell.formula.is_some() => "=".to_owned(),
            value => shown(&value),
        };
        if text.is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        if row >= MOST_ROWS {
            return Err(Refusal::TooLarge);
        }
        put(&mut rows, row, column, text);
    }
    Ok(rows)
}

fn put(rows: &mut Vec<Vec<String>>, row: usize, column: usize, text: String) {
    if rows.len() <= row {
        rows.resize(row + 1, Vec::new());
    }
    if rows[row].len() <= column {
        rows[row].resize(column + 1, String::new());
    }
    rows[row][column] = text;
}

fn ods(file: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let book: Ods<_> = Ods::new(Cursor::new(file)).map_err(|error| match error {
        calamine::OdsError::Password => Refusal::Locked,
        _ => Refusal::Broken,
    })?;
    ranges(book)
}

/// `.xls`, or a locked `.xlsx` in its envelope.
fn compound(file: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let envelope: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if file.windows(envelope.len()).any(|part| part == envelope) {
        return Err(Refusal::Locked);
    }
    compound::check(file)?;
    let book: Xls<_> = Xls::new(Cursor::new(file)).map_err(|error| match error {
        calamine::XlsError::Password => Refusal::Locked,
        _ => Refusal::Broken,
    })?;
    ranges(book)
}

fn ranges<'a, R: Reader<Cursor<&'a [u8]>>>(mut book: R) -> Result<Vec<Sheet>, Refusal> {
    let sheets = book.worksheets().into_iter().take(MOST_SHEETS);
    together(sheets.map(|(name, range)| (name, range_rows(&range))))
}

fn range_rows(range: &Range<Data>) -> Result<Vec<Vec<String>>, Refusal> {
    let mut rows = Vec::new();
    let (top, left) = range.start().map_or((0, 0), |(row, column)| (row as usize, column as usize));
    for (row, column, value) in range.used_cells() {
        let text = shown(value);
        if text.is_empty() || left + column >= MOST_COLUMNS {
            continue;
        }
        if top + row >= MOST_ROWS {
            return Err(Refusal::TooLarge);
        }
        put(&mut rows, top + row, left + column, text);
    }
    Ok(rows)
}

/// What a cell shows, figures so that they can be read in one way only: no thousands marked, a comma before sen.
fn shown(value: &Data) -> String {
    match value {
        Data::Int(whole) => whole.to_string(),
        Data::Float(number) => figure(*number),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::DateTimeIso(text) => text.get(..10).unwrap_or(text).to_owned(),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Error(error) => error.to_string(),
        _ => String::new(),
    }
}

/// The largest whole number that 64 binary digits with a floating point tell from its neighbours: 2^53 - 1.
pub(crate) const EXACT: f64 = 9_007_199_254_740_991.0;

/// Workbooks keep figures in binary; whole rupiah below 2^53 come through exactly, and sen to the second place.
#[allow(clippy::cast_possible_truncation, clippy::float_arithmetic, reason = "bounded; the file's own form")]
fn figure(number: f64) -> String {
    if number.is_nan() || number.abs() > EXACT {
        return String::new();
    }
    let hundredths = (number.fract() * 100.0).round().abs() as i64;
    let (whole, sen) = ((number.trunc().abs() as i64) + hundredths / 100, hundredths % 100);
    let sign = if number < 0.0 && (whole, sen) != (0, 0) { "-" } else { "" };
    if sen == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole},{sen:02}") }
}

/// Text in columns: `;`, tab or comma, quoted or not.
fn table(file: &[u8]) -> Result<Vec<Vec<String>>, Refusal> {
    let text = decoded(file).ok_or(Refusal::Unknown)?;
    let rows = text::columns(&text).ok_or(Refusal::Unknown)?;
    if rows.len() > MOST_ROWS { Err(Refusal::TooLarge) } else { Ok(rows) }
}

/// UTF-8, UTF-16 as Excel writes it, else the old Windows letters; `None` for what is no text.
fn decoded(file: &[u8]) -> Option<String> {
    let wide = |file: &[u8], read: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = file.chunks_exact(2).map(|two| read([two[0], two[1]])).collect();
        String::from_utf16(&units).ok()
    };
    match file {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ if file.contains(&0) => None,
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => Some(
            String::from_utf8(file.to_vec()).unwrap_or_else(|_| file.iter().map(|byte| char::from(*byte)).collect()),
        ),
    }
}
