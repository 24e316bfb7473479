//! A board's own copy of a workbook, with some of its cells filled and everything else as it was.
//!
//! Only the cells that are filled change, and formulas lose the result they had: a program that trusts it (`LibreOffice` does,
//! whatever the workbook asks for) would go on to show the old total. The workbook is marked so that every formula is
//! reckoned anew. Parts without either are copied as they lie in the archive.

use std::iter::Peekable;
use std::slice::Iter;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::archive::Archive;
use super::ministry::{Content, Place};
use super::sheets::Refusal;
use super::workbook;

const WORKBOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
const TYPES: &str = "[Content_Types].xml";
const CHAIN: &str = "xl/calcChain.xml";

/// A filled copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The file.
    pub file: Vec<u8>,
    /// Cells that were left as they were: their formula fills others, too.
    pub left: Vec<String>,
}

/// Fills cells of an `.xlsx` file.
///
/// ```
/// use cermin_koperasi::{books::{Refusal, copy, ministry::{Content, Place}, workbook}};
/// let book = std::fs::read("tests/workbooks/kertas-kerja.xlsx").unwrap();
/// let cash = Place::parse("Input!D175").unwrap();
/// let copy = copy::fill(&book, &[(cash, Content::Number(1_500_000))]).unwrap();
/// let sheets = workbook::read(&copy.file).unwrap();
/// let input = sheets.iter().find(|sheet| sheet.name == cash.sheet).unwrap();
/// assert_eq!(input.rows[cash.row][cash.column], "1500000");
/// assert_eq!(copy::fill(b"%PDF-1.7", &[]), Err(Refusal::Unknown));
/// ```
///
/// # Errors
/// A [`Refusal`]; [`Refusal::Unknown`] where it is no such file, or a sheet is missing.
pub fn fill(file: &[u8], cells: &[(Place<'_>, Content<'_>)]) -> Result<Copy, Refusal> {
    if !file.starts_with(b"PK\x03\x04") {
        // A locked one lies in an envelope of the old kind.
        return Err(workbook::read(file)
            .err()
            .filter(|refusal| *refusal == Refusal::Locked)
            .unwrap_or(Refusal::Unknown));
    }
    let mut archive = Archive::open(file)?;
    if !archive.has(WORKBOOK) {
        return Err(Refusal::Unknown);
    }
    let (book, relations) = (archive.text(WORKBOOK)?, archive.text(RELATIONS)?);
    let mut changes = vec![(WORKBOOK.to_owned(), Some(reckoned_anew(&book)?))];
    let mut cells = cells.to_vec();
    cells.sort_by_key(|(place, _)| *place);
    let (mut left, mut chained, mut filled) = (Vec::new(), false, 0);
    for (name, part) in sheets(&book, &relations)? {
        // A name without a part is no sheet.
        if !archive.has(&part) {
            continue;
        }
        let own = |(place, _): &&(Place<'_>, Content<'_>)| place.sheet.eq_ignore_ascii_case(name.trim());
        let own: Vec<_> = cells.iter().filter(own).copied().collect();
        let xml = archive.text(&part)?;
        let copy = SheetCopy::of(&xml, &own)?;
        filled += own.len();
        left.extend(copy.left);
        chained |= copy.lost_formula;
        if copy.out != xml {
            changes.push((part, Some(copy.out)));
        }
    }
    if filled != cells.len() {
        return Err(Refusal::Unknown);
    }
    // The order of reckoning names cells, and none that has no formula any more. Excel makes it anew.
    if chained && archive.has(CHAIN) {
        let types = archive.text(TYPES)?;
        changes.push((CHAIN.to_owned(), None));
        changes.push((RELATIONS.to_owned(), Some(without(&relations, "Type", "/calcChain")?)));
        changes.push((TYPES.to_owned(), Some(without(&types, "PartName", "/calcChain.xml")?)));
    }
    Ok(Copy { file: archive.with(&changes)?, left })
}

