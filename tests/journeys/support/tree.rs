//! What people can get at in a page, by role: from Chromium's own accessibility tree, and in the other engines, whose drivers
//! tell none, from `tree.js`.

use super::browser::Browser;
use super::engine::Engine;
use super::seen::Seen;
use fantoccini::error::CmdError;
use serde_json::{Value, json};

const TREE: &str = include_str!("tree.js");

/// Every element with a role, in the page or inside another one.
pub(super) async fn all(browser: &Browser, outer: Option<&Seen>, role: &str) -> Result<Vec<Seen>, CmdError> {
    if browser.engine != Engine::Chromium {
        let found = told(browser, &format!("journeyTree.all({}, {})", json!(outer.map(|seen| seen.node)), json!(role))).await?;
        return Ok(found.as_array().into_iter().flatten().filter_map(Seen::told).collect());
    }
    let wanted = match outer {
        Some(outer) => json!({ "backendNodeId": outer.node, "role": role }),
        None => {
            let root = browser.devtools("Runtime.evaluate", json!({ "expression": "document" })).await?;
            json!({ "objectId": root["result"]["objectId"], "role": role })
        }
    };
    let found = browser.devtools("Accessibility.queryAXTree", wanted).await?;
    Ok(found["nodes"].as_array().into_iter().flatten().filter_map(Seen::read).collect())
}

/// The element that has the focus; `None` when it is the page as a whole.
pub(super) async fn focus(browser: &Browser) -> Option<Seen> {
    if browser.engine != Engine::Chromium {
        return Seen::told(&told(browser, "journeyTree.focus()").await.ok()?);
    }
    let active = browser.devtools("Runtime.evaluate", json!({ "expression": "document.activeElement" })).await.ok()?;
    let wanted = json!({ "objectId": active["result"]["objectId"], "fetchRelatives": false });
    let tree = browser.devtools("Accessibility.getPartialAXTree", wanted).await.ok()?;
    tree["nodes"].as_array()?.first().and_then(Seen::read).filter(|seen| seen.role != "RootWebArea")
}

/// Calls a function with an element as `this`; what it returns must be plain.
pub(super) async fn call(browser: &Browser, seen: &Seen, function: &str) -> Result<Value, CmdError> {
    if browser.engine != Engine::Chromium {
        return told(browser, &format!("({function}).call(journeyTree.element({}))", seen.node)).await;
    }
    let object = browser.devtools("DOM.resolveNode", json!({ "backendNodeId": seen.node })).await?;
    let call = json!({ "objectId": object["object"]["objectId"], "functionDeclaration": function, "returnByValue": true });
    let came = browser.devtools("Runtime.callFunctionOn", call).await?;
    Ok(came["result"]["value"].clone())
}

async fn told(browser: &Browser, expression: &str) -> Result<Value, CmdError> {
    browser.client.execute(&format!("{TREE} return {expression}"), Vec::new()).await
}
