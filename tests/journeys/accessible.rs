//! Open to everyone: axe-core and our own checks over every page and state, in the light and the dark look and on paper; what
//! a screen reader is told, in its order; nothing lost on small screens and with large text.

mod judge;
mod kept;
mod loss;
mod order;
mod pages;
mod questions;
mod sessions;
