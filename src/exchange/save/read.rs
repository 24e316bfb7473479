//! What only the whole page reads of a file: the RAT, what was done, the papers, a village cooperative's sheet, the books of a unit,
//! lists that hold strangers' entries. `unread.rs` stands here in the first part.

#[path = "kdmp.rs"]
mod kdmp;
#[path = "lists.rs"]
mod lists;
#[path = "marks.rs"]
mod marks;
#[path = "papers.rs"]
mod papers;
#[path = "rat.rs"]
mod rat;
#[path = "tasks.rs"]
mod tasks;
#[path = "turned.rs"]
mod turned;
#[path = "unit.rs"]
mod unit;

pub use lists::only_first;

use super::fields::Fields;
use crate::assessment::Assessment;
use crate::exchange::json::{Map, Value};
use crate::exchange::problem::Problem;

/// The RAT's key in the file.
pub(super) const RAT: &str = rat::KEY;

/// What is left of keys of ours, in the file's shape.
pub(super) struct Left([(&'static str, Option<Value>); 4]);

/// Takes what the file holds beside profile, answers and books; hands back what it did not know, of the RAT and of the rest.
#[allow(clippy::inline_always, reason = "measured: called once, but too large to be put there unasked")]
#[inline(always)]
pub(super) fn take(assessment: &mut Assessment, file: &mut Fields) -> Result<(Map, Left), Problem> {
    let rat = rat::take(assessment, file)?;
    let left = [
        (marks::KEY, marks::take(assessment, file)?),
        (papers::KEY, papers::take(assessment, file)?),
        (tasks::KEY, tasks::take(assessment, file)?),
        (kdmp::KEY, kdmp::take(&mut assessment.sheet, file)?),
    ];
    Ok((rat, Left(left)))
}

/// Keeps what is left.
#[inline]
pub(super) fn keep(kept: &mut Map, left: Left) {
    for (key, left) in left.0 {
        if let Some(left) = left {
            kept.insert(key, left);
        }
    }
}

/// Writes it down again.
pub(super) fn put(file: &mut Map, assessment: &Assessment, kept: &Map) {
    rat::put(file, assessment, kept);
    marks::put(file, assessment, kept);
    papers::put(file, assessment);
    tasks::put(file, assessment);
    kdmp::put(file, &assessment.sheet);
}

/// Where a unit's books are open, those stand in front, and the whole's behind; twice, and all is as it was.
pub(super) fn turn(file: &mut Map) {
    unit::turn(file);
}

/// In a file with books of a unit, the whole's are to be open.
pub(super) fn show_whole(file: &mut Map) {
    unit::show(file, false);
}

/// Puts into our entries of a list what was kept of it.
pub(super) fn weave(ours: &mut Vec<Value>, kept: &Value, into: fn(&mut Value, &Value)) {
    lists::weave(ours, kept, into);
}
