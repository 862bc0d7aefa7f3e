//! Chromium and its driver: the only engine here that tells the journeys its own record of requests and complaints.

use super::browser::Started;
use fantoccini::wd::Capabilities;
use serde_json::json;
use std::path::Path;
use tokio::process::Command;

/// What keeps Chromium quiet and able to run as root in a container. No name but loopback resolves: a request that is
/// meant for the web fails, and fails the journey.
const FLAGS: [&str; 14] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-search-engine-choice-screen",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--lang=en-GB",
    "--window-size=1280,900",
];

pub(super) async fn start(profile: &Path) -> Started {
    let program = std::env::var_os("PALPATE_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
    let mut command = Command::new(program);
    command.arg("--port=0");
    Started::listening(command, "ChromeDriver was started successfully on port ", capabilities(profile)).await
}

fn capabilities(profile: &Path) -> Capabilities {
    let profile = format!("--user-data-dir={}", profile.join("profile").display());
    let flags: Vec<&str> = FLAGS.into_iter().chain([profile.as_str()]).collect();
    let mut options = json!({ "args": flags, "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false } });
    if let Ok(chromium) = std::env::var("PALPATE_CHROMIUM") {
        options["binary"] = chromium.into();
    }
    let wanted = json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
    });
    wanted.as_object().cloned().unwrap()
}
