//! What has been drawn, and how it is changed in place when it is drawn again.

use super::attribute::{Datum, Kind, set};
use super::shape::{document, draw};
use super::{AnyView, Value, listen};
use gloo_events::EventListener;
use leptos::prelude::RenderEffect;
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Text};

/// A view in the page.
pub enum Mounted {
    Text {
        node: Text,
        text: Cow<'static, str>,
    },
    Markup {
        shape: &'static str,
        roots: Vec<Root>,
        bound: Vec<Bound>,
    },
    /// The empty text at the end keeps the place.
    Many {
        items: Vec<Mounted>,
        end: Text,
    },
    Live(Live),
}

/// A view that is drawn again when a signal changes: what it is now, and the effect that draws it.
pub struct Live {
    now: Rc<RefCell<Option<Mounted>>>,
    effect: Option<RenderEffect<()>>,
}

impl Drop for Live {
    /// The effect's task keeps its closure, and so what is drawn, until it is next looked at. By then the signals that were made
    /// for it are gone, and an effect inside that was already called would read them. So what is inside goes at once.
    fn drop(&mut self) {
        let inside = self.now.try_borrow_mut().ok().and_then(|mut now| now.take());
        drop(inside);
    }
}

impl Live {
    fn new(now: Rc<RefCell<Option<Mounted>>>, mut draw: Box<dyn FnMut() -> AnyView>) -> Self {
        let shown = Rc::clone(&now);
        let effect = RenderEffect::new(move |_| {
            let view = draw();
            if let Some(shown) = &mut *shown.borrow_mut() {
                shown.patch(view);
            }
        });
        Self { now, effect: Some(effect) }
    }

    /// Does something with what it is now.
    fn with<T>(&self, act: impl FnOnce(&Mounted) -> T) -> Option<T> {
        self.now.borrow().as_ref().map(act)
    }

    /// Is drawn by another closure from now on; what is in the page stays where the two draw the same.
    fn take(&mut self, draw: Box<dyn FnMut() -> AnyView>) {
        let now = Rc::new(RefCell::new(self.now.borrow_mut().take()));
        // The old effect goes before the new one begins.
        self.effect = None;
        *self = Self::new(now, draw);
    }
}

/// One of the outermost nodes of a shape.
pub enum Root {
    Node(Node),
    /// The view in the value of this index.
    Value(usize),
}

/// What a value was put into.
pub enum Bound {
    Child(Mounted),
    Setting(Setting),
    On { element: Element, event: &'static str, _listener: EventListener },
    Ref(Element),
    Nothing,
}

/// An attribute, property, class or style whose value is put in.
pub struct Setting {
    pub element: Element,
    pub kind: Kind,
    pub name: &'static str,
    pub last: Rc<RefCell<Datum>>,
    pub effect: Option<RenderEffect<()>>,
}

impl Mounted {
    /// Draws a view; it is not in the page yet.
    pub fn of(view: AnyView) -> Self {
        match view {
            AnyView::Text(text) => Self::Text { node: document().create_text_node(&text), text },
            AnyView::Markup { shape, values } => {
                let drawn = draw(shape, values);
                Self::Markup { shape, roots: drawn.roots, bound: drawn.bound }
            }
            AnyView::Many(views) => Self::Many { items: views.into_iter().map(Self::of).collect(), end: document().create_text_node("") },
            AnyView::Live(draw) => {
                let now = Self::of(AnyView::Text(Cow::Borrowed("")));
                Self::Live(Live::new(Rc::new(RefCell::new(Some(now))), draw))
            }
        }
    }

    /// Puts what was drawn into the page, before a node or at the end.
    pub fn insert(&self, parent: &Node, before: Option<&Node>) {
        // Refused only for a place that is not there, which would be a mistake of this module.
        let put = |node: &Node| drop(parent.insert_before(node, before));
        match self {
            Self::Text { node, .. } => put(node),
            Self::Markup { roots, bound, .. } => {
                for root in roots {
                    match root {
                        Root::Node(node) => put(node),
                        Root::Value(at) => inside(bound, *at).into_iter().for_each(|view| view.insert(parent, before)),
                    }
                }
            }
            Self::Many { items, end } => {
                items.iter().for_each(|item| item.insert(parent, before));
                put(end);
            }
            Self::Live(live) => drop(live.with(|now| now.insert(parent, before))),
        }
    }

