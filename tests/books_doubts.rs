//! A doubt is asked and nothing falls under the table: sheets that were once taken over wrongly without a word.
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::books::{BooksProposal, Certainty, Finding, Form, Line, Said, pasted, propose, propose_in};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::rulebook;

fn form(end: Option<&str>) -> Form<'_> {
    Form::of(rulebook::find("kkpkk-2021").unwrap().variant("ksp12").unwrap(), end)
}

fn proposed(text: &str) -> BooksProposal {
    propose(&pasted(text), &form(Some("2025-12-31")))
}

fn line<'a>(proposal: &'a BooksProposal, label: &str) -> &'a Line {
    proposal
        .lines
        .iter()
        .find(|line| line.label == label)
        .unwrap_or_else(|| panic!("{label} is not there: {proposal:?}"))
}

/// The account of a sure line; `?` and the likeliest where it is asked; `-` where it is listed as no account.
fn goes(proposal: &BooksProposal, label: &str) -> String {
    let line = line(proposal, label);
    match line.certainty {
        Certainty::Sure => line.account.clone().unwrap(),
        Certainty::Ask => format!("?{}", line.candidates.join(" ")),
        Certainty::Ignored => "-".to_owned(),
        Certainty::Total => "total".to_owned(),
    }
}

fn is_asked(proposal: &BooksProposal, label: &str) -> bool {
    line(proposal, label).certainty == Certainty::Ask
}

#[test]
fn a_label_that_ends_in_a_percent_is_a_label_and_a_percent_cell_is_none() {
    let sheet = proposed(
        "NERACA\t2025\t2024\t%\nAKTIVA\nKas\t60.000.000\t55.000.000\t109,1%\nJUMLAH AKTIVA\t60.000.000\t55.000.000\t109,1%\n\
        KEWAJIBAN\nDana Pendidikan 5%\t1.000.000\t900.000\t111%\nDana Sosial (5%)\t2.000.000\t1.800.000\t\n\
        5% Dana Pengurus\t3.000.000\t2.700.000\t\nEKUITAS\nCadangan Umum 40%\t20.000.000\t18.000.000\t\n\
        Cadangan Risiko 10 %\t4.000.000\t3.600.000\t\nSimpanan Wajib\t30.000.000\t28.000.000\t\nJUMLAH PASIVA\t60.000.000\t55.000.000\t\n",
    );
    for label in ["Dana Pendidikan 5%", "Dana Sosial (5%)", "5% Dana Pengurus"] {
        assert_eq!(goes(&sheet, label), "dana_bagian_shu");
    }
    assert_eq!(goes(&sheet, "Cadangan Umum 40%"), "cadangan_umum");
    assert_eq!(goes(&sheet, "Cadangan Risiko 10 %"), "cadangan_tujuan_risiko");
    assert_eq!(goes(&sheet, "Simpanan Wajib"), "simpanan_wajib");
    assert!(sheet.totals.len() == 2 && sheet.totals.iter().all(|total| total.agrees), "{:?}", sheet.totals);
    assert_eq!(sheet.findings, []);
    let costs = proposed("BEBAN\t2025\nBeban PPh Final 0,5%\t60.000\nBeban Bunga 6%\t80.000\n");
    assert_eq!(goes(&costs, "Beban PPh Final 0,5%"), "pajak_penghasilan");
    assert!(is_asked(&costs, "Beban Bunga 6%"));
}

#[test]
fn a_figure_without_a_name_is_a_sum_or_is_listed_and_closes_no_section() {
    let sheet = proposed(
        "AKTIVA\t2025\nKas\t5.000.000\nBank BRI\t4.000.000\n\t9.000.000\nEKUITAS\nSimpanan Pokok\t6.000.000\n\t1.250.000\nSimpanan Wajib\t1.750.000\n",
    );
    let nameless: Vec<Certainty> =
        sheet.lines.iter().filter(|line| line.label.is_empty()).map(|line| line.certainty).collect();
    assert_eq!(nameless, [Certainty::Total, Certainty::Ignored]);
    assert_eq!(goes(&sheet, "Simpanan Wajib"), "simpanan_wajib", "still among the equity");
}

