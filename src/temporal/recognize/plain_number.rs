//! Four digits that are no year: quantities, addresses, numbers of flights and resolutions.

use super::Reader;
use crate::temporal::lexicon::Word;
use crate::text::token::{Gap, Kind};

impl Reader<'_> {
    /// Whether the four digits at `i` are rather a number than a year.
    pub(super) fn quantity_like(&self, i: usize, n: u64) -> bool {
        let near = (1900..=2059).contains(&n);
        // Behind: "2000 people", "2,000", "1984.5", "1500%", "2010-ft"
        if self.joined(i + 1) {
            match self.token(i + 1).kind {
                Kind::Mark(b'%' | b'$' | b'@' | b'_' | b'=' | b'+' | b'*') => return true,
                Kind::Mark(b',' | b'.' | b':' | b'/')
                    if self.joined(i + 2) && self.number(i + 2).is_some() =>
                {
                    let years = self.mark(i + 1, b'/')
                        && self.number(i + 2).is_some_and(|(_, d)| d == 2 || d == 4);
                    if !years || !near {
                        return true;
                    }
                }
                Kind::Mark(b'-') if self.joined(i + 2) && self.number(i + 2).is_some() => {
                    let (other, digits) = self.number(i + 2).unwrap_or_default();
                    let range =
                        digits == 4 && other >= n && other < 2100 || digits == 2 && other > n % 100;
                    if !range || (self.tight(i + 3, b'-') && self.joined(i + 4)) {
                        return true;
                    }
                }
                Kind::Other => return true,
                _ => {}
            }
        }
        if i > 0 && self.joined(i) {
            match self.token(i - 1).kind {
                Kind::Mark(b'-') if i > 1 && self.joined(i - 1) => {
                    // "post-1959", "mid-2023" and "1915-1918" are years; "AK-1947" is not.
                    let from = self.number(i - 2).is_some_and(|(a, d)| d == 4 && a <= n);
                    let prefix = self.is(i - 2, Word::Mid)
                        || matches!(
                            self.str(i - 2),
                            "post" | "pre" | "Post" | "Pre" | "early" | "late"
                        );
                    return !(from || prefix);
                }
                Kind::Mark(b'/')
                    if i > 1 && self.number(i - 2).is_some_and(|(a, d)| d == 4 && a <= n) =>
                {
                    return false;
                }
                Kind::Mark(b'(' | b'[' | b'"' | b'\'' | b'-' | b'*' | b'|') => {}
                _ => return true,
            }
        }
        if matches!(self.word(i + 1), Word::Power(_) | Word::Units(_)) && !self.joined(i + 1) {
            return true;
        }
        let before = self.before(i);
        let led = matches!(
            before,
            Word::In
                | Word::Of
                | Word::Since
                | Word::Until
                | Word::By
                | Word::From
                | Word::Early
                | Word::Late
                | Word::Mid
                | Word::During
                | Word::Before
                | Word::After
                | Word::Between
                | Word::Throughout
                | Word::Through
                | Word::Fiscal
                | Word::Season(_)
                | Word::End
        );
        if led {
            // "of 2000 men" counts men.
            return n.is_multiple_of(100) && self.plural_noun(i + 1);
        }
        if matches!(
            before,
            Word::About
                | Word::Nearly
                | Word::Over
                | Word::Under
                | Word::Than
                | Word::Some
                | Word::Least
                | Word::Most
                | Word::Each
        ) {
            return !(matches!(before, Word::About | Word::Over)
                && near
                && !self.plural_noun(i + 1)
                && !n.is_multiple_of(100));
        }
        if i > 0
            && matches!(
                self.str(i - 1),
                "No" | "no"
                    | "number"
                    | "Number"
                    | "page"
                    | "p"
                    | "flight"
                    | "Flight"
                    | "resolution"
                    | "Resolution"
                    | "Room"
                    | "room"
                    | "Rule"
                    | "Section"
                    | "Article"
                    | "article"
                    | "Highway"
                    | "Route"
                    | "Street"
                    | "Box"
                    | "Form"
                    | "Act"
                    | "Boeing"
                    | "HR"
                    | "Order"
                    | "EO"
                    | "Proclamation"
                    | "USD"
                    | "US"
                    | "Rs"
                    | "Windows"
                    | "Public"
                    | "Title"
            )
        {
            return true;
        }
        if i > 1
            && self.mark(i - 1, b'.')
            && matches!(
                self.str(i - 2),
                "No" | "no" | "Nos" | "p" | "pp" | "Rs" | "Sec"
            )
        {
            return true;
        }
        if self.is(i.wrapping_sub(1), Word::A) && !self.joined(i) {
            return self.plural_noun(i + 1)
                || self.mark(i + 1, b'-')
                || !(near || self.current_era(n))
                || self
                    .toks
                    .get(i + 1)
                    .is_none_or(|t| t.token.kind != Kind::Word);
        }
        let near = near
            || self.current_era(n)
            || self.is(i.wrapping_sub(1), Word::The)
                && (1600..1900).contains(&n)
                && !self.measure(i + 1);
        if !near {
            let enclosed = i > 0 && (self.mark(i - 1, b'(') || self.mark(i - 1, b'-'));
            let chained = self.chained(i);
            return !(enclosed || chained) || self.plural_noun(i + 1);
        }
        if matches!(before, Word::The) {
            return false;
        }
        if n.is_multiple_of(100) && i > 0 && self.name(i - 1) && self.token(i).gap == Gap::Space {
            return true;
        }
        let owned = i > 0
            && (self.is(i - 1, Word::S)
                || matches!(
                    self.str(i - 1),
                    "its" | "their" | "his" | "her" | "our" | "my"
                ));
        if owned {
            return self.measure(i + 1);
        }
        // "1992 protests" stays a year where nothing counts; "2000 people" does not.
        if self.plural_noun(i + 1) {
            return !self.is(i.wrapping_sub(1), Word::And) || n.is_multiple_of(100);
        }
        false
    }

    /// Whether a unit of measure stands at `i`.
    pub(super) fn measure(&self, i: usize) -> bool {
        matches!(
            self.str(i),
            "meter"
                | "meters"
                | "metre"
                | "metres"
                | "mile"
                | "miles"
                | "km"
                | "foot"
                | "feet"
                | "yard"
                | "yards"
                | "pound"
                | "pounds"
                | "people"
                | "men"
                | "troops"
                | "soldiers"
                | "ton"
                | "tons"
                | "cc"
                | "square"
        ) || self.mark(i, b'-')
    }

    /// Whether token `i` looks like a noun in the plural: lower case, ending in s, or people.
    pub(super) fn plural_noun(&self, i: usize) -> bool {
        let token = self.token(i);
        if token.kind != Kind::Word
            || token.capital
            || token.gap == Gap::None
            || self.word(i) != Word::None
        {
            return false;
        }
        let text = self.str(i);
        matches!(
            text,
            "people" | "men" | "women" | "children" | "troops" | "km" | "ft" | "miles"
        ) || (text.len() > 3
            && text.ends_with('s')
            && !text.ends_with("ss")
            && !text.ends_with("us")
            && !text.ends_with("is")
            && text != "was"
            && text != "has")
    }
}
