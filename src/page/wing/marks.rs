//! What the marks of the second part mean.

use std::str::Split;

use super::{
    AdviceMessage, AmountMessage, KdmpMessage, Message, RatMessage, SheetMessage, WorksheetMessage, WorkshopMessage,
};
use crate::page::Message as Any;

/// The message of a mark that the first part does not know.
pub(in crate::page) fn parse(verb: &str, mut words: Split<'_, char>, mark: &str, value: &str) -> Option<Any> {
    let mut word = || words.next();
    Some(match verb {
        "neraca" => Any::Sheet(SheetMessage::parse(words, value)?),
        "lembar" => Any::Worksheet(WorksheetMessage::parse(word())?),
        "rat" => Any::Rat(RatMessage::parse(words, value)?),
        "kdmp" => Any::Kdmp(KdmpMessage::parse(words, value)?),
        "advice" => Any::Advice(AdviceMessage::parse(words, value)?),
        "workshop" => Any::Workshop(WorkshopMessage::parse(words, value)?),
        "books" => Any::Wing(Message::UnitBooks(word()? == "unit")),
        "copy-field" => Any::Wing(Message::CopyField(word()?.to_owned())),
        "seal" => Any::Wing(Message::Seal),
        "unseal" => Any::Wing(Message::Unseal),
        _ => Any::Amounts(AmountMessage::parse(mark.split(' '), value)?),
    })
}
