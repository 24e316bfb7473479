//! The sheets of a workbook, and why there are none: what the module that reads workbooks hands to the page.

/// The largest file that is opened, in bytes.
pub const LARGEST: usize = 12 << 20;

/// One sheet: what its cells show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; a csv file has none.
    pub name: String,
    /// Its rows from the first; cells hold what is shown, figures without separators of thousands.
    pub rows: Vec<Vec<String>>,
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Larger than [`LARGEST`], or far larger once unpacked, or with more rows than a statement has.
    TooLarge,
    /// Under a password.
    Locked,
    /// No kind of workbook that we know.
    Unknown,
    /// A workbook, but damaged.
    Broken,
    /// The browser could not read the file.
    Unreadable,
    /// What reads workbooks is not on the device, and cannot be had now.
    Missing,
}

impl Refusal {
    /// Its word, as it crosses from one module to another and in the JavaScript face.
    ///
    /// ```
    /// use cermin_koperasi::books::Refusal;
    /// assert_eq!(Refusal::TooLarge.code(), "too-large");
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::Locked => "locked",
            Self::Unknown => "unknown",
            Self::Broken => "broken",
            Self::Unreadable => "unreadable",
            Self::Missing => "missing",
        }
    }

    /// The refusal of a word; one that is not known is a damaged file.
    ///
    /// ```
    /// use cermin_koperasi::books::Refusal;
    /// assert_eq!([Refusal::of("locked"), Refusal::of("melted")], [Refusal::Locked, Refusal::Broken]);
    /// ```
    #[must_use]
    pub fn of(word: &str) -> Self {
        let all = [Self::TooLarge, Self::Locked, Self::Unknown, Self::Broken, Self::Unreadable, Self::Missing];
        all.into_iter().find(|one| one.code() == word).unwrap_or(Self::Broken)
    }
}

/// Control signs that no cell can hold: between sheets, rows and cells.
const SHEET: char = '\u{1d}';
const ROW: char = '\u{1e}';
const CELL: char = '\u{1f}';

/// All sheets as one text, to cross from one module to another in one piece.
///
/// ```
/// use cermin_koperasi::books::{Sheet, to_text};
/// let sheet = Sheet { name: "Neraca".into(), rows: vec![vec!["Kas".into(), "1500".into()]] };
/// assert_eq!(to_text(&[sheet]), "\u{1d}Neraca\u{1e}Kas\u{1f}1500");
/// ```
#[must_use]
pub fn to_text(sheets: &[Sheet]) -> String {
    let plain = |text: &str| text.replace([SHEET, ROW, CELL], " ");
    let mut text = String::new();
    for sheet in sheets {
        text.push(SHEET);
        text += &plain(&sheet.name);
        for row in &sheet.rows {
            text.push(ROW);
            text += &row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join(&CELL.to_string());
        }
    }
    text
}

/// The sheets that were handed over by [`to_text`].
///
/// ```
/// use cermin_koperasi::books::{Sheet, from_text, to_text};
/// let sheets = [Sheet { name: "Neraca".into(), rows: vec![vec!["Kas".into(), "1500".into()], Vec::new()] }];
/// assert_eq!(from_text(&to_text(&sheets)), sheets);
/// ```
#[must_use]
pub fn from_text(text: &str) -> Vec<Sheet> {
    let sheet = |text: &str| {
        let mut parts = text.split(ROW);
        let name = parts.next().unwrap_or_default().to_owned();
        let row = |row: &str| if row.is_empty() { Vec::new() } else { row.split(CELL).map(str::to_owned).collect() };
        Sheet { name, rows: parts.map(row).collect() }
    };
    text.split(SHEET).skip(1).map(sheet).collect()
}
