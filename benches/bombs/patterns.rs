//! What is repeated until it fills the input.

/// For every parser: letters, marks, words and signs on which some step of some
/// program is known to look ahead, go back or copy.
const COMMON: [&str; 22] = [
    "x",
    " ",
    "\n",
    "\t",
    "\"",
    "\\",
    "(",
    "1",
    ". ",
    "A. ",
    "“",
    "\u{301}",
    "\u{1112}\u{1161}\u{11ab}",
    "👩\u{200d}",
    "\u{202e}",
    "\u{1b}[",
    "한 ",
    "today ",
    "in May, ",
    "11/",
    "two weeks after the day before ",
    "The minister said on Tuesday that Ann Lee of NATO left in 2019. ",
];

/// Eight more that a parser has of its own.
pub type Own = [&'static str; 8];

pub const PLAIN: Own = [
    "By Ann Lee\n",
    "Share this\n",
    "July 3, 2020\n",
    "LONDON — ",
    "Photo: Ann Lee/AP\n",
    "Related: \n\n",
    "Comments (3)\n\n",
    "Ann Lee, ",
];
pub const MARKDOWN: Own = ["# ", "> ", "*a _b ", "`", "[a](", "![", "- \n", "***"];
pub const FRONT: Own = ["a: b\n", "- ", "[", "{a: ", "&a ", "*a ", "a:\n ", "? "];
pub const HTML: Own = [
    "<div>",
    "<p>",
    "<table><tr><td>",
    "<a href=\"",
    "<!--",
    "&amp",
    "&lt;",
    "« ",
];
pub const JSON: Own = [
    "[",
    "{\"a\":",
    "\\u0041",
    "\\ud800",
    "\"},{\"text\":\"",
    "]",
    "{\"text\":\"\"},",
    "\",\"a\":\"",
];
pub const LINES: Own = [
    "\"}\n{\"text\":\"",
    "{}\n",
    "[",
    "\n{",
    "\\n",
    "\\u0041",
    "\",\"a\":\"",
    "<p>",
];
pub const NEXIS: Own = [
    "1 of 2 DOCUMENTS\n",
    "End of Document\n",
    "LENGTH: 3 words\n",
    "BYLINE: A\n",
    "Body\n",
    "LOAD-DATE: June 5, 2014\n",
    "Copyright\n",
    "\n\n\n ",
];
pub const FACTIVA: Own = [
    "HD\n",
    "LP\nx\n",
    "PD\n14 September 2017\n",
    "AN\nDocument A\n",
    "BY\n",
    "WC\n9 words\n",
    "SN\n",
    "TD\n\n",
];
pub const FEED: Own = [
    "<item>",
    "<item><title>x</title></item>",
    "<![CDATA[",
    "&amp;",
    "&lt;p&gt;",
    "<a xmlns:a=\"b\">",
    "<!--",
    "</item>",
];
pub const ATOM: Own = [
    "<entry>",
    "<entry><title>x</title></entry>",
    "<content type=\"html\">",
    "&lt;b",
    "<link/>",
    "<author><name>",
    "<?a",
    "</entry>",
];
pub const RIS: Own = [
    "TY  - NEWS\nER  - \n",
    "AU  - A, B\n",
    "TY  - ",
    "ER  - \n",
    "DA  - 2018/10/09/\n",
    "N2  - x\n",
    "TI  - ",
    "\nXX  - ",
];
pub const TOML: Own = [
    "[[article]]\n",
    "[[article]]\nfile = \"a.txt\"\ntitle = \"x\"\n",
    "a = ",
    "[a.",
    "[",
    "{a=",
    "a.",
    "\"\"\"",
];
pub const TAGGER: Own = [
    "the first Monday of ",
    "between 3 and ",
    "1999-",
    "12:00 ",
    "2020년 5월 ",
    "last ",
    "three hundred and ",
    "June 29-",
];
pub const WORDS: Own = ["e\u{300}", "🇰", "漢", "a-", "Mr. ", "? \" ", "\r", "ß"];
pub const BYTES: Own = [
    "\u{0}", "\u{0}a", "é", "\u{7f}", "\u{80}", "\r\n", "\u{feff}", "나",
];
pub const QUERY: Own = ["!", "| ", "a | ", "'a", "^", "\\ ", "jul 2023 ", "\" "];
pub const KEYS: Own = [
    "\u{1b}",
    "\u{1b}]",
    "\u{1b}P",
    "\u{1b}[<0;1",
    "\u{1b}[200~",
    "\u{1b}[201~",
    "9",
    "\u{1b}[1;",
];

/// All thirty.
pub fn of(own: Own) -> impl Iterator<Item = &'static str> {
    COMMON.into_iter().chain(own)
}

/// `unit` as often as it takes to fill `bytes`.
pub fn fill(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}
