//! How many: "two", "2 1/2", "a few", "several hundred".

use super::{Count, Reader};
use crate::temporal::lexicon::{Unit, Word};
use crate::text::token::Kind;

impl Reader<'_> {
    /// A count at `i` and its end. "a" counts one.
    pub(super) fn count(&self, i: usize) -> Option<(Count, usize)> {
        match self.word(i) {
            Word::Number => self.digits(i),
            Word::Power(_)
                if matches!(
                    self.before(i),
                    Word::Number | Word::Cardinal(_) | Word::Tens(_)
                ) =>
            {
                None
            }
            Word::Cardinal(_) | Word::Tens(_) | Word::Power(_) => self.number_words(i),
            Word::Another => {
                let more = !matches!(self.word(i + 1), Word::A | Word::Another);
                let counted = more.then(|| self.count(i + 1)).flatten();
                Some(counted.unwrap_or((Count::whole(1), i + 1)))
            }
            // "for the third time in as many years"
            Word::Many if i > 0 && self.str(i - 1) == "as" => None,
            Word::Few | Word::Several | Word::Many | Word::Dozens => {
                let mut end = i + 1;
                if self.is(i, Word::Dozens) && !self.is(end, Word::Of) {
                    return None;
                }
                end += usize::from(self.is(end, Word::Of));
                while matches!(self.word(end), Word::Power(_) | Word::Dozen) {
                    end += 1;
                }
                Some((Count::Vague, end))
            }
            Word::Couple => Some((
                Count::whole(2),
                i + 1 + usize::from(self.is(i + 1, Word::Of)),
            )),
            Word::Dozen => Some((Count::whole(12), i + 1)),
            Word::Half => {
                let at = self.skip(i + 1, b'-');
                let at = at + usize::from(self.is(at, Word::A));
                matches!(self.word(at), Word::Unit(_) | Word::Dozen)
                    .then_some((Count::Exact(500), at))
            }
            Word::A => match self.word(i + 1) {
                Word::Few
                | Word::Couple
                | Word::Dozen
                | Word::Power(_)
                | Word::Many
                | Word::Half => self.count(i + 1),
                // "a quarter of a century", "a quarter-century"
                Word::Unit(Unit::Quarter) if self.quarter_of(i + 1).is_some() => {
                    Some((Count::Exact(250), self.quarter_of(i + 1)?))
                }
                Word::Unit(_) | Word::Full | Word::Long => Some((Count::whole(1), i + 1)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Digits: "1,000", "2.5", "2 1/2", "3 million".
    fn digits(&self, i: usize) -> Option<(Count, usize)> {
        let (mut whole, digits) = self.number(i)?;
        let mut end = i + 1;
        let mut group = digits;
        while group <= 3 && self.tight(end, b',') && self.joined(end + 1) {
            let Some((n, 3)) = self.number(end + 1) else {
                break;
            };
            whole = whole.checked_mul(1000)?.checked_add(n)?;
            group = 3;
            end += 2;
        }
        let mut thousandths = whole.checked_mul(1000)?;
        if self.tight(end, b'.')
            && self.joined(end + 1)
            && let Some((n, places @ 1..=3)) = self.number(end + 1)
        {
            thousandths = thousandths.checked_add(n * 10u64.pow(3 - places as u32))?;
            end += 2;
        } else if let (Some((a @ 1..=9, 1)), true, Some((b @ 2..=9, 1))) = (
            self.number(end),
            self.tight(end + 1, b'/'),
            self.number(end + 2),
        ) && self.joined(end + 2)
        {
            thousandths = thousandths.checked_add(a * 1000 / b)?;
            end += 3;
        } else if self.tight(end, b'/')
            && self.joined(end + 1)
            && let Some((b @ 2..=9, 1)) = self.number(end + 1)
            && whole > 0
            && whole < b
        {
            thousandths = whole * 1000 / b;
            end += 2;
        } else if self.token(end).kind == Kind::Other {
            let part = match self.str(end) {
                "½" => 500,
                "¼" => 250,
                "¾" => 750,
                _ => 0,
            };
            if part > 0 {
                thousandths = thousandths.checked_add(part)?;
                end += 1;
            }
        }
        while let Word::Power(power) = self.word(end) {
            thousandths = thousandths.checked_mul(power)?;
            end += 1;
        }
        Some((Count::Exact(thousandths), end))
    }

    /// Number words: "twenty-one", "two hundred and five", "two and a half".
    fn number_words(&self, i: usize) -> Option<(Count, usize)> {
        let (mut total, mut part, mut at) = (0u64, 0u64, i);
        loop {
            match self.word(at) {
                Word::Cardinal(n) => part = part.checked_add(u64::from(n))?,
                Word::Tens(n) => {
                    part = part.checked_add(u64::from(n))?;
                    if self.mark(at + 1, b'-') && matches!(self.word(at + 2), Word::Cardinal(_)) {
                        at += 1;
                    }
                }
                Word::Power(100) => part = part.max(1).checked_mul(100)?,
                Word::Power(power) => {
                    total = total.checked_add(part.max(1).checked_mul(power)?)?;
                    part = 0;
                }
                Word::And
                    if at > i
                        && matches!(self.word(at - 1), Word::Power(_))
                        && matches!(self.word(at + 1), Word::Cardinal(_) | Word::Tens(_)) => {}
                _ => break,
            }
            at += 1;
            if at - i > 12 {
                return None;
            }
            if matches!(
                (self.word(at - 1), self.word(at)),
                (Word::Cardinal(_), Word::Cardinal(_) | Word::Tens(_))
            ) {
                break;
            }
        }
        let mut thousandths = total.checked_add(part)?.checked_mul(1000)?;
        if let Some(end) = self.and_a_half(at) {
            thousandths = thousandths.checked_add(500)?;
            at = end;
        }
        Some((Count::Exact(thousandths), at))
    }

    /// "and a half", "-and-a-half" at `i`: the end of it.
    pub(super) fn and_a_half(&self, i: usize) -> Option<usize> {
        let at = self.skip(i, b'-');
        if !self.is(at, Word::And) {
            return None;
        }
        let at = self.skip(at + 1, b'-');
        let at = at + usize::from(self.is(at, Word::A));
        let at = self.skip(at, b'-');
        self.is(at, Word::Half).then_some(at + 1)
    }

    /// "quarter of a century", "quarter-century" at `i`: where the century stands.
    fn quarter_of(&self, i: usize) -> Option<usize> {
        let at = self.skip(i + 1, b'-');
        let at = at + usize::from(self.is(at, Word::Of));
        let at = at + usize::from(at > i + 1 && self.is(at, Word::A));
        matches!(self.word(at), Word::Unit(Unit::Century | Unit::Millennium)).then_some(at)
    }
}
