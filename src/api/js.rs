//! The last metre to JavaScript: objects in and out, failures as `Error`. No sentence and no rule lives here.
#![allow(unreachable_pub, reason = "JavaScript reaches it")]

use js_sys::{Array, Error, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::Failure;
use crate::exchange::json::{self, Number, Value};
use crate::exchange::{Code, Kind, Path, Problem};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("types.d.ts");

/// Deeper than any assessment; an object that holds itself ends here.
const DEEPEST: usize = 16;

/// All rulebooks of this build.
///
/// ```js
/// import init, { rulebooks } from "cermin-koperasi";
///
/// await init();
/// console.log(rulebooks()[0]?.variants.map(({ id }) => id));   // [ "ksp12", "riil12" ]
/// ```
#[wasm_bindgen(unchecked_return_type = "RulebookSummary[]")]
pub fn rulebooks() -> Result<JsValue, JsValue> {
    out(Ok(super::rulebooks()))
}

/// Everything there is to ask under a variant, in a language.
///
/// ```js
/// import init, { questionnaire } from "cermin-koperasi";
///
/// await init();
/// const asked = questionnaire("kkpkk-2021", "ksp12", "id");
/// console.log(asked.aspects[0]?.id, asked.groups[0]?.id);   // A aktiva_lancar
/// ```
#[wasm_bindgen(unchecked_return_type = "Questionnaire")]
pub fn questionnaire(
    #[wasm_bindgen(unchecked_param_type = "string")] rulebook: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] variant: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "\"id\" | \"en\"")] locale: &JsValue,
) -> Result<JsValue, JsValue> {
    let names = [("rulebook", rulebook), ("variant", variant), ("locale", locale)].map(|(key, name)| text(key, name));
    let [rulebook, variant, locale] = names;
    out(rulebook.and_then(|rulebook| super::questionnaire(&rulebook, &variant?, &locale?)))
}

/// Takes a language that is not in the module: the text of an entry beside it.
///
/// ```js
/// import init, { installLanguage, questionnaire } from "cermin-koperasi";
/// import en from "cermin-koperasi/en";
///
/// await init();
/// installLanguage("en", en);
/// console.log(questionnaire("kkpkk-2021", "ksp12", "en").locale);   // en
/// ```
#[wasm_bindgen(js_name = installLanguage)]
pub fn install_language(
    #[wasm_bindgen(unchecked_param_type = "\"en\"")] code: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] pack: &JsValue,
) -> Result<(), JsValue> {
    let both = text("code", code).and_then(|code| Ok((code, text("pack", pack)?)));
    both.and_then(|(code, pack)| super::install_language(&code, pack)).map_err(|failure| thrown(&failure))
}

/// Scores an assessment.
///
/// ```js
/// import init, { assess } from "cermin-koperasi";
///
/// await init();
/// const report = assess({
///   format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12",
///   answers: { "A.I.1.a": "yes" },
/// });
/// console.log(report.total);   // { low: 25, high: 100 }: nearly all is still open
/// ```
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn assess(#[wasm_bindgen(unchecked_param_type = "Assessment")] assessment: &JsValue) -> Result<JsValue, JsValue> {
    out(given(assessment).map_err(Failure::from).and_then(super::assess))
}

/// Scores an assessment in numbers alone: many times as fast.
///
/// ```js
/// import init, { score } from "cermin-koperasi";
///
/// await init();
/// const { aspects } = score({ format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12" });
/// console.log(aspects.A);   // { low: 25, high: 100 }
/// ```
#[wasm_bindgen(unchecked_return_type = "Scores")]
pub fn score(#[wasm_bindgen(unchecked_param_type = "Assessment")] assessment: &JsValue) -> Result<JsValue, JsValue> {
    out(counted(assessment).map_err(Failure::from).and_then(super::score))
}

/// The forms as `face.js` gathers by them.
///
/// ```js
/// const [form] = quickForms();
/// console.log(form.variant, form.items[0], form.accounts[0]);   // ksp12 A.I.1.a kas
/// ```
#[wasm_bindgen(js_name = quickForms, skip_typescript)]
pub fn quick_forms() -> Result<JsValue, JsValue> {
    out(Ok(super::quick::forms()))
}

/// The score of what `face.js` gathered; nothing for what [`score`] must look at.
///
/// ```js
/// const [{ items, accounts }] = quickForms();
/// const blank = new Float64Array(5 + items.length + 2 * accounts.length).fill(NaN, 5 + items.length);
/// console.log(quickScore(blank).slice(0, 2));   // the ends of the total, 25 and 100
/// ```
#[wasm_bindgen(js_name = quickScore, skip_typescript)]
pub fn quick_score(gathered: &[f64]) -> Option<Vec<f64>> {
    super::quick::score(gathered)
}

/// Where a cooperative stands as of a day.
///
/// ```js
/// import init, { standing } from "cermin-koperasi";
///
/// await init();
/// const { standing: lines } = standing({
///   format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12",
///   rat: { business: "yes", history: [2023, 2024, 2025].map((year) => ({ year, held: "no" })) },
/// }, "2026-11-29");
/// console.log(lines.institution.settled);   // tidakAktif: three RATs missed running (STS-02)
/// ```
#[wasm_bindgen(unchecked_return_type = "StandingAnswer")]
pub fn standing(
    #[wasm_bindgen(unchecked_param_type = "Assessment")] assessment: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] today: &JsValue,
) -> Result<JsValue, JsValue> {
    out(given(assessment)
        .map_err(Failure::from)
        .and_then(|assessment| super::standing(assessment, &text("today", today)?)))
}

/// How ready the next RAT is as of a day.
///
/// ```js
/// import init, { readiness } from "cermin-koperasi";
///
/// await init();
/// const { quorum } = readiness({
///   format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12", profile: { members: 21 },
/// }, "2026-11-29");
/// console.log(quorum?.required, quorum?.safe);   // 11 12
/// ```
#[wasm_bindgen(unchecked_return_type = "ReadinessAnswer")]
pub fn readiness(
    #[wasm_bindgen(unchecked_param_type = "Assessment")] assessment: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] today: &JsValue,
) -> Result<JsValue, JsValue> {
    out(given(assessment)
        .map_err(Failure::from)
        .and_then(|assessment| super::readiness(assessment, &text("today", today)?)))
}

/// Reads a board's own books: the rows of one sheet.
///
/// ```js
/// import init, { matchBooks } from "cermin-koperasi";
///
/// await init();
/// const rows = [["AKTIVA", "2025", "2024"], ["Kas", "1.500.000", "1.250.000"]];
/// const books = matchBooks(rows, { rulebook: "kkpkk-2021", variant: "ksp12", bookYearEnd: "2025-12-31" });
/// console.log(books.amounts.current.kas);   // 1500000, as text: rupiah are exact
/// ```
#[wasm_bindgen(js_name = matchBooks, unchecked_return_type = "BooksProposal")]
pub fn match_books(
    #[wasm_bindgen(unchecked_param_type = "string[][]")] rows: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "BooksForm")] form: &JsValue,
) -> Result<JsValue, JsValue> {
    let read = part("rows", rows).and_then(|rows| Ok((rows, part("form", form)?)));
    out(read.map_err(Failure::from).and_then(|(rows, form)| super::match_books(&rows, &form)))
}

/// What to do first.
///
/// ```js
/// import init, { checklist } from "cermin-koperasi";
///
/// await init();
/// const list = checklist({
///   format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12",
///   answers: { "A.I.3.a": "no", "A.I.3.b": "yes", "A.I.3.c": "yes" },
/// }, "2026-11-29");
/// console.log(list.actions[0]?.items);   // [ "A.I.3.a" ]
/// ```
#[wasm_bindgen(unchecked_return_type = "Checklist")]
pub fn checklist(
    #[wasm_bindgen(unchecked_param_type = "Assessment")] assessment: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] today: &JsValue,
) -> Result<JsValue, JsValue> {
    out(text("today", today).and_then(|today| super::checklist(given(assessment)?, &today)))
}

/// The least effort to a predicate.
///
/// ```js
/// import init, { path } from "cermin-koperasi";
///
/// await init();
/// const way = path({ format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12" }, "sehat");
/// console.log(way.state);   // out-of-reach: answers alone do not make up for unknown books
/// ```
#[wasm_bindgen(unchecked_return_type = "Path")]
pub fn path(
    #[wasm_bindgen(unchecked_param_type = "Assessment")] assessment: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] target: &JsValue,
) -> Result<JsValue, JsValue> {
    out(text("target", target).and_then(|target| super::path(given(assessment)?, &target)))
}

/// How many rupiah a ratio is from its next band.
///
/// ```js
/// import init, { nextBand } from "cermin-koperasi";
///
/// await init();
/// const roa = nextBand({ format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12" }, "C.I.1.a");
/// console.log(roa.state, roa.missing[0]?.account);   // missing pendapatan_jasa_pinjaman_anggota
/// ```
#[wasm_bindgen(js_name = nextBand, unchecked_return_type = "NextBand")]
pub fn next_band(
    #[wasm_bindgen(unchecked_param_type = "Assessment")] assessment: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] indicator: &JsValue,
) -> Result<JsValue, JsValue> {
    let indicator = text("indicator", indicator);
    out(indicator.and_then(|indicator| super::next_band(given(assessment)?, &indicator)))
}

fn text(key: &str, value: &JsValue) -> Result<String, Failure> {
    value.as_string().ok_or_else(|| problem(Code::WrongType(Kind::Text), &Path::default().to(key), value).into())
}

// What reaches into a caller's object may run the caller's code, which may throw. An exception that left through this
// module's frames would wear it out, so each of these hands it back instead.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn is_list(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(js_namespace = Object, js_name = keys, catch)]
    fn keys_of(value: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(js_namespace = ["Object", "prototype", "toString"], js_name = call, catch)]
    fn tag_of(value: &JsValue) -> Result<JsValue, JsValue>;
    /// Stands in `face.js`, and hands its own exceptions back as nothing.
    #[wasm_bindgen(js_name = textOf)]
    fn text_of(value: &JsValue) -> Option<String>;
}

