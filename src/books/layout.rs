//! Where the figures of a sheet stand: its years, its columns of amounts, and the sides of a side-by-side balance.

use super::cell::{self, Cell, Figure};
use super::words as lexicon;
use super::{Form, Said, label};
use crate::sorting::sort;

/// A sheet as read.
pub(super) struct Sheet {
    /// Every line with a label or a figure, block by block, and inside a block side by side: the left side whole first.
    pub(super) parts: Vec<Part>,
    /// The newer and the older year, where the sheet names them.
    pub(super) years: [Option<u16>; 2],
    /// How many rupiah one printed unit is.
    pub(super) unit: i64,
    /// No heading told which column is which year.
    pub(super) guessed: bool,
    /// What stands above each column of amounts, where it must be asked which one is which year; else empty.
    pub(super) columns: Vec<String>,
}

/// One side of one block of rows.
pub(super) struct Part {
    /// What stands above it.
    pub(super) titles: Vec<String>,
    pub(super) items: Vec<Item>,
}

/// One line of a sheet.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) label: String,
    /// The words of the label, read once: lines below are looked at again and again.
    pub(super) words: Vec<String>,
    /// The first digit of an account code, where one stands beside it.
    pub(super) code: Option<char>,
    /// The newer year, the older year.
    pub(super) figures: [Shown; 2],
    /// A cell in a column of amounts that cannot be read.
    pub(super) unreadable: bool,
}

/// What a line shows for a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    /// The figure; nothing said is `None`.
    pub(super) plain: Option<Figure>,
    pub(super) debit: Option<Figure>,
    pub(super) credit: Option<Figure>,
}

impl Shown {
    pub(super) const fn is_blank(&self) -> bool {
        self.plain.is_none() && self.debit.is_none() && self.credit.is_none()
    }
}

impl Item {
    pub(super) fn has_figures(&self) -> bool {
        self.figures.iter().any(|shown| !shown.is_blank())
    }
}

/// What stands above a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Head {
    /// A year, and the month at whose end the column stands, where it is named.
    Year(u16, Option<u8>),
    Current,
    Prior,
    /// Something else of a year: one unit of several, a month, a third column.
    Other,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Debit,
    Credit,
}

/// A column of amounts.
#[derive(Clone, Copy)]
struct Column {
    at: usize,
    /// Where its heading stands: two columns may share one.
    under: usize,
    head: Head,
    kind: Kind,
    /// Which year it is read as: the newer (0), the older (1).
    place: Option<usize>,
}

/// Labels and the columns of amounts beside them.
struct Panel {
    start: usize,
    labels: usize,
    columns: Vec<Column>,
}

impl Panel {
    /// Its columns by their headings, in their order: what the board chooses among.
    fn groups(&self) -> Vec<(usize, Head)> {
        let mut groups: Vec<(usize, Head)> = self.columns.iter().map(|column| (column.under, column.head)).collect();
        groups.dedup();
        groups
    }
}

struct Grid {
    text: Vec<Vec<String>>,
    cells: Vec<Vec<Cell>>,
}

impl Grid {
    fn cell(&self, row: usize, column: usize) -> &Cell {
        self.cells.get(row).and_then(|row| row.get(column)).unwrap_or(&Cell::Blank)
    }

