//! Numbers that stand for words.

/// FNV-1a, 64 bit (Fowler, Noll and Vo; RFC 9923), over bytes or other small units.
///
/// The same on every machine and in every version: identifiers are made of it. It is
/// no shield against words chosen to collide.
///
/// ```
/// use dateline::text::fnv1a;
/// assert_eq!(fnv1a("a".bytes()), 0xaf63_dc4c_8601_ec8c);
/// ```
#[inline]
pub fn fnv1a(units: impl IntoIterator<Item = impl Into<u64>>) -> u64 {
    units.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, unit| {
        (hash ^ unit.into()).wrapping_mul(0x0100_0000_01b3)
    })
}
