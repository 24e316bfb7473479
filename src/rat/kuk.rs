//! The business class (KUK) by members, own capital and assets, each with its own class; the highest counts.

use serde::Serialize;

use super::book::{KUK, Kuk};
use super::facts::RatFacts;

/// A business class and what it follows from. That the highest measure decides is our reading of an "or" in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Class {
    /// The class, 1 to 4.
    pub level: u8,
    /// By members.
    pub by_members: Option<u8>,
    /// By own capital.
    pub by_capital: Option<u8>,
    /// By assets.
    pub by_assets: Option<u8>,
}

impl Class {
    /// The measures, each with its class: members, own capital, assets.
    ///
    /// ```
    /// use cermin_koperasi::{rat::class_by};
    /// let class = class_by(true, [Some(900), None, Some(120_000_000_000)]).unwrap();
    /// assert_eq!(class.by(), [Some(1), None, Some(3)], "own capital is not known");
    /// assert_eq!(class.by().into_iter().flatten().max(), Some(class.level));
    /// ```
    #[must_use]
    pub const fn by(&self) -> [Option<u8>; 3] {
        [self.by_members, self.by_capital, self.by_assets]
    }
}

/// The class, or `None` while no measure is known.
///
/// ```
/// use cermin_koperasi::rat::{RatFacts, class};
/// let found = class(&RatFacts { members: Some(612), own_capital: Some(20_000_000_000), ..RatFacts::default() }).unwrap();
/// assert_eq!((found.by_members, found.by_assets, Some(found.level)), (Some(1), None, found.by_capital));
/// assert_eq!(class(&RatFacts::default()), None);
/// ```
#[must_use]
pub fn class(facts: &RatFacts) -> Option<Class> {
    let members = facts.members.and_then(|count| i64::try_from(count).ok());
    class_by(facts.savings_loan.yes(), [members, facts.own_capital, facts.assets])
}

/// The class by members, own capital and assets, as far as they are known.
///
/// ```
/// use cermin_koperasi::rat::class_by;
/// let class = class_by(true, [Some(900), None, Some(120_000_000_000)]);
/// assert_eq!(class.map(|class| (class.level, class.by())), Some((3, [Some(1), None, Some(3)])));
/// ```
#[must_use]
pub fn class_by(savings_loan: bool, [members, own_capital, assets]: [Option<i64>; 3]) -> Option<Class> {
    let by_members = reached(savings_loan, members, |row| row.members);
    let by_capital = reached(savings_loan, own_capital, |row| row.own_capital);
    let by_assets = reached(savings_loan, assets, |row| row.assets);
    let level = [by_members, by_capital, by_assets].into_iter().flatten().max()?;
    Some(Class { level, by_members, by_capital, by_assets })
}

fn reached(lends: bool, amount: Option<i64>, least: impl Fn(&Kuk) -> i64) -> Option<u8> {
    let amount = amount?;
    let reaches = |row: &&Kuk| if row.above { amount > least(row) } else { amount >= least(row) };
    rows(lends).filter(reaches).map(|row| row.level).max()
}

/// The table of savings and loan, or that of all others, the first class first.
///
/// ```
/// use cermin_koperasi::rat::classes_of;
/// assert!(classes_of(true).map(|row| row.own_capital).eq([0, 2_500_000_000, 15_000_000_000, 50_000_000_000]));
/// assert!(classes_of(false).map(|row| row.members).eq([0, 5_000, 9_000, 35_000]));
/// ```
pub fn rows(savings_loan: bool) -> impl Iterator<Item = &'static Kuk> {
    KUK.iter().filter(move |row| row.savings_loan == savings_loan)
}