    fn text(&self, row: usize, column: usize) -> &str {
        self.text.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    fn width(&self) -> usize {
        self.cells.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// A word of three letters or more that is no number in Roman figures.
    fn is_label(&self, row: usize, column: usize) -> bool {
        let text = self.text(row, column);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        *self.cell(row, column) == Cell::Text && letters >= 2 && !text.bytes().all(|byte| b"IVX. )".contains(&byte))
    }

    fn amounts(&self, rows: std::ops::Range<usize>, column: usize) -> usize {
        rows.filter(|row| matches!(self.cell(*row, column), Cell::Figure(_) | Cell::Nil | Cell::Broken)).count()
    }

    fn labels(&self, rows: std::ops::Range<usize>, column: usize) -> usize {
        rows.filter(|row| self.is_label(*row, column)).count()
    }

    /// Whether a row has figures other than years.
    fn has_amounts(&self, row: usize) -> bool {
        self.cells[row].iter().any(|cell| matches!(cell, Cell::Figure(figure) if figure.year().is_none()))
    }

    /// The years above columns, if this row heads a table.
    fn heads(&self, row: usize) -> Vec<(usize, Head)> {
        if self.has_amounts(row) {
            return Vec::new();
        }
        let columns = 0..self.cells[row].len();
        columns.filter_map(|column| head(self.text(row, column)).map(|head| (column, head))).collect()
    }
}

impl Sheet {
    pub(super) fn read(rows: &[Vec<String>], form: &Form<'_>, said: &Said<'_>) -> Self {
        let text: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| cell::tidy(cell)).collect()).collect();
        let cells = text.iter().map(|row| row.iter().map(|cell| Cell::read(cell)).collect()).collect();
        let grid = Grid { text, cells };
        let (mut blocks, mut guessed) = blocks(&grid);
        let mut years = years(&grid, &blocks);
        let closing = Closing::of(form);
        let mut doubt = closing.is_left_behind(&mut years, &blocks);
        if years[0].is_none()
            && let Some(year) = said.sheet.split(|c: char| !c.is_ascii_digit()).find_map(lexicon::year)
        {
            years[0] = Some(year);
            guessed &= blocks.iter().flat_map(|(_, panels)| panels).any(|panel| panel.groups().len() > 1);
        }
        for panel in blocks.iter_mut().flat_map(|(_, panels)| panels) {
            doubt |= closing.place(panel, years);
        }
        let mut columns = headings(&grid, &blocks);
        let names_years =
            |text: &String| text.split(|c: char| !c.is_ascii_digit()).any(|word| lexicon::year(word).is_some());
        if !doubt && !(guessed && (columns.len() > 2 || columns.iter().any(names_years))) {
            columns.clear();
        } else if let Some(chosen) = said.columns {
            years = chosen.map(|at| columns.get(at?)?.split(|c: char| !c.is_ascii_digit()).find_map(lexicon::year));
            choose(&mut blocks, chosen);
        }
        let mut sheet = Self { parts: Vec::new(), years, unit: unit(&grid), guessed, columns };
        let mut from = 0;
        for (rows, panels) in &blocks {
            for (place, panel) in panels.iter().enumerate() {
                let zones = if place == 0 { vec![panel] } else { vec![&panels[0], panel] };
                let titles = titles(&grid, from..rows.start, &zones);
                let items = rows.clone().filter_map(|row| item(&grid, row, panel)).collect();
                sheet.parts.push(Part { titles, items });
            }
            from = rows.clone().rev().find(|row| grid.has_amounts(*row)).map_or(rows.start, |row| row + 1);
        }
        sheet
    }
}

type Block = (std::ops::Range<usize>, Vec<Panel>);

/// The tables of a sheet, one below the other, each from its heading to the next; and whether no heading was found.
fn blocks(grid: &Grid) -> (Vec<Block>, bool) {
    let height = grid.cells.len();
    let heading = |row: &usize| !grid.heads(*row).is_empty();
    // A title can look like a heading; only those with figures below them are.
    let mut rows: Vec<usize> = (0..height).filter(heading).collect();
    rows = spans(&rows, height)
        .filter(|(row, span)| !panels(grid, *row, span.clone()).is_empty())
        .map(|(row, _)| row)
        .collect();
    let found: Vec<Block> = spans(&rows, height).map(|(row, span)| (span.clone(), panels(grid, row, span))).collect();
    if !found.is_empty() {
        return (found, false);
    }
    let panels = guess(grid);
    (if panels.is_empty() { Vec::new() } else { vec![(0..height, panels)] }, true)
}

/// Each heading row with the rows below it.
fn spans(rows: &[usize], height: usize) -> impl Iterator<Item = (usize, std::ops::Range<usize>)> {
    rows.iter().enumerate().map(move |(place, row)| (*row, row + 1..rows.get(place + 1).copied().unwrap_or(height)))
}

