//! A board's own books as JavaScript gives and gets them: rows of text in, a proposal out.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Failure;
use crate::books::{self, Form, Pair};
use crate::exchange::json::Value;
use crate::exchange::{Code, Kind, Path, Problem};
use crate::locale::Locale;
use crate::rulebook;

/// What a sheet would fill, and what must be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BooksProposal {
    /// The years of its columns.
    pub years: Years,
    /// How many rupiah one printed unit is.
    pub unit: i64,
    /// Every line with figures.
    pub lines: Vec<Line>,
    /// What the sure lines give, by account.
    pub amounts: Amounts,
    /// Every printed total.
    pub totals: Vec<Total>,
    /// What to know before anything is taken over.
    pub findings: Vec<Finding>,
}

/// The years of the columns; one that the sheet does not name is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Years {
    /// The newer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<String>,
    /// The older.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prior: Option<String>,
}

/// A line with figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Row of the label, from 1.
    pub row: usize,
    /// Column of the label, from 1.
    pub column: usize,
    /// As written.
    pub label: String,
    /// Rupiah as text.
    pub current: Option<String>,
    /// Rupiah as text.
    pub prior: Option<String>,
    /// Where a sure line goes.
    pub account: Option<String>,
    /// `sure`, `ask`, `total` or `ignored`.
    pub certainty: &'static str,
    /// The likeliest accounts of a line that must be asked.
    pub candidates: Vec<String>,
}

/// By account id, in rupiah.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Amounts {
    /// The newer year.
    pub current: BTreeMap<String, i64>,
    /// The older year.
    pub prior: BTreeMap<String, i64>,
}

/// A printed total beside what the lines give: of the newer year, or of the older where only that disagrees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
    /// Row of the label, from 1.
    pub row: usize,
    /// Column of the label, from 1.
    pub column: usize,
    /// As written.
    pub label: String,
    /// As printed.
    pub stated: String,
    /// What the lines give.
    pub computed: String,
    /// Whether both years agree.
    pub agrees: bool,
}

/// Something to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What kind.
    pub id: &'static str,
    /// All this in an Indonesian sentence.
    pub message: String,
}

/// Reads the rows of one sheet for a form: `{ rulebook, variant, bookYearEnd? }`.
///
/// ```
/// use cermin_koperasi::{api, exchange::json};
/// let rows = json::parse(r#"[["AKTIVA", "2025", "2024"], ["Kas", "1.500.000", "-"]]"#).unwrap();
/// let form = json::parse(r#"{ "rulebook": "kkpkk-2021", "variant": "ksp12" }"#).unwrap();
/// let proposal = api::match_books(&rows, &form).unwrap();
/// assert_eq!(proposal.amounts.current["kas"], 1_500_000);
/// assert_eq!(proposal.lines[0].prior.as_deref(), Some("0"));
/// ```
///
/// # Errors
/// A [`Failure`] with the code `unknown-rulebook`, `unknown-variant` or `wrong-type`.
pub fn match_books(rows: &Value, form: &Value) -> Result<BooksProposal, Failure> {
    let text = |key: &str| form[key].as_str().unwrap_or_default();
    let book = rulebook::find(text("rulebook"));
    let book = book.ok_or_else(|| Failure::unknown(Code::UnknownRulebook, text("rulebook")))?;
    let variant = book.variant(text("variant"));
    let variant = variant.ok_or_else(|| Failure::unknown(Code::UnknownVariant, text("variant")))?;
    let rows = table(rows, &Path::default().to("rows"))?;
    let form = Form::of(variant, form["bookYearEnd"].as_str());
    Ok(BooksProposal::of(&books::propose(&rows, &form)))
}

fn table(rows: &Value, path: &Path) -> Result<Vec<Vec<String>>, Problem> {
    let row = |(place, row): (usize, &Value)| {
        let path = path.to(&place.to_string());
        let cell = |(column, cell): (usize, &Value)| match cell {
            Value::Null => Ok(String::new()),
            Value::Number(_) => Ok(cell.to_string()),
            Value::String(text) => Ok(text.clone()),
            _ => Err(wrong(Kind::Text, &path.to(&column.to_string()))),
        };
        list(row, &path)?.iter().enumerate().map(cell).collect()
    };
    list(rows, path)?.iter().enumerate().map(row).collect()
}

fn list<'a>(value: &'a Value, path: &Path) -> Result<&'a [Value], Problem> {
    if let Value::Array(entries) = value { Ok(entries) } else { Err(wrong(Kind::Group, path)) }
}

fn wrong(kind: Kind, path: &Path) -> Problem {
    Problem { code: Code::WrongType(kind), path: path.clone(), value: String::new() }
}

impl BooksProposal {
    fn of(found: &books::BooksProposal) -> Self {
        let year = |year: Option<u16>| year.map(|year| year.to_string());
        let amounts = |of: fn(&Pair) -> Option<i64>| {
            found.amounts.iter().filter_map(|(id, pair)| Some((id.clone(), of(pair)?))).collect()
        };
        let finding = |one: &books::Finding| Finding { id: one.id(), message: Locale::Id.sheet_finding(found, one) };
        Self {
            years: Years { current: year(found.years.current), prior: year(found.years.prior) },
            unit: found.unit,
            lines: found.lines.iter().map(Line::of).collect(),
            amounts: Amounts { current: amounts(|pair| pair.current), prior: amounts(|pair| pair.prior) },
            totals: found.totals.iter().map(Total::of).collect(),
            findings: found.findings.iter().map(finding).collect(),
        }
    }
}

impl Line {
    fn of(line: &books::Line) -> Self {
        let text = |amount: Option<i64>| amount.map(|amount| amount.to_string());
        Self {
            row: line.row,
            column: line.column,
            label: line.label.clone(),
            current: text(line.amounts.current),
            prior: text(line.amounts.prior),
            account: line.account.clone(),
            certainty: line.certainty.code(),
            candidates: line.candidates.clone(),
        }
    }
}

impl Total {
    fn of(total: &books::Total) -> Self {
        let years = || total.stated.each().zip(total.computed.each());
        let told = years().find(|(stated, computed)| stated.is_some() && stated != computed);
        let told = told.or_else(|| years().find(|(stated, _)| stated.is_some()));
        let (stated, computed) = told.unwrap_or_default();
        let text = |amount: Option<i64>| amount.unwrap_or_default().to_string();
        Self {
            row: total.row,
            column: total.column,
            label: total.label.clone(),
            stated: text(stated),
            computed: text(computed),
            agrees: total.agrees,
        }
    }
}
