//! Where the cooperative stands: three lines, what they rest on, and the way on.

use maud::{Markup, html};

use super::days::{date, left};
use super::names::way_back;
use super::parts::{button, cited, frame, ground, print, printed, sentence, tag};
use crate::locale::fill;
use crate::money;
use crate::page::rat::{Board, RatRoute};
use crate::page::view::parts::icon;
use crate::page::{Progress, Route};
use crate::rat::book::{BOOK_COMPILED, FindingId, RuleId, Severity, rule};
use crate::rat::due::{BookYear, Timing};
use crate::rat::{Answer, Phrase};
use crate::standing::{
    Clock, ClockState, Demand, Health, HealthLine, Institution, InstitutionLine, Measure, Reason, Risk, RiskLine,
    Standing, classes,
};

/// The screen: what presses first, then the three lines, then what to do, then what it rests on.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let words = board.model.words();
    let standing = board.standing();
    let body = html! {
        @if let Some(clock) = &standing.risk.clock { (clock_section(board, clock)) }
        (open(board, &standing))
        p.lead { (words.standing.lead) }
        div.lines {
            (institution(board, &standing.institution))
            (health(board, &standing.health))
            (risk(board, &standing.risk))
        }
        (next(board, &standing))
        (beginning(board, &standing))
        (findings(board, &standing.findings))
        (revival(board, &standing))
        (countings(board, &standing))
        (years(board, &standing.years))
        (regional(board))
        p.hint { (fill(words.standing.checked, &[("day", &crate::page::view::names::day(board.model, BOOK_COMPILED))])) }
        p.actions {
            @if let Some(open) = first_open(board) { a.button href=(open.hash()) { (words.standing.full_check) } }
            (print(board))
            (button(RatRoute::Check(1), words.standing.change, true))
        }
    };
    frame(board, &RatRoute::Standing, &Route::Rat(RatRoute::Check(RatRoute::CHECKS)), &body)
}

/// The first screen of the full check that still asks something; what the quick check asked is not asked there again.
fn first_open(board: &Board<'_>) -> Option<Route> {
    let assessment = board.model.assessment();
    if !Progress::profile(assessment).is_complete() {
        return Some(Route::Profile);
    }
    let indicator = Progress::next_open(assessment).map(|indicator| Route::Indicator(indicator.id.to_owned()));
    indicator.or_else(|| (!Progress::amounts(assessment).is_complete()).then_some(Route::Books))
}

/// What was not answered and decides on the lines, each with the way to it.
fn open(board: &Board<'_>, standing: &Standing) -> Markup {
    let words = &board.model.words().standing;
    let open = board.open_questions();
    html! {
        @if let Some((_, first)) = open.first().filter(|_| !is_settled(standing)) {
            section.open {
                h2 { (words.open) }
                p { (words.open_help) }
                ul { @for (question, route) in &open { li { a href=(Route::Rat(route.clone()).hash()) { (question) } } } }
                p.actions { (button(first.clone(), words.open_go, false)) }
            }
        }
    }
}

fn is_settled(standing: &Standing) -> bool {
    standing.institution.settled.is_some() && standing.risk.settled.is_some()
}

fn line(title: &str, tags: &Markup, rest: &Markup) -> Markup {
    html! { section.line { h2 { (title) } p.state { (tags) } (rest) } }
}

fn reasons<'a>(board: &Board<'_>, reasons: impl Iterator<Item = &'a Reason>) -> Markup {
    html! { ul { @for one in reasons { li { (one.text.say(board.model.locale)) " " (printed(one.rule)) } } } }
}

/// What could still make it worse, to open; then the rules behind all of it.
fn rest<'a>(board: &Board<'_>, sure: &[&'a Reason], possible: &[&'a Reason]) -> Markup {
    let words = &board.model.words().standing;
    let mut rules: Vec<RuleId> = Vec::new();
    for one in sure.iter().chain(possible) {
        if !rules.contains(&one.rule) {
            rules.push(one.rule);
        }
    }
    html! {
        @if !sure.is_empty() { (reasons(board, sure.iter().copied())) }
        @if !possible.is_empty() { details.fold { summary { (words.possible) } (reasons(board, possible.iter().copied())) } }
        (ground(board, &rules))
    }
}

