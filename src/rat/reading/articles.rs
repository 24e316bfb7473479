//! The articles' own rules, never looser than the law; and the numbers of the meeting day.

use super::Reader;
use crate::rat::book::{Share, param, words};
use crate::rat::facts::{Articles, Notice};
use crate::rat::input::{Answer, ArticlesInput, QuorumInput, RatInput};
use crate::rat::problem::Code;
use crate::rat::quorum::{groups_allowed, is_loose};
use crate::rat::text::{Fill, Phrase};

/// No articles ask for more than a year of notice.
const MOST_DAYS: i64 = 366;

impl Reader {
    /// What is looser than the law is told at its field; what is used instead is the law, wherever the articles are read.
    pub(super) fn articles(&mut self, said: &ArticlesInput, members: Option<u64>) -> Articles {
        let articles = Articles {
            rat_months: self.rat_months(said.rat_months),
            invite: self.invite(said),
            quorum: self.quorum_share(said.quorum),
            second_meeting: said.second_meeting,
            second_call_days: self.days("articles.secondCallDays", said.second_call_days),
            second_within_days: self.days("articles.secondWithinDays", said.second_within_days),
            second_quorum: self.share("articles.secondQuorum", said.second_quorum),
            online: said.online,
            groups: said.groups,
            written: said.written,
        };
        if members.is_some_and(|members| groups_allowed(members, Answer::Yes).no()) && said.groups.yes() {
            let law = words::LAW_GROUPS.with(&[i64::from(param::KEL_01_MEMBERS_GT).into()]);
            self.looser("articles.groups", &law);
        }
        if let Some((call, within)) = articles.second_call_days.zip(articles.second_within_days)
            && call > within
        {
            let fills = [call, within].map(|days| Fill::Count(days.into()));
            self.tell("articles.secondWithinDays", Code::SecondCallBeyond, &fills);
        }
        articles
    }

    fn looser(&mut self, field: &str, law: &Phrase) {
        self.tell(field, Code::ArticlesLooser, &[Fill::Said(law.clone())]);
    }

    fn invite(&mut self, said: &ArticlesInput) -> Option<Notice> {
        let days = self.days("articles.inviteDays", said.invite_days)?;
        let (notice, law) = (Notice { days, working: said.invite_working_days }, param::UND_01_WORKING_DAYS);
        if notice.surely_shorter_than(law.unsigned_abs()) {
            self.looser("articles.inviteDays", &words::LAW_INVITE.with(&[i64::from(law).into()]));
        }
        Some(notice)
    }

    fn quorum_share(&mut self, share: Option<(i64, i64)>) -> Option<Share> {
        let share = self.share("articles.quorum", share)?;
        if is_loose(share) {
            self.looser("articles.quorum", &words::LAW_QUORUM.into());
        }
        Some(share)
    }

    fn rat_months(&mut self, months: Option<i64>) -> Option<i32> {
        let (field, law) = ("articles.ratMonths", i64::from(param::RAT_02_MONTHS));
        match months? {
            months if months < 1 => self.tell(field, Code::ArticlesImpossible, &[]),
            months if months > law => self.looser(field, &words::LAW_MONTHS.with(&[law.into()])),
            months => return i32::try_from(months).ok(),
        }
        None
    }

    fn days(&mut self, field: &str, days: Option<i64>) -> Option<u32> {
        let days = days?;
        if !(0..=MOST_DAYS).contains(&days) {
            self.tell(field, Code::ArticlesImpossible, &[]);
            return None;
        }
        u32::try_from(days).ok()
    }

    fn share(&mut self, field: &str, share: Option<(i64, i64)>) -> Option<Share> {
        let (num, den) = share?;
        if num < 1 || den < num {
            self.tell(field, Code::ShareImpossible, &[]);
            return None;
        }
        Some(Share { num: num.unsigned_abs(), den: den.unsigned_abs() })
    }

    /// The meeting day's numbers. They stay as typed where they make sense; those that do not become unknown.
    pub(super) fn quorum(&mut self, input: &RatInput) -> QuorumInput {
        let mut quorum = input.quorum.clone();
        let register = quorum.register.or(input.members).filter(|count| *count > 0);
        if quorum.register.is_some_and(|count| count <= 0) {
            self.tell("quorum.register", Code::MembersNone, &[]);
            quorum.register = None;
        }
        quorum.present = self.attending("quorum.present", quorum.present, register);
        quorum.online = self.attending("quorum.online", quorum.online, register);
        quorum.answers = self.attending("quorum.answers", quorum.answers, register);
        let total = [quorum.present, quorum.online, quorum.answers].into_iter().flatten().fold(0, i64::saturating_add);
        if let Some(register) = register.filter(|register| total > *register) {
            let said = self.problems.iter().any(|problem| problem.code == Code::PresentOverRegister);
            if !said {
                self.tell("quorum.present", Code::PresentOverRegister, &[Fill::Count(register)]);
            }
            (quorum.present, quorum.online, quorum.answers) = (None, None, None);
        }
        self.groups(&mut quorum);
        quorum
    }

    fn attending(&mut self, field: &str, count: Option<i64>, register: Option<i64>) -> Option<i64> {
        let count = count?;
        if count < 0 {
            self.tell(field, Code::Negative, &[]);
            return None;
        }
        if let Some(register) = register.filter(|register| count > *register) {
            self.tell(field, Code::PresentOverRegister, &[Fill::Count(register)]);
            return None;
        }
        Some(count)
    }

    fn groups(&mut self, quorum: &mut QuorumInput) {
        for (index, group) in quorum.groups.iter_mut().enumerate() {
            if group.members.is_some_and(|count| count < 1) {
                self.tell(&format!("quorum.groups.{index}.members"), Code::MembersNone, &[]);
                group.members = None;
            }
            group.present = self.attending(&format!("quorum.groups.{index}.present"), group.present, group.members);
        }
    }
}
