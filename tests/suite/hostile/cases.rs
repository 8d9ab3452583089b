//! The hostile corpus, generated: what has done harm in terminals, feeds and file names.

/// Sequences and characters that do harm on their own.
pub fn harm() -> Vec<String> {
    let esc = '\u{1b}';
    let mut harm: Vec<String> = [
        // Control sequences: colours, clearing, moving, modes, reports, the alternate screen.
        "[31;1m",
        "[2J",
        "[H",
        "[?1049l",
        "[?25l",
        "[6n",
        "[c",
        "[>c",
        "[5i",
        "[0;0r",
        "[?1000h",
        "[?2004l",
        "[200~",
        "[1;1H\u{1b}[2K",
        "[3J",
        "[18t",
        "[21t",
        "[8;1;1t",
        "[!p",
        "[?5h",
        // Operating system commands: title, link, clipboard, colours, working folder, notes.
        "]0;owned\u{7}",
        "]2;owned\u{1b}\\",
        "]8;;https://evil.example\u{1b}\\click\u{1b}]8;;\u{1b}\\",
        "]52;c;cm0gLXJmIH4K\u{7}",
        "]52;c;?\u{7}",
        "]4;1;rgb:00/00/00\u{7}",
        "]7;file:///etc\u{7}",
        "]9;ping\u{7}",
        "]777;notify;a;b\u{7}",
        "]1337;SetMark\u{7}",
        "]10;?\u{7}",
        "]50;#1\u{7}",
        // Without an end: everything after would be swallowed.
        "]0;never ends",
        "]52;c;AAAA",
        "]8;;https://evil.example",
        "Pnever ends",
        "_never ends",
        "^never ends",
        "Xnever ends",
        // Device control, application programme, privacy message, start of string.
        "P+q544e\u{1b}\\",
        "P$qm\u{1b}\\",
        "P1000p%begin\u{1b}\\",
        "_Gf=24,s=1,v=1;AAAA\u{1b}\\",
        "^private\u{1b}\\",
        "Xstring\u{1b}\\",
        "Pq#0;2;0;0;0~\u{1b}\\",
        // Short escapes: reset, save, restore, character sets, double width, keypad.
        "c",
        "7",
        "8",
        "D",
        "E",
        "M",
        "N",
        "O",
        "Z",
        "=",
        ">",
        "(0",
        ")0",
        "#3",
        "#8",
        "%G",
        "n",
        "o",
        "|",
    ]
    .iter()
    .map(|tail| format!("{esc}{tail}"))
    .collect();
    // Every control character, C0 and C1, alone.
    let controls = (0..0x20).chain(0x7f..0xa0).filter_map(char::from_u32);
    harm.extend(controls.map(String::from));
    // The same without an escape character: C1 introducers, and spellings that decoders undo.
    for head in ["\u{9b}", "\u{9d}", "\u{90}", "\u{9f}", "\u{9e}", "\u{98}"] {
        harm.push(format!("{head}0;owned\u{9c}"));
        harm.push(format!("{head}31m"));
    }
    for spelt in [
        "&#27;", "&#x1b;", "&#155;", "\\u001b", "\\x1b", "\\033", "^[", "%1b", "&ESC;",
    ] {
        harm.push(format!("{spelt}[31m"));
        harm.push(format!("{spelt}]0;owned{spelt}\\"));
    }
    // What nobody sees, or what turns lines around.
    for c in [
        '\u{202a}',
        '\u{202b}',
        '\u{202c}',
        '\u{202d}',
        '\u{202e}',
        '\u{2066}',
        '\u{2067}',
        '\u{2068}',
        '\u{2069}',
        '\u{200e}',
        '\u{200f}',
        '\u{61c}',
        '\u{200b}',
        '\u{200c}',
        '\u{200d}',
        '\u{2060}',
        '\u{2061}',
        '\u{2064}',
        '\u{206a}',
        '\u{feff}',
        '\u{ad}',
        '\u{34f}',
        '\u{115f}',
        '\u{1160}',
        '\u{3164}',
        '\u{ffa0}',
        '\u{17b4}',
        '\u{180e}',
        '\u{fff9}',
        '\u{fffb}',
        '\u{fffc}',
        '\u{ffff}',
        '\u{e000}',
        '\u{f8ff}',
        '\u{e0001}',
        '\u{e0041}',
        '\u{e007f}',
        '\u{e0100}',
        '\u{f0000}',
        '\u{10ffff}',
        '\u{1d173}',
        '\u{2028}',
        '\u{2029}',
        '\u{fe0f}',
        '\u{2800}',
        '\u{3000}',
    ] {
        harm.push(format!("evil{c}name"));
    }
    harm.extend(letters());
    harm
}

