//! The statements of a village cooperative, as the form it types after its RAT names and orders them.
//!
//! They stand in the book once its board has typed into that sheet; until then its books go by their own form. A blank line
//! counts as nothing, as in the form, and is not written.

use super::books::columns;
use super::statement::{Figure, Statement, ledger};
use super::{Block, Desk, SPEECH};
use crate::assessment::Assessment;
use crate::locale::fill;
use crate::rat::book::{BlockKind, said};
use crate::rat::sheet::{Column, Meeting, Row, check, form};

/// The checks of the sheet that make a statement a draft: its sides differ, or its surplus from the other statement's.
const UNBALANCED: usize = 1;
const DIFFERS: usize = 2;

impl Desk<'_> {
    /// What the sheet says in a block of this kind; `None` where it says nothing, or the block is none of its statements.
    pub(super) fn of_sheet(&self, kind: BlockKind) -> Option<Vec<Block>> {
        let work = self.work.filter(|work| self.facts.kdmp.yes() && !work.sheet.is_empty())?;
        let (name, is_position, wanted) = match kind {
            BlockKind::Position => (said::POSITION, true, UNBALANCED),
            BlockKind::Result => (said::RESULT, false, DIFFERS),
            _ => return None,
        };
        let [line, year, _] = columns(work);
        let found = work.with_books(|books| check(&work.sheet, books, Meeting::default()));
        let wrong = found.iter().find(|one| one.check == wanted && one.column == Column::Year);
        let draft = wrong.map(|one| {
            let rest = ledger(one.amounts[0] - one.amounts[1]);
            let text = if is_position { said::UNBALANCED } else { said::DIFFERS };
            Block::Draft(fill(text, &[("0", &year.trim_end_matches(" (Rp)")), ("1", &rest)]))
        });
        let columns = vec![line, year.clone(), said::BUDGET.to_owned()];
        let statement = Block::Statement(lines(work, is_position, Statement::new(name, columns)));
        Some(draft.into_iter().chain([statement]).collect())
    }
}

/// The rows of one of the two statements, with their sums.
fn lines(work: &Assessment, is_position: bool, mut statement: Statement) -> Statement {
    let mut written = Vec::new();
    for row in form().statement(is_position) {
        match row {
            Row::Line(line) => {
                let figures = work.with_books(|books| {
                    Column::BOTH.map(|column| {
                        let figure = || work.sheet.figure(column, line, books).map_or(0, |figure| figure.amount);
                        if work.sheet.has_figures(column, books) { Figure::Amount(figure()) } else { Figure::Open }
                    })
                });
                if figures.iter().any(|figure| figure.value().is_some_and(|amount| amount != 0)) {
                    written.push((line, statement.line(line.name.say(SPEECH), figures.to_vec())));
                }
            }
            Row::Total(_, total) => {
                let terms: Vec<(usize, bool)> =
                    written.iter().filter_map(|(line, place)| Some((*place, total.takes(line)?))).collect();
                // Where none of it is written there is nothing to sum.
                if !terms.is_empty() {
                    statement.sum(total.name.say(SPEECH), &terms);
                }
            }
        }
    }
    statement
}
