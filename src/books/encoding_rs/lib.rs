//! The letters of workbooks, in the place of the crate `encoding_rs`: what calamine, quick-xml and codepage call of it, under
//! its names and with its behaviour, for UTF-8, UTF-16 and Windows-1252.
//!
//! That crate carries the letters of all the world, and its tables of Asian ones alone weigh more than everything else in the
//! module that reads workbooks. No book of a cooperative here is written in them. Of any other code page the ASCII half is read,
//! and every other byte becomes U+FFFD, as a damaged letter does; figures never lie there.

use std::borrow::Cow;

/// How letters are written as bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Encoding {
    name: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Utf8,
    Utf16 {
        /// The higher byte comes first.
        big: bool,
    },
    Windows1252,
    /// A code page that is not known here.
    Foreign,
}

/// How decoding went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecoderResult {
    /// All of the input is read.
    InputEmpty,
    /// The output has no room for the next letter.
    OutputFull,
    /// As many bytes are no letter; none were read behind them.
    Malformed(u8, u8),
}

/// What the first bytes of an input are.
enum Step {
    Letter(char, usize),
    Malformed(usize),
    /// The beginning of a letter.
    More,
}

/// Windows-1252 from 0x80 to 0x9F, where it leaves Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The longest letter, in bytes.
const LONGEST: usize = 4;

impl Kind {
    /// The first letter; `last`: nothing comes behind these bytes, of which there is at least one.
    fn step(self, bytes: &[u8], last: bool) -> Step {
        match self {
            Self::Utf8 => utf8(bytes, last),
            Self::Utf16 { big } => utf16(bytes, big, last),
            Self::Windows1252 => match bytes[0] {
                high @ 0x80..=0x9f => Step::Letter(WINDOWS[usize::from(high - 0x80)], 1),
                byte => Step::Letter(char::from(byte), 1),
            },
            Self::Foreign if bytes[0].is_ascii() => Step::Letter(char::from(bytes[0]), 1),
            Self::Foreign => Step::Malformed(1),
        }
    }
}

fn utf8(bytes: &[u8], last: bool) -> Step {
    let start = &bytes[..bytes.len().min(LONGEST)];
    let (valid, wrong) = match std::str::from_utf8(start) {
        Ok(text) => (text, None),
        Err(error) => {
            let (valid, _) = start.split_at(error.valid_up_to());
            // A beginning that is cut off is wrong only where nothing follows.
            let wrong = error.error_len().or(last.then_some(start.len() - valid.len()));
            (std::str::from_utf8(valid).unwrap_or_default(), wrong)
        }
    };
    match (valid.chars().next(), wrong) {
        (Some(letter), _) => Step::Letter(letter, letter.len_utf8()),
        (None, Some(wrong)) => Step::Malformed(wrong),
        (None, None) => Step::More,
    }
}

fn utf16(bytes: &[u8], big: bool, last: bool) -> Step {
    let read = if big { u16::from_be_bytes } else { u16::from_le_bytes };
    let units = bytes.chunks_exact(2).take(2).map(|two| read([two[0], two[1]]));
    let whole = bytes.len().min(LONGEST) / 2;
    match char::decode_utf16(units).next() {
        Some(Ok(letter)) => Step::Letter(letter, letter.len_utf16() * 2),
        // Half of a pair, whose other half may follow.
        Some(Err(half)) if whole == 1 && half.unpaired_surrogate() < 0xdc00 && !last => Step::More,
        Some(Err(_)) => Step::Malformed(2),
        None if last => Step::Malformed(bytes.len()),
        None => Step::More,
    }
}

