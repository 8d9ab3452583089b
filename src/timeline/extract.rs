//! One article → the events it tells.

use std::{collections::HashSet, ops::Range};

use chrono::{Days, NaiveDate};

use super::{
    actors::{Cast, Person, Who, country},
    clause::{Opener, Sentence},
    event::{Actor, ActorKind, Phase, Role},
    headline,
    judge::{self, Binding},
    lexicon as lex,
    table::List,
    words::{Kind, Word, words},
};
use crate::{
    corpus::{Article, Block, BlockKind},
    temporal::{self, Date, Granularity, Mode, Timex, TimexType},
    text::{Span, sentence::sentences_in},
};

/// How many days before publication the news of an article may lie.
const NEWS_DAYS: u64 = 8;

/// How many paragraphs make the lead: headline news stands in the first three.
const LEAD: usize = 3;

/// An event as one article tells it.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The sentence, or the clause of it.
    pub evidence: Span,
    /// The expression that dates it.
    pub timex: Timex,
    /// The date, with the far end of a range.
    pub date: Date,
    /// What to call it.
    pub summary: String,
    /// Past or planned at publication.
    pub phase: Phase,
    /// News or recalled.
    pub role: Role,
    /// Who takes part, in the order of the text.
    pub actors: Vec<Actor>,
    /// Where.
    pub place: Option<String>,
    /// The words that tell it apart, hashed and sorted; whether each is a name.
    pub features: Vec<(u64, bool)>,
    /// The gatherings it names with their place ("the summit in Madrid"), hashed.
    pub gatherings: Vec<u64>,
}

/// One article, read: what it says by itself, before it is compared with others.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// Its temporal expressions, in order.
    pub timexes: Vec<Timex>,
    /// The events it tells, in the order of the text.
    pub candidates: Vec<Candidate>,
    /// The people it names.
    pub people: Vec<Person>,
    /// A sketch of its text: the smallest hashes of its runs of words, sorted.
    pub sketch: Vec<u64>,
}

/// Tags an article and reads its events. Pure: articles can be read in any order and thread.
#[must_use]
pub fn read(article: Article) -> Reading {
    let context = temporal::Context {
        published: article.published.as_ref().map(|fact| fact.value),
        mode: Mode::News,
    };
    let timexes = temporal::tag(&article.text, &context);
    read_tagged(article, timexes)
}

/// As [`read`], with the temporal expressions given.
#[must_use]
pub fn read_tagged(article: Article, timexes: Vec<Timex>) -> Reading {
    let blocks = readable(&article);
    let mut all = Vec::new();
    for block in &blocks {
        all.extend(words(&article.text, block.span));
    }
    let cast = Cast::read(&all);
    let sketch = sketch(&all);
    let spoken = judge::is_spoken(&all);
    let mut found = Vec::new();
    let mut paragraph = 0;
    for block in &blocks {
        let place = Place {
            paragraph,
            voice: judge::Voice {
                caption: block.kind == BlockKind::Caption,
                spoken,
            },
        };
        in_block(&article.text, block.span, place, &timexes, &mut found);
        paragraph += usize::from(block.kind.is_body());
    }
    let reader = Reader {
        article: &article,
        cast: &cast,
        words: &all,
        title: article
            .title
            .as_ref()
            .map(|t| features(&words(&t.value, Span::new(0, t.value.len())), &[]))
            .unwrap_or_default(),
    };
    let candidates = reader.candidates(&found);
    drop(all);
    Reading {
        people: cast.people,
        article,
        timexes,
        candidates,
        sketch,
    }
}

/// The blocks that events are read from: the body and the captions; of a text that was not laid out, all.
fn readable(article: &Article) -> Vec<Block> {
    if article.blocks.is_empty() {
        return vec![Block {
            kind: BlockKind::Paragraph,
            span: Span::new(0, article.text.len()),
        }];
    }
    article
        .blocks
        .iter()
        .copied()
        .filter(|b| {
            (b.kind.is_body() && b.kind != BlockKind::Dateline) || b.kind == BlockKind::Caption
        })
        .filter(|b| b.span.fits(&article.text))
        .collect()
}

/// Where a sentence stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// How many paragraphs of the body stand before.
    paragraph: usize,
    /// In what kind of text: under a picture, in a speech.
    voice: judge::Voice,
}

