//! What is made to do harm, from wherever it can come in: files, addresses, a record in the single file, and the page's own doors.
//! Nothing of it runs, and what is shown of it is shown as text.

use crate::shared::{note, read_in};
use crate::support::{Page, dist, prepared, single_file};
use serde_json::{Value, json};

/// Each would set `harmed` if it ran, by another way.
const HARM: [&str; 8] = [
    "<img src=data:, onerror=\"window.harmed='image'\">",
    "<script>window.harmed='script'</script>",
    "\"><svg/onload=\"window.harmed='svg'\">",
    "javascript:window.harmed='address'",
    "</textarea></title></style></script><iframe srcdoc=\"<script>parent.harmed='frame'</script>\">",
    "<a href=\"javascript:window.harmed='link'\">here</a>",
    "{{constructor.constructor('window.harmed=1')()}}${window.harmed='template'}",
    "' onfocus='window.harmed=1' autofocus='\u{202e}\u{0}",
];

/// Names that mean something to JavaScript's objects.
const NAMES: [&str; 4] = ["__proto__", "constructor", "toString", "hasOwnProperty"];

/// Notes whatever opens a box to answer, which no part of the app does.
const WATCH: &str = "for (const box of ['alert', 'confirm', 'prompt', 'open']) window[box] = () => { window.harmed = box; };";

/// All of it at once. What must stand alone to be followed as an address or to be taken for a name is tried alone as well.
fn together() -> String {
    HARM.join("\n")
}

/// How many scripts that run the built page has of its own.
fn own_scripts(file: &str) -> usize {
    let built = std::fs::read_to_string(dist().join(file)).unwrap();
    built.matches("<script").count() - built.matches("<script type=\"application/").count()
}

/// Nothing ran, and nothing lies in the page that would run when it is touched.
async fn unharmed(page: &Page<'_>, after: &str) {
    let mut found = page
        .script(
            "const leads = /^(href|xlink:href|src|srcdoc|action|formaction|data)$/, code = /^\\s*(javascript|data|vbscript):/i; \
             const odd = [...document.querySelectorAll('body, body *')].flatMap((each) => [...each.attributes] \
                 .filter(({ name, value }) => name.startsWith('on') || name === 'srcdoc' || leads.test(name) && code.test(value)) \
                 .map(({ name, value }) => [each.tagName, name, value])); \
             const elements = document.querySelectorAll('#app script, iframe, object, embed, base').length; \
             const polluted = Object.keys(Object.prototype).concat(({}).polluted ?? []); \
             const scripts = document.querySelectorAll('script:not([type^=\"application/\"])').length; \
             return { harmed: window.harmed ?? null, odd, elements, polluted, scripts, alone: location.protocol === 'file:' }",
        )
        .await;
    // The page's own stay where they were built in.
    let alone = found["alone"].take() == true;
    let scripts = own_scripts(if alone { "palpate.html" } else { "index.html" });
    let fine = json!({ "harmed": null, "odd": [], "elements": 0, "polluted": [], "scripts": scripts, "alone": null });
    assert_eq!(found, fine, "after {after}");
}

#[test]
fn addresses_that_hold_code_are_text() {
    prepared("hostile addresses", async |page, _| {
        page.before_each_page(WATCH).await;
        page.open("").await;
        page.ready().await;
        let lost = "There is no such";
        for (at, harm) in HARM.into_iter().enumerate() {
            let coded: String = harm.bytes().map(|byte| format!("%{byte:02X}")).collect();
            let (hash, heading) = match at % 3 {
                0 => (format!("#{coded}"), lost),
                1 => (format!("#/{coded}"), lost),
                _ => (format!("#/learn/round?seed={coded}&muscle={coded}"), ""),
            };
            for (hash, heading) in [(hash, heading), (format!("#/muscle/{coded}"), "Not found")] {
                page.visit(&hash, heading).await;
                unharmed(page, &hash).await;
            }
            // Here it is shown: in the field, and in what is said of finding nothing.
            page.visit(&format!("#/look?q={coded}"), "Look it up").await;
            let plain = harm.replace('\0', "");
            let field = "return [...document.querySelectorAll('main input')].map((field) => field.value).join('')";
            page.until("the words in the field", async || {
                page.script(field).await.as_str().map(|text| text.replace('\0', "")).filter(|text| *text == plain)
            })
            .await;
            unharmed(page, harm).await;
        }
        let rooms = ["muscle", "sign", "words", "sources", "find", "journal", "safety", "disagreements", "landmarks"];
        for (room, name) in rooms.into_iter().zip(NAMES.into_iter().cycle()).chain(NAMES.map(|name| ("muscle", name))) {
            page.visit(&format!("#/{room}/{name}"), "").await;
            unharmed(page, &format!("{name} in {room}")).await;
        }
        // A long one is no trouble either.
        page.open(&format!("#/look?q={}", "%3Cb%3E".repeat(20_000))).await;
        page.heading("Look it up").await;
        unharmed(page, "a long address").await;
    });
}

