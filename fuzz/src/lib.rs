//! What each target does with its bytes, and what has to hold afterwards.
//!
//! The targets in `fuzz_targets/` call these; `cargo test` calls them too, with
//! the small corpus that was found (`fuzz/corpus`). With `RUSTFLAGS="--cfg planted"`
//! each has a crash planted behind something that no seed shows, so that one can
//! see that the fuzzer gets there.

use std::{
    borrow::Cow,
    sync::{Arc, LazyLock, Mutex},
};

use chrono::{Datelike, NaiveDate};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use dateline::{
    corpus::{Corpus, Document, Options},
    search::{Finder, Item, items, query::Query},
    temporal::{Context, Mode, Timestamp, tag as tagged},
    text::{
        Span,
        clean::{clean as cleaned, sieve, truncate, width},
        decode::decode,
        fold::fold,
        sentence::sentences,
    },
    timeline::Timeline,
    ui::{
        self,
        action::{Action, Effect, Items, Loaded},
        state::State,
        terminal::input::Decoder,
        update::update,
        view,
    },
};
use ratatui::{buffer::Buffer, layout::Rect};

mod stores;

pub use stores::{database, stamps};

/// A day for everything that asks for today.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 2, 14).expect("a day")
}

/// The planted crash: `reached` says that the fuzzer got where it lies.
fn plant(reached: bool) {
    assert!(!(cfg!(planted) && reached), "the planted crash");
}

/// No terminal obeys any of it.
fn assert_harmless(text: &str) {
    assert!(!text.chars().any(char::is_control), "{text:?}");
}

fn assert_fit(spans: impl IntoIterator<Item = Span>, text: &str) {
    let mut end = 0;
    for span in spans {
        assert!(span.fits(text) && span.start >= end, "{span:?} after {end}");
        end = span.end;
    }
}

/// Decoding, cleaning, folding, sentences.
pub fn clean(bytes: &[u8]) {
    let decoded = decode(bytes);
    let text = decoded.text.as_ref();
    let line = cleaned(text);
    assert_harmless(&line);
    assert_eq!(cleaned(&line), line, "cleaning twice changes nothing");
    let columns = usize::from(bytes.first().copied().unwrap_or(80));
    assert!(width(&truncate(text, columns)) <= columns);
    let whole = Span::new(0, text.len());
    for line in text.lines() {
        assert_harmless(&cleaned(line));
    }
    let _ = sieve(text, whole);
    assert_fit(sentences(text), text);
    let _ = fold(text, 2000);
    plant(decoded.encoding == "UTF-16BE" && line.contains('␛'));
}

/// The tagger, as news and as narrative; the first two bytes choose the anchor.
pub fn tag(bytes: &[u8]) {
    let (head, rest) = bytes.split_at(bytes.len().min(2));
    let text = String::from_utf8_lossy(rest);
    let days = head
        .iter()
        .fold(0, |sum, byte| sum * 256 + u64::from(*byte));
    let day = today() - chrono::Days::new(days);
    for mode in [Mode::News, Mode::Narrative] {
        for published in [None, Some(Timestamp::day(day))] {
            let found = tagged(
                &text,
                &Context {
                    published,
                    dateline: None,
                    mode,
                },
            );
            assert_fit(found.iter().map(|timex| timex.span), &text);
            for timex in &found {
                if let Some(date) = &timex.date {
                    assert!(date.first <= date.last, "{timex:?}");
                }
            }
            plant(found.iter().any(|timex| timex.value == "1999-12-31"));
        }
    }
}

/// The names that choose a format.
const NAMES: [&str; 8] = [
    "a.txt", "a.md", "a.html", "a.xml", "a.json", "a.jsonl", "a.eml", "a",
];

fn open(name: &str, bytes: &[u8], more: Option<Document>) -> Timeline {
    let document = Document {
        path: name.to_owned(),
        bytes: Cow::Owned(bytes.to_vec()),
        modified: None,
    };
    build(document, more)
}

fn build(document: Document, more: Option<Document>) -> Timeline {
    let documents = std::iter::once(document).chain(more).collect();
    let options = Options {
        dossier: true,
        today: today(),
    };
    let timeline = Timeline::build(Corpus::open(documents, options));
    for (article, timexes) in timeline.articles.iter().zip(&timeline.timexes) {
        assert_fit(article.blocks.iter().map(|block| block.span), &article.text);
        assert_fit(timexes.iter().map(|timex| timex.span), &article.text);
    }
    for event in &timeline.events {
        assert!(!event.tellings.is_empty());
        for telling in &event.tellings {
            let text = &timeline.articles[telling.article].text;
            assert!(telling.evidence.fits(text) && telling.timex.span.fits(text));
        }
        assert_harmless(&cleaned(&event.summary));
    }
    timeline
}

