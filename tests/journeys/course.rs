//! Palpate as a lesson of a learning system: the single file in a frame, and around it a page with SCORM's object.

use crate::support::{Page, Server, dist, prepared};
use serde_json::json;

/// A learning system that keeps what it is told, in the frame's parent's parent. The journey asks for what is `var`: drivers
/// reach no `const` of a page in every engine.
const SYSTEM: &str = r#"<!doctype html><title>Learning system</title><link rel="icon" href="data:,"><main></main><script>
var kept = {}, calls = [];
const say = (name, answer) => (...words) => { calls.push(name); return answer(...words) };
window.API = {
    LMSInitialize: say("begin", () => "true"), LMSFinish: say("finish", () => "true"), LMSCommit: say("commit", () => "true"),
    LMSGetValue: name => kept[name] ?? "", LMSSetValue: (name, value) => { kept[name] = value; return "true" },
};
function launch() {
    const frame = document.createElement("iframe");
    frame.src = "middle.html";
    document.querySelector("main").replaceChildren(frame);
}
var lesson = () => frames[0].frames[0];
var press = words => { const found = [...lesson().document.querySelectorAll("button")].find(button => button.innerText.trim() === words);
    found?.click(); return Boolean(found) };
launch();
</script>"#;
const MIDDLE: &str = r#"<!doctype html><title>Frame</title><iframe src="palpate.html" width="400" height="640"></iframe>"#;

fn put(page: &str, name: &str, folder: &std::path::Path) {
    std::fs::write(folder.join(name), page).unwrap();
}

async fn kept(page: &Page<'_>, name: &str, value: &str) {
    let script = format!("return kept[{}] === {}", json!(name), json!(value));
    page.until_script(&format!("{name} to be {value}"), &script).await;
}

#[test]
fn a_learning_system_hears_of_place_time_and_exam() {
    prepared("course", async |page, _| {
        let folder = tempfile::tempdir().unwrap();
        put(SYSTEM, "index.html", folder.path());
        put(MIDDLE, "middle.html", folder.path());
        std::fs::copy(dist().join("palpate.html"), folder.path().join("palpate.html")).unwrap();
        let server = Server::start(folder.path().to_owned()).await;
        page.move_to(server.address()).await;
        kept(page, "cmi.core.lesson_status", "incomplete").await;
        page.script("lesson().location.hash = '#/learn/exam'").await;
        kept(page, "cmi.core.lesson_location", "#/learn/exam").await;

        // Handed in with nothing answered.
        page.until_script("an exam to start", "return press('Start the exam')").await;
        page.until_script("its last question", "press('Next'); return press('To the end')").await;
        page.until_script("it to be handed in", "return press('Hand it in')").await;
        kept(page, "cmi.core.lesson_status", "failed").await;
        kept(page, "cmi.core.score.raw", "0").await;
        kept(page, "cmi.core.score.max", "100").await;
        let place = page.script("return kept['cmi.core.lesson_location']").await;

        // Closed and opened again: the same place.
        page.script("document.querySelector('main').replaceChildren()").await;
        page.until_script("an end", "return calls.at(-1) === 'finish' && calls.at(-2) === 'commit'").await;
        let time = page.script("return kept['cmi.core.session_time']").await;
        assert!(time.as_str().is_some_and(|time| time.len() == 10 && time.starts_with("0000:")), "{time}");
        page.script("launch()").await;
        let back = format!("return lesson()?.location.hash === {place}");
        page.until_script("the place of the last time", &back).await;
        kept(page, "cmi.core.lesson_status", "failed").await;
    });
}
