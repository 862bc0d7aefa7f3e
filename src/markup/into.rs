//! What can be put into a view.

use super::AnyView;
use leptos::prelude::{Get, Memo, ReadSignal, RwSignal, Signal};
use std::borrow::Cow;

/// Anything that becomes a view.
pub trait IntoAny {
    fn into_any(self) -> AnyView;
}

/// An iterator of such, one after the other.
pub trait CollectView {
    fn collect_view(self) -> AnyView;
}

impl<I: Iterator<Item: IntoAny>> CollectView for I {
    fn collect_view(self) -> AnyView {
        AnyView::Many(self.map(IntoAny::into_any).collect())
    }
}

impl IntoAny for AnyView {
    fn into_any(self) -> AnyView {
        self
    }
}

impl IntoAny for () {
    fn into_any(self) -> AnyView {
        AnyView::Text(Cow::Borrowed(""))
    }
}

impl IntoAny for String {
    fn into_any(self) -> AnyView {
        AnyView::Text(Cow::Owned(self))
    }
}

impl IntoAny for &'static str {
    fn into_any(self) -> AnyView {
        AnyView::Text(Cow::Borrowed(self))
    }
}

impl IntoAny for Cow<'static, str> {
    fn into_any(self) -> AnyView {
        AnyView::Text(self)
    }
}

impl<T: IntoAny> IntoAny for Option<T> {
    fn into_any(self) -> AnyView {
        self.map_or_else(|| ().into_any(), IntoAny::into_any)
    }
}

impl<T: IntoAny> IntoAny for Vec<T> {
    fn into_any(self) -> AnyView {
        self.into_iter().collect_view()
    }
}

impl<T: IntoAny, const N: usize> IntoAny for [T; N] {
    fn into_any(self) -> AnyView {
        self.into_iter().collect_view()
    }
}

/// A closure is drawn again whenever a signal that it read changes.
impl<F: FnMut() -> T + 'static, T: IntoAny> IntoAny for F {
    fn into_any(mut self) -> AnyView {
        AnyView::Live(Box::new(move || self().into_any()))
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl IntoAny for $number {
            fn into_any(self) -> AnyView {
                self.to_string().into_any()
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64, i16, i32, usize);

macro_rules! signals {
    ($($signal:ident),*) => {$(
        impl<T: IntoAny + Clone + Send + Sync + 'static> IntoAny for $signal<T> {
            fn into_any(self) -> AnyView {
                (move || self.get()).into_any()
            }
        }
    )*};
}
signals!(Memo, ReadSignal, RwSignal, Signal);
