//! Title, outlet, author and dates of an article.
