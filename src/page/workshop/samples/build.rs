//! The sample cooperatives, from `stories.toml` to Rust, and their stories to lines. Only the build includes this file.

use std::fmt::Write as _;

use crate::lines::Lines;

#[path = "stories.rs"]
mod told;

use told::{Sample, Text};

/// The samples, compiled.
pub(crate) struct Compiled {
    /// The list of them as Rust, each with its save file.
    pub(crate) code: String,
    /// Their stories as lines, by language code; a language without a story of its own tells the first one's.
    pub(crate) texts: Vec<(String, String)>,
}

/// Compiles the samples.
pub(crate) fn compile(file: &str, codes: &[&str]) -> Compiled {
    let samples = told::read(file);
    let mut code = String::from("pub(super) static SAMPLES: &[Sample] = &[\n");
    for (place, Sample { id, written, .. }) in samples.iter().enumerate() {
        let path = format!("/src/page/samples/{id}.json");
        writeln!(
            code,
            "Sample {{ id: {id:?}, written: {written:?}, file: include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?})), place: {place} }},"
        )
        .expect("a String takes everything");
    }
    let texts = codes.iter().map(|language| ((*language).to_owned(), stories(&samples, language, codes[0]))).collect();
    Compiled { code: code + "];\n", texts }
}

/// As `samples.rs` reads them; only the whole page does.
fn stories(samples: &[Sample], language: &str, first: &str) -> String {
    let mut lines = Lines::default();
    lines.put_later(samples.len());
    for Sample { text, .. } in samples {
        let Text { name, story, find } = text.get(language).unwrap_or_else(|| &text[first]);
        lines.all_later([name, story]);
        lines.put_later(find.len());
        lines.all_later(find);
    }
    lines.into_text()
}
