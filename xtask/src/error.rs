//! What can stop a command, each with a sentence that says what to do. The one error type of this crate; [`crate::bundle`]
//! has its own for what it finds wrong in built files.

use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;

use crate::bundle::BundleError;

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The command line made no sense.
    #[error("{0}")]
    Usage(#[from] lexopt::Error),
    /// A file or folder could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A program could not be started at all.
    #[error("`{command}` could not be started: {source}")]
    Start {
        /// The program with its arguments.
        command: String,
        /// What the system said.
        source: io::Error,
    },
    /// A program ran and failed; it has said why above.
    #[error("`{command}` failed ({status})")]
    Failed {
        /// The program with its arguments.
        command: String,
        /// How it ended.
        status: ExitStatus,
    },
    /// A tool is missing and could not be installed.
    #[error("{tool} is needed and could not be had.\n  Tried: {}\n  By hand: {by_hand}", tried.join("; "))]
    Missing {
        /// The tool.
        tool: String,
        /// What was tried, in order.
        tried: Vec<String>,
        /// What a person can do.
        by_hand: String,
    },
    /// Something outside this crate is not as it must be.
    #[error("{0}")]
    Wrong(String),
    /// The port is in use.
    #[error("port {port} on 127.0.0.1 is taken by another program.\n  Choose another: cargo xtask serve --port {}", port.saturating_add(1))]
    PortTaken {
        /// Which one.
        port: u16,
    },
    /// The server could not start or go on.
    #[error("the server stopped: {0}")]
    Server(String),
    /// The built files could not be finished.
    #[error("{0}")]
    Bundle(#[from] BundleError),
}

impl Error {
    /// For `map_err` beside a file operation: names the file.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