const NOON: f64 = 1_795_262_400_000.0;

/// An object with these words at every key that means something.
fn keyed(words: &str) -> Value {
    let names = NAMES.into_iter().chain([words]);
    Value::Object(names.map(|name| (name.to_owned(), words.into())).collect())
}

/// A backup with these words in every place where a record has words of its own, names of things included.
fn backup(words: &str) -> Value {
    let when = json!({ "at": NOON, "offset": 0 });
    let finding = json!({
        "muscle": words, "point": 0, "area": words, "side": "right", "strokes": 3, "tender": 4, "familiar": true, "sharp": false,
        "rising": false, "spread": "refers", "felt": [], "felt_at": [words, "low-back"], "sure": null, "note": words,
    });
    let entry = |id: &str, walkthrough: &str, note: &str| {
        json!({
            "id": id, "when": when, "changed": NOON, "deleted": false, "walkthrough": walkthrough, "side": "right",
            "complaint": words, "before": 5, "after": 3, "extension_before": null, "extension_after": null, "sore": false,
            "stopped": words, "findings": [finding], "note": note,
        })
    };
    let review = json!({ "card": words, "when": when, "what": { "answered": { "attempt": null, "right": true, "sure": "sure" } } });
    json!({
        "format": "palpate-backup", "schema": 3, "exported_at": words,
        "kept": {
            "settings": { "theme": "dark", "hands_free": { "voice": words, "signals": keyed(words) }, words: words },
            "gate": keyed(words), "round": words, "exam": { "paper": words }, "session": { "walkthrough": words },
        },
        "reviews": [review], "exams": [{ "when": when, "items": [{ "item": words }] }], "finished": [{ "walkthrough": words }],
        "journal": [entry("a1", "self-massage", words), entry("b2", words, words), entry(words, words, words)],
        "unread": [["journal", words], [words, keyed(words)]],
        words: words, "__proto__": { "polluted": words }, "constructor": { "prototype": { "polluted": words } },
    })
}

/// Every page on which something of a record is shown.
async fn look_everywhere(page: &Page<'_>, words: &str) {
    for (hash, heading) in [
        ("#/", "hip flexor"),
        ("#/journal", "Journal"),
        ("#/journal/b2", "Journal entry"),
        ("#/journal/summary", ""),
        ("#/journal/new", ""),
        ("#/learn", "Learn it"),
        ("#/settings/hands-free", ""),
        ("#/settings", "Settings"),
        ("#/safety/check", ""),
    ] {
        page.visit(hash, heading).await;
        unharmed(page, &format!("{hash} with {words}")).await;
    }
}

#[test]
fn a_file_that_holds_code_in_every_place_is_text() {
    prepared("hostile files", async |page, _| {
        page.before_each_page(WATCH).await;
        page.open("").await;
        page.ready().await;
        // The first alone is read again after a reload, from what the browser keeps.
        let together = together();
        for (again, words) in [(true, together.as_str()), (false, HARM[3]), (false, NAMES[0]), (false, NAMES[1])] {
            page.forget_all().await;
            page.open("#/settings").await;
            page.reload().await;
            page.note(format!("a file with {words}"));
            read_in(page, &backup(words).to_string(), "new, 0 newer, 0 already here").await;
            unharmed(page, words).await;
            assert_eq!(note(page, "a1").await, words, "shown as it is");
            if again {
                page.reload().await;
            }
            look_everywhere(page, words).await;
        }
        let huge = "<b>".repeat(30_000);
        page.forget_all().await;
        page.open("#/settings").await;
        page.reload().await;
        read_in(page, &backup(&huge).to_string(), "new, 0 newer, 0 already here").await;
        look_everywhere(page, "a huge text").await;
        // What is no record is refused, and why is said.
        let (whole, mut newer) = (backup(&together).to_string(), backup(&together));
        newer["schema"] = json!(99);
        for (text, said) in [
            (together.as_str(), "This is not a file that Palpate saved. Nothing was changed."),
            (&whole[..whole.len() / 2], "This file is cut short or damaged, so it was not read. Nothing was changed."),
            (&newer.to_string(), "This file was saved by a newer Palpate."),
        ] {
            read_in(page, text, said).await;
            unharmed(page, said).await;
        }
    });
}

