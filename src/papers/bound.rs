//! Several papers bound into one: the RAT book, whose chapters can be left out and moved.

use super::{Block, Desk, Paper, SPEECH, form, paper};
use crate::rat::Text;
use crate::rat::book::{BOOK, PaperForm};

/// A chapter of the RAT book as the board wants it.
#[derive(Clone, Copy, Debug)]
pub struct Chapter {
    /// Its form.
    pub form: &'static PaperForm,
    /// Whether it is in the book.
    pub included: bool,
}

/// All chapters in the order in which they are said, a minus before one that is left out. Those that are not named follow
/// in the book's own order; what is no chapter is passed over.
///
/// ```
/// use cermin_koperasi::papers::chapters;
/// let all = chapters("");
/// let moved = chapters(&format!("-{},nothing", all[1].form.id));
/// assert_eq!((moved[0].form.id, moved[0].included, moved.len()), (all[1].form.id, false, all.len()));
/// ```
#[must_use]
pub fn chapters(said: &str) -> Vec<Chapter> {
    let mut found: Vec<Chapter> = Vec::new();
    for word in said.split(',').chain(BOOK.iter().copied()) {
        let id = word.trim_start_matches('-');
        let Some(form) = form(id).filter(|_| BOOK.contains(&id)) else { continue };
        if found.iter().all(|chapter| chapter.form.id != id) {
            found.push(Chapter { form, included: !word.starts_with('-') });
        }
    }
    found
}

/// How chapters are said, as [`chapters`] reads it.
#[must_use]
pub fn order(chapters: &[Chapter]) -> String {
    let word = |chapter: &Chapter| [if chapter.included { "" } else { "-" }, chapter.form.id].concat();
    chapters.iter().map(word).collect::<Vec<_>>().join(",")
}

/// Papers and chapters bound into one paper, each on a new page. One that has nothing to say but its title is left out.
#[must_use]
pub fn bound(id: &'static str, name: Text, forms: &[&'static PaperForm], desk: Desk<'_>) -> Paper {
    let desk = Desk { bound: true, ..desk };
    let chapters: Vec<Paper> = forms.iter().filter_map(|form| paper(form.id, desk)).filter(says_something).collect();
    // The cover and the list itself are not in the list of contents.
    let is_contents = |block: &Block| matches!(block, Block::Contents(_));
    let first = chapters.iter().position(|chapter| chapter.blocks.iter().any(is_contents)).map_or(0, |place| place + 1);
    let names = (1..).zip(&chapters).map(|(number, chapter)| (number, chapter.name.say(SPEECH).to_owned()));
    let contents: Vec<(usize, String)> = names.skip(first).collect();
    let mut blocks = Vec::new();
    for chapter in chapters {
        blocks.push(Block::Chapter);
        let listed = |block| if is_contents(&block) { Block::Contents(contents.clone()) } else { block };
        blocks.extend(chapter.blocks.into_iter().map(listed));
    }
    Paper { id, name, blocks }
}

fn says_something(paper: &Paper) -> bool {
    let is_head = |block: &Block| matches!(block, Block::Title(_) | Block::Subtitle(_) | Block::Draft(_));
    !paper.blocks.iter().all(is_head)
}
