//! A shape drawn for the first time.
//!
//! A shape is where the view was written, and then words, each after a zero: its first letter says what it is.
//!
//! | letter | means |
//! |---|---|
//! | `<` `[` | an element of HTML, of SVG, by its tag; what follows is in it |
//! | `>` | the end of the element |
//! | `'` | text |
//! | `=` | an attribute, `name=text` or `name` alone |
//! | `?` | a place for a view |
//! | `:` `.` `~` `%` `*` | a place for an attribute's value, a property's, whether it has a class, a style's, all its markup |
//! | `@` `&` | a place for a listener to that event, for one who wants the element |
//!
//! The values come in the order of their places.

use super::attribute::{Datum, Kind};
use super::mounted::{Bound, Mounted, Root, Setting};
use super::{Value, listen};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// What a shape became: its outermost nodes, and what is bound to each value, in their order.
pub struct Drawn {
    pub roots: Vec<Root>,
    pub bound: Vec<Bound>,
}

/// Draws a shape with its values.
pub fn draw(shape: &'static str, values: Vec<Value>) -> Drawn {
    let document = document();
    let mut open: Vec<Element> = Vec::new();
    let mut drawn = Drawn { roots: Vec::new(), bound: Vec::with_capacity(values.len()) };
    let mut values = values.into_iter();
    for word in shape.split('\0').skip(1) {
        let (letter, rest) = word.split_at(1);
        match letter {
            "<" | "[" => {
                let element = if letter == "<" { document.create_element(rest) } else { document.create_element_ns(Some(SVG), rest) };
                open.extend(element);
            }
            ">" => {
                if let Some(element) = open.pop() {
                    put(&mut drawn, open.last(), element.unchecked_into());
                }
            }
            "'" => put(&mut drawn, open.last(), document.create_text_node(rest).unchecked_into()),
            "=" => {
                let (name, text) = rest.split_once('=').unwrap_or((rest, ""));
                // No name that is written in a view is refused.
                let _ = open.last().map(|element| element.set_attribute(name, text));
            }
            _ => {
                let Some(value) = values.next() else { continue };
                let element = open.last();
                let bound = bind(letter, rest, element, value);
                if let Bound::Child(child) = &bound {
                    match element {
                        Some(parent) => child.insert(parent, None),
                        None => drawn.roots.push(Root::Value(drawn.bound.len())),
                    }
                }
                drawn.bound.push(bound);
            }
        }
    }
    drawn
}

fn put(drawn: &mut Drawn, parent: Option<&Element>, node: Node) {
    match parent {
        Some(parent) => drop(parent.append_child(&node)),
        None => drawn.roots.push(Root::Node(node)),
    }
}

fn bind(letter: &str, name: &'static str, element: Option<&Element>, value: Value) -> Bound {
    let kind = match letter {
        ":" => Kind::Attribute,
        "." => Kind::Property,
        "~" => Kind::Class,
        "%" => Kind::Style,
        _ => Kind::Html,
    };
    match (value, element) {
        (Value::Child(view), _) => Bound::Child(Mounted::of(view)),
        (Value::On(listener), Some(element)) => {
            Bound::On { element: element.clone(), event: name, _listener: listen(element, name, listener) }
        }
        (Value::Ref(wanted), Some(element)) => {
            wanted(element);
            Bound::Ref(element.clone())
        }
        (value @ (Value::Datum(_) | Value::Live(_)), Some(element)) => {
            let mut setting = Setting { element: element.clone(), kind, name, last: Rc::new(Datum::No.into()), effect: None };
            setting.take(value);
            Bound::Setting(setting)
        }
        // The macro lets none of these stand outside an element.
        (Value::On(_) | Value::Ref(_) | Value::Datum(_) | Value::Live(_), None) => Bound::Nothing,
    }
}

/// The page.
pub fn document() -> Document {
    leptos::prelude::document()
}
