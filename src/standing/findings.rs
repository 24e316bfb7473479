//! What was found: each finding has a first step, a legal ground and the coaching to ask for.

use super::case::starting_until;
use super::{Institution, InstitutionLine};
use crate::calendar::Day;
use crate::rat::book::{CoachingId, Condition, DocumentId, FindingId, document, finding, param};
use crate::rat::due::{BookYear, Timing};
use crate::rat::{Answer, DocumentState, Level, Predicate, RatFacts, applies, calendar, due, holidays, is_open_plan};
use crate::sorting::sort_by_key;

/// Every finding the answers settle, gravest first.
pub(super) fn findings(
    facts: &RatFacts,
    years: &[BookYear],
    institution: &InstitutionLine,
    today: Day,
) -> Vec<FindingId> {
    let mut found = meetings(facts, years, today);
    found.extend(papers(facts, today));
    found.extend(body(facts, today));
    found.extend(said(facts));
    if institution.settled == Some(Institution::TidakAktif) {
        found.push(finding::F_TIDAK_AKTIF);
    }
    sort_by_key(&mut found, |id| (std::cmp::Reverse(id.finding().severity), *id));
    found.dedup();
    found
}

/// The coaching these findings ask for, each once, in their order.
///
/// ```
/// use cermin_koperasi::{rat::book::finding, standing::offers};
/// let asked = offers(&[finding::F_LAPOR, finding::F_UNDANGAN]);
/// assert!(asked.iter().map(|id| id.offer().id).eq(["BINA-06", "BINA-10"]), "both ask for BINA-06: told once");
/// ```
#[must_use]
pub fn offers(findings: &[FindingId]) -> Vec<CoachingId> {
    let mut offers = Vec::new();
    for offer in findings.iter().flat_map(|id| id.finding().coaching) {
        if !offers.contains(offer) {
            offers.push(*offer);
        }
    }
    offers
}

fn keep(found: &[(bool, FindingId)]) -> Vec<FindingId> {
    found.iter().filter(|(holds, _)| *holds).map(|(_, id)| *id).collect()
}

fn meetings(facts: &RatFacts, years: &[BookYear], today: Day) -> Vec<FindingId> {
    let running = years.iter().rev().skip_while(|year| !year.due).take_while(|year| year.missed()).count();
    let twice = param::SAN_04_MISSED_CONSECUTIVE.unsigned_abs() as usize;
    let thrice = param::BUB_04_MISSED_CONSECUTIVE.unsigned_abs() as usize;
    let open = years.last().filter(|year| !year.due && year.held.no());
    let latest = years.iter().rev().find(|year| year.due);
    let late = latest.is_some_and(|year| year.timing == Some(Timing::Late)) || running == 1;
    let overdue = open.is_some_and(|year| today > year.limits.binding());
    let advised = open.is_some_and(|year| today > year.limits.advised && today <= year.limits.binding());
    let unreported = years.iter().any(|year| year.reported.no() && year.report_is_due(today));
    keep(&[
        (open.is_some_and(|year| today <= year.limits.advised.min(year.limits.binding())), finding::F_RAT_BELUM),
        (advised, finding::F_RAT_LEWAT_ANJURAN),
        (late || overdue, finding::F_RAT_TERLAMBAT),
        ((twice..thrice).contains(&running), finding::F_2X_BOLONG),
        (running >= thrice, finding::F_3X_BOLONG),
        (unreported, finding::F_LAPOR),
        (invited_late(facts, today), finding::F_UNDANGAN),
        (facts.letters.iter().any(is_open_plan), finding::F_SURAT_BUBAR),
    ])
}

/// The invitation went out too late for the chosen day, or has not gone out and can no longer in time.
fn invited_late(facts: &RatFacts, today: Day) -> bool {
    let Some((day, limits)) = facts.chosen.zip(due::limits(facts, due::to_plan(facts, today))) else {
        return false;
    };
    let case = calendar::Case { facts, limits, today, holidays: &holidays::INDONESIA };
    let sent = facts.invited.unwrap_or(today);
    calendar::invite_limits(&case, day).iter().any(|limit| sent > limit.day)
}

fn papers(facts: &RatFacts, today: Day) -> Vec<FindingId> {
    let missing = |id: DocumentId| facts.state(id) == DocumentState::Missing;
    keep(&[
        (missing(document::DOK_07), finding::F_LK_BELUM),
        (missing(document::DOK_08) && applies(facts, Condition::Audit, today).yes(), finding::F_AUDIT),
        (missing(document::DOK_01), finding::F_ANGGOTA),
    ])
}

fn body(facts: &RatFacts, today: Day) -> Vec<FindingId> {
    let organs = &facts.organs;
    let longest = organs.board_from.map(|from| from.plus_months(12 * param::ORG_01_MAX_YEARS));
    let ends = [organs.board_until, longest, organs.supervisors_until];
    let over = ends.iter().flatten().any(|end| *end < today) || organs.has_supervisors.no();
    let least = match facts.level {
        Some(Level::Secondary) => param::ORG_04_SEKUNDER_MIN,
        _ => param::ORG_04_PRIMER_MIN,
    };
    let few = facts.members.is_some_and(|members| members < u64::from(least.unsigned_abs()));
    let unprovided = facts.is_online() && facts.articles.online.no();
    keep(&[
        (over, finding::F_ORGAN),
        (few, finding::F_ANGGOTA),
        (unprovided || facts.signals.articles_complete.no(), finding::F_AD),
        (facts.business.no() && starting_until(facts, today).is_none(), finding::F_USAHA_MATI),
        (facts.predicate == Some(Predicate::None), finding::F_KESEHATAN),
    ])
}

/// What the board said outright.
fn said(facts: &RatFacts) -> Vec<FindingId> {
    let signals = &facts.signals;
    let says = |answer: Answer, bad: Answer| answer == bad;
    keep(&[
        (says(signals.quorum_failed, Answer::Yes), finding::F_KUORUM),
        (says(signals.report_rejected, Answer::Yes), finding::F_LPJ_DITOLAK),
        (says(signals.standard, Answer::No), finding::F_LK_STANDAR),
        (says(signals.registers, Answer::No), finding::F_BUKU),
        (says(signals.weak_business, Answer::Yes), finding::F_USAHA_LEMAH),
        (says(signals.weak_governance, Answer::Yes), finding::F_TATA_KELOLA),
        (says(signals.certified_manager, Answer::No), finding::F_SDM),
        (says(signals.conflict, Answer::Yes), finding::F_KONFLIK),
        (says(signals.nik, Answer::No), finding::F_NIK),
        (says(signals.digital, Answer::No), finding::F_DIGITAL),
        (says(signals.viable, Answer::No), finding::F_TAK_LAYAK),
        (says(signals.training_followed, Answer::No), finding::F_TINDAK_LANJUT),
    ])
}