/// The sheets by name, each with the part that holds it.
fn sheets(book: &str, relations: &str) -> Result<Vec<(String, String)>, Refusal> {
    let mut links = Vec::new();
    let mut tags = Tags::of(relations);
    while let Some(tag) = tags.next()? {
        if let Some((id, target)) = tag.says("Id").zip(tag.says("Target")) {
            links.push((id, target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned)));
        }
    }
    let mut sheets = Vec::new();
    let mut tags = Tags::of(book);
    while let Some(tag) = tags.next()? {
        if tag.local == "sheet"
            && let Some((name, id)) = tag.says("name").zip(tag.says("id"))
            && let Some((_, part)) = links.iter().find(|(other, _)| *other == id)
        {
            sheets.push((name, part.clone()));
        }
    }
    Ok(sheets)
}

/// The workbook, marked so that every formula is reckoned when it is opened.
fn reckoned_anew(book: &str) -> Result<String, Refusal> {
    const MARK: &str = "fullCalcOnLoad";
    /// What stands before the mark, by the order of the format.
    const BEFORE: [&str; 4] = ["sheets", "functionGroups", "externalReferences", "definedNames"];
    let mut tags = Tags::of(book);
    let mut new = None;
    while let Some(tag) = tags.next()? {
        if tag.local == "calcPr" && tag.kind != Kind::End {
            let end = if tag.kind == Kind::Empty { "/>" } else { ">" };
            let marked = format!("<{}calcPr{} {MARK}=\"1\"{end}", tag.prefix, tag.attributes_without(&[MARK]));
            return Ok([&book[..tag.start], &marked, &book[tag.end..]].concat());
        }
        if BEFORE.contains(&tag.local) && tag.kind != Kind::Start {
            new = Some((tag.end, tag.prefix));
        }
    }
    let (at, prefix) = new.ok_or(Refusal::Broken)?;
    Ok(format!("{}<{prefix}calcPr {MARK}=\"1\"/>{}", &book[..at], &book[at..]))
}

/// A list of a workbook's parts without those whose attribute ends so.
fn without(list: &str, attribute: &str, end: &str) -> Result<String, Refusal> {
    let (mut out, mut kept) = (String::new(), 0);
    let mut tags = Tags::of(list);
    while let Some(tag) = tags.next()? {
        if tag.kind == Kind::Empty && tag.says(attribute).is_some_and(|value| value.ends_with(end)) {
            out += &list[kept..tag.start];
            kept = tag.end;
        }
    }
    Ok(out + &list[kept..])
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Start,
    End,
    Empty,
}

/// A tag, and where it lies in its part.
#[derive(Clone, Copy)]
struct Tag<'x> {
    kind: Kind,
    start: usize,
    end: usize,
    /// With its colon.
    prefix: &'x str,
    local: &'x str,
    attributes: &'x str,
}

impl Tag<'_> {
    /// What an attribute says, whatever its prefix.
    fn says(&self, name: &str) -> Option<String> {
        let tag = BytesStart::from_content(self.attributes, 0);
        let mut all = tag.attributes();
        let mut all = all.with_checks(false).filter_map(Result::ok);
        let one = all.find(|one| one.key.local_name().as_ref() == name)?;
        one.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }

    /// Its attributes as they stand, but for some.
    fn attributes_without(&self, names: &[&str]) -> String {
        let tag = BytesStart::from_content(self.attributes, 0);
        let mut all = tag.attributes();
        let kept = all.with_checks(false).filter_map(Result::ok).filter(|one| !names.contains(&one.key.as_ref()));
        let mut out = String::new();
        for one in kept {
            // As it stood there, between quotes that it does not hold.
            let quote = if one.value.contains('"') { "'" } else { "\"" };
            out.extend([" ", one.key.as_ref(), "=", quote, &one.value, quote]);
        }
        out
    }
}

/// The tags of a part, one after the other.
struct Tags<'x> {
    xml: &'x str,
    reader: Reader<&'x [u8]>,
}

impl<'x> Tags<'x> {
    fn of(xml: &'x str) -> Self {
        Self { xml, reader: Reader::from_str(xml) }
    }

