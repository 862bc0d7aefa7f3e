//! Pointing at a place of a drawing, by mouse or finger. Places are in millimetres across and up, as the drawings count them.

use super::page::Page;
use super::seen::Seen;
use serde_json::{Value, json};

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

    async fn mouse(&self, kind: &str, [x, y]: [f64; 2], buttons: u8) {
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 });
        self.browser.devtools("Input.dispatchMouseEvent", event).await.unwrap();
    }

    /// Clicks a place of a drawing with the mouse.
    pub async fn click_at(&self, drawing: &Seen, spot: Spot) {
        self.note(format!("click {spot:?} on “{}”", drawing.name));
        let at = self.on_screen(drawing, spot).await;
        self.mouse("mousePressed", at, 1).await;
        self.mouse("mouseReleased", at, 0).await;
    }

    /// Draws along places of a drawing with the mouse held down.
    pub async fn drag_along(&self, drawing: &Seen, spots: &[Spot]) {
        self.note(format!("drag along {spots:?} on “{}”", drawing.name));
        let mut last = None;
        for (count, spot) in spots.iter().enumerate() {
            let at = self.on_screen(drawing, *spot).await;
            self.mouse(if count == 0 { "mousePressed" } else { "mouseMoved" }, at, 1).await;
            last = Some(at);
        }
        if let Some(at) = last {
            self.mouse("mouseReleased", at, 0).await;
        }
    }

    /// Taps a place of a drawing with a finger.
    pub async fn tap_at(&self, drawing: &Seen, spot: Spot) {
        self.note(format!("tap {spot:?} on “{}”", drawing.name));
        let [x, y] = self.on_screen(drawing, spot).await;
        self.touch("touchStart", json!([{ "x": x, "y": y }])).await;
        self.touch("touchEnd", json!([])).await;
    }

    async fn touch(&self, kind: &str, points: Value) {
        self.browser.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await.unwrap();
    }

    /// Makes the screen one that fingers touch.
    pub async fn with_touch(&self) {
        self.browser.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 5 })).await.unwrap();
    }
}