/// The state, or that it is not certain yet and between which two it lies.
fn states(board: &Board<'_>, settled: Option<Markup>, best: &str, worst: &str) -> Markup {
    let words = &board.model.words().standing;
    settled.unwrap_or_else(|| {
        html! { (tag("info", "unknown", words.unsure)) small { (fill(words.between, &[("best", &best), ("worst", &worst)])) } }
    })
}

fn institution(board: &Board<'_>, line: &InstitutionLine) -> Markup {
    let name = |status: Institution| status.label().say(board.model.locale);
    let state = |status: Institution| {
        let (class, sign) = match status {
            Institution::Aktif => ("good", "done"),
            Institution::Baru => ("info", "info"),
            Institution::AktifPerluPembinaan => ("warn", "warn"),
            Institution::TidakAktif | Institution::DalamPenyelesaian => ("bad", "no"),
        };
        tag(class, sign, name(status))
    };
    let (sure, possible): (Vec<_>, Vec<_>) = (line.reasons.iter().collect(), line.possible.iter().collect());
    let state = states(board, line.settled.map(state), name(line.best), name(line.worst));
    self::line(board.model.words().standing.institution, &state, &rest(board, &sure, &possible))
}

fn health(board: &Board<'_>, line: &HealthLine) -> Markup {
    let (class, sign) = match line.health {
        Health::NotRateable => ("warn", "unknown"),
        Health::Candidate => ("info", "up"),
        Health::Official(_) => ("info", "info"),
    };
    let locale = board.model.locale;
    let rest = html! {
        @if let Some(estimate) = &line.estimate { p { (estimate.say(locale)) } (crate::page::view::wing::class_doubt(board.model)) }
        (rest(board, &[&line.reason], &[]))
        details.fold {
            summary { (board.model.words().standing.weight) }
            ul { @for id in bearing(board) { li { (sentence(board, *id)) } } }
        }
    };
    self::line(board.model.words().standing.health, &tag(class, sign, &line.label.say(locale)), &rest)
}

