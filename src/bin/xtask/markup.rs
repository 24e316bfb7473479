//! HTML in fewer characters: what the standard lets a writer leave out. A browser makes the same page of it.

/// Elements whose start ends an open paragraph, and those whose end does.
const END_PARAGRAPH: [&str; 13] = [
    "<p",
    "<ul",
    "<ol",
    "<div",
    "<section",
    "<nav",
    "<h2",
    "<h3",
    "</div>",
    "</section>",
    "</main>",
    "</footer>",
    "</li>",
];
/// What may follow a list's item.
const END_ITEM: [&str; 3] = ["<li", "</ul>", "</ol>"];

/// Leaves out end tags that the next tag implies, quotes around plain values, and line breaks between elements.
pub(crate) fn squeeze(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((text, tail)) = rest.split_once('<') {
        out.push_str(text.trim_matches('\n'));
        let (tag, after) = tail.split_once('>').unwrap_or((tail, ""));
        if !is_implied(tag, after.trim_start_matches('\n')) {
            out.extend(["<", &unquoted(tag), ">"]);
        }
        rest = after;
    }
    out + rest.trim_matches('\n')
}

/// Whether a browser knows without this end tag, from what follows.
fn is_implied(tag: &str, after: &str) -> bool {
    match tag {
        "/p" => starts(after, &END_PARAGRAPH),
        "/li" => starts(after, &END_ITEM),
        _ => false,
    }
}

/// Whether `html` starts with one of these, as a whole name.
fn starts(html: &str, names: &[&str]) -> bool {
    names.iter().any(|name| {
        html.strip_prefix(name).is_some_and(|tail| name.ends_with('>') || !tail.starts_with(char::is_alphanumeric))
    })
}

/// `class="a"` as `class=a`, where the value is one plain word.
fn unquoted(tag: &str) -> String {
    let mut out = String::with_capacity(tag.len());
    let mut rest = tag;
    while let Some((name, tail)) = rest.split_once("=\"") {
        let (value, after) = tail.split_once('"').unwrap_or((tail, ""));
        let plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '.' | ':' | '#');
        let quote = if !value.is_empty() && value.chars().all(plain) { "" } else { "\"" };
        out.extend([name, "=", quote, value, quote]);
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_next_tag_says_is_left_out() {
        let list = "<ul>\n<li><p>a</p></li><li>b</li></ul><p>c</p><p>d</p><a>e</a>";
        assert_eq!(squeeze(list), "<ul><li><p>a<li>b</ul><p>c<p>d</p><a>e</a>");
    }

    #[test]
    fn quotes_stay_where_they_are_needed() {
        let tag = "<a class=\"b\" title=\"c d\" href=\"#/\" alt=\"\" x=\"{{y}}\">z=\"1\"</a>";
        assert_eq!(squeeze(tag), "<a class=b title=\"c d\" href=\"#/\" alt=\"\" x=\"{{y}}\">z=\"1\"</a>");
    }
}
