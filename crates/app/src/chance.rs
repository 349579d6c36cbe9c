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
    /// The place of this piece in long work.
    place: Option<u32>,
}

impl Chance {
    /// From the edge's seed and now.
    pub fn new(seed: Seed, now: Timestamp) -> Self {
        Self { rng: ChaCha12Rng::from_seed(seed), now, made: 0, place: None }
    }

    /// For one piece of long work that is all done at one moment: ids sort by the pieces' places
    /// first, so that a store writes them one after another and not all over the place.
    pub fn in_order(seed: Seed, now: Timestamp, place: u32) -> Self {
        Self { place: Some(place), ..Self::new(seed, now) }
    }

    /// A new id; those made later in a request sort later.
    pub fn id(&mut self) -> EntryId {
        let mut chance = [0; 10];
        self.rng.fill_bytes(&mut chance);
        match self.place {
            // The twelve bits beside the time count within the request.
            None => (chance[0], chance[1]) = self.made.to_be_bytes().into(),
            Some(place) => self.in_its_place(place, &mut chance),
        }
        self.made = self.made.wrapping_add(1) & 0x0fff;
        let millis = u64::try_from(self.now.as_millisecond()).unwrap_or_default();
        EntryId(Builder::from_unix_timestamp_millis(millis, &chance).into_uuid())
    }

    /// Of the 74 bits beside the time 32 are the place, 12 count within it, and 30 stay chance.
    fn in_its_place(&self, place: u32, chance: &mut [u8; 10]) {
        let (beside, after) = chance.split_at_mut(2);
        beside.copy_from_slice(&u16::try_from(place >> 20).unwrap_or_default().to_be_bytes());
        let drawn = after.iter().fold(0, |drawn, byte| drawn << 8 | u64::from(*byte));
        let low = u64::from(place & 0x000f_ffff);
        let bits = low << 42 | u64::from(self.made) << 30 | drawn & 0x3fff_ffff;
        after.copy_from_slice(&bits.to_be_bytes());
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

    #[test]
    fn ids_of_long_work_sort_by_the_place_of_their_piece() {
        let now = Timestamp::from_second(1_790_000_000).unwrap();
        let mut ids = Vec::new();
        for place in [0, 1, 2, 0x000f_ffff, 0x0010_0000, u32::MAX] {
            let seed = [u8::try_from(place % 251).unwrap(); 32];
            let mut chance = Chance::in_order(seed, now, place);
            ids.extend((0..4096).map(|_| chance.id()));
        }
        assert!(ids.is_sorted());
        assert!(ids.iter().all(|id| id.0.get_version_num() == 7));
        let other = Chance::in_order([9; 32], now, 0).id();
        assert_ne!(ids[0], other, "the same place of other work");
        assert_eq!(ids[0].as_bytes()[..6], other.as_bytes()[..6], "the time is kept");
    }
}
