//! The parts of the form as a web: the further out, the better. Whole numbers only; a sine good to a pixel is enough.

use maud::{Markup, html};

use crate::exact::Fraction;
use crate::locale::fill;
use crate::page::Model;
use crate::page::view::numbers::share;
use crate::scoring::{Report, SubaspectScore};

/// The middle and the reach of the web, in tenths of a unit of the drawing.
const MIDDLE: (i64, i64) = (1800, 1560);
const REACH: i64 = 1150;
/// Where the letters stand.
const LETTERS: i64 = 1330;

/// The web with its description.
pub(super) fn radar(model: &Model, report: &Report) -> Markup {
    let words = &model.words().picture;
    let parts: Vec<&SubaspectScore> = report.aspects.iter().flat_map(|aspect| &aspect.subaspects).collect();
    let told: Vec<String> =
        parts.iter().map(|part| format!("{} {}", part.subaspect.id, share(model, part.score))).collect();
    let text = fill(words.radar_text, &[("parts", &told.join("; "))]);
    let open = parts.iter().any(|part| !part.score.is_settled());
    html! {
        svg.radar viewBox="0 0 3600 3120" role="img" aria-labelledby="jaring-judul jaring-teks" focusable="false" {
            title id="jaring-judul" { (words.radar_title) }
            desc id="jaring-teks" { (text) }
            @for ring in [25, 50, 75, 100] { (self::ring(parts.len(), ring)) }
            @for place in 0..parts.len() { (spoke(place, parts.len(), parts[place].subaspect.id)) }
            @if open { (shape(&parts, "possible", |part| part.score.high)) }
            (shape(&parts, "sure", |part| part.score.low))
            text x=(MIDDLE.0 + 30) y=(MIDDLE.1 - REACH + 110) font-size="100" fill="currentColor" { "100" }
            text x=(MIDDLE.0 + 30) y=(MIDDLE.1 - REACH / 2 + 100) font-size="100" fill="currentColor" { "50" }
        }
    }
}

fn ring(count: usize, share: i64) -> Markup {
    let points: Vec<String> = (0..count).map(|place| pair(at(place, count, REACH * share / 100))).collect();
    html! { polygon points=(points.join(" ")) fill="none" stroke="currentColor" stroke-opacity="0.35" stroke-width="10" {} }
}

fn spoke(place: usize, count: usize, id: &str) -> Markup {
    let ((x, y), (letter_x, letter_y)) = (at(place, count, REACH), at(place, count, LETTERS));
    html! {
        path d={ "M" (MIDDLE.0) " " (MIDDLE.1) "L" (x) " " (y) } stroke="currentColor" stroke-opacity="0.35" stroke-width="10" {}
        text x=(letter_x) y=(letter_y + 40) text-anchor="middle" font-size="120" fill="currentColor" { (id) }
    }
}

fn shape(parts: &[&SubaspectScore], class: &str, score: impl Fn(&SubaspectScore) -> Fraction) -> Markup {
    let corner = |place: usize| at(place, parts.len(), along(score(parts[place])));
    let corners: Vec<(i64, i64)> = (0..parts.len()).map(corner).collect();
    let points = corners.iter().map(|corner| pair(*corner)).collect::<Vec<_>>().join(" ");
    let (opacity, dashes) = if class == "sure" { ("0.25", None) } else { ("0.08", Some("60 40")) };
    html! {
        polygon class=(class) points=(points) fill="currentColor" fill-opacity=(opacity) stroke="currentColor" stroke-width="25" stroke-dasharray=[dashes] {}
        @if class == "sure" { @for (x, y) in &corners { circle cx=(x) cy=(y) r="35" fill="currentColor" {} } }
    }
}

/// How far out a score from 0 to 100 lies.
fn along(score: Fraction) -> i64 {
    let far = score.times(Fraction::whole(REACH)).and_then(|far| far.over(Fraction::whole(100)));
    far.and_then(|far| i64::try_from(far.numerator() / far.denominator()).ok()).unwrap_or(0)
}

fn pair((x, y): (i64, i64)) -> String {
    format!("{x},{y}")
}

/// A place on a spoke, the first one upright, clockwise.
fn at(place: usize, count: usize, far: i64) -> (i64, i64) {
    let turn = |part: usize| i64::try_from(part).unwrap_or(0) * 36_000 / i64::try_from(count.max(1)).unwrap_or(1);
    let angle = turn(place);
    (MIDDLE.0 + far * sine(angle) / 1000, MIDDLE.1 - far * sine(angle + 9_000) / 1000)
}

/// A thousand times the sine of an angle in hundredths of a degree, by Bhaskara's formula of the seventh century: wrong
/// by less than 0.2 %.
fn sine(angle: i64) -> i64 {
    let angle = angle.rem_euclid(36_000);
    if angle >= 18_000 {
        return -sine(angle - 18_000);
    }
    let product = angle * (18_000 - angle);
    4_000 * product / (405_000_000 - product)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sine_is_good_to_a_pixel() {
        for (angle, value) in
            [(0, 0), (3_000, 500), (9_000, 1000), (15_000, 500), (18_000, 0), (27_000, -1000), (36_000, 0)]
        {
            assert!((sine(angle) - value).abs() <= 2, "{angle}: {}", sine(angle));
        }
    }

    #[test]
    fn the_first_spoke_stands_upright() {
        assert_eq!(at(0, 13, REACH), (MIDDLE.0, MIDDLE.1 - REACH));
        assert_eq!(along(Fraction::whole(50)), REACH / 2);
    }
}
