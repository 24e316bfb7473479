//! What keeps a cooperative from doing better, as its board names it: what an office's *konsolidasi* is held for.

use crate::exchange::json::{Map, Value};

/// The key under which a save file carries them, beside what the rules know. A build that does not know it carries it along.
const KEY: &str = "obstacles";
/// The most that a board names.
pub const MOST_OBSTACLES: usize = 3;

/// An obstacle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The members' meeting costs too much.
    RatCost,
    /// Nobody keeps the books.
    NoBookkeeper,
    /// Members are passive.
    PassiveMembers,
    /// Capital is short.
    Capital,
    /// There is a quarrel.
    Quarrel,
    /// There are no premises.
    Premises,
    /// A permit is missing.
    Permits,
    /// There is no internet.
    NoInternet,
    /// Something else.
    Other,
}

impl Obstacle {
    /// All of them, in the order of their bits in a code, which never change.
    pub const ALL: [Self; 9] = [
        Self::RatCost,
        Self::NoBookkeeper,
        Self::PassiveMembers,
        Self::Capital,
        Self::Quarrel,
        Self::Premises,
        Self::Permits,
        Self::NoInternet,
        Self::Other,
    ];

    /// Those a work names, in what its file [kept](crate::exchange::save::Opened::kept): numbers of [`ALL`](Self::ALL).
    ///
    /// ```
    /// use cermin_koperasi::exchange::{json::Map, levels::Obstacle};
    /// let mut kept = Map::new();
    /// Obstacle::toggle(&mut kept, 2);
    /// assert_eq!(Obstacle::of(&kept), [Obstacle::PassiveMembers]);
    /// [0, 1, 3, 2].map(|place| Obstacle::toggle(&mut kept, place));
    /// assert_eq!(Obstacle::of(&kept), [Obstacle::RatCost, Obstacle::NoBookkeeper], "three at most; again takes it back");
    /// ```
    #[must_use]
    pub fn of(kept: &Map) -> Vec<Self> {
        let Some(Value::Array(named)) = kept.get(KEY) else { return Vec::new() };
        let number = |one: &Value| if let Value::Number(number) = one { number.whole().ok() } else { None };
        let named: Vec<i64> = named.iter().filter_map(number).collect();
        let is_named = |(place, one): (i64, Self)| named.contains(&place).then_some(one);
        (0..).zip(Self::ALL).filter_map(is_named).take(MOST_OBSTACLES).collect()
    }

    /// Names the one of a number, if there is room for it; or no longer.
    pub fn toggle(kept: &mut Map, place: usize) {
        let Some(one) = Self::ALL.get(place) else { return };
        let mut named = Self::of(kept);
        match named.iter().position(|known| known == one) {
            Some(at) => drop(named.remove(at)),
            None if named.len() < MOST_OBSTACLES => named.push(*one),
            None => return,
        }
        kept.insert(KEY, Value::Array(named.into_iter().map(|one| Value::from(one as i64)).collect()));
    }
}
