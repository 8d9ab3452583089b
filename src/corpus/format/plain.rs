//! Plain text, as copied from a page.

use super::Draft;
use crate::{
    corpus::{Article, Document, Warning},
    text::decode::decode,
};

/// One article: the whole text.
pub fn parse(document: &Document, warnings: &mut Vec<Warning>) -> Vec<Draft> {
    let decoded = decode(&document.bytes);
    if decoded.replaced > 0 {
        let mut warning = Warning::new(
            &document.path,
            format!(
                "{} characters could not be read as {}",
                decoded.replaced, decoded.encoding
            ),
        );
        warning.fix = Some("save the file as UTF-8".to_owned());
        warnings.push(warning);
    }
    if decoded.text.trim().is_empty() {
        warnings.push(Warning::skipped(&document.path, "the file holds no text"));
        return Vec::new();
    }
    vec![Draft::new(Article::new(&*document.path, decoded.text))]
}
