//! Heavy outcomes are worked out once for the same work, not at every rendering.

use std::cell::RefCell;
use std::rc::Rc;

use crate::assessment::{Assessment, Profile};
use crate::rat::RatInput;
use crate::sorted_map::SortedMap;

/// The last outcome of something heavy, kept as long as answers, amounts and notes of progress stay the same. It holds no truth of its
/// own: forgetting it changes nothing but the time a screen takes.
///
/// ```
/// use cermin_koperasi::{assessment::{Answer, Assessment}, page::advice::Memo, rulebook};
/// let book = rulebook::find("kkpkk-2021").unwrap();
/// let (mut ours, memo) = (Assessment::new(book, &book.variants[0]), Memo::default());
/// let (first, second) = (memo.of(&ours, |ours| ours.answers.len()), memo.of(&ours, |_| unreachable!()));
/// ours.answers.insert("A.I.1.a", Answer::No);
/// assert_eq!((*first, *second, *memo.of(&ours, |ours| ours.answers.len())), (0, 0, 1));
/// ```
#[derive(Clone, Debug)]
pub struct Memo<T>(RefCell<Option<Box<Last<T>>>>);

/// What was asked last, and what came of it.
type Last<T> = (Assessment, Rc<T>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(RefCell::new(None))
    }
}

impl<T> Memo<T> {
    /// The outcome for an assessment, worked out where it is another one than last time.
    pub fn of(&self, assessment: &Assessment, work_out: impl FnOnce(&Assessment) -> T) -> Rc<T> {
        let question = counted(assessment);
        if let Some(last) = &*self.0.borrow()
            && last.0 == question
        {
            return Rc::clone(&last.1);
        }
        let outcome = Rc::new(work_out(assessment));
        *self.0.borrow_mut() = Some(Box::new((question, Rc::clone(&outcome))));
        outcome
    }
}

/// What a score and a plan rest on: names, papers and the RAT change neither.
fn counted(assessment: &Assessment) -> Assessment {
    let Assessment { rulebook, variant, edition, reading, answers, statements, marks, .. } = assessment;
    let (answers, statements, marks) = (answers.clone(), statements.clone(), marks.clone());
    let (edition, reading) = (*edition, *reading);
    let (profile, rat, papers, tasks) = (Profile::default(), RatInput::default(), SortedMap::new(), SortedMap::new());
    let sheet = Box::default();
    Assessment { rulebook, variant, edition, reading, profile, answers, statements, rat, marks, papers, tasks, sheet }
}
