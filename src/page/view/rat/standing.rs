//! Where the cooperative stands: three lines, what they rest on, and the way on.

use maud::{Markup, html};

use super::days::{date, left};
use super::parts::{button, cited, frame, ground, tag};
use crate::locale::fill;
use crate::page::Route;
use crate::page::rat::{Board, RatRoute};
use crate::rat::Answer;
use crate::rat::book::{FindingId, Severity};
use crate::rat::due::{BookYear, Timing};
use crate::standing::{
    Clock, ClockState, Health, HealthLine, Institution, InstitutionLine, Reason, Revival, Risk, RiskLine, Standing,
};

/// The screen.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let words = board.model.words();
    let standing = board.standing();
    let body = html! {
        p.lead { (words.standing.lead) }
        div.lines {
            (institution(board, &standing.institution))
            (health(board, &standing.health))
            (risk(board, &standing.risk))
        }
        @if let Some(clock) = &standing.risk.clock { (clock_section(board, clock)) }
        p.actions {
            (button(RatRoute::Paper("surat-pembinaan".to_owned()), words.standing.letter, false))
            (button(RatRoute::Calendar, words.calendar.title, true))
            (button(RatRoute::Check(1), words.standing.change, true))
        }
        (findings(board, &standing.findings))
        @if let Some(revival) = &standing.revival { (revival_section(board, revival)) }
        (countings(board, &standing))
        (years(board, &standing.years))
    };
    frame(board, &RatRoute::Standing, &Route::Rat(RatRoute::Check(RatRoute::CHECKS)), &body)
}

fn line(title: &str, tags: &Markup, rest: &Markup) -> Markup {
    html! { section.line { h2 { (title) } p.state { (tags) } (rest) } }
}

fn reason(board: &Board<'_>, reason: &Reason, mark: &str) -> Markup {
    html! { li { (reason.text.say(board.model.locale)) @if !mark.is_empty() { " (" (mark) ")" } " " (cited(reason.rule)) } }
}

/// One state, or the best and the worst that the answers allow.
fn states<T: Copy + PartialEq>(board: &Board<'_>, best: T, worst: T, state: impl Fn(T) -> Markup) -> Markup {
    let words = &board.model.words().standing;
    html! {
        (state(best))
        @if best != worst { " " (words.other) " " (state(worst)) " " small { (words.depends) } }
    }
}

fn institution(board: &Board<'_>, line: &InstitutionLine) -> Markup {
    let state = |status: Institution| {
        let (class, sign) = match status {
            Institution::Aktif => ("good", "done"),
            Institution::Baru => ("info", "info"),
            Institution::AktifPerluPembinaan => ("warn", "warn"),
            Institution::TidakAktif | Institution::DalamPenyelesaian => ("bad", "no"),
        };
        tag(class, sign, status.label().say(board.model.locale))
    };
    let reasons = html! { ul { @for one in &line.reasons { (reason(board, one, "")) } } };
    self::line(board.model.words().standing.institution, &states(board, line.best, line.worst, state), &reasons)
}

fn health(board: &Board<'_>, line: &HealthLine) -> Markup {
    let (class, sign) = match line.health {
        Health::NotRateable => ("warn", "unknown"),
        Health::Candidate => ("info", "up"),
        Health::Official(_) => ("info", "info"),
    };
    let locale = board.model.locale;
    let rest = html! {
        ul { (reason(board, &line.reason, "")) }
        @if let Some(estimate) = &line.estimate { p { (estimate.say(locale)) } }
    };
    self::line(board.model.words().standing.health, &tag(class, sign, line.label.say(locale)), &rest)
}

fn risk(board: &Board<'_>, line: &RiskLine) -> Markup {
    let words = &board.model.words().standing;
    let state = |risk: Risk| {
        let (class, sign) = match risk {
            Risk::Rendah => ("good", "done"),
            Risk::Sedang => ("warn", "part"),
            Risk::Tinggi => ("bad", "warn"),
            Risk::Kritis => ("bad", "no"),
        };
        tag(class, sign, risk.label().say(board.model.locale))
    };
    let rest = html! {
        ul {
            @for ground in &line.grounds { (reason(board, &ground.reason, if ground.certain { "" } else { words.possible })) }
        }
        p { strong { (line.next.say(board.model.locale)) } }
    };
    self::line(words.risk, &states(board, line.best, line.worst, state), &rest)
}

fn clock_section(board: &Board<'_>, clock: &Clock) -> Markup {
    let (words, locale) = (&board.model.words().standing, board.model.locale);
    html! {
        section.clock {
            h2 { (words.clock) }
            p { (fill(words.clock_received, &[("day", &date(board, clock.received))])) }
            @match (clock.state, clock.objection_days_left) {
                (ClockState::Open, Some(days)) => {
                    p.figure { (fill(words.clock_left, &[("days", &left(board, days))])) }
                    p.actions { (button(RatRoute::Paper("surat-keberatan".to_owned()), words.clock_objection, false)) }
                }
                (ClockState::Closed | ClockState::Lapsed, _) => { p { (words.clock_closed) } }
                _ => {}
            }
            @if let Some(note) = clock.note { p { (note.say(locale)) } }
            ul {
                @for step in &clock.steps {
                    li { (step.label.say(locale)) ": " strong { (date(board, step.day)) } ", " (left(board, step.days_left)) " " (cited(step.rule)) }
                }
            }
        }
    }
}

