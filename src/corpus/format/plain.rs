//! Plain text, as copied from a page.

use std::borrow::Cow;

use super::Draft;
use crate::corpus::Article;

/// One article: the whole text.
pub fn parse(path: &str, text: Cow<str>) -> Draft {
    Draft::new(Article::new(path, text))
}
