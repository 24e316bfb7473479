//! The letters of workbooks: the crate in the place of `encoding_rs` does what that one does, as far as it goes.
#![allow(clippy::unwrap_used, missing_docs)]

use encoding_rs::{DecoderResult, Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use proptest::prelude::*;

fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn old_windows_letters_are_read() {
    let (text, encoding, damaged) = WINDOWS_1252.decode(b"Piutang \x96 \x93Unit\x94 caf\xe9 \x80");
    assert_eq!((text.as_ref(), encoding.name(), damaged), ("Piutang – “Unit” café €", "windows-1252", false));
}

#[test]
fn a_byte_order_mark_says_how_it_goes_on() {
    assert_eq!(WINDOWS_1252.decode(b"\xef\xbb\xbfKas").0, "Kas");
    assert_eq!(UTF_8.decode(b"\xfe\xff\0K\0a\0s").0, "Kas");
    assert_eq!(UTF_16BE.decode(b"\xff\xfeK\0a\0s\0").0, "Kas");
}

#[test]
fn what_is_damaged_or_from_afar_loses_its_letters_and_no_figures() {
    let (text, _, damaged) = UTF_8.decode(b"Kas \xff 1.500");
    assert_eq!((text.as_ref(), damaged), ("Kas \u{fffd} 1.500", true));
    assert_eq!(SHIFT_JIS.decode(b"\x83J\x83X 1.500").0, "\u{fffd}J\u{fffd}X 1.500");
    assert_eq!(UTF_8.decode_without_bom_handling_and_without_replacement(b"\xff"), None);
    assert_eq!(UTF_16LE.decode(b"K\0\0\xd8").0, "K\u{fffd}");
    assert_eq!(UTF_16LE.decode(b"K\0a").0, "K\u{fffd}");
}

#[test]
fn labels_are_known_in_every_spelling() {
    for (label, encoding) in [("UTF-8", UTF_8), (" utf-16le ", UTF_16LE), ("ISO-8859-1", WINDOWS_1252)] {
        assert_eq!(Encoding::for_label(label.as_bytes()), Some(encoding), "{label}");
    }
    assert_eq!(Encoding::for_label(b"klingon"), None);
}

/// Decodes in pieces, into an output that has room for `room` bytes at a time.
fn by_pieces(encoding: &'static Encoding, bytes: &[u8], piece: usize, room: usize) -> Option<String> {
    let (mut decoder, mut text) = (encoding.new_decoder_without_bom_handling(), Vec::new());
    let mut pieces: Vec<&[u8]> = bytes.chunks(piece).collect();
    pieces.push(&[]);
    let last = pieces.len() - 1;
    for (place, mut left) in pieces.into_iter().enumerate() {
        loop {
            let mut out = vec![0; room];
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(left, &mut out, place == last);
            text.extend_from_slice(&out[..written]);
            left = &left[read..];
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => assert!(written > 0, "no letter is longer than {room} bytes"),
                DecoderResult::Malformed(..) => return None,
            }
        }
    }
    Some(String::from_utf8(text).unwrap())
}

proptest! {
    #[test]
    fn every_text_comes_back_in_whatever_pieces(text in "\\PC{0,40}", piece in 1_usize..7, room in 4_usize..9) {
        for (encoding, bytes) in [
            (UTF_8, text.clone().into_bytes()),
            (UTF_16LE, wide(&text, u16::to_le_bytes)),
            (UTF_16BE, wide(&text, u16::to_be_bytes)),
        ] {
            prop_assert_eq!(by_pieces(encoding, &bytes, piece, room), Some(text.clone()));
            let whole = encoding.decode_without_bom_handling_and_without_replacement(&bytes);
            prop_assert_eq!(whole.as_deref(), Some(text.as_str()));
            let mut decoder = encoding.new_decoder_without_bom_handling();
            let mut out = String::with_capacity(decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap());
            let (result, read) = decoder.decode_to_string_without_replacement(&bytes, &mut out, true);
            prop_assert_eq!((result, read, out), (DecoderResult::InputEmpty, bytes.len(), text.clone()));
        }
    }

    #[test]
    fn no_bytes_stop_it_and_damage_is_told_alike_in_whatever_pieces(bytes in proptest::collection::vec(any::<u8>(), 0..40), piece in 1_usize..7) {
        let std = String::from_utf8_lossy(&bytes);
        if !matches!(bytes[..], [0xef, 0xbb, 0xbf, ..] | [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
            prop_assert_eq!(UTF_8.decode(&bytes).0, std);
        }
        for encoding in [UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1252, SHIFT_JIS] {
            let whole = encoding.decode_without_bom_handling_and_without_replacement(&bytes);
            prop_assert_eq!(by_pieces(encoding, &bytes, piece, 8), whole.map(std::borrow::Cow::into_owned));
        }
    }
}
