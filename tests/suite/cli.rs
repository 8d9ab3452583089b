//! The commands, run as a user runs them.

mod folders;
mod lost;
mod systems;

use std::{
    fs::File,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

/// The program with these arguments, away from the user's own settings.
pub fn dateline(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command
        .args(arguments)
        .env("LANG", "C.UTF-8")
        .env_remove("LC_ALL")
        .stdin(Stdio::null());
    command
}

/// What it did: exit status, standard output, standard error.
pub fn outcome(command: &mut Command) -> (i32, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    (
        status.code().expect("the program exits"),
        text(stdout),
        text(stderr),
    )
}

/// Standard output of a command that has to succeed in silence.
fn printed(arguments: &[&str]) -> String {
    let (status, out, err) = outcome(&mut dateline(arguments));
    assert_eq!((status, err.as_str()), (0, ""), "{arguments:?}");
    out
}

/// One JSON object a line.
fn objects(arguments: &[&str]) -> Vec<Value> {
    printed(arguments)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect()
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect()
}

/// The seeds as files.
const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");

#[test]
fn without_a_terminal_the_timeline_is_printed() {
    let text = printed(&[]);
    assert!(
        text.lines()
            .next()
            .is_some_and(|line| line.contains("NATO and South Korea"))
    );
    assert!(!text.contains('\x1b'));
}

#[test]
fn list_prints_every_event_with_an_id_that_show_takes() {
    let list = printed(&["list"]);
    let events = objects(&["list", "--json"]);
    assert_eq!(list.lines().count(), events.len());
    for (line, event) in list.lines().zip(&events) {
        let id = line.split_whitespace().next().unwrap();
        assert_eq!(event["id"], id);
        let shown = printed(&["show", id]);
        let summary = event["summary"].as_str().unwrap();
        assert!(shown.starts_with(summary), "{shown}");
    }
}

#[test]
fn list_json_has_the_promised_fields_and_offsets_in_code_points() {
    let articles = objects(&["list", "--articles", "--json", SEEDS, "--no-dossier"]);
    let text_of = |path: &str| std::fs::read_to_string(path).unwrap();
    for article in &articles {
        for key in [
            "id",
            "path",
            "title",
            "outlet",
            "author",
            "published",
            "updated",
            "url",
            "how",
            "blocks",
            "events",
        ] {
            assert!(keys(article).contains(&key), "{key}");
        }
        let letters = text_of(article["path"].as_str().unwrap()).chars().count() as u64;
        for block in article["blocks"].as_array().unwrap() {
            assert!(block["start"].as_u64() < block["end"].as_u64());
            assert!(block["end"].as_u64().unwrap() <= letters);
        }
    }
    assert_eq!(articles.len(), 5);
    for event in objects(&["list", "--json", SEEDS]) {
        for key in [
            "id",
            "date",
            "end",
            "granularity",
            "certainty",
            "summary",
            "phase",
            "role",
            "actors",
            "tellings",
        ] {
            assert!(keys(&event).contains(&key), "{key}");
        }
        for telling in event["tellings"].as_array().unwrap() {
            let text: Vec<char> = text_of(telling["article"].as_str().unwrap())
                .chars()
                .collect();
            for part in [telling, &telling["timex"]] {
                let at = |key: &str| part[key].as_u64().unwrap() as usize;
                let cut: String = text[at("start")..at("end")].iter().collect();
                assert_eq!(part["text"], cut.as_str());
            }
        }
    }
}

#[test]
fn no_dossier_leaves_the_dossier_unread() {
    let how = |arguments: &[&str]| {
        let articles = objects(arguments);
        articles
            .iter()
            .flat_map(|article| article["how"].as_object().unwrap().values().cloned())
            .filter(|how| how == "dossier")
            .count()
    };
    assert!(how(&["list", "--articles", "--json"]) > 0);
    assert_eq!(how(&["list", "--articles", "--json", "--no-dossier"]), 0);
    assert_eq!(how(&["--no-dossier", "list", "--articles", "--json"]), 0);
}

#[test]
fn search_finds_what_is_there_and_only_that() {
    let found = objects(&["search", "sekerinska", "--json"]);
    assert!(!found.is_empty());
    for hit in &found {
        let letters = hit["text"].as_str().unwrap().chars().count() as u64;
        for position in hit["positions"].as_array().unwrap() {
            assert!(position.as_u64().unwrap() < letters);
        }
    }
    // As grep: nothing is a status of its own, and a line on standard error.
    let (status, out, err) = outcome(&mut dateline(&["search", "'qqxyzzy"]));
    assert_eq!((status, out.as_str()), (1, ""));
    assert_eq!(
        err,
        "dateline: nothing matches 'qqxyzzy; fewer words find more\n"
    );
    assert_eq!(
        printed(&["search", "nato", "--limit", "3"]).lines().count(),
        3
    );
}

#[test]
fn words_that_are_no_path_are_the_query() {
    let whole = printed(&["search", "rutte lee"]);
    assert!(whole.contains("Rutte"));
    assert_eq!(printed(&["search", "rutte", "lee"]), whole);
    // The folder is the shipped dossier without its facts.
    let bare = printed(&["search", "rutte", "lee", "--no-dossier"]);
    let there = printed(&["search", "rutte", "lee", SEEDS]);
    assert_eq!(there.lines().count(), bare.lines().count());
    let (status, _, err) = outcome(&mut dateline(&["search", "rutte", "no/such"]));
    assert_eq!(status, 2);
    assert!(err.contains("no/such"), "{err}");
}

#[test]
fn show_prints_whole_sentences_and_json() {
    for event in objects(&["list", "--json"]) {
        let id = event["id"].as_str().unwrap();
        for line in printed(&["show", id]).lines() {
            if let Some(quote) = line.strip_prefix("  > ") {
                let first = quote.trim_start_matches(|c: char| !c.is_alphanumeric());
                let begins = first.chars().next().unwrap();
                assert!(!begins.is_lowercase(), "{quote}");
            }
        }
        assert_eq!(objects(&["show", id, "--json"]), [event]);
    }
    let article = &objects(&["list", "--articles", "--json"])[0];
    let id = article["id"].as_str().unwrap();
    assert_eq!(&objects(&["show", id, "--json"])[0], article);
}

#[test]
fn without_utf_8_what_people_read_is_ascii() {
    let id = objects(&["list", "--articles", "--json"])[0]["id"].clone();
    for arguments in [
        &[][..],
        &["list"],
        &["list", "--articles"],
        &["search", "sekerinska"],
        &["show", id.as_str().unwrap()],
        &["check"],
    ] {
        let (_, out, err) = outcome(dateline(arguments).env("LANG", "C"));
        assert!(out.is_ascii() && err.is_ascii(), "{arguments:?}: {out}");
    }
    let (_, out, _) = outcome(dateline(&["list", "--json"]).env("LANG", "C"));
    assert!(out.contains('Š'), "data is UTF-8 everywhere");
}

#[test]
fn a_query_that_is_a_book_is_cut_and_said_to_be() {
    let book = format!("{}qqxyzzy", "nato ".repeat(80));
    let (status, out, err) = outcome(&mut dateline(&["search", &book]));
    assert_eq!(
        (status, err.as_str()),
        (0, "dateline: the query was cut to 400 characters\n")
    );
    assert_eq!(out, printed(&["search", &book[..400]]));
    assert!(!out.is_empty());
}

#[test]
fn show_takes_articles_and_refuses_what_is_not_there() {
    let articles = objects(&["list", "--articles", "--json"]);
    for article in articles {
        for key in ["id", "path"] {
            let text = printed(&["show", article[key].as_str().unwrap()]);
            let title = article["title"].as_str().unwrap();
            assert!(text.starts_with(title), "{text}");
        }
    }
    let (status, out, err) = outcome(&mut dateline(&["show", "nothing\x1b[31m"]));
    assert_eq!((status, out.as_str()), (2, ""));
    assert_eq!(err.lines().count(), 1);
    assert!(!err.contains('\x1b'), "{err:?}");
}

#[test]
fn check_names_what_was_not_found() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), "words without a day\n").unwrap();
    let text = printed(&["check", folder.path().to_str().unwrap()]);
    assert!(
        text.lines()
            .any(|line| line.contains("a.txt") && line.contains("published"))
    );
}

