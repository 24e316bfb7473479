//! Puts the sections of each language together: the packs that `src/locale/pack.rs` installs and reads.

/// What stands before each section's name, as `src/locale/pack.rs` knows it.
const SECTION: char = '\u{1d}';

/// A section by name: its lines in each language, by code, all in the same order of languages.
pub(crate) struct Section<'a> {
    /// As the reader asks for it: `words`, or a book's id.
    pub(crate) name: &'a str,
    /// Language code and lines.
    pub(crate) texts: &'a [(String, String)],
}

/// The packs of a build.
#[derive(Debug)]
pub(crate) struct Packs {
    /// A hash over all sentences of all languages: packs of one build belong together.
    pub(crate) edition: String,
    /// Language code and pack.
    pub(crate) packs: Vec<(String, String)>,
}

/// Makes the packs of the languages, or says where two differ in length.
///
/// # Errors
/// A sentence that names the section and the languages.
pub(crate) fn packs(codes: &[&str], sections: &[Section<'_>]) -> Result<Packs, String> {
    sections.iter().try_for_each(|section| same_length(codes, section))?;
    let bodies: Vec<String> = (0..codes.len()).map(|place| body(place, sections)).collect();
    let edition = format!("{:016x}", hash(bodies.iter().flat_map(|body| body.bytes())));
    let pack = |(code, body): (&&str, String)| {
        let head = format!("cermin-koperasi {code} {edition}\n");
        ((*code).to_owned(), head + &body)
    };
    let packs = codes.iter().zip(bodies).map(pack).collect();
    Ok(Packs { edition, packs })
}

/// What stands in the name of a section of help, as `src/locale/pack.rs` knows it.
const HELP: &str = "-help";

/// The pack of a page: its help is blank, for it lies beside the module. As many lines as before, so that packs still match.
pub(crate) fn without_help(pack: &str) -> String {
    let section = |section: &str| match section.split_once('\n') {
        Some((name, lines)) if name.ends_with(HELP) => format!("{name}\n{}", "\n".repeat(lines.lines().count())),
        _ => section.to_owned(),
    };
    pack.split(SECTION).map(section).collect::<Vec<_>>().join(&SECTION.to_string())
}

fn same_length(codes: &[&str], section: &Section<'_>) -> Result<(), String> {
    let known: Vec<&str> = section.texts.iter().map(|(code, _)| code.as_str()).collect();
    if known != codes {
        return Err(format!("{} is written in {known:?}, the page speaks {codes:?}", section.name));
    }
    let lengths: Vec<usize> = section.texts.iter().map(|(_, text)| text.lines().count()).collect();
    match lengths.iter().position(|length| *length != lengths[0]) {
        None => Ok(()),
        Some(place) => Err(format!(
            "{} has {} lines in {} and {} in {}",
            section.name, lengths[0], codes[0], lengths[place], codes[place]
        )),
    }
}

fn body(language: usize, sections: &[Section<'_>]) -> String {
    let parts =
        sections.iter().map(|section| [&SECTION.to_string(), section.name, "\n", &section.texts[language].1].concat());
    parts.collect()
}

/// FNV-1a over 64 bits: it tells builds apart, not friend from foe.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
