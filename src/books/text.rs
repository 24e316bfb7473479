//! Text in columns as rows of cells: what a clipboard holds, and `.csv`.

use super::MOST_ROWS;

/// Rows as the clipboard gives them: tabs between cells, quotes around cells with line ends. No more rows than tell that
/// there are more than [`MOST_ROWS`].
///
/// ```
/// use cermin_koperasi::books::pasted;
/// assert_eq!(pasted("Kas\t1.500\r\n\"Dua\nbaris\"\t2\r\n"), [["Kas", "1.500"], ["Dua\nbaris", "2"]]);
/// ```
#[must_use]
pub fn pasted(text: &str) -> Vec<Vec<String>> {
    split(text, '\t')
}

/// Rows of cells parted by tabs, `;` or commas, whichever parts the most rows; `None` where nothing parts any, or the text
/// is of another kind.
///
/// ```
/// use cermin_koperasi::books::columns;
/// assert_eq!(columns("Uraian;2025\nKas;1.500").unwrap(), [["Uraian", "2025"], ["Kas", "1.500"]]);
/// assert_eq!(columns("<html><td>1;2</td></html>"), None);
/// ```
#[must_use]
pub fn columns(text: &str) -> Option<Vec<Vec<String>>> {
    let head: String = text.chars().take(20_000).collect();
    let most = ['\t', ';', ','].into_iter().max_by_key(|mark| splits(&head, *mark)).unwrap_or(';');
    let other = splits(&head, most) == 0 || head.trim_start().starts_with(['<', '{', '%']);
    (!other).then(|| split(text, most))
}

/// In how many lines of the text a mark parts cells; quoted ones do not count.
fn splits(text: &str, mark: char) -> usize {
    split(text, mark).iter().filter(|row| row.len() > 1).count()
}

/// Rows of cells; inside quotes a mark and a line end are text, and two quotes are one.
fn split(text: &str, mark: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        // Both lists always hold one entry at least.
        let Some(row) = rows.last_mut() else { break };
        let Some(cell) = row.last_mut() else { break };
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            _ if c == mark && !quoted => row.push(String::new()),
            _ => cell.push(c),
        }
        if rows.len() > MOST_ROWS + 1 {
            break;
        }
    }
    while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    rows
}
