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

/// Milliseconds on a clock that never jumps; its start means nothing.
pub fn monotonic() -> Millis {
    super::window().performance().map_or_else(now, |performance| performance.now())
}

/// A wall-clock time as ISO 8601 in UTC.
pub fn iso(at: Millis) -> String {
    js_sys::Date::new(&at.into()).to_iso_string().into()
}