    fn place(&self) -> usize {
        // The part is in memory, so its places fit.
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn next(&mut self) -> Result<Option<Tag<'x>>, Refusal> {
        loop {
            let start = self.place();
            let kind = match self.reader.read_event().map_err(|_| Refusal::Broken)? {
                Event::Start(_) => Kind::Start,
                Event::End(_) => Kind::End,
                Event::Empty(_) => Kind::Empty,
                Event::Eof => return Ok(None),
                _ => continue,
            };
            let end = self.place();
            let whole = self.xml.get(start..end).ok_or(Refusal::Broken)?;
            let inside = whole.trim_start_matches(['<', '/']).trim_end_matches('>');
            let inside = if kind == Kind::Empty { inside.trim_end_matches('/') } else { inside };
            let (name, attributes) =
                inside.split_at(inside.find(|sign: char| sign.is_ascii_whitespace()).unwrap_or(inside.len()));
            let (prefix, local) = name.split_at(name.rfind(':').map_or(0, |at| at + 1));
            return Ok(Some(Tag { kind, start, end, prefix, local, attributes }));
        }
    }
}

/// A cell as it stands in a sheet.
#[derive(Default)]
struct Old {
    /// Whether it has a formula, and whether that fills other cells, too.
    formula: bool,
    fills_others: bool,
    /// Where its value lies.
    value: Option<(usize, usize)>,
    end: usize,
}

/// A sheet in the making.
struct SheetCopy<'x> {
    xml: &'x str,
    out: String,
    /// How far the old one is copied.
    kept: usize,
    cells: Peekable<Iter<'x, (Place<'x>, Content<'x>)>>,
    prefix: &'x str,
    left: Vec<String>,
    lost_formula: bool,
}

/// What comes of it.
struct FilledSheet {
    out: String,
    left: Vec<String>,
    lost_formula: bool,
}

impl<'x> SheetCopy<'x> {
    fn of(xml: &'x str, cells: &'x [(Place<'x>, Content<'x>)]) -> Result<FilledSheet, Refusal> {
        let out = String::with_capacity(xml.len() + 64 * cells.len());
        let cells = cells.iter().peekable();
        let mut copy = Self { xml, out, kept: 0, cells, prefix: "", left: Vec::new(), lost_formula: false };
        copy.run()?;
        copy.keep(xml.len());
        // A sheet without a table of cells takes none.
        if copy.cells.peek().is_some() {
            return Err(Refusal::Broken);
        }
        Ok(FilledSheet { out: copy.out, left: copy.left, lost_formula: copy.lost_formula })
    }

