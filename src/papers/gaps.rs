//! What is still open in a paper: every blank, every line to write on, every figure that is not known.

use super::{Block, Figure, Paper, SPEECH};
use crate::rat::book::said;

/// A statement of which more lines are open than this is named as a whole.
const MOST: usize = 6;

impl Paper {
    /// The names of what is still to be filled, each once: fields, signers, headings over lines and tables.
    #[must_use]
    pub fn open(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut under = self.name.say(SPEECH);
        for block in &self.blocks {
            if let Block::Heading(text) = block {
                under = text;
            }
            for name in open(block, under) {
                if found.iter().all(|known| known != name) {
                    found.push(name.to_owned());
                }
            }
        }
        found
    }
}

/// Names of what is open in a block; what has no name of its own goes by the heading above it.
fn open<'b>(block: &'b Block, under: &'b str) -> Vec<&'b str> {
    let is_blank = |text: &str| text.contains('…');
    let whole = |is_open: bool| if is_open { vec![under] } else { Vec::new() };
    let named = |pairs: &'b [(String, String)]| {
        let open = pairs.iter().filter(|(_, value)| is_blank(value) || value.is_empty());
        open.map(|(name, _)| name.as_str()).collect()
    };
    match block {
        Block::Letterhead { name, lines } => whole(is_blank(name) || lines.iter().any(|line| is_blank(line))),
        Block::Text(text) => whole(is_blank(text)),
        Block::Dated(text) => {
            if is_blank(text) {
                vec![said::PLACE_DAY]
            } else {
                Vec::new()
            }
        }
        Block::Bullets(items) | Block::Numbers(items) => whole(items.iter().any(|item| is_blank(item))),
        Block::Fields(pairs) | Block::Signs(pairs) => named(pairs),
        Block::Lines(_) => vec![under],
        // A list that goes round is signed, not filled.
        Block::Table { rows, every_page, .. } => {
            whole(every_page.is_empty() && rows.iter().flatten().any(String::is_empty))
        }
        Block::Statement(statement) => {
            let open = statement.lines.iter().filter(|line| {
                line.figures.iter().any(|figure| matches!(figure, Figure::Open | Figure::Deducted(None)))
            });
            let lines: Vec<&str> = open.map(|line| line.name.as_str()).collect();
            if lines.len() > MOST { vec![&statement.name] } else { lines }
        }
        // Whose paper it is stands on the cover.
        Block::Title(_)
        | Block::Subtitle(_)
        | Block::Heading(_)
        | Block::Draft(_)
        | Block::Contents(_)
        | Block::Chapter => Vec::new(),
    }
}
