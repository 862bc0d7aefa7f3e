//! The service worker: works offline from the first visit on, and never changes the app under the person's hands.

use super::window;
use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorker, ServiceWorkerRegistration, ServiceWorkerState};

/// Registers the worker, and calls back when a newer version is ready and waiting.
///
/// Does nothing where there can be no worker: in the single file, or in a browser without them.
pub fn register(on_update: impl Fn() + Clone + 'static) {
    let navigator = window().navigator();
    // The single file has all within it, and its policy allows no worker.
    if super::single_file::is_single()
        || !super::page::is_hosted()
        || !js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false)
    {
        return;
    }
    let container = navigator.service_worker();
    spawn_local(async move {
        // Refused in private windows of some browsers; the app then simply needs the network.
        let Ok(registration) = JsFuture::from(container.register("./sw.js")).await else { return };
        let registration: ServiceWorkerRegistration = registration.unchecked_into();
        if registration.waiting().is_some() {
            on_update();
        }
        let found = registration.clone();
        EventListener::new(&registration, "updatefound", move |_| {
            if let Some(worker) = found.installing() {
                watch(worker, on_update.clone());
            }
        })
        .forget();
    });
}

/// Calls back once a new worker is installed beside one that already serves this page.
fn watch(worker: ServiceWorker, on_update: impl Fn() + 'static) {
    let watched = worker.clone();
    EventListener::new(&worker, "statechange", move |_| {
        let replaces = window().navigator().service_worker().controller().is_some();
        if watched.state() == ServiceWorkerState::Installed && replaces {
            on_update();
        }
    })
    .forget();
}

/// Lets the waiting version take over, and loads the page again once it has.
pub fn take_update() {
    let container = window().navigator().service_worker();
    EventListener::once(&container, "controllerchange", |_| {
        let _ = window().location().reload();
    })
    .forget();
    spawn_local(async move {
        let Ok(registration) = JsFuture::from(container.ready().unwrap_or_else(|_| js_sys::Promise::resolve(&JsValue::NULL))).await else {
            return;
        };
        let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>() else { return };
        if let Some(waiting) = registration.waiting() {
            let _ = waiting.post_message(&"skip".into());
        }
    });
}
