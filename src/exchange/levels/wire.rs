//! The bits of a code.
//!
//! | bits | what |
//! |---|---|
//! | 5 | version |
//! | 1 | whether any level is open |
//! | 4 | form, a number of [`FORMS`] |
//! | 3 + 1 | edition, reading |
//! | 3 | kind; 0 = not said, 4 = invented |
//! | 7 | book year less 2000; 0 = not said |
//! | 3 + 3 | standing, worst and best; 0 = not said |
//! | 3 | RAT; 0 = not said |
//! | 15 | mark |
//! | 120, or 200 | two bits a level, or ten bits for three ranges of levels |
//! | 32 | the first bits of the SHA-256 of all before, in bytes |
//!
//! What is left of the last group is zero. Together: four groups of ten symbols, or six where something is open.

use super::bits::{Bits, Reader};
use super::{FORMS, Fault, Kind, Levels, Meeting, STANDINGS, VERSION, bits, voice};
use crate::exact::Range;
use crate::rulebook::{self, Reading};
use crate::standing::Institution;

/// Every range of levels, in the order of their numbers, which never change.
const RANGES: [(u8, u8); 10] = [(1, 1), (2, 2), (3, 3), (4, 4), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)];

/// The symbols of a result, ten to a group, without checks.
pub(super) fn symbols(levels: &Levels) -> Vec<u8> {
    let mut bits = header(levels);
    if is_open(levels) {
        open_levels(&mut bits, &levels.levels);
    } else {
        levels.levels.iter().for_each(|level| bits.put(usize::from(level.low) - 1, 2));
    }
    bits.close()
}

fn is_open(levels: &Levels) -> bool {
    levels.levels.iter().any(|level| !level.is_settled())
}

fn header(levels: &Levels) -> Bits {
    let mut bits = Bits::default();
    let form = (levels.rulebook.id, levels.variant.id);
    bits.put(usize::from(VERSION), 5);
    bits.put(usize::from(is_open(levels)), 1);
    bits.put(FORMS.iter().position(|known| *known == form).unwrap_or(0), 4);
    bits.put(levels.edition, 3);
    bits.put(usize::from(levels.reading == Reading::Worksheet), 1);
    bits.put_place(&Kind::ALL, levels.kind.as_ref(), 3);
    bits.put(levels.book_year.map_or(0, |year| usize::from(year - 2000)), 7);
    bits.put_place(&STANDINGS, levels.standing.as_ref().map(|range| &range.low), 3);
    bits.put_place(&STANDINGS, levels.standing.as_ref().map(|range| &range.high), 3);
    bits.put_place(&Meeting::ALL, levels.meeting.as_ref(), 3);
    bits.put(usize::from(levels.mark), 15);
    bits
}

fn open_levels(bits: &mut Bits, levels: &[Range<u8>]) {
    let number = |level: &Range<u8>| RANGES.iter().position(|range| *range == (level.low, level.high)).unwrap_or(0);
    for three in levels.chunks(3) {
        bits.put(three.iter().fold(0, |value, level| value * RANGES.len() + number(level)), 10);
    }
}

/// How many groups the code has whose first ten symbols these are.
pub(super) fn groups(first: &[u8]) -> Result<usize, Fault> {
    let (version, second) = (first[0], first[1]);
    if version == voice::SIGN {
        return Err(Fault::Voice);
    }
    if version != VERSION {
        return Err(Fault::Newer { version });
    }
    let (_, variant) = known(usize::from(second & 15))?;
    let count = variant.indicators().count();
    let open = second & 16 != 0;
    let levels = if open { count.div_ceil(3) * 10 } else { count * 2 };
    Ok(bits::groups(48 + levels))
}

pub(super) fn known(form: usize) -> Result<(&'static rulebook::Rulebook, &'static rulebook::Variant), Fault> {
    let (book, variant) = FORMS.get(form).ok_or(Fault::Rulebook)?;
    let book = rulebook::find(book).ok_or(Fault::Rulebook)?;
    Ok((book, book.variant(variant).ok_or(Fault::Rulebook)?))
}

/// The result in all the symbols of a code.
///
/// # Errors
/// [`Fault`], where the symbols are no code of ours.
pub(super) fn result(symbols: &[u8]) -> Result<Levels, Fault> {
    let mut reader = Reader::new(symbols);
    let version = u8::try_from(reader.take(5)).unwrap_or(0);
    if version != VERSION {
        return Err(Fault::Newer { version });
    }
    let open = reader.take(1) == 1;
    let (rulebook, variant) = known(reader.take(4))?;
    let edition = Some(reader.take(3)).filter(|place| *place < rulebook.editions.len()).ok_or(Fault::Rulebook)?;
    let reading = if reader.take(1) == 1 { Reading::Worksheet } else { Reading::Definition };
    let kind = reader.take_place(&Kind::ALL, 3)?;
    let year = reader.take(7);
    let book_year = (year > 0).then(|| 2000 + u16::try_from(year).unwrap_or(0));
    let standing = standing(&mut reader)?;
    let meeting = reader.take_place(&Meeting::ALL, 3)?;
    let mark = u16::try_from(reader.take(15)).unwrap_or(0);
    let levels = levels(&mut reader, variant.indicators().count(), open)?;
    // One result has one code: what could be written shorter, or has something after its end, is none.
    let closed = open && levels.iter().all(Range::is_settled);
    if closed || !reader.closes() {
        return Err(Fault::Mixed);
    }
    Ok(Levels { rulebook, variant, edition, reading, kind, book_year, standing, meeting, mark, levels })
}

fn standing(reader: &mut Reader) -> Result<Option<Range<Institution>>, Fault> {
    let (low, high) = (reader.take_place(&STANDINGS, 3)?, reader.take_place(&STANDINGS, 3)?);
    match (low, high) {
        (None, None) => Ok(None),
        // The best comes first in their order.
        (Some(low), Some(high)) if high <= low => Ok(Some(Range { low, high })),
        _ => Err(Fault::Mixed),
    }
}

fn levels(reader: &mut Reader, count: usize, open: bool) -> Result<Vec<Range<u8>>, Fault> {
    if !open {
        let level = |bits| Range::exactly(u8::try_from(bits).unwrap_or(0) + 1);
        return Ok((0..count).map(|_| level(reader.take(2))).collect());
    }
    let mut levels = Vec::with_capacity(count);
    for left in (1..=count).rev().step_by(3) {
        let (three, several) = (reader.take(10), left.min(3));
        if three >= RANGES.len().pow(u32::try_from(several).unwrap_or(3)) {
            return Err(Fault::Mixed);
        }
        let digit = |place: u32| RANGES[three / RANGES.len().pow(place) % RANGES.len()];
        let ranges = (0..several).rev().map(|place| digit(u32::try_from(place).unwrap_or(0)));
        levels.extend(ranges.map(|(low, high)| Range { low, high }));
    }
    Ok(levels)
}
