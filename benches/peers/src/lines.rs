//! Lines to search: a headline's or a sentence's length, 100 letters on average.

use std::{fs::File, io::Read, process::Command};

/// Fewest and most letters of a line that is cut from a text.
const LEAST: usize = 45;
const MOST: usize = 160;

/// The first `most` lines of a file, or as many made up.
pub fn read(path: Option<&str>, most: usize) -> Vec<String> {
    let mut lines = match path {
        None => made_up(most),
        Some(path) if path.contains(".jsonl") => cut(&text_of(path), most),
        Some(path) => text_of(path).lines().map(str::to_owned).collect(),
    };
    lines.truncate(most);
    lines
}

fn text_of(path: &str) -> String {
    let mut text = String::new();
    if path.ends_with(".xz") {
        let output = Command::new("xz").args(["-dc", path]).output().expect("xz");
        return String::from_utf8_lossy(&output.stdout).into_owned();
    }
    File::open(path)
        .and_then(|mut file| file.read_to_string(&mut text))
        .expect("a readable file");
    text
}

/// The titles and sentences of articles in JSON lines.
fn cut(articles: &str, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for article in articles.lines() {
        let article: serde_json::Value = serde_json::from_str(article).unwrap_or_default();
        for field in ["title", "text"] {
            let text = article[field].as_str().unwrap_or_default();
            for sentence in text.split_inclusive(['.', '!', '?', ';', ':']) {
                pieces(sentence, &mut lines);
            }
        }
        if lines.len() >= most {
            break;
        }
    }
    lines
}

/// A sentence without markup, in pieces of at most [`MOST`] letters.
fn pieces(sentence: &str, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in sentence.split_whitespace() {
        let word = word.trim_matches(|c: char| "*_#>`|[]()".contains(c));
        if word.starts_with("http") {
            continue;
        }
        if line.len() + word.len() > MOST {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if line.len() >= LEAST {
        lines.push(line);
    }
}

/// Lines of made-up words: syllables by the frequency of letters in English, and
/// words by Zipf's law, always the same.
fn made_up(most: usize) -> Vec<String> {
    const ONSETS: &[&str] = &[
        "t", "s", "r", "n", "d", "l", "c", "m", "p", "w", "b", "f", "h", "g", "st", "pr", "th",
        "k", "v", "j", "sh", "tr", "qu", "z", "",
    ];
    const RESTS: &[&str] = &[
        "e", "a", "i", "o", "er", "an", "in", "on", "al", "en", "es", "it", "or", "ou", "u", "ate",
        "ing", "ion", "y", "ex",
    ];
    let mut state = 1u64;
    // Knuth's MMIX generator, squared towards the front of each list.
    let mut below = |count: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let share = (state >> 11) as f64 / (1u64 << 53) as f64;
        (share * share * count as f64) as usize
    };
    let mut words: Vec<String> = [
        "rutte",
        "nato",
        "summit",
        "sekerinska",
        "defense",
        "industry",
    ]
    .map(str::to_owned)
    .to_vec();
    while words.len() < 20_000 {
        let syllables = 1 + below(4);
        let word = (0..syllables)
            .map(|_| [ONSETS[below(25)], RESTS[below(20)]].concat())
            .collect();
        words.insert(below(words.len() + 1), word);
    }
    (0..most)
        .map(|_| {
            let letters = LEAST + below(MOST - LEAST + 60);
            let mut line = String::new();
            while line.len() < letters {
                let few = below(words.len());
                line.push_str(&words[below(few + 1)]);
                line.push(' ');
            }
            line.truncate(line.trim_end().len());
            line
        })
        .collect()
}
