//! The checksum of a save file.

use crate::checksum::crc32;
use crate::exchange::json::{self, Map};

/// The key it stands under.
pub(super) const KEY: &str = "checksum";

/// CRC-32 (IEEE 802.3) over the content without the checksum itself, keys sorted and blanks left out, so that a file
/// printed in another way still matches.
pub(super) fn of(file: &Map) -> String {
    let sum = crc32(json::sorted(file, KEY).as_bytes());
    (0..8).rev().filter_map(|place| char::from_digit(sum >> (4 * place) & 15, 16)).collect()
}
