//! Keys in, screen out: timeline, scrubber, status line, help.

mod any;
mod screens;
mod table;
mod time;

use dateline::{
    corpus::Warning,
    timeline::Timeline,
    ui::{
        action::{Action, Effect, Loaded},
        keymap::Context,
        state::{Focus, rows::Place},
    },
};

use crate::{coast, keys::Screen};

fn open(size: (u16, u16)) -> Screen {
    Screen::new(&coast::timeline(), size)
}

fn title(screen: &Screen) -> &str {
    &screen.state.event().expect("an event is selected").summary
}

#[test]
fn what_was_left_out_stands_in_the_status_line() {
    for (size, mark) in [((120, 30), "! 3 left out"), ((40, 12), "! 3")] {
        let whole = Screen::new(&coast::timeline(), size);
        assert!(!whole.letters().contains('!'), "{}", whole.letters());
        let mut timeline = (*coast::timeline()).clone();
        for n in 0..4 {
            let mut warning = Warning::new(&format!("{n}.jsonl"), "not valid JSON");
            // The last is a remark: nothing of the text is lost.
            warning.lost = n < 3;
            timeline.warnings.push(warning);
        }
        let mut screen = Screen::new(&timeline.into(), size);
        assert!(screen.letters().contains(mark), "{}", screen.letters());
        // It stays when the reading is over, and while the cursor moves.
        screen.keys("j j G");
        assert!(screen.letters().contains(mark), "{}", screen.letters());
    }
}

#[test]
fn the_window_folds_what_lies_outside() {
    let mut screen = open((120, 30));
    assert_eq!(title(&screen), "Ann Miller takes office");
    assert!(screen.letters().contains("before 2022 · 3 events"));
    screen.keys("k Enter");
    let shown = screen.letters();
    assert!(
        shown.contains("Harbour towns first meet") && shown.contains("2012"),
        "{shown}"
    );
    screen.keys("G j j");
    assert_eq!(screen.state.list.cursor, Some(Place::Article(2)));
    screen.keys("0 12G");
    assert!(!screen.letters().contains("before 2022"));
    assert_eq!(screen.state.selected, Some(11));
}

#[test]
fn zoom_comes_back_the_way_it_went() {
    let mut screen = open((120, 30));
    screen.keys("9G");
    let seen = screen.text();
    let opening = screen.state.list.shape.window;
    let mut last = opening;
    for _ in 0..5 {
        screen.keys("+");
        let window = screen.state.list.shape.window;
        assert!(
            window.days() < last.days()
                && window.holds(screen.state.event().expect("one").date.first)
        );
        last = window;
    }
    screen.keys("5-");
    assert_eq!(screen.state.list.shape.window, opening);
    assert_eq!(screen.text(), seen);
    screen.keys("9-");
    assert_eq!(screen.state.timeline.events.len(), 24);
    assert!(!screen.letters().contains("▸ before"));
}

#[test]
fn years_and_the_jump_list() {
    let mut screen = open((120, 30));
    screen.keys("}");
    assert_eq!(title(&screen), "“Sea Shanty” sung at the state dinner");
    screen.keys("j {");
    assert_eq!(title(&screen), "“Sea Shanty” sung at the state dinner");
    screen.keys("24G");
    assert_eq!(title(&screen), "Allies to reach their goal");
    screen.keys("Ctrl-o");
    assert_eq!(title(&screen), "“Sea Shanty” sung at the state dinner");
    screen.keys("Alt-Right");
    assert_eq!(title(&screen), "Allies to reach their goal");
    screen.keys("gg Ctrl-o");
    assert_eq!(title(&screen), "Allies to reach their goal");
}

#[test]
fn a_typed_date_leads_to_the_nearest_event() {
    let mut screen = open((120, 30));
    screen.keys("gd 2023-07-12 Enter");
    assert_eq!(title(&screen), "Four leaders to meet");
    screen.keys("gd 2025-06-21 Enter");
    assert_eq!(title(&screen), "Talks on tariffs for herring");
    screen.keys("gd jul Space 11 Enter");
    assert_eq!(title(&screen), "Coast and League upgrade their partnership");
    screen.keys("gd jul Space 23 Enter");
    assert_eq!(title(&screen), "Miller arrives in Eastport");
    screen.keys("gd summer Space 2025 Enter");
    assert!(screen.state.event().expect("one").date.first >= "2025-06-01".parse().expect("a day"));
    screen.keys("gd what Enter");
    let shown = screen.letters();
    let last = shown.lines().last().unwrap_or_default();
    assert!(last.contains("no date in that"), "{last}");
    assert_eq!(screen.state.context(), Context::Prompt);
    screen.keys("Esc");
    assert_eq!(screen.state.context(), Context::Timeline);
}

