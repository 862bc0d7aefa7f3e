//! What was found: written in a session, stopped by what calls for it, corrected, deleted and taken back.

use crate::shared::{Side, to_the_first_area};
use crate::support::{Key, Page, hosted};

/// One stroke on one point, which is then done.
async fn a_point(page: &Page<'_>) {
    page.press("button", "A tender point").await;
    page.press("button", "Count a stroke").await;
    page.press("button", "Done with this point").await;
    page.heading("Hands off. Next point.").await;
}

/// Presses an answer of a group.
async fn answer(page: &Page<'_>, group: &str, name: &str) {
    let group = page.find("radiogroup", group).await;
    page.press_in(&group, "radio", name).await;
}

#[test]
fn above_the_ceiling_the_point_ends_and_the_second_time_the_session() {
    hosted("over the ceiling", async |page, _| {
        to_the_first_area(page, Side::Left).await;
        a_point(page).await;
        answer(page, "How tender was it", "6, above the ceiling").await;
        page.heading("Pain above 4").await;
        page.press("button", "It is gone. Go on").await;
        // The same ache, told more exactly, is no second one.
        page.heading("Hands off. Next point.").await;
        page.reads("A reason to stop").await;
        answer(page, "How tender was it", "5, above the ceiling").await;
        page.press("button", "Search here for another point").await;
        page.heading("Inside the hip bone").await;
        a_point(page).await;
        answer(page, "How tender was it", "6, above the ceiling").await;
        page.heading("Stop here for today").await;
        // Afterwards all of it stands in the journal, and outlives a reload.
        answer(page, "Discomfort now", "3").await;
        page.press("link", "See the entry").await;
        page.heading("Journal entry").await;
        page.reload().await;
        page.reads("This session was ended by a reason to stop").await;
        page.reads("Tender 5 of 10, 1 stroke").await;
        page.reads("Tender 6 of 10, 1 stroke").await;
        let after = page.find("radiogroup", "Discomfort after").await;
        assert!(page.find_in(&after, "radio", "3").await.is("checked"));
    });
}

#[test]
fn an_ache_that_one_does_not_know_ends_the_session() {
    hosted("not a known ache", async |page, _| {
        to_the_first_area(page, Side::Right).await;
        a_point(page).await;
        answer(page, "Was it the ache you know", "No").await;
        page.heading("Stop here for today").await;
        page.reads("Do not try again today").await;
    });
}

#[test]
fn an_entry_from_memory_is_corrected_deleted_and_taken_back() {
    hosted("an entry from memory", async |page, _| {
        page.visit("#/journal/new", "New entry").await;
        answer(page, "Discomfort before", "5").await;
        page.reads("Kept in the journal").await;
        let address = page.hash().await;
        assert!(address.starts_with("#/journal/") && address != "#/journal/new", "{address}");
        // One more press leaves it out again; the arrow keys choose nothing.
        answer(page, "Discomfort after", "4").await;
        answer(page, "Discomfort after", "4").await;
        page.key(Key::Right).await;
        let after = page.find("radiogroup", "Discomfort after").await;
        assert!(page.all_in(&after, "radio").await.iter().all(|radio| !radio.is("checked")));
        page.press("button", "Add a point").await;
        answer(page, "How tender was it", "3").await;
        page.reload().await;
        page.reads("Tender 3 of 10").await;
        page.press("button", "Delete this entry").await;
        page.press("button", "Keep it").await;
        page.press("button", "Delete this entry").await;
        page.press("button", "Delete").await;
        page.heading("Deleted").await;
        page.press("button", "Undo").await;
        page.heading("Journal entry").await;
        page.reads("Tender 3 of 10").await;
        page.press("button", "Delete this entry").await;
        page.press("button", "Delete").await;
        page.heading("Deleted").await;
        page.reload().await;
        page.heading("This entry was deleted").await;
        page.visit("#/journal/nonsense", "There is no such entry").await;
    });
}
