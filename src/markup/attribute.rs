//! Attributes, properties, classes and styles: what they can be, and how they are set.

use super::Value;
use leptos::prelude::{Get, Memo, ReadSignal, RwSignal, Signal};
use std::borrow::Cow;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleDeclaration, Element};

/// What an attribute, property, class or style is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Datum {
    /// Not there; a property is false, a class is off.
    No,
    /// There, without a text; a property is true, a class is on.
    Yes,
    /// There, with this text.
    Text(Cow<'static, str>),
}

/// What one place of a shape sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Attribute,
    Property,
    /// One class beside those of `class`.
    Class,
    Style,
    /// All that is inside, as markup.
    Html,
}

/// Sets it. `before` is what it was set to, if anything.
pub fn set(element: &Element, kind: Kind, name: &str, datum: &Datum, before: &Datum) {
    // The browser refuses none of these for the names that are written in views.
    let _ = match (kind, datum) {
        (Kind::Attribute, Datum::Text(text)) if name == "class" && *before != Datum::No => {
            // What `class:name` has switched on stays.
            let list = element.class_list();
            if let Datum::Text(before) = before {
                before.split_whitespace().for_each(|class| drop(list.remove_1(class)));
            }
            text.split_whitespace().try_for_each(|class| list.add_1(class))
        }
        (Kind::Attribute, Datum::Text(text)) => element.set_attribute(name, text),
        (Kind::Attribute, Datum::Yes) => element.set_attribute(name, ""),
        (Kind::Attribute, Datum::No) => element.remove_attribute(name),
        (Kind::Class, datum) => element.class_list().toggle_with_force(name, *datum != Datum::No).map(|_| ()),
        (Kind::Style, Datum::Text(text)) => style(element).set_property(name, text),
        (Kind::Style, Datum::Yes | Datum::No) => style(element).remove_property(name).map(|_| ()),
        (Kind::Html, Datum::Text(text)) => {
            element.set_inner_html(text);
            Ok(())
        }
        (Kind::Html, Datum::Yes | Datum::No) => Ok(()),
        (Kind::Property, datum) => {
            let value = match datum {
                Datum::Text(text) => JsValue::from_str(text),
                Datum::Yes => JsValue::TRUE,
                Datum::No => JsValue::FALSE,
            };
            js_sys::Reflect::set(element, &JsValue::from_str(name), &value).map(|_| ())
        }
    };
}

/// HTML's and SVG's elements both have one.
fn style(element: &Element) -> CssStyleDeclaration {
    js_sys::Reflect::get(element, &JsValue::from_str("style")).unwrap_or_default().unchecked_into()
}

/// Anything that an attribute can be set to.
pub trait IntoDatum {
    fn into_datum(self) -> Datum;
}

impl IntoDatum for bool {
    fn into_datum(self) -> Datum {
        if self { Datum::Yes } else { Datum::No }
    }
}

impl IntoDatum for String {
    fn into_datum(self) -> Datum {
        Datum::Text(Cow::Owned(self))
    }
}

impl IntoDatum for &'static str {
    fn into_datum(self) -> Datum {
        Datum::Text(Cow::Borrowed(self))
    }
}

impl<T: IntoDatum> IntoDatum for Option<T> {
    fn into_datum(self) -> Datum {
        self.map_or(Datum::No, IntoDatum::into_datum)
    }
}

/// Anything that such can be told by, now or again and again.
pub trait IntoValue {
    fn into_value(self) -> Value;
}

impl<T: IntoDatum> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        Value::Datum(self.into_datum())
    }
}

impl<F: FnMut() -> T + 'static, T: IntoDatum> IntoValue for F {
    fn into_value(mut self) -> Value {
        Value::Live(Box::new(move || self().into_datum()))
    }
}

macro_rules! plain {
    ($($plain:ty),*) => {$(
        impl IntoValue for $plain {
            fn into_value(self) -> Value {
                Value::Datum(self.into_datum())
            }
        }
    )*};
}
plain!(bool, String, &'static str);

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl IntoDatum for $number {
            fn into_datum(self) -> Datum {
                self.to_string().into_datum()
            }
        }
        impl IntoValue for $number {
            fn into_value(self) -> Value {
                Value::Datum(self.into_datum())
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64, i16, i32, usize);

macro_rules! signals {
    ($($signal:ident),*) => {$(
        impl<T: IntoDatum + Clone + Send + Sync + 'static> IntoValue for $signal<T> {
            fn into_value(self) -> Value {
                (move || self.get()).into_value()
            }
        }
    )*};
}
signals!(Memo, ReadSignal, RwSignal, Signal);
