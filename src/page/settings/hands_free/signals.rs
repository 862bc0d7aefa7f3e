//! Which key or button means what, and how to change it. What always stops is listed too, and stays.

use super::{Said, change, names, read};
use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::platform::media_keys::MediaKeys;
use crate::platform::page::focus_id_soon;
use crate::platform::press::{catch_keys, name_of};
use crate::platform::{Listener, later};
use crate::state::App;
use palpate_core::signal::{Bindings, KNOCKS, Signal};

/// The table, and the press that is waited for.
#[derive(Clone, Copy)]
struct Ctx {
    app: App,
    said: Said,
    /// What was last done, for the eye: where it was done.
    told: RwSignal<Option<(Signal, String)>>,
    /// The signal that the next press is to mean.
    waits: RwSignal<Option<Signal>>,
    /// What hears that press.
    ears: StoredValue<Option<(Listener, Option<MediaKeys>)>, LocalStorage>,
}

pub fn view(app: App, said: Said) -> AnyView {
    let ctx = Ctx { app, said, told: RwSignal::new(None), waits: RwSignal::new(None), ears: StoredValue::new_local(None) };
    on_cleanup(move || ctx.ears.dispose());
    let reset = move |_| {
        ctx.leave();
        change(app, |kept| kept.signals = Bindings::default());
        ctx.told.set(None);
        said.set("Every key means what it did at first.".to_owned());
    };
    view! {
        <section aria-labelledby="hands-free-signals">
            <h2 id="hands-free-signals">"Signals"</h2>
            <p>"Pedals, remotes and headsets send the same signs as keys. Add what yours sends."</p>
            <table class="signals" role="table" aria-labelledby="hands-free-signals">
                <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">"What it does"</th><th scope="col" role="columnheader">"Keys and buttons"</th></tr></thead>
                <tbody role="rowgroup">{Signal::ALL.map(|signal| row(ctx, signal)).into_iter().collect_view()}</tbody>
            </table>
            <p class="button-row"><button type="button" class="button" on:click=reset>"As it was at first"</button></p>
        </section>
    }
    .into_any()
}

impl Ctx {
    /// Waits for a press that is to mean this signal.
    fn wait(self, signal: Signal) {
        self.waits.set(Some(signal));
        let keys = catch_keys(move |event| {
            // What is still held down from before means nothing new.
            if event.repeat() {
                return true;
            }
            match event.key().as_str() {
                // The way on for who moves by keyboard stays open.
                "Tab" => {
                    self.end(signal, "Nothing was changed.", false);
                    return false;
                }
                "Escape" => self.end(signal, "Nothing was changed. Escape always stops a session.", true),
                "/" => self.tell(signal, "This key opens the search. Press another.".to_owned()),
                _ => {
                    if let Some(name) = name_of(event) {
                        self.bind(&name, signal);
                    }
                }
            }
            true
        });
        let media = MediaKeys::listen("Palpate", move |action| self.bind(&format!("Media {action}"), signal));
        self.ears.set_value(Some((keys, media)));
        focus_id_soon(wait_id(signal));
    }

    /// Waits no longer.
    fn leave(self) {
        // Later, since the ear that heard the press may be the one that calls.
        let ears = self.ears.try_update_value(Option::take).flatten();
        later::after(0, move || drop(ears));
        self.waits.set(None);
    }

    fn tell(self, signal: Signal, sentence: String) {
        self.said.set(sentence.clone());
        self.told.set(Some((signal, sentence)));
    }

    fn end(self, signal: Signal, sentence: &str, focus: bool) {
        self.leave();
        self.tell(signal, sentence.to_owned());
        if focus {
            focus_id_soon(add_id(signal));
        }
    }

    fn bind(self, name: &str, signal: Signal) {
        // A second press may come before the ears are gone.
        if self.waits.get_untracked() != Some(signal) {
            return;
        }
        let before = self.app.settings.with_untracked(|settings| settings.hands_free.signals.meaning(name));
        change(self.app, |kept| kept.signals.bind(name, signal));
        let (key, now) = (names::shown(name), title(signal));
        let sentence = match before {
            Some(before) if before == signal => format!("{key} meant \"{now}\" already."),
            Some(before) => format!("{key} now means \"{now}\", and no longer \"{}\".", title(before)),
            None => format!("{key} now means \"{now}\"."),
        };
        self.end(signal, &sentence, true);
    }

