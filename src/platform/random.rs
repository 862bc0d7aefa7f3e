//! Chance, for the seed of a quiz round. Not for secrets.

/// A fresh seed.
pub fn seed() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}
