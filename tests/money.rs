//! Amounts as people type, print and read them: every vector of Appendix A, and properties over anything else.

#![allow(clippy::unwrap_used, clippy::unnecessary_wraps)]

use cermin_koperasi::exact::Fraction;
use cermin_koperasi::money::{Cell, Entry, LIMIT, Numerals, Places, Question, Row, Rupiah, Table, decimal, percent};
use proptest::prelude::*;

fn rupiah(amount: i64) -> Rupiah {
    Rupiah::new(amount).unwrap()
}

fn amount(value: i64) -> Result<Entry, Question> {
    Ok(Entry::Amount(rupiah(value)))
}

fn to_confirm(value: i64) -> Result<Entry, Question> {
    Ok(Entry::AmountToConfirm(rupiah(value)))
}

/// A table of amounts without names and blanks.
fn table(rows: &[&[i64]]) -> Result<Entry, Question> {
    let rows = rows.iter().map(|row| named("", row.iter().map(|cell| amount(*cell)).collect()));
    Ok(Entry::Many(Table { rows: rows.collect(), years: Vec::new() }))
}

fn named(label: &str, cells: Vec<Cell>) -> Row {
    Row { label: label.to_owned(), cells }
}

fn assert_reads(cases: &[(&str, Result<Entry, Question>)]) {
    for (text, expected) in cases {
        assert_eq!(&Rupiah::parse(text), expected, "{text:?}");
    }
}

#[test]
fn appendix_a_plain_amounts() {
    assert_reads(&[
        ("1.234.567", amount(1_234_567)),
        ("1,234,567", amount(1_234_567)),
        ("Rp 1.234.567,00", amount(1_234_567)),
        ("1,234,567.00", amount(1_234_567)),
        ("Rp5.000,-", amount(5_000)),
        ("IDR 5 000", amount(5_000)),
        ("0", amount(0)),
    ]);
}

#[test]
fn appendix_a_negative_amounts() {
    assert_reads(&[
        ("(1.234.567)", amount(-1_234_567)),
        ("-1.234.567", amount(-1_234_567)),
        ("−1.234.567", amount(-1_234_567)),
        ("1.234.567-", amount(-1_234_567)),
        ("(Rp 1.234)", amount(-1_234)),
    ]);
}

#[test]
fn appendix_a_blanks_inside_count_for_nothing() {
    assert_reads(&[
        ("Rp\u{a0}1.234.567", amount(1_234_567)),
        ("1\u{a0}234\u{a0}567", amount(1_234_567)),
        ("Rp\t1.234.567", amount(1_234_567)),
        ("\t(\t1.234.567\t)\t", amount(-1_234_567)),
        (" 1.234.567\r\n", amount(1_234_567)),
        ("\u{feff}1\u{202f}234\u{202f}567", amount(1_234_567)),
    ]);
}

#[test]
fn appendix_a_what_is_asked_back() {
    assert_reads(&[
        ("1.234", to_confirm(1_234)),
        ("1,5 juta", to_confirm(1_500_000)),
        ("1,5jt", to_confirm(1_500_000)),
    ]);
}

#[test]
fn appendix_a_what_is_refused() {
    assert_reads(&[
        ("1.23.456", Err(Question::Separators)),
        ("1e6", Err(Question::Letters)),
        ("1234567890123456", Err(Question::TooLarge)),
    ]);
}

#[test]
fn appendix_a_empty_is_not_zero() {
    assert_reads(&[
        ("", Ok(Entry::Empty)),
        ("  ", Ok(Entry::Empty)),
        ("Rp", Ok(Entry::Empty)),
        (",-", Ok(Entry::Empty)),
    ]);
}

#[test]
fn a_dash_in_a_statement_means_nil_and_is_offered_as_such() {
    for dash in ["-", "Rp -", "Rp. -", "–", "(-)", "Rp. -,-", "\u{a0}-\u{a0}"] {
        assert_eq!(Rupiah::parse(dash), to_confirm(0), "{dash:?}");
    }
}

