//! Why a code is refused, and which group to look at again.

/// Why a code is refused. Groups are counted from 1, as people count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing in it.
    Empty,
    /// More than any code or file of ours holds.
    TooLong,
    /// A sign that no code has.
    Sign {
        /// The group it stands in.
        group: usize,
        /// The sign.
        sign: char,
    },
    /// A group that is not right: something in it was typed wrong, left out or swapped.
    Typo {
        /// The group.
        group: usize,
    },
    /// A group that stops too early.
    Short {
        /// The group.
        group: usize,
        /// How many symbols it has.
        have: usize,
    },
    /// A whole group that belongs elsewhere.
    Place {
        /// Where it stands.
        group: usize,
        /// Where it belongs.
        belongs: usize,
    },
    /// Groups are missing.
    Incomplete {
        /// How many are there.
        have: usize,
        /// How many there should be.
        need: usize,
    },
    /// More groups than the code has.
    TooMany {
        /// How many are there.
        have: usize,
        /// How many there should be.
        need: usize,
    },
    /// Groups of two codes mixed.
    Mixed,
    /// Of a version this build does not know.
    Newer {
        /// The version it calls itself.
        version: u8,
    },
    /// Of a rulebook or an edition that this build does not know.
    Rulebook,
    /// A file of another program.
    Foreign,
    /// One board member's voice, where a result was asked for.
    Voice,
    /// A cooperative's result, where a voice was asked for.
    Result,
    /// The result of an invented cooperative.
    Invented,
    /// A whole save file of ours, with names and amounts: nothing for a room.
    SaveFile,
}
