//! Two knocks on the floor as a signal: what it needs, and a place to try it.

use super::parts::switch;
use super::{Said, change, read};
use crate::markup::prelude::*;
use crate::platform::microphone::Microphone;
use crate::platform::page::on_hidden;
use crate::state::App;
use palpate_core::knock::Knocks;
use wasm_bindgen_futures::spawn_local;

/// A trial ends by itself after so many milliseconds.
const TRIAL: u32 = 30_000;

pub fn view(app: App, said: Said) -> AnyView {
    let note = "It needs the microphone, and your browser asks you first. Only how loud it is counts. Nothing is recorded, kept or sent. The microphone is let go at the end of each session.";
    view! {
        <section aria-labelledby="hands-free-knocks-title">
            <h2 id="hands-free-knocks-title">"Two knocks on the floor"</h2>
            {switch("hands-free-knocks", "Listen for two knocks", note, move || read(app, |kept| kept.knocks), move |on| change(app, |kept| kept.knocks = on))}
            {trial(said)}
        </section>
    }
    .into_any()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Trial {
    Closed,
    /// The browser asks the person.
    Asking,
    Open,
}

/// A trial, and what is heard in it.
#[derive(Clone, Copy)]
struct Ctx {
    trial: RwSignal<Trial>,
    /// The open microphone, and what ends the trial.
    held: StoredValue<Option<(Microphone, gloo_timers::callback::Timeout)>, LocalStorage>,
    /// Counts trials, so that a microphone that is granted late is known as such.
    turn: StoredValue<u32>,
    pairs: RwSignal<u32>,
    /// Loudness in per cent, falling slowly so that the eye can follow.
    level: RwSignal<u8>,
    trouble: RwSignal<Option<String>>,
    said: Said,
}

impl Ctx {
    fn close(self) {
        self.held.try_update_value(|held| drop(held.take()));
        self.turn.try_update_value(|turn| *turn = turn.wrapping_add(1));
        self.trial.try_set(Trial::Closed);
        self.level.try_set(0);
    }

    fn open(self) {
        self.pairs.set(0);
        self.trouble.set(None);
        self.trial.set(Trial::Asking);
        let turn = self.turn.get_value();
        spawn_local(async move {
            let mut knocks = Knocks::default();
            let opened = Microphone::listen(move |level, now| self.hear(&mut knocks, level, now)).await;
            // Closed meanwhile, or the page was left: a late microphone is dropped, and so let go.
            if self.turn.try_get_value() != Some(turn) {
                return;
            }
            match opened {
                Ok(microphone) => {
                    let end = gloo_timers::callback::Timeout::new(TRIAL, move || self.close());
                    self.held.set_value(Some((microphone, end)));
                    self.trial.set(Trial::Open);
                }
                Err(error) => {
                    self.close();
                    self.trouble.set(Some(error.to_string()));
                }
            }
        });
    }

    fn hear(self, knocks: &mut Knocks, level: f32, now: f64) {
        let loud = (level.clamp(0.0, 1.0) * 100.0) as u8;
        let shown = self.level.try_get_untracked().unwrap_or_default();
        // Drawn only when it moves.
        if loud > shown || shown > 0 {
            self.level.try_set(loud.max(shown.saturating_sub(4)));
        }
        if knocks.hear(level, now) {
            self.pairs.try_update(|pairs| *pairs += 1);
            self.said.try_set(format!("Two knocks heard, {} so far.", self.pairs.try_get_untracked().unwrap_or_default()));
        }
    }
}

fn trial(said: Said) -> AnyView {
    let ctx = Ctx {
        trial: RwSignal::new(Trial::Closed),
        held: StoredValue::new_local(None),
        turn: StoredValue::new(0),
        pairs: RwSignal::new(0),
        level: RwSignal::new(0),
        trouble: RwSignal::new(None),
        said,
    };
    let hidden = StoredValue::new_local(on_hidden(move |hidden| {
        if hidden {
            ctx.close();
        }
    }));
    on_cleanup(move || {
        hidden.dispose();
        ctx.close();
    });
    let press = move |_| match ctx.trial.get_untracked() {
        Trial::Closed => ctx.open(),
        Trial::Asking | Trial::Open => ctx.close(),
    };
    let label = move || match ctx.trial.get() {
        Trial::Closed => "Try it",
        Trial::Asking | Trial::Open => "Let the microphone go",
    };
    let line = move || match ctx.trial.get() {
        Trial::Closed => None,
        Trial::Asking => Some("Your browser asks you now."),
        Trial::Open => Some("Listening. Knock twice on the floor, as you would at a door. The microphone is let go after half a minute."),
    };
    view! {
        <p class="button-row"><button type="button" class="button" on:click=press>{label}</button></p>
        <p role="status">{line}</p>
        {move || (ctx.trial.get() == Trial::Open).then(|| view! {
            <div class="knock-level" aria-hidden="true"><span style:width=move || format!("{}%", ctx.level.get())></span></div>
            <p class="knock-count">{move || match ctx.pairs.get() { 0 => "No two knocks heard yet.".to_owned(), 1 => "Two knocks heard once.".to_owned(), more => format!("Two knocks heard {more} times.") }}</p>
        })}
        {move || ctx.trouble.get().map(|trouble| view! { <p role="alert">{trouble}</p> })}
    }
    .into_any()
}
