//! The report and the papers as tables for a spreadsheet.

use super::say;
use crate::assessment::Found;
use crate::exact::Fraction;
use crate::exchange::check_code;
use crate::exchange::csv::{self, Cell};
use crate::locale::fill;
use crate::money::Places;
use crate::page::Model;

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
    for aspect in &report.aspects {
        let name = model.texts()[aspect.aspect].name;
        let best = Field::Score(Fraction::whole(100));
        rows.push(vec![text(name), Field::Score(aspect.score.low), Field::Score(aspect.score.high), best]);
    }
    for score in &report.indicators {
        let name = format!("{} {}", score.indicator.id, say::name(model, score.indicator));
        let best = Field::Score(score.indicator.max);
        rows.push(vec![text(name), Field::Score(score.score.low), Field::Score(score.score.high), best]);
    }
    rows.push(vec![Field::Blank]);
    rows.push(
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
    );
    for action in &model.checklist().actions {
        let what = format!(
            "{} {}: {}",
            action.indicator.id,
            say::name(model, action.indicator),
            say::lines(model, action).join(" ")
        );
        let who = say::who(model, &action.who);
        rows.push(vec![
            text(what),
            Field::Score(action.gain.low),
            text(who),
            text(say::time(model, action.time)),
            Field::Blank,
            Field::Blank,
            Field::Blank,
        ]);
    }
    write(&rows)
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
        let place = if note.place.is_empty() { Field::Blank } else { text(note.place) };
        rows.push(vec![text(number), text(name), text(serves), Field::Score(paper.points), there, lacking, place]);
    }
    write(&rows)
}
