//! What 100,000 reviews cost, beside an empty store: start, next question, map, Learn page, saving and reading back in.
//!
//! It measures and judges nothing, since how quick a machine is says nothing of the app, and is left out unless asked for:
//! `cargo test --test journeys -- cost --ignored --nocapture`, with `PALPATE_DIST` as for the others.

use crate::support::{Page, Server, dist, knowledge, prepared};
use palpate_core::item::{Attempt, Body, Item, bank};
use serde_json::json;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

const ROWS: usize = 100_000;
const TIMES: usize = 7;
/// The slow ones.
const FEW: usize = 3;
const LIMIT: Duration = Duration::from_secs(240);

/// Tells when the first heading stood, and measures from a press until something is painted.
const WATCH: &str = "
    new MutationObserver((_, own) => { if (document.querySelector('main h1')) { window.started = performance.now(); own.disconnect(); } })
        .observe(document, { childList: true, subtree: true });
    window.pressed = (find, ask) => {
        window.took = null;
        const from = performance.now();
        find().click();
        const look = () => ask() ? requestAnimationFrame(() => setTimeout(() => { window.took = performance.now() - from; })) : setTimeout(look);
        setTimeout(look);
        return true;
    };
    window.button = (words) => [...document.querySelectorAll('main button')].find(button => button.textContent.includes(words));
    window.heading = () => document.querySelector('main h1')?.textContent ?? '';
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.made = blob; return make.call(URL, blob); };
";

/// A likely answer to each question, right or not: how large a row is, is what counts.
fn attempt(item: &Item) -> Option<Attempt> {
    let id = item.id.clone();
    match &item.body {
        Body::SingleBest(_) => Some(Attempt::SingleBest { item: id, chosen: 1 }),
        Body::SelectAll(_) => Some(Attempt::SelectAll { item: id, chosen: vec![0, 2] }),
        Body::Order(_) => Some(Attempt::Order { item: id, order: vec![0, 1, 2, 3, 4] }),
        Body::Matching(_) => Some(Attempt::Matching { item: id, matched: vec![0, 1, 2, 3] }),
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => None,
    }
}

/// Makes the file in the page: three years, every question again and again, one in eight missed, an hour each evening.
fn make_file() -> String {
    let knowledge = knowledge();
    let items: Vec<(String, Option<Attempt>)> = bank(&knowledge).iter().map(|item| (item.id.clone(), attempt(item))).collect();
    format!(
        "const items = {}, rows = [], day = 86400000, first = Math.floor(Date.now() / day) * day - 1095 * day;
        let chance = 7;
        const draw = (below) => (chance = (chance * 48271) % 2147483647) % below;
        for (let row = 0; row < {ROWS}; row++) {{
            const [card, attempt] = items[draw(items.length)], right = draw(8) > 0;
            const a_day = Math.ceil({ROWS} / 1095), at = first + Math.floor(row / a_day) * day + 64800000 + (row % a_day) * 37123;
            const sure = right ? ['sure', 'sure', 'sure', 'unsure', 'easy'][draw(5)] : 'sure';
            rows.push(JSON.stringify({{ card, when: {{ at, offset: -60 }}, what: {{ answered: {{ attempt, right, sure }} }} }}));
        }}
        window.file = '{{\"format\":\"palpate-backup\",\"schema\":3,\"exported_at\":\"2026-11-21T08:20:00.000Z\",\"kept\":{{}},\"reviews\":[\\n'
            + rows.join(',\\n') + ']}}'; return window.file.length",
        json!(items)
    )
}

/// All that was measured, by what it was.
#[derive(Default)]
struct Costs(BTreeMap<String, Vec<f64>>);

impl Costs {
    fn add(&mut self, what: &str, kept: &str, took: f64) {
        self.0.entry(format!("{what}, {kept}")).or_default().push(took);
    }

    fn tell(&self) {
        for (what, all) in &self.0 {
            let mut sorted = all.clone();
            sorted.sort_by(f64::total_cmp);
            eprintln!(
                "{:>7.0} ms  {what}  (of {}: {:.0} to {:.0})",
                sorted[sorted.len() / 2],
                all.len(),
                sorted[0],
                sorted[sorted.len() - 1]
            );
        }
    }
}

