//! A page as a person acts on it: finds by role and name, presses, types, reads, and waits for what should come.

use super::browser::Browser;
use super::key::Key;
use super::picture::Mouse;
use super::seen::{Seen, best, single_spaced};
use super::tree;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

/// How long anything may take to come. Far more than it needs: a slow machine is no failure.
const LIMIT: Duration = Duration::from_secs(30);
/// How often the page is looked at meanwhile.
const LOOK_EVERY: Duration = Duration::from_millis(40);

pub struct Page<'b> {
    pub(super) browser: &'b Browser,
    /// The addresses of the app, without a hash; the last is where it is open.
    pub(super) homes: RefCell<Vec<String>>,
    /// Whether it was ever open at one that a server has, not only from the disk.
    pub(super) served: Cell<bool>,
    /// Parts of complaints that this journey brings about on purpose.
    pub(super) expected: RefCell<Vec<&'static str>>,
    /// Complaints of the pages that were left.
    pub(super) complaints: RefCell<Vec<String>>,
}

impl<'b> Page<'b> {
    pub(super) fn new(browser: &'b Browser, home: String) -> Self {
        Page {
            browser,
            homes: RefCell::new(vec![home]),
            served: Cell::default(),
            expected: RefCell::default(),
            complaints: RefCell::default(),
        }
    }

    /// Notes what is done, for the report of a failure.
    pub fn note(&self, what: String) {
        self.browser.trail.borrow_mut().push(what);
    }

    // ------------------------------------------------------------------------------------------------ going somewhere

    /// Opens an address of the app: the part from `#` on.
    pub async fn open(&self, hash: &str) {
        self.note(format!("open {hash}"));
        self.prepare_file();
        self.keep_complaints().await;
        let address = format!("{}{hash}", self.homes.borrow().last().unwrap());
        self.served.set(self.served.get() || address.starts_with("http:"));
        if !self.is_within(&address).await {
            self.browser.client.goto(&address).await.unwrap();
        }
    }

    /// Opens the app at another address, which is its home from now on.
    pub async fn move_to(&self, home: String) {
        self.turn_to(home).await;
        self.ready().await;
    }

    /// As [`Page::move_to`], where the app may not start.
    pub async fn turn_to(&self, home: String) {
        self.homes.borrow_mut().push(home);
        self.open("").await;
    }

    /// Opens an address and waits until its main heading says so.
    pub async fn visit(&self, hash: &str, heading: &str) {
        self.open(hash).await;
        self.heading(heading).await;
    }

    /// Waits until the app has taken the place of the static shell.
    pub async fn ready(&self) {
        self.until_script("the app in the shell's place", "return !document.getElementById('shell')").await;
        self.find("main", "").await;
    }

    pub async fn reload(&self) {
        self.note("reload".to_owned());
        self.prepare_file();
        self.fetch_anew().await;
        self.ready().await;
    }

    /// The browser's back button.
    pub async fn back(&self) {
        self.note("browser back".to_owned());
        self.browser.client.back().await.unwrap();
    }

    /// The browser's forward button.
    pub async fn forward(&self) {
        self.note("browser forward".to_owned());
        self.browser.client.forward().await.unwrap();
    }

    /// The address from `#` on.
    pub async fn hash(&self) -> String {
        self.script("return location.hash").await.as_str().unwrap_or_default().to_owned()
    }

    // -------------------------------------------------------------------------------------------------------- looking

    /// Every element with a role that a person can get at, as the accessibility tree tells it.
    pub async fn all(&self, role: &str) -> Vec<Seen> {
        tree::all(self.browser, None, role).await.unwrap_or_default()
    }

    /// Every element with a role inside another one.
    pub async fn all_in(&self, outer: &Seen, role: &str) -> Vec<Seen> {
        tree::all(self.browser, Some(outer), role).await.unwrap_or_default()
    }

    /// The element with a role and a name, as soon as there is one. Of several the nearest in name, then the first.
    pub async fn find(&self, role: &str, name: &str) -> Seen {
        self.until(&format!("{role} “{name}”"), async || best(self.all(role).await, name)).await
    }

