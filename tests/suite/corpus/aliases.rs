//! The field names of every format, one row a name: the same article each time.

use dateline::corpus::{Article, BlockKind};

use super::{assert_sound, blocks, facts, open_one};

/// Opens one file and gives its first article.
fn first(path: &str, bytes: &str) -> Article {
    let corpus = open_one(path, bytes);
    let article = corpus.articles.into_iter().next();
    let article = article.unwrap_or_else(|| panic!("no article in {path}: {bytes}"));
    assert_sound(&article);
    article
}

/// Every row is a file's name, the fields, and title, outlet, author, published, updated.
fn check(rows: &[(&str, &str, &str)], file: impl Fn(&str) -> String) {
    for (path, fields, expected) in rows {
        assert_eq!(facts(&first(path, &file(fields))), *expected, "{fields}");
    }
}

#[test]
fn json_objects() {
    let rows = [
        // news-please
        (
            r#""title":"T","maintext":"x","text":null,"authors":["A B"],"date_publish":"2020-05-06 07:08:09","date_modify":"None","source_domain":"o.example""#,
            "T | o.example | A B | 2020-05-06T07:08:09 | –",
        ),
        (
            r#""title":null,"title_page":"T","maintext":"x","date_publish":"None","date_modify":"2020-05-07 07:08:09""#,
            "T | – | – | – | 2020-05-07T07:08:09",
        ),
        (r#""title_rss":"T","maintext":"x""#, "T | – | – | – | –"),
        // trafilatura
        (
            r#""title":"T","author":"A B; C D","hostname":"o.example","date":"2020-05-06","fingerprint":"f","source":"https://o.example/1","source-hostname":"The O","text":"x","excerpt":"e""#,
            "T | The O | A B, C D | 2020-05-06 | –",
        ),
        (
            r#""title":"T","hostname":"o.example","source":"https://o.example/1","raw_text":"x""#,
            "T | o.example | – | – | –",
        ),
        // wallabag
        (
            r#""is_archived":0,"title":"T","url":"https://o.example/1","content":"<p>x</p>","created_at":"2024-01-01T00:00:00+00:00","updated_at":"2024-01-02T00:00:00+00:00","published_at":"2020-05-06T07:08:09+0000","published_by":["A B"],"domain_name":"o.example""#,
            "T | o.example | A B | 2020-05-06T07:08:09Z | –",
        ),
        // CSL-JSON
        (
            r#""id":1,"type":"article-newspaper","title":"T","container-title":"The O","publisher":"P","source":"Catalogue","author":[{"family":"Berg","given":"A","non-dropping-particle":"van den"},{"literal":"C D"}],"issued":{"date-parts":[["2020",5,6]]},"accessed":{"date-parts":[[2024,1,1]]}"#,
            "T | The O | A van den Berg, C D | 2020-05-06 | –",
        ),
        (
            r#""id":1,"type":"webpage","title":"T","issued":{"edtf":"2020-05-06"}"#,
            "T | – | – | 2020-05-06 | –",
        ),
        (
            r#""id":1,"type":"webpage","title":"T","issued":{"raw":"2020-05-06"}"#,
            "T | – | – | 2020-05-06 | –",
        ),
        // ninjs 1.x
        (
            r#""uri":"urn:1","headline":"T","byline":"A B and C D","firstcreated":"2020-05-06T07:08:09Z","versioncreated":"2020-05-07T07:08:09Z","infosource":[{"name":"The O"}],"copyrightholder":"P","body_text":"x","body_xhtml":"<p>x</p>""#,
            "T | The O | A B, C D | 2020-05-06T07:08:09Z | 2020-05-07T07:08:09Z",
        ),
        // ninjs 2 and 3
        (
            r#""uri":"https://o.example/1","by":"A B","versioncreated":"2020-05-06T07:08:09Z","headlines":[{"role":"short","value":"S"},{"role":"main","value":"T"}],"bodies":[{"role":"main","contenttype":"text/plain","value":"x"}]"#,
            "T | – | A B | 2020-05-06T07:08:09Z | –",
        ),
        (
            r#""by":"A B","firstCreated":"2020-05-06T07:08:09Z","versionCreated":"2020-05-07T07:08:09Z","copyrightHolder":"The O","headlines":[{"role":"main","value":"T"}],"bodies":[{"contentType":"text/plain","value":"x"}]"#,
            "T | The O | A B | 2020-05-06T07:08:09Z | 2020-05-07T07:08:09Z",
        ),
    ];
    for (fields, expected) in rows {
        let article = first("a.json", &format!("{{{fields}}}"));
        assert_eq!(facts(&article), expected, "{fields}");
    }
    let article = first(
        "a.json",
        r#"{"headline":"T","bodies":[{"role":"main","contentType":"text/plain","value":"one two"},{"role":"richtext","contentType":"application/xhtml+xml","value":"<p>one</p><p>two</p>"}]}"#,
    );
    assert_eq!(article.text, "one\n\ntwo");
    let article = first(
        "a.json",
        r#"{"title":"T","text":"x","source":"https://o.example/1"}"#,
    );
    assert_eq!(article.url.unwrap().value, "https://o.example/1");
}

#[test]
fn json_feed_items_inherit_the_feeds_authors() {
    let article = first(
        "a.json",
        r#"{"version":"https://jsonfeed.org/version/1.1","title":"The O","authors":[{"name":"A B"}],"items":[{"id":"1","title":"T","content_text":"x","date_published":"2020-05-06T07:08:09Z","date_modified":"2020-05-07T07:08:09Z"}]}"#,
    );
    assert_eq!(
        facts(&article),
        "T | The O | A B | 2020-05-06T07:08:09Z | 2020-05-07T07:08:09Z"
    );
}

#[test]
fn front_matter() {
    let rows = [
        (
            "a.md",
            "title: T\nsource: https://o.example/1\nauthor:\n  - \"[[A B]]\"\n  - \"[[people/c|C D]]\"\npublished: 2020-05-06\ncreated: 2024-01-01",
            "T | – | A B, C D | 2020-05-06 | –",
        ),
        (
            "a.md",
            "layout: post\ntitle: T\ndate: 2020-05-06 07:08:09 +0100\nlast_modified_at: 2020-05-07\nauthor:\n  name: A B\n  url: https://a.example",
            "T | – | A B | 2020-05-06T07:08:09+01:00 | 2020-05-07",
        ),
        (
            "a.md",
            "title: T\nauthors: [A B, C D]\ndate: 2020-05-01\npublishDate: 2020-05-06\nlastmod: 2020-05-07",
            "T | – | A B, C D | 2020-05-06 | 2020-05-07",
        ),
        (
            "a.md",
            "title: T\npubdate: 2020-05-06\nmodified: 2020-05-07",
            "T | – | – | 2020-05-06 | 2020-05-07",
        ),
        (
            "a.md",
            "title: T\nauthor: A B\nurl: https://o.example/1\nhostname: o.example\nsitename: The O\ndate: 2020-05-06",
            "T | The O | A B | 2020-05-06 | –",
        ),
    ];
    check(&rows, |front| {
        format!("---\n{front}\n---\n\nThe text of the article goes on here for a while.\n")
    });
    let rows = [(
        "a.md",
        "title = 'T'\nauthors = [\n  'A B',\n  'C D',\n]\npublishDate = 2020-05-06\nlastmod = 2020-05-07T08:00:00Z\n[params]\n  site = 'The O'",
        "T | The O | A B, C D | 2020-05-06 | 2020-05-07T08:00:00Z",
    )];
    check(&rows, |front| {
        format!("+++\n{front}\n+++\n\nThe text of the article goes on here for a while.\n")
    });
}

#[test]
fn markdownload_clipping() {
    let article = first(
        "a.md",
        "---\ncreated: 2024-01-01T10:00:00 (UTC +01:00)\ntags: [a,b]\nsource: https://o.example/1\nauthor: By A B\n---\n\n# T\n\n> ## Excerpt\n> What the page says of itself.\n\n---\nThe text of the article goes on here for a while.\n",
    );
    assert_eq!(facts(&article), "T | – | A B | – | –");
    assert_eq!(article.url.unwrap().value, "https://o.example/1");
    assert!(!article.text.contains("Excerpt"), "{}", article.text);
    assert!(!article.text.contains("of itself"), "{}", article.text);
}

/// A page with these elements in its head.
fn page(head: &str) -> String {
    let body = "<p>The bridge was closed on Monday after a storm had damaged two of its pillars, the city said in a statement that was read to reporters at noon.</p>".repeat(3);
    format!("<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>")
}

#[test]
fn meta_elements() {
    let meta = |key: &str, value: &str| format!("<meta name=\"{key}\" content=\"{value}\">");
    for key in [
        "og:title",
        "twitter:title",
        "parsely-title",
        "sailthru.title",
        "citation_title",
        "DC.title",
        "dcterms.title",
    ] {
        assert_eq!(
            facts(&first("a.html", &page(&meta(key, "T")))),
            "T | – | – | – | –",
            "{key}"
        );
    }
    for key in [
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "citation_author",
        "DC.creator",
        "dc:creator",
        "dcterms.creator",
        "byl",
    ] {
        let head = meta(key, "By A B") + &meta(key, "C D");
        assert_eq!(
            facts(&first("a.html", &page(&head))),
            "– | – | A B, C D | – | –",
            "{key}"
        );
    }
    for key in [
        "article:published_time",
        "og:published_time",
        "datePublished",
        "date",
        "DC.date.issued",
        "dc:date",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
        "citation_publication_date",
        "pubdate",
        "publish-date",
    ] {
        let head = meta(key, "2020-05-06T07:08:09Z");
        assert_eq!(
            facts(&first("a.html", &page(&head))),
            "– | – | – | 2020-05-06T07:08:09Z | –",
            "{key}"
        );
    }
    for key in [
        "article:modified_time",
        "og:updated_time",
        "last-modified",
        "dcterms.modified",
    ] {
        let head = meta(key, "2020-05-06");
        assert_eq!(
            facts(&first("a.html", &page(&head))),
            "– | – | – | – | 2020-05-06",
            "{key}"
        );
    }
    for key in [
        "og:site_name",
        "application-name",
        "citation_journal_title",
        "dc.publisher",
        "publisher",
    ] {
        assert_eq!(
            facts(&first("a.html", &page(&meta(key, "The O")))),
            "– | The O | – | – | –",
            "{key}"
        );
    }
}

#[test]
fn linked_data() {
    for data in [
        // A graph whose nodes refer to one another.
        r##"{"@context":"https://schema.org","@graph":[{"@type":"Article","headline":"T","datePublished":"2020-05-06","author":{"@id":"#a"},"publisher":{"@id":"#o"}},{"@type":"Organization","@id":"#o","name":"The O"},{"@type":"Person","@id":"#a","name":"A B"}]}"##,
        // Lists, and types in lists.
        r#"[{"@type":"BreadcrumbList"},{"@type":["NewsArticle"],"headline":"T","datePublished":"2020-05-06","author":[{"name":"A B"}],"publisher":{"name":["The O"]}}]"#,
        // A page about the article.
        r#"{"@type":"WebPage","name":"x","mainEntity":{"@type":"ReportageNewsArticle","headline":"T","datePublished":"2020-05-06","creator":"A B","isPartOf":{"name":"The O"}}}"#,
        // Line breaks within words, and the marks of another age around it.
        "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"T\",\"description\":\"a\nb\",\"datePublished\":\"2020-05-06\",\"author\":\"A B\",\"publisher\":\"The O\"}\n//]]>",
    ] {
        let head = format!("<script type=\"application/ld+json\">{data}</script>");
        assert_eq!(
            facts(&first("a.html", &page(&head))),
            "T | The O | A B | 2020-05-06 | –",
            "{data}"
        );
    }
}

#[test]
fn single_file_comment() {
    let html = page("<title>T</title>").replace(
        "<html>",
        "<html><!--\n Page saved with SingleFile \n url: https://o.example/1 \n saved date: Mon Jan 01 2024 10:00:00 GMT+0100\n-->",
    );
    let article = first("a.html", &html);
    assert_eq!(article.url.as_ref().unwrap().value, "https://o.example/1");
    assert_eq!(article.published, None);
}

#[test]
fn reference_records() {
    for (fields, expected) in [
        (
            "TI  - T\nAU  - B, A\nT2  - The O\nDA  - 2020/05/06/evening\nY2  - 2024/01/01/",
            "T | The O | A B | 2020-05-06 | –",
        ),
        (
            "T1  - T\nA1  - B, A\nA1  - D, C\nJF  - The O\nY1  - 2020/05/06/",
            "T | The O | A B, C D | 2020-05-06 | –",
        ),
        ("TI - T\nJ2 - The O\nPY - 2020", "T | The O | – | – | –"),
        (
            "TI  - A title that is\n  long\nPB  - The O",
            "A title that is long | The O | – | – | –",
        ),
    ] {
        let text = format!("TY  - NEWS\n{fields}\nER  - \n");
        assert_eq!(facts(&first("a.ris", &text)), expected, "{fields}");
    }
}

#[test]
fn feed_items() {
    let rss = |channel: &str, item: &str| {
        format!(
            "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>F</title><link>https://f.example</link><description>d</description>{channel}<item><title>T</title>{item}</item></channel></rss>"
        )
    };
    for (item, expected) in [
        (
            "<author>a@o.example (A B)</author><pubDate>Wed, 06 May 2020 07:08:09 GMT</pubDate>",
            "T | F | A B | 2020-05-06T07:08:09Z | –",
        ),
        (
            "<dc:creator>A B</dc:creator><dc:date>2020-05-06</dc:date><dc:publisher>The O</dc:publisher>",
            "T | The O | A B | 2020-05-06 | –",
        ),
        (
            "<source url=\"https://o.example\">The O</source>",
            "T | The O | – | – | –",
        ),
    ] {
        assert_eq!(facts(&first("a.xml", &rss("", item))), expected, "{item}");
    }
    let article = first("a.xml", &rss("", "<guid>https://o.example/1</guid>"));
    assert_eq!(article.url.unwrap().value, "https://o.example/1");
    let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>F</title><id>f</id><updated>2020-05-07T00:00:00Z</updated><author><name>A B</name></author><entry><title>T</title><id>1</id><updated>2020-05-06T00:00:00Z</updated><summary>x</summary><source><title>The O</title></source></entry></feed>";
    assert_eq!(
        facts(&first("a.xml", atom)),
        "T | The O | A B | 2020-05-06T00:00:00Z | 2020-05-06T00:00:00Z"
    );
}

#[test]
fn labels_of_older_exports() {
    let text = "FOCUS - 1 of 1 DOCUMENTS\n\nThe O\n\nMay 6, 2020 Wednesday\n\nSECTION: A; Pg. 1\n\nLENGTH: 30 words\n\nHEADLINE: T of the article\n\nBYLINE: By A B\n\nThe bridge was closed on Monday after a storm had damaged two of its pillars.\n\nLOAD-DATE: May 7, 2020\n";
    let article = first("a.txt", text);
    assert_eq!(
        facts(&article),
        "T of the article | The O | A B | 2020-05-06 | –"
    );
    let body = blocks(&article, BlockKind::Paragraph);
    assert!(body[0].starts_with("The bridge was closed"), "{body:?}");
}