/// The single file with this text in the block that a copy carries its record in.
fn carrying(text: &str) -> String {
    let built = std::fs::read_to_string(dist().join("palpate.html")).unwrap();
    let start = built.strip_suffix("</body></html>").expect("its end");
    format!("{start}<script type=\"application/json\" id=\"record\">{text}</script></body></html>")
}

#[test]
fn a_copy_that_carries_code_runs_none() {
    single_file("hostile copy", async |page| {
        page.before_each_page(WATCH).await;
        let folder = tempfile::tempdir().unwrap();
        let together = together();
        for (at, words) in [together.as_str(), HARM[3], NAMES[0]].into_iter().enumerate() {
            let file = folder.path().join(format!("{at}.html"));
            std::fs::write(&file, carrying(&backup(words).to_string().replace('<', "\\u003c"))).unwrap();
            page.forget_all().await;
            page.move_to(format!("file://{}", file.display())).await;
            page.reads("This copy carried a record. It was taken over. Journal: 2 new").await;
            unharmed(page, words).await;
            look_everywhere(page, words).await;
        }
        // One that ends its block early puts its code into the page; the policy lets none of it run.
        page.expect("policy breached");
        page.expect("Content Security Policy");
        page.expect("ERR_FILE_NOT_FOUND");
        // The picture of the harm, which is none.
        page.expect("did not come: data:,");
        for (at, harm) in [together.as_str(), HARM[1]].into_iter().enumerate() {
            let file = folder.path().join(format!("early-{at}.html"));
            std::fs::write(&file, carrying(&format!("{{}}</script>{harm}<script>window.harmed='early'</script>"))).unwrap();
            page.forget_all().await;
            page.move_to(format!("file://{}", file.display())).await;
            page.reads("This copy carries a record that is damaged, so it was not read. Nothing was changed.").await;
            assert_eq!(page.script("return window.harmed ?? null").await, Value::Null, "{harm}");
        }
    });
}

