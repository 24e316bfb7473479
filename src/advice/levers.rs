//! Which few things turn the score of this cooperative most: what one plays with first.

use crate::assessment::Assessment;
use crate::rulebook::{Direction, Indicator, Item, Move};

use super::plan::rounded_up;
use super::{Action, Checklist, Loss, Plan, Step, margin};

/// So many levers stand on one screen.
pub const MOST_LEVERS: usize = 5;

/// Something that can be turned up and down, notch by notch.
#[derive(Clone, Copy, Debug)]
pub enum Lever {
    /// The items of a checklist: a notch is one item.
    Items(&'static Indicator),
    /// A move of money, and how many rupiah a notch is: enough for what the move is for.
    Money(&'static Move, i64),
}

impl Lever {
    /// What it is called in an address: the id of its indicator or of its move.
    ///
    /// ```
    /// use cermin_koperasi::{advice::{self, Lever}, page::workshop::Sample};
    /// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
    /// let list = advice::checklist(&work);
    /// let levers = advice::levers(&work, &list, &advice::plan(&work, &list));
    /// assert!(levers.iter().any(|one| matches!(one, Lever::Money(..)) && one.id() == "cadangan-risiko-dari-cadangan-umum"));
    /// assert!(levers.iter().any(|one| matches!(one, Lever::Items(_)) && one.id() == "A.I.1"));
    /// ```
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Items(indicator) => indicator.id,
            Self::Money(movement, _) => movement.id,
        }
    }
}

/// The levers of an assessment: what its plan turns first, then other moves of money, then what would cost its predicate.
///
/// ```
/// use cermin_koperasi::{advice, assessment::{Answer, Assessment}, rulebook};
/// let book = rulebook::find("kkpkk-2021").unwrap();
/// let mut ours = Assessment::new(book, &book.variants[0]);
/// ours.answers.extend(book.variants[0].items().map(|(_, item)| (item.id.to_owned(), Answer::No)));
/// let list = advice::checklist(&ours);
/// let levers = advice::levers(&ours, &list, &advice::plan(&ours, &list));
/// assert!((4..=advice::MOST_LEVERS).contains(&levers.len()));
/// ```
#[must_use]
pub fn levers(assessment: &Assessment, list: &Checklist, plan: &Plan) -> Vec<Lever> {
    let mut found: Vec<Lever> = Vec::new();
    let of = |action: &Action| match &action.step {
        Step::Items(_) => Lever::Items(action.indicator),
        Step::Money(way) => Lever::Money(way.movement, rounded_up(way.rupiah)),
    };
    let mut practices = 0;
    for action in &plan.steps {
        practices += usize::from(matches!(action.step, Step::Items(_)));
        if practices <= PRACTICES || matches!(action.step, Step::Money(_)) {
            add(assessment, &mut found, of(action));
        }
    }
    for action in list.actions.iter().filter(|action| matches!(action.step, Step::Money(_))).chain(&plan.steps) {
        add(assessment, &mut found, of(action));
    }
    // What a slip would cost is dear to find out; whoever has much to do has no need of it.
    if found.len() < MOST_LEVERS {
        for threat in margin(assessment).threats {
            let slips = |(_, item): &(_, &Item)| matches!(threat.loss, Loss::Item(one) if one.id == item.id);
            if let Some((indicator, _)) = assessment.variant.items().find(slips) {
                add(assessment, &mut found, Lever::Items(indicator));
            }
        }
    }
    found
}

/// Of the practices no more than this come first, while there is money to be moved.
const PRACTICES: usize = 3;

/// Each once, and no more than there is room for. Of all that raises the surplus one is enough.
fn add(assessment: &Assessment, found: &mut Vec<Lever>, lever: Lever) {
    let raises = |one: &Lever| match (one, assessment.variant.moves) {
        (Lever::Money(movement, _), Some(moves)) => movement.direction(moves.result) == Some(Direction::Up),
        _ => false,
    };
    let same = |one: &Lever| one.id() == lever.id() || raises(one) && raises(&lever);
    if found.len() < MOST_LEVERS && !found.iter().any(same) {
        found.push(lever);
    }
}
