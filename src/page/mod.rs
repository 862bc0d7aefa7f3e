//! The pages, one file a route, and which of them a route shows.

mod about;
mod calendar;
mod complaint;
mod disagreements;
pub mod exam;
mod export;
mod find;
mod gate;
mod glossary;
mod handout;
mod home;
mod hurt;
mod journal;
mod landmarks;
mod learn;
mod lookup;
mod mastery;
mod muscle;
mod round;
mod safety;
mod session;
mod settings;
mod source;
mod sources;
mod study;
mod unknown;

pub use session::settle_old;

use crate::markup::prelude::*;
use crate::route::Route;
use crate::state::App;

/// The page of a route.
pub fn view(app: App, route: Route) -> AnyView {
    match route {
        Route::Home => home::page(app),
        Route::Find => find::page(app),
        Route::Hurt => hurt::page(app),
        Route::Walkthrough { id, .. } => match app.knowledge.walkthrough(&id) {
            Some(guide) => session::page(app, guide),
            None => unknown::missing("walkthrough", &id),
        },
        Route::Handout { id } => match app.knowledge.walkthrough(&id) {
            Some(guide) => handout::page(app, guide),
            None => unknown::missing("walkthrough", &id),
        },
        Route::Learn => learn::page(app),
        Route::Round(address) => round::page(app, &address),
        Route::Today => study::today::page(app),
        Route::Reread { item } => study::reread::page(app, &item),
        Route::LearnSettings => settings::learning::page(app),
        Route::Mastery => mastery::page(app),
        Route::Exam { code } => exam::page(app, code),
        Route::Exams { at } => exam::records::page(app, at),
        Route::Export => export::page(app),
        Route::Lookup { .. } => lookup::page(app),
        Route::Muscle { id } => match app.knowledge.muscle(&id) {
            Some(muscle) => muscle::page(app, muscle),
            None => unknown::missing("muscle", &id),
        },
        Route::Complaint { id } => match app.knowledge.complaint(&id) {
            Some(complaint) => complaint::page(app, complaint),
            None => unknown::missing("complaint or sign", &id),
        },
        Route::Landmarks { at } => landmarks::page(app, at),
        Route::Disagreements { at } => disagreements::page(app, at),
        Route::Glossary { at } => glossary::page(app, at),
        Route::Sources => sources::page(app),
        Route::Source { id, at } => match app.knowledge.source(&id) {
            Some(source) => source::page(app, source, at),
            None => unknown::missing("source", &id),
        },
        Route::Safety { at } => safety::page(app, at),
        Route::Gate => gate::page(app),
        Route::About => about::page(app),
        Route::Journal => journal::page(app),
        Route::Entry { id } => journal::entry::page(app, id),
        Route::Summary => journal::summary::page(app),
        Route::Settings => settings::page(app),
        Route::HandsFree => settings::hands_free::page(app),
        Route::Unknown(raw) => unknown::page(&raw),
    }
}

/// The title of a page, as a tab shows it.
pub fn title(app: App, route: &Route) -> String {
    let knowledge = app.knowledge;
    let name = match route {
        Route::Home => return "Palpate: find and ease the iliopsoas by hand".to_owned(),
        Route::Find => "Find it",
        Route::Walkthrough { id, .. } | Route::Handout { id } => knowledge.walkthrough(id).map_or("Not found", |guide| &guide.title),
        Route::Hurt => "Where does it hurt?",
        Route::Learn => "Learn it",
        Route::Round(address) => {
            let drill = round::drill(app, address.muscle.as_deref(), address.relation);
            return format!("{} · Palpate", drill.unwrap_or_else(|| "Questions".to_owned()));
        }
        Route::Today => "Today",
        Route::Reread { .. } => "Read it again",
        Route::LearnSettings => "How much a day",
        Route::Mastery => "What you know",
        Route::Exam { .. } => "Exam",
        Route::Exams { .. } => "Exams you sat",
        Route::Export => "Take it along",
        Route::Lookup { .. } => "Look it up",
        Route::Muscle { id } => knowledge.muscle(id).map_or("Not found", |muscle| &muscle.name),
        Route::Complaint { id } => knowledge.complaint(id).map_or("Not found", |complaint| &complaint.title),
        Route::Landmarks { .. } => "Landmarks and neighbours",
        Route::Disagreements { .. } => "Where sources disagree",
        Route::Glossary { .. } => "Words",
        Route::Sources => "Sources",
        Route::Source { id, .. } => knowledge.source(id).map_or("Not found", |source| &source.title),
        Route::Safety { .. } => "Safety",
        Route::Gate => "Safety check",
        Route::About => "About Palpate",
        Route::Journal => "Journal",
        Route::Entry { .. } => "Journal entry",
        Route::Summary => "Summary of the journal",
        Route::Settings => "Settings",
        Route::HandsFree => "Hands-free",
        Route::Unknown(_) => "Not found",
    };
    format!("{name} · Palpate")
}
