//! What lies aside, and what can happen to what is kept.

use crate::exchange::Problem;
use crate::keeping::Slot;

/// Something put aside on the device: work that other work took the place of, or what this build cannot read.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// The key under which it lies.
    pub key: String,
    /// What it was.
    pub slot: Slot,
    /// Its text.
    pub text: String,
    /// Whose it is, if it says so; or why it cannot be opened.
    pub name: Result<Option<String>, Problem>,
}

/// What can happen to what is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum KeepingMessage {
    /// This lies on the device, or another page put it there.
    Found(Slot, String),
    /// Another page left this on the device and seems to be gone: nobody knows on what it stands.
    Left(Slot, String),
    /// This lies on the device as builds before the one shape kept it: plain text.
    Legacy(Slot, String),
    /// This lies aside on the device, under its key.
    Aside(String, String),
    /// What lay in the place of this is safe elsewhere.
    Safe(Slot),
    /// It is on its way to the disk.
    Underway,
    /// Whether a field of the work holds what was not said yet.
    Typing(bool),
    /// Keep on this device, though others may read it there.
    Agreed,
    /// Back to one's own work from what lies beside it.
    Home,
    /// What is open becomes one's own work; asked twice.
    Adopt(bool),
    /// What lies aside at this place is opened as one's own work.
    Restore(usize),
    /// What lies aside at this place goes to a file.
    Rescue(usize),
    /// What lies aside at this place goes for good.
    Discard(usize),
    /// The field in question at this place is as this page says, or as the other.
    Settle(usize, bool),
    /// The page goes.
    Going,
}

impl KeepingMessage {
    /// The message of the words of a mark.
    pub(in crate::page) fn parse<'m>(mut words: impl Iterator<Item = &'m str>) -> Option<Self> {
        let verb = words.next()?;
        let mut word = || words.next();
        let place = |text: Option<&str>| text?.parse().ok();
        Some(match verb {
            "agree" => Self::Agreed,
            "home" => Self::Home,
            "adopt" => Self::Adopt(word() == Some("yes")),
            "restore" => Self::Restore(place(word())?),
            "rescue" => Self::Rescue(place(word())?),
            "discard" => Self::Discard(place(word())?),
            "mine" => Self::Settle(place(word())?, true),
            "theirs" => Self::Settle(place(word())?, false),
            _ => return None,
        })
    }
}
