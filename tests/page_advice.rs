//! The screens that lead from the score to work, read as text and used as a board uses them: what they promise is what
//! scoring gives, and the saved work stays as it is.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::advice::{self, Step, Unknowns};
use cermin_koperasi::assessment::{Amount, Answer, Stage};
use cermin_koperasi::books::workbook;
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exact::Fraction;
use cermin_koperasi::exchange::{check_code, save};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::{Places, decimal};
use cermin_koperasi::page::advice::AdviceRoute;
use cermin_koperasi::page::wing;
use cermin_koperasi::page::{Effect, Message, Model, Route, update};
use cermin_koperasi::rulebook::Year;
use cermin_koperasi::scoring::assess;
use screens::{LABEL, attributes, half, html, named, plain};

const TROUBLED: &str = include_str!("../src/page/samples/kredit-macet.json");
const GOOD: &str = include_str!("../src/page/samples/contoh.json");
const DOZING: &str = include_str!("../src/page/samples/mati-suri.json");
const UNSURE: &str = include_str!("../src/page/samples/banyak-belum-tahu.json");

fn sample(text: &str) -> Model {
    let mut model = Model::new(Locale::Id);
    model.today = Day::new(2026, 11, 22);
    "0123456789ab".clone_into(&mut model.build);
    model.work = save::read(text).unwrap();
    model
}

fn act(model: &mut Model, mark: &str, value: &str) -> Vec<Effect> {
    let message = Message::parse(mark, value).unwrap_or_else(|| panic!("{mark} is no mark"));
    update(model, message)
}

fn page(model: &Model, route: AdviceRoute) -> String {
    html(model, Route::Advice(route))
}

fn text(model: &Model, route: AdviceRoute) -> String {
    screens::text(model, Route::Advice(route))
}

fn score(model: &Model, value: Fraction) -> String {
    decimal(value, Places::Exactly(2), model.locale)
}

/// The marks of buttons that begin so.
fn marks<'h>(html: &'h str, beginning: &str) -> Vec<&'h str> {
    attributes(html, "data-click").into_iter().filter(|mark| mark.starts_with(beginning)).collect()
}

#[test]
fn every_address_leads_to_its_screen_and_back() {
    let model = Model::new(Locale::Id);
    let all = Route::all(model.assessment().variant);
    let advice: Vec<&Route> = all.iter().filter(|route| matches!(route, Route::Advice(_))).collect();
    assert_eq!(advice.len(), 7 + 1 + 3 + 30 + 30 + 19);
    for route in advice {
        assert_eq!(Route::parse(&route.hash()).as_ref(), Some(route));
    }
    for hash in ["#/laporan/x", "#/jarak/1", "#/banding/2", "#/berkas-meja/1", "#/jalan/sehat/1"] {
        assert_eq!(Route::parse(hash), None, "{hash}");
    }
    for route in [AdviceRoute::Band("A.I.1".into()), AdviceRoute::Band("x".into()), AdviceRoute::TrialPart("x".into())]
    {
        assert!(text(&model, route).contains("Halaman ini tidak ada"));
    }
}

#[test]
fn every_screen_is_told_in_both_languages_for_every_kind_of_cooperative() {
    for work in [TROUBLED, DOZING, UNSURE] {
        for locale in [Locale::Id, Locale::En] {
            let mut model = sample(work);
            model.locale = locale;
            act(&mut model, "advice path sehat", "");
            act(&mut model, "advice path cukup-sehat", "");
            act(&mut model, "advice older-text", UNSURE);
            act(&mut model, "advice whole", "");
            for route in Route::all(model.assessment().variant) {
                let (Route::Advice(_) | Route::Improve) = route else { continue };
                let html = html(&model, route.clone());
                let ids = attributes(&html, "id");
                let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
                assert_eq!(ids.len(), unique.len(), "{route:?} repeats an id");
                assert!(!plain(&html).contains(['{', '}']), "{route:?} leaves a place unfilled");
                assert!(!html.contains(" style="), "{route:?}");
                for predicate in html.split("<span class=\"predicate\">").skip(1) {
                    let label = model.words().common.self_estimate;
                    assert!(predicate.split_once("</span>").unwrap().0.contains(label), "{route:?}");
                }
            }
        }
    }
}

