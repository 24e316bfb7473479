//! What is kept, and what is not: the line on each screen, work that lies beside one's own, what lies aside, and fields that
//! two pages changed.

use maud::{Markup, html};

use super::super::workshop::WorkshopRoute;
use super::super::{Aside, Keeping, Model, Route};
use super::parts::icon;
use super::wing::{gathers, goes_back, named};
use crate::assessment::Answer;
use crate::exchange::json::{self, Value};
use crate::exchange::save;
use crate::keeping::{Asked, Slot, differences};
use crate::locale::fill;
use crate::money::Rupiah;
use crate::page::wing::IS_HERE;
use crate::rulebook::Year;

/// The element of the line, which changes more often than the screen.
pub const LINE: &str = "simpanan";

/// Whether the entries are on the disk.
pub(super) fn line(model: &Model) -> Markup {
    let refused = matches!(model.keeping, Keeping::Refused | Keeping::Watched) || model.keeper.of(Slot::Work).barred;
    html! {
        @let unasked = model.keeping == Keeping::Unasked;
        @if !model.is_beside() && (model.has_work() || refused || unasked && gathers(model)) {
            p.keeping.refused[refused || unasked] id=(LINE) { (state(model)) }
        }
    }
}

/// What the line says now.
#[must_use]
pub fn state(model: &Model) -> Markup {
    let words = model.words();
    let barred = model.keeper.of(Slot::Work).barred;
    let (sign, text) = match model.keeping {
        Keeping::Refused => ("warn", words.common.not_kept),
        Keeping::Unasked => ("warn", words.keeping.unasked),
        Keeping::Shared => ("lock", words.common.shared),
        Keeping::Watched => ("warn", words.common.watched),
        Keeping::Device if barred => ("warn", words.common.not_kept),
        Keeping::Device if model.pending.typing => ("part", words.keeping.typing),
        Keeping::Device if model.pending.underway => ("part", words.keeping.underway),
        Keeping::Device => ("lock", words.common.kept),
    };
    let waiting: usize =
        Year::BOTH.into_iter().map(|year| model.assessment().statements.year(year).waiting.iter().count()).sum();
    let device = model.keeping == Keeping::Device && !barred;
    let awaited = model.pending.typing || model.pending.underway;
    html! {
        @if device && (awaited || waiting > 0) {
            // It takes the room of what it says otherwise, so that nothing moves when that is said.
            @let text = if awaited { text.to_owned() } else { fill(words.keeping.waits, &[("count", &waiting)]) };
            span.underway data-next=(words.common.kept) { span { (icon(sign)) (text) } }
        } @else { (icon(sign)) (text) }
        @if model.keeping == Keeping::Unasked {
            " " button.link type="button" data-click="keeping agree" { (words.keeping.agree) }
        }
        @if model.keeping != Keeping::Device || barred { " " a href=(Route::Files.hash()) { (words.files.save) } }
        @if !model.aside.is_empty() {
            " " a href=(Route::Files.hash()) { (fill(words.keeping.aside_count, &[("count", &model.aside.len())])) }
        }
        // Where nothing is kept a download may be dropped as well, as on a file opened from a chat.
        @if model.keeping == Keeping::Refused {
            " " a href=(Route::Files.hash()) { (words.files.copy) }
            " " a href=(Route::Workshop(WorkshopRoute::Code).hash()) { (words.files.qr_short) }
        }
    }
}

/// What is open is not one's own work: whose it is, and the ways on.
pub(super) fn beside(model: &Model) -> Markup {
    let words = model.words();
    let text = match () {
        () if model.sample => words.start.sample_mark,
        () if goes_back(model) => words.keeping.beside_desk,
        () => words.keeping.beside,
    };
    html! {
        @if model.is_beside() || model.sample {
            p.sample-mark {
                (icon("info")) span { (text) } " "
                @if model.is_beside() {
                    button.link type="button" data-click="keeping home" { (words.start.sample_leave) } " "
                    button.link type="button" data-click="keeping adopt" { (words.keeping.adopt) }
                }
            }
        }
    }
}

/// Fields that two pages changed, each in its own way: which is right?
pub(super) fn asked(model: &Model) -> Markup {
    let words = &model.words().keeping;
    html! {
        @if !model.asked.is_empty() && !model.is_beside() {
            section.notice.bad id="dua-halaman" tabindex="-1" role="alert" {
                h2 { (words.asked) }
                p { (words.asked_help) }
                @for (place, asked) in model.asked.iter().enumerate() {
                    p { strong { (field(model, &asked.path)) } }
                    p.actions {
                        button.quiet type="button" data-click={ "keeping mine " (place) } {
                            (fill(words.asked_mine, &[("value", &value(model, asked, asked.mine.as_ref()))]))
                        }
                        button.quiet type="button" data-click={ "keeping theirs " (place) } {
                            (fill(words.asked_theirs, &[("value", &value(model, asked, asked.theirs.as_ref()))]))
                        }
                    }
                }
            }
        }
    }
}

