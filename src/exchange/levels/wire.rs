//! The bits of a code.
//!
//! | bits | what |
//! |---|---|
//! | 5 | version |
//! | 1 | whether any level is open |
//! | 4 | form, a number of [`FORMS`] |
//! | 3 + 1 | edition, reading |
//! | 3 | kind; 0 = not said |
//! | 7 | book year less 2000; 0 = not said |
//! | 3 + 3 | standing, worst and best; 0 = not said |
//! | 3 | RAT; 0 = not said |
//! | 15 | mark |
//! | 120, or 200 | two bits a level, or ten bits for three ranges of levels |
//! | 32 | the first bits of the SHA-256 of all before, in bytes |
//!
//! What is left of the last group is zero. Together: four groups of ten symbols, or six where something is open.

use sha2::{Digest, Sha256};

use super::group::DATA;
use super::{FORMS, Fault, Kind, Levels, Meeting, VERSION};
use crate::exact::Range;
use crate::rulebook::{self, Reading};
use crate::standing::Institution;

/// In the order of their numbers, which never change.
const STANDINGS: [Institution; 5] = [
    Institution::Aktif,
    Institution::Baru,
    Institution::AktifPerluPembinaan,
    Institution::TidakAktif,
    Institution::DalamPenyelesaian,
];

/// Every range of levels, in the order of their numbers, which never change.
const RANGES: [(u8, u8); 10] = [(1, 1), (2, 2), (3, 3), (4, 4), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)];

/// Bits of one symbol.
const SYMBOL: usize = 5;

/// Bits in a row.
#[derive(Default)]
struct Bits(Vec<bool>);

impl Bits {
    fn put(&mut self, value: usize, count: usize) {
        self.0.extend((0..count).rev().map(|place| value >> place & 1 == 1));
    }

    /// The place of a thing in a list, counted from 1; 0 for none.
    fn put_place<T: PartialEq>(&mut self, list: &[T], thing: Option<&T>, count: usize) {
        let place = thing.and_then(|thing| list.iter().position(|one| one == thing));
        self.put(place.map_or(0, |place| place + 1), count);
    }

    fn check(&self) -> usize {
        let byte = |bits: &[bool]| bits.iter().fold(0_u8, |byte, bit| byte << 1 | u8::from(*bit));
        let bytes: Vec<u8> = self.0.chunks(8).map(byte).collect();
        Sha256::digest(bytes).iter().take(4).fold(0, |sum, byte| sum << 8 | usize::from(*byte))
    }
}

/// Bits read from the front.
struct Reader<'b>(&'b [bool]);

impl Reader<'_> {
    fn take(&mut self, count: usize) -> usize {
        let (taken, rest) = self.0.split_at(count.min(self.0.len()));
        self.0 = rest;
        taken.iter().fold(0, |value, bit| value << 1 | usize::from(*bit))
    }

    fn take_place<T: Clone>(&mut self, list: &[T], count: usize) -> Result<Option<T>, Fault> {
        match self.take(count) {
            0 => Ok(None),
            place => list.get(place - 1).cloned().map(Some).ok_or(Fault::Mixed),
        }
    }
}

/// The symbols of a result, ten to a group, without checks.
pub(super) fn symbols(levels: &Levels) -> Vec<u8> {
    let mut bits = header(levels);
    if is_open(levels) {
        open_levels(&mut bits, &levels.levels);
    } else {
        levels.levels.iter().for_each(|level| bits.put(usize::from(level.low) - 1, 2));
    }
    let check = bits.check();
    bits.put(check, 32);
    let whole = bits.0.len().next_multiple_of(SYMBOL * DATA);
    bits.0.resize(whole, false);
    bits.0.chunks(SYMBOL).map(|five| five.iter().fold(0, |symbol, bit| symbol << 1 | u8::from(*bit))).collect()
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
    if version != VERSION {
        return Err(Fault::Newer { version });
    }
    let (_, variant) = known(usize::from(second & 15))?;
    let count = variant.indicators().count();
    let open = second & 16 != 0;
    let levels = if open { count.div_ceil(3) * 10 } else { count * 2 };
    Ok((48 + levels + 32).div_ceil(SYMBOL * DATA))
}

fn known(form: usize) -> Result<(&'static rulebook::Rulebook, &'static rulebook::Variant), Fault> {
    let (book, variant) = FORMS.get(form).ok_or(Fault::Rulebook)?;
    let book = rulebook::find(book).ok_or(Fault::Rulebook)?;
    Ok((book, book.variant(variant).ok_or(Fault::Rulebook)?))
}

fn bits(symbols: &[u8]) -> Vec<bool> {
    symbols.iter().flat_map(|symbol| (0..SYMBOL).rev().map(move |place| symbol >> place & 1 == 1)).collect()
}

/// The result in all the symbols of a code.
///
/// # Errors
/// [`Fault`], where the symbols are no code of ours.
pub(super) fn result(symbols: &[u8]) -> Result<Levels, Fault> {
    let all = bits(symbols);
    let mut reader = Reader(&all);
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
    let said = Bits(all[..all.len() - reader.0.len()].to_vec());
    // One result has one code: what could be written shorter, or has something after its end, is none.
    let closed = open && levels.iter().all(Range::is_settled);
    if closed || reader.take(32) != said.check() || reader.0.contains(&true) {
        return Err(Fault::Mixed);
    }
    Ok(Levels { rulebook, variant, edition, reading, kind, book_year, standing, meeting, mark, levels })
}

fn standing(reader: &mut Reader<'_>) -> Result<Option<Range<Institution>>, Fault> {
    let (low, high) = (reader.take_place(&STANDINGS, 3)?, reader.take_place(&STANDINGS, 3)?);
    match (low, high) {
        (None, None) => Ok(None),
        // The best comes first in their order.
        (Some(low), Some(high)) if high <= low => Ok(Some(Range { low, high })),
        _ => Err(Fault::Mixed),
    }
}

fn levels(reader: &mut Reader<'_>, count: usize, open: bool) -> Result<Vec<Range<u8>>, Fault> {
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
