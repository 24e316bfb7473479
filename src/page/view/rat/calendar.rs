//! The way to the next RAT: the limits side by side, the chosen day and what it breaks, every deadline.

use maud::{Markup, html};

use super::days::{date, left, weekday};
use super::fields::day;
use super::parts::{basis, button, cited, frame, ground, print, printed, sentence, tag};
use super::timeline;
use crate::calendar::Certainty;
use crate::exact::Fraction;
use crate::locale::fill;
use crate::money::{Places, decimal};
use crate::page::Route;
use crate::page::rat::{Board, RatRoute};
use crate::page::view::parts::icon;
use crate::rat::book::{param, rule};
use crate::rat::calendar::{Breach, Calendar, Kind, Nearest, Row, is_lawful, plan};
use crate::rat::quorum::groups_allowed;
use crate::rat::{Answer, Level};

/// The screen: the limits, the day, what it is counted for, then every deadline.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let words = board.model.words();
    let body = html! {
        @if let Some(plan) = plan(&board.facts, board.today) {
            p.lead { (fill(words.calendar.book_year, &[("year", &plan.book_year)])) }
            (limits(board, &plan))
            (chosen(board, &plan))
            (counted_for(board))
            (groups(board))
            (timeline::picture(board, &plan))
            (deadlines(board, &plan))
            p.actions { (print(board)) (button(RatRoute::Ready, words.rat.title, true)) }
        }
    };
    frame(board, &RatRoute::Calendar, &Route::Rat(RatRoute::Ready), &body)
}

fn limits(board: &Board<'_>, plan: &Calendar) -> Markup {
    let words = &board.model.words().calendar;
    let articles = plan.limits.articles.map(|day| (words.articles, day, board.today.days_until(day)));
    let limits = [
        (words.legal, plan.limits.legal, plan.legal_days_left),
        (words.advised, plan.limits.advised, plan.advised_days_left),
    ];
    html! {
        div.two.limits {
            @for (name, day, days) in limits.into_iter().chain(articles) {
                div.card {
                    h2 { (name) }
                    p.figure { (date(board, day)) }
                    p { @if days < 0 { (tag("bad", "warn", &left(board, days))) } @else { (tag("info", "part", &left(board, days))) } }
                }
            }
        }
    }
}

fn chosen(board: &Board<'_>, plan: &Calendar) -> Markup {
    let words = &board.model.words().calendar;
    let lawful = is_lawful(&plan.breaches);
    html! {
        (day(board, "chosen", words.question_chosen, ""))
        @if board.has_come() { (come(board)) }
        @else if plan.chosen.is_none() { (suggestion(board, plan)) }
        @else if lawful { p.good { (icon("done")) (weekday(board, plan.meeting)) ". " (words.lawful) } }
        @else {
            section.verdict role="status" {
                p { strong { (icon("warn")) (words.broken) } }
                (breaches(board, &plan.breaches, Kind::Broken))
                @if let Some(nearest) = plan.nearest { (offer(board, plan, nearest)) }
            }
        }
        @if plan.chosen.is_some() && plan.breaches.iter().any(|breach| breach.kind == Kind::Mind) {
            section { h2 { (words.mind) } (breaches(board, &plan.breaches, Kind::Mind)) }
        }
    }
}

/// The chosen day has come: was the RAT held?
fn come(board: &Board<'_>) -> Markup {
    let words = &board.model.words().calendar;
    html! {
        section.open {
            p { strong { (words.come) } }
            p.actions {
                @if board.facts.chosen.is_some() { (button(RatRoute::Quorum, board.model.words().quorum.title, false)) }
                button.button.second[board.facts.chosen.is_some()] type="button" data-click="rat held" { (words.come_held) }
                button.button.second type="button" data-click="rat put chosen " { (words.come_not) }
            }
        }
    }
}

/// Without a day of one's own: the day this tool counts from, and one press to take it.
fn suggestion(board: &Board<'_>, plan: &Calendar) -> Markup {
    let words = &board.model.words().calendar;
    let late = !is_lawful(&plan.breaches);
    html! {
        section.open {
            p {
                @if late { (words.suggested_late) } @else { (words.suggested) } " "
                strong { (weekday(board, plan.meeting)) } "."
            }
            p.actions { button.button type="button" data-click={ "rat put chosen " (plan.meeting) } {
                (fill(words.take, &[("day", &date(board, plan.meeting))])) } }
        }
    }
}

/// The nearest day that breaks nothing, or that none is nearer.
fn offer(board: &Board<'_>, plan: &Calendar, nearest: Nearest) -> Markup {
    let words = &board.model.words().calendar;
    let told = if nearest.late { words.nearest_late } else { words.nearest };
    html! {
        @if nearest.day == plan.meeting {
            @if nearest.late { p { (words.nearest_here) } }
        } @else {
            p { (fill(told, &[("day", &weekday(board, nearest.day))])) }
            p { button.quiet type="button" data-click={ "rat put chosen " (nearest.day) } {
                (fill(words.take, &[("day", &date(board, nearest.day))])) } }
        }
    }
}

