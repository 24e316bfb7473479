//! Which questions stand on one screen: whole indicators of a chapter, as many as a thumb likes to scroll through.

use crate::rulebook::{Indicator, Subaspect, Variant};

/// So many items stand on one screen; more only where a single indicator has more.
const MOST: usize = 30;

/// All screens of questions, in the form's order, each with its chapter.
///
/// ```
/// use cermin_koperasi::page::{Model, pages};
/// let variant = Model::new(cermin_koperasi::locale::Locale::Id).assessment().variant;
/// let counts = pages::all(variant).map(|(_, page)| page.iter().map(|one| one.items().len()).sum::<usize>());
/// assert_eq!(counts.sum::<usize>(), 145);
/// ```
pub fn all(variant: &'static Variant) -> impl Iterator<Item = (&'static Subaspect, &'static [Indicator])> {
    let parts = variant.aspects.iter().flat_map(|aspect| aspect.subaspects);
    parts.flat_map(|part| of(part).into_iter().map(move |page| (part, page)))
}

/// The indicators that share a screen with this one.
#[must_use]
pub fn beside(variant: &'static Variant, id: &str) -> &'static [Indicator] {
    all(variant).map(|(_, page)| page).find(|page| page.iter().any(|one| one.id == id)).unwrap_or_default()
}

/// The screens of a chapter; none where it asks nothing.
fn of(part: &'static Subaspect) -> Vec<&'static [Indicator]> {
    let (mut pages, mut from, mut count) = (Vec::new(), 0, 0);
    for (place, indicator) in part.indicators.iter().enumerate() {
        let items = indicator.items().len();
        // A ratio asks nothing: no screen begins with one.
        if items == 0 {
            continue;
        }
        if count > 0 && count + items > MOST {
            pages.push(&part.indicators[from..place]);
            count = 0;
        }
        if count == 0 {
            from = place;
        }
        count += items;
    }
    if count > 0 {
        pages.push(&part.indicators[from..]);
    }
    pages
}
