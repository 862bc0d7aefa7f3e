//! Pointing at a place of a drawing, by mouse or finger. Places are in millimetres across and up, as the drawings count them.

use super::engine::{Engine, not_here};
use super::page::Page;
use super::seen::Seen;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions};
use serde_json::json;
use std::time::Duration;

/// What the left button of the mouse does at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mouse {
    Down,
    Move,
    Up,
}

const DOWN: PointerAction = PointerAction::Down { button: MOUSE_BUTTON_LEFT };
const UP: PointerAction = PointerAction::Up { button: MOUSE_BUTTON_LEFT };

fn to([x, y]: [f64; 2]) -> PointerAction {
    PointerAction::MoveTo { duration: Some(Duration::ZERO), x: x.round(), y: y.round() }
}

/// A place on a drawing: across, and up.
pub type Spot = [i16; 2];

impl Page<'_> {
    /// Where a place of a drawing is on the screen, once the drawing is in its middle.
    async fn on_screen(&self, drawing: &Seen, [across, up]: Spot) -> [f64; 2] {
        let find = format!(
            "function () {{ this.scrollIntoView({{ block: 'center', behavior: 'instant' }}); \
             const at = new DOMPoint({across}, {}).matrixTransform(this.getScreenCTM()); return [at.x, at.y] }}",
            -up
        );
        let at = self.call(drawing, &find).await.unwrap();
        [0, 1].map(|axis| at[axis].as_f64().expect("the drawing is on the screen"))
    }

    pub(super) async fn mouse(&self, what: Mouse, at: [f64; 2]) {
        let mouse = MouseActions::new("mouse".to_owned()).then(to(at));
        let mouse = match what {
            Mouse::Down => mouse.then(DOWN),
            Mouse::Move => mouse,
            Mouse::Up => mouse.then(UP),
        };
        self.browser.client.perform_actions(mouse).await.unwrap();
    }

    /// Clicks a place of a drawing with the mouse.
    pub async fn click_at(&self, drawing: &Seen, spot: Spot) {
        self.note(format!("click {spot:?} on “{}”", drawing.name));
        let at = self.on_screen(drawing, spot).await;
        self.mouse(Mouse::Down, at).await;
        self.mouse(Mouse::Up, at).await;
    }

    /// Draws along places of a drawing with the mouse held down.
    pub async fn drag_along(&self, drawing: &Seen, spots: &[Spot]) {
        self.note(format!("drag along {spots:?} on “{}”", drawing.name));
        let mut last = None;
        for (count, spot) in spots.iter().enumerate() {
            let at = self.on_screen(drawing, *spot).await;
            self.mouse(if count == 0 { Mouse::Down } else { Mouse::Move }, at).await;
            last = Some(at);
        }
        if let Some(at) = last {
            self.mouse(Mouse::Up, at).await;
        }
    }

    /// Taps a place of a drawing with a finger.
    pub async fn tap_at(&self, drawing: &Seen, spot: Spot) {
        self.note(format!("tap {spot:?} on “{}”", drawing.name));
        let finger = TouchActions::new("finger".to_owned()).then(to(self.on_screen(drawing, spot).await));
        self.browser.client.perform_actions(finger.then(DOWN).then(UP)).await.unwrap();
    }

    /// Makes the screen one that fingers touch.
    pub async fn with_touch(&self) {
        match self.browser.engine {
            Engine::Chromium => {
                let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
                self.browser.devtools("Emulation.setTouchEmulationEnabled", touch).await.unwrap();
            }
            // Its actions with fingers need no such screen.
            Engine::Firefox => {}
            Engine::WebKit => not_here("its driver has no fingers"),
        }
    }
}
