//! One board member's voice: every answer of a form, and the seat it comes from. No name, no rupiah.
//!
//! Several voices of one board are held against each other ([`crate::workshop::Voices`]). They travel as results do, as a QR
//! picture, typed groups or a small file:
//!
//! | bits | what |
//! |---|---|
//! | 5 | [`VOICE_SIGN`], which no result begins with |
//! | 5 | version |
//! | 4 | form, a number of [`FORMS`] |
//! | 3 | seat |
//! | 2 an item | *belum tahu*, *ya*, *tidak*, *tidak berlaku* |
//! | 32 | check, as in a result |
//!
//! With the 145 items of KKPKK 2021 that is seven groups.

use super::bits::{self, Bits, Reader};
use super::form::{FORMS, VOICE_FILE, VOICE_SIGN, known};
use super::{Fault, QR_START, file, symbols};
use crate::assessment::{Answer, Assessment};
use crate::rulebook::{Item, Rulebook, Variant};

/// The version of the code that this build writes, and the newest it reads.
const VERSION: u8 = 1;
/// Bits before the answers.
const HEAD: usize = 17;

/// In the order of their numbers, which never change.
const ANSWERS: [Answer; 4] = [Answer::Unknown, Answer::Yes, Answer::No, Answer::NotApplicable];

/// Whose voice it is. Each seat speaks once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seat {
    /// *Ketua*.
    Chair,
    /// *Sekretaris*.
    Secretary,
    /// *Bendahara*.
    Treasurer,
    /// *Pengawas*, the first.
    Supervisor1,
    /// *Pengawas*, the second.
    Supervisor2,
    /// *Pengawas*, the third.
    Supervisor3,
    /// *Manajer*.
    Manager,
}

impl Seat {
    /// All of them, in the order of their numbers in a code, which never change.
    pub const ALL: [Self; 7] = [
        Self::Chair,
        Self::Secretary,
        Self::Treasurer,
        Self::Supervisor1,
        Self::Supervisor2,
        Self::Supervisor3,
        Self::Manager,
    ];

    /// Its word in marks and file names.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Chair => "ketua",
            Self::Secretary => "sekretaris",
            Self::Treasurer => "bendahara",
            Self::Supervisor1 => "pengawas-1",
            Self::Supervisor2 => "pengawas-2",
            Self::Supervisor3 => "pengawas-3",
            Self::Manager => "manajer",
        }
    }

    /// The seat of a word.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|seat| seat.code() == code)
    }
}

/// One board member's answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// The rulebook of the form.
    pub rulebook: &'static Rulebook,
    /// The form that was filled in.
    pub variant: &'static Variant,
    /// Whose answers they are.
    pub seat: Seat,
    /// By item, in the form's order.
    pub answers: Vec<Answer>,
}

impl Voice {
    /// The answers of an assessment, spoken from a seat. `None` for a form that has no code.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::{Answer, Assessment}, exchange::levels::{Seat, Voice, read_voice}, rulebook};
    /// let book = rulebook::find("kkpkk-2021").unwrap();
    /// let mut said = Assessment::new(book, &book.variants[0]);
    /// said.answers.insert("A.I.1.a", Answer::No);
    /// let voice = Voice::of(&said, Seat::Treasurer).unwrap();
    /// assert_eq!((voice.typed().len(), voice.answers[0]), (7, Answer::No));
    /// assert_eq!(read_voice(&voice.code()), Ok(voice));
    /// ```
    #[must_use]
    pub fn of(assessment: &Assessment, seat: Seat) -> Option<Self> {
        let (rulebook, variant) = (assessment.rulebook, assessment.variant);
        FORMS.iter().position(|known| *known == (rulebook.id, variant.id))?;
        let answers = items(variant).map(|item| assessment.answer(item.id)).collect();
        Some(Self { rulebook, variant, seat, answers })
    }

    /// Each item with its answer, in the form's order.
    pub fn items(&self) -> impl Iterator<Item = (&'static Item, Answer)> {
        items(self.variant).zip(self.answers.iter().copied())
    }

    /// The code to type, group by group.
    #[must_use]
    pub fn typed(&self) -> Vec<String> {
        symbols::typed(&self.symbols())
    }

    /// The code in one piece.
    #[must_use]
    pub fn code(&self) -> String {
        symbols::code(&self.symbols())
    }

    /// What the QR picture says; version 5-M is always enough.
    #[must_use]
    pub fn qr_text(&self) -> String {
        QR_START.to_owned() + &self.code()
    }

    /// The text of a small file.
    #[must_use]
    pub fn file(&self) -> String {
        file::write(VOICE_FILE, &self.typed())
    }

    fn symbols(&self) -> Vec<u8> {
        let mut bits = Bits::default();
        let form = (self.rulebook.id, self.variant.id);
        bits.put(usize::from(VOICE_SIGN), 5);
        bits.put(usize::from(VERSION), 5);
        bits.put(FORMS.iter().position(|known| *known == form).unwrap_or(0), 4);
        bits.put_place(&Seat::ALL, Some(&self.seat), 3);
        for answer in &self.answers {
            bits.put(ANSWERS.iter().position(|one| one == answer).unwrap_or(0), 2);
        }
        bits.close()
    }
}

fn items(variant: &'static Variant) -> impl Iterator<Item = &'static Item> {
    variant.items().map(|(_, item)| item)
}

/// Reads a voice as typed, pasted or read by a camera.
///
/// # Errors
/// [`Fault`]: what is wrong, and in which group.
pub fn read_voice(text: &str) -> Result<Voice, Fault> {
    voice(&symbols::read_symbols(text, groups)?)
}

/// Reads the small file of a voice; a bare code is taken as well.
///
/// # Errors
/// [`Fault`].
pub fn read_voice_file(text: &str) -> Result<Voice, Fault> {
    file::read_code(text, VOICE_FILE, read_voice)
}

/// How many groups the code has whose first group this is.
fn groups(first: &[u8]) -> Result<usize, Fault> {
    let (_, variant) = head(&mut Reader::new(first))?;
    Ok(bits::groups(HEAD + 2 * items(variant).count()))
}

/// Sign, version and form.
fn head(reader: &mut Reader) -> Result<(&'static Rulebook, &'static Variant), Fault> {
    if reader.take(5) != usize::from(VOICE_SIGN) {
        return Err(Fault::Result);
    }
    let version = u8::try_from(reader.take(5)).unwrap_or(0);
    if version == VERSION { known(reader.take(4)) } else { Err(Fault::Newer { version }) }
}

fn voice(symbols: &[u8]) -> Result<Voice, Fault> {
    let mut reader = Reader::new(symbols);
    let (rulebook, variant) = head(&mut reader)?;
    let seat = reader.take_place(&Seat::ALL, 3)?.ok_or(Fault::Mixed)?;
    let answers: Vec<Answer> = items(variant).map(|_| ANSWERS[reader.take(2)]).collect();
    let offered =
        items(variant).zip(&answers).all(|(item, answer)| item.not_applicable || *answer != Answer::NotApplicable);
    if offered && reader.closes() { Ok(Voice { rulebook, variant, seat, answers }) } else { Err(Fault::Mixed) }
}
