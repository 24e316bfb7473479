//! What surrounds every screen: the header, the notice, the footer.

use maud::{Markup, PreEscaped, html};

use super::super::rat::RatRoute;
use super::super::route::{First, Place};
use super::super::{Exit, Model, Notice, Office, Progress, Route};
use super::names::day;
use super::parts::{icon, mark};
use super::titles::name;
use super::{
    files, kept, later, names, privacy, profile, questions, result, settings, start, tasks, terms, unrated, wing,
};
use crate::locale::fill;
use crate::money::{Places, decimal};
use crate::rulebook::Year;

/// The whole page, to fill `<div id="app">`.
#[must_use]
pub fn view(model: &Model) -> Markup {
    let words = model.words();
    html! {
        a.skip href="#isi" data-focus="isi" { (words.common.skip) }
        (header(model))
        main id="isi" tabindex="-1" data-steady[model.route.shows_outcome()] {
            (notice(model))
            (kept::asked(model))
            (wing::open_books(model))
            @if model.route.needs_score() { (wing::class_doubt(model)) }
            (terms::explained(model, from_where(model, screen(model))))
        }
        (footer(model))
    }
}

/// The title of the browser's window.
#[must_use]
pub fn title(model: &Model) -> String {
    let words = model.words();
    let error = matches!(model.notice, Some(Notice::Refused(_) | Notice::Field(..) | Notice::Rat));
    let screen = format!("{} – {}", name(model, &model.route), words.common.app);
    if error { format!("{} {screen}", words.problem.title_prefix) } else { screen }
}

/// What a screen reader is told after a change: how far the work has got, and where the score stands. Empty while
/// nothing is filled in.
#[must_use]
pub fn announcement(model: &Model) -> String {
    if let Some(own) = wing::announcement(model) {
        return own;
    }
    if !model.has_check() || model.unrated().is_some() {
        return String::new();
    }
    let words = &model.words().common;
    let progress = Progress::whole(model.assessment());
    let total = model.report().honest_total();
    let shown = |score| decimal(score, Places::Exactly(1), model.locale);
    let (low, high) = (shown(total.low), shown(total.high));
    let text = if total.is_settled() { words.said_settled } else { words.said_range };
    fill(text, &[("done", &progress.done), ("all", &progress.all), ("low", &low), ("high", &high)])
}

fn screen(model: &Model) -> Markup {
    if model.waits() {
        return later::view(model);
    }
    if let Some(why) = model.unrated().filter(|_| model.route.needs_score()) {
        return unrated::view(model, why);
    }
    match model.route.place() {
        Place::First(First::Start) => start::view(model),
        Place::First(First::Profile) => profile::view(model),
        Place::First(First::Tasks) => tasks::view(model),
        Place::First(First::Indicator(id)) => questions::view(model, id),
        Place::First(First::Result) => result::view(model),
        Place::First(First::Files) => files::view(model),
        Place::First(First::Wipe) => files::wipe(model),
        Place::First(First::Privacy) => privacy::view(model),
        Place::First(First::Settings) => settings::view(model),
        Place::Later(later) => wing::view(model, later),
    }
}

/// The way back leads to where the reader came from, wherever else the screen would lead.
fn from_where(model: &Model, screen: Markup) -> Markup {
    const BACK: &str = "<a class=\"back\" ";
    let Some(from) = model.trail.last() else { return screen };
    let parted = screen.0.split_once(BACK).and_then(|(before, own)| Some((before, own.split_once('>')?.1)));
    let Some((before, after)) = parted else { return screen };
    let link = html! { a.back href=(from.hash()) {} };
    let open = link.0.strip_suffix("</a>").unwrap_or_default();
    PreEscaped([before, open, after].concat())
}

fn header(model: &Model) -> Markup {
    let words = model.words();
    html! {
        header {
            div.top {
                a.brand href=(Route::Start.hash()) { (mark()) span { (words.common.app) } }
                nav.top-links aria-label=(words.common.menu) {
                    @if model.has_work() || model.route != Route::Start {
                        a href=(Route::Tasks.hash()) { (words.tasks.short) }
                        a href=(Route::Result.hash()) { (words.result.short) }
                        a.wide href=(Route::Improve.hash()) { (words.result.tab_improve) }
                        a.wide href=(Route::Rat(RatRoute::Ready).hash()) { (words.start.door_ready) }
                        a href=(Route::Files.hash()) { (words.files.short) }
                    }
                    a href=(Route::Map.hash()) { (words.common.map) }
                }
            }
            @if model.has_check() {
                @let progress = Progress::whole(model.assessment());
                progress.slim value=(progress.done) max=(progress.all)
                    aria-label=(tasks::left(model)) {}
            }
            (kept::line(model))
            (attribution(model))
            (kept::beside(model))
        }
    }
}

/// On paper, where the footer would end on a page of its own: whose sheet this is, of which year, printed when, and what
/// it is not.
fn attribution(model: &Model) -> Markup {
    let (words, profile) = (model.words(), &model.assessment().profile);
    let year = profile.book_year_end.as_deref().map(|end| fill(words.common.book_year, &[("day", &day(model, end))]));
    let printed = model.today.map(|today| fill(words.common.printed, &[("day", &day(model, &today.to_string()))]));
    let whose = if is_nameless(&model.route) { [None; 2] } else { [profile.name.as_deref(), year.as_deref()] };
    let parts: Vec<&str> = whose.into_iter().chain([printed.as_deref()]).flatten().collect();
    // A sheet of plain figures estimates nothing.
    let estimates = model.route != Route::KdmpList;
    html! { div.attribution { p { (parts.join(" · ")) } @if estimates { p { strong { (words.common.self_estimate_full) } } } } }
}

