//! The frame around every page: bars, banners, the sheet, and the choice of page by route.

use crate::component::{banner, bar, diagram, plate, sheet};
use crate::course;
use crate::markup::prelude::*;
use crate::page;
use crate::platform::{address, page as browser, worker};
use crate::route::Route;
use crate::state::{App, Kept};
use palpate_core::Knowledge;

/// The whole app.
pub fn app(knowledge: &'static Knowledge, kept: Kept) -> AnyView {
    let app = App::new(knowledge, kept, Route::parse(&address::hash()));
    page::settle_old(app);
    follow_address(app);
    follow_theme(app);
    follow_day(app);
    follow_slash(app);
    course::join(app);
    page::exam::watch(app);
    worker::register(move || app.update_ready.set(true));

    let shown = Memo::new(move |_| app.route.get().page());
    view! {
        <a class="skip" href="#main" on:click=skip_to_main>"Skip to the page"</a>
        {bar::top(app)}
        {banner::all(app)}
        <main id="main" tabindex="-1">{move || page::view(app, shown.get())}</main>
        {bar::tabs(app)}
        {sheet::sheet(app)}
        {plate::definitions(&app.knowledge.atlas)}
        {diagram::patterns()}
    }
}

/// The skip link must not change the address, which says which page is shown.
fn skip_to_main(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    browser::focus_soon("main");
}

/// Keeps the route in step with the address, and the focus and the title with the route.
fn follow_address(app: App) {
    address::on_change(move |hash| {
        let route = Route::parse(&hash);
        let moved = app.route.with_untracked(|old| old.page() != route.page());
        app.sheet.set(None);
        app.route.set(route);
        if moved {
            browser::scroll_to_top();
            browser::focus_soon("main h1");
        }
    });
    Effect::new(move || {
        browser::set_title(&page::title(app, &app.route.get()));
    });
}

fn follow_theme(app: App) {
    Effect::new(move || browser::set_attribute("data-theme", app.settings.get().theme.slug()));
}

/// A page left open overnight asks the gate's questions again.
fn follow_day(app: App) {
    browser::on_hidden(move |hidden| {
        if !hidden {
            app.renew_gate();
        }
    })
    .forget();
}

/// "/" goes to the search, but not from a field, nor out of a session: there it may come from a pedal, or by mistake.
fn follow_slash(app: App) {
    browser::on_key(move |event| {
        let plain = !event.alt_key() && !event.ctrl_key() && !event.meta_key();
        if event.key() == "/" && plain && !browser::is_typing(event) && app.sheet.with_untracked(Option::is_none) && !is_in_session(app) {
            event.prevent_default();
            if app.route.with_untracked(|route| matches!(route, Route::Lookup { .. })) {
                browser::focus_soon("#search");
            } else {
                app.go(&Route::Lookup { query: String::new() });
            }
        }
    })
    .forget();
}

/// Whether a session that is not over is on the screen.
fn is_in_session(app: App) -> bool {
    let open = app
        .session
        .with_untracked(|session| session.as_ref().filter(|session| !session.is_over()).map(|session| session.walkthrough.clone()));
    open.is_some_and(|open| app.route.with_untracked(|route| matches!(route, Route::Walkthrough { id, at: Some(_) } if *id == open)))
}
