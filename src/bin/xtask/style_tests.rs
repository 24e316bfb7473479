use std::collections::BTreeSet;
use std::path::Path;

use super::*;

/// Classes that no rule styles: tests, scripts and host pages find elements by them, or they name what a thing is.
const HOOKS: &[&str] = &[
    "aspects",
    "band-table",
    "bands",
    "bar-open",
    "bar-sure",
    "bar-track",
    "citation",
    "differences",
    "editions",
    "files",
    "first",
    "gaps",
    "meaning",
    "neighbours",
    "note",
    "notes",
    "office",
    "predicate",
    "privacy",
    "program",
    "range",
    "ratio",
    "readings",
    "rules",
    "score-now",
    "shared",
    "tasks",
    "tracking",
    "used",
    "weakest",
    "stage-note",
    "story",
];

#[test]
fn a_style_loses_its_notes_and_keeps_its_rules() {
    let style = "/* a\n b */\n p > a, p + a {\n  color: red; /* c */\n margin: 0 -1px !important;\n }\n\n";
    assert_eq!(squeeze(style), "p>a,p+a{color:red;margin:0 -1px!important}");
}

#[test]
fn what_spaces_mean_something_in_stays() {
    for kept in ["a :hover{b:c}", "a{b:calc(1px + 2px)}", "a{content:\" , ; { \"}", "a b{c:d e}", "a{b:var(--c)}"] {
        assert_eq!(squeeze(kept), kept);
    }
}

#[test]
fn conditions_and_nested_rules_close_where_they_did() {
    let style =
        "@media (min-width: 1rem) and (a: b) {\n  a { b: c; }\n  d { e: rgb(0 0 0 / 1%); }\n}\nf { g: 1 / -1; }";
    assert_eq!(squeeze(style), "@media (min-width:1rem) and (a:b){a{b:c}d{e:rgb(0 0 0/1%)}}f{g:1/-1}");
}

#[test]
fn every_rule_is_for_something_that_a_view_writes() -> Result {
    let sources = sources()?;
    let written: BTreeSet<&str> = sources.iter().flat_map(|text| classes(text).chain(words(text))).collect();
    let mut for_nothing = styled(&["shell.css", "style.css", "rest.css"])?;
    for_nothing.retain(|class| !written.contains(class.as_str()));
    assert!(for_nothing.is_empty(), "no view writes the class {for_nothing:?}");
    Ok(())
}

#[test]
fn every_class_is_styled_or_a_hook() -> Result {
    let styled = styled(&["shell.css", "style.css", "rest.css"])?;
    let sources = sources()?;
    let written: BTreeSet<&str> = sources.iter().flat_map(|text| classes(text)).collect();
    let bare: Vec<&&str> = written.iter().filter(|class| !styled.contains(**class) && !HOOKS.contains(class)).collect();
    assert!(bare.is_empty(), "neither styled nor a hook: {bare:?}");
    let stale: Vec<&&str> = HOOKS.iter().filter(|hook| !written.contains(**hook)).collect();
    assert!(stale.is_empty(), "hooks that no view writes: {stale:?}");
    Ok(())
}

#[test]
fn the_rest_is_not_needed_by_the_first_part_alone() -> Result {
    let (first, mut rest) = (styled(&["shell.css", "style.css"])?, styled(&["rest.css"])?);
    rest.retain(|class| !first.contains(class));
    let later = later()?;
    let sources = texts(&view(), &|path| !later.iter().any(|later| path.ends_with(later)))?;
    let written: BTreeSet<&str> = sources.iter().flat_map(|text| classes(text)).collect();
    rest.retain(|class| written.contains(class.as_str()));
    assert!(rest.is_empty(), "the first part's screens use {rest:?}, which only rest.css styles");
    Ok(())
}

