//! An area painted by hand: the cells of a grid on the three views.

use super::{Place, Region};
use crate::knowledge::View;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The side of a cell in millimetres.
pub const CELL: i16 = 8;

/// The radius of the brush in a question, in millimetres: a fingertip's worth.
pub const BRUSH: i16 = 14;

/// A square of the grid: column and row counted from the cell whose lower left corner is `[0, 0]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cell {
    pub view: View,
    pub column: i8,
    pub row: i8,
}

impl Cell {
    /// The cell that a place lies in; places beyond the grid fall into its last cells.
    pub fn of(place: Place) -> Self {
        let cell = |at: i16| at.div_euclid(CELL).clamp(i8::MIN.into(), i8::MAX.into()) as i8;
        Cell { view: place.view, column: cell(place.at[0]), row: cell(place.at[1]) }
    }

    /// Its middle.
    pub fn middle(self) -> Place {
        let middle = |at: i8| i16::from(at) * CELL + CELL / 2;
        Place { view: self.view, at: [middle(self.column), middle(self.row)] }
    }
}

/// What was painted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Painted(pub BTreeSet<Cell>);

impl Painted {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Paints (or takes away) the cells whose middles lie within `radius` mm of a place, and at least the one under it.
    pub fn brush(&mut self, place: Place, radius: i16, erase: bool) {
        let reach = radius / CELL + 1;
        let here = Cell::of(place);
        for column in -reach..=reach {
            for row in -reach..=reach {
                let at = [place.at[0].saturating_add(column * CELL), place.at[1].saturating_add(row * CELL)];
                let cell = Cell::of(Place { at, ..place });
                let middle = cell.middle().at;
                let [dx, dy] = [0, 1].map(|axis| i32::from(middle[axis]) - i32::from(place.at[axis]));
                if cell != here && dx * dx + dy * dy > i32::from(radius) * i32::from(radius) {
                    continue;
                }
                if erase {
                    self.0.remove(&cell);
                } else {
                    self.0.insert(cell);
                }
            }
        }
    }

    /// The cells whose middles lie in a region.
    pub fn filling(view: View, region: &Region) -> Self {
        let Some([low, high]) = region.bounds().map(|ends| ends.map(|at| Cell::of(Place { view, at }))) else { return Painted::default() };
        let cells = (low.column..=high.column).flat_map(|column| (low.row..=high.row).map(move |row| Cell { view, column, row }));
        Painted(cells.filter(|cell| region.contains(cell.middle().at)).collect())
    }
}
