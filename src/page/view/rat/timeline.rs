//! The way to the RAT as a picture: time runs downwards, today is on it. It holds on a phone, on paper and in grey; what
//! it shows is also told in words.

use maud::{Markup, html};

use super::days::{date, left};
use crate::calendar::Day;
use crate::locale::fill;
use crate::page::rat::Board;
use crate::rat::book::rule;
use crate::rat::calendar::{Calendar, Case, invite_limits};
use crate::rat::{due, holidays};

/// Room between two labels, and above the first.
const STEP: i64 = 28;
/// Least room between two signs on the line: close days are drawn a little apart, in their order.
const APART: i64 = 20;
/// How long the line is for each mark on it.
const LENGTH: i64 = 32;
/// Where the line stands, and where the labels begin; the drawing is 360 wide, about the width of a phone.
const LINE: i64 = 14;
const LABELS: i64 = 44;

/// What a mark looks like: shapes differ, so that grey is enough.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Today,
    Meeting,
    Limit,
    Advice,
    Step,
}

struct Mark {
    day: Day,
    label: &'static str,
    shape: Shape,
    /// Where it stands on the line, and where its label has room.
    at: (i64, i64),
}

/// The picture.
pub(super) fn picture(board: &Board<'_>, plan: &Calendar) -> Markup {
    let words = &board.model.words().calendar;
    let marks = marks(board, plan);
    let said: Vec<String> = marks.iter().map(|mark| told(board, mark)).collect();
    let height = marks.last().map_or(0, |mark| mark.at.1) + STEP;
    let today = marks.iter().find(|mark| mark.shape == Shape::Today).map_or(0, |mark| mark.at.0);
    let ends = (marks.first().map_or(0, |mark| mark.at.0), marks.last().map_or(0, |mark| mark.at.0));
    html! {
        svg.timeline viewBox={ "0 0 360 " (height) } role="img" aria-labelledby="garis-judul garis-teks" focusable="false" {
            title id="garis-judul" { (fill(words.picture, &[("year", &plan.book_year)])) }
            desc id="garis-teks" { (said.join("; ")) "." }
            line x1=(LINE) x2=(LINE) y1=(ends.0) y2=(today) stroke="currentColor" stroke-width="5" {}
            line x1=(LINE) x2=(LINE) y1=(today) y2=(ends.1) stroke="currentColor" stroke-width="2" stroke-dasharray="5 4" {}
            @for mark in &marks { (drawn(board, mark)) }
        }
    }
}

fn told(board: &Board<'_>, mark: &Mark) -> String {
    format!("{} {} ({})", mark.label, date(board, mark.day), left(board, board.today.days_until(mark.day)))
}

/// What stands on the line, in order, each with its place.
fn marks(board: &Board<'_>, plan: &Calendar) -> Vec<Mark> {
    let words = &board.model.words().calendar;
    let case = Case { facts: &board.facts, limits: plan.limits, today: board.today, holidays: &holidays::INDONESIA };
    let invite = invite_limits(&case, plan.meeting).into_iter().min_by_key(|limit| limit.day);
    let invited = |by| if by == rule::UND_03 { words.mark_received } else { words.mark_invite };
    let mark = |day, label, shape| Mark { day, label, shape, at: (0, 0) };
    let mut marks = vec![
        mark(plan.limits.closes, words.mark_close, Shape::Step),
        mark(plan.limits.advised, words.advised, Shape::Advice),
        mark(plan.limits.legal, words.legal, Shape::Limit),
        mark(
            plan.meeting,
            if plan.chosen.is_some() { words.mark_meeting } else { words.mark_proposed },
            Shape::Meeting,
        ),
        mark(due::report_due(plan.meeting), words.mark_report, Shape::Step),
        mark(board.today, words.mark_today, Shape::Today),
    ];
    marks.extend(plan.limits.articles.map(|day| mark(day, words.articles, Shape::Limit)));
    marks.extend(invite.map(|limit| mark(limit.day, invited(limit.rule), Shape::Step)));
    crate::sorting::sort_by_key(&mut marks, |mark| mark.day);
    placed(marks)
}

/// Places in proportion to time, but never on top of each other; labels pushed down until each has room.
fn placed(mut marks: Vec<Mark>) -> Vec<Mark> {
    let (Some(first), Some(last)) = (marks.first().map(|mark| mark.day), marks.last().map(|mark| mark.day)) else {
        return marks;
    };
    let span = first.days_until(last).max(1);
    let length = LENGTH * i64::try_from(marks.len()).unwrap_or(1);
    let (mut free, mut bare) = (STEP, 0);
    for mark in &mut marks {
        let at = (STEP + first.days_until(mark.day) * length / span).max(bare);
        mark.at = (at, at.max(free));
        (free, bare) = (mark.at.1 + STEP, at + APART);
    }
    marks
}

fn drawn(board: &Board<'_>, mark: &Mark) -> Markup {
    let (at, label) = mark.at;
    let bold = mark.shape == Shape::Today || mark.label == board.model.words().calendar.mark_meeting;
    html! {
        path d={ "M" (LINE + 8) " " (at) "L" (LABELS - 4) " " (label) } fill="none" stroke="currentColor" stroke-width="1" stroke-opacity=".5" {}
        (sign(mark.shape, at))
        text x=(LABELS) y=(label + 5) font-size="16" font-weight=[bold.then_some("700")] fill="currentColor" {
            // Short: the longest label has room beside it in the widest of the usual fonts.
            (board.model.locale.short_day(mark.day)) " · " (mark.label)
        }
    }
}

fn sign(shape: Shape, at: i64) -> Markup {
    let path = match shape {
        Shape::Today => format!("M{} {}h28v-4l9 8-9 8v-4h-28z", LINE - 12, at - 4),
        Shape::Meeting => format!("M{LINE} {}l9 9-9 9-9-9z", at - 9),
        Shape::Limit | Shape::Advice => format!("M{} {}h14v14h-14z", LINE - 7, at - 7),
        Shape::Step => format!("M{} {at}a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", LINE - 6),
    };
    let class = if matches!(shape, Shape::Advice | Shape::Step) { "hollow" } else { "solid" };
    html! { path class=(class) d=(path) stroke="currentColor" stroke-width="2" {} }
}
