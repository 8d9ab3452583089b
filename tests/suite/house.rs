//! The shape of the source tree: floors, names, sizes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::CommandFactory;
use dateline::{
    cli::args::Args,
    ui::keymap::{TABLE, shown},
};

/// The floors, top to bottom: a file uses its own and those before it.
const FLOORS: [&str; 9] = [
    "text", "language", "temporal", "corpus", "timeline", "search", "export", "ui", "cli",
];

/// What only `cli` and `ui/terminal` may do: files, environment, processes, clock, printing.
const WORLD: [&str; 17] = [
    "fs::",
    "env::",
    "net::",
    "process::",
    "stdout",
    "stderr",
    "stdin",
    "println!",
    "print!",
    "eprintln!",
    "eprint!",
    "dbg!",
    "SystemTime",
    "Instant::",
    "Local::",
    "Utc::",
    "static mut",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under `folder`, with its path from the root of the package.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
    }
    assert!(!found.is_empty(), "no sources under {folder}");
    found.sort();
    found
}

/// The text without its comments (line comments are the only kind we write).
fn code(text: &str) -> String {
    text.lines()
        .map(|line| line.find("//").map_or(line, |at| &line[..at]))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The floors that `code`, in the module `module`, names by `crate::` or by climbing with `super::`.
fn named(code: &str, module: &[&str]) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        names.extend(heads(rest));
    }
    let mut rest = code;
    while let Some(at) = rest.find("super::") {
        let chain = &rest[at..];
        let mut depth = 0;
        let mut tail = chain;
        while let Some(next) = tail.strip_prefix("super::") {
            (depth, tail) = (depth + 1, next);
        }
        if depth >= module.len() {
            names.extend(heads(tail));
        }
        rest = tail;
    }
    names
}

/// The first names of a path, or of every path in a group.
fn heads(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else {
        return vec![
            path.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect(),
        ];
    };
    let (mut depth, mut start, mut heads_of) = (0, true, vec![]);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            c if c.is_whitespace() => {}
            _ if start => {
                heads_of.extend(heads(&group[at..]));
                start = false;
            }
            _ => {}
        }
    }
    heads_of
}

/// `src/ui/view/mod.rs` → `["ui", "view"]`.
fn module(path: &Path) -> Vec<&str> {
    let mut parts: Vec<&str> = path
        .iter()
        .skip(1)
        .map(|part| part.to_str().unwrap())
        .collect();
    let file = parts.pop().unwrap().trim_end_matches(".rs");
    if file != "mod" {
        parts.push(file);
    }
    parts
}

#[test]
fn no_file_uses_a_floor_below_its_own() {
    let mut arrows = 0;
    for (path, text) in sources("src") {
        let module = module(&path);
        let Some(own) = FLOORS.iter().position(|floor| *floor == module[0]) else {
            let file = path.file_name().unwrap();
            assert!(
                file == "lib.rs" || file == "main.rs" || module[0] == "bin",
                "{}: on no floor",
                path.display()
            );
            continue;
        };
        for name in named(&code(&text), &module) {
            if let Some(used) = FLOORS.iter().position(|floor| **floor == name) {
                assert!(
                    used <= own,
                    "{} uses {name}, a floor below it",
                    path.display()
                );
                arrows += usize::from(used != own);
            }
        }
    }
    assert!(arrows > 20, "the test reads no paths any more: {arrows}");
}

#[test]
fn the_layer_test_sees_every_way_to_write_a_path() {
    let of = |code: &str| named(code, &["text", "clean"]);
    assert_eq!(of("use crate::ui::State;"), ["ui"]);
    assert_eq!(
        of("use crate::{\n  text::{Span, clean},\n  ui,\n};"),
        ["text", "ui"]
    );
    assert_eq!(of("crate::cli::run()"), ["cli"]);
    assert_eq!(of("use super::super::ui::State;"), ["ui"]);
    assert_eq!(of("use super::super::{ui::State, text};"), ["ui", "text"]);
    assert!(of("use super::span::Span;").is_empty());
}

#[test]
fn the_core_does_not_touch_the_world() {
    for (path, text) in sources("src") {
        let module = module(&path);
        let pure = FLOORS[..8].contains(&module[0]) && !module.starts_with(&["ui", "terminal"]);
        if !pure {
            continue;
        }
        let code = code(&text);
        for word in WORLD {
            let used = code
                .match_indices(word)
                .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
            assert!(!used, "{} uses {word}", path.display());
        }
    }
}

/// Files that may be longer than the rest, and why.
const LONG: [(&str, &str); 2] = [
    ("src/corpus/stock.rs", "a table of phrases"),
    ("src/timeline/lexicon.rs", "tables of words"),
];

/// Lines of code: without comments, blank lines and the tests at the foot.
fn length(text: &str) -> usize {
    let tested = text.find("\n#[cfg(test)]").unwrap_or(text.len());
    code(&text[..tested])
        .lines()
        .filter(|line| !line.trim().is_empty())
        .count()
}

#[test]
fn no_source_file_is_too_long_to_read() {
    for (path, text) in sources("src") {
        let name = path.to_str().unwrap();
        let excused = LONG.iter().any(|(file, _)| *file == name);
        let lines = length(&text);
        assert!(
            lines <= 400 || excused,
            "{name} has {lines} lines of code: divide it"
        );
    }
}

/// Hidden files and what cargo builds aside, nothing else stands at the top.
const TOP: [&str; 12] = [
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "assets",
    "benches",
    "fuzz",
    "seeds",
    "src",
    "target",
    "tests",
];

