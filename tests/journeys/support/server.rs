//! A small static server on loopback, inside the test, that can be stopped and can pretend that files are missing.
//!
//! It serves the site under a path of its own, since the app must work in any folder of any host.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

const FOLDER: &str = "/school/palpate/";

pub struct Server {
    address: SocketAddr,
    missing: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves `root` on a free port.
    pub async fn start(root: PathBuf) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let missing = Arc::new(Mutex::new(Vec::new()));
        let absent = Arc::clone(&missing);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (root, absent) = (root.clone(), Arc::clone(&absent));
                // A browser that hangs up early is no concern of the server's.
                tokio::spawn(async move { answer(stream, &root, &absent).await.ok() });
            }
        });
        Server { address, missing, task }
    }

    /// The address of the app.
    pub fn address(&self) -> String {
        format!("http://{}{FOLDER}", self.address)
    }

    /// From now on, files whose name ends so are not found.
    pub fn hide(&self, end: &str) {
        self.missing.lock().unwrap().push(end.to_owned());
    }

    /// Stops: from now on nobody answers.
    pub fn stop(&self) {
        self.task.abort();
    }
}

/// Answers one request and closes the connection, so that nothing outlives [`Server::stop`].
async fn answer(stream: TcpStream, root: &Path, missing: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let (mut request, mut header) = (String::new(), String::new());
    stream.read_line(&mut request).await?;
    while stream.read_line(&mut header).await? > 2 {
        header.clear();
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let file = file(root, path).filter(|file| !missing.lock().unwrap().iter().any(|end| file.to_string_lossy().ends_with(end)));
    let (status, kind, body) = match file.and_then(|file| Some((media_type(&file), std::fs::read(&file).ok()?))) {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"Not found".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(&body).await?;
    stream.flush().await?;
    stream.shutdown().await
}

/// The file that a path names; none outside the site.
fn file(root: &Path, path: &str) -> Option<PathBuf> {
    let inside = path.strip_prefix(FOLDER)?;
    let inside = Path::new(if inside.is_empty() { "index.html" } else { inside });
    inside.components().all(|part| matches!(part, Component::Normal(_))).then(|| root.join(inside))
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some(_) | None => "application/octet-stream",
    }
}
