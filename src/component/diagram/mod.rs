//! The one diagram: front, back and side of the body, to read, to locate on and to paint on.
//!
//! It is told what it may do ([`Can`]) and what lies over it ([`Overlay`]), and sends [`Action`]s; it keeps nothing but
//! what is shown and how near. Muscle pages, picture questions, the locator and findings all use it.

mod board;
mod camera;
mod controls;
mod hands;
mod keys;
mod overlay;
mod pane;
mod path;
mod tag;
mod target;
mod words;

pub use overlay::{cross_mark, patterns};
pub use target::named;

use crate::markup::prelude::*;
use crate::state::App;
use board::Board;
use leptos::callback::UnsyncCallback;
use palpate_core::Side;
use palpate_core::knowledge::{Layer, Spot, Strength, View};
use palpate_core::picture::{Painted, Place, Region};

/// What may be done on a diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Can {
    /// Nothing: it is looked at, and no names are told but those of the overlay.
    Look,
    /// Structures tell their names and can be chosen.
    Read,
    /// One place can be put, by pointer or with the cross that the arrow keys move. No names are told.
    Locate,
    /// An area can be painted and wiped out. No names are told.
    Paint,
    /// Places can be put and lines drawn, and zones tell their names.
    Mark,
}

/// What was done on a diagram.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A structure was chosen, by id.
    Choose { structure: String, side: Option<Side> },
    /// A place was put.
    Put(Place),
    /// A line was drawn, from its first place to its last.
    Draw { view: View, line: Vec<Spot> },
    /// The brush was used at a place.
    Brush { place: Place, erase: bool },
}

/// How a zone over the drawing is drawn. Never by colour alone: core is cross-hatched, common hatched, possible dotted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    Strength(Strength),
    /// The learner's own mark.
    Marked,
    /// The right answer.
    Answer,
    /// A structure to be named: a thick outline and a light fill.
    Asked,
}

/// What lies over the drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlay {
    pub zones: Vec<Area>,
    /// X marks, with their names.
    pub points: Vec<(Place, String)>,
    pub painted: Painted,
    /// Where the learner put a place, with the number that is written in it (0 for none).
    pub put: Vec<(Place, u8)>,
    /// Drawn lines.
    pub lines: Vec<(View, Vec<Spot>)>,
}

/// A region over the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    pub view: View,
    pub region: Region,
    pub fill: Fill,
    /// Told on hover and focus, and to screen readers; empty where it must not be told.
    pub name: String,
    /// The number in its badge; 0 for none.
    pub badge: u8,
    /// Whether it is drawn as a smooth curve through its corners.
    pub smooth: bool,
}

/// What a diagram shows at first.
#[derive(Clone, Debug)]
pub struct Start {
    /// The views that can be switched between; the first is shown first.
    pub views: Vec<View>,
    /// Two views beside each other where there is room for them (front and back).
    pub side_by_side: bool,
    /// The layers shown at first.
    pub layers: Vec<Layer>,
    /// Whether layers can be switched on and off.
    pub switches: bool,
    /// The muscle that stands out, by id; empty for none.
    pub muscle: String,
}

/// The diagram. `label` says to a screen reader what it is for.
pub fn diagram(app: App, label: &str, can: Can, start: Start, overlay: Signal<Overlay>, on: impl Fn(Action) + Copy + 'static) -> AnyView {
    frame(Board::new(app, can, &start, overlay, UnsyncCallback::new(on)), label, &start)
}

fn frame(board: Board, label: &str, start: &Start) -> AnyView {
    let panes = board.panes().into_iter().map(|pane| pane::pane(pane, label, &start.muscle)).collect_view();
    let class = match board.can {
        Can::Look | Can::Read | Can::Locate => "diagram",
        Can::Paint | Can::Mark => "diagram diagram-hands",
    };
    let shown = move || board.view.get().slug();
    view! {
        <div class=class class:diagram-pair=board.pair>
            <div class="diagram-panes" data-shown=shown>{panes}</div>
            {words::card(board)}
            <div class="diagram-controls">
                {start.switches.then(|| controls::layers(board))}
                {controls::brush(board)}
                {controls::bar(board)}
                {controls::turn(board)}
            </div>
            <p class="hidden" id=format!("diagram-{}-keys", board.number)>{keys::help(board.can)}</p>
            {words::list(board)}
        </div>
    }
    .into_any()
}