/// Whether a sheet tells of a room, a desk or nobody, or goes into a room without a name: then it says nothing of the
/// cooperative that happens to be open.
const fn is_nameless(route: &Route) -> bool {
    use super::super::workshop::WorkshopRoute::{Class, Code, Desk, Script, Voice};

    matches!(route, Route::Workshop(Class | Code | Desk | Script(_) | Voice))
}

fn notice(model: &Model) -> Markup {
    let words = model.words();
    let Some(notice) = &model.notice else { return html! {} };
    let (text, bad) = match notice {
        Notice::Saved(name) => (fill(words.files.saved, &[("name", name)]), false),
        Notice::Copied(copied) => {
            ((if *copied { words.files.copied } else { words.files.copy_by_hand }).to_owned(), false)
        }
        Notice::Sealed(refusal) => match wing::refused(model, *refusal) {
            Some(sentence) => (sentence, true),
            None => return html! {},
        },
        Notice::Barred(Exit::File) => (words.files.not_saved.to_owned(), true),
        Notice::Barred(Exit::Share) => (words.files.not_shared.to_owned(), true),
        Notice::Barred(Exit::Print) => (words.files.not_printed.to_owned(), true),
        Notice::Opened(_) if model.is_beside() => (words.keeping.opened.to_owned(), false),
        Notice::Opened(_) => (words.files.opened.to_owned(), false),
        Notice::Refused(sentence) => (sentence.clone(), true),
        Notice::Year(before) => {
            let now = model.year_name(Year::Current);
            (fill(words.profile.year_moved, &[("before", before), ("now", &now)]), false)
        }
        Notice::Wiped => (words.files.wiped.to_owned(), false),
        Notice::Sample => (words.start.sample_loaded.to_owned(), false),
        Notice::Undone => (words.files.undone.to_owned(), false),
        Notice::Form(aside) => (form_changed(model, *aside), false),
        Notice::Adopting => (words.keeping.adopting.to_owned(), false),
        Notice::Adopted => (words.keeping.adopted.to_owned(), false),
        Notice::Gone => (words.keeping.gone.to_owned(), false),
        Notice::Speechless => (words.common.language_missing.to_owned(), true),
        Notice::Field(..) | Notice::Rat => return html! {},
    };
    let remarks: &[String] = if let Notice::Opened(remarks) = notice { remarks } else { &[] };
    let can_undo = model.is_beside() && !bad && !matches!(notice, Notice::Undone | Notice::Adopting | Notice::Form(_));
    html! {
        section.notice.bad[bad] id="pemberitahuan" tabindex="-1" role=(if bad { "alert" } else { "status" }) {
            p { (icon(if bad { "warn" } else { "done" })) (text) }
            @if bad { p { (words.files.unchanged) } }
            @if !remarks.is_empty() { ul { @for remark in remarks { li { (remark) } } } }
            p.actions {
                @if *notice == Notice::Adopting {
                    button.button type="button" data-click="keeping adopt yes" { (words.keeping.adopt_yes) }
                }
                @if can_undo { button.quiet type="button" data-click="undo" { (words.files.undo) } }
                button.quiet type="button" data-click="dismiss" { (words.common.close) }
            }
        }
    }
}

/// Which questions are asked from now on, and what became of the others' answers.
fn form_changed(model: &Model, aside: usize) -> String {
    let words = &model.words().profile;
    let kind = model.assessment().profile.kind.map_or("", |kind| names::kind_name(model.words(), kind));
    let changed = fill(words.form_changed, &[("kind", &kind)]);
    match aside {
        0 => changed,
        count => format!("{changed} {}", fill(words.form_set_aside, &[("count", &count)])),
    }
}

fn footer(model: &Model) -> Markup {
    let words = model.words();
    if matches!(model.route, Route::Indicator(_) | Route::Answers(_)) && model.office.is_none() {
        return html! {};
    }
    html! {
        // A letter goes out without our words around it.
        footer.bottom.noprint[matches!(model.route, Route::Rat(RatRoute::Paper(_) | RatRoute::Shu | RatRoute::Book))] {
            @if let Some(office) = &model.office { (office_lines(model, office)) }
            // The result says it beside its verdict; where questions are asked there is no result.
            @if !matches!(model.route, Route::Result | Route::Indicator(_) | Route::Answers(_)) { p.estimate { strong { (words.common.self_estimate_full) } } }
            p { (words.privacy.short) " " a href=(Route::Privacy.hash()) { (words.privacy.more) } }
            nav aria-label=(words.common.more) {
                a href=(Route::Glossary.hash()) { (words.common.glossary) }
                a href=(Route::Differences.hash()) { (words.common.differences) }
                a href=(Route::Settings.hash()) { (words.settings.title) }
            }
            @if !model.build.is_empty() && !matches!(model.route, Route::Indicator(_)) { p.build { (words.common.build) " " code { (model.build) } } }
        }
    }
}

/// Who helps: text only, because anyone can write it into the page's address.
fn office_lines(model: &Model, office: &Office) -> Markup {
    let words = &model.words().embed;
    let line = |sentence, value: &str| html! { p { (fill(sentence, &[("value", &value)])) } };
    html! {
        section.office aria-label=(words.office) {
            @if let Some(name) = &office.name { p { strong { (name) } } }
            @if let Some(contact) = &office.contact { (line(words.contact, contact)) }
            @if let Some(link) = &office.link { (line(words.coaching, link)) }
        }
    }
}
