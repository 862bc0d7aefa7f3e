//! The drawings: prepared for the page, and read as outlines in millimetres.

mod outline;
mod prepare;
mod shapes;

pub use prepare::prepare;
pub use shapes::Drawing;