#[test]
fn the_forms_own_names_come_back_as_themselves_or_are_asked() {
    let book = rulebook::find("kkpkk-2021").unwrap();
    let mut wrong = Vec::new();
    for variant in book.variants {
        let texts = book.text(Locale::Id);
        for group in variant.groups {
            let mut rows = vec![vec![texts[group].to_owned(), "2025".into(), "2024".into()]];
            let accounts: Vec<_> = group.accounts(variant).iter().collect();
            rows.extend(
                accounts.iter().map(|one| vec![texts[*one].name.to_owned(), "2.500.000".into(), "2.400.000".into()]),
            );
            let sheet = propose(&rows, &Form::of(variant, Some("2025-12-31")));
            for (line, account) in
                sheet.lines.iter().filter(|line| line.certainty == Certainty::Sure).filter_map(|line| {
                    accounts.iter().find(|one| texts[**one].name == line.label).map(|one| (line, one))
                })
            {
                if line.account.as_deref() != Some(account.id) {
                    wrong.push(format!("{} {}: {} -> {:?}", variant.id, texts[group], line.label, line.account));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn tax_that_is_not_the_cooperatives_own_is_no_income_tax() {
    let sheet = proposed(
        "PERHITUNGAN HASIL USAHA\t2025\nBEBAN USAHA\nBiaya pajak selain pajak penghasilan\t1.180.000\nSelain pajak penghasilan\t7.000\n\
        Pajak di luar PPh\t1.000\nPPh Pasal 21\t100.000\nPPh 21\t100.000\nPajak penghasilan karyawan\t9.000\nPPh 23\t3.000\n\
        PPh Badan\t300.000\nPPh Pasal 25\t5.000\nPajak Penghasilan\t2.961.000\nBiaya Pajak PBB\t300.000\n",
    );
    for label in
        ["Biaya pajak selain pajak penghasilan", "Selain pajak penghasilan", "Biaya Pajak PBB", "Pajak di luar PPh"]
    {
        assert_eq!(goes(&sheet, label), "biaya_pajak_non_penghasilan", "{label}");
    }
    for label in ["PPh Pasal 21", "PPh 21", "Pajak penghasilan karyawan", "PPh 23"] {
        assert!(is_asked(&sheet, label), "{label}: {}", goes(&sheet, label));
    }
    for label in ["PPh Badan", "PPh Pasal 25", "Pajak Penghasilan"] {
        assert_eq!(goes(&sheet, label), "pajak_penghasilan", "{label}");
    }
}

const CLAIMS: &str = "Simpanan Sukarela\t10.000.000\t9.000.000\nSimpanan Pokok\t12.000.000\t12.000.000\n\
    Simpanan Wajib\t30.200.000\t26.100.000\nSHU Tahun Berjalan\t3.000.000\t2.000.000\n";

#[test]
fn debts_below_assets_without_a_heading_are_no_assets() {
    let assets = "Kas\t1.200.000\t1.100.000\nBank BRI\t4.000.000\t3.000.000\nPiutang Anggota\t50.000.000\t45.000.000\n";
    let head = "NERACA PER 31 DESEMBER 2025\nUraian\t2025\t2024\n";
    // After the sum of all assets none of them follow.
    let sheet = proposed(
        &[
            head,
            "AKTIVA\n",
            assets,
            "JUMLAH AKTIVA\t55.200.000\t49.100.000\n",
            CLAIMS,
            "JUMLAH\t55.200.000\t49.100.000\n",
        ]
        .concat(),
    );
    assert_eq!(goes(&sheet, "Simpanan Sukarela"), "tabungan_anggota");
    assert_eq!(goes(&sheet, "Simpanan Wajib"), "simpanan_wajib");
    assert_eq!(goes(&sheet, "SHU Tahun Berjalan"), "shu_periode_berjalan");
    assert_eq!(sheet.findings, [], "both printed totals are the same");
    // With nothing between, each is asked, what it is by its own words first.
    for heading in ["AKTIVA LANCAR\n", "AKTIVA\n"] {
        let sheet = proposed(&[head, heading, assets, CLAIMS].concat());
        assert_eq!(goes(&sheet, "Bank BRI"), "tabungan_bank");
        for (label, first) in [
            ("Simpanan Sukarela", "tabungan_anggota"),
            ("Simpanan Pokok", "simpanan_pokok"),
            ("Simpanan Wajib", "simpanan_wajib"),
            ("SHU Tahun Berjalan", "shu_periode_berjalan"),
        ] {
            let line = line(&sheet, label);
            assert_eq!(line.certainty, Certainty::Ask, "{label}");
            assert_eq!(line.candidates.first().map(String::as_str), Some(first), "{label}");
        }
        assert!(
            !sheet.findings.iter().any(|finding| matches!(finding, Finding::Balance { .. })),
            "{:?}",
            sheet.findings
        );
    }
}

#[test]
fn a_word_left_over_that_changes_the_meaning_is_asked_about() {
    let sheet = proposed(
        "Uraian\t2025\t2024\nAKTIVA LANCAR\nSimpanan di Bank Jateng\t2.000.000\t1.900.000\nPiutang Simpanan Wajib\t300.000\t200.000\n\
        Piutang Bunga\t400.000\t350.000\nCadangan Kerugian Piutang\t500.000\t400.000\nINVESTASI\nSimpanan Wajib di PKPRI\t600.000\t500.000\n\
        KEWAJIBAN\nDana Cadangan Pendidikan\t150.000\t140.000\nPajak dibayar dimuka\t1.000\t1.000\nPenyertaan pada PKPRI\t5.000\t5.000\n\
        Simpanan Hari Raya\t800.000\t750.000\nEKUITAS\nPiutang kepada pengurus\t5.000\t5.000\nSHU Tahun Lalu\t30.000\t25.000\n",
    );
    for label in [
        "Piutang Simpanan Wajib",
        "Dana Cadangan Pendidikan",
        "Pajak dibayar dimuka",
        "Penyertaan pada PKPRI",
        "Piutang kepada pengurus",
    ] {
        assert!(is_asked(&sheet, label), "{label}: {}", goes(&sheet, label));
    }
    for (label, account) in [
        ("Simpanan di Bank Jateng", "tabungan_bank"),
        ("Piutang Bunga", "piutang_bunga"),
        ("Cadangan Kerugian Piutang", "penyisihan_piutang"),
        ("Simpanan Wajib di PKPRI", "penyertaan_koperasi"),
        ("Simpanan Hari Raya", "tabungan_anggota"),
        ("SHU Tahun Lalu", "shu_periode_sebelumnya"),
    ] {
        assert_eq!(goes(&sheet, label), account, "{label}");
    }
}

#[test]
fn a_cell_in_error_is_listed_and_its_total_proves_nothing() {
    for error in ["#DIV/0!", "#N/A", "#REF!", "#NAME?", "Err:502", "#####", "=SUM(B2:B9)"] {
        let sheet = proposed(&format!(
            "NERACA\t2025\t2024\nAKTIVA\nKas\t{error}\t1.100.000\nBank BRI\t{error}\t{error}\nPiutang Anggota\t50.000.000\t45.000.000\nJUMLAH AKTIVA\t{error}\t46.100.000\n"
        ));
        let unread: Vec<&str> = sheet
            .findings
            .iter()
            .filter_map(
                |finding| if let Finding::Unreadable(spot) = finding { Some(spot.label.as_str()) } else { None },
            )
            .collect();
        assert_eq!(unread, ["Kas", "Bank BRI", "JUMLAH AKTIVA"], "{error}");
        assert_eq!(goes(&sheet, "Bank BRI"), "-", "{error}");
        assert!(sheet.totals.iter().all(|total| !total.agrees), "{error} {:?}", sheet.totals);
    }
}

#[test]
fn a_line_that_is_the_sum_of_its_details_below_is_a_sum() {
    let sheet = proposed(
        "NERACA\t31/12/2025\t31/12/2024\nAKTIVA\nKas dan Bank\t57.500.000\t48.250.000\n  Kas\t12.500.000\t10.250.000\n  Bank BRI\t45.000.000\t38.000.000\n\
        Piutang Anggota\t850.000.000\t790.000.000\nJUMLAH AKTIVA\t907.500.000\t838.250.000\nEKUITAS\nSimpanan Pokok\t907.500.000\t838.250.000\n",
    );
    assert_eq!(goes(&sheet, "Kas dan Bank"), "total");
    assert_eq!(goes(&sheet, "Bank BRI"), "tabungan_bank");
    assert!(sheet.totals.iter().all(|total| total.agrees), "{:?}", sheet.totals);
    assert_eq!(sheet.findings, []);
}

#[test]
fn loans_by_quality_are_read_under_the_title_of_a_list_too() {
    let sheet = proposed(
        "DAFTAR KOLEKTIBILITAS PINJAMAN\nUraian\t2025\t2024\nPinjaman bermasalah menurut kelas\nPinjaman kurang lancar\t62.480.000\t50.000.000\n\
        Pinjaman diragukan\t28.165.000\t20.000.000\nPinjaman macet\t21.940.000\t10.000.000\nJumlah\t112.585.000\t80.000.000\n",
    );
    for (label, account) in [
        ("Pinjaman kurang lancar", "pembiayaan_kurang_lancar"),
        ("Pinjaman diragukan", "pembiayaan_diragukan"),
        ("Pinjaman macet", "pembiayaan_macet"),
    ] {
        assert_eq!(goes(&sheet, label), account);
    }
}

fn pair(proposal: &BooksProposal, account: &str) -> (Option<i64>, Option<i64>) {
    let pair = proposal.amounts.get(account).copied().unwrap_or_default();
    (pair.current, pair.prior)
}

fn chosen(text: &str, columns: [Option<usize>; 2]) -> BooksProposal {
    propose_in(&pasted(text), &form(Some("2025-12-31")), &Said { columns: Some(columns), ..Said::default() })
}

#[test]
fn the_column_that_closes_the_book_year_is_read_and_no_other() {
    for head in [
        "31 Jan 2025\t31 Des 2025\t31 Des 2024",
        "31/01/2025\t31/12/2025\t31/12/2024",
        "2025-01-31\t2025-12-31\t2024-12-31",
    ] {
        let text = format!("NERACA\nUraian\t{head}\nAKTIVA\nKas\t1.000.000\t12.500.000\t11.000.000\n");
        let sheet = proposed(&text);
        assert_eq!(pair(&sheet, "kas"), (Some(12_500_000), Some(11_000_000)), "{head}");
        assert!(sheet.columns.is_empty() && sheet.findings.is_empty(), "{:?}", sheet.findings);
        // Before the end of the book year is known, it is asked.
        let sheet = propose(&pasted(&text), &form(None));
        assert_eq!((sheet.columns.len(), &sheet.findings[0]), (3, &Finding::Columns), "{head}");
    }
    let months = proposed(
        "Uraian\tJan 2025\tFeb 2025\tMar 2025\tDes 2025\nAKTIVA\nKas\t1.000.000\t1.100.000\t1.200.000\t12.500.000\n",
    );
    assert_eq!((pair(&months, "kas"), months.columns.len()), ((Some(12_500_000), None), 0));
    // The first of January opens the year: it is the end of the one before.
    let opening = proposed("Uraian\t2025-12-31\t2025-01-01\nAKTIVA\nKas\t12.500.000\t11.000.000\n");
    assert_eq!((pair(&opening, "kas"), opening.columns.len()), ((Some(12_500_000), Some(11_000_000)), 0));
    // A newer one that closes no year is left.
    let newer =
        proposed("Uraian\t31 Mar 2026\t31 Des 2025\t31 Des 2024\nAKTIVA\nKas\t9.000.000\t12.500.000\t11.000.000\n");
    assert_eq!((pair(&newer, "kas"), newer.columns.len()), ((Some(12_500_000), Some(11_000_000)), 0));
}

#[test]
fn where_no_column_is_surely_the_book_year_each_year_is_chosen_among_all() {
    for head in [
        "31 Jan 2025\t31 Des 2024",
        "30 Jun 2025\t30 Jun 2024",
        "Jan 2025\tFeb 2025\tMar 2025",
        "31 Des 2026\t31 Des 2025\t31 Des 2024",
        "2026\t2025",
        "2025\t2025\t2024",
        "2025\tUSP 2025\tGabungan 2025",
        "USP 2025\tToko 2025\tGabungan 2025\tGabungan 2024",
        "USP 2025\tToko 2025",
        "Januari\tFebruari\tDesember",
    ] {
        let figures = "1.000.000\t1.100.000\t12.500.000\t11.000.000";
        let text = format!("Uraian\t{head}\nAKTIVA\nKas\t{figures}\n");
        let sheet = proposed(&text);
        let columns: Vec<&str> = head.split('\t').collect();
        assert!(
            sheet.columns.starts_with(&columns.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>()),
            "{head}: {:?}",
            sheet.columns
        );
        assert!(sheet.findings.contains(&Finding::Columns), "{head}: {:?}", sheet.findings);
    }
    let text = "NERACA GABUNGAN\nUraian\tUSP 2025\tToko 2025\tGabungan 2025\tGabungan 2024\nAKTIVA\nKas\t1.000.000\t500.000\t1.500.000\t1.300.000\n";
    assert_eq!(pair(&chosen(text, [Some(2), Some(3)]), "kas"), (Some(1_500_000), Some(1_300_000)));
    assert_eq!(pair(&chosen(text, [Some(0), None]), "kas"), (Some(1_000_000), None));
    assert_eq!(chosen(text, [Some(2), Some(3)]).years.current, Some(2025));
    // Side by side, the same column of both sides.
    let text = "AKTIVA\t31 Jan 2025\t28 Feb 2025\tPASIVA\t31 Jan 2025\t28 Feb 2025\nKas\t1.000.000\t2.000.000\tSimpanan Pokok\t1.000.000\t2.000.000\n";
    let sheet = chosen(text, [Some(1), None]);
    assert_eq!(
        (pair(&sheet, "kas"), pair(&sheet, "simpanan_pokok")),
        ((Some(2_000_000), None), (Some(2_000_000), None))
    );
}

#[test]
fn a_sheet_that_bears_the_name_of_its_year_is_of_that_year() {
    let rows = pasted("Uraian\tJumlah\nAKTIVA LANCAR\nKas\t900.000.000\n");
    let of = |sheet| propose_in(&rows, &form(Some("2025-12-31")), &Said { sheet, ..Said::default() });
    assert_eq!((of("2025").years.current, of("2025").findings), (Some(2025), vec![]));
    assert_eq!(of("Neraca 2024").findings, [Finding::OtherYear { sheet: 2024, book: 2025 }]);
    assert_eq!(of("Neraca").findings, [Finding::YearsGuessed]);
}

/// A sheet without a heading for its assets: their total says where they end. Tried by a stranger.
#[test]
fn the_total_of_all_assets_says_what_is_one_and_that_of_a_part_ends_nothing() {
    let text = "NERACA\t2025\t2024\nKas\t15\t22\nBank\t40\t85\nPinjaman anggota\t2400\t2450\nPenyisihan piutang tak tertagih\t(40)\t(40)\n\
        Piutang lain-lain\t35\t30\nJumlah aktiva lancar\t2450\t2547\nTanah\t150\t150\nGedung\t220\t220\nKendaraan\t90\t90\n\
        Akumulasi penyusutan\t(130)\t(110)\nJumlah aktiva tetap\t330\t350\nJUMLAH AKTIVA\t2780\t2897\nTabungan anggota\t820\t900\n\
        Simpanan berjangka\t760\t780\nUtang bank\t650\t600\nDana sosial\t10\t12\nDana pendidikan\t0\t5\n\
        Biaya yang masih harus dibayar\t30\t20\nJUMLAH KEWAJIBAN\t2270\t2317\nSimpanan pokok\t60\t58\nSimpanan wajib\t420\t410\n\
        Cadangan\t100\t100\nSHU tahun berjalan\t(70)\t12\nJUMLAH EKUITAS\t510\t580\nJUMLAH KEWAJIBAN DAN EKUITAS\t2780\t2897";
    let found = proposed(text);
    for (label, account) in [
        ("Tanah", "tanah"),
        ("Gedung", "bangunan"),
        ("Akumulasi penyusutan", "akumulasi_penyusutan"),
        ("Bank", "tabungan_bank"),
    ] {
        assert_eq!(goes(&found, label), account);
    }
    assert!(found.totals.iter().all(|total| total.agrees), "{:?}", found.totals);
}

#[test]
fn below_a_balance_without_headings_the_last_shu_is_that_of_the_result() {
    let text = "Uraian\t31 Desember 2025\t31 Desember 2024\nKas\t5.000.000\t4.000.000\nTabungan di bank\t20.000.000\t18.000.000\n\
        Pinjaman kepada anggota\t150.000.000\t120.000.000\nPenyisihan pinjaman tak tertagih\t(3.000.000)\t(2.500.000)\n\
        Jumlah aktiva\t172.000.000\t139.500.000\nSimpanan sukarela anggota\t80.000.000\t65.000.000\n\
        Simpanan berjangka anggota\t30.000.000\t25.000.000\nSimpanan wajib\t40.000.000\t32.000.000\nCadangan umum\t10.000.000\t8.500.000\n\
        SHU tahun berjalan\t12.000.000\t9.000.000\nJumlah kewajiban dan ekuitas\t172.000.000\t139.500.000\n\
        Jasa pinjaman dari anggota\t27.000.000\t21.000.000\nJasa simpanan berjangka untuk anggota\t3.000.000\t2.500.000\n\
        Honor dan gaji karyawan\t8.000.000\t6.500.000\nBiaya administrasi dan umum\t4.000.000\t3.000.000\nSHU\t12.000.000\t9.000.000";
    let found = proposed(text);
    assert_eq!(pair(&found, "shu_periode_berjalan"), (Some(12_000_000), Some(9_000_000)));
    assert_eq!(goes(&found, "Pinjaman kepada anggota"), "piutang_anggota");
    assert_eq!(line(&found, "SHU").certainty, cermin_koperasi::books::Certainty::Total);
    let asked: Vec<&str> =
        found.lines.iter().filter(|one| is_asked(&found, &one.label)).map(|one| &*one.label).collect();
    // Whether a *jasa* was earned or paid no heading says.
    assert_eq!(asked, ["Jasa pinjaman dari anggota", "Jasa simpanan berjangka untuk anggota"]);
}

#[test]
fn a_line_of_no_part_between_two_totals_is_not_counted_against_the_second() {
    let sheet = |fixed: &str| {
        proposed(&format!(
            "NERACA\t2025\nAKTIVA\nKas\t120\nBank\t480\nJumlah aktiva lancar\t600\nPenyertaan pada koperasi sekunder\t100\n\
             Tanah\t300\nBangunan\t400\nAkumulasi penyusutan\t(170)\nJumlah aktiva tetap\t{fixed}\nTotal aktiva\t1230"
        ))
    };
    let agree = |found: &BooksProposal| found.totals.iter().map(|total| total.agrees).collect::<Vec<_>>();
    assert_eq!(agree(&sheet("530")), [true, true, true]);
    assert_eq!(agree(&sheet("540")), [true, false, true], "nothing near enough passes");
}

/// A shop's stranger: shares in a union of cooperatives came to the bank, what others owe a shop to loans.
#[test]
fn a_union_of_cooperatives_is_no_bank_and_what_others_owe_a_shop_no_loan() {
    let shop = Form::of(rulebook::find("kkpkk-2021").unwrap().variant("riil12").unwrap(), Some("2025-12-31"));
    let sheet = propose(
        &pasted(
            "NERACA\t2025\t2024\nAKTIVA LANCAR\nKas\t10.000.000\t9.000.000\nPiutang Anggota\t20.000.000\t18.000.000\n\
            Piutang Non Anggota\t14.000.000\t12.000.000\nJumlah Aktiva Lancar\t44.000.000\t39.000.000\nPENYERTAAN\n\
            Simpanan di PUSKOPKAR\t12.500.000\t12.000.000\nJUMLAH AKTIVA\t56.500.000\t51.000.000\n",
        ),
        &shop,
    );
    assert_eq!(goes(&sheet, "Piutang Non Anggota"), "?piutang_dagang piutang_calon_anggota");
    assert!(!goes(&sheet, "Simpanan di PUSKOPKAR").contains("bank"), "{}", goes(&sheet, "Simpanan di PUSKOPKAR"));
}