impl Encoding {
    /// The encoding that a label means, as an XML declaration carries it.
    #[must_use]
    pub fn for_label(label: &[u8]) -> Option<&'static Self> {
        let label = label.trim_ascii().to_ascii_lowercase();
        match &label[..] {
            b"utf-8" | b"utf8" | b"unicode-1-1-utf-8" => Some(UTF_8),
            b"utf-16" | b"utf-16le" => Some(UTF_16LE),
            b"utf-16be" => Some(UTF_16BE),
            b"windows-1252" | b"cp1252" | b"iso-8859-1" | b"latin1" | b"us-ascii" | b"ascii" => Some(WINDOWS_1252),
            _ => None,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The text of some bytes, by their byte order mark if they have one; the encoding that they were in; whether a letter was
    /// damaged and became U+FFFD.
    #[must_use]
    pub fn decode<'a>(&'static self, bytes: &'a [u8]) -> (Cow<'a, str>, &'static Self, bool) {
        let (encoding, bytes) = match bytes {
            [0xef, 0xbb, 0xbf, rest @ ..] => (UTF_8, rest),
            [0xff, 0xfe, rest @ ..] => (UTF_16LE, rest),
            [0xfe, 0xff, rest @ ..] => (UTF_16BE, rest),
            _ => (self, bytes),
        };
        if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
            return (text, encoding, false);
        }
        let (mut text, mut left) = (String::with_capacity(bytes.len()), bytes);
        while !left.is_empty() {
            let used = match encoding.kind.step(left, true) {
                Step::Letter(letter, used) => {
                    text.push(letter);
                    used
                }
                Step::Malformed(used) => {
                    text.push(char::REPLACEMENT_CHARACTER);
                    used
                }
                // Of the last bytes none are only a beginning.
                Step::More => break,
            };
            left = &left[used..];
        }
        (Cow::Owned(text), encoding, true)
    }

    /// The text of some bytes, if all of it is in this encoding.
    #[must_use]
    pub fn decode_without_bom_handling_and_without_replacement<'a>(
        &'static self,
        bytes: &'a [u8],
    ) -> Option<Cow<'a, str>> {
        if self.kind == Kind::Utf8 || (bytes.is_ascii() && !matches!(self.kind, Kind::Utf16 { .. })) {
            return std::str::from_utf8(bytes).ok().map(Cow::Borrowed);
        }
        let mut text = String::with_capacity(bytes.len());
        let (result, _) = self.new_decoder_without_bom_handling().run(bytes, true, |letter| {
            text.push(letter);
            true
        });
        (result == DecoderResult::InputEmpty).then_some(Cow::Owned(text))
    }

    /// Decodes what comes piece by piece.
    #[must_use]
    pub const fn new_decoder_without_bom_handling(&'static self) -> Decoder {
        Decoder { encoding: self, held: Vec::new() }
    }
}

/// Decodes what comes piece by piece.
#[derive(Debug)]
pub struct Decoder {
    encoding: &'static Encoding,
    /// The beginning of a letter whose end is still to come.
    held: Vec<u8>,
}

impl Decoder {
    /// The encoding of the input.
    #[must_use]
    pub const fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// The most bytes that so many become as UTF-8.
    #[must_use]
    pub const fn max_utf8_buffer_length_without_replacement(&self, bytes: usize) -> Option<usize> {
        match bytes.checked_add(LONGEST) {
            Some(bytes) => bytes.checked_mul(3),
            None => None,
        }
    }

    /// Decodes into the room that a text has; how it went, and how many bytes were read.
    pub fn decode_to_string_without_replacement(
        &mut self,
        bytes: &[u8],
        text: &mut String,
        last: bool,
    ) -> (DecoderResult, usize) {
        self.run(bytes, last, |letter| {
            let fits = text.capacity() - text.len() >= letter.len_utf8();
            if fits {
                text.push(letter);
            }
            fits
        })
    }

    /// Decodes into bytes of UTF-8; how it went, how many bytes were read, and how many written.
    pub fn decode_to_utf8_without_replacement(
        &mut self,
        bytes: &[u8],
        out: &mut [u8],
        last: bool,
    ) -> (DecoderResult, usize, usize) {
        let mut written = 0;
        let (result, read) = self.run(bytes, last, |letter| {
            let end = written + letter.len_utf8();
            let fits = end <= out.len();
            if fits {
                letter.encode_utf8(&mut out[written..end]);
                written = end;
            }
            fits
        });
        (result, read, written)
    }

    /// Letter by letter, until `put` has no room.
    fn run(&mut self, bytes: &[u8], last: bool, mut put: impl FnMut(char) -> bool) -> (DecoderResult, usize) {
        let mut read = 0;
        loop {
            let next = (read + LONGEST - self.held.len().min(LONGEST)).min(bytes.len());
            let window = [&self.held, &bytes[read..next]].concat();
            if window.is_empty() {
                return (DecoderResult::InputEmpty, read);
            }
            let (used, result) = match self.encoding.kind.step(&window, last && next == bytes.len()) {
                Step::More => {
                    self.held = window;
                    return (DecoderResult::InputEmpty, next);
                }
                Step::Letter(letter, used) if put(letter) => (used, None),
                Step::Letter(..) => (0, Some(DecoderResult::OutputFull)),
                Step::Malformed(used) => {
                    (used, Some(DecoderResult::Malformed(u8::try_from(used).unwrap_or(u8::MAX), 0)))
                }
            };
            let held = self.held.len();
            self.held.drain(..used.min(held));
            read += used.saturating_sub(held);
            if let Some(result) = result {
                return (result, read);
            }
        }
    }
}

