//! Every page and component with something in it, for the samples page in development, for looking,
//! and for the laws that hold on all of them.
use maud::{Markup, html};

use crate::layout::{Look, Theme, document};
use crate::{
    about, accounts, alone, board, button, children, emblem, entry, field, front_page, genogram,
    houses, import, library, listening, my_work, note, packages, parents, person_mark, problem,
    reason, search, set_up, sign_in, steps, story, tablets, who_can_see, whose,
};

/// Whole pages, by name.
pub fn pages(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let pages = [
        front_page::samples::samples(assets, theme),
        my_work::samples::samples(assets, theme),
        board::samples::samples(assets, theme),
        steps::samples::samples(assets, theme),
        story::samples::samples(assets, theme),
        note::samples(assets, theme),
        entry::samples::samples(assets, theme),
        houses::samples::samples(assets, theme),
        houses::answer::samples(assets, theme),
        houses::linking::samples(assets, theme),
        houses::moving::samples(assets, theme),
        import::samples::samples(assets, theme),
        sign_in::samples(assets, theme),
        set_up::samples(assets, theme),
        reason::samples(assets, theme),
        children::samples(assets, theme),
        listening::samples::samples(assets, theme),
        search::samples::samples(assets, theme),
        who_can_see::samples(assets, theme),
        accounts::samples(assets, theme),
        tablets::samples(assets, theme),
        whose::samples(assets, theme),
        alone::samples(assets, theme),
        packages::samples(assets, theme),
        library::samples::samples(assets, theme),
        about::samples(assets, theme),
        parents::samples(assets, theme),
        problem::samples(assets, theme),
        vec![("parts", parts(Look { assets, theme }))],
    ];
    pages.into_iter().flatten().collect()
}

/// Small components, all on one page.
fn parts(look: Look<'_>) -> Markup {
    let parts =
        [person_mark::samples(), emblem::samples(), button::samples(), field::samples()].concat();
    document(
        look,
        "Parts",
        &["scale", "genogram"],
        &html! {
            main.wrap #main {
                h1 { "Parts" }
                @for (name, part) in parts { h2.small { (name) } (part) }
                @for sample in genogram::samples() {
                    h2.small { (sample.shows) }
                    (genogram::genogram(&sample.family, 231.0))
                }
            }
        },
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    fn drawn() -> Vec<(&'static str, String)> {
        let pages = pages("/a/0", Theme::Light);
        pages.into_iter().map(|(name, page)| (name, page.into_string())).collect()
    }

    /// Values of an attribute, wherever it stands.
    fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
        let parts = page.split(&format!(" {attribute}=\"")).skip(1).collect::<Vec<_>>();
        parts.into_iter().filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn nothing_is_inline_so_the_strict_policy_holds() {
        for (name, page) in drawn() {
            assert_eq!(values(&page, "style"), Vec::<&str>::new(), "{name}");
            assert!(!page.contains("<style"), "{name}");
            let modules = page.matches("<script type=\"module\" src=").count();
            assert_eq!(page.matches("<script").count(), modules, "{name}");
            let listens = |part: &str| part.starts_with("on") && part.contains("=\"");
            assert!(!page.split_whitespace().any(listens), "{name}");
        }
    }

    #[test]
    fn each_style_sheet_and_icon_that_is_named_exists() {
        let css = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/css");
        let sprite = include_str!("../../assets/icons/sprite.svg");
        let mut drawn_icons = BTreeSet::new();
        for (name, page) in drawn() {
            for sheet in values(&page, "href").iter().filter_map(|to| to.strip_prefix("/a/0/css/"))
            {
                assert!(css.join(sheet).exists(), "{name} asks for {sheet}");
            }
            for icon in values(&page, "href").iter().filter_map(|to| to.split_once("sprite.svg#")) {
                assert!(
                    sprite.contains(&format!("id=\"{}\"", icon.1)),
                    "{name} asks for {}",
                    icon.1
                );
                drawn_icons.insert(icon.1.to_owned());
            }
        }
        assert!(drawn_icons.len() > 20, "the icons are drawn out of the sprite");
    }

    #[test]
    fn no_id_is_given_twice_and_each_label_has_its_field() {
        for (name, page) in drawn().into_iter().filter(|(name, _)| *name != "parts") {
            let ids = values(&page, "id");
            let once: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), once.len(), "{name}: {ids:?}");
            for target in values(&page, "for") {
                assert!(once.contains(target), "{name}: nothing is called {target}");
            }
        }
    }

    #[test]
    fn each_page_has_one_first_heading_and_a_main_part() {
        for (name, page) in drawn() {
            assert_eq!(page.matches("<h1").count(), 1, "{name}");
            assert_eq!(page.matches("<main").count(), 1, "{name}");
        }
    }
}