    fn remove(self, name: &str, signal: Signal) {
        change(self.app, |kept| kept.signals.unbind(name));
        self.tell(signal, format!("{} means nothing now.", names::shown(name)));
        focus_id_soon(add_id(signal));
    }
}

fn row(ctx: Ctx, signal: Signal) -> AnyView {
    let bound = Memo::new(move |_| read(ctx.app, |kept| kept.signals.names(signal).map(str::to_owned).collect::<Vec<_>>()));
    let keys = move || bound.get().into_iter().map(|name| key(ctx, name, signal)).collect_view();
    let always = always(signal)
        .iter()
        .map(|what| view! { <li class="signal-key"><span class="signal-name">{*what}" "<span class="quiet">"always"</span></span></li> })
        .collect_view();
    let add = move || {
        if ctx.waits.get() == Some(signal) {
            waiting(ctx, signal)
        } else {
            let label = format!("Add a key or button for: {}", title(signal));
            view! { <button type="button" class="button" id=add_id(signal) aria-label=label on:click=move |_| ctx.wait(signal)>"Add a key"</button> }.into_any()
        }
    };
    let told = move || ctx.told.get().filter(|(place, _)| *place == signal).map(|(_, sentence)| view! { <p class="quiet">{sentence}</p> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{title(signal)}</th>
            <td role="cell"><ul class="signal-keys">{always}{keys}</ul>{add}{told}</td>
        </tr>
    }
    .into_any()
}

fn key(ctx: Ctx, name: String, signal: Signal) -> AnyView {
    let words = names::shown(&name);
    if name == "Escape" {
        return view! { <li class="signal-key"><span class="signal-name">{words}" "<span class="quiet">"always"</span></span></li> }
            .into_any();
    }
    let off = name == KNOCKS;
    let off = move || (off && !read(ctx.app, |kept| kept.knocks)).then(|| view! { <span class="quiet">"switched off"</span> });
    let label = format!("Remove: {words}");
    view! {
        <li class="signal-key">
            <span class="signal-name">{words}" "{off}</span>
            <button type="button" class="icon-button" aria-label=label on:click=move |_| ctx.remove(&name, signal)>{icon(Icon::Close)}</button>
        </li>
    }
    .into_any()
}

fn waiting(ctx: Ctx, signal: Signal) -> AnyView {
    let knocks = read(ctx.app, |kept| kept.knocks && kept.signals.meaning(KNOCKS) != Some(signal));
    let knocks =
        knocks.then(|| view! { <button type="button" class="button" on:click=move |_| ctx.bind(KNOCKS, signal)>"Use two knocks"</button> });
    view! {
        <div class="signal-wait" role="group" aria-label=format!("Add a key or button for: {}", title(signal)) id=wait_id(signal) tabindex="-1">
            <p>"Press the key, pedal or headset button now. Escape leaves all as it is."</p>
            <p class="button-row">{knocks}<button type="button" class="button" on:click=move |_| ctx.end(signal, "Nothing was changed.", true)>"Leave it"</button></p>
        </div>
    }
    .into_any()
}

/// What means a signal on every device, and can't be taken away. (Escape comes with the keys.)
fn always(signal: Signal) -> &'static [&'static str] {
    match signal {
        Signal::Forward => &["Tap on the right half"],
        Signal::Backward => &["Tap on the left half"],
        Signal::Pause => &[],
        Signal::Stop => &["The big Stop button", "A long press anywhere"],
    }
}

fn title(signal: Signal) -> &'static str {
    match signal {
        Signal::Forward => "Forward, or yes",
        Signal::Backward => "Back, or no",
        Signal::Pause => "Pause, and go on",
        Signal::Stop => "Stop",
    }
}

fn slug(signal: Signal) -> &'static str {
    match signal {
        Signal::Forward => "forward",
        Signal::Backward => "back",
        Signal::Pause => "pause",
        Signal::Stop => "stop",
    }
}

fn add_id(signal: Signal) -> String {
    format!("signal-add-{}", slug(signal))
}

fn wait_id(signal: Signal) -> String {
    format!("signal-wait-{}", slug(signal))
}
