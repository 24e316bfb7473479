//! Whether the business class (KUK) that was chosen, or left open, is the one the figures speak for: only where another form hangs on it.

use crate::assessment::{Assessment, Profile, Unrated};
use crate::exact::Fraction;
use crate::rat::{RatInput, class_by};
use crate::rulebook::{CoopKind, Year};
use crate::scoring::Figures;

/// A class that the figures contradict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassDoubt {
    /// The one that was chosen; `None` where the question was left open.
    pub chosen: Option<u8>,
    /// The one that the table gives.
    pub level: u8,
    /// Whether the table is that of savings and loan.
    pub lends: bool,
    /// Whether the form here is not for that class.
    pub large: bool,
    /// Members, own capital and assets, where they speak for it.
    pub measures: [Option<i64>; 3],
}

impl ClassDoubt {
    /// The measures that may still speak against it: the highest decides, so to be small takes all three.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::Assessment, rulebook::RULEBOOKS, standing::class_doubt};
    /// let mut work = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
    /// (work.profile.level, work.profile.members) = (Some(3), Some(100));
    /// let doubt = class_doubt(&work, &work.rat_with_profile()).unwrap();
    /// assert_eq!(doubt.unknown(), [false, true, true], "own capital and assets");
    /// ```
    #[must_use]
    pub fn unknown(&self) -> [bool; 3] {
        self.measures.map(|measure| !self.large && measure.is_none())
    }
}

/// Whether a cooperative is classed by the table of savings and loan. A mixed one is classed as the whole it is.
///
/// ```
/// use cermin_koperasi::{assessment::Profile, rulebook::CoopKind, standing::lends};
/// let of = |kind| lends(&Profile { kind: Some(kind), ..Profile::default() });
/// assert!(of(CoopKind::Ksp) && of(CoopKind::Usp));
/// assert!(!of(CoopKind::Serba), "though it lends, too");
/// ```
#[must_use]
pub fn lends(profile: &Profile) -> bool {
    match profile.kind {
        Some(CoopKind::Ksp | CoopKind::Usp) => true,
        None
        | Some(
            CoopKind::Riil
            | CoopKind::Kdmp
            | CoopKind::Serba
            | CoopKind::Sharia
            | CoopKind::Secondary
            | CoopKind::Other,
        ) => false,
    }
}

/// What the figures have against the class; `said` is what is said of the RAT, with the profile. One measure is enough to be large.
/// Whoever chose a large class is doubted by what is known: of what is not known the doubt says so.
///
/// ```
/// use cermin_koperasi::{assessment::Assessment, rulebook::{CoopKind, RULEBOOKS}, standing::class_doubt};
/// let mut work = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
/// work.profile.kind = Some(CoopKind::Ksp);
/// work.profile.members = Some(12_000);
/// assert_eq!(class_doubt(&work, &work.rat_with_profile()).map(|doubt| (doubt.chosen, doubt.level)), Some((None, 3)));
/// work.profile.level = Some(3);
/// assert!(class_doubt(&work, &work.rat_with_profile()).is_none());
/// work.profile.members = Some(100);
/// let doubt = class_doubt(&work, &work.rat_with_profile()).unwrap();
/// assert_eq!((doubt.level, doubt.unknown()), (1, [false, true, true]));
/// ```
#[must_use]
pub fn class_doubt(work: &Assessment, said: &RatInput) -> Option<ClassDoubt> {
    if work.unrated().is_some_and(|why| why != Unrated::Large) {
        return None;
    }
    let figure = |name| Figures::new(work).named(name, Year::Current).known().and_then(Fraction::to_whole);
    let all = [said.members, figure("ekuitas").or(said.own_capital), figure("total_aktiva").or(said.assets)];
    let lends = lends(&work.profile);
    let class = class_by(lends, all)?;
    let is_large = |level| level > work.variant.class_to;
    let (chosen, large) = (work.profile.level, is_large(class.level));
    if chosen.is_some_and(is_large) == large {
        return None;
    }
    let by = class.by();
    let measures = std::array::from_fn(|place| all[place].filter(|_| !large || by[place] == Some(class.level)));
    Some(ClassDoubt { chosen, level: class.level, lends, large, measures })
}
