//! A screen in blocks, so that a browser need not read all of it again for one that differs: parsing and merging the whole
//! screen took a third of the time of an answer on a slow phone.

/// The blocks of a page, as a browser counts them.
pub const BLOCKS: &str = ":scope > :not(header, main), :scope > header > *, :scope > main > *";
/// What holds blocks of its own.
const HOLDERS: [&str; 2] = ["header", "main"];
/// Elements without an end.
const VOID: [&str; 8] = ["input", "br", "hr", "img", "col", "wbr", "source", "meta"];

/// The HTML of each block of a page, in the order of [`BLOCKS`]; nothing where text stands between them.
///
/// ```
/// let page = "<header><p>1</p></header><main><h1>A</h1><div>b<br></div></main>";
/// assert_eq!(cermin_koperasi::page::blocks(page), ["<p>1</p>", "<h1>A</h1>", "<div>b<br></div>"]);
/// assert!(cermin_koperasi::page::blocks("<main>text</main>").is_empty());
/// ```
#[must_use]
pub fn blocks(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    if gather(html, &mut found) { found } else { Vec::new() }
}

fn gather<'h>(html: &'h str, found: &mut Vec<&'h str>) -> bool {
    let mut rest = html;
    while !rest.is_empty() {
        let Some((element, content)) = element(rest) else { return false };
        if !HOLDERS.contains(&name(element)) {
            found.push(element);
        } else if !gather(content, found) {
            return false;
        }
        rest = &rest[element.len()..];
    }
    true
}

/// Which fields of a block are ticked, in their order, where nothing but ticks may tell it from what stands there: then nothing has to
/// be read and merged.
///
/// ```
/// use cermin_koperasi::page::ticks;
/// let block = |ticked: &str| format!("<p><input type=\"radio\">a</p><p><input type=\"radio\"{ticked}>b</p>");
/// assert_eq!(ticks(&block(""), &block(" checked")), Some(vec![false, true]));
/// assert_eq!(ticks("<p>a</p>", "<p>b</p>"), None);
/// ```
#[must_use]
pub fn ticks(old: &str, new: &str) -> Option<Vec<bool>> {
    let tags = || new.split('<').filter_map(|tag| tag.split('>').next());
    let fields: Vec<&str> = tags().filter(|tag| tag.starts_with("input")).collect();
    let is_tick = |tag: &&str| ["\"radio\"", "\"checkbox\""].iter().any(|kind| tag.contains(kind));
    let holds_more = tags().any(|tag| ["select", "textarea"].iter().any(|name| tag.starts_with(name)));
    let alike = || unticked(old) == unticked(new);
    (fields.iter().all(is_tick) && !holds_more && alike())
        .then(|| fields.iter().map(|tag| tag.contains(TICK)).collect())
}

/// A block without the ticks of its fields.
#[must_use]
pub fn unticked(block: &str) -> String {
    let piece = |piece: &str| match piece.split_once('>') {
        Some((tag, text)) if tag.starts_with("input") => [&tag.replace(TICK, ""), ">", text].concat(),
        _ => piece.to_owned(),
    };
    block.split('<').map(piece).collect::<Vec<_>>().join("<")
}

/// What stands in the tag of a field that is ticked.
const TICK: &str = " checked";

/// The HTML with another content in the element of this id; blank where there is no such element.
///
/// ```
/// use cermin_koperasi::page::within;
/// let html = "<p id=\"a\">one <b>two</b></p><p>three</p>";
/// assert_eq!(within(html, "a", "four"), "<p id=\"a\">four</p><p>three</p>");
/// assert_eq!(within(html, "b", "four"), "");
/// ```
#[must_use]
pub fn within(html: &str, id: &str, content: &str) -> String {
    let start = html.find(&["id=\"", id, "\""].concat()).and_then(|named| html[..named].rfind('<'));
    let Some((start, (_, old))) = start.and_then(|start| Some((start, element(&html[start..])?))) else {
        return String::new();
    };
    let at = start + opening(&html[start..]).map_or(0, str::len);
    [&html[..at], content, &html[at + old.len()..]].concat()
}

/// The element at the beginning of a text, and its content. Our own HTML has no comments, and no `>` inside a tag.
fn element(html: &str) -> Option<(&str, &str)> {
    let start = opening(html)?.len();
    let (mut place, mut end, mut depth) = (start, start, usize::from(!VOID.contains(&name(html))));
    while depth > 0 {
        end = place + html[place..].find('<')?;
        let tag = opening(&html[end..])?;
        if tag.starts_with("</") {
            depth -= 1;
        } else if !VOID.contains(&name(tag)) {
            depth += 1;
        }
        place = end + tag.len();
    }
    Some((&html[..place], &html[start..end]))
}

/// The tag at the beginning of a text.
fn opening(html: &str) -> Option<&str> {
    html.starts_with('<').then(|| html.find('>').map(|end| &html[..=end]))?
}

/// The name in a tag.
fn name(tag: &str) -> &str {
    tag[1..].split(['>', ' ']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_inside_a_block_is_its_own() {
        let page = "<a>x</a><main><div><input checked><div>y</div></div><fieldset><main>z</main></fieldset></main><footer></footer>";
        let div = "<div><input checked><div>y</div></div>";
        assert_eq!(blocks(page), ["<a>x</a>", div, "<fieldset><main>z</main></fieldset>", "<footer></footer>"]);
    }

    #[test]
    fn what_is_no_whole_page_has_no_blocks() {
        for page in ["", "text", "<p>1", "<p>1</p> ", "<main><p>1</p>", "<p"] {
            assert!(blocks(page).is_empty(), "{page}");
        }
    }
}
