//! A small static server for `dist/`, on this machine alone. It stands in for any static host: it sets a file's type, lets the
//! browser ask again each time (`no-cache` with an ETag), and never leaves its folder.

mod address;
mod media;

use std::collections::HashMap;
use std::fs;
use std::io;
use std::net::TcpListener;
use std::path::Path;
use std::thread;

use sha2::{Digest, Sha256};
use tiny_http::{Header, Method, Request, Response};

use crate::bundle::sizes;
use crate::error::Error;

/// Browsers ask for a handful of files at once.
const THREADS: usize = 4;

/// A server that holds its port.
pub struct Server {
    http: tiny_http::Server,
    port: u16,
    /// Files with Brotli, by their tags.
    compressed: HashMap<String, Vec<u8>>,
}

impl Server {
    /// Takes the port; 0 lets the system choose.
    ///
    /// # Errors
    /// When the port is taken or can't be had.
    pub fn bind(port: u16) -> Result<Self, Error> {
        let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
            if error.kind() == io::ErrorKind::AddrInUse {
                Error::PortTaken { port }
            } else {
                Error::Server(format!("port {port}: {error}"))
            }
        })?;
        let port = listener.local_addr().map_err(|error| Error::Server(error.to_string()))?.port();
        let http = tiny_http::Server::from_listener(listener, None).map_err(|error| Error::Server(error.to_string()))?;
        Ok(Self { http, port, compressed: HashMap::new() })
    }

    /// Answers with Brotli, as static hosts do, where a browser takes it and a file of the folder is smaller that way.
    ///
    /// # Errors
    /// When a file can't be read or compressed.
    pub fn compressing(mut self, folder: &Path) -> Result<Self, Error> {
        for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
            let path = entry.map_err(Error::file(folder))?.path();
            if path.is_file() {
                let body = fs::read(&path).map_err(Error::file(&path))?;
                self.compressed.insert(etag(&body), sizes::brotli(&body)?);
            }
        }
        Ok(self)
    }

    /// The address to open.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers with the files of a folder until the program is ended.
    ///
    /// # Errors
    /// When the folder isn't there, or the system takes the port away.
    pub fn run(&self, folder: &Path) -> Result<(), Error> {
        let folder = folder.canonicalize().map_err(Error::file(folder))?;
        let ended = thread::scope(|scope| {
            let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(|| self.answer_all(&folder))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| "a thread stopped".to_owned())).next()
        });
        Err(Error::Server(ended.unwrap_or_default()))
    }

    /// Answers one request after another; gives back why it could not go on.
    fn answer_all(&self, folder: &Path) -> String {
        loop {
            match self.http.recv() {
                Ok(request) => {
                    let mut reply = reply(folder, request.method(), request.url(), header(&request, "If-None-Match"));
                    if header(&request, "Accept-Encoding").is_some_and(|takes| takes.contains("br")) {
                        reply.compress(&self.compressed);
                    }
                    // A browser that has gone away is no trouble of ours.
                    let _ = request.respond(reply.into_response());
                }
                Err(error) => return error.to_string(),
            }
        }
    }
}

fn header<'request>(request: &'request Request, name: &'static str) -> Option<&'request str> {
    request.headers().iter().find(|header| header.field.equiv(name)).map(|header| header.value.as_str())
}

/// An answer, before it is HTTP.
#[derive(Debug, PartialEq, Eq)]
struct Reply {
    status: u16,
    body: Vec<u8>,
    headers: Vec<(&'static str, String)>,
}

impl Reply {
    fn plain(status: u16, text: &str) -> Self {
        Self { status, body: text.into(), headers: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())] }
    }

    /// Takes the compressed form of a file, where there is one.
    fn compress(&mut self, compressed: &HashMap<String, Vec<u8>>) {
        let tag = self.headers.iter().find(|(name, _)| *name == "ETag").map(|(_, tag)| tag);
        if self.status == 200
            && let Some(body) = tag.and_then(|tag| compressed.get(tag))
        {
            self.body.clone_from(body);
            self.headers.push(("Content-Encoding", "br".to_owned()));
        }
    }

    fn into_response(self) -> Response<io::Cursor<Vec<u8>>> {
        let mut response = Response::from_data(self.body).with_status_code(self.status);
        for (name, value) in self.headers {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        response
    }
}