#[test]
fn the_list_shows_the_plan_and_all_the_rest_when_asked() {
    let mut model = sample(TROUBLED);
    let (list, plan) = (model.checklist(), model.plan());
    assert!(list.actions.len() > 20 && plan.steps.len() == advice::MOST_STEPS);
    let count = |model: &Model| html(model, Route::Improve).matches("<details class=\"gap\" id=\"celah-").count();
    assert_eq!(count(&model), plan.steps.len());
    let first = screens::text(&model, Route::Improve);
    assert!(first.contains(&score(&model, plan.all.total.after.low)), "what the plan brings is told");
    assert!(!first.contains("Tidak menahan nilai"), "no step is without effect");
    let practices = |actions: &[advice::Action]| -> usize {
        actions.iter().map(|one| if let Step::Items(items) = &one.step { items.len() } else { 0 }).sum()
    };
    let money = plan.steps.iter().filter(|step| matches!(step.step, Step::Money(_))).count();
    act(&mut model, "advice whole", "");
    let whole = html(&model, Route::Improve);
    assert_eq!(
        whole.matches("class=\"mend\"").count(),
        practices(&list.actions) + money,
        "each item once, and the money"
    );
    // The first of all is what the members' money hangs on.
    assert!(plan.steps[0].endangers && screens::text(&model, Route::Improve).contains("Melindungi uang anggota"));
}

#[test]
fn trying_a_step_brings_exactly_what_the_plan_promises_and_saves_nothing() {
    for work in [TROUBLED, DOZING, UNSURE] {
        let mut model = sample(work);
        act(&mut model, "advice whole", "");
        let (plan, saved) = (model.plan(), check_code::of(model.assessment()));
        let before = model.report().total;
        let page = html(&model, Route::Improve);
        let tries: Vec<&str> = attributes(&page, "data-click")
            .into_iter()
            .filter(|mark| mark.starts_with("advice try") || mark.starts_with("advice move"))
            .collect();
        for (mark, step) in tries.into_iter().zip(&plan.steps) {
            act(&mut model, "advice reset", "");
            let effects = act(&mut model, mark, "");
            assert!(effects.contains(&Effect::Go(Route::Advice(AdviceRoute::Trial))));
            let after = model.what_if().unwrap().after;
            assert_eq!(after.total.low, before.low.plus(step.gain.low).unwrap(), "{mark}");
            assert_eq!(after.total.high, before.high.plus(step.gain.high).unwrap(), "{mark}");
        }
        assert_eq!(check_code::of(model.assessment()), saved, "the saved work is untouched");
    }
}

#[test]
fn what_if_shows_both_sides_and_goes_back_in_one_tap() {
    let mut model = sample(TROUBLED);
    assert!(text(&model, AdviceRoute::Trial).contains("Belum ada yang diubah"));
    act(&mut model, "advice path sehat", "");
    let trial = model.what_if().unwrap();
    let page = text(&model, AdviceRoute::Trial);
    assert!(trial.after.total.low >= Fraction::whole(80));
    for total in [trial.before.total.low, trial.after.total.low] {
        assert!(page.contains(&score(&model, total)), "{page}");
    }
    assert!(page.contains(&format!("Seandainya Sehat ({LABEL})")));
    assert!(page.contains("Isian yang tersimpan tidak berubah."));
    let bars = html(&model, Route::Advice(AdviceRoute::Trial));
    assert_eq!(bars.matches("<svg class=\"sides\"").count(), model.assessment().variant.aspects.len());
    // One change is taken back, then all.
    let mark = marks(&bars, "advice drop-answer").first().map(|mark| (*mark).to_owned()).unwrap();
    let tried = model.advice.trial.answers.len();
    act(&mut model, &mark, "");
    assert_eq!(model.advice.trial.answers.len(), tried - 1);
    act(&mut model, "advice reset", "");
    assert!(model.advice.trial.is_empty() && model.what_if().unwrap().comparison.total.is_none());
}

#[test]
fn a_few_levers_stand_on_one_screen_and_turn_there_and_back() {
    for name in [TROUBLED, GOOD] {
        let mut model = sample(name);
        let levers = model.levers();
        assert!((4..=advice::MOST_LEVERS).contains(&levers.len()), "{levers:?}");
        let (page, before) = (html(&model, Route::Advice(AdviceRoute::Trial)), model.report().total);
        let mut moved = 0;
        for lever in &levers {
            let mark = |way: &str| format!("advice lever {} {way}", lever.id());
            assert!(page.contains(&mark("up")) && page.contains(&mark("down")), "{lever:?}");
            act(&mut model, &mark("up"), "");
            let up = model.what_if().unwrap();
            moved += usize::from(!model.advice.trial.is_empty());
            // What a lever turns keeps the books in order, and one notch back everything is as it was.
            assert!(up.after.books.len() <= up.before.books.len(), "{lever:?}");
            if !model.advice.trial.is_empty() {
                act(&mut model, &mark("down"), "");
            }
            assert!(model.advice.trial.is_empty(), "{lever:?}");
            act(&mut model, &mark("down"), "");
            act(&mut model, "advice reset", "");
        }
        assert!(moved > 0 || name == GOOD);
        assert_eq!((model.levers().len(), model.report().total), (levers.len(), before));
    }
}

