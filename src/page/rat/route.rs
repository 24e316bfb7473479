//! The screens about the RAT.

use crate::rat::book::{DocumentId, PAPERS};

/// A screen about the RAT.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RatRoute {
    /// The quick check, screen 1 to [`RatRoute::CHECKS`].
    Check(u8),
    /// Where the cooperative stands.
    Standing,
    /// The way back for a cooperative that missed RATs.
    Revival,
    /// Other things that lead to findings.
    Signals,
    /// The deadlines.
    Calendar,
    /// What is known of the meeting: members, form, agenda.
    Meeting,
    /// What the articles say.
    Articles,
    /// The documents.
    Ready,
    /// One document, by its key.
    Document(String),
    /// The meeting day.
    Quorum,
    /// The papers to print.
    Papers,
    /// One paper, by its key.
    Paper(String),
    /// What stands in the papers.
    Names,
    /// The division of the surplus.
    Shu,
    /// The RAT book.
    Book,
}

impl RatRoute {
    /// How many screens the quick check has.
    pub const CHECKS: u8 = 5;
    /// Which of them asks what was done in the years past.
    pub const YEARS: u8 = 3;

    const PLAIN: [(&'static str, Self); 12] = [
        ("kedudukan", Self::Standing),
        ("reaktivasi", Self::Revival),
        ("hal-lain", Self::Signals),
        ("kalender", Self::Calendar),
        ("rapat", Self::Meeting),
        ("anggaran-dasar", Self::Articles),
        ("siap", Self::Ready),
        ("kuorum", Self::Quorum),
        ("surat", Self::Papers),
        ("data-surat", Self::Names),
        ("bagi-shu", Self::Shu),
        ("buku-rat", Self::Book),
    ];

    /// The screen of a word and what follows it; `None` where there is none.
    pub(in crate::page) fn parse(word: &str, argument: Option<&str>) -> Option<Self> {
        let Some(argument) = argument else {
            let plain = Self::PLAIN.iter().find(|(known, _)| *known == word).map(|(_, route)| route.clone());
            return plain.or_else(|| (word == "cek").then_some(Self::Check(1)));
        };
        match word {
            "cek" => argument.parse().ok().filter(|place| (1..=Self::CHECKS).contains(place)).map(Self::Check),
            "siap" => Some(Self::Document(argument.to_owned())),
            "surat" => Some(Self::Paper(argument.to_owned())),
            _ => None,
        }
    }

    /// Its word and what follows it.
    pub(in crate::page) fn parts(&self) -> (&'static str, Vec<String>) {
        match self {
            Self::Check(1) => ("cek", Vec::new()),
            Self::Check(place) => ("cek", vec![place.to_string()]),
            Self::Document(key) => ("siap", vec![key.clone()]),
            Self::Paper(key) => ("surat", vec![key.clone()]),
            plain => {
                let word = Self::PLAIN.iter().find(|(_, route)| route == plain).map_or("", |(word, _)| word);
                (word, Vec::new())
            }
        }
    }

    /// Every screen.
    pub(in crate::page) fn all() -> impl Iterator<Item = Self> {
        let plain = Self::PLAIN.iter().map(|(_, route)| route.clone());
        let checks = (1..=Self::CHECKS).map(Self::Check);
        let documents = DocumentId::all().map(|id| Self::Document(id.document().id.to_owned()));
        let papers = PAPERS.iter().map(|form| Self::Paper(form.id.to_owned()));
        plain.chain(checks).chain(documents).chain(papers)
    }
}
