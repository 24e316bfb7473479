//! What the second part of the page adds to screens that the first part has too: the days to the RAT, the plan, the classes, how far
//! the quick check has got, and what lies beside the work.

use maud::{Markup, html};

use super::super::advice::{AdviceRoute, say};
use super::super::progress::{FACT, ITEM};
use super::super::rat::{Board, RatRoute};
use super::super::workshop::{WorkshopRoute, place_on_stage};
use super::super::{Model, Progress, Route};
use super::advice::parts::gain;
use super::parts::{button, icon, state};
use super::titles::name;
use super::{names, rat};
use crate::assessment::{Answer, Unrated};
use crate::calendar::Day;
use crate::locale::fill;
use crate::money::{Rupiah, count};
use crate::rat::{RatInput, calendar::plan, classes_of};
use crate::rulebook::{Aspect, CoopKind, Item};
use crate::scoring::Report;
use crate::standing;

/// How many steps of the plan stand on the result.
const FIRST: usize = 3;

/// How many days to the RAT, and what is due before it.
pub(super) fn meeting(model: &Model) -> Markup {
    let words = &model.words().map;
    let said = model.assessment().profile.book_year_end.is_some() || model.assessment().rat != RatInput::default();
    let plan = Board::of(model).filter(|_| said).and_then(|board| plan(&board.facts, board.today));
    let Some(plan) = plan else { return html! {} };
    let left = |days: i64| fill(model.words().rat.left, &[("count", &days)]);
    let dated = |text: &str, what: &str, day: Day, days: i64| {
        fill(text, &[("what", &what), ("day", &names::day(model, &day.to_string())), ("left", &left(days))])
    };
    let days = model.day().map_or(0, |today| today.days_until(plan.meeting));
    let name = if plan.chosen.is_some() { words.meeting } else { words.meeting_proposed };
    html! {
        p { (icon("part")) a href=(Route::Rat(RatRoute::Calendar).hash()) { (dated(words.dated, name, plan.meeting, days)) }
            @if let Some(row) = plan.next_due() { br; (dated(words.before, row.label.say(model.locale), row.day, row.days_left)) } }
    }
}

pub(super) fn step(model: &Model) -> Option<String> {
    model.plan().steps.first().map(|step| say::step(model, step))
}

/// The first steps of the plan.
pub(super) fn first(model: &Model, _: &Report, main: bool) -> Markup {
    let (words, plan) = (&model.words().result, model.plan());
    html! {
        @if !plan.steps.is_empty() {
            section.first {
                h2 { (words.first_title) }
                ol.first-list { @for step in plan.steps.iter().take(FIRST) {
                    li { a href=(Route::Improve.hash()) { (say::step(model, step)) } " " (gain(model, step.gain)) }
                } }
                @if main { p.actions { (button(&Route::Improve, words.first_all)) } }
            }
        }
    }
}

fn rupiah(model: &Model, amount: i64) -> String {
    Rupiah::new(amount).unwrap_or_default().brief(model.locale)
}

/// By which measures a cooperative is of which class, and how sure that is.
pub(super) fn classes(model: &Model) -> Markup {
    let words = &model.words().kuk;
    let lends = standing::lends(&model.assessment().profile);
    let from = |above: bool, amount: &str| format!("{} {amount}", if above { words.above } else { words.from });
    html! {
        details id="kuk" {
            summary { (words.title) }
            // A list and no table: it takes whatever room a phone with large letters has.
            ul { @for row in classes_of(lends).skip(1) {
                @let measures = [
                    (words.members, count(row.members, model.locale.into())),
                    (words.capital, rupiah(model, row.own_capital)),
                    (words.assets, rupiah(model, row.assets)),
                ];
                li { strong { (words.class) " " (row.level) }
                    @for (name, amount) in &measures { br; (name) ": " (from(row.above, amount)) } }
            } }
            p.hint { (words.highest) " " (if lends { words.doubt_lending } else { words.doubt }) }
            @if let Some(row) = classes_of(lends).next() { cite lang="id" { (row.citation) } }
        }
    }
}

/// That its form was read from copies, where it was.
pub(super) fn form_note(model: &Model) -> Markup {
    let copied = model.assessment().profile.kind.is_some_and(is_read_from_copies) && model.unrated().is_none();
    html! { @if copied { p.hint { (icon("info")) (model.words().differences.from_copies) } } }
}

const fn is_read_from_copies(kind: CoopKind) -> bool {
    match kind {
        CoopKind::Riil | CoopKind::Kdmp | CoopKind::Serba => true,
        CoopKind::Ksp | CoopKind::Usp | CoopKind::Sharia | CoopKind::Secondary | CoopKind::Other => false,
    }
}

