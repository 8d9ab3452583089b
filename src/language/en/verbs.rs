//! Verb groups: tense, aspect, voice, polarity and modality from auxiliaries.

use super::{
    clauses::SUBJECTS,
    inflect::{lemma_of, plain},
    lexicon::{classes_of, function},
};
use crate::language::{
    Aspect, Class, Modality, Penn, Pos, Relation, Sentence, Tense, VerbForm, VerbGroup,
};

/// How far an auxiliary is shared over a coordination.
const DEPTH: usize = 4;

/// The verb group of the clause that hangs on `head`; none where there is no verb.
pub(super) fn verb_group(sentence: &Sentence, head: usize) -> Option<VerbGroup> {
    use Relation as R;
    // "is to appear": the infinitive is the verb.
    let copula = sentence
        .dependent(head, &[R::Cop])
        .filter(|_| sentence.tokens()[head].pos != Pos::Verb);
    let verb = copula.unwrap_or(head);
    let token = sentence.tokens()[verb];
    if !matches!(token.pos, Pos::Verb | Pos::Aux) {
        return None;
    }
    let auxiliaries: Vec<usize> = sentence
        .dependents(head)
        .filter(|at| matches!(sentence.tokens()[*at].relation, R::Aux | R::AuxPassive))
        .collect();
    let mut lemma = lemma_of(sentence.form(verb), token.penn).into_owned();
    let classes = classes_of(&lemma, Pos::Verb);
    // "broke out", "carried out": the particle belongs to the verb.
    if let Some(particle) = sentence
        .dependent(head, &[R::Particle])
        .filter(|_| copula.is_none())
    {
        lemma = format!("{lemma} {}", plain(sentence.form(particle)));
    }
    let with_particle = classes_of(&lemma, Pos::Verb);
    let first = auxiliaries.first().copied().unwrap_or(verb).min(verb);
    let mut group = VerbGroup {
        words: first..verb + 1,
        head: verb,
        classes: if with_particle.first().is_some() {
            with_particle
        } else {
            classes
        },
        lemma,
        form: VerbForm::Finite,
        tense: None,
        aspect: Aspect::Simple,
        passive: false,
        negated: is_negated(sentence, head),
        modality: Modality::None,
    };
    inflect(sentence, head, verb, &auxiliaries, &mut group);
    if auxiliaries.is_empty() && copula.is_none() {
        share(sentence, head, &mut group);
    }
    Some(group)
}

/// Reads form, tense, aspect, voice and modality off the auxiliaries and the verb.
fn inflect(
    sentence: &Sentence,
    head: usize,
    verb: usize,
    auxiliaries: &[usize],
    group: &mut VerbGroup,
) {
    use Relation as R;
    let penn = sentence.tokens()[verb].penn;
    let (mut perfect, mut progressive) = (false, false);
    for at in auxiliaries {
        let token = sentence.tokens()[*at];
        let word = plain(sentence.form(*at));
        let lemma = lemma_of(sentence.form(*at), token.penn);
        group.passive |= token.relation == R::AuxPassive;
        perfect |= matches!(&*lemma, "have" | "'ve");
        progressive |= lemma == "be" && token.relation == R::Aux && penn == Penn::Vbg;
        if token.penn == Penn::Md {
            (group.tense, group.modality) = modal(&word, group);
        } else if group.tense.is_none() {
            group.tense = finite_tense(token.penn);
        }
    }
    group.aspect = match (perfect, progressive) {
        (true, true) => Aspect::PerfectProgressive,
        (true, false) => Aspect::Perfect,
        (false, true) => Aspect::Progressive,
        (false, false) => Aspect::Simple,
    };
    let to = sentence
        .dependents(head)
        .any(|at| sentence.tokens()[at].penn == Penn::To && at < verb);
    if to && group.tense != Some(Tense::Future) {
        group.form = VerbForm::Infinitive;
        group.tense = None;
    } else if group.tense.is_none() {
        bare(sentence, head, verb, group);
    }
}

