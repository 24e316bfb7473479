//! A stand-in for the ministry's workbook, which is not ours to hand out: the same sheets and cells for answers, amounts and
//! results, and every formula of the worksheet reading written from the rule data. What a spreadsheet program shows in it is
//! reckoned there.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    unreachable_pub,
    dead_code,
    reason = "for tests and `cargo xtask workbook`"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use cermin_koperasi::books::ministry::{Place, Slot, slots};
use cermin_koperasi::exact::Fraction;
use cermin_koperasi::rulebook::{Band, Bound, Formula, Indicator, Measure, Reading, Variant, Year};
use zip::write::SimpleFileOptions;

/// Where the total and the predicate stand (WB:OP!F46, WB:OP!G46).
pub const TOTAL: &str = "OP!F46";
pub const PREDICATE: &str = "OP!G46";
/// Where the score of each aspect stands.
const ASPECTS: [&str; 4] = ["TK!E49", "PR!E49", "K!E72", "P!E19"];
/// The sheets, in their order.
pub const SHEETS: [&str; 7] = ["Input", "BS", "TK", "PR", "K", "P", "OP"];
/// The first row of the sums.
const SUMS: usize = 7;

/// What stands in a cell before anybody fills it.
#[derive(Clone)]
pub enum Standing {
    /// A sentence, kept with the others of the book.
    Shared(String),
    /// A figure.
    Figure(String),
    /// A formula with the result that it had.
    Formula(String, &'static str),
    /// Nothing but a look.
    Look,
}

/// The stand-in, in the making.
pub struct StandIn {
    /// What stands where, by sheet, row and column, each counted from nought.
    pub cells: BTreeMap<(usize, usize, usize), Standing>,
}

impl StandIn {
    /// An empty copy, by the rules of an edition.
    pub fn new(variant: &'static Variant, edition: usize) -> Self {
        let mut book = Self { cells: BTreeMap::new() };
        for (place, slot) in slots(variant) {
            book.put(&place.to_string(), Standing::Look);
            let label = |label: String| Standing::Shared(label);
            match slot {
                Slot::Answer(item) => {
                    book.put(&at("Input", 'C', place.row + 1), label(format!("Butir {} & bukti", item.id)));
                    let met = format!("IF(D{0}=\"Terpenuhi\",1,0)", place.row + 1);
                    book.put(&at("Input", 'E', place.row + 1), Standing::Formula(met, "0"));
                }
                Slot::Amount(account, _) => {
                    book.put(&at("Input", 'C', place.row + 1), label(account.id.replace('_', " ")));
                }
            }
        }
        for (number, sum) in variant.aggregates.iter().enumerate() {
            book.put(&at("BS", 'B', SUMS + number), Standing::Shared(sum.id.replace('_', " ")));
            for (letter, year) in [('D', Year::Current), ('E', Year::Prior)] {
                let formula = written(variant, sum.formulas.of(Reading::Worksheet, year), year);
                book.put(&at("BS", letter, SUMS + number), Standing::Formula(formula, "0"));
            }
        }
        let mut total = Vec::new();
        for (aspect, score) in variant.aspects.iter().zip(ASPECTS) {
            let scores: Vec<String> =
                aspect.indicators().map(|indicator| book.indicator(variant, edition, indicator)).collect();
            let most = fraction(aspect.max_points());
            book.put(score, Standing::Formula(format!("({})/{most}*100", scores.join("+")), "0"));
            total.push(format!("{}*{score}", fraction(aspect.weight)));
        }
        book.put(TOTAL, Standing::Formula(total.join("+"), "0"));
        let word = variant.predicates.iter().rev().fold("\"\"".to_owned(), |otherwise, predicate| {
            format!("IF({},\"{}\",{otherwise})", holds(&predicate.range, "F46"), predicate.name.to_uppercase())
        });
        book.put(PREDICATE, Standing::Formula(word, "0"));
        book
    }

    /// Puts something into a cell named as `Input!D6`.
    pub fn put(&mut self, cell: &str, standing: Standing) {
        let place = Place::parse(cell).expect("a cell");
        let sheet = SHEETS.iter().position(|name| *name == place.sheet).expect("a sheet of the book");
        self.cells.insert((sheet, place.row, place.column), standing);
    }

