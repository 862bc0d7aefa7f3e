//! Keeps the screen awake, and says whether it can. By reflection: web-sys has no stable types for it yet.

use super::{call, document, part, window};
use gloo_events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Why the screen isn't kept awake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
enum WakeLockError {
    #[error("This browser can't keep the screen awake.")]
    Absent,
    #[error("The device doesn't let the screen be kept awake now.")]
    Denied,
}

/// The wish to keep the screen awake; dropping it lets the screen go.
pub struct WakeLock {
    wish: Rc<Wish>,
    _shown: EventListener,
}

struct Wish {
    /// Cleared when the screen need not stay awake any more.
    wanted: Cell<bool>,
    asking: Cell<bool>,
    held: RefCell<Option<Held>>,
    on_change: Box<dyn Fn(bool)>,
}

struct Held {
    /// A `WakeLockSentinel`.
    sentinel: web_sys::EventTarget,
    _release: EventListener,
}

impl WakeLock {
    /// Asks for the screen to stay awake, and again each time that the page is shown again, since browsers let go when it is
    /// hidden. Tells whether it is being kept awake, soon after the start and at each change: `false` where the browser can't,
    /// won't, or has let go.
    pub fn hold(on_change: impl Fn(bool) + 'static) -> WakeLock {
        let wish =
            Rc::new(Wish { wanted: Cell::new(true), asking: Cell::new(false), held: RefCell::new(None), on_change: Box::new(on_change) });
        ask(Rc::clone(&wish));
        let again = Rc::downgrade(&wish);
        let shown = EventListener::new(&document(), "visibilitychange", move |_| {
            if !document().hidden()
                && let Some(wish) = again.upgrade()
            {
                ask(wish);
            }
        });
        WakeLock { wish, _shown: shown }
    }
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        self.wish.wanted.set(false);
        // Its listener goes first: who dropped this knows, and need not be told.
        let sentinel = self.wish.held.take().map(|held| held.sentinel);
        if let Some(sentinel) = sentinel {
            release(&sentinel);
        }
    }
}

fn ask(wish: Rc<Wish>) {
    if wish.asking.get() || wish.held.borrow().is_some() {
        return;
    }
    wish.asking.set(true);
    spawn_local(async move {
        let asked = request().await;
        wish.asking.set(false);
        match asked {
            Ok(sentinel) if wish.wanted.get() => {
                keep(&wish, sentinel);
                (wish.on_change)(true);
            }
            Ok(sentinel) => release(&sentinel),
            Err(_) if wish.wanted.get() => (wish.on_change)(false),
            Err(_) => {}
        }
    });
}

async fn request() -> Result<web_sys::EventTarget, WakeLockError> {
    let lock = part(&window().navigator(), "wakeLock").ok_or(WakeLockError::Absent)?;
    let promise = call(&lock, "request", &["screen".into()]).ok_or(WakeLockError::Denied)?;
    let sentinel = JsFuture::from(js_sys::Promise::resolve(&promise)).await.map_err(|_| WakeLockError::Denied)?;
    // Not `dyn_into`: only its being an object that can be listened to matters.
    if sentinel.is_object() { Ok(sentinel.unchecked_into()) } else { Err(WakeLockError::Denied) }
}

fn keep(wish: &Rc<Wish>, sentinel: web_sys::EventTarget) {
    let let_go = Rc::downgrade(wish);
    let release = EventListener::new(&sentinel, "release", move |_| {
        if let Some(wish) = let_go.upgrade() {
            // Dropped after the borrow has ended, and by then nothing calls this any more.
            let held = wish.held.take();
            drop(held);
            if wish.wanted.get() {
                (wish.on_change)(false);
            }
        }
    });
    *wish.held.borrow_mut() = Some(Held { sentinel, _release: release });
}

fn release(sentinel: &JsValue) {
    let promise = call(sentinel, "release", &[]).map(|promise| js_sys::Promise::resolve(&promise));
    super::let_run(promise.ok_or(JsValue::UNDEFINED));
}