fn findings(board: &Board<'_>, findings: &[FindingId]) -> Markup {
    let words = &board.model.words().standing;
    html! {
        section {
            h2 { (words.findings) }
            @if findings.is_empty() { p { (words.findings_none) } }
            @for id in findings { (finding(board, *id)) }
            p { a href=(Route::Rat(RatRoute::Signals).hash()) { (words.more) } }
        }
    }
}

fn finding(board: &Board<'_>, id: FindingId) -> Markup {
    let (words, locale) = (&board.model.words().standing, board.model.locale);
    let finding = id.finding();
    let (class, sign, word) = match finding.severity {
        Severity::Light => ("info", "info", words.severity_light),
        Severity::Medium => ("warn", "part", words.severity_medium),
        Severity::Heavy => ("bad", "warn", words.severity_heavy),
        Severity::Critical => ("bad", "no", words.severity_critical),
    };
    html! {
        article.card {
            h3 { (finding.label.say(locale)) " " (tag(class, sign, word)) }
            p { strong { (words.first_step) } " " (finding.first_step.say(locale)) }
            @if !finding.coaching.is_empty() {
                p { (words.coaching) " "
                    @for (place, offer) in finding.coaching.iter().enumerate() {
                        @if place > 0 { ", " } (offer.offer().name.say(locale))
                    } "." }
            }
            (ground(board, finding.rules))
        }
    }
}

fn revival_section(board: &Board<'_>, revival: &Revival) -> Markup {
    let words = &board.model.words().standing;
    let years = revival.missed.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    html! {
        section {
            h2 { (words.revival) }
            p { (fill(words.revival_years, &[("years", &years)])) }
            ol { @for step in &revival.steps { (reason(board, &step.reason, "")) } }
            @if let Some(day) = revival.clean_by { p { (fill(words.revival_clean, &[("day", &date(board, day))])) } }
        }
    }
}

/// The law's count and the office's side by side, and what their sources say where they differ.
fn countings(board: &Board<'_>, standing: &Standing) -> Markup {
    let (words, locale) = (&board.model.words().standing, board.model.locale);
    html! {
        section {
            h2 { (words.countings) }
            p.hint { (words.countings_help) }
            div.two {
                @for count in &standing.countings {
                    div.card {
                        h3 { (count.name.say(locale)) }
                        p { strong {
                            (count.best.label().say(locale))
                            @if count.best != count.worst { " " (words.other) " " (count.worst.label().say(locale)) }
                        } }
                        p { (count.text.say(locale)) }
                        p { (cited(count.rule)) }
                    }
                }
            }
            @for conflict in standing.conflicts.iter().map(|id| id.conflict()) {
                details {
                    summary { (conflict.topic.say(locale)) }
                    p { strong { (words.conflict_law) } " " (conflict.law.say(locale)) }
                    p { strong { (words.conflict_other) } " " (conflict.other.say(locale)) }
                    p { strong { (words.conflict_choice) } " " (conflict.choice.say(locale)) }
                    ul { @for rule in conflict.rules { li { (cited(*rule)) } } }
                }
            }
        }
    }
}

/// What is known of the years, and those that were asked.
fn years(board: &Board<'_>, years: &[BookYear]) -> Markup {
    let words = &board.model.words().standing;
    let asked = board.years_asked();
    let told = |year: &&BookYear| !year.due || year.held != Answer::Unknown || asked.contains(&year.year);
    let years: Vec<&BookYear> = years.iter().filter(told).collect();
    html! {
        @if !years.is_empty() {
            section {
                h2 { (words.years) }
                table.history {
                    thead { tr { th scope="col" { (words.year) } th scope="col" { (words.held) } th scope="col" { (words.reported) } } }
                    tbody { @for year in years.iter().rev() {
                        tr { th scope="row" { (year.year) } td { (held(board, year)) } td { (reported(board, year)) } }
                    } }
                }
            }
        }
    }
}

fn held(board: &Board<'_>, year: &BookYear) -> String {
    let words = board.model.words();
    let standing = &words.standing;
    let how = match (year.held, year.timing) {
        (Answer::No, _) if year.due => standing.missed,
        (Answer::Yes, Some(Timing::OnTime)) => standing.on_time,
        (Answer::Yes, Some(Timing::PastAdvice)) => standing.past_advice,
        (Answer::Yes, Some(Timing::Late)) => standing.late,
        (Answer::Yes, None) => standing.held_plain,
        _ if year.due => words.item.unknown,
        _ => standing.not_due,
    };
    year.held_on.map_or_else(|| how.to_owned(), |day| format!("{how}, {}", date(board, day)))
}

fn reported(board: &Board<'_>, year: &BookYear) -> &'static str {
    let words = board.model.words();
    match (year.held, year.reported) {
        (Answer::Yes, Answer::Yes) => words.standing.reported_yes,
        (Answer::Yes, Answer::No) => words.standing.reported_no,
        (Answer::Yes, Answer::Unknown) => words.item.unknown,
        _ => "–",
    }
}
