//! `cargo xtask workbook`: the ministry's workbook, filled for every golden cooperative and reckoned by `LibreOffice`.
//!
//! The workbook itself is not ours; a stand-in with its sheets and cells holds every formula of the worksheet reading, written
//! from the rule data (`tests/standin`). Each copy is filled as the page fills it, opened and saved by `LibreOffice`, and the
//! total that stands there must be the one that the page shows. Then look at one: pictures of it lie beside the files.

#[path = "../../../tests/standin/mod.rs"]
mod standin;

use cermin_koperasi::page::wing;
use std::path::Path;
use std::process::Command;

use cermin_koperasi::assessment::{Amount, Answer, Assessment};
use cermin_koperasi::books::ministry::{self, Place};
use cermin_koperasi::books::{Sheet, copy, workbook};
use cermin_koperasi::exchange::json::{self, Value};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::{Numerals, Places, Rupiah, decimal};
use cermin_koperasi::page::{Effect, Message, Model, update};
use cermin_koperasi::rulebook::{self, Reading, Year};
use cermin_koperasi::scoring::{self, Report};

use crate::{Result, npm, sh};

pub(crate) fn run() -> Result {
    let office = npm::program(&["soffice"], "libreoffice-calc-nogui", "LibreOffice")?;
    npm::program(&["pdftoppm"], "poppler-utils", "pdftoppm")?;
    let folder = sh::dist().join("workbook");
    let _ = std::fs::remove_dir_all(&folder);
    let (filled, reckoned) = (folder.join("filled"), folder.join("reckoned"));
    let mut expected = Vec::new();
    let works = cooperatives()?;
    // For the journeys, which have no Rust.
    let first = works[0].1.clone();
    sh::write(&sh::root().join("tests/workbooks/kertas-kerja.xlsx"), standin::StandIn::new(first.variant, 0).file())?;
    for (name, work) in works {
        let book = standin::StandIn::new(work.variant, work.edition).file();
        let copy = copy::fill(&book, &ministry::contents(&work)).map_err(|refusal| format!("{name}: {refusal:?}"))?;
        sh::write(&filled.join(&name).with_extension("xlsx"), copy.file)?;
        expected.push((name, scoring::assess(&work)));
    }
    let report = report(first)?;
    sh::write(&filled.join("laporan.xlsx"), without_results(&report)?)?;
    convert(&office, &filled, "xlsx", &reckoned)?;
    let mut faults = Vec::new();
    for (name, report) in &expected {
        let sheets = workbook::read(&sh::bytes(&reckoned.join(name).with_extension("xlsx"))?)
            .map_err(|refusal| format!("{name}: {refusal:?}"))?;
        faults.extend(compare(name, report, &sheets));
    }
    // The sums of the report: as we wrote them, and as they are reckoned.
    let sheets = |file: &[u8]| workbook::read(file).map_err(|refusal| format!("the report: {refusal:?}"));
    if sheets(&report)? != sheets(&sh::bytes(&reckoned.join("laporan.xlsx"))?)? {
        faults.push("the report: LibreOffice reckons other sums".to_owned());
    }
    for name in [expected[0].0.as_str(), "laporan"] {
        picture(&office, &folder, name)?;
    }
    println!("{} copies in {}, reckoned by LibreOffice", expected.len(), folder.display());
    if faults.is_empty() {
        return Ok(());
    }
    Err(format!("LibreOffice and the page do not show the same:\n{}", faults.join("\n")).into())
}

/// A work as the workbook that the report offers.
fn report(work: Assessment) -> Result<Vec<u8>> {
    let mut model = Model::new(Locale::Id);
    model.work.assessment = work;
    let effects = update(&mut model, Message::parse("advice xlsx", "").ok_or("no such mark")?);
    let bytes = effects.into_iter().find_map(|effect| match effect {
        Effect::Wing(wing::Effect::DownloadBytes { bytes, .. }) => Some(bytes),
        _ => None,
    });
    bytes.ok_or_else(|| "the report offers no workbook".into())
}

/// The same without what its formulas came to, so that a program must reckon them.
fn without_results(file: &[u8]) -> Result<Vec<u8>> {
    copy::fill(file, &[]).map(|copy| copy.file).map_err(|refusal| format!("the report: {refusal:?}").into())
}

