//! Sentences as the tagger needs them: runs of tokens that an expression or a clause stays within.
//!
//! This is rougher than `text::sentence`, and cheaper: it fills a buffer of fixed size from the
//! token stream, so that tagging allocates nothing where nothing is found.

use super::lexicon::{Word, look_up};
use super::recognize::Tok;
use crate::text::token::{Gap, Kind, Token, Tokens, pack};

/// The longest sentence, in tokens; a longer one is cut.
pub(super) const SENTENCE: usize = 384;

/// A text, sentence by sentence.
pub(super) struct Sentences<'t> {
    text: &'t str,
    tokens: Tokens<'t>,
    /// The first token of the next sentence, already read.
    ahead: Option<Token>,
}

impl<'t> Sentences<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self {
            text,
            tokens: Tokens::new(text),
            ahead: None,
        }
    }

    /// Fills `buffer` with the next sentence: its length, and whether a paragraph begins with it.
    pub(super) fn next(&mut self, buffer: &mut [Tok; SENTENCE]) -> Option<(usize, bool)> {
        // Each token is written where it is to stand: it is too large to be handed about.
        let first = &mut buffer[0];
        match self.ahead.take() {
            Some(token) => first.token = token,
            None if !self.tokens.read(&mut first.token) => return None,
            None => {}
        }
        first.word = look_up(&first.token);
        let paragraph = first.token.gap >= Gap::Line;
        let mut len = 1;
        while len < SENTENCE && self.tokens.read(&mut buffer[len].token) {
            let next = &buffer[len].token;
            if next.gap == Gap::Blank
                || (next.gap >= Gap::Space
                    && self.stops(&buffer[..len])
                    && self.opens(next)
                    && !continues(&buffer[..len], next))
            {
                self.ahead = Some(*next);
                break;
            }
            let tok = &mut buffer[len];
            tok.word = look_up(&tok.token);
            len += 1;
        }
        Some((len, paragraph))
    }

    /// Whether the tokens so far end like a sentence.
    fn stops(&self, toks: &[Tok]) -> bool {
        let mut end = toks.len();
        let least = end.saturating_sub(4);
        while end > least
            && end > 0
            && matches!(
                toks[end - 1].token.kind,
                Kind::Mark(b'"' | b'\'' | b')' | b']')
            )
        {
            end -= 1;
        }
        let Some(mark) = toks[..end].last() else {
            return false;
        };
        match mark.token.kind {
            Kind::Mark(b'!' | b'?') => true,
            Kind::Mark(b'.') => !self.abbreviation(&toks[..end - 1]),
            _ => false,
        }
    }

    /// Whether the stop behind `toks` belongs to an abbreviation.
    fn abbreviation(&self, toks: &[Tok]) -> bool {
        let Some(last) = toks.last() else {
            return false;
        };
        let text = last.token.span.of(self.text);
        match last.word {
            Word::MonthShort(_) | Word::WeekdayShort(_) => {
                return last.token.capital && text.len() <= 5;
            }
            _ => {}
        }
        // An initial or a dotted abbreviation; "a.m." and "p.m." may end a sentence.
        if last.token.kind == Kind::Word && text.len() == 1 {
            return !matches!(text, "m" | "M");
        }
        matches!(
            text,
            "Mr" | "Mrs"
                | "Ms"
                | "Dr"
                | "St"
                | "Gen"
                | "Gov"
                | "Sen"
                | "Rep"
                | "Lt"
                | "Col"
                | "Sgt"
                | "Capt"
                | "Prof"
                | "Rev"
                | "No"
                | "Nos"
                | "vs"
                | "etc"
                | "Jr"
                | "Sr"
                | "Inc"
                | "Co"
                | "Corp"
                | "Ltd"
                | "ca"
                | "approx"
                | "Adm"
                | "Maj"
        )
    }

    /// Whether `token` can begin a sentence.
    fn opens(&self, token: &Token) -> bool {
        token.gap >= Gap::Space
            && match token.kind {
                Kind::Word | Kind::Foreign => token.capital || !token.span.of(self.text).is_ascii(),
                Kind::Number | Kind::Other => true,
                Kind::Mark(mark) => matches!(mark, b'"' | b'\'' | b'(' | b'[' | b'-' | b'*' | b'`'),
            }
    }
}

/// Whether `next` goes on from "a.m." or "p.m." with a day, a date or a zone.
fn continues(toks: &[Tok], next: &Token) -> bool {
    const NUMBERED: [u128; 5] = [
        pack("art"),
        pack("para"),
        pack("sec"),
        pack("secs"),
        pack("vol"),
    ];
    let n = toks.len();
    let half = n > 3
        && toks[n - 2].token.span.len() == 1
        && toks[n - 2].token.key == u128::from(b'm')
        && toks[n - 3].token.kind == Kind::Mark(b'.');
    // "sec. 1988", "art. 5": what is numbered goes on.
    if n > 1 && next.kind == Kind::Number && NUMBERED.contains(&toks[n - 2].token.key) {
        return true;
    }
    // "2025. 6. 24.": a dotted date goes on.
    let dotted = n > 1
        && toks[n - 2].token.kind == Kind::Number
        && next.kind == Kind::Number
        && next.span.len() <= 2
        && next.gap < Gap::Blank;
    if dotted || half && matches!(next.kind, Kind::Mark(b'(' | b'-')) {
        return true;
    }
    let zone = [
        pack("eastern"),
        pack("pacific"),
        pack("central"),
        pack("mountain"),
        pack("greenwich"),
    ];
    half && next.gap < Gap::Blank
        && (zone.contains(&next.key)
            || matches!(
                look_up(next),
                Word::Weekday(_)
                    | Word::WeekdayShort(_)
                    | Word::Month(_)
                    | Word::MonthShort(_)
                    | Word::May
                    | Word::Zone
            ))
}