/// A dated clause that tells an event.
struct Found<'t> {
    sentence: std::rc::Rc<Sentence<'t>>,
    at: Range<usize>,
    timex: Timex,
    date: Date,
    binding: Binding,
    evidence: Span,
    place: Place,
}

/// Finds the dated clauses of a block.
fn in_block<'t>(
    text: &'t str,
    span: Span,
    place: Place,
    timexes: &[Timex],
    found: &mut Vec<Found<'t>>,
) {
    let from = timexes.partition_point(|t| t.span.end <= span.start);
    let inside = &timexes[from..];
    let to = inside.partition_point(|t| t.span.start < span.end);
    let inside = &inside[..to];
    if !inside.iter().any(judge::datable) {
        return;
    }
    let mut open = false;
    for span in sentences_in(text, span) {
        let part = span.of(text);
        let was_open = open;
        open = match (part.rfind('“'), part.rfind('”')) {
            (Some(a), Some(b)) => a > b,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => open,
        };
        let from = inside.partition_point(|t| t.span.start < span.start);
        let mine: Vec<&Timex> = inside[from..]
            .iter()
            .take_while(|t| t.span.end <= span.end)
            .collect();
        if mine.iter().any(|t| judge::datable(t)) {
            in_sentence(text, span, was_open, place, &mine, found);
        }
    }
}

/// Finds the dated clauses of a sentence.
fn in_sentence<'t>(
    text: &'t str,
    span: Span,
    open: bool,
    place: Place,
    timexes: &[&Timex],
    found: &mut Vec<Found<'t>>,
) {
    let sentence = std::rc::Rc::new(Sentence::read(text, span, open));
    let mut mine: Vec<Found<'t>> = Vec::new();
    let mut i = 0;
    while i < timexes.len() {
        let timex = timexes[i];
        i += 1;
        let (Some(mut date), true) = (timex.date, judge::datable(timex)) else {
            continue;
        };
        let mut at = sentence.covered(timex.span);
        if at.is_empty() || in_address(text, timex.span) || is_hour(timex, timexes) {
            continue;
        }
        if let Some(next) = timexes.get(i)
            && let Some(joined) = join(&sentence, timex, next)
        {
            date = joined;
            at.end = sentence.covered(next.span).end;
            i += 1;
        }
        // "2022-2026": the second half of one word.
        let word = sentence.words[at.start].span;
        if timex.span.start > word.start && word.of(text).contains('-') {
            continue;
        }
        let mut binding = judge::judge(&sentence, &at, timex, place.voice);
        if binding.is_none()
            && let Some(when) = told_then(&sentence, &at)
        {
            binding = judge::judge(&sentence, &when, timex, place.voice);
            at = when;
        }
        let Some(binding) = binding else { continue };
        mine.push(Found {
            evidence: span,
            sentence: sentence.clone(),
            at,
            timex: timex.clone(),
            date,
            binding,
            place,
        });
    }
    one_a_clause(&mut mine);
    if mine.len() > 1 {
        for one in &mut mine {
            one.evidence = clause_span(&one.sentence, one.at.start).join(one.timex.span);
        }
    }
    found.append(&mut mine);
}

/// "since May 1998, when the ship ran aground": the word that opens what happened then.
fn told_then(sentence: &Sentence<'_>, at: &Range<usize>) -> Option<Range<usize>> {
    let comma = sentence.words.get(at.end)?;
    let when = sentence.words.get(at.end + 1)?;
    (comma.text == "," && when.is("when")).then_some(at.end + 1..at.end + 2)
}

/// Whether a timex is only the hour of a day that the sentence names elsewhere, or right after it:
/// "three o'clock this morning".
fn is_hour(timex: &Timex, timexes: &[&Timex]) -> bool {
    let day = |t: &Timex| {
        t.kind == TimexType::Date && t.date.is_some_and(|d| d.granularity == Granularity::Day)
    };
    let part = |t: &&Timex| t.span.start > timex.span.end && t.span.start <= timex.span.end + 4;
    timex.kind == TimexType::Time
        && (timexes.iter().any(|t| day(t)) && timex.value.contains(':') || timexes.iter().any(part))
}

/// Whether a date is part of a web address: "…/2023/06/23/…".
fn in_address(text: &str, span: Span) -> bool {
    text[..span.start].ends_with('/') || text[span.end..].starts_with('/')
}

