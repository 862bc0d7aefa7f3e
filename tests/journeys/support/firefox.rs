//! Firefox and geckodriver.

use super::browser::Started;
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use std::path::Path;
use tokio::process::Command;

/// Firefox as people have it, but quiet: without `remote.prefs.recommended` and with a strict `file://`, since a driven
/// Firefox is laxer otherwise than the one people use; and without looking for updates, lists and news.
const PREFERENCES: &str = r#"{
    "remote.prefs.recommended": false,
    "security.fileuri.strict_origin_policy": true,
    "app.normandy.enabled": false,
    "app.update.auto": false,
    "app.update.disabledForTesting": true,
    "browser.aboutwelcome.enabled": false,
    "browser.backup.enabled": false,
    "browser.backup.scheduled.enabled": false,
    "browser.discovery.enabled": false,
    "browser.download.alwaysOpenPanel": false,
    "browser.download.folderList": 2,
    "browser.newtabpage.enabled": false,
    "browser.region.network.url": "",
    "browser.safebrowsing.blockedURIs.enabled": false,
    "browser.safebrowsing.downloads.enabled": false,
    "browser.safebrowsing.malware.enabled": false,
    "browser.safebrowsing.phishing.enabled": false,
    "browser.safebrowsing.update.enabled": false,
    "browser.search.update": false,
    "browser.shell.checkDefaultBrowser": false,
    "browser.startup.page": 0,
    "browser.topsites.contile.enabled": false,
    "captivedetect.canonicalURL": "",
    "datareporting.healthreport.uploadEnabled": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "datareporting.usage.uploadEnabled": false,
    "dom.disable_beforeunload": true,
    "dom.ipc.processPrelaunch.enabled": false,
    "dom.push.connection.enabled": false,
    "extensions.getAddons.cache.enabled": false,
    "extensions.systemAddon.update.enabled": false,
    "extensions.update.enabled": false,
    "intl.accept_languages": "en-GB",
    "media.gmp-manager.updateEnabled": false,
    "media.gmp-manager.url": "",
    "messaging-system.rsexperimentloader.enabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "network.dns.disablePrefetch": true,
    "network.http.speculative-parallel-limit": 0,
    "network.proxy.allow_hijacking_localhost": true,
    "network.proxy.no_proxies_on": "",
    "network.proxy.type": 1,
    "network.trr.mode": 5,
    "nimbus.rollouts.enabled": false,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "startup.homepage_welcome_url": "about:blank",
    "telemetry.fog.test.localhost_port": -1,
    "toolkit.telemetry.enabled": false,
    "toolkit.telemetry.server": "data:,"
}"#;

pub(super) async fn start(downloads: &Path, gateway: u16) -> Started {
    let program = std::env::var_os("PALPATE_GECKODRIVER").unwrap_or_else(|| "geckodriver".into());
    let mut command = Command::new(program);
    // The browser's own context is asked for a narrow window and for less movement. The variable lets the preference of
    // the settings server count.
    command.args(["--port=0", "--log=info", "--allow-system-access"]).env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1");
    Started::listening(command, "Listening on 127.0.0.1:", capabilities(downloads, gateway)).await
}

fn capabilities(downloads: &Path, gateway: u16) -> Capabilities {
    let mut preferences: Value = serde_json::from_str(PREFERENCES).unwrap();
    preferences["browser.download.dir"] = json!(downloads);
    for scheme in ["http", "ssl"] {
        preferences[format!("network.proxy.{scheme}")] = json!("127.0.0.1");
        preferences[format!("network.proxy.{scheme}_port")] = json!(gateway);
    }
    let mut options = json!({ "args": ["-headless", "--width=1280", "--height=900"], "prefs": preferences });
    if let Ok(firefox) = std::env::var("PALPATE_FIREFOX") {
        options["binary"] = firefox.into();
    }
    json!({ "browserName": "firefox", "moz:firefoxOptions": options }).as_object().cloned().unwrap()
}
