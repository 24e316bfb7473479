//! Bits in a row and the symbols of a code that they make: five bits a symbol, whole groups of ten, closed by the first bits
//! of the SHA-256 of all before.

use sha2::{Digest, Sha256};

use super::Fault;
use super::group::DATA;

/// Bits of one symbol.
const SYMBOL: usize = 5;
/// Bits of one group.
const GROUP: usize = SYMBOL * DATA;
/// Bits of the check.
const CHECK: usize = 32;

/// How many groups so many bits and their check fill.
pub(in crate::exchange) const fn groups(bits: usize) -> usize {
    (bits + CHECK).div_ceil(GROUP)
}

/// Bits being written.
#[derive(Default)]
pub(in crate::exchange) struct Bits(Vec<bool>);

impl Bits {
    /// The lowest bits of a number, the highest of them first.
    pub(in crate::exchange) fn put(&mut self, value: usize, count: usize) {
        self.0.extend((0..count).rev().map(|place| value >> place & 1 == 1));
    }

    /// The place of a thing in a list, counted from 1; 0 for none.
    pub(in crate::exchange) fn put_place<T: PartialEq>(&mut self, list: &[T], thing: Option<&T>, count: usize) {
        let place = thing.and_then(|thing| list.iter().position(|one| one == thing));
        self.put(place.map_or(0, |place| place + 1), count);
    }

    /// How many there are.
    pub(in crate::exchange) const fn len(&self) -> usize {
        self.0.len()
    }

    /// The symbols: all bits, their check, and zeros to the end of the last group.
    pub(in crate::exchange) fn close(mut self) -> Vec<u8> {
        let check = check(&self.0);
        self.put(check, CHECK);
        let whole = self.0.len().next_multiple_of(GROUP);
        self.0.resize(whole, false);
        self.0.chunks(SYMBOL).map(|five| five.iter().fold(0, |symbol, bit| symbol << 1 | u8::from(*bit))).collect()
    }
}

fn check(bits: &[bool]) -> usize {
    let byte = |bits: &[bool]| bits.iter().fold(0_u8, |byte, bit| byte << 1 | u8::from(*bit));
    let bytes: Vec<u8> = bits.chunks(8).map(byte).collect();
    Sha256::digest(bytes).iter().take(CHECK / 8).fold(0, |sum, byte| sum << 8 | usize::from(*byte))
}

/// Bits being read from the front.
pub(in crate::exchange) struct Reader {
    bits: Vec<bool>,
    at: usize,
}

impl Reader {
    /// The bits of symbols.
    pub(in crate::exchange) fn new(symbols: &[u8]) -> Self {
        let five = |symbol: &u8| {
            let symbol = *symbol;
            (0..SYMBOL).rev().map(move |place| symbol >> place & 1 == 1)
        };
        Self { bits: symbols.iter().flat_map(five).collect(), at: 0 }
    }

    /// The next bits as a number; what lies behind the end is zero.
    pub(in crate::exchange) fn take(&mut self, count: usize) -> usize {
        let end = (self.at + count).min(self.bits.len());
        let taken = &self.bits[self.at..end];
        self.at = end;
        taken.iter().fold(0, |value, bit| value << 1 | usize::from(*bit))
    }

    /// The thing whose place in a list comes next; none for 0.
    ///
    /// # Errors
    /// [`Fault::Mixed`], where the list is shorter.
    pub(in crate::exchange) fn take_place<T: Clone>(&mut self, list: &[T], count: usize) -> Result<Option<T>, Fault> {
        match self.take(count) {
            0 => Ok(None),
            place => list.get(place - 1).cloned().map(Some).ok_or(Fault::Mixed),
        }
    }

    /// Whether the check of all that was read comes next, and nothing after it.
    pub(in crate::exchange) fn closes(mut self) -> bool {
        let said = check(&self.bits[..self.at]);
        self.take(CHECK) == said && !self.bits[self.at..].contains(&true)
    }
}
