//! What was typed → stretches between spaces.

/// A stretch of the query between spaces, or between quotes.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Token {
    /// `!` before a quoted phrase.
    pub(super) not: bool,
    /// Whether it stood in double quotes.
    pub(super) quoted: bool,
    /// The text, with escaped spaces as spaces.
    pub(super) text: String,
}

/// The tokens of a query, in order.
pub(super) fn tokens(typed: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = typed.chars().peekable();
    loop {
        while rest.next_if(|c| c.is_whitespace()).is_some() {}
        let mut token = Token::default();
        let Some(&first) = rest.peek() else {
            return tokens;
        };
        if first == '!' {
            rest.next();
            if rest.peek() == Some(&'"') {
                token.not = true;
            } else {
                token.text.push('!');
            }
        }
        if token.text.is_empty() && rest.next_if(|&c| is_quote(c)).is_some() {
            token.quoted = true;
            // A phrase that is still being typed has no closing quote yet.
            token
                .text
                .extend(rest.by_ref().take_while(|&c| !is_quote(c)));
        } else {
            while let Some(c) = rest.next_if(|c| !c.is_whitespace()) {
                let escaped = (c == '\\').then(|| rest.next_if(|&c| c == ' ')).flatten();
                token.text.push(escaped.unwrap_or(c));
            }
        }
        tokens.push(token);
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”')
}
