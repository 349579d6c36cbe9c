//! Another system, as small as one can be: it answers each request as it was told to, and remembers
//! what it was sent.

use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What it does with one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// Takes it in and gives a receipt.
    Takes,
    /// Answers with this status and nothing else.
    Says(u16),
    /// Reads a little and cuts the line.
    Cuts,
    /// Reads all of it and says nothing for longer than anybody waits.
    IsSlow,
    /// Gives a receipt of other bytes.
    TakesAnother,
    /// Takes it in and gives something that is no receipt.
    Thanks,
    /// Sends on to another address.
    SendsOn,
}

/// What it was sent.
#[derive(Debug, Clone, Default)]
pub struct Came {
    pub head: String,
    pub body: Vec<u8>,
}

impl Came {
    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(is, _)| is.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// The other system.
pub struct Other {
    pub at: SocketAddr,
    came: Arc<Mutex<Vec<Came>>>,
}

impl Other {
    /// Answers one request after another so.
    pub fn that(does: &[Does]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a place");
        let at = listener.local_addr().expect("an address");
        let came = Arc::new(Mutex::new(Vec::new()));
        let (does, kept) = (does.to_vec(), Arc::clone(&came));
        std::thread::spawn(move || {
            for does in does {
                let Ok((stream, _)) = listener.accept() else { return };
                let took = answer(stream, does);
                kept.lock().expect("kept").push(took);
            }
        });
        Self { at, came }
    }

    /// Where it takes packages in.
    pub fn url(&self) -> String {
        format!("http://{}/houses", self.at)
    }

    /// Everything that came so far.
    pub fn came(&self) -> Vec<Came> {
        self.came.lock().expect("kept").clone()
    }
}

fn answer(mut stream: TcpStream, does: Does) -> Came {
    let mut came = Came::default();
    let mut read = Vec::new();
    let mut piece = [0; 1024];
    let head = loop {
        let n = stream.read(&mut piece).unwrap_or(0);
        read.extend_from_slice(&piece[..n]);
        let end = read.windows(4).position(|four| four == b"\r\n\r\n");
        if let (Some(end), true) = (end, n > 0) {
            break end;
        }
        assert!(n > 0, "no head came");
    };
    came.head = String::from_utf8_lossy(&read[..head]).into_owned();
    came.body = read.split_off(head + 4);
    if does == Does::Cuts {
        return came;
    }
    let bytes: usize = came.header("content-length").expect("a length").parse().expect("a number");
    while came.body.len() < bytes {
        let n = stream.read(&mut piece).unwrap_or(0);
        if n == 0 {
            return came;
        }
        came.body.extend_from_slice(&piece[..n]);
    }
    if does == Does::IsSlow {
        // Until whoever asked hangs up.
        let _ = stream.set_read_timeout(Some(Duration::from_secs(20)));
        let _ = stream.read(&mut piece);
        return came;
    }
    let _ = stream.write_all(said(does, &came).as_bytes());
    came
}

fn said(does: Does, came: &Came) -> String {
    let receipt = |of: &[u8]| {
        let sha256 =
            Sha256::digest(of).iter().fold(String::new(), |hex, b| format!("{hex}{b:02x}"));
        json!({"id": "R-20931", "sha256": sha256, "at": "2026-11-24T11:46:00Z"}).to_string()
    };
    let (status, more, body) = match does {
        Does::Takes => (201, "", receipt(&came.body)),
        Does::TakesAnother => (200, "", receipt(b"something else")),
        Does::Thanks => (200, "", "<p>Thank you!</p>".to_owned()),
        Does::SendsOn => (307, "Location: http://127.0.0.1:1/elsewhere\r\n", String::new()),
        Does::Says(status) => (status, "", String::new()),
        Does::Cuts | Does::IsSlow => (500, "", String::new()),
    };
    let length = body.len();
    format!(
        "HTTP/1.1 {status} So\r\n{more}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
}
