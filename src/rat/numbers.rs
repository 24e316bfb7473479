//! The numbers of letters: each carries its own, counted on from the first one's.

use super::book::{PAPERS, PaperForm};
use super::facts::PaperFacts;
use super::input::is_same;

/// What a paper that carries a number says of it.
const NUMBER: &str = "{letter_number}";
/// A number is the same with blanks in it or without: `7 / RAT`.
const SPACE: &str = "";

/// The numbers that were said: that of the first letter, and those of papers with one of their own.
#[derive(Clone, Copy, Debug)]
pub struct Numbers<'a> {
    /// The first letter's.
    pub first: &'a str,
    /// What is each paper's own, by the paper's key.
    pub papers: &'a [(&'static str, PaperFacts)],
}

impl Numbers<'_> {
    /// The number that a paper takes while it has none of its own: the first letter's, counted on by its place among the
    /// papers with a number, and past those that other papers took. `None` where the first letter's is not known or holds
    /// no number to count on.
    ///
    /// ```
    /// use cermin_koperasi::rat::{Numbers, PaperFacts, book::PAPERS};
    /// let minutes = PAPERS.iter().find(|form| form.id == "berita-acara").unwrap();
    /// let own = |number: &str| [("surat-laporan", PaperFacts { number: number.into(), ..PaperFacts::default() })];
    /// let offered = |number: &str| Numbers { first: "012/KOP/II/2027", papers: &own(number) }.offered(minutes).unwrap();
    /// assert_eq!(offered(""), "013/KOP/II/2027");
    /// assert_eq!(offered("13/KOP/II/2027"), "013/KOP/II/2027", "another number");
    /// assert_eq!(offered("013/KOP/II/2027"), "020/KOP/II/2027");
    /// ```
    #[must_use]
    pub fn offered(&self, form: &PaperForm) -> Option<String> {
        let first = self.first.trim();
        let numbered = || PAPERS.iter().filter(|other| is_numbered(other));
        let place = numbered().position(|other| other.id == form.id)?;
        let start = first.find(|sign: char| sign.is_ascii_digit())?;
        let digits = first[start..]
            .find(|sign: char| !sign.is_ascii_digit())
            .map_or(&first[start..], |end| &first[start..start + end]);
        let number = digits.parse::<u64>().ok()?;
        let rest = &first[start + digits.len()..];
        let counted = |on: usize| {
            let number = number.checked_add(u64::try_from(on).ok()?)?;
            Some(format!("{}{number:0width$}{rest}", &first[..start], width = digits.len()))
        };
        // The first letter's own number was said; whoever took it too is told so. Past the others it goes by whole series,
        // so that no two papers come to the same.
        let taken =
            |number: &str| self.papers.iter().any(|(id, own)| *id != form.id && is_same(&own.number, number, SPACE));
        let mut on = place;
        while place > 0 && taken(&counted(on)?) {
            on += numbered().count();
        }
        counted(on)
    }

    /// The paper before this one in a RAT that carries the same number by somebody's word.
    ///
    /// ```
    /// use cermin_koperasi::rat::{Numbers, PaperFacts};
    /// let own = |number: &str| PaperFacts { number: number.into(), ..PaperFacts::default() };
    /// let papers = [("berita-acara", own("7/RAT")), ("surat-laporan", own(" 7/RAT"))];
    /// let numbers = Numbers { first: "6/RAT", papers: &papers };
    /// assert_eq!(numbers.twice("surat-laporan").map(|form| form.id), Some("berita-acara"));
    /// assert!(numbers.twice("berita-acara").is_none(), "of two it is the later one");
    /// ```
    #[must_use]
    pub fn twice(&self, id: &str) -> Option<&'static PaperForm> {
        let own =
            |id: &str| self.papers.iter().find(|(known, _)| *known == id).map_or("", |(_, own)| own.number.trim());
        let number = own(id);
        let others = PAPERS.iter().filter(|form| is_numbered(form)).enumerate().take_while(|(_, form)| form.id != id);
        let said = |place: usize, form: &PaperForm| match own(form.id) {
            "" if place == 0 => self.first,
            own => own,
        };
        others.filter(|(place, form)| is_same(said(*place, form), number, SPACE)).map(|(_, form)| form).next()
    }
}

/// Whether a paper carries a number.
///
/// ```
/// use cermin_koperasi::rat::{book::PAPERS, is_numbered};
/// let of = |id: &str| PAPERS.iter().find(|form| form.id == id).unwrap();
/// assert!(is_numbered(of("undangan")) && !is_numbered(of("daftar-hadir")));
/// ```
#[must_use]
pub fn is_numbered(form: &PaperForm) -> bool {
    form.says(NUMBER)
}
