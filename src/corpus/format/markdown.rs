//! Markdown with the front matter of clippers and site builders.
//!
//! | tool | title | address | author | published | changed |
//! |---|---|---|---|---|---|
//! | Obsidian Web Clipper | `title` | `source` | `author` (`[[…]]`) | `published` | – |
//! | `MarkDownload` | the heading | `source` | `author` | – | – |
//! | Jekyll | `title` | – | `author`, `authors` | `date` | `last_modified_at` |
//! | Hugo | `title` | – | `author`, `authors` | `publishDate`, `date` | `lastmod` |
//! | trafilatura | `title` | `url` | `author` | `date` | – |
//!
//! `created` is the day of clipping and says nothing of the article.
//! - Obsidian: the default template (<https://help.obsidian.md/web-clipper/variables>).
//! - `MarkDownload`: the default of `frontmatter`
//!   (<https://github.com/deathau/markdownload>, `src/common/options.js`): `created`,
//!   `tags`, `source`, `author`, then the heading and a quoted "Excerpt", which the page
//!   says again below.
//! - Jekyll: <https://jekyllrb.com/docs/front-matter/>; `author` may be a table with a `name`.
//! - Hugo: <https://gohugo.io/content-management/front-matter/>: `pubdate` and `published`
//!   are other names of `publishDate`, `modified` of `lastmod`; between `+++` it is TOML.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::{
    Draft, fact,
    front_matter::{self, has_front},
    markup, moment, names, plain,
};
use crate::corpus::{
    Article, Warning,
    fields::{Field, Fields},
};

/// Reads a Markdown file as one article.
pub fn parse(path: &str, text: &str, warnings: &mut Vec<Warning>) -> Draft {
    // Lines of fields would be one paragraph of the rendered text.
    let head = plain::fields(text);
    let rendered = match &head {
        Some((_, span)) if !has_front(text) => {
            render(&format!("{}\n\n{}", &text[..span.start], &text[span.end..]))
        }
        _ => render(text),
    };
    let front = rendered.front.as_ref().map(|(kind, front)| match kind {
        MetadataBlockKind::YamlStyle => front_matter::yaml(path, front, warnings),
        MetadataBlockKind::PlusesStyle => front_matter::tables(path, front, warnings),
    });
    let clipped = front.is_some();
    let front = front.unwrap_or_default();
    let fields = Fields::read(front.iter().map(|(name, values)| (name.as_str(), values)));
    let first = |field: Field| fields.of(field).filter_map(|values| values.first());
    let mut draft = Draft::new(Article::new(path, rendered.text));
    let article = &mut draft.article;
    article.title = first(Field::Title).find_map(|title| fact(title));
    if article.title.is_none() {
        article.title = rendered.heading.as_deref().and_then(fact);
    }
    article.url = first(Field::Url)
        .find(|url| url.contains("://"))
        .and_then(|url| fact(url));
    article.outlet = first(Field::Outlet)
        .find(|outlet| !outlet.contains("://"))
        .and_then(|outlet| fact(outlet));
    article.published = first(Field::Published).find_map(|when| moment(when));
    article.updated = first(Field::Updated).find_map(|when| moment(when));
    article.authors = fields.of(Field::Author).find_map(|values| {
        names(
            values
                .iter()
                .flat_map(|value| value.split(','))
                .flat_map(|value| value.split(" and ")),
        )
    });
    draft.saved = first(Field::Saved)
        .find_map(|when| moment(when))
        .map(|when| when.value.date);
    draft.body_only = clipped;
    if let Some((fields, _)) = head.filter(|_| !clipped) {
        fields.complete(&mut draft, false);
    }
    draft
}

/// The plain text of a piece of Markdown.
pub fn text_of(text: &str) -> String {
    render(text).text
}

#[derive(Default)]
struct Rendered {
    text: String,
    front: Option<(MetadataBlockKind, String)>,
    /// The first heading of level one.
    heading: Option<String>,
}

/// The deepest nesting of quotes and lists that is rendered.
const DEPTH: usize = 60;

