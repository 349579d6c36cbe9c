//! Sittings on their way to other systems: into a folder, to an address.

mod folder;
mod other;
mod push;

use crate::family::World;
use app::edge::Edge;
use app::package::{Clock, Sent};
use domain::package_out::Way;
use std::sync::Arc;
use store::package_out::InTrouble;
use town::stores::console;

impl World {
    /// Lets the program send until nothing goes.
    fn send(&self, way: Way) -> Vec<Sent> {
        let now = self.now();
        let clock: Clock = Arc::new(move || now);
        let mut all = Vec::new();
        for n in 0..20 {
            let edge = Edge { now, ..console(100 + n) };
            let sent = self.wait(self.kith.send_next(edge, way, &clock)).expect("looked");
            if sent == Sent::Nothing {
                break;
            }
            all.push(sent);
            if sent == Sent::NotNow {
                break;
            }
        }
        all
    }

    fn troubles(&self) -> Vec<InTrouble> {
        let list = |cx: &mut app::cx::Read<'_>| Ok(cx.tx.list_packages_in_trouble()?);
        self.kith.read(console(0), list).wait().expect("read")
    }
}
