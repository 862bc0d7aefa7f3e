//! What the journeys take for roles and names is what each engine's own accessibility tree says.

use crate::support::hosted;

#[test]
fn roles_and_names_are_those_of_the_engine() {
    hosted("names", async |page, _| {
        for (hash, heading) in
            [("#/", "hip flexor"), ("#/safety/check", "Before your hands"), ("#/learn/exam", "Exam"), ("#/muscle/iliacus", "Iliacus")]
        {
            page.visit(hash, heading).await;
            for role in ["button", "link", "heading", "radio", "checkbox", "group", "radiogroup", "table", "navigation", "image"] {
                for seen in page.all(role).await.iter().take(8) {
                    let (role, name) = page.computed(seen).await;
                    assert_eq!((role.as_str(), name.as_str()), (seen.role.as_str(), seen.name.as_str()), "on {hash}");
                }
            }
        }
    });
}
