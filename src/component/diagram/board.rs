//! What a diagram knows while it is on the page: its views, what is shown of them, and what is chosen.

use super::camera::{Camera, Home};
use super::hands::Hands;
use super::target::{Kind, Target};
use super::{Action, Can, Overlay, Start, target};
use crate::markup::prelude::*;
use crate::platform::{page, pointer};
use crate::state::App;
use leptos::callback::UnsyncCallback;
use palpate_core::Side;
use palpate_core::knowledge::{Layer, Spot, View};
use std::sync::atomic::{AtomicU32, Ordering};

/// Numbers the diagrams of a page, so that their ids differ.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A whole diagram. Cheap to copy: handles, not values.
#[derive(Clone, Copy)]
pub struct Board {
    pub app: App,
    pub can: Can,
    pub overlay: Signal<Overlay>,
    pub on: UnsyncCallback<Action>,
    pub number: u32,
    /// The view that is shown; of two beside each other, the one shown where there is no room.
    pub view: RwSignal<View>,
    pub pair: bool,
    /// Whether layers can be switched on and off.
    pub switches: bool,
    pub layers: RwSignal<Vec<Layer>>,
    /// A structure and its side.
    pub chosen: RwSignal<Option<(String, Option<Side>)>>,
    /// Whether the brush wipes out.
    pub erase: RwSignal<bool>,
    /// What is told to screen readers.
    pub said: RwSignal<String>,
    pub panes: StoredValue<Vec<Pane>>,
    /// The muscle that stands out, by id.
    pub muscle: StoredValue<String>,
}

impl Board {
    pub fn new(app: App, can: Can, start: &Start, overlay: Signal<Overlay>, on: UnsyncCallback<Action>) -> Self {
        let board = Board {
            app,
            can,
            overlay,
            on,
            number: NEXT.fetch_add(1, Ordering::Relaxed),
            view: RwSignal::new(start.views.first().copied().unwrap_or(View::Front)),
            pair: start.side_by_side,
            switches: start.switches,
            layers: RwSignal::new(start.layers.clone()),
            chosen: RwSignal::new(None),
            erase: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            panes: StoredValue::new(Vec::new()),
            muscle: StoredValue::new(start.muscle.clone()),
        };
        let home = if can == Can::Read && !start.side_by_side && !start.muscle.is_empty() { Home::MUSCLES } else { Home::BODY };
        board.panes.set_value(start.views.iter().map(|view| Pane::new(board, *view, home)).collect());
        board
    }

    /// Whether names are told.
    pub fn tells(self) -> bool {
        matches!(self.can, Can::Read | Can::Mark)
    }

    /// Whether the overlay is what is read, with the body as its ground that can't be switched: then its names alone are told.
    pub fn maps(self) -> bool {
        let named = |overlay: &Overlay| {
            overlay.zones.iter().any(|area| !area.name.is_empty()) || overlay.points.iter().any(|(_, name)| !name.is_empty())
        };
        self.can == Can::Read && !self.switches && self.overlay.with(named)
    }

    /// Whether a view is on the page, where there is room for it.
    pub fn shows(self, view: View) -> bool {
        let now = self.view.get();
        now == view || self.pair && now != View::Left && view != View::Left
    }

    /// Closes the card, and gives the focus back to what it was about.
    pub fn close(self) {
        let shown = self.panes().into_iter().filter_map(|pane| Some((pane, untrack(|| pane.chosen())?)));
        let shown = shown.max_by_key(|(pane, _)| pane.view == self.view.get_untracked());
        self.chosen.set(None);
        if let Some((pane, at)) = shown {
            pane.go_to(at);
        }
    }

    pub fn panes(self) -> Vec<Pane> {
        self.panes.get_value()
    }

    /// Changes the camera of every view that is shown.
    pub fn aim(self, aim: impl Fn(Camera) -> Camera) {
        self.panes()
            .into_iter()
            .filter(|pane| untrack(|| self.shows(pane.view)))
            .for_each(|pane| pane.camera.update(|camera| *camera = aim(*camera)));
    }

    /// Does what a press on a target means.
    pub fn press(self, target: &Target) {
        match target.kind {
            Kind::Structure => {
                let key = Some((target.id.clone(), target.side));
                if self.chosen.get_untracked() == key {
                    self.chosen.set(None);
                } else {
                    self.chosen.set(key);
                    self.on.run(Action::Choose { structure: target.id.clone(), side: target.side });
                }
            }
            Kind::Zone { through: false } => self.on.run(Action::Put(target.place())),
            Kind::Zone { through: true } => self.on.run(Action::Draw { view: target.view, line: target.line() }),
            Kind::Area => {}
        }
    }

