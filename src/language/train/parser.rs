//! Training of the parser with the dynamic oracle (Goldberg and Nivre 2013): it learns from
//! the places that its own mistakes lead to.

use super::perceptron::{Keys, Perceptron, shuffle};
use crate::language::{
    Relation,
    en::training::{
        ROOT, STEPS, State, Step, Tag, Word, best_step, label, label_features, step_features,
    },
    weights::{Weights, mix},
};

/// A sentence to learn from; heads and labels by node, node 0 above the root.
pub(super) struct Gold {
    pub(super) words: Vec<Word>,
    pub(super) tags: Vec<Tag>,
    pub(super) heads: Vec<u16>,
    pub(super) labels: Vec<u8>,
}

/// How many of the arcs that people drew each step makes impossible.
fn costs(state: &State, gold: &Gold) -> [u32; 3] {
    let (Some((top, below)), next) = (state.stack.split_last(), state.next) else {
        return [0; 3];
    };
    let (top, more) = (usize::from(*top), next <= state.len);
    let head = |at: usize| usize::from(gold.heads[at]);
    let mut costs = [0; 3];
    if more {
        let lost = below.iter().map(|at| usize::from(*at));
        let lost = lost.filter(|at| head(next) == *at || (*at > 0 && head(*at) == next));
        costs[0] = lost.count() as u32 + u32::from(top > 0 && head(top) == next);
    }
    if let Some(second) = below.last() {
        let owed = (next..=state.len).filter(|at| head(*at) == top).count() as u32;
        let of_top = head(top);
        costs[1] = owed + u32::from(of_top == usize::from(*second) || of_top > next);
        costs[2] = owed + u32::from(of_top >= next);
    }
    costs
}

/// Trains steps and labels on `data`; where `only` names features, no others are learnt.
pub(super) fn train(
    data: &[Gold],
    only: [Option<Keys>; 2],
    rounds: usize,
    say: &mut dyn FnMut(&str),
) -> (Perceptron, Perceptron) {
    let [of_steps, of_labels] = only;
    let mut steps = Perceptron::new(STEPS.len(), of_steps);
    let mut labels = Perceptron::new(Relation::ALL.len(), of_labels);
    let mut order: Vec<usize> = (0..data.len()).collect();
    let mut seed = 3;
    for round in 0..rounds {
        shuffle(&mut order, &mut seed);
        let (mut wrong, mut all) = (0u32, 0u32);
        for at in &order {
            let gold = &data[*at];
            let mut state = State::new(&gold.words, &gold.tags);
            while !state.done() {
                let (right, taken) = step(&mut steps, &state, gold);
                all += 1;
                wrong += u32::from(right != taken);
                seed = mix(seed, 11);
                // Mostly on the way that it would go by itself.
                let follow = round > 0 && seed >> 32 & 15 != 0;
                take(
                    &mut labels,
                    &mut state,
                    if follow { taken } else { right },
                    gold,
                );
            }
        }
        let share = 100.0 * f64::from(wrong) / f64::from(all.max(1));
        say(&format!(
            "round {}: {share:.2} % of the steps wrong",
            round + 1
        ));
    }
    (steps.average(), labels.average())
}

/// Learns a step: the best of those that lose nothing, and the one that the model takes.
fn step(steps: &mut Perceptron, state: &State, gold: &Gold) -> (Step, Step) {
    let (allowed, costs) = (state.allowed(), costs(state, gold));
    let least = (0..3).filter(|i| allowed[*i]).map(|i| costs[i]).min();
    let keys = step_features(state);
    let mut scores = [0; 3];
    for key in keys {
        steps.add(key, &mut scores);
    }
    let taken = best_step(scores, allowed);
    let lossless = [0, 1, 2].map(|i| allowed[i] && Some(costs[i]) == least);
    let right = best_step(scores, lossless);
    steps.time += 1;
    if right != taken {
        steps.learn(&keys, right as usize, taken as usize);
    }
    (right, taken)
}

/// Takes `step` and, where its arc is right, learns the arc's label.
fn take(labels: &mut Perceptron, state: &mut State, step: Step, gold: &Gold) {
    let mut told = ROOT;
    if let Some((head, dependent)) = state.arc(step) {
        told = label(labels, state, head, dependent);
        if head > 0 && gold.heads[usize::from(dependent)] == head {
            labels.time += 1;
            let right = gold.labels[usize::from(dependent)];
            if right != told {
                let keys = label_features(state, head, dependent);
                labels.learn(&keys, usize::from(right), usize::from(told));
            }
        }
    }
    state.take(step, told);
}
