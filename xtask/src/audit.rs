//! `cargo xtask audit`: Lighthouse over the built site, served compressed as static hosts do, as on a phone and on a desk.

use std::path::Path;
use std::thread;

use serde_json::Value;

use crate::command;
use crate::error::Error;
use crate::project::Project;
use crate::server::Server;
use crate::tools::{Browser, lighthouse};
use crate::web;

/// What each score must reach, of 100.
const AIM: u32 = 98;
const CATEGORIES: [&str; 3] = ["performance", "accessibility", "best-practices"];
/// A page to read, one to begin with, and a question: each loads the app from nothing.
const PAGES: [&str; 4] = ["", "#/muscle/psoas-major", "#/find/iliacus-palpation", "#/learn/round?only=femur-attachment"];
/// Lighthouse's own two, the first of them a slow phone on slow 4G.
const SCREENS: [(&str, &[&str]); 2] = [("phone", &[]), ("desk", &["--preset=desktop"])];

/// Measures all and prints a table, with what pulled a score down.
///
/// # Errors
/// When a tool is missing or fails, or a score is below the aim.
pub fn run(project: &Project, build: bool) -> Result<(), Error> {
    if build {
        web::build(project)?;
    }
    let chromium = Browser::chromium(project)?;
    let program = lighthouse::ready(project)?;
    let folder = project.dist();
    let server = Server::bind(0)?.compressing(&folder)?;
    let address = server.address();
    // It ends with this program.
    thread::spawn(move || server.run(&folder));
    println!("{:8}{:42}{:>13}{:>15}{:>16}", "screen", "page", CATEGORIES[0], CATEGORIES[1], CATEGORIES[2]);
    let mut below = 0;
    for (screen, options) in SCREENS {
        for page in PAGES {
            let report = measure(project, &program, &chromium, &format!("{address}{page}"), options)?;
            let scores = CATEGORIES.map(|category| score(&report["categories"][category]["score"]));
            below += scores.iter().filter(|score| **score < AIM).count();
            let shown = if page.is_empty() { "home" } else { page };
            println!("{screen:8}{shown:42}{:>13}{:>15}{:>16}", scores[0], scores[1], scores[2]);
            for line in CATEGORIES.iter().flat_map(|category| lost(&report, category)) {
                println!("{:8}  {line}", "");
            }
        }
    }
    if below == 0 { Ok(()) } else { Err(Error::Wrong(format!("{below} scores are below {AIM}"))) }
}

fn measure(project: &Project, program: &Path, chromium: &Path, address: &str, options: &[&str]) -> Result<Value, Error> {
    let mut run = command::command(project, program);
    run.arg(address)
        .args(["--output=json", "--output-path=stdout", "--quiet"])
        .arg(format!("--only-categories={}", CATEGORIES.join(",")))
        .arg("--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic --disable-background-networking --disable-component-update")
        .args(options)
        .env("CHROME_PATH", chromium);
    let shown = command::show(&run);
    let report = command::output(&mut run).ok_or_else(|| Error::Wrong(format!("`{shown}` failed")))?;
    serde_json::from_str(&report).map_err(|error| Error::Wrong(format!("Lighthouse's report: {error}")))
}

/// A score of 0 to 1 as 0 to 100; none where Lighthouse could not tell.
fn score(value: &Value) -> u32 {
    value.as_f64().map_or(0, |score| (score * 100.0).round() as u32)
}

/// What counts in a category and is less than all right, in Lighthouse's words.
fn lost(report: &Value, category: &str) -> Vec<String> {
    let parts = report["categories"][category]["auditRefs"].as_array().into_iter().flatten();
    let counted = parts.filter(|part| part["weight"].as_f64().is_some_and(|weight| weight > 0.0));
    let audits = counted.filter_map(|part| report["audits"].get(part["id"].as_str()?));
    let weak = audits.filter(|audit| audit["score"].as_f64().is_some_and(|score| score < 0.9));
    weak.map(|audit| {
        let text = |key: &str| audit[key].as_str().unwrap_or_default().to_owned();
        format!("{}: {} {}", score(&audit["score"]), text("title"), text("displayValue"))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn tells_what_pulls_a_score_down() {
        let report = json!({
            "categories": { "performance": { "score": 0.61, "auditRefs": [
                { "id": "fcp", "weight": 10 }, { "id": "lcp", "weight": 25 }, { "id": "hint", "weight": 0 },
            ] } },
            "audits": {
                "fcp": { "score": 1, "title": "First", "displayValue": "0.2 s" },
                "lcp": { "score": 0.31, "title": "Largest", "displayValue": "6.1 s" },
                "hint": { "score": 0, "title": "A hint" },
            },
        });
        assert_eq!(score(&report["categories"]["performance"]["score"]), 61);
        assert_eq!(lost(&report, "performance"), ["31: Largest 6.1 s"]);
        assert_eq!(score(&Value::Null), 0);
    }
}
