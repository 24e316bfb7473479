//! `cargo xtask papers`: every paper of three cooperatives, as an office program opens them.
//!
//! Each is written as `.docx` (and its tables as `.xlsx`), converted by `LibreOffice`, and what stands on the pages is
//! compared with what the paper says: the text and its order, how many pages, where the columns of its tables lie. Then look
//! at the pages: pictures of all of them lie beside the files.

use std::path::{Path, PathBuf};
use std::process::Command;

use cermin_koperasi::calendar::Day;
use cermin_koperasi::exchange::save;
use cermin_koperasi::papers::{self, Block, Desk, Paper};
use cermin_koperasi::rat::book::words;
use cermin_koperasi::rat::{self, RatInput};
use cermin_koperasi::standing::standing;

use crate::{Result, npm, sh};

/// The day on which the papers are made.
const TODAY: (i32, u32, u32) = (2026, 3, 20);
/// The page's margin and width in hundredths of a point, as the printer of `.docx` sets them.
const MARGIN: u32 = 5_670;
const WIDTH: u32 = papers::WIDTH * 5;
/// How far a word may lie outside its column before it counts.
const SLACK: u32 = 200;

/// A savings-and-loan cooperative that held its RAT, a consumers' one that prepares it, a village one with gaps.
const COOPERATIVES: [(&str, &[(&str, &str)]); 3] = [
    (
        "ksp",
        &[
            ("level", "primary"),
            ("savingsLoan", "yes"),
            ("established", "2014-03-02"),
            ("members", "85"),
            ("business", "yes"),
            ("area", "regency"),
            ("history.0.year", "2025"),
            ("history.0.held", "yes"),
            ("history.0.heldOn", "2026-03-10"),
            ("history.1.year", "2024"),
            ("history.1.held", "no"),
            ("letters.0.kind", "dissolutionPlan"),
            ("letters.0.received", "2026-02-05"),
            ("plans.postponed", "yes"),
            ("plans.election", "yes"),
            ("quorum.present", "61"),
            ("names.name", "KSP Sejahtera & Maju"),
            ("names.legalNumber", "AHU-0012345.AH.01.26"),
            ("names.nik", "1707010010001"),
            ("names.address", "Jalan Merdeka 12, Bintuhan, Kaur"),
            ("names.regency", "Kaur"),
            ("names.letterNumber", "012/KSP/III/2026"),
            ("names.time", "09.00"),
            ("names.place", "Balai Desa Bintuhan"),
            ("names.chair", "Ani Lestari"),
            ("names.secretary", "Budi Hartono"),
            ("names.treasurer", "Citra Dewi"),
            ("names.supervisor", "Dedi Pratama"),
            ("names.meetingChair", "Eko Nugroho"),
            ("names.meetingSecretary", "Fitri Handayani"),
            ("names.witness", "Gunawan"),
        ],
    ),
    (
        "konsumen",
        &[
            ("level", "primary"),
            ("savingsLoan", "no"),
            ("established", "2018-05-14"),
            ("members", "640"),
            ("business", "yes"),
            ("area", "province"),
            ("chosen", "2026-04-18"),
            ("form", "hybrid"),
            ("articles.online", "yes"),
            ("names.name", "Koperasi Konsumen Karyawan Pabrik Gula Nusantara Sejahtera Bersama"),
            ("names.address", "Kompleks Pabrik Gula Blok C Nomor 14, Kecamatan Sumberrejo, Kabupaten Bojonegoro"),
            ("names.regency", "Bojonegoro"),
            ("names.letterNumber", "1/KKK/2026"),
            ("names.link", "https://rapat.contoh/rat"),
        ],
    ),
    ("kdmp", &[("kdmp", "yes"), ("established", "2025-06-20"), ("business", "yes"), ("names.name", "KDMP Sukamaju")]),
];

/// How the sample cooperative shares its surplus, and three of its members.
const SHARES: [(&str, &str); 7] = [
    ("shu.reserve", "25"),
    ("shu.capital", "20"),
    ("shu.business", "32,5"),
    ("shu.board", "10"),
    ("shu.education", "5"),
    ("shu.social", "7,5"),
    ("shu.list", "0012\t1500000\t250000\n0013\t500000\t0\nA-7\t75000\t1250000"),
];

