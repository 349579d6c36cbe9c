//! Chance, drawn once per request at the edge: a seed. Everything random in a use case comes from
//! it, so that a closure run again makes the same ids, and a test can repeat a day.

use domain::entry::Salt;
use domain::id::EntryId;
use jiff::Timestamp;
use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use uuid::Builder;

/// What the edge draws.
pub type Seed = [u8; 32];

/// Ids and salts from one seed.
pub struct Chance {
    rng: ChaCha12Rng,
    now: Timestamp,
    made: u16,
}

impl Chance {
    /// From the edge's seed and now.
    pub fn new(seed: Seed, now: Timestamp) -> Self {
        Self { rng: ChaCha12Rng::from_seed(seed), now, made: 0 }
    }

    /// A new id; those made later in a request sort later.
    pub fn id(&mut self) -> EntryId {
        let mut chance = [0; 10];
        self.rng.fill_bytes(&mut chance);
        // The twelve bits beside the time count within the request.
        let [high, low] = self.made.to_be_bytes();
        (chance[0], chance[1]) = (high, low);
        self.made = self.made.wrapping_add(1) & 0x0fff;
        let millis = u64::try_from(self.now.as_millisecond()).unwrap_or_default();
        EntryId(Builder::from_unix_timestamp_millis(millis, &chance).into_uuid())
    }

    /// A salt for one payload.
    pub fn salt(&mut self) -> Salt {
        let mut salt = [0; 16];
        self.rng.fill_bytes(&mut salt);
        salt
    }

    /// A seed for a request of its own.
    pub fn seed(&mut self) -> Seed {
        let mut seed = [0; 32];
        self.rng.fill_bytes(&mut seed);
        seed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_request_sort_as_they_were_made_and_repeat() {
        let now = Timestamp::from_second(1_790_000_000).unwrap();
        let mut chance = Chance::new([7; 32], now);
        let ids: Vec<_> = (0..4096).map(|_| chance.id()).collect();
        assert!(ids.is_sorted());
        assert_eq!(ids[0], Chance::new([7; 32], now).id());
        assert_eq!(ids[0].0.get_version_num(), 7);
        assert_ne!(ids[0], Chance::new([8; 32], now).id());
    }
}
