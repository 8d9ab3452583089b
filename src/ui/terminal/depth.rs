//! How many colours the terminal has, and the nearest one it has.

use ratatui::{buffer::Buffer, style::Color};

/// How many colours the terminal has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Depth {
    /// None: every colour is left out.
    None,
    /// The terminal's own 16.
    Sixteen,
    /// xterm's 256.
    #[default]
    Indexed,
    /// 24 bits.
    True,
}

/// xterm's levels of a colour cube's edge.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// xterm's default values of the 16 colours, in the order of their numbers.
const SIXTEEN: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

impl Depth {
    /// What `TERM` and `COLORTERM` promise.
    #[must_use]
    pub fn of(term: &str, colorterm: &str) -> Self {
        if matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct") {
            Self::True
        } else if term.contains("256") {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }

    /// The nearest colour that the terminal has.
    ///
    /// ```
    /// use dateline::ui::terminal::depth::Depth;
    /// use ratatui::style::Color;
    /// assert_eq!(Depth::Indexed.nearest(Color::Rgb(255, 175, 0)), Color::Indexed(214));
    /// assert_eq!(Depth::Sixteen.nearest(Color::Rgb(250, 10, 10)), Color::LightRed);
    /// assert_eq!(Depth::None.nearest(Color::Cyan), Color::Reset);
    /// ```
    #[must_use]
    pub fn nearest(self, colour: Color) -> Color {
        match (self, colour) {
            (_, Color::Reset) | (Self::None, _) => Color::Reset,
            (Self::Indexed, Color::Rgb(r, g, b)) => Color::Indexed(index([r, g, b])),
            (Self::Sixteen, Color::Rgb(r, g, b)) => sixteen([r, g, b]),
            (Self::Sixteen, Color::Indexed(n)) => sixteen(value(n)),
            _ => colour,
        }
    }

    /// Gives every cell a colour that the terminal has.
    pub fn reduce(self, buffer: &mut Buffer) {
        if self == Self::True {
            return;
        }
        for cell in &mut buffer.content {
            for colour in [&mut cell.fg, &mut cell.bg] {
                // Most cells have no colour of their own.
                if *colour != Color::Reset {
                    *colour = self.nearest(*colour);
                }
            }
        }
    }
}

/// The square of the distance between two colours.
fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    a.iter()
        .zip(b)
        .map(|(a, b)| u32::from(a.abs_diff(b)).pow(2))
        .sum()
}

/// The nearest of xterm's cube and greys.
fn index(colour: [u8; 3]) -> u8 {
    (16..=255)
        .min_by_key(|n| distance(value(*n), colour))
        .unwrap_or(15)
}

/// The nearest of the 16.
fn sixteen(colour: [u8; 3]) -> Color {
    SIXTEEN
        .iter()
        .min_by_key(|(_, value)| distance(*value, colour))
        .map_or(Color::Reset, |(colour, _)| *colour)
}

/// What xterm shows for colour `n` of its 256.
fn value(n: u8) -> [u8; 3] {
    match n {
        0..=15 => SIXTEEN[usize::from(n)].1,
        16..=231 => {
            let n = usize::from(n - 16);
            [LEVELS[n / 36], LEVELS[n / 6 % 6], LEVELS[n % 6]]
        }
        232..=255 => [8 + (n - 232) * 10; 3],
    }
}
