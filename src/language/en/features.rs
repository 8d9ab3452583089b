//! The features of the parser (after Zhang and Nivre 2011), as keys of its weights.
//!
//! Names: `s0`, `s1`, `s2` are the top of the stack and those below, `b0`, `b1`, `b2` the next
//! words; `l` and `r` a node's outermost dependents, `ll` and `rr` those inside them; `f` is a
//! form, `t` a tag, `p` a part of speech.

use super::{
    parse::{Node, State},
    tag::keys,
};
use crate::language::weights::mix;

/// Seeds of the two models, so that their keys differ.
const STEP_SEED: u64 = 0x5851_F42D_4C95_7F2D;
const LABEL_SEED: u64 = STEP_SEED * 2 % (1 << 63);

/// Number of features of a step and of an arc.
pub(crate) const STEP_FEATURES: usize = 80;
pub(crate) const LABEL_FEATURES: usize = 32;

/// How far two places lie apart, in eight classes.
const fn distance(from: usize, to: usize) -> u64 {
    match to.wrapping_sub(from) {
        near @ 0..=4 => near as u64,
        5..=6 => 5,
        7..=10 => 6,
        _ => 7,
    }
}

/// Verbs, commas and conjunctions strictly between two nodes: none, one, more.
fn between(state: &State, from: usize, to: usize) -> u64 {
    if to <= from {
        return 0;
    }
    let (start, end) = (&state.nodes[from], &state.nodes[to - 1]);
    let count = |kind: usize, most: u8| {
        let count = end.passed[kind].wrapping_sub(start.passed[kind]);
        u64::from(count.min(most))
    };
    count(0, 2) | count(1, 2) << 2 | count(2, 1) << 4
}

/// Form and tag as one value.
const fn both(node: &Node) -> u64 {
    node.form ^ (node.tag as u64) << 56
}

impl State {
    /// The node `below` the top of the stack, or the absent one.
    fn on_stack(&self, below: usize) -> usize {
        let at = self.stack.len().checked_sub(1 + below);
        at.map_or(self.len + 1, |at| usize::from(self.stack[at]))
    }

    /// The node `ahead` of the next word, or the absent one.
    fn ahead(&self, ahead: usize) -> usize {
        (self.next + ahead).min(self.len + 1)
    }

    fn node(&self, at: u16) -> &Node {
        &self.nodes[usize::from(at)]
    }
}

