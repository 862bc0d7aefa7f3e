//! An element as the accessibility tree tells it: its role, its name and its states.

use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    pub role: String,
    /// With single spaces.
    pub name: String,
    /// The number of the element, of the browser's own or of `tree.js`.
    pub(super) node: i64,
    states: BTreeMap<String, String>,
}

impl Seen {
    /// Reads a node of the tree; `None` for one that is hidden from people.
    pub(super) fn read(node: &Value) -> Option<Self> {
        if node["ignored"].as_bool() == Some(true) {
            return None;
        }
        let states = node["properties"].as_array().into_iter().flatten().filter_map(|state| {
            let value = match &state["value"]["value"] {
                Value::String(text) => text.clone(),
                Value::Null => return None,
                plain @ (Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => plain.to_string(),
            };
            Some((state["name"].as_str()?.to_owned(), value))
        });
        Some(Seen {
            role: node["role"]["value"].as_str()?.to_owned(),
            name: single_spaced(node["name"]["value"].as_str().unwrap_or_default()),
            node: node["backendDOMNodeId"].as_i64()?,
            states: states.collect(),
        })
    }

    /// Reads what `tree.js` tells of an element.
    pub(super) fn told(element: &Value) -> Option<Self> {
        let states = element["states"].as_object()?.iter();
        Some(Seen {
            role: element["role"].as_str()?.to_owned(),
            name: single_spaced(element["name"].as_str()?),
            node: element["node"].as_i64()?,
            states: states.filter_map(|(state, value)| Some((state.clone(), value.as_str()?.to_owned()))).collect(),
        })
    }

    /// Whether a state such as `checked`, `pressed`, `focused` or `disabled` is on.
    pub fn is(&self, state: &str) -> bool {
        self.states.get(state).is_some_and(|value| value == "true")
    }

    pub fn level(&self) -> Option<u8> {
        self.states.get("level")?.parse().ok()
    }

    /// Whether it is called `name`, or its name begins so.
    pub fn is_called(&self, name: &str) -> bool {
        how_near(&self.name, name).is_some_and(|distance| distance < 2)
    }

    /// Whether `name` is in its name.
    pub fn answers_to(&self, name: &str) -> bool {
        how_near(&self.name, name).is_some()
    }
}

pub fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The element that `name` means: the one that is called so, else one that begins so, else one that holds it. An empty
/// name means any.
pub(super) fn best(all: Vec<Seen>, name: &str) -> Option<Seen> {
    let near = all.into_iter().filter_map(|seen| Some((how_near(&seen.name, name)?, seen)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, seen)| seen)
}

fn how_near(name: &str, wanted: &str) -> Option<u8> {
    let (name, wanted) = (name.to_lowercase(), wanted.to_lowercase());
    if name == wanted || wanted.is_empty() {
        Some(0)
    } else if name.strip_prefix(&wanted).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) {
        Some(1)
    } else if name.contains(&wanted) {
        Some(2)
    } else {
        None
    }
}
