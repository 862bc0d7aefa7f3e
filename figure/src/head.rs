//! The head: hair, ears and a calm face, from above and in profile.

use crate::View;
use crate::body::Body;
use crate::outline;
use crate::path::Path;
use crate::space::{Ball, P, V, turn, v};

/// The head in the room.
#[derive(Clone, Debug)]
pub struct Head {
    pivot: V,
    up: V,
    front: V,
}

/// Half of the face's edge, from the hairline to the chin: across, up and out of the face.
const FACE: [[f32; 3]; 9] = [
    [0., 160., 74.],
    [34., 156., 70.],
    [56., 134., 60.],
    [66., 104., 50.],
    [69., 70., 42.],
    [66., 34., 40.],
    [54., 0., 46.],
    [31., -26., 64.],
    [0., -35., 76.],
];
/// The profile, from the hairline at the forehead over the nose to the throat: up and out of the face.
const PROFILE: [[f32; 2]; 22] = [
    [164., 70.],
    [140., 85.],
    [118., 93.],
    [106., 91.],
    [97., 88.],
    [84., 98.],
    [70., 112.],
    [62., 115.],
    [56., 108.],
    [51., 97.],
    [44., 95.],
    [36., 98.],
    [28., 97.],
    [22., 92.],
    [14., 91.],
    [2., 95.],
    [-14., 93.],
    [-26., 82.],
    [-30., 62.],
    [-22., 40.],
    [-18., 10.],
    [0., -40.],
];
/// The hair in profile: over the crown, down to the nape, and back around the ear to the forehead.
const HAIR: [[f32; 2]; 18] = [
    [168., 74.],
    [184., 52.],
    [203., 20.],
    [208., -22.],
    [196., -64.],
    [170., -92.],
    [132., -106.],
    [92., -106.],
    [56., -96.],
    [26., -80.],
    [8., -64.],
    [16., -46.],
    [44., -30.],
    [80., -24.],
    [104., -12.],
    [86., 14.],
    [112., 34.],
    [146., 52.],
];

impl Head {
    pub fn new(body: &Body, angle: f32) -> Head {
        let (sin, cos) = turn(angle);
        Head { pivot: body.place_neck(v(0., 614., -16.)), up: v(0., cos, sin), front: v(0., -sin, cos) }
    }

    fn at(&self, x: f32, up: f32, front: f32) -> V {
        v(self.pivot.x + x, self.pivot.y, self.pivot.z) + self.up * up + self.front * front
    }

    fn skull(&self) -> Ball {
        Ball { at: self.at(0., 106., -4.), axes: [v(78., 0., 0.), self.up * 99., self.front * 96.] }
    }

    /// The balls that cast the shadow of the head.
    pub fn mass(&self) -> Vec<Ball> {
        vec![self.skull()]
    }

    /// The hair seen from above: the whole skull, over which the face comes.
    pub fn hair_above(&self) -> Path {
        let mut path = Path::new();
        path.blob(&outline::chain(&View::Top.spots(&[self.skull()]), 10));
        path
    }

    pub fn ears_above(&self) -> Path {
        let mut path = Path::new();
        for side in [-1., 1.] {
            let ear = Ball { at: self.at(side * 75., 68., 6.), axes: [v(9., 0., 0.), self.up * 26., self.front * 12.] };
            path.blob(&outline::chain(&View::Top.spots(&[ear]), 6));
        }
        path
    }

    pub fn face_above(&self) -> Path {
        let see = |[x, up, front]: [f32; 3]| View::Top.see(self.at(x, up, front));
        let mut edge: Vec<P> = FACE.into_iter().map(see).collect();
        edge.extend(FACE[1..8].iter().rev().map(|[x, up, front]| see([-x, *up, *front])));
        let mut path = Path::new();
        path.blob(&edge);
        path
    }

    /// Closed eyes, brows and a nose.
    pub fn features_above(&self) -> Path {
        let mut path = Path::fine();
        let mut draw = |points: &[[f32; 3]]| {
            let points: Vec<P> = points.iter().map(|[x, up, front]| View::Top.see(self.at(*x, *up, *front))).collect();
            path.curve(&points);
        };
        for side in [-1., 1.] {
            draw(&[[side * 18., 90., 90.], [side * 24., 83., 91.], [side * 38., 83., 87.], [side * 44., 90., 82.]]);
            draw(&[[side * 15., 107., 94.], [side * 30., 114., 90.], [side * 47., 106., 80.]]);
        }
        draw(&[[5., 84., 100.], [9., 64., 108.], [14., 52., 102.], [4., 47., 106.], [-6., 49., 104.]]);
        draw(&[[-16., 24., 96.], [-7., 20., 99.], [7., 20., 99.], [16., 24., 96.]]);
        path
    }

    fn side(&self, list: &[[f32; 2]]) -> Vec<P> {
        list.iter().map(|[up, front]| View::Side.see(self.at(0., *up, *front))).collect()
    }

    /// The skin of the head in profile.
    pub fn profile(&self) -> Path {
        let mut points = self.side(&PROFILE);
        points.extend(self.side(&[[60., -80.], [150., -60.], [180., 20.]]));
        let mut path = Path::fine();
        path.blob(&points);
        path
    }

    pub fn hair_profile(&self) -> Path {
        let mut path = Path::fine();
        path.blob(&self.side(&HAIR));
        path
    }

    pub fn ear_profile(&self) -> Path {
        let mut path = Path::fine();
        path.blob(&self.side(&[[92., -8.], [88., 6.], [72., 8.], [58., 2.], [46., -4.], [48., -14.], [66., -20.], [84., -20.]]));
        path
    }

    /// Closed eye, brow and the line of the jaw.
    pub fn features_profile(&self) -> Path {
        let mut path = Path::fine();
        path.curve(&self.side(&[[93., 80.], [87., 74.], [86., 64.], [91., 58.]]));
        path.curve(&self.side(&[[108., 86.], [114., 74.], [110., 58.]]));
        path.curve(&self.side(&[[56., 104.], [53., 94.], [60., 90.]]));
        path.curve(&self.side(&[[26., 92.], [25., 82.], [28., 74.]]));
        path.curve(&self.side(&[[80., -2.], [72., -12.], [58., -8.]]));
        path
    }
}
