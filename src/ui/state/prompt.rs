//! A line that is being typed.

use crate::ui::action::Action;

/// The longest text a prompt takes, in characters: a pasted page is no query.
const LONGEST: usize = 500;

/// A line that is being typed, with what was wrong with the last try.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// What was typed.
    pub text: String,
    /// Why the last try did not go through, in one line.
    pub trouble: Option<String>,
}

impl Prompt {
    /// Takes an action that types or deletes; false where it is another action.
    pub fn edit(&mut self, action: &Action) -> bool {
        match action {
            Action::Type(letter) => self.add(*letter),
            Action::Paste(text) => text.chars().for_each(|letter| self.add(letter)),
            Action::Backspace => {
                self.text.pop();
            }
            Action::DeleteWord => {
                let kept = self.text.trim_end();
                let end = kept.rfind(char::is_whitespace).map_or(0, |at| {
                    at + kept[at..].chars().next().map_or(0, char::len_utf8)
                });
                self.text.truncate(end);
            }
            Action::DeleteAll => self.text.clear(),
            _ => return false,
        }
        self.trouble = None;
        true
    }

    fn add(&mut self, letter: char) {
        // A pasted line break is a space: there is one line.
        let letter = if letter.is_control() { ' ' } else { letter };
        if self.text.chars().count() < LONGEST {
            self.text.push(letter);
        }
    }
}
