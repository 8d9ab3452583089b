//! What a verb says of time and what the date does must agree: nobody "will visit" last year.

use chrono::NaiveDate;

use super::{
    super::{clause::is_past, lexicon as lex},
    Governor,
    attachment::Attachment,
};

impl Attachment<'_, '_> {
    /// A date wholly before publication behind a verb of the future: it belongs to a participle
    /// between them, or to nothing that is told.
    pub(super) fn against(&self, published: NaiveDate) -> Option<Governor> {
        let before = self.date.is_some_and(|date| date.last < published);
        let clause = self.clause().words.clone();
        let verb = (clause.start..self.from)
            .rev()
            .find(|&i| self.sentence.finite(i) && !self.reduced(i))?;
        if !before || !self.ahead(verb) {
            return None;
        }
        // "… will receive grants, the council announced on Friday"
        let said = (verb..self.from).any(|i| self.word(i).listed(lex::SAYING))
            && (verb..self.from).any(|i| self.word(i).text == ",");
        if said {
            return None;
        }
        let done = (verb + 2..self.from)
            .rev()
            .find(|&i| self.reduced(i) && is_past(self.word(i).text));
        Some(done.map_or(Governor::None, |i| self.done(i, verb + 2)))
    }

    /// Whether the verb group at `verb` looks ahead: "will", "is going to", "are scheduled to".
    fn ahead(&self, verb: usize) -> bool {
        let word = self.word(verb);
        let next = verb + 1..(verb + 4).min(self.from);
        let going = (next.start + 1..next.end).any(|i| {
            self.word(i).is("to")
                && self.word(i - 1).any(&[
                    "expected",
                    "going",
                    "planned",
                    "planning",
                    "scheduled",
                    "set",
                    "slated",
                ])
        });
        let now = word.any(&[
            "am",
            "are",
            "he's",
            "he’s",
            "i'm",
            "i’m",
            "is",
            "it's",
            "it’s",
            "she's",
            "she’s",
            "they're",
            "they’re",
            "we're",
            "we’re",
            "you're",
            "you’re",
        ]);
        let will = word.any(&[
            "will",
            "won't",
            "won’t",
            "i'll",
            "i’ll",
            "we'll",
            "we’ll",
            "they'll",
            "they’ll",
        ]);
        will || now && going
    }
}
