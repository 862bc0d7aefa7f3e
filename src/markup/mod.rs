//! Views as data. The macro `view!` (crate `markup`) makes a shape and a list of values of what is written; here they are
//! drawn, and later changed in place. Signals, effects and owners are Leptos'; only its typed elements are not used, since
//! every one of them brings functions of its own into what is downloaded (docs/benchmarks.md has the numbers).

mod attribute;
mod into;
mod mounted;
mod shape;

/// What a file with views needs: Leptos' signals, and this module in place of its elements.
pub mod prelude {
    pub use super::into::{CollectView, IntoAny};
    pub use super::{AnyView, mount};
    pub use leptos::prelude::*;
    pub use palpate_markup::view;
}

pub use attribute::{Datum, IntoValue};
use gloo_events::{EventListener, EventListenerOptions};
pub use into::IntoAny;
use leptos::prelude::NodeRef;
use leptos::tachys::html::element::ElementType;
use leptos::tachys::html::node_ref::NodeRefContainer;
use mounted::Mounted;
use std::borrow::Cow;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Anything that can be drawn.
pub enum AnyView {
    /// Text; without a letter it takes no room, and keeps the place.
    Text(Cow<'static, str>),
    /// Markup, with what goes into it.
    Markup { shape: &'static str, values: Vec<Value> },
    /// One after the other.
    Many(Vec<AnyView>),
    /// Drawn again whenever a signal that it read changes.
    Live(Box<dyn FnMut() -> AnyView>),
}

/// What goes into one place of a shape.
pub enum Value {
    Child(AnyView),
    Datum(Datum),
    Live(Box<dyn FnMut() -> Datum>),
    On(Box<dyn FnMut(&Event)>),
    Ref(Box<dyn FnOnce(&Element)>),
}

/// The values of one view, in the order of their places. The macro `view!` fills it.
pub struct Values(Vec<Value>);

impl Values {
    pub fn new(count: usize) -> Self {
        Self(Vec::with_capacity(count))
    }

    // Not for each type that is put in: this one is small, and called thousands of times.
    #[inline(never)]
    fn push(&mut self, value: Value) {
        self.0.push(value);
    }

    pub fn child(&mut self, child: impl IntoAny) {
        self.push(Value::Child(child.into_any()));
    }

    pub fn value(&mut self, value: impl IntoValue) {
        self.push(value.into_value());
    }

    /// `E` is what the macro knows about the event's type by its name.
    pub fn on<E: JsCast + 'static, F: FnMut(E) + 'static>(&mut self, mut listener: F) {
        self.push(Value::On(Box::new(move |event| listener(event.clone().unchecked_into()))));
    }

    pub fn node_ref<E>(&mut self, to: NodeRef<E>)
    where
        E: ElementType + 'static,
        NodeRef<E>: NodeRefContainer<E>,
    {
        self.push(Value::Ref(Box::new(move |element| to.load(element))));
    }

    pub fn into_view(self, shape: &'static str) -> AnyView {
        AnyView::Markup { shape, values: self.0 }
    }
}

/// Draws a view at the end of an element, for as long as the page lives.
pub fn mount(parent: &Element, view: AnyView) {
    let mounted = Mounted::of(view);
    mounted.insert(parent, None);
    std::mem::forget(mounted);
}

/// Listens until the listener is dropped; it may refuse what the browser would do by itself.
fn listen(element: &Element, event: &str, listener: Box<dyn FnMut(&Event)>) -> EventListener {
    EventListener::new_with_options(element, event.to_owned(), EventListenerOptions::enable_prevent_default(), listener)
}
