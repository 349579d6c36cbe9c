//! What a drawing comes down to, and what is refused.

use super::*;
use proptest::prelude::*;

fn line(id: &str, points: &str) -> String {
    let head = r##""kind":"stroke","page":"p","tool":"crayon","colour":"#C24E36","width":6"##;
    format!(r#"{{{head},"id":"{id}","points":[{points}],"at":1,"since":1,"by":"child"}}"#)
}

fn page(lines: &[&str]) -> Result<Drawing, DrawingFault> {
    Drawing::read(lines.join("\n").as_bytes())
}

#[test]
fn a_stroke_that_went_on_takes_the_place_of_its_beginning_and_keeps_its_place() {
    let begun = line("a", "[1,1,0.5,0]");
    let other = line("b", "[9,9,0.5,0]");
    let whole = line("a", "[1,1,0.5,0],[2,2,0.5,8]");
    let drawing = page(&[&begun, &other, &whole]).expect("a drawing");
    let points: Vec<usize> = drawing
        .marks
        .iter()
        .map(|mark| if let Mark::Stroke(stroke) = mark { stroke.points.len() } else { 0 })
        .collect();
    assert_eq!(points, [2, 1]);
}

#[test]
fn what_was_undone_is_gone_and_what_was_moved_is_where_it_was_moved_to() {
    let stroke = line("a", "[1,1,0.5,0]");
    let drawing = page(&[
        r#"{"kind":"page","page":"p","house":"good"}"#,
        &stroke,
        r#"{"kind":"sticker","page":"p","id":"s","what":"dog","x":10,"y":10,"size":96}"#,
        r#"{"kind":"sticker_moved","page":"p","id":"s","x":300,"y":200}"#,
        r#"{"kind":"undo","page":"p","id":"a"}"#,
        r#"{"kind":"title","page":"p","text":"my dog"}"#,
        r#"{"kind":"glitter","page":"p","id":"g"}"#,
    ]);
    let drawing = drawing.expect("a drawing");
    let dog = Sticker { what: "dog".into(), x: 300.0, y: 200.0, size: 96.0 };
    assert_eq!(drawing.marks, [Mark::Sticker(dog)]);
    assert_eq!((drawing.title.as_deref(), drawing.unknown), (Some("my dog"), 1));
}

#[test]
fn a_copy_has_what_stands_and_nothing_the_child_took_back() {
    let on_my_feet = r#"{"kind":"words","page":"p","id":"w","text":"on my feet","x":40,"y":60}"#;
    let on_my_bed = r#"{"kind":"words","page":"p","id":"w","text":"on my bed","x":40,"y":60}"#;
    let (gone, dog) = (line("a", "[1,1,0.5,0]"), line("b", "[2,2,0.5,0]"));
    let all = [
        r#"{"kind":"title","page":"p","text":"the hitting"}"#,
        on_my_feet,
        &gone,
        &dog,
        on_my_bed,
        r#"{"kind":"undo","page":"p","id":"a"}"#,
        r#"{"kind":"title","page":"p","text":"my dog"}"#,
        "no line",
    ];
    let stands = standing(all.join("\n").as_bytes());
    let title = r#"{"kind":"title","page":"p","text":"my dog"}"#;
    assert_eq!(String::from_utf8_lossy(&stands), [&*dog, on_my_bed, title].join("\n"));
    let drawn = |bytes: &[u8]| Drawing::read(bytes).expect("a drawing");
    let mut marks = drawn(&stands).marks;
    marks.reverse();
    assert_eq!(marks, drawn(all[..7].join("\n").as_bytes()).marks);
}

#[test]
fn words_without_a_place_are_no_drawing() {
    let said = r#"{"kind":"words","page":"p","id":"w","text":"the ambilance"}"#;
    assert!(page(&[said]).expect("words").is_blank());
    let put = r#"{"kind":"words","page":"p","id":"w","text":"me","x":40,"y":60}"#;
    assert!(!page(&[put]).expect("words").is_blank());
}

#[test]
fn what_does_not_fit_on_the_paper_is_refused_by_its_line() {
    let off = |line: &str, what| {
        assert_eq!(page(&["", line]), Err(DrawingFault::OffThePaper { line: 2, what }), "{line}");
    };
    off(&line("a", "[5000,1,0.5,0]"), "place");
    off(&line("a", "[1,1,1.5,0]"), "pressure");
    off(&line("a", "[1,1,0.5,-3]"), "time");
    off(&line("a", ""), "point");
    off(&line("a", "[1,1,0,0]").replace("#C24E36", "red"), "colour");
    off(&line("a", "[1,1,0,0]").replace("\"width\":6", "\"width\":0"), "width");
    off(r#"{"kind":"sticker","id":"s","what":"../x","x":1,"y":1,"size":9}"#, "name");
    assert!(matches!(page(&["scribble"]), Err(DrawingFault::NoMark { line: 1, .. })));
}

#[test]
fn more_than_fits_is_refused_before_it_is_read() {
    let long = vec![b' '; BYTES_MAX + 1];
    assert_eq!(Drawing::read(&long), Err(DrawingFault::TooLong { has: BYTES_MAX + 1 }));
    let many = "{\"kind\":\"page\"}\n".repeat(LINES_MAX + 1);
    assert_eq!(Drawing::read(many.as_bytes()), Err(DrawingFault::TooManyLines));
}

#[test]
fn a_crayon_is_as_wide_as_on_the_tablet() {
    assert!((width_at(6.0, 0.5) - 6.0).abs() < f64::EPSILON);
    assert!((width_at(6.0, 0.0) - 3.5).abs() < f64::EPSILON, "3.6 to the nearest half");
    assert!((width_at(0.1, 0.0) - 0.5).abs() < f64::EPSILON, "never thinner");
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = Drawing::read(&bytes);
    }

    #[test]
    fn whatever_is_read_can_be_drawn(x in any::<f64>(), p in any::<f64>(), ms in any::<f64>()) {
        let json = serde_json::json!([x, 1, p, ms]);
        if let Ok(drawing) = page(&[&line("a", &json.to_string())]) {
            for mark in &drawing.marks {
                let Mark::Stroke(stroke) = mark else { continue };
                let near = |at: &Point| at.x.is_finite() && at.x.abs() <= 2.0 * WIDE;
                prop_assert!(stroke.points.iter().all(near));
            }
        }
    }
}