/// Every format, from bytes to events; the first byte chooses the file's name.
pub fn format(bytes: &[u8]) {
    let Some((choice, rest)) = bytes.split_first() else {
        return;
    };
    let timeline = open(NAMES[usize::from(*choice) % NAMES.len()], rest, None);
    for warning in &timeline.warnings {
        assert_harmless(&cleaned(&warning.to_string()));
    }
    plant(timeline.articles.iter().any(|article| {
        let published = article.published.as_ref();
        published.is_some_and(|fact| fact.value.date.year() < 2000)
    }));
}

/// A `dateline.toml` beside an article.
pub fn dossier(bytes: &[u8]) {
    let article = Document {
        path: "report.txt".to_owned(),
        bytes: Cow::Borrowed(b"They met on Tuesday.\n"),
        modified: None,
    };
    let timeline = open("dateline.toml", bytes, Some(article));
    assert_eq!(timeline.articles.len(), 1);
    plant(timeline.articles[0].outlet.is_some());
}

/// Query syntax, and the finder under it; the text after the first line break is searched.
pub fn query(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (typed, lines) = text
        .split_once('\n')
        .unwrap_or((&text, "Vilnius\nMadrid 2022"));
    let query = Query::parse(typed, today());
    let items: Vec<Item> = lines
        .lines()
        .enumerate()
        .map(|(n, line)| Item::line(n, line))
        .collect();
    let mut finder = Finder::new(items.clone());
    let answer = finder.search(typed, 10, today());
    assert!(answer.hits.len() <= 10 && answer.hits.len() <= answer.total);
    for hit in &answer.hits {
        let letters = items[hit.item].text.chars().count();
        assert!(hit.positions.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(hit.positions.iter().all(|position| *position < letters));
    }
    plant(
        query
            .groups
            .iter()
            .any(|group| group.not && group.any.len() == 2),
    );
}

/// Most cells of a frame: a draw costs as much as its cells, and all the layouts
/// there are (tiny, one pane, two, three) fit.
const CELLS: u16 = 1600;
/// Bytes between two frames.
const PIECE: usize = 16;
/// Most frames of an input: what comes after them is not read.
const FRAMES: usize = 12;

/// A size with few cells: from nothing to 160 columns, as many lines as `CELLS` allows.
fn size(columns: u8, lines: u8) -> (u16, u16) {
    let columns = u16::from(columns) % 161;
    (columns, u16::from(lines) % (CELLS / columns.max(40) + 1))
}

/// Two short articles, one of which tells of the other's event; with furniture, wide
/// letters, and what no terminal may get.
const ARTICLES: [(&str, &str); 2] = [
    (
        "first.txt",
        "Leaders meet in Vilnius\nBy A. Writer\nPublished July 12, 2023\n\n\
         VILNIUS — Leaders of NATO met \u{1b}[31mon Tuesday. 나토 will gather in June 2024. \
         Mark Rutte visited Seoul in 2022.\n\nShare this article\nRead more\n",
    ),
    (
        "second.txt",
        "A summit\u{202e} ends\nPublished 2023-07-13\n\n\
         Leaders of NATO met in Vilnius on July 11. The summit lasted two days.\n",
    ),
];

/// What the explorer shows, and what finds things in it.
struct Made {
    timeline: Arc<Timeline>,
    finder: Mutex<Finder>,
}

/// What the loader shows before it is done, and after.
static MADE: LazyLock<[Made; 2]> = LazyLock::new(|| {
    [&ARTICLES[..1], &ARTICLES].map(|articles| {
        let mut documents = articles.iter().map(|(name, text)| Document {
            path: (*name).to_owned(),
            bytes: Cow::Borrowed(text.as_bytes()),
            modified: None,
        });
        let timeline = Arc::new(build(documents.next().expect("one"), documents.next()));
        let finder = Mutex::new(Finder::new(items(&timeline)));
        Made { timeline, finder }
    })
});

/// The program around a state, with its effects carried out.
struct Program {
    state: State,
    /// What the finder was asked last and has not answered.
    asked: Option<(u64, String)>,
    /// Whether it ended.
    done: bool,
}

impl Program {
    fn act(&mut self, action: Action) {
        match update(&mut self.state, action) {
            Some(Effect::Quit) => self.done = true,
            Some(Effect::Search { ticket, query }) => self.asked = Some((ticket, query)),
            _ => {}
        }
    }

    /// Answers what the finder was asked last, as its worker would.
    fn answer(&mut self) {
        let Some((ticket, query)) = self.asked.take() else {
            return;
        };
        let [part, whole] = &*MADE;
        let is_whole = Arc::ptr_eq(&self.state.timeline, &whole.timeline);
        let made = if is_whole { whole } else { part };
        let mut finder = made.finder.lock().expect("one thread");
        // Each input finds for itself.
        finder.forget();
        self.act(Action::Items(Items(Arc::clone(finder.items()))));
        let answer = finder.search(&query, 50, self.state.today);
        self.act(Action::Found {
            ticket,
            hits: answer.hits,
            days: Vec::new(),
            total: answer.total,
            complete: true,
        });
    }
}

/// What comes between two frames beside keys: another size, or more articles.
fn news(piece: &[u8]) -> Option<Action> {
    match piece {
        [columns, lines, .., b'\t'] => {
            let (columns, lines) = size(*columns, *lines);
            Some(Action::Resize(columns, lines))
        }
        [.., choice @ (0x1c | 0x1d)] => {
            let whole = *choice == 0x1d;
            let timeline = Arc::clone(&MADE[usize::from(whole)].timeline);
            let progress = (!whole).then_some((1, 2));
            Some(Action::Loaded(Loaded { timeline, progress }))
        }
        _ => None,
    }
}

/// Keys to frames: what the terminal sends, at sizes that change, while articles are
/// loaded. The first two bytes are the size; each further sixteen, read together, end in
/// a frame, and the last of them may stand for news.
pub fn keys(bytes: &[u8]) {
    let (head, rest) = bytes.split_at(bytes.len().min(2));
    let [columns, lines] = [0, 1].map(|i| head.get(i).copied().unwrap_or(20));
    let mut state = State::new(Arc::clone(&MADE[1].timeline), size(columns, lines));
    state.today = today();
    let mut program = Program {
        state,
        asked: None,
        done: false,
    };
    let mut decoder = Decoder::default();
    let mut frame = Buffer::default();
    for piece in rest.chunks(PIECE).take(FRAMES) {
        let mut events = Vec::new();
        decoder.feed(piece, &mut |event| events.push(event));
        for event in events {
            if let Some(action) = ui::input(event, &mut program.state) {
                program.act(action);
            }
            if program.done {
                return;
            }
        }
        if let Some(news) = news(piece) {
            program.act(news);
        }
        program.answer();
        if program.done {
            return;
        }
        let state = &program.state;
        let area = Rect::new(0, 0, state.size.0, state.size.1);
        frame.resize(area);
        frame.reset();
        view::draw(state, area, &mut frame);
        for cell in &frame.content {
            assert_harmless(cell.symbol());
        }
        plant(state.alone && state.reader.as_it_came && state.date.is_some());
    }
}

/// What the terminal's bytes mean, read in pieces, with a silence behind each where asked for.
fn heard(stream: &[u8], size: usize, silent: bool) -> Vec<Event> {
    let mut decoder = Decoder::default();
    let mut events = Vec::new();
    for piece in stream.chunks(size) {
        decoder.feed(piece, &mut |event| events.push(event));
        if silent && decoder.patience().is_some() {
            decoder.silent(&mut |event| events.push(event));
        }
    }
    // A brief silence and a long one end whatever has begun.
    for _ in 0..2 {
        if decoder.patience().is_some() {
            decoder.silent(&mut |event| events.push(event));
        }
    }
    assert_eq!(decoder.patience(), None, "it waits for ever");
    events
}

/// The terminal's input cut anywhere: the first byte chooses where, and which control
/// string the rest is tried as.
pub fn input(bytes: &[u8]) {
    let Some((choice, stream)) = bytes.split_first() else {
        return;
    };
    let whole = heard(stream, stream.len().max(1), false);
    let size = usize::from(choice % 64) + 1;
    assert_eq!(heard(stream, size, false), whole, "a cut changes the keys");
    let key = Event::Key(KeyEvent::from(KeyCode::Char('j')));
    let typed = [stream, b"\x1b[200~"].concat();
    for stream in [stream, &typed] {
        let mut events = heard(stream, size, true);
        events.push(key.clone());
        assert!(events.len() <= stream.len() + 1, "keys out of nothing");
    }
    // Of a control string nothing is a key, wherever the line stands still.
    let body: Vec<u8> = stream
        .iter()
        .copied()
        .filter(|byte| matches!(byte, b' '..=b'~'))
        .collect();
    let begin = [b"\x1bP", b"\x1b]", b"\x1b_", b"\x1b^", b"\x1bX"][usize::from(choice / 64)];
    let string = [&begin[..], &body, b"\x1b\\"].concat();
    let esc = Event::Key(KeyEvent::from(KeyCode::Esc));
    for size in [size.max(3), string.len() - 1] {
        let keys = heard(&string, size, true);
        assert!(keys.iter().all(|event| *event == esc), "{keys:?}");
    }
    let all = KeyModifiers::SHIFT | KeyModifiers::ALT | KeyModifiers::CONTROL;
    plant(
        whole
            .iter()
            .any(|event| matches!(event, Event::Key(key) if key.modifiers == all)),
    );
}
