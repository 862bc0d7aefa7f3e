//! The whole accessibility tree, in the order in which a screen reader goes through it. Chromium alone tells it: in another
//! engine the journey ends there.

use super::page::Page;
use super::seen::Seen;
use serde_json::{Value, json};
use std::collections::HashMap;

impl Page<'_> {
    /// Everything that a screen reader meets on the page, in its order. In Chromium alone.
    pub async fn read_through(&self) -> Vec<Seen> {
        let tree = self.browser.devtools("Accessibility.getFullAXTree", json!({})).await.expect("the accessibility tree");
        let nodes: Vec<&Value> = tree["nodes"].as_array().into_iter().flatten().collect();
        let by_id: HashMap<&str, &Value> = nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, *node))).collect();
        let mut read = Vec::new();
        let mut to_come: Vec<&Value> = nodes.first().copied().into_iter().collect();
        while let Some(node) = to_come.pop() {
            read.extend(Seen::read(node));
            let children = node["childIds"].as_array().into_iter().flatten().rev();
            to_come.extend(children.filter_map(|id| by_id.get(id.as_str()?).copied()));
        }
        read
    }
}
