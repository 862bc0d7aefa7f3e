//! The judge of a page: axe-core, and what it can't see.
//!
//! It goes on after a fault, so that one run tells all of them; [`Judge::verdict`] fails the journey. No rule of axe-core that
//! is on by default is off here; two more are on: the size of targets, and the higher contrast in sessions.

use crate::support::Page;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

const LOOK: &str = include_str!("look.js");

/// The one rule that the dark look can break and the light one does not.
const COLOUR: [&str; 2] = ["color-contrast", "link-in-text-block"];

/// axe-core's script.
fn axe() -> String {
    let script = std::env::var_os("PALPATE_AXE").expect("PALPATE_AXE names axe-core's script: run `cargo xtask test`");
    std::fs::read_to_string(script).expect("axe-core's script can be read")
}

/// How strict the judge is about contrast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// WCAG AA.
    Plain,
    /// WCAG AAA: read while lying on the floor.
    High,
}

pub struct Judge<'p, 'b> {
    page: &'p Page<'b>,
    faults: RefCell<Vec<String>>,
}

impl<'p, 'b> Judge<'p, 'b> {
    /// Takes a page, which is opened anew, with the instruments in it and still, since a colour on its way to another is none.
    pub async fn of(page: &'p Page<'b>) -> Self {
        let judge = Self::of_what_fails(page).await;
        page.ready().await;
        judge
    }

    /// The same, for an app that can't start.
    pub async fn of_what_fails(page: &'p Page<'b>) -> Self {
        page.less_movement().await;
        page.before_each_page(&format!("{};{LOOK}", axe())).await;
        page.open("").await;
        Judge { page, faults: RefCell::default() }
    }

    /// Opens an address and waits for another main heading than before.
    pub async fn open(&self, hash: &str) {
        let before = self.page.main_heading().await.map(|heading| heading.name);
        self.page.open(hash).await;
        let other = async || self.page.main_heading().await.filter(|heading| Some(&heading.name) != before.as_ref());
        self.page.until(&format!("another heading at {hash}"), other).await;
    }

    /// Judges what is on the screen now, in the light and in the dark look.
    pub async fn look(&self, place: &str, contrast: Contrast) {
        let enhanced = match contrast {
            Contrast::Plain => json!({}),
            Contrast::High => json!({ "color-contrast-enhanced": { "enabled": true } }),
        };
        let mut rules = json!({ "target-size": { "enabled": true } });
        rules.as_object_mut().unwrap().extend(enhanced.as_object().cloned().unwrap());
        self.ask(place, &format!("journeyAxe({})", json!({ "rules": rules }))).await;
        let colour: Vec<&str> = match contrast {
            Contrast::Plain => COLOUR.to_vec(),
            Contrast::High => [&COLOUR[..], &["color-contrast-enhanced"]].concat(),
        };
        let dark = format!("journeyAxe({})", json!({ "runOnly": { "type": "rule", "values": colour } }));
        let before = self.theme("dark").await;
        self.ask(&format!("{place}, dark"), &dark).await;
        self.theme(before.as_str().unwrap_or("system")).await;
    }

    /// Judges what would be printed.
    pub async fn look_on_paper(&self, place: &str) {
        let still = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
        self.page.seen_as("print", still.clone()).await;
        self.ask(&format!("{place}, on paper"), "journeyAxe({})").await;
        self.page.seen_as("", still).await;
    }

    /// Judges whether anything is lost on this screen.
    pub async fn look_for_loss(&self, place: &str) {
        self.ask(place, "journeyLost()").await;
    }

    /// Judges whether anything moves by itself.
    pub async fn look_for_movement(&self, place: &str) {
        self.ask(place, "journeyMoves()").await;
    }

    /// Of each kind of page to which this one links, the kind and one address.
    pub async fn ways(&self) -> BTreeMap<String, String> {
        self.kinds("window.journeyWays()").await
    }

    /// The kinds of these addresses, each with one of them.
    pub async fn kinds(&self, addresses: &str) -> BTreeMap<String, String> {
        let kinds = self.page.script(&format!("return {addresses}.map((one) => [window.journeyKind(one), one])")).await;
        serde_json::from_value(kinds).map(|pairs: Vec<(String, String)>| pairs.into_iter().collect()).expect("kinds of addresses")
    }

    /// Notes a fault that the journey found by itself.
    pub fn fault(&self, place: &str, what: &str) {
        self.faults.borrow_mut().push(format!("{place}: {what}"));
    }

    /// Switches to a look; gives back the one before.
    async fn theme(&self, to: &str) -> Value {
        let switch = "const html = document.documentElement, before = html.dataset.theme; html.dataset.theme = TO; return before";
        self.page.script(&switch.replace("TO", &json!(to).to_string())).await
    }

    async fn ask(&self, place: &str, question: &str) {
        let answer = self.page.script(&format!("return {question}")).await;
        let answer = answer.as_array().unwrap_or_else(|| panic!("no answer to {question} at {place}: {answer}"));
        let told: BTreeSet<String> = answer.iter().filter_map(|fault| fault.as_str().map(str::to_owned)).collect();
        self.faults.borrow_mut().extend(told.into_iter().map(|fault| format!("{place}: {fault}")));
    }

    /// # Panics
    /// Where anything was found.
    pub fn verdict(self) {
        let faults = self.faults.into_inner();
        assert!(faults.is_empty(), "{} faults:\n  {}", faults.len(), faults.join("\n  "));
    }
}
