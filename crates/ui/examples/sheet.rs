//! Writes the samples of every page as HTML files into a folder, so that they can be looked at.
//!
//! `cargo run -p ui --example sheet -- FOLDER ASSETS light|dark [DRAWING.svg]`, where ASSETS is the address
//! of the assets as seen from the folder, and DRAWING stands in the family's place on the front page.
use std::path::Path;
use std::{env, fs, io};

use maud::{Markup, PreEscaped, html};
use ui::front_page::samples::samples as front_pages;
use ui::layout::{Theme, document};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, assets, theme, drawing @ ..] = arguments.as_slice() else {
        return Err(io::Error::other("sheet FOLDER ASSETS light|dark [DRAWING.svg]"));
    };
    let theme = if theme == "dark" { Theme::Dark } else { Theme::Light };
    fs::create_dir_all(folder)?;
    let drawing =
        PreEscaped(drawing.first().map(fs::read_to_string).transpose()?.unwrap_or_default());
    for (name, page) in front_pages(assets, theme, &drawing) {
        write(folder, name, page)?;
    }
    for (name, page) in ui::my_work::samples::samples(assets, theme) {
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
