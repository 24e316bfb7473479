//! Compiles `papers.toml`: the ready-to-print papers as rows of blocks with `{placeholders}`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Deserialize;
use toml::Spanned;

use super::lines::Lines;
use super::shape::{Condition, Stage, Word};
use super::texts::Texts;
use super::{File, Refusal};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Papers {
    /// What a placeholder may be called.
    placeholders: Vec<String>,
    /// What a paper says at its head while a fact that it needs is not known.
    drafts: BTreeMap<Fact, String>,
    /// What papers say of figures.
    said: BTreeMap<String, String>,
    paper: Vec<Paper>,
    /// The order of the RAT book: ids of papers and of chapters.
    chapters: Spanned<Vec<String>>,
    /// Forms that only the book has.
    chapter: Vec<Paper>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paper {
    id: Word,
    stage: Stage,
    /// Without these it is a draft.
    #[serde(default)]
    needs: Vec<Fact>,
    block: Vec<Block>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Block {
    kind: Spanned<Kind>,
    #[serde(default)]
    text: String,
    #[serde(default)]
    items: Vec<String>,
    /// Of a table's columns, in per cent.
    #[serde(default)]
    widths: Vec<u8>,
    #[serde(default)]
    rows: Vec<Vec<String>>,
    #[serde(default)]
    blank: u16,
    when: Option<Condition>,
    /// What its sentences rest on.
    #[serde(default)]
    rests: Vec<Fact>,
    /// What it says while that is not known; nothing where it then says nothing.
    #[serde(default)]
    otherwise: String,
}

/// What a sentence may rest on.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
enum Fact {
    Rule,
    Wish,
    Hand,
    Come,
    Held,
    Quorum,
    QuorumReached,
    PlanLetter,
    Postponed,
    Found,
    Missed,
    Rejected,
    Answers,
    Notice,
    Shared,
    Loss,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Letterhead,
    Title,
    Subtitle,
    Heading,
    Text,
    Dated,
    Bullets,
    Numbers,
    Fields,
    Table,
    Signs,
    Lines,
    Agenda,
    Attendance,
    Offers,
    Findings,
    Attachments,
    Shu,
    ShuMembers,
    Position,
    Result,
    Equity,
    Cash,
    Notes,
    Ratios,
    Estimate,
    Income,
    Costs,
    Contents,
}

pub(super) fn check(file: &File, papers: &Papers, texts: &Texts) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let mut seen = BTreeSet::new();
    for id in papers.chapters.get_ref() {
        if forms(papers).all(|form| form.id.get_ref() != id) {
            let at = papers.chapters.span().start;
            refusals.push(file.refuse(at, format!("there is no paper and no chapter `{id}`")));
        }
    }
    for paper in forms(papers) {
        let at = paper.id.span().start;
        if !seen.insert(paper.id.get_ref()) {
            refusals.push(file.refuse(at, format!("the paper `{}` stands here a second time", paper.id.get_ref())));
        }
        if texts.place(&name(paper)).is_none() {
            refusals.push(file.refuse(at, format!("`{}` has no text", name(paper))));
        }
        if let Some(need) = paper.needs.iter().find(|need| !papers.drafts.contains_key(need)) {
            refusals.push(file.refuse(at, format!("[drafts] has no sentence for {need:?}")));
        }
        for block in &paper.block {
            refusals.extend(check_block(block, papers).map(|reason| file.refuse(block.kind.span().start, reason)));
        }
    }
    refusals
}

fn check_block(block: &Block, papers: &Papers) -> Option<String> {
    let kind = *block.kind.get_ref();
    let texts = || [&block.text, &block.otherwise].into_iter().chain(&block.items).chain(block.rows.iter().flatten());
    let unknown =
        texts().flat_map(|text| placeholders(text)).find(|name| !papers.placeholders.iter().any(|known| known == name));
    if let Some(name) = unknown {
        return Some(format!("there is no placeholder {{{name}}}"));
    }
    let whole: u32 = block.widths.iter().copied().map(u32::from).sum();
    if !block.widths.is_empty() && (block.widths.len() != block.items.len() || whole != 100) {
        return Some("a table has a width for each column, a hundred in all".to_owned());
    }
    // A title may name what it rests on: where it does not hold, another stands there.
    if kind != Kind::Title && matches!(kind, Kind::Text | Kind::Bullets | Kind::Numbers) == block.rests.is_empty() {
        return Some("a sentence, and nothing else, says in `rests` what it rests on".to_owned());
    }
    let width = |size: usize| block.rows.iter().all(|row| row.len() == size);
    let fits = match kind {
        Kind::Title | Kind::Subtitle | Kind::Heading | Kind::Text | Kind::Dated => !block.text.is_empty(),
        Kind::Bullets | Kind::Numbers | Kind::Letterhead | Kind::Attendance => !block.items.is_empty(),
        Kind::Fields | Kind::Signs => !block.rows.is_empty() && width(2),
        Kind::Table | Kind::Income | Kind::Costs => !block.items.is_empty() && width(block.items.len()),
        Kind::Lines => block.blank > 0,
        _ => texts().all(String::is_empty),
    };
    (!fits).then(|| format!("a block of kind {kind:?} does not look like this"))
}

fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).map(|rest| rest.split_once('}').map_or(rest, |(name, _)| name))
}

