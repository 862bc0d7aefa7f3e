//! Clocks: the wall, the calendar, and one that only runs forward.

use palpate_core::{Day, Millis};

/// Milliseconds since 1970.
pub fn now() -> Millis {
    js_sys::Date::now()
}

/// The local day.
pub fn today() -> Day {
    let date = js_sys::Date::new_0();
    Day::from_clock(date.get_time(), date.get_timezone_offset())
}

/// Minutes to add to local time to get UTC, now.
pub fn offset() -> i16 {
    js_sys::Date::new_0().get_timezone_offset() as i16
}

/// Milliseconds on a clock that never jumps; its start means nothing.
pub fn monotonic() -> Millis {
    super::window().performance().map_or_else(now, |performance| performance.now())
}

/// A wall-clock time as ISO 8601 in UTC.
pub fn iso(at: Millis) -> String {
    js_sys::Date::new(&at.into()).to_iso_string().into()
}

/// Date and time of day on the clock of a place, as the browser's own fields write them: "2026-11-21" and "08:20".
pub fn local(at: Millis, offset: i16) -> (String, String) {
    let text = iso(at - f64::from(offset) * 60_000.0);
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
    (part(0, 10), part(11, 16))
}

/// The moment that such a date and time name on this device's clock, and its offset then; `None` when they name none.
pub fn moment(date: &str, time: &str) -> Option<(Millis, i16)> {
    let date = js_sys::Date::new(&format!("{date}T{time}").into());
    let at = date.get_time();
    at.is_finite().then(|| (at, date.get_timezone_offset() as i16))
}
