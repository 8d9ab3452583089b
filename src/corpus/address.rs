//! What an article's address says of it: many sites put the day into it.

use chrono::NaiveDate;

use super::{Article, Fact, Source, stamp};
use crate::temporal::Timestamp;

/// Fills the day of publication, where the address alone knows it.
pub fn complete(article: &mut Article) {
    if article.published.is_some() {
        return;
    }
    let Some((date, part)) = article.url.as_ref().and_then(|url| day(&url.value)) else {
        return;
    };
    article.published = Some(Fact {
        value: Timestamp::day(date),
        source: Source::Name,
        span: None,
        reason: Some(format!("the address says “{part}”")),
    });
}

/// The day in the path of an address: `/2021/03/04/`, `/2021-03-04-ferry`, `/20210304/`.
fn day(url: &str) -> Option<(NaiveDate, &str)> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = &path[path.find('/')?..];
    let path = path.split(['?', '#']).next()?;
    let bytes = path.as_bytes();
    let digits = |at: usize, length: usize| -> Option<u32> {
        let part = path.get(at..at + length)?;
        part.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| part.parse().ok())?
    };
    (1..bytes.len()).find_map(|at| {
        if bytes[at - 1].is_ascii_alphanumeric() {
            return None;
        }
        let year = digits(at, 4)?;
        let (month, day, end) = match bytes.get(at + 4)? {
            mark @ (b'/' | b'-') => {
                if bytes.get(at + 7)? != mark {
                    return None;
                }
                (digits(at + 5, 2)?, digits(at + 8, 2)?, at + 10)
            }
            _ => (digits(at + 4, 2)?, digits(at + 6, 2)?, at + 8),
        };
        // A longer number is a key of the site.
        if bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        let date = stamp::ymd(year, month, day)?;
        Some((date, &path[at..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_in_addresses() {
        for (url, found) in [
            ("https://w.example/2021/03/04/ferry", Some("2021-03-04")),
            (
                "https://w.example/news/2021-03-04-ferry.html",
                Some("2021-03-04"),
            ),
            ("https://w.example/a/20210304/ferry", Some("2021-03-04")),
            ("https://w.example/a/AKR20210304001", None),
            ("https://w.example/2021/03/ferry", None),
            ("https://w.example/20211304/ferry", None),
            ("https://w.example/?d=2021-03-04", None),
            ("https://2021-03-04.example", None),
        ] {
            let date = day(url).map(|(date, _)| date.to_string());
            assert_eq!(date.as_deref(), found, "{url}");
        }
    }
}
