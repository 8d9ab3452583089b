//! Repairs of what the tagger and the parser systematically read amiss in news.
//!
//! The treebanks hold few headlines and few of the sentences that news opens with. Each repair
//! has one condition that is never met in a well-formed parse.

use super::{
    inflect::lemma_of,
    lexicon::classes_of,
    tags::{TAGS, Tag},
};
use crate::language::{Penn, Pos, Relation, Token};

/// The tags of a sentence without a finite verb, its first plural noun that can be a verb
/// tagged as one: "Pope *visits* Baghdad", "The company *plans* to open a factory".
///
/// A noun stands before it; a noun, a number, a determiner, a preposition, "to" or nothing
/// stands behind.
pub(super) fn finite_verb<'f>(tags: &mut [Tag], form: impl Fn(usize) -> &'f str) {
    let tag = |tags: &[Tag], at: usize| TAGS[usize::from(tags[at])];
    let finite = |at: &usize| {
        matches!(
            tag(tags, *at).1,
            Penn::Vbd | Penn::Vbz | Penn::Vbp | Penn::Md
        )
    };
    if (0..tags.len()).any(|at| finite(&at)) {
        return;
    }
    let noun =
        |tags: &[Tag], at: usize| matches!(tag(tags, at).0, Pos::Noun | Pos::Propn | Pos::Pron);
    let follows = |at: usize| {
        tags.get(at).is_none_or(|tag| {
            let (pos, penn) = TAGS[usize::from(*tag)];
            matches!(
                pos,
                Pos::Det
                    | Pos::Adp
                    | Pos::Propn
                    | Pos::Adj
                    | Pos::Num
                    | Pos::Pron
                    | Pos::Sym
                    | Pos::Adv
            ) || matches!(penn, Penn::To | Penn::Vbg | Penn::Nns)
        })
    };
    let verb = (1..tags.len()).find(|at| {
        let (_, penn) = tag(tags, *at);
        penn == Penn::Nns
            && noun(tags, at - 1)
            && follows(at + 1)
            && classes_of(&lemma_of(form(*at), Penn::Vbz), Pos::Verb)
                .first()
                .is_some()
    });
    if let Some(at) = verb {
        let third = TAGS.iter().position(|tag| *tag == (Pos::Verb, Penn::Vbz));
        tags[at] = third.map_or(tags[at], |tag| tag as Tag);
    }
}

/// Mends the tree of `tokens`. A repair after which some word would be above itself is undone.
pub(super) fn tree(tokens: &mut [Token]) {
    for repair in [noun_root, participle_root, relative] {
        let before = tokens.to_vec();
        repair(tokens);
        if !is_tree(tokens) {
            tokens.copy_from_slice(&before);
        }
    }
}

/// Whether every word has a root above it.
fn is_tree(tokens: &[Token]) -> bool {
    let mut rooted = vec![false; tokens.len()];
    (0..tokens.len()).all(|start| {
        let (mut way, mut at) = (Vec::new(), Some(start));
        while let Some(place) = at.filter(|place| !rooted[*place] && way.len() <= tokens.len()) {
            way.push(place);
            at = tokens[place].head;
        }
        let ends = way.len() <= tokens.len();
        for place in way {
            rooted[place] = true;
        }
        ends
    })
}

/// The root.
fn root(tokens: &[Token]) -> Option<usize> {
    tokens.iter().position(|token| token.head.is_none())
}

/// The dependents of `head` in order.
fn dependents(tokens: &[Token], head: usize) -> impl Iterator<Item = usize> + '_ {
    (0..tokens.len()).filter(move |at| tokens[*at].head == Some(head))
}

fn has(tokens: &[Token], head: usize, relations: &[Relation]) -> bool {
    dependents(tokens, head).any(|at| relations.contains(&tokens[at].relation))
}

/// Makes `head` the head of `at`, by `relation`.
fn attach(tokens: &mut [Token], at: usize, head: usize, relation: Relation) {
    tokens[at].head = Some(head);
    tokens[at].relation = relation;
}

/// Makes `verb` the root in place of `root`, and of what stands behind it the head.
fn crown(tokens: &mut [Token], verb: usize, root: usize) {
    tokens[verb].head = None;
    tokens[verb].relation = Relation::Root;
    for at in verb + 1..tokens.len() {
        if tokens[at].head == Some(root) {
            let relation = tokens[at].relation;
            let relation = if relation == Relation::Nmod {
                Relation::Obl
            } else {
                relation
            };
            attach(tokens, at, verb, relation);
        }
    }
}

