//! The sample cooperatives, from `stories.toml` to Rust, and their stories and save files to lines. Only the build includes this
//! file.

use std::fmt::Write as _;
use std::fs;

use crate::lines::Lines;

#[path = "stories.rs"]
mod told;

use told::{Guide, Sample, Stories, Text};

/// The samples, compiled.
pub(crate) struct Compiled {
    /// The list of them as Rust.
    pub(crate) code: String,
    /// Their stories as lines, by language code; a language without a story of its own tells the first one's. The first
    /// language has the save files too.
    pub(crate) texts: Vec<(String, String)>,
}

/// Compiles the samples.
pub(crate) fn compile(file: &str, codes: &[&str]) -> Compiled {
    let told = told::read(file);
    let mut code = String::from("pub(super) static SAMPLES: &[Sample] = &[\n");
    for (place, Sample { id, written, .. }) in told.sample.iter().enumerate() {
        writeln!(code, "Sample {{ id: {id:?}, written: {written:?}, place: {place} }},")
            .expect("a String takes everything");
    }
    let texts = codes.iter().map(|language| ((*language).to_owned(), stories(&told, language, codes[0]))).collect();
    Compiled { code: code + "];\n", texts }
}

/// As `samples.rs` reads them.
fn stories(told: &Stories, language: &str, first: &str) -> String {
    let mut lines = Lines::default();
    let Guide { prepare, short, long, hotspot, works, works_not } =
        told.guide.get(language).unwrap_or_else(|| &told.guide[first]);
    for list in [prepare, short, long, hotspot, works, works_not] {
        lines.put_later(list.len());
        lines.all_later(list);
    }
    lines.put_later(told.sample.len());
    for Sample { id, text, .. } in &told.sample {
        let Text { name, story, find } = text.get(language).unwrap_or_else(|| &text[first]);
        lines.all_later([name, story]);
        lines.put_later(find.len());
        lines.all_later(find);
        lines.all_later([if language == first { tight(id) } else { String::new() }]);
    }
    lines.into_text()
}

/// The save file of a sample in one line. No text of JSON goes over the end of a line.
fn tight(id: &str) -> String {
    let path = format!("src/page/samples/{id}.json");
    let file = fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{path} cannot be read: {fault}"));
    file.lines().map(str::trim).collect()
}
