//! The pictures that a drawing names by their address, for a drawing that leaves this site.

/// The bytes of the sticker that stands at this address.
pub fn sticker(address: &str) -> Option<Vec<u8>> {
    let name = address.rsplit_once("/kit/stickers/")?.1;
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
    if !plain || name.contains("..") {
        return None;
    }
    Some(assets::find(&format!("kit/stickers/{name}"))?.bytes.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sticker_is_found_by_its_address_and_nothing_else_is() {
        let dog = sticker("/kit/stickers/dog.svg");
        assert!(dog.is_some_and(|dog| dog.windows(4).any(|four| four == b"<svg")));
        for other in ["dog.svg", "/kit/stickers/../book.json", "/kit/stickers/no.svg", "/css/a.css"]
        {
            assert!(sticker(other).is_none(), "{other}");
        }
    }
}
