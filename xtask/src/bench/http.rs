//! Requests by hand, a connection each: signing in, and a look at a page before it is timed.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, ensure};

/// Whoever asks.
#[derive(Debug, Clone, Copy)]
pub struct Client {
    pub address: SocketAddr,
}

/// What was answered.
pub struct Answer {
    pub status: u16,
    pub body: String,
    head: String,
}

impl Client {
    /// A page, with this cookie.
    pub fn get(self, path: &str, cookie: &str) -> Result<Answer> {
        self.ask(&format!("GET {path} HTTP/1.1\r\ncookie: {cookie}\r\n"), "")
    }

    /// Signs in; gives the cookie, as `kith=…`.
    pub fn sign_in(self, email: &str, password: &str) -> Result<String> {
        let form = format!("email={}&password={}", encoded(email), encoded(password));
        let head = format!(
            "POST /sign-in HTTP/1.1\r\nsec-fetch-site: same-origin\r\ncontent-length: {}\r\n\
             content-type: application/x-www-form-urlencoded\r\n",
            form.len()
        );
        let answer = self.ask(&head, &form)?;
        let cookie = answer.header("set-cookie").and_then(|cookie| cookie.split(';').next());
        ensure!(answer.status == 303, "signing in was answered with {}", answer.status);
        Ok(cookie.context("signing in set no cookie")?.to_owned())
    }

    fn ask(self, head: &str, body: &str) -> Result<Answer> {
        let mut stream = TcpStream::connect_timeout(&self.address, Duration::from_secs(2))?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        write!(stream, "{head}host: {}\r\nconnection: close\r\n\r\n{body}", self.address)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Answer::read(&String::from_utf8_lossy(&answer))
    }
}

impl Answer {
    fn read(answer: &str) -> Result<Self> {
        let (head, body) = answer.split_once("\r\n\r\n").context("that is no HTTP")?;
        let status = head.split(' ').nth(1).context("that is no HTTP")?.parse()?;
        Ok(Self { status, body: body.to_owned(), head: head.to_owned() })
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// As a form sends it.
pub fn encoded(words: &str) -> String {
    let mut sent = String::with_capacity(words.len() * 2);
    for byte in words.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                sent.push(char::from(byte));
            }
            b' ' => sent.push('+'),
            _ => {
                let _ = write!(sent, "%{byte:02X}");
            }
        }
    }
    sent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_sends_every_letter_of_every_script() {
        assert_eq!(encoded("Ama & Zoë, 4?"), "Ama+%26+Zo%C3%AB%2C+4%3F");
    }

    #[test]
    fn an_answer_has_a_status_headers_and_a_body() {
        let answer =
            Answer::read("HTTP/1.1 303 See Other\r\nSet-Cookie: kith=ab; Path=/\r\n\r\nhere")
                .unwrap();
        assert_eq!((answer.status, answer.body.as_str()), (303, "here"));
        assert_eq!(answer.header("set-cookie"), Some("kith=ab; Path=/"));
        assert!(Answer::read("nothing").is_err());
    }
}
