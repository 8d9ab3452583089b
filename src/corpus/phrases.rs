//! The stock phrases of web pages around an article: what they announce.

/// What a stock phrase announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noise {
    /// Share buttons, printing, listening.
    Share,
    /// Advertisements, subscriptions, newsletters.
    Promo,
    /// Readers' comments and the form for them: what follows is not the article.
    Comments,
    /// Links to other articles.
    Related,
    /// Copyright, terms, cookies.
    Legal,
    /// Menus and navigation.
    Menu,
}

/// What `line` is, where it is a stock phrase; `words` is its number of words.
pub fn noise(line: &str, words: usize) -> Option<Noise> {
    if line.starts_with(['©', 'Ⓒ', 'ⓒ']) {
        return Some(Noise::Legal);
    }
    if words > 60 {
        return None;
    }
    let key = key(line);
    if words <= 8 {
        if let Some(noise) = exact(&key) {
            return Some(noise);
        }
        if let Some(noise) = counted(&key) {
            return Some(noise);
        }
    }
    PREFIXES
        .iter()
        .find(|(phrase, most, _)| {
            words <= *most
                && key
                    .strip_prefix(phrase)
                    .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
        .map(|&(_, _, noise)| noise)
}

/// Lower case, typographic apostrophes made plain, marks at both ends dropped, spaces single.
fn key(line: &str) -> String {
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    let mut out = String::with_capacity(bare.len());
    for c in bare.chars() {
        match c {
            '’' | '‘' => out.push('\''),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

fn exact(key: &str) -> Option<Noise> {
    use Noise::{Comments, Legal, Menu, Promo, Related, Share};
    Some(match key {
        "share"
        | "share this"
        | "share this article"
        | "share this story"
        | "share this post"
        | "share article"
        | "share story"
        | "tweet"
        | "email"
        | "e-mail"
        | "print"
        | "copy link"
        | "facebook"
        | "twitter"
        | "linkedin"
        | "pinterest"
        | "whatsapp"
        | "reddit"
        | "telegram"
        | "instagram"
        | "youtube"
        | "tiktok"
        | "google plus"
        | "google+"
        | "messenger"
        | "flipboard"
        | "tumblr"
        | "bluesky"
        | "threads"
        | "pocket"
        | "pin"
        | "save"
        | "saved"
        | "bookmark"
        | "listen"
        | "sms"
        | "line"
        | "mail"
        | "link"
        | "copy"
        | "copied"
        | "link copied"
        | "gift"
        | "social sharing"
        | "sharing"
        | "shares"
        | "share on x"
        | "x"
        | "text size"
        | "font size"
        | "save article"
        | "print article"
        | "audio only"
        | "live"
        | "follow"
        | "follow us"
        | "email this article"
        | "share options"
        | "share full article"
        | "pin it"
        | "like this"
        | "like loading"
        | "rss"
        | "link copied to clipboard"
        | "fb"
        | "comment icon" => Share,
        "advertisement"
        | "advertising"
        | "ad"
        | "ads"
        | "sponsored"
        | "promoted"
        | "sponsored content"
        | "paid content"
        | "subscribe"
        | "subscribe now"
        | "sign up"
        | "signup"
        | "newsletter"
        | "newsletters"
        | "donate"
        | "join"
        | "join now"
        | "support us"
        | "get the app"
        | "download the app"
        | "loading"
        | "start your free trial"
        | "email address"
        | "your email"
        | "enter your email"
        | "submit"
        | "close"
        | "dismiss"
        | "story continues below advertisement"
        | "article continues below advertisement"
        | "story continues below"
        | "article continues below"
        | "subscribers only"
        | "remove ads"
        | "skip advertisement"
        | "send feedback"
        | "thanks for your feedback"
        | "how can we improve"
        | "thanks for signing up"
        | "sponsor center"
        | "report this ad" => Promo,
        "comments"
        | "comment"
        | "reader comments"
        | "readers comments"
        | "readers' comments"
        | "leave a comment"
        | "leave a reply"
        | "leave comment"
        | "post a comment"
        | "add a comment"
        | "add comment"
        | "post comment"
        | "write a comment"
        | "join the conversation"
        | "join the discussion"
        | "view comments"
        | "show comments"
        | "see comments"
        | "no comments"
        | "no comments yet"
        | "post with no comments"
        | "have your say"
        | "view more comments"
        | "load comments"
        | "comments are closed"
        | "comments section"
        | "discussion"
        | "conversation"
        | "user comments"
        | "latest comments"
        | "top comments"
        | "your comment"
        | "submit a comment"
        | "leave your comment"
        | "responses"
        | "replies"
        | "comment on this story"
        | "comments on this entry are closed"
        | "cancel reply"
        | "what do you think"
        | "view all comments"
        | "hide comments" => Comments,
        "related"
        | "related articles"
        | "related article"
        | "related stories"
        | "related story"
        | "related content"
        | "related posts"
        | "related topics"
        | "related news"
        | "related links"
        | "related coverage"
        | "related reading"
        | "related items"
        | "related video"
        | "related videos"
        | "read more"
        | "read next"
        | "up next"
        | "next story"
        | "next article"
        | "next up"
        | "next post"
        | "previous post"
        | "previous article"
        | "recommended"
        | "recommended for you"
        | "recommended stories"
        | "recommended reading"
        | "recommended articles"
        | "recommendations"
        | "you may also like"
        | "you might also like"
        | "you may like"
        | "you might like"
        | "you might be interested in"
        | "trending"
        | "trending now"
        | "trending stories"
        | "most read"
        | "most popular"
        | "popular"
        | "popular posts"
        | "popular stories"
        | "popular articles"
        | "most viewed"
        | "most commented"
        | "most recent"
        | "most shared"
        | "most watched"
        | "latest"
        | "latest news"
        | "latest stories"
        | "latest articles"
        | "latest posts"
        | "latest videos"
        | "latest headlines"
        | "recent posts"
        | "recent articles"
        | "recent stories"
        | "recent news"
        | "more stories"
        | "more news"
        | "more articles"
        | "more like this"
        | "more to explore"
        | "more to read"
        | "top stories"
        | "top news"
        | "top headlines"
        | "editors' picks"
        | "editor's picks"
        | "editor's pick"
        | "editors picks"
        | "editors' pick"
        | "don't miss"
        | "also read"
        | "read also"
        | "see also"
        | "see more"
        | "show more"
        | "view more"
        | "load more"
        | "in other news"
        | "around the web"
        | "from the web"
        | "from around the web"
        | "keep reading"
        | "what to read next"
        | "explore more"
        | "elsewhere"
        | "featured"
        | "featured stories"
        | "featured articles"
        | "featured video"
        | "weekly hot"
        | "hot topics"
        | "must read"
        | "must reads"
        | "suggested"
        | "suggested reading"
        | "similar articles"
        | "similar stories"
        | "other stories"
        | "other news"
        | "other articles"
        | "further reading"
        | "on this topic"
        | "more on this story"
        | "more on this topic"
        | "more on this"
        | "promoted stories"
        | "top picks"
        | "what's next"
        | "explore more on these topics"
        | "tags"
        | "tagged in"
        | "filed under"
        | "topics"
        | "related tags"
        | "in this article"
        | "more videos"
        | "watch next"
        | "view all"
        | "see all"
        | "more headlines"
        | "breaking news"
        | "the latest"
        | "today's top stories"
        | "stay connected"
        | "about the author"
        | "about the authors"
        | "about author"
        | "author"
        | "recirculation" => Related,
        "all rights reserved"
        | "privacy policy"
        | "terms of use"
        | "terms of service"
        | "terms"
        | "privacy"
        | "terms and conditions"
        | "terms & conditions"
        | "cookie policy"
        | "cookies"
        | "adchoices"
        | "contact us"
        | "contact"
        | "about us"
        | "about"
        | "advertise"
        | "advertise with us"
        | "careers"
        | "accessibility"
        | "sitemap"
        | "site map"
        | "do not sell my personal information"
        | "your privacy choices"
        | "cookie settings"
        | "manage cookies"
        | "copyright"
        | "corrections"
        | "licensing"
        | "reprints"
        | "report a typo"
        | "privacy statement"
        | "legal" => Legal,
        "skip to content"
        | "skip to main content"
        | "skip to navigation"
        | "menu"
        | "search"
        | "home"
        | "log in"
        | "login"
        | "log out"
        | "logout"
        | "sign in"
        | "register"
        | "my account"
        | "account"
        | "skip navigation"
        | "navigation"
        | "toggle navigation"
        | "main menu"
        | "back to top"
        | "top"
        | "home top"
        | "go to contents"
        | "go to navigation"
        | "open menu"
        | "close menu"
        | "more"
        | "next"
        | "previous"
        | "prev"
        | "back"
        | "expand"
        | "collapse"
        | "help"
        | "news"
        | "content" => Menu,
        _ => return None,
    })
}

/// "12 comments", "comments (12)", "0 / 300", "2 min read", "8 shares".
fn counted(key: &str) -> Option<Noise> {
    let mut words = key
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.bytes().all(|b| b.is_ascii_digit()));
    let first = words.next();
    if !key.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    match (first, words.next(), words.next()) {
        (None, ..) => Some(Noise::Share).filter(|_| key.len() <= 12 && !is_year_or_date(key)),
        (Some("comment" | "comments" | "replies" | "responses" | "thoughts"), None, _) => {
            Some(Noise::Comments)
        }
        (Some("share" | "shares" | "likes" | "views" | "read"), None, _)
        | (Some("min" | "mins" | "minute" | "minutes"), Some("read" | "to" | "watch"), _)
        | (Some("reading"), Some("time"), _) => Some(Noise::Share),
        _ => None,
    }
}

/// A line of figures that is a date stamp, not a counter.
fn is_year_or_date(key: &str) -> bool {
    key.bytes().filter(u8::is_ascii_digit).count() >= 4
}

/// Beginnings, the most words such a line has, and what it is.
const PREFIXES: &[(&str, usize, Noise)] = &[
    ("share on", 8, Noise::Share),
    ("share this", 10, Noise::Share),
    ("share via", 8, Noise::Share),
    ("click to share", 12, Noise::Share),
    ("listen to this", 10, Noise::Share),
    ("follow us on", 16, Noise::Share),
    ("follow on", 8, Noise::Share),
    ("estimated reading time", 8, Noise::Share),
    ("reading time", 8, Noise::Share),
    ("advertisement", 6, Noise::Promo),
    ("sign up for", 40, Noise::Promo),
    ("sign up to", 40, Noise::Promo),
    ("sign up now", 30, Noise::Promo),
    ("signing up", 30, Noise::Promo),
    ("subscribe to", 40, Noise::Promo),
    ("subscribe for", 20, Noise::Promo),
    ("subscribe today", 30, Noise::Promo),
    ("get the latest", 40, Noise::Promo),
    ("get our", 30, Noise::Promo),
    ("get breaking news", 30, Noise::Promo),
    ("get email", 20, Noise::Promo),
    ("get all the latest", 30, Noise::Promo),
    ("stay up to date", 30, Noise::Promo),
    ("stay informed", 30, Noise::Promo),
    ("keep up with", 20, Noise::Promo),
    ("support our", 40, Noise::Promo),
    ("support independent", 40, Noise::Promo),
    ("download our", 30, Noise::Promo),
    ("download the", 16, Noise::Promo),
    ("by signing up", 60, Noise::Promo),
    ("by submitting", 60, Noise::Promo),
    ("by subscribing", 60, Noise::Promo),
    ("by clicking", 60, Noise::Promo),
    ("by providing", 60, Noise::Promo),
    ("by entering your", 60, Noise::Promo),
    ("this site is protected by", 40, Noise::Promo),
    ("this newsletter may", 60, Noise::Promo),
    ("we may earn", 40, Noise::Promo),
    ("we may receive", 40, Noise::Promo),
    ("this article contains affiliate", 40, Noise::Promo),
    ("when you purchase", 40, Noise::Promo),
    ("when you buy through", 40, Noise::Promo),
    ("if you purchase", 40, Noise::Promo),
    ("thanks for signing", 20, Noise::Promo),
    ("thank you for subscribing", 20, Noise::Promo),
    ("thank you for signing", 20, Noise::Promo),
    ("thank you for reading", 40, Noise::Promo),
    ("thanks for reading", 40, Noise::Promo),
    ("please enable javascript", 40, Noise::Promo),
    ("enable javascript", 40, Noise::Promo),
    ("your browser does not", 40, Noise::Promo),
    ("get unlimited", 30, Noise::Promo),
    ("already a subscriber", 20, Noise::Promo),
    ("not a member", 20, Noise::Promo),
    ("already have an account", 20, Noise::Promo),
    ("story continues below", 10, Noise::Promo),
    ("article continues", 10, Noise::Promo),
    ("story continues after", 10, Noise::Promo),
    ("scroll to continue", 10, Noise::Promo),
    ("to continue reading", 30, Noise::Promo),
    ("click here to", 30, Noise::Promo),
    ("click here for", 30, Noise::Promo),
    ("fill out this form", 20, Noise::Promo),
    ("help keep", 40, Noise::Promo),
    ("report an error", 20, Noise::Promo),
    ("do you have a news tip", 40, Noise::Promo),
    ("have a tip", 40, Noise::Promo),
    ("got a tip", 40, Noise::Promo),
    ("your email address will not", 30, Noise::Comments),
    ("you must be logged in", 30, Noise::Comments),
    ("please log in to comment", 30, Noise::Comments),
    ("log in to comment", 20, Noise::Comments),
    ("sign in to comment", 20, Noise::Comments),
    ("would you like to comment", 30, Noise::Comments),
    ("please read our comment policy", 30, Noise::Comments),
    ("please keep comments", 30, Noise::Comments),
    ("be the first to comment", 20, Noise::Comments),
    ("leave a reply", 12, Noise::Comments),
    ("leave a comment", 12, Noise::Comments),
    ("we welcome", 0, Noise::Comments),
    ("join the conversation", 12, Noise::Comments),
    ("comments on", 12, Noise::Comments),
    ("comments are", 20, Noise::Comments),
    ("commenting is", 20, Noise::Comments),
    ("minimum", 4, Noise::Comments),
    ("related:", 40, Noise::Related),
    ("read more:", 40, Noise::Related),
    ("read more from", 20, Noise::Related),
    ("read more about", 20, Noise::Related),
    ("read more on", 20, Noise::Related),
    ("read also:", 40, Noise::Related),
    ("also read:", 40, Noise::Related),
    ("also read |", 40, Noise::Related),
    ("read |", 40, Noise::Related),
    ("see also:", 40, Noise::Related),
    ("see more:", 40, Noise::Related),
    ("read next:", 40, Noise::Related),
    ("more:", 40, Noise::Related),
    ("more from", 10, Noise::Related),
    ("more in", 6, Noise::Related),
    ("more on", 10, Noise::Related),
    ("more about", 8, Noise::Related),
    ("more stories", 10, Noise::Related),
    ("more news", 8, Noise::Related),
    ("latest from", 8, Noise::Related),
    ("latest in", 8, Noise::Related),
    ("the latest from", 8, Noise::Related),
    ("related to this", 8, Noise::Related),
    ("stories from", 6, Noise::Related),
    ("popular in", 8, Noise::Related),
    ("popular on", 8, Noise::Related),
    ("popular with", 8, Noise::Related),
    ("trending in", 8, Noise::Related),
    ("trending on", 8, Noise::Related),
    ("most read in", 8, Noise::Related),
    ("most popular in", 8, Noise::Related),
    ("recommended by", 8, Noise::Related),
    ("what to read", 8, Noise::Related),
    ("you may also", 10, Noise::Related),
    ("you might also", 10, Noise::Related),
    ("must read", 16, Noise::Related),
    ("don't miss:", 30, Noise::Related),
    ("top stories from", 8, Noise::Related),
    ("view all posts", 10, Noise::Related),
    ("view all articles", 10, Noise::Related),
    ("see all", 10, Noise::Related),
    ("click to play", 30, Noise::Related),
    ("watch:", 30, Noise::Related),
    ("watch more", 10, Noise::Related),
    ("watch now", 10, Noise::Related),
    ("listen:", 30, Noise::Related),
    ("people who read this", 10, Noise::Related),
    ("this article is more than", 12, Noise::Share),
    ("filed under", 30, Noise::Related),
    ("tags:", 40, Noise::Related),
    ("topics:", 30, Noise::Related),
    ("tagged", 16, Noise::Related),
    ("categories:", 20, Noise::Related),
    ("posted in", 12, Noise::Related),
    ("explore more on", 12, Noise::Related),
    ("copyright", 40, Noise::Legal),
    ("all rights reserved", 30, Noise::Legal),
    ("this material may not be", 40, Noise::Legal),
    ("we use cookies", 60, Noise::Legal),
    ("this website uses cookies", 60, Noise::Legal),
    ("this site uses cookies", 60, Noise::Legal),
    ("this site uses akismet", 40, Noise::Legal),
    ("this website uses", 40, Noise::Legal),
    ("by continuing to", 60, Noise::Legal),
    ("quotes displayed in real-time", 60, Noise::Legal),
    ("market data provided", 60, Noise::Legal),
    ("skip to", 5, Noise::Menu),
    ("jump to", 5, Noise::Menu),
    ("go to", 4, Noise::Menu),
    ("back to", 6, Noise::Menu),
];
