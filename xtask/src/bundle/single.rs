//! The single file: the whole app in one page that opens by a double click.
//!
//! On file:// a page may fetch nothing and import no module, so style, icon, glue, wasm and knowledge base stand in it. The last two
//! are gzipped and base64 in blocks of data; the browser's own `DecompressionStream` opens them. They stand at the end of the body,
//! so that the page shows before they are read. There is no manifest and no service worker, which file:// does not know either.

use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{BundleError, csp, html, knowledge, program};

/// The id of the block that holds the wasm.
const WASM: &str = "palpate-wasm";

/// The id of the block that holds the licences of the libraries, which the page About shows.
const LICENCES: &str = "palpate-licences";

/// Makes the single file from the page that Trunk wrote. `read` gives a file of the built site by its address.
///
/// # Errors
/// When the page, or a file it names, isn't as expected.
pub fn make(page: &str, licences: &str, read: impl Fn(&str) -> Result<Vec<u8>, BundleError>) -> Result<String, BundleError> {
    let mut pieces = Vec::new();
    let mut glue = None;
    for link in html::tags(page, "link") {
        let (Some(kind), Some(address)) = (link.get("rel"), link.get("href")) else {
            continue;
        };
        let text = match kind {
            "stylesheet" => format!("<style>{}</style>", for_style(&text(&read, address)?)),
            "icon" if address.ends_with(".svg") => {
                format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{}\">", STANDARD.encode(read(address)?))
            }
            "modulepreload" => {
                glue = Some(text(&read, address)?);
                String::new()
            }
            // Other icons, the manifest: a file on a disk is not installed.
            _ => String::new(),
        };
        pieces.push((link.range, text));
    }
    let glue = glue.ok_or(BundleError::PageLacks("link to the JS glue"))?;
    let program = program::script_of(page).zip(program::address(page));
    let (asks, wasm) = program.ok_or(BundleError::PageLacks("script that fetches the wasm"))?;
    let start = html::scripts(page).into_iter().find(|script| script.tag.get("type") == Some("module"));
    let start = start.ok_or(BundleError::PageLacks("module script that starts the app"))?;
    let fetches = knowledge::script_of(page).zip(knowledge::address(page));
    let (fetches, address) = fetches.ok_or(BundleError::PageLacks("script that fetches the knowledge base"))?;
    let end = page.rfind("</body>").ok_or(BundleError::PageLacks("</body>"))?;
    let blocks = [block(knowledge::ID, &read(address)?)?, block(WASM, &read(wasm)?)?, licences_block(licences), scripts(&glue)?];
    pieces.extend([
        (start.range, String::new()),
        (asks.range, String::new()),
        (fetches.range, String::new()),
        (end..end, blocks.join("\n")),
    ]);
    let whole = as_browsers_write(&html::replace(page, pieces));
    csp::insert(&whole, &csp::single(&whole))
}

/// The page as a browser writes it that has read it, so that the app can give out a copy of itself that is the same to the
/// byte: no space before the head, none after the body (a parser moves it), and no attribute without a value.
fn as_browsers_write(page: &str) -> String {
    let page = match page.split_once("<head>") {
        Some((before, after)) => format!("{}<head>{after}", before.trim_end()),
        None => page.to_owned(),
    };
    let page = match page.trim_end().strip_suffix("</html>").and_then(|rest| rest.trim_end().strip_suffix("</body>")) {
        Some(rest) => format!("{rest}</body></html>"),
        None => page,
    };
    page.replace(" hidden>", " hidden=\"\">")
}

fn text(read: impl Fn(&str) -> Result<Vec<u8>, BundleError>, address: &str) -> Result<String, BundleError> {
    Ok(String::from_utf8_lossy(&read(address)?).into_owned())
}

/// The block of the licences, as they are: they hold no end of a script element.
fn licences_block(licences: &str) -> String {
    format!("<script type=\"application/octet-stream\" id=\"{LICENCES}\">{licences}</script>")
}

/// A block of data, gzipped and base64.
fn block(id: &str, content: &[u8]) -> Result<String, BundleError> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content).map_err(BundleError::Compress)?;
    let packed = STANDARD.encode(gzip.finish().map_err(BundleError::Compress)?);
    Ok(format!("<script type=\"application/octet-stream\" id=\"{id}\">{packed}</script>"))
}