/// The screens that come with the second part: files and folders that the list of the first lacks.
fn later() -> Result<Vec<String>> {
    let [whole, first] = ["mod.rs", "first.rs"].map(|list| sh::text(&view().join(list)));
    let (whole, first) = (whole?, first?);
    let said_by = |list: &str| -> BTreeSet<String> {
        list.lines().filter_map(|line| Some(line.strip_prefix("mod ")?.strip_suffix(';')?.to_owned())).collect()
    };
    let mut names: BTreeSet<String> = said_by(&whole).difference(&said_by(&first)).cloned().collect();
    assert!(names.contains("rat"), "src/page/view/first.rs no longer says what a first visit has");
    // What stands in its place there is called `twin.rs`.
    names.insert("wing".to_owned());
    Ok(names.into_iter().flat_map(|name| [format!("{name}.rs"), name]).collect())
}

fn view() -> std::path::PathBuf {
    sh::root().join("src/page/view")
}

/// The views, and the papers, which the page shows as they are.
fn sources() -> Result<Vec<String>> {
    let mut all = texts(&view(), &|_| true)?;
    all.extend(texts(&sh::root().join("src/papers"), &|path| path.ends_with("html.rs"))?);
    Ok(all)
}

/// Every file below a folder that is wanted, without its notes.
fn texts(folder: &Path, wanted: &dyn Fn(&Path) -> bool) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if !wanted(&path) {
            continue;
        }
        if path.is_dir() {
            all.extend(texts(&path, wanted)?);
        } else {
            all.push(
                sh::text(&path)?.lines().filter(|line| !line.trim().starts_with("//")).collect::<Vec<_>>().join("\n"),
            );
        }
    }
    Ok(all)
}

/// The classes in the selectors of these files.
fn styled(names: &[&str]) -> Result<BTreeSet<String>> {
    let mut classes = BTreeSet::new();
    for name in names {
        let style = without_notes(&source(name)?);
        let pieces = pieces(&style);
        let selectors = pieces.windows(2).filter(|pair| pair[1] == "{").map(|pair| pair[0]);
        for after in selectors.flat_map(|selector| selector.split('.').skip(1)) {
            let class: String = after.chars().take_while(|char| char.is_ascii_alphanumeric() || *char == '-').collect();
            if class.starts_with(|char: char| char.is_ascii_lowercase()) {
                classes.insert(class);
            }
        }
    }
    Ok(classes)
}

/// Classes as maud writes them: `p.lead`, `.card`, `div.field.bad[wrong]`, up to what opens or closes the element.
fn classes(source: &str) -> impl Iterator<Item = &str> {
    let part = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '.' | '_');
    let starts = source.char_indices().filter(move |(at, char)| {
        (part(*char)) && source[..*at].chars().next_back().is_none_or(|before| before.is_whitespace() || before == '{')
    });
    let chains = starts.filter_map(move |(at, _)| {
        let length = source[at..].find(|char| !part(char)).unwrap_or(source.len() - at);
        let (chain, next) = (&source[at..at + length], source[at + length..].trim_start_matches(' '));
        let (tag, classes) = chain.split_once('.')?;
        let opens = next.starts_with(|char: char| matches!(char, '{' | ';' | '[') || char.is_ascii_lowercase());
        // `@if progress.is_open {` is a question and no element.
        let asked = ["if", "in", "match", "&&", "||"].iter().any(|word| source[..at].trim_end().ends_with(word));
        let element = !asked && (tag.is_empty() || ELEMENTS.contains(&tag));
        (element && opens && !classes.contains('_')).then_some(classes)
    });
    chains
        .flat_map(|classes| classes.split('.'))
        .filter(|class| class.starts_with(|char: char| char.is_ascii_lowercase()))
}

const ELEMENTS: &[&str] = &[
    "a", "article", "button", "caption", "circle", "cite", "code", "dd", "details", "div", "dl", "dt", "em",
    "fieldset", "footer", "form", "g", "h1", "h2", "h3", "header", "input", "label", "legend", "li", "line", "main",
    "nav", "ol", "p", "path", "progress", "rect", "section", "select", "small", "span", "strong", "svg", "table",
    "video", "tbody", "td", "text", "textarea", "th", "tr", "ul",
];

/// The words of texts between quotes that could be classes: a view may choose among them.
fn words(source: &str) -> impl Iterator<Item = &str> {
    let plain = |text: &&str| {
        text.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || " -".contains(char))
    };
    source.split('"').filter(plain).flat_map(str::split_whitespace)
}
