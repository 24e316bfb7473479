//! Documents as structure, printed in several ways.
//!
//! A [`Paper`] is headings, paragraphs, fields, tables and places to sign, filled from what was entered and nothing else.
//! [`html`] prints it for the screen and the browser's printer, [`docx`](docx()) for a word processor, [`xlsx`](xlsx())
//! its tables for a spreadsheet. What is missing becomes a dotted blank, and no sentence claims what is not known: each
//! block of sentences names the facts it rests on ([`Fact`]), and a paper that tells of something that has not happened
//! says that it is a draft.
//!
//! Their language is Indonesian. The wording lives in `papers.toml`.

use serde::Serialize;

use crate::assessment::Assessment;
use crate::calendar::Day;
use crate::locale::{self, Locale};
use crate::rat::book::{
    AGENDA, BlockForm, BlockKind, CHAPTERS, CoachingId, DRAFTS, Fact, FindingId, PAPERS, PaperForm, coaching, document,
    finding, said,
};
use crate::rat::{RatFacts, Text, applies};

mod books;
mod bound;
mod docx;
mod fill;
mod gaps;
mod html;
mod shu;
mod statement;
mod village;
mod xlsx;
mod xml;
mod zip;

pub use bound::{Chapter, bound, chapters, order};
pub use docx::{WIDTH, docx};
pub use html::html;
pub use shu::Surplus;
pub use statement::{Figure, Line, Statement};
pub use xlsx::{Cell, Table, XLSX, book, xlsx};

/// What papers speak: they go to members and offices.
const SPEECH: Locale = Locale::Id;

/// Most rows an attendance list prints; beyond it the list goes on by hand or by group.
const MOST_ROWS: u64 = 1500;

/// Lines to write on where figures would stand.
const ROOM: u16 = 8;

/// What a paper is filled from.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// What is known of the cooperative.
    pub facts: &'a RatFacts,
    /// Today.
    pub today: Day,
    /// What was found, for the letter asking for coaching.
    pub findings: &'a [FindingId],
    /// The coaching to ask for.
    pub offers: &'a [CoachingId],
    /// The books and what is said of the surplus; `None` where a paper is filled without them.
    pub work: Option<&'a Assessment>,
    /// Whether it is a chapter of a book: then all of them are about the same meeting.
    pub bound: bool,
}

/// A paper, filled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Paper {
    /// Its key and file name.
    pub id: &'static str,
    /// Its name in the list of papers.
    pub name: Text,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Block {
    /// The cooperative's name and what stands under it.
    Letterhead {
        /// Its name.
        name: String,
        /// Legal number, address.
        lines: Vec<String>,
    },
    /// That it is a draft, and why.
    Draft(String),
    /// The paper's title.
    Title(String),
    /// What stands under the title.
    Subtitle(String),
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Place and day, above those who sign.
    Dated(String),
    /// A list with bullets.
    Bullets(Vec<String>),
    /// A numbered list.
    Numbers(Vec<String>),
    /// The chapters of a book, each with its number among them all.
    Contents(Vec<(usize, String)>),
    /// Names and values, one a line.
    Fields(Vec<(String, String)>),
    /// A table; every row has as many cells as there are columns.
    Table {
        /// The columns' names.
        columns: Vec<String>,
        /// The columns' widths in per cent; empty where the printer may choose.
        widths: Vec<u8>,
        /// The rows; an empty cell is to be filled by hand.
        rows: Vec<Vec<String>>,
        /// What every page of it says again, for sheets that go round by themselves; empty where it is one page.
        every_page: String,
    },
    /// Figures in lines, with their sums.
    Statement(Statement),
    /// Who signs: role and name.
    Signs(Vec<(String, String)>),
    /// Ruled lines to write on.
    Lines(u16),
    /// The beginning of a chapter, on a page of its own.
    Chapter,
}

/// Every paper there is, in the order of a RAT.
#[must_use]
pub fn forms() -> &'static [PaperForm] {
    PAPERS
}