/// "June 29-30", "Tuesday and Wednesday", "from 3 to 5 May": two dates that are the ends of one.
fn join(sentence: &Sentence<'_>, a: &Timex, b: &Timex) -> Option<Date> {
    let (first, last) = (a.date?, b.date?);
    let between = sentence.text.get(a.span.end..b.span.start)?.trim();
    let day = first.granularity == Granularity::Day && last.granularity == Granularity::Day;
    let month = first.granularity == last.granularity && first.granularity <= Granularity::Month;
    let dash = matches!(
        between,
        "-" | "–" | "—" | "to" | "through" | "until" | "till"
    );
    let follows = between == "and" && day && first.last.succ_opt() == Some(last.first);
    let led = sentence
        .covered(a.span)
        .start
        .checked_sub(1)
        .is_some_and(|i| sentence.words[i].is("between") && between == "and" && month);
    let soon =
        last.first > first.first && last.last < first.first.checked_add_days(Days::new(400))?;
    (soon && (dash && month || follows || led)).then_some(Date {
        last: last.last,
        range: true,
        certainty: first.certainty.max(last.certainty),
        ..first
    })
}

/// One event for each date in a clause; of two dates of which one holds the other, the finer.
fn one_a_clause(found: &mut Vec<Found<'_>>) {
    let mut i = 0;
    while i < found.len() {
        let mine = &found[i];
        let clause = mine.sentence.clause(mine.at.start);
        let doubled = found.iter().enumerate().any(|(j, other)| {
            let same_clause = other.sentence.clause(other.at.start) == clause;
            let same = (other.date.first, other.date.last) == (mine.date.first, mine.date.last);
            let coarser = mine.date.contains(&other.date) && !same;
            i != j && (same && j < i || coarser && same_clause)
        });
        if doubled {
            found.remove(i);
        } else {
            i += 1;
        }
    }
}

/// The part of the sentence that the clause at `at` covers, without the marks around it.
fn clause_span(sentence: &Sentence<'_>, at: usize) -> Span {
    let mut range = sentence.clauses[sentence.clause(at)].words.clone();
    while range.len() > 1
        && sentence.words[range.end - 1].kind == Kind::Mark
        && !matches!(sentence.words[range.end - 1].text, "”" | "\"" | ")" | ".")
    {
        range.end -= 1;
    }
    sentence.words[range.start]
        .span
        .join(sentence.words[range.end - 1].span)
}

/// What is known of the article while its events are made.
struct Reader<'a> {
    article: &'a Article,
    cast: &'a Cast,
    words: &'a [Word<'a>],
    title: Vec<(u64, bool)>,
}

