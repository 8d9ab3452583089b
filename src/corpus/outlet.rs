//! Who published a page, as far as its text says so: an agency's mark, the holder
//! of the copyright at the foot, the name behind the bar of a headline, the host of
//! the reporter's mail address.
//!
//! Many of these name a parent company or a wire instead. A wire is the agency; of
//! the rest only what is named twice, or built like the name of a paper, is taken.

use std::iter;

use super::{
    Fact, caption, hangul,
    layout::{self, Page},
    metadata::plain,
};
use crate::text::{
    Span,
    split::{pieces, said},
    table::List,
};

/// Something that the text names, if it does.
type Named = Option<Fact<String>>;

/// The outlet and the agency.
pub fn find(text: &str, page: &Page) -> (Named, Named) {
    let mark = page
        .dateline
        .as_ref()
        .and_then(|(_, d)| d.agency)
        .map(|span| Fact::text(plain(span.of(text)), span));
    let (outlet, agency) = match mark {
        // A wire's report may stand on any site; another mark is the site's own.
        Some(mark) if caption::is_wire(&mark.value) => (None, Some(mark)),
        mark => (mark, signed(text, page)),
    };
    let held = held(text, page);
    let wire = held.clone().filter(|held| caption::is_wire(&held.value));
    let outlet = outlet
        .or_else(|| held.filter(|held| !caption::is_wire(&held.value)))
        .or_else(|| behind_bar(text, page))
        .or_else(|| mail(text, page));
    (outlet, agency.or(wire))
}

/// The agency that signs at the foot: "- ANI".
fn signed(text: &str, page: &Page) -> Named {
    let foot = page
        .rows
        .get(page.body.1.saturating_sub(2)..(page.body.1 + 3).min(page.rows.len()))
        .unwrap_or_default();
    foot.iter().find_map(|row| {
        let line = row.line.span.of(text);
        let name = layout::signature(line)?;
        let short =
            name.chars().all(char::is_uppercase) && name.len() <= 6 || caption::is_wire(name);
        let start = row.line.span.start + line.rfind(name)?;
        short.then(|| Fact::text(name.to_owned(), Span::new(start, start + name.len())))
    })
}

/// The holder of the copyright, in a line below the body.
fn held(text: &str, page: &Page) -> Named {
    let rows = page.rows.get(page.body.1.saturating_sub(3)..)?;
    rows.iter()
        .filter(|row| row.line.words <= 40)
        .find_map(|row| {
            let line = row.line.span.of(text);
            let name = holder(line)?;
            let sure = caption::is_wire(name)
                || is_paper(name)
                || hangul::is_paper(name)
                || hangul::begins(name) && hangul::reserves(line)
                || elsewhere(text, page, name, row.line.span);
            let start = row.line.span.start + (name.as_ptr() as usize - line.as_ptr() as usize);
            sure.then(|| Fact::text(plain(name), Span::new(start, start + name.len())))
        })
}

/// Words for the form of a company, which a paper's name is printed without.
static FORMS: List = List::words(&[
    "co",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "limited",
    "llc",
    "ltd",
    "plc",
    "pty",
]);

/// Words in the names of companies that own papers rather than of papers.
static OWNERS: List = List::words(&[
    "and",
    "associates",
    "authors",
    "communications",
    "company",
    "digital",
    "enterprises",
    "entertainment",
    "foundation",
    "group",
    "holdings",
    "interactive",
    "media",
    "network",
    "networks",
    "newspaper",
    "newspapers",
    "partners",
    "publications",
    "publishers",
    "publishing",
    "regents",
    "services",
    "studios",
    "systems",
    "technologies",
    "university",
    "ventures",
]);

/// Words that the names of papers and stations are built with.
static PAPERS: List = List::words(&[
    "bulletin",
    "chronicle",
    "courier",
    "daily",
    "dispatch",
    "enquirer",
    "examiner",
    "express",
    "gazette",
    "globe",
    "herald",
    "inquirer",
    "journal",
    "ledger",
    "mail",
    "mirror",
    "monitor",
    "news",
    "observer",
    "post",
    "record",
    "register",
    "reporter",
    "standard",
    "star",
    "sun",
    "telegraph",
    "times",
    "today",
    "tribune",
    "weekly",
]);