/// A noun as the root, with a past participle that modifies it: the participle is the verb, the
/// noun its subject. "The ministry announced on Friday that …" with VBN for VBD; "Two killed in
/// Kabul blast".
fn noun_root(tokens: &mut [Token]) {
    use Relation as R;
    let Some(root) = root(tokens) else {
        return;
    };
    let noun = matches!(
        tokens[root].pos,
        Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron
    );
    if !noun || has(tokens, root, &[R::Cop, R::Nsubj, R::NsubjPassive, R::Aux]) {
        return;
    }
    let near = |head: usize| {
        head == root
            || head > root
                && tokens[head].head == Some(root)
                && matches!(tokens[head].pos, Pos::Noun | Pos::Propn | Pos::Pron)
    };
    let verb = (root + 1..tokens.len()).find(|at| {
        tokens[*at].relation == R::Acl
            && tokens[*at].head.is_some_and(near)
            && matches!(tokens[*at].penn, Penn::Vbn | Penn::Vbd)
            // No comma before it: "The deal, signed on Monday" is no sentence.
            && tokens[*at - 1].penn != Penn::Comma
    });
    if let Some(verb) = verb {
        let noun = tokens[verb].head.unwrap_or(root);
        crown(tokens, verb, root);
        // "In 1994 the two countries signed": the date was the root, the subject hung on it.
        attach(
            tokens,
            root,
            verb,
            if noun == root { R::Nsubj } else { R::Obl },
        );
        attach(tokens, noun, verb, R::Nsubj);
    }
}

/// A participle that opens the sentence as the root: the first verb behind its comma that has a
/// subject, or that modifies the noun behind the comma, is the root. "Speaking in Brussels, the
/// commissioner warned …".
fn participle_root(tokens: &mut [Token]) {
    use Relation as R;
    let Some(root) = root(tokens) else {
        return;
    };
    let opens = tokens[..root].iter().all(|token| token.pos == Pos::Punct);
    let participle = matches!(tokens[root].penn, Penn::Vbg | Penn::Vbn);
    if !opens
        || !participle
        || has(
            tokens,
            root,
            &[R::Nsubj, R::NsubjPassive, R::Aux, R::AuxPassive],
        )
    {
        return;
    }
    let comma = (root..tokens.len()).find(|at| tokens[*at].penn == Penn::Comma);
    let Some(comma) = comma else {
        return;
    };
    for verb in comma + 1..tokens.len() {
        let token = tokens[verb];
        if token.pos != Pos::Verb {
            continue;
        }
        let noun = token
            .head
            .filter(|head| *head > comma && token.relation == R::Acl && *head < verb);
        if let Some(noun) = noun.filter(|_| matches!(token.penn, Penn::Vbn | Penn::Vbd)) {
            crown(tokens, verb, root);
            attach(tokens, noun, verb, R::Nsubj);
        } else if token.head == Some(root) && has(tokens, verb, &[R::Nsubj, R::NsubjPassive]) {
            crown(tokens, verb, root);
        } else {
            continue;
        }
        attach(tokens, root, verb, R::Advcl);
        return;
    }
}

/// A verb whose subject is a relative pronoun, but which modifies no noun: it modifies the noun
/// before the pronoun, and that is the subject of the verb beside it that has none. "The
/// minister, who resigned in March, will testify".
fn relative(tokens: &mut [Token]) {
    use Relation as R;
    let beside = |relation| {
        matches!(
            relation,
            R::Conj | R::Parataxis | R::Ccomp | R::Advcl | R::Dep
        )
    };
    let subjects = [R::Nsubj, R::NsubjPassive];
    let pronoun = (2..tokens.len()).find(|at| {
        let token = tokens[*at];
        let verb = token
            .head
            .filter(|head| *head > *at)
            .map(|head| tokens[head]);
        subjects.contains(&token.relation)
            && matches!(token.penn, Penn::Wp | Penn::Wdt)
            && tokens[*at - 1].penn == Penn::Comma
            && verb.is_some_and(|verb| verb.relation == R::Root || beside(verb.relation))
    });
    let Some((pronoun, inner)) = pronoun.and_then(|at| Some((at, tokens[at].head?))) else {
        return;
    };
    // The noun before the pronoun, and of its phrase the head: "the minister of trade, who".
    let nominal = |at: usize| matches!(tokens[at].pos, Pos::Noun | Pos::Propn);
    let Some(mut noun) = (0..pronoun).rev().find(|at| nominal(*at)) else {
        return;
    };
    while let Some(head) = tokens[noun]
        .head
        .filter(|head| *head < pronoun && nominal(*head))
    {
        noun = head;
    }
    let bare = |at: usize| {
        let lacking = [R::Nsubj, R::NsubjPassive, R::Mark, R::Cc];
        at > inner && tokens[at].pos == Pos::Verb && !has(tokens, at, &lacking)
    };
    if tokens[inner].relation == R::Root {
        let outer = dependents(tokens, inner).find(|at| beside(tokens[*at].relation) && bare(*at));
        let Some(outer) = outer else {
            return;
        };
        crown(tokens, outer, inner);
        attach(tokens, noun, outer, R::Nsubj);
    } else {
        let Some(outer) = tokens[inner].head.filter(|outer| bare(*outer)) else {
            return;
        };
        attach(tokens, noun, outer, R::Nsubj);
    }
    attach(tokens, inner, noun, R::Relative);
}
