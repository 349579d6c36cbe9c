//! The PDF of a package: made by `kith-print`, a program of its own beside this one, where it is
//! there. It is given a document and nothing else: no argument, no environment, no folder of ours.
//!
//! Where it is not there, breaks off or takes too long, the package goes without, and its manifest
//! says so. What it says is not logged: only that it did. How many pictures it could not print it
//! says in a line of its own, which the manifest says after it.

use exchange::package::{Package, Pdf};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// The longest PDF.
const PDF_MAX: u64 = 256 * 1024 * 1024;
/// The most that it may say beside.
const SAYS_MAX: u64 = 4 * 1024;
/// How the line begins in which it says how many pictures it could not print.
const NOT_PRINTED: &str = "kith-print: pictures not printed: ";
/// How a PDF begins.
const MAGIC: &[u8] = b"%PDF-";

/// The program that prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printer {
    /// Where it is.
    pub program: PathBuf,
    /// How long it may take.
    pub patience: Duration,
}

/// Why there is no PDF, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NoPdf {
    NotStarted,
    TooSlow,
    BrokeOff,
    Other,
}

impl Printer {
    /// The PDF of a package, where one can be made.
    pub(super) fn pdf_of(&self, package: &Package<'_>) -> Option<Pdf> {
        let printed = self.print(package.document().json());
        printed.inspect_err(|why| tracing::warn!(?why, "a package goes without its PDF")).ok()
    }

    fn print(&self, document: Vec<u8>) -> Result<Pdf, NoPdf> {
        let mut child = start(&self.program).ok_or(NoPdf::NotStarted)?;
        let (mut stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let stderr = child.stderr.take();
        let says = std::thread::spawn(move || {
            let mut says = Vec::new();
            // What it says is short; what is longer is not waited for.
            let _ = stderr.map(|stderr| stderr.take(SAYS_MAX).read_to_end(&mut says));
            not_printed(&String::from_utf8_lossy(&says))
        });
        let (send, come) = mpsc::channel();
        std::thread::spawn(move || {
            // Where it reads no further, it says so by how it ends.
            let _ = stdin.as_mut().map(|stdin| stdin.write_all(&document));
        });
        std::thread::spawn(move || {
            let mut pdf = Vec::new();
            let read = stdout.map(|stdout| stdout.take(PDF_MAX + 1).read_to_end(&mut pdf));
            let _ = send.send(matches!(read, Some(Ok(_))).then_some(pdf));
        });
        let came = come.recv_timeout(self.patience);
        let ended = end(&mut child);
        match (came, ended) {
            (Err(_), _) => Err(NoPdf::TooSlow),
            (Ok(Some(bytes)), true)
                if bytes.starts_with(MAGIC) && bytes.len() as u64 <= PDF_MAX =>
            {
                Ok(Pdf { bytes, not_printed: says.join().unwrap_or_default() })
            }
            (Ok(_), false) => Err(NoPdf::BrokeOff),
            (Ok(_), true) => Err(NoPdf::Other),
        }
    }
}

fn start(program: &Path) -> Option<Child> {
    let mut command = Command::new(program);
    command.env_clear().current_dir("/");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().ok()
}

/// How many pictures it says that it could not print.
fn not_printed(says: &str) -> u32 {
    let line = says.lines().find_map(|line| line.strip_prefix(NOT_PRINTED));
    line.and_then(|count| count.trim().parse().ok()).unwrap_or_default()
}

/// Whether it ended well. What it writes to is closed when it ends, and whatever still runs is
/// ended: by then that changes nothing for one that was about to.
fn end(child: &mut Child) -> bool {
    let _ = child.kill();
    child.wait().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    /// A program in a few lines of shell.
    fn program(folder: &Path, lines: &str) -> Printer {
        let program = folder.join("kith-print");
        std::fs::write(&program, format!("#!/bin/sh\n{lines}\n")).unwrap();
        std::fs::set_permissions(&program, PermissionsExt::from_mode(0o700)).unwrap();
        Printer { program, patience: Duration::from_secs(10) }
    }

    #[test]
    fn it_is_given_the_document_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let printer =
            program(folder.path(), "printf '%%PDF-%s %s ' \"$#\" \"$HOME$KITH_KEY\"; cat; pwd");
        let pdf = printer.print(b"a document".to_vec()).unwrap();
        assert_eq!(String::from_utf8(pdf.bytes).unwrap(), "%PDF-0  a document/\n");
        assert_eq!(pdf.not_printed, 0);
    }

    #[test]
    fn how_many_pictures_it_could_not_print_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let says = "echo 'kith-print: tagged' >&2; echo 'kith-print: pictures not printed: 3' >&2";
        let printer = program(folder.path(), &format!("cat > /dev/null; {says}; printf %%PDF-"));
        assert_eq!(printer.print(vec![]).unwrap().not_printed, 3);
    }

    #[test]
    fn where_it_is_not_there_breaks_off_or_is_slow_there_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let none = Printer { program: folder.path().join("no"), patience: Duration::from_secs(1) };
        assert_eq!(none.print(vec![]), Err(NoPdf::NotStarted));
        assert_eq!(program(folder.path(), "exit 1").print(vec![1; 100_000]), Err(NoPdf::BrokeOff));
        assert_eq!(program(folder.path(), "echo Hello").print(vec![]), Err(NoPdf::Other));
        let slow = program(folder.path(), "exec sleep 30");
        let slow = Printer { patience: Duration::from_millis(200), ..slow };
        assert_eq!(slow.print(vec![]), Err(NoPdf::TooSlow));
    }
}
