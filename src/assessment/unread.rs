//! What the first part of the page does not read of the work, and so leaves in the file as it came.

use super::Assessment;

pub(super) type Rat = Unread;
pub(super) type Marks = Unread;
pub(super) type Papers = Unread;
pub(super) type Tasks = Unread;
pub(super) type VillageSheet = Unread;

/// It takes no room here, and nothing can be asked of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unread(());

impl Assessment {
    #[allow(clippy::unused_self, reason = "it stands for the one that reads what is said")]
    pub(super) fn says_secondary(&self) -> bool {
        false
    }
}
