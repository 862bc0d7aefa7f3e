//! Turns `content/` into the binary that the app carries, or stops the build with file, line and remedy.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=build.rs");
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(messages) => {
            for message in messages {
                println!("cargo::error={}", message.replace('\n', " "));
            }
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<(), Vec<String>> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(|error| vec![error.to_string()])?;
    let out = env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    let knowledge = palpate_compiler::compile(&Path::new(&root).join("content"))
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let bytes = knowledge.encode().map_err(|error| vec![error.to_string()])?;
    let save = |name: &str, bytes: &[u8]| fs::write(Path::new(&out).join(name), bytes).map_err(|error| vec![error.to_string()]);
    save("knowledge.bin", &bytes)?;
    let drawings = palpate_compiler::drawings(&Path::new(&root).join("content"))
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    for (view, drawing) in drawings {
        save(&format!("{}.svg", view.slug()), drawing.as_bytes())?;
    }
    Ok(())
}
