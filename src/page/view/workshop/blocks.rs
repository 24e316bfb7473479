//! What the class picture says, block by block. The screen, the slides and the exported drawing show these and nothing else.

use super::super::numbers::{predicate_name, totals};
use super::labels;
use super::labels::{name, together};
use crate::exact::{Fraction, Range};
use crate::exchange::levels::{Meeting, Obstacle};
use crate::locale::fill;
use crate::money::{Places, decimal};
use crate::page::Model;
use crate::page::workshop::{Step, steps};
use crate::rulebook::{Aspect, Indicator, Item, Predicate};
use crate::standing::Institution;
use crate::workshop::{Cell, Common, LEAST, Need, Picture, Shared, Weak};

/// One thing the picture tells of.
#[derive(Default)]
pub(super) struct Block {
    /// Its place among what matters in a room, counted from 1; 0 for what else there is.
    pub(super) chief: usize,
    /// Its heading.
    pub(super) title: &'static str,
    /// How to read it; all there is where it has no rows.
    pub(super) help: String,
    /// Its rows.
    pub(super) rows: Vec<Row>,
}

/// A row with its bar.
#[derive(Clone, Default)]
pub(super) struct Row {
    /// What it is of.
    pub(super) name: String,
    /// What else is to be said.
    pub(super) note: String,
    /// What stands after the bar.
    pub(super) value: String,
    /// How long the bar is, in thousandths of the whole; no bar where nothing is certain.
    pub(super) share: Option<usize>,
    /// Its place on the stage, counted from 1.
    pub(super) stage: Option<u16>,
}

/// All that a picture says, in the order in which a room looks at it.
pub(super) fn of(model: &Model, picture: &Picture) -> Vec<Block> {
    let words = &model.words().workshop_class;
    let texts = picture.rulebook.text(model.locale);
    let predicate = |one: Option<&'static Predicate>| one.map_or(words.unsettled, |one| predicate_name(model, one));
    let aspect = |(aspect, mean): &(&'static Aspect, Range<Fraction>)| Row {
        name: texts[*aspect].name.to_owned(),
        value: between(model, *mean, 2),
        ..Row::default()
    };
    let mut all = vec![
        Block {
            chief: 1,
            title: words.predicates,
            help: format!("{}: {}", words.total, totals(model, picture.total)),
            rows: cells("", &picture.predicates.cells(), model, picture.count, &predicate),
        },
        Block { title: words.aspects, rows: picture.aspects.iter().map(aspect).collect(), ..Block::default() },
    ];
    weakest(model, picture, &mut all);
    // Of several forms they are told once, of all together.
    if model.workshop.room.forms().iter().filter(|form| form.shown >= LEAST).count() == 1 {
        all.push(obstacles(model, &picture.obstacles, picture.count));
    }
    all.push(if picture.doubts.is_empty() { unknown(model, picture) } else { doubts(model, picture) });
    all.push(urgent(model, picture));
    all.push(needs(model, picture, true));
    all.push(needs(model, picture, false));
    all.push(rat(model, &picture.standings.cells(), &picture.meetings.cells(), picture.count));
    all.retain(|block| !(block.rows.is_empty() && block.help.is_empty()));
    all
}

/// What all forms with a picture share: how governance is, how RATs went, where they stand, what keeps them.
pub(super) fn shared(model: &Model, shared: &Shared) -> Vec<Block> {
    let words = &model.words().workshop_class;
    let texts = shared.rulebook.text(model.locale);
    let row = |one: &Common| Row {
        name: format!("{} {}", one.indicator.id, texts[one.indicator].name),
        value: level(model, one.mean),
        share: of_best(one.mean.low, one.indicator),
        ..Row::default()
    };
    let governance = Block {
        title: words.shared,
        help: fill(words.shared_lead, &[("count", &shared.count)]),
        rows: shared.governance.iter().map(row).collect(),
        chief: 0,
    };
    let rat = rat(model, &shared.standings, &shared.meetings, shared.count);
    let mut all = vec![governance, rat, obstacles(model, &shared.obstacles, shared.count)];
    all.retain(|block| !block.rows.is_empty());
    all
}