/// The form with this key, of a paper or of a chapter of the RAT book; `None` where there is no such paper.
#[must_use]
pub fn form(id: &str) -> Option<&'static PaperForm> {
    PAPERS.iter().chain(CHAPTERS).find(|form| form.id == id)
}

/// The paper with this key, filled; `None` where there is no such paper.
#[must_use]
pub fn paper(id: &str, desk: Desk<'_>) -> Option<Paper> {
    let form = form(id)?;
    let applying = form
        .blocks()
        .iter()
        .filter(|block| block.when.is_none_or(|condition| applies(desk.facts, condition, desk.today).yes()));
    let mut blocks: Vec<Block> = desk.drafts(form).into_iter().map(Block::Draft).collect();
    let mut other_year = desk.other_year(form);
    for block in applying {
        match desk.figures(block, form) {
            Some(figures) => {
                blocks.extend(other_year.take().map(Block::Draft));
                blocks.extend(figures);
            }
            None => blocks.extend(desk.said(block, form)),
        }
    }
    Some(Paper { id: form.id, name: form.name, blocks })
}

impl Paper {
    /// Whether it is a draft: something it tells of has not happened, or is not known.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Draft(_)))
    }

    /// Whether it has a table, for a spreadsheet.
    #[must_use]
    pub fn has_table(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Table { .. } | Block::Statement(_)))
    }
}

