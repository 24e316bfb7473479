//! The archive that a workbook is: looked into before anything is unpacked, and written again with a few parts changed.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::sheets::{LARGEST, Refusal};
use crate::checksum::crc32;

/// The most that a file may become when unpacked.
const UNPACKED: u64 = 96 << 20;
/// More parts than any office program writes.
const MOST_PARTS: usize = 4_000;
/// How long an entry of the directory is before its name (APPNOTE 4.3.12), and where things lie in it.
const ENTRY: usize = 46;
const FLAGS: usize = 8;
const METHOD: usize = 10;
const SUM_AND_SIZES: usize = 16;
const NAME_LENGTH: usize = 28;
const OFFSET: usize = 42;
/// The end of the directory (4.3.16), and where things lie in it.
const END: usize = 22;
const COUNTS: usize = 8;
const DIRECTORY_SIZE: usize = 12;

/// A file from outside, as an archive whose parts are no larger than it says.
#[derive(Debug)]
pub(super) struct Archive<'a> {
    file: &'a [u8],
    parts: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Archive<'a> {
    /// Looks into a file. Every part is unpacked once to see how large it becomes, and nothing is kept.
    ///
    /// # Errors
    /// A [`Refusal`].
    pub(super) fn open(file: &'a [u8]) -> Result<Self, Refusal> {
        if file.len() > LARGEST {
            return Err(Refusal::TooLarge);
        }
        let mut parts = ZipArchive::new(Cursor::new(file)).map_err(|_| Refusal::Broken)?;
        if parts.len() > MOST_PARTS {
            return Err(Refusal::TooLarge);
        }
        let mut left = UNPACKED;
        for place in 0..parts.len() {
            let part = parts.by_index(place).map_err(|error| match error {
                ZipError::UnsupportedArchive(_) => Refusal::Locked,
                _ => Refusal::Broken,
            })?;
            // What an archive says of its size can lie.
            left = left.checked_sub(part.size()).ok_or(Refusal::TooLarge)?;
            let said = part.size();
            let real = std::io::copy(&mut part.take(said + 1), &mut std::io::sink()).map_err(|_| Refusal::Broken)?;
            if real > said {
                return Err(Refusal::TooLarge);
            }
        }
        Ok(Self { file, parts })
    }

    /// Whether it has a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.index_for_name(name).is_some()
    }

    /// A part as text.
    ///
    /// # Errors
    /// [`Refusal::Broken`] where there is none, or it is no text.
    pub(super) fn text(&mut self, name: &str) -> Result<String, Refusal> {
        let mut text = String::new();
        let mut part = self.parts.by_name(name).map_err(|_| Refusal::Broken)?;
        part.read_to_string(&mut text).map_err(|_| Refusal::Broken)?;
        Ok(text)
    }

    /// The same archive with other text in some parts, and without those that have none. All others are copied as they lie
    /// there, packed, with what the archive says of them.
    ///
    /// A changed part is not packed: a packer would weigh more in this module than it saves in one file.
    ///
    /// # Errors
    /// [`Refusal::Broken`] where the archive's directory is not as the format has it, or is of the long kind.
    pub(super) fn with(mut self, changes: &[(String, Option<String>)]) -> Result<Vec<u8>, Refusal> {
        let (mut body, mut directory, mut count) = (Vec::new(), Vec::new(), 0_u16);
        let spans = self.spans()?;
        for (place, (start, end, central)) in spans.into_iter().enumerate() {
            let name = self.parts.name_for_index(place).and_then(Result::ok).ok_or(Refusal::Broken)?.into_owned();
            let mut entry = self.entry(central)?.to_vec();
            let at = u32::try_from(body.len()).map_err(|_| Refusal::TooLarge)?;
            match changes.iter().find(|(changed, _)| *changed == name) {
                Some((_, None)) => continue,
                Some((_, Some(text))) => body.extend(stored(&mut entry, text)?),
                None => body.extend(self.file.get(start..end).ok_or(Refusal::Broken)?),
            }
            put(&mut entry, OFFSET, &at.to_le_bytes());
            directory.extend(entry);
            count += 1;
        }
        let mut end = self.end()?.to_vec();
        let at = u32::try_from(body.len()).map_err(|_| Refusal::TooLarge)?.to_le_bytes();
        let size = u32::try_from(directory.len()).map_err(|_| Refusal::TooLarge)?.to_le_bytes();
        put(&mut end, COUNTS, &[count.to_le_bytes(), count.to_le_bytes()].concat());
        put(&mut end, DIRECTORY_SIZE, &[size, at].concat());
        Ok([body, directory, end].concat())
    }

    /// Where each part begins and ends, header and all, and where the directory speaks of it.
    fn spans(&mut self) -> Result<Vec<(usize, usize, usize)>, Refusal> {
        let directory = usize::try_from(self.parts.central_directory_start()).map_err(|_| Refusal::Broken)?;
        let mut starts = Vec::new();
        for place in 0..self.parts.len() {
            let part = self.parts.by_index_raw(place).map_err(|_| Refusal::Broken)?;
            let whole = |at: u64| usize::try_from(at).map_err(|_| Refusal::Broken);
            starts.push((whole(part.header_start())?, whole(part.central_header_start())?));
        }
        let next = |start| starts.iter().map(|(other, _)| *other).filter(|other| *other > start).min();
        Ok(starts.iter().map(|(start, central)| (*start, next(*start).unwrap_or(directory), *central)).collect())
    }

    /// What the directory says of a part: its fixed beginning, its name, further fields and remark.
    fn entry(&self, at: usize) -> Result<&'a [u8], Refusal> {
        let head = self.file.get(at..at + ENTRY).ok_or(Refusal::Broken)?;
        let lengths = (0..3).map(|place| NAME_LENGTH + 2 * place);
        let more: usize = lengths.map(|place| usize::from(u16::from_le_bytes([head[place], head[place + 1]]))).sum();
        // The long kind of archive keeps these places elsewhere; no workbook of this size needs it.
        if !head.starts_with(b"PK\x01\x02") || head[OFFSET..] == [0xff; 4] {
            return Err(Refusal::Broken);
        }
        self.file.get(at..at + ENTRY + more).ok_or(Refusal::Broken)
    }

    /// The end of the directory, with the archive's remark.
    fn end(&self) -> Result<&'a [u8], Refusal> {
        let at = self.file.windows(4).rposition(|four| four == b"PK\x05\x06").ok_or(Refusal::Broken)?;
        self.file.get(at..).filter(|end| end.len() >= END).ok_or(Refusal::Broken)
    }
}

