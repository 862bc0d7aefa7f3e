//! What is to be done in a while, whatever becomes of who asked for it.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

/// Calls once so many milliseconds have passed. A forgotten [`gloo_timers::callback::Timeout`] would keep a closure for as long as
/// the page is open; nothing of this stays.
pub fn after(milliseconds: u32, call: impl FnOnce() + 'static) {
    spawn_local(async move {
        TimeoutFuture::new(milliseconds).await;
        call();
    });
}
