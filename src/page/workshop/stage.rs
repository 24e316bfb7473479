//! The stage: what is shown, counted and timed there, and where it goes.

use super::{Sight, Step, Vote, WorkshopRoute};
use crate::page::wing;
use crate::page::{Effect, Model, Route};

/// The longest time a question can get: an hour.
const LONGEST: u32 = 60;

/// More hands than a field of four digits holds.
const MOST_HANDS: u16 = 9999;

pub(super) fn stage(model: &Model) -> Option<u16> {
    if let Route::Workshop(WorkshopRoute::Stage(at)) = &model.route { Some(*at) } else { None }
}

/// What was asked for comes into view, wherever the page stands.
pub(super) fn show(model: &mut Model, sight: Sight) -> Vec<Effect> {
    let Some(at) = stage(model) else { return Vec::new() };
    let shown = &mut model.workshop.shown;
    if shown.0 != at {
        *shown = (at, Vec::new());
    }
    if let Some(place) = shown.1.iter().position(|one| *one == sight) {
        shown.1.remove(place);
        return Vec::new();
    }
    shown.1.push(sight);
    let seen = (sight != Sight::Bar).then(|| Effect::Focus(format!("lihat-{}", sight.code())));
    seen.into_iter().collect()
}

pub(super) fn count(model: &mut Model, vote: Vote, text: &str) {
    let Some(at) = stage(model) else { return };
    let mut votes = model.workshop.votes.get(&at).copied().unwrap_or_default();
    votes.0[vote as usize] = text.trim().parse().ok();
    model.workshop.votes.insert(at, votes);
}

/// One hand more, by a key: nobody looks for a field while hands are up.
pub(super) fn hand(model: &mut Model, vote: Vote) {
    let Some(at) = stage(model) else { return };
    let mut votes = model.workshop.votes.get(&at).copied().unwrap_or_default();
    let count = &mut votes.0[vote as usize];
    *count = Some(count.unwrap_or_default().saturating_add(1).min(MOST_HANDS));
    model.workshop.votes.insert(at, votes);
}

/// To the question of a number, within the list that the stage goes through; nowhere where there is none.
pub(super) fn jump(model: &Model, text: &str) -> Vec<Effect> {
    let all = super::steps(model.assessment().variant).len();
    let row = model.workshop.row(stage(model).unwrap_or(1), all).1;
    let place = text.trim().parse::<usize>().ok().and_then(|place| row.get(place.checked_sub(1)?).copied());
    place.map(|place| Effect::Go(Route::Workshop(WorkshopRoute::Stage(place)))).into_iter().collect()
}

/// How many items of an indicator an hour has time for, and of how many indicators: of one that is half answered no level is known.
const HOUR: [usize; 2] = [4, 2];

/// The questions of a ready list, the first of them at once. Of the class there is one where a picture is of this form.
pub(in crate::page) fn listed(model: &Model, list: &str) -> Vec<u16> {
    let variant = model.assessment().variant;
    let picture = || model.workshop.room.pictures().into_iter().find(|one| one.variant == variant);
    // The ids that it is about, in its order: of items, of indicators, or how those of an aspect begin.
    let ids: Vec<&str> = match (list, picture) {
        ("eight", _) => {
            let [items, indicators] = HOUR;
            let fits = variant.indicators().filter(|(_, one)| one.items().len() == items);
            fits.map(|(_, one)| one.id).take(indicators).collect()
        }
        ("weak", picture) => picture().map_or(Vec::new(), |picture| {
            let mut weak = picture.weakest();
            weak.append(&mut picture.low());
            weak.iter().map(|one| one.indicator.id).collect()
        }),
        ("doubts", picture) => {
            picture().map_or(Vec::new(), |picture| picture.doubts.iter().map(|(item, _)| item.id).collect())
        }
        (part, _) => vec![part],
    };
    let mut places = Vec::new();
    for id in ids {
        for (step, place) in super::steps(variant).iter().zip(1..) {
            let of = step.indicator().id;
            let is_item = matches!(step, Step::Item(_, item) if item.id == id);
            if is_item || of == id || of.split('.').next() == Some(id) {
                places.push(place);
            }
        }
    }
    places
}

pub(super) fn queue(model: &mut Model, list: String) -> Vec<Effect> {
    let places = listed(model, &list);
    let first = places.first().copied().unwrap_or(1);
    model.workshop.queue = (list, places);
    // The keys are the question's again, also where it is the one that was shown.
    vec![Effect::Go(Route::Workshop(WorkshopRoute::Stage(first))), Effect::Focus("judul".to_owned())]
}

pub(super) fn clock(model: &mut Model) -> Vec<Effect> {
    let workshop = &mut model.workshop;
    workshop.runs = !workshop.runs;
    if !workshop.runs {
        return Vec::new();
    }
    if workshop.left.is_none_or(|left| left == 0) {
        workshop.left = Some(workshop.allowed());
    }
    workshop.turn = workshop.turn.wrapping_add(1);
    vec![Effect::Wing(wing::Effect::Second(workshop.turn))]
}

pub(super) fn rewind(model: &mut Model) {
    model.workshop.runs = false;
    model.workshop.left = None;
}

pub(super) fn minutes(model: &mut Model, text: &str) {
    if let Some(minutes) = text.trim().parse().ok().filter(|minutes| (1..=LONGEST).contains(minutes)) {
        model.workshop.seconds = minutes * 60;
        rewind(model);
    }
}

pub(super) fn tick(model: &mut Model, turn: u32) -> Vec<Effect> {
    let workshop = &mut model.workshop;
    if !workshop.runs || workshop.turn != turn {
        return Vec::new();
    }
    let left = workshop.left.unwrap_or(0).saturating_sub(1);
    workshop.left = Some(left);
    workshop.runs = left > 0;
    if workshop.runs { vec![Effect::Wing(wing::Effect::Second(turn))] } else { Vec::new() }
}
