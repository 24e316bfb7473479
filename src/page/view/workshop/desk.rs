//! The companion's desk: several cooperatives side by side, each to be opened, compared, exported and taken away.

use maud::{Markup, html};

use super::super::numbers::{about, predicate_name};
use super::super::parts::{back, heading, icon};
use super::super::sealed::{field, new_passphrase, working};
use super::{collect, labels, report};
use crate::assessment::Assessment;
use crate::exact::{Fraction, Range};
use crate::exchange::levels::{STANDINGS, stands};
use crate::locale::fill;
use crate::money::{Places, decimal};
use crate::page::workshop::{Note, WorkshopRoute, at, is_in_step, open_name};
use crate::page::{Keeping, Model, Progress, Route};
use crate::rat::calendar::plan;
use crate::rat::{self, RatInput};
use crate::scoring;
use crate::sorting::sort;
use crate::standing::class_doubt;
use crate::workshop::{Entry, SEATS};

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let (words, bench) = (&model.words().desk, &model.workshop.bench);
    html! {
        (back(&Route::Workshop(WorkshopRoute::Trainer), model.words()))
        (heading(words.title))
        p.lead { (fill(words.lead, &[("most", &SEATS)])) }
        (noted(model))
        (doubts(model))
        @if bench.unread.is_some() { (unread(model)) } @else {
            (lying(model))
            div.noprint { (present(model)) (lock(model)) (unlock(model)) (backup(model)) (incoming(model)) }
        }
        @if !bench.desk.entries().is_empty() || bench.unread.is_some() { (empty(model)) }
    }
}

/// One cooperative.
pub(super) fn one(model: &Model, id: u32) -> Markup {
    let words = &model.words().desk;
    let to = Route::Workshop(WorkshopRoute::Desk);
    let Some(entry) = model.workshop.bench.desk.entry(id) else {
        return html! { (back(&to, model.words())) (heading(model.words().common.not_found)) };
    };
    let (locked, open_here) = (entry.is_locked(), at(model) == Some(id));
    html! {
        (back(&to, model.words()))
        (heading(&entry.name))
        @if entry.work().is_none() && !locked { p.hint.warn { (icon("warn")) (words.unreadable) } }
        (leaving(model, id))
        @if open_here { p.hint { (icon("info")) (words.open_here) } }
        @else if locked {
            p { (icon("lock")) (words.locked_help) }
            (field("sandi", model.words().sealed.passphrase, None, "current-password", "buka"))
            p.hint { (model.words().sealed.wait) }
            (working(model))
        }
        p.actions {
            button.button id="buka" type="button" data-click={ "workshop desk open " (id) } { (words.open) }
            button.button.second type="button" data-click={ "workshop desk export " (id) } { (words.export) }
            @if !locked && model.has_check() {
                button.button.second type="button" data-click={ "workshop desk compare " (id) } { (words.compare) }
            }
        }
        p.hint { (if locked { words.export_locked } else { words.export_help }) }
        details {
            summary { (words.remove) }
            p { (words.remove_help) }
            p.actions { button.button.danger type="button" data-click={ "workshop desk remove " (id) } { (words.remove_yes) } }
        }
    }
}

/// What just happened.
fn noted(model: &Model) -> Markup {
    let (words, workshop) = (&model.words().desk, &model.workshop);
    let said = workshop.bench.note.as_ref().map(|note| match note {
        Note::Laid(name) => ("done", fill(words.laid, &[("name", name)])),
        Note::Back(name) => ("done", fill(words.laid_back, &[("name", name)])),
        Note::Gone(name) => ("done", fill(words.gone, &[("name", name)])),
        Note::Full => ("warn", fill(words.full, &[("most", &SEATS)])),
        Note::Shut(name) => ("lock", fill(words.shut, &[("name", name)])),
        Note::AllShut(count) => ("lock", fill(words.all_shut, &[("count", count)])),
        Note::Unlocked(count, 0) => ("done", fill(words.unlocked, &[("count", count)])),
        Note::Unlocked(count, left) => ("warn", fill(words.unlocked_some, &[("count", count), ("left", left)])),
        Note::Restored(count, 0) => ("done", fill(words.restored, &[("count", count)])),
        Note::Restored(count, here) => ("done", fill(words.restored_some, &[("count", count), ("here", here)])),
        Note::NoBackup(why) => ("warn", labels::no_backup(model, *why)),
        Note::Changed(name) => ("warn", fill(words.changed, &[("name", name)])),
        Note::TooLarge => ("warn", words.too_large.to_owned()),
    });
    let files = workshop.progress.is_none() && workshop.new + workshop.refused.len() > 0;
    html! {
        @if let Some((sign, sentence)) = said { p.notice id="meja-kabar" tabindex="-1" role="status" { (icon(sign)) (sentence) } }
        @if files {
            (report::notice(model, &html! {
                @if workshop.new > 0 { p { (icon("done")) (fill(words.came, &[("count", &workshop.new)])) } }
            }))
        }
    }
}