#[test]
fn sen_are_offered_rounded_half_a_rupiah_upwards() {
    assert_reads(&[
        ("430.934.440,67", to_confirm(430_934_441)),
        ("369947564.86", to_confirm(369_947_565)),
        ("354.473.100,06", to_confirm(354_473_100)),
        ("12.345.678,9", to_confirm(12_345_679)),
        ("(1.234.567,50)", to_confirm(-1_234_568)),
        ("1,234.49", to_confirm(1_234)),
        ("999.999.999.999.999,50", Err(Question::TooLarge)),
    ]);
}

#[test]
fn one_group_of_thousands_is_doubtful_until_the_writer_has_said_what_the_mark_means() {
    assert_eq!(Rupiah::parse("949.000"), to_confirm(949_000));
    assert_eq!(Rupiah::parse_as("949.000", Some('.')), amount(949_000));
    assert_eq!(Rupiah::parse_as("949,000", Some('.')), to_confirm(949_000));
    assert_eq!(Rupiah::parse_as("1,5 juta", Some('.')), to_confirm(1_500_000));
}

#[test]
fn blanks_that_may_have_been_line_ends_are_asked_about() {
    assert_eq!(Rupiah::parse("150 250"), to_confirm(150_250));
    assert_eq!(Rupiah::parse("Rp 5 000"), amount(5_000));
}

#[test]
fn appendix_a_pasted_rows_and_columns() {
    assert_reads(&[
        ("100\t200\t300", table(&[&[100, 200, 300]])),
        ("100\n200", table(&[&[100], &[200]])),
        ("100\r\n200\r\n", table(&[&[100], &[200]])),
    ]);
}

#[test]
fn appendix_fl_01_rows_never_merge() {
    assert_reads(&[
        ("5.747.047\r\n371.038.686\r\n566.226.683\r\n", table(&[&[5_747_047], &[371_038_686], &[566_226_683]])),
        ("150\r\n250\r\n", table(&[&[150], &[250]])),
        ("12\r\n500\r\n750\r\n", table(&[&[12], &[500], &[750]])),
        ("125000\r\n300000\r\n", table(&[&[125_000], &[300_000]])),
        ("Rp. 221.300.000\r\nRp. 96.300.000\r\n", table(&[&[221_300_000], &[96_300_000]])),
        (
            "5.747.047\t13.760.000\r\n371.038.686\t525.255.417\r\n",
            table(&[&[5_747_047, 13_760_000], &[371_038_686, 525_255_417]]),
        ),
    ]);
}

#[test]
fn a_paste_keeps_blank_cells_in_their_place_and_names_beside_their_amounts() {
    let pasted = Rupiah::parse("Kas\t1.543.069\t-\nBank\tRp 2.000,-\t3.00.5\n\t\t7.000.000").unwrap();
    let expected = vec![
        named("Kas", vec![amount(1_543_069), to_confirm(0)]),
        named("Bank", vec![amount(2_000), Err(Question::Separators)]),
        named("", vec![Ok(Entry::Empty), amount(7_000_000)]),
    ];
    assert_eq!(pasted, Entry::Many(Table { rows: expected, years: Vec::new() }));
    assert_eq!(Rupiah::parse("a1\tb2"), Err(Question::Letters));
    assert_eq!(Rupiah::parse(&"1\t".repeat(60_000)), Err(Question::TooMuch));
}

fn rows(text: &str) -> (Vec<Row>, Option<bool>) {
    match Rupiah::parse(text) {
        Ok(Entry::Many(table)) => {
            let older = table.older_first();
            (table.rows, older)
        }
        other => panic!("{text:?} is {other:?}"),
    }
}

