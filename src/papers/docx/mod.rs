//! A paper as `.docx`, for Word, `LibreOffice` and a phone's office app.
//!
//! Our own writer: a kept library carries a reader, pictures and charts, which no paper needs. Packed, `docx-rs` 0.4 takes
//! 252 kB, this writer and the one of `.xlsx` together 16 kB.

use super::xml::{escaped, push};
use super::zip::Zip;
use super::{Block, Figure, Paper, SPEECH, Statement};

/// A4 less two centimetres on either side, in twentieths of a point.
pub const WIDTH: u32 = 9638;
/// The height of a row that takes a signature, eleven millimetres.
const SIGNED: u32 = 624;
/// The height of a line to write on.
const LINE: u32 = 400;
/// Lines that stay on one page.
const FEW: u16 = 6;
/// How wide the names of fields stand, in hundredths.
const NAMES: u32 = 28;
/// The numbering of bullets; numbered lists follow, each beginning at one again.
const BULLETS: usize = 1;

const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The paper as the bytes of a `.docx` file.
#[must_use]
pub fn docx(paper: &Paper) -> Vec<u8> {
    let mut body = Body::default();
    for (place, block) in paper.blocks.iter().enumerate() {
        body.keeps = is_before_signs(&paper.blocks[place + 1..]);
        body.block(block);
    }
    let mut zip = Zip::default();
    zip.add("[Content_Types].xml", include_str!("types.xml"));
    zip.add("_rels/.rels", include_str!("rels.xml"));
    zip.add("docProps/core.xml", &format!(include_str!("core.xml"), title = escaped(paper.name.say(SPEECH))));
    zip.add("word/_rels/document.xml.rels", include_str!("document-rels.xml"));
    zip.add("word/styles.xml", include_str!("styles.xml"));
    zip.add("word/numbering.xml", &numbering(body.lists));
    zip.add("word/footer.xml", &format!(include_str!("footer.xml"), title = escaped(paper.name.say(SPEECH))));
    zip.add("word/document.xml", &format!(include_str!("document.xml"), spaces = SPACES, body = body.out));
    zip.finish()
}

/// Whether those who sign follow at once: nobody signs a page that says nothing.
fn is_before_signs(blocks: &[Block]) -> bool {
    matches!(blocks, [Block::Signs(_), ..] | [Block::Dated(_), Block::Signs(_), ..])
}

/// Whether a row is one of the two that go with the signatures below their table.
fn is_last(place: usize, count: usize) -> bool {
    place + 2 >= count
}

/// One numbering of bullets, and one for each numbered list.
fn numbering(lists: usize) -> String {
    let mut nums = String::new();
    for list in 1..=lists {
        push(
            &mut nums,
            format_args!(
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
                 <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
                BULLETS + list
            ),
        );
    }
    format!(include_str!("numbering.xml"), head = HEAD, spaces = SPACES, bullets = BULLETS, nums = nums)
}

#[derive(Default)]
struct Body {
    out: String,
    /// Numbered lists so far.
    lists: usize,
    /// The next paragraph begins a page.
    breaks: bool,
    /// What is being written stays on the page of the signatures that follow.
    keeps: bool,
    /// Chapters so far.
    chapters: usize,
    /// The next paragraph begins a chapter.
    begins: bool,
}

