//! Dates as one word, as the program gives them to the parser.

use super::conllu::{Leaf, Tree};
use crate::language::en::training::{is_calendar, is_calendar_expression};

/// `tree` with each date in it as one word; none where nothing changes.
///
/// A date is a run of days of the week, months, years, numbers beside them and commas between
/// them, which hangs together: one of its words only has a head outside it, and nothing
/// outside depends on the others.
pub(super) fn dates(tree: &Tree) -> Option<Tree> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < tree.leaves.len() {
        let end = run(&tree.leaves, at);
        if let Some(head) = head_of(&tree.leaves, at, end).filter(|_| end > at + 1) {
            runs.push((at, end, head));
            at = end;
        } else {
            at += 1;
        }
    }
    (!runs.is_empty()).then(|| merged(tree, &runs))
}

/// Whether `form` is a date, as [`dates`] joins them.
pub(super) fn is_date(form: &str) -> bool {
    is_calendar_expression(form)
}

/// Where the date that begins at `at` ends; `at` where none does.
fn run(leaves: &[Leaf], at: usize) -> usize {
    let calendar = |i: usize| leaves.get(i).is_some_and(|leaf| is_calendar(&leaf.form));
    let number = |i: usize| {
        leaves.get(i).is_some_and(|leaf| {
            let digits = leaf.form.bytes().take_while(u8::is_ascii_digit).count();
            matches!(digits, 1 | 2)
                && matches!(&leaf.form[digits..], "" | "st" | "nd" | "rd" | "th")
        })
    };
    let comma = |i: usize| leaves.get(i).is_some_and(|leaf| leaf.form == ",");
    let mut end = at;
    let opens = calendar(at) || number(at) && calendar(at + 1);
    if !opens {
        return at;
    }
    loop {
        if calendar(end) || number(end) {
            end += 1;
        } else if comma(end) && calendar(end + 1) && end > at {
            end += 2;
        } else {
            return end;
        }
    }
}

/// The word of `at..end` that the others depend on, where the run hangs together.
fn head_of(leaves: &[Leaf], at: usize, end: usize) -> Option<usize> {
    let inside = |node: u16| (at + 1..=end).contains(&usize::from(node));
    let mut outward = (at..end).filter(|i| !inside(leaves[*i].head));
    let head = outward.next()?;
    let alone = outward.next().is_none();
    let closed = leaves.iter().enumerate().all(|(i, leaf)| {
        (at..end).contains(&i) || !inside(leaf.head) || usize::from(leaf.head) == head + 1
    });
    (alone && closed).then_some(head)
}

/// `tree` with each of `runs` (start, end, head) as one word.
fn merged(tree: &Tree, runs: &[(usize, usize, usize)]) -> Tree {
    let mut leaves: Vec<Leaf> = Vec::new();
    // The new place of each node.
    let mut places = vec![0u16];
    let mut at = 0;
    while at < tree.leaves.len() {
        let run = runs.iter().find(|(start, ..)| *start == at);
        let (end, head) = run.map_or((at + 1, at), |(_, end, head)| (*end, *head));
        let forms: Vec<&str> = tree.leaves[at..end]
            .iter()
            .map(|leaf| leaf.form.as_str())
            .collect();
        leaves.push(Leaf {
            form: forms.join(" ").replace(" ,", ","),
            ..tree.leaves[head].clone()
        });
        places.extend((at..end).map(|_| leaves.len() as u16));
        at = end;
    }
    for leaf in &mut leaves {
        leaf.head = places[usize::from(leaf.head)];
    }
    Tree {
        text: String::new(),
        leaves,
    }
}
