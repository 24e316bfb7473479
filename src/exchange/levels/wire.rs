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
//! | 9 | version 2 only: obstacles |
//! | 1, or 1 and the items | version 2 only, for each open indicator with items: whether one was answered *belum tahu*, and which |
//! | 32 | the first bits of the SHA-256 of all before, in bytes |
//!
//! What is left of the last group is zero. Together: four groups of ten symbols, or six where something is open. Version 2 says
//! how many groups it has in four bits before the edition; it is written only where it says more than version 1: seven or
//! eight groups, ten at most.

use super::bits::{Bits, Reader};
use super::form::{FORMS, VOICE_SIGN, known};
use super::{Fault, Kind, Levels, MOST_OBSTACLES, Meeting, Obstacle, STANDINGS, VERSION, bits};
use crate::exact::Range;
use crate::rulebook::{Indicator, Reading, Variant};
use crate::standing::Institution;

/// Every range of levels, in the order of their numbers, which never change.
const RANGES: [(u8, u8); 10] = [(1, 1), (2, 2), (3, 3), (4, 4), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)];

/// The symbols of a result, ten to a group, without checks.
pub(super) fn symbols(levels: &Levels) -> Vec<u8> {
    if is_plain(levels) {
        return written(levels, 0).close();
    }
    // The number of groups has its bits in any case.
    let groups = bits::groups(written(levels, 1).len());
    written(levels, groups).close()
}

/// Whether version 1 says it all.
fn is_plain(levels: &Levels) -> bool {
    levels.unknown.is_empty() && levels.obstacles.is_empty()
}

/// All but the check; of so many groups, or none for version 1.
fn written(levels: &Levels, groups: usize) -> Bits {
    let mut bits = header(levels, groups);
    if is_open(levels) {
        open_levels(&mut bits, &levels.levels);
    } else {
        levels.levels.iter().for_each(|level| bits.put(usize::from(level.low) - 1, 2));
    }
    if groups > 0 {
        for one in Obstacle::ALL {
            bits.put(levels.obstacles.contains(&one).into(), 1);
        }
        for places in open_items(levels.variant, &levels.levels) {
            let said: Vec<bool> = places.map(|place| levels.unknown.contains(&place)).collect();
            bits.put(said.contains(&true).into(), 1);
            if said.contains(&true) {
                for one in said {
                    bits.put(one.into(), 1);
                }
            }
        }
    }
    bits
}

/// The places of the items of each indicator that is open and has some.
fn open_items(variant: &'static Variant, levels: &[Range<u8>]) -> Vec<std::ops::Range<usize>> {
    let mut next = 0;
    let places = |((_, indicator), level): ((_, &'static Indicator), &Range<u8>)| {
        let first = next;
        next += indicator.items().len();
        (first < next && !level.is_settled()).then_some(first..next)
    };
    variant.indicators().zip(levels).filter_map(places).collect()
}

fn is_open(levels: &Levels) -> bool {
    levels.levels.iter().any(|level| !level.is_settled())
}

fn header(levels: &Levels, groups: usize) -> Bits {
    let mut bits = Bits::default();
    let form = (levels.rulebook.id, levels.variant.id);
    bits.put(if groups > 0 { usize::from(VERSION) } else { 1 }, 5);
    bits.put(usize::from(is_open(levels)), 1);
    bits.put(FORMS.iter().position(|known| *known == form).unwrap_or(0), 4);
    if groups > 0 {
        bits.put(groups, 4);
    }
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
    if version == VOICE_SIGN {
        return Err(Fault::Voice);
    }
    if !(1..=VERSION).contains(&version) {
        return Err(Fault::Newer { version });
    }
    let (_, variant) = known(usize::from(second & 15))?;
    if version > 1 {
        return Ok(usize::from(first[2] >> 1));
    }
    let count = variant.indicators().count();
    let open = second & 16 != 0;
    let levels = if open { count.div_ceil(3) * 10 } else { count * 2 };
    Ok(bits::groups(48 + levels))
}

/// The result in all the symbols of a code.
///
/// # Errors
/// [`Fault`], where the symbols are no code of ours.
pub(super) fn result(symbols: &[u8]) -> Result<Levels, Fault> {
    let mut reader = Reader::new(symbols);
    let version = u8::try_from(reader.take(5)).unwrap_or(0);
    if !(1..=VERSION).contains(&version) {
        return Err(Fault::Newer { version });
    }
    let open = reader.take(1) == 1;
    let (rulebook, variant) = known(reader.take(4))?;
    if version > 1 {
        // How many groups there are was asked before.
        reader.take(4);
    }
    let edition = Some(reader.take(3)).filter(|place| *place < rulebook.editions.len()).ok_or(Fault::Rulebook)?;
    let reading = if reader.take(1) == 1 { Reading::Worksheet } else { Reading::Definition };
    let kind = reader.take_place(&Kind::ALL, 3)?;
    let year = reader.take(7);
    let book_year = (year > 0).then(|| 2000 + u16::try_from(year).unwrap_or(0));
    let standing = standing(&mut reader)?;
    let meeting = reader.take_place(&Meeting::ALL, 3)?;
    let mark = u16::try_from(reader.take(15)).unwrap_or(0);
    let levels = levels(&mut reader, variant.indicators().count(), open)?;
    let (mut unknown, mut obstacles) = (Vec::new(), Vec::new());
    if version > 1 {
        obstacles = Obstacle::ALL.into_iter().filter(|_| reader.take(1) == 1).collect();
        for places in open_items(variant, &levels) {
            if reader.take(1) == 1 {
                unknown.extend(places.filter(|_| reader.take(1) == 1));
            }
        }
    }
    if !reader.closes() {
        return Err(Fault::Mixed);
    }
    let said = Levels {
        rulebook,
        variant,
        edition,
        reading,
        kind,
        book_year,
        standing,
        meeting,
        mark,
        levels,
        unknown,
        obstacles,
    };
    // One result has one code: what would be written otherwise is none.
    if said.obstacles.len() <= MOST_OBSTACLES && self::symbols(&said) == symbols { Ok(said) } else { Err(Fault::Mixed) }
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
