//! `cargo xtask serve`: the built site at an address, and where the single file lies.

use crate::cli::ServeOptions;
use crate::error::Error;
use crate::project::Project;
use crate::server::Server;
use crate::web;

/// Builds unless told not to, and serves until ended.
///
/// # Errors
/// When the build fails, or the port is taken.
pub fn run(project: &Project, options: &ServeOptions) -> Result<(), Error> {
    // First the port, which takes no time to find taken.
    let server = Server::bind(options.port)?;
    if options.build {
        web::build(project)?;
    }
    if !project.dist().join("index.html").is_file() {
        return Err(Error::Wrong("there is no dist/ yet: cargo xtask build".to_owned()));
    }
    println!("\nPalpate is at      {}", server.address());
    println!("The single file is {}", project.single_file().display());
    println!("Ctrl+C ends this.");
    server.run(&project.dist())
}