/// A part that is not packed, with its header; the directory's entry is told so.
fn stored(entry: &mut [u8], text: &str) -> Result<Vec<u8>, Refusal> {
    /// No word about a checksum behind the part, and none about how well it was packed.
    const PLAIN: u16 = !(1 << 3 | 0b110);
    let size = u32::try_from(text.len()).map_err(|_| Refusal::TooLarge)?.to_le_bytes();
    let sum = crc32(text.as_bytes()).to_le_bytes();
    let flags = u16::from_le_bytes([entry[FLAGS], entry[FLAGS + 1]]) & PLAIN;
    put(entry, FLAGS, &flags.to_le_bytes());
    put(entry, METHOD, &[0, 0]);
    put(entry, SUM_AND_SIZES, &[sum, size, size].concat());
    let length = usize::from(u16::from_le_bytes([entry[NAME_LENGTH], entry[NAME_LENGTH + 1]]));
    // The header says what the directory does, from the version needed to the length of the name, and has no further fields.
    let said = [&b"PK\x03\x04"[..], &entry[6..NAME_LENGTH + 2], &[0, 0], &entry[ENTRY..ENTRY + length]].concat();
    Ok([&said, text.as_bytes()].concat())
}

fn put(bytes: &mut [u8], at: usize, value: &[u8]) {
    bytes[at..at + value.len()].copy_from_slice(value);
}
