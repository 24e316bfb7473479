//! What a board can do to its books. The compiler of rulebooks reads this very file, so it knows the same deeds.

macro_rules! deeds {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal),+ $(,)?) => {
        /// What a board does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Deed { $($(#[doc = $doc])+ $name),+ }

        impl Deed {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The word used in files and in the JavaScript face.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The deed of a word.
            ///
            /// ```
            /// use cermin_koperasi::rulebook::Deed;
            /// assert_eq!(Deed::parse("write-off"), Some(Deed::WriteOff));
            /// assert_eq!(Deed::parse("WriteOff"), None);
            /// ```
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|deed| deed.code() == code)
            }
        }
    };
}

deeds! {
    /// Calls in what is owed.
    Collect = "collect",
    /// Lends to members.
    Lend = "lend",
    /// Takes others in as members.
    Admit = "admit",
    /// Brings a bad loan back into order.
    Cure = "cure",
    /// Takes a lost loan off the books, against what was set aside for it.
    WriteOff = "write-off",
    /// Sets more aside for bad loans, at the cost of the result.
    Provide = "provide",
    /// Puts result or reserve into a reserve.
    Reserve = "reserve",
    /// Takes in savings or capital.
    Gather = "gather",
    /// Turns savings into own capital.
    Convert = "convert",
    /// Turns short into long terms.
    Extend = "extend",
    /// Pays back.
    Repay = "repay",
    /// Borrows.
    Borrow = "borrow",
    /// Draws placed money back.
    Draw = "draw",
    /// Places money.
    Place = "place",
    /// Sells at book value.
    Sell = "sell",
    /// Buys.
    Buy = "buy",
    /// Spends less.
    Save = "save",
    /// Earns more.
    Earn = "earn",
}
