//! Writes the samples of every page as HTML files into a folder, so that they can be looked at.
//!
//! `cargo run -p ui --example sheet -- FOLDER ASSETS light|dark`, where ASSETS is the address of
//! the assets as seen from the folder.
use std::path::Path;
use std::{env, fs, io};

use maud::{Markup, html};
use ui::front_page::samples::samples as front_pages;
use ui::layout::{Theme, document};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, assets, theme] = arguments.as_slice() else {
        return Err(io::Error::other("sheet FOLDER ASSETS light|dark"));
    };
    let theme = if theme == "dark" { Theme::Dark } else { Theme::Light };
    fs::create_dir_all(folder)?;
    let pages = [
        front_pages(assets, theme),
        ui::my_work::samples::samples(assets, theme),
        ui::board::samples::samples(assets, theme),
        ui::story::samples::samples(assets, theme),
        ui::note::samples(assets, theme),
        ui::sign_in::samples(assets, theme),
        ui::problem::samples(assets, theme),
    ];
    for (name, page) in pages.into_iter().flatten() {
        write(folder, name, page)?;
    }
    write(folder, "parts", parts(assets, theme))
}

/// All small components on one page.
fn parts(assets: &str, theme: Theme) -> Markup {
    let look = ui::front_page::samples::frame(assets, theme).look;
    let parts = [
        ui::person_mark::samples(),
        ui::emblem::samples(),
        ui::button::samples(),
        ui::field::samples(),
    ];
    document(
        look,
        "Parts",
        &[],
        &html! {
            main.wrap { @for (name, part) in parts.concat() { h2.small { (name) } (part) } }
        },
    )
}

fn write(folder: &str, name: &str, page: Markup) -> io::Result<()> {
    fs::write(Path::new(folder).join(name).with_extension("html"), page.into_string())
}