/// The features of the next step.
#[inline]
#[rustfmt::skip]
pub(crate) fn step_features(state: &State) -> [u64; STEP_FEATURES] {
    let absent = state.len + 1;
    let [i0, i1, i2] = [0, 1, 2].map(|i| state.on_stack(i));
    let [j0, j1, j2] = [0, 1, 2].map(|j| state.ahead(j));
    let [s0, s1, s2, b0, b1, b2] = [i0, i1, i2, j0, j1, j2].map(|at| &state.nodes[at]);
    let [s0l, s0r, s0ll, s0rr] =
        [s0.left[0], s0.right[0], s0.left[1], s0.right[1]].map(|at| state.node(at));
    let [s1l, s1r, b0l, b0ll] =
        [s1.left[0], s1.right[0], b0.left[0], b0.left[1]].map(|at| state.node(at));
    let [far0, far1] = [(j0, i0, j0), (i1, i1, i0)]
        .map(|(missing, from, to)| if missing == absent { 9 } else { distance(from, to) });
    let [mid0, mid1] = [(j0, i0, j0), (i1, i1, i0)]
        .map(|(missing, from, to)| if missing == absent { 63 } else { between(state, from, to) });
    let (s0ft, b0ft, s1ft) = (both(s0), both(b0), both(s1));
    keys!(STEP_SEED;
        s0ft; s0.tag; b0ft; b0.tag; b1.form, b1.tag; b1.tag;
        s1ft; s1.tag; s2.form, s2.tag; b2.form, b2.tag; b2.tag;
        s0.form, b0.form; s0ft, b0.tag; s0.tag, b0ft; s0.tag, b0.tag; b0.tag, b1.tag;
        s1.form, s0.form; s1.form, s0.tag; s1.tag, s0.form; s1.tag, s0.tag;
        s1.tag, b0.tag; s1.form, b0.tag; s1.tag, b0.form; s1.form, b0.form;
        b0.tag, b1.tag, b2.tag; s0.tag, b0.tag, b1.tag; s1.tag, s0.tag, b0.tag;
        s2.tag, s1.tag, s0.tag; s2.tag, s1.tag, b0.tag;
        s1.form, s0.tag, b0.tag; s1.tag, s0.form, b0.tag; s0.form, b0.tag, b1.tag;
        s0.tag, b0.tag, b1.form; s1.form, s0.form, b0.tag;
        s1.pos, s0.pos, b0.pos, b1.pos; s2.pos, s1.pos, s0.pos, b0.pos;
        s1.tag, s0.tag, b0.tag, b1.tag;
        s0.tag, s0l.tag, b0.tag; s0.tag, s0r.tag, b0.tag; s0.tag, b0.tag, b0l.tag;
        s1.tag, s0.tag, s0r.tag; s1.form, s0.tag, s0l.form; s0.tag, s0l.form, b0.tag;
        s0.form, far0; s0.tag, far0; b0.form, far0; b0.tag, far0; s0.tag, b0.tag, far0;
        s1.tag, s0.tag, far1; s1.form, s0.tag, far1;
        s0.tag, b0.tag, mid0; s1.tag, s0.tag, mid1; s0.tag, b0.tag, b1.tag, mid0;
        s0.tag, s0.lefts, s0.rights; b0.tag, b0.lefts; s1.tag, s1.lefts, s1.rights;
        s0l.form, s0l.label; s0l.tag, s0l.label; s0r.tag, s0r.label;
        b0l.form, b0l.label; b0l.tag, b0l.label; s1l.tag, s1l.label;
        s0.tag, s0l.label, s0ll.label; s0.tag, s0r.label, s0rr.label;
        b0.tag, b0l.label, b0ll.label;
        s0.form, s0.left_set; s0.form, s0.right_set; s0.tag, s0.left_set; s0.tag, s0.right_set;
        b0.tag, b0.left_set; b0.form, b0.left_set;
        s1.tag, s1.right_set; s1.form, s1.right_set; s1.tag, s1.left_set;
        s0.tag, s0.left_set, b0.tag; s0.tag, b0.tag, b0.left_set;
        s1.tag, s1.right_set, s0.tag, s0.left_set, b0.pos;
        s0r.form, s0.tag, b0.tag; s1r.form, s1.tag, s0.tag; s1r.tag, s0l.tag, s1.tag, s0.tag;
    )
}

/// The features of the arc from `head` to `dependent`: `h` and `d`, `dl` and `dr` the outermost
/// dependents of `d`, `sib` the last dependent of `h` on the side of `d`.
#[inline]
#[rustfmt::skip]
pub(crate) fn label_features(state: &State, head: u16, dependent: u16) -> [u64; LABEL_FEATURES] {
    let (hi, di) = (usize::from(head), usize::from(dependent));
    let (h, d) = (&state.nodes[hi], &state.nodes[di]);
    let [dl, dr, dll] = [d.left[0], d.right[0], d.left[1]].map(|at| state.node(at));
    let leftward = head > dependent;
    let (sib, set) = if leftward {
        (state.node(h.left[0]), h.left_set)
    } else {
        (state.node(h.right[0]), h.right_set)
    };
    let first = state.node(h.left[0]);
    let side = u64::from(leftward);
    let (from, to) = (hi.min(di), hi.max(di));
    let far = distance(from, to) << 1 | side;
    let mid = between(state, from, to);
    let (ht, dt) = (u64::from(h.tag) | side << 32, d.tag);
    let [before, after, beyond] = [di - 1, di + 1, hi + 1]
        .map(|at| &state.nodes[if at > state.len { state.len + 1 } else { at }]);
    keys!(LABEL_SEED;
        ht; h.form, side; dt, side; d.form, side; ht, dt; h.form, ht, dt; ht, d.form, dt;
        h.form, d.form, side; ht, dt, far; ht, dt, mid;
        dl.form, dt, side; dl.label, dl.form, ht, dt; dl.label, dll.label, dt, ht;
        d.left_set, ht, dt; d.right_set, ht, dt; d.left_set, d.right_set, dt;
        d.form, d.left_set, side; h.form, d.left_set, dt; h.form, dl.form, side;
        d.form, dl.form, ht;
        set, ht, dt; h.form, set, dt; sib.label, ht, dt; sib.label, sib.tag, dt, h.form;
        h.left_set, ht, dt; first.label, h.left_set, d.left_set, ht, dt;
        before.form, dt, side; before.tag, after.tag, dt, ht; after.form, dt, ht;
        beyond.tag, ht, dt; dr.label, dr.form, dt; h.left_set, h.right_set, ht, dt, d.left_set;
    )
}
