//! Ways that several journeys go.

use crate::support::Page;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The sides of the body, as the app words them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

impl Side {
    pub const BOTH: [Side; 2] = [Side::Right, Side::Left];

    pub fn word(self) -> &'static str {
        match self {
            Side::Left => "left",
            Side::Right => "right",
        }
    }
}

pub const ILIACUS: &str = "#/find/iliacus-palpation";
pub const PSOAS: &str = "#/find/psoas-palpation";
pub const MASSAGE: &str = "#/find/self-massage";

/// The start of a clock that runs a number of days ahead.
pub fn days_ahead(days: u32) -> String {
    format!(
        "(() => {{ const True = Date, ahead = {days} * 86400000;
        window.Date = class extends True {{
            constructor(...given) {{ if (given.length) super(...given); else super(True.now() + ahead); }}
            static now() {{ return True.now() + ahead; }}
        }}; }})()"
    )
}

/// Answers the ten questions, all with no.
pub async fn answer_ten(page: &Page<'_>) {
    page.visit("#/safety/check", "Before your hands").await;
    let questions = page.until("ten questions", async || Some(page.all("group").await).filter(|all| all.len() == 10)).await;
    for question in &questions {
        page.press_in(question, "radio", "No").await;
    }
    page.reads("10 of 10 answered").await;
}

/// Goes through the whole safety check, with nothing in the way.
pub async fn pass_gate(page: &Page<'_>) {
    answer_ten(page).await;
    for list in ["Does any of these apply to you?", "Is any of these so today?"] {
        let list = page.find("radiogroup", list).await;
        page.press_in(&list, "radio", "None of them").await;
    }
    page.find("link", "Choose a walkthrough").await;
}

/// Starts a walkthrough on a side, from its own page, with the gate open.
pub async fn start(page: &Page<'_>, guide: &str, side: Side) {
    page.open(guide).await;
    let sides = page.find("group", "Which side of your body?").await;
    page.press_in(&sides, "radio", side.word()).await;
    page.press("button", &format!("Start on the {} side", side.word())).await;
    page.reads("Step 1 of").await;
}

/// Goes from one step to the next.
pub async fn next_step(page: &Page<'_>, to: usize) {
    page.press("button", "Next").await;
    page.reads(&format!("Step {to} of")).await;
}

/// Which step is shown, and of how many.
pub async fn step_shown(page: &Page<'_>) -> Option<(usize, usize)> {
    let text = page.text().await;
    let (_, rest) = text.split_once("Step ")?;
    let mut numbers = rest.split_whitespace();
    let at = numbers.next()?.parse().ok()?;
    let of = numbers.nth(1)?.parse().ok()?;
    Some((at, of))
}

/// From the gate through the preparation of a massage to its first area.
pub async fn to_the_first_area(page: &Page<'_>, side: Side) {
    pass_gate(page).await;
    start(page, MASSAGE, side).await;
    let (_, of) = step_shown(page).await.expect("a step is shown");
    for step in 2..=of {
        next_step(page, step).await;
    }
    page.press("button", "Next").await;
    page.heading("Inside the hip bone").await;
}

/// Whether nothing hands-on is on the screen: neither Stop nor a step.
pub async fn no_hands_on(page: &Page<'_>) -> bool {
    !page.has("button", "Stop").await && step_shown(page).await.is_none()
}

/// Begins a round, the first whose first question asks for one choice, and answers that question.
pub async fn answer_one_question(page: &Page<'_>) {
    for seed in "abcdefgh".chars() {
        page.open(&format!("#/learn/round?topics=attachments&seed={seed}&n=5")).await;
        page.reads("Question 1 of 5").await;
        if page.says("Choose one.").await {
            page.press("radio", "").await;
            page.press("button", "Check").await;
            page.find("button", "Next").await;
            return;
        }
    }
    panic!("no round begins with one choice");
}

/// The one file with this ending that was downloaded, once it is whole.
pub async fn downloaded(page: &Page<'_>, folder: &Path, ending: &str) -> PathBuf {
    page.until("the file", async || {
        let files: Vec<PathBuf> = std::fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        let ends = |file: &PathBuf, end: &str| file.extension().is_some_and(|its| its == end);
        // What browsers call a file that is still on its way. Firefox puts an empty one beside it.
        if files.iter().any(|file| ["part", "crdownload", "wkdownload"].iter().any(|end| ends(file, end))) {
            return None;
        }
        files.into_iter().find(|file| ends(file, ending) && std::fs::metadata(file).is_ok_and(|file| file.len() > 0))
    })
    .await
}

/// Chooses a file with this text in the settings, and waits for what is said of it.
pub async fn read_in(page: &Page<'_>, text: &str, said: &str) {
    page.visit("#/settings", "Settings").await;
    page.find("button", "Read a saved file back in").await;
    let put = "const field = document.querySelector('input[type=file]'), files = new DataTransfer(); \
        files.items.add(new File([TEXT], 'palpate.json')); field.files = files.files; \
        field.dispatchEvent(new Event('change', { bubbles: true })); return true";
    page.script(&put.replace("TEXT", &json!(text).to_string())).await;
    page.reads(said).await;
}

/// The note of an entry of the journal, as it stands in its field.
pub async fn note(page: &Page<'_>, entry: &str) -> String {
    page.visit(&format!("#/journal/{entry}"), "Journal entry").await;
    let note = page.script("return [...document.querySelectorAll('main textarea')].map(area => area.value).join('')").await;
    note.as_str().unwrap_or_default().to_owned()
}

/// Everything kept, as the app saves it to a file.
pub async fn saved(page: &Page<'_>) -> Value {
    let folder = page.keep_downloads().await;
    page.visit("#/settings", "Settings").await;
    page.press("button", "Save it all to a file").await;
    let file = downloaded(page, &folder, "json").await;
    let saved = page.until("a whole file", async || serde_json::from_str(&std::fs::read_to_string(&file).ok()?).ok()).await;
    std::fs::remove_file(file).unwrap();
    saved
}

/// A row of a saved file: an entry of the journal with this id and note.
pub fn entry_row(id: &str, note: &str) -> Value {
    const NOON: f64 = 1_795_262_400_000.0;
    json!({
        "id": id, "when": { "at": NOON, "offset": 0 }, "changed": NOON, "deleted": false,
        "walkthrough": null, "side": "right", "complaint": null, "before": 5, "after": 3,
        "extension_before": null, "extension_after": null, "sore": false, "stopped": null, "findings": [], "note": note,
    })
}

/// A saved file with these rows of the journal.
pub fn file_with(journal: Value) -> String {
    json!({
        "format": "palpate-backup", "schema": 3, "exported_at": "2026-11-21T08:20:00.000Z", "kept": {},
        "reviews": [], "exams": [], "finished": [], "journal": journal, "unread": [],
    })
    .to_string()
}
