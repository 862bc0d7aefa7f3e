//! What only the browser's own protocol can do to a page, for journeys that measure. Chromium alone speaks it.

use super::page::Page;
use serde_json::{Value, json};

impl Page<'_> {
    /// Calls the browser's own protocol.
    pub async fn protocol(&self, method: &str, parameters: Value) -> Value {
        self.browser.devtools(method, parameters).await.unwrap_or_default()
    }

    /// Runs a script that may wait, and gives what it came to; `None` when the page was left meanwhile.
    ///
    /// # Panics
    /// When the script fails.
    pub async fn waiting_script(&self, script: &str) -> Option<Value> {
        let call = json!({ "expression": script, "awaitPromise": true, "returnByValue": true });
        let came = self.browser.devtools("Runtime.evaluate", call).await.ok()?;
        assert!(came["exceptionDetails"].is_null(), "the script of the test fails: {}", came["exceptionDetails"]);
        Some(came["result"]["value"].clone())
    }

    /// The steps so far are not told any more but for the last ones.
    pub fn keep_last(&self, steps: usize) {
        let mut trail = self.browser.trail.borrow_mut();
        let old = trail.len().saturating_sub(steps);
        trail.drain(..old);
    }

    /// A step, for the report of a failure.
    pub fn did(&self, what: String) {
        self.note(what);
    }
}