#[test]
fn amounts_are_tried_as_they_are_typed_and_asked_about_where_doubtful() {
    let mut model = sample(TROUBLED);
    let group = || AdviceRoute::TrialPart("aktiva_lancar".into());
    act(&mut model, "advice amount current kas", "Rp100.000.000");
    assert_eq!(model.advice.trial.amounts[&(Year::Current, "kas".to_owned())], Amount::Known(100_000_000.into()));
    assert!(text(&model, group()).contains("Isian asli: Rp68.924.500"));
    assert!(text(&model, AdviceRoute::Trial).contains("Rp68.924.500 → Rp100.000.000"));
    let trial = model.what_if().unwrap();
    assert!(trial.after.books.len() > trial.before.books.len(), "the books no longer balance");
    for finding in trial.after.books.iter().filter(|new| trial.before.books.iter().all(|old| old.id() != new.id())) {
        let told =
            model.locale.finding(trial.copy.rulebook, trial.copy.variant, finding, &model.year_in_text(finding.year()));
        assert!(text(&model, AdviceRoute::Trial).contains(&told), "{told}");
    }
    act(&mut model, "advice amount current kas", "1,5 juta");
    assert!(text(&model, group()).contains("satu juta lima ratus ribu"));
    act(&mut model, "advice confirm current kas", "");
    assert_eq!(model.advice.trial.amounts[&(Year::Current, "kas".to_owned())], Amount::Known(1_500_000.into()));
    act(&mut model, "advice amount current kas", "12x");
    assert!(page(&model, group()).contains("aria-invalid=\"true\""));
    act(&mut model, "advice amount current kas", "68924500");
    assert!(model.advice.trial.is_empty(), "the same as in the work is no trial");
    act(&mut model, "advice amount current no-such-account", "1");
    act(&mut model, "advice answer Z.9", "yes");
    assert!(model.advice.trial.is_empty());
}

#[test]
fn the_path_names_every_item_and_what_happens_if_one_fails() {
    let model = sample(TROUBLED);
    let target = &model.assessment().variant.predicates[1];
    let advice::Route::By(path) = advice::path(model.assessment(), target, Unknowns::Against) else { panic!() };
    let page = text(&model, AdviceRoute::Path(None));
    assert!(page.contains(&format!("dari {} menjadi {}", score(&model, path.before), score(&model, path.after))));
    for item in path.steps.iter().flat_map(|step| &step.items) {
        let words = model.texts().item(model.assessment().variant, item.id).unwrap();
        let help = model.help(item.id).unwrap();
        assert!(page.contains(words.question) && page.contains(help.first_step), "{}", item.id);
    }
    assert_eq!(page.matches("Bila gagal, nilainya").count(), path.failures.len());
    let dozing = sample(DOZING);
    let far = text(&dozing, AdviceRoute::Path(Some("sehat".into())));
    assert!(far.contains("Dengan jawaban saja belum bisa.") && far.contains("Rupiah ke jenjang berikut"), "{far}");
    assert!(text(&sample(UNSURE), AdviceRoute::Path(None)).contains("Yang belum diketahui dihitung tidak."));
    assert!(text(&named("semua-ya"), AdviceRoute::Path(Some("cukup-sehat".into()))).contains("Sudah tercapai"));
    // Nobody works towards the worst: whoever asks for it is shown the next better one.
    let worst = text(&model, AdviceRoute::Path(Some("dalam-pengawasan-khusus".into())));
    assert_eq!(worst, text(&model, AdviceRoute::Path(None)));
}