/// The golden cooperatives, in the worksheet reading of each edition.
fn cooperatives() -> Result<Vec<(String, Assessment)>> {
    let text = sh::text(&sh::root().join("tests/golden/kkpkk-2021-ksp12.json"))?;
    let golden = json::parse(&text).map_err(|fault| format!("the golden cases: {fault:?}"))?;
    let Some(Value::Array(cases)) = golden.get("cases") else { return Err("there are no golden cases".into()) };
    let book = rulebook::find("kkpkk-2021").ok_or("no such rulebook")?;
    let variant = book.variant("ksp12").ok_or("no such form")?;
    let mut all = Vec::new();
    for (edition, case) in (0..book.editions.len()).flat_map(|edition| cases.iter().map(move |case| (edition, case))) {
        let mut work = Assessment::new(book, variant);
        (work.edition, work.reading) = (edition, Reading::Worksheet);
        let answers = case.get("answers").and_then(Value::as_object).ok_or("a case without answers")?;
        for (item, met) in answers.iter() {
            work.answers.insert(item, if *met == Value::Bool(true) { Answer::Yes } else { Answer::No });
        }
        for year in Year::BOTH {
            let amounts = case.get("amounts").and_then(|amounts| amounts.get(year.code())?.as_object());
            for (account, amount) in amounts.ok_or("a case without amounts")?.iter() {
                let Value::Number(number) = amount else { return Err("an amount is no number".into()) };
                let whole = number.whole().map_err(|_| "an amount is not whole")?;
                let amount = Rupiah::new(whole).ok_or("an amount is too large")?;
                work.statements.year_mut(year).put(account, Some(Amount::Known(amount)));
            }
            work.statements.year_mut(year).complete = true;
        }
        let name = case.get("name").and_then(Value::as_str).ok_or("a case without name")?;
        all.push((format!("{name}-{}", book.editions[edition].id), work));
    }
    Ok(all)
}

/// What the workbook and the page show: the total and the predicate, or an error where nothing can be reckoned.
fn compare(name: &str, report: &Report, sheets: &[Sheet]) -> Option<String> {
    let shown = [standin::TOTAL, standin::PREDICATE].map(|cell| shown(sheets, cell));
    let page = if report.total.is_settled() {
        let total = decimal(report.total.low, Places::AtMost(2), Numerals::Indonesian);
        let predicate = report.settled_predicate().map(|predicate| predicate.name.to_uppercase());
        [total, predicate.unwrap_or_default()]
    } else {
        [String::new(), String::new()]
    };
    (shown != page).then(|| format!("{name}: LibreOffice shows {shown:?}, the page {page:?}"))
}

/// What a cell shows, without a nought at the end of its decimals.
fn shown(sheets: &[Sheet], cell: &str) -> String {
    let text = Place::parse(cell).and_then(|place| {
        let sheet = sheets.iter().find(|sheet| sheet.name == place.sheet)?;
        sheet.rows.get(place.row)?.get(place.column).cloned()
    });
    let text = text.unwrap_or_default();
    if text.contains(',') { text.trim_end_matches('0').to_owned() } else { text }
}

fn convert(office: &Path, from: &Path, to: &str, folder: &Path) -> Result {
    let files: Vec<_> =
        std::fs::read_dir(from)?.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<_>>()?;
    std::fs::create_dir_all(folder)?;
    let profile = folder.join("profile");
    let mut command = Command::new(office);
    command.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    sh::read(command.args(["--headless", "--convert-to", to, "--outdir"]).arg(folder).args(files))?;
    std::fs::remove_dir_all(profile)?;
    Ok(())
}

/// One copy as pages, and pictures of them.
fn picture(office: &Path, folder: &Path, name: &str) -> Result {
    let pages = folder.join("pages");
    sh::write(
        &pages.join(name).with_extension("xlsx"),
        sh::bytes(&folder.join("filled").join(name).with_extension("xlsx"))?,
    )?;
    convert(office, &pages, "pdf", &pages)?;
    let pdf = pages.join(name).with_extension("pdf");
    sh::run(Command::new("pdftoppm").args(["-r", "60", "-png"]).arg(&pdf).arg(pages.join(name)))
}
