//! `cargo xtask serve`: the built site on this machine, for people.
//!
//! A plain static host on purpose: no compression, no special headers. What works here works on a cheap one.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Result, build, sh};

/// Always the same where possible: what the page keeps belongs to this address.
const PORT: u16 = 8017;

pub(crate) fn run(arguments: &[String]) -> Result {
    let wanted = port(arguments)?;
    build::build()?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, wanted)).or_else(|error| {
        println!(
            "Port {wanted} is taken ({error}); taking a free one. What the page kept under {wanted} is not seen here."
        );
        TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
    })?;
    let address = format!("http://localhost:{}/", listener.local_addr()?.port());
    println!("Cermin Koperasi: {address}   (stop with Ctrl+C)");
    open(&address);
    let site = sh::dist().join("site");
    for stream in listener.incoming().flatten() {
        let site = site.clone();
        std::thread::spawn(move || answer(&site, stream));
    }
    Ok(())
}

fn port(arguments: &[String]) -> Result<u16> {
    match arguments {
        [] => Ok(PORT),
        [flag, port] if flag == "--port" => port.parse().map_err(|_| format!("`{port}` is not a port").into()),
        _ => Err("serve [--port N]".into()),
    }
}

/// Opens the address where there is a desktop; elsewhere the printed line is enough.
fn open(address: &str) {
    let Some((program, arguments)) = opener() else {
        return;
    };
    let started =
        Command::new(program).args(arguments).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if started.is_err() {
        println!("(open it yourself: {program} is not here)");
    }
}

fn opener() -> Option<(&'static str, &'static [&'static str])> {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if std::env::var("CI").is_ok_and(|ci| ci == "true") {
        None
    } else if cfg!(target_os = "macos") {
        Some(("open", &[]))
    } else if cfg!(windows) {
        Some(("cmd", &["/C", "start", ""]))
    } else {
        (set("DISPLAY") || set("WAYLAND_DISPLAY")).then_some(("xdg-open", &[]))
    }
}

/// One request, one answer. A browser that hangs up early is no error of ours.
fn answer(site: &Path, mut stream: TcpStream) {
    let mut request = String::new();
    let mut reader = BufReader::new(&stream);
    if reader.read_line(&mut request).is_err() {
        return;
    }
    // The headers say nothing we need, but a connection closed with unread bytes is reset.
    while reader.read_line(&mut String::new()).is_ok_and(|length| length > 2) {}
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let _ = stream.write_all(&response(site, method, target));
}

fn response(site: &Path, method: &str, target: &str) -> Vec<u8> {
    if method != "GET" && method != "HEAD" {
        return head("405 Method Not Allowed", "text/plain", 0);
    }
    let Some((path, bytes)) = file(site, target).and_then(|path| Some((path.clone(), std::fs::read(path).ok()?)))
    else {
        return head("404 Not Found", "text/plain", 0);
    };
    let mut response = head("200 OK", mime(&path), bytes.len());
    if method == "GET" {
        response.extend_from_slice(&bytes);
    }
    response
}

fn head(status: &str, mime: &str, length: usize) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\n\
         Connection: close\r\n\r\n"
    )
    .into_bytes()
}

/// The file that an address means, and only if it lies inside the site.
fn file(site: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.trim_start_matches('/');
    let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    let file = site.join(if path.is_empty() { "index.html" } else { path });
    (inside && file.is_file()).then_some(file)
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(method: &str, target: &str) -> String {
        let site = sh::root().join("www");
        let response = response(&site, method, target);
        String::from_utf8_lossy(&response).lines().next().unwrap_or_default().to_owned()
    }

    #[test]
    fn files_of_the_site_are_served() {
        assert_eq!(status("GET", "/icon.svg?x=1"), "HTTP/1.1 200 OK");
        assert_eq!(status("HEAD", "/vendor/README.md"), "HTTP/1.1 200 OK");
    }

    #[test]
    fn nothing_outside_the_site_is_served() {
        assert_eq!(status("GET", "/../Cargo.toml"), "HTTP/1.1 404 Not Found");
        assert_eq!(status("GET", "//etc/passwd"), "HTTP/1.1 404 Not Found");
        assert_eq!(status("GET", "/vendor"), "HTTP/1.1 404 Not Found");
        assert_eq!(status("POST", "/icon.svg"), "HTTP/1.1 405 Method Not Allowed");
    }
}
