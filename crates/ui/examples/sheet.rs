//! Writes the samples of every page as HTML files into a folder, so that they can be looked at.
//!
//! `cargo run -p ui --example sheet -- FOLDER ASSETS light|dark`, where ASSETS is the address of
//! the assets as seen from the folder.
use std::path::Path;
use std::{env, fs, io};

use ui::layout::Theme;
use ui::samples::pages;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, assets, theme] = arguments.as_slice() else {
        return Err(io::Error::other("sheet FOLDER ASSETS light|dark"));
    };
    let theme = if theme == "dark" { Theme::Dark } else { Theme::Light };
    fs::create_dir_all(folder)?;
    for (name, page) in pages(assets, theme) {
        fs::write(Path::new(folder).join(name).with_extension("html"), page.into_string())?;
    }
    Ok(())
}
