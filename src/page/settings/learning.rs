//! How much is learned in a day, and how well.

use super::hands_free::parts::{Range, slider, switch};
use crate::markup::prelude::*;
use crate::route::Route;
use crate::state::App;
use palpate_core::record::{Learning, NEW_A_DAY, RETENTION, REVIEWS_A_DAY};

pub fn page(app: App) -> AnyView {
    let said = RwSignal::new(String::new());
    let new = Range { id: "learning-new", label: "New questions a day", bounds: NEW_A_DAY, step: 1, words: new_words };
    let reviews = Range { id: "learning-reviews", label: "Repeats a day", bounds: REVIEWS_A_DAY, step: 5, words: reviews_words };
    let retention = Range { id: "learning-retention", label: "How well to know them", bounds: RETENTION, step: 1, words: retention_words };
    view! {
        <div class="page page-text learning">
            <p class="crumbs"><a href=Route::Settings.href()>"Settings"</a> " · " <a href=Route::Learn.href()>"Learn it"</a></p>
            <h1 tabindex="-1">"How much a day"</h1>
            <p class="lead">"These are upper limits. Less is always fine: what you leave waits."</p>
            {slider(said, new, move || read(app, |kept| kept.new_a_day), move |count| change(app, |kept| kept.new_a_day = count))}
            <p class="quiet">"Each of them comes back several times in the weeks that follow, so a few a day go a long way."</p>
            {slider(said, reviews, move || read(app, |kept| kept.reviews_a_day), move |count| change(app, |kept| kept.reviews_a_day = count))}
            <p class="quiet">"After a break more may be due than this. Then the rest waits for the days after, and nothing new is begun meanwhile."</p>
            {slider(said, retention, move || read(app, |kept| kept.retention), move |percent| change(app, |kept| kept.retention = percent))}
            <p class="quiet">"The chance that you still know it when we ask again. Higher means that it is asked sooner, so there are more questions a day. 90 % suits most."</p>
            {switch("learning-skills", "Plan palpations too", "Learn then names a walkthrough to practise, for days when you feel well. The safety check comes first, as always.",
                move || read(app, |kept| kept.skills), move |on| change(app, |kept| kept.skills = on))}
            <p role="status" class="hidden">{move || said.get()}</p>
        </div>
    }
    .into_any()
}

fn read<T>(app: App, of: impl FnOnce(&Learning) -> T) -> T {
    app.settings.with(|settings| of(&settings.learning))
}

fn change(app: App, how: impl FnOnce(&mut Learning)) {
    app.change_settings(|settings| how(&mut settings.learning));
}

fn new_words(count: u8) -> String {
    if count == 0 { "None".to_owned() } else { format!("{count} at most") }
}

fn reviews_words(count: u8) -> String {
    format!("{count} at most")
}

fn retention_words(percent: u8) -> String {
    format!("{percent} %")
}
