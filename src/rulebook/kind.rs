//! Kinds of cooperative. The compiler of rulebooks reads this very file, so it knows the same ones.

/// What kind of cooperative one is, as its board says it. What a kind means for scores, forms and classes stands with what asks,
/// each time matched whole: a new kind is to be thought about there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoopKind {
    /// *Koperasi simpan pinjam*: savings and loan.
    Ksp,
    /// *Unit simpan pinjam*: the savings-and-loan unit of another cooperative.
    Usp,
    /// *Sektor riil*: consumers', producers', services or marketing.
    Riil,
    /// *Koperasi Desa/Kelurahan Merah Putih*: that of a village.
    Kdmp,
    /// *Serba usaha*: it trades and has a savings-and-loan unit.
    Serba,
    /// *Syariah*: by the principles of sharia, whatever it does.
    Sharia,
    /// *Koperasi sekunder*: its members are cooperatives.
    Secondary,
    /// Another, which no known form is for.
    Other,
}

impl CoopKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 8] =
        [Self::Ksp, Self::Usp, Self::Riil, Self::Kdmp, Self::Serba, Self::Sharia, Self::Secondary, Self::Other];

    /// Its word in files, in rulebooks and in the JavaScript face.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ksp => "ksp",
            Self::Usp => "usp",
            Self::Riil => "riil",
            Self::Kdmp => "kdmp",
            Self::Serba => "serba",
            Self::Sharia => "syariah",
            Self::Secondary => "sekunder",
            Self::Other => "other",
        }
    }

    /// The kind of a word. A word of a later build is none.
    ///
    /// ```
    /// use cermin_koperasi::rulebook::CoopKind;
    /// assert_eq!(CoopKind::parse("syariah"), Some(CoopKind::Sharia));
    /// assert!(CoopKind::ALL.into_iter().all(|kind| CoopKind::parse(kind.code()) == Some(kind)));
    /// assert_eq!(CoopKind::parse("KSP"), None);
    /// ```
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Several kinds: a bit for each. A list of them would take half a kilobyte more to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoopKinds(pub(super) u8);

impl CoopKinds {
    /// Whether a kind is one of them.
    ///
    /// ```
    /// use cermin_koperasi::rulebook::{self, CoopKind};
    /// let loans = rulebook::find("kkpkk-2021").unwrap().variant("ksp12").unwrap();
    /// assert!(loans.kinds.contains(CoopKind::Usp) && !loans.kinds.contains(CoopKind::Kdmp));
    /// ```
    #[must_use]
    pub const fn contains(self, kind: CoopKind) -> bool {
        (self.0 >> kind as u8) & 1 == 1
    }
}
