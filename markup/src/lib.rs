//! `view!`: the same markup as in Leptos' macro of that name, but made into data instead of types.
//!
//! Leptos makes a type of every element, and with each type come its own functions to build, change and take it away: in an
//! app of a few hundred views these are most of what is downloaded. Here a view becomes one string, its shape, which says
//! what is the same each time, and a list of the values in it. One interpreter (`src/markup`) draws them all. The words of
//! the shape are explained in `shape.rs` there.
//!
//! What it knows: elements, text, `{expressions}`, attributes with or without a value, `on:event`, `prop:name`,
//! `class:name`, `style:name`, `inner_html` and `node_ref`. There are no components: those are functions.

mod shape;

use proc_macro::TokenStream;

/// Makes a view of markup. See the head of this crate.
#[proc_macro]
pub fn view(tokens: TokenStream) -> TokenStream {
    let parser = rstml::Parser::new(rstml::ParserConfig::default().recover_block(true));
    let made = parser.parse_simple(tokens).and_then(|nodes| shape::of(&nodes));
    made.unwrap_or_else(|error| error.to_compile_error()).into()
}
