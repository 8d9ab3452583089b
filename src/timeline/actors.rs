//! People, organisations and countries that take part.
