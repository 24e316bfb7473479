//! Where each path leads.

use super::Purpose;
use super::{
    Answer, Area, DocumentInput, DocumentState, Form, LetterGround, LetterKind, Level, Loss, PaperInput, Predicate,
    RatInput, ShuInput,
};
use crate::rat::book::{DocumentId, PAPERS};

/// Longest list a path may reach into: more years, letters or groups than anyone has.
const MOST_ENTRIES: usize = 64;

/// A field, by what it takes.
pub(super) enum Slot<'a> {
    Words(&'a mut String),
    Day(&'a mut Option<String>),
    Count(&'a mut Option<i64>),
    Year(&'a mut i32),
    Flag(&'a mut bool),
    Share(&'a mut Option<(i64, i64)>),
    Answer(&'a mut Answer),
    Level(&'a mut Option<Level>),
    Area(&'a mut Option<Area>),
    Form(&'a mut Form),
    Predicate(&'a mut Option<Predicate>),
    Kind(&'a mut LetterKind),
    Ground(&'a mut Option<LetterGround>),
    State(&'a mut DocumentState),
    Purpose(&'a mut Purpose),
    Loss(&'a mut Loss),
    /// Hundredths of a per cent, typed as a percentage: `12,5`.
    Percent(&'a mut Option<i64>),
}

impl RatInput {
    /// The field of this path, with the list entry or document it stands in begun where need be.
    pub(super) fn slot(&mut self, path: &str) -> Option<Slot<'_>> {
        let (head, rest) = path.split_once('.').unwrap_or((path, ""));
        if path.ends_with('.') {
            return None;
        }
        match head {
            "articles" => self.articles_slot(rest),
            "organs" => self.organs_slot(rest),
            "plans" => self.plans_slot(rest),
            "quorum" => self.quorum_slot(rest),
            "signals" => self.signals_slot(rest),
            "names" => self.names_slot(rest),
            "shu" => self.shu_slot(rest),
            "history" | "letters" => self.list_slot(head, rest),
            "documents" => self.document_slot(rest),
            "papers" => self.paper_slot(rest),
            _ if rest.is_empty() => self.plain_slot(head),
            _ => None,
        }
    }

    fn plain_slot(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "level" => Slot::Level(&mut self.level),
            "savingsLoan" => Slot::Answer(&mut self.savings_loan),
            "sharia" => Slot::Answer(&mut self.sharia),
            "kdmp" => Slot::Answer(&mut self.kdmp),
            "established" => Slot::Day(&mut self.established),
            "bookYearEnd" => Slot::Day(&mut self.book_year_end),
            "members" => Slot::Count(&mut self.members),
            "modal" => Slot::Count(&mut self.modal),
            "ownCapital" => Slot::Count(&mut self.own_capital),
            "assets" => Slot::Count(&mut self.assets),
            "area" => Slot::Area(&mut self.area),
            "chosen" => Slot::Day(&mut self.chosen),
            "invited" => Slot::Day(&mut self.invited),
            "form" => Slot::Form(&mut self.form),
            "anyLetters" => Slot::Answer(&mut self.any_letters),
            "dissolved" => Slot::Answer(&mut self.dissolved),
            "business" => Slot::Answer(&mut self.business),
            "everTraded" => Slot::Answer(&mut self.ever_traded),
            "idleSince" => Slot::Day(&mut self.idle_since),
            "predicate" => Slot::Predicate(&mut self.predicate),
            _ => return None,
        })
    }

    fn articles_slot(&mut self, name: &str) -> Option<Slot<'_>> {
        let articles = &mut self.articles;
        Some(match name {
            "ratMonths" => Slot::Count(&mut articles.rat_months),
            "inviteDays" => Slot::Count(&mut articles.invite_days),
            "inviteWorkingDays" => Slot::Flag(&mut articles.invite_working_days),
            "quorum" => Slot::Share(&mut articles.quorum),
            "secondMeeting" => Slot::Answer(&mut articles.second_meeting),
            "secondCallDays" => Slot::Count(&mut articles.second_call_days),
            "secondWithinDays" => Slot::Count(&mut articles.second_within_days),
            "secondQuorum" => Slot::Share(&mut articles.second_quorum),
            "online" => Slot::Answer(&mut articles.online),
            "groups" => Slot::Answer(&mut articles.groups),
            "written" => Slot::Answer(&mut articles.written),
            _ => return None,
        })
    }

    fn organs_slot(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "boardFrom" => Slot::Day(&mut self.organs.board_from),
            "boardUntil" => Slot::Day(&mut self.organs.board_until),
            "supervisorsUntil" => Slot::Day(&mut self.organs.supervisors_until),
            "hasSupervisors" => Slot::Answer(&mut self.organs.has_supervisors),
            _ => return None,
        })
    }

    fn plans_slot(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "groups" => Slot::Answer(&mut self.plans.groups),
            "election" => Slot::Answer(&mut self.plans.election),
            "amendment" => Slot::Answer(&mut self.plans.amendment),
            "postponed" => Slot::Answer(&mut self.plans.postponed),
            "deed" => Slot::Day(&mut self.plans.deed),
            _ => return None,
        })
    }

    fn quorum_slot(&mut self, rest: &str) -> Option<Slot<'_>> {
        let quorum = &mut self.quorum;
        Some(match rest.split_once('.').unwrap_or((rest, "")) {
            ("register", "") => Slot::Count(&mut quorum.register),
            ("present", "") => Slot::Count(&mut quorum.present),
            ("online", "") => Slot::Count(&mut quorum.online),
            ("answers", "") => Slot::Count(&mut quorum.answers),
            ("purpose", "") => Slot::Purpose(&mut quorum.purpose),
            ("groups", rest) => match entry(&mut quorum.groups, rest)? {
                (group, "members") => Slot::Count(&mut group.members),
                (group, "present") => Slot::Count(&mut group.present),
                _ => return None,
            },
            _ => return None,
        })
    }

    fn signals_slot(&mut self, name: &str) -> Option<Slot<'_>> {
        let signals = &mut self.signals;
        Some(Slot::Answer(match name {
            "conflict" => &mut signals.conflict,
            "reportRejected" => &mut signals.report_rejected,
            "quorumFailed" => &mut signals.quorum_failed,
            "weakBusiness" => &mut signals.weak_business,
            "weakGovernance" => &mut signals.weak_governance,
            "certifiedManager" => &mut signals.certified_manager,
            "standard" => &mut signals.standard,
            "registers" => &mut signals.registers,
            "digital" => &mut signals.digital,
            "nik" => &mut signals.nik,
            "articlesComplete" => &mut signals.articles_complete,
            "viable" => &mut signals.viable,
            "trainingFollowed" => &mut signals.training_followed,
            _ => return None,
        }))
    }

    fn names_slot(&mut self, name: &str) -> Option<Slot<'_>> {
        let names = &mut self.names;
        Some(Slot::Words(match name {
            "name" => &mut names.name,
            "legalNumber" => &mut names.legal_number,
            "nik" => &mut names.nik,
            "address" => &mut names.address,
            "regency" => &mut names.regency,
            "office" => &mut names.office,
            "letterNumber" => &mut names.letter_number,
            "time" => &mut names.time,
            "place" => &mut names.place,
            "link" => &mut names.link,
            "chair" => &mut names.chair,
            "secretary" => &mut names.secretary,
            "treasurer" => &mut names.treasurer,
            "supervisor" => &mut names.supervisor,
            "meetingChair" => &mut names.meeting_chair,
            "meetingSecretary" => &mut names.meeting_secretary,
            "witness" => &mut names.witness,
            _ => return None,
        }))
    }

    fn shu_slot(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "loss" => Slot::Loss(&mut self.shu.loss),
            "list" => Slot::Words(&mut self.shu.list),
            "chapters" => Slot::Words(&mut self.shu.chapters),
            share => {
                let place = ShuInput::SHARES.iter().position(|known| *known == share)?;
                Slot::Percent(&mut self.shu.shares[place])
            }
        })
    }

    fn list_slot(&mut self, head: &str, rest: &str) -> Option<Slot<'_>> {
        if head == "history" {
            let (year, name) = entry(&mut self.history, rest)?;
            return Some(match name {
                "year" => Slot::Year(&mut year.year),
                "held" => Slot::Answer(&mut year.held),
                "heldOn" => Slot::Day(&mut year.held_on),
                "reported" => Slot::Answer(&mut year.reported),
                "reportedOn" => Slot::Day(&mut year.reported_on),
                _ => return None,
            });
        }
        let (letter, name) = entry(&mut self.letters, rest)?;
        Some(match name {
            "kind" => Slot::Kind(&mut letter.kind),
            "received" => Slot::Day(&mut letter.received),
            "ground" => Slot::Ground(&mut letter.ground),
            "objected" => Slot::Day(&mut letter.objected),
            "withdrawn" => Slot::Answer(&mut letter.withdrawn),
            _ => return None,
        })
    }

    fn document_slot(&mut self, rest: &str) -> Option<Slot<'_>> {
        let (key, name) = rest.split_once('.')?;
        let id = DocumentId::all().find(|id| id.document().id == key)?;
        if !self.documents.iter().any(|(known, _)| *known == id) {
            self.documents.push((id, DocumentInput::default()));
        }
        let (_, known) = self.documents.iter_mut().find(|(known, _)| *known == id)?;
        match name {
            "state" => Some(Slot::State(&mut known.state)),
            "signed" => Some(Slot::Answer(&mut known.signed)),
            _ => {
                let index = place_of(name.strip_prefix("contents.")?)?;
                if index >= id.document().contents.len() {
                    return None;
                }
                known.contents.resize(known.contents.len().max(index + 1), Answer::Unknown);
                known.contents.get_mut(index).map(Slot::Answer)
            }
        }
    }
}

impl RatInput {
    fn paper_slot(&mut self, rest: &str) -> Option<Slot<'_>> {
        let (key, name) = rest.split_once('.')?;
        let id = PAPERS.iter().find(|form| form.id == key)?.id;
        if !self.papers.iter().any(|(known, _)| *known == id) {
            self.papers.push((id, PaperInput::default()));
        }
        let (_, known) = self.papers.iter_mut().find(|(known, _)| *known == id)?;
        Some(match name {
            "number" => Slot::Words(&mut known.number),
            "date" => Slot::Day(&mut known.date),
            "place" => Slot::Words(&mut known.place),
            _ => return None,
        })
    }
}

/// The entry a path such as `2.heldOn` reaches, begun where it is the next one.
fn entry<'l, 'p, T: Default>(list: &'l mut Vec<T>, path: &'p str) -> Option<(&'l mut T, &'p str)> {
    let (index, name) = path.split_once('.')?;
    let index = place_of(index)?;
    if index == list.len() && index < MOST_ENTRIES {
        list.push(T::default());
    }
    Some((list.get_mut(index)?, name))
}

/// The place in a list that digits name, as we write them: no sign, no zero in front.
pub(super) fn place_of(digits: &str) -> Option<usize> {
    let plain = digits == "0" || digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    digits.parse().ok().filter(|_| plain)
}