#[test]
fn names_numbers_notes_and_headings_are_no_amounts() {
    let kas = || named("Kas", vec![amount(5_747_047), amount(13_760_000)]);
    for (text, older_first) in [
        ("Kas\t5.747.047\t13.760.000\r\n", None),
        ("1\tKas\t3\t5.747.047\t13.760.000", None),
        ("Kas\tRp\t5.747.047\tRp\t13.760.000", None),
        ("Uraian\t31 Des 2025\t31 Des 2024\r\nAKTIVA\t\t\r\nKas\t5.747.047\t13.760.000", Some(false)),
        ("Uraian\t2024\t2025\r\nKas\t5.747.047\t13.760.000", Some(true)),
    ] {
        assert_eq!(rows(text), (vec![kas()], older_first), "{text:?}");
    }
    assert_eq!(rows("Hutang 2023\t500.000.000").0, [named("Hutang 2023", vec![amount(500_000_000)])]);
    let column = rows("31 Des 2025\r\n5.747.047\r\n371.038.686").0;
    assert_eq!(column, [named("", vec![amount(5_747_047)]), named("", vec![amount(371_038_686)])]);
    assert_eq!(rows("2025\r\n2024\r\n2023").0.len(), 3, "small amounts in one column are no years");
    assert_eq!(rows("-\r\n-\r\n").0.len(), 2, "two dashes are two rows");
    assert_eq!(rows("(\t11.257.902\t)\r\n(\t91.662.879\t)").0[1].cells[0], amount(-91_662_879));
}

#[test]
fn a_ragged_paste_is_no_larger_than_its_text() {
    for n in [4_000, 33_000] {
        let bomb = format!("1{}{}", "\t".repeat(n), "\n1".repeat(n));
        assert_eq!(Rupiah::parse(&bomb), Err(Question::TooMuch));
    }
}

#[test]
fn figures_with_words_are_offered_not_taken() {
    assert_reads(&[
        ("500rb", to_confirm(500_000)),
        ("500 ribu rupiah", to_confirm(500_000)),
        ("Rp 2 jt.", to_confirm(2_000_000)),
        ("-2,25 Miliar", to_confirm(-2_250_000_000)),
        ("1.234,5 juta", to_confirm(1_234_500_000)),
        ("3 M", to_confirm(3_000_000_000)),
        ("999 triliun", to_confirm(999_000_000_000_000)),
        ("1000 triliun", Err(Question::TooLarge)),
        ("2,125 juta", Err(Question::Separators)),
        ("2.500 juta", Err(Question::Separators)),
        ("juta", Err(Question::Letters)),
        ("1 juta 500 ribu", Err(Question::Letters)),
        ("12 lusin", Err(Question::Letters)),
    ]);
}

#[test]
fn ways_of_writing_that_people_use() {
    assert_reads(&[
        ("Rp. 5.000.000,-", amount(5_000_000)),
        ("rp5.000.-", amount(5_000)),
        ("Rp1.234", amount(1_234)),
        ("-Rp1.234", amount(-1_234)),
        ("Rp-1.234", amount(-1_234)),
        ("+5000", amount(5_000)),
        ("5000,00", amount(5_000)),
        ("5000.00", to_confirm(5_000)),
        ("1,234", to_confirm(1_234)),
        ("12 34", to_confirm(1_234)),
        ("-0", amount(0)),
        ("007", amount(7)),
    ]);
}

#[test]
fn ways_of_writing_that_could_mean_two_things() {
    assert_reads(&[
        ("1.234,567", Err(Question::Separators)),
        ("12.34.567,00", Err(Question::Separators)),
        ("12,34,567", Err(Question::Separators)),
        ("0.500", Err(Question::Separators)),
        ("1234.567", Err(Question::Separators)),
        ("1.234.567.", Err(Question::Separators)),
        (",5", Err(Question::Separators)),
        ("(-5)", Err(Question::Sign)),
        ("--5", Err(Question::Sign)),
        ("(5", Err(Question::Sign)),
        ("5)", Err(Question::Sign)),
        ("12x", Err(Question::Letters)),
        ("1'234'567", Err(Question::Letters)),
        ("=A1+B2", Err(Question::Letters)),
        ("٣٤", Err(Question::Letters)),
        ("999.999.999.999.999", amount(LIMIT)),
        ("-999.999.999.999.999", amount(-LIMIT)),
        ("1.000.000.000.000.000", Err(Question::TooLarge)),
    ]);
}

