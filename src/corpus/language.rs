//! The language that a text is written in: by its script, and by the small words that a
//! language cannot do without.

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Language {
    /// Its code of two letters (ISO 639-1).
    pub code: &'static str,
    /// Its English name.
    pub name: &'static str,
}

impl Language {
    /// Whether dates are read in it.
    #[must_use]
    pub fn is_read(self) -> bool {
        matches!(self.code, "en" | "ko")
    }
}

const fn language(code: &'static str, name: &'static str) -> Language {
    Language { code, name }
}

/// Languages that are told by their letters: first and last letter of a range.
const SCRIPTS: &[(char, char, Language)] = &[
    ('\u{ac00}', '\u{d7a3}', language("ko", "Korean")),
    ('\u{3040}', '\u{30ff}', language("ja", "Japanese")),
    ('\u{4e00}', '\u{9fff}', language("zh", "Chinese")),
    ('\u{0600}', '\u{06ff}', language("ar", "Arabic")),
    ('\u{0590}', '\u{05ff}', language("he", "Hebrew")),
    ('\u{0370}', '\u{03ff}', language("el", "Greek")),
    ('\u{0e00}', '\u{0e7f}', language("th", "Thai")),
    ('\u{0900}', '\u{097f}', language("hi", "Hindi")),
];

/// Small words, each language's most frequent ones; words that mean a name or a number
/// elsewhere are left out.
#[rustfmt::skip]
const WORDS: &[(Language, &[&str])] = &[
    (language("en", "English"), &["the", "and", "of", "to", "that", "was", "were", "for", "with", "his", "which", "said", "has", "have", "been", "from", "this", "on", "by", "it"]),
    (language("de", "German"), &["der", "und", "das", "den", "dem", "nicht", "ist", "sich", "auch", "für", "mit", "auf", "eine", "einen", "wurde", "werden", "nach", "vom", "zum", "im"]),
    (language("fr", "French"), &["les", "des", "est", "une", "dans", "pour", "qui", "que", "avec", "pas", "sur", "aux", "cette", "été", "sont", "du", "et", "au", "ont", "leur"]),
    (language("es", "Spanish"), &["los", "las", "del", "una", "por", "para", "con", "fue", "más", "pero", "como", "este", "esta", "sus", "desde", "ha", "el", "y", "que", "según"]),
    (language("it", "Italian"), &["che", "della", "dei", "delle", "nel", "una", "gli", "sono", "anche", "più", "alla", "dal", "è", "il", "di", "per", "con", "stato", "questo", "ha"]),
    (language("pt", "Portuguese"), &["não", "uma", "dos", "das", "foi", "mais", "pelo", "pela", "também", "são", "ao", "os", "em", "um", "com", "segundo", "após", "seu", "sua", "à"]),
    (language("nl", "Dutch"), &["het", "een", "van", "zijn", "niet", "ook", "voor", "wordt", "werd", "naar", "aan", "bij", "hij", "maar", "deze", "uit", "dat", "heeft", "de", "en"]),
    (language("pl", "Polish"), &["się", "nie", "jest", "że", "przez", "oraz", "został", "była", "który", "która", "w", "z", "na", "do", "po", "od", "dla", "przy", "jak", "ale"]),
    (language("sv", "Swedish"), &["och", "att", "som", "inte", "är", "för", "med", "den", "det", "på", "har", "till", "av", "ett", "från", "efter", "vid", "om", "har", "sig"]),
    (language("tr", "Turkish"), &["ve", "bir", "bu", "için", "ile", "olarak", "daha", "olan", "gibi", "çok", "sonra", "kadar", "ise", "göre", "da", "de", "ne", "en", "her", "ancak"]),
    (language("id", "Indonesian"), &["yang", "dan", "di", "dengan", "untuk", "ini", "itu", "dari", "pada", "tidak", "telah", "akan", "oleh", "juga", "dalam", "karena", "ada", "bisa", "saat", "kata"]),
    (language("ru", "Russian"), &["и", "в", "не", "на", "что", "по", "как", "его", "это", "из", "был", "для", "они", "было", "или", "уже", "все", "года", "она", "от"]),
    (language("uk", "Ukrainian"), &["і", "та", "що", "на", "не", "до", "це", "він", "як", "від", "був", "або", "його", "про", "року", "після", "під", "за", "у", "були"]),
];

/// How many letters of a text tell its script.
const LETTERS: usize = 600;
/// How many words of a text are looked at.
const MOST: usize = 200;
/// A text of fewer words is too short to be told.
const LEAST: usize = 8;

/// English words that hold sentences together make up this share of English prose at the
/// least, in percent.
const ENGLISH: usize = 28;

/// The language of `text`; `None` where nothing tells it. `small` is the share of the small
/// words of English among its words, in percent.
///
/// ```
/// use dateline::corpus::language;
/// let text = "Der Bürgermeister wurde am Montag in der Halle gewählt, und das ist nicht alles.";
/// assert_eq!(language::of(text, 6).unwrap().name, "German");
/// ```
#[must_use]
pub fn of(text: &str, small: usize) -> Option<Language> {
    let english = || (small >= ENGLISH).then_some(WORDS[0].0);
    script(text).or_else(english).or_else(|| small_words(text))
}

/// The language of the script that most letters are of.
fn script(text: &str) -> Option<Language> {
    let mut counts = [0_usize; SCRIPTS.len()];
    let mut letters = 0;
    for c in text.chars().filter(|c| c.is_alphabetic()).take(LETTERS) {
        letters += 1;
        if let Some(i) = SCRIPTS
            .iter()
            .position(|(from, to, _)| (*from..=*to).contains(&c))
        {
            counts[i] += 1;
        }
    }
    // Japanese is written with Chinese signs too.
    if counts[1] * 5 > letters && counts[1] > 0 {
        return Some(SCRIPTS[1].2);
    }
    let (i, most) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
    (most * 2 > letters && letters >= 4).then_some(SCRIPTS[i].2)
}

/// The language whose small words the text has most of: one word in twelve at the least, and
/// clearly more than of any other.
fn small_words(text: &str) -> Option<Language> {
    let mut counts = [0_usize; WORDS.len()];
    let mut all = 0;
    for word in crate::text::split::runs(text).take(MOST) {
        all += 1;
        let lower = word.to_lowercase();
        for (count, (_, words)) in counts.iter_mut().zip(WORDS) {
            *count += usize::from(words.contains(&lower.as_str()));
        }
    }
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(counts[i]));
    let (first, second) = (counts[order[0]], counts[order[1]]);
    let clear = first * 12 >= all && first * 4 >= second * 5 && first >= 2;
    (all >= LEAST && clear).then_some(WORDS[order[0]].0)
}