/// The sample of each cooperative whose RAT book is bound, with what its board says of the surplus: a division by the
/// articles, one that leaves rupiah over, and nothing.
const SAMPLES: [(&str, &[(&str, &str)]); 3] = [
    ("contoh.json", &SHARES),
    (
        "warung-bersama.json",
        &[("shu.reserve", "30"), ("shu.capital", "20"), ("shu.business", "45"), ("shu.education", "5")],
    ),
    ("kdmp-baru.json", &[]),
];

/// How many pages a paper fills that fills more than one: for the first, second and third cooperative.
const PAGES: [(&str, [usize; 3]); 5] = [
    ("buku-rat", [29, 37, 30]),
    ("daftar-hadir", [5, 31, 2]),
    ("tata-tertib", [2, 2, 2]),
    ("berita-acara", [2, 2, 2]),
    ("laporan-pengurus", [2, 2, 2]),
];

pub(crate) fn run() -> Result {
    let office =
        npm::program(&["soffice"], "libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation", "LibreOffice")?;
    for tool in ["pdftotext", "pdftoppm"] {
        npm::program(&[tool], "poppler-utils", tool)?;
    }
    let folder = sh::dist().join("papers");
    let _ = std::fs::remove_dir_all(&folder);
    let mut faults = Vec::new();
    for (place, (name, said)) in COOPERATIVES.iter().enumerate() {
        let folder = folder.join(name);
        std::fs::create_dir_all(&folder)?;
        let made = make(said, &folder)?;
        convert(&office, &folder)?;
        for (paper, file) in &made {
            let pdf = file.with_extension("pdf");
            faults
                .extend(compare(paper, &pdf, place)?.into_iter().map(|fault| format!("{name}/{}: {fault}", paper.id)));
            let picture = pdf.with_extension("");
            sh::run(Command::new("pdftoppm").args(["-r", "60", "-png"]).arg(&pdf).arg(&picture))?;
        }
        println!("{name}: {} papers in {}", made.len(), folder.display());
    }
    for place in 0..SAMPLES.len() {
        faults.extend(bound(&office, &folder.join("buku"), place)?);
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(format!("the papers do not look as expected:\n{}", faults.join("\n")).into())
}

/// The whole RAT book of a sample, and what differs between it and its pages.
fn bound(office: &Path, folder: &Path, place: usize) -> Result<Vec<String>> {
    let (sample, shares) = SAMPLES[place];
    let text = std::fs::read_to_string(sh::root().join("src/page/samples").join(sample))?;
    let mut work = save::read(&text).map_err(|problem| format!("{problem:?}"))?.assessment;
    let (name, said) = COOPERATIVES[place];
    // What the sample says of its meetings is its own; the first says nothing of them.
    let own = work.rat.history.is_empty();
    let named = said.iter().filter(|(path, _)| own || path.starts_with("names."));
    for (path, text) in named.chain(shares) {
        work.rat.set(path, text).map_err(|error| format!("{path}: {error:?}"))?;
    }
    let today = Day::new(TODAY.0, TODAY.1, TODAY.2).ok_or("the day is none")?;
    let read = rat::read(&work.rat_with_profile(), today);
    let desk = Desk { facts: &read.facts, today, findings: &[], offers: &[], work: Some(&work), bound: false };
    let forms: Vec<_> = papers::chapters("").into_iter().map(|chapter| chapter.form).collect();
    let paper = papers::bound("buku-rat", words::PAPER_BOOK, &forms, desk);
    let folder = folder.join(name);
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(paper.id).with_extension("docx");
    std::fs::write(&file, papers::docx(&paper))?;
    std::fs::write(file.with_extension("xlsx"), papers::xlsx(&paper).ok_or("the book has no statements")?)?;
    convert(office, &folder)?;
    let pdf = file.with_extension("pdf");
    sh::run(Command::new("pdftoppm").args(["-r", "60", "-png"]).arg(&pdf).arg(pdf.with_extension("")))?;
    println!("the RAT book in {}", folder.display());
    Ok(compare(&paper, &pdf, place)?.into_iter().map(|fault| format!("{name}/buku-rat: {fault}")).collect())
}

/// All papers of a cooperative, written as files.
fn make(said: &[(&str, &str)], folder: &Path) -> Result<Vec<(Paper, PathBuf)>> {
    let today = Day::new(TODAY.0, TODAY.1, TODAY.2).ok_or("the day is none")?;
    let mut input = RatInput::default();
    for (path, text) in said {
        input.set(path, text).map_err(|error| format!("{path}: {error:?}"))?;
    }
    let read = rat::read(&input, today);
    let found = standing(&read.facts, today, None);
    let desk =
        Desk { facts: &read.facts, today, findings: &found.findings, offers: &found.offers, work: None, bound: false };
    let mut made = Vec::new();
    for form in papers::forms() {
        let paper = papers::paper(form.id, desk).ok_or("a form is no paper")?;
        let file = folder.join(form.id).with_extension("docx");
        std::fs::write(&file, papers::docx(&paper))?;
        if let Some(sheet) = papers::xlsx(&paper) {
            std::fs::write(file.with_extension("xlsx"), sheet)?;
        }
        made.push((paper, file));
    }
    Ok(made)
}

/// Converts every paper to PDF, and every spreadsheet to CSV, which proves that it opens.
fn convert(office: &Path, folder: &Path) -> Result {
    let files = |kind: &str| -> Result<Vec<PathBuf>> {
        let all: Vec<PathBuf> =
            std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<_>>()?;
        Ok(all.into_iter().filter(|path| path.extension().is_some_and(|end| end == kind)).collect())
    };
    for (from, to) in [("docx", "pdf"), ("xlsx", "csv")] {
        let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
        let mut command = Command::new(office);
        command.args([&profile, "--headless", "--convert-to", to, "--outdir"]).arg(folder).args(files(from)?);
        sh::read(&mut command)?;
        for file in files(from)? {
            if !file.with_extension(to).is_file() {
                return Err(format!("LibreOffice did not open {}", file.display()).into());
            }
        }
    }
    std::fs::remove_dir_all(folder.join("profile"))?;
    Ok(())
}

/// What differs between a paper and its pages.
fn compare(paper: &Paper, pdf: &Path, cooperative: usize) -> Result<Vec<String>> {
    let text = sh::read(Command::new("pdftotext").arg(pdf).arg("-"))?;
    let boxes = sh::read(Command::new("pdftotext").arg("-bbox").arg(pdf).arg("-"))?;
    let mut faults = Vec::new();
    let pages = text.matches('\u{c}').count();
    let expected = PAGES.iter().find(|(id, _)| *id == paper.id).map_or(1, |(_, pages)| pages[cooperative]);
    if pages != expected {
        faults.push(format!("{pages} pages, expected {expected}"));
    }
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = plain(&text);
    let mut rest = whole.as_str();
    for line in paper.blocks.iter().flat_map(lines) {
        match rest.split_once(&plain(line)) {
            Some((_, after)) => rest = after,
            None => faults.push(format!("not there, or not in its place: {line}")),
        }
    }
    let words = words(&boxes);
    for block in &paper.blocks {
        let Block::Table { columns, widths, .. } = block else { continue };
        let mut left = MARGIN;
        for (column, width) in columns.iter().zip(widths) {
            let right = left + WIDTH * u32::from(*width) / 100;
            let first = column.split_whitespace().next().unwrap_or_default();
            let inside = |(word, x): &(String, u32)| word == first && x + SLACK >= left && *x <= right;
            if !words.iter().any(inside) {
                faults.push(format!("the column {column} does not stand between {left} and {right}"));
            }
            left = right;
        }
    }
    Ok(faults)
}

/// The sentences of a block, in their order; cells of tables lie side by side and have none.
fn lines(block: &Block) -> Vec<&str> {
    match block {
        Block::Draft(text)
        | Block::Title(text)
        | Block::Subtitle(text)
        | Block::Heading(text)
        | Block::Text(text)
        | Block::Dated(text) => {
            vec![text]
        }
        Block::Bullets(items) | Block::Numbers(items) => items.iter().map(String::as_str).collect(),
        Block::Contents(chapters) => chapters.iter().map(|(_, name)| name.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// Every word with the place at which it begins, from the left, in hundredths of a point.
fn words(boxes: &str) -> Vec<(String, u32)> {
    let word = |piece: &str| {
        let (points, rest) = piece.split_once('"')?.0.split_once('.')?;
        let x = points.parse::<u32>().ok()? * 100 + rest.get(..2)?.parse::<u32>().ok()?;
        let text = piece.split_once('>')?.1.split_once("</word>")?.0;
        Some((text.replace("&amp;", "&"), x))
    };
    boxes.split("<word xMin=\"").skip(1).filter_map(word).collect()
}
