//! A calendar file (RFC 5545) of the deadlines: all-day events with reminders, ready for a phone's calendar.

use super::book::Basis;
use super::calendar::{Calendar, Row};
use crate::calendar::Day;
use crate::locale::Locale;

/// A content line is folded before it exceeds this many octets, its line break not counted.
const LINE: usize = 75;

/// The deadlines still ahead as an `.ics` file.
///
/// `owner` keeps the identities of two cooperatives apart; with the same owner and book year the same deadline keeps its
/// UID, so a second import moves events instead of doubling them. `today` becomes the stamp and raises the sequence.
///
/// ```
/// use cermin_koperasi::{calendar::Day, locale::Locale, rat::{RatFacts, calendar::plan, ics::ics}};
/// let today = Day::parse("2026-11-29").unwrap();
/// let plan = plan(&RatFacts::default(), today).unwrap();
/// let file = ics(&plan, "Koperasi Contoh", today, Locale::Id);
/// let ahead = plan.rows.iter().filter(|row| row.day >= today).count();
/// assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
/// assert_eq!(file.matches("BEGIN:VEVENT").count(), ahead);
/// ```
#[must_use]
pub fn ics(plan: &Calendar, owner: &str, today: Day, locale: Locale) -> String {
    let mut file = File(String::new());
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Cermin Koperasi//RAT//ID");
    file.line("CALSCALE:GREGORIAN");
    file.line("METHOD:PUBLISH");
    for row in plan.rows.iter().filter(|row| row.day >= today) {
        file.event(plan, row, owner, today, locale);
    }
    file.line("END:VCALENDAR");
    file.0
}

struct File(String);

impl File {
    /// Writes a content line, folded before it exceeds 75 octets, ending in CRLF.
    fn line(&mut self, line: &str) {
        let (mut rest, mut room) = (line, LINE);
        while rest.len() > room {
            let (first, second) = rest.split_at(fold(rest, room));
            self.0.push_str(first);
            self.0.push_str("\r\n ");
            // The continuation's own leading space takes one octet.
            (rest, room) = (second, LINE - 1);
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }

    fn event(&mut self, plan: &Calendar, row: &Row, owner: &str, today: Day, locale: Locale) {
        let summary = escaped(row.label.say(locale));
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}", uid(plan, row, owner)));
        self.line(&format!("DTSTAMP:{}T000000Z", basic(today)));
        self.line(&format!("SEQUENCE:{}", sequence(today)));
        self.line(&format!("DTSTART;VALUE=DATE:{}", basic(row.day)));
        self.line(&format!("DTEND;VALUE=DATE:{}", basic(row.day.plus_days(1))));
        self.line(&format!("SUMMARY:{summary}"));
        self.line(&format!("DESCRIPTION:{}", escaped(&description(row, locale))));
        self.line("TRANSP:TRANSPARENT");
        self.line(&format!("CATEGORIES:RAT,{}", escaped(row.basis_label.say(locale))));
        for trigger in reminders(row.basis) {
            self.line("BEGIN:VALARM");
            self.line("ACTION:DISPLAY");
            self.line(&format!("TRIGGER:{trigger}"));
            self.line(&format!("DESCRIPTION:{summary}"));
            self.line("END:VALARM");
        }
        self.line("END:VEVENT");
    }
}

/// Where to fold: between characters, and not beside a space, because some readers trim the lines they join.
fn fold(line: &str, room: usize) -> usize {
    let between = |at: &usize| line.is_char_boundary(*at);
    let inside = |at: &usize| between(at) && !line[..*at].ends_with(' ') && !line[*at..].starts_with(' ');
    // No character is longer than four octets, so there is always a place.
    (1..=room).rev().find(inside).or_else(|| (1..=room).rev().find(between)).unwrap_or(room)
}

/// Nine in the morning a day before; what binds is also announced a week before.
fn reminders(basis: Basis) -> &'static [&'static str] {
    match basis {
        Basis::Law | Basis::Articles => &["-P6DT15H", "-PT15H"],
        Basis::Advice | Basis::Practice => &["-PT15H"],
    }
}

fn description(row: &Row, locale: Locale) -> String {
    let mut lines = vec![row.basis_label.say(locale).to_owned()];
    for id in &row.rules {
        let rule = id.rule();
        lines.push(format!("{} ({})", rule.text.say(locale), rule.citation));
    }
    lines.join("\n")
}

/// Stable over exports: which deadline of which book year of whom, not when.
fn uid(plan: &Calendar, row: &Row, owner: &str) -> String {
    format!("{}-{}-{:016x}@cermin-koperasi", row.id.to_ascii_lowercase(), plan.book_year, fnv(owner))
}

/// FNV-1a, so that a name does not travel in the file.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Grows by one a day, so that a later export replaces an earlier one.
fn sequence(today: Day) -> i64 {
    Day::new(2020, 1, 1).map_or(0, |start| start.days_until(today).max(0))
}

fn basic(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// Escapes a text value: backslash, semicolon, comma, line break.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace("\r\n", "\\n").replace('\n', "\\n")
}
