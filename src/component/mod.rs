//! Pieces that more than one page uses.

pub mod banner;
pub mod bar;
pub mod cite;
pub mod counted;
pub mod diagram;
pub mod disagreement;
pub mod fact;
pub mod figure;
pub mod finding;
pub mod icon;
pub mod item;
pub mod pain;
pub mod plate;
pub mod prose;
pub mod references;
pub mod saved;
pub mod segment;
pub mod sheet;
pub mod swatch;
pub mod told;
pub mod way;
