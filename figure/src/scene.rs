//! What the views have in common: a list of shapes, and how limbs and hands are painted.

use crate::arm::Arm;
use crate::body::Body;
use crate::hand::Palm;
use crate::head::Head;
use crate::leg::Limb;
use crate::outline;
use crate::path::Path;
use crate::space::{Ball, P, Spot, V, p, sort_by, v};
use crate::{Build, Pose, Shape, View};

/// A pose solved in three dimensions.
#[derive(Clone, Debug)]
pub struct Figure {
    pub body: Body,
    /// Right, left.
    pub legs: [Limb; 2],
    pub arms: [Arm; 2],
    pub head: Head,
}

impl Figure {
    pub fn new(pose: &Pose, build: Build) -> Figure {
        let body = Body::new(pose, build);
        let legs = [Limb::new(&pose.legs[0], &body, -1.), Limb::new(&pose.legs[1], &body, 1.)];
        let arms = [Arm::new(&pose.hands[0], &body, -1.), Arm::new(&pose.hands[1], &body, 1.)];
        let head = Head::new(&body, pose.curl + pose.pitch);
        Figure { body, legs, arms, head }
    }
}

/// Classes of one arm and hand: near, or far and darker.
#[derive(Clone, Copy, Debug)]
pub struct Paint {
    pub skin: &'static str,
    pub patch: &'static str,
    pub digit: &'static str,
    pub sleeve: &'static str,
}

pub const NEAR: Paint = Paint { skin: "figure-skin", patch: "figure-patch", digit: "figure-digit", sleeve: "figure-top" };
pub const FAR: Paint = Paint { skin: "figure-skin-far", patch: "figure-patch-far", digit: "figure-digit-far", sleeve: "figure-top-far" };

/// A picture in the making.
#[derive(Debug)]
pub struct Scene {
    pub view: View,
    /// The part of the picture that is shown.
    pub frame: [f32; 4],
    pub shapes: Vec<Shape>,
}

impl Scene {
    pub fn new(view: View, frame: [i16; 4]) -> Scene {
        Scene { view, frame: frame.map(f32::from), shapes: Vec::with_capacity(80) }
    }

    /// Adds a shape, on top of those before.
    pub fn add(&mut self, class: &'static str, path: Path) {
        self.shapes.push(Shape { class, d: path.d });
    }

    /// Empties the shapes from an index on, so that their number stays the same.
    pub fn clear(&mut self, from: usize, really: bool) {
        if really {
            self.shapes[from..].iter_mut().for_each(|shape| shape.d.clear());
        }
    }

    pub fn see(&self, a: V) -> P {
        self.view.see(a)
    }

    /// The outline of a row of ellipsoids.
    pub fn outline(&self, chain: &[Ball], steps: usize) -> Vec<P> {
        outline::chain(&self.view.spots(chain), steps)
    }

    /// The outline of ellipsoids with everything between them.
    pub fn hull(&self, balls: &[Ball]) -> Vec<P> {
        let spots = self.view.spots(balls);
        let axis = spots.last().map_or(p(0., 1.), |last| last.at - spots[0].at);
        outline::groups(&[&spots], axis, 14)
    }

    /// One shape of several rows, united.
    pub fn chains(&mut self, class: &'static str, chains: &[&[Ball]]) {
        let mut path = Path::new();
        for chain in chains {
            path.blob(&self.outline(chain, 16));
        }
        self.add(class, path);
    }

    /// Shank and foot, with its toes.
    pub fn lower_leg(&self, limb: &Limb, path: &mut Path) {
        path.blob(&self.outline(&limb.shank(), 16));
        path.blob(&self.outline(&limb.foot(), 12));
        for toe in limb.toes() {
            path.blob(&self.outline(&toe, 5));
        }
    }

    /// The hand without its forearm.
    fn hand(&self, palm: &Palm, path: &mut Path, by: P) {
        let moved = |points: Vec<P>| points.into_iter().map(|point| point + by).collect::<Vec<_>>();
        path.blob(&moved(self.palm(palm, 1.)));
        for digit in 0..5 {
            path.blob(&moved(self.outline(&palm.digit(digit, 0), 8)));
        }
    }

    /// The palm, or a smaller one within it.
    fn palm(&self, palm: &Palm, size: f32) -> Vec<P> {
        let groups: Vec<Vec<Spot>> = palm
            .groups()
            .iter()
            .map(|group| group.iter().map(|ball| self.view.spot(&Ball { axes: ball.axes.map(|axis| axis * size), ..*ball })).collect())
            .collect();
        let groups: Vec<&[Spot]> = groups.iter().map(Vec::as_slice).collect();
        outline::groups(&groups, self.see(palm.wrist + palm.along) - self.see(palm.wrist), 12)
    }

