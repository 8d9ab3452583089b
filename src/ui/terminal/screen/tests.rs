//! A terminal that takes letters for wider or narrower than we do.

use ratatui::style::Style;
use vte::Perform;

use super::*;

/// Letters that terminals disagree on: tone marks, skin tones, selectors, keycaps, flags,
/// families, conjoining letters, sound marks, new emoji.
const DISPUTED: [&str; 10] = [
    "a\u{302e}",
    "👍\u{1f3fd}",
    "✈\u{fe0f}",
    "1\u{fe0f}\u{20e3}",
    "🇰🇷",
    "👩\u{200d}👧",
    "\u{1112}\u{1161}",
    "ｶ\u{ff9e}",
    "e\u{301}\u{302}",
    "\u{1fae9}",
];

/// A screen on which every character outside of ASCII takes `width` columns of its own.
struct Terminal {
    cells: Vec<Vec<char>>,
    place: (usize, usize),
    width: usize,
}

impl Terminal {
    fn new(columns: usize, rows: usize, width: usize) -> Self {
        Self {
            cells: vec![vec![' '; columns]; rows],
            place: (0, 0),
            width,
        }
    }
}

impl Perform for Terminal {
    fn print(&mut self, letter: char) {
        let width = if letter.is_ascii() { 1 } else { self.width };
        let (x, y) = self.place;
        let row = &mut self.cells[y];
        for at in x..(x + width).min(row.len()) {
            row[at] = if at == x { letter } else { '_' };
        }
        // Without wrap the cursor stays in the last column.
        self.place.0 = (x + width).min(row.len() - 1);
    }

    fn csi_dispatch(&mut self, params: &vte::Params, _: &[u8], _: bool, action: char) {
        if action == 'H' {
            let mut numbers = params.iter().map(|param| usize::from(param[0]));
            let (y, x) = (numbers.next().unwrap_or(1), numbers.next().unwrap_or(1));
            self.place = (x - 1, y - 1);
        }
    }
}

/// What a frame changes on a screen, as [`Screen::draw`] writes it.
fn change(terminal: &mut Terminal, before: &Buffer, after: &Buffer) {
    let mut bytes = Vec::new();
    write(&mut bytes, &with_rest_of_rows(after, before.diff(after))).expect("memory");
    vte::Parser::new().advance(terminal, &bytes);
}

#[test]
fn a_letter_of_another_width_moves_nothing() {
    let area = Rect::new(0, 0, 40, 3);
    let empty = Buffer::empty(area);
    for letter in DISPUTED {
        for width in 0..=3 {
            let mut terminal = Terminal::new(40, 3, width);
            // Many of them, a border behind them, and plain text below.
            let mut frame = Buffer::empty(area);
            frame.set_string(1, 0, letter.repeat(5), Style::new());
            frame.set_string(30, 0, "|border", Style::new());
            frame.set_string(0, 1, "plain", Style::new());
            change(&mut terminal, &empty, &frame);
            // Then one of them changes, and the border does not.
            let mut next = frame.clone();
            next.set_string(1, 0, "x".repeat(20), Style::new());
            next.set_string(26, 0, letter, Style::new());
            change(&mut terminal, &frame, &next);
            let row = |y: usize| terminal.cells[y].iter().collect::<String>();
            assert_eq!(
                &row(0)[row(0).len() - 10..],
                "|border   ",
                "{letter:?} as {width}"
            );
            assert!(
                row(0).starts_with(" xxxx"),
                "{letter:?} as {width}: {}",
                row(0)
            );
            assert_eq!(row(1).trim_end(), "plain", "{letter:?} as {width}");
            assert_eq!(row(2).trim_end(), "", "{letter:?} as {width}");
        }
    }
}

#[test]
fn letters_of_one_width_cost_no_jump() {
    for text in [
        "NATO – “나토” čeština …",
        "Привет, Ελλάδα",
        "漢字かな、",
        "●◐○━┊│▁█",
    ] {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        buffer.set_string(0, 0, text, Style::new());
        let empty = Buffer::empty(buffer.area);
        let mut bytes = Vec::new();
        let changes: Vec<_> = empty.diff(&buffer);
        assert!(
            !changes.iter().any(|(.., cell)| disputed(cell.symbol())),
            "{text}"
        );
        write(&mut bytes, &changes).expect("memory");
    }
}

#[test]
fn the_sixteen_colours_have_codes_of_their_own() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 1));
    buffer[(0, 0)]
        .set_symbol("a")
        .set_fg(Color::Cyan)
        .set_bg(Color::White);
    buffer[(1, 0)]
        .set_symbol("b")
        .set_fg(Color::Indexed(109))
        .set_bg(Color::Rgb(1, 2, 3));
    let mut bytes = Vec::new();
    write(&mut bytes, &whole(&buffer)).expect("memory");
    let written = String::from_utf8(bytes).expect("text");
    let wanted = "\x1b[1;1H\x1b[36m\x1b[107ma\x1b[0m\x1b[38;5;109m\x1b[48;2;1;2;3mb\x1b[0m";
    assert_eq!(written, wanted);
}
