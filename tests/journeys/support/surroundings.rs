//! What is around the page: the network, the screen, the device's wishes, its storage; and what must be true of every journey.

use super::engine::{Engine, not_here};
use super::page::Page;
use super::record;
use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

impl Page<'_> {
    /// Leaves the journey in an engine that it can't be made in, and says why there.
    pub fn not_in(&self, engine: Engine, why: &str) {
        if self.browser.engine == engine {
            not_here(why);
        }
    }

    /// Runs a script before the page's own in every page from now on.
    pub async fn before_each_page(&self, script: &str) {
        self.browser.before_each_page(script).await;
    }

    /// Puts the journey's scripts into a page that lies on the disk, where no gateway stands between it and the browser.
    pub(super) fn prepare_file(&self) {
        let home = self.homes.borrow().last().cloned().unwrap_or_default();
        if let Some(file) = home.strip_prefix("file://").map(Path::new)
            && self.browser.engine != Engine::Chromium
        {
            assert!(!file.starts_with(super::dist()), "a journey opens a copy of the built file, never the file itself");
            let page = std::fs::read_to_string(file).expect("the single file can be read");
            std::fs::write(file, self.browser.watched.insert(&page)).expect("the single file can be written");
        }
    }

    /// Takes the network away from a page on the disk. In Firefox and WebKitGTK the gateway shows that it asks for nothing.
    pub async fn network_off(&self) {
        if self.browser.engine == Engine::Chromium {
            let off = json!({ "network_conditions": { "offline": true, "latency": 0, "throughput": 0 } });
            self.browser.command("chromium/network_conditions", off).await.unwrap();
        }
    }

    /// Makes the screen as narrow as a phone's.
    pub async fn on_a_phone(&self, width: u32) {
        const HEIGHT: u32 = 640;
        match self.browser.engine {
            Engine::Chromium => {
                let screen = json!({ "width": width, "height": HEIGHT, "deviceScaleFactor": 2, "mobile": true });
                self.browser.devtools("Emulation.setDeviceMetricsOverride", screen).await.unwrap();
                return;
            }
            // Its window can't be narrower than 500 pixels otherwise.
            Engine::Firefox => self.browser.inside_firefox("document.documentElement.style.minWidth = '0'").await,
            Engine::WebKit => {}
        }
        let bars = self.script("return outerHeight - innerHeight").await.as_u64().and_then(|bars| u32::try_from(bars).ok());
        self.browser.client.set_window_size(width, HEIGHT + bars.unwrap_or_default()).await.unwrap();
        self.until_script("a narrow window", &format!("return innerWidth === {width}")).await;
    }

    /// Makes the screen this large. In Chromium alone.
    pub async fn on_a_screen(&self, width: u32, height: u32) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.browser.devtools("Emulation.setDeviceMetricsOverride", screen).await.unwrap();
    }

    /// As for a person who has set the browser's text to twice its size. In Chromium alone.
    pub async fn large_text(&self) {
        self.browser.devtools("Page.setFontSizes", json!({ "fontSizes": { "standard": 32 } })).await.unwrap();
    }

    /// As in another medium, such as `print`, with these features of it; none for the screen. In Chromium alone.
    pub async fn seen_as(&self, medium: &str, features: Value) {
        let media = json!({ "media": medium, "features": features });
        self.browser.devtools("Emulation.setEmulatedMedia", media).await.unwrap();
    }

    /// As on a device that asks for less movement.
    pub async fn less_movement(&self) {
        match self.browser.engine {
            Engine::Chromium => {
                let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
                self.browser.devtools("Emulation.setEmulatedMedia", still).await.unwrap();
            }
            Engine::Firefox => self.browser.inside_firefox("Services.prefs.setIntPref('ui.prefersReducedMotion', 1)").await,
            Engine::WebKit => not_here("it reads the wish for less movement only when it starts"),
        }
    }

    /// Where downloads go from now on: an empty folder.
    pub async fn keep_downloads(&self) -> PathBuf {
        let folder = self.browser.downloads();
        if self.browser.engine == Engine::Chromium {
            let wanted = json!({ "behavior": "allow", "downloadPath": folder });
            self.browser.devtools("Browser.setDownloadBehavior", wanted).await.unwrap();
        }
        folder
    }

    /// Takes away everything that this browser keeps, as a new device has nothing. The page is to be left then.
    pub async fn forget_all(&self) {
        let gone = "if (!window.journeyGone) { window.journeyGone = 'asked'; \
            indexedDB.deleteDatabase('palpate').onsuccess = () => window.journeyGone = 'gone'; } return window.journeyGone === 'gone'";
        self.until_script("an empty device", gone).await;
    }

    /// Whether the browser's driver need not go to a place within the page since it is there. The others then stay in the page;
    /// WebKitGTK's fetches it anew, and with that drops what a journey has put into it.
    pub(super) async fn is_within(&self, address: &str) -> bool {
        self.browser.engine == Engine::WebKit && address.contains('#') && self.script("return location.href").await == json!(address)
    }

    /// The browser's reload button. Firefox's driver has one that passes the service worker by, which no button but one with Shift does.
    pub(super) async fn fetch_anew(&self) {
        if self.browser.engine == Engine::Firefox {
            self.script("window.journeyLeft = true; setTimeout(() => location.reload())").await;
            self.until_script("the page anew", "return !window.journeyLeft && document.readyState === 'complete'").await;
        } else {
            self.browser.client.refresh().await.unwrap();
        }
    }

    /// Behind the last element of a page Tab leads to the browser's own buttons, and then to the page again. Firefox does so when it
    /// is driven too, but its driver goes on pressing keys in the page, which has no focus then and hears of none.
    pub(super) async fn come_back(&self) {
        const IS_HERE: &str = "return document.hasFocus()";
        if self.browser.engine == Engine::Firefox && self.script(IS_HERE).await == json!(false) {
            self.browser.inside_firefox("gBrowser.selectedBrowser.focus()").await;
            self.until_script("the focus back in the page", IS_HERE).await;
        }
    }

    /// Opens another tab of the same browser and acts there from now on. Gives a name for each of the two, to come back.
    pub async fn new_tab(&self) -> [WindowHandle; 2] {
        self.note("another tab".to_owned());
        self.keep_complaints().await;
        let here = self.browser.client.window().await.unwrap();
        let there = self.browser.client.new_window(true).await.unwrap().handle;
        self.browser.client.switch_to_window(there.clone()).await.unwrap();
        [here, there]
    }

    /// Acts in another tab from now on.
    pub async fn to_tab(&self, tab: &WindowHandle) {
        self.note("to the other tab".to_owned());
        self.keep_complaints().await;
        self.browser.client.switch_to_window(tab.clone()).await.unwrap();
    }

    /// Kills the tab: nothing of the page runs any more, not even its last words. Goes on in a new one. In Chromium alone.
    pub async fn kill_tab(&self) {
        self.note("kill the tab".to_owned());
        let [killed, next] = self.new_tab().await;
        self.to_tab(&killed).await;
        // It answers that the tab has crashed.
        let _ = self.browser.devtools("Page.crash", json!({})).await;
        self.to_tab(&next).await;
    }

    /// Complaints that hold these words belong to this journey.
    pub fn expect(&self, words: &'static str) {
        self.expected.borrow_mut().push(words);
    }

    /// Writes down what the page that is about to be left complained about, where the browser does not.
    pub(super) async fn keep_complaints(&self) {
        if self.browser.engine != Engine::Chromium {
            let complaints = record::complaints(self.browser).await;
            self.complaints.borrow_mut().extend(complaints);
        }
    }

    /// What must be true of every journey: nothing left the origin, and the browser had nothing to complain about.
    pub async fn assert_clean(&self) {
        let requests = record::requests(self.browser).await;
        let homes = self.homes.borrow().clone();
        let at_home = |address: &String| homes.iter().any(|home| address.starts_with(home));
        // What is read from the disk passes no gateway.
        let seen = self.browser.engine == Engine::Chromium || self.served.get();
        assert!(!seen || requests.iter().any(at_home), "the record of requests is kept: {requests:?}");
        let own = |address: &&String| at_home(address) || ["data:", "blob:"].iter().any(|own| address.starts_with(own));
        let others: Vec<_> = requests.iter().filter(|address| !own(address)).collect();
        assert!(others.is_empty(), "requests beyond the app's own files: {others:?}");
        let last = record::complaints(self.browser).await;
        self.complaints.borrow_mut().extend(last);
        let (complaints, expected) = (self.complaints.borrow(), self.expected.borrow());
        let surprising: Vec<_> = complaints.iter().filter(|line| !expected.iter().any(|words| line.contains(words))).collect();
        assert!(surprising.is_empty(), "the browser complains: {surprising:#?}");
    }
}