/// The name in "© 2025 The Korea Herald. All rights reserved."
fn holder(line: &str) -> Option<&str> {
    let mark = ["©", "ⓒ", "Ⓒ", "(c)", "copyright"]
        .iter()
        .filter_map(|mark| said(line, mark).map(|at| at + mark.len()))
        .min()?;
    let dated = line
        .split(|c: char| !c.is_ascii_digit())
        .any(|n| n.len() == 4 && (n.starts_with("19") || n.starts_with("20")));
    if !dated && said(line, "rights reserved").is_none() && !hangul::reserves(line) {
        return None;
    }
    let mut rest = &line[mark..];
    // What may stand between the mark and the name: another mark, years, "by".
    loop {
        let bare = rest.trim_start_matches(|c: char| {
            c.is_whitespace()
                || c.is_ascii_digit()
                || matches!(c, '©' | ',' | '-' | '–' | ':' | '|')
        });
        let bare = ["copyright", "(c)", "ⓒ", "by "]
            .iter()
            .find_map(|word| {
                let head = bare.get(..word.len())?;
                head.eq_ignore_ascii_case(word).then(|| &bare[word.len()..])
            })
            .unwrap_or(bare);
        if bare.len() == rest.len() {
            break;
        }
        rest = bare;
    }
    let mut end = rest.len();
    for (at, c) in rest.char_indices() {
        let next = rest[at + c.len_utf8()..].chars().next();
        if matches!(c, ',' | ';' | '|' | '/' | '(' | '™' | '®' | '&' | '\t')
            || c.is_ascii_digit()
            || c == '.' && next.is_none_or(|next| next.is_whitespace() || next.is_uppercase())
            || matches!(c, '-' | '–' | '—') && rest[..at].ends_with(' ')
            || hangul::reserves(rest[at..].split(' ').nth(1).unwrap_or_default()) && c == ' '
            || rest
                .get(at..at + 4)
                .is_some_and(|word| word.eq_ignore_ascii_case(" all"))
        {
            end = at;
            break;
        }
    }
    // "Doe & Sons": a house, not a paper.
    if rest[end..]
        .split('.')
        .next()
        .is_some_and(|more| more.contains('&'))
    {
        return None;
    }
    let mut name = rest[..end].trim();
    while let Some((head, last)) = name.rsplit_once(' ')
        && FORMS.has(last)
    {
        name = head.trim_end();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    ((1..=5).contains(&words.len())
        && name.len() >= 3
        && !is_owner(name)
        && words.iter().all(|w| {
            w.starts_with(char::is_uppercase) || hangul::begins(w) || matches!(*w, "of" | "the")
        }))
    .then_some(name)
}

/// Whether a name is built like that of a company that owns papers.
fn is_owner(name: &str) -> bool {
    pieces(name).any(|word| OWNERS.has(word))
}

/// Whether a name is built like a paper's or a station's.
fn is_paper(name: &str) -> bool {
    pieces(name).nth(1).is_some() && pieces(name).any(|word| PAPERS.has(word))
}

/// Whether the page names it where only its own name stands: alone on a line above
/// the headline, or in "Subscribe to …".
fn elsewhere(text: &str, page: &Page, name: &str, own: Span) -> bool {
    let bare = name.strip_prefix("The ").unwrap_or(name);
    let head = page.title.unwrap_or(page.body.0);
    page.rows.iter().enumerate().any(|(i, row)| {
        let line = row.line.span.of(text).trim_start_matches("The ");
        let asks = ["Subscribe to ", "Subscribe to The "]
            .iter()
            .any(|words| row.line.span.of(text).strip_prefix(words) == Some(bare));
        row.line.span != own && (asks || i < head && line == bare)
    })
}

/// The paper behind the bar of a headline: "Bridge closed | The Korea Herald".
fn behind_bar(text: &str, page: &Page) -> Named {
    let span = page.rows.get(page.title?)?.line.span;
    let line = span.of(text);
    let at = line.rfind(" | ")? + 3;
    let name = line[at..].trim();
    let sure = name.split_whitespace().count() <= 5
        && name.starts_with(char::is_uppercase)
        && (is_paper(name) || elsewhere(text, page, name, span));
    sure.then(|| Fact::text(plain(name), Span::new(span.start + at, span.end)))
}

/// Hosts that anyone has an address with.
const FREE: &[&str] = &[
    "aol.com",
    "daum.net",
    "gmail.com",
    "gmx.com",
    "gmx.de",
    "hanmail.net",
    "hotmail.com",
    "icloud.com",
    "kakao.com",
    "live.com",
    "mail.com",
    "mail.ru",
    "me.com",
    "msn.com",
    "nate.com",
    "naver.com",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "rediffmail.com",
    "web.de",
    "yahoo.co.in",
    "yahoo.co.kr",
    "yahoo.co.uk",
    "yahoo.com",
    "yandex.ru",
    "163.com",
    "126.com",
];

/// The outlet that the host of the reporter's mail address belongs to, where the
/// page says its name: "koreaherald.com" and "The Korea Herald".
fn mail(text: &str, page: &Page) -> Named {
    let foot = page.body.1.saturating_sub(3)..page.body.1 + 3;
    page.rows.iter().enumerate().find_map(|(i, row)| {
        let byline = row.kind == super::BlockKind::Byline;
        let line = row.line.span.of(text);
        if row.line.words > 8 || !(byline || foot.contains(&i) && row.line.words <= 2) {
            return None;
        }
        let (user, rest) = line.split_once('@')?;
        let end = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-')))
            .unwrap_or(rest.len());
        let host = rest[..end].trim_end_matches('.').to_ascii_lowercase();
        let address = host.contains('.') && user.ends_with(|c: char| c.is_ascii_alphanumeric());
        if !address || FREE.contains(&host.as_str()) {
            return None;
        }
        let label = host
            .split('.')
            .rev()
            .skip(1)
            .max_by_key(|part| part.len())?;
        let span = spelled(text, label).filter(|span| !is_owner(span.of(text)))?;
        Some(Fact {
            reason: Some("the host of the reporter's mail address".to_owned()),
            ..Fact::text(plain(span.of(text)), span)
        })
    })
}

/// Capitalised words that, set together, spell `label`, which is in lower case.
fn spelled(text: &str, label: &str) -> Option<Span> {
    let offset = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let mut words = pieces(text);
    loop {
        let first = words.next()?;
        let mut rest = label;
        for word in iter::once(first).chain(words.clone().take(3)) {
            let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            let Some((head, tail)) = rest.split_at_checked(bare.len()) else {
                break;
            };
            if !bare.starts_with(char::is_uppercase) || !bare.eq_ignore_ascii_case(head) {
                break;
            }
            if tail.is_empty() {
                return Some(Span::new(offset(first), offset(word) + bare.len()));
            }
            rest = tail;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holders() {
        for (line, name) in [
            (
                "© 2025 The Korea Herald. All rights reserved.",
                Some("The Korea Herald"),
            ),
            (
                "Copyright © 2023 The Washington Times, LLC. Click here.",
                Some("The Washington Times"),
            ),
            (
                "© The Economist 2023. All rights reserved.",
                Some("The Economist"),
            ),
            ("© Phys.org 2003 - 2023 powered by X", Some("Phys.org")),
            (
                "Copyright 2023 The Associated Press. All Rights Reserved.",
                Some("The Associated Press"),
            ),
            ("© Telegraph Media Group Limited 2023", None),
            ("© 2024 Guardian News & Media Limited", None),
            ("© 2024 Bennett, Coleman & Co. Ltd.", None),
            ("Photo © Jane Doe", None),
        ] {
            assert_eq!(holder(line), name, "{line}");
        }
    }
}
