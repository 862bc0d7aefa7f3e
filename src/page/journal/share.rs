//! Taking the journal along: a table, a file for health records, a page for a clinician, a copy of everything.

use crate::component::icon::{Icon, icon};
use crate::component::saved::{self, Said};
use crate::markup::prelude::*;
use crate::platform::{clock, download, page};
use crate::route::Route;
use crate::state::App;
use palpate_core::journal::{Stamp, csv, fhir};

pub fn button(open: RwSignal<bool>) -> AnyView {
    let toggle = move |_| {
        open.update(|open| *open = !*open);
        if open.get_untracked() {
            page::focus_soon(".journal-share h2");
        }
    };
    view! {
        <button type="button" class="button" aria-expanded=move || open.get().to_string() aria-controls="journal-share" on:click=toggle>"Export"</button>
    }
    .into_any()
}

pub fn panel(app: App, open: RwSignal<bool>) -> AnyView {
    let said: Said = RwSignal::new(None);
    let close = move |_| {
        open.set(false);
        page::focus_soon(".journal-head button");
    };
    view! {
        <section id="journal-share" class="journal-share" hidden=move || !open.get()>
            <div class="journal-head">
                <h2 tabindex="-1">"Export"</h2>
                <button type="button" class="icon-button" aria-label="Close" on:click=close>{icon(Icon::Close)}</button>
            </div>
            <p class="quiet">"Files go to your downloads and nowhere else. They hold health data: think about who may see them."</p>
            <ul class="share-list">
                <li>
                    <a class="button" href=Route::Summary.href()>{icon(Icon::Print)} "Summary to print"</a>
                    <span class="quiet">"One or two pages for a clinician"</span>
                </li>
                <li>
                    <button type="button" class="button" on:click=move |_| save_table(app, said)>"Table (CSV)"</button>
                    <span class="quiet">"For a spreadsheet: one row a finding"</span>
                </li>
                <li>
                    <button type="button" class="button" on:click=move |_| save_fhir(app, said)>"Health record (FHIR)"</button>
                    <span class="quiet">"For software that reads FHIR R4, as JSON"</span>
                </li>
                <li>
                    <button type="button" class="button" on:click=move |_| saved::everything(app, said)>"Save it all to a file"</button>
                    <span class="quiet">"A copy that can be read back in at " <a href=Route::Settings.href()>"Settings"</a></span>
                </li>
            </ul>
            <p role="status" class="said-line">{move || said.get()}</p>
        </section>
    }
    .into_any()
}

fn save(said: Said, ending: &str, media_type: &str, text: &str) {
    let name = saved::dated("palpate-journal", ending);
    said.set(Some(saved::told(&name, download::save(&name, media_type, text))));
}

fn save_table(app: App, said: Said) {
    let text = app.journal.with_untracked(|journal| csv::write(app.knowledge, journal));
    save(said, "csv", "text/csv;charset=utf-8", &text);
}

fn save_fhir(app: App, said: Said) {
    let now = Stamp { at: clock::now(), offset: clock::offset() };
    let bundle = app.journal.with_untracked(|journal| fhir::bundle(app.knowledge, journal, now));
    match download::json(&bundle) {
        Ok(text) => save(said, "fhir.json", "application/fhir+json", &text),
        Err(error) => said.set(Some(error.to_string())),
    }
}
