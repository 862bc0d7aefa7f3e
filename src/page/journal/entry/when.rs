//! When it was: a date and a time of day on the clock of the place. Never in the future.

use crate::component::finding::pen::Pen;
use crate::markup::prelude::*;
use crate::platform::clock;
use palpate_core::journal::Stamp;

/// Nobody kept this journal before; a year that is still being typed is not written either.
const EARLIEST: &str = "2000-01-01";

pub fn view(pen: Pen) -> AnyView {
    let kept = move || pen.entry.with(|entry| clock::local(entry.when.at, entry.when.offset));
    let (date, time) = untrack(kept);
    let [date, time] = [date, time].map(RwSignal::new);
    let refused = RwSignal::new("");
    let read = move || {
        let (day, hour) = (date.get_untracked(), time.get_untracked());
        // As it was: the moment keeps its seconds.
        if (day.clone(), hour.clone()) == untrack(kept) {
            return refused.set("");
        }
        refused.set(match clock::moment(&day, &hour) {
            None => "That is no date and time, so the entry keeps what it had.",
            Some(_) if day.as_str() < EARLIEST => "That is too long ago, so the entry keeps what it had.",
            Some((at, _)) if at > clock::now() => "That is still to come, so the entry keeps what it had.",
            Some((at, offset)) => {
                pen.change(|entry| entry.when = Stamp { at, offset });
                ""
            }
        });
    };
    let set = move |field: RwSignal<String>| {
        move |event| {
            field.set(event_target_value(&event));
            read();
        }
    };
    // Left with something that was refused: shows what is kept. A field that has the focus while the page is taken away is left
    // too, and then there is no entry any more.
    let left = move |_| {
        if let Some((day, hour)) = pen.entry.try_with_untracked(|entry| clock::local(entry.when.at, entry.when.offset)) {
            date.set(day);
            time.set(hour);
        }
    };
    let today = move || clock::local(clock::now(), clock::offset()).0;
    view! {
        <fieldset class="when">
            <legend>"When was it?"</legend>
            <label class="field"><span>"Date"</span><input type="date" min=EARLIEST max=today prop:value=date on:input=set(date) on:blur=left aria-describedby="when-refused" /></label>
            <label class="field"><span>"Time"</span><input type="time" prop:value=time on:input=set(time) on:blur=left aria-describedby="when-refused" /></label>
            <p id="when-refused" class="when-refused" role="status">{refused}</p>
        </fieldset>
    }
    .into_any()
}
