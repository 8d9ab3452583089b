//! The room that the reader has, and what it says in it.

use dateline::ui::{layout, state::Focus, update::update, view};

use super::after;
use crate::{coast, fixture::ferries, keys::Screen};

#[test]
fn enter_gives_the_text_the_room() {
    for (width, height) in [(80, 24), (60, 20), (72, 24)] {
        let before = after("j", (width, height));
        let screen = after("j Enter", (width, height));
        assert!(layout::of(&screen.state).timeline.is_empty(), "{width}");
        assert!(screen.state.reader.rows >= before.state.reader.rows);
        assert!(
            screen.state.reader.rows * 5 > usize::from(height) * 2,
            "{}",
            screen.letters()
        );
    }
    // Below 72 columns two panes are one too many.
    assert!(layout::of(&after("j", (60, 20)).state).reader.is_empty());
    assert!(
        !layout::of(&after("j Enter", (120, 30)).state)
            .timeline
            .is_empty()
    );
}

#[test]
fn the_head_has_at_most_five_lines_and_no_word_is_cut_in_silence() {
    for width in [40, 60, 80, 100, 120, 200] {
        for event in 1..24 {
            let mut screen = Screen::new(&coast::timeline(), (width, 30));
            screen.keys(&format!("{event}G Enter"));
            let area = layout::of(&screen.state).reader;
            let regions = view::reader::regions(&screen.state, area);
            assert!(regions.head.height <= 6, "{}", screen.letters());
            let letters = screen.letters();
            for line in letters.lines().filter(|line| line.contains("from “")) {
                assert!(line.contains('”') || line.contains('…'), "{line}");
            }
        }
    }
}

#[test]
fn the_head_of_dated_words_is_about_them() {
    let mut screen = after("j Enter", (120, 30));
    let before = screen.state.event().expect("one").summary.clone();
    screen.keys("e e");
    let walked = screen
        .state
        .reader
        .walked(&screen.state.timeline)
        .expect("words")
        .span;
    let area = layout::of(&screen.state).reader;
    let head = screen.letters();
    let head = head.lines().nth(1).unwrap_or_default();
    let head: String = head.chars().skip(usize::from(area.x)).collect();
    let own = screen.state.timeline.events.iter().find(|event| {
        let mut tellings = event.tellings.iter();
        tellings.any(|told| {
            Some(told.article) == screen.state.reader.article && told.timex.span == walked
        })
    });
    match own {
        Some(event) => assert!(
            head.contains(event.summary.split(' ').next().unwrap()),
            "{head}"
        ),
        None => assert!(!head.contains(&before), "{head}"),
    }
    assert!(
        screen.letters().contains("⏎ its event"),
        "{}",
        screen.letters()
    );
}

#[test]
fn two_steps_lead_from_marked_words_back_to_the_timeline() {
    let mut screen = after("j Enter z e", (120, 30));
    assert!(screen.state.alone && screen.state.reader.word.is_some());
    screen.keys("Esc");
    assert!(screen.state.alone && screen.state.reader.word.is_none());
    screen.keys("Esc");
    assert!(!screen.state.alone);
    assert_eq!(screen.state.focus, Focus::Timeline);
}

#[test]
fn alone_the_reader_keeps_the_evidence_where_there_is_room() {
    let screen = after("j Enter z", (160, 40));
    let layout = layout::of(&screen.state);
    assert!(layout.timeline.is_empty() && !layout.evidence.is_empty());
    assert!(
        layout::of(&after("j Enter z", (100, 30)).state)
            .evidence
            .is_empty()
    );
}

#[test]
fn the_word_at_the_top_stays_through_another_width() {
    use dateline::ui::action::Action;
    let mut screen = Screen::new(&ferries(), (120, 16));
    screen.keys("j Enter j j j j j");
    let top = |screen: &Screen| {
        screen.state.reader.page.rows[screen.state.reader.top]
            .span
            .start
    };
    let before = top(&screen);
    for size in [(200, 16), (90, 16), (120, 16)] {
        update(&mut screen.state, Action::Resize(size.0, size.1));
    }
    assert_eq!(top(&screen), before);
}

#[test]
fn nothing_for_developers_is_shown() {
    for size in [(200, 50), (120, 30), (80, 24)] {
        let letters = after("j Enter", size).letters();
        for word in ["source:", "KNOWN", "¶", "2024-05"] {
            assert!(!letters.contains(word), "{word}\n{letters}");
        }
        assert!(letters.contains("paragraph "), "{letters}");
    }
}

#[test]
fn the_mouse_says_whose_it_is_and_keys_move_the_divider() {
    let mut screen = after("M", (120, 30));
    assert!(screen.letters().contains("the mouse is the terminal’s"));
    screen.keys("M");
    assert!(screen.letters().contains("the mouse points here again"));
    let divider = |screen: &Screen| layout::of(&screen.state).divider.x;
    let before = divider(&screen);
    screen.keys(">");
    assert!(divider(&screen) > before);
    screen.keys("< <");
    assert!(divider(&screen) < before);
}

#[test]
fn the_selected_row_is_marked_by_shape_in_every_focus() {
    for ascii in [false, true] {
        for keys in ["j", "j Enter", "j Enter e"] {
            let mut screen = after(keys, (120, 30));
            screen.state.theme.ascii = ascii;
            let mark = if ascii { '>' } else { '▌' };
            let letters = screen.letters();
            let marked = letters.lines().any(|line| line.starts_with(mark));
            assert!(marked, "{keys}\n{letters}");
        }
    }
}

#[test]
fn the_help_does_not_print_over_itself() {
    for width in [60, 80, 120, 200] {
        let mut screen = after("?", (width, 100));
        screen.keys("list");
        let letters = screen.letters();
        assert!(letters.contains("down, up in the list"), "{letters}");
        assert!(
            letters.contains("Ctrl-j") && letters.contains("Ctrl-k"),
            "{letters}"
        );
    }
}

#[test]
fn a_bullet_stands_before_its_entry() {
    use dateline::{corpus::BlockKind, ui::state::reader::page::Page};
    let blocks = [
        (BlockKind::Paragraph, "•"),
        (BlockKind::Paragraph, "Rates rose on Monday."),
        (BlockKind::Paragraph, "•"),
        (BlockKind::Paragraph, "They fell on Friday."),
    ];
    let article = crate::fixture::article("list.txt", &blocks);
    let page = Page::of(0, &article, 60, false);
    let rows: Vec<&str> = page
        .rows
        .iter()
        .map(|row| row.span.of(&article.text))
        .collect();
    assert!(
        rows[0].starts_with('•') && rows[0].contains("Rates"),
        "{rows:?}"
    );
}