/// How their latest RATs went, and where they stand.
fn rat(
    model: &Model,
    standings: &[Cell<Option<Institution>>],
    meetings: &[Cell<Option<Meeting>>],
    all: usize,
) -> Block {
    let words = &model.words().workshop_class;
    let standing = |one: Option<Institution>| one.map_or(words.unsettled, |one| one.label().say(model.locale));
    let mut rows = cells(words.meetings, meetings, model, all, &|one| labels::meeting(model, one));
    rows.append(&mut cells(words.standings, standings, model, all, &standing));
    Block { chief: 5, title: words.rat, rows, ..Block::default() }
}

/// Each cell as a row, after what it is of.
fn cells<K: Copy>(
    of: &str,
    cells: &[Cell<K>],
    model: &Model,
    all: usize,
    name: &dyn Fn(K) -> &'static str,
) -> Vec<Row> {
    let of = if of.is_empty() { String::new() } else { format!("{of}: ") };
    let row = |cell: &Cell<K>| counted([&*of, &together(model, cell, name)].concat(), cell.counts[0], all);
    cells.iter().map(row).collect()
}

/// How many of how many.
fn counted(name: String, count: usize, all: usize) -> Row {
    Row { name, value: count.to_string(), share: Some(part(count, all)), ..Row::default() }
}

const fn part(many: usize, all: usize) -> usize {
    many * 1000 / if all == 0 { 1 } else { all }
}

fn weakest(model: &Model, picture: &Picture, blocks: &mut Vec<Block>) {
    let words = &model.words().workshop_class;
    let listed = |chief, title, help: &str, all: Vec<&Weak>| Block {
        chief,
        title,
        help: if all.is_empty() { String::new() } else { help.to_owned() },
        rows: all.into_iter().map(|one| weak(model, picture, one)).collect(),
    };
    let (weakest, low) = (picture.weakest(), picture.low());
    if weakest.is_empty() && low.is_empty() {
        let is_known = |one: &Weak| one.settled.is_some();
        let is_best = |one: &Weak| one.mean.low == one.indicator.max;
        let help = match &picture.indicators {
            all if all.iter().all(is_best) => words.all_best.to_owned(),
            // Of what nobody has answered nothing is said.
            all if all.iter().any(is_known) => words.none_low.to_owned(),
            _ => fill(words.none_known, &[("least", &LEAST)]),
        };
        return blocks.push(Block { chief: 2, title: words.weakest, help, rows: Vec::new() });
    }
    let chief = if weakest.is_empty() { [0, 2] } else { [2, 0] };
    blocks.push(listed(chief[0], words.weakest, words.weakest_help, weakest));
    blocks.push(listed(chief[1], words.low, &fill(words.low_help, &[("least", &LEAST)]), low));
}

/// The bar is as long as what is certain: the average of those who have answered.
fn weak(model: &Model, picture: &Picture, one: &Weak) -> Row {
    let words = &model.words().workshop_class;
    let settled = one.settled.unwrap_or(one.mean);
    let answered = one.open().map(|open| picture.count - open);
    let said = one.low().zip(answered).map(|(low, all)| {
        let share = part(low, all).div_ceil(10);
        fill(words.low_of, &[("count", &low), ("all", &all), ("percent", &share)])
    });
    Row {
        name: format!("{} {}", one.indicator.id, name(model, picture, one.indicator)),
        note: said.unwrap_or_else(|| words.low_untold.to_owned()),
        value: level(model, settled),
        share: of_best(settled.low, one.indicator),
        stage: stage(model, picture, |step| step.indicator().id == one.indicator.id),
    }
}

/// How much of an indicator's best level a level is, in thousandths.
fn of_best(level: Fraction, indicator: &Indicator) -> Option<usize> {
    level.over(indicator.max).and_then(|part| part.times(Fraction::whole(1000))).map(whole)
}

/// The first place on the stage of which something holds, where the stage shows this form.
fn stage(model: &Model, picture: &Picture, is: impl Fn(&Step) -> bool) -> Option<u16> {
    let variant = model.assessment().variant;
    let place = steps(variant).iter().position(is).filter(|_| variant == picture.variant)?;
    u16::try_from(place + 1).ok()
}