impl Body {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Letterhead { name, lines } => self.letterhead(name, lines),
            Block::Draft(text) => self.paragraph("Draft", "", text),
            Block::Title(text) => self.paragraph("Title", "", text),
            Block::Subtitle(text) => self.paragraph("Subtitle", "", text),
            Block::Heading(text) => self.paragraph("Heading1", "", text),
            Block::Text(text) => self.paragraph("", "", text),
            Block::Dated(text) => self.paragraph("Dated", "", text),
            Block::Bullets(items) => self.list(BULLETS, items),
            Block::Numbers(items) => {
                self.lists += 1;
                self.list(BULLETS + self.lists, items);
            }
            Block::Fields(fields) => self.fields(fields),
            Block::Table { columns, widths, rows, every_page } => self.table(columns, widths, rows, every_page),
            Block::Statement(statement) => self.statement(statement),
            Block::Signs(signs) => self.signs(signs),
            Block::Lines(count) => self.lines(*count),
            Block::Chapter => {
                self.breaks |= self.chapters > 0;
                self.chapters += 1;
                self.begins = true;
            }
            Block::Contents(chapters) => {
                for (place, (chapter, name)) in chapters.iter().enumerate() {
                    self.entry(*chapter, &format!("{}. {name}", place + 1));
                }
            }
        }
    }

    fn paragraph(&mut self, style: &str, properties: &str, text: &str) {
        let style = if style.is_empty() { String::new() } else { format!("<w:pStyle w:val=\"{style}\"/>") };
        let breaks = if std::mem::take(&mut self.breaks) { "<w:pageBreakBefore/>" } else { "" };
        let keeps = if self.keeps { "<w:keepNext/>" } else { "" };
        let run = run(text);
        push(&mut self.out, format_args!("<w:p><w:pPr>{style}{keeps}{breaks}{properties}</w:pPr>"));
        if std::mem::take(&mut self.begins) {
            let number = self.chapters;
            push(
                &mut self.out,
                format_args!(
                    "<w:bookmarkStart w:id=\"{number}\" w:name=\"bab{number}\"/>{run}<w:bookmarkEnd w:id=\"{number}\"/></w:p>"
                ),
            );
        } else {
            push(&mut self.out, format_args!("{run}</w:p>"));
        }
    }

    /// A line of the contents, with the page on which its chapter begins: a field, which the word processor fills.
    fn entry(&mut self, chapter: usize, name: &str) {
        let run = run(name);
        push(
            &mut self.out,
            format_args!(
                "<w:p><w:pPr><w:pStyle w:val=\"Contents\"/></w:pPr>{run}<w:r><w:tab/></w:r>\
                 <w:fldSimple w:instr=\" PAGEREF bab{chapter} \" w:dirty=\"true\"/></w:p>"
            ),
        );
    }

    fn letterhead(&mut self, name: &str, lines: &[String]) {
        self.paragraph("Letterhead", "", name);
        for (place, line) in lines.iter().enumerate() {
            let style = if place + 1 == lines.len() { "LetterheadLast" } else { "LetterheadLine" };
            self.paragraph(style, "", line);
        }
    }

    fn list(&mut self, number: usize, items: &[String]) {
        let properties = format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr>");
        let keeps = self.keeps;
        for (place, item) in items.iter().enumerate() {
            self.keeps = keeps && place + 1 == items.len();
            self.paragraph("ListParagraph", &properties, item);
        }
    }

    /// A table needs a paragraph before it where a page begins, and one after it, or two tables would grow into one.
    fn open(&mut self, widths: &[u32], borders: &str) {
        if self.breaks {
            self.paragraph("Gap", "", "");
        }
        push(
            &mut self.out,
            format_args!(
                "<w:tbl><w:tblPr><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/>{borders}<w:tblLayout w:type=\"fixed\"/>\
                 <w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar>\
                 </w:tblPr><w:tblGrid>"
            ),
        );
        for width in widths {
            push(&mut self.out, format_args!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.out.push_str("</w:tblGrid>");
    }

    fn close(&mut self) {
        self.out.push_str("</w:tbl>");
        self.paragraph("Gap", "", "");
    }

    fn row(&mut self, height: u32, repeated: bool, cells: &[Cell<'_>]) {
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/>");
        if height > 0 {
            push(&mut self.out, format_args!("<w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>"));
        }
        if repeated {
            self.out.push_str("<w:tblHeader/>");
        }
        self.out.push_str("</w:trPr>");
        for cell in cells {
            let span = if cell.span > 1 { format!("<w:gridSpan w:val=\"{}\"/>", cell.span) } else { String::new() };
            push(
                &mut self.out,
                format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{span}</w:tcPr>", cell.width),
            );
            // Every cell holds a paragraph, an empty one too.
            for line in cell.text.split('\n') {
                self.paragraph(cell.style, "", line);
            }
            self.out.push_str("</w:tc>");
        }
        self.out.push_str("</w:tr>");
    }

    fn fields(&mut self, fields: &[(String, String)]) {
        let widths = shares(&[NAMES, 100 - NAMES]);
        self.open(&widths, "");
        for (name, value) in fields {
            let value = format!(": {value}");
            self.row(0, false, &[Cell::new(widths[0], "Cell", name), Cell::new(widths[1], "Cell", &value)]);
        }
        self.close();
    }

    fn table(&mut self, columns: &[String], widths: &[u8], rows: &[Vec<String>], every_page: &str) {
        let asked: Vec<u32> = widths.iter().copied().map(u32::from).collect();
        let widths = if asked.is_empty() { shares(&vec![1; columns.len()]) } else { shares(&asked) };
        let keeps = std::mem::take(&mut self.keeps);
        self.open(&widths, include_str!("borders.xml"));
        if !every_page.is_empty() {
            self.row(0, true, &[Cell { span: columns.len(), ..Cell::new(WIDTH, "Head", every_page) }]);
        }
        self.row(0, true, &cells(columns, &widths, "Head"));
        for (place, row) in rows.iter().enumerate() {
            self.keeps = keeps && is_last(place, rows.len());
            // A row to write into leaves room for the hand.
            let height = match every_page {
                "" if row.iter().any(String::is_empty) => LINE,
                "" => 0,
                _ => SIGNED,
            };
            self.row(height, false, &cells(row, &widths, "Cell"));
        }
        self.close();
    }

    fn statement(&mut self, statement: &Statement) {
        let widths = shares(&statement.widths());
        let keeps = std::mem::take(&mut self.keeps);
        self.open(&widths, include_str!("borders.xml"));
        self.row(0, true, &cells(&statement.columns, &widths, "Head"));
        for (place, line) in statement.lines.iter().enumerate() {
            self.keeps = keeps && is_last(place, statement.lines.len());
            let (name, amount) = if line.strong { ("Head", "AmountHead") } else { ("Cell", "Amount") };
            if line.figures.is_empty() {
                self.row(0, false, &[Cell { span: widths.len(), ..Cell::new(WIDTH, name, &line.name) }]);
                continue;
            }
            let texts: Vec<String> = line.figures.iter().map(Figure::print).collect();
            let figures = texts.iter().zip(&widths[1..]).map(|(text, width)| Cell::new(*width, amount, text));
            let row: Vec<Cell<'_>> = std::iter::once(Cell::new(widths[0], name, &line.name)).chain(figures).collect();
            self.row(0, false, &row);
        }
        self.close();
    }

    /// Those who sign, side by side; one alone stands to the right. They stay together with the line above.
    fn signs(&mut self, signs: &[(String, String)]) {
        let count = signs.len().max(2);
        let widths = shares(&vec![1; count]);
        let texts: Vec<String> = (signs.len()..count)
            .map(|_| String::new())
            .chain(signs.iter().map(|(role, name)| format!("{role}\n\n\n\n({name})")))
            .collect();
        self.open(&widths, "");
        self.row(0, false, &cells(&texts, &widths, "Sign"));
        self.close();
    }

    /// Rows with a border below: borders of paragraphs grow into one where they stand together. A few stay together: a page
    /// of two empty lines says nothing.
    fn lines(&mut self, count: u16) {
        let keeps = self.keeps;
        self.open(&[WIDTH], include_str!("ruled.xml"));
        for place in 0..count {
            self.keeps = keeps || count <= FEW && place + 1 < count;
            self.row(LINE, false, &[Cell::new(WIDTH, "Cell", "")]);
        }
        self.keeps = keeps;
        self.close();
    }
}

struct Cell<'t> {
    width: u32,
    span: usize,
    style: &'static str,
    text: &'t str,
}

impl<'t> Cell<'t> {
    fn new(width: u32, style: &'static str, text: &'t str) -> Self {
        Self { width, span: 1, style, text }
    }
}

fn cells<'t>(texts: &'t [String], widths: &[u32], style: &'static str) -> Vec<Cell<'t>> {
    texts.iter().zip(widths).map(|(text, width)| Cell::new(*width, style, text)).collect()
}

fn run(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text))
}

/// The page's width shared out by these parts; whatever rounding leaves goes to the last, so that they always fill it.
fn shares(parts: &[u32]) -> Vec<u32> {
    let whole: u32 = parts.iter().sum::<u32>().max(1);
    let mut widths: Vec<u32> = parts.iter().map(|part| WIDTH * part / whole).collect();
    let rest = WIDTH - widths.iter().sum::<u32>();
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}
