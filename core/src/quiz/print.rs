//! A fingerprint of what a person sees of an item and how it is graded, by which a kept round knows that it still fits.
//!
//! Fingerprints are kept: what is added here must leave those of other items as they are.

use crate::hash;
use crate::item::{Body, Item};
use crate::knowledge::View;
use crate::picture::Region;

/// A hash over the pieces and a mark after each.
struct Print(u32);

impl Print {
    fn eat(&mut self, bytes: &[u8]) {
        self.0 = hash::more(self.0, bytes.iter().copied().chain([0xff]));
    }

    fn eat_view(&mut self, view: View) {
        self.eat(view.slug().as_bytes());
    }

    fn eat_region(&mut self, region: &Region) {
        for line in region.parts.iter().flatten().chain(&region.lines) {
            let bytes: Vec<u8> = line.iter().flatten().flat_map(|at| at.to_le_bytes()).collect();
            self.eat(&bytes);
        }
    }
}

pub(crate) fn print(item: &Item) -> u32 {
    let mut print = Print(hash::START);
    print.eat(item.stem.as_bytes());
    if let Some(picture) = &item.picture {
        print.eat_view(picture.view);
        picture.asked.iter().for_each(|region| print.eat_region(region));
    }
    match &item.body {
        Body::SingleBest(body) => {
            body.options.iter().for_each(|option| print.eat(option.text.as_bytes()));
            print.eat(&[body.key]);
        }
        Body::SelectAll(body) => {
            body.options.iter().for_each(|option| print.eat(option.text.as_bytes()));
            print.eat(&body.keys);
        }
        Body::Order(body) => body.steps.iter().for_each(|step| print.eat(step.as_bytes())),
        Body::Matching(body) => body.pairs.iter().for_each(|pair| {
            print.eat(pair.left.as_bytes());
            print.eat(pair.right.as_bytes());
        }),
        Body::Locate(body) => {
            print.eat_view(body.view);
            print.eat_region(&body.target);
            print.eat(&[body.tolerance]);
        }
        Body::Paint(body) => {
            print.eat_view(body.view);
            for (region, strength) in &body.zones {
                print.eat_region(region);
                print.eat(strength.word().as_bytes());
            }
        }
        Body::Marks(body) => {
            print.eat_view(body.view);
            for (region, name) in &body.targets {
                print.eat_region(region);
                print.eat(name.as_bytes());
            }
            print.eat(&[body.tolerance]);
        }
    }
    print.0
}
