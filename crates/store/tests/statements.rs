//! Every SQL text of this crate is prepared on both databases, so that a wrong name is found here
//! and not by somebody who needs the page.
//!
//! The texts are read from the sources: each constant that begins as a statement does, put
//! together as the compiler does it where it is made of pieces.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::visit::Visit;
use syn::{Expr, ExprLit, ExprMacro, ItemConst, ItemMod, Lit, Token, braced, parenthesized};
use town::stores::empty_stores;

/// A statement, and where it stands.
struct Statement {
    file: String,
    name: String,
    sql: String,
}

/// The constants of one file, and the macros that stand for a piece of text.
#[derive(Default)]
struct Texts {
    constants: Vec<(String, Expr)>,
    pieces: HashMap<String, Expr>,
}

impl<'ast> Visit<'ast> for Texts {
    fn visit_item_const(&mut self, item: &'ast ItemConst) {
        self.constants.push((item.ident.to_string(), (*item.expr).clone()));
    }
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if item.ident != "tests" {
            syn::visit::visit_item_mod(self, item);
        }
    }
    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        let one_rule = |input: ParseStream<'_>| {
            let (_nothing, body);
            parenthesized!(_nothing in input);
            input.parse::<Token![=>]>()?;
            braced!(body in input);
            let piece = body.parse::<Expr>();
            input.parse::<Option<Token![;]>>()?;
            piece
        };
        if let (Some(name), Ok(piece)) = (&item.ident, one_rule.parse2(item.mac.tokens.clone())) {
            self.pieces.insert(name.to_string(), piece);
        }
    }
}

impl Texts {
    /// The text that an expression comes to, where it is one.
    fn text(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            Expr::Macro(ExprMacro { mac, .. }) if mac.path.is_ident("concat") => {
                let parts = Punctuated::<Expr, Token![,]>::parse_terminated;
                let parts = parts.parse2(mac.tokens.clone()).ok()?;
                parts.iter().map(|part| self.text(part)).collect()
            }
            Expr::Macro(ExprMacro { mac, .. }) => {
                self.text(self.pieces.get(&mac.path.get_ident()?.to_string())?)
            }
            _ => None,
        }
    }
}

fn is_statement(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    ["select", "insert", "update", "delete", "with"].contains(&first) && text.contains(' ')
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("sources") {
        let path = entry.expect("a source").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn statements() -> Vec<Statement> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for path in sources(&folder) {
        let source = std::fs::read_to_string(&path).expect("readable");
        let mut texts = Texts::default();
        texts.visit_file(&syn::parse_file(&source).expect("Rust"));
        let file = path.strip_prefix(&folder).expect("below").display().to_string();
        for (name, expr) in &texts.constants {
            if let Some(sql) = texts.text(expr).filter(|text| is_statement(text)) {
                found.push(Statement { file: file.clone(), name: name.clone(), sql });
            }
        }
    }
    found
}

/// In `dialect` each database has texts of its own: `LITE…` for one, all others for the other.
fn is_for(statement: &Statement, database: &str) -> bool {
    let lite = statement.name.starts_with("LITE");
    statement.file != "dialect.rs" || lite == (database == "SQLite")
}

#[test]
fn every_statement_is_prepared_on_both_databases() {
    let statements = statements();
    assert!(statements.len() > 80, "only {} statements were found", statements.len());
    let named = |file, name| statements.iter().any(|s| s.file == file && s.name == name);
    assert!(named("access.rs", "LISTED") && named("access.rs", "OPEN"), "those made of pieces");
    for store in empty_stores().expect("stores") {
        drop(store.open(1).expect("opened"));
        let mut tx = store.place.connect().expect("connected");
        let mut refused = Vec::new();
        for statement in statements.iter().filter(|statement| is_for(statement, store.database)) {
            if let Err(why) = tx.prepare(&statement.sql) {
                let Statement { file, name, .. } = statement;
                refused.push(format!("{file} {name}: {why:?}"));
            }
        }
        assert!(refused.is_empty(), "{}:\n{}", store.database, refused.join("\n"));
    }
}
