//! How Korean papers print who wrote and who published: "홍길동 기자", "ⓒ 한빛신문".

use super::byline::Byline;
use crate::text::Span;

/// Those who write for a paper: reporter, correspondent, editorial writer, intern, stringer.
const ROLES: &[&str] = &[
    "기자",
    "특파원",
    "논설위원",
    "선임기자",
    "인턴기자",
    "전문기자",
    "편집위원",
    "통신원",
    "리포터",
    "앵커",
];

/// What the names of papers and stations end with: daily, newspaper, news, broadcast, economy.
const PAPERS: &[&str] = &[
    "일보",
    "신문",
    "뉴스",
    "방송",
    "경제",
    "타임스",
    "데일리",
    "저널",
    "통신",
];

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// The names before a role at the head of a line, or behind the place of a dateline:
/// "홍길동 기자 gildong@…", "(서울=한빛뉴스) 홍길동 기자 =".
pub fn byline(line: &str, offset: usize) -> Option<Byline> {
    if line.is_ascii() || !line.contains(is_hangul) {
        return None;
    }
    let head = match line.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((_, rest)) => rest.trim_start(),
        None => line,
    };
    let start = line.len() - head.len();
    let (mut names, mut first, mut last) = (Vec::new(), None, 0);
    let mut words = head
        .split([' ', '·', ',', '\u{a0}'])
        .filter(|word| !word.is_empty());
    let at = |word: &str| word.as_ptr() as usize - line.as_ptr() as usize;
    for word in words.by_ref().take(6) {
        let role = ROLES
            .iter()
            .any(|role| word.trim_end_matches([']', ')', '=']) == *role);
        if role && !names.is_empty() {
            let first = first.unwrap_or(start);
            return Some(Byline {
                names,
                span: Span::new(offset + first, offset + last),
            });
        }
        // "기자명": the label of the field.
        if word == "기자명" {
            continue;
        }
        let syllables = word.chars().count();
        if !(2..=4).contains(&syllables) || !word.chars().all(is_hangul) {
            return None;
        }
        first.get_or_insert(at(word));
        last = at(word) + word.len();
        names.push(word.to_owned());
    }
    None
}

/// Whether a name is built like that of a Korean paper.
pub fn is_paper(name: &str) -> bool {
    name.contains(is_hangul) && PAPERS.iter().any(|end| name.ends_with(end))
}

/// Whether a word begins with a Korean letter.
pub fn begins(word: &str) -> bool {
    word.starts_with(is_hangul)
}

/// Whether a line forbids to print it again, as the owner of a text does.
pub fn reserves(line: &str) -> bool {
    line.contains("무단")
}
