//! Sorting, once for all types. The standard library makes a sort of its own for each type that is sorted, some 3 KB each;
//! here the places are sorted, and the things then laid in that order. Equal things keep their order.

use std::cmp::Ordering;

/// Sorts things by a comparison.
pub fn sort_by<T>(things: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = places(things.len(), &mut |a, b| compare(&things[a], &things[b]));
    let mut from: Vec<Option<T>> = things.drain(..).map(Some).collect();
    things.extend(order.into_iter().filter_map(|at| from[at].take()));
}

/// Sorts things by what is told of each, which is asked more than once.
pub fn sort_by_key<T, K: Ord>(things: &mut Vec<T>, mut key: impl FnMut(&T) -> K) {
    sort_by(things, |a, b| key(a).cmp(&key(b)));
}

/// Sorts things by themselves.
pub fn sort<T: Ord>(things: &mut Vec<T>) {
    sort_by(things, T::cmp);
}

/// The places of `count` things, in their order.
#[inline(never)]
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use super::{sort, sort_by_key};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_order_of_the_standard_library(mut things: Vec<(u8, u16)>) {
            let mut by_first = things.clone();
            let mut expected = things.clone();
            expected.sort_by_key(|(first, _)| *first);
            sort_by_key(&mut by_first, |(first, _)| *first);
            prop_assert_eq!(by_first, expected);
            let mut sorted = things.clone();
            sort(&mut sorted);
            things.sort();
            prop_assert_eq!(sorted, things);
        }
    }
}