/// A number that the page tells once it is there.
async fn number(page: &Page<'_>, script: &str) -> f64 {
    let end = Instant::now() + LIMIT;
    loop {
        if let Some(number) = page.script(&format!("return {script}")).await.as_f64() {
            return number;
        }
        assert!(Instant::now() < end, "waited in vain for {script}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Presses what `find` names, and measures until `ask` holds and is painted.
async fn pressed(page: &Page<'_>, find: &str, ask: &str) -> f64 {
    page.script(&format!("return pressed(() => {find}, () => {ask})")).await;
    number(page, "window.took").await
}

async fn start(page: &Page<'_>, home: String) -> f64 {
    page.move_to(home).await;
    number(page, "window.started").await
}

/// Reads the file in that the page holds.
async fn read_in(page: &Page<'_>) -> f64 {
    page.visit("#/settings", "Settings").await;
    let put = "({ click() { const field = document.querySelector('input[type=file]'), files = new DataTransfer(); \
        files.items.add(new File([window.file], 'palpate.json')); field.files = files.files; \
        field.dispatchEvent(new Event('change', { bubbles: true })); } })";
    pressed(page, put, "document.querySelector('.said-line').textContent.startsWith('Journal')").await
}

/// Forgets the snapshot of the memory, as a new version of the scheduler would.
const FORGET: &str = "return new Promise(done => { const open = indexedDB.open('palpate'); open.onsuccess = () => { \
    const change = open.result.transaction('kept', 'readwrite'); change.objectStore('kept').delete('memory'); \
    change.oncomplete = () => { open.result.close(); done(true); }; }; })";

/// Puts each review of the file into a row of its own, in place of what is there.
const ALONE: &str = "const rows = JSON.parse(window.file).reviews, open = indexedDB.open('palpate'); window.alone = null; \
    open.onsuccess = () => { const change = open.result.transaction(['kept', 'reviews'], 'readwrite'), table = change.objectStore('reviews'); \
    change.objectStore('kept').delete('memory'); table.clear(); rows.forEach(row => table.add(JSON.stringify(row))); \
    change.oncomplete = () => { open.result.close(); window.alone = rows.length; }; }; return true";

/// Whether there is a snapshot.
const SNAPSHOT: &str = "return new Promise(done => { const open = indexedDB.open('palpate'); open.onsuccess = () => { \
    const get = open.result.transaction('kept').objectStore('kept').getKey('memory'); \
    get.onsuccess = () => { open.result.close(); done(get.result === 'memory'); }; }; })";

#[test]
#[ignore = "it measures, for minutes"]
fn what_a_hundred_thousand_reviews_cost() {
    prepared("cost", async |page, full| {
        let empty = Server::start(dist()).await;
        let homes = [("none", empty.address()), ("100,000", full.address())];
        let mut costs = Costs::default();
        page.before_each_page(WATCH).await;

        start(page, full.address()).await;
        let file = make_file();
        eprintln!("{:>7.0} kB of file", number(page, &format!("(() => {{ {file} }})()")).await / 1000.0);
        for time in 0..FEW {
            if time > 0 {
                page.visit("#/settings", "Settings").await;
                page.press("button", "Erase it all").await;
                page.press("button", "Erase everything").await;
                page.reads("Nothing of yours is kept").await;
            }
            costs.add("import", "100,000 new", read_in(page).await);
            page.reads(&format!("Added: {ROWS} answers")).await;
            costs.add("import", "100,000 already here", read_in(page).await);
        }
        // As they are kept when they are answered: each in a row of its own.
        page.script(ALONE).await;
        number(page, "window.alone").await;
        page.reload().await;
        page.until_script("a snapshot", SNAPSHOT).await;
        page.visit("#/settings", "Settings").await;
        for _ in 0..FEW {
            page.script("window.made = null; return true").await;
            costs.add("export", "100,000", pressed(page, "button('Save it all to a file')", "window.made").await);
        }

        for _ in 0..TIMES {
            for (kept, home) in &homes {
                costs.add("start", kept, start(page, home.clone()).await);
                let learn = "heading() === 'Learn it'";
                costs.add("Learn page", kept, pressed(page, "document.querySelector('a[href=\"#/learn\"]')", learn).await);
                let map = "document.querySelector('main a[href=\"#/learn/map\"]')";
                costs.add("map", kept, pressed(page, map, "heading() === 'What you know'").await);
                page.open("#/learn/today").await;
                page.reads("Question ").await;
                costs.add("answer", kept, pressed(page, "button('I don’t know') ?? button(\"I don't know\")", "button('Next')").await);
                costs.add("next question", kept, pressed(page, "button('Next')", "button('Check')").await);
            }
        }
        for _ in 0..FEW {
            start(page, empty.address()).await;
            start(page, full.address()).await;
            // What was answered above has to be in the snapshot first, so that leaving the page does not write it again.
            page.script(FORGET).await;
            costs.add("start", "100,000 without a snapshot", start(page, full.address()).await);
            page.until_script("a snapshot", SNAPSHOT).await;
        }
        costs.tell();
    });
}
