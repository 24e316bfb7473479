//! The envelope of the old kind of workbook ([MS-CFB]): streams in sectors, each of which names the next in a table.
//!
//! A chain that bites its own tail has no end, and the library that reads workbooks would follow it for ever. So every chain is
//! walked once before, as far as the library would go.

use super::sheets::Refusal;

/// What ends a chain; numbers above it, and just below, stand for no sector.
const END: u32 = 0xffff_fffe;
const LAST: u32 = 0xffff_fff9;
/// The header before the first list of sectors, its end, and what lies in it.
const HEADER: usize = 512;
const LIST: usize = 76;
const SHIFT: usize = 30;
const DIRECTORY: usize = 48;
const SMALL_TABLE: usize = 60;
const SMALL_TABLE_SECTORS: usize = 64;
const MORE_LISTS: usize = 68;
/// An entry of the directory, and what lies in it.
const ENTRY: usize = 128;
const NAME: usize = 64;
const START: usize = 116;
const LENGTH: usize = 120;
/// A shorter stream lies in small sectors, which have a table of their own.
const SMALL_STREAM: usize = 4096;
const SMALL_SECTOR: usize = 64;

/// Whether every chain of a compound file has an end, and leads through sectors that are there.
///
/// # Errors
/// [`Refusal::Broken`] where one has none, or leads out of the file.
pub(super) fn check(file: &[u8]) -> Result<(), Refusal> {
    let size = match file.get(SHIFT) {
        Some(9) => 512,
        Some(12) => 4096,
        _ => return Err(Refusal::Broken),
    };
    let sectors = Sectors { file, first: size, size };
    let table = sectors.table()?;
    let directory = sectors.content(number(file, DIRECTORY)?, &table, usize::MAX)?;
    let (small_stream, small_table) = small(&sectors, &table, &directory)?;
    let small = Sectors { file: &small_stream, first: 0, size: SMALL_SECTOR };
    // The library finds streams by name and looks at nothing else, so whatever an entry is, its chain counts.
    for entry in directory.chunks_exact(ENTRY) {
        let (start, length) = (number(entry, START)?, length(entry, size)?);
        // Of the one that it looks for it takes a sector, however short it is.
        if length == 0 && is_workbook(entry) {
            return Err(Refusal::Broken);
        }
        let (sectors, table) = if length < SMALL_STREAM { (&small, &small_table) } else { (&sectors, &table) };
        sectors.content(start, table, length)?;
    }
    Ok(())
}

/// Whether an entry is called as the stream of a workbook is.
fn is_workbook(entry: &[u8]) -> bool {
    let units = entry[..NAME].chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]]));
    let name: String = char::decode_utf16(units.take_while(|unit| *unit != 0)).flatten().collect();
    ["workbook", "book"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// The stream that holds small sectors, which is that of the first entry, and their table.
fn small(sectors: &Sectors<'_>, table: &[u32], directory: &[u8]) -> Result<(Vec<u8>, Vec<u32>), Refusal> {
    let count = number(sectors.file, SMALL_TABLE_SECTORS)? as usize;
    if count == 0 {
        return Ok((Vec::new(), Vec::new()));
    }
    let length = length(directory, sectors.size)?;
    let mut stream = sectors.content(number(directory, START)?, table, length)?;
    stream.truncate(length);
    let numbers_of = sectors.content(number(sectors.file, SMALL_TABLE)?, table, count.saturating_mul(sectors.size))?;
    Ok((stream, numbers(&numbers_of).collect()))
}

/// How long the stream of an entry is. Where sectors are large, it has eight bytes to say so, and a browser room for four.
fn length(entry: &[u8], size: usize) -> Result<usize, Refusal> {
    if size > HEADER && number(entry, LENGTH + 4)? > 0 {
        return Err(Refusal::Broken);
    }
    number(entry, LENGTH).map(|number| number as usize)
}

struct Sectors<'a> {
    file: &'a [u8],
    /// Where the first begins.
    first: usize,
    size: usize,
}

impl<'a> Sectors<'a> {
    /// A sector; the last may be cut short.
    fn at(&self, place: u32) -> Result<&'a [u8], Refusal> {
        let start = (place as usize).checked_mul(self.size).and_then(|start| start.checked_add(self.first));
        let rest = start.and_then(|start| self.file.get(start..)).ok_or(Refusal::Broken)?;
        Ok(&rest[..self.size.min(rest.len())])
    }

    /// Which sector follows on each: the header lists the sectors of this table, and where it is too short, other sectors do.
    fn table(&self) -> Result<Vec<u32>, Refusal> {
        let mut list: Vec<u32> = numbers(self.file.get(LIST..HEADER).ok_or(Refusal::Broken)?).collect();
        let (mut more, mut lists) = (number(self.file, MORE_LISTS)?, 0);
        while more <= LAST {
            lists += 1;
            if lists > self.file.len() / self.size {
                return Err(Refusal::Broken);
            }
            list.extend(numbers(self.at(more)?));
            more = list.pop().ok_or(Refusal::Broken)?;
        }
        let mut table = Vec::new();
        for place in list.into_iter().filter(|place| *place <= LAST) {
            table.extend(numbers(self.at(place)?));
        }
        Ok(table)
    }

    /// What lies in the sectors of a chain, as far as a length in bytes.
    fn content(&self, start: u32, table: &[u32], length: usize) -> Result<Vec<u8>, Refusal> {
        let mut content = Vec::new();
        let (mut next, mut count) = (start, 0);
        // One with more sectors than the table goes round in a circle.
        while next != END && content.len() < length {
            if count >= table.len() {
                return Err(Refusal::Broken);
            }
            count += 1;
            content.extend_from_slice(self.at(next)?);
            next = *table.get(next as usize).ok_or(Refusal::Broken)?;
        }
        Ok(content)
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

fn number(bytes: &[u8], at: usize) -> Result<u32, Refusal> {
    numbers(bytes.get(at..).unwrap_or_default()).next().ok_or(Refusal::Broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &[u8] = include_bytes!("../../tests/workbooks/neraca.xls");

    /// The file with another number at a place.
    fn with(at: usize, number: u32) -> Vec<u8> {
        let mut file = SOUND.to_vec();
        file[at..at + 4].copy_from_slice(&number.to_le_bytes());
        file
    }

    /// Where the table says which sector follows on this one.
    fn entry(place: u32) -> usize {
        let table = number(SOUND, LIST).expect("the first sector of the table");
        (table as usize + 1) * 512 + place as usize * 4
    }

    #[test]
    fn a_file_of_an_office_program_is_sound() {
        assert_eq!(check(SOUND), Ok(()));
    }

    #[test]
    fn a_chain_without_an_end_is_refused() {
        let directory = number(SOUND, DIRECTORY).expect("a directory");
        assert_eq!(check(&with(entry(directory), directory)), Err(Refusal::Broken));
        assert_eq!(check(&with(DIRECTORY, 70_000)), Err(Refusal::Broken));
        assert_eq!(check(&with(MORE_LISTS, 0)), Err(Refusal::Broken));
        assert_eq!(check(&SOUND[..600]), Err(Refusal::Broken));
        // The last sectors are not there.
        assert_eq!(check(&SOUND[..SOUND.len() / 2]), Err(Refusal::Broken));
        assert_eq!(check(&[]), Err(Refusal::Broken));
    }
}
