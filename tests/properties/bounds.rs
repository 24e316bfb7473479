//! Nothing that can be entered leads off the scale, and a predicate is given only where it is sure.

use cermin_koperasi::exact::{Fraction, Range};
use cermin_koperasi::scoring::{self, Status};
use proptest::prelude::*;

use super::random::assessments;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// Whatever is entered, every score stays on its scale, and no number leaves the arithmetic.
    #[test]
    fn nothing_that_can_be_entered_leaves_the_arithmetic(assessment in assessments()) {
        let report = scoring::assess(&assessment);
        for one in &report.indicators {
            prop_assert_ne!(one.trace.status, Status::OutOfRange, "{}", one.indicator.id);
            prop_assert!(Fraction::ONE <= one.score.low && one.score.low <= one.score.high && one.score.high <= one.indicator.max);
        }
        prop_assert!(Fraction::whole(25) <= report.total.low && report.total.low <= report.total.high);
        prop_assert!(report.total.high <= Fraction::whole(100));
    }

    /// A predicate is given only when both ends of the total share it.
    #[test]
    fn a_predicate_is_given_only_when_both_ends_share_it(assessment in assessments()) {
        let report = scoring::assess(&assessment);
        let by_hand = |total: Fraction| match total {
            total if total >= Fraction::whole(80) => "sehat",
            total if total >= Fraction::whole(66) => "cukup-sehat",
            total if total >= Fraction::whole(51) => "dalam-pengawasan",
            _ => "dalam-pengawasan-khusus",
        };
        let (low, high) = (by_hand(report.total.low), by_hand(report.total.high));
        prop_assert_eq!(report.predicate.map(|one| one.unwrap().id), Range { low, high });
        prop_assert_eq!(report.settled_predicate().map(|one| one.id), (low == high).then_some(low));
    }
}