/// Whether the desk outlives this visit.
fn doubts(model: &Model) -> Markup {
    let words = &model.words().desk;
    html! {
        @if model.keeping != Keeping::Device { p.hint.warn { (icon("warn")) (words.unkept_here) } }
        @else if model.workshop.bench.unkept { p.hint.warn role="alert" { (icon("warn")) (words.unkept) } }
    }
}

/// A desk of a later version, or a damaged one: it can be taken out, and only then emptied.
fn unread(model: &Model) -> Markup {
    let words = &model.words().desk;
    html! {
        p.hint.warn { (icon("warn")) (words.unread) }
        p.actions { button.button type="button" data-click="workshop desk rescue" { (words.rescue) } }
    }
}

/// What a cell says, a word beneath it, and its place in the order of its column.
type Told = (String, String, Option<i64>);

/// The cooperatives side by side.
fn lying(model: &Model) -> Markup {
    let (words, bench) = (&model.words().desk, &model.workshop.bench);
    let entries = bench.desk.entries();
    let aspects = model.assessment().variant.aspects.iter().map(|one| model.texts()[one].name);
    let columns = [
        words.cooperative,
        words.total,
        words.change,
        words.standing,
        words.meeting,
        words.deadline,
        words.filled,
        words.year,
    ];
    let columns: Vec<&str> = columns.into_iter().chain(aspects).collect();
    let mut rows: Vec<(&Entry, Option<Vec<Told>>)> =
        entries.iter().map(|entry| (entry, entry.work().map(|work| cells(model, entry, &work.assessment)))).collect();
    let (by, turned) = bench.sorted;
    // What says nothing comes last in either order.
    let key = |cells: &Option<Vec<Told>>| cells.as_ref().and_then(|cells| cells.get(by - 2)?.2);
    if by == 1 {
        sort(&mut rows, |(one, _), (other, _)| if turned { one.name > other.name } else { one.name < other.name });
    } else if by > 1 {
        sort(&mut rows, |(_, one), (_, other)| match (key(one), key(other)) {
            (Some(one), Some(other)) => {
                if turned {
                    one > other
                } else {
                    one < other
                }
            }
            (one, other) => one.is_some() && other.is_none(),
        });
    }
    html! {
        section {
            h2 { (fill(words.count, &[("count", &entries.len()), ("most", &SEATS)])) }
            @if entries.is_empty() { p { (words.none) } } @else {
                p.hint { (words.side_by_side) }
                div.scroll tabindex="0" role="group" aria-label=(words.table) {
                    table.desk {
                        thead { tr {
                            @for (name, place) in columns.iter().zip(1_usize..) {
                                @let order = (by == place).then_some(if turned { "descending" } else { "ascending" });
                                th scope="col" aria-sort=[order] {
                                    button.quiet type="button" data-click={ "workshop desk sort " (place) } {
                                        (name) @if by == place { span aria-hidden="true" { (if turned { " ↓" } else { " ↑" }) } }
                                    }
                                }
                            }
                        } }
                        tbody { @for (entry, cells) in &rows { (row(model, entry, cells.as_deref(), &columns)) } }
                    }
                }
            }
        }
    }
}

fn row(model: &Model, entry: &Entry, cells: Option<&[Told]>, columns: &[&str]) -> Markup {
    let words = &model.words().desk;
    html! {
        tr {
            th scope="row" {
                a href=(Route::Workshop(WorkshopRoute::Entry(entry.id)).hash()) { (entry.name) }
                @if at(model) == Some(entry.id) { " " small { "(" (words.here) ")" } }
                @if entry.is_locked() { " " small { (icon("lock")) (words.locked) } }
                @else if cells.is_none() { " " small { (icon("warn")) (words.unreadable) } }
            }
            @match cells {
                Some(cells) => {
                    @for ((said, more, _), column) in cells.iter().zip(&columns[1..]) {
                        td data-column=(column) { span { (said) @if !more.is_empty() { small { (more) } } } }
                    }
                },
                None => td colspan=(columns.len() - 1) {},
            }
        }
    }
}

