//! Words shown to people: Fluent messages in `words/en-GB/<noun>.ftl`, one voice, one name per
//! thing.
//!
//! A page asks with `say!("key")` or `say!("key", name = value)`. A test reads the sources and
//! the files and fails where a key is used and not written, or written and not used; the kit's
//! words are used by its tree and its scripts, as `kit/uses.rs` reads them. Deliberately absent:
//! isolation marks around what is filled in (the page sets direction), and any sentence made
//! outside these files.
use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

pub(crate) const EN_GB: &[&str] = &[
    include_str!("../words/en-GB/accounts.ftl"),
    include_str!("../words/en-GB/alone.ftl"),
    include_str!("../words/en-GB/board.ftl"),
    include_str!("../words/en-GB/children.ftl"),
    include_str!("../words/en-GB/dates.ftl"),
    include_str!("../words/en-GB/draft.ftl"),
    include_str!("../words/en-GB/entry.ftl"),
    include_str!("../words/en-GB/front_page.ftl"),
    include_str!("../words/en-GB/houses.ftl"),
    include_str!("../words/en-GB/import.ftl"),
    include_str!("../words/en-GB/kit.ftl"),
    include_str!("../words/en-GB/kit_desk.ftl"),
    include_str!("../words/en-GB/kit_ink.ftl"),
    include_str!("../words/en-GB/kit_library.ftl"),
    include_str!("../words/en-GB/kit_parents.ftl"),
    include_str!("../words/en-GB/kit_screens.ftl"),
    include_str!("../words/en-GB/kit_worker.ftl"),
    include_str!("../words/en-GB/layout.ftl"),
    include_str!("../words/en-GB/library.ftl"),
    include_str!("../words/en-GB/listening.ftl"),
    include_str!("../words/en-GB/my_work.ftl"),
    include_str!("../words/en-GB/note.ftl"),
    include_str!("../words/en-GB/packages.ftl"),
    include_str!("../words/en-GB/parents.ftl"),
    include_str!("../words/en-GB/problem.ftl"),
    include_str!("../words/en-GB/reason.ftl"),
    include_str!("../words/en-GB/scale.ftl"),
    include_str!("../words/en-GB/search.ftl"),
    include_str!("../words/en-GB/set_up.ftl"),
    include_str!("../words/en-GB/sign_in.ftl"),
    include_str!("../words/en-GB/steps.ftl"),
    include_str!("../words/en-GB/story.ftl"),
    include_str!("../words/en-GB/tablets.ftl"),
    include_str!("../words/en-GB/terms.ftl"),
    include_str!("../words/en-GB/who_can_see.ftl"),
    include_str!("../words/en-GB/whose.ftl"),
];

static BUNDLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle().0);

/// The words of a key, filled in. Where the key is not written the key itself stands, so that no
/// page fails.
#[macro_export]
macro_rules! say {
    ($key:literal) => {
        $crate::words::message($key, None)
    };
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut filling = fluent_bundle::FluentArgs::new();
        $(filling.set(stringify!($name), $value);)+
        $crate::words::message($key, Some(&filling))
    }};
}

/// The words of `key` with `filling` in its places; pages use the macro [`say!`].
pub fn message(key: &'static str, filling: Option<&FluentArgs>) -> Cow<'static, str> {
    let Some(pattern) = BUNDLE.get_message(key).and_then(|message| message.value()) else {
        return Cow::Borrowed(key);
    };
    let mut faults = Vec::new();
    match filling {
        None => BUNDLE.format_pattern(pattern, None, &mut faults),
        Some(filling) => {
            Cow::Owned(BUNDLE.format_pattern(pattern, Some(filling), &mut faults).into_owned())
        }
    }
}

/// The bundle, and what was wrong with the files.
fn bundle() -> (FluentBundle<FluentResource>, Vec<String>) {
    let mut faults = Vec::new();
    let language: LanguageIdentifier = "en-GB".parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    for source in EN_GB {
        let resource =
            FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(rest, wrong)| {
                faults.extend(wrong.iter().map(ToString::to_string));
                rest
            });
        if let Err(wrong) = bundle.add_resource(resource) {
            faults.extend(wrong.iter().map(ToString::to_string));
        }
    }
    (bundle, faults)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    /// Every key that a source file under `folder` says.
    fn said_in(folder: &Path, said: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).expect("the sources are here") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                said_in(&path, said);
                continue;
            }
            let source = fs::read_to_string(&path).expect("sources are text");
            let code: Vec<&str> =
                source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            for call in code.join("\n").split("say!(").skip(1) {
                let quoted = call.trim_start().strip_prefix('"');
                let key = quoted.and_then(|rest| rest.split('"').next()).unwrap_or_default();
                let is_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
                if !key.is_empty() && key.chars().all(is_key) {
                    said.insert(key.to_owned());
                }
            }
        }
    }

    fn written() -> BTreeSet<String> {
        let lines = EN_GB.iter().flat_map(|file| file.lines());
        let names = lines.filter_map(|line| line.split_once(" =").map(|(name, _)| name));
        names.filter(|name| !name.starts_with([' ', '#'])).map(str::to_owned).collect()
    }

    #[test]
    fn the_files_of_words_are_sound() {
        assert_eq!(bundle().1, Vec::<String>::new());
        let listed =
            fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/words/en-GB")).expect("here");
        assert_eq!(listed.count(), EN_GB.len(), "each file of words is in the bundle");
    }

    #[test]
    fn each_key_said_is_written_and_each_key_written_is_said() {
        let mut said = BTreeSet::new();
        said_in(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut said);
        let all = EN_GB.concat();
        let (terms, keys): (BTreeSet<_>, BTreeSet<_>) =
            written().into_iter().partition(|name| name.starts_with('-'));
        assert_eq!(
            said.difference(&keys).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "not written"
        );
        let kit = crate::kit::uses::Uses::all();
        let never = keys.difference(&said).filter(|key| !kit.holds(key));
        assert_eq!(never.collect::<Vec<_>>(), Vec::<&String>::new(), "never said");
        for term in terms {
            assert!(all.contains(&format!("{{ {term} }}")), "nobody uses the term {term}");
        }
    }

    #[test]
    fn words_are_filled_in() {
        assert_eq!(say!("age-months", n = 5), "5 months");
        assert_eq!(say!("age-months", n = 1), "1 month");
    }
}