#[test]
fn each_ratio_tells_its_ways_with_both_sides_of_the_books() {
    let mut model = sample(TROUBLED);
    let list = text(&model, AdviceRoute::Bands);
    assert!(list.contains("Sudah penuh") && list.contains("Tidak ada satu pos yang wajar"), "{list}");
    let indicator = model.assessment().variant.indicator("C.I.1.a").unwrap();
    let next = advice::next_band(model.assessment(), indicator).unwrap();
    let advice::Outlook::Measured { ways, blocked, .. } = next.outlook else { panic!() };
    let page = text(&model, AdviceRoute::Band("C.I.1.a".into()));
    for way in &ways {
        let told = model.locale.way(model.assessment(), way);
        assert!(page.contains(&told.deed) && told.shifts.iter().all(|shift| page.contains(shift)));
        assert!(page.contains(&score(&model, way.total.after.low)));
    }
    assert!(page.contains(&format!("{} cara lain yang tidak bisa", blocked.len())));
    // Trying a way moves every account of it, so the books stay balanced.
    let mark = format!("advice move {} {}", ways[0].movement.id, ways[0].rupiah);
    act(&mut model, &mark, "");
    let trial = model.what_if().unwrap();
    assert_eq!((trial.after.total, trial.after.books.len()), (ways[0].total.after, trial.before.books.len()));
    assert!(text(&model, AdviceRoute::Band("C.III.1.a".into())).contains("sudah bernilai penuh"));
    assert!(text(&half(), AdviceRoute::Band("C.III.1.a".into())).contains("Isi dahulu angka ini"));
}

#[test]
fn margins_say_what_is_near_and_what_would_lose_the_predicate() {
    let model = sample(TROUBLED);
    let margin = advice::margin(model.assessment());
    let page = text(&model, AdviceRoute::Margin);
    assert!(page.contains("0,34 poin lagi menuju Cukup Sehat (66).") || page.contains("poin di atas batas"), "{page}");
    for (near, limit) in margin.nearly_up().into_iter().chain(margin.nearly_down()) {
        assert!(limit.is_close());
        assert!(page.contains(model.texts().indicator(model.assessment().variant, near.indicator.id).unwrap().name));
    }
    assert!(margin.nearly_up().is_sorted_by(|left, right| left.1.relative() <= right.1.relative()));
    // On the very limit any slip of a counted item loses the predicate.
    let mut edge = named("predikat-01-80-tepat");
    edge.work.assessment.edition = 0;
    let threat = advice::margin(edge.assessment()).threats[0];
    let page = text(&edge, AdviceRoute::Margin);
    assert!(page.contains("Tepat di batas Sehat (80).") && page.contains(&score(&edge, threat.total)), "{page}");
    assert!(!page.contains("Tidak ada satu hal pun"));
}

#[test]
fn an_action_marked_done_opens_its_item_and_keeps_both_answers_in_the_file() {
    let mut model = sample(TROUBLED);
    let list = model.checklist();
    let items = list.actions.iter().find_map(|one| if let Step::Items(items) = &one.step { Some(items) } else { None });
    let item = items.unwrap()[0].id;
    act(&mut model, "advice whole", "");
    assert_eq!(act(&mut model, &format!("advice note {item}"), "")[0], Effect::Focus("catatan-teks".into()));
    let asked = html(&model, Route::Improve);
    let boxes = asked.split_once("data-day=\"advice note-date\"").unwrap().1.split_once("</fieldset>").unwrap().0;
    for part in ["value=\"22\"", "<option value=\"11\" selected>November</option>", "value=\"2026\""] {
        assert!(boxes.contains(part), "{part}: {boxes}");
    }
    act(&mut model, "advice note-text", "  menunggu   tanda tangan ketua ");
    act(&mut model, "advice mark doing", "");
    assert_eq!(model.assessment().answer(item), Answer::No);
    assert!(screens::text(&model, Route::Improve).contains("menunggu tanda tangan ketua"));
    act(&mut model, &format!("advice note {item}"), "");
    act(&mut model, "advice note-date", "2026-11-30");
    let kept = act(&mut model, "advice mark done", "");
    assert!(kept.iter().any(|effect| matches!(effect, Effect::Keep(text) if text.contains("\"actions\""))));
    assert_eq!(model.assessment().answer(item), Answer::Unknown);
    let page = screens::text(&model, Route::Improve);
    assert!(page.contains("Sudah dikerjakan. Jawab lagi:") && page.contains("30 November 2026"), "{page}");
    act(&mut model, &format!("answer {item}"), "yes");
    let asked = screens::text(&model, Route::Improve);
    assert!(asked.contains("Sudah dijawab lagi:") && !asked.contains("Jawab lagi:"), "told at once: {asked}");
    assert!(html(&model, Route::Improve).contains(&format!("name=\"lagi-{item}\"")), "a slip can be mended");
    update(&mut model, Message::Went(Route::Result));
    let marks = &model.assessment().marks;
    assert_eq!((marks[0].stage, marks[0].after), (Stage::Doing, None));
    assert_eq!((marks[1].before, marks[1].after), (Some(Answer::No), Some(Answer::Yes)));
    let page = screens::text(&model, Route::Improve);
    assert!(page.contains("Jawaban: Tidak, lalu Ya.") && !page.contains("Jawab lagi:"), "{page}");
    // The last entry can be taken back; an answer given since stays.
    act(&mut model, "advice unmark", "");
    assert_eq!((model.assessment().marks.len(), model.assessment().answer(item)), (1, Answer::Yes));
    act(&mut model, &format!("advice note {item}"), "");
    act(&mut model, "advice mark done", "");
    act(&mut model, "advice unmark", "");
    assert_eq!(model.assessment().answer(item), Answer::Yes, "what was done by mistake has its answer again");
}

