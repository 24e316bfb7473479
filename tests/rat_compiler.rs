//! A book that lacks something is refused, with file and line.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub, dead_code)]

#[path = "../src/rulebook/compiler/mod.rs"]
mod compiler;

use std::path::Path;

use compiler::Refusal;
use compiler::rat::{self, File, Sources};

fn sources() -> (Sources, File) {
    rat::read(Path::new("src/rulebook/books"), &["id", "en"]).unwrap()
}

/// The refusals after `change` was made to the book's text.
fn book(from: &str, to: &str) -> Vec<Refusal> {
    let (mut sources, _) = sources();
    assert!(sources.book.text.contains(from), "the book no longer says {from:?}");
    sources.book.text = sources.book.text.replacen(from, to, 1);
    rat::compile(&sources).unwrap_err()
}

fn text(language: &str, file: &str, from: &str, to: &str) -> Vec<Refusal> {
    let (mut sources, _) = sources();
    let language = sources.languages.iter_mut().find(|each| each.code == language).unwrap();
    let file = language.files.iter_mut().find(|each| each.name.ends_with(file)).unwrap();
    assert!(file.text.contains(from), "the texts no longer say {from:?}");
    file.text = file.text.replacen(from, to, 1);
    rat::compile(&sources).unwrap_err()
}

fn papers(from: &str, to: &str) -> Vec<Refusal> {
    let (mut sources, _) = sources();
    assert!(sources.papers.text.contains(from), "the papers no longer say {from:?}");
    sources.papers.text = sources.papers.text.replacen(from, to, 1);
    rat::compile(&sources).unwrap_err()
}

fn holidays(from: &str, to: &str) -> Vec<Refusal> {
    let (_, mut file) = sources();
    assert!(file.text.contains(from), "the holidays no longer say {from:?}");
    file.text = file.text.replacen(from, to, 1);
    rat::compile_holidays(&file).unwrap_err()
}

/// One refusal that names the line on which `mark` stands in the committed file, and says `reason`.
#[track_caller]
fn refused(refusals: &[Refusal], file: &str, line: usize, reason: &str) {
    let found = refusals
        .iter()
        .any(|refusal| refusal.file.ends_with(file) && refusal.line == line && refusal.reason.contains(reason));
    assert!(found, "no {file}:{line} {reason:?} in {refusals:#?}");
}

fn line_of(file: &str, mark: &str) -> usize {
    let text = std::fs::read_to_string(format!("src/rulebook/books/{file}")).unwrap();
    1 + text.lines().position(|line| line.contains(mark)).unwrap()
}

const BOOK: &str = "rat-and-status.toml";

#[test]
fn the_committed_books_compile() {
    let (sources, holidays) = sources();
    let rat::Compiled { code, texts, .. } = rat::compile(&sources).unwrap();
    assert_eq!(texts.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), ["id", "en"]);
    assert!(code.contains("pub static RULES: [Rule; 120]"));
    assert!(code.contains("pub static DOCUMENTS: [Document; 27]"));
    assert!(code.contains("pub static FINDINGS: [Finding; 28]"));
    assert!(code.contains("pub static COACHING: [Coaching; 14]"));
    assert!(code.contains("pub static REGISTERS: [Register; 16]"));
    assert!(code.contains("pub static CONFLICTS: [Conflict; 13]"));
    assert!(code.contains("pub static STEPS: [Step; 27]"));
    assert!(rat::compile_holidays(&holidays).unwrap().contains("first_year: 2024"));
}

#[test]
fn a_rule_without_citation() {
    let line = line_of(BOOK, "id = \"RAT-01\"");
    let citation = "citation = \"UU 25/1992 Ps 26(1); Permenkop 19/2015 Ps 4(2), 7(1), 7(5)a\"\n";
    refused(&book(citation, ""), BOOK, line - 1, "citation");
    refused(&book(citation, "citation = \" \"\n"), BOOK, line + 1, "the citation is empty");
}

#[test]
fn a_source_without_date() {
    let line = line_of(BOOK, "id = \"PP7\"");
    refused(&book("dated = \"2021-02-02\"\n", ""), BOOK, line - 1, "dated");
    refused(&book("dated = \"2021-02-02\"", "dated = \"soon\""), BOOK, line + 2, "is not a date");
    refused(&book("dated = \"2021-02-02\"", "dated = \"2021-02-30\""), BOOK, line + 2, "is not a date");
}

