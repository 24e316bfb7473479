//! A paper as HTML: for the browser's printer, and for a word processor, which opens the same file.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Block, Paper};

/// Plain style: what a printer needs, and what word processors understand.
const STYLE: &str = "\
@page{size:A4;margin:2cm}\
body{font:11pt/1.4 'Times New Roman',serif}\
h1{font-size:13pt;text-align:center}h2{font-size:11pt}\
table{border-collapse:collapse;width:100%}\
thead{display:table-header-group}tr{page-break-inside:avoid}\
table.grid td,table.grid th{border:1px solid #000;padding:3pt;height:18pt;vertical-align:top}\
table.signed td{height:11mm}table.fields,table.grid{margin-bottom:9pt}table.fields{width:auto}table.fields td{padding:1pt 6pt 1pt 0;vertical-align:top}\
table.signs td{text-align:center;padding-top:12pt;page-break-inside:avoid}\
table.signs td:only-child{padding-left:50%}\
.dated{text-align:right;page-break-after:avoid}\
h1+p{text-align:center}.head b{font-size:14pt;text-transform:uppercase}\
.head{text-align:center;border-bottom:2px solid #000;margin-bottom:12pt}\
.rule{border-bottom:.5pt solid #666;height:20pt}.lines-to-fill{margin-bottom:12pt;page-break-inside:avoid}\
.break{page-break-before:always}";

/// The paper's body, to stand in a page of ours.
#[must_use]
pub fn html(paper: &Paper) -> Markup {
    html! { article.paper lang="id" { @for block in &paper.blocks { (block_html(block)) } } }
}

/// The paper as a whole document, to save as `.doc` or `.html`: it carries its own style and needs nothing else.
#[must_use]
pub fn word_document(paper: &Paper) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="id" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Type" content="text/html; charset=utf-8";
                title { (paper.name.id) }
                style { (PreEscaped(STYLE)) }
            }
            body { (html(paper)) }
        }
    };
    page.into_string()
}

fn block_html(block: &Block) -> Markup {
    match block {
        Block::Letterhead { name, lines } => html! {
            div.head { p { b { (name) } @for line in lines { br; (line) } } }
        },
        Block::Title(text) => html! { h1 { (text) } },
        Block::Heading(text) => html! { h2 { (text) } },
        Block::Text(text) => html! { p { (text) } },
        Block::Dated(text) => html! { p.dated { (text) } },
        Block::Bullets(items) => html! { ul { (items_html(items)) } },
        Block::Numbers(items) => html! { ol { (items_html(items)) } },
        Block::Fields(fields) => html! {
            table.fields { @for (name, value) in fields { tr { td { (name) } td { ": " (value) } } } }
        },
        Block::Table { columns, widths, rows, every_page } => table_html(columns, widths, rows, every_page),
        Block::Signs(signs) => signs_html(signs),
        Block::Lines(count) => {
            html! { div.lines-to-fill { @for _ in 0..*count { p.rule { (PreEscaped("&#160;")) } } } }
        }
        Block::Break => html! { br.break; },
    }
}

fn items_html(items: &[String]) -> Markup {
    html! { @for item in items { li { (item) } } }
}

fn table_html(columns: &[String], widths: &[u8], rows: &[Vec<String>], every_page: &str) -> Markup {
    html! {
        table.grid.signed[!every_page.is_empty()] border="1" {
            @if !widths.is_empty() { colgroup { @for width in widths { col width={ (width) "%" }; } } }
            thead {
                @if !every_page.is_empty() { tr { th colspan=(columns.len()) { (every_page) } } }
                tr { @for column in columns { th scope="col" { (column) } } }
            }
            tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
        }
    }
}

fn signs_html(signs: &[(String, String)]) -> Markup {
    html! {
        table.signs {
            tr {
                @for (role, name) in signs {
                    td { (role) br; br; br; br; "(" (name) ")" }
                }
            }
        }
    }
}
