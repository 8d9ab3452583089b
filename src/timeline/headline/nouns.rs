//! Nouns of happening → verbs: "his U.S. visit" → "visits the United States".

use super::{
    super::{actors::country, anchoring::noun_before, lexicon as lex, words::Kind},
    Maker, Piece,
    line::finish,
};
use crate::text::table::Pairs;

/// What somebody's visit, death or arrival says he does.
static VERBED: &Pairs = &Pairs::pairs(&[
    ("appointment", "is appointed"),
    ("arrest", "is arrested"),
    ("arrival", "arrives"),
    ("birth", "is born"),
    ("death", "dies"),
    ("departure", "departs"),
    ("election", "is elected"),
    ("inauguration", "is inaugurated"),
    ("meeting", "meets"),
    ("resignation", "resigns"),
    ("retirement", "retires"),
    ("return", "returns"),
    ("speech", "speaks"),
    ("talks", "holds talks"),
    ("tour", "tours"),
    ("trip", "travels"),
    ("visit", "visits"),
]);

impl<'t> Maker<'_, 't> {
    /// "during his U.S. visit in April" → "Yoon visits the United States"
    pub(super) fn verbed(&self) -> Option<Vec<Piece<'t>>> {
        let index = self.sentence.clause(self.at.start);
        let clause = self.sentence.clauses[index].words.clone();
        let noun = noun_before(self.sentence, &(clause.start..self.at.start))?;
        let (noun_word, verb) = VERBED.find(self.word(noun).text)?;
        // The preposition that goes with the noun and not with the verb: "a visit to", "a tour of".
        let without = match noun_word {
            "visit" => "to",
            "tour" => "of",
            _ => "",
        };
        let start = self.phrase_start(noun + 1, clause.start);
        let owner = self.word(start);
        let mut subject = if owner.any(&["her", "his"]) {
            self.named(start..start + 1)
                .filter(|named| named[0].put.is_some())?
        } else if owner.possessive() && owner.capital() {
            self.person_at(start)
        } else {
            return None;
        };
        let name = subject[0].text();
        let name = name.strip_suffix("’s").unwrap_or(name).to_owned();
        subject[0].put = Some(name);
        let mut line = verb.to_owned();
        match &self.sentence.words[start + 1..noun] {
            [] => {}
            [land] if without == "to" => {
                let land = country(land.base())?;
                let the = land.starts_with("United ") || land.ends_with('s');
                line = format!("{verb} {}{land}", if the { "the " } else { "" });
            }
            _ => return None,
        }
        let mut rest = self.plain(noun..self.at.start);
        rest[0].put = Some(line);
        if rest.len() > 2 && rest[1].word.is(without) {
            rest.remove(1);
        }
        subject.append(&mut rest);
        Some(subject)
    }

    /// "I, …, do hereby proclaim May 5 as Day of Trees" → "Day of Trees proclaimed"
    pub(super) fn hereby(&self) -> Option<String> {
        let words = &self.sentence.words;
        let hereby = words.iter().position(|w| w.is("hereby"))?;
        let done = match words.get(hereby + 1)? {
            w if w.is("proclaim") => "proclaimed",
            w if w.is("designate") => "designated",
            w if w.is("declare") => "declared",
            _ => return None,
        };
        let link = (self.at.end..words.len().min(self.at.end + 3))
            .find(|&i| words[i].any(&["as", "to"]))
            .filter(|_| self.at.start > hereby)?;
        let from = link
            + 1
            + usize::from(words.get(link + 1)?.is("be"))
            + usize::from(words.get(link + 1)?.listed(lex::DETERMINERS));
        let to = (from..words.len())
            .find(|&i| words[i].kind == Kind::Mark && !matches!(words[i].text, "’" | "“" | "”"))
            .unwrap_or(words.len());
        let mut pieces = self.plain(from..to);
        let last = pieces.last_mut()?;
        last.put = Some(format!("{} {done}", last.text()));
        Some(finish(&self.shorten(pieces)))
    }
}