/// The module that opens both blocks, and is the glue and starts it.
fn scripts(glue: &str) -> Result<String, BundleError> {
    let glue = Glue::read(glue)?;
    // The function keeps the glue's names from the page's own, and its promise is waited for by nobody: WebKit tells nobody of a module
    // that fails while it waits (measured). The knowledge base is handed over as an answer, as if it were fetched.
    let code = format!(
        "(async () => {{\n{body}\nconst opened = (id) => {{\n\
         const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (each) => each.charCodeAt(0));\n\
         return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')));\n}};\n\
         window.{handed} = opened('{id}');\n\
         await {init}({{ module_or_path: await WebAssembly.compile(await opened('{WASM}').arrayBuffer()) }});\n}})();\n",
        body = glue.body,
        handed = knowledge::HANDED_OVER,
        id = knowledge::ID,
        init = glue.init,
    );
    Ok(format!("<script type=\"module\">\n{}</script>", for_script(&code)))
}

/// wasm-bindgen's glue without its exports.
#[derive(Debug)]
struct Glue {
    body: String,
    /// The local name of the function that starts the wasm.
    init: String,
}

impl Glue {
    fn read(source: &str) -> Result<Self, BundleError> {
        let wrong = |what: &str| BundleError::Glue(what.to_owned());
        let start = source.rfind("export{").or_else(|| source.rfind("export {")).ok_or_else(|| wrong("it has no list of exports"))?;
        let end = source[start..].find('}').map(|at| start + at).ok_or_else(|| wrong("its list of exports has no end"))?;
        let open = source[start..end].find('{').map_or(end, |at| start + at + 1);
        let init = source[open..end].split(',').find_map(|name| name.trim().strip_suffix(" as default"));
        let init = init.ok_or_else(|| wrong("it exports no default"))?.trim().to_owned();
        let rest = source[end + 1..].trim_start();
        let body = format!("{}\n{}", &source[..start], rest.strip_prefix(';').unwrap_or(rest));
        let body = without_export_words(&body);
        if body.lines().any(|line| line.starts_with("import ") || line.starts_with("import{") || line.starts_with("import*")) {
            return Err(wrong("it imports another module (a crate with a JS snippet?)"));
        }
        if body.lines().any(|line| line.starts_with("export")) {
            return Err(wrong("it has an export of unknown form"));
        }
        Ok(Self { body, init })
    }
}

