//! The tree of the product keeps every rule, and every rule notices a tree that breaks it.

use serde_json::{Value, json};

use super::super::tree::{TREE, read};
use super::*;

/// The product's tree, changed.
fn broken(change: impl FnOnce(&mut Value)) -> Vec<Rule> {
    let mut tree: Value = serde_json::from_str(TREE).expect("the tree is JSON");
    change(&mut tree);
    let tree = read(&tree.to_string()).expect("the broken tree can still be read");
    faults(&tree).into_iter().map(|fault| fault.rule).collect()
}

fn node<'v>(tree: &'v mut Value, id: &str) -> &'v mut Value {
    let nodes = tree["nodes"].as_array_mut().expect("nodes");
    nodes.iter_mut().find(|node| node["id"] == id).expect("the node is there")
}

fn choice<'v>(tree: &'v mut Value, id: &str, label: &str) -> &'v mut Value {
    let choices = node(tree, id)["choices"].as_array_mut().expect("choices");
    choices.iter_mut().find(|choice| choice["label"] == label).expect("the choice is there")
}

/// Takes a field away from a node.
fn take(tree: &mut Value, id: &str, field: &str) {
    node(tree, id).as_object_mut().expect("a node").remove(field);
}

/// Takes away the choices of a node that lead somewhere.
fn close(tree: &mut Value, id: &str, goto: &str) {
    let choices = node(tree, id)["choices"].as_array_mut().expect("choices");
    choices.retain(|choice| choice["goto"] != goto);
}

#[test]
fn the_tree_that_leads_a_session_keeps_every_rule() {
    let tree = read(TREE).expect("the tree can be read");
    assert_eq!(faults(&tree), []);
}

#[test]
fn an_unknown_guard_effect_screen_or_field_is_refused() {
    for (from, to) in [
        ("\"may_ask_more\"", "\"if_time\""),
        ("\"offer_to_parents\"", "\"send_to_parents\""),
        ("\"screen\": \"inside\"", "\"screen\": \"interview\""),
        ("\"law\":", "\"lore\":"),
    ] {
        assert!(TREE.contains(from), "{from}");
        assert!(read(&TREE.replace(from, to)).is_err(), "{to}");
    }
}

#[test]
fn an_id_given_twice_or_a_road_to_nowhere_is_noticed() {
    assert!(broken(|tree| node(tree, "H12")["id"] = json!("H11")).contains(&Rule::Names));
    let nowhere = broken(|tree| choice(tree, "H10", "more")["goto"] = json!("H99"));
    assert!(nowhere.contains(&Rule::Names));
    assert!(broken(|tree| node(tree, "H10")["only_after"] = json!("K99")).contains(&Rule::Names));
}

#[test]
fn a_node_that_does_not_fit_together_is_noticed() {
    let wrong: [fn(&mut Value); 8] = [
        |tree| node(tree, "H10")["end"] = json!("read_back"),
        |tree| take(tree, "H10", "asks"),
        |tree| node(tree, "B01")["asks"] = json!("tells"),
        |tree| node(tree, "B01")["ways"] = json!(["draw"]),
        |tree| take(tree, "H10", "guide"),
        |tree| take(tree, "K11", "stone"),
        |tree| choice(tree, "K00", "choose-pen")["value"] = json!("f"),
        |tree| choice(tree, "H10", "skip")["label"] = json!("thats-all"),
    ];
    for (nth, change) in wrong.into_iter().enumerate() {
        assert!(broken(change).contains(&Rule::Shape), "change {nth}");
    }
}

#[test]
fn a_node_that_no_road_leads_to_is_noticed() {
    assert_eq!(broken(|tree| close(tree, "B05", "B05b")), [Rule::Reached]);
}

#[test]
fn a_node_without_a_road_to_an_end_is_noticed() {
    assert!(broken(|tree| close(tree, "Y10", "E10")).contains(&Rule::Shape));
    let round = broken(|tree| choice(tree, "Y10", "answer-date-set")["goto"] = json!("Y10"));
    assert!(round.contains(&Rule::Ends));
    let perhaps = broken(|tree| {
        choice(tree, "Y10", "answer-date-set")["guard"] = json!("pages_made");
    });
    assert!(perhaps.contains(&Rule::Ends));
}

#[test]
fn a_stop_that_takes_more_than_three_steps_is_noticed() {
    assert!(broken(|tree| choice(tree, "E90", "bye")["goto"] = json!("Y10")).contains(&Rule::Stop));
    assert!(broken(|tree| tree["always"]["stop"]["goto"] = json!("K05")).contains(&Rule::Stop));
}