#[test]
fn an_id_twice() {
    refused(&book("id = \"RAT-02\"", "id = \"RAT-01\""), BOOK, line_of(BOOK, "id = \"RAT-02\""), "a second time");
}

#[test]
fn an_unknown_key() {
    let line = line_of(BOOK, "id = \"RAT-01\"");
    refused(&book("id = \"RAT-01\"", "id = \"RAT-01\"\nweight = 3"), BOOK, line + 1, "unknown field");
}

#[test]
fn references_to_nothing() {
    let line = line_of(BOOK, "rules = [\"RAT-04\"]");
    refused(&book("rules = [\"RAT-04\"]", "rules = [\"RAT-99\"]"), BOOK, line, "there is no rule `RAT-99`");
    let line = line_of(BOOK, "source = \"UU25\"");
    refused(&book("source = \"UU25\"", "source = \"UU26\""), BOOK, line, "there is no source `UU26`");
    let line = line_of(BOOK, "coaching = [\"BINA-06\"]");
    refused(&book("coaching = [\"BINA-06\"]", "coaching = [\"BINA-66\"]"), BOOK, line, "there is no coaching");
    let line = line_of(BOOK, "documents = [\"DOK-11\"]");
    refused(&book("documents = [\"DOK-11\"]", "documents = [\"DOK-77\"]"), BOOK, line, "there is no document");
}

#[test]
fn a_role_nobody_has_named() {
    let line = line_of(BOOK, "who = \"bendahara\"");
    refused(&book("who = \"bendahara\"", "who = \"kasir\""), BOOK, line, "there is no text `roles/kasir`");
}

#[test]
fn a_share_above_one_and_a_date_that_is_none() {
    let line = line_of(BOOK, "fraction = \"1/2\"");
    refused(&book("fraction = \"1/2\"", "fraction = \"3/2\""), BOOK, line, "neither a number");
    refused(
        &book("primer_date = \"03-31\"", "primer_date = \"13-31\""),
        BOOK,
        line_of(BOOK, "primer_date = \"03-31\""),
        "neither a number",
    );
}

#[test]
fn a_day_that_no_such_month_has() {
    let (param, on) = (line_of(BOOK, "primer_date = \"03-31\""), line_of(BOOK, "on = \"04-20\""));
    for none in ["02-30", "02-31", "04-31", "00-10", "06-00", "6-30"] {
        let written = format!("primer_date = \"{none}\"");
        refused(&book("primer_date = \"03-31\"", &written), BOOK, param, "neither a number");
        refused(&book("on = \"04-20\"", &format!("on = \"{none}\"")), BOOK, on, "no day of a year");
    }
    // Every fourth year has it.
    let (mut sources, _) = sources();
    sources.book.text = sources.book.text.replacen("on = \"04-20\"", "on = \"02-29\"", 1);
    assert!(rat::compile(&sources).unwrap().code.contains("(2, 29)"));
}

#[test]
fn a_step_without_or_with_two_offsets() {
    let line = line_of(BOOK, "id = \"T-11\"");
    refused(&book("working_days = -7\n", ""), BOOK, line, "exactly one");
    refused(&book("working_days = -7\n", "working_days = -7\ndays = -11\n"), BOOK, line, "exactly one");
}

#[test]
fn a_conditional_document_without_condition() {
    refused(&book("when = \"audit\"\n", ""), BOOK, line_of(BOOK, "id = \"DOK-08\""), "says `when`");
    let (from, to) = ("when = \"audit\"", "when = \"tomorrow\"");
    refused(&book(from, to), BOOK, line_of(BOOK, "when = \"audit\""), "unknown variant");
}

#[test]
fn a_rule_for_nobody() {
    let line = line_of(BOOK, "applies = [\"semua\"]");
    refused(&book("applies = [\"semua\"]", "applies = []"), BOOK, line, "to whom it applies");
}

