//! What the second part would remember and hear: nothing.

use crate::assessment::Unrated;
use crate::exchange::save::Opened;

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

impl Never {
    pub(in crate::page) const fn file(&self) -> Option<&String> {
        match *self {}
    }
}

/// What the work says of its RAT stands in the file unread.
pub(in crate::page) fn unrated(work: &Opened) -> Option<Unrated> {
    let secondary = work.kept.get("rat")?.get("level")?.as_str()? == "secondary";
    secondary.then_some(Unrated::Secondary)
}

pub(in crate::page) fn has_rat(work: &Opened) -> bool {
    work.kept.get("rat").or_else(|| work.kept.get("kdmp")).is_some()
}

/// No such work is read.
pub(in crate::page) const fn shows_unit(_: &Opened) -> bool {
    false
}