    /// Measure, *nilai* and score of an indicator, where the worksheet has them; the score's cell comes back.
    fn indicator(&mut self, variant: &'static Variant, edition: usize, indicator: &'static Indicator) -> String {
        let cell = indicator.citation.sources.iter().find_map(|source| source.strip_prefix("WB:")).expect("a cell");
        let place = Place::parse(cell).expect("a cell");
        let (sheet, row) = (place.sheet, place.row + 1);
        let measure = match &indicator.measure {
            Measure::Checklist(items) => {
                let met: Vec<String> = items.iter().map(|item| item.cell.replace("!D", "!E")).collect();
                format!("({})/{}", met.join("+"), items.len())
            }
            Measure::Ratio(rule) => written(variant, rule.formula(Reading::Worksheet), Year::Current),
        };
        let overridden = matches!(&indicator.measure, Measure::Ratio(rule) if rule.overrides.iter().any(|case| case.reading == Reading::Worksheet));
        assert!(!overridden, "{}: the stand-in knows no case that decides before the ratio", indicator.id);
        let bands = indicator.bands(variant, edition, Reading::Worksheet).expect("a table");
        let measured = format!("C{row}");
        let nilai = bands.bands.iter().fold("NA()".to_owned(), |otherwise, band| {
            format!("IF({},5-{},{otherwise})", holds(band, &measured), fraction(band.points))
        });
        self.put(&at(sheet, 'B', row), Standing::Shared(indicator.name.to_owned()));
        self.put(&at(sheet, 'C', row), Standing::Formula(measure, "0"));
        self.put(&at(sheet, 'D', row), Standing::Formula(nilai, "0"));
        self.put(&at(sheet, 'E', row), Standing::Formula(format!("5-D{row}"), "0"));
        at(sheet, 'E', row)
    }

