//! English words as the treebanks divide them, made from the tokens of [`crate::text::token`].
//!
//! Those split at every mark; here what is one word is joined again ("U.S.", "5.2", "Ph.D.",
//! "2nd", an address), and contractions are divided between their words ("do" + "n't",
//! "Friday" + "'s"). Hyphens divide ("two-year" is three tokens) but after a prefix ("anti-war").

use crate::text::{
    Span,
    sentence::is_abbreviation,
    token::{Gap, Kind, Token, Tokens, pack},
};

/// A reader of the tokens of one stretch of text.
struct Joiner<'t> {
    text: &'t str,
    /// Where the stretch begins in the text.
    base: usize,
    found: Vec<Span>,
}

/// The words of the part `within` of `text`, at most `most` of them. What stands in one of
/// `whole` (sorted, disjoint) is one word.
pub(crate) fn tokens(text: &str, within: Span, whole: &[Span], most: usize) -> Vec<Span> {
    let mut joiner = Joiner {
        text,
        base: within.start,
        found: Vec::new(),
    };
    let mut whole = whole
        .iter()
        .copied()
        .filter(|span| within.contains(*span) && span.fits(text));
    let mut next_whole = whole.next();
    let mut chunk: Vec<Token> = Vec::new();
    let mut skip_to = 0;
    for mut token in Tokens::new(within.of(text)) {
        let at = within.start + token.span.start;
        if at < skip_to {
            continue;
        }
        if let Some(span) = next_whole.filter(|span| span.start <= at) {
            joiner.chunk(&chunk);
            chunk.clear();
            joiner.found.push(span);
            skip_to = span.end;
            next_whole = whole.find(|next| next.start >= span.end);
            if at < skip_to {
                continue;
            }
        }
        if token.gap != Gap::None {
            joiner.chunk(&chunk);
            chunk.clear();
        }
        if joiner.found.len() >= most {
            joiner.found.truncate(most);
            return joiner.found;
        }
        // A run of letters without end is cut, so that no chunk is long.
        if chunk.len() == LONGEST_CHUNK {
            joiner.chunk(&chunk);
            chunk.clear();
        }
        if let Some(span) = next_whole {
            let end = within.start + token.span.end;
            if span.start < end {
                // A date that begins inside a token: what stands before it is a word of its own.
                token.span.end = span.start - within.start;
            }
        }
        chunk.push(token);
    }
    joiner.chunk(&chunk);
    joiner.found.truncate(most);
    joiner.found
}

/// The most tokens without white space between them that are looked at together.
const LONGEST_CHUNK: usize = 64;

