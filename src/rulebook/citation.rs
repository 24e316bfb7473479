//! Where a rule was read, and how sure we are of it.

/// A document that was read.
#[derive(Debug)]
pub struct Reference {
    /// Short id used in [`Citation::sources`], `WB`.
    pub id: &'static str,
    /// What it is.
    pub title: &'static str,
    /// Its date, as exactly as known.
    pub date: Option<&'static str>,
    /// What to know about it.
    pub note: Option<&'static str>,
}

/// Where a rule was read. The compiler refuses an empty one.
#[derive(Debug, PartialEq, Eq)]
pub struct Citation {
    /// `WB:TK!C4`: a [`Reference`] id and, after a colon, the place in it.
    pub sources: &'static [&'static str],
    /// How sure: `workbook-verified`, `workbook-conflict`, `workbook-only`, `secondary-only`, … Empty where not graded.
    pub confidence: &'static str,
}
