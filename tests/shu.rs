//! The division of the surplus: exact to the rupiah for any input, and nothing taken from a list that is not whole.
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::page::wing;
use cermin_koperasi::rat::book::rule;
use cermin_koperasi::rat::{FieldError, Loss, RatInput, ShuInput};
use cermin_koperasi::shu::{self, FaultKind, Member, Outcome, WHOLE, each, members, notes, outcome, shared};
use proptest::prelude::*;

fn said(shares: [i64; 9]) -> ShuInput {
    ShuInput { shares: shares.map(Some), ..ShuInput::default() }
}

/// Shares that make a whole.
fn whole() -> impl Strategy<Value = [i64; 9]> {
    proptest::array::uniform8(0..=WHOLE).prop_map(|mut cuts| {
        cuts.sort_unstable();
        let mut shares = [0; 9];
        for (place, share) in shares.iter_mut().enumerate() {
            let low = if place == 0 { 0 } else { cuts[place - 1] };
            *share = cuts.get(place).copied().unwrap_or(WHOLE) - low;
        }
        shares
    })
}

proptest! {
    #[test]
    fn a_division_is_exact_fair_and_never_overflows(
        amount in prop_oneof![0..=i64::MAX, Just(i64::MAX), 0..1_000_i64],
        weights in proptest::collection::vec(prop_oneof![0..=i64::MAX, Just(i64::MAX), 0..10_i64], 1..40),
    ) {
        let all: i128 = weights.iter().copied().map(i128::from).sum();
        let Some((shares, rest)) = shared(amount, &weights) else {
            prop_assert_eq!(all, 0);
            return Ok(());
        };
        prop_assert_eq!(shares.iter().copied().map(i128::from).sum::<i128>(), i128::from(amount));
        prop_assert!(rest >= 0 && rest < i64::try_from(weights.len()).unwrap());
        for (share, weight) in shares.iter().zip(&weights) {
            // Nobody is a whole rupiah away from what is exactly due.
            let due = i128::from(amount) * i128::from(*weight) / all;
            prop_assert!(i128::from(*share) == due || i128::from(*share) == due + 1);
            prop_assert!(*weight > 0 || *share == 0);
        }
        for (one, other) in (0..weights.len()).zip(1..weights.len()) {
            prop_assert!(weights[one] <= weights[other] || shares[one] >= shares[other]);
            prop_assert!(weights[other] <= weights[one] || shares[other] >= shares[one]);
        }
    }

    #[test]
    fn funds_make_the_surplus_and_a_loss_is_borne_whole(
        shares in whole(), result in any::<i64>(), reserve in any::<i64>(), how in 0..3,
    ) {
        let loss = [Loss::Reserve, Loss::Members, Loss::Carried][usize::try_from(how).unwrap()];
        match outcome(&ShuInput { loss, ..said(shares) }, result, reserve) {
            Outcome::Shared { parts, rest } => {
                prop_assert_eq!(parts.iter().map(|part| i128::from(part.amount)).sum::<i128>(), i128::from(result));
                prop_assert_eq!(parts.iter().map(|part| part.share).sum::<i64>(), WHOLE);
                prop_assert!((0..9).contains(&rest));
            }
            Outcome::Loss { reserve: covered, members, carried } => {
                let loss = i128::from(result).abs().min(i128::from(i64::MAX));
                prop_assert_eq!(i128::from(covered) + i128::from(members) + i128::from(carried), loss);
                prop_assert!(covered <= reserve.max(0) && covered >= 0 && members >= 0 && carried >= 0);
            }
            Outcome::Nothing => prop_assert_eq!(result, 0),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn members_get_all_of_what_is_theirs(
        rows in proptest::collection::vec((0..1_000_000_000_000_i64, 0..1_000_000_000_000_i64), 1..30),
        capital in -1_000_000_000_i64..1_000_000_000, business in 0..1_000_000_000_i64,
    ) {
        let text: Vec<String> = (1..).zip(&rows).map(|(number, (savings, trade))| format!("{number:04}\t{savings}\t{trade}")).collect();
        let list = members(&text.join("\n")).unwrap();
        let (by_capital, by_business) = each(&list, (capital, business));
        prop_assert_eq!(by_capital.is_some(), rows.iter().any(|row| row.0 > 0));
        prop_assert!(by_capital.is_none_or(|shares| shares.iter().sum::<i64>() == capital));
        prop_assert!(by_business.is_none_or(|shares| shares.iter().sum::<i64>() == business));
    }

    #[test]
    fn any_text_is_a_list_or_a_fault_in_one_of_its_lines(text in "[ 0-9A-Za-z.,;\t\n-]{0,80}") {
        match members(&text) {
            Ok(list) => prop_assert!(list.iter().all(|member| member.savings >= 0 && member.business >= 0)),
            Err(fault) => prop_assert!((1..=text.lines().count()).contains(&fault.line)),
        }
    }
}

#[test]
fn a_list_is_taken_whole_or_not_at_all() {
    let fault = |text: &str| members(text).map_err(|fault| (fault.line, fault.kind)).unwrap_err();
    assert_eq!(fault("1\t5\t5\n2\t5"), (2, FaultKind::Cells));
    assert_eq!(fault("1\t5\t5\nSiti Aminah\t5\t5"), (2, FaultKind::Number));
    assert_eq!(fault("Siti2\t5\t5"), (1, FaultKind::Number), "a name with a figure behind it");
    assert_eq!(fault("1\t5\t5\n\n1\t6\t6"), (3, FaultKind::Twice));
    for amount in ["", "x", "-5", "1,5 juta", "1.23.456", "1,234"] {
        assert_eq!(fault(&format!("1\t5\t{amount}")), (1, FaultKind::Amount), "{amount}");
    }
    let many: Vec<String> = (0..=shu::MOST_MEMBERS).map(|number| format!("{number}\t1\t1")).collect();
    assert_eq!(fault(&many.join("\n")), (shu::MOST_MEMBERS + 1, FaultKind::TooMany));
    let member = |number: &str, savings, business| Member { number: number.into(), savings, business };
    let list = members("Nomor;Simpanan;Transaksi\nA-007;Rp 1.500.000;250.000\n8/2014;0;-").unwrap();
    assert_eq!(list, [member("A-007", 1_500_000, 250_000), member("8/2014", 0, 0)]);
    assert_eq!(members(""), Ok(vec![]));
    assert_eq!(each(&list, (10, 10)).1, Some(vec![10, 0]));
}

#[test]
fn a_division_waits_for_a_whole() {
    let quarter = said([2_500, 2_000, 2_500, 1_000, 500, 500, 500, 500, 0]);
    let Outcome::Shared { parts, rest } = outcome(&quarter, 163_867_580, 0) else { panic!() };
    assert_eq!((parts.len(), rest), (8, 0));
    assert_eq!((parts[0].amount, outcome(&quarter, 163_867_580, 0).members()), (40_966_895, (32_773_516, 40_966_895)));
    assert_eq!(outcome(&said([2_500, 0, 0, 0, 0, 0, 0, 0, 1]), 5, 0), Outcome::NotWhole(2_501));
    assert_eq!(outcome(&said([WHOLE; 9]), 5, 0), Outcome::NotWhole(9 * WHOLE));
    assert_eq!(outcome(&quarter, -5, 0), Outcome::OpenLoss);
    let bears = ShuInput { loss: Loss::Members, ..quarter };
    assert_eq!(outcome(&bears, -500, 200).members(), (-300, 0));
    assert_eq!(outcome(&bears, -500, -200), Outcome::Loss { reserve: 0, members: 500, carried: 0 });
}

#[test]
fn where_law_and_articles_differ_a_sentence_says_so() {
    let rules = |shares, kdmp| notes(&said(shares), kdmp).into_iter().map(|(_, rule)| rule).collect::<Vec<_>>();
    assert_eq!(rules([2_500, 2_000, 4_500, 0, 0, 1_000, 0, 0, 0], false), []);
    assert_eq!(rules([2_499, 2_000, 4_501, 0, 0, 1_000, 0, 0, 0], false), [rule::SHU_01]);
    assert_eq!(rules([2_500, 4_000, 3_500, 0, 0, 0, 0, 0, 0], false), [rule::ISI_06, rule::SHU_04]);
    assert_eq!(rules([2_500, 2_000, 3_000, 0, 0, 501, 0, 1_999, 0], true), [rule::SHU_02]);
    assert_eq!(rules([2_500, 2_000, 3_000, 0, 0, 500, 0, 2_000, 0], true), []);
    assert_eq!(rules([0, 0, WHOLE, 0, 0, 0, 0, 0, 0], false), [rule::ISI_06, rule::ISI_06]);
}

#[test]
fn percentages_are_typed_and_kept_as_they_are_said() {
    let mut input = RatInput::default();
    for (typed, kept, said) in [
        ("25", 2_500, "25"),
        ("12,5", 1_250, "12,5"),
        ("0.05 %", 5, "0,05"),
        ("100%", WHOLE, "100"),
        ("7,00", 700, "7"),
    ] {
        input.set("shu.reserve", typed).unwrap();
        assert_eq!(input.shu.shares[0], Some(kept), "{typed}");
        assert!(input.entries().contains(&("shu.reserve".into(), said.into())), "{typed}");
    }
    for typed in ["100,01", "-1", "1,234", "x", "1e2", ",5", "5,"] {
        assert_eq!(input.set("shu.reserve", typed), Err(FieldError::Unreadable), "{typed}");
    }
    assert_eq!(input.shu.shares[0], Some(700));
    assert_eq!(input.set("shu.nothing", "1"), Err(FieldError::NoSuchField));
}

mod page {
    use super::*;
    use cermin_koperasi::calendar::Day;
    use cermin_koperasi::exchange::save;
    use cermin_koperasi::locale::Locale;
    use cermin_koperasi::page::{Effect, Message, Model, Route, update, view};

    fn sample() -> Model {
        let mut model = Model::new(Locale::Id);
        model.today = Day::new(2026, 3, 1);
        model.work = save::read(include_str!("../src/page/samples/contoh.json")).unwrap();
        model.route = Route::parse("#/bagi-shu").unwrap();
        model
    }

    fn act(model: &mut Model, mark: &str, value: &str) -> Vec<Effect> {
        update(model, Message::parse(mark, value).unwrap())
    }

    fn html(model: &Model) -> String {
        view(model).into_string()
    }

    #[test]
    fn a_board_shares_its_surplus_and_keeps_it_in_the_file() {
        let mut model = sample();
        assert!(html(&model).contains("SHU setelah pajak: Rp163.867.580."));
        for (fund, share) in
            [("reserve", "25"), ("capital", "20"), ("business", "32,5"), ("board", "10"), ("education", "5")]
        {
            act(&mut model, &format!("rat set shu.{fund}"), share);
        }
        let page = html(&model);
        assert!(page.contains("Jumlah 92,5%, harus 100%.") && page.contains("berjumlah 92,5%, belum 100%."), "{page}");
        act(&mut model, "rat set shu.social", "7,51");
        assert!(html(&model).contains("100,01%"));
        act(&mut model, "rat set shu.social", "7,5");
        let page = html(&model);
        assert!(
            page.contains(">100%<")
                && !page.contains("KONSEP")
                && page.contains("40.966.895")
                && page.contains("163.867.580"),
            "{page}"
        );
        // A word is told at its field, and changes nothing.
        act(&mut model, "rat set shu.social", "banyak");
        assert!(html(&model).contains("shu.social-error") && model.work.assessment.rat.shu.shares[6] == Some(750));
        act(&mut model, "rat list", "0012\t1.000.000\t5.000\n0013\t2.000.000\t-");
        let page = html(&model);
        assert!(page.contains("2 anggota sudah dibaca") && page.contains("BAGIAN TIAP ANGGOTA"), "{page}");
        act(&mut model, "rat list", "0012\t1.000.000\t5.000\nSiti\t1\t1");
        let page = html(&model);
        assert!(page.contains("Baris 2: kolom pertama harus nomor anggota") && page.contains("Siti"), "{page}");
        assert_eq!(members(&model.work.assessment.rat.shu.list).unwrap().len(), 2, "a bad list changes nothing");
        // Nobody signs shares of the list before, while another one stands in the field.
        assert!(!page.contains("sudah dibaca") && !page.contains("BAGIAN TIAP ANGGOTA"), "{page}");
        act(&mut model, "rat list", "0012\t0\t0\n0013\t0\t0");
        assert!(html(&model).contains("semuanya nol, jadi satu bagian belum terbagi"));
        act(&mut model, "rat list", "0012\t1.000.000\t5.000\n0013\t2.000.000\t-");
        assert!(!html(&model).contains("semuanya nol"));
        // It comes back from the file.
        let file = save::write(&model.work.assessment, &model.work.kept);
        assert_eq!(save::read(&file).unwrap().assessment, model.work.assessment);
        let [Effect::Wing(wing::Effect::DownloadBytes { name, bytes, .. }), ..] =
            &act(&mut model, "rat sheet pembagian-shu", "")[..]
        else {
            panic!("no workbook");
        };
        let text = String::from_utf8_lossy(bytes);
        assert_eq!(name, "pembagian-shu.xlsx");
        for part in ["<f>SUM(C2:C7)</f><v>163867580</v>", "<f>SUM(D2,E2)</f>", "<f>SUM(F2:F3)</f>", ">0012<"] {
            assert!(text.contains(part), "{part}");
        }
    }

    #[test]
    fn a_loss_and_books_that_disagree_are_told() {
        let mut model = sample();
        let put = |model: &mut Model, account: &str, amount: i32| {
            let amount = cermin_koperasi::assessment::Amount::Known(amount.into());
            model.work.assessment.statements.current.put(account, Some(amount));
        };
        put(&mut model, "shu_periode_berjalan", 5);
        assert!(html(&model).contains("SHU di neraca dan di perhitungan hasil usaha belum sama."));
        put(&mut model, "honor_karyawan", 900_000_000);
        assert!(html(&model).contains("siapa menanggung kerugian?") && html(&model).contains("Kerugian tahun ini"));
        act(&mut model, "rat set shu.loss", "reserve");
        let page = html(&model);
        assert!(page.contains("Ditutup dana cadangan") && page.contains("474.861.890"), "{page}");
        model.work.assessment.statements.current.put("cadangan_umum", None);
        model.work.assessment.statements.current.complete = false;
        assert!(!html(&model).contains("Ditutup dana cadangan"), "nobody knows what the reserve holds");
        model.work.assessment.statements.current.put("honor_karyawan", None);
        model.work.assessment.statements.current.put("shu_periode_berjalan", None);
        assert!(html(&model).contains("SHU tahun ini belum diketahui."));
    }

    #[test]
    fn figures_of_another_year_make_a_draft() {
        let mut model = sample();
        model.work.assessment.profile.book_year_end = Some("2024-12-31".into());
        assert!(html(&model).contains("Angkanya dari tahun buku 2024, bukan tahun buku RAT ini."));
    }
}
