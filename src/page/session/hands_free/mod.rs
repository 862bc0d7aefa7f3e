//! A session that conducts itself: what it says, sounds and shows comes from the conductor in `core`; here it is performed.
//!
//! Whether a session is conducted is part of the session, so that a tab that was killed comes back as it was. The driver
//! lives for as long as such a session is on the screen, and lets go of everything when it is not.

mod driver;
mod hold;
mod keys;
mod parts;
mod place;
mod ring;
mod screen;
mod tones;

pub use screen::view;

use super::{Ctx, is_gate_open};
use crate::markup::prelude::*;
use crate::platform::page as browser;
use driver::Driver;
use palpate_core::conductor::{Input, Interruption, Mode, Shown};
use palpate_core::signal::Signal as Meaning;
use std::rc::Rc;

/// What the pieces of the screen share. Cheap to copy: handles, not values.
#[derive(Clone, Copy)]
pub struct Hands {
    driver: StoredValue<Option<Rc<Driver>>, LocalStorage>,
    /// What the conductor shows; `None` while no session is conducted.
    shown: RwSignal<Option<Shown>>,
    /// Whether the screen is being kept awake; `None` until the browser has said.
    awake: RwSignal<Option<bool>>,
    /// Whether sentences are spoken.
    speaks: RwSignal<bool>,
    /// Why the microphone hears nothing, if so.
    deaf: RwSignal<Option<String>>,
}

impl Hands {
    pub fn new() -> Self {
        Hands {
            driver: StoredValue::new_local(None),
            shown: RwSignal::new(None),
            awake: RwSignal::new(None),
            speaks: RwSignal::new(false),
            deaf: RwSignal::new(None),
        }
    }

    /// Whether the conductor's own screen is to be seen; at a stop and at the end it hands over to the ordinary page.
    pub fn has_screen(self) -> bool {
        self.shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.mode != Mode::Page))
    }

    fn driver(self) -> Option<Rc<Driver>> {
        self.driver.try_with_value(Clone::clone).flatten()
    }
}

/// Begins to conduct the open session, in a tap or key press: browsers stay silent otherwise. Never while the gate is shut.
pub fn take_up(ctx: Ctx) {
    if ctx.hands.driver().is_none() && untrack(|| is_gate_open(ctx)) {
        untrack(|| Driver::start(ctx, true));
    }
}

/// Takes up a session that was under way when the page was closed or left. Nobody has pressed anything yet, so it waits.
pub fn find_again(ctx: Ctx) {
    if ctx.hands.driver().is_none() {
        untrack(|| Driver::start(ctx, false));
    }
}

/// Lets go of voice, sound, screen, buttons and microphone.
pub fn let_go(ctx: Ctx) {
    let driver = ctx.hands.driver.try_update_value(Option::take).flatten();
    if let Some(driver) = driver {
        driver.end();
        ctx.hands.shown.try_set(None);
    }
}

/// Tells the conductor something, if there is one; says whether there is.
pub fn tell(ctx: Ctx, input: Input) -> bool {
    let driver = ctx.hands.driver();
    if let Some(driver) = &driver {
        driver.take_in(input);
    }
    driver.is_some()
}

/// Passes on what the person asks for.
fn ask(ctx: Ctx, meaning: Meaning) {
    if let Some(driver) = ctx.hands.driver() {
        driver.signal(meaning);
    }
}

/// The page was hidden. `false` where no session is conducted, so that the page has to pause it itself.
pub fn hide(ctx: Ctx) -> bool {
    tell(ctx, Input::Interrupted(Interruption::Hidden))
}

/// From reading and pressing to being conducted, or back.
pub fn switch(ctx: Ctx, conducted: bool) {
    ctx.app.change_session(|session| {
        if let Some(session) = session {
            session.conducted = conducted;
        }
    });
    if conducted {
        take_up(ctx);
    } else {
        let_go(ctx);
        ctx.send(palpate_core::walkthrough::Event::Resume);
        browser::focus_soon("main h1");
    }
}
