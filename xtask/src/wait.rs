//! Waiting for something, a bounded number of times.
//!
//! Only for programs that cannot tell us when they are ready. Nothing here is used by a test of
//! the product.

use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Result, bail};

/// Asks until the answer is there. `every` is the pause between two tries; an error from the
/// question (the program has died) ends the wait at once.
pub fn until<T>(
    what: &str,
    tries: u32,
    every: Duration,
    mut ask: impl FnMut() -> Result<Option<T>>,
) -> Result<T> {
    let (_silent, nobody) = mpsc::channel::<()>();
    for _ in 0..tries {
        if let Some(answer) = ask()? {
            return Ok(answer);
        }
        // Nobody speaks on this channel, so the pause is the whole of `every`.
        let _ = nobody.recv_timeout(every);
    }
    bail!("waited {:?} for {what}", every * tries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stops_at_the_first_answer_and_gives_up_in_the_end() {
        let mut asked = 0;
        let third = until("the third", 5, Duration::ZERO, || {
            asked += 1;
            Ok((asked == 3).then_some(asked))
        });
        assert_eq!(third.unwrap(), 3);
        let never = until::<()>("ever", 2, Duration::ZERO, || Ok(None));
        assert_eq!(never.unwrap_err().to_string(), "waited 0ns for ever");
        let died = until::<()>("ever", 2, Duration::ZERO, || bail!("it died"));
        assert_eq!(died.unwrap_err().to_string(), "it died");
    }
}