fn cells(model: &Model, entry: &Entry, assessment: &Assessment) -> Vec<Told> {
    let words = &model.words().desk;
    let (report, progress) = (scoring::assess(assessment), Progress::whole(assessment));
    let nothing = || ("–".to_owned(), String::new(), None);
    let hundredths = |end: Fraction| i64::try_from(end.numerator() * 100 / end.denominator()).ok();
    let scored = assessment.unrated().is_none();
    let doubted =
        if class_doubt(assessment, &assessment.rat_with_profile()).is_some() { words.class_doubt } else { "" };
    let total = if scored {
        let (total, predicate) = (report.honest_total(), report.settled_predicate());
        let predicate = predicate.map_or(words.unsettled, |one| predicate_name(model, one));
        (about(model, total), [predicate, doubted].join(" ").trim().to_owned(), hundredths(total.low))
    } else {
        (model.words().unrated.chip.to_owned(), doubted.to_owned(), None)
    };
    let stands = model.day().and_then(|today| stands(assessment, today));
    let standing = stands.as_ref().map_or_else(nothing, |(range, _)| {
        let [best, worst] = [range.high, range.low].map(|one| one.label().say(model.locale));
        let more = if range.is_settled() { String::new() } else { format!("– {worst}") };
        (best.to_owned(), more, STANDINGS.iter().zip(0..).find(|(one, _)| **one == range.low).map(|(_, place)| place))
    });
    let meeting = stands
        .and_then(|(_, meeting)| meeting)
        .map_or_else(nothing, |one| (labels::meeting(model, Some(one)).to_owned(), String::new(), Some(one as i64)));
    let year = assessment.profile.book_year_end.as_deref().and_then(|day| day.get(..4)?.parse::<i64>().ok());
    let (done, all) = (progress.done, progress.all.max(1));
    let filled =
        (fill(words.of, &[("done", &done), ("all", &all)]), String::new(), i64::try_from(done * 1000 / all).ok());
    let aspect = |score: Range<Fraction>| {
        if scored { (about(model, score), String::new(), hundredths(score.low)) } else { nothing() }
    };
    let mut told = vec![total, change(model, entry).unwrap_or_else(nothing), standing, meeting];
    told.push(deadline(model, assessment).unwrap_or_else(nothing));
    told.push(filled);
    told.push(year.map_or_else(nothing, |year| (year.to_string(), String::new(), Some(year))));
    for one in report.honest_aspects() {
        told.push(aspect(one.score));
    }
    told
}

/// By how much the total has surely changed since the last file; where ranges overlap it may be the same.
fn change(model: &Model, entry: &Entry) -> Option<Told> {
    let ([low, high], [now, top]) = (entry.was?, entry.total()?);
    let points = |hundredths: i64| {
        let points = Fraction::new(hundredths.abs().into(), 100).unwrap_or(Fraction::ZERO);
        decimal(points, Places::AtMost(2), model.locale)
    };
    let sure = if now > high { now - high } else { (top - low).min(0) };
    let said = match sure {
        0 => "0".to_owned(),
        1.. => format!("+{}", points(sure)),
        _ => format!("−{}", points(sure)),
    };
    Some((said, String::new(), Some(sure)))
}

/// What is due next before its RAT, or that RAT.
fn deadline(model: &Model, assessment: &Assessment) -> Option<Told> {
    let (today, input) = (model.day()?, assessment.rat_with_profile());
    if assessment.profile.book_year_end.is_none() && assessment.rat == RatInput::default() {
        return None;
    }
    let plan = plan(&rat::read(&input, today).facts, today)?;
    let (day, what) =
        plan.next_due().map_or((plan.meeting, model.words().map.meeting), |row| (row.day, row.label.say(model.locale)));
    Some((model.locale.short_day(day), what.to_owned(), Some(today.days_until(day))))
}

/// The open work, and how it goes onto the desk.
fn present(model: &Model) -> Markup {
    let (words, bench) = (&model.words().desk, &model.workshop.bench);
    let at = at(model).and_then(|at| bench.desk.entry(at));
    html! {
        section {
            h2 { (words.present) }
            @if model.has_work() {
                @match at {
                    Some(entry) if entry.is_locked() => (still_open(model, entry)),
                    Some(entry) => p { (fill(words.from, &[("name", &entry.name)])) },
                    None => div.field {
                        label for="nama-meja" { (words.name) }
                        p.hint id="nama-meja-hint" { (words.name_help) }
                        input id="nama-meja" type="text" maxlength="80" autocomplete="off" aria-describedby="nama-meja-hint"
                            data-change="workshop desk name" value=(open_name(model));
                    },
                }
                @if at.is_none_or(|entry| !entry.is_locked()) { (put(model, at)) }
            } @else { p { (words.present_none) } }
        }
    }
}

/// It lies locked on the desk, and is open all the same: where its answers are, and how they go.
fn still_open(model: &Model, entry: &Entry) -> Markup {
    let (words, name) = (&model.words().desk, [("name", &entry.name as &dyn std::fmt::Display)]);
    let in_step = is_in_step(model);
    html! {
        @if model.is_beside() { p { (icon("lock")) (fill(words.from_locked, &name)) } }
        @else { p.hint.warn { (icon("warn")) (fill(words.still_open, &name)) } }
        @if in_step {
            p.actions { button.button type="button" data-click="workshop desk close" { (words.close) } }
        } @else { p.hint.warn { (icon("warn")) (words.lock_again) } }
    }
}

