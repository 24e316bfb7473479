//! A checksum that tells whether a file is still as it was saved. It notices slips, not forgers.

use crate::exchange::json::{self, Map};

/// The key it stands under.
pub(super) const KEY: &str = "checksum";

/// CRC-32 (IEEE 802.3) over the content without the checksum itself, keys sorted and blanks left out, so that a file
/// printed in another way still matches.
pub(super) fn of(file: &Map) -> String {
    let mut content = file.clone();
    content.remove(KEY);
    let sum = crc32(json::sorted(&content).as_bytes());
    (0..8).rev().filter_map(|place| char::from_digit(sum >> (4 * place) & 15, 16)).collect()
}

/// Without a table: a file is small and this runs once.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_check_value_of_the_standard() {
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}
