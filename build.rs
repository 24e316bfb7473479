//! Compiles the data files of the house: rulebooks, and the catalogues of texts.
//!
//! Rules become one file of lines a book; sentences become one pack a language; the structs that read the catalogues
//! become Rust.

#[path = "src/locale/compiler/mod.rs"]
mod catalogue;
#[path = "src/rulebook/compiler/mod.rs"]
mod compiler;
#[allow(dead_code, clippy::duplicate_mod, reason = "shared with the compilers")]
#[path = "src/lines/build.rs"]
mod lines;
#[path = "src/locale/compiler/pack.rs"]
mod pack;
#[path = "src/page/workshop/samples/build.rs"]
mod stories;

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use compiler::rat;
use pack::Section;

const BOOKS: &str = "src/rulebook/books";
const CATALOGUES: &str = "src/locale";
/// The sheet of a village cooperative's RAT.
const SHEET: &str = "kdmp-rat-sheet";
const STORIES: &str = "src/page/samples/stories.toml";
/// Every rulebook, by the name of its file.
const IDS: [&str; 1] = ["kkpkk-2021"];

fn main() {
    for place in
        [BOOKS, CATALOGUES, "src/page/samples", "src/page/workshop/samples", "src/rulebook/compiler", "src/lines"]
    {
        println!("cargo::rerun-if-changed={place}");
    }
    let words = words();
    write("words.rs", &words.code);
    let codes: Vec<&str> = words.texts.iter().map(|(code, _)| code.as_str()).collect();
    let books = IDS.map(|id| compile(id, &codes));
    rules(&books);
    let mut sections = vec![Section { name: "words", texts: &words.texts }];
    sections.extend(IDS.iter().zip(&books).map(|(id, book)| Section { name: id, texts: &book.texts }));
    sections.push(Section { name: "words-help", texts: &words.beside });
    let help = IDS.map(|id| format!("{id}-help"));
    sections.extend(help.iter().zip(&books).map(|(name, book)| Section { name, texts: &book.help }));
    let sheet = read(Path::new(&format!("{BOOKS}/{SHEET}.toml")));
    let sheet = compiler::sheet::compile(&source(&sheet), &codes).unwrap_or_else(|refusals| stop(&refusals));
    write(&format!("{SHEET}.rules"), &sheet.rules);
    sections.push(Section { name: SHEET, texts: &sheet.names });
    let rat = rat_and_holidays(&codes);
    sections.push(Section { name: "rat-and-status-help", texts: &rat.texts });
    sections.push(Section { name: "papers-help", texts: &rat.papers });
    sections.push(Section { name: "rules-help", texts: &rat.rules });
    let told = stories::compile(&fs::read_to_string(STORIES).expect("the stories can be read"), &codes);
    write("stories.rs", &told.code);
    sections.push(Section { name: "samples-help", texts: &told.texts });
    packs(&codes, &sections);
    write("refusals.rs", &refusals());
}

/// What the module that reads workbooks says when it refuses one. It carries no catalogue, so it gets these sentences only.
fn refusals() -> String {
    let text = fs::read_to_string(format!("{CATALOGUES}/id.toml")).expect("the first catalogue can be read");
    let catalogue: toml::Table = text.parse().expect("the catalogue was compiled before");
    let sentences = catalogue["workbook"].as_table().expect("it has a section of this name");
    let entry = |(key, sentence): (&String, &toml::Value)| {
        format!("({:?}, {:?})", key.replace('_', "-"), sentence.as_str().expect("sentences are texts"))
    };
    let entries: Vec<String> = sentences.iter().map(entry).collect();
    format!("pub(super) static REFUSALS: [(&str, &str); {}] = [\n{}\n];\n", entries.len(), entries.join(",\n"))
}

/// Compiles the RAT rulebook and the holidays, or stops the build with every refusal.
fn rat_and_holidays(codes: &[&str]) -> rat::Compiled {
    let (sources, holidays) = rat::read(Path::new(BOOKS), codes).expect("the RAT rulebook can be read");
    let compiled = rat::compile(&sources).unwrap_or_else(|refusals| stop(&refusals));
    write("rat_and_status.rs", &compiled.code);
    write("holidays.rs", &rat::compile_holidays(&holidays).unwrap_or_else(|refusals| stop(&refusals)));
    compiled
}

