//! A move of money, in sentences.

use crate::advice::{Blocked, Shift, Way};
use crate::assessment::Assessment;
use crate::exact::Fraction;
use crate::locale::{Locale, Words, fill};
use crate::money::rupiah;
use crate::rulebook::{Account, Deed, Direction, Move};

/// What a way asks for, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayWords {
    /// What is done: *Tagih: Pinjaman kepada anggota*.
    pub deed: String,
    /// What every account does, the leading one first, then what keeps the balance: *Kas naik Rp1.000.000*.
    pub shifts: Vec<String>,
    /// Said where only a members' meeting can decide it.
    pub needs_rat: Option<&'static str>,
}

impl Locale {
    /// A way to the next band.
    #[must_use]
    pub fn way(self, assessment: &Assessment, way: &Way) -> WayWords {
        WayWords {
            deed: self.movement(assessment, way.movement),
            shifts: way.shifts.iter().map(|shift| self.shift(assessment, shift, way.rupiah)).collect(),
            needs_rat: way.movement.rat.then_some(self.words().advice.way.needs_rat),
        }
    }

    /// What a move is: *Tagih: Pinjaman kepada anggota*.
    #[must_use]
    pub fn movement(self, assessment: &Assessment, movement: &Move) -> String {
        let account = &assessment.variant.accounts[usize::from(movement.lead.account)];
        fill(self.words().deed(movement.deed), &[("account", &self.account(assessment, account))])
    }

    /// Why a move does not do it.
    #[must_use]
    pub fn blocked(self, assessment: &Assessment, why: Blocked) -> String {
        let words = &self.words().advice.way;
        match why {
            Blocked::NeverReaches => words.never_reaches.to_owned(),
            Blocked::Breaks(_) => words.breaks.to_owned(),
            Blocked::OutOfRange => words.out_of_range.to_owned(),
            Blocked::Unknown(id) => {
                let name = assessment.rulebook.text(self).figure(assessment.variant, id).unwrap_or(id);
                fill(words.unknown, &[("account", &name)])
            }
            Blocked::TooFar { needed, most } => {
                let [needed, most] = [needed, most].map(|amount| rupiah(Fraction::whole(amount), self));
                fill(words.too_far, &[("needed", &needed), ("most", &most)])
            }
        }
    }

    fn shift(self, assessment: &Assessment, shift: &Shift, amount: i64) -> String {
        let words = &self.words().advice.way;
        let text = match shift.direction {
            Direction::Up => words.up,
            Direction::Down => words.down,
        };
        let amount = rupiah(Fraction::whole(amount), self);
        fill(text, &[("account", &self.account(assessment, shift.account)), ("amount", &amount)])
    }

    fn account(self, assessment: &Assessment, account: &Account) -> &'static str {
        let text = assessment.rulebook.text(self);
        // The compiler refuses a book with an account without words.
        text.figure(assessment.variant, account.id).unwrap_or("")
    }
}

impl Words {
    /// What a board does with an account, `Tagih: {account}`.
    #[must_use]
    pub const fn deed(&self, deed: Deed) -> &'static str {
        let deeds = &self.advice.deed;
        match deed {
            Deed::Collect => deeds.collect,
            Deed::Lend => deeds.lend,
            Deed::Admit => deeds.admit,
            Deed::Cure => deeds.cure,
            Deed::WriteOff => deeds.write_off,
            Deed::Provide => deeds.provide,
            Deed::Reserve => deeds.reserve,
            Deed::Gather => deeds.gather,
            Deed::Convert => deeds.convert,
            Deed::Extend => deeds.extend,
            Deed::Repay => deeds.repay,
            Deed::Borrow => deeds.borrow,
            Deed::Draw => deeds.draw,
            Deed::Place => deeds.place,
            Deed::Sell => deeds.sell,
            Deed::Buy => deeds.buy,
            Deed::Save => deeds.save,
            Deed::Earn => deeds.earn,
        }
    }
}
