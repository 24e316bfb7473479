//! Who is asked: five short fields, none of them about a person.

use maud::{Markup, html};

use super::super::{Arriving, Field, Model, Notice, Route};
use super::names::{fault_words, kinds};
use super::parts::{back, button, day_boxes, heading, icon, radios};
use super::unrated;
use super::wing::{class_doubt, classes, form_note};
use crate::assessment::{LONGEST_TEXT, Unrated};
use crate::rulebook::CoopKind;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().profile;
    let profile = &model.assessment().profile;
    let levels = [("1", words.level_1), ("2", words.level_2), ("3", words.level_3), ("4", words.level_4)];
    let level = profile.level.map(|level| level.to_string());
    html! {
        (back(&Route::Start, model.words()))
        (summary(model))
        (heading(words.title))
        p.lead { (words.lead) }
        fieldset {
            legend { (words.question_kind) }
            (radios("kind", "profile kind", &kinds(model)))
            @if matches!(model.arriving, Some(Arriving::Kind(_))) { p.hint aria-busy="true" { (model.words().later.text) } }
            @if profile.kind == Some(CoopKind::Usp) { (super::statement::unit_only(model)) }
            (form_note(model))
            @if let Some(why) = model.unrated().filter(|why| *why != Unrated::Large) { (unrated::why(model, why)) }
        }
        fieldset {
            legend { (words.question_level) }
            p.hint { (words.level_help) }
            (radios("level", "profile level", &levels.map(|(value, label)| (value, label, level.as_deref() == Some(value)))))
            (class_doubt(model))
            (classes(model))
            @if model.unrated() == Some(Unrated::Large) { (unrated::why(model, Unrated::Large)) }
        }
        (text(model, Field::Members, words.question_members, words.members_help, profile.members.map(|n| n.to_string())))
        (text(model, Field::BookYearEnd, words.question_book_year_end, words.book_year_end_help, profile.book_year_end.clone()))
        (text(model, Field::Name, words.question_name, words.name_help, profile.name.clone()))
        p.actions { (button(&Route::Tasks, model.words().common.next)) }
    }
}

/// One text field; the end of the book year is a day.
fn text(model: &Model, field: Field, question: &str, help: &str, value: Option<String>) -> Markup {
    let code = field.code();
    let refused = refused(model, field);
    let shown = refused.map_or_else(|| value.unwrap_or_default(), |(typed, _)| typed.to_owned());
    let number = field == Field::Members;
    let described = html! {
        p.hint id={ (code) "-hint" } { (help) }
        @if let Some((_, sentence)) = refused { p.error id={ (code) "-error" } { (icon("warn")) (sentence) } }
    };
    let by = format!("{code}-hint{}", if refused.is_some() { format!(" {code}-error") } else { String::new() });
    html! {
        @if field == Field::BookYearEnd {
            fieldset.field.bad[refused.is_some()] data-day={ "profile " (code) } aria-describedby=(by) {
                legend { (question) }
                (described)
                (day_boxes(model.words(), code, &shown, true, refused.is_some()))
            }
        } @else {
            div.field.bad[refused.is_some()] {
                label for=(code) { (question) }
                (described)
                input id=(code) type="text" value=(shown) maxlength=(LONGEST_TEXT) autocomplete="off" inputmode=[number.then_some("numeric")] class=[number.then_some("short")]
                    aria-describedby=(by) aria-invalid=[refused.is_some().then_some("true")] data-change={ "profile " (code) };
            }
        }
    }
}

fn refused(model: &Model, field: Field) -> Option<(&str, &'static str)> {
    match &model.notice {
        Some(Notice::Field(of, typed, fault)) if *of == field => Some((typed, fault_words(model, *fault))),
        _ => None,
    }
}

/// What is wrong, above everything, with a link to the field.
fn summary(model: &Model) -> Markup {
    let found = Field::ALL.into_iter().find_map(|field| refused(model, field).map(|(_, sentence)| (field, sentence)));
    html! {
        @if let Some((field, sentence)) = found {
            section.error-summary id="kesalahan" tabindex="-1" role="alert" {
                h2 { (model.words().problem.title) }
                ul { li { a href={ "#" (field.code()) } data-focus=(field.code()) { (sentence) } } }
            }
        }
    }
}
