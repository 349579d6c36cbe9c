//! What a store says of itself: whose record it is, and who made it.

use crate::error::Result;
use crate::tx::Tx;
use domain::id::Authority;

const FIND: &str = "select value from store where key = ?1";
const PUT: &str = "insert into store(key, value) values (?1, ?2) on conflict(key) do nothing";

impl Tx {
    /// The authority whose record this is, once it has one.
    pub fn find_authority(&mut self) -> Result<Option<Authority>> {
        let found = self.find::<(String,)>(FIND, ("authority",))?;
        Ok(found.and_then(|(code,)| code.parse().ok()))
    }

    /// Gives the store its authority, which it keeps; the one it has.
    pub fn keep_authority(&mut self, authority: Authority) -> Result<Authority> {
        self.exec(PUT, ("authority", authority.to_string().as_str()))?;
        Ok(self.find_authority()?.unwrap_or(authority))
    }

    /// Something a store says of itself.
    pub fn find_setting(&mut self, key: &str) -> Result<Option<String>> {
        Ok(self.find::<(String,)>(FIND, (key,))?.map(|(value,)| value))
    }

    /// Lets a store say something of itself, once.
    pub fn keep_setting(&mut self, key: &str, value: &str) -> Result<()> {
        self.exec(PUT, (key, value))?;
        Ok(())
    }
}
