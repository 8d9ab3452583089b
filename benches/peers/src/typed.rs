//! How long after a key its result is on the screen: keys through the explorer's own
//! update loop, the finder on its worker thread, every frame drawn.

use std::{
    sync::{Arc, mpsc::channel},
    time::Instant,
};

use dateline::{
    search::{Finder, Item, worker::Worker},
    timeline::Timeline,
    ui::{
        action::{Action, Effect, Items},
        state::State,
        update::update,
        view,
    },
};
use ratatui::{buffer::Buffer, layout::Rect};

/// What is typed, letter by letter; `<` deletes one.
const TYPED: &[&str] = &[
    "rutte",
    "<<<<<",
    "nato summit",
    "<<<<<<<<<<<",
    "defense in<<<",
    "zqx",
];

/// Prints the median and the worst of all keys.
pub fn print(lines: &[String]) {
    let items: Vec<Item> = (0..)
        .zip(lines)
        .map(|(i, line)| Item::line(i, line))
        .collect();
    let items = Arc::new(items);
    let mut state = State::new(Arc::new(Timeline::default()), (120, 30));
    let _ = update(&mut state, Action::Items(Items(Arc::clone(&items))));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let (out, found) = channel();
    let build = move || Finder::with_threads(items, threads);
    let answer = move |answer| drop(out.send(answer));
    let worker = Worker::spawn(None, Box::new(build), crate::today(), answer, drop).expect("a thread");
    let mut times = (Vec::new(), Vec::new());
    let mut act = |state: &mut State, action: Action| {
        let start = Instant::now();
        let Some(Effect::Search { ticket, query }) = update(state, action).into_iter().next()
        else {
            return;
        };
        worker.send(ticket, query);
        draw(state);
        let mut first = None;
        for answer in found.iter().filter(|answer| answer.ticket == ticket) {
            let complete = answer.complete;
            let news = Action::Found {
                ticket,
                hits: answer.hits,
                total: answer.total,
                complete,
            };
            let _ = update(state, news);
            draw(state);
            first.get_or_insert_with(|| start.elapsed());
            if complete {
                break;
            }
        }
        let typed = state.finder.as_ref().map_or("", |f| f.prompt.text.as_str());
        let ms = |time: std::time::Duration| (time.as_secs_f64() * 1e3, typed.to_owned());
        times.0.push(ms(first.unwrap_or_default()));
        times.1.push(ms(start.elapsed()));
    };
    act(&mut state, Action::Find);
    for key in TYPED.iter().flat_map(|typed| typed.chars()) {
        let action = if key == '<' {
            Action::Backspace
        } else {
            Action::Type(key)
        };
        act(&mut state, action);
    }
    // The first search waits for the plane to be built.
    for (name, mut times) in [("first results", times.0), ("all results", times.1)] {
        times.remove(0);
        times.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (worst, typed) = &times[times.len() - 1];
        println!(
            "a key to {name} on the screen, {} keys, {threads} threads: median {:.1} ms, worst {worst:.1} ms for {typed:?} (≤ 16 and ≤ 33)",
            times.len(),
            times[times.len() / 2].0,
        );
    }
}

fn draw(state: &State) {
    let area = Rect::new(0, 0, state.size.0, state.size.1);
    let mut buffer = Buffer::empty(area);
    view::draw(state, area, &mut buffer);
    std::hint::black_box(&buffer);
}