/// Letters that panes get wrong.
fn letters() -> Vec<String> {
    [
        "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}",
        "\u{301}mark first",
        "한국",
        "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}",
        "\u{1100}\u{1100}\u{1100}\u{1100}",
        "\u{1161}\u{11ab}",
        "漢字かな交じり文。",
        "ｶﾞｷﾞｸﾞ",
        "👩\u{200d}👩\u{200d}👧\u{200d}👦",
        "🏳\u{fe0f}\u{200d}🌈",
        "👍🏽",
        "🇰🇷🇰",
        "1\u{fe0f}\u{20e3}",
        "☺\u{fe0f}☺\u{fe0e}",
        "👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩",
        "क्ष्म्य",
        "العربية لا",
        "עִבְרִית",
        "می\u{200c}خواهم",
        "ไทยก็ดี",
        "Z͑ͫ̓a̴l͖g͒o̸",
        "\t\ttabs\t",
        "ﷺ﷽",
        "𒐫",
        "\u{600}\u{6dd}1",
    ]
    .iter()
    .map(|text| (*text).to_owned())
    .collect()
}

/// Every case: a name and the bytes of a file.
pub fn all() -> Vec<(String, Vec<u8>)> {
    let article = |text: &str| {
        format!(
            "A title {text}\n\nBy {text}\n\nOn 14 May 2024 {text} the ferry left {text}.\n\n{text}\n"
        )
    };
    let mut all: Vec<(String, Vec<u8>)> = harm()
        .iter()
        .map(|text| (format!("{text:?}"), article(text).into_bytes()))
        .collect();
    let mut add = |name: &str, bytes: Vec<u8>| all.push((name.to_owned(), bytes));
    add("nothing", Vec::new());
    add("one newline", b"\n".to_vec());
    add("only NUL", vec![0; 300]);
    add(
        "NUL between letters",
        b"On 14 May\0 2024 the\0 ferry left.".to_vec(),
    );
    add(
        "invalid UTF-8",
        b"On 14 May 2024 \xff\xfe\xc3\x28 \xf0\x28\x8c\xbc left. \xed\xa0\x80".to_vec(),
    );
    add(
        "overlong",
        b"On 14 May 2024 \xc0\x9b31m \xe0\x80\x9b left.".to_vec(),
    );
    add("cut UTF-8", "On 14 May 2024 한".as_bytes()[..17].to_vec());
    add(
        "raw C1",
        b"On 14 May 2024 \x9b31m \x9d0;owned\x9c left.".to_vec(),
    );
    // 한국 나토 in CP949, which is also EUC-KR.
    let cp949 = b"\xc7\xd1\xb1\xb9 \xb3\xaa\xc5\xe4 14 May 2024 \x1b[31m".repeat(20);
    add("CP949", cp949);
    for big in [true, false] {
        let units = "\u{feff}On 14 May 2024 \u{1b}[31m 한국 \u{202e}left.".encode_utf16();
        let bytes = units.flat_map(|unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        });
        add(if big { "UTF-16 BE" } else { "UTF-16 LE" }, bytes.collect());
    }
    add("half a surrogate", b"\xff\xfeO\0n\0\x00\xd8 \0".to_vec());
    add("every byte", (0..=255).collect());
    add(
        "every byte twice",
        (0..=255).flat_map(|byte| [byte, byte]).collect(),
    );
    all
}

/// Files of a megabyte of one thing.
pub fn megabytes() -> Vec<(String, Vec<u8>)> {
    [
        ("marks", "\u{301}"),
        ("joiners", "\u{200d}"),
        ("overrides", "\u{202e}"),
        ("escapes", "\u{1b}["),
        ("decomposed Hangul", "\u{1112}\u{1161}\u{11ab}"),
        ("emoji", "👩\u{200d}"),
        ("no space", "x"),
        ("lines", "\n"),
    ]
    .iter()
    .map(|(name, unit)| {
        let mut text = String::from("On 14 May 2024 the ferry left e");
        text.push_str(&unit.repeat(1_000_000 / unit.len()));
        (format!("a megabyte of {name}"), text.into_bytes())
    })
    .collect()
}