#[test]
fn esc_never_quits_and_q_closes_first() {
    let mut screen = open((120, 30));
    screen.keys("Enter");
    assert_eq!(screen.state.focus, Focus::Reader);
    screen.keys("q");
    assert_eq!(
        (screen.state.focus, screen.effects.len()),
        (Focus::Timeline, 0)
    );
    screen.keys("Esc Esc Esc");
    assert!(screen.effects.is_empty());
    screen.keys("q");
    assert_eq!(screen.effects, [Effect::Quit]);
}

#[test]
fn copies_say_what_is_known() {
    let mut screen = open((120, 30));
    screen.keys("9G yd");
    assert_eq!(screen.effects, [Effect::Copy("10 July 2023".to_owned())]);
    assert!(
        screen
            .letters()
            .contains("date sent to the terminal: 10 July 2023")
    );
    screen.keys("ye");
    let Some(Effect::Copy(line)) = screen.effects.last() else {
        panic!("nothing was copied: {:?}", screen.effects);
    };
    assert!(line.starts_with("**10 July 2023**: "), "{line}");
    assert!(line.contains(" (“Report number 0"), "{line}");
}

#[test]
fn the_help_is_searched_by_typing() {
    let mut screen = open((120, 30));
    screen.keys("? clipb");
    assert!(screen.letters().contains("nothing in the help says that"));
    screen.keys("Ctrl-u citation");
    let shown = screen.letters();
    assert!(
        shown.contains("yc yq yd yl") && !shown.contains("zoom"),
        "{shown}"
    );
    screen.keys("Esc");
    assert!(screen.letters().contains("Walk"));
    screen.keys("Esc");
    assert_eq!(screen.state.context(), Context::Timeline);
}

#[test]
fn the_mouse_points_at_what_keys_reach() {
    let mut screen = open((120, 30));
    let shown = screen.letters();
    let row = shown.lines().position(|line| line.contains("Sea Shanty"));
    let row = row.expect("it is on the screen") as u16;
    screen.act(Action::Press(20, row));
    screen.act(Action::Release(20, row));
    assert_eq!(title(&screen), "“Sea Shanty” sung at the state dinner");
    screen.act(Action::Press(119, 27));
    assert_eq!(title(&screen), "Next summit");
    screen.act(Action::Drag(0, 2));
    assert_eq!(title(&screen), "Ann Miller takes office");
    screen.act(Action::Release(0, 2));
    screen.act(Action::Press(52, 5));
    screen.act(Action::Drag(70, 5));
    screen.act(Action::Release(70, 5));
    assert!(
        screen
            .letters()
            .lines()
            .all(|line| line.chars().nth(52) != Some('│'))
    );
}

#[test]
fn more_articles_keep_the_selection() {
    let mut screen = open((120, 30));
    screen.keys("15G");
    let before = title(&screen).to_owned();
    let mut more = Timeline::clone(&coast::timeline());
    more.events.remove(3);
    more.events.remove(2);
    screen.act(Action::Loaded(Loaded {
        timeline: more.into(),
        progress: Some((2, 3)),
    }));
    assert_eq!(title(&screen), before);
    assert_eq!(screen.state.selected, Some(12));
    assert!(screen.letters().contains("reading 2/3"));
}

#[test]
fn the_first_events_take_the_place_of_the_first_articles() {
    let mut few = Timeline::clone(&coast::timeline());
    few.events.clear();
    let mut screen = Screen::new(&few.into(), (120, 30));
    screen.act(Action::Loaded(Loaded {
        timeline: coast::timeline().clone(),
        progress: Some((2, 3)),
    }));
    assert!(screen.state.selected.is_some(), "{}", screen.letters());
}

#[test]
fn the_files_that_are_read_are_counted_before_the_first_event() {
    let mut screen = Screen::new(&Timeline::default().into(), (80, 24));
    screen.act(Action::Loaded(Loaded {
        timeline: Timeline::default().into(),
        progress: Some((20, 502)),
    }));
    assert!(screen.letters().contains("Reading 20 of 502 files"));
    assert!(!screen.letters().contains("no articles here"));
}

#[test]
fn an_empty_timeline_says_what_to_do() {
    let mut screen = Screen::new(&Timeline::default().into(), (80, 24));
    screen.keys("j k Enter + - 0 { } gd 2020 Enter Esc yc yq yd o J K G gg ? Esc");
    assert!(
        screen.letters().contains("dateline FOLDER"),
        "{}",
        screen.letters()
    );
}

#[test]
fn without_utf_8_every_cell_is_ascii() {
    let mut screen = open((120, 30));
    screen.state.theme.ascii = true;
    for keys in ["", "20G", "?", "Esc / rutte"] {
        let shown = screen.keys(keys).letters();
        assert!(shown.is_ascii(), "{shown}");
    }
}