fn facts(facts: &[Fact]) -> String {
    let facts: Vec<String> = facts.iter().map(|fact| format!("Fact::{fact:?}")).collect();
    format!("&[{}]", facts.join(", "))
}

/// Where a paper's name stands.
fn name(paper: &Paper) -> String {
    format!("papers/{}", paper.id.get_ref())
}

pub(super) fn write(book: &Papers, texts: &Texts) -> String {
    let drafts: Vec<String> = book.drafts.iter().map(|(fact, text)| format!("(Fact::{fact:?}, {text:?})")).collect();
    let mut out = format!(
        "pub static PLACEHOLDERS: &[&str] = &{:?};\npub static DRAFTS: &[(Fact, &str)] = &[{}];\n\
         pub mod said {{\n",
        book.placeholders,
        drafts.join(", ")
    );
    for (key, text) in &book.said {
        let _ = writeln!(out, "pub const {}: &str = {text:?};", key.to_uppercase());
    }
    out.push_str("}\npub static PAPERS: &[PaperForm] = &[\n");
    let (all, papers) = (forms(book).enumerate(), book.paper.len());
    for (place, paper) in all {
        if place == papers {
            out.push_str("];\npub static CHAPTERS: &[PaperForm] = &[\n");
        }
        write_paper(&mut out, place, paper, texts);
    }
    let _ = writeln!(out, "];\npub static BOOK: &[&str] = &{:?};", book.chapters.get_ref());
    out
}

fn write_paper(out: &mut String, place: usize, paper: &Paper, texts: &Texts) {
    let (id, name) = (paper.id.get_ref(), texts.place(&name(paper)).unwrap_or_default());
    let _ = writeln!(
        out,
        "PaperForm {{ id: {id:?}, stage: Stage::{:?}, name: Text({name}), needs: {}, place: {place} }},",
        paper.stage,
        facts(&paper.needs)
    );
}

/// Papers, then chapters.
fn forms(papers: &Papers) -> impl Iterator<Item = &Paper> {
    papers.paper.iter().chain(&papers.chapter)
}

/// The parts of every form, as `forms.rs` reads them, by language: in the first one's, blank lines in the others'.
pub(super) fn lines(papers: &Papers, codes: &[String]) -> Vec<(String, String)> {
    let mut lines = Lines::default();
    let forms: Vec<&Paper> = forms(papers).collect();
    lines.list(&forms, |lines, paper| lines.list(&paper.block, put));
    let first = lines.into_text();
    let blank = "\n".repeat(first.lines().count());
    let of = |(place, code): (usize, &String)| (code.clone(), if place == 0 { first.clone() } else { blank.clone() });
    codes.iter().enumerate().map(of).collect()
}

fn put(lines: &mut Lines, block: &Block) {
    fn text(lines: &mut Lines, text: &String) {
        lines.put(text);
    }
    fn named<T: std::fmt::Debug>(lines: &mut Lines, one: &T) {
        lines.put(format!("{one:?}"));
    }
    named(lines, block.kind.get_ref());
    text(lines, &block.text);
    lines.list(&block.items, text);
    lines.list(&block.widths, |lines, width| lines.put(width));
    lines.list(&block.rows, |lines, row| lines.list(row, text));
    lines.put(block.blank);
    lines.option(block.when, |lines, when| named(lines, &when));
    lines.list(&block.rests, named);
    text(lines, &block.otherwise);
}
