//! A clause as a short line in the style of headlines.
//!
//! Subject, verb and complements, each with its modifiers but without relative clauses and
//! asides; the verb in the present ("met" → "meets"), the passive as a participle ("was
//! destroyed" → "destroyed"), the future as an infinitive ("will meet" → "to meet").

use std::ops::Range;

use super::inflect::{Form, lemma_of, verb_form};
use crate::{
    language::{
        Aspect, Class, Clause, Modality, Penn, Pos, Relation, Sentence, Tense, VerbForm, VerbGroup,
    },
    text::Span,
};

/// What is left out of every phrase: clauses and asides that modify a noun, and punctuation at
/// its edges.
const ASIDES: [Relation; 8] = [
    Relation::Relative,
    Relation::AdvclRelative,
    Relation::Advcl,
    Relation::Parataxis,
    Relation::Appos,
    Relation::Discourse,
    Relation::Dislocated,
    Relation::Vocative,
];

/// The clause `number` of `sentence` as a line of at most `longest` characters, without the
/// words of `without` (its dates).
///
/// None where the clause has no subject or verb, more than two dates, a pronoun as its subject
/// or a condition; where what it reports is not there; where even subject, verb and object are
/// too long.
///
/// ```
/// use dateline::{language::en::{read, realize}, text::Span};
/// let text = "On Monday, the foreign ministers of Norway and Denmark, who met twice last year, signed \
///             a treaty on fishing.";
/// let monday = Span::new(3, 9);
/// let sentence = read(text, Span::new(0, text.len()), &[monday]);
/// let number = sentence.clauses().iter().position(|clause| sentence.form(clause.head) == "signed");
/// let line = realize(&sentence, number.unwrap(), &[monday], 80).unwrap();
/// assert_eq!(line, "Foreign ministers of Norway and Denmark sign a treaty on fishing");
/// ```
#[must_use]
pub fn realize(
    sentence: &Sentence,
    number: usize,
    without: &[Span],
    longest: usize,
) -> Option<String> {
    let clause = sentence.clauses().get(number)?;
    let verb = clause.verb.as_ref()?;
    let subject = clause.subject?;
    let line = Line {
        sentence,
        without,
        clause,
    };
    let pronoun = matches!(sentence.tokens()[subject].pos, Pos::Pron | Pos::Det);
    // "lost in 2000, McCain in 2008, Clinton in 2016": a list of dates is no single line.
    let dates = without.iter().filter(|date| {
        let words = sentence.places(**date);
        clause.words.start <= words.start && words.end <= clause.words.end
    });
    if pronoun || clause.condition || dates.count() > 2 {
        return None;
    }
    let start = [line.subject(subject)?, line.verb(verb, subject)];
    let rest = line.complements(verb);
    // "The ministry announced on Friday": what it announced is told elsewhere.
    if verb.classes.has(Class::Report) && !verb.passive && !rest.iter().any(|(needed, _)| *needed) {
        return None;
    }
    let mut told: Vec<bool> = rest.iter().map(|(needed, _)| *needed).collect();
    let whole = |told: &[bool]| {
        let rest = rest.iter().zip(told).filter(|(_, told)| **told);
        let words = start.iter().chain(rest.map(|((_, words), _)| words));
        let words: Vec<&str> = words
            .map(String::as_str)
            .filter(|words| !words.is_empty())
            .collect();
        words.join(" ")
    };
    let fits = |told: &[bool]| whole(told).chars().count() <= longest;
    // What the verb does not need is told as far as there is room, from the left.
    for at in 0..told.len() {
        let needed = std::mem::replace(&mut told[at], true);
        told[at] = needed || fits(&told);
    }
    fits(&told).then(|| capitalised(&whole(&told)))
}

/// What a line is made of.
struct Line<'s, 't> {
    sentence: &'s Sentence<'t>,
    without: &'s [Span],
    clause: &'s Clause,
}

impl Line<'_, '_> {
    /// The words of the subject, without an article at its head; none where they are nobody's
    /// name ("its rival").
    fn subject(&self, subject: usize) -> Option<String> {
        let mut words = self.phrase(subject);
        // "in a report released Friday": the preposition is not the subject's.
        words.retain(|at| {
            let token = self.sentence.tokens()[*at];
            token.relation != Relation::Case || token.head != Some(subject) || *at > subject
        });
        let first = *words.first()?;
        let opens = self.sentence.tokens()[first];
        if opens.penn == Penn::PrpS || opens.pos == Pos::Cconj {
            return None;
        }
        if self.is_article(first) {
            words.remove(0);
        }
        Some(self.written(&words))
    }

