#![allow(clippy::unwrap_used, missing_docs)]
use cermin_koperasi::{exchange::save, locale::Locale, page::{Message, Model, Route, update, view}};
fn main_() {
    let css = std::fs::read_to_string("www/style.css").unwrap();
    let shell = std::fs::read_to_string("www/shell.css").unwrap_or_default();
    let mut out = String::new();
    for (lang, sample) in [(Locale::Id,"kredit-macet"),(Locale::Id,"banyak-belum-tahu"),(Locale::En,"contoh"),(Locale::Id,"mati-suri")] {
        let mut model = Model::new(lang);
        model.build = "488618c5cf1e".into();
        model.today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22);
        model.work = save::read(&std::fs::read_to_string(format!("src/page/samples/{sample}.json")).unwrap()).unwrap();
        let act = |model: &mut Model, mark: &str, value: &str| { update(model, Message::parse(mark, value).unwrap_or_else(|| panic!("{mark}"))); };
        if sample == "kredit-macet" {
            let list = model.checklist();
            let item = list.actions.iter().find_map(|a| if let cermin_koperasi::advice::Step::Items(i) = &a.step { Some(i[0].id) } else { None }).unwrap();
            act(&mut model, &format!("advice note {item}"), "");
            act(&mut model, "advice note-text", "buku dijilid oleh sekretaris");
            act(&mut model, "advice mark done", "");
            let list = model.checklist();
            let item = list.actions.iter().find_map(|a| if let cermin_koperasi::advice::Step::Items(i) = &a.step { Some(i[0].id) } else { None }).unwrap();
            act(&mut model, &format!("advice note {item}"), "");
            act(&mut model, "advice path sehat", "");
            let text = std::fs::read_to_string("src/page/samples/mati-suri.json").unwrap();
            act(&mut model, "advice older-text", &text);
            let a=&mut model.advice.older[0]; a.year_end = Some("2023-12-31".into());
            let text = std::fs::read_to_string("src/page/samples/banyak-belum-tahu.json").unwrap();
            act(&mut model, "advice older-text", &text);
            let a=&mut model.advice.older[0]; println!("{:?}",a.year_end);
        }
        for hash in std::env::var("ROUTES").unwrap_or("perbaikan jalan jalan/sehat rupiah rupiah/C.I.1.a andai andai/A.I.1 andai/aktiva_lancar jarak banding laporan laporan/lampiran berkas-meja beda".into()).split(' ') {
            let Some(route) = Route::parse(&format!("#/{hash}")) else { panic!("{hash}") };
            model.route = route;
            let html = view(&model).into_string();
            let name = format!("{sample}-{}", hash.replace('/', "-"));
            std::fs::write(format!("/tmp/adv/{name}.html"), format!("<!DOCTYPE html><html lang=id data-app=ready><meta charset=utf-8><meta name=viewport content='width=device-width,initial-scale=1'><style>{shell}{css}</style><div id=app>{html}</div>")).unwrap();
            out.push_str(&format!("{name} {}\n", html.len()));
        }
    }
    println!("{out}");
}
#[test] fn dump() { main_(); }