#[test]
fn a_sentence_in_one_language_only() {
    let line = line_of("rat-and-status/id/rules.toml", "RAT-02");
    let removed = "RAT-02 = \"The RAT is held within six months of the book year's close. The same for primary and secondary cooperatives.\"\n";
    refused(&text("en", "rules.toml", removed, ""), "id/rules.toml", line, "has no text in `en`");
    let line = line_of("rat-and-status/id/words.toml", "basis_law");
    refused(
        &text("id", "words.toml", "basis_law = \"hukum\"", "basis_law = \"hukum\"\nextra = \"lebih\""),
        "id/words.toml",
        line + 1,
        "has no text in `en`",
    );
    refused(
        &text("en", "words.toml", "basis_law = \"law\"", "basis_law = \"law\"\nextra = \"more\""),
        "en/words.toml",
        line + 1,
        "has no text in `id`",
    );
}

#[test]
fn a_sentence_that_is_empty_or_has_other_blanks() {
    let line = line_of("rat-and-status/id/words.toml", "basis_law");
    refused(&text("id", "words.toml", "basis_law = \"hukum\"", "basis_law = \"\""), "id/words.toml", line, "empty");
    let line = line_of("rat-and-status/en/sentences.toml", "day_past_legal");
    refused(
        &text("en", "sentences.toml", "Past the legal limit, {0}.", "Past the legal limit."),
        "en/sentences.toml",
        line,
        "different {blanks}",
    );
    refused(&text("en", "words.toml", "basis_law = \"law\"", "basis_law = 3"), "en/words.toml", 2, "not a text");
}

#[test]
fn a_rule_without_sentence() {
    let (mut sources, _) = sources();
    for file in sources
        .languages
        .iter_mut()
        .flat_map(|language| &mut language.files)
        .filter(|file| file.name.ends_with("rules.toml"))
    {
        file.text = file.text.lines().filter(|line| !line.starts_with("RAT-05")).collect::<Vec<_>>().join("\n");
    }
    let refusals = rat::compile(&sources).unwrap_err();
    refused(&refusals, BOOK, line_of(BOOK, "id = \"RAT-05\""), "there is no text `rules/RAT-05`");
}

#[test]
fn a_paper_with_an_unknown_placeholder() {
    let file = "rat-and-status/papers.toml";
    let line = line_of(file, "Kepada Yth. Bapak/Ibu anggota {name}");
    refused(
        &papers("Bapak/Ibu anggota {name}", "Bapak/Ibu anggota {nama}"),
        "papers.toml",
        line,
        "no placeholder {nama}",
    );
}

#[test]
fn a_paper_twice_or_without_name() {
    let file = "rat-and-status/papers.toml";
    refused(
        &papers("id = \"acara\"", "id = \"undangan\""),
        "papers.toml",
        line_of(file, "id = \"acara\""),
        "a second time",
    );
    refused(
        &papers("id = \"acara\"", "id = \"jadwal\""),
        "papers.toml",
        line_of(file, "id = \"acara\""),
        "`papers/jadwal` has no text",
    );
    let line = line_of(file, "{ kind = \"lines\", blank = 4 }");
    refused(
        &papers("{ kind = \"lines\", blank = 4 }", "{ kind = \"lines\" }"),
        "papers.toml",
        line,
        "does not look like this",
    );
}

#[test]
fn holidays_out_of_order_out_of_range_or_without_source() {
    let file = "holidays-id.toml";
    let line = line_of(file, "day = \"2024-02-08\"");
    refused(&holidays("day = \"2024-02-08\"", "day = \"2024-01-01\""), file, line, "oldest first");
    refused(&holidays("day = \"2024-02-08\"", "day = \"2024-13-08\""), file, line, "not a day");
    refused(&holidays("day = \"2024-02-08\"", "day = \"2024-02-31\""), file, line, "not a day");
    refused(&holidays("day = \"2024-02-08\"", "day = \"2024-2-8\""), file, line, "not a day");
    let (from, to) = ("last_year = 2030", "last_year = 2029");
    assert!(holidays(from, to).iter().any(|refusal| refusal.reason.contains("outside the years covered")));
    let line = line_of(file, "source = ");
    let text = std::fs::read_to_string("src/rulebook/books/holidays-id.toml").unwrap();
    let source = text.lines().nth(line - 1).unwrap();
    refused(&holidays(source, "source = \"\""), file, line, "the source is empty");
}
