//! The stories of the sample cooperatives, from `stories.toml` to Rust. Only the build includes this file.

use std::fmt::Write as _;

#[path = "stories.rs"]
mod told;

use told::{Sample, Text};

/// A list of samples, each with its save file and its story in every language, in the languages' order; a
/// language without a story of its own tells the first one's.
pub(crate) fn rust(file: &str, codes: &[&str]) -> String {
    let samples = told::read(file);
    let mut code = String::from("pub(super) static SAMPLES: &[Sample] = &[\n");
    for Sample { id, text } in samples {
        let path = format!("/src/page/samples/{id}.json");
        writeln!(
            code,
            "Sample {{ id: {id:?}, file: include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?})), texts: &["
        )
        .expect("a String takes everything");
        for language in codes {
            let Text { name, story, find } = text.get(*language).unwrap_or_else(|| &text[codes[0]]);
            writeln!(code, "Story {{ name: {name:?}, story: {story:?}, find: &{find:?} }},")
                .expect("a String takes everything");
        }
        code += "] },\n";
    }
    code + "];\n"
}
