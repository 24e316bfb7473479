//! A paper as HTML: for the screen and the browser's printer.

use maud::{Markup, PreEscaped, html};

use super::{Block, Paper, Statement};

/// The paper's body, to stand in a page of ours.
#[must_use]
pub fn html(paper: &Paper) -> Markup {
    html! { article.paper lang="id" { @for (place, block) in paper.blocks.iter().enumerate() { (block_html(block, place == 0)) } } }
}

fn block_html(block: &Block, is_first: bool) -> Markup {
    match block {
        Block::Letterhead { name, lines } => html! {
            div.head { p { b { (name) } @for line in lines { br; (line) } } }
        },
        Block::Draft(text) => html! { p.draft { strong { (text) } } },
        Block::Title(text) => html! { h1 { (text) } },
        Block::Subtitle(text) => html! { p.under { (text) } },
        Block::Heading(text) => html! { h2 { (text) } },
        Block::Text(text) => html! { p { (text) } },
        Block::Dated(text) => html! { p.dated { (text) } },
        Block::Bullets(items) => html! { ul { (items_html(items)) } },
        Block::Numbers(items) => html! { ol { (items_html(items)) } },
        Block::Fields(fields) => html! {
            table.fields { @for (name, value) in fields { tr { td { (name) } td { ": " (value) } } } }
        },
        Block::Table { columns, widths, rows, every_page } => table_html(columns, widths, rows, every_page),
        Block::Statement(statement) => statement_html(statement),
        Block::Signs(signs) => signs_html(signs),
        Block::Lines(count) => {
            html! { div.lines-to-fill { @for _ in 0..*count { p.rule { (PreEscaped("&#160;")) } } } }
        }
        Block::Contents(chapters) => html! { ol { @for (_, name) in chapters { li { (name) } } } },
        Block::Chapter if is_first => html! {},
        Block::Chapter => html! { div.break {} },
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

fn statement_html(statement: &Statement) -> Markup {
    html! {
        table.grid.ledger border="1" {
            colgroup { @for width in statement.widths() { col width={ (width) "%" }; } }
            thead { tr { @for column in &statement.columns { th scope="col" { (column) } } } }
            tbody {
                @for line in &statement.lines {
                    tr.strong[line.strong] {
                        th scope="row" colspan=[line.figures.is_empty().then_some(statement.columns.len())] { (line.name) }
                        @for figure in &line.figures { td { (figure.print()) } }
                    }
                }
            }
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