#[test]
fn completions_and_man_come_from_the_table() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = printed(&["completions", shell]);
        assert!(script.contains("no-dossier"), "{shell}");
    }
    let page = printed(&["man"]);
    for words in [
        ".TH",
        "max\\-file\\-size",
        ".SH KEYS",
        "DATELINE LIST",
        "\\-\\-articles",
    ] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn wrong_usage_is_one_line_and_status_2() {
    let wrong: [&[&str]; 6] = [
        &["--no-such-option"],
        &["--theme", "purple"],
        &["--max-file-size", "lots"],
        &["search"],
        &["completions", "none"],
        &["somewhere", "list"],
    ];
    for arguments in wrong {
        let (status, out, err) = outcome(&mut dateline(arguments));
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert_eq!(err.lines().count(), 1, "{err}");
        assert!(err.starts_with("dateline: "), "{err}");
    }
}

#[test]
fn help_and_version_are_answers() {
    assert!(printed(&["--help"]).contains("Usage: dateline"));
    assert_eq!(
        printed(&["--version"]),
        concat!("dateline ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn a_reader_who_has_had_enough_is_no_error() {
    for arguments in [&["list", "--json"][..], &[], &["--help"], &["man"]] {
        let mut child = dateline(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let done = child.wait_with_output().unwrap();
        assert_eq!(done.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&done.stderr), "");
    }
}

#[test]
fn a_full_disk_is_status_3_and_one_line() {
    for arguments in [&["list", "--articles", "--json"][..], &[], &["man"]] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let (status, _, err) = outcome(dateline(arguments).stdout(full));
        assert_eq!(status, 3, "{arguments:?}");
        assert_eq!(err.lines().count(), 1, "{err}");
        assert_eq!(err.matches("No space").count(), 1, "{err}");
    }
}

#[test]
fn standard_input_is_an_article_too() {
    let text = File::open(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/seeds/000_e8b2fe9ec3e4ab21.txt"
    ));
    let mut command = dateline(&["list", "--articles", "-"]);
    let (status, out, _) = outcome(command.stdin(text.unwrap()));
    assert_eq!((status, out.lines().count()), (0, 1));
}

