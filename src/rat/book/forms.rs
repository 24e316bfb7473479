//! The form of a ready-to-print paper, before anything is filled in.

use super::{Condition, Stage};
use crate::rat::text::Text;

/// The form of a ready-to-print paper.
#[derive(Clone, Copy, Debug)]
pub struct PaperForm {
    /// Its key and file name, such as `berita-acara`.
    pub id: &'static str,
    /// When it is needed.
    pub stage: Stage,
    /// Its name in the list of papers.
    pub name: Text,
    /// Its parts.
    pub blocks: &'static [BlockForm],
}

/// One part of a paper; which fields count depends on `kind`.
#[derive(Clone, Copy, Debug)]
pub struct BlockForm {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, with `{placeholders}`.
    pub text: &'static str,
    /// Its items, or a table's columns.
    pub items: &'static [&'static str],
    /// The columns' widths in per cent; empty where the printer may choose.
    pub widths: &'static [u8],
    /// Its rows.
    pub rows: &'static [&'static [&'static str]],
    /// How many empty rows or lines follow.
    pub blank: u16,
    /// When it applies.
    pub when: Option<Condition>,
}

/// The kinds of block in a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the thing it is called")]
pub enum BlockKind {
    Letterhead,
    Title,
    Heading,
    Text,
    Dated,
    Bullets,
    Numbers,
    Fields,
    Table,
    Signs,
    Lines,
    Break,
    Agenda,
    Attendance,
    Offers,
    Findings,
    Attachments,
}