/// What most have still to answer: a list of its own, because nobody knows whether it is weak.
fn unknown(model: &Model, picture: &Picture) -> Block {
    let words = &model.words().workshop_class;
    let row = |(one, open): (&Weak, usize)| {
        let name = format!("{} {}", one.indicator.id, name(model, picture, one.indicator));
        counted(name, open, picture.count)
    };
    let rows: Vec<Row> = picture.unknown().into_iter().map(row).collect();
    let help = if rows.is_empty() { "" } else { words.unknown_help };
    Block { chief: 3, title: words.unknown, help: help.to_owned(), rows }
}

/// The items that most boards answered *belum tahu*, each with its place on the stage.
fn doubts(model: &Model, picture: &Picture) -> Block {
    let words = &model.words().workshop_class;
    let texts = picture.rulebook.text(model.locale);
    let row = |(item, count): &(&'static Item, usize)| Row {
        stage: stage(model, picture, |step| matches!(step, Step::Item(_, one) if one.id == item.id)),
        ..counted(
            format!("{} {}", item.id, texts.item(picture.variant, item.id).map_or("", |text| text.question)),
            *count,
            picture.count,
        )
    };
    let rows = picture.doubts.iter().map(row).collect();
    Block { chief: 3, title: words.doubts, help: words.doubts_help.to_owned(), rows }
}

/// What boards call their obstacles, for the office's *konsolidasi*.
fn obstacles(model: &Model, named: &[(Obstacle, usize)], all: usize) -> Block {
    let words = &model.words().workshop_class;
    let row = |(one, count): &(Obstacle, usize)| counted(labels::obstacle(model, *one).to_owned(), *count, all);
    let rows: Vec<Row> = named.iter().map(row).collect();
    let help = if rows.is_empty() { "" } else { words.obstacles_help };
    Block { chief: 6, title: words.obstacles, help: help.to_owned(), rows }
}

fn urgent(model: &Model, picture: &Picture) -> Block {
    let row = |(finding, count): &(crate::rat::book::FindingId, usize)| {
        let offers = finding.finding().coaching.iter().map(|id| id.offer().name.say(model.locale));
        let note = offers.collect::<Vec<_>>().join(", ");
        Row { note, ..counted(finding.finding().label.say(model.locale).to_owned(), *count, picture.count) }
    };
    let rows = picture.needs.urgent.iter().map(row).collect();
    Block { title: model.words().workshop_class.urgent, rows, ..Block::default() }
}

/// What the office should offer: needed more than all others, or needed besides.
fn needs(model: &Model, picture: &Picture, most: bool) -> Block {
    let (words, needs) = (&model.words().workshop_class, &picture.needs);
    let row = |need: &Need| {
        let because = need.because.iter().map(|one| one.id).collect::<Vec<_>>().join(", ");
        let note = fill(words.need, &[("points", &between(model, need.lost, 2)), ("list", &because)]);
        let name = model.texts().offer(need.offer).unwrap_or(need.offer).to_owned();
        Row { note, ..counted(name, need.touched, picture.count) }
    };
    let listed = if most { &needs.most } else { &needs.others };
    let help = match (needs.most.is_empty() && needs.others.is_empty(), listed.is_empty()) {
        (true, _) if !most => "",
        (true, _) if picture.total.low == Fraction::whole(100) => words.no_needs,
        (true, _) => words.no_needs_known,
        (false, true) => "",
        (false, false) => words.needs_help,
    };
    // Where none is needed more than all others, what is needed is all there is to say.
    let is_chief = most != (needs.most.is_empty() && !needs.others.is_empty());
    Block {
        chief: if is_chief { 4 } else { 0 },
        title: match (most, needs.most.is_empty()) {
            (true, _) => words.needs,
            // Beside nothing, nothing is needed too.
            (false, true) => words.needs_plain,
            (false, false) => words.needs_others,
        },
        help: help.to_owned(),
        rows: listed.iter().map(row).collect(),
    }
}

/// An average level, with one decimal.
pub(super) fn level(model: &Model, mean: Range<Fraction>) -> String {
    between(model, mean, 1)
}

fn whole(number: Fraction) -> usize {
    usize::try_from(number.numerator() / number.denominator()).unwrap_or(0)
}

/// One number or two.
fn between(model: &Model, mean: Range<Fraction>, places: u8) -> String {
    let [low, high] = [mean.low, mean.high].map(|end| decimal(end, Places::Exactly(places), model.locale));
    if low == high { low } else { format!("{low}–{high}") }
}