/// The sides of a table under its heading row.
fn panels(grid: &Grid, heading: usize, rows: std::ops::Range<usize>) -> Vec<Panel> {
    let heads = grid.heads(heading);
    let mut panels: Vec<Panel> = Vec::new();
    let mut start = 0;
    for (place, (at, head)) in heads.iter().enumerate() {
        let after = panels.last().map_or(0, |panel| panel.columns.last().map_or(panel.labels, |column| column.at) + 1);
        let labels = (after..*at).rev().max_by_key(|column| grid.labels(rows.clone(), *column));
        let labels = labels.filter(|column| {
            let count = grid.labels(rows.clone(), *column);
            count > 0 && (panels.is_empty() || count * 3 > grid.amounts(rows.clone(), *at))
        });
        if let Some(labels) = labels {
            start = after;
            panels.push(Panel { start, labels, columns: Vec::new() });
        }
        let gap = |from: usize| heads.get(from + 1).map(|(next, _)| next - heads[from].0);
        let width = gap(place).into_iter().chain(place.checked_sub(1).and_then(gap)).min().unwrap_or(usize::MAX);
        let Some(panel) = panels.last_mut() else { continue };
        for column in *at..at.saturating_add(width).min(grid.width()) {
            let below = grid.text(heading + 1, column).to_ascii_lowercase();
            let named = sub_heading(&below);
            let own = column == *at;
            let spare = grid.text(heading, column).is_empty() && (named.is_some() || width <= 3);
            let below = rows.start + usize::from(named.is_some());
            if !own && (!spare || grid.labels(below..rows.end.max(below), column) > 0) {
                break;
            }
            if is_other(grid, heading, column, start) || grid.amounts(rows.clone(), column) == 0 {
                continue;
            }
            let kind = named.unwrap_or(Kind::Plain);
            panel.columns.push(Column { at: column, under: *at, head: *head, kind, place: None });
        }
    }
    // What names a year and something else, *USP 2025*, is no column of the year, and may be the one that is meant.
    let ends: Vec<usize> = panels.iter().skip(1).map(|panel| panel.start).chain([grid.width()]).collect();
    for (panel, end) in panels.iter_mut().zip(ends) {
        for at in panel.labels + 1..end {
            let text = grid.text(heading, at);
            let is_read = panel.columns.iter().any(|column| column.at == at);
            let names_year = text.split(|c: char| !c.is_ascii_digit()).any(|word| lexicon::year(word).is_some());
            if !is_read && names_year && !is_other(grid, heading, at, panel.start) && grid.amounts(rows.clone(), at) > 0
            {
                panel.columns.push(Column { at, under: at, head: Head::Other, kind: Kind::Plain, place: None });
            }
        }
        sort(&mut panel.columns, |column, other| column.at < other.at);
    }
    panels.retain(|panel| !panel.columns.is_empty());
    panels
}

/// What a second line of headings says: debit, credit, or details and totals in two columns.
fn sub_heading(text: &str) -> Option<Kind> {
    match text.trim_end_matches('.') {
        "d" | "debet" | "debit" | "db" => Some(Kind::Debit),
        "k" | "kredit" | "kr" | "cr" => Some(Kind::Credit),
        "rincian" | "jumlah" | "sub jumlah" | "sub total" | "total" | "detail" | "rp" => Some(Kind::Plain),
        _ => None,
    }
}

/// A column of budgets, changes or shares.
fn is_other(grid: &Grid, heading: usize, column: usize, start: usize) -> bool {
    const OTHER: [&str; 14] = [
        "anggaran",
        "rapb",
        "rab",
        "rencana",
        "target",
        "proyeksi",
        "naik",
        "turun",
        "selisih",
        "mutasi",
        "%",
        "catatan",
        "persen",
        "perubahan",
    ];
    let says = |row: usize, column: usize| {
        let text = grid.text(row, column).to_ascii_lowercase();
        OTHER.iter().any(|word| text.split(|c: char| !c.is_alphanumeric() && c != '%').any(|one| one == *word))
    };
    let above = heading.checked_sub(1).and_then(|row| {
        // A merged cell stands at its left end.
        (start..=column).rev().find(|at| !grid.text(row, *at).is_empty()).map(|at| says(row, at))
    });
    says(heading, column) || says(heading + 1, column) || (above == Some(true) && !grid.has_amounts(heading - 1))
}

/// Columns of amounts where no heading names a year: on each side the first two beside the labels.
fn guess(grid: &Grid) -> Vec<Panel> {
    let rows = 0..grid.cells.len();
    let labels = |column: usize| grid.labels(rows.clone(), column);
    let most = (0..grid.width()).map(labels).max().unwrap_or_default();
    let large = |column: usize| {
        rows.clone().any(|row| matches!(grid.cell(row, column), Cell::Figure(figure) if figure.0.abs() >= 100_000))
    };
    let mut panels: Vec<Panel> = Vec::new();
    let mut fresh = None;
    for at in 0..grid.width() {
        let amounts = grid.amounts(rows.clone(), at);
        if amounts * 5 >= most && amounts > 0 && large(at) {
            if let Some(labels) = fresh.take() {
                let start = panels.last().and_then(|panel| panel.columns.last()).map_or(0, |column| column.at + 1);
                panels.push(Panel { start, labels, columns: Vec::new() });
            }
            if let Some(panel) = panels.last_mut() {
                panel.columns.push(guessed_column(grid, panel, at));
            }
        } else if labels(at) > 0 && labels(at) * 4 >= most && fresh.is_none_or(|column| labels(column) <= labels(at)) {
            fresh = Some(at);
        }
    }
    panels
}