fn breaches(board: &Board<'_>, breaches: &[Breach], kind: Kind) -> Markup {
    html! {
        ul { @for breach in breaches.iter().filter(|breach| breach.kind == kind) {
            li { (breach.text.say(board.model.locale)) " " (basis(board, breach.basis)) " " (cited(breach.rule)) }
        } }
    }
}

/// What the deadlines are counted for, in a line, with the way to change it.
fn counted_for(board: &Board<'_>) -> Markup {
    let words = board.model.words();
    let (facts, locale) = (&board.facts, board.model.locale);
    // A cooperative has fewer members than fit an i64.
    let number =
        |count: u64| decimal(Fraction::whole(i64::try_from(count).unwrap_or(i64::MAX)), Places::Exactly(0), locale);
    let members = facts.members.map(|count| fill(words.calendar.members, &[("count", &number(count))]));
    let level = match facts.level {
        Some(Level::Primary) => Some(words.calendar.primary),
        Some(Level::Secondary) => Some(words.calendar.secondary),
        None => None,
    };
    let kdmp = facts.kdmp.yes().then_some(words.calendar.kdmp);
    let form = super::meeting::form(facts.form, locale);
    let parts: Vec<&str> = level.into_iter().chain(kdmp).chain(members.as_deref()).chain([form]).collect();
    html! {
        section.counted {
            h2 { (words.calendar.counted_for) }
            p { (parts.join(" · ")) }
            p.links.noprint {
                a href=(Route::Rat(RatRoute::Meeting).hash()) { (words.calendar.more) }
                a href=(Route::Rat(RatRoute::Articles).hash()) { (words.calendar.own) }
            }
        }
    }
}

/// The rules of group meetings, for those large enough to hold them or about to.
fn groups(board: &Board<'_>) -> Markup {
    let words = &board.model.words().calendar;
    let large = board.facts.members.is_some_and(|members| members > param::KEL_01_MEMBERS_GT.unsigned_abs().into());
    let planned = board.facts.has_groups().yes();
    let allowed =
        board.facts.members.map_or(Answer::Unknown, |members| groups_allowed(members, board.facts.articles.groups));
    html! {
        @if large || planned {
            section.card {
                h2 { (words.groups) }
                @if planned && allowed.no() { p { (tag("bad", "no", words.broken)) } }
                ul { @for id in [rule::KEL_01, rule::KEL_02] { li { (sentence(board, id)) } } }
            }
        }
    }
}

/// What is ahead; what has passed is folded away.
fn deadlines(board: &Board<'_>, plan: &Calendar) -> Markup {
    let words = &board.model.words().calendar;
    let (past, ahead): (Vec<&Row>, Vec<&Row>) = plan.rows.iter().partition(|row| row.days_left < 0);
    html! {
        section {
            h2 { (words.deadlines) }
            @if plan.chosen.is_none() { p.hint { (fill(words.proposed, &[("day", &date(board, plan.meeting))])) } }
            ol.deadlines { @for row in ahead { (deadline(board, row)) } }
            @if !past.is_empty() {
                details.fold {
                    summary { (fill(words.past, &[("count", &past.len())])) }
                    ol.deadlines { @for row in past { (deadline(board, row)) } }
                }
            }
            p.actions { button.button type="button" data-click="rat calendar" { (words.file) } }
            p.hint { (words.file_help) " " (plan.coverage.text.say(board.model.locale)) }
        }
    }
}

fn deadline(board: &Board<'_>, row: &Row) -> Markup {
    let (words, locale) = (&board.model.words().calendar, board.model.locale);
    html! {
        li.past[row.days_left < 0] {
            p.when { strong { (date(board, row.day)) } " " span { (left(board, row.days_left)) } }
            p { (row.label.say(locale)) @for rule in &row.rules { " " (printed(*rule)) } }
            div.what {
                (basis(board, row.basis))
                @if let Some(who) = row.who { " " span { (who.say(locale)) } }
                @match row.done {
                    Answer::Yes => { " " (tag("good", "done", words.done)) }
                    Answer::No => { " " (tag("warn", "warn", words.lacking)) }
                    Answer::Unknown => {}
                }
                (ground(board, &row.rules))
            }
            @match row.certainty {
                Certainty::Sure => {}
                Certainty::Estimated => { p.hint.warn { (icon("warn")) (words.estimated) } }
                Certainty::BeyondCoverage => { p.hint.warn { (icon("warn")) (words.beyond) } }
            }
        }
    }
}
