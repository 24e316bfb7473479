//! The books: balance sheet, result statement and memo amounts of two years, in whole rupiah.

use super::Given;
use crate::money::Rupiah;
use crate::rulebook::{Account, Group, Statement, Variant, Year};
use crate::sorted_map::SortedMap;

/// One figure of the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many rupiah.
    Known(Rupiah),
    /// *Belum tahu*.
    Unknown,
}

impl Amount {
    /// Known, and nothing.
    pub const ZERO: Self = Self::Known(Rupiah::ZERO);

    /// So many rupiah, if that is known.
    #[must_use]
    pub const fn known(self) -> Option<Rupiah> {
        match self {
            Self::Known(rupiah) => Some(rupiah),
            Self::Unknown => None,
        }
    }
}

/// The figures of one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// What was entered, by account.
    pub amounts: Given<Account, Amount>,
    /// What was entered and waits for a yes, as it was written. Until then it counts as unknown, never as zero.
    pub waiting: SortedMap<String, String>,
    /// Whether its owner says that blanks are zero.
    pub complete: bool,
}

impl Book {
    /// An empty book.
    #[must_use]
    pub fn new(variant: &'static Variant) -> Self {
        Self { amounts: Given::new(variant), waiting: SortedMap::new(), complete: false }
    }

    /// Puts an amount in, or takes it out; nothing of the account waits any more.
    pub fn put(&mut self, account: &str, amount: Option<Amount>) {
        self.waiting.remove(account);
        match amount {
            Some(amount) => self.amounts.insert(account, amount),
            None => self.amounts.remove(account),
        };
    }

    /// Lets what was written wait for a yes, in the place of what stood there.
    pub fn wait(&mut self, account: &str, text: String) {
        self.amounts.remove(account);
        self.waiting.insert(account.to_owned(), text);
    }

    /// What was entered, if that can be counted.
    fn entered(&self, account: &Account) -> Option<Amount> {
        // Mostly nothing waits, and looking for it would cost more than the amount.
        let waits = !self.waiting.is_empty() && self.waiting.contains_key(account.id);
        if waits { Some(Amount::Unknown) } else { self.amounts.of(account) }
    }
}

/// The books of the year under examination and of the year before.
#[derive(Clone, Debug, PartialEq)]
pub struct Statements {
    /// This year's.
    pub current: Book,
    /// Last year's.
    pub prior: Book,
}

impl Statements {
    /// Two empty books.
    #[must_use]
    pub fn new(variant: &'static Variant) -> Self {
        Self { current: Book::new(variant), prior: Book::new(variant) }
    }

    /// The book of a year.
    #[must_use]
    pub const fn year(&self, year: Year) -> &Book {
        match year {
            Year::Current => &self.current,
            Year::Prior => &self.prior,
        }
    }

    /// The figure of an account in a year: what was entered; unknown while it waits for a yes. A blank is zero where its
    /// owner calls the book complete *and* has entered anything of that part of it, or the rest of the book speaks of
    /// nothing in it; and unknown otherwise: nobody says by one tick that a statement which was never opened is nothing but
    /// zeros while a surplus or loans stand beside it.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::{Amount, Statements}, rulebook::{RULEBOOKS, Year}};
    /// let variant = &RULEBOOKS[0].variants[0];
    /// let mut books = Statements::new(variant);
    /// books.current.complete = true;
    /// books.current.put("kas", Some(Amount::Known(250_000.into())));
    /// let amount = |account| books.amount(variant, Year::Current, account);
    /// assert_eq!(amount("giro"), Amount::ZERO);
    /// assert_eq!(amount("pembiayaan_macet"), Amount::ZERO);
    /// books.current.put("piutang_anggota", Some(Amount::Known(3_000_000.into())));
    /// let amount = |account| books.amount(variant, Year::Current, account);
    /// assert_eq!(amount("pembiayaan_macet"), Amount::Unknown, "loans stand beside it, whose classes nobody opened");
    /// ```
    #[must_use]
    pub fn amount(&self, variant: &Variant, year: Year, account: &str) -> Amount {
        match variant.account_index(account) {
            Some(place) => self.amount_at(variant, year, place),
            // What the form does not ask for is no gap in a complete book.
            None if self.year(year).complete => Amount::ZERO,
            None => Amount::Unknown,
        }
    }

    /// The same by the account's place in the form: formulas know it, and need not search.
    #[must_use]
    pub fn amount_at(&self, variant: &Variant, year: Year, place: usize) -> Amount {
        let book = self.year(year);
        match book.entered(&variant.accounts[place]) {
            Some(amount) => amount,
            None if book.complete && self.is_opened(variant, year, place) => Amount::ZERO,
            None => Amount::Unknown,
        }
    }

    /// Whether the part of an account may be called complete; what is not asked for is.
    fn is_opened(&self, variant: &Variant, year: Year, place: usize) -> bool {
        let group = variant.groups.iter().find(|group| group.places().contains(&place));
        group.is_none_or(|group| {
            !group.is_asked(variant, year)
                || self.has_entry(variant, year, group)
                || !self.is_spoken_of(variant, year, group)
        })
    }

    /// Whether the books check sets a figure of another part, which is there and not zero, against this part.
    fn is_spoken_of(&self, variant: &Variant, year: Year, group: &Group) -> bool {
        let own = |place: usize| {
            let other = variant.groups.iter().find(|one| one.places().contains(&place));
            other.is_some_and(|other| is_one_part(group, other))
        };
        let counts = |place: usize| {
            let entered = self.year(year).entered(&variant.accounts[place]);
            entered.is_some_and(|amount| amount != Amount::ZERO)
        };
        variant.checks.iter().any(|check| {
            let mut places = Vec::new();
            for side in [&check.left, &check.right] {
                side.accounts(variant, &mut |place| places.push(place));
            }
            places.iter().any(|place| own(*place)) && places.iter().any(|place| !own(*place) && counts(*place))
        })
    }

    /// Whether anything is said, *belum tahu* included, in the part of the books that a group belongs to. The balance sheet is one part, the
    /// result statement another; beside them each list is its own, but what follows a list rests on it, as collateral does
    /// on loans.
    #[must_use]
    pub fn has_entry(&self, variant: &Variant, year: Year, group: &Group) -> bool {
        let mut part = variant.groups.iter().filter(|one| is_one_part(group, one));
        let entered = |account| self.year(year).entered(account).is_some();
        part.any(|group| group.accounts(variant).iter().any(entered))
    }

    /// The book of a year, to write in.
    pub const fn year_mut(&mut self, year: Year) -> &mut Book {
        match year {
            Year::Current => &mut self.current,
            Year::Prior => &mut self.prior,
        }
    }
}

/// Whether what another group holds speaks for this one.
fn is_one_part(group: &Group, other: &Group) -> bool {
    other.statement == group.statement && (group.statement != Statement::Memo || other.first <= group.first)
}
