//! A long press, anywhere on the screen: Stop. A ring grows under the finger until it is long enough.

use super::super::Ctx;
use crate::markup::prelude::*;
use crate::platform::pointer;
use gloo_timers::callback::Timeout;
use leptos::ev::PointerEvent;
use palpate_core::signal::Signal as Meaning;

/// How long is long, in milliseconds. The style sheet's ring takes as long.
const LONG: u32 = 600;

/// The press that is under way.
#[derive(Clone, Copy)]
pub struct Hold {
    ctx: Ctx,
    at: RwSignal<Option<(i32, i32)>>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Hold {
    pub fn new(ctx: Ctx) -> Self {
        let hold = Hold { ctx, at: RwSignal::new(None), timer: StoredValue::new_local(None) };
        // Wherever it is lifted: what it came down on may be gone by then.
        let lifted = StoredValue::new_local(pointer::on_lifted(move || hold.end()));
        on_cleanup(move || {
            lifted.dispose();
            hold.end();
        });
        hold
    }

    /// A finger comes down. A browser that takes it for scrolling or zooming says that it is cancelled.
    pub fn begin(self, event: &PointerEvent) {
        if !event.is_primary() || event.button() != 0 {
            return;
        }
        let finger = event.clone();
        self.at.set(Some((event.client_x(), event.client_y())));
        let timer = Timeout::new(LONG, move || {
            self.at.try_set(None);
            // What comes under the finger next must not be pressed by lifting it.
            pointer::shield(&finger);
            super::ask(self.ctx, Meaning::Stop);
        });
        self.timer.set_value(Some(timer));
    }

    /// It is lifted, or taken away.
    pub fn end(self) {
        self.timer.try_set_value(None);
        self.at.try_set(None);
    }

    /// The ring under the finger.
    pub fn ring(self) -> AnyView {
        let at = self.at;
        view! {
            {move || at.get().map(|(x, y)| view! { <span class="hands-hold" aria-hidden="true" style:left=format!("{x}px") style:top=format!("{y}px")></span> })}
        }
        .into_any()
    }
}
