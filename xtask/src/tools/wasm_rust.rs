//! A Rust that can compile for the browser: rustup's own where its wasm target can be had, else Debian's.
//!
//! Most people get the target from rustup in seconds. Where the Rust distribution server is out of reach, Debian's
//! `rustc-web` comes with the standard library's source, which cargo then builds for wasm (`build-std`). Its variables are
//! set for wasm builds alone; native builds keep the toolchain they have.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{announce, apt};
use crate::command;
use crate::error::Error;
use crate::project::Project;

const TARGET: &str = "wasm32-unknown-unknown";
/// rustup's name for Debian's toolchain.
const LINKED: &str = "web";
const LINKER: &str = "wasm-ld-22";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const CLIPPY: [&str; 1] = ["rust-web-clippy"];
/// Set to `web`, this variable asks for Debian's Rust though rustup's would do: for those who want to try that road.
const CHOICE: &str = "PALPATE_WASM_RUST";

/// Cargo adds these to the flags in `.cargo/config.toml`.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Which Rust compiles for the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WasmRust {
    /// The toolchain in use, with the wasm target.
    Usual,
    /// Debian's, linked into rustup.
    Debian,
}

impl WasmRust {
    /// Finds one, or installs one.
    ///
    /// # Errors
    /// When neither road leads anywhere.
    pub fn ready(project: &Project) -> Result<Self, Error> {
        let asked_for_debian = std::env::var_os(CHOICE).is_some_and(|choice| choice == LINKED);
        if !asked_for_debian && has_target(project) {
            return Ok(Self::Usual);
        }
        if is_linked(project) {
            return Ok(Self::Debian);
        }
        let mut tried = Vec::new();
        if !asked_for_debian {
            match add_target(project) {
                Ok(()) => return Ok(Self::Usual),
                Err(why) => tried.push(why),
            }
        }
        match link_debian(project) {
            Ok(()) => Ok(Self::Debian),
            Err(why) => {
                tried.push(why);
                Err(Error::Missing {
                    tool: format!("Rust's {TARGET} target"),
                    tried,
                    by_hand: format!("rustup target add {TARGET}  (or install Rust from your system's packages with its wasm target)"),
                })
            }
        }
    }

    /// Sets on a command what a build for wasm needs, and nothing that a native build would notice elsewhere.
    pub fn prepare(self, project: &Project, command: &mut Command) {
        command.env("CARGO_TARGET_DIR", project.web_target()).env(FLAGS, same_everywhere(project));
        match self {
            Self::Usual => {}
            Self::Debian => {
                command
                    .env("RUSTUP_TOOLCHAIN", LINKED)
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                    .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER)
                    // `cargo run` names the native toolchain's cargo and libraries in these.
                    .env_remove("CARGO")
                    .env_remove("LD_LIBRARY_PATH");
            }
        }
    }

    /// Sees to it that clippy can look at the wasm build.
    ///
    /// # Errors
    /// When Debian's clippy is missing and can't be had. (rustup's comes with the toolchain.)
    pub fn clippy_ready(self, project: &Project) -> Result<(), Error> {
        match self {
            Self::Usual => Ok(()),
            Self::Debian if Path::new("/usr/bin/clippy-driver").is_file() => Ok(()),
            Self::Debian => {
                announce("Debian's clippy", "it reads the browser's side of the code for mistakes", "some 10 s");
                apt::install(project, &CLIPPY).map_err(|why| Error::Missing {
                    tool: "clippy for Debian's Rust".to_owned(),
                    tried: vec![why],
                    by_hand: apt::by_hand(&CLIPPY),
                })
            }
        }
    }
}

/// Flags that keep this machine's folders out of the wasm, whose messages name source files: so that two builds of one commit are
/// the same to the byte wherever they are made. Cargo parts flags at spaces, so a folder with one in its name stays as it is.
fn same_everywhere(project: &Project) -> String {
    let folders = [(project.root(), "palpate"), (project.cargo_home(), "cargo")];
    let named = folders.iter().filter_map(|(folder, name)| Some((folder.to_str()?, name)));
    let flags = named.filter(|(folder, _)| !folder.contains(char::is_whitespace));
    flags.map(|(folder, name)| format!("--remap-path-prefix={folder}={name}")).collect::<Vec<_>>().join(" ")
}

fn has_target(project: &Project) -> bool {
    let mut rustc = command::command(project, "rustc");
    let Some(folder) = command::output(rustc.args(["--print", "target-libdir", "--target", TARGET])) else {
        return false;
    };
    fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some())
}

fn is_linked(project: &Project) -> bool {
    let mut rustc = command::command(project, "rustup");
    let Some(root) = command::output(rustc.args(["run", LINKED, "rustc", "--print", "sysroot"])) else {
        return false;
    };
    Path::new(&root).join("lib/rustlib/src/rust/library/std").is_dir() && command::on_path(LINKER).is_some()
}

fn add_target(project: &Project) -> Result<(), String> {
    if command::on_path("rustup").is_none() {
        return Err("rustup (not on this system)".to_owned());
    }
    announce(&format!("Rust's {TARGET} target"), "it lets Rust compile for the browser", "some 10 s");
    let mut rustup = command::command(project, "rustup");
    rustup.args(["target", "add", TARGET]).env("RUST_BACKTRACE", "0");
    command::run(&mut rustup).map_err(|error| error.to_string())
}

fn link_debian(project: &Project) -> Result<(), String> {
    if command::on_path("rustup").is_none() {
        return Err("Debian's Rust beside rustup (there is no rustup)".to_owned());
    }
    announce(
        "Debian's Rust",
        "rustup's wasm target could not be had; this one builds it from source",
        "some 30 s, and 30 s more in the first build",
    );
    apt::install(project, &PACKAGES)?;
    let mut rustup = command::command(project, "rustup");
    rustup.args(["toolchain", "link", LINKED, "/usr"]);
    command::run(&mut rustup).map_err(|error| error.to_string())?;
    if is_linked(project) { Ok(()) } else { Err(format!("Debian's packages {} (installed, but not whole)", PACKAGES.join(", "))) }
}
