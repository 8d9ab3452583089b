//! Four digits that are no year: quantities, addresses, numbers of flights and resolutions.
//!
//! Each question is asked in turn and may decide; the first that does is heard.

use super::Reader;
use crate::temporal::lexicon::Word;
use crate::text::token::{Gap, Kind};

/// Words that number what stands behind them: "flight 1998", "Resolution 1973".
const NUMBERING: &[&str] = &[
    "act",
    "article",
    "boeing",
    "box",
    "eo",
    "flight",
    "form",
    "highway",
    "hr",
    "isbn",
    "no",
    "number",
    "order",
    "p",
    "page",
    "proclamation",
    "public",
    "resolution",
    "room",
    "route",
    "rs",
    "rule",
    "section",
    "sections",
    "street",
    "title",
    "us",
    "usd",
    "version",
    "windows",
];

/// Abbreviations that do, before their full stop: "No. 2015".
const NUMBERING_SHORT: &[&str] = &["art", "no", "nos", "p", "pp", "rs", "sec", "secs"];

/// Words behind the name of a street: "1984 Maple Street" is an address.
const STREETS: &[&str] = &[
    "avenue",
    "ave",
    "boulevard",
    "blvd",
    "drive",
    "lane",
    "road",
    "rd",
    "street",
    "st",
    "terrace",
];

/// Makers of cars: the year before one is a model's, as in "a 1987 Chevrolet".
const MAKERS: &[&str] = &[
    "audi",
    "bentley",
    "bmw",
    "buick",
    "cadillac",
    "chevrolet",
    "chevy",
    "chrysler",
    "dodge",
    "ferrari",
    "fiat",
    "ford",
    "gmc",
    "honda",
    "hyundai",
    "jaguar",
    "jeep",
    "kia",
    "lexus",
    "lincoln",
    "mazda",
    "mercedes",
    "mercury",
    "mitsubishi",
    "nissan",
    "oldsmobile",
    "plymouth",
    "pontiac",
    "porsche",
    "renault",
    "saab",
    "subaru",
    "suzuki",
    "tesla",
    "toyota",
    "volkswagen",
    "volvo",
];

/// What is counted: "a total of 1998 votes".
const COUNTED: &[&str] = &[
    "average",
    "maximum",
    "minimum",
    "number",
    "population",
    "total",
];

/// Units of measure: "in 1960 metres of water".
const MEASURES: &[&str] = &[
    "acres",
    "calories",
    "cc",
    "degrees",
    "feet",
    "foot",
    "ft",
    "gallons",
    "grams",
    "hectares",
    "horsepower",
    "kg",
    "kilograms",
    "kilometers",
    "kilometres",
    "kilos",
    "km",
    "litres",
    "liters",
    "meter",
    "meters",
    "metre",
    "metres",
    "mg",
    "mile",
    "miles",
    "mm",
    "mph",
    "pound",
    "pounds",
    "square",
    "ton",
    "tonnes",
    "tons",
    "volts",
    "watts",
    "yard",
    "yards",
];

/// Those who are counted by the thousand.
const COMPANIES: &[&str] = &["men", "people", "soldiers", "troops"];

/// Whether `text` is one of `words`, whatever its case.
fn one_of(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(text))
}