/// The answer to a request for a file of the folder. (tiny_http leaves the body out where it was a HEAD request.)
fn reply(folder: &Path, method: &Method, url: &str, known: Option<&str>) -> Reply {
    if !matches!(method, Method::Get | Method::Head) {
        return Reply::plain(405, "Only GET and HEAD are answered here.\n");
    }
    let not_found = || Reply::plain(404, "There is no such file here.\n");
    let Some(relative) = address::to_path(url) else {
        return not_found();
    };
    let mut path = folder.join(relative);
    if path.is_dir() {
        if !address::is_folder(url) {
            return not_found();
        }
        path.push("index.html");
    }
    // A link inside the folder may lead out of it.
    if !path.canonicalize().is_ok_and(|real| real.starts_with(folder)) {
        return not_found();
    }
    let Ok(body) = fs::read(&path) else {
        return not_found();
    };
    let tag = etag(&body);
    let headers = vec![
        ("Content-Type", media::of(&path).to_owned()),
        ("ETag", tag.clone()),
        ("Cache-Control", "no-cache".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ];
    if known.is_some_and(|known| known.split(',').any(|each| each.trim().trim_start_matches("W/") == tag)) {
        return Reply { status: 304, body: Vec::new(), headers };
    }
    Reply { status: 200, body, headers }
}

fn etag(body: &[u8]) -> String {
    let hash: String = Sha256::digest(body).iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hash}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        let dist = dir.path().join("dist");
        fs::create_dir_all(dist.join("icons")).unwrap();
        fs::write(dist.join("index.html"), "<!doctype html>").unwrap();
        fs::write(dist.join("icons/icon.svg"), "<svg/>").unwrap();
        fs::write(dir.path().join("secret.txt"), "secret").unwrap();
        dir
    }

    fn get(dir: &tempfile::TempDir, url: &str) -> Reply {
        reply(&dir.path().join("dist").canonicalize().unwrap(), &Method::Get, url, None)
    }

    fn value<'reply>(reply: &'reply Reply, name: &str) -> &'reply str {
        reply.headers.iter().find(|(each, _)| *each == name).map_or("", |(_, value)| value)
    }

    #[test]
    fn serves_files_with_their_type() {
        let site = site();
        assert_eq!(get(&site, "/").body, b"<!doctype html>");
        assert_eq!(value(&get(&site, "/?seed=1"), "Content-Type"), "text/html; charset=utf-8");
        assert_eq!(value(&get(&site, "/icons/icon.svg"), "Content-Type"), "image/svg+xml");
    }

    #[test]
    fn stays_in_its_folder() {
        let site = site();
        for url in ["/../secret.txt", "/%2e%2e/secret.txt", "/icons/../../secret.txt", "/..%2fsecret.txt", "/icons", "/none.js"] {
            assert_eq!(get(&site, url).status, 404, "{url}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn follows_no_link_out_of_it() {
        let site = site();
        std::os::unix::fs::symlink(site.path().join("secret.txt"), site.path().join("dist/link.txt")).unwrap();
        assert_eq!(get(&site, "/link.txt").status, 404);
    }

    #[test]
    fn answers_304_to_who_has_it() {
        let site = site();
        let folder = site.path().join("dist").canonicalize().unwrap();
        let tag = value(&get(&site, "/"), "ETag").to_owned();
        assert_eq!(reply(&folder, &Method::Get, "/", Some(&tag)).status, 304);
        assert_eq!(reply(&folder, &Method::Get, "/", Some("\"other\"")).status, 200);
    }

    #[test]
    fn compresses_what_was_prepared() {
        let site = site();
        let folder = site.path().join("dist").canonicalize().unwrap();
        let server = Server::bind(0).unwrap().compressing(&folder).unwrap();
        let mut page = get(&site, "/");
        page.compress(&server.compressed);
        assert_eq!(value(&page, "Content-Encoding"), "br");
        let mut icon = get(&site, "/icons/icon.svg");
        icon.compress(&server.compressed);
        assert_eq!(icon.body, b"<svg/>");
    }

    #[test]
    fn only_reads() {
        let site = site();
        let folder = site.path().join("dist").canonicalize().unwrap();
        assert_eq!(reply(&folder, &Method::Post, "/", None).status, 405);
    }

    #[test]
    fn says_when_the_port_is_taken() {
        let first = Server::bind(0).unwrap();
        let error = Server::bind(first.port).map(|_| ()).unwrap_err();
        assert!(error.to_string().contains(&format!("port {} on 127.0.0.1 is taken", first.port)));
        assert!(error.to_string().contains("--port"));
    }
}
