//! How the drawn figure looks: its skin and its body, with a picture of the choice.

use crate::component::figure::{self, Scene};
use crate::component::segment::segment;
use crate::markup::prelude::*;
use crate::state::App;
use palpate_core::Side;
use palpate_core::record::TONES;
use palpate_figure::Build;

const BUILDS: [(Build, &str); 3] = [(Build::Slim, "Slim"), (Build::Fuller, "Fuller"), (Build::Round, "Round belly")];
const TONE_NAMES: [&str; TONES as usize] = ["Light", "Tan", "Brown", "Dark"];

pub fn view(app: App) -> AnyView {
    let tones = (1u8..).zip(TONE_NAMES).map(|(tone, name)| {
        segment("tone", name, move || app.settings.get().tone == tone, move || app.change_settings(|settings| settings.tone = tone))
    });
    let builds = BUILDS.map(|(build, name)| {
        segment("build", name, move || app.settings.get().build == build, move || app.change_settings(|settings| settings.build = build))
    });
    view! {
        <fieldset class="segments"><legend>"Skin of the drawn figure"</legend>{tones.collect_view()}</fieldset>
        <fieldset class="segments"><legend>"Body of the drawn figure"</legend>{builds.into_iter().collect_view()}</fieldset>
        <div class="settings-figure">{move || sample(app)}</div>
    }
    .into_any()
}

fn sample(app: App) -> Option<AnyView> {
    app.settings.track();
    let pose = app.knowledge.pose("rest-breathe")?;
    let scene = Scene::of(pose, Side::Right);
    Some(figure::still(app, &scene, "The figure as you chose it, resting on its back.".to_owned()))
}
