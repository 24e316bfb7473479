//! What tells one board's result from another's with the same answers: in a room of an hour many answer alike.

use super::{Kind, Levels};
use crate::assessment::Assessment;
use crate::exchange::check_code;
use crate::exchange::json::{Map, Value};

/// The key under which a save file carries it, beside what the rules know. A build that does not know it carries it along.
const KEY: &str = "roomMark";
/// How a save file says that it is of an invented cooperative.
const INVENTED: &str = "invented";
/// Bits of a mark.
const BITS: u32 = 15;

/// The mark of a work in rooms. Whoever hands in the same work twice counts once; two boards are two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoomMark {
    /// Chance, drawn once for this work.
    Drawn(u16),
    /// The work is of an invented cooperative.
    Invented,
}

impl RoomMark {
    /// A mark from chance: the lowest fifteen bits.
    #[must_use]
    pub const fn drawn(chance: u16) -> Self {
        Self::Drawn(chance & ((1 << BITS) - 1))
    }

    /// The mark that a work carries in what its file [kept](crate::exchange::save::Opened::kept).
    ///
    /// ```
    /// use cermin_koperasi::exchange::{json::Map, levels::RoomMark};
    /// let mut kept = Map::new();
    /// assert_eq!(RoomMark::of(&kept), None);
    /// RoomMark::drawn(4711).put(&mut kept);
    /// assert_eq!(RoomMark::of(&kept), Some(RoomMark::Drawn(4711)));
    /// ```
    #[must_use]
    pub fn of(kept: &Map) -> Option<Self> {
        match kept.get(KEY)? {
            Value::String(word) if word == INVENTED => Some(Self::Invented),
            Value::Number(number) => {
                let number = u16::try_from(number.whole().ok()?).ok()?;
                (number >> BITS == 0).then_some(Self::Drawn(number))
            }
            _ => None,
        }
    }

    /// Puts it there.
    pub fn put(self, kept: &mut Map) {
        match self {
            Self::Drawn(number) => kept.insert(KEY, i64::from(number)),
            Self::Invented => kept.insert(KEY, INVENTED),
        }
    }
}

impl Levels {
    /// The same result under a mark.
    #[must_use]
    pub fn marked(mut self, mark: RoomMark) -> Self {
        match mark {
            RoomMark::Drawn(number) => self.mark = number,
            RoomMark::Invented => self.kind = Some(Kind::Invented),
        }
        self
    }

    /// Whether it is marked as that of an invented cooperative.
    #[must_use]
    pub fn is_invented(&self) -> bool {
        self.kind == Some(Kind::Invented)
    }

    /// Whether an earlier build would have made it of this work: then the mark was the start of the check code.
    #[must_use]
    pub fn was_of(&self, assessment: &Assessment) -> bool {
        let counted = assessment.counted(self.edition, self.reading);
        let same = self.rulebook == counted.rulebook && self.variant == counted.variant;
        same && self.mark == check_code::start(&counted, BITS)
            && Self::of(&counted, None).is_some_and(|levels| levels.levels == self.levels)
    }
}
