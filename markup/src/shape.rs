//! From parsed markup to its shape and the values that go into it.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use syn::spanned::Spanned;
use syn::{Error, Expr};

/// The elements that are drawn in SVG's own namespace. `a`, `title` and `style` are HTML's here.
const SVG: [&str; 18] = [
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan", "use", "defs", "symbol", "pattern",
    "mask", "clipPath", "marker",
];
/// Stands between two words of a shape.
const END: char = '\0';

/// What a view becomes: an expression that makes it.
///
/// # Errors
/// For markup that this macro doesn't know, at its place.
pub fn of(nodes: &[Node]) -> Result<TokenStream, Error> {
    let mut made = Made { shape: String::new(), values: Vec::new() };
    for node in nodes {
        made.node(node)?;
    }
    let Made { shape, values } = made;
    let count = values.len();
    // Where the view was written is part of its shape, so that one view is not patched into another of its file that looks alike.
    Ok(quote! {{
        let mut values = crate::markup::Values::new(#count);
        #(#values)*
        values.into_view(concat!(line!(), ",", column!(), #shape))
    }})
}

struct Made {
    shape: String,
    values: Vec<TokenStream>,
}

impl Made {
    fn word(&mut self, kind: char, rest: &str) {
        self.shape.push(END);
        self.shape.push(kind);
        self.shape.push_str(rest);
    }

    fn node(&mut self, node: &Node) -> Result<(), Error> {
        match node {
            Node::Element(element) => self.element(element),
            Node::Fragment(fragment) => fragment.children.iter().try_for_each(|child| self.node(child)),
            Node::Text(text) => {
                self.word('\'', &text.value_string());
                Ok(())
            }
            Node::Block(NodeBlock::ValidBlock(block)) => {
                self.word('?', "");
                // A block of one expression needs no braces of its own.
                let value = match block.stmts.as_slice() {
                    [syn::Stmt::Expr(value, None)] => quote!(#value),
                    _ => quote!(#block),
                };
                self.values.push(quote_spanned!(block.span()=> values.child(#value);));
                Ok(())
            }
            Node::Comment(_) => Ok(()),
            other @ (Node::Doctype(_) | Node::Block(_) | Node::RawText(_) | Node::Custom(_)) => {
                Err(Error::new(other.span(), "view! knows elements, \"text\" in quotes, and {expressions}"))
            }
        }
    }

    fn element(&mut self, element: &NodeElement<rstml::Infallible>) -> Result<(), Error> {
        let tag = element.name().to_string();
        if tag.starts_with(char::is_uppercase) {
            return Err(Error::new(element.name().span(), "view! has no components: call the function, in braces"));
        }
        self.word(if SVG.contains(&tag.as_str()) { '[' } else { '<' }, &tag);
        for attribute in element.attributes() {
            match attribute {
                NodeAttribute::Attribute(attribute) => self.attribute(attribute)?,
                NodeAttribute::Block(block) => return Err(Error::new(block.span(), "an attribute needs a name")),
            }
        }
        for child in &element.children {
            self.node(child)?;
        }
        self.word('>', "");
        Ok(())
    }

    fn attribute(&mut self, attribute: &KeyedAttribute) -> Result<(), Error> {
        // A name may hold dashes and colons, and comes with blanks around them.
        let name: String = attribute.key.to_string().split_whitespace().collect();
        let span = attribute.key.span();
        let Some(value) = attribute.value() else {
            self.word('=', &name);
            return Ok(());
        };
        let (kind, rest) = match name.split_once(':') {
            Some(("on", event)) => {
                self.word('@', event);
                let event = event_type(event, span);
                self.values.push(quote_spanned!(value.span()=> values.on::<#event, _>(#value);));
                return Ok(());
            }
            Some(("prop", property)) => ('.', property),
            Some(("class", class)) => ('~', class),
            Some(("style", property)) => ('%', property),
            Some(_) => return Err(Error::new(span, "view! knows on:, prop:, class: and style:")),
            None if name == "node_ref" => {
                self.word('&', "");
                self.values.push(quote_spanned!(value.span()=> values.node_ref(#value);));
                return Ok(());
            }
            None if name == "inner_html" => ('*', ""),
            None => match literal(value) {
                Some(text) => {
                    self.word('=', &format!("{name}={text}"));
                    return Ok(());
                }
                None => (':', name.as_str()),
            },
        };
        self.word(kind, rest);
        self.values.push(quote_spanned!(value.span()=> values.value(#value);));
        Ok(())
    }
}

/// The text of a value that is written out.
fn literal(value: &Expr) -> Option<String> {
    let Expr::Lit(literal) = value else { return None };
    if let syn::Lit::Int(number) = &literal.lit {
        return Some(number.base10_digits().to_owned());
    }
    if let syn::Lit::Str(text) = &literal.lit { Some(text.value()) } else { None }
}

/// The type that a browser's event of that name has.
fn event_type(name: &str, span: Span) -> TokenStream {
    match name {
        "click" | "contextmenu" | "mousedown" => quote_spanned!(span=> ::web_sys::MouseEvent),
        "keydown" => quote_spanned!(span=> ::web_sys::KeyboardEvent),
        "submit" => quote_spanned!(span=> ::web_sys::SubmitEvent),
        "wheel" => quote_spanned!(span=> ::web_sys::WheelEvent),
        name if name.starts_with("pointer") => quote_spanned!(span=> ::web_sys::PointerEvent),
        _ => quote_spanned!(span=> ::web_sys::Event),
    }
}
