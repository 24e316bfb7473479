//! What has changed between two assessments, last year's beside this year's.

use crate::assessment::{Answer, Assessment};
use crate::rulebook::Item;
use crate::scoring;

use super::{Comparison, compare};

/// Two years beside each other.
#[derive(Clone, Debug)]
pub struct Progress {
    /// Scores, earlier and later.
    pub comparison: Comparison,
    /// Items whose answer changed, in the form's order, with both answers.
    pub answers: Vec<(&'static Item, Answer, Answer)>,
    /// Whether the two were counted in another edition or reading; then the earlier one is counted anew in the later
    /// one's, so that only the cooperative is compared and not the rules.
    pub recounted: bool,
}

/// Why two assessments cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotComparable {
    /// They answer different rulebooks.
    Rulebook,
    /// They answer different forms of the same rulebook.
    Variant,
}

/// The change from an earlier assessment to a later one, both counted in the later one's edition and reading.
///
/// ```
/// use cermin_koperasi::{advice::{self, NotComparable}, assessment::Answer, page::workshop::Sample};
/// let earlier = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
/// let mut later = earlier.clone();
/// later.answers.insert("A.I.4.b", Answer::Yes);
/// let progress = advice::progress(&earlier, &later).unwrap();
/// let changed: Vec<_> = progress.answers.iter().map(|(item, before, after)| (item.id, *before, *after)).collect();
/// assert_eq!(changed, [("A.I.4.b", Answer::No, Answer::Yes)]);
/// let shop = Sample::find("warung-bersama").unwrap().work(None).unwrap().assessment;
/// assert_eq!(advice::progress(&shop, &later).unwrap_err(), NotComparable::Variant);
/// ```
///
/// # Errors
/// [`NotComparable`] where the two do not answer the same form.
pub fn progress(earlier: &Assessment, later: &Assessment) -> Result<Progress, NotComparable> {
    if earlier.rulebook != later.rulebook {
        return Err(NotComparable::Rulebook);
    }
    if earlier.variant != later.variant {
        return Err(NotComparable::Variant);
    }
    let counted = earlier.counted(later.edition, later.reading);
    let answers = later.variant.items().map(|(_, item)| (item, earlier.answer(item.id), later.answer(item.id)));
    Ok(Progress {
        comparison: compare(&scoring::assess(&counted), &scoring::assess(later)),
        answers: answers.filter(|(_, before, after)| before != after).collect(),
        recounted: (earlier.edition, earlier.reading) != (later.edition, later.reading),
    })
}
