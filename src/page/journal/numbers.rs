//! Numbers as a table below their drawing, made only once they are asked for.

use crate::markup::prelude::*;

pub fn folded(label: &'static str, heads: [&'static str; 4], rows: impl Fn() -> AnyView + Copy + Send + Sync + 'static) -> AnyView {
    let open = RwSignal::new(false);
    let inside = move || {
        open.get().then(|| {
            let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
            view! {
                <div class="journal-table" tabindex="0" role="group" aria-label=label>
                    <table>
                        <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
        })
    };
    view! { <details class="journal-fold" on:toggle=move |_| open.set(true)><summary>"As a table"</summary>{inside}</details> }.into_any()
}
