//! The screens that an embed may open, and the kinds of screen that it may speak of: read from the page's own routes.

use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::{Model, Route, title};

/// A screen that needs no further word in its address.
pub(crate) struct Screen {
    /// Its word in the address; `awal` for the first.
    pub(crate) word: String,
    /// Its heading, in Indonesian.
    pub(crate) title: String,
}

/// The word of the first screen, whose address has none.
const FIRST: &str = "awal";
/// Deleting everything is no screen to begin with.
const LEFT_OUT: &str = "hapus";

/// Every screen that an embed may open, the first one first.
pub(crate) fn all() -> Vec<Screen> {
    let model = Model::new(Locale::Id);
    let plain = Route::all(model.assessment().variant).into_iter().filter(|route| !word(route).contains('/'));
    let screen = |route: Route| {
        let model = Model { route: route.clone(), ..model.clone() };
        let title = title(&model);
        Screen {
            word: named(&word(&route)),
            title: title.rsplit_once(" – ").map_or(title.clone(), |(own, _)| own.into()),
        }
    };
    plain.map(screen).filter(|screen| screen.word != LEFT_OUT).collect()
}

/// A family of screens larger than this differs in its data, not in its looks: a few of it are enough.
const FAMILY: usize = 13;

/// The addresses that the gallery and the walk with axe go to: every screen, of the large families the first, the one in
/// the middle and the last.
pub(crate) fn shown() -> Vec<String> {
    let all = Route::all(Model::new(Locale::Id).assessment().variant);
    let (alone, members): (Vec<&Route>, Vec<&Route>) = all.iter().partition(|route| !word(route).contains('/'));
    let mut families: Vec<Vec<&Route>> = Vec::new();
    for member in members {
        match families.iter_mut().find(|family| kind(family[0]) == kind(member)) {
            Some(family) => family.push(member),
            None => families.push(vec![member]),
        }
    }
    let few = families.into_iter().flat_map(|family| match family.len() {
        count if count > FAMILY => vec![family[0], family[count / 2], family[count - 1]],
        _ => family,
    });
    alone.into_iter().chain(few).map(Route::hash).collect()
}

/// Every kind of screen: the first word of its address, never what follows.
pub(crate) fn kinds() -> Vec<String> {
    let model = Model::new(Locale::Id);
    let mut kinds: Vec<String> = Vec::new();
    for route in Route::all(model.assessment().variant) {
        let kind = kind(&route);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

/// The kinds of screen that come with the second part of the page.
pub(crate) fn later() -> Vec<String> {
    let all = Route::all(Model::new(Locale::Id).assessment().variant);
    let mut kinds: Vec<String> = all.iter().filter(|route| route.is_later()).map(kind).collect();
    kinds.dedup();
    kinds
}

fn kind(route: &Route) -> String {
    named(word(route).split('/').next().unwrap_or_default())
}

/// The address without its beginning.
fn word(route: &Route) -> String {
    route.hash().trim_start_matches("#/").to_owned()
}

fn named(word: &str) -> String {
    if word.is_empty() { FIRST.to_owned() } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn screens_have_words_and_titles() {
        let all = all();
        assert_eq!(all[0].word, "awal");
        assert!(all.iter().any(|screen| screen.word == "hasil" && screen.title == "Hasil"));
        assert!(all.iter().all(|screen| !screen.title.contains('<') && screen.word != "hapus"));
    }

    #[test]
    fn every_kind_of_screen_is_shown() {
        let shown = shown();
        let kind = |hash: &String| named(hash.trim_start_matches("#/").split('/').next().unwrap_or_default());
        assert!(kinds().iter().all(|wanted| shown.iter().any(|hash| kind(hash) == *wanted)));
        assert!(shown.len() < 150, "{}", shown.len());
    }

    #[test]
    fn no_kind_of_screen_is_half_here_and_half_later() {
        let later = later();
        assert!(later.contains(&"cek".to_owned()) && later.contains(&"perbaikan".to_owned()));
        let all = Route::all(Model::new(Locale::Id).assessment().variant);
        assert!(all.iter().filter(|route| !route.is_later()).all(|route| !later.contains(&kind(route))));
    }

    #[test]
    fn kinds_say_nothing_of_the_question() {
        let kinds = kinds();
        assert!(kinds.contains(&"butir".to_owned()) && kinds.contains(&"awal".to_owned()));
        assert!(
            kinds.iter().all(|kind| kind.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-')),
            "{kinds:?}"
        );
    }
}
