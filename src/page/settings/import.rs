//! Reading a saved file back in: the field for it, and what came of it in a sentence.

use crate::component::saved::Said;
use crate::component::told;
use crate::markup::prelude::*;
use crate::platform::page::focus_id_soon;
use crate::platform::upload;
use crate::state::App;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;

/// A button that is a file field: the field itself takes the press, the focus and the file that is dropped on it.
pub fn view(app: App, said: Said) -> AnyView {
    let chosen = move |event: leptos::ev::Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        field.into_iter().for_each(|field| read_in(app, said, field));
    };
    view! {
        <label class="button file-button">
            <input type="file" class="file-field" accept=".json,application/json" on:change=chosen />
            <span>"Read a saved file back in"</span>
        </label>
    }
    .into_any()
}

fn read_in(app: App, said: Said, field: HtmlInputElement) {
    said.set(Some("Reading the file…".to_owned()));
    spawn_local(async move {
        let line = match upload::text(&field).await {
            Ok(None) => None,
            Ok(Some(text)) => Some(match app.import(&text).await {
                Ok(imported) => told::sentence(&imported),
                Err(error) => error.to_string(),
            }),
            Err(error) => Some(error.to_string()),
        };
        let told = line.is_some();
        said.set(line);
        if told {
            focus_id_soon("said".to_owned());
        }
    });
}
