//! Compiles the data files of the house into constants: rulebooks and the catalogues of texts.

#[path = "src/locale/compiler/mod.rs"]
mod catalogue;
#[path = "src/rulebook/compiler/mod.rs"]
mod compiler;

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

const BOOKS: &str = "src/rulebook/books";
const CATALOGUES: &str = "src/locale";

fn main() {
    println!("cargo::rerun-if-changed={BOOKS}");
    println!("cargo::rerun-if-changed=src/rulebook/compiler");
    println!("cargo::rerun-if-changed={CATALOGUES}");
    let book = compile("kkpkk-2021");
    let source =
        format!("pub(super) static RULEBOOKS: &[&Rulebook] = &[&KKPKK_2021];\nstatic KKPKK_2021: Rulebook = {book};\n");
    write("books.rs", &source);
    write("words.rs", &words());
}

/// Compiles `src/locale/*.toml`, or stops the build with every refusal.
fn words() -> String {
    let files = catalogue::catalogues(Path::new(CATALOGUES)).expect("the catalogues can be read");
    let sources: Vec<_> = files.iter().map(|(path, code, text)| catalogue::Source { path, code, text }).collect();
    catalogue::compile(&sources).unwrap_or_else(|refusals| stop(&refusals))
}

/// Compiles `books/ID.toml` with the files of `books/ID/`, or stops the build with every refusal.
fn compile(id: &str) -> String {
    let rules = read(Path::new(&format!("{BOOKS}/{id}.toml")));
    let actions = files(&format!("{BOOKS}/{id}").into());
    let languages: Vec<_> =
        ["id", "en"].into_iter().map(|code| (code, files(&format!("{BOOKS}/{id}/{code}").into()))).collect();
    let book = compiler::Book {
        rules: source(&rules),
        actions: actions.iter().map(source).collect(),
        texts: languages.iter().map(|(code, files)| ((*code).to_owned(), files.iter().map(source).collect())).collect(),
    };
    compiler::compile(&book).unwrap_or_else(|refusals| stop(&refusals))
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
