//! How strokes are counted, how long a breath is, how many strokes a point gets, and what is said twice.

use super::parts::{Range, slider, switch};
use super::{Said, change, read};
use crate::component::prose::cited;
use crate::component::segment::segment;
use crate::markup::prelude::*;
use crate::platform::vibration;
use crate::state::App;
use palpate_core::conductor::Count;
use palpate_core::record::{BREATH, TARGET};
use palpate_core::walkthrough::{STROKE_CAP, STROKE_TARGET};

/// The rules of how many strokes a point gets, by their ids in the content.
const RULES: [&str; 2] = ["stroke-target", "stroke-cap"];

pub fn view(app: App, said: Said) -> AnyView {
    let breath = Range { id: "hands-free-breath", label: "A breath, and so a stroke", bounds: BREATH, step: 1, words: breath_words };
    let target = Range { id: "hands-free-target", label: "Strokes on a point", bounds: TARGET, step: 1, words: target_words };
    let rules = RULES.iter().filter_map(|id| app.knowledge.safety.limits.iter().find(|rule| rule.id == *id));
    let rules = rules.map(|rule| view! { <li>{cited(app, &rule.text, &rule.cites)}</li> }).collect_view();
    let buzz = move |on: bool| {
        change(app, |kept| kept.vibrate = on);
        if on { vibration::vibrate(&[200]) } else { vibration::still() }
    };
    let vibrates = if vibration::can_vibrate() {
        "Switch it on to feel it once. Some phones can vibrate; most computers can't."
    } else {
        "This browser can't vibrate, so this changes nothing here."
    };
    view! {
        <section aria-labelledby="hands-free-tempo">
            <h2 id="hands-free-tempo">"Tempo"</h2>
            <fieldset class="segments"><legend>"Counting strokes"</legend>{count(app, Count::Aloud, "Aloud")}{count(app, Count::Tone, "By a tone")}</fieldset>
            {slider(said, breath, move || read(app, |kept| kept.breath), move |breath| change(app, |kept| kept.breath = breath))}
            <p class="quiet">"You stroke as you breathe out, and let go as you breathe in. Choose a pace that is easy. Never hold your breath."</p>
            {slider(said, target, move || read(app, |kept| kept.target), move |target| change(app, |kept| kept.target = target))}
            <ul class="bullets quiet">{rules}</ul>
            {switch("hands-free-repeat", "Say each step once more, softly", "For when the first time was lost in the noise of moving.",
                move || read(app, |kept| kept.repeat), move |on| change(app, |kept| kept.repeat = on))}
            {switch("hands-free-vibrate", "Vibrate", vibrates, move || read(app, |kept| kept.vibrate), buzz)}
        </section>
    }
    .into_any()
}

fn count(app: App, count: Count, label: &'static str) -> AnyView {
    segment("count", label, move || read(app, |kept| kept.count) == count, move || change(app, |kept| kept.count = count))
}

fn breath_words(seconds: u8) -> String {
    format!("{seconds} seconds")
}

fn target_words(strokes: u8) -> String {
    if strokes >= STROKE_CAP {
        format!("{strokes} strokes, the limit")
    } else if strokes == STROKE_TARGET {
        format!("{strokes} strokes, the aim")
    } else if strokes > STROKE_TARGET {
        format!("{strokes} strokes, more than usual (10\u{a0}to\u{a0}{STROKE_TARGET})")
    } else {
        format!("{strokes} strokes")
    }
}
