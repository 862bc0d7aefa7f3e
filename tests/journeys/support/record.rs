//! What the browser noted while a journey went on: every request, and every complaint.

use super::browser::Browser;
use serde_json::{Value, json};

/// Run before each page: a breach of the content security policy is noted with the others.
pub(super) const LISTEN: &str = "addEventListener('securitypolicyviolation', event => \
    console.error(`policy breached: ${event.violatedDirective} ${event.blockedURI}`));";

/// Addresses requested since the last call, by pages and their workers' pages.
pub(super) async fn requests(browser: &Browser) -> Vec<String> {
    let entries = log(browser, "performance").await;
    let requested = entries.iter().filter_map(|entry| {
        let entry: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
        let (method, parameters) = (entry["message"]["method"].as_str()?, &entry["message"]["params"]);
        match method {
            "Network.requestWillBeSent" => parameters["request"]["url"].as_str().map(str::to_owned),
            "Network.webSocketCreated" | "Network.webTransportCreated" => parameters["url"].as_str().map(str::to_owned),
            _ => None,
        }
    });
    requested.collect()
}

/// Errors of the page, of the console, of the network and of the policy since the last call.
pub(super) async fn complaints(browser: &Browser) -> Vec<String> {
    let entries = log(browser, "browser").await;
    let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
    severe.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Leaves out what was noted so far.
pub(super) async fn forget(browser: &Browser) {
    for kind in ["performance", "browser"] {
        log(browser, kind).await;
    }
}

async fn log(browser: &Browser, kind: &str) -> Vec<Value> {
    let log = browser.command("se/log", json!({ "type": kind })).await.expect("chromedriver keeps logs");
    log.as_array().cloned().unwrap_or_default()
}
