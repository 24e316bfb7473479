//! What to do with a report: what first, how far to the next band, what if, and how sure it is.
//!
//! Everything is computed by re-scoring and comes back as data; the sentences are in [`crate::locale`] and the rulebook's
//! text files. One file answers one question:
//!
//! | question | door |
//! |---|---|
//! | What do we do, all in all? | [`plan`] |
//! | What is there to do? | [`checklist`] |
//! | What does one indicator still lack? | [`gaps`] |
//! | What is the least effort to a predicate? | [`path`] |
//! | How many rupiah to the next band? | [`next_band`] |
//! | What if this were different? | [`what_if`] |
//! | What does one play with first? | [`levers`] |
//! | How safe is the result? | [`margin`] |
//! | What do the known differences do to us? | [`differences`] |
//! | Which papers do we put on the table? | [`papers`] |
//! | What has changed since last year? | [`progress`] |

mod action;
mod apply;
mod change;
mod checklist;
mod compare;
mod course;
mod differences;
mod documents;
mod doubt;
mod gaps;
mod joint;
mod levers;
mod margin;
mod next_band;
mod path;
mod plan;
mod progress;
mod reach;
mod turns;
mod way;

pub use action::{Action, Step};
pub use apply::moved;
pub use change::{ChangeSet, Refused};
pub use checklist::{Checklist, FindOut, Stuck, checklist};
pub use compare::{AspectChange, Comparison, IndicatorChange, compare};
pub use differences::{DifferenceEffect, Differences, Effect, IndicatorEffect, differences};
pub use documents::{ItemPapers, Paper, Papers, papers};
pub use doubt::{Change, Told};
pub use gaps::{IndicatorGap, ItemGap, Lift, gaps};
pub use joint::Joint;
pub use levers::{Lever, MOST_LEVERS, levers};
pub use margin::{Edge, Limit, Loss, Margin, RatioMargin, Threat, margin};
pub use next_band::{Blocked, NextBand, Outlook, next_band};
pub use path::{Failure, Path, PathStep, Route, Unknowns, path, spread};
pub use plan::{MOST_MONEY, MOST_STEPS, Plan, plan};
pub use progress::{NotComparable, Progress, progress};
pub use way::{Coupling, Shift, Way};

use crate::assessment::Assessment;
use crate::scoring::{self, Report};

/// What a change set would do, on a copy: the saved work is untouched.
///
/// ```
/// use cermin_koperasi::{advice::{self, ChangeSet, Refused}, assessment::Answer, page::workshop::Sample};
/// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
/// let mut changes = ChangeSet::default();
/// changes.answers.insert("A.I.4.b".into(), Answer::Yes);
/// let tried = advice::what_if(&work, &changes).unwrap();
/// assert!(tried.after.total.low > tried.before.total.low && work.answer("A.I.4.b") == Answer::No);
/// changes.answers.insert("Z.9".into(), Answer::Yes);
/// assert_eq!(advice::what_if(&work, &changes).unwrap_err(), Refused::Item("Z.9".into()));
/// ```
///
/// # Errors
/// [`Refused`] if the change set names something the form does not have.
pub fn what_if(assessment: &Assessment, changes: &ChangeSet) -> Result<WhatIf, Refused> {
    let copy = changes.apply(assessment)?;
    let (before, after) = (scoring::assess(assessment), scoring::assess(&copy));
    Ok(WhatIf { comparison: compare(&before, &after), before, after, copy })
}

/// The outcome of [`what_if`].
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// The report as it is.
    pub before: Report,
    /// The report as it would be; its books check tells whether the balance still holds.
    pub after: Report,
    /// Side by side.
    pub comparison: Comparison,
    /// The changed copy.
    pub copy: Assessment,
}