#[test]
fn nothing_stray_stands_at_the_top() {
    let strays = fs::read_dir(root()).unwrap().filter_map(|entry| {
        let name = entry.unwrap().file_name().into_string().unwrap();
        (!TOP.contains(&name.as_str()) && !name.starts_with('.')).then_some(name)
    });
    assert_eq!(strays.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn main_stays_small() {
    let text = fs::read_to_string(root().join("src/main.rs")).unwrap();
    assert!(text.lines().count() <= 25);
}

/// Between `<!-- name -->` and `<!-- /name -->` in the README stands `wanted`.
/// With `UPDATE_README` set it is put there.
#[track_caller]
fn readme_says(name: &str, wanted: &str) {
    let path = root().join("README.md");
    let text = fs::read_to_string(&path).unwrap();
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = text.find(&open).expect("the opening mark") + open.len();
    let end = start + text[start..].find(&close).expect("the closing mark");
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(&path, [&text[..start], wanted, &text[end..]].concat()).unwrap();
    } else {
        let said = &text[start..end];
        assert!(
            said == wanted,
            "README.md is out of date: set UPDATE_README=1 to mend it"
        );
    }
}

/// The rows of the key table that hold in the panes, or else only while typing.
fn key_table(panes: bool) -> String {
    let mut table = "| keys | what they do |\n|---|---|\n".to_owned();
    for row in TABLE {
        if row.contexts.iter().all(|context| context.types()) == panes {
            continue;
        }
        let keys: Vec<String> = row
            .keys
            .iter()
            .map(|key| format!("`{}`", shown(key.keys, false)).replace('|', "\\|"))
            .collect();
        table += &format!(
            "| {} | {} |\n",
            keys.join(" "),
            row.words.replace('|', "\\|")
        );
    }
    table
}

#[test]
fn the_readme_shows_the_table_of_keys() {
    readme_says("keys", &key_table(true));
    readme_says("typing", &key_table(false));
}

#[test]
fn the_readme_shows_the_command_line() {
    let mut command = Args::command().term_width(90);
    let help = command.render_help().to_string();
    let help: Vec<&str> = help.lines().map(str::trim_end).collect();
    readme_says("usage", &format!("```text\n{}\n```\n", help.join("\n")));
}

#[test]
fn the_readme_counts_the_crates() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let crates = lock.matches("[[package]]").count();
    let text = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(
        text.contains(&format!("{crates} packages stand in `Cargo.lock`")),
        "README.md has to say: {crates} packages stand in `Cargo.lock`"
    );
}

/// The code that may touch the world, without its tests.
fn worldly() -> impl Iterator<Item = (PathBuf, String)> {
    let worldly = |path: &Path| path.starts_with("src/cli") || path.starts_with("src/ui/terminal");
    let sources = sources("src").into_iter();
    sources
        .filter(move |(path, _)| worldly(path))
        .map(|(path, text)| {
            let tested = text.find("\n#[cfg(test)]").unwrap_or(text.len());
            (path, code(&text[..tested]))
        })
}

#[test]
fn only_exports_and_copies_are_written() {
    const WRITES: [&str; 12] = [
        "fs::write",
        "File::create",
        "create_new",
        ".create(",
        ".write(true)",
        ".append(",
        "create_dir",
        "DirBuilder",
        "fs::rename",
        "remove_file",
        "remove_dir",
        "hard_link",
    ];
    let mut files: Vec<PathBuf> = worldly()
        .filter(|(_, code)| WRITES.iter().any(|word| code.contains(word)))
        .map(|(path, _)| path)
        .collect();
    files.sort();
    // The terminal itself is opened to be written to.
    let copies = Path::new("src/ui/terminal/copies.rs");
    let modes = Path::new("src/ui/terminal/modes.rs");
    let store = Path::new("src/cli/store.rs");
    assert_eq!(files, [store, copies, modes]);
}

#[test]
fn no_connection_is_opened() {
    const CONNECTS: [&str; 6] = [
        "TcpStream",
        "TcpListener",
        "UdpSocket",
        "ToSocketAddrs",
        "connect(",
        "net::socket",
    ];
    for (path, code) in worldly() {
        for word in CONNECTS {
            assert!(!code.contains(word), "{} uses {word}", path.display());
        }
    }
    let tables = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let used = &tables[tables.find("[dependencies]").unwrap()..];
    let used = &used[..used.find("[dev-dependencies]").unwrap()];
    for client in [
        "reqwest", "ureq", "hyper", "curl", "tokio", "socket2", "\"net\"",
    ] {
        assert!(!used.contains(client), "a client of the network: {client}");
    }
}

#[test]
fn the_compiler_is_told_what_is_promised() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(manifest.contains("unsafe_code = \"forbid\""));
    let release = &manifest[manifest.find("[profile.release]").unwrap()..];
    let release = release.split("\n\n").next().unwrap();
    assert!(release.contains("overflow-checks = true"));
}

/// Each promise of the README's part on security is one sentence, and names tests that are there.
#[test]
fn every_promise_names_the_tests_that_hold_it() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let part = &readme[readme.find("## Security").unwrap()..];
    let part = &part[..part.find("## Crates").unwrap()];
    let mut tests = String::new();
    for (_, text) in sources("src").into_iter().chain(sources("tests")) {
        tests += &text;
    }
    let mut promises = 0;
    for promise in part.lines().filter_map(|line| line.strip_prefix("- ")) {
        let (said, held) = promise.rsplit_once(" [").expect("the tests behind it");
        assert!(!said.contains(". "), "more than one sentence: {said}");
        for name in held.trim_end_matches("].").split(", ") {
            let name = name.trim_matches('`');
            assert!(tests.contains(&format!("fn {name}(")), "no test {name}");
        }
        promises += 1;
    }
    assert!(promises > 10, "the test reads no promises any more");
}
