//! The facts of an article from what a page's elements say.

use super::{
    super::{Draft, fact, json, markup, moment, names},
    scan::{Item, Page},
};
use crate::corpus::{
    Fact,
    fields::{Field, Fields},
};

/// What a site sets between a headline and its own name.
const BARS: [&str; 8] = [" | ", " - ", " – ", " — ", " :: ", " • ", " · ", " » "];

impl Page {
    /// Fills the facts of a draft; what says less than the page itself becomes its fallback.
    pub fn facts(&self, draft: &mut Draft) {
        let meta = Fields::read(
            self.meta
                .iter()
                .filter(|(_, value)| !value.trim().is_empty())
                .map(|(name, value)| (name.as_str(), value.as_str())),
        );
        let heading = self.heading.as_deref().and_then(fact);
        let titles = [
            heading.as_ref().map(|heading| heading.value.clone()),
            meta.of(Field::Title).next().map(str::to_owned),
            self.title.clone(),
        ];
        let address = self.address(&meta);
        self.linked.facts(
            draft,
            address.as_deref(),
            &titles.map(Option::unwrap_or_default),
        );
        let article = &mut draft.article;
        let outlet = article.outlet.take();
        article.outlet = outlet
            .or_else(|| {
                let mut given = meta.of(Field::Outlet);
                given.find_map(|name| fact(name).filter(|outlet| !outlet.value.contains("://")))
            })
            .or_else(|| fact(self.item(Item::Publisher)?))
            .or_else(|| self.behind_headline(heading.as_ref()?));
        let site = article.outlet.as_ref().map(|outlet| outlet.value.clone());
        let shown = heading.as_ref().map(|heading| heading.value.as_str());
        let bare = |title: &str| fact(&without_site(&plain(title), shown, site.as_deref()));
        let title = article.title.take();
        article.title = title
            .or_else(|| bare(meta.of(Field::Title).next()?))
            .or_else(|| bare(self.item(Item::Headline)?))
            .or(heading.clone())
            .or_else(|| bare(self.title.as_deref()?));
        let authors = article.authors.take();
        article.authors = authors.or_else(|| named(&meta)).or_else(|| {
            let items = self.items.iter().filter(|(item, _)| *item == Item::Author);
            names(items.flat_map(|(_, value)| json::split(value)))
        });
        let published = article.published.take();
        article.published = published
            .or_else(|| meta.of(Field::Published).find_map(moment))
            .or_else(|| moment(self.item(Item::Published)?));
        let updated = article.updated.take();
        article.updated = updated
            .or_else(|| meta.of(Field::Updated).find_map(moment))
            .or_else(|| moment(self.item(Item::Updated)?));
        let url = article.url.take();
        article.url = url.or_else(|| fact(&address?));
        self.first_time(draft);
    }

    /// The page's own address.
    fn address(&self, meta: &Fields<&str>) -> Option<String> {
        let given = self.canonical.as_deref().into_iter();
        given
            .chain(meta.of(Field::Url))
            .chain(self.saved.as_deref())
            .find(|url| url.contains("://"))
            .map(str::to_owned)
    }

    /// What the first element with this property says.
    fn item(&self, item: Item) -> Option<&str> {
        let mut items = self.items.iter().filter(|(other, _)| *other == item);
        items.next().map(|(_, value)| value.as_str())
    }

    /// The name that the page's title has behind its headline: "Ferry returns | Harbour Wire".
    fn behind_headline(&self, heading: &Fact<String>) -> Option<Fact<String>> {
        let title = plain(self.title.as_deref()?);
        let rest = title.strip_prefix(heading.value.as_str())?;
        let name = BARS.iter().find_map(|bar| rest.strip_prefix(bar))?;
        let one = !BARS.iter().any(|bar| name.contains(bar));
        let mut outlet = fact(name).filter(|_| one && name.split_whitespace().count() <= 5)?;
        outlet.reason = Some("it stands behind the headline in the page's title".to_owned());
        Some(outlet)
    }

    /// The first `<time>` below the headline; a page without a headline has to agree on one day.
    fn first_time(&self, draft: &mut Draft) {
        let days = || self.times.iter().filter_map(|time| moment(&time.when));
        let below = self.times.iter().filter(|time| time.below);
        let found = below
            .map(|time| {
                (
                    moment(&time.when),
                    "the first time element below the headline",
                )
            })
            .next()
            .or_else(|| {
                let first = days().next()?;
                let one = days().all(|other| other.value.date == first.value.date);
                one.then_some((Some(first), "the only day in the time elements of the page"))
            });
        if let Some((Some(mut when), reason)) = found {
            when.reason = Some(reason.to_owned());
            draft.fallback.published.push(when);
        }
    }
}

/// The names that the most telling of the fields gives, in all the elements with its name.
fn named(meta: &Fields<&str>) -> Option<Fact<Vec<String>>> {
    let all: Vec<(usize, &str)> = meta.same(Field::Author).collect();
    all.iter().find_map(|(rank, _)| {
        let same = all.iter().filter(|(other, _)| other == rank);
        names(same.flat_map(|(_, value)| json::split(value)))
    })
}

/// A title without the character references that were escaped twice: "mayor&#39;s".
fn plain(title: &str) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.contains('&') && title.contains(';') {
        markup::unescape(&title)
    } else {
        title
    }
}

/// A page's title without the site's name before or behind a bar or dash. `heading` is the
/// headline that the page shows, `site` the name of the site, where they are known.
fn without_site(title: &str, heading: Option<&str>, site: Option<&str>) -> String {
    let title = title.trim();
    if let Some(heading) = heading.filter(|heading| heading.split_whitespace().count() >= 2) {
        let behind = title.strip_prefix(heading);
        let before = title.strip_suffix(heading);
        let barred = BARS.iter().any(|bar| {
            behind.is_some_and(|rest| rest.starts_with(bar))
                || before.is_some_and(|rest| rest.ends_with(bar))
        });
        if barred {
            return heading.to_owned();
        }
    }
    for bar in BARS {
        if let Some(at) = title.rfind(bar) {
            let tail = title[at + bar.len()..].trim();
            let named = site.is_some_and(|site| {
                let (site, tail) = (site.to_lowercase(), tail.to_lowercase());
                site.contains(&tail) || tail.contains(&site)
            });
            if named || site.is_none() && bar == " | " && tail.split_whitespace().count() <= 4 {
                return title[..at].trim().to_owned();
            }
        }
    }
    title.to_owned()
}