/// What JavaScript gave, as JSON. What JSON cannot say is refused, not dropped: a NaN would pass for *belum tahu*.
fn given(js: &JsValue) -> Result<Value, Problem> {
    match text_of(js).and_then(|text| json::parse(&text).ok()) {
        Some(value) => Ok(value),
        None => value(js, &Path::default(), &mut { MOST_VALUES }),
    }
}

/// The same of one of several arguments.
fn part(name: &str, js: &JsValue) -> Result<Value, Problem> {
    value(js, &Path::default().to(name), &mut { MOST_VALUES })
}

/// What counts for a score, and no more: what else is there is not even looked at.
fn counted(js: &JsValue) -> Result<Value, Problem> {
    let path = Path::default();
    if !is_plain(js, &path)? {
        return given(js);
    }
    entries(js, super::score::COUNTED.into_iter().map(JsValue::from), &path, &mut { MOST_VALUES })
}

/// As many values as the longest save file can hold, and few enough for a list that only claims to be long.
const MOST_VALUES: u32 = 1_000_000;

fn value(js: &JsValue, path: &Path, left: &mut u32) -> Result<Value, Problem> {
    *left = left.checked_sub(1).ok_or_else(|| problem(Code::TooBig, &Path::default(), &JsValue::NULL))?;
    if js.is_null() || js.is_undefined() {
        return Ok(Value::Null);
    }
    let plain = js.as_bool().map(Value::Bool).or_else(|| js.as_string().map(Value::String));
    match (plain, js.as_f64()) {
        (Some(plain), _) => Ok(plain),
        (None, Some(float)) => number(float, js).map_err(|code| problem(code, path, js)),
        (None, None) if js.is_bigint() => {
            i64::try_from(js.clone()).map(Value::from).map_err(|_| problem(Code::TooLarge, path, js))
        }
        (None, None) if js.is_object() && !js.is_function() => inside(js, path, left),
        (None, None) => Err(problem(Code::WrongType(Kind::Group), path, js)),
    }
}

