//! Dates that stand before a noun and say which one it is: "2024 dollars", "the 2014 pledge".

use super::{
    super::{
        lexicon as lex,
        words::{Kind, Word},
    },
    near::Near,
    register::DEICTIC,
};
use crate::{language::Class, temporal::TimexType};

impl Near<'_, '_> {
    /// Whether the date owns something that does not happen: "today’s prices"; but "Tuesday’s vote".
    pub(super) fn possesses(&self) -> bool {
        self.owns() && (self.year() || !self.before_event())
    }

    /// Whether the date owns a noun of happening or stands before one behind "a", so that it dates it:
    /// "Tuesday’s vote", "at a 2022 meeting".
    pub(super) fn dates_noun(&self) -> bool {
        self.owns() && !self.possesses()
            || self.determined_year() && self.in_season()
            || self.determined_year() && self.is(1, &["a"]) && self.before_event()
    }

    /// "late in the 1998 season": as good as "in 1998".
    fn in_season(&self) -> bool {
        let at = self.at.end;
        self.is(1, &["the"])
            && self.is(2, &["during", "in"])
            && at < self.words().len()
            && self.sentence.is_a(at, Class::Time)
    }

    /// Whether the date is a year in digits behind an article.
    fn determined_year(&self) -> bool {
        self.year()
            && self.first().kind == Kind::Number
            && self.back(1).is_some_and(|w| w.listed(lex::DETERMINERS))
    }

    /// "above the 2023 enacted level": a year behind an article describes what follows.
    pub(super) fn describes_noun(&self) -> bool {
        let opens = self.at.start == 0
            && self.coarse()
            && self.noun_follows()
            && self.first().kind == Kind::Number
            && !self.next(0).is_some_and(Word::capital);
        opens || self.determined_year() && !self.dates_noun()
    }

    /// "2024 dollars".
    pub(super) fn is_measure(&self) -> bool {
        self.at.start > 0 && self.coarse() && self.next(0).is_some_and(|w| w.listed(lex::MEASURES))
    }

    /// Whether article, name or owner before the date and a noun behind it make it describe the noun.
    fn between_article_and_noun(&self) -> bool {
        self.noun_follows()
            && !self.first().listed(DEICTIC)
            && self.back(1).is_some_and(|w| {
                w.listed(lex::DETERMINERS)
                    || w.possessive()
                    || w.capital() && !w.listed(lex::PREPOSITIONS) && self.at.start > 1
                    || w.any(&["new", "first", "annual", "and", "his", "her"])
            })
    }

    /// "the 2014 pledge"; but "the June 2022 summit" happened then, and "a December 2023 update" is a
    /// new one, of that month: an indefinite article brings up what was not spoken of before.
    pub(super) fn modifies(&self) -> bool {
        let day = self.timex.kind == TimexType::Date;
        let new = day && self.is(1, &["a", "an"]) && !self.is_written();
        self.between_article_and_noun() && (self.year() || !self.before_event() && !new)
    }

    /// Whether the date stands before a noun of happening and dates it: "the June 2022 summit".
    pub(super) fn modifies_event(&self) -> bool {
        self.between_article_and_noun() && !self.modifies()
    }

    /// "advance 2030 goals".
    pub(super) fn bare_modifier(&self) -> bool {
        let plain = |w: &Word<'_>| {
            w.kind == Kind::Word
                && !w.capital()
                && !w.listed(lex::PREPOSITIONS)
                && !w.listed(lex::CONNECTORS)
                && !w.listed(lex::SUBORDINATORS)
                && !w.listed(lex::AUXILIARY)
                && !w.any(&["as", "or", "than", "year"])
        };
        self.coarse()
            && self.is_number()
            && self.back(1).is_some_and(plain)
            && self.describes()
            && !self.before_event()
    }

    /// "the 2024 and 2025 elections".
    pub(super) fn paired_modifiers(&self) -> bool {
        let number = |w: Option<&Word<'_>>| w.is_some_and(|w| w.kind == Kind::Number);
        self.is(1, &["the"])
            && number(Some(self.first()))
            && self.next(0).is_some_and(|w| w.any(&["and", "or"]))
            && number(self.next(1))
            && self.next(2).is_some_and(|w| {
                w.kind == Kind::Word && !w.listed(lex::PREPOSITIONS) && !w.listed(lex::AUXILIARY)
            })
    }

    /// "the end of September retail figures", "whose 2030 targets".
    pub(super) fn partial_modifier(&self) -> bool {
        let second = self.words().get(self.at.start + 1);
        let part = self.first().is("the")
            && second.is_some_and(|w| w.any(&["beginning", "end", "middle", "start"]))
            && self.describes()
            && !self.next(0).is_some_and(Word::capital);
        part || self.is(1, &["whose"])
    }

    /// "the August data", "the April and May figures".
    pub(super) fn dates_figures(&self) -> bool {
        let figures = [
            "data",
            "figures",
            "inflation",
            "numbers",
            "payrolls",
            "sales",
        ];
        let bare = self.at.len() == 1 && self.first().listed(lex::MONTHS_DAYS);
        let paired = self.next(0).is_some_and(|w| w.is("and"))
            && self.next(1).is_some_and(|w| w.listed(lex::MONTHS_DAYS))
            && self.next(2).is_some_and(|w| w.any(&figures));
        bare && (paired || self.next(0).is_some_and(|w| w.any(&figures)))
    }

    /// "late-winter ice", "this Easter season".
    pub(super) fn season_modifier(&self) -> bool {
        let feast = self.at.len() == 2
            && self.first().is("this")
            && self.next(0).is_some_and(|w| w.is("season"));
        let ice = self.at.len() == 1
            && self.first().kind == Kind::Word
            && self.first().text.contains('-')
            && self.describes()
            && !self.before_event();
        feast || ice
    }

    /// "an optional midnight curfew".
    pub(super) fn hour_modifier(&self) -> bool {
        self.timex.kind == TimexType::Time
            && self.at.len() == 1
            && self.first().kind == Kind::Word
            && self.noun_follows()
            && !self.before_event()
            && !self.is(1, &["at", "by", "until", "after", "before"])
    }

    /// "pardons to January 6th rioters", "another October 7th".
    pub(super) fn known_day(&self) -> bool {
        self.first().listed(lex::MONTHS_DAYS)
            && (self.is(1, &["another"])
                || self.is(1, &["about", "by", "for", "from", "of", "to", "with"])
                    && self.describes()
                    && self.next(0).is_some_and(|w| {
                        w.text.ends_with('s') && !w.capital() && !w.listed(lex::EVENTFUL)
                    }))
    }
}
