//! Keys, from a keyboard, a pedal or a remote: each that is bound to something reaches the session, wherever the focus is.

use super::super::Ctx;
use crate::markup::prelude::*;
use crate::platform::{page as browser, press};
use gloo_events::EventListener;
use palpate_core::conductor::Mode;

/// Listens for as long as it lives.
pub struct Keys(#[expect(dead_code, reason = "held, so that keys are heard")] EventListener);

/// Begins to listen.
///
/// Held keys do not repeat a signal, and key combinations belong to the browser. On a control that has the focus, Space and
/// Enter do what that control says; it gets the focus by Tab alone, never by a touch, so a pedal that sends them is not misled.
pub fn listen(ctx: Ctx) -> Keys {
    Keys(browser::on_key(move |event| {
        let Some(driver) = ctx.hands.driver() else { return };
        let on_page = ctx.hands.shown.with_untracked(|shown| shown.as_ref().is_none_or(|shown| shown.mode == Mode::Page));
        if on_page || browser::is_typing(event) || ctx.app.sheet.with_untracked(Option::is_some) {
            return;
        }
        let Some(name) = press::name_of(event) else { return };
        if matches!(name.as_str(), "Space" | "Enter") && browser::is_on_control(event) {
            return;
        }
        if let Some(meaning) = driver.meaning(&name) {
            event.prevent_default();
            if !event.repeat() {
                driver.signal(meaning);
            }
        }
    }))
}
