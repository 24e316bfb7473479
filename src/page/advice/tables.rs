//! The report and the papers as tables for a spreadsheet.

use super::say;
use crate::assessment::{Amount, Assessment, Found};
use crate::exact::Fraction;
use crate::exchange::check_code;
use crate::exchange::csv::{self, Cell};
use crate::locale::fill;
use crate::money::{Places, Rupiah};
use crate::page::Model;
use crate::papers::{self as sheet, Table};
use crate::rulebook::{Account, Year};

/// A cell that owns its words.
enum Field {
    Text(String),
    Score(Fraction),
    Blank,
}

type Row = Vec<Field>;

/// How a ticked box is written.
const TICK: &str = "✓";

fn text(words: impl Into<String>) -> Field {
    Field::Text(words.into())
}

/// What was written, or room to write it.
fn said(words: String) -> Field {
    if words.is_empty() { Field::Blank } else { text(words) }
}

fn write(rows: &[Row]) -> String {
    let cell = |field| match field {
        &Field::Score(value) => Cell::Decimal(value, Places::AtMost(2)),
        Field::Text(text) => Cell::Text(text),
        Field::Blank => Cell::Blank,
    };
    csv::write(rows.iter().map(|row| row.iter().map(cell).collect()))
}

/// The report: what it is, the scores from total to indicator, the action plan with room for name, day and tick.
pub(super) fn report(model: &Model) -> String {
    let mut rows = scores(model);
    rows.push(vec![Field::Blank]);
    rows.extend(plan(model));
    write(&rows)
}

/// What it is, and the scores from total to indicator.
fn scores(model: &Model) -> Vec<Row> {
    let (words, report) = (&model.words().report, model.report());
    let ours = model.assessment();
    let mut rows: Vec<Row> = vec![
        vec![text(words.title), text(ours.profile.name.clone().unwrap_or_default())],
        vec![text(words.label)],
        vec![text(words.book_year), text(ours.profile.book_year_end.clone().unwrap_or_default())],
        vec![text(words.check_code), text(check_code::of(ours))],
        vec![Field::Blank],
        [words.part, words.least, words.most, words.best].map(text).into(),
        vec![
            text(words.total),
            Field::Score(report.honest_total().low),
            Field::Score(report.honest_total().high),
            Field::Score(Fraction::whole(100)),
        ],
    ];
    for aspect in report.honest_aspects() {
        let name = model.texts()[aspect.aspect].name;
        let best = Field::Score(Fraction::whole(100));
        rows.push(vec![text(name), Field::Score(aspect.score.low), Field::Score(aspect.score.high), best]);
    }
    for score in &report.indicators {
        let name = format!("{} {}", score.indicator.id, say::name(model, score.indicator));
        let best = Field::Score(score.indicator.max);
        rows.push(vec![text(name), Field::Score(score.score.low), Field::Score(score.score.high), best]);
    }
    rows
}

/// The action plan with room for name, day and tick.
fn plan(model: &Model) -> Vec<Row> {
    let words = &model.words().report;
    let mut rows: Vec<Row> = vec![
        [
            words.plan_what,
            words.plan_points,
            words.plan_who,
            words.plan_when,
            words.plan_name,
            words.plan_date,
            words.plan_done,
        ]
        .map(text)
        .into(),
    ];
    let plan = model.plan();
    for action in &plan.steps {
        let what = format!("{}. {}", say::step(model, action), say::lines(model, &plan, action).join(" "));
        let who = say::who(model, &action.who);
        let task = model.assessment().task(action.indicator.id);
        let until = task.day().map_or_else(String::new, |day| model.locale.day(day));
        rows.push(vec![
            text(what),
            Field::Score(action.gain.low),
            text(who),
            text(say::time(model, action.time)),
            said(task.who),
            said(until),
            Field::Blank,
        ]);
    }
    rows
}

/// The papers, each once, with what they serve, and *ada, belum, di mana* as noted, or room for it.
pub(super) fn pack(model: &Model) -> String {
    let words = &model.words().pack;
    let mut rows: Vec<Row> = vec![
        [words.number, words.paper, words.serves, words.points, words.have, words.lack, words.place].map(text).into(),
    ];
    for (place, paper) in model.papers().papers.iter().enumerate() {
        let ids = paper.items.iter().map(|item| item.id).chain(paper.ratios.iter().map(|one| one.id));
        let name = model.texts().document(paper.id).unwrap_or(paper.id);
        let number = fill("{place}", &[("place", &(place + 1))]);
        let serves = ids.collect::<Vec<_>>().join(", ");
        let note = model.assessment().paper(paper.id);
        let tick = |found| if note.found == found { text(TICK) } else { Field::Blank };
        let (there, lacking) = (tick(Found::There), tick(Found::Lacking));
        let place = said(note.place);
        rows.push(vec![text(number), text(name), text(serves), Field::Score(paper.points), there, lacking, place]);
    }
    write(&rows)
}

