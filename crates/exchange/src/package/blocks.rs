//! A document being written, piece by piece.

use std::fmt::Display;

use document::Block;

/// Pieces in order.
#[derive(Debug, Default)]
pub(super) struct Blocks(pub Vec<Block>);

impl Blocks {
    /// A heading of our own words and names.
    pub fn heading(&mut self, level: u8, text: impl Display) {
        self.0.push(Block::Heading { level, text: text.to_string() });
    }

    /// A paragraph of somebody's that is no child's.
    pub fn paragraph(&mut self, text: &str) {
        self.0.push(Block::Paragraph { text: text.into() });
    }

    /// What is said of what stands beside it.
    pub fn remark(&mut self, text: &str) {
        self.0.push(Block::Remark { text: text.into() });
    }

    /// Somebody's words, letter for letter, and whose they are.
    pub fn words(&mut self, words: &str, whose: &str) {
        self.0.push(Block::Quote { words: words.into(), whose: whose.into() });
    }

    /// What something is called, and what it is; nothing where there is nothing to say.
    pub fn line(&mut self, label: &str, text: impl Display) {
        let text = text.to_string();
        if !text.trim().is_empty() {
            self.0.push(Block::Line { label: label.into(), text });
        }
    }
}
