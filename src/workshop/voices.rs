//! One board, several voices: chair, treasurer and supervisors answer apart, and nothing is shown before all are in. Then
//! only what differs is, and what the board agrees on is noted.
//!
//! ```json
//! { "format": "cermin-koperasi-suara", "version": 1, "wanted": 3, "codes": ["Y04…"], "agreed": { "A.I.1.a": "yes" } }
//! ```

use crate::assessment::Answer;
use crate::exchange::json::{self, Map, Value};
use crate::exchange::levels::{Seat, Voice, read_voice};
use crate::rulebook::Item;
use crate::sorted_map::SortedMap;

/// What such a file calls itself.
const FORMAT: &str = "cermin-koperasi-suara";
/// The version this build writes, and the newest it reads.
const VERSION: i64 = 1;

/// The fewest voices that are held against each other.
pub const FEWEST: usize = 3;

/// The voices of a board, by seat.
#[derive(Clone, Debug, PartialEq)]
pub struct Voices {
    wanted: usize,
    by: SortedMap<Seat, Voice>,
    agreed: SortedMap<String, Answer>,
}

/// What became of a voice that was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is in.
    New,
    /// The same voice is in already.
    Double,
    /// It took the place of what the same seat had said before.
    Changed,
    /// All voices are in; nothing is changed after that.
    Closed,
    /// It is of another form than the others.
    OtherForm,
}

/// An item on which the voices differ.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The item.
    pub item: &'static Item,
    /// What each said.
    pub said: Vec<(Seat, Answer)>,
    /// What the board agreed on, once it has.
    pub agreed: Option<Answer>,
}

impl Default for Voices {
    fn default() -> Self {
        Self { wanted: FEWEST, by: SortedMap::new(), agreed: SortedMap::new() }
    }
}

impl Voices {
    /// Takes a voice in, until all are.
    pub fn add(&mut self, voice: Voice) -> Heard {
        let other = self.by.values().any(|one| one.variant.id != voice.variant.id);
        match self.by.get(&voice.seat) {
            Some(known) if *known == voice => return Heard::Double,
            _ if self.all_in() => return Heard::Closed,
            _ if other => return Heard::OtherForm,
            _ => {}
        }
        if self.by.insert(voice.seat, voice).is_some() { Heard::Changed } else { Heard::New }
    }

    /// How many voices are awaited, [`FEWEST`] to all seats.
    #[must_use]
    pub const fn wanted(&self) -> usize {
        self.wanted
    }

    /// Awaits another number of voices; never fewer than are in. Once all are in, that is settled.
    pub fn want(&mut self, count: usize) {
        if !self.all_in() && (FEWEST..=Seat::ALL.len()).contains(&count) && count >= self.by.len() {
            self.wanted = count;
        }
    }

    /// Who has spoken.
    pub fn seats(&self) -> impl Iterator<Item = Seat> {
        self.by.keys().copied()
    }

    /// Whether as many are in as are awaited.
    #[must_use]
    pub const fn all_in(&self) -> bool {
        self.by.len() >= self.wanted
    }

    /// What differs, in the form's order; `None` before all are in.
    #[must_use]
    pub fn differences(&self) -> Option<Vec<Difference>> {
        let said = self.said()?.filter(|(_, said)| said.iter().any(|(_, answer)| *answer != said[0].1));
        let agreed = |item: &Item| self.agreed.get(item.id).copied();
        Some(said.map(|(item, said)| Difference { item, agreed: agreed(item), said }).collect())
    }

    /// What all say alike and know, in the form's order; `None` before all are in.
    #[must_use]
    pub fn alike(&self) -> Option<Vec<(&'static Item, Answer)>> {
        let same = |(item, said): (_, Vec<(Seat, Answer)>)| {
            let first = said[0].1;
            (first != Answer::Unknown && said.iter().all(|(_, answer)| *answer == first)).then_some((item, first))
        };
        Some(self.said()?.filter_map(same).collect())
    }

    /// Each item with what each seat said; there are voices once all are in.
    fn said(&self) -> Option<impl Iterator<Item = (&'static Item, Vec<(Seat, Answer)>)>> {
        let first = self.by.values().next().filter(|_| self.all_in())?;
        Some(first.items().enumerate().map(|(place, (item, _))| {
            (item, self.by.iter().map(|(seat, voice)| (*seat, voice.answers[place])).collect())
        }))
    }

    /// Notes what the board agreed on; only for an item on which the voices differ.
    pub fn agree(&mut self, item: &str, answer: Answer) -> bool {
        let differs = self.differences().is_some_and(|all| all.iter().any(|one| one.item.id == item));
        if differs {
            self.agreed.insert(item.to_owned(), answer);
        }
        differs
    }

    /// The text in which they outlive a reload.
    ///
    /// ```
    /// use cermin_koperasi::workshop::Voices;
    /// assert_eq!(Voices::read(&Voices::default().write()), Some(Voices::default()));
    /// ```
    #[must_use]
    pub fn write(&self) -> String {
        let mut agreed = Map::new();
        for (item, answer) in &self.agreed {
            agreed.insert(item, answer.code());
        }
        let mut file = Map::new();
        file.insert("format", FORMAT);
        file.insert("version", VERSION);
        file.insert("wanted", i64::try_from(self.wanted).unwrap_or(VERSION));
        file.insert("codes", Value::Array(self.by.values().map(|voice| Value::from(voice.code())).collect()));
        file.insert("agreed", Value::Object(agreed));
        Value::Object(file).to_string()
    }

    /// Reads that text; `None` where it is not ours or of a later version.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let file = json::parse(text).ok()?;
        let number = |key: &str| if let Value::Number(number) = &file[key] { number.whole().ok() } else { None };
        if file["format"].as_str() != Some(FORMAT) || number("version") != Some(VERSION) {
            return None;
        }
        let (mut voices, Value::Array(codes)) = (Self::default(), &file["codes"]) else { return None };
        voices.want(usize::try_from(number("wanted")?).ok()?);
        for code in codes {
            voices.add(read_voice(code.as_str()?).ok()?);
        }
        if let Value::Object(agreed) = &file["agreed"] {
            for (item, answer) in agreed.iter() {
                voices.agree(item, Answer::parse(answer.as_str()?)?);
            }
        }
        Some(voices)
    }
}
