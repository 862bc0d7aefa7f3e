//! The one way out for Firefox and WebKitGTK, which have no record of requests of their own: a proxy on loopback, the
//! journey's own. It writes every request down, lets through what is meant for loopback and nothing else, and puts the
//! journey's scripts into each page, before the page's own policy.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// Run by a service worker before its own script, so that pages from its cache get the journey's scripts too.
const WORKER: &str = "(() => {
    const respond = FetchEvent.prototype.respondWith;
    const insert = async answer => {
        const [page, scripts] = [await answer.text(), await (await fetch('journey-scripts')).text()];
        const whole = page.includes('<script data-journey>') ? page : page.replace(/<meta charset[^>]*>/i, tag => tag + scripts);
        return new Response(whole, { status: answer.status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    };
    FetchEvent.prototype.respondWith = function (answer) {
        return respond.call(this, this.request.mode === 'navigate' ? Promise.resolve(answer).then(insert) : answer);
    };
})();
";

/// Where the worker above asks for the scripts.
const ASKED_BY_WORKER: &str = "/journey-scripts";

/// What was asked for, and what is put into each page.
#[derive(Default)]
pub struct Watched {
    /// Addresses requested so far.
    pub requests: Mutex<Vec<String>>,
    /// Scripts to run before the page's own.
    pub scripts: Mutex<Vec<String>>,
}

impl Watched {
    /// All scripts as one element, which takes itself out of the page.
    fn element(&self) -> String {
        let scripts = self.scripts.lock().unwrap();
        let each = scripts.iter().map(|script| format!("try {{ {script}\n }} catch (error) {{ console.error(error) }}\n"));
        format!("<script data-journey>{}document.currentScript.remove()</script>", each.collect::<String>())
    }

    /// The page with the scripts in it, in place of any that are there.
    pub fn insert(&self, page: &str) -> String {
        let mut page = page.to_owned();
        if let Some(from) = page.find("<script data-journey>")
            && let Some(length) = page[from..].find("</script>")
        {
            page.replace_range(from..from + length + "</script>".len(), "");
        }
        let lower = page.to_ascii_lowercase();
        let charset = lower.find("<meta charset").and_then(|at| Some(at + lower[at..].find('>')? + 1));
        // A page of the journey's own may have none.
        let place = charset.or_else(|| Some(lower.find("<!doctype html>")? + "<!doctype html>".len())).unwrap_or_default();
        let policy = lower.find("content-security-policy").unwrap_or(usize::MAX);
        assert!(place < policy, "the page's policy stands after its charset, so that scripts can be put between them");
        page.insert_str(place, &self.element());
        page
    }
}

/// Listens on a free port of loopback; gives the port.
pub async fn open(watched: Arc<Watched>) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let watched = Arc::clone(&watched);
            // A browser that hangs up early is no concern of ours, and nobody who is not there answers.
            tokio::spawn(async move { pass(stream, &watched).await.ok() });
        }
    });
    port
}

/// One request. Whoever may not be reached, or is not there, is a connection that closes.
async fn pass(stream: TcpStream, watched: &Watched) -> std::io::Result<()> {
    let mut browser = BufReader::new(stream);
    let (mut request, mut headers) = (String::new(), Vec::new());
    browser.read_line(&mut request).await?;
    loop {
        let mut header = String::new();
        if browser.read_line(&mut header).await? <= 2 {
            break;
        }
        headers.push(header);
    }
    if request.is_empty() {
        // A connection made beforehand, and not used.
        return Ok(());
    }
    let mut words = request.split_whitespace();
    let (method, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let Some((host, path)) = address.strip_prefix("http://").and_then(|rest| rest.split_at_checked(rest.find('/')?)) else {
        watched.requests.lock().unwrap().push(format!("https://{address}"));
        return Ok(());
    };
    if path.ends_with(ASKED_BY_WORKER) {
        return answer(&mut browser, "200 OK", "text/html", watched.element().as_bytes()).await;
    }
    watched.requests.lock().unwrap().push(address.to_owned());
    if !host.starts_with("127.0.0.1:") || method != "GET" {
        return Ok(());
    }
    let asks = |name: &str, value: &str| headers.iter().any(|header| header.trim().eq_ignore_ascii_case(&format!("{name}: {value}")));
    let mut server = TcpStream::connect(host).await?;
    server.write_all(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes()).await?;
    let mut came = Vec::new();
    server.read_to_end(&mut came).await?;
    let end = came.windows(4).position(|four| four == b"\r\n\r\n").ok_or(std::io::ErrorKind::InvalidData)?;
    let (head, body) = (String::from_utf8_lossy(&came[..end]).into_owned(), &came[end + 4..]);
    let status = head.lines().next().and_then(|line| line.split_once(' ')).map_or("502 Bad Gateway", |(_, status)| status);
    let kind = head.lines().find_map(|line| line.strip_prefix("Content-Type: ")).unwrap_or("application/octet-stream");
    let is_page = kind.starts_with("text/html") && (asks("Sec-Fetch-Dest", "document") || asks("Sec-Fetch-Dest", "iframe"));
    let body = if is_page {
        watched.insert(&String::from_utf8_lossy(body)).into_bytes()
    } else if asks("Service-Worker", "script") {
        [WORKER.as_bytes(), body].concat()
    } else {
        body.to_vec()
    };
    answer(&mut browser, status, kind, &body).await
}

async fn answer(browser: &mut BufReader<TcpStream>, status: &str, kind: &str, body: &[u8]) -> std::io::Result<()> {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n"
    );
    browser.write_all(head.as_bytes()).await?;
    browser.write_all(body).await?;
    browser.flush().await?;
    browser.shutdown().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_stand_before_the_policy_and_only_once() {
        let watched = Watched::default();
        watched.scripts.lock().unwrap().push("one()".to_owned());
        let page = "<!doctype html><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"\">";
        let first = watched.insert(page);
        assert!(first.find("one()") < first.find("Content-Security-Policy"), "{first}");
        watched.scripts.lock().unwrap().push("two()".to_owned());
        let second = watched.insert(&first);
        assert_eq!((second.matches("one()").count(), second.matches("two()").count()), (1, 1), "{second}");
    }
}
