//! The runs of capitalised words, and the titles before them.

use super::{
    super::{
        clause::is_gerund,
        lexicon as lex,
        words::{Kind, Word},
    },
    Map, country,
    kinds::{is_acronym, is_organisation, joined},
};

/// A run of capitalised words: the name proper, and the title before it.
pub(super) struct Run {
    /// First word of the run, titles included.
    pub(super) start: usize,
    /// First word of the name.
    pub(super) name: usize,
    /// One past the last word.
    pub(super) end: usize,
    /// The title, lower case.
    pub(super) title: Option<String>,
}

/// Capitalised words that stand inside sentences, with their number: these are names, not first words.
pub(super) fn middle_capitals<'t>(words: &[Word<'t>]) -> Map<&'t str, usize> {
    let mut known =
        Map::with_capacity_and_hasher(words.len() / 16, foldhash::fast::RandomState::default());
    for (i, word) in words.iter().enumerate() {
        if word.capital() && !opens(words, i) {
            *known.entry(word.base()).or_default() += 1;
        }
    }
    known
}

/// Whether the word `i` stands where any word would have a capital.
pub(super) fn opens(words: &[Word<'_>], i: usize) -> bool {
    match i.checked_sub(1).map(|before| &words[before]) {
        None => true,
        Some(before) => {
            before.kind == Kind::Mark
                && matches!(
                    before.text,
                    "." | "!" | "?" | ":" | "\"" | "“" | "•" | "*" | "-" | "–" | "—" | "#" | "…"
                )
        }
    }
}

/// Whether a word can be part of a name.
pub(super) fn nameable(word: &Word<'_>) -> bool {
    word.kind == Kind::Word
        && word.capital()
        && !word.listed(lex::MONTHS_DAYS)
        && (!word.listed(lex::STOPWORDS) || word.text == "US" || word.text.ends_with('.'))
}

/// Lower-case words that stand inside names.
pub(super) const PARTICLES: &[&str] = &[
    "al", "ben", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la",
    "le", "ten", "ter", "van", "von",
];

/// The runs of capitalised words.
pub(super) fn runs(words: &[Word<'_>], known: &Map<&str, usize>) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let first = &words[i];
        let begins = nameable(first)
            && (!opens(words, i)
                || known.contains_key(first.base())
                // "Addressing NATO's affairs" opens with no name.
                || !is_gerund(first.text) && words.get(i + 1).is_some_and(nameable)
                || country(first.base()).is_some()
                || !first.listed(lex::CONNECTORS) && is_acronym(first.base()));
        if !begins {
            i += 1;
            continue;
        }
        let end = run_end(words, i);
        split_run(words, i, end, &mut runs);
        i = end;
    }
    runs
}

/// One past the last word of the run that begins at `start`.
pub(super) fn run_end(words: &[Word<'_>], start: usize) -> usize {
    let mut end = start + 1;
    let mut headed = words[start].listed(lex::ORG_HEADS);
    while let Some(word) = words.get(end) {
        if words[end - 1].possessive() {
            break;
        }
        let next = words.get(end + 1);
        let carried = next.is_some_and(|n| nameable(n));
        let inner = nameable(word)
            || (carried && (word.is("of") || PARTICLES.contains(&word.text)))
            || (carried && headed && word.any(&["and", "&", "for"]))
            || (PARTICLES.contains(&word.text)
                && next.is_some_and(|n| PARTICLES.contains(&n.text)));
        if !inner {
            break;
        }
        headed |= word.listed(lex::ORG_HEADS);
        end += 1;
    }
    end
}

/// Cuts a run into the country before it, the title and the name.
pub(super) fn split_run(words: &[Word<'_>], start: usize, end: usize, runs: &mut Vec<Run>) {
    let mut start = start;
    // "South Korean President Lee", "NATO Secretary-General Mark Rutte", "U.S. Senators ..."
    let title = (start..end).rev().find(|&i| words[i].listed(lex::TITLES));
    for width in [2, 1] {
        let Some(lead) = words.get(start..start + width) else {
            continue;
        };
        let cut = start + width;
        if cut <= end && country(&joined(lead)).is_some() && (cut < end || width == 2) {
            runs.push(run(start, start, cut, None));
            start = cut;
            break;
        }
    }
    if start >= end {
        return;
    }
    let Some(title) = title.filter(|&t| t >= start) else {
        let small = start
            .checked_sub(1)
            .filter(|&i| words[i].listed(lex::TITLES) && !words[i].capital());
        let name = small.map(|i| words[i].text.to_lowercase());
        runs.push(run(start, start, end, name));
        return;
    };
    if title + 1 >= end {
        // A title alone: "the Secretary General"; what stands before it may be an organisation.
        if title > start && is_organisation(&words[start..title]) {
            runs.push(run(start, start, title, None));
        }
        return;
    }
    let mut name = title + 1;
    if words[name].is("of") || words[name].is("for") {
        // "Secretary of State Mark Rubio": the last two words are the name, with initials three.
        let initial = end >= 2 && words[end - 2].text.ends_with('.');
        name = end.saturating_sub(if initial { 3 } else { 2 }).max(name);
        if words[name].is("of") || end - title <= 3 {
            return;
        }
    }
    let head = titles_from(words, start, title);
    if head > start && is_organisation(&words[start..head]) {
        runs.push(run(start, start, head, None));
        start = head;
    }
    let label = words[head..name]
        .iter()
        .map(|w| w.text.to_lowercase())
        .collect::<Vec<_>>()
        .join(" ");
    runs.push(run(start, name, end, Some(label)));
}

pub(super) fn run(start: usize, name: usize, end: usize, title: Option<String>) -> Run {
    Run {
        start,
        name,
        end,
        title,
    }
}

/// Where the words of the title that ends at `title` begin, as far as the tables tell.
pub(super) fn titles_from(words: &[Word<'_>], start: usize, title: usize) -> usize {
    let mut head = title;
    while head > start && !is_organisation(&words[head - 1..head]) {
        head -= 1;
    }
    head
}

/// A title that follows a name: "Radmila Šekerinska, Deputy Secretary General of ...".
pub(super) fn title_after(words: &[Word<'_>], end: usize) -> Option<String> {
    if words.get(end)?.text != "," {
        return None;
    }
    let tail = words.get(end + 1..(end + 7).min(words.len()))?;
    let last = tail
        .iter()
        .take_while(|w| w.kind == Kind::Word)
        .take(5)
        .enumerate()
        .filter(|(_, w)| w.listed(lex::TITLES))
        .map(|(i, _)| i)
        .last()?;
    let from = usize::from(tail[0].listed(lex::DETERMINERS));
    (from <= last).then(|| {
        let title: Vec<String> = tail[from..=last]
            .iter()
            .map(|w| w.text.to_lowercase())
            .collect();
        title.join(" ")
    })
}
