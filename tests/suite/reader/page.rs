//! Pages lose nothing and invent nothing.

use dateline::{
    corpus::BlockKind,
    ui::state::reader::page::{Page, RowKind},
};
use proptest::prelude::*;

use crate::fixture::article;

/// The letters of a text, white space left out.
fn ink(text: &str) -> String {
    text.split_whitespace().collect()
}

fn kind() -> impl Strategy<Value = BlockKind> {
    use BlockKind::{Byline, Caption, Dateline, Furniture, Headline, Paragraph, Quote};
    prop::sample::select(vec![
        Headline, Byline, Dateline, Paragraph, Caption, Quote, Furniture,
    ])
}

proptest! {
    #[test]
    fn every_letter_is_on_the_page_once(
        blocks in prop::collection::vec((kind(), "[a-z가-힣漢é \n-]{0,80}"), 0..8),
        measure in 1_usize..80,
    ) {
        let blocks: Vec<(BlockKind, &str)> = blocks.iter().map(|(k, t)| (*k, t.as_str())).collect();
        let article = article("a.txt", &blocks);
        let whole = Page::of(0, &article, measure, true);
        let shown: String = whole.rows.iter().map(|row| ink(row.span.of(&article.text))).collect();
        prop_assert_eq!(shown, ink(&article.text));

        let folded = Page::of(0, &article, measure, false);
        let rows = folded.rows.iter().filter(|row| row.kind != RowKind::Blank);
        let shown: String = rows.map(|row| ink(row.span.of(&article.text))).collect();
        prop_assert_eq!(shown, ink(&article.text));
        let starts: Vec<usize> = folded.rows.iter().map(|row| row.span.start).collect();
        prop_assert!(starts.is_sorted(), "{starts:?}");
    }
}

#[test]
fn a_dateline_flows_into_its_paragraph() {
    let mut article = article("a.txt", &[(BlockKind::Paragraph, "OSLO - The ferry left.")]);
    let (mut head, mut tail) = (article.blocks[0], article.blocks[0]);
    head.kind = BlockKind::Dateline;
    head.span.end = 4;
    tail.span.start = 7;
    article.blocks = vec![head, tail];
    let page = Page::of(0, &article, 40, false);
    assert_eq!(page.rows.len(), 1);
    assert_eq!(
        page.rows[0].span.of(&article.text),
        "OSLO - The ferry left."
    );
}