#[test]
fn lines_are_chosen_on_a_terminal_or_not_at_all() {
    let (status, out, err) = outcome(dateline(&["--lines", "search", "x"]).env("TERM", "xterm"));
    assert_eq!((status, out.as_str()), (2, ""), "{err}");
    assert!(err.contains("--lines stands before the command"), "{err}");
    let (status, _, err) = outcome(dateline(&["--lines"]).env("TERM", "dumb"));
    assert_eq!(status, 2);
    assert!(err.contains("try dateline search --lines"), "{err}");
}

#[test]
fn check_names_every_fact_and_fix_writes_a_table_to_fill_in() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap().to_owned();
    std::fs::write(folder.path().join("a.txt"), "words without a day\n").unwrap();
    let german = "Der Bürgermeister wurde am Montag in der Halle gewählt, und das ist nicht alles, was sich in der Stadt geändert hat.\n";
    std::fs::write(folder.path().join("b \"x\".txt"), german).unwrap();
    let text = printed(&["check", &path]);
    for fact in ["title", "outlet", "author", "published"] {
        let line =
            |line: &str| line.contains("a.txt") && line.contains(&format!("{fact} not found"));
        assert!(text.lines().any(line), "{fact}: {text}");
    }
    assert!(text.contains("the text is in German"), "{text}");
    let text = printed(&["check", "--fix", &path]);
    assert!(text.contains("with 2 articles to fill in"), "{text}");
    let file = folder.path().join("dateline.toml");
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(
        written.contains("[[article]]\nfile = \"a.txt\"\n# title = \"\"  # "),
        "{written}"
    );
    // Filled in it is read, and a second one is never written over it.
    let filled = written.replacen("# title = \"\"", "title = \"T\"", 1);
    std::fs::write(&file, &filled).unwrap();
    assert!(!printed(&["check", &path]).contains("a.txt: title"));
    let (status, out, err) = outcome(&mut dateline(&["check", "--fix", &path]));
    assert_eq!((status, err.lines().count()), (2, 1), "{out}{err}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), filled);
}
