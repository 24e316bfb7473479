//! What can be done about an item or a ratio: facts without words, the same in every language.

/// Who usually does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doer {
    /// The board as a whole.
    Pengurus,
    /// The chair.
    Ketua,
    /// The secretary.
    Sekretaris,
    /// The treasurer.
    Bendahara,
    /// The supervisors.
    Pengawas,
    /// The manager.
    Manajer,
}

impl Doer {
    /// The word used in files and in the JavaScript face.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pengurus => "pengurus",
            Self::Ketua => "ketua",
            Self::Sekretaris => "sekretaris",
            Self::Bendahara => "bendahara",
            Self::Pengawas => "pengawas",
            Self::Manajer => "manajer",
        }
    }
}

/// How long it takes, realistically.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Span {
    /// A few days.
    Days,
    /// A few weeks.
    Weeks,
    /// Some months.
    Months,
    /// Until the next members' meeting: only it can decide.
    Rat,
}

impl Span {
    /// The word used in files and in the JavaScript face.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Rat => "rat",
        }
    }
}

/// What can be done about one item or ratio. Ours, not the law's.
#[derive(Debug)]
pub struct Action {
    /// Who usually does it.
    pub who: Doer,
    /// How long it takes.
    pub time: Span,
    /// From 1 (an hour or a day with papers at hand) to 5 (months of real change).
    pub effort: u8,
    /// The office's offer that helps most, an id of the coaching texts.
    pub coaching: &'static str,
    /// Papers that prove it, ids of the document texts.
    pub evidence: &'static [&'static str],
}

impl super::Variant {
    /// Whether any item or ratio is proven by this paper, an id of the document texts.
    #[must_use]
    pub fn asks_for(&'static self, paper: &str) -> bool {
        let of_ratio = |indicator: &'static super::Indicator| match &indicator.measure {
            super::Measure::Ratio(rule) => rule.action.evidence,
            super::Measure::Checklist(_) => &[],
        };
        let of_items = self.items().map(|(_, item)| item.action.evidence);
        let of_ratios = self.indicators().map(|(_, indicator)| of_ratio(indicator));
        of_items.chain(of_ratios).any(|evidence| evidence.contains(&paper))
    }
}