impl Reader<'_> {
    fn published(&self) -> Option<NaiveDate> {
        self.article.published.as_ref().map(|fact| fact.value.date)
    }

    /// Makes the events, names the news among them, and drops what is told twice.
    fn candidates(&self, found: &[Found<'_>]) -> Vec<Candidate> {
        let features: Vec<Vec<(u64, bool)>> = found.iter().map(telling_words).collect();
        let top = self.top(found, &features);
        let mut made: Vec<Candidate> = Vec::with_capacity(found.len());
        for (i, (one, features)) in found.iter().zip(features).enumerate() {
            let main = top.is_some_and(|t| t == i || self.beside(found, t, i, &features));
            let candidate = self.candidate(one, features, main, top == Some(i));
            if let Some(twin) = made.iter_mut().find(|other| twins(other, &candidate)) {
                if candidate.role < twin.role {
                    *twin = candidate;
                }
                continue;
            }
            made.push(candidate);
        }
        made
    }

    /// The news of the article: the dated clause of the lead that lies nearest to its title and date.
    fn top(&self, found: &[Found<'_>], features: &[Vec<(u64, bool)>]) -> Option<usize> {
        let mut best: Option<(i32, usize)> = None;
        for (i, one) in found.iter().enumerate() {
            let title = i32::try_from(shared(&self.title, &features[i]).min(6)).unwrap_or(6);
            if !self.is_news(one, title) {
                continue;
            }
            let lead = i32::try_from(LEAD.saturating_sub(one.place.paragraph)).unwrap_or(0);
            let bound = match one.binding {
                Binding::Verb if aside(one) => -4,
                Binding::Verb => 2,
                Binding::Noun => 1,
                Binding::Participle | Binding::Gerund => -4,
            };
            let score = 2 * lead + title + bound;
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, i));
            }
        }
        best.filter(|&(score, _)| score > 0).map(|(_, i)| i)
    }

    /// Whether a clause lies near enough to publication and the head of the article to be its news.
    fn is_news(&self, found: &Found<'_>, title: i32) -> bool {
        let lead = found.place.paragraph < LEAD || title >= 3 && found.place.paragraph < 2 * LEAD;
        let fine = found.date.granularity <= Granularity::Week
            || found.date.granularity == Granularity::Month && title >= 2;
        let near = self.published().is_none_or(|published| {
            let since = published
                .checked_sub_days(Days::new(NEWS_DAYS))
                .unwrap_or(published);
            let until = published
                .checked_add_days(Days::new(2 * NEWS_DAYS))
                .unwrap_or(published);
            found.date.last >= since && found.date.first <= until
        });
        lead && fine && near
    }

    /// Whether a clause tells the news of clause `top` from another side: a caption of the same
    /// day, or a sentence right beside it with the same date.
    fn beside(&self, found: &[Found<'_>], top: usize, i: usize, features: &[(u64, bool)]) -> bool {
        let (news, one) = (&found[top], &found[i]);
        let same_day = news.date.first == one.date.first && news.date.last == one.date.last;
        let title = shared(&self.title, features);
        same_day
            && !aside(one)
            && (one.place.voice.caption && title >= 2
                || one.place.paragraph == news.place.paragraph
                    && one.place.paragraph == 0
                    && one.binding == Binding::Verb
                || news.place.voice.caption && title >= 2 && one.place.paragraph < LEAD)
    }

    fn candidate(
        &self,
        found: &Found<'_>,
        features: Vec<(u64, bool)>,
        main: bool,
        top: bool,
    ) -> Candidate {
        let phase = self.phase(found);
        let mut summary = headline::headline(&found.sentence, &found.at, found.binding, self.cast);
        if top
            && !found.place.voice.caption
            && shared(&self.title, &features) >= 2
            && let Some(title) = self.title_line()
        {
            summary = title;
        }
        Candidate {
            evidence: found.evidence,
            date: found.date,
            summary,
            phase,
            role: if main { Role::Main } else { Role::Background },
            actors: self.actors(found.evidence),
            place: place(
                &found.sentence,
                found.sentence.clause(found.at.start),
                self.cast,
            ),
            features,
            gatherings: gatherings(&found.sentence.words),
            timex: found.timex.clone(),
        }
    }

    /// Past or planned: by the date where it lies wholly on one side of publication, by the verbs where it does not.
    fn phase(&self, found: &Found<'_>) -> Phase {
        let words = &found.sentence.words;
        let clause = found.sentence.clauses[found.sentence.clause(found.at.start)]
            .words
            .clone();
        let ahead = || {
            words[clause].iter().any(|w| {
                w.any(&[
                    "will",
                    "scheduled",
                    "expected",
                    "plans",
                    "plan",
                    "set",
                    "slated",
                    "upcoming",
                ])
            })
        };
        let planned = match self.published() {
            Some(published) if found.date.first > published => true,
            Some(published) if found.date.last <= published => false,
            Some(_) => found.date.granularity > Granularity::Day && ahead(),
            None => words.iter().any(|w| w.is("will")),
        };
        if planned { Phase::Planned } else { Phase::Past }
    }

    /// The title as a summary, where it tells something rather than names a kind of paper.
    fn title_line(&self) -> Option<String> {
        let title = self.article.title.as_ref()?.value.trim();
        let title = match title.split_once(':') {
            Some((label, rest)) if is_label(label) && rest.len() > 20 => rest.trim(),
            _ => title,
        };
        let span = Span::new(0, title.len());
        let sentence = Sentence::read(title, span, false);
        let verb = sentence.words.iter().any(|w| {
            let lower = w.text.to_lowercase();
            w.kind == Kind::Word
                && (lex::PRESENT.has(&lower) && !lex::EVENTFUL.has(&lower)
                    || lex::IRREGULAR_PAST.has(&lower)
                    || w.is("to")
                    || lower.ends_with("ed") && !lex::NOT_PAST.has(&lower))
        });
        if !verb
            || sentence.words.first().is_some_and(|w| is_label(w.text))
            || title.chars().count() < 20
        {
            return None;
        }
        let capitals: HashSet<&str> = self
            .words
            .windows(2)
            .filter(|pair| pair[1].capital() && pair[0].kind != Kind::Mark)
            .map(|pair| pair[1].base())
            .collect();
        let titled = {
            let words: Vec<&Word<'_>> = sentence
                .words
                .iter()
                .filter(|w| w.kind == Kind::Word && w.text.len() > 3)
                .collect();
            let capital = words.iter().filter(|w| w.capital()).count();
            2 * capital > words.len() && words.len() > 3
        };
        let lower = |word: &str| {
            let base = Word {
                text: word,
                span: Span::new(0, word.len()),
                kind: Kind::Word,
            };
            titled && !capitals.contains(base.base()) && country(base.base()).is_none()
                || titled && base.listed(lex::STOPWORDS)
        };
        Some(headline::from_title(title, lower)).filter(|line| line.chars().count() >= 20)
    }

    /// Everybody named in the evidence.
    fn actors(&self, evidence: Span) -> Vec<Actor> {
        let mut actors: Vec<Actor> = Vec::new();
        for mention in self.cast.within(evidence) {
            let actor = match &mention.who {
                Who::Person(i) => Actor {
                    name: self.cast.people[*i].name.clone(),
                    kind: ActorKind::Person,
                },
                Who::Organisation(name) => Actor {
                    name: name.clone(),
                    kind: ActorKind::Organisation,
                },
                Who::Country(name) => Actor {
                    name: (*name).to_owned(),
                    kind: ActorKind::Country,
                },
            };
            if !actors.contains(&actor) {
                actors.push(actor);
            }
        }
        actors
    }
}