impl Joiner<'_> {
    fn text(&self, token: &Token) -> &str {
        let span = Span::new(self.base + token.span.start, self.base + token.span.end);
        span.of(self.text)
    }

    /// Adds the bytes `start..end` of the stretch as a word.
    fn push(&mut self, start: usize, end: usize) {
        if start < end {
            self.found
                .push(Span::new(self.base + start, self.base + end));
        }
    }

    /// Adds the words of `chunk`, tokens that no white space divides.
    fn chunk(&mut self, chunk: &[Token]) {
        let (Some(first), Some(last)) = (chunk.first(), chunk.last()) else {
            return;
        };
        if is_address(chunk) {
            let tail = chunk.iter().rev().take_while(|t| is_tail(t)).count();
            let end = chunk[chunk.len() - 1 - tail.min(chunk.len() - 1)].span.end;
            self.push(first.span.start, end);
            for token in &chunk[chunk.len() - tail..] {
                self.push(token.span.start, token.span.end);
            }
            return;
        }
        // "cannot" is two words.
        if chunk.len() == 1 && first.key == pack("cannot") {
            self.push(first.span.start, first.span.start + 3);
            self.push(first.span.start + 3, first.span.end);
            return;
        }
        let mut start = first.span.start;
        for at in 1..chunk.len() {
            if let Some(divide) = self.divides(chunk, at) {
                self.push(start, divide);
                start = divide;
            }
        }
        self.push(start, last.span.end);
    }

    /// Where a word ends between `chunk[at - 1]` and `chunk[at]`, if one does.
    fn divides(&self, chunk: &[Token], at: usize) -> Option<usize> {
        let (last, token) = (&chunk[at - 1], &chunk[at]);
        let here = Some(token.span.start);
        let next = chunk.get(at + 1);
        let lettered = |t: &Token| matches!(t.kind, Kind::Word | Kind::Foreign);
        let alnum = |t: &Token| lettered(t) || t.kind == Kind::Number;
        // Letters and digits join, but for a unit: "2nd", "G7", "5 km".
        if alnum(last) && alnum(token) {
            let unit = last.kind == Kind::Number && UNITS.contains(&token.key);
            return unit.then_some(token.span.start);
        }
        match (last.kind, token.kind) {
            // Runs of one mark: "...", "--".
            (Kind::Mark(a @ (b'.' | b'-' | b'*' | b'!' | b'?')), Kind::Mark(b)) if a == b => None,
            (_, Kind::Mark(b'\'')) => self.apostrophe(chunk, at),
            (Kind::Mark(b'\''), _) => Self::after_apostrophe(chunk, at),
            (_, Kind::Mark(b'.')) if alnum(last) => match next {
                Some(next) if alnum(next) => None,
                _ => (!self.abbreviated(chunk, at)).then_some(token.span.start),
            },
            (Kind::Mark(b'.'), _) if at >= 2 && alnum(&chunk[at - 2]) && alnum(token) => None,
            (Kind::Mark(b'.'), Kind::Number) => None,
            (_, Kind::Mark(b',' | b':')) if last.kind == Kind::Number => match next {
                Some(next) if next.kind == Kind::Number => None,
                _ => here,
            },
            (Kind::Mark(b',' | b':'), Kind::Number) if at >= 2 => {
                (chunk[at - 2].kind != Kind::Number).then_some(token.span.start)
            }
            (_, Kind::Mark(b'/')) | (Kind::Mark(b'/'), _) => {
                (!is_slashed_date(chunk)).then_some(token.span.start)
            }
            (_, Kind::Mark(b'-')) => (!self.hyphen_joins(chunk, at)).then_some(token.span.start),
            (Kind::Mark(b'-'), _) => {
                (!self.hyphen_joins(chunk, at - 1)).then_some(token.span.start)
            }
            // "AT&T", "R&D", "a_b", "C++", "~50", "@name", "Q=1".
            (_, Kind::Mark(b'&' | b'_' | b'=' | b'~' | b'@' | b'|' | b'\\' | b'^' | b'+'))
            | (Kind::Mark(b'&' | b'_' | b'=' | b'~' | b'@' | b'|' | b'\\' | b'^' | b'+'), _) => {
                None
            }
            _ => here,
        }
    }

    /// Where a word ends at the apostrophe `chunk[at]`: before the "n" of "n't", before "'s".
    fn apostrophe(&self, chunk: &[Token], at: usize) -> Option<usize> {
        let (last, token) = (&chunk[at - 1], &chunk[at]);
        let here = Some(token.span.start);
        let Some(next) = chunk.get(at + 1) else {
            return here;
        };
        let word = self.text(last);
        if next.key == pack("t") && word.ends_with(['n', 'N']) {
            let divide = last.span.end - 1;
            return (word.len() > 1 || at > 1).then_some(divide);
        }
        match next.kind {
            Kind::Word if CLITICS.contains(&next.key) => here,
            // "O'Brien", "d'Estaing".
            Kind::Word | Kind::Foreign if last.kind == Kind::Word || last.kind == Kind::Foreign => {
                None
            }
            _ => here,
        }
    }

    /// Where a word ends after the apostrophe `chunk[at - 1]`.
    fn after_apostrophe(chunk: &[Token], at: usize) -> Option<usize> {
        let token = &chunk[at];
        let here = Some(token.span.start);
        let joined = match token.kind {
            // "'90s".
            Kind::Number => at == 1,
            Kind::Word | Kind::Foreign if at >= 2 => {
                let before = &chunk[at - 2];
                matches!(before.kind, Kind::Word | Kind::Foreign)
                    || before.kind == Kind::Number && CLITICS.contains(&token.key)
                    || before.kind == Kind::Mark(b'.') && CLITICS.contains(&token.key)
                    || CLITICS.contains(&token.key) && chunk.len() == at + 1
            }
            // "'s" that stands alone.
            Kind::Word => chunk.len() == 2 && CLITICS.contains(&token.key),
            _ => false,
        };
        if joined { None } else { here }
    }

    /// Whether the full stop `chunk[at]` belongs to the word before it.
    fn abbreviated(&self, chunk: &[Token], at: usize) -> bool {
        let start = (0..at)
            .rev()
            .take_while(|i| {
                matches!(
                    chunk[*i].kind,
                    Kind::Word | Kind::Foreign | Kind::Mark(b'.' | b'&')
                )
            })
            .last();
        let Some(start) = start else {
            return false;
        };
        let body = Span::new(
            self.base + chunk[start].span.start,
            self.base + chunk[at - 1].span.end,
        );
        let body = body.of(self.text);
        let single =
            |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
        if body.contains('.') {
            return body.split('.').all(single) || is_abbreviation(body);
        }
        if single(body) {
            return body.chars().all(char::is_uppercase);
        }
        // At the end of the sentence the stop is its own, but for what is never without one.
        is_abbreviation(body)
    }

    /// Whether the hyphen `chunk[at]` joins what stands on both its sides.
    fn hyphen_joins(&self, chunk: &[Token], at: usize) -> bool {
        let token = &chunk[at];
        if self.text(token) != "-" || at == 0 {
            return false;
        }
        let sides = [chunk.get(at - 1), chunk.get(at + 1)];
        let lettered = sides
            .iter()
            .flatten()
            .all(|side| matches!(side.kind, Kind::Word | Kind::Foreign | Kind::Number));
        // The prefix opens the word: "vice-president", not "non-vice-president".
        let opens = at == 1 || matches!(chunk[at - 2].kind, Kind::Mark(b'-' | b'"' | b'(' | b'\''));
        sides[1].is_some() && lettered && opens && PREFIXES.contains(&chunk[at - 1].key)
    }
}

