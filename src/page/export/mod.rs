//! Files for other tools, and a copy of everything. What is in them is made in `core`, the same as on the command line.

use crate::component::icon::{Icon, icon};
use crate::component::saved::{self, Said};
use crate::markup::prelude::*;
use crate::platform::{clock, download};
use crate::route::Route;
use crate::state::App;
use palpate_core::exchange::{Bank, Format, Made, MadeOf};
use wasm_bindgen_futures::spawn_local;

pub fn page(app: App) -> AnyView {
    let of_app = Format::ALL.into_iter().filter(|format| !is_yours(*format));
    let yours = Format::ALL.into_iter().filter(|format| is_yours(*format));
    view! {
        <div class="page">
            <h1 tabindex="-1">"Take it along"</h1>
            <p class="lead">"Learn in the tool that you use already, or keep a copy."</p>
            <p class="quiet">"Files go to your downloads and nowhere else."</p>
            <div class="export-groups">
                <section class="export-group" aria-labelledby="export-questions">
                    <h2 id="export-questions">"The questions"</h2>
                    <p class="quiet">"With answers, reasons and sources. Nothing of yours is in these files."</p>
                    <ul class="export-list">{of_app.map(|format| row(app, format)).collect_view()}</ul>
                </section>
                <section class="export-group" aria-labelledby="export-yours">
                    <h2 id="export-yours">"What is yours"</h2>
                    <p class="quiet">"A backup and a copy hold your journal. That is health data: think about who may see them."</p>
                    <ul class="export-list">
                        {yours.rev().map(|format| row(app, format)).collect_view()}
                        {copy(app)}
                        <li>
                            <a class="button" href=Route::Journal.href()>{icon(Icon::Forward)} "Journal"</a>
                            <p class="quiet">"Its export has a table, a health record and a summary to print."</p>
                        </li>
                    </ul>
                </section>
            </div>
        </div>
    }
    .into_any()
}

fn is_yours(format: Format) -> bool {
    match format.made_of() {
        MadeOf::Bank(..) | MadeOf::Page(_) => false,
        MadeOf::Record(_) => true,
    }
}

fn row(app: App, format: Format) -> AnyView {
    let said: Said = RwSignal::new(None);
    let press = move |_| {
        said.set(Some("Putting it together…".to_owned()));
        spawn_local(async move { said.set(Some(save(app, format).await)) });
    };
    view! {
        <li>
            <button type="button" class="button" on:click=press>{format.title()}</button>
            <p class="quiet">{format.told()} {left_out(app, format)}</p>
            <p role="status" class="said-line">{move || said.get()}</p>
        </li>
    }
    .into_any()
}

fn bank(app: App) -> Bank<'static> {
    Bank { knowledge: app.knowledge, items: app.bank() }
}

fn left_out(app: App, format: Format) -> Option<String> {
    match format.made_of() {
        MadeOf::Bank(_, left_out) => {
            let count = left_out(bank(app));
            (count > 0).then(|| format!(" Left out: {count} of {} questions, asked on a picture.", app.bank().len()))
        }
        MadeOf::Page(_) | MadeOf::Record(_) => None,
    }
}

/// Makes and saves a file; what to say of it.
async fn save(app: App, format: Format) -> String {
    let made: Result<Made, String> = match format.made_of() {
        MadeOf::Bank(make, _) => Ok(make(bank(app))),
        MadeOf::Page(make) => app.single_file().await.map(|page| make(page.as_bytes())).map_err(|error| error.to_string()),
        MadeOf::Record(make) => {
            app.record().await.map(|record| make(bank(app), &record, &clock::iso(clock::now()))).map_err(|error| error.to_string())
        }
    };
    match made {
        Ok(made) => saved::told(&made.name, download::save(&made.name, made.media_type, made.bytes.as_slice())),
        Err(why) => why,
    }
}

/// The whole app in one file, with everything kept inside.
fn copy(app: App) -> AnyView {
    let said: Said = RwSignal::new(None);
    view! {
        <li>
            <button type="button" class="button" on:click=move |_| saved::copy(app, said)>"Copy with my data"</button>
            <p class="quiet">"Palpate in one file that opens in any browser, also without a connection, and brings all of this along."</p>
            <p role="status" class="said-line">{move || said.get()}</p>
        </li>
    }
    .into_any()
}
