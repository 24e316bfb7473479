//! A save file as opened.

use crate::assessment::Assessment;
use crate::exchange::json::Map;
use crate::exchange::problem::Problem;

/// A save file as opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What the board said, with ids of the rulebook only.
    pub assessment: Assessment,
    /// Whatever else the file holds, in the file's shape: keys we do not know, at any depth, and answers and amounts
    /// whose ids are gone. Only lists that hold entries of ours beside others are there in a shape of their own. Hand it to
    /// [`write()`](super::write()) again.
    pub kept: Map,
    /// What its owner should know about it; none of it kept the file from being opened.
    pub notices: Vec<Problem>,
}