/// What is in a list or an object.
fn inside(js: &JsValue, path: &Path, left: &mut u32) -> Result<Value, Problem> {
    if path.keys().len() >= DEEPEST {
        return Err(threw(path));
    }
    if is_list(js).map_err(|_| threw(path))? {
        return list(js, path, left);
    }
    if !is_plain(js, path)? {
        return Err(problem(Code::WrongType(Kind::Group), path, js));
    }
    entries(js, keys_of(js).map_err(|_| threw(path))?.iter(), path, left)
}

/// Whether it is an object as JSON has them. A `Map` has no keys of its own, and would pass for one in which nothing is said.
fn is_plain(js: &JsValue, path: &Path) -> Result<bool, Problem> {
    Ok(tag_of(js).map_err(|_| threw(path))?.as_string().as_deref() == Some("[object Object]"))
}

/// What is under these keys of an object.
fn entries(js: &JsValue, keys: impl Iterator<Item = JsValue>, path: &Path, left: &mut u32) -> Result<Value, Problem> {
    let mut pairs = Vec::new();
    for key in keys {
        let name = key.as_string().unwrap_or_default();
        let path = path.to(&name);
        let entry = Reflect::get(js, &key).map_err(|_| threw(&path))?;
        // As everywhere in JavaScript, `undefined` says no more than a missing key.
        if !entry.is_undefined() {
            pairs.push((name, value(&entry, &path, left)?));
        }
    }
    Ok(Value::Object(pairs.into_iter().collect()))
}