    /// As [`Board::press`], from the list: what is pressed also comes in sight.
    pub fn press_from_afar(self, target: &Target) {
        if target.kind == Kind::Structure && !self.layers.with_untracked(|layers| layers.contains(&target.layer)) {
            self.layers.update(|layers| layers.push(target.layer));
        }
        if !untrack(|| self.shows(target.view)) {
            self.view.set(target.view);
        }
        let pane = self.panes().into_iter().find(|pane| pane.view == target.view);
        if let Some(pane) = pane {
            pane.camera.update(|camera| *camera = camera.showing(target.middle));
        }
        self.press(target);
    }
}

/// One view of a diagram.
#[derive(Clone, Copy)]
pub struct Pane {
    pub board: Board,
    pub view: View,
    pub camera: RwSignal<Camera>,
    /// What can be pointed at, in the order of the list.
    pub targets: Memo<Vec<Target>>,
    /// The target that Tab leads to; [`Pane::stop`] says which when none was gone to.
    pub current: RwSignal<Option<usize>>,
    /// The targets under the pointer and under the focus.
    pub hovered: RwSignal<Option<usize>>,
    pub focused: RwSignal<Option<usize>>,
    /// Where the keyboard's cross is, and whether it is shown.
    pub cross: RwSignal<Spot>,
    pub cross_on: RwSignal<bool>,
    /// The line being drawn.
    pub line: RwSignal<Vec<Spot>>,
    pub hands: StoredValue<Hands>,
}

impl Pane {
    fn new(board: Board, view: View, home: Home) -> Self {
        let settings = board.app.settings;
        let turned = Memo::new(move |_| view == View::Front && settings.with(|settings| settings.own_view));
        let camera = RwSignal::new(Camera::new(home, view, turned.get_untracked()));
        Effect::new(move || {
            let turned = turned.get();
            camera.maybe_update(|camera| {
                let other = camera.turned != turned;
                if other {
                    *camera = Camera::new(home, view, turned);
                }
                other
            });
        });
        let targets = Memo::new(move |_| if board.shows(view) { targets(board, view) } else { Vec::new() });
        let [current, hovered, focused] = [(); 3].map(|()| RwSignal::new(None));
        Effect::new(move || {
            targets.track();
            for at in [current, hovered, focused] {
                at.set(None);
            }
        });
        Pane {
            board,
            view,
            camera,
            targets,
            current,
            hovered,
            focused,
            cross: RwSignal::new([0, 80]),
            cross_on: RwSignal::new(false),
            line: RwSignal::new(Vec::new()),
            hands: StoredValue::new(Hands::default()),
        }
    }

    pub fn id(self) -> String {
        format!("diagram-{}-{}", self.board.number, self.view.slug())
    }

    /// The target that Tab leads to: where the focus last was, or the muscle that stands out, or the first that is no skin.
    pub fn stop(self) -> usize {
        let current = self.current.get();
        self.targets.with(|targets| {
            let muscle = self.board.muscle.with_value(|muscle| targets.iter().position(|target| target.id == *muscle));
            let first = || targets.iter().position(|target| target.kind != Kind::Structure || target.layer != Layer::Skin);
            current.filter(|at| *at < targets.len()).or(muscle).or_else(first).unwrap_or_default()
        })
    }

    pub fn target_id(self, at: usize) -> String {
        format!("{}-{at}", self.id())
    }

    /// Moves the focus to a target, and the picture so that it is in sight.
    pub fn go_to(self, at: usize) {
        let Some(middle) = self.targets.with_untracked(|targets| targets.get(at).map(|target| target.middle)) else { return };
        self.camera.update(|camera| *camera = camera.showing(middle));
        self.current.set(Some(at));
        page::focus_id_soon(self.target_id(at));
    }

    /// The target that is chosen, where this view shows it.
    pub fn chosen(self) -> Option<usize> {
        let (id, side) = self.board.chosen.get()?;
        let is = |target: &Target| target.kind == Kind::Structure && target.id == id && target.side == side;
        self.targets.with(|targets| targets.iter().position(is))
    }

    pub fn frame(self) -> pointer::Frame {
        pointer::frame_of_id(&self.id()).unwrap_or_default()
    }
}

fn targets(board: Board, view: View) -> Vec<Target> {
    let atlas = &board.app.knowledge.atlas;
    match board.can {
        Can::Mark => target::zones(atlas, view),
        Can::Read => {
            let told = board.overlay.with(|overlay| target::told(overlay, view));
            if board.maps() {
                return told;
            }
            let layers = board.layers.get();
            let structures = target::structures(atlas, view).into_iter().filter(|target| layers.contains(&target.layer));
            told.into_iter().chain(structures).collect()
        }
        Can::Look | Can::Locate | Can::Paint => board.overlay.with(|overlay| target::told(overlay, view)),
    }
}
