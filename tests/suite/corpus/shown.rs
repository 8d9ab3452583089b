//! Facts that a page shows, carries in its elements, or has in its address.

use dateline::corpus::{Article, Source};

use super::{facts, open_one};

const P: &str = "The cable car went up the Drum again on Thursday after two years of repairs, and forty \
    people stood in the snow at the foot of the hill to watch the first cabin leave, the operator said.";

fn page(head: &str, body: &str) -> Article {
    let html = format!("<!doctype html><html><head>{head}</head><body>{body}</body></html>");
    let mut corpus = open_one("a.html", html);
    assert!(corpus.warnings.is_empty(), "{:?}", corpus.warnings);
    corpus.articles.remove(0)
}

/// Two paragraphs as an article.
fn story() -> String {
    format!("<article><p>{P}</p><p>{P}</p></article>")
}

#[test]
fn what_readability_strips_is_read_from_the_page() {
    let rows = [
        // Byline and stamp in spans with a bar between them.
        format!(
            "<div class=\"story\"><h1>Cable car returns</h1><div class=\"meta\"><span>Ines Roth</span> | \
             <span>May 6, 2020, 10:15</span></div><div class=\"text\"><p>{P}</p><p>{P}</p></div></div>"
        ),
        // A teaser's time in the menu is nobody's.
        format!(
            "<nav><a href=\"/x\">Tunnel plan</a> <time datetime=\"2019-01-05\">5 Jan</time></nav><main>\
             <h1>Cable car returns</h1><p>May 6, 2020 · By Ines Roth</p>{}</main>",
            story()
        ),
        // A byline in the header of the page's article.
        format!(
            "<article><header><h1>Cable car returns</h1><p class=\"by\">By Ines Roth</p>\
             <p>Published: 6 May 2020</p></header><p>{P}</p><p>{P}</p></article>"
        ),
    ];
    for body in rows {
        let article = page("<title>Cable car returns</title>", &body);
        let read = facts(&article);
        assert!(
            read.starts_with("Cable car returns | – | Ines Roth | 2020-05-06"),
            "{read}\n{body}"
        );
    }
}

#[test]
fn a_fact_that_the_page_shows_says_where() {
    let body = format!(
        "<h1>Cable car returns</h1><p>6 May 2020 · By Ines Roth</p>{}",
        story()
    );
    let published = page("", &body).published.unwrap();
    assert_eq!(published.source, Source::Markup);
    assert_eq!(published.reason.unwrap(), "the page shows “6 May 2020”");
}

#[test]
fn microdata_and_marked_times_are_facts() {
    for element in [
        "<span itemprop=\"datePublished\" content=\"2020-05-06\">yesterday</span>",
        "<div itemprop=\"datePublished\">2020-05-06</div>",
        "<time itemprop=\"datePublished\" datetime=\"2020-05-06\">6 May</time>",
        "<time class=\"entry-date published\" datetime=\"2020-05-06\">6 May</time>",
        "<time pubdate datetime=\"2020-05-06\">6 May</time>",
    ] {
        let body = format!("<h1>Cable car returns</h1>{element}{}", story());
        assert_eq!(
            facts(&page("", &body)),
            "Cable car returns | – | – | 2020-05-06 | –",
            "{element}"
        );
    }
    for element in [
        "<span itemprop=\"author\">Ines Roth</span>",
        "<a rel=\"author\" href=\"/ines\">Ines Roth</a>",
        "<div itemprop=\"author\" itemscope><img src=\"x\"><span itemprop=\"name\">Ines Roth</span></div>",
        "<div itemprop=\"author\" itemscope><meta itemprop=\"name\" content=\"Ines Roth\">Our desk</div>",
    ] {
        let body = format!("<h1>Cable car returns</h1>{element}{}", story());
        let authors = page("", &body).authors.map(|authors| authors.value);
        assert_eq!(authors.unwrap_or_default(), ["Ines Roth"], "{element}");
    }
}

#[test]
fn what_stands_among_comments_and_related_articles_is_not_the_articles() {
    let others = "<div id=\"comments\"><div><span itemprop=\"author\">Rude Reader</span>\
        <time itemprop=\"datePublished\" datetime=\"2020-05-09\">9 May</time></div></div>\
        <aside><time class=\"published\" datetime=\"2018-01-01\">1 Jan</time></aside>";
    let body = format!("<h1>Cable car returns</h1>{}{others}", story());
    assert_eq!(facts(&page("", &body)), "Cable car returns | – | – | – | –");
}

