//! Text as people write it, without end: ever new names, dates, speakers, items. Every loop of
//! the program over what a text names meets more of them than any article has.

use std::fmt::Write;

/// What is written until it fills the input.
pub struct Prose {
    pub name: &'static str,
    /// The file that it stands in.
    pub path: &'static str,
    pub head: &'static str,
    pub unit: fn(usize, &mut String),
    pub tail: &'static str,
}

const MONTHS: [&str; 6] = ["January", "March", "May", "July", "August", "December"];
const NOUNS: [&str; 5] = ["bridge", "school", "market", "harbour", "library"];
const VERBS: [&str; 5] = ["opened", "closed", "bought", "sold", "visited"];

/// An item of JSON Lines with a day of publication.
macro_rules! item {
    ($out:expr, $($text:tt)*) => {
        writeln!(
            $out,
            "{{\"title\":\"Bridge\",\"date\":\"2020-01-0{}\",\"text\":\"{}\"}}",
            1 + $out.len() % 9,
            format_args!($($text)*)
        ).unwrap_or_default()
    };
}

macro_rules! prose {
    ($name:literal, |$i:ident| $($unit:tt)*) => {
        Prose {
            name: $name,
            path: "a.txt",
            head: "Leaders meet\n\nVILNIUS, July 11, 2023 — Leaders met on Tuesday.\n\n",
            unit: |$i, out| writeln!(out, $($unit)*).unwrap_or_default(),
            tail: "",
        }
    };
}

macro_rules! items {
    ($name:literal, |$i:ident| $($unit:tt)*) => {
        Prose {
            name: $name,
            path: "a.jsonl",
            head: "",
            unit: |$i, out| item!(out, $($unit)*),
            tail: "",
        }
    };
}

/// All of it.
pub const PROSE: &[Prose] = &[
    prose!(
        "people",
        |i| "President {} {} said.",
        name(i),
        name(7 * i + 3)
    ),
    prose!(
        "a family",
        |i| "President {} Smith said. Smith left.",
        name(i)
    ),
    prose!(
        "bare titles",
        |i| "President {} {} spoke. On {} the president opened a bridge.",
        name(i),
        name(7 * i),
        day(i)
    ),
    prose!(
        "new titles",
        |i| "{0} President John Smith said the {0} president left on {1}.",
        name(i),
        day(i)
    ),
    prose!(
        "dated",
        |i| "On {} the minister {} {} opened the {} bridge.",
        day(i),
        name(i),
        name(3 * i),
        name(5 * i)
    ),
    prose!(
        "few words",
        |i| "On {} the {} {} the {} and {} the {}.",
        day(i),
        noun(i),
        verb(i / 5),
        noun(i / 3),
        verb(i / 7),
        noun(i / 11)
    ),
    prose!(
        "one day",
        |i| "On 3 May 1999 the {} {} the {} and {} the {}.",
        noun(i),
        verb(i / 5),
        noun(i / 3),
        verb(i / 7),
        noun(i / 11)
    ),
    prose!(
        "one sentence",
        |_i| "The leaders of the city opened the new bridge over the river on 3 May 1999."
    ),
    prose!(
        "speeches",
        |i| "MS. {}: I met {} {} on {}.\n",
        name(i).to_uppercase(),
        name(i),
        name(3 * i),
        day(i)
    ),
    prose!(
        "minutes",
        |i| "{i}. Motion by Councillor {}, seconded by Councillor {}, to approve item {i} on {}. Carried.",
        name(i),
        name(i + 5),
        day(i)
    ),
    prose!(
        "statistics",
        |i| "In {}, output rose {}.{}% to {i} tonnes, compared with {} tonnes in {}.",
        1900 + i % 120,
        i % 90,
        i % 10,
        i + 3,
        1899 + i % 120
    ),
    prose!(
        "lists",
        |i| "{} and {} Council and the Ministry of {};",
        name(i),
        name(3 * i),
        name(5 * i)
    ),
    items!(
        "items",
        |i| "Leaders opened the bridge of {} on {}.",
        name(i),
        day(i)
    ),
    items!("same items", |_i| "It opened on 3 May 1999."),
    items!(
        "one event",
        |i| "Leaders of the city opened the new Danube bridge in Vienna on 3 May 1999, {} said.",
        name(i)
    ),
    Prose {
        name: "half dated",
        path: "a.jsonl",
        head: "",
        unit: |i, out| {
            if i % 2 == 0 {
                item!(out, "Leaders met on Tuesday.");
            } else {
                let day = 1 + i % 28;
                writeln!(
                    out,
                    "{{\"title\":\"t\",\"text\":\"BERLIN, February {day} — They met on Tuesday.\"}}"
                )
                .unwrap_or_default();
            }
        },
        tail: "",
    },
    Prose {
        name: "authors",
        path: "a.json",
        head: "{\"title\":\"x\",\"text\":\"It opened on 3 May 1999.\",\"authors\":[\"A B\"",
        unit: |i, out| write!(out, ",\"{} {}\"", name(i), name(7 * i)).unwrap_or_default(),
        tail: "]}",
    },
    Prose {
        name: "entries",
        path: "dateline.toml",
        head: "",
        unit: |i, out| {
            write!(
                out,
                "[[article]]\nfile = \"{}.txt\"\ntitle = \"x\"\n",
                name(i)
            )
            .unwrap_or_default();
        },
        tail: "",
    },
];

/// What fills so many bytes.
pub fn fill(prose: &Prose, bytes: usize) -> Vec<u8> {
    let mut text = prose.head.to_owned();
    let mut i = 0;
    while text.len() < bytes {
        (prose.unit)(i, &mut text);
        i += 1;
    }
    text.push_str(prose.tail);
    text.into_bytes()
}

/// The name with this number.
fn name(mut number: usize) -> String {
    let mut name = String::new();
    number += 1;
    while number > 0 {
        name.push(b"bdklmnrst"[number % 9] as char);
        name.push(b"aeiou"[number / 9 % 5] as char);
        number /= 45;
    }
    name[..1].make_ascii_uppercase();
    name + "n"
}

fn day(i: usize) -> String {
    format!(
        "{} {} {}",
        1 + i % 30,
        MONTHS[i / 30 % 6],
        1950 + i / 180 % 70
    )
}

fn noun(i: usize) -> &'static str {
    NOUNS[i % 5]
}

fn verb(i: usize) -> &'static str {
    VERBS[i % 5]
}
