//! Time on the screen: what is folded, what has headers, how it is drawn.

use std::sync::Arc;

use chrono::NaiveDate;
use dateline::{
    export::dates,
    temporal::{Bound, Certainty, Date, Granularity},
    timeline::{Event, Timeline},
    ui::{
        action::{Action, Loaded},
        state::rows::Place,
        update::select::select,
    },
};

use super::open;
use crate::{coast, keys::Screen};

const SIZE: (u16, u16) = (120, 30);

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day as ISO 8601 writes it")
}

fn put(event: &mut Event, first: &str, last: &str, granularity: Granularity) {
    event.date.first = day(first);
    event.date.last = day(last);
    event.date.granularity = granularity;
}

/// The coast with its fourth event told so many times more, on seventy days, and as often
/// known by the year alone.
fn busy(events: u64) -> Timeline {
    let mut many = Timeline::clone(&coast::timeline());
    let model = many.events[3].clone();
    for at in 0..events {
        let mut event = model.clone();
        let day = model.date.first + chrono::Days::new(at % 70);
        (event.date.first, event.date.last) = (day, day);
        event.id = format!("day{at}");
        many.events.push(event.clone());
        put(&mut event, "2022-01-01", "2022-12-31", Granularity::Year);
        event.id = format!("year{at}");
        many.events.push(event);
    }
    many.events.sort_by_key(|event| event.date.first);
    many
}

fn row(screen: &Screen, words: &str) -> Option<String> {
    let letters = screen.letters();
    let mut rows = letters
        .lines()
        .map(|row| row.chars().take(52).collect::<String>());
    rows.find(|row| row.contains(words))
}

#[test]
fn the_first_key_leads_to_the_first_event_and_the_last_to_the_last() {
    let mut screen = open(SIZE);
    for (keys, event, counter) in [("gg", 0, " 1/24"), ("G", 23, "24/24")] {
        screen.keys(keys);
        assert_eq!(screen.state.list.cursor, Some(Place::Event(event)));
        assert_eq!(screen.state.selected, Some(event));
        assert!(screen.letters().contains(counter), "{}", screen.letters());
    }
    // On a fold the counter says how many it holds.
    let mut screen = open(SIZE);
    let letters = screen.keys("k").letters();
    assert!(letters.contains("3 folded of 24"), "{letters}");
}

#[test]
fn the_days_of_the_list_stay_whatever_the_scrubber_shows() {
    let mut screen = open(SIZE);
    screen.keys("9G");
    let before = row(&screen, "Miller arrives in Eastport").expect("in sight");
    assert!(before.contains("10 Jul"));
    for keys in ["0", "-", "0"] {
        screen.keys(keys);
        let now = row(&screen, "Miller arrives in Eastport");
        assert_eq!(now.as_deref(), Some(before.as_str()), "{keys}");
    }
}

#[test]
fn what_is_known_by_its_year_alone_stands_in_one_fold() {
    let mut screen = Screen::new(&busy(40).into(), SIZE);
    let rows = &screen.state.list.rows;
    let fold = Place::NoDay(2022);
    assert_eq!(rows.folded(fold), Some(40));
    let lines = rows.lines();
    select(&mut screen.state, fold);
    assert!(
        row(&screen, "2022, no day · 40").is_some(),
        "{}",
        screen.letters()
    );
    screen.keys("Enter");
    assert!(screen.state.list.rows.lines() >= lines + 40);
    screen.keys("Enter");
    assert_eq!(screen.state.list.rows.lines(), lines);
    // An event that is gone to comes out of its fold.
    let hidden = screen
        .state
        .timeline
        .events
        .iter()
        .position(|event| event.id == "year7");
    select(&mut screen.state, Place::Event(hidden.expect("one")));
    assert_eq!(screen.state.selected, hidden);
}

#[test]
fn a_long_year_has_months_and_a_long_month_days() {
    let mut screen = Screen::new(&busy(20).into(), SIZE);
    screen.keys("gd 2022-06-22 Enter");
    assert!(row(&screen, "June").is_none(), "{}", screen.letters());
    let mut screen = Screen::new(&busy(140).into(), SIZE);
    screen.keys("gd 2022-06-22 Enter");
    let letters = screen.letters();
    assert!(letters.contains("22 Jun ─"), "{letters}");
    assert!(
        letters.contains("June 2022 ─") || letters.contains("22 June 2022 ─"),
        "{letters}"
    );
    // The year is one key away all the same.
    screen.keys("}");
    assert!(row(&screen, "2023 ─").is_some(), "{}", screen.letters());
}

#[test]
fn the_window_holds_the_bulk_of_the_news() {
    let mut many = busy(20);
    many.span = None;
    let old = many.events.iter_mut().find(|event| event.id == "day3");
    put(
        old.expect("one"),
        "1931-05-19",
        "1931-05-19",
        Granularity::Day,
    );
    many.events.sort_by_key(|event| event.date.first);
    let screen = Screen::new(&many.into(), SIZE);
    let window = screen.state.list.shape.window;
    assert!(window.first > day("2021-12-31"), "{window:?}");
    assert!(screen.letters().contains("before"), "{}", screen.letters());
}

