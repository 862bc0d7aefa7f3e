//! The quiz: a round by keyboard alone, its result, the missed ones again, and a shared address.

use crate::support::{Key, Page, Seen, hosted};

const ROUND: &str = "#/learn/round?seed=k3x9&n=10";

/// What the present question wants, as it says itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    One,
    All,
    Order,
    Match,
    /// One place on the drawing.
    Place,
    Marks,
    Paint,
}

/// The kinds without a drawing; `pictures.rs` has those with one.
const WRITTEN: [Kind; 4] = [Kind::One, Kind::All, Kind::Order, Kind::Match];

async fn kind(page: &Page<'_>) -> Kind {
    let kinds = [
        ("Choose one.", Kind::One),
        ("Choose all that are right.", Kind::All),
        ("Put them in order.", Kind::Order),
        ("Give each its partner.", Kind::Match),
        ("Tap the place.", Kind::Place),
        ("Tap each place", Kind::Marks),
        ("Paint it with", Kind::Paint),
    ];
    page.until("a kind of question", async || {
        let text = page.text().await;
        kinds.iter().find(|(words, _)| text.contains(words)).map(|(_, kind)| *kind)
    })
    .await
}

async fn question(page: &Page<'_>, at: usize, of: usize) {
    page.reads(&format!("Question {at} of {of}")).await;
    page.find("button", "I don't know").await;
}

/// Answers a question with the keys alone, whether right or not, and goes on to the next.
async fn answer_by_keys(page: &Page<'_>) {
    match kind(page).await {
        Kind::One => {
            page.key(Key::Letter('2')).await;
            page.until("the second chosen", async || page.all("radio").await.get(1).filter(|second| second.is("checked")).cloned()).await;
            page.key(Key::Enter).await;
        }
        Kind::All => {
            page.key(Key::Letter('1')).await;
            page.key(Key::Letter('3')).await;
            page.until("two chosen", async || {
                (page.all("checkbox").await.iter().filter(|choice| choice.is("checked")).count() == 2).then_some(())
            })
            .await;
            page.key(Key::Enter).await;
        }
        Kind::Order => {
            page.tab_to("button", "Move down").await;
            page.key(Key::Enter).await;
            check_by_tab(page).await;
        }
        Kind::Match => {
            // From the last to the first, so that the keys pass over no partner given already.
            for (at, left) in page.all("combobox").await.iter().enumerate().rev() {
                choose_by_arrow(page, left, at + 1).await;
            }
            check_by_tab(page).await;
        }
        Kind::Place | Kind::Paint => {
            page.tab_to("application", "").await;
            page.key(Key::Enter).await;
            check_by_tab(page).await;
        }
        Kind::Marks => {
            page.tab_to("application", "").await;
            while page.find("button", "Check").await.is("disabled") {
                page.key(Key::Up).await;
                page.key(Key::Enter).await;
            }
            check_by_tab(page).await;
        }
    }
    page.until("a verdict", async || {
        let verdicts = page.all("status").await;
        verdicts.into_iter().find(|status| status.is("focused"))
    })
    .await;
    assert!(page.says("Right").await || page.says("Not quite").await, "{}", page.told().await);
    page.key(Key::Enter).await;
}

/// Chooses the partner of a left side by the arrow key.
async fn choose_by_arrow(page: &Page<'_>, left: &Seen, place: usize) {
    page.tab_to("combobox", &left.name).await;
    for _ in 0..place {
        page.key(Key::Down).await;
    }
}

async fn check_by_tab(page: &Page<'_>) {
    page.tab_to("button", "Check").await;
    page.key(Key::Enter).await;
}

/// The right and the total of the result's heading.
async fn result(page: &Page<'_>) -> (usize, usize) {
    let heading = page.heading("right").await;
    let mut numbers = heading.name.split_whitespace().filter_map(|word| word.parse().ok());
    (numbers.next().expect("how many were right"), numbers.next().expect("of how many"))
}

