//! A new file in a folder is built in: without this only a changed one would be noticed.

fn main() {
    for folder in ["css", "fonts", "icons", "js", "kit", "vendor"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