#[test]
fn a_step_has_somebody_who_does_it_and_a_day_it_is_due() {
    let mut model = sample(TROUBLED);
    let step = model.plan().steps[0].indicator.id;
    let empty = html(&model, Route::Improve);
    assert!(
        !empty.contains("class=\"agreed\"") && empty.matches("list=\"jabatan\"").count() == model.plan().steps.len()
    );
    for office in ["Ketua", "Sekretaris", "Bendahara", "Manajer", "Pengawas"] {
        assert!(empty.contains(&format!("<option value=\"{office}\">")), "{office} is suggested");
    }
    act(&mut model, &format!("advice who {step}"), "  Bu   Rukmini ");
    let kept = act(&mut model, &format!("advice until {step}"), "2026-11-19");
    let Some(Effect::Keep(kept)) = kept.into_iter().find(|effect| matches!(effect, Effect::Keep(_))) else { panic!() };
    act(&mut model, "advice who X.9", "Ketua");
    // Reloaded, and in the other language.
    let today = model.today;
    let mut model = Model::new(Locale::Id);
    model.today = today;
    model.work = save::read(&kept).unwrap();
    assert!(screens::text(&model, Route::Improve).contains("Bu Rukmini, sampai 19 November 2026 lewat 3 hari"));
    let boxes = html(&model, Route::Improve);
    let boxes =
        boxes.split_once(&format!("data-day=\"advice until {step}\"")).unwrap().1.split_once("</fieldset>").unwrap().0;
    for part in ["value=\"19\"", "<option value=\"11\" selected>November</option>", "value=\"2026\""] {
        assert!(boxes.contains(part), "{part}: {boxes}");
    }
    model.locale = Locale::En;
    assert!(screens::text(&model, Route::Improve).contains("Bu Rukmini, by 19 November 2026 days overdue: 3"));
    model.locale = Locale::Id;
    // On paper and in the tables they stand in their columns, and only there.
    let report = page(&model, AdviceRoute::Report(false));
    assert_eq!(report.matches("Bu Rukmini").count(), 1);
    assert!(report.contains("<td class=\"room\">Bu Rukmini</td><td class=\"room\">19 November 2026</td>"), "{report}");
    let rooms = report.matches("<td class=\"room\"><span class=\"unseen\">ruang untuk ditulis</span></td>").count();
    assert_eq!(rooms, 2 * (model.plan().steps.len() - 1), "the others are still written by hand");
    let Effect::Download { text: table, .. } = act(&mut model, "advice csv report", "").remove(0) else { panic!() };
    assert!(table.contains(";Bu Rukmini;19 November 2026;"), "{table}");
    let Effect::Wing(wing::Effect::DownloadBytes { bytes, .. }) = act(&mut model, "advice xlsx", "").remove(0) else {
        panic!()
    };
    let plan = &workbook::read(&bytes).unwrap()[3];
    assert_eq!(plan.rows[1][4..6], ["Bu Rukmini".to_owned(), "19 November 2026".to_owned()]);
    // A day that is none is told at its field and goes on no paper as a day; taken out again, nothing is left of it.
    act(&mut model, &format!("advice until {step}"), "2027-02-31");
    let told = html(&model, Route::Improve);
    assert!(
        told.contains(&format!("id=\"sampai-{step}-error\""))
            && !screens::text(&model, Route::Improve).contains("sampai 31")
    );
    // The report says so on the screen, and leaves a line to fill on paper.
    let report = page(&model, AdviceRoute::Report(false));
    let cell = report.split_once("<td class=\"room\">Bu Rukmini</td>").unwrap().1.split_once("</td>").unwrap().0;
    assert!(cell.contains("class=\"error noprint\"") && cell.contains("tidak ada di kalender"), "{cell}");
    assert!(cell.ends_with(" ……………………"), "{cell}");
    act(&mut model, &format!("advice until {step}"), "");
    act(&mut model, &format!("advice who {step}"), &"a".repeat(99));
    assert_eq!(model.assessment().task(step).who.len(), 60, "one line of a column");
    act(&mut model, &format!("advice who {step}"), " ");
    assert!(model.assessment().tasks.is_empty());
}

