//! A zip archive whose parts are stored as they are: what `.docx` and `.xlsx` files are wrapped in.
//!
//! Nothing is packed: the longest paper, an attendance list of 1,500 rows, weighs under a megabyte, and a packer would cost
//! every reader of the second part more than it saves the one who downloads that list. Days are left out, so the same
//! paper is the same file, byte for byte.

use crate::checksum::crc32;

/// Version 2.0 of the format, as every reader knows it.
const VERSION: u16 = 20;
/// The names are UTF-8.
const UTF8: u16 = 1 << 11;
/// The first day the format knows: 1 January 1980.
const NO_DAY: u16 = 1 << 5 | 1;

/// An archive in the making.
#[derive(Default)]
pub(super) struct Zip {
    parts: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Zip {
    /// Adds a part under its name.
    pub(super) fn add(&mut self, name: &str, content: &str) {
        let at = long(self.parts.len());
        let mut entry = Vec::new();
        for half in [VERSION, UTF8, 0, 0, NO_DAY] {
            entry.extend(half.to_le_bytes());
        }
        let size = long(content.len());
        for whole in [crc32(content.as_bytes()), size, size] {
            entry.extend(whole.to_le_bytes());
        }
        entry.extend(short(name.len()).to_le_bytes());
        // No further fields of the entry's own.
        entry.extend(0_u16.to_le_bytes());
        self.parts.extend(b"PK\x03\x04");
        self.parts.extend(&entry);
        self.parts.extend(name.bytes().chain(content.bytes()));
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&entry);
        // No remark, one disk, no marks inside or outside.
        self.directory.extend([0; 10]);
        self.directory.extend(at.to_le_bytes());
        self.directory.extend(name.bytes());
        self.count += 1;
    }

    /// The whole file.
    pub(super) fn finish(self) -> Vec<u8> {
        let (at, size) = (long(self.parts.len()), long(self.directory.len()));
        let mut file = self.parts;
        file.extend(&self.directory);
        file.extend(b"PK\x05\x06\0\0\0\0");
        for count in [self.count; 2] {
            file.extend(count.to_le_bytes());
        }
        for place in [size, at] {
            file.extend(place.to_le_bytes());
        }
        file.extend(0_u16.to_le_bytes());
        file
    }
}

/// A paper is far smaller than four gigabytes, and a part's name than 64 kilobytes.
fn long(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn short(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
