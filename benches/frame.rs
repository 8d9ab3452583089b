//! Frames of a timeline of 100,000 events: what one key costs.
//!
//! `cargo bench --bench frame`

#![allow(missing_docs)]

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use dateline::{
    corpus::Article,
    temporal::{Certainty, Date, Granularity},
    timeline::{Actor, ActorKind, Event, Phase, Role, Timeline},
    ui::{action::Action, state::State, update::update, view},
};
use divan::Bencher;
use ratatui::{buffer::Buffer, layout::Rect};

fn main() {
    divan::main();
}

/// Events over some 270 years, a few a day, with titles that wrap.
fn timeline(events: u64) -> Arc<Timeline> {
    let start = NaiveDate::from_ymd_opt(1750, 1, 1).expect("a day of the calendar");
    let event = |at: u64| {
        let day = start
            .checked_add_days(Days::new(at * 100_000 / events))
            .unwrap_or(start);
        let date = Date {
            first: day,
            last: day,
            granularity: Granularity::Day,
            certainty: Certainty::Exact,
            range: false,
        };
        Event {
            id: format!("{at}"),
            date,
            value: day.to_string(),
            summary: format!(
                "Ministers of the coast meet for the {at}th time to talk about herring"
            ),
            phase: Phase::Past,
            role: Role::Main,
            actors: vec![Actor {
                name: "Ann Miller".to_owned(),
                kind: ActorKind::Person,
            }],
            place: Some("Port Alba".to_owned()),
            tellings: Vec::new(),
            conflict: false,
        }
    };
    Arc::new(Timeline {
        title: "Herring".to_owned(),
        articles: vec![Article::new("herring.txt", "Nothing")],
        timexes: vec![Vec::new()],
        events: (0..events).map(event).collect(),
        ..Timeline::default()
    })
}

const EVENTS: &[u64] = &[30, 100_000];

/// The first state: rows computed, the first event selected.
#[divan::bench(args = EVENTS)]
fn open(bencher: Bencher, events: u64) {
    let timeline = timeline(events);
    bencher.bench_local(|| State::new(Arc::clone(&timeline), (120, 30)));
}

/// One frame.
#[divan::bench(args = EVENTS)]
fn draw(bencher: Bencher, events: u64) {
    let mut state = State::new(timeline(events), (200, 50));
    update(&mut state, Action::Bottom(Some(events as u32 / 2)));
    let area = Rect::new(0, 0, 200, 50);
    let mut buffer = Buffer::empty(area);
    bencher.bench_local(|| {
        buffer.reset();
        view::draw(&state, area, &mut buffer);
    });
}

/// One step down and one up.
#[divan::bench(args = EVENTS)]
fn step(bencher: Bencher, events: u64) {
    let mut state = State::new(timeline(events), (200, 50));
    update(&mut state, Action::Bottom(Some(events as u32 / 2)));
    bencher.bench_local(|| {
        update(&mut state, Action::Move(1));
        update(&mut state, Action::Move(-1));
    });
}

/// One step of zoom in and out: the rows are computed anew.
#[divan::bench(args = EVENTS)]
fn zoom(bencher: Bencher, events: u64) {
    let mut state = State::new(timeline(events), (200, 50));
    update(&mut state, Action::Bottom(Some(events as u32 / 2)));
    bencher.bench_local(|| {
        update(&mut state, Action::Zoom(1));
        update(&mut state, Action::Zoom(-1));
    });
}