/// A column's year by its place: the first is the newer, the second the older; debit and credit share one.
fn guessed_column(grid: &Grid, panel: &Panel, at: usize) -> Column {
    let kind = (0..12).find_map(|row| sub_heading(&grid.text(row, at).to_ascii_lowercase())).unwrap_or(Kind::Plain);
    let (under, head) = match panel.columns.last() {
        None => (at, Head::Current),
        Some(before) if kind == Kind::Credit && before.kind == Kind::Debit => (before.under, before.head),
        Some(before) if before.head == Head::Current => (at, Head::Prior),
        Some(_) => (at, Head::Other),
    };
    Column { at, under, head, kind, place: None }
}

/// When the form's book year ends.
struct Closing {
    year: Option<u16>,
    month: Option<u8>,
}

impl Closing {
    fn of(form: &Form<'_>) -> Self {
        let part = |range: std::ops::Range<usize>| form.book_year_end?.get(range);
        Self {
            year: part(0..4).and_then(|text| text.parse().ok()),
            month: part(5..7).and_then(|text| text.parse().ok()),
        }
    }

    /// Columns newer than the book year: they are left where the book year and the one before stand beside them and they
    /// close no year. Otherwise it must be asked.
    fn is_left_behind(&self, years: &mut [Option<u16>; 2], blocks: &[Block]) -> bool {
        let (Some(book), [Some(newest), _]) = (self.year, *years) else { return false };
        if newest + 1 < book {
            return true;
        }
        let heads =
            || blocks.iter().flat_map(|(_, panels)| panels).flat_map(|panel| &panel.columns).map(|column| column.head);
        let has = |year: u16| heads().any(|head| matches!(head, Head::Year(named, _) if named == year));
        let is_closing = |head: Head| matches!(head, Head::Year(year, month) if year > book && (month.is_none() || month == self.month));
        if newest > book && has(book) && has(book - 1) && !heads().any(is_closing) {
            *years = [Some(book), Some(book - 1)];
        }
        years[0] > Some(book)
    }

    /// Gives each column its year; whether it is in doubt which one is which.
    fn place(&self, panel: &mut Panel, years: [Option<u16>; 2]) -> bool {
        let mut doubt = panel.columns.iter().any(|column| column.head == Head::Other);
        let groups = panel.groups();
        let mut months = [None; 2];
        for place in 0..2 {
            let fits = |head: Head| match head {
                Head::Current => place == 0,
                Head::Prior => place == 1,
                Head::Year(year, _) => Some(year) == years[place],
                Head::Other => false,
            };
            let month = |head: Head| if let Head::Year(_, month) = head { month } else { None };
            let mut fitting: Vec<(usize, Head)> = groups.iter().copied().filter(|(_, head)| fits(*head)).collect();
            if fitting.len() > 1 && fitting.iter().any(|(_, head)| month(*head).is_some()) {
                let closes = |(_, head): &(usize, Head)| self.month.is_some() && month(*head) == self.month;
                match fitting.iter().copied().filter(closes).collect::<Vec<_>>().as_slice() {
                    [one] => fitting = vec![*one],
                    _ => doubt = true,
                }
            } else if fitting.len() > 1 {
                doubt = true;
            }
            // Where it is asked, the last one is read meanwhile.
            let Some((under, head)) = fitting.last().copied() else { continue };
            months[place] = month(head);
            doubt |= months[place].is_some() && self.month.is_some() && months[place] != self.month;
            panel
                .columns
                .iter_mut()
                .filter(|column| column.under == under)
                .for_each(|column| column.place = Some(place));
        }
        doubt || matches!(months, [Some(newer), Some(older)] if newer != older)
    }
}

/// What the board chose for each year, by the place among the columns of a side.
fn choose(blocks: &mut [Block], chosen: [Option<usize>; 2]) {
    for panel in blocks.iter_mut().flat_map(|(_, panels)| panels) {
        let groups = panel.groups();
        for column in &mut panel.columns {
            let at = groups.iter().position(|(under, _)| *under == column.under);
            column.place = chosen.iter().position(|one| one.is_some() && *one == at);
        }
    }
}

