//! In the first part of the page: what stands in the place of the second. It remembers nothing, hears nothing and asks for
//! nothing, and so costs nothing.

use std::str::Split;

use super::{Field, Model};
use crate::assessment::Unrated;
use crate::exchange::json::Value;
use crate::exchange::save::Opened;
use crate::keeping::Slot;

/// Whether the second part is in this module.
pub const IS_HERE: bool = false;

/// What screens of the second part remember: nothing.
#[derive(Clone, Debug, Default)]
pub struct Nothing(());

pub use self::{
    Nothing as AdviceDesk, Nothing as AmountDesk, Nothing as SheetDesk, Nothing as WorksheetDesk, Nothing as KdmpDesk,
    Nothing as Refused, Nothing as Copied, Nothing as Origin, Nothing as Workshop,
};

/// What never happens here: no such message comes, no such effect is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Never {}

pub use self::{
    Never as AmountMessage, Never as SheetMessage, Never as WorksheetMessage, Never as RatMessage,
    Never as KdmpMessage, Never as AdviceMessage, Never as WorkshopMessage, Never as Message, Never as Effect,
};

type Effects = Vec<super::Effect>;

impl Never {
    pub(super) fn turn(self, _: &mut Model) -> Effects {
        match self {}
    }

    pub(super) const fn file(&self) -> Option<&String> {
        match *self {}
    }
}

#[allow(clippy::needless_pass_by_value, reason = "it stands for the one that reads them")]
pub(super) fn parse(_: &str, _: Split<'_, char>, _: &str, _: &str) -> Option<super::Message> {
    None
}

/// What the work says of its RAT stands in the file unread.
pub(super) fn unrated(work: &Opened) -> Option<Unrated> {
    let secondary = work.kept.get("rat")?.get("level")?.as_str()? == "secondary";
    secondary.then_some(Unrated::Secondary)
}

pub(super) fn has_rat(work: &Opened) -> bool {
    work.kept.get("rat").or_else(|| work.kept.get("kdmp")).is_some()
}

/// No such work is read.
pub(super) const fn shows_unit(_: &Opened) -> bool {
    false
}

/// The profile was changed: in what the file says of the RAT nothing contradicts it.
pub(super) fn profile_said(work: &mut Opened, field: Field) {
    let keys = match field {
        Field::Members => ["members", ""],
        Field::BookYearEnd => ["bookYearEnd", ""],
        Field::Kind => ["kdmp", "sharia"],
        Field::Name | Field::Level => return,
    };
    if let Some(Value::Object(rat)) = work.kept.get_mut("rat") {
        for key in keys {
            rat.remove(key);
        }
    }
}

pub(super) const fn settle(_: &mut Model) {}

pub(super) const fn arrive_at_books(_: &mut Model) -> Option<String> {
    None
}

pub(super) const fn help(_: &Model, _: &mut Effects) {}

pub(super) const fn arrive(_: &mut Model, _: &mut Effects) {}

pub(super) const fn arrive_at_work(_: &mut Model) {}

pub(super) fn keep_open(_: &mut Model, effects: Effects) -> Effects {
    effects
}

pub(super) const fn forget_screens(_: &mut Model) {}

pub(super) const fn refresh(_: &mut Model) {}

pub(super) const fn wipe(_: &mut Model) {}

pub(super) const fn forget_keys(_: &mut Effects) {}

pub(super) const fn leave_desk(_: &mut Model) {}

pub(super) const fn written(_: &Model, _: Slot) -> String {
    String::new()
}

pub(super) const fn take(_: &mut Model, _: Slot, _: &str) -> Option<()> {
    None
}

pub(super) const fn keep_slot(_: &Model, _: Slot) -> Effects {
    Vec::new()
}

pub(super) const fn arrive_at_desk(_: &mut Model) {}

pub(super) fn as_open_here(_: &Opened, read: Opened) -> Opened {
    read
}
