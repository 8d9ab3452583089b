//! The clauses of a parsed sentence.

use super::{
    inflect::{lemma_of, plain},
    lexicon::{classes_of, function},
    verbs::verb_group,
};
use crate::language::{Class, Clause, ClauseKind, Penn, Pos, Relation, Sentence};

/// Relations of the subject of a clause.
pub(super) const SUBJECTS: [Relation; 5] = [
    Relation::Nsubj,
    Relation::NsubjPassive,
    Relation::NsubjOuter,
    Relation::Csubj,
    Relation::CsubjPassive,
];

/// How far a shared subject is looked for.
const DEPTH: usize = 6;

/// Adds its clauses to `sentence`.
pub(super) fn clauses(sentence: Sentence<'_>) -> Sentence<'_> {
    let heads: Vec<usize> = (0..sentence.len())
        .filter(|at| is_head(&sentence, *at))
        .collect();
    let mut clause_of: Vec<Option<u32>> = vec![None; sentence.len()];
    for (number, head) in heads.iter().enumerate() {
        clause_of[*head] = Some(number as u32);
    }
    for at in 0..sentence.len() {
        resolve(&sentence, &mut clause_of, at);
    }
    let clause_of: Vec<u32> = clause_of
        .into_iter()
        .map(Option::unwrap_or_default)
        .collect();
    let mut clauses: Vec<Clause> = heads
        .iter()
        .map(|head| clause(&sentence, *head, &clause_of))
        .collect();
    extents(&sentence, &clause_of, &mut clauses);
    sentence.with_clauses(clauses, clause_of)
}

/// Gives the word at `at`, and those on its way up, the clause of the first head above it.
fn resolve(sentence: &Sentence, clause_of: &mut [Option<u32>], at: usize) {
    let mut way = Vec::new();
    let mut next = Some(at);
    while let Some(place) = next.filter(|place| clause_of[*place].is_none()) {
        way.push(place);
        next = sentence.tokens()[place].head;
    }
    let clause = next.and_then(|place| clause_of[place]);
    for place in way {
        clause_of[place] = clause;
    }
}

/// Whether the word at `at` is what a clause hangs on.
fn is_head(sentence: &Sentence, at: usize) -> bool {
    use Relation as R;
    let token = sentence.tokens()[at];
    match token.relation {
        _ if token.head.is_none() => true,
        R::Ccomp | R::Csubj | R::CsubjPassive | R::Relative | R::AdvclRelative => true,
        R::Advcl | R::Acl | R::Parataxis | R::Xcomp | R::Conj => is_predicate(sentence, at),
        // "a report released Friday": a participle behind its noun.
        R::Amod => token.penn == Penn::Vbn && token.head < Some(at),
        _ => false,
    }
}

/// Whether the word at `at` is a verb, or has a copula or a subject.
pub(super) fn is_predicate(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.tokens()[at].pos, Pos::Verb | Pos::Aux)
        || sentence.dependent(at, &[Relation::Cop]).is_some()
        || sentence.dependent(at, &SUBJECTS).is_some()
}

/// The clause of `head`, but for its extent.
fn clause(sentence: &Sentence, head: usize, clause_of: &[u32]) -> Clause {
    use Relation as R;
    let token = sentence.tokens()[head];
    let subject = subject(sentence, head, DEPTH);
    let mut marks = sentence.dependents(head).filter(|at| {
        let token = sentence.tokens()[*at];
        token.relation == R::Mark && token.penn != Penn::To
    });
    // Of "that if" the second says more.
    let mark = marks.next_back();
    let adjuncts = sentence.dependents(head).filter(|at| {
        matches!(
            sentence.tokens()[*at].relation,
            R::Obl | R::OblUnmarked | R::Agent | R::Advmod
        )
    });
    Clause {
        head,
        words: head..head + 1,
        kind: kind(sentence, head),
        parent: token.head.map(|above| clause_of[above] as usize),
        verb: verb_group(sentence, head),
        subject: subject.map(|found| found.place),
        own_subject: subject.is_some_and(|found| found.own),
        object: object(sentence, head),
        complement: sentence.dependent(head, &[R::Ccomp, R::Xcomp]),
        adjuncts: adjuncts.collect(),
        mark,
        condition: mark.is_some_and(|at| {
            let word = plain(sentence.form(at));
            word != "whether" && function(&word, Class::Condition)
        }),
    }
}

/// What the clause of `head` is to the one above it.
fn kind(sentence: &Sentence, head: usize) -> ClauseKind {
    use Relation as R;
    let token = sentence.tokens()[head];
    let finite = sentence
        .dependent(head, &[R::Aux, R::AuxPassive, R::Cop])
        .is_some()
        || sentence.dependent(head, &SUBJECTS).is_some();
    let participle = matches!(token.penn, Penn::Vbg | Penn::Vbn | Penn::Vbd) && !finite;
    match token.relation {
        R::Relative | R::AdvclRelative => ClauseKind::Relative,
        R::Acl | R::Advcl if participle && token.penn != Penn::Vbd => ClauseKind::Participial,
        R::Acl | R::Amod if participle => ClauseKind::Participial,
        R::Advcl => ClauseKind::Adverbial,
        R::Acl | R::Ccomp | R::Xcomp | R::Csubj | R::CsubjPassive => ClauseKind::Complement,
        R::Conj => ClauseKind::Conjunct,
        _ => ClauseKind::Main,
    }
}

