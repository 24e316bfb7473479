//! One assessment counted in every way there is: in both readings, and under every edition.

use crate::assessment::Assessment;
use crate::rulebook::Reading;
use crate::scoring::{self, Report};

/// One assessment counted in every way there is.
#[derive(Clone, Debug)]
pub struct Contrast<'a> {
    assessment: &'a Assessment,
    definition: Report,
    worksheet: Report,
    others: Vec<Report>,
}

impl<'a> Contrast<'a> {
    /// Counts an assessment in both readings, and in its reading under every other edition.
    #[must_use]
    pub fn of(assessment: &'a Assessment) -> Self {
        let count = |edition, reading| scoring::assess(&assessment.counted(edition, reading));
        let others = (0..assessment.rulebook.editions.len()).filter(|edition| *edition != assessment.edition);
        Self {
            assessment,
            definition: count(assessment.edition, Reading::Definition),
            worksheet: count(assessment.edition, Reading::Worksheet),
            others: others.map(|edition| count(edition, assessment.reading)).collect(),
        }
    }

    /// The report as the assessment itself asks to be counted.
    #[must_use]
    pub const fn own(&self) -> &Report {
        self.report(self.assessment.reading)
    }

    /// The same reading under every other edition, oldest first.
    #[must_use]
    pub fn other_editions(&self) -> &[Report] {
        &self.others
    }

    /// The report of a reading, under the edition that counts.
    #[must_use]
    pub const fn report(&self, reading: Reading) -> &Report {
        match reading {
            Reading::Definition => &self.definition,
            Reading::Worksheet => &self.worksheet,
        }
    }

    /// Whether the two readings give another total.
    #[must_use]
    pub fn readings_differ(&self) -> bool {
        self.definition.total != self.worksheet.total
    }
}
