//! Onto another screen, and onto other work.

use super::file::{read, weight};
use super::model::{has_check, says_anything};
use super::rat::RatRoute;
use super::wing::{forget_screens, has_rat};
use super::work::{keep, refuse};
use super::{Effect, FileFault, Model, Notice, Route, pages, wing};
use crate::exchange::Problem;
use crate::exchange::save::Opened;
use crate::locale::fill;

/// A screen begins at its heading, without the notice of the one before.
pub(super) fn went(model: &mut Model, route: Route) -> Vec<Effect> {
    if model.route == route {
        return Vec::new();
    }
    follow(model, route);
    // Not at once: a question that is answered again stays where it is while its answer is being chosen.
    wing::settle(model);
    model.notice = None;
    let field = wing::arrive_at_books(model);
    if model.route != Route::Sealed {
        model.locked = None;
    }
    let mut effects = vec![Effect::Focus(field.or_else(|| asked(model)).unwrap_or_else(|| "judul".to_owned()))];
    wing::help(model, &mut effects);
    effects.extend(rest(model));
    // With a first result there is something that would be missed.
    if model.route == Route::Result && model.has_check() && model.keeping.tries() {
        effects.push(Effect::Persist);
    }
    if wing::carries(model) {
        effects.extend(keep(model));
    }
    wing::arrive(model, &mut effects);
    effects
}

/// The heading of the indicator that was meant, where it is not the first on its screen.
fn asked(model: &Model) -> Option<String> {
    let Route::Indicator(id) = &model.route else { return None };
    let first = pages::beside(model.assessment().variant, id).first()?;
    (first.id != id).then(|| format!("butir-{id}"))
}

/// How many screens the way back remembers.
const LONG: usize = 50;

/// Onto a screen, or back to the one before; at the start there is no way back.
fn follow(model: &mut Model, route: Route) {
    let left = std::mem::replace(&mut model.route, route);
    if model.route == Route::Start {
        model.trail.clear();
    } else if model.trail.last() == Some(&model.route) {
        model.trail.pop();
    } else {
        model.trail.push(left);
        let old = model.trail.len().saturating_sub(LONG);
        model.trail.drain(..old);
    }
}

/// The first part of the page asks for the second where a screen needs it.
pub(super) fn rest(model: &mut Model) -> Vec<Effect> {
    model.stranded = None;
    // The start page and the profile do without it where data are saved.
    let spared = model.saves_data && model.route != Route::Result;
    let wanted = model.waits() || !wing::IS_HERE && model.is_shared() && !spared;
    if wanted { vec![Effect::Rest] } else { Vec::new() }
}

pub(super) fn open(model: &mut Model, file: Result<String, FileFault>, from: From) -> Vec<Effect> {
    match read(model, file) {
        Err(sentence) => refuse(model, sentence),
        Ok(opened) => {
            let remarks = remarks(model, &opened.notices);
            model.weight = weight(&opened);
            // A companion goes on filling in.
            let route = if from == From::File { landing(&opened) } else { Route::Tasks };
            replace(model, opened, from, Notice::Opened(remarks), route)
        }
    }
}

/// Where work is opened for: its result, or how it stands with its RAT, or what is to be filled in.
fn landing(work: &Opened) -> Route {
    match (has_check(&work.assessment), has_rat(work)) {
        (true, _) => Route::Result,
        (false, true) => Route::Rat(RatRoute::Standing),
        (false, false) => Route::Tasks,
    }
}

/// What is told of a file's remarks, each in a line: a stranger's file may give a hundred thousand.
const TOLD: usize = 20;

fn remarks(model: &Model, notices: &[Problem]) -> Vec<String> {
    let words = model.words();
    let mut told: Vec<String> = notices.iter().take(TOLD).map(|notice| words.problem(notice)).collect();
    if notices.len() > TOLD {
        told.push(fill(words.problem.notice.more, &[("count", &(notices.len() - TOLD))]));
    }
    told
}

/// Where work comes from that is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// A file: where there is no work yet, it becomes that.
    File,
    /// A companion's desk.
    Desk,
    /// The samples.
    Sample,
}

/// Opens other work beside one's own, which rests meanwhile.
pub(super) fn replace(model: &mut Model, work: Opened, from: From, notice: Notice, route: Route) -> Vec<Effect> {
    let before = (std::mem::replace(&mut model.work, work), model.sample);
    let nothing = !model.is_beside() && from == From::File && !says_anything(&before.0);
    // Of samples that follow each other none is missed.
    if !nothing && !before.1 {
        model.undo.push(before);
    }
    if model.undo.len() > DEEP {
        model.undo.remove(1);
    }
    forget_screens(model);
    model.sample = from == From::Sample;
    let mut effects = went(model, route.clone());
    model.notice = Some(notice);
    effects.push(Effect::Go(route));
    effects.extend(keep(model));
    effects
}

/// So many are opened one upon the other before the second is forgotten; one's own is the first.
const DEEP: usize = 6;