fn put(model: &Model, at: Option<&Entry>) -> Markup {
    let words = &model.words().desk;
    let mut newest = model.workshop.bench.desk.entries().iter().rev();
    let own = model.assessment().profile.name.as_deref();
    let namesake = newest.find(|one| at.is_none() && !one.is_locked() && Some(one.name.as_str()) == own);
    html! {
        p.actions {
            @if let Some(one) = namesake {
                button.button type="button" data-click={ "workshop desk over " (one.id) } { (fill(words.over, &[("name", &one.name)])) }
            }
            button.button.second[namesake.is_some()] type="button" data-click="workshop desk put" { (if at.is_some() { words.put_back } else { words.put }) }
        }
    }
}

/// Under a passphrase: the open work, or the whole desk.
fn lock(model: &Model) -> Markup {
    let (words, sealed) = (&model.words().desk, &model.words().sealed);
    let entries = model.workshop.bench.desk.entries();
    let at = at(model).and_then(|at| model.workshop.bench.desk.entry(at));
    let (own, any) = (model.has_work(), !entries.is_empty());
    let must = own && at.is_some_and(Entry::is_locked) && !is_in_step(model);
    let opens = entries.iter().any(|one| !one.is_locked());
    html! {
        @if own || any {
            details open[must] {
                summary { (words.lock) }
                p.hint.warn { (icon("warn")) (sealed.lost) " " (words.lock_name) }
                (new_passphrase(model, if own { "kunci-tutup" } else if opens { "kunci-semua" } else { "kunci-cadangan" }))
                p.hint { (sealed.wait) }
                (working(model))
                p.actions {
                    @if own {
                        button.button id="kunci-tutup" type="button" data-click="workshop desk lock-away" { (words.lock_away) }
                        button.button.second type="button" data-click="workshop desk lock" { (words.lock_only) }
                    }
                    @if opens {
                        button.button.second[own] id="kunci-semua" type="button" data-click="workshop desk lock-all" { (words.lock_all) }
                    }
                    @if any {
                        button.button.second[own || opens] id="kunci-cadangan" type="button" data-click="workshop desk locked-backup" { (words.locked_backup) }
                    }
                }
                p.hint { (words.lock_help) }
            }
        }
    }
}

/// All that have one passphrase, in one go.
fn unlock(model: &Model) -> Markup {
    let (words, sealed) = (&model.words().desk, &model.words().sealed);
    let locked = model.workshop.bench.desk.entries().iter().filter(|one| one.is_locked()).count();
    html! {
        @if locked > 0 {
            details {
                summary { (words.unlock_all) }
                p { (words.unlock_help) }
                (field("sandi-semua", sealed.passphrase, None, "current-password", "buka-semua"))
                p.hint { (sealed.wait) }
                p.actions {
                    button.button.second id="buka-semua" type="button" data-click="workshop desk unlock-all" {
                        (fill(words.unlock, &[("count", &locked)]))
                    }
                }
            }
        }
    }
}

/// The whole desk in one file.
fn backup(model: &Model) -> Markup {
    let words = &model.words().desk;
    html! {
        @if !model.workshop.bench.desk.entries().is_empty() {
            section {
                h2 { (words.backup) }
                p { (words.backup_help) }
                p.actions { button.button.second type="button" data-click="workshop desk backup" { (words.backup_save) } }
            }
        }
    }
}

/// What is open now and would be lost from sight when another one is opened.
fn leaving(model: &Model, id: u32) -> Markup {
    let (words, bench) = (&model.words().desk, &model.workshop.bench);
    let at = at(model).and_then(|at| bench.desk.entry(at));
    html! {
        @match at {
            Some(entry) if entry.id == id => {},
            Some(entry) if !entry.is_locked() || is_in_step(model) => p.hint { (icon("info")) (fill(words.goes_back, &[("name", &entry.name)])) },
            _ if model.has_work() && !model.sample => p.hint.warn {
                (icon("warn")) (words.not_here) " " a href=(Route::Workshop(WorkshopRoute::Desk).hash()) { (words.put_first) }
            },
            _ => {},
        }
    }
}

fn incoming(model: &Model) -> Markup {
    let words = &model.words().desk;
    collect::files(model, words.files, words.files_hint)
}

fn empty(model: &Model) -> Markup {
    let words = &model.words().desk;
    html! {
        details.noprint {
            summary { (words.empty) }
            p { (words.empty_help) }
            p.actions { button.button.danger type="button" data-click="workshop desk empty" { (words.empty) } }
        }
    }
}
