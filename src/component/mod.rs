//! Pieces that more than one page uses.

pub mod banner;
pub mod bar;
pub mod cite;
pub mod disagreement;
pub mod fact;
pub mod icon;
pub mod item;
pub mod plate;
pub mod prose;
pub mod sheet;