/// Whether a clause is one that only adds to another.
fn aside(found: &Found<'_>) -> bool {
    let clause = &found.sentence.clauses[found.sentence.clause(found.at.start)];
    matches!(clause.opener, Opener::Relative | Opener::Gerund)
        || clause.opener == Opener::Subordinate
            && !found.sentence.words[clause.words.start].is("that")
}

/// The telling words of a dated clause's sentence, its date left out.
fn telling_words(found: &Found<'_>) -> Vec<(u64, bool)> {
    features(
        &found.sentence.words,
        std::slice::from_ref(&found.timex.span),
    )
}

/// First words of the labels that documents are headed by.
const LABELS: &List = &List::words(&[
    "a",
    "background",
    "bill",
    "bills",
    "breaking",
    "briefing",
    "editorial",
    "exclusive",
    "executive",
    "fact",
    "icymi",
    "joint",
    "letter",
    "letters",
    "live",
    "memorandum",
    "message",
    "nominations",
    "notice",
    "on-the-record",
    "opinion",
    "presidential",
    "press",
    "proclamation",
    "readout",
    "remarks",
    "statement",
    "statements",
    "text",
    "transcript",
    "update",
    "video",
    "what",
]);

/// Whether a word or phrase labels a kind of paper: "FACT SHEET", "Remarks", "Readout".
fn is_label(label: &str) -> bool {
    let first = label.split_whitespace().next().unwrap_or("").to_lowercase();
    LABELS.has(&first) || label.contains(' ') && label.chars().all(|c| !c.is_lowercase())
}

/// Whether two events of one article are one: the same date in nearly the same words, and neither
/// with a name of its own (talks with one minister are not the talks with another).
fn twins(a: &Candidate, b: &Candidate) -> bool {
    let same = (a.date.first, a.date.last) == (b.date.first, b.date.last);
    let smaller = a.features.len().min(b.features.len());
    let own_name = |mine: &[(u64, bool)], other: &[(u64, bool)]| {
        mine.iter()
            .any(|(word, name)| *name && other.binary_search_by_key(word, |f| f.0).is_err())
    };
    let told_apart = own_name(&a.features, &b.features) && own_name(&b.features, &a.features);
    same && smaller > 0
        && !told_apart
        && 10 * shared(&a.features, &b.features) >= 7 * smaller
        && a.evidence != b.evidence
}

/// How many features two sorted lists share.
#[must_use]
pub fn shared(a: &[(u64, bool)], b: &[(u64, bool)]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                count += 1;
                i += 1;
                j += 1;
            }
        }
    }
    count
}

