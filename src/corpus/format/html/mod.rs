//! Saved pages, those of `SingleFile` included.
//!
//! The ladder of facts, the first that says something wins:
//! 1. JSON-LD ([`linked`]): of several articles the one that is the page's;
//! 2. meta elements: Open Graph and its `article:*` (<https://ogp.me/#type_article>),
//!    Dublin Core (<https://www.dublincore.org/specifications/dublin-core/dcq-html/>),
//!    Highwire's `citation_*` (<https://scholar.google.com/intl/en/scholar/inclusion.html>),
//!    Parse.ly's (<https://docs.parse.ly/metatags/>), Sailthru's
//!    (<https://getstarted.sailthru.com/site/personalization-engine/meta-tags/>);
//!    the rarer spellings are those of trafilatura (`metadata.py`) and htmldate (`core.py`),
//!    which have met them on real pages;
//! 3. microdata (<https://html.spec.whatwg.org/multipage/microdata.html>) and `rel="author"`;
//! 4. the page's own `<h1>`, `<title>` and canonical link;
//! 5. what the page shows: its whole text, read like a page that was copied as text;
//! 6. the first `<time datetime>` below the headline, then the day in the address;
//! 7. of the address, `SingleFile`'s comment ("Page saved with `SingleFile` / url: … /
//!    saved date: …", <https://github.com/gildas-lormeau/single-file-core>); the day of
//!    saving is not the article's.
//!
//! The text is found by a readability library, and where that finds none, it is the whole page.

mod clean;
mod facts;
mod linked;
mod scan;

use dom_smoothie::{Config, Readability, TextMode};

use super::{Draft, markup};
use crate::corpus::Article;

/// A text shorter than this, in bytes, is not trusted to be the article.
const SHORTEST: usize = 250;

/// Reads a saved page.
pub fn parse(path: &str, html: &str) -> Draft {
    let page = scan::scan(html);
    let mut draft = Draft::new(Article::new(path, String::new()));
    page.facts(&mut draft);
    let long = |text: &String| text.trim().len() >= SHORTEST;
    let found = readable(&page.clean)
        .filter(long)
        .or_else(|| page.linked.body().map(markup::text_of).filter(long));
    let whole = markup::text_of(html);
    draft.body_only = found.is_some();
    if let Some(found) = found {
        draft.article.text = found;
        draft.shown = Some(whole);
    } else {
        draft.article.text = whole;
    }
    draft
}

/// The article's text as the readability library finds it.
fn readable(clean: &str) -> Option<String> {
    if clean.is_empty() {
        return None;
    }
    let config = Config {
        text_mode: TextMode::Formatted,
        disable_json_ld: true,
        max_elements_to_parse: 60_000,
        ..Config::default()
    };
    let article = Readability::new(clean, None, Some(config))
        .ok()?
        .parse()
        .ok()?;
    let mut text = article.text_content.trim().to_owned();
    text.retain(|c| !markup::breaks(c));
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::parse;

    /// A long text is given to the tree builder in parts, and comes back as one.
    #[test]
    fn a_long_paragraph_stays_whole() {
        for unit in ["The ferry « Anna » left & came back. ", "나&amp", "x"] {
            let text = unit.repeat(100_000 / unit.len());
            let html = format!("<html><body><article><p>{text}</p></article></body></html>");
            let (wanted, found) = (
                text.replace("&amp", "&"),
                parse("a.html", &html).article.text,
            );
            assert!(
                found.trim() == wanted.trim(),
                "{unit}: {} bytes of {}",
                found.len(),
                wanted.len()
            );
        }
    }
}