#[test]
fn a_break_that_cannot_be_left_is_noticed() {
    assert!(broken(|tree| close(tree, "E80", "BEFORE")).contains(&Rule::Break));
    assert!(broken(|tree| close(tree, "E80", "E90")).contains(&Rule::Break));
}

#[test]
fn a_card_for_something_important_that_the_child_sees_is_noticed() {
    let on_screen = broken(|tree| tree["always"]["important"]["goto"] = json!("D11"));
    assert!(on_screen.contains(&Rule::Important));
    assert!(broken(|tree| close(tree, "D10", "BEFORE")).contains(&Rule::Important));
}

#[test]
fn a_worker_who_cannot_go_back_is_noticed() {
    assert_eq!(broken(|tree| tree["always"]["back"]["goto"] = json!("B01")), [Rule::Back]);
}

#[test]
fn an_offer_to_parents_past_the_child_is_noticed() {
    let stopped = broken(|tree| {
        choice(tree, "E20", "done")["goto"] = json!("P20");
        take(tree, "P20", "only_after");
    });
    assert!(stopped.contains(&Rule::ParentsAfterChild));
    let after_stopping = broken(|tree| {
        choice(tree, "E20", "done")["effect"] = json!("offer_to_parents");
    });
    assert!(after_stopping.contains(&Rule::ParentsAfterChild));
}

#[test]
fn a_question_before_the_limits_of_privacy_is_noticed() {
    let straight_in = broken(|tree| {
        choice(tree, "K01", "next")["goto"] = json!("K02");
        take(tree, "K02", "only_after");
    });
    assert!(straight_in.contains(&Rule::LimitsFirst));
    let by_a_jump = broken(|tree| take(tree, "H20", "only_after"));
    assert!(by_a_jump.contains(&Rule::LimitsFirst));
}

#[test]
fn what_is_not_started_but_writes_or_goes_on_is_noticed() {
    let writes = |tree: &mut Value| choice(tree, "X01", "reason-written")["effect"] = json!("near");
    assert!(broken(writes).contains(&Rule::NotStarted));
    let on_the_way = broken(|tree| {
        choice(tree, "B01", "enquiry-limits")["effect"] = json!("enquiry");
        choice(tree, "B01", "enquiry-limits")["value"] = json!("none");
    });
    assert!(on_the_way.contains(&Rule::NotStarted));
    let goes_on = |tree: &mut Value| choice(tree, "X01", "reason-written")["goto"] = json!("B02");
    assert!(broken(goes_on).contains(&Rule::NotStarted));
    let begun = broken(|tree| choice(tree, "K01", "not-today")["goto"] = json!("X02"));
    assert!(begun.contains(&Rule::NotStarted));
}

#[test]
fn a_step_of_the_preparation_that_a_childs_no_does_not_end_is_noticed() {
    let not_there = |tree: &mut Value| close(tree, "B06c", "X05");
    assert_eq!(broken(not_there), [Rule::ChildsNo]);
    let sometimes = |tree: &mut Value| {
        choice(tree, "B03", "child-says-no")["guard"] = json!("nothing_important");
    };
    assert_eq!(broken(sometimes), [Rule::ChildsNo]);
    let as_another = |tree: &mut Value| choice(tree, "X05", "no-thanked")["goto"] = json!("F40");
    assert!(broken(as_another).contains(&Rule::ChildsNo));
    let goes_on = |tree: &mut Value| {
        let back = json!({"label": "way-fits", "goto": "B03"});
        node(tree, "X05")["choices"].as_array_mut().expect("choices").push(back);
    };
    assert!(broken(goes_on).contains(&Rule::ChildsNo));
}

#[test]
fn an_end_as_the_childs_no_where_the_child_did_not_say_it_is_noticed() {
    let a_parents = |tree: &mut Value| choice(tree, "X03", "reason-written")["goto"] = json!("F60");
    assert!(broken(a_parents).contains(&Rule::ChildsNo));
}

#[test]
fn a_tenth_prompt_in_a_house_is_noticed() {
    let for_ever = broken(|tree| {
        let more = choice(tree, "H21", "more").as_object_mut().expect("a choice");
        more.remove("guard");
    });
    assert!(for_ever.contains(&Rule::Prompts));
    assert!(broken(|tree| tree["prompts_max"] = json!(10)).contains(&Rule::Prompts));
}

#[test]
fn worries_that_cannot_be_left_for_good_things_are_noticed() {
    assert_eq!(broken(|tree| close(tree, "H22", "H10")), [Rule::LeavesWorries]);
}

#[test]
fn a_scale_for_the_youngest_is_noticed() {
    let open = broken(|tree| {
        let scale = choice(tree, "K05", "scale").as_object_mut().expect("a choice");
        scale.remove("guard");
    });
    assert_eq!(open, [Rule::Scale]);
}