/// The telling words of a sentence, hashed, sorted; the words of `dates` left out.
fn features(words: &[Word<'_>], dates: &[Span]) -> Vec<(u64, bool)> {
    let mut features: Vec<(u64, bool)> = words
        .iter()
        .enumerate()
        .filter(|(_, w)| w.kind != Kind::Mark && !dates.iter().any(|d| d.overlaps(w.span)))
        .filter(|(_, w)| {
            !w.listed(lex::STOPWORDS)
                && !lex::STOPWORDS.has(w.base())
                && !lex::MONTHS_DAYS.has(w.base())
        })
        .filter(|(_, w)| w.text.len() > 2 || w.kind == Kind::Number)
        .map(|(i, w)| (stem_hash(w.base()), w.capital() && i > 0))
        .collect();
    features.sort_unstable();
    features.dedup_by_key(|f| f.0);
    features
}

/// Gatherings named with where they are held: "the summit in Madrid", "the Vilnius summit".
fn gatherings(words: &[Word<'_>]) -> Vec<u64> {
    let mut found = Vec::new();
    for (i, noun) in words.iter().enumerate() {
        if !noun.listed(lex::GATHERINGS) {
            continue;
        }
        let place = |at: usize| {
            words
                .get(at)
                .filter(|w| w.kind == Kind::Word && w.capital() && !w.listed(lex::MONTHS_DAYS))
        };
        let skipped = usize::from(words.get(i + 2).is_some_and(|w| w.is("the")));
        let held = words
            .get(i + 1)
            .filter(|w| w.any(&["in", "at"]))
            .and_then(|_| place(i + 2 + skipped));
        let before = i.checked_sub(1).and_then(place);
        for place in [held, before].into_iter().flatten() {
            found.push(stem_hash(noun.base()) ^ stem_hash(place.base()).rotate_left(1));
        }
    }
    found
}

/// A hash of a word's stem: case, plural and verb endings aside; words for the same thing together.
fn stem_hash(word: &str) -> u64 {
    if let Some(country) = country(word) {
        return hash(country.bytes());
    }
    let lower = word.to_lowercase();
    if let Some(row) = lex::SAME.find(&lower) {
        return hash(row.1.bytes());
    }
    let stem = ["ing", "ies", "ed", "es", "s"]
        .iter()
        .find_map(|ending| lower.strip_suffix(ending).filter(|s| s.len() >= 3))
        .unwrap_or(&lower);
    hash(stem.trim_end_matches('e').bytes())
}

/// FNV-1a, 64 bit.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// How many of the smallest hashes a sketch keeps.
const SKETCH: usize = 48;

/// The smallest hashes of all runs of five words: equal texts have equal sketches, near ones near
/// (a bottom-k sketch; Broder 1997, "On the resemblance and containment of documents").
fn sketch(words: &[Word<'_>]) -> Vec<u64> {
    let hashes: Vec<u64> = words
        .iter()
        .filter(|w| w.kind != Kind::Mark)
        .map(|w| hash(w.text.bytes().map(|b| b.to_ascii_lowercase())))
        .collect();
    let mut runs: Vec<u64> = hashes
        .windows(5)
        .map(|run| {
            let mixed = run
                .iter()
                .fold(7_u64, |all, h| all.rotate_left(9).wrapping_mul(31) ^ h);
            (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
        })
        .collect();
    if runs.len() > SKETCH {
        runs.select_nth_unstable(SKETCH);
        runs.truncate(SKETCH);
    }
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// Where the clause says it happened: a name after "in" or "at" that is no person, organisation or month.
fn place(sentence: &Sentence<'_>, clause: usize, cast: &Cast) -> Option<String> {
    let range = sentence.clauses[clause].words.clone();
    let words = &sentence.words;
    for i in range.clone() {
        if !words[i].any(&["in", "at", "near"]) {
            continue;
        }
        let the = usize::from(words.get(i + 1).is_some_and(|w| w.is("the")));
        let from = i + 1 + the;
        let to = (from..range.end)
            .take(4)
            .take_while(|&j| {
                words[j].capital()
                    && words[j].kind == Kind::Word
                    && !words[j].listed(lex::MONTHS_DAYS)
            })
            .last()
            .map(|j| j + 1);
        let Some(to) = to else { continue };
        let span = words[from].span.join(words[to - 1].span);
        let taken = cast.within(span).any(|m| !matches!(m.who, Who::Country(_)));
        if taken || words[to - 1].possessive() || words[from].text == "U.S." && to - from == 1 {
            continue;
        }
        let followed = words.get(to).is_some_and(|w| {
            w.kind == Kind::Word
                && !w.listed(lex::PREPOSITIONS)
                && !w.listed(lex::CONNECTORS)
                && !sentence.finite(to)
                && w.listed(lex::ORG_HEADS)
        });
        if followed {
            continue;
        }
        let name: Vec<&str> = words[from - the..to].iter().map(Word::base).collect();
        return Some(name.join(" "));
    }
    None
}
