//! A part of the knowledge base that stays packed until it is first looked at, so that a start costs what its page needs, however
//! much else there is.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::OnceLock;

/// Reads like a `T`, and unpacks it at the first look.
///
/// # Panics
/// Where what was packed is no `T`. It was packed by the same code (see the format's number in `file.rs`), its checksum was right,
/// and the build has unpacked all of it once; and to go on without a part of the content would be worse.
#[derive(Clone)]
pub struct Lazy<T> {
    packed: &'static [u8],
    value: OnceLock<T>,
}

impl<T: Deserialize<'static>> Deref for Lazy<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.get_or_init(|| postcard::from_bytes(self.packed).expect("what was packed by this code can be unpacked"))
    }
}

impl<T: Deserialize<'static>> DerefMut for Lazy<T> {
    fn deref_mut(&mut self) -> &mut T {
        let _unpacked: &T = self;
        self.value.get_mut().expect("it was unpacked just now")
    }
}

impl<T> From<T> for Lazy<T> {
    fn from(value: T) -> Self {
        Lazy { packed: &[], value: OnceLock::from(value) }
    }
}

impl<T: Default> Default for Lazy<T> {
    fn default() -> Self {
        Lazy::from(T::default())
    }
}

impl<T> FromIterator<T> for Lazy<Vec<T>> {
    fn from_iter<I: IntoIterator<Item = T>>(from: I) -> Self {
        Lazy::from(Vec::from_iter(from))
    }
}

impl<'a, T: Deserialize<'static>> IntoIterator for &'a Lazy<Vec<T>> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T: Deserialize<'static>> IntoIterator for &'a mut Lazy<Vec<T>> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl<T: Deserialize<'static> + PartialEq> PartialEq for Lazy<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Deserialize<'static> + fmt::Debug> fmt::Debug for Lazy<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(out)
    }
}

/// As bytes with their length before them.
impl<T: Serialize> Serialize for Lazy<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.value.get() {
            Some(value) => to.serialize_bytes(&postcard::to_allocvec(value).map_err(ser::Error::custom)?),
            None => to.serialize_bytes(self.packed),
        }
    }
}

/// Takes the bytes where they lie, so they must lie there for good.
impl<'de: 'static, T> Deserialize<'de> for Lazy<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl<'de: 'static> Visitor<'de> for Bytes {
            type Value = &'static [u8];

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("packed bytes")
            }

            fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<&'static [u8], E> {
                Ok(bytes)
            }
        }
        from.deserialize_bytes(Bytes).map(|packed| Lazy { packed, value: OnceLock::new() })
    }
}