    fn run(&mut self) -> Result<(), Refusal> {
        let mut tags = Tags::of(self.xml);
        let (mut inside, mut row, mut column) = (false, 0, 0);
        while let Some(tag) = tags.next()? {
            match (tag.local, tag.kind) {
                ("sheetData", Kind::Start) => (inside, self.prefix) = (true, tag.prefix),
                ("sheetData", Kind::Empty) => {
                    self.prefix = tag.prefix;
                    self.keep(tag.start);
                    self.open(tag);
                    self.rows_before(usize::MAX);
                    self.close("sheetData", tag.end);
                }
                ("sheetData", Kind::End) => {
                    self.keep(tag.start);
                    self.rows_before(usize::MAX);
                    inside = false;
                }
                ("row", Kind::Start | Kind::Empty) if inside => {
                    row = tag.says("r").map_or(Some(row + 1), |said| said.parse().ok()).ok_or(Refusal::Broken)?;
                    column = 0;
                    self.keep(tag.start);
                    self.rows_before(row);
                    if tag.kind == Kind::Empty && self.wanted(row, usize::MAX).is_some() {
                        self.open(tag);
                        self.cells_before(row, usize::MAX);
                        self.close("row", tag.end);
                    }
                }
                ("row", Kind::End) if inside => {
                    self.keep(tag.start);
                    self.cells_before(row, usize::MAX);
                }
                ("c", Kind::Start | Kind::Empty) if inside => {
                    column = tag.says("r").map_or(Some(column + 1), |said| column_of(&said)).ok_or(Refusal::Broken)?;
                    self.cell(tag, &mut tags, row, column)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A cell that is there: filled, or without the result of its formula, or as it was.
    fn cell(&mut self, tag: Tag<'x>, tags: &mut Tags<'x>, row: usize, column: usize) -> Result<(), Refusal> {
        let old = old(tag, tags)?;
        self.keep(tag.start);
        self.cells_before(row, column);
        let Some((place, content)) = self.wanted(row, column + 1) else {
            if let Some((start, end)) = old.value.filter(|_| old.formula) {
                self.keep(start);
                self.kept = end;
            }
            return Ok(());
        };
        self.cells.next();
        if old.fills_others {
            self.left.push(place.to_string());
        } else if content != Content::Nothing || old.formula || old.value.is_some() {
            self.lost_formula |= old.formula;
            // Of a value's kind nothing stays; its look does.
            self.write(&tag.attributes_without(&["t", "cm", "vm"]), content);
            self.kept = old.end;
        }
        Ok(())
    }

    /// Copies the old sheet up to a place.
    fn keep(&mut self, to: usize) {
        self.out += &self.xml[self.kept..to];
        self.kept = to;
    }

    /// An element that was empty, to be filled.
    fn open(&mut self, tag: Tag<'_>) {
        self.out.extend(["<", tag.prefix, tag.local, tag.attributes, ">"]);
    }

    fn close(&mut self, local: &str, end: usize) {
        self.out.extend(["</", self.prefix, local, ">"]);
        self.kept = end;
    }

    /// The next cell, if it lies in this row before this column; rows and columns are counted from 1.
    fn wanted(&mut self, row: usize, before: usize) -> Option<(Place<'x>, Content<'x>)> {
        self.cells.peek().copied().copied().filter(|(place, _)| place.row + 1 == row && place.column + 1 < before)
    }

    /// Cells of a row that were not there.
    fn cells_before(&mut self, row: usize, column: usize) {
        while let Some((place, content)) = self.wanted(row, column) {
            self.cells.next();
            if content != Content::Nothing {
                self.write(&format!(" r=\"{}\"", place.at()), content);
            }
        }
    }

    /// Rows that were not there.
    fn rows_before(&mut self, row: usize) {
        while let Some((place, content)) = self.cells.peek().copied().copied().filter(|(place, _)| place.row + 1 < row)
        {
            let own = place.row + 1;
            if content == Content::Nothing {
                self.cells.next();
                continue;
            }
            self.out.extend(["<", self.prefix, "row r=\"", &own.to_string(), "\">"]);
            self.cells_before(own, usize::MAX);
            self.out.extend(["</", self.prefix, "row>"]);
        }
    }

    fn write(&mut self, attributes: &str, content: Content<'_>) {
        let own = self.prefix;
        self.out.extend(["<", own, "c", attributes]);
        match content {
            Content::Nothing => {
                self.out += "/>";
                return;
            }
            Content::Number(number) => self.out.extend(["><", own, "v>", &number.to_string(), "</", own, "v>"]),
            Content::Text(text) => {
                let text = quick_xml::escape::escape(text);
                self.out.extend([" t=\"inlineStr\"><", own, "is><", own, "t>", &text, "</", own, "t></", own, "is>"]);
            }
        }
        self.out.extend(["</", own, "c>"]);
    }
}

/// Reads a cell to its end.
fn old(tag: Tag<'_>, tags: &mut Tags<'_>) -> Result<Old, Refusal> {
    let mut old = Old { end: tag.end, ..Old::default() };
    if tag.kind == Kind::Empty {
        return Ok(old);
    }
    let mut value = 0;
    while let Some(tag) = tags.next()? {
        match (tag.local, tag.kind) {
            ("c", Kind::End) => {
                old.end = tag.end;
                return Ok(old);
            }
            ("f", Kind::Start | Kind::Empty) => {
                old.formula = true;
                // A formula told for a whole range stands at its first cell.
                old.fills_others = tag.says("ref").is_some();
            }
            ("v" | "is", Kind::Start) => value = tag.start,
            ("v" | "is", Kind::End) => old.value = Some((value, tag.end)),
            _ => {}
        }
    }
    Err(Refusal::Broken)
}

/// The column of `D175`, counted from 1.
fn column_of(cell: &str) -> Option<usize> {
    let letters = cell.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.fold(0_usize, |column, letter| {
        column.saturating_mul(26).saturating_add(usize::from(letter.to_ascii_uppercase() - b'A' + 1))
    });
    (column > 0).then_some(column)
}
