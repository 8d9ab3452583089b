//! A line that is being typed.

use unicode_segmentation::UnicodeSegmentation;

use crate::{search::query::MOST_LETTERS, text::clean, ui::action::Action};

/// The longest text a prompt takes, in characters: a pasted page is no query.
const LONGEST: usize = MOST_LETTERS;

/// A line that is being typed, with what was wrong with the last try.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// What was typed.
    pub text: String,
    /// Why the last try did not go through, in one line.
    pub trouble: Option<String>,
    /// The bytes of `text` after the cursor: none while one types on.
    after: usize,
}

impl Prompt {
    /// A prompt that opens with `text`, the cursor at its end.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut prompt = Self::default();
        prompt.insert(text);
        prompt
    }

    /// Takes an action that types, deletes or moves the cursor; false where it is another action.
    pub fn edit(&mut self, action: &Action) -> bool {
        self.trouble = match action {
            Action::Type(letter) => self.insert(letter.encode_utf8(&mut [0; 4])),
            Action::Paste(text) => self.insert(text),
            Action::Backspace => self.delete(self.before(1)),
            Action::DeleteWord => self.delete(self.word()),
            Action::DeleteAll => self.delete(0),
            Action::Cursor(by) => {
                self.travel(*by);
                None
            }
            _ => return false,
        };
        true
    }

    /// The byte of `text` that the cursor stands before.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.text.len().saturating_sub(self.after)
    }

    /// What is seen of the prompt in so many columns, and the column of the cursor:
    /// the beginning, or as much before the cursor as there is room for.
    #[must_use]
    pub fn seen(&self, columns: usize) -> (String, usize) {
        let head = &self.text[..self.cursor()];
        let mut from = 0;
        // The cursor itself takes a column.
        let mut used = clean::width(head) + 1;
        for (at, grapheme) in head.grapheme_indices(true) {
            if used <= columns {
                break;
            }
            used -= clean::width(grapheme).min(used - 1);
            from = at + grapheme.len();
        }
        let mut seen = String::new();
        let mut room = columns;
        for grapheme in self.text[from..].graphemes(true) {
            let width = clean::width(grapheme);
            if width > room {
                break;
            }
            room -= width;
            seen.push_str(grapheme);
        }
        (seen, used.saturating_sub(1).min(columns.saturating_sub(1)))
    }

    /// Puts `text` in at the cursor, on one line; says so where it was cut.
    fn insert(&mut self, text: &str) -> Option<String> {
        let room = LONGEST.saturating_sub(self.text.chars().count());
        let mut letters = text.chars();
        let taken: String = letters.by_ref().take(room).collect();
        self.text.insert_str(self.cursor(), &clean::clean(&taken));
        let cut = letters.next().is_some();
        cut.then(|| format!("cut to {LONGEST} characters"))
    }

    /// Deletes from `start` to the cursor.
    fn delete(&mut self, start: usize) -> Option<String> {
        let cursor = self.cursor();
        self.text.replace_range(start.min(cursor)..cursor, "");
        None
    }

    /// The place `letters` graphemes before the cursor.
    fn before(&self, letters: usize) -> usize {
        let head = &self.text[..self.cursor()];
        let mut starts = head.grapheme_indices(true).rev();
        match letters.checked_sub(1) {
            None => head.len(),
            Some(skip) => starts.nth(skip).map_or(0, |(at, _)| at),
        }
    }

    /// The start of the word before the cursor.
    fn word(&self) -> usize {
        let head = self.text[..self.cursor()].trim_end();
        let space = head.char_indices().rev().find(|(_, c)| c.is_whitespace());
        space.map_or(0, |(at, c)| at + c.len_utf8())
    }

    /// Moves the cursor by so many letters.
    fn travel(&mut self, by: i32) {
        let to = if by < 0 {
            self.before(by.unsigned_abs() as usize)
        } else {
            let tail = &self.text[self.cursor()..];
            let next = tail.grapheme_indices(true).nth(by as usize);
            next.map_or(self.text.len(), |(at, _)| self.cursor() + at)
        };
        self.after = self.text.len() - to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_in_at_the_cursor() {
        let mut prompt = Prompt::of("Rute");
        assert!(prompt.edit(&Action::Cursor(-1)));
        assert!(prompt.edit(&Action::Type('t')));
        assert_eq!(prompt.text, "Rutte");
        assert!(prompt.edit(&Action::Cursor(i32::MIN)));
        assert!(prompt.edit(&Action::Paste("Mark\n".into())));
        assert_eq!((prompt.text.as_str(), prompt.cursor()), ("Mark Rutte", 5));
        assert!(prompt.edit(&Action::DeleteWord));
        assert_eq!(prompt.text, "Rutte");
        assert!(!prompt.edit(&Action::Top));
    }

    #[test]
    fn a_pasted_book_is_cut() {
        let mut prompt = Prompt::default();
        prompt.edit(&Action::Paste("x".repeat(10_000_000)));
        assert_eq!(prompt.text.len(), LONGEST);
        assert!(prompt.trouble.is_some());
    }

    #[test]
    fn the_cursor_stays_in_sight() {
        let mut prompt = Prompt::of("나토 정상회의");
        assert_eq!(prompt.seen(6), ("회의".into(), 4));
        prompt.edit(&Action::Cursor(i32::MIN));
        assert_eq!(prompt.seen(6), ("나토 ".into(), 0));
        prompt.edit(&Action::Cursor(1));
        prompt.edit(&Action::Backspace);
        assert_eq!(prompt.text, "토 정상회의");
    }
}
