//! The papers for the examiner's table: which, what they serve, and how much hangs on each.

use crate::assessment::{Answer, Assessment};
use crate::exact::Fraction;
use crate::rulebook::{Indicator, Item, Measure};
use crate::scoring::{self, Report};

/// The evidence pack.
#[derive(Clone, Debug)]
pub struct Papers {
    /// By item and ratio, in the form's order.
    pub lines: Vec<ItemPapers>,
    /// Each paper once, in the order the form first asks for it.
    pub papers: Vec<Paper>,
}

/// The papers of one line.
#[derive(Clone, Copy, Debug)]
pub struct ItemPapers {
    /// The indicator.
    pub indicator: &'static Indicator,
    /// The item; `None` for a ratio.
    pub item: Option<&'static Item>,
    /// Its answer; `None` for a ratio.
    pub answer: Option<Answer>,
    /// Its papers, ids of the document texts.
    pub papers: &'static [&'static str],
}

/// One paper and all it serves.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Its id in the document texts.
    pub id: &'static str,
    /// The items it proves, in the form's order.
    pub items: Vec<&'static Item>,
    /// The ratios it proves, in the form's order.
    pub ratios: Vec<&'static Indicator>,
    /// Points of the total that hang on it: what the low end loses if every *ya* it proves became *tidak* and every ratio
    /// it proves fell to its worst band.
    pub points: Fraction,
}

/// The papers of every line, and every paper with what hangs on it.
///
/// ```
/// use cermin_koperasi::{advice, exact::Fraction, page::workshop::Sample};
/// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
/// let papers = advice::papers(&work).papers;
/// let paper = |id: &str| papers.iter().find(|paper| paper.id == id).unwrap();
/// let attendance = paper("daftar-hadir-rat");
/// assert_eq!(attendance.items.iter().map(|item| item.id).collect::<Vec<_>>(), ["A.I.2.a", "A.I.2.e", "A.II.4.d", "A.II.5.a"]);
/// assert_eq!(Some(attendance.points), Fraction::new(15, 17));
/// assert!(paper("surat-penagihan").points.is_zero(), "nothing that it proves was answered *ya* with effect");
/// ```
#[must_use]
pub fn papers(assessment: &Assessment) -> Papers {
    let report = scoring::assess(assessment);
    let lines: Vec<ItemPapers> =
        assessment.variant.indicators().flat_map(|(_, indicator)| of(assessment, indicator)).collect();
    let mut papers: Vec<Paper> = Vec::new();
    for line in &lines {
        for id in line.papers {
            let known = papers.iter().position(|paper| paper.id == *id);
            let place = known.unwrap_or_else(|| {
                papers.push(Paper { id, items: Vec::new(), ratios: Vec::new(), points: Fraction::ZERO });
                papers.len() - 1
            });
            match line.item {
                Some(item) => papers[place].items.push(item),
                None => papers[place].ratios.push(line.indicator),
            }
        }
    }
    for paper in &mut papers {
        paper.points = hanging(assessment, &report, paper);
    }
    Papers { lines, papers }
}

fn of(assessment: &Assessment, indicator: &'static Indicator) -> Vec<ItemPapers> {
    let line = |item: &'static Item| ItemPapers {
        indicator,
        item: Some(item),
        answer: Some(assessment.answer(item.id)),
        papers: item.action.evidence,
    };
    match &indicator.measure {
        Measure::Checklist(items) => items.iter().map(line).collect(),
        Measure::Ratio(rule) => {
            vec![ItemPapers { indicator, item: None, answer: None, papers: rule.action.evidence }]
        }
    }
}

fn hanging(assessment: &Assessment, report: &Report, paper: &Paper) -> Fraction {
    let mut copy = assessment.clone();
    for item in paper.items.iter().filter(|item| assessment.answer(item.id) == Answer::Yes) {
        copy.answers.insert(item.id, Answer::No);
    }
    let lost = report.indicators.iter().filter_map(|score| {
        let worst = || score.trace.bands?.bands.iter().map(|band| band.points).min();
        let fallen = if score.indicator.items().is_empty() {
            let proven = paper.ratios.iter().any(|one| one.id == score.indicator.id);
            if proven { worst().unwrap_or(score.score.low) } else { score.score.low }
        } else {
            scoring::points(&copy, score.indicator).low
        };
        score.score.low.minus(fallen)?.times(score.point_worth())
    });
    // Points of the total, at most 100, with the rulebook's small denominators always fit.
    Fraction::sum(lost).unwrap_or(Fraction::ZERO)
}
