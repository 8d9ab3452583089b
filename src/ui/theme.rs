//! Roles, not colours: every style on the screen is asked for by what it is for.

use ratatui::style::{Color, Modifier, Style};

/// What a style is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// Titles, day events, what stands out.
    Strong,
    /// Dates, marks, second lines: what steps back.
    Dim,
    /// The selected event, its words in the text, its place on the scrubber.
    Accent,
    /// The accent on what is no word: ▌ where the focus is, the bar beside the evidence, ▲.
    Bar,
    /// Dated words that are not the evidence.
    Dated,
    /// Letters that a search matched.
    Hit,
    /// The selected row of a list.
    Selected,
    /// Hairlines, rules, gap rows.
    Rule,
    /// What went wrong.
    Warning,
}

/// How many colours there are to paint with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Palette {
    /// The terminal's own 16 colours.
    #[default]
    Terminal,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// Bold, dim, reverse and underline alone.
    Mono,
}

/// Palette and marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Theme {
    /// How many colours there are to paint with.
    pub palette: Palette,
    /// Whether marks are drawn in ASCII, for locales that are not UTF-8.
    pub ascii: bool,
}

impl Theme {
    /// The style for a role.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        if let Some(colour) = self.colour(role) {
            return colour;
        }
        match role {
            Role::Text => plain,
            Role::Strong | Role::Warning => plain.add_modifier(Modifier::BOLD),
            Role::Dim | Role::Rule => plain.add_modifier(Modifier::DIM),
            // Without colours the bar beside it marks what is selected: underlined is what is
            // dated, reversed what was looked for.
            Role::Accent | Role::Bar if self.palette == Palette::Mono => {
                plain.add_modifier(Modifier::BOLD)
            }
            Role::Hit if self.palette == Palette::Mono => plain.add_modifier(Modifier::REVERSED),
            Role::Accent | Role::Bar => plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            Role::Dated => plain.add_modifier(Modifier::UNDERLINED),
            Role::Hit => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Role::Selected => plain.add_modifier(Modifier::REVERSED),
        }
    }

    /// What the palettes for a known background paint otherwise than the terminal's own colours:
    /// greys that are read (4.5:1 for words) where "dim" may be anything.
    fn colour(self, role: Role) -> Option<Style> {
        let (dim, line, accent) = match self.palette {
            Palette::Terminal | Palette::Mono => return None,
            Palette::Dark => (246, 240, 109),
            Palette::Light => (242, 249, 24),
        };
        let painted = |colour| Style::new().fg(Color::Indexed(colour));
        match role {
            Role::Dim => Some(painted(dim)),
            Role::Rule => Some(painted(line)),
            Role::Accent | Role::Bar => Some(painted(accent).add_modifier(Modifier::BOLD)),
            _ => None,
        }
    }
}