/// An object that threw when it was looked into.
fn threw(path: &Path) -> Problem {
    problem(Code::Unreadable, path, &JsValue::NULL)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be small; a length is never negative"
)]
fn list(js: &JsValue, path: &Path, left: &mut u32) -> Result<Value, Problem> {
    let length = Reflect::get(js, &"length".into()).map_err(|_| threw(path))?.as_f64().unwrap_or_default();
    if length > f64::from(*left) {
        return Err(problem(Code::TooBig, path, &JsValue::NULL));
    }
    let mut entries = Vec::new();
    for place in 0..length as u32 {
        let path = path.to(&place.to_string());
        let entry = Reflect::get_u32(js, place).map_err(|_| threw(&path))?;
        entries.push(value(&entry, &path, left)?);
    }
    Ok(Value::Array(entries))
}

/// A number that JSON can say: whole and below 2^53, or with a fraction.
#[allow(clippy::cast_possible_truncation, reason = "checked to be whole and below 2^53")]
fn number(float: f64, js: &JsValue) -> Result<Value, Code> {
    const EXACT: f64 = 9_007_199_254_740_991.0;
    match float.fract() == 0.0 {
        true if float.abs() <= EXACT => Ok(Value::from(float as i64)),
        true => Err(Code::TooLarge),
        // NaN and the infinities are no JSON.
        false => Number::parse(&printed(js).unwrap_or_default()).map(Value::Number).ok_or(Code::NotWhole),
    }
}

fn problem(code: Code, path: &Path, js: &JsValue) -> Problem {
    let value = js.as_string().or_else(|| printed(js)).unwrap_or_default();
    Problem { code, path: path.clone(), value: value.chars().take(60).collect() }
}

/// JavaScript prints its own numbers: Rust's printing of floats would weigh fifteen kilobytes.
fn printed(js: &JsValue) -> Option<String> {
    js.dyn_ref::<js_sys::Number>().and_then(|number| number.to_string_with_radix(10).ok()).map(String::from)
}

fn out(result: Result<impl Serialize, Failure>) -> Result<JsValue, JsValue> {
    let found = result.map_err(|failure| thrown(&failure))?;
    // Plain objects, numbers and `null`, as JSON has them: no `Map`, no `undefined`.
    found.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

fn thrown(failure: &Failure) -> JsValue {
    let error = Error::new(&failure.message);
    for (key, value) in [("code", failure.code), ("path", failure.path.as_str())] {
        // An ordinary object takes any property.
        let _ = Reflect::set(&error, &key.into(), &value.into());
    }
    error.into()
}
