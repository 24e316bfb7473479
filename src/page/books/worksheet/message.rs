//! What can happen to the ministry's workbook.

use super::CopyFault;

/// Something done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorksheetMessage {
    /// What is shown goes into the work.
    Take,
    /// What was taken over last goes out again.
    Undo,
    /// It is not wanted.
    Drop,
    /// A copy was chosen and is being filled.
    Copying,
    /// It is filled: the name it was chosen under, its bytes, the cells that were left; or it is not.
    Copied(Result<(String, Vec<u8>, Vec<String>), CopyFault>),
}

impl WorksheetMessage {
    /// The message of a mark's word after `lembar`.
    pub(in crate::page) fn parse(word: Option<&str>) -> Option<Self> {
        Some(match word? {
            "take" => Self::Take,
            "undo" => Self::Undo,
            "drop" => Self::Drop,
            _ => return None,
        })
    }
}