/// What else is called healthy, and, for those who save and lend, what a result brings and takes away.
fn bearing(board: &Board<'_>) -> &'static [RuleId] {
    const ALL: [RuleId; 4] = [rule::STS_08, rule::KSH_01, rule::KSH_02, rule::NON_01];
    if board.facts.savings_loan.yes() { &ALL } else { &ALL[..1] }
}

fn risk(board: &Board<'_>, line: &RiskLine) -> Markup {
    let name = |risk: Risk| risk.label().say(board.model.locale);
    let state = |risk: Risk| {
        let (class, sign) = match risk {
            Risk::Rendah => ("good", "done"),
            Risk::Sedang => ("warn", "part"),
            Risk::Tinggi => ("bad", "warn"),
            Risk::Kritis => ("bad", "no"),
        };
        tag(class, sign, name(risk))
    };
    let of = |certain: bool| {
        let grounds = line.grounds.iter().filter(move |ground| ground.certain == certain);
        grounds.map(|ground| &ground.reason).collect::<Vec<_>>()
    };
    let state = states(board, line.settled.map(state), name(line.best), name(line.worst));
    self::line(board.model.words().standing.risk, &state, &rest(board, &of(true), &of(false)))
}

/// The one thing to do now: complete the answers, else ask for coaching where something weighs, else plan the next RAT.
fn next(board: &Board<'_>, standing: &Standing) -> Markup {
    let words = board.model.words();
    let clean = standing.findings.is_empty();
    let weighs = standing.findings.iter().any(|id| id.finding().severity != Severity::Light);
    let letter = html! { (button(RatRoute::Paper("surat-pembinaan".to_owned()), words.standing.letter, !weighs)) };
    html! {
        @if !clean || is_settled(standing) {
            section.next {
                h2 { (words.standing.next) }
                p { strong { (standing.risk.next.say(board.model.locale)) } }
                p.actions {
                    @if weighs { (letter) }
                    (button(RatRoute::Calendar, words.standing.plan, weighs || !is_settled(standing)))
                    @if !clean && !weighs { (letter) }
                }
            }
        }
    }
}

fn clock_section(board: &Board<'_>, clock: &Clock) -> Markup {
    let (words, locale) = (&board.model.words().standing, board.model.locale);
    html! {
        section.verdict {
            h2 { (words.clock) }
            p { (fill(words.clock_received, &[("day", &date(board, clock.received))])) }
            @match (clock.state, clock.objection_days_left) {
                (ClockState::Open, Some(days)) => {
                    p.figure { (fill(words.clock_left, &[("days", &left(board, days))])) }
                }
                (ClockState::Closed | ClockState::Lapsed, _) => { p { (words.clock_closed) } }
                _ => {}
            }
            @if let Some(note) = clock.note { p { (note.say(locale)) } }
            ul {
                @for step in &clock.steps {
                    li { (step.label.say(locale)) ": " strong { (date(board, step.day)) } ", " (left(board, step.days_left)) " " (printed(step.rule)) }
                }
            }
            @if clock.state == ClockState::Open {
                p.actions { (button(RatRoute::Paper("surat-keberatan".to_owned()), words.clock_objection, false)) }
            }
            (ground(board, &clock.steps.iter().map(|step| step.rule).collect::<Vec<_>>()))
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
            p.links.noprint { a href=(Route::Rat(RatRoute::Signals).hash()) { (words.more) } }
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
        article.finding {
            h3 { (finding.label.say(locale)) }
            p { (tag(class, sign, word)) }
            p { strong { (words.first_step) } " " (finding.first_step.say(locale)) }
            @if !finding.coaching.is_empty() {
                p { (words.coaching) " "
                    @for (place, offer) in finding.coaching.iter().enumerate() {
                        @if place > 0 { ", " } (offer.offer().name.say(locale))
                    } "." @for rule in finding.rules { " " (printed(*rule)) } }
            }
            (ground(board, finding.rules))
        }
    }
}

/// The first years of a village cooperative: what has a day, and what holds all along.
fn beginning(board: &Board<'_>, standing: &Standing) -> Markup {
    let words = &board.model.words().standing;
    html! {
        @if let Some(path) = &standing.beginning {
            section {
                h2 { (words.beginning) }
                p { (words.beginning_help) }
                ol.way { @for one in &path.milestones { li {
                    strong { (date(board, one.day)) } @if one.past { " (" (words.beginning_past) ")" } ". "
                    (one.reason.text.say(board.model.locale)) " " (printed(one.reason.rule))
                } } }
                (ground(board, &path.milestones.iter().map(|one| one.reason.rule).collect::<Vec<_>>()))
                details.ground {
                    summary { (words.beginning_duties) }
                    ul { @for duty in &path.duties { li { (sentence(board, *duty)) } } }
                }
                p.actions.noprint { a.button.second href=(Route::Kdmp.hash()) { (board.model.words().standing.kdmp_sheet) } }
            }
        }
    }
}

/// The classes of the board's own province: what is met, what is lacking by how much, and what is nearest.
fn regional(board: &Board<'_>) -> Markup {
    let words = &board.model.words().standing;
    let classes = classes(&board.facts, &board.model.whole(), board.today);
    html! {
        @if board.facts.names.regency.trim().is_empty() {
            p.links.hint.noprint { (icon("info")) a href=(Route::Rat(RatRoute::Names).hash()) { (words.regional_ask) } }
        }
        @if let Some(first) = classes.first() {
            section {
                h2 { (fill(words.regional, &[("province", &first.class.province)])) }
                p.hint { (words.regional_help) }
                @for one in &classes {
                    h3 { (one.class.name.say(board.model.locale)) }
                    @match one.met() {
                        Some(true) => { p { (tag("good", "done", words.regional_met)) } }
                        Some(false) => { p { (tag("warn", "part", words.regional_lacking)) } }
                        None => { p { (tag("info", "unknown", words.unsure)) } }
                    }
                    ul { @for demand in &one.demands { li { (demanded(board, demand, one.class.above)) } } }
                    @if let Some((demand, lack)) = one.nearest() {
                        p { (fill(words.regional_next, &[("what", &measure(board, demand)), ("lack", &amount(board, demand, lack))])) }
                    }
                    (ground(board, one.class.rules))
                }
            }
        }
    }
}

/// One demand: what there is, and whether that is enough.
fn demanded(board: &Board<'_>, demand: &Demand, above: bool) -> String {
    let words = &board.model.words().standing;
    let (what, of) = (measure(board, demand.measure), |count| amount(board, demand.measure, count));
    match (demand.there, demand.lacking()) {
        (Some(there), Some(0)) => fill(words.regional_there, &[("what", &what), ("there", &of(there))]),
        (Some(there), Some(lack)) => {
            fill(words.regional_lack, &[("what", &what), ("there", &of(there)), ("lack", &of(lack))])
        }
        _ if above && demand.measure.is_money() => {
            fill(words.regional_above, &[("what", &what), ("least", &of(demand.least - 1))])
        }
        _ => fill(words.regional_open, &[("what", &what), ("least", &of(demand.least))]),
    }
}

fn measure(board: &Board<'_>, measure: Measure) -> &'static str {
    let words = &board.model.words().standing;
    match measure {
        Measure::Members => words.members,
        Measure::Turnover => words.turnover,
        Measure::Assets => words.assets,
        Measure::Meetings => words.meetings,
    }
}

fn amount(board: &Board<'_>, measure: Measure, count: i64) -> String {
    let figures = money::count(count, board.model.locale.numerals());
    if measure.is_money() { format!("Rp{figures}") } else { figures }
}

/// The missed years, and the way to catching up on them, which has a screen of its own.
fn revival(board: &Board<'_>, standing: &Standing) -> Markup {
    let words = &board.model.words().standing;
    html! {
        @if let Some(revival) = &standing.revival {
            section {
                h2 { (way_back(board, standing)) }
                p { (super::revival::missed(board, revival)) }
                p.actions { a.button.second href=(Route::Rat(RatRoute::Revival).hash()) {
                    (fill(words.revival_see, &[("count", &revival.steps.len())])) } }
            }
        }
    }
}

/// The law's count and the office's side by side, and what their sources say where they differ.
fn countings(board: &Board<'_>, standing: &Standing) -> Markup {
    let (words, locale) = (&board.model.words().standing, board.model.locale);
    let [law, office] = &standing.countings;
    let apart = law.best != office.best || law.worst != office.worst || !standing.conflicts.is_empty();
    html! {
        @if apart {
            section.countings {
                h2 { (words.countings) }
                p.hint { (words.countings_help) }
                div.lines {
                    @for count in &standing.countings {
                        (counted(board, count.name.say(locale), (count.best, count.worst), &count.text, count.rule))
                    }
                }
                @for conflict in standing.conflicts.iter().map(|id| id.conflict()) {
                    details.fold {
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
}

/// One way of counting, with its source.
fn counted(board: &Board<'_>, name: &str, ends: (Institution, Institution), text: &Phrase, rule: RuleId) -> Markup {
    let (words, locale) = (&board.model.words().standing, board.model.locale);
    html! {
        div.card {
            h3 { (name) }
            p { strong {
                (ends.0.label().say(locale))
                @if ends.0 != ends.1 { " " (words.other) " " (ends.1.label().say(locale)) }
            } }
            p { (text.say(locale)) }
            p { (cited(rule)) }
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
    let told = year.held_on.map_or_else(|| how.to_owned(), |day| format!("{how}, {}", date(board, day)));
    if year.due || !year.held.yes() {
        return told;
    }
    // Held already, and not counted yet: the limits of one day must not look like an oversight.
    let from = date(board, year.limits.legal.plus_days(1));
    format!("{told}; {}", fill(standing.counts_from, &[("day", &from)]))
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
