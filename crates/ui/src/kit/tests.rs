//! Every line at every level, within its limits, and plain enough for whoever reads it.

use std::collections::{BTreeMap, BTreeSet};

use domain::kit::lines::{self, Level, SYMBOLS, sentences};
use domain::kit::tree::{Asks, Node};

use super::*;

/// What is wrong with a line, and where.
type Wrong = Vec<String>;

const NONE: Wrong = Vec::new();

/// Names of all the child's lines that are written at some level.
fn lines_written(words: &BTreeMap<String, String>) -> BTreeSet<String> {
    let of_child = words.keys().filter(|key| !key.starts_with("kit-w-"));
    let levelled = of_child.filter_map(|key| {
        let (name, letter) = key.strip_prefix(OURS)?.rsplit_once('-')?;
        Level::ALL.iter().any(|level| level.letter().to_string() == letter).then(|| name.to_owned())
    });
    levelled.collect()
}

fn too_long(words: &BTreeMap<String, String>) -> Wrong {
    let mut wrong = Vec::new();
    for name in lines_written(words) {
        for level in Level::ALL {
            let key = uses::key(&name, level);
            match words.get(&key).map(|line| lines::longest_sentence(line)) {
                None => wrong.push(format!("{key} is not written")),
                Some(longest) if longest > level.sentence_words_max() => {
                    wrong.push(format!("{key} has a sentence of {longest} words"));
                }
                Some(_) => {}
            }
        }
    }
    wrong
}

fn symbols_amiss(words: &BTreeMap<String, String>) -> Wrong {
    let mut wrong = Vec::new();
    for name in lines_written(words) {
        let (line, key) = (uses::key(&name, Level::E), uses::symbols(&name));
        let drawings: Vec<&str> =
            words.get(&key).map(|all| all.split(' ').collect()).unwrap_or_default();
        let ideas = words.get(&line).map_or(0, |line| sentences(line).len());
        if drawings.len() != ideas {
            wrong.push(format!("{key}: {} drawings beside {ideas} sentences", drawings.len()));
        }
        let unknown = drawings.iter().filter(|each| !SYMBOLS.contains(each));
        wrong.extend(unknown.map(|each| format!("{key}: no drawing is called {each}")));
    }
    wrong
}

/// What is wrong with one line at a node, by what the node's words do.
fn leads(node: &Node, line: &str) -> Option<&'static str> {
    let asks = node.asks?;
    let may_say_hurt = asks == Asks::Limit || node.end.is_some();
    let may_be_yes_or_no = matches!(asks, Asks::Agrees | Asks::Arranges);
    let act = lines::names_an_act(line).filter(|_| !may_say_hurt);
    let closed = lines::opens_yes_or_no(line).filter(|_| !may_be_yes_or_no);
    lines::names_a_person(line).or(act).or(closed)
}

fn one(key: &str, text: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(key.to_owned(), text.to_owned())])
}

#[test]
fn every_word_is_plain_text_and_places() {
    let all = words::EN_GB.iter().flat_map(|source| messages(source));
    let odd: Vec<String> = all.filter(|(_, text)| text.is_none()).map(|(key, _)| key).collect();
    assert_eq!(odd, NONE);
    let source =
        "kit-a = { $n ->\n    [one] a\n   *[other] b\n }\nkit-b = { -term }\nkit-c = { $n }\n";
    let read: Vec<_> = messages(source).into_iter().map(|(_, text)| text).collect();
    assert_eq!(read, [None, None, Some("{$n}".to_owned())]);
}

#[test]
fn every_line_is_written_at_each_level_and_within_its_limit() {
    assert_eq!(too_long(&words()), NONE);
    let lone = too_long(&one("kit-x-a", "One two three four five six seven eight nine."));
    assert_eq!(lone.len(), 5, "{lone:?}");
}

#[test]
fn easy_read_has_a_drawing_beside_each_sentence() {
    assert_eq!(symbols_amiss(&words()), NONE);
    assert_eq!(symbols_amiss(&one("kit-x-e", "Stop. Go.")).len(), 1);
}

/// What is pressed may also be a line, with a word for each level.
#[test]
fn each_word_that_the_tree_names_is_written() {
    let names = uses::in_tree(&uses::tree());
    let unwritten = |words: &BTreeMap<String, String>| -> Wrong {
        let has = |key: &String| words.contains_key(key);
        let at_each = |name: &String| Level::ALL.iter().all(|level| has(&uses::key(name, *level)));
        let either = |name: &String| has(&format!("{OURS}{name}")) || at_each(name);
        let lines = names.lines.iter().filter(|name| !at_each(name));
        lines.chain(names.single.iter().filter(|name| !either(name))).cloned().collect()
    };
    let mut words = words();
    assert_eq!(unwritten(&words), NONE);
    for key in ["kit-stopping-d", "kit-skip", "kit-w-enquiry", "kit-p-why-title", "kit-dreams-a"] {
        words.remove(key).unwrap_or_else(|| panic!("{key} was written"));
    }
    assert_eq!(unwritten(&words), ["stopping", "dreams", "p-why-title", "skip", "w-enquiry"]);
}