impl Reader<'_> {
    /// Whether the four digits at `i` are rather a number than a year.
    pub(super) fn quantity_like(&self, i: usize, n: u64) -> bool {
        let near = (1900..=2059).contains(&n);
        self.named(i)
            .or_else(|| self.glued_behind(i, n, near))
            .or_else(|| self.glued_before(i, n))
            .or_else(|| self.led(i, n, near))
            .or_else(|| self.numbered(i))
            .or_else(|| self.behind_article(i, n, near))
            .unwrap_or_else(|| self.counts(i, n, near))
    }

    /// What a name behind decides: "1984 Maple Street", "a 1987 Chevrolet".
    fn named(&self, i: usize) -> Option<bool> {
        if !self.token(i + 1).capital || self.joined(i + 1) {
            return None;
        }
        let street = (i + 2..i + 4).any(|j| {
            self.token(j).capital && self.token(j).gap == Gap::Space && one_of(STREETS, self.str(j))
        });
        let owned = matches!(self.before(i), Word::A | Word::The | Word::S)
            || one_of(
                &["his", "her", "their", "my", "our"],
                self.str(i.saturating_sub(1)),
            );
        let made = owned && one_of(MAKERS, self.str(i + 1));
        (street || made).then_some(true)
    }

    /// What a mark glued behind decides: "2,000", "1984.5", "1500%", "1915-1918".
    fn glued_behind(&self, i: usize, n: u64, near: bool) -> Option<bool> {
        let number = self.joined(i + 2).then(|| self.number(i + 2)).flatten();
        if !self.joined(i + 1) {
            // "drilled to 1950 feet"; "the 1960 mile record" may be that year's.
            let measured = self.unit_of_measure(i + 1) && self.before(i) != Word::The;
            let counted = measured || matches!(self.word(i + 1), Word::Power(_) | Word::Units(_));
            return counted.then_some(true);
        }
        match (self.token(i + 1).kind, number) {
            (Kind::Mark(b'%' | b'$' | b'@' | b'_' | b'=' | b'+' | b'*') | Kind::Other, _) => {
                Some(true)
            }
            (Kind::Mark(b'/'), Some((_, 2 | 4))) if near => None,
            (Kind::Mark(b',' | b'.' | b':' | b'/'), Some(_)) => Some(true),
            // "better than 1988's result"
            (Kind::Mark(b'\''), _) if near && self.is(i + 2, Word::S) => Some(false),
            // "the 2000-seat hall", "the 1,500-strong crowd"
            (Kind::Mark(b'-'), None)
                if n.is_multiple_of(100)
                    && self.joined(i + 2)
                    && self.token(i + 2).kind == Kind::Word
                    && !self.token(i + 2).capital =>
            {
                Some(true)
            }
            (Kind::Mark(b'-'), Some((other, digits))) => {
                let range =
                    digits == 4 && other >= n && other < 2100 || digits == 2 && other > n % 100;
                (!range || (self.tight(i + 3, b'-') && self.joined(i + 4))).then_some(true)
            }
            _ => None,
        }
    }

    /// What a mark glued before decides: "post-1959" and "1915-1918" are years, "AK-1947" is not.
    fn glued_before(&self, i: usize, n: u64) -> Option<bool> {
        if i == 0 || !self.joined(i) {
            return None;
        }
        let since = i > 1 && self.number(i - 2).is_some_and(|(a, d)| d == 4 && a <= n);
        match self.token(i - 1).kind {
            Kind::Mark(b'-') if i > 1 && self.joined(i - 1) => {
                let prefix = self.is(i - 2, Word::Mid)
                    || one_of(&["post", "pre", "early", "late"], self.str(i - 2));
                Some(!(since || prefix))
            }
            Kind::Mark(b'/') if since => Some(false),
            Kind::Mark(b'(' | b'[' | b'"' | b'\'' | b'-' | b'*' | b'|') => None,
            _ => Some(true),
        }
    }

    /// What the word before decides: "in 2000" against "some 2000".
    fn led(&self, i: usize, n: u64, near: bool) -> Option<bool> {
        match self.before(i) {
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
            | Word::End => {
                // "of 2000 men" counts men, and so does "a total of 1998 votes".
                let counted = self.is(i - 1, Word::Of) && i > 1 && one_of(COUNTED, self.str(i - 2));
                Some((n.is_multiple_of(100) || counted) && self.plural_noun(i + 1))
            }
            Word::About | Word::Over => {
                Some(!near || self.plural_noun(i + 1) || n.is_multiple_of(100))
            }
            // "closed at 1998", but "at 1998 prices"
            Word::At => {
                Some(self.token(i + 1).kind != Kind::Word || self.word(i + 1) != Word::None)
            }
            // "since at least 1971"
            Word::Least if i > 2 && matches!(self.word(i - 3), Word::Since | Word::Until) => {
                Some(self.plural_noun(i + 1))
            }
            Word::Nearly
            | Word::Under
            | Word::Than
            | Word::Some
            | Word::Least
            | Word::Most
            | Word::Each => Some(true),
            _ => None,
        }
    }

    /// "flight 1998", "No. 2015", "H.R. 2066".
    fn numbered(&self, i: usize) -> Option<bool> {
        let before = i.checked_sub(1)?;
        let short =
            before > 0 && self.mark(before, b'.') && one_of(NUMBERING_SHORT, self.str(before - 1));
        let bill = before > 2
            && self.mark(before, b'.')
            && self.str(before - 1) == "R"
            && self.mark(before - 2, b'.')
            && self.str(before - 3) == "H";
        // "42 U.S.C. 1983"
        let code = before > 2
            && self.mark(before, b'.')
            && self.str(before - 1) == "C"
            && self.mark(before - 2, b'.')
            && self.str(before - 3) == "S";
        // "§ 1998"
        let sign = matches!(self.str(before), "§" | "§§" | "№");
        (short || bill || code || sign || one_of(NUMBERING, self.str(before))).then_some(true)
    }

    /// "a 1996 law" against "a 2000-seat hall", "a 1500 metre race".
    fn behind_article(&self, i: usize, n: u64, near: bool) -> Option<bool> {
        if self.before(i) != Word::A || self.joined(i) {
            return None;
        }
        let noun = self.token(i + 1).kind == Kind::Word;
        let year = noun
            && (near || self.current_era(n))
            && !self.plural_noun(i + 1)
            && !self.measure(i + 1);
        Some(!year)
    }

    /// What the number's size and the noun behind it decide.
    fn counts(&self, i: usize, n: u64, near: bool) -> bool {
        let the = self.before(i) == Word::The;
        let old = the && (1600..1900).contains(&n) && !self.measure(i + 1);
        if !(near || old || self.current_era(n)) {
            let enclosed = i > 0 && (self.mark(i - 1, b'(') || self.mark(i - 1, b'-'));
            let cited = self.mark(i + 1, b'(') && self.number(i + 2).is_some();
            return !(enclosed || self.chained(i)) || cited || self.plural_noun(i + 1);
        }
        if the || i == 0 {
            return !the && self.plural_noun(i + 1);
        }
        let round = n.is_multiple_of(100);
        if round && self.name(i - 1) && self.token(i).gap == Gap::Space {
            return true;
        }
        // "Agenda 2030 sets goals"
        if self.name(i - 1) && self.token(i).gap == Gap::Space {
            return false;
        }
        let owned = self.is(i - 1, Word::S)
            || one_of(
                &["its", "their", "his", "her", "our", "my"],
                self.str(i - 1),
            );
        if owned {
            return self.measure(i + 1);
        }
        // "2000 people" counts; a chain such as "1991 and 1992 protests" does not.
        self.plural_noun(i + 1) && (round || !self.is(i - 1, Word::And))
    }

    /// Whether what is measured or counted stands at `i`: "metres", "people", "-seat".
    pub(super) fn measure(&self, i: usize) -> bool {
        self.unit_of_measure(i) || one_of(COMPANIES, self.str(i)) || self.mark(i, b'-')
    }

    /// Whether a unit of measure stands at `i`.
    fn unit_of_measure(&self, i: usize) -> bool {
        one_of(MEASURES, self.str(i))
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