    /// As [`Page::find`], inside another element.
    pub async fn find_in(&self, outer: &Seen, role: &str, name: &str) -> Seen {
        self.until(&format!("{role} “{name}” in {} “{}”", outer.role, outer.name), async || {
            best(self.all_in(outer, role).await, name)
        })
        .await
    }

    /// Whether there is an element now that is called so, or whose name begins so.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        self.all(role).await.iter().any(|seen| seen.is_called(name))
    }

    /// Waits until there is no such element.
    pub async fn gone(&self, role: &str, name: &str) {
        self.until(&format!("no {role} “{name}”"), async || (!self.has(role, name).await).then_some(())).await;
    }

    /// Waits for the page's main heading.
    pub async fn heading(&self, name: &str) -> Seen {
        self.until(&format!("the main heading “{name}”"), async || self.main_heading().await.filter(|heading| heading.answers_to(name)))
            .await
    }

    pub async fn main_heading(&self) -> Option<Seen> {
        self.all("heading").await.into_iter().find(|heading| heading.level() == Some(1))
    }

    /// What the page says now, as it is seen: hidden words are left out.
    pub async fn text(&self) -> String {
        self.script("return document.body.innerText").await.as_str().unwrap_or_default().to_owned()
    }

    /// What the page says at its beginning, for the report of a failure.
    pub async fn told(&self) -> String {
        let text = self.text().await;
        format!("the page says:\n{}", text.chars().take(1500).collect::<String>())
    }

    /// What an element says.
    pub async fn text_of(&self, seen: &Seen) -> String {
        let text = self.call(seen, "function () { return this.innerText }").await.unwrap_or_default();
        text.as_str().unwrap_or_default().to_owned()
    }

    /// What an element holds, seen or not: words for screen readers alone are hidden.
    pub async fn text_content(&self, seen: &Seen) -> String {
        let text = self.call(seen, "function () { return this.textContent }").await.unwrap_or_default();
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the page says something, in whatever capitals.
    pub async fn reads(&self, words: &str) {
        self.until(&format!("the words “{words}”"), async || self.says(words).await.then_some(())).await;
    }

    /// Whether the page says something now.
    pub async fn says(&self, words: &str) -> bool {
        single_spaced(&self.text().await).to_lowercase().contains(&words.to_lowercase())
    }

    /// The element that has the focus; `None` when it is the page as a whole.
    pub async fn focus(&self) -> Option<Seen> {
        tree::focus(self.browser).await
    }

    /// Waits until the focus is on an element with this role and name.
    pub async fn focused(&self, role: &str, name: &str) -> Seen {
        let here = async || self.focus().await.filter(|seen| seen.role == role && seen.answers_to(name));
        self.until(&format!("the focus on {role} “{name}”"), here).await
    }

    // --------------------------------------------------------------------------------------------------------- acting

    /// Presses an element with the mouse, as soon as it can be pressed.
    pub async fn press(&self, role: &str, name: &str) {
        self.note(format!("press {role} “{name}”"));
        let press = async || match best(self.all(role).await, name) {
            Some(seen) => self.click(&seen).await.ok(),
            None => None,
        };
        self.until(&format!("{role} “{name}”, to press it"), press).await;
    }

    /// As [`Page::press`], inside another element.
    pub async fn press_in(&self, outer: &Seen, role: &str, name: &str) {
        self.note(format!("press {role} “{name}” in {} “{}”", outer.role, outer.name));
        let press = async || match best(self.all_in(outer, role).await, name) {
            Some(seen) => self.click(&seen).await.ok(),
            None => None,
        };
        self.until(&format!("{role} “{name}” in “{}”, to press it", outer.name), press).await;
    }

    async fn click(&self, seen: &Seen) -> Result<(), CmdError> {
        self.element(seen).await?.click().await
    }

    /// Presses the mouse where an element is now, as often as said, whatever comes to lie there meanwhile.
    pub async fn hammer(&self, seen: &Seen, times: usize) {
        self.note(format!("press {times} times where {} “{}” is", seen.role, seen.name));
        let middle = self.middle(seen).await;
        for _ in 0..times {
            self.mouse(Mouse::Down, middle).await;
            self.mouse(Mouse::Up, middle).await;
        }
    }

    /// Presses the mouse on an element and holds it down until `until` is true of the page, then lifts it.
    pub async fn hold_down(&self, seen: &Seen, what: &str, until: &str) {
        self.note(format!("hold down {} “{}”", seen.role, seen.name));
        let middle = self.middle(seen).await;
        self.mouse(Mouse::Down, middle).await;
        self.until_script(what, until).await;
        self.mouse(Mouse::Up, middle).await;
    }

    async fn middle(&self, seen: &Seen) -> [f64; 2] {
        let middle = "function () { const box = this.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2] }";
        let middle = self.call(seen, middle).await.unwrap();
        [0, 1].map(|axis| middle[axis].as_f64().expect("it is on the screen"))
    }

    /// Puts the focus on an element, as a person would by Tab.
    pub async fn put_focus(&self, seen: &Seen) {
        self.call(seen, "function () { this.focus() }").await.unwrap();
    }

    pub async fn key(&self, key: Key) {
        self.note(format!("key {key:?}"));
        self.browser.client.perform_actions(key.actions()).await.unwrap();
        if matches!(key, Key::Tab | Key::BackTab) {
            self.come_back().await;
        }
    }

    pub async fn type_text(&self, text: &str) {
        for letter in text.chars() {
            self.key(Key::Letter(letter)).await;
        }
    }

    /// Presses Tab until the focus is on an element with this role and name.
    pub async fn tab_to(&self, role: &str, name: &str) -> Seen {
        for _ in 0..200 {
            self.key(Key::Tab).await;
            if let Some(seen) = self.focus().await.filter(|seen| seen.role == role && seen.answers_to(name)) {
                return seen;
            }
        }
        panic!("Tab does not lead to {role} “{name}”; {}", self.told().await);
    }

    /// The element for WebDriver, scrolled to the middle, clear of what is fixed at the edges. A choice is pressed on its
    /// label, as people do.
    async fn element(&self, seen: &Seen) -> Result<Element, CmdError> {
        let mark = "const choice = /^(radio|checkbox)$/.test(this.type) && this.labels && this.labels[0]; \
            window.journeyElement = choice || this; window.journeyElement.scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.marked(seen, mark).await
    }

    /// The element that a script, with `this` for what was seen, puts into `journeyElement`.
    async fn marked(&self, seen: &Seen, script: &str) -> Result<Element, CmdError> {
        self.call(seen, &format!("function () {{ {script} }}")).await?;
        let found = self.browser.client.execute("return window.journeyElement", Vec::new()).await?;
        let id = found.as_object().and_then(|found| found.values().next()).and_then(Value::as_str).unwrap_or_default();
        Ok(Element::from_element_id(self.browser.client.clone(), ElementRef::from(id.to_owned())))
    }

    /// The role and name that the engine itself computes for an element, in the words of [`Seen`].
    pub async fn computed(&self, seen: &Seen) -> (String, String) {
        let element = self.marked(seen, "window.journeyElement = this").await.unwrap();
        let id = element.element_id().to_string();
        let ask = async |what: &str| self.browser.ask_of_element(&id, what).await;
        let role = match ask("computedrole").await {
            // The one has a new word for it, the other the old one.
            role if role == "img" => "image".to_owned(),
            role => role,
        };
        (role, single_spaced(&ask("computedlabel").await))
    }

    pub(super) async fn call(&self, seen: &Seen, function: &str) -> Result<Value, CmdError> {
        tree::call(self.browser, seen, function).await
    }

    /// Asks the page something that no person could, such as whether a worker is ready.
    pub async fn script(&self, script: &str) -> Value {
        self.browser.client.execute(script, Vec::new()).await.unwrap_or_default()
    }

    /// Waits until a question to the page is answered by true.
    pub async fn until_script(&self, what: &str, script: &str) {
        self.until(what, async || (self.script(script).await == json!(true)).then_some(())).await;
    }

    /// Waits until `ask` answers.
    pub async fn until<T>(&self, what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
        let end = Instant::now() + LIMIT;
        loop {
            if let Some(answer) = ask().await {
                return answer;
            }
            assert!(Instant::now() < end, "waited {LIMIT:?} in vain for {what}; {}", self.told().await);
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }
}
