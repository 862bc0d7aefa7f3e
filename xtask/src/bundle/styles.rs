//! One style sheet out of many: `style/main.css` names the others with `@import`, in order, and each takes the place of its line.
//!
//! Browsers would fetch imported sheets one after another, and the single file could not fetch them at all. An import may name
//! a cascade layer (`@import "base.css" layer(base);`). A sheet in the folder that nobody imports is a mistake and is told.

use std::fs;
use std::path::Path;

use super::BundleError;
use crate::error::Error;

/// The sheet that imports the others.
const MAIN: &str = "main.css";

/// Joins the style sheets of a folder.
///
/// # Errors
/// When a sheet can't be read, an import is malformed or names no sheet, or a sheet is never imported.
pub fn join(folder: &Path) -> Result<String, Error> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
        let name = entry.map_err(Error::file(folder))?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".css") && !name.starts_with('.') {
            names.push(name);
        }
    }
    let mut sheets = Vec::new();
    for name in names {
        let path = folder.join(&name);
        let text = fs::read_to_string(&path).map_err(Error::file(&path))?;
        sheets.push(Sheet { name, text });
    }
    Ok(join_sheets(&sheets)?)
}

/// One file of the folder.
struct Sheet {
    name: String,
    text: String,
}

fn join_sheets(sheets: &[Sheet]) -> Result<String, BundleError> {
    let Some(main) = sheets.iter().find(|sheet| sheet.name == MAIN) else {
        return Err(problem(MAIN, "this file is missing; it must import the others"));
    };
    let mut joined = String::new();
    let mut used = vec![MAIN.to_owned()];
    for line in main.text.lines() {
        let Some(import) = line.trim().strip_prefix("@import") else {
            joined.push_str(line);
            joined.push('\n');
            continue;
        };
        let import =
            parse(import).ok_or_else(|| problem(MAIN, &format!("cannot read `{}`; write `@import \"name.css\";`", line.trim())))?;
        let Some(sheet) = sheets.iter().find(|sheet| sheet.name == import.name) else {
            return Err(problem(MAIN, &format!("imports {}, which is not in style/", import.name)));
        };
        if sheet.text.contains("@import") {
            return Err(problem(&sheet.name, "only main.css may import"));
        }
        match import.layer {
            Some(layer) => joined.push_str(&format!("@layer {layer} {{\n{}\n}}\n", sheet.text.trim_end())),
            None => joined.push_str(&format!("{}\n", sheet.text.trim_end())),
        }
        used.push(import.name.to_owned());
    }
    match sheets.iter().find(|sheet| !used.contains(&sheet.name)) {
        Some(unused) => Err(problem(&unused.name, &format!("nobody imports it; add `@import \"{}\";` to style/{MAIN}", unused.name))),
        None => Ok(joined),
    }
}

struct Import<'line> {
    name: &'line str,
    layer: Option<&'line str>,
}

/// Reads what follows `@import`: a quoted name, or `url("…")`, and perhaps `layer(…)`, then `;`.
fn parse(text: &str) -> Option<Import<'_>> {
    let text = text.trim().strip_suffix(';')?.trim();
    let (name, rest) = match text.strip_prefix("url(") {
        Some(inside) => inside.split_once(')')?,
        None => {
            let quote = text.chars().next().filter(|first| matches!(first, '"' | '\''))?;
            text[1..].split_once(quote)?
        }
    };
    let name = name.trim_matches(|each| matches!(each, '"' | '\'')).trim_start_matches("./");
    let rest = rest.trim();
    let layer = match rest {
        "" => None,
        _ => Some(rest.strip_prefix("layer(")?.strip_suffix(')')?),
    };
    Some(Import { name, layer })
}

fn problem(file: &str, problem: &str) -> BundleError {
    BundleError::Style { file: file.to_owned(), problem: problem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn join_all(sheets: &[(&str, &str)]) -> Result<String, BundleError> {
        let sheets: Vec<Sheet> = sheets.iter().map(|(name, text)| Sheet { name: (*name).to_owned(), text: (*text).to_owned() }).collect();
        join_sheets(&sheets)
    }

    #[test]
    fn keeps_the_order_of_the_imports() {
        let main = "@layer base;\n@import \"b.css\";\n@import url('./a.css') layer(base);\nbody { color: red }\n";
        let joined = join_all(&[("a.css", "a {}\n"), ("main.css", main), ("b.css", "b {}")]).unwrap();
        assert_eq!(joined, "@layer base;\nb {}\n@layer base {\na {}\n}\nbody { color: red }\n");
    }

    #[test]
    fn tells_what_is_wrong() {
        let told = |sheets: &[(&str, &str)]| join_all(sheets).unwrap_err().to_string();
        assert!(told(&[]).contains("main.css: this file is missing"));
        assert!(told(&[("main.css", "@import \"x.css\";")]).contains("imports x.css, which is not in style/"));
        assert!(told(&[("main.css", ""), ("x.css", "")]).contains("style/x.css: nobody imports it"));
        assert!(told(&[("main.css", "@import x.css")]).contains("cannot read"));
        assert!(told(&[("main.css", "@import \"x.css\";"), ("x.css", "@import \"main.css\";")]).contains("only main.css may import"));
    }
}