    /// Takes it out of the page.
    fn remove(&self) {
        let take = |node: &Node| {
            if let Some(parent) = node.parent_node() {
                let _ = parent.remove_child(node);
            }
        };
        match self {
            Self::Text { node, .. } => take(node),
            Self::Markup { roots, bound, .. } => {
                for root in roots {
                    match root {
                        Root::Node(node) => take(node),
                        Root::Value(at) => inside(bound, *at).into_iter().for_each(Self::remove),
                    }
                }
            }
            Self::Many { items, end } => {
                items.iter().for_each(Self::remove);
                take(end);
            }
            Self::Live(live) => drop(live.with(Self::remove)),
        }
    }

    /// The first of its nodes.
    fn first(&self) -> Option<Node> {
        match self {
            Self::Text { node, .. } => Some(node.clone().unchecked_into()),
            Self::Markup { roots, bound, .. } => roots.iter().find_map(|root| match root {
                Root::Node(node) => Some(node.clone()),
                Root::Value(at) => inside(bound, *at).and_then(Self::first),
            }),
            Self::Many { items, end } => items.iter().find_map(Self::first).or_else(|| Some(end.clone().unchecked_into())),
            Self::Live(live) => live.with(Self::first).flatten(),
        }
    }

    /// Draws another view in its place, keeping each node that is the same in both, and with it focus and scrolling.
    pub fn patch(&mut self, view: AnyView) {
        match (&mut *self, view) {
            (Self::Text { node, text }, AnyView::Text(new)) => {
                if *text != new {
                    node.set_data(&new);
                    *text = new;
                }
            }
            (Self::Markup { shape, bound, .. }, AnyView::Markup { shape: new, values }) if *shape == new => {
                for (bound, value) in bound.iter_mut().zip(values) {
                    bound.take(value);
                }
            }
            (Self::Many { items, end }, AnyView::Many(views)) => patch_many(items, end, views),
            (Self::Live(live), AnyView::Live(draw)) => live.take(draw),
            (_, view) => {
                let new = Self::of(view);
                if let Some(first) = self.first()
                    && let Some(parent) = first.parent_node()
                {
                    new.insert(&parent, Some(&first));
                }
                self.remove();
                *self = new;
            }
        }
    }
}

fn inside(bound: &[Bound], at: usize) -> Option<&Mounted> {
    match bound.get(at) {
        Some(Bound::Child(view)) => Some(view),
        _ => None,
    }
}

fn patch_many(items: &mut Vec<Mounted>, end: &Text, views: Vec<AnyView>) {
    for surplus in items.drain(views.len().min(items.len())..) {
        surplus.remove();
    }
    let old = items.len();
    for (at, view) in views.into_iter().enumerate() {
        if at < old {
            items[at].patch(view);
        } else {
            let new = Mounted::of(view);
            if let Some(parent) = end.parent_node() {
                new.insert(&parent, Some(end));
            }
            items.push(new);
        }
    }
}

impl Bound {
    fn take(&mut self, value: Value) {
        match (self, value) {
            (Self::Child(view), Value::Child(new)) => view.patch(new),
            (Self::Setting(setting), value) => setting.take(value),
            (Self::On { element, event, _listener }, Value::On(new)) => *_listener = listen(element, event, new),
            (Self::Ref(element), Value::Ref(wanted)) => wanted(element),
            // The same shape has the same kinds of values at the same places.
            _ => {}
        }
    }
}

impl Setting {
    /// Sets it to what this value says, now and whenever that changes.
    pub fn take(&mut self, value: Value) {
        self.effect = None;
        let (element, kind, name, last) = (self.element.clone(), self.kind, self.name, Rc::clone(&self.last));
        let set_to = move |datum: Datum| {
            let mut last = last.borrow_mut();
            if *last != datum {
                set(&element, kind, name, &datum, &last);
                *last = datum;
            }
        };
        match value {
            Value::Datum(datum) => set_to(datum),
            Value::Live(mut tell) => self.effect = Some(RenderEffect::new(move |_| set_to(tell()))),
            Value::Child(_) | Value::On(_) | Value::Ref(_) => {}
        }
    }
}
