//! A module of the page without the places in the source from which a panic would come.
//!
//! The compiler keeps file, line and column of every check that could fail, to be printed where nobody reads: a page has no
//! standard error output, and the page tells of a panic in its own words. Only a nightly compiler leaves them out. Zeros pack to
//! nothing: measured once, 1.5 kB of a first visit and 2.4 kB of the second part.

use std::ops::Range;
use std::path::Path;

use wasmparser::{DataKind, Operator, Parser, Payload};

use crate::Result;

/// Address, length, line and column, each four bytes.
const PLACE: usize = 16;

/// Data of a module: where it lies in memory, and where in the file.
struct Segment {
    address: usize,
    file: Range<usize>,
}

/// The same module, as long as before, that names no place.
///
/// # Errors
/// When it is no module.
pub(crate) fn without_places(mut module: Vec<u8>) -> Result<Vec<u8>> {
    let segments = segments(&module)?;
    let places: Vec<(usize, Range<usize>)> =
        segments.iter().flat_map(|segment| places(&module, &segments, segment)).collect();
    for (place, name) in places {
        module[place + PLACE / 2..place + PLACE].fill(0);
        module[name].fill(0);
    }
    Ok(module)
}

fn segments(module: &[u8]) -> Result<Vec<Segment>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::DataSection(section) = payload? else { continue };
        for data in section {
            let data = data?;
            let DataKind::Active { offset_expr, .. } = data.kind else { continue };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { continue };
            let file = data.range.end - data.data.len()..data.range.end;
            found.push(Segment { address: usize::try_from(value)?, file });
        }
    }
    Ok(found)
}

/// Every place in a segment, with the name of its file.
fn places(module: &[u8], segments: &[Segment], segment: &Segment) -> Vec<(usize, Range<usize>)> {
    let first = segment.file.start + segment.address.wrapping_neg() % 4;
    let whole = |at: usize| module[at..at + 4].try_into().map_or(0, u32::from_le_bytes) as usize;
    let place = |at: usize| {
        let [address, length, line, column] = [0, 4, 8, 12].map(|part| whole(at + part));
        let name = file(module, segments, address, length)?;
        ((1..100_000).contains(&line) && (1..1_000).contains(&column)).then_some((at, name))
    };
    (first..(segment.file.end + 1).saturating_sub(PLACE)).step_by(4).filter_map(place).collect()
}

/// Where in the module the name of a source file stands, if that is what lies at an address.
fn file(module: &[u8], segments: &[Segment], address: usize, length: usize) -> Option<Range<usize>> {
    let segment = segments.iter().find(|one| (one.address..one.address + one.file.len()).contains(&address))?;
    let start = segment.file.start + (address - segment.address);
    let name = start..start.checked_add(length).filter(|end| *end <= segment.file.end)?;
    let text = std::str::from_utf8(&module[name.clone()]).ok()?;
    (Path::new(text).extension() == Some("rs".as_ref()) && !text.contains(char::is_whitespace)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module of one segment, at address 4: a name, a place, a text, and the text with two numbers behind it.
    fn module(column: u32) -> Vec<u8> {
        let mut data = b"src/a.rs".to_vec();
        data.extend([4_u32, 8, 17, column].map(u32::to_le_bytes).concat());
        data.extend(b"kas.");
        data.extend([28_u32, 4, 17, column].map(u32::to_le_bytes).concat());
        let length = u8::try_from(data.len()).unwrap_or_default();
        let head = [1, 0, 0x41, 4, 0x0b, length];
        let section = [&head[..], &data].concat();
        let memory = [5, 3, 1, 0, 1];
        [&b"\0asm\x01\0\0\0"[..], &memory, &[11, length + 6], &section].concat()
    }

    #[test]
    fn places_and_their_files_are_zeros_and_nothing_else_is() -> Result {
        let before = module(9);
        let after = without_places(before.clone())?;
        assert_eq!(after.len(), before.len());
        let text = String::from_utf8_lossy(&after).into_owned();
        assert!(!text.contains("src/a.rs") && text.contains("kas."));
        let changed = before.iter().zip(&after).filter(|(before, after)| before != after).count();
        assert_eq!(changed, 8 + 2, "the name, a line, a column");
        Ok(())
    }

    #[test]
    fn what_cannot_be_a_place_stays() -> Result {
        assert_eq!(without_places(module(0))?, module(0));
        assert!(without_places(b"no module".to_vec()).is_err());
        Ok(())
    }
}