#[test]
fn a_date_that_only_bounds_is_no_date_of_its_own() {
    let mut bounded = Timeline::clone(&coast::timeline());
    bounded.events[3].tellings[0].timex.bound = Some(Bound::After);
    let screen = Screen::new(&bounded.into(), SIZE);
    let letters = screen.letters();
    let mut rows = letters.lines();
    let told = |row: &&str| row.contains("May ◌ Ann Miller takes office");
    assert!(rows.find(told).is_some(), "{letters}");
    let second = rows.next().unwrap_or_default();
    assert!(second.contains("after 10 May 2022"), "{letters}");
    // A long title gives way to it.
    let mut long = Timeline::clone(&coast::timeline());
    long.events[3].tellings[0].timex.bound = Some(Bound::By);
    long.events[3].summary = "Ann Miller takes office ".repeat(4);
    for size in [SIZE, (120, 20)] {
        let letters = Screen::new(&long.clone().into(), size).letters();
        assert!(letters.contains("by 10 May 2022"), "{letters}");
    }
}

#[test]
fn copies_are_no_tellings() {
    let mut copied = Timeline::clone(&coast::timeline());
    let told = |screen: &Screen| row(screen, "Ann Miller takes office").expect("in sight");
    assert!(told(&open(SIZE)).contains("×2"));
    copied.events[3].tellings[1].copy_of = Some(0);
    assert!(!told(&Screen::new(&copied.into(), SIZE)).contains('×'));
}

#[test]
fn tellings_that_differ_are_marked() {
    let mut differ = Timeline::clone(&coast::timeline());
    differ.events[3].conflict = true;
    let screen = Screen::new(&differ.into(), SIZE);
    let told = row(&screen, "Ann Miller takes office").expect("in sight");
    assert!(told.contains("≠ ×2"), "{told}");
}

#[test]
fn eighty_years_with_one_busy_week_show_the_week() {
    let mut many = busy(7);
    many.span = None;
    for (at, event) in many.events.iter_mut().enumerate() {
        let day = match at {
            0 => "1931-05-19".to_owned(),
            1 => "1950-02-01".to_owned(),
            _ => format!("2024-05-{}", 14 + at % 7),
        };
        put(event, &day, &day, Granularity::Day);
    }
    many.events.sort_by_key(|event| event.date.first);
    let mut screen = Screen::new(&many.into(), SIZE);
    screen.keys("0");
    let bars = |screen: &Screen| {
        let letters = screen.letters();
        let row = letters.lines().nth(27).unwrap_or_default().to_owned();
        let high = row.chars().filter(|bar| "▂▃▄▅▆▇█".contains(*bar)).count();
        (high, row.contains('.'))
    };
    let (high, short) = bars(&screen);
    assert!(high >= 6 && short, "{}", screen.letters());
    screen.keys("x");
    let (high, short) = bars(&screen);
    assert!(high < 6 && !short, "{}", screen.letters());
}

#[test]
fn no_codes_are_shown_to_people() {
    let date = |first: &str, last: &str, granularity| Date {
        first: day(first),
        last: day(last),
        granularity,
        certainty: Certainty::Exact,
        range: false,
    };
    for (first, last, granularity, narrow, wide, full) in [
        (
            "1962-09-01",
            "1962-11-30",
            Granularity::Season,
            "autumn",
            "autumn",
            "autumn 1962",
        ),
        (
            "2022-06-27",
            "2022-07-03",
            Granularity::Week,
            "27 Jun",
            "27 Jun",
            "27 June – 3 July 2022",
        ),
        (
            "2025-06-23",
            "2025-06-29",
            Granularity::Week,
            "23 Jun",
            "23–29 Jun",
            "23–29 June 2025",
        ),
        (
            "2026-07-01",
            "2026-12-31",
            Granularity::Half,
            "half 2",
            "Jul–Dec",
            "second half of 2026",
        ),
        (
            "2023-07-01",
            "2023-09-30",
            Granularity::Quarter,
            "Q3",
            "Q3",
            "Q3 2023",
        ),
    ] {
        let date = date(first, last, granularity);
        assert_eq!(dates::narrow(&date), narrow);
        assert_eq!(dates::wide(&date, false), wide);
        assert_eq!(dates::full(&date, false), full);
    }
}

#[test]
fn a_typed_month_leads_to_the_event_closest_to_it() {
    let mut screen = open(SIZE);
    screen.keys("gd 2024-05 Enter");
    let shown = screen.state.event().expect("one").date;
    let (first, last) = (day("2024-05-01"), day("2024-05-31"));
    let away = |date: &Date| (first - date.last).max(date.first - last).num_days();
    for event in &screen.state.timeline.events {
        let fine = event.date.granularity <= Granularity::Month;
        assert!(
            !fine || away(&shown) <= away(&event.date),
            "{}",
            event.summary
        );
    }
}

#[test]
fn what_loads_in_the_background_opens_on_an_event() {
    let mut screen = Screen::new(&Arc::new(Timeline::default()), SIZE);
    assert_eq!(screen.state.list.cursor, None);
    screen.act(Action::Loaded(Loaded {
        timeline: coast::timeline(),
        progress: None,
    }));
    assert!(matches!(screen.state.list.cursor, Some(Place::Event(_))));
    let told = &screen.state.event().expect("selected").tellings[0];
    assert_eq!(screen.state.reader.article, Some(told.article));
    assert!(screen.letters().contains("/24"), "{}", screen.letters());
}
