//! The door to the second part of the page: advice, RAT, workshop, books, papers, the lock. What both parts share calls these
//! functions and nothing behind them; in the first part `twin/` stands here, and answers that there is nothing.

mod forget;
mod marks;
mod memory;
mod slots;
mod turn;
mod work;

pub use memory::{
    AdviceDesk, AdviceMessage, AmountDesk, AmountMessage, Copied, Effect, IS_HERE, KdmpDesk, KdmpMessage, Message,
    Origin, RatMessage, Refused, SheetDesk, SheetMessage, WorksheetDesk, WorksheetMessage, Workshop, WorkshopMessage,
};

pub(super) use forget::{forget_keys, forget_screens, leave_desk, wipe};
pub(super) use marks::parse;
pub(super) use memory::{has_rat, shows_unit, unrated};
pub(super) use slots::{arrive_at_work, as_open_here, keep_slot, take, written};
pub(super) use work::{
    arrive, arrive_at_books, arrive_at_desk, carries, help, keep_open, profile_said, refresh, settle,
};