/// The whole work as a workbook: scores, figures with sums that are reckoned there, answers, plan.
pub(super) fn workbook(model: &Model) -> Vec<u8> {
    let words = &model.words().report;
    let cells = |rows: Vec<Row>, head: Option<usize>| -> Vec<Vec<sheet::Cell>> {
        let cell = |field, is_head| match field {
            Field::Text(text) if is_head => sheet::Cell::Head(text),
            Field::Text(text) => sheet::Cell::Text(text),
            Field::Score(score) => sheet::Cell::Score(score),
            Field::Blank => sheet::Cell::Blank,
        };
        let row = |(place, row): (usize, Row)| row.into_iter().map(|field| cell(field, head == Some(place))).collect();
        rows.into_iter().enumerate().map(row).collect()
    };
    let table = |name: &str, widths: &[u32], head, rows| Table {
        name: name.to_owned(),
        widths: widths.to_vec(),
        head,
        by_hand: false,
        rows,
    };
    let scores = scores(model);
    let head = scores.iter().position(|row| matches!(&row[0], Field::Text(text) if *text == words.part));
    sheet::book(&[
        table(words.sheet_scores, &[60, 16, 16, 16], false, cells(scores, head)),
        table(words.sheet_amounts, &[52, 22, 22], true, amounts(model)),
        table(words.sheet_answers, &[12, 84, 14], true, answers(model)),
        table(words.sheet_plan, &[70, 8, 20, 16, 20, 14, 10], true, cells(plan(model), Some(0))),
    ])
}

/// Every answer under its indicator.
fn answers(model: &Model) -> Vec<Vec<sheet::Cell>> {
    let words = &model.words().report;
    let head = |text: &str| sheet::Cell::Head(text.to_owned());
    let mut rows = vec![vec![head(words.number), head(words.asked), head(words.answer)]];
    for (_, indicator) in model.assessment().variant.indicators().filter(|(_, one)| !one.items().is_empty()) {
        rows.push(vec![head(indicator.id), head(say::name(model, indicator)), sheet::Cell::Blank]);
        for item in indicator.items() {
            let answer = model.words().answer(model.assessment().answer_to(item));
            let cells = [item.id, model.texts()[item].question, answer];
            rows.push(cells.map(|text| sheet::Cell::Text(text.to_owned())).into());
        }
    }
    rows
}

/// Every amount of both years, each group with its sum. What is not known is said in words, what is not asked is blank.
fn amounts(model: &Model) -> Vec<Vec<sheet::Cell>> {
    let (work, words) = (model.assessment(), model.words());
    let head = |text: String| sheet::Cell::Head(text);
    let years = Year::BOTH.map(|year| head(model.year_name(year)));
    let mut rows = vec![[vec![head(words.statement.line.to_owned())], years.to_vec()].concat()];
    for group in work.variant.groups {
        let accounts = group.accounts(work.variant);
        rows.push(vec![head(model.texts()[group].to_owned()), sheet::Cell::Blank, sheet::Cell::Blank]);
        let first = rows.len() + 1;
        for account in accounts {
            let cell = |year| match work.amount(year, account.id) {
                Amount::Known(amount) if account.contra => sheet::Cell::Deducted(Some(amount.get())),
                Amount::Known(amount) => sheet::Cell::Amount(amount.get()),
                Amount::Unknown if account.years().any(|asked| asked == year) => {
                    sheet::Cell::Text(words.item.unknown.to_owned())
                }
                Amount::Unknown => sheet::Cell::Blank,
            };
            let name = sheet::Cell::Text(model.texts()[account].name.to_owned());
            rows.push(std::iter::once(name).chain(Year::BOTH.map(cell)).collect());
        }
        let sum = |(year, column)| group_sum(work, accounts, year, column, first);
        let name = head(fill(words.report.group_sum, &[("group", &model.texts()[group])]));
        rows.push(std::iter::once(name).chain([(Year::Current, 'B'), (Year::Prior, 'C')].map(sum)).collect());
    }
    rows
}

/// The sum of a group's accounts, whose first stands in this row: what is taken away is typed as a positive amount.
fn group_sum(work: &Assessment, accounts: &[Account], year: Year, column: char, first: usize) -> sheet::Cell {
    let cells = format!("{column}{first}:{column}{}", first + accounts.len() - 1);
    let mut formula = format!("SUM({cells})");
    let mut sum = Some(0_i64);
    for (row, account) in (first..).zip(accounts) {
        if account.contra {
            formula += &["-2*SUM(", &column.to_string(), &row.to_string(), ")"].concat();
        }
        // Amounts have fifteen digits at most, and a group some twenty accounts.
        let amount = work.amount(year, account.id).known().map(Rupiah::get);
        sum = sum.zip(amount).map(|(sum, amount)| if account.contra { sum - amount } else { sum + amount });
    }
    sheet::Cell::sum(formula, sum, &cells, accounts.len())
}
