//! An entry of the journal while it is written: each change is kept at once, so that nothing is lost when one is interrupted.

use crate::component::icon::{Icon, icon};
use crate::markup::prelude::*;
use crate::route::Route;
use crate::state::App;
use palpate_core::journal::{Entry, Finding};

/// Cheap to copy: handles, not values.
#[derive(Clone, Copy)]
pub struct Pen {
    pub app: App,
    /// The entry as it is now, kept or not.
    pub entry: Memo<Entry>,
    /// What is not kept yet, since nothing was written.
    fresh: RwSignal<Entry>,
    /// Whether something was written on this page.
    wrote: RwSignal<bool>,
}

impl Pen {
    /// For a kept entry or a new one.
    pub fn new(app: App, entry: Entry) -> Self {
        let id = entry.id.clone();
        let fresh = RwSignal::new(entry);
        let kept = move || app.journal.with(|journal| journal.iter().find(|entry| entry.id == id && !entry.deleted).cloned());
        Pen { app, entry: Memo::new(move |_| kept().unwrap_or_else(|| fresh.get())), fresh, wrote: RwSignal::new(false) }
    }

    /// For the entry of the open session.
    pub fn of_session(app: App) -> Option<Self> {
        untrack(|| app.session_entry()).map(|entry| Pen::new(app, entry))
    }

    pub fn id(self) -> String {
        self.entry.with_untracked(|entry| entry.id.clone())
    }

    /// Whether it is in the journal.
    pub fn is_kept(self) -> bool {
        let id = self.entry.with(|entry| entry.id.clone());
        self.app.journal.with(|journal| journal.iter().any(|entry| entry.id == id && !entry.deleted))
    }

    /// Changes the entry and keeps it; a new one is kept once something is written in it.
    pub fn change(self, change: impl FnOnce(&mut Entry)) {
        let before = self.entry.get_untracked();
        let mut now = before.clone();
        change(&mut now);
        if now == before {
            return;
        }
        if untrack(|| self.is_kept()) || !now.is_blank() {
            self.app.write_entry(now);
            self.wrote.set(true);
        } else {
            self.fresh.set(now);
        }
    }

    /// The finding at this index; `None` once it was removed.
    pub fn finding(self, at: usize) -> Option<Finding> {
        self.entry.with(|entry| entry.findings.get(at).cloned())
    }

    /// Whether what was written is kept, told quietly; with a way to the entry where that is another page.
    pub fn status(self, link: bool) -> AnyView {
        let wrote = self.wrote;
        let line = move || match (self.wrote.get(), self.app.trouble.get().is_some()) {
            (true, true) => "Not kept. The note at the top says why.",
            // Nothing is called kept before it is.
            (true, false) if !self.app.unsaved.get() => "Kept in the journal.",
            (true | false, false) | (false, true) => "",
        };
        let to = move || (link && self.wrote.get() && self.is_kept()).then(|| Route::Entry { id: Some(self.id()) }.href());
        view! {
            <p class="kept quiet" class:kept-told=move || wrote.get()>
                <span role="status">{move || (!line().is_empty()).then(|| icon(Icon::Journal))} " " {line}</span>
                {move || to().map(|href| view! { " " <a href=href>"See the entry"</a> })}
            </p>
        }
        .into_any()
    }
}
