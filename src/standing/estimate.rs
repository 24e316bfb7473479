//! What this tool's own examination says, for the health line.

use super::Estimate;
use crate::assessment::Assessment;
use crate::rat::Predicate;
use crate::rulebook::{self, Year};
use crate::scoring;

impl Estimate {
    /// The predicates at both ends of the score, over every way to read the form; `None` while the examination has not begun, or where
    /// the cooperative gets none.
    ///
    /// ```
    /// use cermin_koperasi::{page::workshop::Sample, rat::Predicate, rulebook::CoopKind, standing::Estimate};
    /// let mut work = Sample::find("banyak-belum-tahu").unwrap().work(None).unwrap().assessment;
    /// assert_eq!(Estimate::of(&work), Some(Estimate { best: Predicate::Sehat, worst: Predicate::DalamPengawasan }));
    /// work.profile.kind = Some(CoopKind::Sharia);
    /// assert_eq!(Estimate::of(&work), None, "its form is not known here");
    /// ```
    #[must_use]
    pub fn of(assessment: &Assessment) -> Option<Self> {
        let books = Year::BOTH.into_iter().any(|year| !assessment.statements.year(year).amounts.is_empty());
        if assessment.answers.is_empty() && !books || assessment.unrated().is_some() {
            return None;
        }
        let ends = scoring::assess(assessment).honest_predicate();
        Some(Self { best: predicate(ends.high?)?, worst: predicate(ends.low?)? })
    }
}

fn predicate(one: &rulebook::Predicate) -> Option<Predicate> {
    match one.id {
        "sehat" => Some(Predicate::Sehat),
        "cukup-sehat" => Some(Predicate::CukupSehat),
        "dalam-pengawasan" => Some(Predicate::DalamPengawasan),
        "dalam-pengawasan-khusus" => Some(Predicate::DalamPengawasanKhusus),
        _ => None,
    }
}
