//! A small council over HTTP: its people sign in, open pages, send forms. Time is the test's.
#![allow(dead_code, unused_imports, reason = "each story uses its part")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod council;
pub mod tablet;

pub use council::{Council, PASSWORD};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use std::future::IntoFuture as _;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tower::ServiceExt as _;

/// What a browser got.
pub struct Answer {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// The page, as text.
    pub text: String,
    /// The same, byte for byte.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// Status as a number.
    pub fn code(&self) -> u16 {
        self.status.as_u16()
    }
    /// A header; blank where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }
    /// Where it sends one on to.
    pub fn location(&self) -> &str {
        self.header("location")
    }
    /// The value of the first field of this name.
    pub fn field(&self, name: &str) -> &str {
        let after = self.text.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_default();
        after.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
    }
}

/// Somebody before a browser.
#[derive(Clone)]
pub struct Actor {
    site: Router,
    /// The cookie their browser keeps.
    pub cookie: Option<String>,
    /// What the browser asks for.
    pub accept: &'static str,
}

impl Actor {
    /// A browser nobody is signed in with.
    pub fn before(site: Router) -> Self {
        Self { site, cookie: None, accept: "text/html,application/xhtml+xml,*/*;q=0.8" }
    }

    /// Opens a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        let request = self.request("GET", path).body(Body::empty()).expect("a request");
        self.send(request).await
    }

    /// Sends a form from one of our own pages.
    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        let body = form.iter().map(|(name, value)| format!("{}={}", coded(name), coded(value)));
        let body = body.collect::<Vec<_>>().join("&");
        self.post_body(path, body.into_bytes()).await
    }

    /// Sends bytes as a form.
    pub async fn post_body(&mut self, path: &str, body: Vec<u8>) -> Answer {
        let request = self
            .request("POST", path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .expect("a request");
        self.send(request).await
    }

    /// Sends JSON to a program's address, as one of our own scripts does.
    pub async fn post_json(&mut self, path: &str, body: &str) -> Answer {
        let request = self
            .request("POST", path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_owned()))
            .expect("a request");
        self.send(request).await
    }

    /// Hands bytes in by a token, without a cookie where there is one.
    pub async fn put(&mut self, path: &str, body: Vec<u8>, token: Option<&str>) -> Answer {
        let request = self.request("PUT", path).header("sec-fetch-site", "same-origin");
        let request = match token {
            Some(token) => request.header(header::AUTHORIZATION, format!("Bearer {token}")),
            None => request,
        };
        let request = request.body(Body::from(body)).expect("a request");
        self.send(request).await
    }

    /// The bytes of an address that answers.
    pub async fn bytes(&self, path: &str) -> Vec<u8> {
        let request = self.request("GET", path).body(Body::empty()).expect("a request");
        let answer = self.site.clone().oneshot(request).await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        to_bytes(answer.into_body(), usize::MAX).await.expect("bytes").to_vec()
    }

    /// Asks by a token.
    pub async fn get_by(&mut self, path: &str, token: &str) -> Answer {
        let request = self.request("GET", path);
        let request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    /// Sends a file chosen in a form, as browsers do.
    pub async fn post_file(&mut self, path: &str, file: &[u8]) -> Answer {
        let head = "--kith\r\nContent-Disposition: form-data; name=\"file\"; \
                    filename=\"census.xml\"\r\nContent-Type: text/xml\r\n\r\n";
        let body = [head.as_bytes(), file, b"\r\n--kith--\r\n"].concat();
        self.post_parts(path, Body::from(body)).await
    }

    /// Sends a form of several parts, whose boundary is `kith`.
    pub async fn post_parts(&mut self, path: &str, body: Body) -> Answer {
        let request = self
            .request("POST", path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=kith")
            .body(body)
            .expect("a request");
        self.send(request).await
    }

    /// The same site, listening on a port of this machine.
    pub async fn on_a_port(&self) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let at = listener.local_addr().expect("an address");
        tokio::spawn(axum::serve(listener, self.site.clone()).into_future());
        at
    }

    /// Somebody else before the same site.
    pub async fn somebody_else(&self, who: &str) -> Self {
        let mut other = Self { cookie: None, ..self.clone() };
        let answer = other.sign_in(&council::address(who), PASSWORD).await;
        assert_eq!(answer.code(), 303, "{who} signs in: {}", answer.text);
        other
    }

    /// Signs in, and says what came of it.
    pub async fn sign_in(&mut self, email: &str, password: &str) -> Answer {
        self.post("/sign-in", &[("email", email), ("password", password)]).await
    }

    /// The beginning of a request of this browser.
    pub fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(path).header("host", "kith.test");
        let request = request.header(header::ACCEPT, self.accept);
        match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        }
    }

    /// Sends any request, and keeps the cookie that comes back.
    pub async fn send(&mut self, request: Request<Body>) -> Answer {
        let answer = self.site.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        if let Some(cookie) = parts.headers.get(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("text").split(';').next().expect("a pair");
            let ended = cookie.ends_with('=');
            self.cookie = (!ended).then(|| cookie.to_owned());
        }
        let bytes = to_bytes(body, usize::MAX).await.expect("a body");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, text, bytes: bytes.to_vec() }
    }
}

fn coded(words: &str) -> String {
    percent_encoding::utf8_percent_encode(words, percent_encoding::NON_ALPHANUMERIC).to_string()
}
