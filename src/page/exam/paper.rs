//! A paper to be printed, so that a class can sit it with a pen; and its answers, on pages of their own.

use crate::component::diagram::{Can, Overlay};
use crate::component::icon::{Icon, icon};
use crate::component::item::{self, picture};
use crate::component::references;
use crate::component::segment::segment;
use crate::markup::prelude::*;
use crate::platform::page::print;
use crate::state::App;
use palpate_core::exam::{Code, draw};
use palpate_core::item::{Body, Choice, Item, Matching, Order};
use palpate_core::knowledge::{Layer, View};
use palpate_core::quiz::{Card, Seed};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    Questions,
    Answers,
}

pub fn section(app: App, seed: Seed) -> AnyView {
    let sheet = RwSignal::new(None::<Sheet>);
    let print = |choice: Sheet, title| segment("sheet", title, move || sheet.get() == Some(choice), move || sheet.set(Some(choice)));
    view! {
        <section class="exam-screen">
            <h2>"On paper"</h2>
            <fieldset class="segments">
                <legend>"Print this paper"</legend>
                {print(Sheet::Questions, "Questions")}
                {print(Sheet::Answers, "Answer key")}
            </fieldset>
        </section>
        {move || sheet.get().map(|sheet| printable(app, seed, sheet))}
    }
    .into_any()
}

fn printable(app: App, seed: Seed, sheet: Sheet) -> AnyView {
    let code = Code::new(seed, app.bank()).to_string();
    let cards = draw(app.bank(), seed);
    let rows = (1..).zip(&cards).filter_map(|(number, card)| {
        let item = app.bank().iter().find(|item| item.id == card.item)?;
        Some(match sheet {
            Sheet::Questions => question(app, number, item, card),
            Sheet::Answers => answer(app, number, item, card),
        })
    });
    let (title, words) = match sheet {
        Sheet::Questions => ("Print the questions", "Exam on the iliopsoas"),
        Sheet::Answers => ("Print the answer key", "Answer key"),
    };
    view! {
        <p class="button-row"><button type="button" class="button button-main" on:click=move |_| print()>{icon(Icon::Print)} " " {title}</button></p>
        <article class="exam-sheet">
            <h2>{words} ", paper " {code}</h2>
            {(sheet == Sheet::Questions).then(|| view! { <p class="exam-lines"><span>"Name"</span><span>"Date"</span></p> <p>"Twenty questions, 20 minutes. What is left open counts as wrong. All safety questions must be right to pass."</p> })}
            <ol class="exam-questions">{rows.collect_view()}</ol>
            {references::documents(app)}
            <p class="quiet">"Palpate teaches. It is no medical device, and passing is no licence to press on anyone. Before you press, go through the safety questions in Palpate, or leave your hands off."</p>
        </article>
    }
    .into_any()
}

fn letter(place: usize) -> String {
    char::from(b'A' + place.min(25) as u8).to_string()
}

/// What stands at each place, as shown: its letter, and its position as written.
fn shown(card: &Card) -> impl Iterator<Item = (String, usize)> + '_ {
    card.shown.iter().enumerate().map(|(place, written)| (letter(place), usize::from(*written)))
}

fn question(app: App, number: usize, item: &'static Item, card: &Card) -> AnyView {
    let hint = match &item.body {
        Body::Locate(_) => "Put a cross on the place.",
        Body::Paint(_) => "Shade the area.",
        Body::Marks(_) => "Put a cross on each place.",
        Body::Order(_) => "Number them in the right order.",
        Body::Matching(_) => "Write the letter of the partner on each line.",
        body @ (Body::SingleBest(_) | Body::SelectAll(_)) => item::hint(body),
    };
    let body = match &item.body {
        Body::SingleBest(body) => options(&body.options, card),
        Body::SelectAll(body) => options(&body.options, card),
        Body::Order(body) => order(body, card),
        Body::Matching(body) => matching(body, card),
        Body::Locate(body) => blank(app, body.view, &body.layers),
        Body::Paint(body) => blank(app, body.view, &body.layers),
        Body::Marks(body) => blank(app, body.view, &body.layers),
    };
    view! {
        <li>
            <h3>{number} ". " {item.stem.clone()}</h3>
            <p class="quiet">{hint}</p>
            {item.picture.as_ref().map(|shown| picture::above(app, shown, false))}
            {body}
        </li>
    }
    .into_any()
}

