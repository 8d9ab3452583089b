//! Treebanks in CoNLL-U (<https://universaldependencies.org/format.html>).

use super::{super::Relation, tag_of};
use crate::language::en::training::{LONGEST, Tag};

/// A word of a treebank.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    pub(super) form: String,
    pub(super) upos: String,
    pub(super) xpos: String,
    /// Its tag, if the tagger has it.
    pub(super) tag: Option<Tag>,
    /// Place of its head, counted from one; zero for the root.
    pub(super) head: u16,
    pub(super) relation: Relation,
}

/// A sentence as people have drawn it.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    pub(super) text: String,
    pub(super) leaves: Vec<Leaf>,
}

impl Tree {
    pub(super) fn forms(&self) -> impl Iterator<Item = &str> {
        self.leaves.iter().map(|leaf| leaf.form.as_str())
    }

    /// The head of each node; node 0 stands above the root.
    pub(super) fn heads(&self) -> Vec<u16> {
        std::iter::once(0)
            .chain(self.leaves.iter().map(|leaf| leaf.head))
            .collect()
    }

    /// The label of each node.
    pub(super) fn labels(&self) -> Vec<u8> {
        std::iter::once(0)
            .chain(self.leaves.iter().map(|leaf| leaf.relation as u8))
            .collect()
    }
}

/// The relation of that name; a rare subtype counts as what it is a subtype of.
fn relation(name: &str) -> Relation {
    let find = |name: &str| Relation::ALL.iter().copied().find(|r| r.name() == name);
    find(name)
        .or_else(|| match name {
            "obl:tmod" | "obl:npmod" => Some(Relation::OblUnmarked),
            "nmod:tmod" | "nmod:npmod" => Some(Relation::NmodUnmarked),
            _ => find(name.split(':').next().unwrap_or_default()),
        })
        .unwrap_or(Relation::Dep)
}

/// The sentences of `text`; a sentence too long for the parser is left out.
pub(super) fn read(text: &str) -> Vec<Tree> {
    let mut trees = Vec::new();
    for block in text.split("\n\n") {
        let mut tree = Tree::default();
        for line in block.lines() {
            if let Some(text) = line.strip_prefix("# text = ") {
                text.clone_into(&mut tree.text);
            }
            let fields: Vec<&str> = line.split('\t').collect();
            let [id, form, _, upos, xpos, _, head, name, ..] = fields[..] else {
                continue;
            };
            // Neither "3-4", a token of two words, nor "3.1", a word that is not said.
            let (Ok(_), Ok(head)) = (id.parse::<u16>(), head.parse()) else {
                continue;
            };
            tree.leaves.push(Leaf {
                form: form.to_owned(),
                upos: upos.to_owned(),
                xpos: xpos.to_owned(),
                tag: tag_of(upos, xpos),
                head,
                relation: relation(name),
            });
        }
        if (1..=LONGEST).contains(&tree.leaves.len()) {
            trees.push(tree);
        }
    }
    trees
}
