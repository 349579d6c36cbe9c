//! About: what Kith is and is not, whose ideas it rests on, and what others made that is in it. It
//! is for everybody, signed in or not.
//!
//! What it says of Kith and of the makers of methods are cards of the library, so that the tablet
//! says the same without a network.

use domain::library::{Card, Library, Part};
use maud::{Markup, html};

use crate::layout::{Look, Theme, brand, document};
use crate::library::lines;
use crate::{say, urls};

/// A font, a set of icons or a library that others made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// The package it came in.
    pub package: String,
    /// Which version of it.
    pub version: String,
    /// Name of its licence.
    pub licence: String,
    /// Where the text of that is, below the folder of assets.
    pub text_at: String,
}

/// The page.
pub fn about(look: Look<'_>, works: &[Work]) -> Markup {
    let library = Library::ours();
    let cards: Vec<&Card> = library.of(Part::About).collect();
    let body = html! {
        a.skip href="#main" { (say!("skip")) }
        main #main.wrap.about tabindex="-1" {
            (brand())
            h1.size-26 { (say!("about-title")) }
            article.sheet.plain-sheet {
                @for card in cards {
                    section { h2.size-21 { (card.title) } (lines(&card.lines, false)) }
                }
                section {
                    h2.size-21 { (say!("about-works")) }
                    p { (say!("about-works-lead")) }
                    (works_table(look, works))
                    p { (say!("about-crates")) }
                }
            }
            p.about-back { a href=(urls::MyWork) { (say!("about-back")) } }
        }
    };
    document(look, &say!("about-title"), &["library"], &body)
}

fn works_table(look: Look<'_>, works: &[Work]) -> Markup {
    html! {
        div.about-works {
            table {
                thead { tr {
                    th { (say!("about-work")) }
                    th { (say!("about-version")) }
                    th { (say!("about-licence")) }
                } }
                tbody {
                    @for work in works {
                        tr {
                            th scope="row" { (work.package) }
                            td { (work.version) }
                            td { a href={ (look.assets) "/" (work.text_at) } { (work.licence) } }
                        }
                    }
                }
            }
        }
    }
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let work = |package: &str, version: &str, licence: &str, text_at: &str| Work {
        package: package.into(),
        version: version.into(),
        licence: licence.into(),
        text_at: text_at.into(),
    };
    let works = [
        work("@fontsource/andika", "5.3.0", "OFL-1.1", "fonts/LICENSE-andika.txt"),
        work("lucide-static", "1.62.0", "ISC and MIT", "icons/LICENSE-lucide.txt"),
    ];
    vec![("about", about(Look { assets, theme }, &works))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_makers_of_the_methods_are_named_and_stand_behind_nothing_of_ours() {
        let page = about(Look { assets: "/a/0", theme: Theme::Light }, &[]).into_string();
        let makers =
            ["Nicki Weld", "Maggie Greening", "Vania Da Paz", "Sonja Parker", "Susie Essex"];
        for maker in makers {
            assert!(page.contains(maker), "{maker}");
        }
        assert!(page.contains("do not stand behind it"));
    }
}
