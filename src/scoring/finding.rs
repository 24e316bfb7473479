//! What the books check can notice.

use crate::exact::Fraction;
use crate::money::Rupiah;
use crate::rulebook::Year;

/// Something the books check noticed.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A check of the rulebook does not hold.
    Check {
        /// The check's id: `balance`, `result`, `bad-loans`, `thousands`.
        id: &'static str,
        /// The year it was made for.
        year: Year,
        /// Its left side.
        left: Fraction,
        /// Its right side.
        right: Fraction,
        /// The difference that tells why it matters.
        difference: Option<&'static str>,
    },
    /// An amount that is taken away by itself (*penyisihan*, *akumulasi*) was typed with a minus.
    ContraSign {
        /// The account.
        account: &'static str,
        /// The year.
        year: Year,
        /// What was typed.
        amount: Rupiah,
    },
    /// An amount that cannot be negative is.
    Negative {
        /// The account.
        account: &'static str,
        /// The year.
        year: Year,
        /// What was typed.
        amount: Rupiah,
    },
}

impl Finding {
    /// Its stable id.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::{Amount, Assessment}, rulebook::RULEBOOKS, scoring};
    /// let mut ours = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
    /// ours.statements.current.put("penyisihan_piutang", Some(Amount::Known((-42_000_000).into())));
    /// assert_eq!(scoring::findings(&ours)[0].id(), "contra-sign");
    /// ```
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Check { id, .. } => id,
            Self::ContraSign { .. } => "contra-sign",
            Self::Negative { .. } => "negative",
        }
    }

    /// The year it concerns.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::{Amount, Assessment}, rulebook::{RULEBOOKS, Year}, scoring};
    /// let mut ours = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
    /// ours.statements.prior.put("kas", Some(Amount::Known((-5_000).into())));
    /// assert_eq!(scoring::findings(&ours)[0].year(), Year::Prior);
    /// ```
    #[must_use]
    pub const fn year(&self) -> Year {
        match self {
            Self::Check { year, .. } | Self::ContraSign { year, .. } | Self::Negative { year, .. } => *year,
        }
    }
}