#[test]
fn each_word_that_a_script_asks_for_is_written() {
    let words = words();
    let written = |name: &String| uses::keys_of(name).iter().any(|key| words.contains_key(key));
    let called = uses::in_scripts().called;
    assert_eq!(called.into_iter().filter(|name| !written(name)).collect::<Wrong>(), NONE);
}

#[test]
fn a_script_uses_what_it_says_names_counts_and_begins() {
    let mut found = uses::InScripts::default();
    let source = "kit.say(\"stop\"), w(\"near\"); kit.count(\"pages\", 2);\n\
        const A = [\"good\", \"Not a name\"];\n// say(\"never\")\nkit.say(`colour-${one}`);";
    uses::read_script(source, &mut found);
    let called: Vec<&String> = found.called.iter().collect();
    assert_eq!(called, ["pages-one", "stop", "w-near"]);
    let none = uses::Names { lines: BTreeSet::new(), single: BTreeSet::new() };
    let uses = uses::Uses::of(&none, found);
    for key in
        ["kit-good", "kit-stop-e-symbol", "kit-w-near", "kit-pages-other", "kit-colour-red-a"]
    {
        assert!(uses.holds(key), "{key}");
    }
    assert!(!uses.holds("kit-never") && !uses.holds("kit-colours"));
}

/// The tablet takes the child's line first, so that the one key would never be heard.
#[test]
fn no_name_is_both_a_line_and_something_pressed() {
    let words = words();
    let both = |words: &BTreeMap<String, String>| -> Wrong {
        let lines = lines_written(words).into_iter();
        lines.filter(|name| words.contains_key(&format!("{OURS}{name}"))).collect()
    };
    assert_eq!(both(&words), NONE);
    let mut clash = one("kit-stop-a", "Stop.");
    clash.extend(one("kit-stop", "Stop"));
    assert_eq!(both(&clash), ["stop"]);
}

#[test]
fn no_line_to_a_child_names_a_person_or_an_act_or_asks_for_yes() {
    let words = words();
    let mut wrong = Vec::new();
    let tree = uses::tree();
    for node in &tree.nodes {
        for key in node.says().flat_map(|name| Level::ALL.map(|level| uses::key(name, level))) {
            let found = words.get(&key).and_then(|line| leads(node, line));
            wrong.extend(found.map(|word| format!("{} says {word} in {key}", node.id)));
        }
    }
    assert_eq!(wrong, NONE);
    let worries = tree.find_node("H20").expect("the worries house");
    for line in ["What does Dad do?", "Who shouts?", "Are you worried?"] {
        assert!(leads(worries, line).is_some(), "{line}");
    }
}

#[test]
fn nobody_is_promised_what_cannot_be_kept_and_nobody_hears_jargon() {
    let words = words();
    let heard = words.iter().filter(|(key, _)| !key.starts_with("kit-w-"));
    let wrong = heard.filter_map(|(key, text)| {
        let word = lines::promises(text).or(lines::jargon(text))?;
        Some(format!("{key} says {word}"))
    });
    assert_eq!(wrong.collect::<Wrong>(), NONE);
    let workers = words.iter().filter(|(key, _)| key.starts_with("kit-w-guide"));
    let kept = |text: &str| lines::promises(text).filter(|word| *word != "it will be all right");
    assert_eq!(workers.filter_map(|(_, text)| kept(text)).collect::<Vec<_>>(), Vec::<&str>::new());
}

/// Grade 6 after Flesch and Kincaid is read at about eleven.
#[test]
fn parents_read_at_eleven() {
    let words = words();
    let parents =
        words.iter().filter(|(key, _)| key.starts_with("kit-p-") && !key.ends_with("-title"));
    let hard =
        parents.map(|(key, text)| (key, lines::grade(text))).filter(|(_, grade)| *grade > 6.0);
    assert_eq!(hard.collect::<Vec<_>>(), Vec::<(&String, f64)>::new());
}

#[test]
fn a_line_about_the_law_says_who_must_check_it() {
    let words = words();
    let law = words.iter().filter(|(key, _)| key.starts_with("kit-w-law-"));
    let bare = law.filter(|(_, text)| !text.ends_with("To be checked by a lawyer."));
    assert_eq!(bare.map(|(key, _)| key.clone()).collect::<Wrong>(), NONE);
}

#[test]
fn the_page_holds_no_script_or_style_of_its_own_and_nobody() {
    let page = page("0123456789abcdef").into_string();
    for address in ["css/kit.css", "js/kit/kit.js", "icons/kith.svg"] {
        assert!(page.contains(&format!("\"/a/0123456789abcdef/{address}\"")), "{address}");
    }
    assert!(page.contains("<html lang=\"en-GB\"") && page.contains("<title>Three houses"));
    assert!(page.contains("href=\"manifest.webmanifest\""));
    assert!(page.contains("></script>") && !page.contains("<style") && !page.contains(" style="));
}
