//! Where things lie: the project's own folders and the folder that keeps tools between clones. Knows no tool by name.

use std::env;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// The folders that every task needs.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
    cargo_home: PathBuf,
}

impl Project {
    /// Finds the project from where this crate was compiled, and the tools' folder in cargo's home.
    ///
    /// # Errors
    /// When there is neither `CARGO_HOME` nor a home folder, or the source tree has moved since this was compiled.
    pub fn find() -> Result<Self, Error> {
        let crate_dir = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let compiled_in = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = [crate_dir.as_path(), compiled_in]
            .into_iter()
            .filter_map(Path::parent)
            .find(|root| root.join("xtask").is_dir() && root.join("index.html").is_file())
            .map(Path::to_path_buf)
            .ok_or_else(|| Error::Wrong("the project's folder has moved: run `cargo xtask` inside it again".to_owned()))?;
        let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
        let Some(cargo_home) = cargo_home else {
            return Err(Error::Wrong("there is no home folder: set CARGO_HOME to a folder where tools may be kept".to_owned()));
        };
        Ok(Self { root, cargo_home })
    }

    /// The folder with the root `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The built site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The single file.
    pub fn single_file(&self) -> PathBuf {
        self.dist().join(crate::bundle::SINGLE_FILE)
    }

    /// Where this crate keeps small things of its own: the joined style sheet, the stamp of the last build. Always inside
    /// the project, because `index.html` names the style sheet by its path.
    pub fn scratch(&self) -> PathBuf {
        self.root.join("target").join("site")
    }

    /// Cargo's target folder for native builds.
    pub fn native_target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), |dir| self.root.join(dir))
    }

    /// Cargo's target folder for wasm builds: apart from the native one, so that the two never rebuild each other's work.
    pub fn web_target(&self) -> PathBuf {
        self.native_target().join("web")
    }

    /// Where cargo keeps the libraries' sources.
    pub fn cargo_home(&self) -> &Path {
        &self.cargo_home
    }

    /// Where tools are kept for every clone on this machine.
    pub fn tools(&self) -> PathBuf {
        self.cargo_home.join("palpate-tools")
    }
}
