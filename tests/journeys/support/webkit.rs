//! WebKitGTK's MiniBrowser and WebKitWebDriver. They need a display and a session bus: `cargo xtask test` runs the journeys
//! under Xvfb and `dbus-run-session`.

use super::browser::Started;
use fantoccini::wd::Capabilities;
use serde_json::json;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use tokio::process::Command;

/// The toolbar of MiniBrowser without its size, or no window could be as narrow as a phone.
const NO_TOOLBAR: &str = "headerbar, toolbar, headerbar *, toolbar *, entry, button, box { min-width: 0; padding: 0; margin: 0; border: none; font-size: 1px; -gtk-icon-source: none; }";

pub(super) async fn start(home: &Path, downloads: &Path, gateway: u16) -> Started {
    let settings = home.join(".config");
    std::fs::create_dir_all(settings.join("gtk-3.0")).unwrap();
    std::fs::write(settings.join("gtk-3.0/gtk.css"), NO_TOOLBAR).unwrap();
    std::fs::write(settings.join("user-dirs.dirs"), format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display())).unwrap();
    // It can't choose a port by itself, nor say that it listens.
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|free| free.local_addr()).unwrap().port();
    let program = std::env::var_os("PALPATE_WEBKITDRIVER").unwrap_or_else(|| "WebKitWebDriver".into());
    let mut command = Command::new(program);
    command.arg(format!("--port={port}")).env("HOME", home).env("XDG_CONFIG_HOME", &settings);
    Started::at(command, port, capabilities(gateway)).await
}

fn capabilities(gateway: u16) -> Capabilities {
    let gateway = format!("127.0.0.1:{gateway}");
    let mut wanted = json!({
        "browserName": "MiniBrowser",
        "proxy": { "proxyType": "manual", "httpProxy": gateway, "sslProxy": gateway },
    });
    if let Ok(browser) = std::env::var("PALPATE_MINIBROWSER") {
        wanted["webkitgtk:browserOptions"] = json!({ "binary": browser, "args": ["--automation"] });
    }
    wanted.as_object().cloned().unwrap()
}