/// What a text must not become, each as a try at it. They run from the page's own clock, since a browser's driver may do what a
/// page may not.
const TRIES: &str = r#"
    const element = (name) => document.createElement(name);
    const markup = [
        '<img src=x onerror="window.harmed=1">', '<p onclick="window.harmed=1">a</p>', '<p ONCLICK="window.harmed=1">a</p>',
        '<p class="a" onclick="window.harmed=1">a</p>', '<p class="a"onclick="window.harmed=1">a</p>', '<p/onclick="window.harmed=1">a</p>',
        '<p\nonclick="window.harmed=1">a</p>', "<p class='a'>a</p>", '<p class=a>a</p>', '<p style="color:red">a</p>',
        '<script>window.harmed=1<\/script>', '<SCRIPT>window.harmed=1<\/SCRIPT>', '<svg><script>window.harmed=1<\/script></svg>',
        '<svg onload="window.harmed=1"></svg>', '<svg><foreignObject><p>a</p></foreignObject></svg>', '<svg><use href="data:image/svg+xml,a"/></svg>',
        '<svg><use xlink:href="javascript:a"/></svg>', '<svg><animate attributeName="href" values="javascript:a"/></svg>', '<svg><a href="javascript:a">a</a></svg>',
        '<a href="javascript:window.harmed=1">a</a>', '<a href=" javascript:a">a</a>', '<a href="data:text/html,a">a</a>',
        '<iframe srcdoc="a"></iframe>', '<iframe src="javascript:a"></iframe>', '<object data="a"></object>', '<embed src="a">', '<base href="a">',
        '<meta http-equiv="refresh" content="0">', '<link rel="stylesheet" href="a">', '<style>a{}</style>', '<form action="javascript:a"></form>',
        '<button formaction="javascript:a">a</button>', '<template><p>a</p></template>', '<math><mi>a</mi></math>', '<noscript>a</noscript>',
        '<textarea></textarea>', '<title></title>', '<!-- -->', '<!doctype html>', '<', '<p', '<p class="a', '<<p>script>',
    ];
    const tries = {
        'eval': () => (0, eval)('window.harmed = 1'),
        'new Function': () => new Function('window.harmed = 1')(),
        'a timer of text': () => { const before = window.harmed; setTimeout('window.harmed = 1'); throw new Error('looked at later'); },
        'a script element of text': () => { element('script').text = 'window.harmed = 1'; },
        'a script element of text content': () => { element('script').textContent = 'window.harmed = 1'; },
        'a script of another address': () => { element('script').src = './other.js'; },
        'a script of data': () => { element('script').src = 'data:text/javascript,window.harmed=1'; },
        'a frame of text': () => { element('iframe').srcdoc = '<p class="a" onclick="b">'; },
        'a worker': () => new Worker('./other.js'),
        'a worker of data': () => new Worker('data:text/javascript,0'),
        'a document of text': () => new DOMParser().parseFromString('<img src=x onerror="a">', 'text/html'),
        'a fragment of text': () => document.createRange().createContextualFragment('<img src=x onerror="a">'),
        'writing': () => document.write('<img src=x onerror="a">'),
        'outer markup': () => { document.querySelector('main').outerHTML = '<img src=x onerror="a">'; },
        'adjacent markup': () => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x onerror="a">'),
        'another policy': () => trustedTypes.createPolicy('other', {}),
        'the policy again': () => trustedTypes.createPolicy('default', { createHTML: (text) => text }),
    };
    for (const text of markup) tries['markup ' + text] = () => { element('div').innerHTML = text; };
    const passed = [];
    for (const [name, attempt] of Object.entries(tries)) {
        try { attempt(); passed.push(name); } catch (error) { }
    }
    // What is no text, but would run: the policy of the page stops it.
    const handler = element('img');
    try { handler.setAttribute('onerror', 'window.harmed = 1'); } catch (error) { }
    handler.src = 'data:image/png;base64,AAAA';
    document.body.append(handler);
    const code = element('script');
    code.append('window.harmed = 1');
    try { document.body.append(code); } catch (error) { }
    const link = element('a');
    link.href = 'javascript:window.harmed = 1';
    document.body.append(link);
    link.click();
    const styled = element('p');
    styled.setAttribute('style', 'position: fixed');
    document.body.append(styled);
    const still = getComputedStyle(styled).position;
    const plain = element('div');
    plain.innerHTML = '<g class="a">b &amp; c</g>';
    navigator.serviceWorker?.register('./other.js').then(() => passed.push('another worker'), () => {}).then(() => {}, () => {});
    setTimeout(() => { window.tried = { passed, count: Object.keys(tries).length, still, plain: plain.textContent }; }, 200);
"#;

async fn try_all(page: &Page<'_>) {
    for words in ["policy breached", "Content Security Policy", "Trusted", "does not let", "data:image/png", "other.js"] {
        page.expect(words);
    }
    page.open("#/about").await;
    page.heading("About").await;
    page.script("setTimeout(window.tryAll)").await;
    let tried = page
        .until("the end of the tries", async || Some(page.script("return window.tried ?? null").await).filter(|tried| !tried.is_null()))
        .await;
    assert_eq!(tried["passed"], json!([]));
    assert_eq!(tried["still"], "static", "no style by an attribute");
    assert_eq!(tried["plain"], "b & c", "plain markup may pass");
    assert!(tried["count"].as_u64().is_some_and(|count| count > 50));
    assert_eq!(page.script("return window.harmed ?? null").await, Value::Null);
}

#[test]
fn the_hosted_page_lets_no_text_become_code() {
    prepared("trusted types", async |page, _| {
        page.before_each_page(&format!("window.tryAll = () => {{ {TRIES} }};")).await;
        page.open("").await;
        page.ready().await;
        try_all(page).await;
    });
}

#[test]
fn the_single_file_lets_no_text_become_code() {
    single_file("trusted types in one file", async |page| {
        page.before_each_page(&format!("window.tryAll = () => {{ {TRIES} }};")).await;
        page.reload().await;
        try_all(page).await;
    });
}

/// Where a browser knows no Trusted Types, all works as before.
#[test]
fn a_browser_without_trusted_types_works() {
    prepared("no trusted types", async |page, _| {
        // The browser's own check can't be switched off, so the policy is made in the app's stead.
        page.before_each_page(
            "window.trustedTypes.createPolicy('default', { createHTML: String, createScriptURL: String }); delete window.trustedTypes;",
        )
        .await;
        page.open("").await;
        page.ready().await;
        page.visit("#/muscle/psoas-major", "Psoas major").await;
    });
}