/// Whether `chunk` is the address of a page or of mail.
fn is_address(chunk: &[Token]) -> bool {
    let mark = |i: usize, mark: u8| chunk.get(i).is_some_and(|t| t.kind == Kind::Mark(mark));
    let www = chunk[0].key == pack("www") && mark(1, b'.');
    www || (1..chunk.len()).any(|i| {
        mark(i, b':') && mark(i + 1, b'/') && mark(i + 2, b'/')
            || mark(i, b'@') && i + 1 < chunk.len()
    })
}

/// Whether a mark at the end of an address is none of its own.
const fn is_tail(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Mark(b'.' | b',' | b';' | b':' | b')' | b']' | b'>' | b'"' | b'\'' | b'!' | b'?')
    )
}

/// Whether `chunk` is a date with strokes: "6/24/2025".
fn is_slashed_date(chunk: &[Token]) -> bool {
    let strokes = chunk.iter().filter(|t| t.kind == Kind::Mark(b'/')).count();
    strokes == 2
        && chunk[0].kind == Kind::Number
        && chunk.iter().filter(|t| t.kind == Kind::Number).count() == 3
}

/// What follows an apostrophe in a word of its own.
const CLITICS: [u128; 6] = [
    pack("s"),
    pack("re"),
    pack("ve"),
    pack("ll"),
    pack("d"),
    pack("m"),
];

/// Units that are a word of their own after a number without a space.
const UNITS: [u128; 13] = [
    pack("am"),
    pack("pm"),
    pack("a"),
    pack("p"),
    pack("km"),
    pack("m"),
    pack("kg"),
    pack("mm"),
    pack("cm"),
    pack("mph"),
    pack("bn"),
    pack("k"),
    pack("tn"),
];

/// Prefixes that a hyphen does not divide from their word.
const PREFIXES: [u128; 21] = [
    pack("anti"),
    pack("co"),
    pack("ex"),
    pack("non"),
    pack("pre"),
    pack("post"),
    pack("pro"),
    pack("pan"),
    pack("mid"),
    pack("multi"),
    pack("inter"),
    pack("re"),
    pack("un"),
    pack("over"),
    pack("under"),
    pack("sub"),
    pack("semi"),
    pack("e"),
    pack("ultra"),
    pack("vice"),
    pack("neo"),
];
