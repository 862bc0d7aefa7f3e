//! What was noted while a journey went on: every request, and every complaint.

use super::browser::Browser;
use super::engine::Engine;
use serde_json::{Value, json};

/// Run before each page: a breach of the content security policy is noted with the others.
const LISTEN: &str = "addEventListener('securitypolicyviolation', event => \
    console.error(`policy breached: ${event.violatedDirective} ${event.blockedURI}`));";

/// Where the browser's own record can't be asked for, the page keeps one: errors, promises that nobody caught, what the
/// console is told as an error, and files that did not come.
const KEEP: &str = "
    const note = words => { try {
        const all = JSON.parse(sessionStorage.getItem('journey') ?? '[]');
        sessionStorage.setItem('journey', JSON.stringify([...all, String(words)]));
    } catch { (window.journeyComplaints ??= []).push(String(words)) } };
    const told = console.error;
    console.error = (...words) => { note(words.join(' ')); told.apply(console, words) };
    addEventListener('unhandledrejection', event => note(event.reason?.stack ?? event.reason));
    addEventListener('error', event => note(event.target === window ? `${event.message} ${event.error?.stack}`
        : `did not come: ${event.target.src || event.target.href || 'a module that a script imports'}`), true);";

/// What is run before each page for the sake of the record.
pub(super) fn listener(engine: Engine) -> String {
    match engine {
        Engine::Chromium => LISTEN.to_owned(),
        Engine::Firefox | Engine::WebKit => format!("{{ {KEEP}\n{LISTEN} }}"),
    }
}

/// Addresses requested since the last call, by pages and their workers' pages.
pub(super) async fn requests(browser: &Browser) -> Vec<String> {
    if browser.engine != Engine::Chromium {
        return std::mem::take(&mut *browser.watched.requests.lock().unwrap());
    }
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

/// Errors of the page, of the console, of the network and of the policy since the last call. Firefox and WebKitGTK tell those
/// of the page that is open, and of those before it in the same place.
pub(super) async fn complaints(browser: &Browser) -> Vec<String> {
    if browser.engine != Engine::Chromium {
        let take = "const all = window.journeyComplaints ?? []; window.journeyComplaints = []; \
            try { all.push(...JSON.parse(sessionStorage.getItem('journey') ?? '[]')); sessionStorage.removeItem('journey') } catch {} \
            return all";
        let all = browser.client.execute(take, Vec::new()).await.unwrap_or_default();
        return all.as_array().into_iter().flatten().filter_map(|line| line.as_str().map(str::to_owned)).collect();
    }
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