#[test]
fn what_is_done_is_not_late() {
    let mut model = sample(TROUBLED);
    let plan = model.plan();
    let step = plan.steps.iter().find(|step| matches!(step.step, Step::Money(_))).unwrap().indicator.id;
    act(&mut model, &format!("advice until {step}"), "2026-11-21");
    assert!(screens::text(&model, Route::Improve).contains("sampai 21 November 2026 lewat 1 hari"));
    act(&mut model, &format!("advice note {step}"), "");
    act(&mut model, "advice mark done", "");
    assert!(model.plan().steps.iter().any(|one| one.indicator.id == step), "the books show it next year");
    let page = screens::text(&model, Route::Improve);
    assert!(page.contains("sampai 21 November 2026") && !page.contains("lewat 1 hari"), "{page}");
    // Whoever does not know the day is told nothing of it.
    model.today = None;
    assert!(!screens::text(&model, Route::Improve).contains("lewat 1 hari"));
}

#[test]
fn older_files_lie_beside_the_work_and_never_replace_it() {
    let mut model = sample(TROUBLED);
    let saved = check_code::of(model.assessment());
    assert!(text(&model, AdviceRoute::Compare).contains("Belum ada berkas yang dibuka."));
    act(&mut model, "advice older-text", "bukan berkas");
    assert!(page(&model, AdviceRoute::Compare).contains("id=\"berkas-lama-salah\""));
    let older = TROUBLED.replace("2025-12-31", "2023-12-31");
    let before = {
        let mut before = save::read(&older).unwrap();
        before.assessment.answers.insert("A.II.1.a", Answer::No);
        save::write(&before.assessment, &before.kept)
    };
    act(&mut model, "advice older-text", &before);
    act(&mut model, "advice older-text", &DOZING.replace("2025-12-31", "2022-12-31"));
    let years: Vec<_> = model.advice.older.iter().map(|one| one.year_end.clone().unwrap()).collect();
    assert_eq!(years, ["2022-12-31", "2023-12-31"], "the oldest first");
    let shown = text(&model, AdviceRoute::Compare);
    let past = assess(&save::read(&before).unwrap().assessment).total.low;
    assert!(shown.contains(&score(&model, past)) && shown.contains("1 jawaban yang berubah"), "{shown}");
    assert!(shown.contains("Sejak 31 Desember 2023") && shown.contains("Tidak → Ya"), "{shown}");
    assert!(page(&model, AdviceRoute::Compare).contains("<svg class=\"trend\""));
    act(&mut model, "advice older-text", &before);
    assert_eq!(model.advice.older.len(), 2, "the same book year only once");
    act(&mut model, "advice forget 0", "");
    act(&mut model, "advice forget 7", "");
    assert_eq!((model.advice.older.len(), check_code::of(model.assessment())), (1, saved));
    act(&mut model, "sample", "");
    assert!(model.advice.older.is_empty(), "other work begins with a clean desk");
}

#[test]
fn the_report_holds_all_a_reader_of_the_paper_needs() {
    let model = sample(TROUBLED);
    let (short, whole) = (text(&model, AdviceRoute::Report(false)), text(&model, AdviceRoute::Report(true)));
    let code = check_code::of(model.assessment());
    for part in [LABEL, &code, "0123456789ab", "22 November 2026", "31 Desember 2025", "edisi 2022"] {
        assert!(short.contains(part), "{part} is not in: {short}");
    }
    for (_, indicator) in model.assessment().variant.indicators() {
        assert!(short.contains(indicator.id), "{}", indicator.id);
    }
    for (_, item) in model.assessment().variant.items() {
        let question = model.texts().item(model.assessment().variant, item.id).unwrap().question;
        assert!(whole.contains(question), "{}", item.id);
    }
    assert!(whole.contains("Rp68.924.500") && !short.contains("Lampiran: pembukuan"));
    let html = page(&model, AdviceRoute::Report(false));
    // The verdict stands once, with whose it is, and beside it what the cooperative is and who signs.
    let sheet = html.split_once("class=\"sheet").unwrap().1.split_once("</main>").unwrap().0;
    assert_eq!(plain(sheet).to_lowercase().matches(LABEL).count(), 1);
    assert!(html.contains("<svg class=\"scale\"") && !html.contains("svg.radar"));
    for told in
        ["Anggota 1.264", "Aktiva Rp", "SHU setelah pajak", "Tempat dan tanggal:", "Ketua", "Bendahara", "Pengawas"]
    {
        assert!(short.contains(told), "{told}: {short}");
    }
}