    fn is_article(&self, at: usize) -> bool {
        ["the", "a", "an"].contains(&self.sentence.form(at).to_lowercase().as_str())
    }

    /// The verb in the form that headlines have, its negation and particle beside it.
    fn verb(&self, verb: &VerbGroup, subject: usize) -> String {
        let lemma = verb.lemma.split(' ').next().unwrap_or_default();
        let not = if verb.negated && self.has_not() {
            "not "
        } else {
            ""
        };
        // A participle as it stands ("born"), where it is one.
        let stands = self.sentence.tokens()[verb.head].penn;
        let main = |form: Form| match (form, stands) {
            (Form::Participle, Penn::Vbn) | (Form::Gerund, Penn::Vbg) => {
                self.sentence.form(verb.head).to_lowercase()
            }
            _ => verb_form(lemma, form),
        };
        let bare = if verb.passive {
            format!("be {}", main(Form::Participle))
        } else {
            lemma.to_owned()
        };
        match (verb.modality, verb.form, verb.tense) {
            (Modality::Ability, ..) => format!("can {not}{bare}"),
            (Modality::Possibility, ..) => format!("may {not}{bare}"),
            (Modality::Obligation, ..) => format!("must {not}{bare}"),
            (Modality::Hypothesis, ..) => format!("would {not}{bare}"),
            (_, VerbForm::Infinitive, _) | (_, _, Some(Tense::Future)) => format!("{not}to {bare}"),
            _ if verb.passive => format!("{not}{}", main(Form::Participle)),
            (_, VerbForm::Participle, _) => main(Form::Gerund),
            _ if verb.aspect == Aspect::Progressive => main(Form::Gerund),
            _ => Self::present(lemma, not, self.is_plural(subject)),
        }
    }

    /// The present of `lemma`.
    fn present(lemma: &str, not: &str, plural: bool) -> String {
        match (lemma, not, plural) {
            ("be", _, true) => format!("are {not}"),
            ("be", _, false) => format!("is {not}"),
            (_, "", true) => lemma.to_owned(),
            (_, "", false) => verb_form(lemma, Form::Third),
            (_, _, true) => format!("do not {lemma}"),
            (_, _, false) => format!("does not {lemma}"),
        }
        .trim_end()
        .to_owned()
    }

    /// Whether the verb itself is negated, not its subject.
    fn has_not(&self) -> bool {
        let of_verb = self.sentence.dependents(self.clause.head);
        of_verb.into_iter().any(|at| {
            let token = self.sentence.tokens()[at];
            token.pos == Pos::Part && token.penn == Penn::Rb
        })
    }

    /// Whether the noun phrase of `subject` is a plural one.
    fn is_plural(&self, subject: usize) -> bool {
        let token = self.sentence.tokens()[subject];
        let plural = matches!(token.penn, Penn::Nns | Penn::Nnps)
            || token.pos == Pos::Num && self.sentence.form(subject) != "1";
        // "United States" is one.
        let many = self
            .sentence
            .dependents(subject)
            .any(|at| self.sentence.tokens()[at].relation == Relation::Conj);
        many || plural
            && token.penn != Penn::Nnps
            && lemma_of(self.sentence.form(subject), token.penn) != "police"
            || self.sentence.form(subject).eq_ignore_ascii_case("police")
    }

