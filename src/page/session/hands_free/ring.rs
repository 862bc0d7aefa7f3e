//! The rings: how far the session is, how much time is left for what was said, and the strokes of a point.

use crate::markup::prelude::*;
use palpate_core::conductor::Mode;
use palpate_core::walkthrough::{STROKE_CAP, STROKE_TARGET};

/// The small ring: an outer one with a part for each step, an inner one that runs full while there is time.
pub fn steps((at, of): (u8, u8), mode: Mode) -> AnyView {
    let of = of.max(1);
    // Every part is drawn on a circle that counts as `of` times ten long.
    let parts = (0..of).map(|index| {
        let class = if index + 1 < at {
            "hands-step-done"
        } else if index + 1 == at {
            "hands-step-now"
        } else {
            "hands-step-next"
        };
        let length = u16::from(of) * 10;
        let dash = if of == 1 { "10 0".to_owned() } else { format!("8 {}", length - 8) };
        let offset = format!("-{}", u16::from(index) * 10 + 1);
        view! { <circle class=class cx="60" cy="60" r="54" pathLength=length.to_string() stroke-dasharray=dash stroke-dashoffset=offset transform="rotate(-90 60 60)"></circle> }
    });
    let inner = match mode {
        Mode::Time { lasts } => view! { <circle class="hands-time" prop:style=lasting(lasts) cx="60" cy="60" r="41" pathLength="100" transform="rotate(-90 60 60)"></circle> }.into_any(),
        Mode::Ask | Mode::Found | Mode::Rate { .. } => view! { <circle class="hands-time-full" cx="60" cy="60" r="41"></circle> }.into_any(),
        Mode::Say | Mode::Breathe { .. } | Mode::Ready { .. } | Mode::Stroke { .. } | Mode::Waiting(_) | Mode::Page => ().into_any(),
    };
    view! {
        <svg class="hands-steps" viewBox="0 0 120 120" aria-hidden="true">
            <circle class="hands-time-track" cx="60" cy="60" r="41"></circle>
            {inner}
            {parts.collect_view()}
            <text x="60" y="60" text-anchor="middle" dominant-baseline="central">{format!("{at}/{of}")}</text>
        </svg>
    }
    .into_any()
}

/// What the big ring shows.
#[derive(Clone, Copy)]
pub struct Beat {
    /// Strokes begun and aimed for; `None` for breaths alone.
    pub strokes: Option<(u8, u8)>,
    /// A stroke is under way, so that its part of the ring fills.
    pub running: bool,
    /// The breath goes out.
    pub out: bool,
    pub lasts: f64,
}

/// The big ring, with the disc that breathes. Fifteen parts of 24 degrees with gaps, as many as a point may ever have; those
/// beyond the aim are thin, and a notch marks the aim.
pub fn strokes(beat: Beat) -> AnyView {
    let segments = beat.strokes.map(|(count, target)| {
        let parts = (0..STROKE_CAP).map(|index| {
            let turn = format!("rotate({} 180 180)", u16::from(index) * 24);
            let width = if index < target.min(STROKE_TARGET) { "22" } else { "6" };
            let runs = beat.running && index + 1 == count;
            let class = if index < count && !runs { "hands-done" } else { "hands-next" };
            // From 2.2 to 21.8 degrees past twelve o'clock, on a radius of 150.
            let d = "M185.8 30.1A150 150 0 0 1 235.7 40.7";
            view! {
                <path class=class stroke-width=width transform=turn.clone() d=d></path>
                {runs.then(|| view! { <path class="hands-running" prop:style=lasting(beat.lasts) stroke-width=width transform=turn pathLength="100" d=d></path> })}
            }
        });
        let aim = format!("rotate({} 180 180)", u16::from(target) * 24);
        view! { {parts.collect_view()} <path class="hands-aim" transform=aim d="M180 12v36"></path> }
    });
    let disc = if beat.out { "hands-disc hands-disc-out" } else { "hands-disc hands-disc-in" };
    view! {
        <svg class="hands-ring" viewBox="16 16 328 328" aria-hidden="true">
            {segments}
            <circle class=disc prop:style=lasting(beat.lasts) cx="180" cy="180" r=if beat.strokes.is_some() { "126" } else { "160" }></circle>
        </svg>
    }
    .into_any()
}

/// How long a movement lasts, for the style sheet: in milliseconds, and in whole seconds for those who want no movement.
pub fn lasting(lasts: f64) -> String {
    let whole = lasts.clamp(0.0, 600_000.0).round() as u32;
    format!("--lasts:{whole}ms;--seconds:{}", (whole / 1000).max(1))
}