#[test]
fn the_papers_stand_once_each_and_name_all_they_serve() {
    let model = sample(TROUBLED);
    let pack = advice::papers(model.assessment());
    let html = page(&model, AdviceRoute::Pack);
    let sheet = plain(html.split_once("class=\"sheet").unwrap().1.split_once("</table>").unwrap().0);
    for paper in &pack.papers {
        let name = model.texts().document(paper.id).unwrap();
        let serves: Vec<&str> =
            paper.items.iter().map(|item| item.id).chain(paper.ratios.iter().map(|one| one.id)).collect();
        assert!(sheet.contains(name) && sheet.contains(&serves.join(", ")), "{name}");
    }
    assert_eq!(html.matches("class=\"room\"").count(), pack.papers.len());
}

#[test]
fn what_is_noted_of_a_paper_is_kept_printed_and_taken_back() {
    let mut model = sample(TROUBLED);
    let untouched = save::write(&model.work.assessment, &model.work.kept);
    let kept = act(&mut model, "advice paper ad-art", "there");
    assert!(matches!(&kept[..], [Effect::Keep(text)] if text.contains("\"ad-art\"")), "kept on the device at once");
    act(&mut model, "advice paper-place ad-art", "  Lemari 2,  map biru ");
    act(&mut model, "advice paper papan-nama", "lacking");
    act(&mut model, "advice paper surat-cinta", "there");
    let screen = text(&model, AdviceRoute::Pack);
    let all = model.papers().papers.len();
    assert!(screen.contains(&format!("1 dari {all} berkas ada, 1 belum ada, {} belum dicek", all - 2)), "{screen}");
    let html = page(&model, AdviceRoute::Pack);
    let sheet = plain(html.split_once("class=\"sheet").unwrap().1.split_once("</table>").unwrap().0);
    assert!(sheet.contains("Lemari 2, map biru") && sheet.matches("kotak untuk dicentang").count() == 2 * all - 2);
    let Effect::Download { text: table, .. } = act(&mut model, "advice csv pack", "").remove(0) else { panic!() };
    let name = |id: &str| model.texts().document(id).unwrap();
    let row = |id: &str| table.split("\r\n").find(|row| row.contains(name(id))).unwrap();
    assert!(row("ad-art").ends_with(";✓;;Lemari 2, map biru"), "{}", row("ad-art"));
    assert!(row("papan-nama").ends_with(";;✓;"), "{}", row("papan-nama"));

    let text = save::write(&model.work.assessment, &model.work.kept);
    assert_eq!(save::read(&text).unwrap().assessment, model.work.assessment);
    update(&mut model, Message::Opened(Ok(untouched.clone())));
    assert!(model.assessment().papers.is_empty());
    update(&mut model, Message::Undo);
    assert_eq!(save::write(&model.work.assessment, &model.work.kept), text, "what was replaced comes back whole");
    act(&mut model, "advice paper ad-art", "lacking");
    assert_eq!(act(&mut model, "advice paper-back", "")[0], Effect::Focus("berkas-ad-art".to_owned()));
    assert_eq!(save::write(&model.work.assessment, &model.work.kept), text);
    assert!(!page(&model, AdviceRoute::Pack).contains("paper-back"), "nothing more to take back");
}

