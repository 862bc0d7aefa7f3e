//! The line icons: one path each, 24 units square, drawn for this app.

use crate::markup::prelude::*;

/// An icon. They are decoration beside words, so screen readers pass over them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Home,
    Hand,
    Book,
    Search,
    Shield,
    Gear,
    Journal,
    Forward,
    Close,
    Check,
    Cross,
    Octagon,
    Fork,
    Warning,
    Pause,
    Play,
    Repeat,
    Up,
    Down,
    Print,
    Info,
    Plus,
    Minus,
    Whole,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Icon::Home => "M4 11 12 4l8 7v9h-5.5v-6h-5v6H4z",
            Icon::Hand => {
                "M8 13V6.2a1.4 1.4 0 0 1 2.8 0V11m0-6.4a1.4 1.4 0 0 1 2.8 0V11m0-4.9a1.4 1.4 0 0 1 2.8 0v6m0-3.4a1.4 1.4 0 0 1 2.8 0V15c0 3.6-2.3 6-5.6 6-2.9 0-4.4-1.2-5.7-3.5L5 13.6c-.9-1.6.9-2.7 2-1.4l1 1.3"
            }
            Icon::Book => "M12 6.2C10 4.8 7 4.3 3.5 4.5v13.6c3.5-.2 6.5.3 8.5 1.7 2-1.4 5-1.9 8.5-1.7V4.5C17 4.3 14 4.8 12 6.2zm0 0v13.4",
            Icon::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm4.8 11.3L20 20",
            Icon::Shield => "M12 3.2 19 6v5.2c0 4.6-2.7 8-7 9.6-4.3-1.6-7-5-7-9.6V6zm-3.4 8.6 2.5 2.5 4.5-4.8",
            Icon::Gear => {
                "M12 8.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8zM12 3v2.6m0 12.8V21M3 12h2.6m12.8 0H21M5.6 5.6l1.9 1.9m9 9 1.9 1.9m0-12.8-1.9 1.9m-9 9-1.9 1.9"
            }
            Icon::Journal => "M6 4h12.5v16H6zm3.5 0v16m3-12.5h3.5M12.5 11H16M3.8 8H6m-2.2 4H6m-2.2 4H6",
            Icon::Forward => "M9 5l7 7-7 7",
            Icon::Close => "M5.5 5.5l13 13m0-13-13 13",
            Icon::Check => "M5 12.6l4.6 4.6L19 7.4",
            Icon::Cross => "M7 7l10 10m0-10L7 17",
            Icon::Octagon => "M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3z",
            Icon::Fork => "M12 21v-8m0 0L6.5 6.5M12 13l5.5-6.5M5.6 11V5.6H11M18.4 11V5.6H13",
            Icon::Warning => "M12 4 2.8 19.5h18.4zm0 5.6v5m0 2.3v.1",
            Icon::Pause => "M8.5 5v14m7-14v14",
            Icon::Play => "M7.5 4.8v14.4L19 12z",
            Icon::Repeat => "M4.5 12a7.5 7.5 0 0 1 13-5.1L20 9.4M20 4.5v4.9h-4.9M19.5 12a7.5 7.5 0 0 1-13 5.1L4 14.6m0 4.9v-4.9h4.9",
            Icon::Up => "M5 15l7-7 7 7",
            Icon::Down => "M5 9l7 7 7-7",
            Icon::Print => "M7 9V4h10v5M7 17H4V9.5h16V17h-3M7 14h10v6H7z",
            Icon::Plus => "M12 5v14M5 12h14",
            Icon::Minus => "M5 12h14",
            Icon::Whole => "M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5",
            Icon::Info => "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zm0 7.3v5.4m0-8.4v.1",
        }
    }
}

/// Draws the icon at the size of the style around it.
pub fn icon(icon: Icon) -> AnyView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=icon.path() /></svg> }.into_any()
}