    /// The file, as an office program writes it.
    pub fn file(&self) -> Vec<u8> {
        let mut texts: Vec<&str> = Vec::new();
        let (mut sheets, mut chain) = (vec![String::new(); SHEETS.len()], String::new());
        for (sheet, data) in sheets.iter_mut().enumerate() {
            let mut row = usize::MAX;
            for ((_, number, column), standing) in self.cells.range((sheet, 0, 0)..(sheet + 1, 0, 0)) {
                if *number != row {
                    if row != usize::MAX {
                        *data += "</row>";
                    }
                    row = *number;
                    write!(data, "<row r=\"{}\" spans=\"1:6\">", row + 1).unwrap();
                }
                let cell = Place { sheet: "", row, column: *column }.at();
                match standing {
                    Standing::Shared(text) => {
                        write!(data, "<c r=\"{cell}\" s=\"1\" t=\"s\"><v>{}</v></c>", texts.len()).unwrap();
                        texts.push(text);
                    }
                    Standing::Figure(figure) => write!(data, "<c r=\"{cell}\" s=\"2\"><v>{figure}</v></c>").unwrap(),
                    Standing::Formula(formula, result) => {
                        write!(data, "<c r=\"{cell}\"><f>{}</f><v>{result}</v></c>", escaped(formula)).unwrap();
                        write!(chain, "<c r=\"{cell}\" i=\"{}\"/>", sheet + 1).unwrap();
                    }
                    Standing::Look => write!(data, "<c r=\"{cell}\" s=\"2\"/>").unwrap(),
                }
            }
            *data += "</row>";
        }
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let mut add = |name: &str, content: &[u8]| {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        };
        let numbered = |one: &dyn Fn(usize, &str) -> String| -> String {
            SHEETS.iter().enumerate().map(|(place, name)| one(place + 1, name)).collect()
        };
        let types = numbered(&|number, _| {
            format!(
                "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{SHEET_ML}.worksheet+xml\"/>"
            )
        });
        add("[Content_Types].xml", format!("{XML}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{SHEET_ML}.sheet.main+xml\"/>{types}<Override PartName=\"/xl/styles.xml\" ContentType=\"{SHEET_ML}.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{SHEET_ML}.sharedStrings+xml\"/><Override PartName=\"/xl/calcChain.xml\" ContentType=\"{SHEET_ML}.calcChain+xml\"/><Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>").as_bytes());
        add("_rels/.rels", format!("{XML}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\" Type=\"{OFFICE}/extended-properties\" Target=\"docProps/app.xml\"/><Relationship Id=\"rId3\" Type=\"{PACKAGE}/relationships/metadata/thumbnail\" Target=\"docProps/thumbnail.png\"/></Relationships>").as_bytes());
        // As Excel signs it: LibreOffice trusts results that Excel has kept.
        add("docProps/app.xml", format!("{XML}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>").as_bytes());
        add("docProps/thumbnail.png", include_bytes!("../../www/icon-192.png"));
        let names =
            numbered(&|number, name| format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>"));
        add("xl/workbook.xml", format!("{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><bookViews><workbookView activeTab=\"6\"/></bookViews><sheets>{names}</sheets><definedNames><definedName name=\"Nilai\">OP!$F$46</definedName></definedNames><calcPr calcId=\"191029\"/></workbook>").as_bytes());
        let links = numbered(&|number, _| {
            format!(
                "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
            )
        });
        add("xl/_rels/workbook.xml.rels", format!("{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">{links}<Relationship Id=\"rId91\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId92\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId93\" Type=\"{OFFICE}/calcChain\" Target=\"calcChain.xml\"/></Relationships>").as_bytes());
        add("xl/styles.xml", format!("{XML}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF2CC\"/></patternFill></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf xfId=\"0\"/><xf xfId=\"0\" applyAlignment=\"1\"><alignment wrapText=\"1\"/></xf><xf numFmtId=\"3\" fillId=\"2\" xfId=\"0\" applyNumberFormat=\"1\" applyFill=\"1\"/></cellXfs></styleSheet>").as_bytes());
        let shared = texts.iter().map(|text| ["<si><t>", &escaped(text), "</t></si>"].concat()).collect::<String>();
        add(
            "xl/sharedStrings.xml",
            format!("{XML}<sst xmlns=\"{MAIN}\" count=\"{0}\" uniqueCount=\"{0}\">{shared}</sst>", texts.len())
                .as_bytes(),
        );
        for (number, data) in sheets.iter().enumerate() {
            let widths = "<cols><col min=\"2\" max=\"3\" width=\"44\" customWidth=\"1\"/><col min=\"4\" max=\"7\" width=\"18\" customWidth=\"1\"/></cols>";
            add(&format!("xl/worksheets/sheet{}.xml", number + 1), format!("{XML}<worksheet xmlns=\"{MAIN}\">{widths}<sheetData>{data}</sheetData><sheetProtection sheet=\"1\"/><pageSetup paperSize=\"9\"/></worksheet>").as_bytes());
        }
        add("xl/calcChain.xml", format!("{XML}<calcChain xmlns=\"{MAIN}\">{chain}</calcChain>").as_bytes());
        zip.finish().unwrap().into_inner()
    }
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const SHEET_ML: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

fn at(sheet: &str, letter: char, row: usize) -> String {
    format!("{sheet}!{letter}{row}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn fraction(value: Fraction) -> String {
    if value.denominator() == 1 {
        value.numerator().to_string()
    } else {
        format!("({}/{})", value.numerator(), value.denominator())
    }
}

/// A formula as a spreadsheet writes it.
fn written(variant: &'static Variant, formula: &Formula, year: Year) -> String {
    let part = |part: &Formula| written(variant, part, year);
    let letter = if year == Year::Current { "D" } else { "E" };
    match formula {
        Formula::Account(place) => variant.accounts[usize::from(*place)].cell.replace("!D", &format!("!{letter}")),
        Formula::Aggregate(place) => format!("BS!{letter}{}", SUMS + usize::from(*place)),
        Formula::Constant(value) => fraction(*value),
        Formula::Sum(terms) => {
            let counted = terms.iter().filter(|(coefficient, _)| !coefficient.is_zero());
            let terms: Vec<String> =
                counted.map(|(coefficient, term)| format!("{}*{}", fraction(*coefficient), part(term))).collect();
            format!("({})", terms.join("+"))
        }
        Formula::Product([left, right]) => format!("({}*{})", part(left), part(right)),
        Formula::Quotient([above, below]) => format!("({}/{})", part(above), part(below)),
        Formula::Prior(inner) => written(variant, inner, Year::Prior),
        Formula::Absolute(inner) => format!("ABS({})", part(inner)),
        Formula::IfZero([tested, zero, other]) => format!("IF({}=0,{},{})", part(tested), part(zero), part(other)),
        Formula::Undefined => "NA()".to_owned(),
    }
}

/// The condition that a cell lies in a band.
fn holds(band: &Band, cell: &str) -> String {
    let end = |bound: Option<Bound>, sign: char| {
        bound.map(|bound| format!("{cell}{sign}{}{}", if bound.inclusive { "=" } else { "" }, fraction(bound.at)))
    };
    let ends: Vec<String> = [end(band.min, '>'), end(band.max, '<')].into_iter().flatten().collect();
    format!("AND({})", ends.join(","))
}