/// What stands above the columns of the side that has the most of them.
fn headings(grid: &Grid, blocks: &[Block]) -> Vec<String> {
    let panels = blocks.iter().flat_map(|(rows, panels)| panels.iter().map(move |panel| (rows.start, panel.groups())));
    let Some((start, groups)) = panels.rev().max_by_key(|(_, groups)| groups.len()) else { return Vec::new() };
    let above = |at: usize| {
        let first = (start..grid.cells.len()).find(|row| grid.has_amounts(*row)).unwrap_or(start);
        (0..first)
            .rev()
            .map(|row| grid.text(row, at))
            .find(|text| !text.is_empty() && sub_heading(&text.to_ascii_lowercase()).is_none())
    };
    groups.into_iter().map(|(under, _)| above(under).unwrap_or_default().to_owned()).collect()
}

/// The two newest years that head a column; a lone title names the year where no column does.
fn years(grid: &Grid, blocks: &[Block]) -> [Option<u16>; 2] {
    let columns = blocks.iter().flat_map(|(_, panels)| panels).flat_map(|panel| &panel.columns);
    let mut years: Vec<u16> = columns
        .filter_map(|column| match column.head {
            Head::Year(year, _) => Some(year),
            _ => None,
        })
        .collect();
    if years.is_empty() {
        let titles = grid.text.iter().take(12).flatten();
        years.extend(
            titles.flat_map(|text| {
                text.split(|c: char| !c.is_ascii_digit()).filter_map(lexicon::year).collect::<Vec<_>>()
            }),
        );
    }
    sort(&mut years, |year, other| year > other);
    years.dedup();
    [years.first().copied(), years.get(1).copied()]
}

/// Titles say *dalam ribuan*, *dalam jutaan*.
fn unit(grid: &Grid) -> i64 {
    let titles = grid.text.iter().enumerate().filter(|(row, _)| !grid.has_amounts(*row)).flat_map(|(_, row)| row);
    for text in titles {
        let text = text.to_ascii_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
        if says(&["jutaan", "juta rupiah", "rp juta", "000.000)", "000,000)", "'000.000"]) {
            return 1_000_000;
        }
        if says(&[
            "ribuan",
            "ribu rupiah",
            "rp ribu",
            "(rp 000",
            "(rp. 000",
            "(rp000",
            "(000)",
            "rp '000",
            "'000",
            "(dalam 000",
        ]) {
            return 1_000;
        }
    }
    1
}

/// The texts above a table, for one of its sides: titles over the whole stand at the left.
fn titles(grid: &Grid, rows: std::ops::Range<usize>, zones: &[&Panel]) -> Vec<String> {
    let inside = |column: usize, panel: &&&Panel| {
        (panel.start..panel.columns.last().map_or(panel.labels, |last| last.at) + 1).contains(&column)
    };
    let cells = rows.flat_map(|row| (0..grid.cells[row].len()).map(move |column| (row, column)));
    let cells = cells.filter(|(row, column)| {
        *grid.cell(*row, *column) == Cell::Text && zones.iter().any(|panel| inside(*column, &panel))
    });
    cells.map(|(row, column)| grid.text(row, column).to_owned()).collect()
}

/// One line of a side; `None` where nothing stands.
fn item(grid: &Grid, row: usize, panel: &Panel) -> Option<Item> {
    let first = panel.columns.first().map_or(panel.labels + 1, |column| column.at);
    let zone = panel.start..first;
    let label = Some(panel.labels).filter(|column| grid.is_label(row, *column));
    let label = label.or_else(|| zone.clone().rev().find(|column| grid.is_label(row, *column)));
    let mut figures = [Shown::default(); 2];
    let mut unreadable = false;
    for column in &panel.columns {
        let Some(place) = column.place else { continue };
        let text = grid.text(row, column.at);
        let figure = match grid.cell(row, column.at) {
            Cell::Figure(figure) => *figure,
            Cell::Nil => Figure(0),
            Cell::Blank => continue,
            Cell::Broken => {
                unreadable = true;
                continue;
            }
            Cell::Odd | Cell::Text => {
                let is_heading = !(0..=row).any(|above| grid.has_amounts(above));
                unreadable |= text.contains(|c: char| c.is_ascii_digit()) && head(text).is_none() && !is_heading;
                continue;
            }
        };
        let shown = &mut figures[place];
        let slot = match column.kind {
            Kind::Plain => &mut shown.plain,
            Kind::Debit => &mut shown.debit,
            Kind::Credit => &mut shown.credit,
        };
        // Details and totals in two columns: the dash beside a figure says nothing.
        if slot.is_none_or(|before| before.0 == 0) {
            *slot = Some(figure);
        }
    }
    let column = label.unwrap_or(panel.labels);
    let text = label.map_or("", |column| grid.text(row, column));
    let item = Item {
        row: row + 1,
        column: column + 1,
        label: text.to_owned(),
        words: label::words(text),
        code: code(grid, row, zone.start..column, text),
        figures,
        unreadable,
    };
    (label.is_some() || item.has_figures() || item.unreadable).then_some(item)
}