fn options(options: &'static [Choice], card: &Card) -> AnyView {
    let rows = shown(card).filter_map(|(letter, written)| {
        let text = options.get(written)?.text.clone();
        Some(view! { <li><span class="exam-box" aria-hidden="true"></span> <b>{letter}</b> " " {text}</li> })
    });
    view! { <ul class="exam-options">{rows.collect_view()}</ul> }.into_any()
}

fn order(body: &'static Order, card: &Card) -> AnyView {
    let rows = shown(card).filter_map(|(_, written)| {
        let text = body.steps.get(written)?.clone();
        Some(view! { <li><span class="exam-blank" aria-hidden="true"></span> " " {text}</li> })
    });
    view! { <ul class="exam-options">{rows.collect_view()}</ul> }.into_any()
}

fn matching(body: &'static Matching, card: &Card) -> AnyView {
    let left = body.pairs.iter().map(|pair| view! { <li><span class="exam-blank" aria-hidden="true"></span> " " {pair.left.clone()}</li> });
    let right = shown(card).filter_map(|(letter, written)| {
        let text = body.pairs.get(written)?.right.clone();
        Some(view! { <li><b>{letter}</b> " " {text}</li> })
    });
    view! { <div class="exam-pairs"><ul class="exam-options">{left.collect_view()}</ul><ul class="exam-options">{right.collect_view()}</ul></div> }
        .into_any()
}

/// The drawing with nothing on it.
fn blank(app: App, view: View, layers: &'static [Layer]) -> AnyView {
    let shown = picture::Shown { view, layers, can: Can::Look };
    let drawing = picture::drawing(app, "The drawing to mark", shown, Signal::derive(Overlay::default), |_| ());
    view! { <div class="picture-stand">{drawing}</div> }.into_any()
}

fn answer(app: App, number: usize, item: &'static Item, card: &Card) -> AnyView {
    let of = |written: usize| shown(card).find(|(_, at)| *at == written).map(|(letter, _)| letter).unwrap_or_default();
    let choice = |options: &'static [Choice], written: u8| {
        let written = usize::from(written);
        let text = options.get(written).map(|option| option.text.clone()).unwrap_or_default();
        view! { <p><b>{of(written)}</b> " " {text}</p> }.into_any()
    };
    let right = match &item.body {
        Body::SingleBest(body) => choice(&body.options, body.key),
        Body::SelectAll(body) => {
            // By letter, as they stand on the paper.
            let keys = card.shown.iter().filter(|written| body.keys.contains(written));
            keys.map(|key| choice(&body.options, *key)).collect_view().into_any()
        }
        Body::Order(body) => {
            let steps = (1..).zip(&body.steps).map(|(number, step)| view! { <p><b>{number}</b> " " {step.clone()}</p> });
            steps.collect_view().into_any()
        }
        Body::Matching(body) => {
            let pairs = body
                .pairs
                .iter()
                .enumerate()
                .map(|(at, pair)| view! { <p>{pair.left.clone()} ": " <b>{of(at)}</b> " " {pair.right.clone()}</p> });
            pairs.collect_view().into_any()
        }
        Body::Locate(_) | Body::Paint(_) | Body::Marks(_) => {
            let feedback = palpate_core::exam::unanswered(card, item);
            item::body(app, item, card, Signal::derive(|| None), feedback.as_ref(), |_| ())
        }
    };
    view! {
        <li>
            <h3>{number} ". " {item.stem.clone()}</h3>
            {right}
            <p class="quiet">{palpate_core::text::plain(&item.rationale)} " (" {item.topic.title()} ")"</p>
        </li>
    }
    .into_any()
}