    /// What follows the verb, constituent by constituent, and whether the verb needs it.
    fn complements(&self, verb: &VerbGroup) -> Vec<(bool, String)> {
        use Relation as R;
        let head = self.clause.head;
        let mut found = Vec::new();
        if verb.head != head {
            // A noun or adjective after a copula, with what belongs to it.
            found.push((true, self.written(&self.predicate())));
            return found;
        }
        let behind = self.sentence.dependents(head).filter(|at| *at > head);
        // "meet on Friday in Geneva" with Geneva below Friday: what hangs on a date is told.
        let behind = behind.flat_map(|at| {
            let below = self
                .sentence
                .dependents(at)
                .filter(move |_| self.is_left_out(at));
            std::iter::once(at).chain(below)
        });
        for at in behind {
            let relation = self.sentence.tokens()[at].relation;
            let needed = match relation {
                R::Obj | R::Iobj | R::Xcomp | R::Ccomp | R::Particle => true,
                R::Obl | R::Agent | R::OblUnmarked | R::Nmod => false,
                R::Advcl if self.is_purpose(at) => false,
                _ => continue,
            };
            let words = self.phrase(at);
            if Some(at) != self.clause.subject && !words.is_empty() {
                found.push((needed, self.written(&words)));
            }
        }
        found
    }

    /// Whether the clause of `at` is an infinitive: "meet *to discuss the ceasefire*".
    fn is_purpose(&self, at: usize) -> bool {
        let mut below = self.sentence.dependents(at);
        self.sentence.tokens()[at].penn == Penn::Vb
            && below.any(|at| self.sentence.tokens()[at].penn == Penn::To)
    }

    /// The words of a predicate noun or adjective.
    fn predicate(&self) -> Vec<usize> {
        use Relation as R;
        let head = self.clause.head;
        let mut words = vec![head];
        for at in self.sentence.dependents(head) {
            let relation = self.sentence.tokens()[at].relation;
            let own = !matches!(
                relation,
                R::Cop
                    | R::Aux
                    | R::Nsubj
                    | R::NsubjPassive
                    | R::Punct
                    | R::Mark
                    | R::Cc
                    | R::Conj
                    | R::Advmod
            );
            if own {
                words.extend(self.phrase(at));
            }
        }
        words.sort_unstable();
        words
    }

    /// The words below `top` that are to be told, in order; none where it is a date.
    fn phrase(&self, top: usize) -> Vec<usize> {
        let mut words = Vec::new();
        let mut open = vec![top];
        while let Some(at) = open.pop() {
            if self.is_left_out(at) {
                continue;
            }
            words.push(at);
            for below in self.sentence.dependents(at) {
                let token = self.sentence.tokens()[below];
                let other = token.relation == Relation::Conj && token.pos == Pos::Verb;
                let other = other || below == self.clause.head || self.is_set_off(below);
                if !ASIDES.contains(&token.relation) && !other {
                    open.push(below);
                }
            }
        }
        words.sort_unstable();
        let mark = |at: &usize| self.sentence.tokens()[*at].pos == Pos::Punct;
        let edge: Range<usize> = words.iter().position(|at| !mark(at)).unwrap_or(words.len())
            ..words
                .iter()
                .rposition(|at| !mark(at))
                .map_or(0, |at| at + 1);
        words.get(edge).unwrap_or_default().to_vec()
    }

    /// Whether the word is a participle that commas set off: "the suspect, *arrested* on Tuesday,".
    fn is_set_off(&self, at: usize) -> bool {
        let tokens = self.sentence.tokens();
        tokens[at].relation == Relation::Acl
            && at
                .checked_sub(1)
                .is_some_and(|last| tokens[last].penn == Penn::Comma)
    }

    /// Whether the word is of a date, or the head of a phrase that is one.
    fn is_left_out(&self, at: usize) -> bool {
        let span = self.sentence.tokens()[at].span;
        self.without.iter().any(|date| date.overlaps(span))
    }

    /// The words as they stand in the text where they stand side by side, else with a space.
    fn written(&self, words: &[usize]) -> String {
        let mut line = String::new();
        let mut last: Option<usize> = None;
        for at in words {
            let token = self.sentence.tokens()[*at];
            if let Some(last) = last {
                let end = self.sentence.tokens()[last].span.end;
                let close = end == token.span.start && last + 1 == *at;
                // A mark that stood before what was left out.
                if last + 1 != *at && token.pos == Pos::Punct && !close {
                    continue;
                }
                line.push_str(if close { "" } else { " " });
            }
            line.push_str(self.sentence.form(*at));
            last = Some(*at);
        }
        let end = line
            .trim_end_matches([',', ';', ':', ' ', '-', '–', '—'])
            .len();
        line.truncate(end);
        line
    }
}

/// `line` with a capital at its head.
fn capitalised(line: &str) -> String {
    let mut chars = line.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