/// `export function f` → `function f`, at the start of a line, which is where wasm-bindgen writes them.
fn without_export_words(source: &str) -> String {
    let lines = source.lines().map(|line| match line.strip_prefix("export ") {
        Some(rest) if ["function ", "async function ", "class ", "const "].iter().any(|word| rest.starts_with(word)) => rest,
        Some(_) | None => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Code that can't end its own script element: inside strings and patterns, where alone these words occur, `\x3C` is `<`.
fn for_script(code: &str) -> String {
    replace_word(&replace_word(code, "</script", "\\x3C/script"), "<!--", "\\x3C!--")
}

/// A style sheet that can't end its own style element.
fn for_style(css: &str) -> String {
    replace_word(css, "</style", "\\3C /style")
}

/// Replaces a word in any case.
fn replace_word(text: &str, word: &str, with: &str) -> String {
    let low = text.to_ascii_lowercase();
    let mut result = String::with_capacity(text.len());
    let mut from = 0;
    while let Some(at) = low[from..].find(word).map(|at| from + at) {
        result.push_str(&text[from..at]);
        result.push_str(with);
        from = at + word.len();
    }
    result.push_str(&text[from..]);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "class A {}\nexport function start() { return '</SCRIPT>'; }\nasync function __wbg_init() {}\nexport { initSync, __wbg_init as default };\n";
    const PAGE: &str = "<!doctype html><html><head><meta charset=\"utf-8\"><link rel=\"icon\" href=\"./icons/icon.svg\"><link rel=\"manifest\" href=\"./m.webmanifest\">\
        <script id=\"palpate-knowledge\">fetch(\"./k.bin\")</script>\
        <link rel=\"stylesheet\" href=\"./a.css\" integrity=\"sha384-x\"><script>classic()</script>\
        <link rel=\"modulepreload\" href=\"./a.js\"><script id=\"palpate-program\">fetch(\"./a.wasm\")</script></head><body>\
        <script type=\"module\">import init from './a.js'; await init();</script></body></html>";

    fn files(name: &str) -> Result<Vec<u8>, BundleError> {
        match name {
            "./a.js" => Ok(GLUE.into()),
            "./a.css" => Ok("a{content:'</Style>'}".into()),
            "./a.wasm" => Ok(b"\0asm".to_vec()),
            "./k.bin" => Ok(b"known".to_vec()),
            "./icons/icon.svg" => Ok("<svg/>".into()),
            other => Err(BundleError::NoSuchFile(other.to_owned())),
        }
    }

    #[test]
    fn nothing_is_left_to_fetch() {
        let single = make(PAGE, "free", files).unwrap();
        for left in ["a.js", "a.css", "a.wasm", "k.bin", "fetch(", "webmanifest", "./icons"] {
            assert!(!single.contains(left), "{left} is still in\n{single}");
        }
        assert!(single.contains("data:image/svg+xml;base64,PHN2Zy8+"));
    }

    #[test]
    fn the_page_stands_before_what_is_heavy() {
        let single = make(&PAGE.replace("<body>", "<body><p>Opening…</p>"), "free", files).unwrap();
        let place = |what: &str| single.find(what).unwrap();
        assert!(place("Opening…") < place(&format!("id=\"{}\"", knowledge::ID)));
        assert!(place("Opening…") < place(&format!("id=\"{WASM}\"")));
        assert!(place("Opening…") < place("type=\"module\""));
        assert!(make(&PAGE.replace("palpate-knowledge", "other"), "free", files).is_err());
    }

    #[test]
    fn a_browser_would_write_it_as_it_stands() {
        let page = "<!doctype html>\n<html lang=\"en\">\n<head>\n<title>a</title>\n</head>\n<body>\n<p hidden>b</p>\n</body>\n</html>\n";
        let written = "<!doctype html>\n<html lang=\"en\"><head>\n<title>a</title>\n</head>\n<body>\n<p hidden=\"\">b</p>\n</body></html>";
        assert_eq!(as_browsers_write(page), written);
        assert_eq!(as_browsers_write(written), written);
        assert!(make(PAGE, "free", files).unwrap().ends_with("</body></html>"));
    }

    #[test]
    fn the_policy_names_both_scripts_and_the_sheet() {
        let single = make(PAGE, "free", files).unwrap();
        let policy = html::tags(&single, "meta").into_iter().find_map(|tag| tag.get("content")).unwrap();
        assert_eq!(policy, csp::single(&single));
        assert_eq!(policy.matches("'sha256-").count(), 3);
    }

    #[test]
    fn glue_loses_its_exports_and_keeps_the_rest() {
        let glue = Glue::read(GLUE).unwrap();
        assert_eq!(glue.init, "__wbg_init");
        assert!(glue.body.contains("\nfunction start()") && !glue.body.contains("export"));
    }

    #[test]
    fn minified_glue_is_read_too() {
        let glue = Glue::read("async function b(){}export{a as initSync,b as default};").unwrap();
        assert_eq!((glue.init.as_str(), glue.body.trim()), ("b", "async function b(){}"));
    }

    #[test]
    fn glue_of_another_shape_is_refused() {
        assert!(Glue::read("function a(){}").is_err());
        assert!(Glue::read("export { a };").is_err());
        assert!(Glue::read("import { x } from './snippets/x.js';\nexport { a as default };").is_err());
    }

    #[test]
    fn nothing_ends_its_element_early() {
        assert_eq!(for_script("'</script>' '</SCRIPT' '<!--'"), "'\\x3C/script>' '\\x3C/script' '\\x3C!--'");
        assert_eq!(for_style("'</style>'"), "'\\3C /style>'");
        let single = make(PAGE, "free", files).unwrap();
        assert_eq!(single.matches("</script>").count(), 5);
        assert_eq!(single.matches("</style>").count(), 1);
    }
}