/// Compiles `src/locale/*.toml`, or stops the build with every refusal.
fn words() -> catalogue::Compiled {
    let files = catalogue::catalogues(Path::new(CATALOGUES)).expect("the catalogues can be read");
    let sources: Vec<_> = files.iter().map(|(path, code, text)| catalogue::Source { path, code, text }).collect();
    catalogue::compile(&sources).unwrap_or_else(|refusals| stop(&refusals))
}

/// Compiles `books/ID.toml` with the files of `books/ID/` and its forms in `books/ID/forms/`, or stops the build with every refusal. A language that has no
/// folder there yet reads the first language's sentences.
fn compile(id: &str, codes: &[&str]) -> compiler::Compiled {
    let rules = read(Path::new(&format!("{BOOKS}/{id}.toml")));
    let actions = files(&format!("{BOOKS}/{id}").into());
    let forms = files(&format!("{BOOKS}/{id}/forms").into());
    let folder = |code: &str| files(&format!("{BOOKS}/{id}/{code}").into());
    let spoken = |code: &&str| Some(folder(code)).filter(|own| !own.is_empty()).unwrap_or_else(|| folder(codes[0]));
    let languages: Vec<_> = codes.iter().map(|code| (code, spoken(code))).collect();
    let book = compiler::Book {
        rules: source(&rules),
        forms: forms.iter().map(source).collect(),
        actions: actions.iter().map(source).collect(),
        texts: languages
            .iter()
            .map(|(code, files)| ((**code).to_owned(), files.iter().map(source).collect()))
            .collect(),
    };
    compiler::compile(&book).unwrap_or_else(|refusals| stop(&refusals))
}

/// One file of rules a book, and the list of them.
fn rules(books: &[compiler::Compiled]) {
    let files = IDS.map(|id| format!("{id}.rules"));
    for (file, book) in files.iter().zip(books) {
        let whole = env::var_os("CARGO_FEATURE_FULL").is_some();
        write(file, if whole { &book.rules } else { &book.first_rules });
    }
    write("books.rs", &table("RULES", &files.map(|file| included(&file))));
}

/// One pack a language. The module holds the first only; natively all are at hand.
fn packs(codes: &[&str], sections: &[Section<'_>]) {
    let made = pack::packs(codes, sections).unwrap_or_else(|reason| stop(&[reason]));
    let in_module = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32");
    let [whole, page] = ["FULL", "PAGE"].map(|feature| env::var_os(format!("CARGO_FEATURE_{feature}")).is_some());
    for (language, text) in &made.packs {
        let text = if whole { lines::whole(text) } else { lines::first_part(text) };
        write(&format!("{language}.pack"), &if page { pack::without_help(&text) } else { text });
    }
    let entry = |(place, (language, _)): (usize, &(String, String))| {
        if in_module && place > 0 { "\"\"".to_owned() } else { included(&format!("{language}.pack")) }
    };
    let entries: Vec<String> = made.packs.iter().enumerate().map(entry).collect();
    let edition = format!("pub(super) const EDITION: &str = {:?};\n", made.edition);
    write("packs.rs", &(edition + &table("INCLUDED", &entries)));
}

/// Rust for a table of texts.
fn table(name: &str, entries: &[String]) -> String {
    format!("pub(super) static {name}: [&str; {}] = [\n{}\n];\n", entries.len(), entries.join(",\n"))
}

/// Rust for the content of a file that this build wrote.
fn included(name: &str) -> String {
    format!("include_str!(concat!(env!(\"OUT_DIR\"), \"/{name}\"))")
}

fn stop(refusals: &[impl Display]) -> ! {
    for refusal in refusals {
        println!("cargo::error={refusal}");
    }
    process::exit(1)
}

fn write(name: &str, code: &str) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join(name), code).expect("OUT_DIR can be written");
}

type File = (String, String);

fn source(file: &File) -> compiler::Source<'_> {
    compiler::Source { name: &file.0, text: &file.1 }
}

/// The data files directly inside a folder, by name.
fn files(folder: &PathBuf) -> Vec<File> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|kind| kind == "toml")).collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> File {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    (path.to_string_lossy().into_owned(), text)
}