#[test]
fn the_day_in_the_address_counts_where_nothing_else_does() {
    let head = "<link rel=\"canonical\" href=\"https://w.example/2020/05/06/cable-car\">";
    let article = page(head, &format!("<h1>Cable car returns</h1>{}", story()));
    let published = article.published.unwrap();
    assert_eq!(published.value.to_string(), "2020-05-06");
    assert_eq!(published.source, Source::Name);
    assert_eq!(published.reason.unwrap(), "the address says “2020/05/06”");
    let body = format!("<h1>Cable car returns</h1><p>7 May 2020</p>{}", story());
    assert_eq!(
        page(head, &body).published.unwrap().value.to_string(),
        "2020-05-07"
    );
}

/// JSON-LD in a script element.
fn linked(json: &str) -> String {
    format!("<script type=\"application/ld+json\">{json}</script>")
}

#[test]
fn of_several_articles_in_the_data_the_pages_own_counts() {
    let other = r#"{"@type":"NewsArticle","headline":"Tunnel plan","url":"https://w.example/tunnel","datePublished":"2019-01-05","author":{"name":"Other Hand"}}"#;
    for own in [
        r#"{"@type":"NewsArticle","headline":"Up again","url":"https://www.w.example/cable-car/?x=1","datePublished":"2020-05-06","author":{"name":"Ines Roth"}}"#,
        r#"{"@type":"NewsArticle","headline":"Up again","mainEntityOfPage":{"@id":"https://w.example/cable-car"},"datePublished":"2020-05-06","author":{"name":"Ines Roth"}}"#,
        r#"{"@type":"NewsArticle","headline":"Cable car returns","datePublished":"2020-05-06","author":{"name":"Ines Roth"}}"#,
    ] {
        let head = linked(&format!("[{other},{own}]"))
            + "<link rel=\"canonical\" href=\"https://w.example/cable-car\">";
        let read = facts(&page(
            &head,
            &format!("<h1>Cable car returns</h1>{}", story()),
        ));
        assert!(
            read.ends_with("| – | Ines Roth | 2020-05-06 | –"),
            "{read}\n{own}"
        );
    }
    // Nothing on the page is the other article's.
    let head = linked(&format!("[{other},{other}]"))
        + "<link rel=\"canonical\" href=\"https://w.example/cable-car\">";
    let read = facts(&page(
        &head,
        &format!("<h1>Cable car returns</h1>{}", story()),
    ));
    assert_eq!(read, "Cable car returns | – | – | – | –");
}

#[test]
fn data_with_a_comma_too_many_is_read() {
    let json = "{\"@type\":\"NewsArticle\",\"headline\":\"Up, again\",\n\"datePublished\":\"2020-05-06\",,\"author\":[{\"name\":\"Ines Roth\"},],}";
    let read = facts(&page(&linked(json), &story()));
    assert_eq!(read, "Up, again | – | Ines Roth | 2020-05-06 | –");
}

#[test]
fn an_organisation_yields_to_the_person_that_the_page_shows() {
    let head = linked(
        r#"{"@type":"NewsArticle","headline":"Cable car returns","author":{"@type":"Organization","name":"Hill Wire"}}"#,
    );
    let body = format!("<h1>Cable car returns</h1><p>By Ines Roth</p>{}", story());
    assert_eq!(
        facts(&page(&head, &body)),
        "Cable car returns | Hill Wire | Ines Roth | – | –"
    );
    let body = format!("<h1>Cable car returns</h1>{}", story());
    assert_eq!(
        facts(&page(&head, &body)),
        "Cable car returns | Hill Wire | Hill Wire | – | –"
    );
}

#[test]
fn titles_lose_the_site_and_their_second_escape() {
    for (head, heading, expected) in [
        (
            "<meta property=\"og:title\" content=\"Did the cable car go? - Hill Wire Co.\">",
            "Did the cable car go?",
            "Did the cable car go? | –",
        ),
        (
            "<title>Hill Wire | Did the cable car go?</title>",
            "Did the cable car go?",
            "Did the cable car go? | –",
        ),
        (
            "<meta property=\"og:title\" content=\"The mayor&amp;#39;s car - and yours\">",
            "",
            "The mayor's car - and yours | –",
        ),
        (
            "<title>Did the cable car go? | Hill Wire</title>",
            "Did the cable car go?",
            "Did the cable car go? | Hill Wire",
        ),
    ] {
        let heading = if heading.is_empty() {
            String::new()
        } else {
            format!("<h1>{heading}</h1>")
        };
        let read = facts(&page(head, &format!("{heading}{}", story())));
        assert!(read.starts_with(expected), "{read}\n{head}");
    }
}