impl Desk<'_> {
    /// Why a paper is a draft, a sentence for each fact it lacks; empty where it can be signed.
    #[must_use]
    pub fn drafts(&self, form: &'static PaperForm) -> Vec<String> {
        let lacking = form.needs.iter().filter(|need| !self.holds(**need, form));
        let sentence =
            |need: &Fact| DRAFTS.iter().find(|(fact, _)| fact == need).map(|(_, text)| self.fill(text, form));
        lacking.filter_map(sentence).collect()
    }

    /// The block, if what it says is known; else what it says instead, if anything.
    fn said(&self, block: &BlockForm, form: &'static PaperForm) -> Option<Block> {
        if block.rests.iter().all(|fact| self.holds(*fact, form)) {
            return Some(self.block(block, form));
        }
        (!block.otherwise.is_empty()).then(|| Block::Text(self.fill(block.otherwise, form)))
    }

    /// What a block of figures says; `None` for any other.
    fn figures(&self, block: &BlockForm, form: &'static PaperForm) -> Option<Vec<Block>> {
        match block.kind {
            BlockKind::Shu => Some(self.surplus()),
            BlockKind::ShuMembers => Some(self.member_shares()),
            kind => self
                .of_sheet(kind)
                .or_else(|| self.of_books(kind, &|| block.items.iter().map(|item| self.fill(item, form)).collect())),
        }
    }

    /// Whether the books say that the year ended in a loss.
    fn is_loss(&self) -> bool {
        self.work.and_then(|work| Surplus::of(work).amount()).is_some_and(|amount| amount < 0)
    }

    /// That the books are of another year than the meeting.
    fn other_year(&self, form: &PaperForm) -> Option<String> {
        let year = self.work?.profile.book_year_end.as_deref()?.get(..4)?;
        let meeting = self.meeting(form.stage).0.to_string();
        (year != meeting).then(|| locale::fill(said::OTHER_YEAR, &[("0", &year)]))
    }

    fn block(&self, block: &BlockForm, form: &'static PaperForm) -> Block {
        let text = || self.fill(block.text, form);
        let items = || block.items.iter().map(|item| self.fill(item, form)).collect();
        match block.kind {
            BlockKind::Letterhead => Block::Letterhead { name: self.fill("{name}", form), lines: items() },
            BlockKind::Title => Block::Title(text()),
            BlockKind::Subtitle => Block::Subtitle(text()),
            BlockKind::Heading => Block::Heading(text()),
            BlockKind::Text => Block::Text(text()),
            BlockKind::Dated => Block::Dated(text()),
            BlockKind::Bullets => Block::Bullets(items()),
            BlockKind::Numbers => Block::Numbers(items()),
            BlockKind::Fields => Block::Fields(self.pairs(block, form)),
            BlockKind::Table | BlockKind::Income | BlockKind::Costs => self.table(block, items(), form),
            BlockKind::Signs => Block::Signs(self.pairs(block, form)),
            BlockKind::Lines => Block::Lines(block.blank),
            BlockKind::Contents => Block::Contents(Vec::new()),
            BlockKind::Agenda => Block::Numbers(self.agenda()),
            BlockKind::Attendance => self.attendance(block, items(), form),
            BlockKind::Offers => listed(self.asked().map(offer).collect()),
            BlockKind::Findings => listed(self.findings.iter().map(|id| found(*id)).collect()),
            BlockKind::Attachments => Block::Bullets(attachments()),
            // Where there are no books, there is room for what they would say.
            _ => Block::Lines(ROOM),
        }
    }

    /// The coaching to ask for. Mediation is for a dispute that was entered, and dissolving in order for a cooperative that
    /// cannot go on: a letter must not bring either into the world.
    fn asked(&self) -> impl Iterator<Item = CoachingId> {
        let dispute = self.findings.contains(&finding::F_KONFLIK);
        let ending = self.findings.contains(&finding::F_TAK_LAYAK);
        let entered = move |offer: &CoachingId| {
            (dispute || *offer != coaching::BINA_08) && (ending || *offer != coaching::BINA_14)
        };
        self.offers.iter().copied().filter(entered)
    }

    fn pairs(&self, block: &BlockForm, form: &'static PaperForm) -> Vec<(String, String)> {
        let value = |text: &str| if text.is_empty() { fill::BLANK.to_owned() } else { self.fill(text, form) };
        block.rows.iter().map(|row| (self.fill(row[0], form), value(row[1]))).collect()
    }

    fn table(&self, block: &BlockForm, columns: Vec<String>, form: &'static PaperForm) -> Block {
        let mut rows: Vec<Vec<String>> =
            block.rows.iter().map(|row| row.iter().map(|cell| self.fill(cell, form)).collect()).collect();
        rows.extend((0..block.blank).map(|_| vec![String::new(); columns.len()]));
        Block::Table { columns, widths: block.widths.to_vec(), rows, every_page: String::new() }
    }

    fn agenda(&self) -> Vec<String> {
        let items = AGENDA
            .iter()
            .filter(|item| item.when.is_none_or(|condition| applies(self.facts, condition, self.today).yes()));
        items.map(|item| item.text.say(SPEECH).to_owned()).collect()
    }

    /// One row for every member in the register; a page of blank rows where their number is not known.
    fn attendance(&self, block: &BlockForm, columns: Vec<String>, form: &'static PaperForm) -> Block {
        const UNKNOWN: u64 = 30;
        let count = self.facts.members.unwrap_or(UNKNOWN).min(MOST_ROWS);
        let row = |number: u64| {
            let mut row = vec![String::new(); columns.len()];
            if let Some(first) = row.first_mut() {
                *first = number.to_string();
            }
            row
        };
        let rows = (1..=count).map(row).collect();
        Block::Table { columns, widths: block.widths.to_vec(), rows, every_page: self.fill(block.text, form) }
    }
}

/// A numbered list, or lines to write on where there is nothing to list.
fn listed(items: Vec<String>) -> Block {
    const LINES: u16 = 4;
    if items.is_empty() { Block::Lines(LINES) } else { Block::Numbers(items) }
}

fn offer(id: CoachingId) -> String {
    let offer = id.offer();
    format!("{}: {} ({})", offer.name.say(SPEECH), offer.about.say(SPEECH), offer.citation)
}

fn found(id: FindingId) -> String {
    let finding = id.finding();
    let grounds: Vec<&str> = finding.rules.iter().map(|id| id.rule().citation).collect();
    if grounds.is_empty() {
        finding.label.say(SPEECH).to_owned()
    } else {
        format!("{} ({})", finding.label.say(SPEECH), grounds.join("; "))
    }
}

fn attachments() -> Vec<String> {
    document::DOK_20.document().contents.iter().map(|text| text.say(SPEECH).to_owned()).collect()
}
