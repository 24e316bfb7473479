//! Cooperatives that get no score: the form their examination uses is not known here.

use super::Assessment;
use crate::rulebook::{Aspect, CoopKind};

/// Why a cooperative gets no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unrated {
    /// It is a sharia one, examined by its principles too.
    Sharia,
    /// Its members are cooperatives.
    Secondary,
    /// Its business class is above those that its form is for.
    Large,
    /// It is of a kind that no known form is for.
    Other,
}

impl Assessment {
    /// Why it gets no score, if it gets none.
    ///
    /// ```
    /// use cermin_koperasi::assessment::{Assessment, Unrated};
    /// use cermin_koperasi::rulebook::{CoopKind, RULEBOOKS};
    /// let mut said = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
    /// assert_eq!((said.unrated(), said.asked().len()), (None, 4));
    /// said.profile.kind = Some(CoopKind::Sharia);
    /// assert_eq!((said.unrated(), said.asked().len()), (Some(Unrated::Sharia), 1));
    /// ```
    #[must_use]
    pub fn unrated(&self) -> Option<Unrated> {
        let is_large = self.profile.level.is_some_and(|level| level > self.variant.class_to);
        match self.profile.kind {
            Some(CoopKind::Sharia) => Some(Unrated::Sharia),
            Some(CoopKind::Secondary) => Some(Unrated::Secondary),
            Some(CoopKind::Other) => Some(Unrated::Other),
            None | Some(CoopKind::Ksp | CoopKind::Usp | CoopKind::Riil | CoopKind::Kdmp | CoopKind::Serba)
                if is_large =>
            {
                Some(Unrated::Large)
            }
            None | Some(CoopKind::Ksp | CoopKind::Usp | CoopKind::Riil | CoopKind::Kdmp | CoopKind::Serba) => {
                self.says_secondary().then_some(Unrated::Secondary)
            }
        }
    }

    /// The aspects it is asked: without a score governance alone, which comes first and is the same in every form.
    #[must_use]
    pub fn asked(&self) -> &'static [Aspect] {
        let all = self.variant.aspects;
        if self.unrated().is_some() { &all[..1] } else { all }
    }
}
