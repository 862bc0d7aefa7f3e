//! A driver of this journey's own on a free port, and a new browser with an empty profile, of whichever engine.

use super::engine::{Engine, not_here};
use super::gateway::{self, Watched};
use super::{chromium, firefox, record, webkit};
use fantoccini::error::CmdError;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// A driver that listens, and the browser to ask it for.
pub(super) struct Started {
    driver: Child,
    port: u16,
    wanted: Capabilities,
}

impl Started {
    /// Starts a driver that says, after these words, on which port it listens.
    pub(super) async fn listening(mut command: Command, words: &str, wanted: Capabilities) -> Self {
        let mut driver = spawn(command.stdout(Stdio::piped()));
        let mut greeting = BufReader::new(driver.stdout.take().unwrap()).lines();
        let mut port = None;
        while port.is_none() {
            let line = greeting.next_line().await.unwrap().expect("the driver says on which port it listens");
            port = line.split_once(words).and_then(|(_, number)| number.trim_end_matches('.').parse().ok());
        }
        // It goes on talking; nobody need listen, but the pipe must not close.
        tokio::spawn(async move { while let Ok(Some(_)) = greeting.next_line().await {} });
        Started { driver, port: port.unwrap(), wanted }
    }

    /// Starts a driver on a port that was chosen for it.
    pub(super) async fn at(mut command: Command, port: u16, wanted: Capabilities) -> Self {
        let driver = spawn(command.stdout(Stdio::null()));
        for _ in 0..400 {
            if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Started { driver, port, wanted };
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("the driver does not listen on port {port}");
    }
}

fn spawn(command: &mut Command) -> Child {
    command.stdin(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true).spawn().expect("the browser's driver starts")
}

pub struct Browser {
    pub client: Client,
    pub engine: Engine,
    /// What was done, for the report of a failure.
    pub trail: RefCell<Vec<String>>,
    /// Requests and scripts of an engine that keeps no record of its own.
    pub(super) watched: Arc<Watched>,
    driver: Child,
    profile: TempDir,
}

impl Browser {
    pub async fn open() -> Self {
        let engine = Engine::of_this_run();
        let profile = tempfile::tempdir().unwrap();
        let downloads = profile.path().join("downloads");
        std::fs::create_dir_all(&downloads).unwrap();
        let watched = Arc::new(Watched::default());
        let Started { driver, port, wanted } = match engine {
            Engine::Chromium => chromium::start(profile.path()).await,
            Engine::Firefox => firefox::start(&downloads, gateway::open(Arc::clone(&watched)).await).await,
            Engine::WebKit => webkit::start(&profile.path().join("home"), &downloads, gateway::open(Arc::clone(&watched)).await).await,
        };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted);
        let client = builder.connect(&format!("http://127.0.0.1:{port}")).await.expect("the browser starts");
        let browser = Browser { client, engine, trail: RefCell::default(), watched, driver, profile };
        // The browser's own first page is no part of the journey.
        browser.client.goto("about:blank").await.unwrap();
        match engine {
            Engine::Chromium => record::forget(&browser).await,
            Engine::Firefox => {}
            Engine::WebKit => browser.client.set_window_size(1280, 900).await.unwrap(),
        }
        browser.before_each_page(&record::listener(engine)).await;
        browser
    }

    /// Runs a script before the page's own in every page from now on.
    pub async fn before_each_page(&self, script: &str) {
        match self.engine {
            Engine::Chromium => {
                self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.unwrap();
            }
            Engine::Firefox | Engine::WebKit => self.watched.scripts.lock().unwrap().push(script.to_owned()),
        }
    }

    /// Calls Chromium's own protocol. A journey that needs it is not run in another engine.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value, CmdError> {
        if self.engine != Engine::Chromium {
            not_here(&format!("{method} is Chromium's own"));
        }
        self.command("goog/cdp/execute", json!({ "cmd": method, "params": parameters })).await
    }

    /// Runs a script in Firefox's own context, where its windows and preferences are.
    pub(super) async fn inside_firefox(&self, script: &str) {
        for (context, script) in [("chrome", script), ("content", "return 0")] {
            self.command("moz/context", json!({ "context": context })).await.unwrap();
            self.client.execute(script, Vec::new()).await.unwrap();
        }
    }

    /// A command of the driver that is not in the standard.
    pub async fn command(&self, path: &'static str, body: Value) -> Result<Value, CmdError> {
        self.client.issue_cmd(Extra { path: path.to_owned(), body: Some(body) }).await
    }

    /// What the driver says of an element, such as its `computedrole`.
    pub(super) async fn ask_of_element(&self, id: &str, what: &str) -> String {
        let told = self.client.issue_cmd(Extra { path: format!("element/{id}/{what}"), body: None }).await.unwrap();
        told.as_str().unwrap_or_default().to_owned()
    }

    /// The folder for downloads, empty at first. It lives as long as the browser does.
    pub fn downloads(&self) -> PathBuf {
        self.profile.path().join("downloads")
    }

    /// After a failure: the way that led here, and the last picture in the target folder.
    pub async fn tell(&self, name: &str) {
        eprintln!("The way of “{name}” in {}:\n  {}", self.engine.name(), self.trail.borrow().join("\n  "));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let picture = folder.join(format!("{}-{}.png", name.replace(' ', "-"), self.engine.name()));
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

/// Asked with GET where there is no body.
#[derive(Debug)]
struct Extra {
    path: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        match &self.body {
            Some(body) => (http::Method::POST, Some(body.to_string())),
            None => (http::Method::GET, None),
        }
    }
}
