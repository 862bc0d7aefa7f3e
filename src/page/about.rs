//! About: what this is, and what it can't do.

use crate::component::prose::cited;
use crate::markup::prelude::*;
use crate::platform::single_file::{LICENCES, LICENCES_ADDRESS, carried};
use crate::route::Route;
use crate::state::App;

pub fn page(app: App) -> AnyView {
    view! {
        <div class="page page-text">
            <h1 tabindex="-1">"About Palpate"</h1>
            <p class="lead">"Palpate helps you learn to find the iliopsoas with your hands, to ease it gently, and to remember what you learned."</p>
            <h2>"What it can't do"</h2>
            <ul class="ruled">
                <li>"It is not a medical device, and it gives no medical advice for your case."</li>
                <li>"No clinician has reviewed its text yet. It names its sources so that you can check."</li>
                <li>"It can't see or feel what you do. A pain that matches a pattern may still come from somewhere else."</li>
                {app.knowledge.disagreement("B32").map(|card| view! { <li>"Whether massage of this muscle helps is not settled. " {cited(app, &card.teach, &card.cites)}</li> })}
            </ul>
            <h2>"What it keeps"</h2>
            <p>"Your answers, settings and sessions stay in this browser, on this device. Nothing is sent anywhere: there is no account and no counting of visits. You can " <a href=Route::Settings.href()>"save or erase it all"</a> ", and " <a href=Route::Export.href()>"take the questions along"</a> " to Anki, Moodle and others."</p>
            <p>"Some browsers delete what pages keep after a week without a visit. Save a copy if it matters to you."</p>
            <h2>"Where its sentences come from"</h2>
            <p>"From three documents and some hundred and thirty public references, restated in our words. The small chips say which. " <a href=Route::Sources.href()>"All sources"</a> " · " <a href=Route::Disagreements { at: None }.href()>"Where they disagree"</a></p>
            <h2>"Licence and credits"</h2>
            <p>"Palpate is free software, under MIT or Apache-2.0. The anatomical drawings are under CC BY-SA 4.0. Their proportions, and many of the posed figure, were measured on BodyParts3D, © The Database Center for Life Science."</p>
            <p class="quiet">"The journal's health record export holds content from LOINC (loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc."</p>
            {licences()}
            <p class="quiet">"Version " {env!("CARGO_PKG_VERSION")}</p>
        </div>
    }
    .into_any()
}

/// The licences of the libraries: in the single file within it, else beside the page.
fn licences() -> AnyView {
    match carried(LICENCES) {
        Some(text) => {
            view! { <details><summary>"The libraries in it, and their licences"</summary><pre class="licences">{text}</pre></details> }
                .into_any()
        }
        None => view! { <p><a href=LICENCES_ADDRESS>"The libraries in it, and their licences"</a></p> }.into_any(),
    }
}