fn render(text: &str) -> Rendered {
    let mut out = Rendered::default();
    let mut meta: Option<MetadataBlockKind> = None;
    let mut heading: Option<usize> = None;
    let mut quote: Option<usize> = None;
    let mut blocks = String::new();
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH;
    let shallow = shallow(text);
    for event in Parser::new_ext(&shallow, options) {
        match event {
            Event::Start(Tag::BlockQuote(_)) if quote.is_none() => {
                apart(&mut out.text);
                quote = Some(out.text.len());
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                // MarkDownload quotes the page's own summary above the page.
                if let Some(start) = quote.take()
                    && out
                        .text
                        .get(start..)
                        .is_some_and(|q| q.starts_with("Excerpt\n"))
                {
                    out.text.truncate(start);
                }
            }
            Event::Start(Tag::MetadataBlock(kind)) => {
                meta = Some(kind);
                out.front = Some((kind, String::new()));
            }
            Event::End(TagEnd::MetadataBlock(_)) => meta = None,
            Event::Text(words) | Event::Code(words) => match (&mut out.front, meta) {
                (Some((_, front)), Some(_)) => front.push_str(&words),
                _ => out.text.push_str(&words),
            },
            Event::Html(html) => blocks.push_str(&html),
            Event::End(TagEnd::HtmlBlock) => {
                apart(&mut out.text);
                out.text
                    .push_str(&markup::text_of(&std::mem::take(&mut blocks)));
                apart(&mut out.text);
            }
            Event::InlineHtml(tag) => inline(&mut out.text, &tag),
            Event::SoftBreak => out.text.push(' '),
            Event::HardBreak | Event::Rule | Event::End(TagEnd::TableRow | TagEnd::TableHead) => {
                out.text.push('\n');
            }
            Event::Start(Tag::Heading { level, .. }) => {
                apart(&mut out.text);
                heading = (level == pulldown_cmark::HeadingLevel::H1 && out.heading.is_none())
                    .then_some(out.text.len());
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(start) = heading.take() {
                    out.heading = out.text.get(start..).map(str::to_owned);
                }
                apart(&mut out.text);
            }
            Event::Start(Tag::Item) => {
                if !out.text.is_empty() && !out.text.ends_with('\n') {
                    out.text.push('\n');
                }
                out.text.push_str("• ");
            }
            Event::Start(Tag::Paragraph) if out.text.ends_with("• ") => {}
            Event::Start(
                Tag::Paragraph
                | Tag::BlockQuote(_)
                | Tag::Table(_)
                | Tag::CodeBlock(_)
                | Tag::List(_),
            )
            | Event::End(TagEnd::Paragraph | TagEnd::List(_) | TagEnd::Table) => {
                apart(&mut out.text);
            }
            Event::End(TagEnd::TableCell) => out.text.push_str("  "),
            _ => {}
        }
    }
    let end = out.text.trim_end().len();
    out.text.truncate(end);
    out
}

/// A tag within a paragraph: a line break ends a line, all others leave their words.
fn inline(text: &mut String, tag: &str) {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric());
    let name = &name[..end.unwrap_or(name.len())];
    if markup::is_block(name) {
        let end = text.trim_end_matches(' ').len();
        text.truncate(end);
        text.push('\n');
    }
}

/// An empty line, unless the text has just begun.
fn apart(text: &mut String) {
    let end = text.trim_end_matches([' ', '\n']).len();
    text.truncate(end);
    if !text.is_empty() {
        text.push_str("\n\n");
    }
}

/// The text with markers of quotes nested beyond any article's need taken off.
fn shallow(text: &str) -> std::borrow::Cow<'_, str> {
    let deep = |line: &str| {
        line.bytes()
            .take_while(|b| matches!(b, b'>' | b' ' | b'-' | b'*' | b'+' | b'\t'))
            .filter(|b| *b != b' ')
            .count()
            > DEPTH
    };
    if !text.lines().any(deep) {
        return text.into();
    }
    text.lines()
        .map(|line| {
            if deep(line) {
                line.trim_start_matches(['>', ' ', '-', '*', '+', '\t'])
            } else {
                line
            }
        })
        .collect::<Vec<_>>()
        .join("\n")
        .into()
}
