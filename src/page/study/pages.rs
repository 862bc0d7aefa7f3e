//! Where what an item asks is told.

use crate::route::Route;
use crate::state::App;
use palpate_core::item::{Item, Topic};
use palpate_core::knowledge::Cite;

/// How many pages of complaints are named at most: the nearest say enough.
const COMPLAINTS: usize = 2;

/// The pages that tell what an item asks, each with its name, the nearest first. Never empty.
pub fn pages(app: App, item: &Item) -> Vec<(String, Route)> {
    let knowledge = app.knowledge;
    let muscles = item.about.iter().filter_map(|id| knowledge.muscle(id));
    let muscles = muscles.map(|muscle| (muscle.name.clone(), Route::Muscle { id: muscle.id.clone() }));
    let mut pages: Vec<(String, Route)> = match item.topic {
        Topic::Attachments => Vec::new(),
        Topic::Safety => vec![("Safety".to_owned(), Route::Safety { at: None })],
        Topic::Technique => {
            let guides = knowledge.walkthroughs.iter().filter(|guide| item.about.contains(&guide.muscle) || item.id.contains(&guide.id));
            guides.map(|guide| (guide.title.clone(), Route::Walkthrough { id: guide.id.clone(), at: None })).collect()
        }
        Topic::Pain => {
            let facts: Vec<u16> =
                item.cites.iter().filter_map(|cite| if let Cite::Fact(fact) = cite { Some(*fact) } else { None }).collect();
            let shares = |told: &[u16], cites: &[Cite]| facts.iter().any(|fact| told.contains(fact) || cites.contains(&Cite::Fact(*fact)));
            let told = knowledge.complaints.iter().filter(|complaint| shares(&complaint.facts, &complaint.cites)).take(COMPLAINTS);
            told.map(|complaint| (complaint.title.clone(), Route::Complaint { id: complaint.id.clone() })).collect()
        }
    };
    pages.extend(muscles);
    if pages.is_empty() {
        pages.push(("Look it up".to_owned(), Route::Lookup { query: String::new() }));
    }
    pages
}
