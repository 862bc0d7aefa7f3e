//! Where does it hurt? Red flags first; then the body to mark, the signs, and the muscles that may send pain there. What was
//! marked lives in the app, so that a muscle's page and back finds it again. The rules are in `core::locator`.

mod flags;
mod list;
mod made;
mod map;
mod marks;
mod ranking;

use crate::markup::prelude::*;
use crate::platform::page as browser;
use crate::state::App;
use palpate_core::locator::{Event, Help, Phase, Ranking};

/// What the parts of the page share. Cheap to copy: handles, not values.
#[derive(Clone, Copy)]
pub struct Ctx {
    pub app: App,
    /// Whether the red flags are gone through, by choice or because they are not answered.
    asking: RwSignal<bool>,
    pub ranking: Memo<Option<Ranking<'static>>>,
    /// Id of the muscle whose zones the map shows; the first of the list where none was chosen.
    pub chosen: RwSignal<Option<String>>,
    /// What the last tap came to, where the map itself does not show it.
    pub note: RwSignal<&'static str>,
}

#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Asking,
    Help(Help),
    Mapping,
}

pub fn page(app: App) -> AnyView {
    let ctx = Ctx {
        app,
        asking: RwSignal::new(app.locator.with_untracked(|locator| locator.phase(app.knowledge) == Phase::Flags)),
        ranking: Memo::new(move |_| app.locator.with(|locator| locator.rank(app.knowledge))),
        chosen: RwSignal::new(None),
        note: RwSignal::new(""),
    };
    let stage = Memo::new(move |_| match app.locator.with(|locator| locator.phase(app.knowledge)) {
        _ if ctx.asking.get() => Stage::Asking,
        Phase::Flags => Stage::Asking,
        Phase::Help(help) => Stage::Help(help),
        Phase::Mapping => Stage::Mapping,
    });
    // What is seen changes as a whole, so the focus goes to the new heading. Not at first: then the address does that.
    Effect::new(move |before: Option<Stage>| {
        let now = stage.get();
        if before.is_some_and(|before| before != now) {
            browser::scroll_to_top();
            browser::focus_soon("main h1");
        }
        now
    });
    view! {
        {move || match stage.get() {
            Stage::Asking => flags::ask(ctx),
            Stage::Help(help) => flags::help(ctx, &help),
            Stage::Mapping => mapping(ctx),
        }}
    }
    .into_any()
}

fn mapping(ctx: Ctx) -> AnyView {
    view! {
        <div class="page">
            <h1 tabindex="-1">"Where does it hurt?"</h1>
            {flags::reminder(ctx)}
            <div class="hurt-body">
                <div class="hurt-stand">{map::view(ctx)}</div>
                <div class="hurt-side">
                    {marks::view(ctx)}
                    {list::places(ctx)}
                    {list::signs(ctx)}
                    {ranking::view(ctx)}
                    {made::view(ctx)}
                </div>
            </div>
        </div>
    }
    .into_any()
}

impl Ctx {
    pub fn send(self, event: Event) {
        self.app.locator.update(|locator| locator.apply(self.app.knowledge, event));
    }

    /// "None of these": on to the map.
    fn none_of_these(self) {
        self.send(Event::NoFlags);
        self.asking.set(false);
    }

    /// Goes through the red flags again. What was marked stays.
    fn ask(self) {
        self.asking.set(true);
    }

    /// From the ticked red flags to what to do now.
    fn show_help(self) {
        self.asking.set(false);
    }

    /// Takes away the marks and signs that count like a red flag.
    fn take_back(self) {
        let Phase::Help(help) = self.app.locator.with_untracked(|locator| locator.phase(self.app.knowledge)) else { return };
        let marks: Vec<_> =
            self.app.locator.with_untracked(|locator| help.marks.iter().filter_map(|at| locator.marks.get(*at)).cloned().collect());
        for mark in marks {
            self.send(Event::Mark { zone: mark.zone, side: mark.side, on: false });
        }
        for id in help.signs {
            self.send(Event::Sign { id, on: false });
        }
    }

    /// The muscle whose zones the map shows.
    pub fn shown(self) -> Option<String> {
        self.ranking.with(|ranking| {
            let matches = &ranking.as_ref()?.matches;
            let chosen = self.chosen.get().filter(|id| matches.iter().any(|found| found.who.id() == id));
            chosen.or_else(|| matches.first().map(|found| found.who.id().to_owned()))
        })
    }
}
