//! The form of a ready-to-print paper, before anything is filled in.
//!
//! The words of the papers are among those that lie beside the page's modules: in them they took a fiftieth of the second part.

use super::{Condition, Stage};
use crate::lines::{Lines, Read, read};
use crate::locale::{Locale, Spoken};
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
    /// Without these facts it is a draft, which says so.
    pub needs: &'static [Fact],
    /// Which of all forms it is.
    pub(super) place: usize,
}

impl PaperForm {
    /// Its parts; none while they are still to be fetched.
    ///
    /// ```
    /// use cermin_koperasi::rat::book::{BlockKind, PAPERS};
    /// let minutes = PAPERS.iter().find(|paper| paper.id == "berita-acara").unwrap();
    /// assert!(minutes.blocks().iter().any(|block| block.kind == BlockKind::Signs));
    /// ```
    #[must_use]
    pub fn blocks(&self) -> &'static [BlockForm] {
        // The papers speak one language.
        let forms = Locale::default().has_help().then(|| FORMS.of("papers-help", Locale::default()));
        forms.and_then(|forms| forms.0.get(self.place)).map_or(&[], |blocks| blocks)
    }

    /// Whether its sentences or fields hold this placeholder.
    pub(crate) fn says(&self, placeholder: &str) -> bool {
        let has = |text: &&str| text.contains(placeholder);
        self.blocks().iter().any(|block| has(&block.text) || block.rows.iter().any(|row| row.iter().any(has)))
    }
}

/// The parts of every form.
#[derive(Debug)]
struct Forms(&'static [&'static [BlockForm]]);

static FORMS: Spoken<Forms> = Spoken::new();

impl Read for Forms {
    fn read(lines: &mut Lines) -> Self {
        Self(Read::read(lines))
    }
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
    /// What its sentences rest on; every block of sentences names something.
    pub rests: &'static [Fact],
    /// What it says while that is not known; empty where it then says nothing.
    pub otherwise: &'static str,
}

/// What a sentence of a paper rests on. A paper is signed: it claims only what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Law, ministerial regulation or the articles: true of every cooperative.
    Rule,
    /// What the paper itself asks, announces or promises.
    Wish,
    /// The hand completes it or crosses it out.
    Hand,
    /// The day of the meeting has come.
    Come,
    /// The RAT was held, on a day that is known.
    Held,
    /// It is not known that the quorum failed.
    Quorum,
    /// The quorum was counted and reached.
    QuorumReached,
    /// A dissolution-plan letter came, on a day that is known.
    PlanLetter,
    /// The RAT is postponed.
    Postponed,
    /// Something was found.
    Found,
    /// A RAT that fell due was not held.
    Missed,
    /// The board's report was rejected.
    Rejected,
    /// A meeting in writing whose papers went out on a day that is known.
    Answers,
    /// It is not known that the invitation comes too late for its meeting.
    Notice,
    /// The books do not say that the year ended in a loss.
    Shared,
    /// They say that it did.
    Loss,
}

/// The kinds of block in a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the thing it is called")]
pub enum BlockKind {
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

read!(struct BlockForm { kind, text, items, widths, rows, blank, when, rests, otherwise });
read!(
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
);
read!(
    enum BlockKind {
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
);
read!(
    enum Condition {
        Audit,
        Sharia,
        Election,
        Postponed,
        Online,
        Groups,
        Primary,
        Secondary,
        Amendment,
        DissolutionPlan,
        Kdmp,
        SavingsLoan,
        NoQuorum,
        Missed,
    }
);
