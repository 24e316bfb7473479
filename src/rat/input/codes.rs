//! The words by which forms, save files and JavaScript name a choice.

use super::Purpose;
use super::{Answer, Area, DocumentState, Form, LetterGround, LetterKind, Level, Loss, Predicate};

/// A choice among a few, each with its code.
pub trait Coded: Copy + PartialEq + 'static {
    /// Every choice with its code, in the order they are offered.
    const ALL: &'static [(Self, &'static str)];

    /// The code of this choice.
    #[must_use]
    fn code(self) -> &'static str {
        Self::ALL.iter().find(|(choice, _)| *choice == self).map_or("", |(_, code)| code)
    }

    /// The choice of a code.
    ///
    /// ```
    /// use cermin_koperasi::rat::{Answer, Coded};
    /// assert_eq!(Answer::parse("yes"), Some(Answer::Yes));
    /// assert_eq!(Answer::parse("maybe"), None);
    /// ```
    #[must_use]
    fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == code).map(|(choice, _)| *choice)
    }
}

macro_rules! coded {
    ($($kind:ident { $($choice:ident $code:literal),* })*) => {$(
        impl Coded for $kind {
            const ALL: &'static [(Self, &'static str)] = &[$((Self::$choice, $code)),*];
        }
    )*};
}

coded! {
    Answer { Yes "yes", No "no", Unknown "unknown" }
    Level { Primary "primary", Secondary "secondary" }
    Area { Regency "regency", Province "province", National "national" }
    Form { InPerson "inPerson", Online "online", Hybrid "hybrid", Written "written", Groups "groups", Unknown "unknown" }
    Predicate {
        Sehat "sehat", CukupSehat "cukupSehat", DalamPengawasan "dalamPengawasan",
        DalamPengawasanKhusus "dalamPengawasanKhusus", None "none"
    }
    LetterKind {
        Warning "warning", DissolutionPlan "dissolutionPlan", CourtRuling "courtRuling", Bankruptcy "bankruptcy",
        DissolutionDecree "dissolutionDecree"
    }
    LetterGround {
        NoMeeting "noMeeting", NoBusiness "noBusiness", Breach "breach", PublicOrder "publicOrder",
        NoSurvival "noSurvival"
    }
    DocumentState { Have "have", Missing "missing", Unknown "unknown", NotNeeded "notNeeded" }
    Loss { Unknown "unknown", Reserve "reserve", Members "members", Carried "carried" }
    Purpose { Ordinary "ordinary", Amendment "amendment", Dissolution "dissolution", Extraordinary "extraordinary" }
}
