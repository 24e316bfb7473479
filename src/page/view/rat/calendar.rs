//! The way to the next RAT: the limits side by side, the chosen day and what it breaks, every deadline.

use maud::{Markup, html};

use super::days::{date, left, weekday};
use super::fields::{choice, day, number, yes_no};
use super::parts::{basis, button, cited, frame, ground, sentence, tag};
use super::{check, timeline};
use crate::calendar::Certainty;
use crate::locale::fill;
use crate::page::Route;
use crate::page::rat::{Board, RatRoute};
use crate::page::view::parts::icon;
use crate::rat::book::{param, rule, words as names};
use crate::rat::calendar::{Breach, Calendar, Kind, Row, is_lawful, plan};
use crate::rat::quorum::groups_allowed;
use crate::rat::{Answer, due};

/// The screen.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let words = board.model.words();
    let body = html! {
        @if let Some(plan) = plan(&board.facts, board.today) {
            p.lead { (fill(words.calendar.book_year, &[("year", &plan.book_year)])) }
            (limits(board, &plan))
            (chosen(board, &plan))
            (timeline::picture(board, &plan))
            (deadlines(board, &plan))
            (about(board, &plan))
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
    let help = if plan.chosen.is_none() {
        fill(words.chosen_help, &[("day", &date(board, plan.meeting))])
    } else {
        String::new()
    };
    let title = if plan.chosen.is_some() { words.broken } else { words.suggested_broken };
    html! {
        (day(board, "chosen", words.question_chosen, &help))
        @if is_lawful(&plan.breaches) {
            @if plan.chosen.is_some() { p.good { (icon("done")) (weekday(board, plan.meeting)) ". " (words.lawful) } }
        } @else {
            section.verdict role="status" {
                p { strong { (icon("warn")) (title) } }
                (breaches(board, &plan.breaches, Kind::Broken))
                @if let Some(nearest) = plan.nearest.filter(|nearest| nearest.day == plan.meeting) {
                    @if nearest.late { p { (words.nearest_here) } }
                } @else if let Some(nearest) = plan.nearest {
                    p { (fill(if nearest.late { words.nearest_late } else { words.nearest }, &[("day", &weekday(board, nearest.day))])) }
                    p { button.quiet type="button" data-click={ "rat put chosen " (nearest.day) } {
                        (fill(words.take, &[("day", &date(board, nearest.day))])) } }
                }
            }
        }
        @if plan.breaches.iter().any(|breach| breach.kind == Kind::Mind) {
            section { h2 { (words.mind) } (breaches(board, &plan.breaches, Kind::Mind)) }
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

fn deadlines(board: &Board<'_>, plan: &Calendar) -> Markup {
    let words = &board.model.words().calendar;
    html! {
        section {
            h2 { (words.deadlines) }
            p.actions { button.button type="button" data-click="rat calendar" { (words.file) } }
            p.hint { (words.file_help) }
            ol.deadlines { @for row in &plan.rows { (deadline(board, row)) } }
            p.hint { (plan.coverage.text.say(board.model.locale)) }
        }
    }
}

fn deadline(board: &Board<'_>, row: &Row) -> Markup {
    let (words, locale) = (&board.model.words().calendar, board.model.locale);
    html! {
        li.past[row.days_left < 0] {
            p.when { strong { (date(board, row.day)) } " " span { (left(board, row.days_left)) } }
            p { (row.label.say(locale)) " " (basis(board, row.basis)) @if let Some(rule) = row.rules.first() { " " (cited(*rule)) }
                @match row.done {
                    Answer::Yes => { " " (tag("good", "done", words.done)) }
                    Answer::No => { " " (tag("warn", "warn", words.lacking)) }
                    Answer::Unknown => {}
                }
            }
            @if let Some(who) = row.who { p.hint { (who.say(locale)) } }
            @match row.certainty {
                Certainty::Sure => {}
                Certainty::Estimated => { p.hint.warn { (icon("warn")) (words.estimated) } }
                Certainty::BeyondCoverage => { p.hint.warn { (icon("warn")) (words.beyond) } }
            }
            (ground(board, &row.rules))
        }
    }
}

/// What decides on the deadlines: form, members, the open year, the agenda.
fn about(board: &Board<'_>, plan: &Calendar) -> Markup {
    let (words, locale) = (&board.model.words().calendar, board.model.locale);
    let forms = [
        ("inPerson", names::FORM_IN_PERSON.say(locale)),
        ("online", names::FORM_ONLINE.say(locale)),
        ("hybrid", names::FORM_HYBRID.say(locale)),
        ("written", names::FORM_WRITTEN.say(locale)),
        ("groups", names::FORM_GROUPS.say(locale)),
    ];
    // A year that has not fallen due is not asked in the quick check; here its RAT can be told.
    let open = due::book_year(&board.facts, plan.book_year, board.today)
        .filter(|year| !year.due && year.limits.closes < board.today);
    html! {
        section.about {
            h2 { (words.more) }
            (number(board, "members", words.question_members, ""))
            (choice(board, "form", words.question_form, &forms))
            (groups(board))
            @if let Some(year) = open { (check::year(board, year.year)) }
            (day(board, "invited", words.question_invited, board.model.words().rat.date_help))
            (yes_no(board, "plans.election", words.question_election))
            (yes_no(board, "plans.amendment", words.question_amendment))
            @if board.value("plans.amendment") == "yes" { (day(board, "plans.deed", words.question_deed, "")) }
            (yes_no(board, "plans.postponed", words.question_postponed))
            p.actions { (button(RatRoute::Articles, words.own, true)) (button(RatRoute::Quorum, board.model.words().quorum.title, true)) }
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
                h3 { (words.groups) }
                @if planned && allowed.no() { p { (tag("bad", "no", words.broken)) } }
                ul { @for id in [rule::KEL_01, rule::KEL_02] { li { (sentence(board, id)) } } }
                (yes_no(board, "plans.groups", words.question_groups))
            }
        }
    }
}