/// The first digit of an account code, before the label or at its start: `1.1.01`, `2101`.
fn code(grid: &Grid, row: usize, zone: std::ops::Range<usize>, label: &str) -> Option<char> {
    let beside = zone.map(|column| grid.text(row, column));
    let within = label.split_whitespace().next().into_iter();
    beside.chain(within).find_map(|text| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        (digits >= 3 && plain).then(|| text.chars().next()).flatten()
    })
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];

/// The year that a cell names, if it names nothing else: `31 Des 2025`, `Th 2025`, `31/12/25`, `Saldo awal 2025`.
fn head(text: &str) -> Option<Head> {
    const IDLE: [&str; 25] = [
        "per",
        "tgl",
        "tanggal",
        "tahun",
        "th",
        "thn",
        "buku",
        "realisasi",
        "real",
        "saldo",
        "akhir",
        "audited",
        "unaudited",
        "audit",
        "rp",
        "rupiah",
        "posisi",
        "periode",
        "s",
        "d",
        "sd",
        "nilai",
        "jumlah",
        "december",
        "dec",
    ];
    if text.chars().count() > 40 {
        return None;
    }
    let low = text.to_ascii_lowercase();
    let words: Vec<&str> = low.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |word: &str| words.contains(&word);
    if has("lalu") || has("sebelumnya") || (has("awal") && !words.iter().any(|word| lexicon::year(word).is_some())) {
        let plain =
            words.iter().all(|word| IDLE.contains(word) || ["lalu", "awal", "yang", "sebelumnya"].contains(word));
        return plain.then_some(Head::Prior);
    }
    if words.len() >= 2
        && words.iter().all(|word| ["tahun", "ini", "th", "thn", "berjalan", "saldo", "akhir"].contains(word))
    {
        return Some(Head::Current);
    }
    let month_of = |word: &str| {
        MONTHS.iter().position(|month| word.starts_with(month) || *month == "des" && word.starts_with("dec"))
    };
    let month = |word: &str| month_of(word).is_some();
    let number = |word: &&&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let numbers: Vec<&str> = words.iter().filter(number).copied().collect();
    let opening = has("awal")
        || numbers.starts_with(&["1", "1"])
        || numbers.starts_with(&["01", "01"])
        || (words.iter().any(|word| word.starts_with("jan")) && matches!(numbers.first(), Some(&"1" | &"01")));
    let others = words.iter().filter(|word| !number(word) && !month(word) && !IDLE.contains(word) && **word != "awal");
    if others.count() > 0 {
        return None;
    }
    let mut named: Vec<u16> = numbers.iter().filter_map(|word| lexicon::year(word)).collect();
    let short = numbers.len() == 3 || (numbers.len() <= 2 && words.iter().any(|word| month(word)));
    if named.is_empty()
        && short
        && let Some(last) = numbers.last().filter(|last| last.len() == 2)
    {
        named.extend(last.parse::<u16>().ok().map(|year| 2000 + year).filter(|year| (2010..2060).contains(year)));
    }
    let [year] = named.as_slice() else { return None };
    let part = |at: usize| numbers.get(at).and_then(|text| text.parse::<u8>().ok());
    let (day, number) = match numbers.len() {
        // `2025-12-31`, `31/12/2025`, `12/31/2025`; `12/2025`.
        3 if numbers[0].len() == 4 => (part(2), part(1)),
        3 if part(1) > Some(12) => (part(1), part(0)),
        3 => (part(0), part(1)),
        2 if numbers[1].len() == 4 => (None, part(0)),
        _ => (None, None),
    };
    let spelled = words.iter().find_map(|word| month_of(word)).and_then(|place| u8::try_from(place + 1).ok());
    let month = spelled.or(number.filter(|month| (1..=12).contains(month)));
    let opening = opening || (spelled.is_none() && (day, number) == (Some(1), Some(1)));
    Some(if opening { Head::Year(year - 1, Some(12)) } else { Head::Year(*year, month) })
}
