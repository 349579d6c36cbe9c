//! The shape of a Rust file: its functions, and where its unit tests begin.

use anyhow::Result;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Attribute, Block, FnArg, Item, Signature};

/// One function with a body.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    /// Where its signature begins.
    pub line: usize,
    /// From the signature to the closing brace, without the attributes and comments above.
    pub lines: usize,
    /// Without `self`.
    pub parameters: usize,
}

/// What can be measured in one file.
#[derive(Debug, Default)]
pub struct Shape {
    pub functions: Vec<Function>,
    /// The line of `#[cfg(test)]` above `mod tests {`.
    pub tests_from: Option<usize>,
    /// The line of the first item after that module, which should have been its last.
    pub after_tests: Option<usize>,
}

impl Shape {
    /// Measures one file; an error where it is not Rust.
    pub fn of(text: &str) -> Result<Self> {
        let file = syn::parse_file(text)?;
        let mut shape = Self::default();
        shape.visit_file(&file);
        let mut items = file.items.iter();
        shape.tests_from = items.find_map(tests_begin);
        shape.after_tests = items.next().map(|item| item.span().start().line);
        Ok(shape)
    }

    /// How many lines are the program and not its tests.
    pub fn lines_before_tests(&self, text: &str) -> usize {
        self.tests_from.map_or_else(|| text.lines().count(), |line| line.saturating_sub(1))
    }

    /// Whether a line is part of the unit tests.
    pub fn is_test(&self, line: usize) -> bool {
        self.tests_from.is_some_and(|from| line >= from)
    }

    fn measure(&mut self, signature: &Signature, block: &Block) {
        let line = signature.span().start().line;
        let end = block.brace_token.span.close().end().line;
        let given = signature.inputs.iter().filter(|input| matches!(input, FnArg::Typed(_)));
        self.functions.push(Function {
            name: signature.ident.to_string(),
            line,
            lines: end.saturating_sub(line) + 1,
            parameters: given.count(),
        });
    }
}

impl<'ast> Visit<'ast> for Shape {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.measure(&function.sig, &function.block);
        syn::visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.measure(&function.sig, &function.block);
        syn::visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.measure(&function.sig, block);
        }
        syn::visit::visit_trait_item_fn(self, function);
    }
}

fn tests_begin(item: &Item) -> Option<usize> {
    let Item::Mod(module) = item else { return None };
    let with_a_body = module.ident == "tests" && module.content.is_some();
    let gate = module.attrs.iter().find(|attribute| is_test_gate(attribute))?;
    with_a_body.then(|| gate.span().start().line)
}

fn is_test_gate(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute.parse_args::<syn::Ident>().is_ok_and(|word| word == "test")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_measured_wherever_they_stand() {
        let text = "/// Above.\n#[inline]\nfn one(\n    a: u8,\n    b: u8,\n) {\n}\nstruct S;\n\
            impl S {\n    async fn two(&self, c: u8) {\n        fn inner() {}\n    }\n}\n\
            trait T {\n    fn no_body(&self);\n    fn three(&self) {}\n}\n";
        let shape = Shape::of(text).unwrap();
        let found: Vec<_> = shape
            .functions
            .iter()
            .map(|f| (f.name.as_str(), f.line, f.lines, f.parameters))
            .collect();
        let expected =
            [("one", 3, 5, 2), ("two", 10, 3, 1), ("inner", 11, 1, 0), ("three", 16, 1, 0)];
        assert_eq!(found, expected);
    }

    #[test]
    fn tests_begin_at_their_gate_and_should_be_last() {
        let text = "fn one() {}\n\n#[cfg(test)]\nmod tests {\n    fn two() {}\n}\n";
        let shape = Shape::of(text).unwrap();
        assert_eq!((shape.tests_from, shape.after_tests), (Some(3), None));
        assert_eq!(shape.lines_before_tests(text), 2);
        assert!(shape.is_test(5) && !shape.is_test(1));

        let late = format!("{text}fn three() {{}}\n");
        assert_eq!(Shape::of(&late).unwrap().after_tests, Some(7));
        let outside = "#[cfg(test)]\nmod tests;\nfn one() {}\n";
        assert_eq!(Shape::of(outside).unwrap().tests_from, None);
    }
}