/// What a field is called: a question or an account by its text, anything else by its key.
fn field(model: &Model, path: &[String]) -> String {
    name(model, path).unwrap_or_else(|| path.join(" / "))
}

fn name(model: &Model, path: &[String]) -> Option<String> {
    let (variant, words) = (model.assessment().variant, model.words());
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    match *path {
        ["answers", id] => model.texts().item(variant, id).map(|text| text.question.to_owned()),
        ["statements", year, account] => {
            let place = variant.account_index(account);
            let name = place.and_then(|place| model.texts().accounts.get(place));
            name.map(|name| {
                format!(
                    "{}, {}",
                    name.name,
                    if year == Year::Prior.code() { words.years.last_year } else { words.years.this_year }
                )
            })
        }
        ["kdmp", _, id] => named(model, id),
        ["profile", "name"] => Some(words.profile.question_name.to_owned()),
        ["profile", "kind"] => Some(words.profile.question_kind.to_owned()),
        ["profile", "level"] => Some(words.profile.question_level.to_owned()),
        ["profile", "members"] => Some(words.profile.question_members.to_owned()),
        ["profile", "book_year_end"] => Some(words.profile.question_book_year_end.to_owned()),
        _ => None,
    }
}

fn value(model: &Model, asked: &Asked, value: Option<&Value>) -> String {
    let words = model.words();
    match value {
        None => words.keeping.empty.to_owned(),
        Some(Value::String(text)) => match Answer::parse(text) {
            Some(answer) if asked.path.first().is_some_and(|key| key == "answers") => words.answer(answer).to_owned(),
            _ => text.clone(),
        },
        Some(Value::Number(number)) if asked.path.first().is_some_and(|key| key == "statements") => {
            let amount = number.whole().ok().and_then(Rupiah::new);
            amount.map_or_else(|| Value::Number(number.clone()).to_string(), |amount| amount.figures(model.locale))
        }
        Some(other) => other.to_string(),
    }
}

/// What lies aside on the device, until its owner lets it go.
pub(super) fn aside(model: &Model) -> Markup {
    let words = &model.words().keeping;
    html! {
        @if !model.aside.is_empty() {
            section.files id="sisih" {
                h2 { (words.aside) }
                p { (words.aside_help) }
                @for (place, one) in model.aside.iter().enumerate() { (lying(model, place, one)) }
            }
        }
    }
}

fn lying(model: &Model, place: usize, aside: &Aside) -> Markup {
    let words = &model.words().keeping;
    html! {
        @match &aside.name {
            Ok(Some(name)) => p { strong { (name) } },
            Ok(None) => p { strong { (words.aside_nameless) } },
            Err(_) if aside.slot != Slot::Work => p.hint.warn { (icon("warn")) (words.aside_class) },
            Err(problem) => p.hint.warn { (icon("warn")) (words.aside_unread) " " (model.words().problem(problem)) },
        }
        // The first part is here for a moment only.
        @if IS_HERE && aside.name.is_ok() { (apart(model, aside)) }
        p.actions {
            @if aside.name.is_ok() {
                button.button.second type="button" data-click={ "keeping restore " (place) } { (words.restore) }
            }
            button.button.second type="button" data-click={ "keeping rescue " (place) } { (words.rescue) }
        }
        details {
            summary { (words.discard) }
            p { (words.discard_help) }
            p.actions { button.button.danger type="button" data-click={ "keeping discard " (place) } { (words.discard_yes) } }
        }
    }
}

/// How many fields are told of two works that differ.
const TOLD: usize = 5;

/// What something put aside says otherwise than the work does.
fn apart(model: &Model, aside: &Aside) -> Markup {
    let words = &model.words().keeping;
    let [now, then] = [&save::write_tight(model.assessment(), &model.work.kept), &aside.text]
        .map(|text| json::parse(text).unwrap_or_default());
    let mut found = differences(&now, &then);
    found.retain(|one| one.path != ["checksum"]);
    let told = |asked: &Asked| {
        let [now, then] = [&asked.mine, &asked.theirs].map(|side| value(model, asked, side.as_ref()));
        Some(fill(words.aside_field, &[("field", &name(model, &asked.path)?), ("then", &then), ("now", &now)]))
    };
    let lines: Vec<String> = found.iter().filter_map(told).take(TOLD).collect();
    html! {
        @if found.is_empty() { p { (words.aside_same) } }
        @else {
            p { (words.aside_apart) }
            ul {
                @for line in &lines { li { (line) } }
                @if found.len() > lines.len() { li { (fill(words.aside_more, &[("count", &(found.len() - lines.len()))])) } }
            }
        }
    }
}
