//! Source chips: a square one for a document, a pill with its tier for a reference, a dashed one for our own rule.

use crate::markup::prelude::*;
use crate::state::{App, Sheet};
use palpate_core::knowledge::{Cite, SourceKind};

/// The chips of a sentence; several facts of one document share a chip, which opens the first.
pub fn chips(app: App, cites: &[Cite]) -> AnyView {
    let mut seen: Vec<String> = Vec::new();
    let shown: Vec<_> = cites
        .iter()
        .filter(|cite| {
            let label = label(app, **cite);
            let new = !seen.contains(&label);
            if new {
                seen.push(label);
            }
            new
        })
        .map(|cite| chip(app, *cite))
        .collect();
    view! { <span class="chips">{shown}</span> }.into_any()
}

/// What the chip says.
pub fn label(app: App, cite: Cite) -> String {
    match cite {
        Cite::OurRule => "Our rule".to_owned(),
        Cite::Unverified => "Unverified".to_owned(),
        Cite::Disagreement(_) => cite.disagreement(app.knowledge).map(|card| card.id.clone()).unwrap_or_default(),
        Cite::Source(_) | Cite::Fact(_) => cite.source(app.knowledge).map(|source| source.id.clone()).unwrap_or_default(),
    }
}

fn chip(app: App, cite: Cite) -> AnyView {
    let label = label(app, cite);
    let source = cite.source(app.knowledge);
    let (class, tier) = match (cite, source) {
        (Cite::OurRule | Cite::Unverified, _) => ("chip chip-dashed", None),
        (Cite::Disagreement(_), _) => ("chip chip-fork", None),
        (Cite::Source(_) | Cite::Fact(_), Some(source)) if source.kind == SourceKind::Reference => {
            ("chip chip-pill", Some(source.tier.letter()))
        }
        (Cite::Source(_) | Cite::Fact(_), _) => ("chip chip-square", None),
    };
    let spoken = match source {
        Some(source) => match tier {
            Some(letter) => format!("Source {label}, tier {letter}: {}", source.title),
            None => format!("Source {label}: {}", source.title),
        },
        None => format!("Source: {label}"),
    };
    let open = move |_| app.sheet.set(Some(Sheet::Cite(cite)));
    view! {
        <button type="button" class=class aria-haspopup="dialog" aria-label=spoken on:click=open>
            {tier.map(|letter| view! { <span class="chip-tier" data-tier=letter.to_string()></span> })}
            {label}
        </button>
    }
    .into_any()
}
