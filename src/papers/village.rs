//! The statements of a village cooperative, as the form it types after its RAT names and orders them.
//!
//! They stand in the book once its board has typed into that sheet and said where each amount of its books belongs; until
//! then its books go by their own form, whose sums are whole. A blank line counts as nothing, as in the form, and is not
//! written.

use super::books::columns;
use super::statement::{Figure, Statement, ledger};
use super::{Block, Desk, SPEECH, Surplus};
use crate::assessment::Assessment;
use crate::locale::fill;
use crate::rat::book::{BlockKind, said};
use crate::rat::sheet::{Column, Found, Meeting, Row, check, form};

/// The checks of the sheet that make a statement a draft: its sides differ, its surplus from the other statement's, or costs
/// stand there without sales.
const UNBALANCED: usize = 1;
const DIFFERS: usize = 2;
const NO_SALES: usize = 6;
/// The sum that is the surplus.
const SURPLUS: &str = "shu_tahun_berjalan";

impl Desk<'_> {
    /// What the sheet says in a block of this kind; `None` where it says nothing, or the block is none of its statements.
    pub(super) fn of_sheet(&self, kind: BlockKind) -> Option<Vec<Block>> {
        let work = self.work.filter(|work| self.facts.kdmp.yes() && is_whole(work))?;
        let (name, is_position) = match kind {
            BlockKind::Position => (said::POSITION, true),
            BlockKind::Result => (said::RESULT, false),
            _ => return None,
        };
        let [line, year, _] = columns(work);
        let found = work.with_books(|books| check(&work.sheet, books, Meeting::default()));
        let draft = |one: &Found| match (is_position, one.check) {
            (true, UNBALANCED) => {
                let rest = ledger(one.amounts[0] - one.amounts[1]);
                Some(fill(said::UNBALANCED, &[("0", &year.trim_end_matches(" (Rp)")), ("1", &rest)]))
            }
            (false, DIFFERS) => Some(said::DIFFERS.to_owned()),
            (false, NO_SALES) if one.amounts[0] != 0 => Some(fill(said::NO_SALES, &[("0", &ledger(one.amounts[0]))])),
            _ => None,
        };
        let wrong = found.iter().filter(|one| one.column == Column::Year).filter_map(draft);
        let apart = differing(work).filter(|_| !is_position);
        let apart =
            apart.map(|[sheet, books]| fill(said::BOOKS_DIFFER, &[("0", &ledger(sheet)), ("1", &ledger(books))]));
        let drafts: Vec<Block> = wrong.chain(apart).map(Block::Draft).collect();
        let columns = vec![line, year.clone(), said::BUDGET.to_owned()];
        let statement = Block::Statement(lines(work, is_position, Statement::new(name, columns)));
        Some(drafts.into_iter().chain([statement]).collect())
    }
}

/// Whether something was typed and nothing is missing in the sums: no amount waits for a yes or for its line.
fn is_whole(work: &Assessment) -> bool {
    let sheet = &work.sheet;
    !sheet.is_empty() && sheet.waiting.is_empty() && work.with_books(|books| sheet.unplaced(books)) == 0
}

/// The surplus of the sheet and that of the books, which the other chapters go by, where they differ.
fn differing(work: &Assessment) -> Option<[i64; 2]> {
    let books = Surplus::of(work).amount()?;
    let totals = work.with_books(|books| work.sheet.totals(Column::Year, books));
    let (_, sheet) = form().totals.iter().zip(totals).find(|(total, _)| total.id == SURPLUS)?;
    (sheet != books).then_some([sheet, books])
}

/// The rows of one of the two statements, with their sums.
fn lines(work: &Assessment, is_position: bool, mut statement: Statement) -> Statement {
    let mut written = Vec::new();
    for row in form().statement(is_position) {
        match row {
            Row::Line(line) => {
                let figures = work.with_books(|books| {
                    Column::BOTH.map(|column| {
                        let typed = || work.sheet.figure(column, line, books).map_or(0, |figure| figure.amount);
                        // The form types as positive what it takes away; on paper it stands in brackets.
                        let figure = || if line.minus { -typed() } else { typed() };
                        if work.sheet.has_figures(column, books) { Figure::Amount(figure()) } else { Figure::Open }
                    })
                });
                if figures.iter().any(|figure| figure.value().is_some_and(|amount| amount != 0)) {
                    written.push((line, statement.line(line.name.say(SPEECH), figures.to_vec())));
                }
            }
            Row::Total(_, total) => {
                let terms: Vec<(usize, bool)> = written
                    .iter()
                    .filter_map(|(line, place)| Some((*place, total.takes(line)? != line.minus)))
                    .collect();
                // Where none of it is written there is nothing to sum.
                if !terms.is_empty() {
                    statement.sum(total.name.say(SPEECH), &terms);
                }
            }
        }
    }
    statement
}