/// A verb without an auxiliary that has a tense.
fn bare(sentence: &Sentence, head: usize, verb: usize, group: &mut VerbGroup) {
    let penn = sentence.tokens()[verb].penn;
    // A participle or infinitive with a subject before it is a finite verb that was tagged
    // wrong: VBN for VBD, VB for VBP.
    let subject = sentence
        .dependents(head)
        .any(|at| SUBJECTS.contains(&sentence.tokens()[at].relation) && at < verb);
    let stop = sentence
        .tokens()
        .iter()
        .rev()
        .find(|token| token.penn == Penn::Stop);
    let is_headline = stop.is_none();
    let completed = sentence
        .dependent(head, &[Relation::Obj, Relation::Ccomp, Relation::Xcomp])
        .is_some();
    (group.form, group.tense) = match penn {
        Penn::Vbd => (VerbForm::Finite, Some(Tense::Past)),
        Penn::Vbz | Penn::Vbp | Penn::Md => (VerbForm::Finite, Some(Tense::Present)),
        Penn::Vbn if subject && is_headline && !completed => {
            // "Two killed in Kabul blast".
            group.passive = true;
            (VerbForm::Participle, None)
        }
        Penn::Vbn if subject => (VerbForm::Finite, Some(Tense::Past)),
        Penn::Vb if subject => (VerbForm::Finite, Some(Tense::Present)),
        Penn::Vb => (VerbForm::Infinitive, None),
        Penn::Vbn => {
            group.passive = true;
            (VerbForm::Participle, None)
        }
        _ => (VerbForm::Participle, None),
    };
}

/// The tense that a finite auxiliary has.
const fn finite_tense(penn: Penn) -> Option<Tense> {
    match penn {
        Penn::Vbd => Some(Tense::Past),
        Penn::Vbz | Penn::Vbp => Some(Tense::Present),
        _ => None,
    }
}

/// Tense and modality by the modal verb `word`.
fn modal(word: &str, group: &VerbGroup) -> (Option<Tense>, Modality) {
    const MODALITIES: [(Class, Modality); 4] = [
        (Class::Ability, Modality::Ability),
        (Class::Possibility, Modality::Possibility),
        (Class::Obligation, Modality::Obligation),
        (Class::Would, Modality::Hypothesis),
    ];
    if function(word, Class::Future) {
        return (Some(Tense::Future), group.modality);
    }
    let modality = MODALITIES.iter().find(|(class, _)| function(word, *class));
    let modality = modality.map_or(Modality::None, |(_, modality)| *modality);
    (Some(Tense::Present), modality)
}

/// A verb without auxiliaries shares those of the verb that it is coordinated with: "will meet
/// and *address*", "was passed and *amended*".
fn share(sentence: &Sentence, head: usize, group: &mut VerbGroup) {
    let token = sentence.tokens()[head];
    let own = sentence.dependent(head, &SUBJECTS).is_some();
    if own || group.form == VerbForm::Finite && token.penn != Penn::Vbd {
        return;
    }
    let mut at = head;
    for _ in 0..DEPTH {
        let token = sentence.tokens()[at];
        let Some(above) = token.head.filter(|_| token.relation == Relation::Conj) else {
            return;
        };
        at = above;
        if sentence
            .dependent(at, &[Relation::Aux, Relation::AuxPassive])
            .is_some()
        {
            break;
        }
    }
    let Some(from) = (at != head).then(|| verb_group(sentence, at)).flatten() else {
        return;
    };
    let penn = sentence.tokens()[head].penn;
    let fits = match penn {
        Penn::Vb => !from.passive && from.aspect == Aspect::Simple,
        Penn::Vbn => from.passive || from.aspect == Aspect::Perfect,
        Penn::Vbg => matches!(
            from.aspect,
            Aspect::Progressive | Aspect::PerfectProgressive
        ),
        // "was passed and amended" with VBD for VBN.
        Penn::Vbd => {
            from.passive
                && from.tense == Some(Tense::Past)
                && sentence.dependent(head, &[Relation::Obj]).is_none()
        }
        _ => false,
    };
    if fits {
        group.form = from.form;
        group.tense = from.tense;
        group.aspect = from.aspect;
        group.modality = from.modality;
        group.passive = from.passive;
    }
}

/// Whether the verb of `head` is negated, or its subject has "no".
fn is_negated(sentence: &Sentence, head: usize) -> bool {
    let negative = |at: usize| function(&plain(sentence.form(at)), Class::Negative);
    sentence
        .dependents(head)
        .any(|at| match sentence.tokens()[at].relation {
            Relation::Advmod => at < head && negative(at),
            Relation::Nsubj | Relation::NsubjPassive => {
                negative(at)
                    || sentence
                        .dependent(at, &[Relation::Det])
                        .is_some_and(negative)
            }
            _ => false,
        })
}