/// The subject of a clause.
#[derive(Clone, Copy, Debug)]
struct Subject {
    place: usize,
    own: bool,
}

/// The subject of the clause of `head`.
///
/// A clause without one takes that of the clause it is coordinated with or depends on; one
/// that completes a verb takes the object of that verb first ("asked *him* to go"); one that
/// modifies a noun takes the noun, and so does a relative pronoun.
fn subject(sentence: &Sentence, head: usize, depth: usize) -> Option<Subject> {
    use Relation as R;
    let token = sentence.tokens()[head];
    let own = sentence
        .dependents(head)
        .filter(|at| SUBJECTS.contains(&sentence.tokens()[*at].relation))
        .min_by_key(|at| head.abs_diff(*at));
    if let Some(place) = own {
        let relative = is_relative(sentence, place);
        let place = if relative {
            antecedent(sentence, head, place)
        } else {
            Some(place)
        };
        return place.map(|place| Subject {
            place,
            own: !relative,
        });
    }
    let above = token.head.filter(|_| depth > 0)?;
    let shared = |place: usize| {
        subject(sentence, place, depth - 1).map(|found| Subject {
            own: false,
            ..found
        })
    };
    match token.relation {
        R::Conj | R::Advcl | R::Parataxis => shared(above),
        R::Xcomp => sentence
            .dependent(above, &[R::Obj, R::Iobj])
            .map(|place| Subject { place, own: false })
            .or_else(|| shared(above)),
        // "due to start", "a plan to raise": what an adjective or a noun is said of.
        R::Ccomp if sentence.tokens()[head].penn == Penn::Vb => shared(above),
        R::Acl | R::Relative | R::Appos | R::Amod => Some(Subject {
            place: above,
            own: false,
        }),
        _ => None,
    }
}

/// The object of the clause of `head`; where it is a relative pronoun, the noun that it stands
/// for ("the bridge *that* the army destroyed"), unless that tells a time.
fn object(sentence: &Sentence, head: usize) -> Option<usize> {
    let object = sentence
        .dependent(head, &[Relation::Obj])
        .or_else(|| sentence.dependent(head, &[Relation::Iobj]))?;
    if !is_relative(sentence, object) {
        return Some(object);
    }
    antecedent(sentence, head, object).filter(|at| !has_class(sentence, *at, Class::Time))
}

/// Whether the noun at `at` has `class`.
pub(super) fn has_class(sentence: &Sentence, at: usize, class: Class) -> bool {
    let token = sentence.tokens()[at];
    matches!(token.pos, Pos::Noun | Pos::Propn)
        && classes_of(&plain(&lemma_of(sentence.form(at), token.penn)), Pos::Noun).has(class)
}

/// Whether the word at `at` is a relative pronoun.
fn is_relative(sentence: &Sentence, at: usize) -> bool {
    let pronoun = matches!(sentence.tokens()[at].penn, Penn::Wp | Penn::Wdt);
    pronoun
        && matches!(
            &*plain(sentence.form(at)),
            "who" | "which" | "that" | "whom"
        )
}

/// The noun that the relative pronoun at `pronoun`, subject of `head`, stands for: what its
/// clause modifies, or the noun before it where the clause hangs elsewhere.
fn antecedent(sentence: &Sentence, head: usize, pronoun: usize) -> Option<usize> {
    let token = sentence.tokens()[head];
    let modifies = matches!(token.relation, Relation::Acl | Relation::Relative);
    token
        .head
        .filter(|above| modifies && *above < pronoun)
        .or_else(|| {
            let nouns = sentence.tokens()[..pronoun].iter().rev().take(12);
            let back = nouns
                .take_while(|token| !matches!(token.pos, Pos::Noun | Pos::Propn))
                .count();
            pronoun
                .checked_sub(back + 1)
                .filter(|at| matches!(sentence.tokens()[*at].pos, Pos::Noun | Pos::Propn))
        })
}

/// Sets the extent of each clause: from its first word to its last, clauses inside it too.
fn extents(sentence: &Sentence, clause_of: &[u32], clauses: &mut [Clause]) {
    for at in 0..sentence.len() {
        let words = &mut clauses[clause_of[at] as usize].words;
        *words = words.start.min(at)..words.end.max(at + 1);
    }
    // Inner clauses before outer ones: by depth, deepest first.
    let mut depths = vec![None; clauses.len()];
    let mut order: Vec<usize> = (0..clauses.len()).collect();
    for number in 0..clauses.len() {
        depth(clauses, &mut depths, number);
    }
    order.sort_by_key(|number| std::cmp::Reverse(depths[*number]));
    for number in order {
        if let Some(parent) = clauses[number].parent {
            let inner = clauses[number].words.clone();
            let words = &mut clauses[parent].words;
            *words = words.start.min(inner.start)..words.end.max(inner.end);
        }
    }
}

/// How many clauses the clause `number` stands in.
fn depth(clauses: &[Clause], depths: &mut [Option<u32>], number: usize) {
    let mut way = Vec::new();
    let mut next = Some(number);
    while let Some(at) = next.filter(|at| depths[*at].is_none()) {
        way.push(at);
        next = clauses[at].parent;
    }
    let mut depth = next.and_then(|at| depths[at]).unwrap_or(0);
    for at in way.into_iter().rev() {
        depth += 1;
        depths[at] = Some(depth);
    }
}
