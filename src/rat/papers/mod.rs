//! Ready-to-print papers, filled from what was entered and nothing else; what is missing becomes a dotted blank.
//! Their language is Indonesian: they go to members and offices. The wording lives in `papers.toml`.

use serde::Serialize;

use super::book::{AGENDA, BlockForm, BlockKind, CoachingId, FindingId, PAPERS, PaperForm, Stage, document};
use super::conditions::applies;
use super::facts::RatFacts;
use super::text::Text;
use crate::calendar::Day;

mod fill;
mod html;

pub use html::{html, word_document};

/// Most rows an attendance list prints; beyond it the list goes on by hand or by group.
const MOST_ROWS: u64 = 1500;

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
    /// The paper's title.
    Title(String),
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
    /// Who signs: role and name.
    Signs(Vec<(String, String)>),
    /// Ruled lines to write on.
    Lines(u16),
    /// A new page.
    Break,
}

/// Every paper there is, in the order of a RAT.
#[must_use]
pub fn forms() -> &'static [PaperForm] {
    PAPERS
}

/// The paper with this key, filled; `None` where there is no such paper.
#[must_use]
pub fn paper(id: &str, desk: Desk<'_>) -> Option<Paper> {
    let form = PAPERS.iter().find(|form| form.id == id)?;
    let applying = form
        .blocks
        .iter()
        .filter(|block| block.when.is_none_or(|condition| applies(desk.facts, condition, desk.today).yes()));
    Some(Paper { id: form.id, name: form.name, blocks: applying.map(|block| desk.block(block, form.stage)).collect() })
}

impl Desk<'_> {
    fn block(&self, form: &BlockForm, stage: Stage) -> Block {
        let text = || self.fill(form.text, stage);
        let items = || form.items.iter().map(|item| self.fill(item, stage)).collect();
        match form.kind {
            BlockKind::Letterhead => Block::Letterhead { name: self.fill("{name}", stage), lines: items() },
            BlockKind::Title => Block::Title(text()),
            BlockKind::Heading => Block::Heading(text()),
            BlockKind::Text => Block::Text(text()),
            BlockKind::Dated => Block::Dated(text()),
            BlockKind::Bullets => Block::Bullets(items()),
            BlockKind::Numbers => Block::Numbers(items()),
            BlockKind::Fields => Block::Fields(self.pairs(form, stage)),
            BlockKind::Table => self.table(form, items(), stage),
            BlockKind::Signs => Block::Signs(self.pairs(form, stage)),
            BlockKind::Lines => Block::Lines(form.blank),
            BlockKind::Break => Block::Break,
            BlockKind::Agenda => Block::Numbers(self.agenda()),
            BlockKind::Attendance => self.attendance(form, items(), stage),
            BlockKind::Offers => listed(self.offers.iter().map(|id| offer(*id)).collect()),
            BlockKind::Findings => listed(self.findings.iter().map(|id| found(*id)).collect()),
            BlockKind::Attachments => Block::Numbers(attachments()),
        }
    }

    fn pairs(&self, form: &BlockForm, stage: Stage) -> Vec<(String, String)> {
        let pair = |row: &&[&str]| {
            (
                self.fill(row[0], stage),
                if row[1].is_empty() { fill::BLANK.to_owned() } else { self.fill(row[1], stage) },
            )
        };
        form.rows.iter().map(pair).collect()
    }

    fn table(&self, form: &BlockForm, columns: Vec<String>, stage: Stage) -> Block {
        let mut rows: Vec<Vec<String>> =
            form.rows.iter().map(|row| row.iter().map(|cell| self.fill(cell, stage)).collect()).collect();
        rows.extend((0..form.blank).map(|_| vec![String::new(); columns.len()]));
        Block::Table { columns, widths: form.widths.to_vec(), rows, every_page: String::new() }
    }

    fn agenda(&self) -> Vec<String> {
        let items = AGENDA
            .iter()
            .filter(|item| item.when.is_none_or(|condition| applies(self.facts, condition, self.today).yes()));
        items.map(|item| item.text.id.to_owned()).collect()
    }

    /// One row for every member in the register; a page of blank rows where their number is not known.
    fn attendance(&self, form: &BlockForm, columns: Vec<String>, stage: Stage) -> Block {
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
        Block::Table { columns, widths: form.widths.to_vec(), rows, every_page: self.fill(form.text, stage) }
    }
}

/// A numbered list, or lines to write on where there is nothing to list.
fn listed(items: Vec<String>) -> Block {
    const LINES: u16 = 4;
    if items.is_empty() { Block::Lines(LINES) } else { Block::Numbers(items) }
}

fn offer(id: CoachingId) -> String {
    let offer = id.offer();
    format!("{}: {} ({})", offer.name.id, offer.about.id, offer.citation)
}

fn found(id: FindingId) -> String {
    let finding = id.finding();
    let grounds: Vec<&str> = finding.rules.iter().map(|id| id.rule().citation).collect();
    if grounds.is_empty() {
        finding.label.id.to_owned()
    } else {
        format!("{} ({})", finding.label.id, grounds.join("; "))
    }
}

fn attachments() -> Vec<String> {
    document::DOK_20.document().contents.iter().map(|text| text.id.to_owned()).collect()
}
