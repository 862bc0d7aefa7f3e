//! A chromedriver of this journey's own on a free port, and a new Chromium with an empty profile.

use super::record;
use fantoccini::error::CmdError;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::path::Path;
use std::process::Stdio;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

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

pub struct Browser {
    pub client: Client,
    /// What was done, for the report of a failure.
    pub trail: RefCell<Vec<String>>,
    driver: Child,
    profile: TempDir,
}

impl Browser {
    pub async fn open() -> Self {
        let program = std::env::var_os("PALPATE_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut driver = Command::new(program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("chromedriver starts");
        let port = port(&mut driver).await;
        let profile = tempfile::tempdir().unwrap();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities(profile.path()));
        let client = builder.connect(&format!("http://127.0.0.1:{port}")).await.expect("Chromium starts");
        let browser = Browser { client, trail: RefCell::default(), driver, profile };
        // The browser's own first page is no part of the journey.
        browser.client.goto("about:blank").await.unwrap();
        record::forget(&browser).await;
        browser.before_each_page(record::LISTEN).await;
        browser
    }

    /// Runs a script before the page's own in every page from now on.
    pub async fn before_each_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.unwrap();
    }

    /// Calls the browser's own protocol.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value, CmdError> {
        self.command("goog/cdp/execute", json!({ "cmd": method, "params": parameters })).await
    }

    /// A command of chromedriver that is not in the standard.
    pub async fn command(&self, path: &'static str, body: Value) -> Result<Value, CmdError> {
        self.client.issue_cmd(Extra { path, body }).await
    }

    /// A folder that lives as long as the browser does.
    pub fn folder(&self) -> &Path {
        self.profile.path()
    }

    /// After a failure: the way that led here, and the last picture in the target folder.
    pub async fn tell(&self, name: &str) {
        eprintln!("The way of “{name}”:\n  {}", self.trail.borrow().join("\n  "));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let picture = folder.join(format!("{}.png", name.replace(' ', "-")));
        if let Ok(png) = self.client.screenshot().await
            && std::fs::write(&picture, png).is_ok()
        {
            eprintln!("The last picture: {}", picture.display());
        }
    }

    pub async fn close(mut self) {
        // A browser that has crashed is closed already.
        let _ = self.client.close().await;
        let _ = self.driver.kill().await;
    }
}

/// The port that chromedriver chose, from its greeting.
async fn port(driver: &mut Child) -> u16 {
    let mut greeting = BufReader::new(driver.stdout.take().unwrap()).lines();
    let mut port = None;
    while port.is_none() {
        let line = greeting.next_line().await.unwrap().expect("chromedriver says on which port it listens");
        let number = line.strip_prefix("ChromeDriver was started successfully on port ");
        port = number.and_then(|number| number.trim_end_matches('.').parse().ok());
    }
    // It goes on talking; nobody need listen, but the pipe must not close.
    tokio::spawn(async move { while let Ok(Some(_)) = greeting.next_line().await {} });
    port.unwrap()
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

#[derive(Debug)]
struct Extra {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
