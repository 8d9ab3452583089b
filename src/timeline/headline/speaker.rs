//! Who says "I": the one whom the label of a transcript names ("MS. HALE:"), else the one in whose
//! name the whole text stands ("Remarks by Mayor Hale").

use super::{
    super::{clause::is_past, lexicon as lex},
    Maker, Piece,
    line::capitalised,
};

/// How far back, in bytes, the label of the one who speaks may stand.
const FAR: usize = 8_000;

/// How far back, in bytes, a quotation may begin.
const QUOTED: usize = 1_000;

/// The longest label, in bytes.
const LABEL: usize = 48;

/// Labels of nobody in particular.
const NOBODY: &[&str] = &[
    "AUDIENCE",
    "AUDIENCE MEMBER",
    "MODERATOR",
    "OPERATOR",
    "PARTICIPANT",
    "PARTICIPANTS",
    "PRESS",
    "Q",
    "QUESTION",
    "REPORTER",
    "STAFF",
];

/// What the line could not say of the one whom it names.
const OWN: &[&str] = &[
    "i", "i'd", "i'll", "i'm", "i've", "i’d", "i’ll", "i’m", "i’ve", "me", "mine", "my", "myself",
    "our", "ours", "us", "we", "we're", "we’re", "you", "your",
];

impl<'t> Maker<'_, 't> {
    /// "I met the governors" → "Hale met the governors", where the text shows who speaks.
    pub(super) fn name_speaker(&self, pieces: &mut Vec<Piece<'t>>) {
        let [first, next, rest @ ..] = &pieces[..] else {
            return;
        };
        let own = |p: &Piece<'_>| p.put.is_none() && p.word.any(OWN);
        if first.put.is_some() || next.put.is_some() || rest.len() < 2 || rest.iter().any(own) {
            return;
        }
        let (count, verb) = match first.word.text.to_lowercase().replace('\'', "’").as_str() {
            "i" => match next.word.text {
                "am" => (2, " is"),
                "have" => (2, " has"),
                "will" => (2, " to"),
                "was" | "had" | "did" => (1, ""),
                text if is_past(text) => (1, ""),
                _ => return,
            },
            "i’m" => (1, " is"),
            "i’ve" => (1, " has"),
            "i’ll" => (1, " to"),
            _ => return,
        };
        if let Some(name) = self.speaker(first.word.span.start) {
            pieces.drain(1..count);
            pieces[0].put = Some(format!("{name}{verb}"));
        }
    }

    /// Drops the label of the one who speaks: "MS. HALE: So, we met …".
    pub(super) fn drop_label(&self, pieces: &mut Vec<Piece<'t>>) {
        let Some(first) = pieces.first() else { return };
        let start = first.word.span.start;
        let line = &self.sentence.text[start..self.sentence.span.end.max(start)];
        if label(line).is_some_and(|label| label != "Q")
            && let Some(colon) = pieces.iter().take(12).position(|p| p.text() == ":")
            && pieces.len() - colon > 3
        {
            pieces.drain(..=colon);
        }
        // "the minister was asked — MS. HALE: Yeah": somebody else goes on.
        let turn = (4..pieces.len().saturating_sub(2)).find(|&i| {
            matches!(pieces[i].text(), "—" | "–") && {
                let next = pieces[i + 1].word.span.start;
                self.sentence
                    .text
                    .get(next..self.sentence.span.end)
                    .is_some_and(|rest| label(rest).is_some())
            }
        });
        if let Some(turn) = turn {
            pieces.truncate(turn);
        }
    }

    /// Who says what stands at `offset`.
    fn speaker(&self, offset: usize) -> Option<String> {
        let text = self.sentence.text;
        let back = |far: usize| {
            let mut from = offset.saturating_sub(far);
            while !text.is_char_boundary(from) {
                from += 1;
            }
            &text[from..offset]
        };
        // What is quoted was said by somebody else.
        let said = back(QUOTED);
        let paragraph = &said[said.rfind('\n').map_or(0, |at| at + 1)..];
        let marks = |mark| paragraph.matches(mark).count();
        if marks('“') > marks('”') || marks('"') % 2 == 1 {
            return None;
        }
        for line in back(FAR).rsplit('\n') {
            if let Some(label) = label(line) {
                return self.labelled(label);
            }
        }
        self.cast.author.clone()
    }

    /// Whom the label of a transcript names.
    fn labelled(&self, label: &str) -> Option<String> {
        if NOBODY.contains(&label) {
            return None;
        }
        // "THE PRESIDENT:" is the one whose remarks they are; others are named who bear the title.
        if label.starts_with("THE ") {
            return self.cast.author.clone();
        }
        let mut words = label.split_whitespace();
        let family = words.next_back()?;
        let titled = words.next().is_some();
        match self.cast.of_family(family) {
            // Of a family of which several are named, the label says no more than the name.
            Some((person, several)) if several || person.name.to_uppercase() == person.name => {
                Some(capitalised(family.to_lowercase()))
            }
            Some((person, _)) => Some(person.name.clone()),
            // "SENIOR ADMINISTRATION OFFICIAL"
            None if titled && lex::TITLES.has(&family.to_lowercase()) => {
                Some(capitalised(label.to_lowercase()))
            }
            None => None,
        }
    }
}

/// The label at the head of a line: "MS. HALE: Good morning", "Q   Thank you".
fn label(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['*', '_', ' ', '\u{a0}', '\t']);
    if line.strip_prefix('Q').is_some_and(|rest| {
        rest.starts_with(['\u{a0}', '\t', ':']) || rest.starts_with("  ") || rest.starts_with(" (")
    }) {
        return Some("Q");
    }
    let end = line.bytes().take(LABEL).position(|b| b == b':')?;
    let label = line[..end].trim_end_matches(['*', '_', ' ']);
    let letters = label.chars().filter(|c| c.is_alphabetic()).count();
    let capital = label
        .chars()
        .all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '’' | '\'' | '\u{a0}'));
    // "MEMORANDUM FOR THE SECRETARY", "SUBJECT: …" head a letter, not what somebody says.
    let letter = label
        .split_whitespace()
        .any(|word| matches!(word, "FOR" | "FROM" | "SUBJECT" | "TO" | "RE" | "DATE"));
    (letters > 2 && capital && !letter).then_some(label)
}
