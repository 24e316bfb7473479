//! What a board notes about its papers: which are there, and where.

use super::Assessment;

/// What is known of one paper.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PaperNote {
    /// Whether it is there.
    pub found: Found,
    /// Where it is kept, in the board's own words; may be empty.
    pub place: String,
}

/// Whether a paper is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Found {
    /// Nobody has looked yet.
    #[default]
    Unchecked,
    /// It is there.
    There,
    /// It has been looked for, and is not there.
    Lacking,
}

impl Found {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::There, Self::Lacking, Self::Unchecked];

    /// The word used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unchecked => "unchecked",
            Self::There => "there",
            Self::Lacking => "lacking",
        }
    }

    /// The state named by its code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|found| found.code() == code)
    }
}

impl Assessment {
    /// What is noted of a paper; that nobody has looked, where nothing is.
    #[must_use]
    pub fn paper(&self, id: &str) -> PaperNote {
        self.papers.get(id).cloned().unwrap_or_default()
    }

    /// Notes something of a paper, and hands back what was noted before. `None` where no item and no ratio of the form
    /// asks for such a paper: then nothing is noted.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::{Assessment, Found, PaperNote}, rulebook};
    /// let book = rulebook::find("kkpkk-2021").unwrap();
    /// let mut ours = Assessment::new(book, &book.variants[0]);
    /// let there = PaperNote { found: Found::There, place: "lemari 2".into() };
    /// assert_eq!(ours.note_paper("laporan-keuangan", there.clone()), Some(PaperNote::default()));
    /// assert_eq!(ours.paper("laporan-keuangan"), there);
    /// assert_eq!(ours.note_paper("surat-cinta", there), None);
    /// ```
    pub fn note_paper(&mut self, id: &str, note: PaperNote) -> Option<PaperNote> {
        if !self.variant.asks_for(id) {
            return None;
        }
        let before = self.papers.remove(id).unwrap_or_default();
        if note != PaperNote::default() {
            self.papers.insert(id.to_owned(), note);
        }
        Some(before)
    }
}