#[test]
fn amounts_are_printed_with_groups_of_three() {
    let loss = rupiah(-1_234_567);
    assert_eq!(rupiah(1_234_567).to_string(), "Rp1.234.567");
    assert_eq!(loss.to_string(), "-Rp1.234.567");
    assert_eq!(loss.print(Numerals::English), "-Rp1,234,567");
    assert_eq!(loss.ledger(Numerals::Indonesian), "(Rp1.234.567)");
    assert_eq!(rupiah(5).ledger(Numerals::Indonesian), "Rp5");
    assert_eq!(loss.figures(Numerals::Indonesian), "-1.234.567");
    assert_eq!(
        [0, 999, 1_000, 100_000].map(|r| rupiah(r).figures(Numerals::Indonesian)),
        ["0", "999", "1.000", "100.000"]
    );
}

#[test]
fn amounts_are_read_back_in_indonesian() {
    for (value, words) in [
        (0, "nol rupiah"),
        (1, "satu rupiah"),
        (10, "sepuluh rupiah"),
        (11, "sebelas rupiah"),
        (12, "dua belas rupiah"),
        (20, "dua puluh rupiah"),
        (100, "seratus rupiah"),
        (111, "seratus sebelas rupiah"),
        (200, "dua ratus rupiah"),
        (1_000, "seribu rupiah"),
        (1_100, "seribu seratus rupiah"),
        (2_019, "dua ribu sembilan belas rupiah"),
        (11_000, "sebelas ribu rupiah"),
        (21_000, "dua puluh satu ribu rupiah"),
        (100_000, "seratus ribu rupiah"),
        (101_000, "seratus satu ribu rupiah"),
        (1_001_000, "satu juta seribu rupiah"),
        (1_200_000, "satu juta dua ratus ribu rupiah"),
        (1_000_000_000, "satu miliar rupiah"),
        (1_000_000_000_001, "satu triliun satu rupiah"),
        (-45_000, "minus empat puluh lima ribu rupiah"),
        (
            LIMIT,
            "sembilan ratus sembilan puluh sembilan triliun sembilan ratus sembilan puluh sembilan miliar \
             sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu \
             sembilan ratus sembilan puluh sembilan rupiah",
        ),
    ] {
        assert_eq!(rupiah(value).words(Numerals::Indonesian), words);
    }
}

#[test]
fn amounts_are_read_back_in_english() {
    for (value, words) in [
        (0, "zero rupiah"),
        (13, "thirteen rupiah"),
        (42, "forty-two rupiah"),
        (100, "one hundred rupiah"),
        (1_001, "one thousand one rupiah"),
        (1_200_000, "one million two hundred thousand rupiah"),
        (-999_000_000_090_021, "minus nine hundred ninety-nine trillion ninety thousand twenty-one rupiah"),
    ] {
        assert_eq!(rupiah(value).words(Numerals::English), words);
    }
}

#[test]
fn sums_leave_the_range_as_nothing_not_as_a_wrong_figure() {
    assert_eq!(Rupiah::new(LIMIT + 1), None);
    assert_eq!(Rupiah::new(i64::MIN), None);
    assert_eq!(rupiah(LIMIT).checked_add(rupiah(1)), None);
    assert_eq!(rupiah(-LIMIT).checked_sub(rupiah(1)), None);
    assert_eq!(rupiah(LIMIT).checked_sub(rupiah(1)), Rupiah::new(LIMIT - 1));
    assert_eq!(Rupiah::checked_sum(vec![rupiah(LIMIT); 100_000]), None);
}

fn fraction(numerator: i128, denominator: i128) -> Fraction {
    Fraction::new(numerator, denominator).unwrap()
}

#[test]
fn fractions_are_printed_with_halves_away_from_zero() {
    let two = Places::Exactly(2);
    for (value, places, indonesian, english) in [
        (fraction(818_907_563, 10_000_000), two, "81,89", "81.89"),
        (fraction(1, 200), two, "0,01", "0.01"),
        (fraction(-1, 200), two, "-0,01", "-0.01"),
        (fraction(-1, 201), two, "0,00", "0.00"),
        (fraction(99_995, 1_000), two, "100,00", "100.00"),
        (fraction(1_234_567, 1), Places::AtMost(2), "1.234.567", "1,234,567"),
        (fraction(5, 2), Places::AtMost(2), "2,5", "2.5"),
        (fraction(5, 2), Places::Exactly(0), "3", "3"),
    ] {
        assert_eq!(decimal(value, places, Numerals::Indonesian), indonesian);
        assert_eq!(decimal(value, places, Numerals::English), english);
    }
}

