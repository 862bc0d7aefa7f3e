//! The page as a whole: its title, its theme, where the focus is, and printing.

use super::{document, later, window};
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Sets the title that tabs and screen readers name.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Takes away the static shell that stood in until the program came.
pub fn remove_shell() {
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
}

/// Says in that shell, in place of "Opening…", why the program can't start.
pub fn say_in_shell(sentence: &str) {
    if let (Some(loading), Some(failed)) = (document().get_element_by_id("shell-loading"), document().get_element_by_id("shell-failed")) {
        loading.remove();
        failed.set_text_content(Some(sentence));
        // Fails only for names that no attribute can have.
        let _ = failed.remove_attribute("hidden");
    }
}

/// The element that the program draws into.
pub fn root() -> Option<HtmlElement> {
    document().get_element_by_id("app").map(JsCast::unchecked_into)
}

/// Sets an attribute of the whole page, for the stylesheet.
pub fn set_attribute(name: &str, value: &str) {
    if let Some(html) = document().document_element() {
        // Fails only for names that no attribute can have.
        let _ = html.set_attribute(name, value);
    }
}

/// Moves the focus to the first element that matches, once the page is drawn, and leaves the page where it is scrolled.
pub fn focus_soon(selector: &'static str) {
    after_drawing(move || {
        if let Ok(Some(element)) = document().query_selector(selector) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.unchecked_into::<HtmlElement>().focus_with_options(&options);
        }
    });
}

/// Moves the focus to the element with this id once the page is drawn; the browser scrolls no further than it must.
pub fn focus_id_soon(id: String) {
    after_drawing(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// Moves the focus to the element with this id, at once: the next key press is meant for it.
pub fn focus_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Presses the button with this id once the page is drawn, and focuses it.
pub fn press_id_soon(id: String) {
    after_drawing(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            let element = element.unchecked_into::<HtmlElement>();
            let _ = element.focus();
            element.click();
        }
    });
}

/// Scrolls to the element with this id once the page is drawn, and focuses it.
pub fn show_soon(id: String) {
    after_drawing(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            element.scroll_into_view();
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    });
}

/// Scrolls to the top.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Opens the browser's print dialog.
pub fn print() {
    let _ = window().print();
}

/// Calls back for every key pressed anywhere on the page, for as long as the listener lives.
pub fn on_key(mut call: impl FnMut(&KeyboardEvent) + 'static) -> EventListener {
    let options = gloo_events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            call(event);
        }
    })
}

/// Calls back when the page is hidden (true) or shown again (false), for as long as the listener lives.
pub fn on_hidden(mut call: impl FnMut(bool) + 'static) -> EventListener {
    EventListener::new(&document(), "visibilitychange", move |_| call(document().hidden()))
}

/// Calls back when the person comes to this page, from another tab or window, for as long as the listener lives.
pub fn on_focus(mut call: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&window(), "focus", move |_| call())
}

/// Calls back when the page is left for good or put aside, for as long as the listener lives.
pub fn on_left(mut call: impl FnMut() + 'static) -> EventListener {
    EventListener::new(&window(), "pagehide", move |_| call())
}

/// Whether the key press is meant for a field that takes text.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// Whether the focus is on something that a key press works by itself, such as a button or a link.
pub fn is_on_control(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY" | "INPUT" | "TEXTAREA" | "SELECT"))
}

/// Whether the focus is on a radio button or check box, where digits and Enter mean nothing by themselves.
pub fn is_on_choice(event: &KeyboardEvent) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| matches!(input.type_().as_str(), "radio" | "checkbox"))
}

/// Whether the page was opened from a web address, where offline use and installing are possible.
pub fn is_hosted() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol.starts_with("http"))
}

fn after_drawing(call: impl FnOnce() + 'static) {
    later::after(0, call);
}
