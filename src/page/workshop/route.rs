//! The screens of a workshop.

/// A screen of a workshop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkshopRoute {
    /// What a trainer finds here.
    Trainer,
    /// This tool, handed on: address, single file, words to send.
    Share,
    /// The tool in a room without internet, from the trainer's laptop.
    Hotspot,
    /// One question in projector type, counted from 1.
    Stage(u16),
    /// The invented cooperatives.
    Samples,
    /// One of them, by its id.
    Sample(String),
    /// The facilitator's script: the short one, or the long one.
    Script(bool),
    /// The board's own result, to be carried into the room.
    Code,
    /// The results of the room come in.
    Collect,
    /// A code that came with the address; it is taken in and leaves the address at once.
    Given(String),
    /// The room in one picture.
    Class,
    /// A part of it on a projector, counted from 1.
    Slide(u16),
    /// One's own voice, to be carried to the board's table.
    Voice,
    /// The voices of one board come together.
    Voices,
    /// The companion's desk.
    Desk,
    /// One cooperative on it, by its number.
    Entry(u32),
}

impl WorkshopRoute {
    /// Whether it only tells: it is as long whatever the cooperative or the room has entered.
    pub(in crate::page) const fn tells(&self) -> bool {
        matches!(self, Self::Trainer | Self::Share | Self::Hotspot | Self::Samples | Self::Sample(_) | Self::Script(_))
    }

    /// The screens of one word, with it.
    pub(in crate::page) const PLAIN: [(&'static str, Self); 10] = [
        ("pelatih", Self::Trainer),
        ("bagikan", Self::Share),
        ("luring", Self::Hotspot),
        ("contoh", Self::Samples),
        ("kode", Self::Code),
        ("kumpul", Self::Collect),
        ("kelas", Self::Class),
        ("suara", Self::Voice),
        ("musyawarah", Self::Voices),
        ("meja", Self::Desk),
    ];

    /// The screen of a word and what follows it; `None` where there is none.
    pub(in crate::page) fn parse(word: &str, argument: Option<&str>) -> Option<Self> {
        let Some(argument) = argument else {
            return Self::PLAIN.iter().find(|(known, _)| *known == word).map(|(_, route)| route.clone());
        };
        let place = || argument.parse().ok().filter(|place| *place > 0);
        match (word, argument) {
            ("pelatih", _) => place().map(Self::Stage),
            ("kelas", _) => place().map(Self::Slide),
            ("contoh", id) => Some(Self::Sample(id.to_owned())),
            ("naskah", "60") => Some(Self::Script(false)),
            ("naskah", "180") => Some(Self::Script(true)),
            ("meja", id) => id.parse().ok().map(Self::Entry),
            ("kumpul", code) => Some(Self::Given(code.to_owned())),
            _ => None,
        }
    }

    /// Its word and what follows it.
    pub(in crate::page) fn parts(&self) -> (&'static str, Vec<String>) {
        match self {
            Self::Stage(place) => ("pelatih", vec![place.to_string()]),
            Self::Slide(place) => ("kelas", vec![place.to_string()]),
            Self::Sample(id) => ("contoh", vec![id.clone()]),
            Self::Script(long) => ("naskah", vec![if *long { "180" } else { "60" }.to_owned()]),
            Self::Given(code) => ("kumpul", vec![code.clone()]),
            Self::Entry(id) => ("meja", vec![id.to_string()]),
            plain => {
                let word = Self::PLAIN.iter().find(|(_, route)| route == plain).map_or("", |(word, _)| word);
                (word, Vec::new())
            }
        }
    }

    /// Every screen, but the samples one by one.
    pub(in crate::page) fn all() -> impl Iterator<Item = Self> {
        let plain = Self::PLAIN.iter().map(|(_, route)| route.clone());
        plain.chain([Self::Stage(1), Self::Slide(1), Self::Script(false), Self::Script(true)])
    }
}
