//! The module as text inside a script: LZMA, then seven characters of ASCII for every six bytes.
//!
//! Measured once on a module of 673 kB: gzip in base64 was 307 kB of text, LZMA in base 85 231 kB, in base 116
//! 216 kB; a third less to load on a host that compresses nothing, and 45 ms to unpack where gzip took 10.
//! `www/unpack.js` is the other side.

use std::io::Write;

use lzma_rust2::{LzmaOptions, LzmaWriter};

use crate::Result;

/// How many digits there are: `116^7` is just above `2^48`.
const BASE: u64 = 116;
/// ASCII that no digit is: what ends a text or a script, and control characters that editors and terminals act upon.
const LEFT_OUT: [u8; 10] = [8, b'\n', 11, 12, b'\r', 26, 27, b'"', b'<', b'\\'];

/// The module as it stands in the script.
pub(crate) fn pack(bytes: &[u8]) -> Result<String> {
    pack_after(&[], bytes)
}

/// A module as it stands in a script, for whoever has unpacked another one: what both say alike is copied out of that.
/// Measured on the second part of the page, which says again what the first does: 433 kB of text where it was 560.
pub(crate) fn pack_after(before: &[u8], bytes: &[u8]) -> Result<String> {
    Ok(base116(&lzma(before, bytes)?))
}

/// The classic `.lzma` form, with the size in its header and the settings that suit mixed code and text best. Its writer sets
/// no header before a stream that copies out of other bytes, so it is set here.
fn lzma(before: &[u8], bytes: &[u8]) -> Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    (options.dict_size, options.nice_len, options.lc, options.pb) = (1 << 22, 273, 4, 0);
    options.preset_dict = (!before.is_empty()).then(|| before.to_vec());
    let size = bytes.len() as u64;
    let header = [&[options.get_props()], &options.dict_size.to_le_bytes()[..], &size.to_le_bytes()].concat();
    let mut writer = LzmaWriter::new_no_header(header, &options, false)?;
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

/// Six bytes, the highest first, as seven digits; the last group is filled up with zeros.
fn base116(bytes: &[u8]) -> String {
    let digits = digits();
    bytes.chunks(6).flat_map(|group| seven(group, &digits)).map(char::from).collect()
}

fn seven(bytes: &[u8], digits: &[u8]) -> [u8; 7] {
    let mut eight = [0; 8];
    eight[2..2 + bytes.len()].copy_from_slice(bytes);
    let number = u64::from_be_bytes(eight);
    // Below the base, so it fits.
    [6, 5, 4, 3, 2, 1, 0].map(|place| digits[(number / BASE.pow(place) % BASE) as usize])
}

/// The characters of the digits, in order.
fn digits() -> Vec<u8> {
    (1..127).filter(|char| !LEFT_OUT.contains(char)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_are_as_many_as_the_base_and_a_script_can_hold_them() {
        assert_eq!(digits().len() as u64, BASE);
        assert!(BASE.pow(7) > 1 << 48);
        assert!(digits().iter().all(|char| char.is_ascii() && !b"\0\n\r\"<\\".contains(char)));
    }

    #[test]
    fn six_bytes_are_one_number() {
        assert_eq!(base116(&[0; 6]), "\u{1}".repeat(7));
        assert_eq!(base116(&[0, 0, 0, 0, 0, 1]), "\u{1}".repeat(6) + "\u{2}");
        assert_eq!(base116(&[0, 0, 1]), base116(&[0, 0, 1, 0, 0, 0]));
        assert_eq!(base116(&[255; 6]).len(), 7);
    }

    #[test]
    fn what_is_packed_comes_back() -> Result {
        let text = "Koperasi bercermin. ".repeat(50);
        let packed = lzma(&[], text.as_bytes())?;
        assert!(packed.len() < 60);
        let mut back = String::new();
        std::io::Read::read_to_string(
            &mut lzma_rust2::LzmaReader::new_mem_limit(&packed[..], u32::MAX, None)?,
            &mut back,
        )?;
        assert_eq!(back, text);
        Ok(())
    }

    #[test]
    fn what_was_said_before_is_copied_and_comes_back() -> Result {
        let before: Vec<u8> = (0..5000_u32).map(|number| (number * number % 251) as u8).collect();
        let said = [&before[100..4900], b" once more"].concat();
        let packed = lzma(&before, &said)?;
        assert!(packed.len() < 80, "{}", packed.len());
        let size = u64::from_le_bytes(packed[5..13].try_into()?);
        let mut reader =
            lzma_rust2::LzmaReader::new_with_props(&packed[13..], size, packed[0], 1 << 22, Some(&before[..]))?;
        let mut back = Vec::new();
        std::io::Read::read_to_end(&mut reader, &mut back)?;
        assert_eq!(back, said);
        Ok(())
    }
}
