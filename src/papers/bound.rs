//! Several papers bound into one.

use super::{Block, Desk, Paper, paper};
use crate::rat::Text;
use crate::rat::book::PaperForm;

/// Papers and chapters bound into one paper, each on a new page. One that has nothing to say but its title is left out.
#[must_use]
pub fn bound(id: &'static str, name: Text, forms: &[&'static PaperForm], desk: Desk<'_>) -> Paper {
    let desk = Desk { bound: true, ..desk };
    let mut blocks = Vec::new();
    for chapter in forms.iter().filter_map(|form| paper(form.id, desk)).filter(says_something) {
        if !blocks.is_empty() {
            blocks.push(Block::Break);
        }
        blocks.extend(chapter.blocks);
    }
    Paper { id, name, blocks }
}

fn says_something(paper: &Paper) -> bool {
    let is_head = |block: &Block| matches!(block, Block::Title(_) | Block::Subtitle(_) | Block::Draft(_));
    !paper.blocks.iter().all(is_head)
}
