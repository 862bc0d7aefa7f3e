//! Every address that shows a page without anything done before.

use super::judge::{Contrast, Judge};
use crate::support::{Page, hosted};
use serde_json::json;
use std::collections::BTreeMap;

/// Where something is read. Of each kind one or more; where pages of a kind differ, all. Two that follow each other have
/// different headings.
pub const TO_READ: [&str; 27] = [
    "#/muscle/iliacus",
    "#/muscle/iliopsoas",
    "#/muscle/psoas-major",
    "#/muscle/psoas-minor",
    "#/muscle/quadratus-lumborum",
    "#/sign/groin",
    "#/landmarks",
    "#/sign/saddle",
    "#/landmarks/asis",
    "#/disagreements/B01",
    "#/words",
    "#/disagreements",
    "#/words/aneurysm",
    "#/sources",
    "#/sources/S1",
    "#/sources/R21",
    "#/safety",
    "#/look",
    "#/safety/lump-painful-or-hard",
    "#/about",
    "#/look?q=groin",
    "#/settings",
    "#/export",
    "#/settings/hands-free",
    "#/settings/learning",
    "#/nowhere",
    "#/muscle/biceps",
];

/// Where something is done, before it is.
pub const TO_DO: [&str; 19] = [
    "#/find",
    "#/hurt",
    "#/find/iliacus-palpation",
    "#/find/psoas-palpation",
    "#/find/self-massage",
    "#/find/iliacus-palpation/handout",
    "#/find/psoas-palpation/handout",
    "#/find/self-massage/handout",
    "#/safety/check",
    "#/learn",
    "#/learn/today",
    "#/learn/map",
    "#/learn/reread/none",
    "#/learn/exam",
    "#/learn/exam/hello",
    "#/learn/exams",
    "#/journal",
    "#/journal/new",
    "#/journal/summary",
];

/// What the other journeys of this folder come to.
const ELSEWHERE: [&str; 4] = ["#/", "#/learn/round", "#/learn/exams/1", "#/journal/entry"];

/// The contrast that a page must have: what leads hands to a belly is read from further away.
fn contrast(hash: &str) -> Contrast {
    if hash.starts_with("#/find") { Contrast::High } else { Contrast::Plain }
}

/// Judges each page, and that links lead to no kind of page that is not judged.
async fn judge_all(page: &Page<'_>, addresses: &[&str]) {
    let judge = Judge::of(page).await;
    judge.look("home", Contrast::Plain).await;
    let mut ways = BTreeMap::new();
    for hash in addresses {
        judge.open(hash).await;
        judge.look(hash, contrast(hash)).await;
        judge.look_for_movement(hash).await;
        ways.extend(judge.ways().await);
    }
    let judged: Vec<&str> = [&TO_READ[..], &TO_DO, &ELSEWHERE].concat();
    let judged = judge.kinds(&json!(judged).to_string()).await;
    for (_, way) in ways.iter().filter(|(kind, _)| !judged.contains_key(*kind)) {
        judge.fault(way, "no journey judges a page of this kind");
    }
    judge.verdict();
}

#[test]
fn pages_to_read() {
    hosted("judged, to read", async |page, _| judge_all(page, &TO_READ).await);
}

#[test]
fn pages_to_do_something() {
    hosted("judged, to do", async |page, _| judge_all(page, &TO_DO).await);
}

#[test]
fn pages_on_paper() {
    hosted("judged, on paper", async |page, _| {
        let judge = Judge::of(page).await;
        for hash in ["#/muscle/psoas-major", "#/find/self-massage/handout", "#/journal/summary", "#/disagreements", "#/safety"] {
            judge.open(hash).await;
            judge.look_on_paper(hash).await;
        }
        judge.verdict();
    });
}