#[test]
fn the_whole_work_is_a_workbook_whose_sums_are_formulas() {
    let mut model = sample(TROUBLED);
    let bytes = match act(&mut model, "advice xlsx", "").remove(0) {
        Effect::Wing(wing::Effect::DownloadBytes { name, bytes, .. }) if name == "laporan-periksa-diri.xlsx" => bytes,
        other => panic!("{other:?}"),
    };
    let sheets = workbook::read(&bytes).unwrap();
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Nilai", "Angka", "Jawaban", "Rencana"]);
    let (work, variant) = (model.assessment(), model.assessment().variant);
    let rows = |place: usize| sheets[place].rows.iter();
    // Every amount in its row, and under each group what it comes to.
    let mut figures = rows(1).skip(1);
    for group in variant.groups {
        figures.next().unwrap();
        let mut sums = [0, 0];
        for account in group.accounts(variant) {
            let row = figures.next().unwrap();
            assert_eq!(row[0], model.texts()[account].name);
            for (place, year) in Year::BOTH.into_iter().enumerate() {
                match work.amount(year, account.id) {
                    Amount::Known(amount) => {
                        let amount = amount.get();
                        assert_eq!(row[1 + place], amount.to_string(), "{}", account.id);
                        sums[place] += if account.contra { -amount } else { amount };
                    }
                    Amount::Unknown => assert_eq!(row[1 + place], "Belum tahu"),
                }
            }
        }
        let row = figures.next().unwrap();
        assert!(row[0].starts_with("Jumlah "), "{row:?}");
        assert_eq!(row[1..], sums.map(|sum: i64| sum.to_string()));
    }
    assert_eq!(figures.next(), None);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let xml = std::io::read_to_string(zip.by_name("xl/worksheets/sheet2.xml").unwrap()).unwrap();
    assert_eq!(xml.matches("<f>SUM(").count(), 2 * variant.groups.len());
    assert!(xml.contains("<f>SUM(B3:B21)-2*SUM(B15)</f>"), "the allowance for loans is taken away");
    let taken_away =
        variant.groups.iter().flat_map(|group| group.accounts(variant)).filter(|account| account.contra).count();
    assert!(
        taken_away > 0 && xml.matches(" s=\"6\"").count() == 2 * taken_away,
        "and is shown so, in brackets, in both years"
    );
    for (_, item) in variant.items() {
        assert!(rows(2).any(|row| row[0] == item.id && row[1] == model.texts()[item].question && row.len() == 3));
    }
    let total = decimal(model.report().honest_total().low, Places::Exactly(2), Locale::Id);
    assert!(rows(0).any(|row| row.starts_with(&["Nilai akhir".to_owned(), total.clone()])), "{total}");
    assert!(rows(0).any(|row| row.starts_with(&["Perkiraan mandiri, bukan predikat resmi.".to_owned()])));
    assert_eq!(rows(3).count(), 1 + model.plan().steps.len());
}

#[test]
fn a_sum_of_what_is_not_all_known_is_not_known() {
    let mut model = sample(TROUBLED);
    model.work.assessment.statements.current.put("kas", Some(Amount::Unknown));
    let bytes = match act(&mut model, "advice xlsx", "").remove(0) {
        Effect::Wing(wing::Effect::DownloadBytes { bytes, .. }) => bytes,
        other => panic!("{other:?}"),
    };
    let sheets = workbook::read(&bytes).unwrap();
    let sum = sheets[1].rows.iter().find(|row| row[0].starts_with("Jumlah ")).unwrap();
    assert_eq!(sum[1], "", "a spreadsheet would take the word for nothing");
    assert!(sum[2].parse::<i64>().is_ok(), "of the year before all is known: {sum:?}");
}

#[test]
fn tables_open_right_in_an_indonesian_spreadsheet() {
    let mut model = sample(TROUBLED);
    let mut file = |mark: &str| match act(&mut model, mark, "").remove(0) {
        Effect::Download { name, kind: "text/csv", text } => (name, text),
        other => panic!("{other:?}"),
    };
    let (name, report) = file("advice csv report");
    assert!(name == "laporan-periksa-diri.csv" && report.starts_with('\u{feff}'));
    let (_, pack) = file("advice csv pack");
    let papers = advice::papers(model.assessment()).papers;
    let rows: Vec<&str> = pack.split("\r\n").filter(|row| !row.is_empty()).collect();
    assert_eq!(rows.len(), papers.len() + 1);
    assert!(rows[0].ends_with("Ada;Belum;Di mana") && rows[1..].iter().all(|row| row.ends_with(";;;")));
    let total = model.report().total;
    assert!(report.contains(&format!("Nilai akhir;{}", decimal(total.low, Places::AtMost(2), Locale::Id))), "{report}");
    assert!(report.contains(&check_code::of(model.assessment())));
    assert!(report.contains(";Siapa;Sampai kapan;Selesai"));
}
