//! An exam as a statement: passed or failed, with its mark. Its answers stand in the log of reviews, and are told from there.

use super::{Told, actor, english, own, verb};
use crate::exam::Sat;
use crate::exchange::names::XAPI_ASSESSMENT;
use serde_json::{Value, json};

pub(super) fn statement(sat: &Sat, told: &mut Told) -> Value {
    let code = sat.code().to_string();
    let row = format!("exam\n{code}\n{}", sat.when.at);
    let activity = told.activity(own("exam", &code), || json!({ "type": XAPI_ASSESSMENT, "name": english(&format!("Exam {code}")) }));
    let mut statement = json!({
        "id": told.id(&row),
        "actor": actor(),
        "verb": verb(if sat.passed { "passed" } else { "failed" }),
        "object": activity,
        "result": {
            "success": sat.passed,
            "completion": true,
            "score": { "scaled": share(sat), "raw": sat.right(), "min": 0, "max": sat.items.len() },
            "duration": format!("PT{}S", sat.used),
        },
    });
    if let Some(time) = sat.when.iso() {
        statement["timestamp"] = json!(time);
    }
    statement
}

/// From 0 to 1, to the whole per cent.
fn share(sat: &Sat) -> f64 {
    f64::from(u8::try_from(sat.per_cent()).unwrap_or(100).min(100)) / 100.0
}