/// That the figures speak for another class than the one that stands there, wherever a score or the question does: one press takes theirs.
pub(super) fn class_doubt(model: &Model) -> Markup {
    let words = &model.words().kuk;
    let whole = model.whole();
    let Some(doubt) = standing::class_doubt(&whole, &whole.rat_with_profile()) else { return chosen_class(model) };
    let large = doubt.large;
    let said =
        doubt.chosen.map_or(words.doubted_open.to_owned(), |chosen| fill(words.doubted_chosen, &[("level", &chosen)]));
    let limits = classes_of(doubt.lends).find(|row| row.level == doubt.level).filter(|_| large);
    let measure = |place: usize, name: &str, limit: i64| {
        let shown = |amount| if place == 0 { count(amount, model.locale.into()) } else { rupiah(model, amount) };
        let amount = shown(doubt.measures[place]?);
        let from =
            limits.map(|row| format!(" ({} {})", if row.above { words.above } else { words.from }, shown(limit)));
        Some(format!("{name} {amount}{}", from.unwrap_or_default()))
    };
    let least = limits.map_or([0; 3], |row| [row.members, row.own_capital, row.assets]);
    let names = [words.members, words.capital, words.assets];
    let why: Vec<_> = (0..3).filter_map(|place| measure(place, names[place], least[place])).collect();
    let unknown: Vec<_> = names.into_iter().zip(doubt.unknown()).filter_map(|(name, is)| is.then_some(name)).collect();
    html! {
        div.hint.warn { (icon("warn")) (fill(words.doubted, &[("level", &doubt.level), ("why", &why.join("; "))])) " "
            @if !unknown.is_empty() { (fill(words.doubted_unknown, &[("list", &unknown.join(", "))])) " " }
            (said) " "
            (if large { words.doubted_large } else { words.doubted_small }) " "
            button.link.noprint type="button" data-click={ "profile level " (doubt.level) } { (fill(words.choose, &[("level", &doubt.level)])) }
            @if model.route != Route::Profile { " " a.noprint href=(Route::Profile.hash()) { (words.title) } } }
    }
}

/// Where a class that was chosen takes the score away: the way back to none.
fn chosen_class(model: &Model) -> Markup {
    let words = &model.words().kuk;
    let level = model.assessment().profile.level.filter(|_| model.unrated() == Some(Unrated::Large));
    html! { @if let Some(level) = level {
        p.hint.noprint { (fill(words.doubted_chosen, &[("level", &level)])) " "
            button.link type="button" data-click="profile level 0" { (fill(words.take_back, &[("level", &level)])) } }
    } }
}

/// That the answer was given in the quick check.
pub(super) fn from_check(model: &Model, item: &Item) -> Markup {
    let carried = crate::page::rat::is_carried(model.assessment(), item.id);
    html! { @if carried { p.hint { (icon("info")) (model.words().rat.from_check) } } }
}

/// The way to the item on the trainer's stage.
pub(super) fn on_stage(model: &Model, item: &Item) -> Markup {
    let place = place_on_stage(model.assessment().variant, item.id);
    html! { @if let Some(place) = place { " " a.noprint href=(Route::Workshop(WorkshopRoute::Stage(place)).hash()) { (model.words().workshop_stage.show) } } }
}

/// The quick check; once it is done, what came of it.
pub(super) fn quick_check(model: &Model) -> Route {
    let done = Board::of(model).is_some_and(|board| rat::progress(&board).is_complete());
    Route::Rat(if done { RatRoute::Standing } else { RatRoute::Check(1) })
}

/// How far each has got; without a date neither can be reckoned.
pub(super) fn rat_states(model: &Model) -> [Markup; 2] {
    let Some(board) = Board::of(model) else { return [html! {}, html! {}] };
    let before = crate::rat::readiness(&board.facts, board.today).before;
    let ready = fill(model.words().rat.ready_figure, &[("low", &before.low)]);
    let papers = html! { @if before.sure > 0 { span.tag.part { (ready) } } };
    [state(rat::progress(&board), FACT, model.words()), papers]
}

/// What can be done all the same, and what governance lacks.
pub(super) fn useful(model: &Model) -> Markup {
    let words = model.words();
    let answered = state(Progress::whole(model.assessment()), ITEM, words);
    let rat = [RatRoute::Standing, RatRoute::Ready, RatRoute::Papers].map(Route::Rat);
    let ways = [Route::Tasks].into_iter().chain(rat).chain([Route::Advice(AdviceRoute::Pack), Route::Map]);
    html! {
        section.tasks {
            h2 { (words.unrated_ways.useful) }
            ul.task-list { @for to in ways {
                li { a href=(to.hash()) { span.task-name { (name(model, &to)) } @if to == Route::Tasks { (answered) } } }
            } }
        }
        (lacking(model))
    }
}

/// What governance lacks, by its questions; no points are told.
fn lacking(model: &Model) -> Markup {
    let words = &model.words().unrated_ways;
    let indicators = model.assessment().asked().iter().flat_map(Aspect::indicators);
    let no = |item: &&Item| model.assessment().answer(item.id) == Answer::No;
    let counted = indicators.map(|one| (one.id, one.items().iter().filter(no).count()));
    let lacking: Vec<_> = counted.filter(|(_, count)| *count > 0).collect();
    html! {
        @if !lacking.is_empty() {
            section.tasks {
                h2 { (words.lacking) }
                ul.task-list {
                    @for (id, count) in lacking {
                        li { a href=(Route::Indicator(id.to_owned()).hash()) {
                            span.task-name { (names::indicator_name(model, id)) small { (fill(words.lacking_count, &[("count", &count)])) } }
                        } }
                    }
                }
            }
        }
    }
}

/// A class, voices and a desk, each with how much there is.
pub(super) fn lying(model: &Model) -> Vec<String> {
    let (words, workshop) = (model.words(), &model.workshop);
    let (voices, most) = (&workshop.voices, crate::workshop::SEATS);
    let count = [workshop.room.len(), voices.seats().count(), workshop.bench.desk.entries().len()];
    let lines = [
        fill(words.tools.class, &[("count", &count[0])]),
        fill(words.tools.voices, &[("count", &count[1]), ("wanted", &voices.wanted())]),
        fill(words.tools.desk, &[("count", &count[2]), ("most", &most)]),
    ];
    lines.into_iter().zip(count).filter(|(_, count)| *count > 0).map(|(line, _)| line).collect()
}
