//! What the second part would do: nothing.

use std::str::Split;

use super::memory::Never;
use crate::exchange::json::Value;
use crate::exchange::save::Opened;
use crate::keeping::Slot;
use crate::page::{Effect, Field, Message, Model};

impl Never {
    pub(in crate::page) fn turn(self, _: &mut Model) -> Vec<Effect> {
        match self {}
    }
}

#[allow(clippy::needless_pass_by_value, reason = "it stands for the one that reads them")]
pub(in crate::page) fn parse(_: &str, _: Split<'_, char>, _: &str, _: &str) -> Option<Message> {
    None
}

/// The profile was changed: in what the file says of the RAT nothing contradicts it.
pub(in crate::page) fn profile_said(work: &mut Opened, field: Field) {
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

pub(in crate::page) const fn settle(_: &mut Model) {}

pub(in crate::page) const fn arrive_at_books(_: &mut Model) -> Option<String> {
    None
}

pub(in crate::page) const fn help(_: &Model, _: &mut Vec<Effect>) {}

pub(in crate::page) const fn carries(_: &mut Model) -> bool {
    false
}

pub(in crate::page) const fn arrive(_: &mut Model, _: &mut Vec<Effect>) {}

pub(in crate::page) const fn arrive_at_work(_: &mut Model) {}

pub(in crate::page) fn keep_open(_: &mut Model, effects: Vec<Effect>) -> Vec<Effect> {
    effects
}

pub(in crate::page) const fn forget_screens(_: &mut Model) {}

pub(in crate::page) const fn refresh(_: &mut Model) {}

pub(in crate::page) const fn wipe(_: &mut Model) {}

pub(in crate::page) const fn forget_keys(_: &mut Vec<Effect>) {}

pub(in crate::page) const fn leave_desk(_: &mut Model) {}

pub(in crate::page) const fn written(_: &Model, _: Slot) -> String {
    String::new()
}

pub(in crate::page) const fn take(_: &mut Model, _: Slot, _: &str) -> Option<()> {
    None
}

pub(in crate::page) const fn keep_slot(_: &Model, _: Slot) -> Vec<Effect> {
    Vec::new()
}

pub(in crate::page) const fn arrive_at_desk(_: &mut Model) {}

pub(in crate::page) fn as_open_here(_: &Opened, read: Opened) -> Opened {
    read
}
