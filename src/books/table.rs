//! A table of a clipboard's HTML as text. Some programs write its cells below each other, and then only the HTML knows the
//! rows. It is read letter by letter and never becomes part of a page: nothing of it is shown, loaded or run.

use super::{MOST_COLUMNS, MOST_ROWS};

/// The first table with tabs between its cells and a line for each row; `None` where there is none of two columns or more.
///
/// ```
/// use cermin_koperasi::books::table_text;
/// let html = "<b>Neraca</b><table><tr><td>Kas &amp; bank<td>1.500</tr></table>";
/// assert_eq!(table_text(html).as_deref(), Some("Kas & bank\t1.500"));
/// assert_eq!(table_text("<table><tr><td>150</td></tr></table>"), None);
/// ```
#[must_use]
pub fn table_text(html: &str) -> Option<String> {
    // Signs of ASCII stay where they are.
    let lower = html.to_ascii_lowercase();
    let mut table = Table::default();
    let mut at = lower.find("<table")?;
    while let Some(open) = lower[at..].find('<').map(|found| at + found) {
        table.say(&html[at..open]);
        let (tag, end) = tag(&lower, open);
        at = end;
        // One filled row more than there may be tells that the sheet is too large.
        if table.tag(tag) || table.rows.len() > MOST_ROWS + 1 {
            break;
        }
    }
    table.close();
    let is_wide = table.rows.iter().any(|row| row.len() > 1);
    is_wide.then(|| table.rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n"))
}

/// What stands between the brackets, and where it goes on behind them: scripts, styles and notes are passed over whole.
fn tag(lower: &str, open: usize) -> (&str, usize) {
    let rest = &lower[open..];
    let until = |end: &str| rest.find(end).map_or(lower.len(), |found| open + found + end.len());
    if rest.starts_with("<!--") {
        return ("", until("-->"));
    }
    let end = until(">");
    let tag = lower[open + 1..end].trim_end_matches('>');
    match name(tag) {
        "script" => ("", until("</script>")),
        "style" => ("", until("</style>")),
        _ => (tag, end),
    }
}

fn name(tag: &str) -> &str {
    tag.split(|sign: char| sign.is_whitespace() || sign == '>').next().unwrap_or_default().trim_end_matches('/')
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
    /// The cell that is open, and how many columns it is wide.
    cell: Option<(String, usize)>,
    /// How many tables are open.
    depth: usize,
}

impl Table {
    fn say(&mut self, text: &str) {
        if let Some((cell, _)) = &mut self.cell {
            cell.push_str(text);
        }
    }

    /// Whether the table has ended. One inside a cell is part of that cell.
    fn tag(&mut self, tag: &str) -> bool {
        match name(tag) {
            "table" => self.depth += 1,
            "/table" => self.depth -= 1,
            "tr" if self.depth == 1 => {
                self.close();
                self.rows.push(Vec::new());
            }
            "td" | "th" if self.depth == 1 => {
                self.close();
                self.cell = Some((String::new(), wide(tag)));
            }
            "/td" | "/th" | "/tr" if self.depth == 1 => self.close(),
            _ => self.say(" "),
        }
        self.depth == 0
    }

    fn close(&mut self) {
        let Some((text, wide)) = self.cell.take() else { return };
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        let words = plain(&text).split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(row) = self.rows.last_mut().filter(|row| row.len() <= MOST_COLUMNS) {
            row.push(words);
            row.resize(row.len() + wide - 1, String::new());
        }
    }
}

/// How many columns a cell takes.
fn wide(tag: &str) -> usize {
    let said = tag.split_once("colspan=").map_or("", |(_, said)| said.trim_start_matches(['"', '\'']));
    let digits: String = said.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(1).clamp(1, MOST_COLUMNS)
}

/// Without what HTML writes instead of signs.
fn plain(text: &str) -> String {
    const SIGNS: [(&str, &str); 7] = [
        ("&nbsp;", " "),
        ("&#160;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    SIGNS.iter().fold(text.to_owned(), |text, (written, sign)| text.replace(written, sign))
}
