//! What the fuzzer found worth keeping, run again.

#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::{fs, path::Path};

/// A target by its name.
type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 6] = [
    ("clean", targets::clean),
    ("tag", targets::tag),
    ("format", targets::format),
    ("dossier", targets::dossier),
    ("query", targets::query),
    ("keys", targets::keys),
];

#[test]
fn the_fuzzers_corpus_still_passes() {
    for (name, target) in TARGETS {
        for folder in ["corpus", "seeds"] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("fuzz")
                .join(folder)
                .join(name);
            let mut files = 0;
            for entry in fs::read_dir(&folder).into_iter().flatten() {
                target(&fs::read(entry.unwrap().path()).unwrap());
                files += 1;
            }
            assert!(
                files > 0 || folder.ends_with("corpus"),
                "{} is empty",
                folder.display()
            );
        }
    }
}