    /// Forearm and hand, as one outline.
    pub fn forearm_outline(&self, arm: &Arm, by: P) -> Path {
        let mut path = Path::fine();
        let fore: Vec<P> = self.outline(&arm.fore(), 10).into_iter().map(|point| point + by).collect();
        path.blob(&fore);
        self.hand(&arm.palm, &mut path, by);
        path
    }

    /// Forearm and hand as one, with the inside of the elbow.
    pub fn forearm(&mut self, arm: &Arm, paint: Paint) {
        self.add(paint.skin, self.forearm_outline(arm, P::default()));
        self.chains(paint.patch, &[&arm.bend()]);
    }

    /// The hand alone, open at the wrist.
    pub fn hand_alone(&mut self, arm: &Arm, paint: Paint) {
        let mut path = Path::fine();
        self.hand(&arm.palm, &mut path, P::default());
        self.add(paint.skin, path);
        self.chains(paint.patch, &[&arm.wrist()]);
    }

    /// Fingers, nails and creases.
    pub fn fingers(&mut self, arm: &Arm, paint: Paint) {
        let palm = &arm.palm;
        // Fingers that come towards the eye lie over the palm, others under it.
        let near = |a: V| self.view.near(a);
        let toward = near(palm.tip(1)) > near(palm.joint(1, 0)) + 12.;
        let patch = || {
            let mut path = Path::fine();
            path.blob(&self.palm(palm, 0.84));
            path
        };
        let (below, above) = if toward { (patch(), Path::new()) } else { (Path::new(), patch()) };
        let mut order = [0, 1, 2, 3, 4];
        sort_by(&mut order, |digit| near(palm.joint(digit, 2)));
        let digits = order.map(|digit| {
            let mut path = Path::fine();
            path.blob(&self.outline(&palm.digit(digit, if digit == 4 { 1 } else { 0 }), 9));
            path
        });
        self.add(paint.patch, below);
        for digit in digits {
            self.add(paint.digit, digit);
        }
        self.add(paint.patch, above);
        self.add("figure-nail", self.nails(palm));
        self.add("figure-detail", self.creases(palm));
    }

    fn eye(&self) -> V {
        match self.view {
            View::Top => v(0., 0., 1.),
            View::Side => v(-1., 0., 0.),
            View::Cut => v(0., -1., 0.),
        }
    }

    fn nails(&self, palm: &Palm) -> Path {
        let mut path = Path::fine();
        for digit in 0..5 {
            let (at, along, across, up) = palm.nail(digit);
            if up.dot(self.eye()) > 0.3 {
                let middle = self.see(at);
                path.oval(middle, self.see(at + along) - middle, self.see(at + across) - middle);
            }
        }
        path
    }

    fn creases(&self, palm: &Palm) -> Path {
        let mut path = Path::fine();
        if palm.back.dot(self.eye()) > 0.5 {
            for (along, across) in [(90., 31.), (94., 10.), (90., -11.), (80., -29.)] {
                let at = |a: f32, b: f32| self.see(palm.on_back(along + a, across + b));
                path.curve(&[at(0., -5.), at(4., -1.), at(0., 5.)]);
            }
        }
        path
    }

    /// Whether two hands touch on the picture, so that one has to be told from the other.
    pub fn hands_meet(&self, figure: &Figure, pose: &Pose) -> bool {
        let points = |i: usize| (0..4).flat_map(move |digit| (0..4).map(move |joint| (i, digit, joint)));
        let at = |(i, digit, joint): (usize, usize, usize)| self.see(figure.arms[i].palm.joint(digit, joint));
        pose.hands.iter().all(|hand| hand.floor < 0.5) && points(0).any(|a| points(1).any(|b| (at(a) - at(b)).length() < 24.))
    }

    /// A mark's size follows the frame, so that it is the same on the screen.
    pub fn unit(&self) -> f32 {
        let [_, _, width, height] = self.frame;
        (width * 0.5 + height * 0.5).max(300.) / 500.
    }

    /// A box with round corners.
    pub fn plate(&mut self, class: &'static str, x: f32, y: f32, width: f32, height: f32, round: f32) {
        let mut path = Path::new();
        path.plate(p(x, y), p(x + width, y + height), round);
        self.add(class, path);
    }
}
