//! `kith-print`: one document in JSON on standard input, its PDF on standard output.
//!
//! Where it cannot, it ends with 1 and says why in one line that quotes nothing of the document.

use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use document::DOCUMENT_MAX;

/// Room for pictures in pictures and lists in lists.
const STACK: usize = 64 * 1024 * 1024;

fn main() -> ExitCode {
    // What a crate says when it breaks off may have words of the document in it.
    std::panic::set_hook(Box::new(|_| {}));
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("kith-print: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    if std::env::args_os().nth(1).is_some() {
        return Err("takes a document in JSON on standard input, and no arguments".into());
    }
    let mut json = Vec::new();
    // One byte more than may be, so that what is too large is seen to be.
    let read = std::io::stdin().lock().take(DOCUMENT_MAX as u64 + 1).read_to_end(&mut json);
    read.map_err(|error| format!("standard input cannot be read ({})", error.kind()))?;
    let printing = std::thread::Builder::new().stack_size(STACK).spawn(move || print::print(&json));
    let printing = printing.map_err(|error| format!("no thread to work in ({})", error.kind()))?;
    let printed = printing.join().unwrap_or(Err(print::Fault::Layout));
    let printed = printed.map_err(|fault| fault.to_string())?;
    if !printed.ua {
        eprintln!("kith-print: tagged, but a letter in it keeps it from being PDF/UA-1");
    }
    if printed.not_printed > 0 {
        // A program reads this line: it ends in the number.
        eprintln!("kith-print: pictures not printed: {}", printed.not_printed);
    }
    let mut out = std::io::stdout().lock();
    let written = out.write_all(&printed.pdf).and_then(|()| out.flush());
    written.map_err(|error| format!("standard output cannot be written ({})", error.kind()))
}
