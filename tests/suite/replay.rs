//! What the fuzzer found worth keeping, run again.

#[path = "../../fuzz/src/lib.rs"]
mod targets;

use std::{fs, path::Path};

/// A target by its name.
type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 9] = [
    ("clean", targets::clean),
    ("tag", targets::tag),
    ("format", targets::format),
    ("dossier", targets::dossier),
    ("query", targets::query),
    ("keys", targets::keys),
    ("input", targets::input),
    ("database", targets::database),
    ("stamps", targets::stamps),
];

#[test]
fn what_the_fuzzer_kept_still_passes() {
    for (name, target) in TARGETS {
        for kind in ["seeds", "corpus"] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("fuzz")
                .join(kind)
                .join(name);
            let files: Vec<_> = fs::read_dir(&folder).unwrap().collect();
            assert!(!files.is_empty(), "nothing in {}", folder.display());
            for file in files {
                target(&fs::read(file.unwrap().path()).unwrap());
            }
        }
    }
}