macro_rules! encodings {
    ($($name:ident $init:ident $label:literal $kind:expr;)*) => {
        $(
            #[allow(clippy::doc_markdown, reason = "names as the standard writes them")]
            #[doc = $label]
            pub static $init: Encoding = Encoding { name: $label, kind: $kind };
            #[allow(clippy::doc_markdown, reason = "names as the standard writes them")]
            #[doc = $label]
            pub static $name: &Encoding = &$init;
        )*
    };
}

encodings! {
    UTF_8 UTF_8_INIT "UTF-8" Kind::Utf8;
    UTF_16LE UTF_16LE_INIT "UTF-16LE" Kind::Utf16 { big: false };
    UTF_16BE UTF_16BE_INIT "UTF-16BE" Kind::Utf16 { big: true };
    WINDOWS_1252 WINDOWS_1252_INIT "windows-1252" Kind::Windows1252;
    BIG5 BIG5_INIT "Big5" Kind::Foreign;
    EUC_JP EUC_JP_INIT "EUC-JP" Kind::Foreign;
    EUC_KR EUC_KR_INIT "EUC-KR" Kind::Foreign;
    GB18030 GB18030_INIT "gb18030" Kind::Foreign;
    GBK GBK_INIT "GBK" Kind::Foreign;
    IBM866 IBM866_INIT "IBM866" Kind::Foreign;
    ISO_2022_JP ISO_2022_JP_INIT "ISO-2022-JP" Kind::Foreign;
    ISO_8859_2 ISO_8859_2_INIT "ISO-8859-2" Kind::Foreign;
    ISO_8859_3 ISO_8859_3_INIT "ISO-8859-3" Kind::Foreign;
    ISO_8859_4 ISO_8859_4_INIT "ISO-8859-4" Kind::Foreign;
    ISO_8859_5 ISO_8859_5_INIT "ISO-8859-5" Kind::Foreign;
    ISO_8859_6 ISO_8859_6_INIT "ISO-8859-6" Kind::Foreign;
    ISO_8859_7 ISO_8859_7_INIT "ISO-8859-7" Kind::Foreign;
    ISO_8859_8 ISO_8859_8_INIT "ISO-8859-8" Kind::Foreign;
    ISO_8859_8_I ISO_8859_8_I_INIT "ISO-8859-8-I" Kind::Foreign;
    ISO_8859_10 ISO_8859_10_INIT "ISO-8859-10" Kind::Foreign;
    ISO_8859_13 ISO_8859_13_INIT "ISO-8859-13" Kind::Foreign;
    ISO_8859_14 ISO_8859_14_INIT "ISO-8859-14" Kind::Foreign;
    ISO_8859_15 ISO_8859_15_INIT "ISO-8859-15" Kind::Foreign;
    ISO_8859_16 ISO_8859_16_INIT "ISO-8859-16" Kind::Foreign;
    KOI8_R KOI8_R_INIT "KOI8-R" Kind::Foreign;
    KOI8_U KOI8_U_INIT "KOI8-U" Kind::Foreign;
    MACINTOSH MACINTOSH_INIT "macintosh" Kind::Foreign;
    REPLACEMENT REPLACEMENT_INIT "replacement" Kind::Foreign;
    SHIFT_JIS SHIFT_JIS_INIT "Shift_JIS" Kind::Foreign;
    WINDOWS_874 WINDOWS_874_INIT "windows-874" Kind::Foreign;
    WINDOWS_1250 WINDOWS_1250_INIT "windows-1250" Kind::Foreign;
    WINDOWS_1251 WINDOWS_1251_INIT "windows-1251" Kind::Foreign;
    WINDOWS_1253 WINDOWS_1253_INIT "windows-1253" Kind::Foreign;
    WINDOWS_1254 WINDOWS_1254_INIT "windows-1254" Kind::Foreign;
    WINDOWS_1255 WINDOWS_1255_INIT "windows-1255" Kind::Foreign;
    WINDOWS_1256 WINDOWS_1256_INIT "windows-1256" Kind::Foreign;
    WINDOWS_1257 WINDOWS_1257_INIT "windows-1257" Kind::Foreign;
    WINDOWS_1258 WINDOWS_1258_INIT "windows-1258" Kind::Foreign;
    X_MAC_CYRILLIC X_MAC_CYRILLIC_INIT "x-mac-cyrillic" Kind::Foreign;
}
