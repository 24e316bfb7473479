//! The page filled with invented cooperatives, and read as a person reads it.

use cermin_koperasi::assessment::{Amount, Answer};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::Rupiah;
use cermin_koperasi::page::{Model, Route, view};
use cermin_koperasi::rulebook::{Reading, Year};
use serde_json::Value;

pub(crate) const LABEL: &str = "perkiraan mandiri, bukan predikat resmi";

pub(crate) fn golden() -> Vec<Value> {
    let file: Value = serde_json::from_str(include_str!("../golden/kkpkk-2021-ksp12.json")).unwrap();
    file["cases"].as_array().unwrap().clone()
}

/// The page with a golden case filled in.
pub(crate) fn filled(case: &Value, edition: usize, reading: Reading) -> Model {
    let mut model = Model::new(Locale::Id);
    let assessment = &mut model.work.assessment;
    (assessment.edition, assessment.reading) = (edition, reading);
    for (item, met) in case["answers"].as_object().unwrap() {
        let answer = if met.as_bool().unwrap() { Answer::Yes } else { Answer::No };
        assessment.answers.insert(item, answer);
    }
    for year in Year::BOTH {
        let book = assessment.statements.year_mut(year);
        book.complete = true;
        for (account, amount) in case["amounts"][year.code()].as_object().unwrap() {
            book.amounts.insert(account, Amount::Known(Rupiah::new(amount.as_i64().unwrap()).unwrap()));
        }
    }
    model
}

pub(crate) fn named(name: &str) -> Model {
    let case = golden().into_iter().find(|case| case["name"] == name).unwrap();
    filled(&case, 1, Reading::Definition)
}

/// Half of the answers and a part of the books.
pub(crate) fn half() -> Model {
    let mut model = named("realistis-004");
    let assessment = &mut model.work.assessment;
    let items: Vec<&str> = assessment.variant.items().map(|(_, item)| item.id).collect();
    for item in items.iter().step_by(3) {
        assessment.answers.remove(*item);
    }
    assessment.answers.insert(items[1], Answer::Unknown);
    assessment.statements.prior.complete = false;
    assessment.statements.prior.amounts.clear();
    model
}

pub(crate) fn html(model: &Model, route: Route) -> String {
    let mut model = model.clone();
    model.route = route;
    view(&model).into_string()
}

/// The main part without tags, entities resolved, blanks single.
pub(crate) fn text(model: &Model, route: Route) -> String {
    let html = html(model, route);
    let main = html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    plain(main)
}

/// Each tag parts words, as it does on the screen; what is left before a full stop or inside a bracket is closed up.
pub(crate) fn plain(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push(' ');
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    [" .", " :", " )"].iter().fold(text, |text, gap| text.replace(gap, &gap[1..])).replace("( ", "(")
}

pub(crate) fn trace(id: &str) -> Route {
    Route::Trace(id.to_owned())
}

pub(crate) fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let mark = format!(" {name}=\"");
    html.split(&mark).skip(1).map(|rest| rest.split_once('"').unwrap().0).collect()
}
