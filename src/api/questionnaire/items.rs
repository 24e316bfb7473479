//! The lines of the form: items to answer, ratios to understand, and what can be done about either.

use serde::Serialize;

use super::Teller;
use super::words::Named;
use crate::rulebook::{self, Measure, RatioRule};

/// A yes/no line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// Its id.
    pub id: &'static str,
    /// The question; *yes* is always the good answer.
    pub question: &'static str,
    /// The evidence to have at hand.
    pub hint: &'static str,
    /// Why it is asked.
    pub why: &'static str,
    /// What the examiner looks at.
    pub examiner: &'static str,
    /// What to do first.
    pub first_step: &'static str,
    /// Whether `not-applicable` may be answered.
    pub not_applicable: bool,
    /// Its place in the worksheet.
    pub cell: &'static str,
    /// Doubts about its wording.
    pub differences: &'static [&'static str],
    /// What can be done about it.
    pub action: Action,
}

/// A ratio in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RatioWords {
    /// What the definition divides.
    pub definition: String,
    /// What the worksheet divides, where that is written differently.
    pub worksheet: Option<String>,
    /// What it tells.
    pub meaning: &'static str,
    /// Why it is looked at.
    pub why: &'static str,
    /// What the examiner does.
    pub examiner: &'static str,
    /// What to do first.
    pub first_step: &'static str,
    /// What can be done about it.
    pub action: Action,
}

/// What can be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Action {
    /// Who usually does it: `pengurus`, `ketua`, `sekretaris`, `bendahara`, `pengawas`, `manajer`.
    pub who: &'static str,
    /// How long it takes: `days`, `weeks`, `months`, `rat`.
    pub time: &'static str,
    /// From 1 to 5.
    pub effort: u8,
    /// The office's offer that helps most.
    pub coaching: Named,
    /// Papers that prove it.
    pub evidence: Vec<Named>,
}

pub(super) fn items(teller: Teller, indicator: &'static rulebook::Indicator) -> Vec<Item> {
    let help = |item| teller.book.help(teller.locale)?.of(item);
    let texts = indicator.items().iter().filter_map(|item| Some((item, &teller.texts[item], help(item)?)));
    texts
        .map(|(item, text, help)| Item {
            id: item.id,
            question: text.question,
            hint: help.hint,
            why: help.why,
            examiner: help.examiner,
            first_step: help.first_step,
            not_applicable: item.not_applicable,
            cell: item.cell,
            differences: item.differences,
            action: action(teller, &item.action),
        })
        .collect()
}

pub(super) fn ratio(teller: Teller, indicator: &'static rulebook::Indicator) -> Option<RatioWords> {
    let Measure::Ratio(RatioRule { definition, worksheet, action: what, .. }) = &indicator.measure else { return None };
    let help = teller.book.help(teller.locale)?.of_ratio(indicator)?;
    let formula = |formula| teller.locale.formula(teller.book, teller.variant, formula);
    let (definition, worksheet) = (formula(definition), formula(worksheet));
    Some(RatioWords {
        worksheet: (worksheet != definition).then_some(worksheet),
        definition,
        meaning: help.meaning,
        why: help.why,
        examiner: help.examiner,
        first_step: help.first_step,
        action: action(teller, what),
    })
}

fn action(teller: Teller, action: &'static rulebook::Action) -> Action {
    let paper = |id: &&'static str| Named { id, name: teller.texts.document(id).unwrap_or(id) };
    Action {
        who: action.who.code(),
        time: action.time.code(),
        effort: action.effort,
        coaching: Named { id: action.coaching, name: teller.texts.offer(action.coaching).unwrap_or(action.coaching) },
        evidence: action.evidence.iter().map(paper).collect(),
    }
}
