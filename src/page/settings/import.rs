//! Reading a saved file back in: the field for it, and what came of it in a sentence.

use super::Said;
use crate::platform::page::focus_soon;
use crate::platform::upload;
use crate::state::{App, Imported};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;

/// A button that is a file field: the field itself takes the press, the focus and the file that is dropped on it.
pub fn view(app: App, said: Said) -> AnyView {
    let chosen = move |event: leptos::ev::Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        field.into_iter().for_each(|field| read_in(app, said, field));
    };
    view! {
        <label class="button file-button">
            <input type="file" class="file-field" accept=".json,application/json" on:change=chosen />
            <span>"Read a saved file back in"</span>
        </label>
    }
    .into_any()
}

fn read_in(app: App, said: Said, field: HtmlInputElement) {
    said.set(Some("Reading the file…".to_owned()));
    spawn_local(async move {
        let line = match upload::text(&field).await {
            Ok(None) => None,
            Ok(Some(text)) => Some(match app.import(&text).await {
                Ok(imported) => sentence(&imported),
                Err(error) => error.to_string(),
            }),
            Err(error) => Some(error.to_string()),
        };
        let told = line.is_some();
        said.set(line);
        if told {
            focus_soon(".said-line");
        }
    });
}

/// What came of a file.
fn sentence(imported: &Imported) -> String {
    let Imported { new, newer, same, deleted, answers, sessions, settings, open, stopped, unread } = *imported;
    let mut parts = vec![format!("{new} new"), format!("{newer} newer"), format!("{same} already here")];
    if deleted > 0 {
        parts.push(format!("{deleted} deleted"));
    }
    if new + newer + same + deleted == 0 {
        parts = vec!["nothing in the file".to_owned()];
    }
    let mut line = format!("Journal: {}.", parts.join(", "));
    let added = [(answers, "answer"), (sessions, "finished session")].into_iter().filter(|(count, _)| *count > 0);
    let added: Vec<String> = added.map(|(count, what)| counted(count, what)).collect();
    if !added.is_empty() {
        line += &format!(" Added: {}.", added.join(" and "));
    }
    if settings {
        line += " Its settings were taken over.";
    }
    if open {
        line += " What was left in the middle there can be continued here.";
    }
    if stopped {
        line += " It holds a stop of today, so there is no hands-on work here today.";
    }
    match unread {
        0 => {}
        1 => line += " 1 part could not be read and was put aside; it stays in what you save.",
        _ => line += &format!(" {unread} parts could not be read and were put aside; they stay in what you save."),
    }
    line
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_tells_all_that_came_of_it() {
        let all = Imported {
            new: 12,
            newer: 3,
            same: 40,
            deleted: 0,
            answers: 1,
            sessions: 2,
            settings: true,
            open: false,
            stopped: false,
            unread: 1,
        };
        assert_eq!(
            sentence(&all),
            "Journal: 12 new, 3 newer, 40 already here. Added: 1 answer and 2 finished sessions. Its settings were taken over. \
             1 part could not be read and was put aside; it stays in what you save."
        );
        assert_eq!(sentence(&Imported::default()), "Journal: nothing in the file.");
        assert_eq!(sentence(&Imported { same: 5, ..Imported::default() }), "Journal: 0 new, 0 newer, 5 already here.");
        assert_eq!(sentence(&Imported { deleted: 2, ..Imported::default() }), "Journal: 0 new, 0 newer, 0 already here, 2 deleted.");
    }
}
