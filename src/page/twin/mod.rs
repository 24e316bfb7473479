//! In the first part of the page: what stands in the place of the second. It remembers nothing, hears nothing and asks for
//! nothing, and so costs nothing.

mod memory;
mod work;

pub use memory::{
    AdviceDesk, AdviceMessage, AmountDesk, AmountMessage, Copied, Effect, IS_HERE, KdmpDesk, KdmpMessage, Message,
    Origin, RatMessage, Refused, SheetDesk, SheetMessage, WorksheetDesk, WorksheetMessage, Workshop, WorkshopMessage,
};

pub(super) use memory::{has_rat, shows_unit, unrated};
pub(super) use work::{
    arrive, arrive_at_books, arrive_at_desk, arrive_at_work, as_open_here, carries, forget_keys, forget_screens, help,
    keep_open, keep_slot, leave_desk, parse, profile_said, refresh, settle, take, wipe, written,
};
