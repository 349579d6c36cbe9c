//! `cargo xtask bench [NAME] [--seconds N] [--runs N]`: figures, each measured here and now, one
//! JSON line each.
//!
//! `{"figure":"…","value":n,"unit":"…","goal":"…","runs":[…]}`; `value` is the median of the
//! runs, and a rate says which share it is of the bare "hello" of the same server in the same
//! runs. A figure that could not be measured is an error and never a line. Never a test: a figure
//! is read by a person, beside the machine it was taken on.
//!
//! ```text
//! filled     one large store, made once, copied for each bench
//! loads      wrk asks, as many signed-in workers as connections, one of their children at random
//! errands    commands, timed from start to exit
//! houses     the kit in a browser, and what tablets hand in
//! ```

use anyhow::{Context, Result, bail};

mod demo;
mod errands;
mod filled;
mod houses;
mod http;
mod loads;
mod served;
mod wrk;

/// How long and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pace {
    seconds: u32,
    runs: usize,
}

/// One figure, and what it should be.
#[derive(Debug, Clone, Copy)]
struct Figure {
    name: &'static str,
    unit: &'static str,
    /// As the work in hand sets it.
    goal: &'static str,
}

/// A figure with its runs.
struct Taken {
    figure: Figure,
    runs: Vec<f64>,
    /// The runs of the same server's hello, for a rate.
    hello: Option<Vec<f64>>,
}

/// Figures that are taken one by one, `runs` times.
const ERRANDS: &[(Figure, Errand)] = &[
    (Figure { name: "demo_ready", unit: "ms", goal: "< 5000" }, demo::ready),
    (Figure { name: "demo_resident", unit: "MB", goal: "" }, demo::resident),
    (Figure { name: "census", unit: "s", goal: "< 5" }, errands::census),
    (Figure { name: "start", unit: "ms", goal: "< 200" }, errands::start),
    (Figure { name: "rebuild_but_words", unit: "s", goal: "< 60" }, errands::rebuild_but_words),
    (Figure { name: "rebuild_with_words", unit: "s", goal: "" }, errands::rebuild),
];

type Errand = fn(Pace) -> Result<Vec<f64>>;

/// Takes every figure, or those whose name begins so.
pub fn run(arguments: &[String]) -> Result<()> {
    let (name, pace) = read(arguments)?;
    let wanted = |figure: &Figure| figure.name.starts_with(name.as_str());
    let errands: Vec<_> = ERRANDS.iter().filter(|(figure, _)| wanted(figure)).collect();
    let loads = loads::wanted(&wanted);
    let houses = houses::names().any(|figure| figure.starts_with(name.as_str()));
    if errands.is_empty() && loads.is_empty() && !houses {
        let names = ERRANDS.iter().map(|(figure, _)| figure.name);
        let names = names.chain(loads::names()).chain(houses::names());
        bail!("There is no such figure. There are: {}", names.collect::<Vec<_>>().join(", "));
    }
    for taken in loads::take(&loads, pace)?.iter().filter(|taken| wanted(&taken.figure)) {
        println!("{}", line(taken)?);
    }
    for taken in houses::take(&wanted, pace)? {
        println!("{}", line(&taken)?);
    }
    for (figure, take) in errands {
        let runs = take(pace).with_context(|| figure.name)?;
        println!("{}", line(&Taken { figure: *figure, runs, hello: None })?);
    }
    Ok(())
}

fn read(arguments: &[String]) -> Result<(String, Pace)> {
    let (mut name, mut pace) = (String::new(), Pace { seconds: 30, runs: 5 });
    let mut said = arguments.iter();
    while let Some(word) = said.next() {
        let mut number = || said.next().with_context(|| format!("{word} wants a number"));
        match word.as_str() {
            "--seconds" => pace.seconds = number()?.parse().context("--seconds")?,
            "--runs" => pace.runs = number()?.parse().context("--runs")?,
            _ => name.clone_from(word),
        }
    }
    if pace.seconds == 0 || pace.runs == 0 {
        bail!("a bench takes a second and a run at least");
    }
    Ok((name, pace))
}

/// The line of a figure.
fn line(taken: &Taken) -> Result<String> {
    let value =
        median(&taken.runs).with_context(|| format!("{} was not run", taken.figure.name))?;
    let mut line = serde_json::json!({
        "figure": taken.figure.name,
        "value": round(value),
        "unit": taken.figure.unit,
        "goal": taken.figure.goal,
        "runs": taken.runs.iter().map(|run| round(*run)).collect::<Vec<f64>>(),
    });
    if let Some(hello) = taken.hello.as_deref().and_then(median)
        && let Some(line) = line.as_object_mut()
    {
        line.insert("share_of_hello".into(), round(value / hello).into());
    }
    Ok(line.to_string())
}

/// The middle one, or the mean of the two in the middle.
fn median(runs: &[f64]) -> Option<f64> {
    let mut sorted = runs.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get(sorted.len().checked_sub(1)? / 2)?;
    Some(f64::midpoint(*lower, *upper))
}

/// To a thousandth.
fn round(value: f64) -> f64 {
    (value * 1_000.0).round() / 1_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_the_median_of_its_runs_with_its_share_of_hello() {
        let figure = Figure { name: "front_page_rate", unit: "requests/s", goal: ">= 4000" };
        let taken =
            Taken { figure, runs: vec![5.0, 1.0, 3.0], hello: Some(vec![12.0, 6.0, 1.0, 4.0]) };
        let line: serde_json::Value = serde_json::from_str(&line(&taken).unwrap()).unwrap();
        assert_eq!(line["value"], 3.0);
        assert_eq!(line["runs"], serde_json::json!([5.0, 1.0, 3.0]));
        assert_eq!(line["share_of_hello"], 0.6);
    }

    #[test]
    fn no_runs_are_no_figure() {
        let figure = Figure { name: "start", unit: "ms", goal: "" };
        assert!(line(&Taken { figure, runs: vec![], hello: None }).is_err());
    }

    #[test]
    fn a_figure_that_is_not_there_is_an_error() {
        assert!(run(&["no such figure".into()]).is_err());
    }

    #[test]
    fn a_bench_can_be_made_short_for_trying() {
        let said = ["save", "--seconds", "2", "--runs", "1"].map(ToOwned::to_owned);
        assert_eq!(read(&said).unwrap(), ("save".into(), Pace { seconds: 2, runs: 1 }));
        assert!(read(&["--runs".into(), "0".into()]).is_err());
        assert!(read(&["--seconds".into()]).is_err());
    }
}