#[test]
fn a_round_by_keyboard_alone() {
    hosted("quiz by keyboard", async |page, _| {
        page.open(ROUND).await;
        // The first is missed for certain.
        question(page, 1, 10).await;
        page.tab_to("button", "I don't know").await;
        page.key(Key::Enter).await;
        page.reads("Here is the answer").await;
        page.key(Key::Enter).await;
        for at in 2..=10 {
            question(page, at, 10).await;
            answer_by_keys(page).await;
        }
        let (right, total) = result(page).await;
        assert!(total == 10 && right < 10, "{right} of {total}");
        let table = page.find("table", "Result by topic").await;
        let topics = page.all_in(&table, "rowheader").await;
        assert!(!topics.is_empty(), "the result is told by topic");
        assert_eq!(page.all("listitem").await.len(), total - right, "each missed one is listed");
        page.reads(ROUND.trim_start_matches('#')).await;

        page.tab_to("link", "Again, only these").await;
        page.key(Key::Enter).await;
        question(page, 1, total - right).await;
        assert!(page.hash().await.contains("only="));
        page.visit("#/learn", "Learn it").await;
        page.reads(&format!("{right} right of")).await;
    });
}

#[test]
fn every_kind_of_question_can_be_answered_by_keyboard() {
    hosted("question kinds", async |page, _| {
        page.open("#/learn/round?seed=a1&n=40").await;
        let mut met = Vec::new();
        for at in 1..=40 {
            question(page, at, 40).await;
            let kind = kind(page).await;
            if met.contains(&kind) {
                page.press("button", "I don't know").await;
                page.find("button", "Next").await;
                page.key(Key::Enter).await;
            } else {
                answer_by_keys(page).await;
                met.push(kind);
            }
            if WRITTEN.iter().all(|kind| met.contains(kind)) {
                break;
            }
        }
        for kind in WRITTEN {
            assert!(met.contains(&kind), "a long round asks {kind:?}: {met:?}");
        }
    });
}

#[test]
fn arrowing_past_a_partner_does_not_take_it_away() {
    hosted("match by arrows", async |page, _| {
        page.open("#/learn/round?topics=attachments&seed=a1&n=30").await;
        question(page, 1, 30).await;
        while kind(page).await != Kind::Match {
            page.press("button", "I don't know").await;
            page.press("button", "Next").await;
            page.find("button", "I don't know").await;
        }
        // From the first to the last, as people do: the first has the first partner, the second the second, and so on.
        for (at, left) in page.all("combobox").await.iter().enumerate() {
            choose_by_arrow(page, left, at + 1).await;
        }
        check_by_tab(page).await;
        page.find("button", "Next").await;
    });
}

#[test]
fn feedback_says_why_and_who_says_so() {
    hosted("feedback", async |page, _| {
        page.open("#/learn/round?topics=safety&seed=b2&n=5").await;
        question(page, 1, 5).await;
        page.press("button", "I don't know").await;
        let verdict = page.focused("status", "").await;
        let sources = page.all_in(&verdict, "button").await;
        assert!(sources.iter().any(|source| source.answers_to("Source")), "{sources:?}");
        page.reads("Correct").await;
    });
}

/// Every stem and option of a round, in the order asked.
async fn whole_round(page: &Page<'_>, hash: &str) -> Vec<String> {
    page.open(hash).await;
    let mut asked = Vec::new();
    for at in 1..=5 {
        question(page, at, 5).await;
        asked.push(page.main_heading().await.expect("a stem").name);
        for role in ["radio", "checkbox", "combobox"] {
            asked.extend(page.all(role).await.into_iter().map(|option| option.name));
        }
        page.press("button", "I don't know").await;
        page.press("button", "Next").await;
    }
    result(page).await;
    asked
}

#[test]
fn a_shared_address_asks_the_same_in_the_same_order() {
    hosted("shared round", async |page, _| {
        let shared = "#/learn/round?seed=k3x9&n=5";
        let first = whole_round(page, shared).await;
        let other = whole_round(page, "#/learn/round?seed=zz&n=5").await;
        let again = whole_round(page, shared).await;
        assert_eq!(first, again);
        assert_ne!(first, other, "another seed asks otherwise");
    });
}

#[test]
fn a_round_left_in_the_middle_goes_on() {
    hosted("round resumed", async |page, _| {
        page.visit("#/learn", "Learn it").await;
        page.press("checkbox", "Safety").await;
        page.press("link", "Start 10 questions").await;
        question(page, 1, 10).await;
        assert!(page.hash().await.contains("topics=safety"), "the address tells the topics");
        assert!(page.hash().await.contains("seed="), "the address tells the seed");
        page.press("button", "I don't know").await;
        page.press("button", "Next").await;
        question(page, 2, 10).await;
        let stem = page.main_heading().await.expect("a stem").name;
        page.reload().await;
        question(page, 2, 10).await;
        page.heading(&stem).await;
        page.press("link", "Leave").await;
        page.heading("Learn it").await;
        page.press("link", "Continue").await;
        question(page, 2, 10).await;
        page.heading(&stem).await;
    });
}
