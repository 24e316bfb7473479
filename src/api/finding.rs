//! What the books check noticed.

use serde::Serialize;

use super::fixed;
use super::number::exact;
use crate::assessment::Assessment;
use crate::exact::Fraction;
use crate::locale::Locale;
use crate::scoring;

/// Something the books check noticed. It warns and never changes a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What kind: `balance`, `result`, `bad-loans`, `thousands`, `contra-sign`, `negative`.
    #[serde(serialize_with = "fixed::text")]
    pub id: &'static str,
    /// Which year: `current` or `prior`.
    #[serde(serialize_with = "fixed::text")]
    pub year: &'static str,
    /// The account, where it is about one.
    #[serde(serialize_with = "fixed::maybe")]
    pub account: Option<&'static str>,
    /// What was entered there, in rupiah.
    pub amount: Option<String>,
    /// One side of a comparison, in rupiah.
    pub left: Option<String>,
    /// Its other side.
    pub right: Option<String>,
    /// How far they are apart.
    pub gap: Option<String>,
    /// Why it matters, an id of the differences.
    #[serde(serialize_with = "fixed::maybe")]
    pub difference: Option<&'static str>,
    /// All this in an Indonesian sentence.
    pub message: String,
}

impl Finding {
    pub(super) fn of(assessment: &Assessment, finding: &scoring::Finding) -> Self {
        let year = Locale::Id.words().year_in_text(finding.year());
        let message = Locale::Id.finding(assessment.rulebook, assessment.variant, finding, year);
        let blank = Self {
            id: finding.id(),
            year: finding.year().code(),
            account: None,
            amount: None,
            left: None,
            right: None,
            gap: None,
            difference: None,
            message,
        };
        match finding {
            scoring::Finding::Check { left, right, difference, .. } => Self {
                left: Some(exact(*left)),
                right: Some(exact(*right)),
                gap: left.minus(*right).map(Fraction::abs).map(exact),
                difference: *difference,
                ..blank
            },
            scoring::Finding::ContraSign { account, amount, .. }
            | scoring::Finding::Negative { account, amount, .. } => {
                Self { account: Some(account), amount: Some(amount.get().to_string()), ..blank }
            }
        }
    }
}