#[test]
fn percentages_are_printed_from_fractions_of_one() {
    assert_eq!(percent(fraction(1, 8), Places::AtMost(2), Numerals::Indonesian), "12,5%");
    assert_eq!(percent(fraction(1, 8), Places::AtMost(2), Numerals::English), "12.5%");
    assert_eq!(percent(fraction(1, 3), Places::Exactly(2), Numerals::Indonesian), "33,33%");
    assert_eq!(percent(fraction(999_995, 1_000_000), Places::Exactly(2), Numerals::Indonesian), "100,00%");
    assert_eq!(percent(fraction(i128::MAX, 1), Places::Exactly(0), Numerals::English).len(), 41 + 13 + 1);
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(value in -LIMIT..=LIMIT) {
        for numerals in [Numerals::Indonesian, Numerals::English] {
            let printed = rupiah(value);
            prop_assert_eq!(Rupiah::parse(&printed.print(numerals)), amount(value));
            prop_assert_eq!(Rupiah::parse(&printed.ledger(numerals)), amount(value));
            let figures = Rupiah::parse(&printed.figures(numerals));
            prop_assert!(figures == amount(value) || figures == to_confirm(value));
        }
        prop_assert_eq!(Rupiah::parse(&value.to_string()), amount(value));
    }

    #[test]
    fn arbitrary_text_never_panics_and_never_leaves_the_range(text in "\\PC*") {
        check_range(&text);
    }

    #[test]
    fn text_close_to_an_amount_never_panics(text in "[-−() \\t\\n0-9.,RpjutaMIDR\u{a0}]{0,24}") {
        check_range(&text);
    }

    #[test]
    fn sums_agree_with_wide_integers(values in prop::collection::vec(-LIMIT..=LIMIT, 0..8)) {
        let running = values.iter().scan(0_i128, |sum, v| { *sum += i128::from(*v); Some(*sum) });
        let fits = running.clone().all(|sum| sum.unsigned_abs() <= u128::from(LIMIT.unsigned_abs()));
        let sum = Rupiah::checked_sum(values.iter().map(|v| rupiah(*v)));
        prop_assert_eq!(sum.map(|s| i128::from(s.get())), fits.then(|| running.last().unwrap_or(0)));
    }

    #[test]
    fn two_decimals_agree_with_wide_integers(numerator in -1_000_000_000_000_i128..1_000_000_000_000, denominator in 1_i128..1_000_000_000) {
        let printed = decimal(fraction(numerator, denominator), Places::Exactly(2), Numerals::English).replace(',', "");
        let (whole, cents) = printed.split_once('.').unwrap();
        let hundredths = format!("{whole}{cents}").parse::<i128>().unwrap();
        // |hundredths − value × 100| ≤ ½, and at exactly ½ away from zero.
        let distance = 2 * (hundredths.abs() * denominator - numerator.abs() * 100);
        prop_assert!(-denominator < distance && distance <= denominator, "{printed}");
    }

    #[test]
    fn any_fraction_prints(numerator in any::<i128>(), denominator in any::<i128>()) {
        if let Some(value) = Fraction::new(numerator, denominator) {
            prop_assert!(percent(value, Places::Exactly(9), Numerals::Indonesian).contains(','));
        }
    }

    #[test]
    fn words_name_every_amount_differently(one in -LIMIT..=LIMIT, step in 1_i64..1_000_000) {
        if let Some(other) = Rupiah::new(one + step) {
            for numerals in [Numerals::Indonesian, Numerals::English] {
                prop_assert_ne!(rupiah(one).words(numerals), other.words(numerals));
            }
        }
    }
}

fn check_range(text: &str) {
    if let Ok(Entry::Amount(amount) | Entry::AmountToConfirm(amount)) = Rupiah::parse(text) {
        assert_eq!(Rupiah::new(amount.get()), Some(amount));
    }
}
