//! Marks on the picture: movements, places, and where hands never go.

use crate::body::Body;
use crate::path::Path;
use crate::pose::Place;
use crate::scene::{Figure, Scene};
use crate::space::{P, V, p, v};
use crate::table::{ASIS, NAVEL};
use crate::{Mark, MarkKind, Pose, View};

/// The groin crease, from beside the front hip-bone point to the pubic bone, on the right.
pub const CREASE: [[f32; 2]; 4] = [[-124., 76.], [-96., 52.], [-62., 25.], [-26., -2.]];
/// How far the band reaches below it.
const GROIN: f32 = 54.;
/// Half the width of the band along the midline.
const MIDLINE: f32 = 16.;

/// The outer edge of the six-pack muscle at a height.
fn rectus_edge(y: f32) -> f32 {
    let t = ((y - 40.) / 210.).clamp(0., 1.);
    48. + 32. * (1. - (1. - t) * (1. - t))
}

fn seen(pose: &Pose, view: View) -> impl Iterator<Item = &Mark> {
    pose.marks.iter().filter(move |mark| mark.view.is_none_or(|only| only == view))
}

impl Scene {
    /// What lies on the skin, under the hands: keep-off zones, the edge of the six-pack, the groin crease, the hip bone.
    pub fn marks_below(&mut self, pose: &Pose, figure: &Figure) {
        let body = &figure.body;
        let mut paths: [Path; 5] = Default::default();
        let [keep, hatch, bellies, edges, groin] = &mut paths;
        for mark in seen(pose, self.view) {
            match &mark.kind {
                MarkKind::Keep { above, midline, groin } => self.keep(body, [*above, *midline, *groin], keep, hatch),
                MarkKind::Rectus { tense } => self.rectus(body, *tense, bellies, edges),
                MarkKind::Groin => {
                    let line = CREASE.map(|[x, y]| self.see(body.above(x, y, 4.)));
                    groin.curve(&line);
                }
                MarkKind::Arrow { .. }
                | MarkKind::Press { .. }
                | MarkKind::Depth { .. }
                | MarkKind::Muscle { .. }
                | MarkKind::HipBone
                | MarkKind::Target { .. }
                | MarkKind::Burst { .. }
                | MarkKind::Breath { .. } => {}
            }
        }
        let [keep, hatch, bellies, edges, groin] = paths;
        self.add("figure-belly figure-mark", bellies);
        self.add("figure-keep figure-mark", keep);
        self.add("figure-keep-hatch figure-mark", hatch);
        self.add("figure-edge figure-mark", edges);
        self.add("figure-groin figure-mark", groin);
    }

    fn keep(&self, body: &Body, [above, midline, groin]: [bool; 3], path: &mut Path, hatch: &mut Path) {
        let apart = 10. * self.unit();
        match self.view {
            View::Top => {
                let at = |x: f32, y: f32, by: f32| self.see(body.above(x, y, by));
                if above {
                    let [low, high] = [NAVEL + 10., 262.].map(|y| (y, body.station(y).width * 0.86));
                    let edge = |(y, wide): (f32, f32), way: f32| [-1., -0.5, 0., 0.5, 1.].map(|k| at(k * way * wide, y, 1.));
                    let zone = [edge(low, 1.), edge(high, -1.)].concat();
                    path.polygon(&zone);
                    hatch.hatch(&zone, apart);
                }
                if midline {
                    let side = |x: f32, down: bool| {
                        let y = |i: usize| if down { NAVEL + 10. - 25. * i as f32 } else { 72. + 25. * i as f32 };
                        [0, 1, 2, 3, 4].map(|i| at(x, y(i), 1.))
                    };
                    let zone = [side(MIDLINE, true), side(-MIDLINE, false)].concat();
                    path.polygon(&zone);
                    hatch.hatch(&zone, apart);
                }
                if groin {
                    // Broad in the middle, narrower at its ends.
                    let mut edge = CREASE.map(|[x, y]| at(x, y, 4.)).to_vec();
                    let low = |i: usize, k: f32| at(CREASE[i][0] - 0.5 * GROIN * k, CREASE[i][1] - 0.8 * GROIN * k, 4.);
                    edge.extend([low(3, 0.6), low(3, 0.9), low(2, 1.), low(1, 1.), low(0, 0.8), low(0, 0.4)]);
                    path.blob(&edge);
                    hatch.hatch(&edge, apart);
                }
            }
            // A strip along the skin of the belly.
            View::Side => {
                let at = |y: f32, by: f32| self.see(body.above(-30., y, by));
                let mut strip = |from: f32, to: f32| {
                    let y = |i: usize| from + (to - from) * i as f32 / 4.;
                    let points: Vec<P> = (0..5).map(|i| at(y(i), 2.)).chain((0..5).rev().map(|i| at(y(i), -24.))).collect();
                    path.polygon(&points);
                    hatch.hatch(&points, apart);
                };
                if above {
                    strip(NAVEL + 10., 246.);
                }
                if groin {
                    strip(-8., 44.);
                }
            }
            View::Cut => {}
        }
    }

    fn rectus(&self, body: &Body, tense: bool, bellies: &mut Path, edges: &mut Path) {
        if self.view != View::Top {
            return;
        }
        let at = |x: f32, y: f32| self.see(body.above(x, y, 1.));
        let heights = [70., 105., 140., 175., 210., 256.];
        for side in [-1., 1.] {
            let outer = heights.map(|y| at(side * rectus_edge(y), y));
            edges.curve(&outer);
            if tense {
                let mut edge = outer.to_vec();
                edge.extend(heights.iter().rev().map(|y| at(side * 5., *y)));
                bellies.polygon(&edge);
                for y in [112., 166., 214.] {
                    let wide = rectus_edge(y);
                    edges.curve(&[at(side * 8., y), at(side * wide * 0.5, y - 5.), at(side * (wide - 5.), y + 3.)]);
                }
            }
        }
    }

    /// What lies over everything: arrows, rings, bars.
    pub fn marks_above(&mut self, pose: &Pose, figure: &Figure) {
        let body = &figure.body;
        let unit = self.unit();
        let mut paths: [Path; 7] = Default::default();
        let [bone, rings, dots, rays, waves, lines, heads] = &mut paths;
        for mark in seen(pose, self.view) {
            let skin = |[x, y]: [f32; 2]| self.see(body.above(x, y, 2.));
            let placed = |[x, y, z]: [f32; 3]| self.see(body.place(v(x, y, z)));
            match &mark.kind {
                MarkKind::Arrow { points, on, both_ends } => self.arrow(body, points, *on, *both_ends, lines, heads),
                MarkKind::Press { at } => {
                    [9., 17.].into_iter().for_each(|radius| rings.ring(skin(*at), radius * unit));
                    dots.ring(skin(*at), 3.5 * unit);
                }
                MarkKind::Target { at } => rings.ring(skin(*at), 14. * unit),
                MarkKind::HipBone => bone.ring(placed([-ASIS[0], ASIS[1], ASIS[2]]), 7. * unit),
                MarkKind::Depth { at, deep, aside } => {
                    if self.view == View::Side {
                        let [top, bottom] = [0., -deep].map(|by| self.see(body.above(at[0], at[1], by)) + p(*aside, 0.));
                        let end = p(9., 0.);
                        lines.curve(&[top - end, top + end]);
                        lines.curve(&[top, bottom]);
                        lines.curve(&[bottom - end, bottom + end]);
                    }
                }
                MarkKind::Burst { at } => {
                    for i in 0..8 {
                        let (sin, cos) = (i as f32 * std::f32::consts::FRAC_PI_4 + 0.39).sin_cos();
                        let way = p(cos, sin);
                        rays.curve(&[placed(*at) + way * (24. * unit), placed(*at) + way * (36. * unit)]);
                    }
                }
                MarkKind::Breath { at } => {
                    let at = if self.view == View::Side { placed(*at) } else { self.see(v(at[0], at[1], at[2])) };
                    for i in 0..3 {
                        let (wide, up) = (26. + 13. * i as f32, -15. * i as f32);
                        let at = |x: f32, y: f32| at + p(x * wide, y + up) * unit;
                        waves.curve(&[at(-1., 10.), at(-0.45, -4.), at(0.45, -4.), at(1., 10.)]);
                    }
                }
                MarkKind::Rectus { .. } | MarkKind::Keep { .. } | MarkKind::Muscle { .. } | MarkKind::Groin => {}
            }
        }
        let [bone, rings, dots, rays, waves, lines, heads] = paths;
        self.add("figure-point figure-mark", bone);
        self.add("figure-halo figure-mark", Path::from([rings.d.as_str(), &waves.d, &lines.d, &heads.d].concat()));
        self.add("figure-ring figure-mark", rings);
        self.add("figure-arrow-head figure-mark", dots);
        self.add("figure-burst figure-mark", rays);
        self.add("figure-wave figure-mark", waves);
        self.add("figure-arrow figure-mark", lines);
        self.add("figure-arrow-head figure-mark", heads);
    }

    fn arrow(&self, body: &Body, points: &[[f32; 3]], on: Place, both_ends: bool, lines: &mut Path, heads: &mut Path) {
        let see = |[x, y, z]: &[f32; 3]| {
            self.see(match on {
                Place::Skin => body.above(*x, *y, 6. + z),
                Place::Body => body.place(v(*x, *y, *z)),
                Place::Room => V { x: *x, y: *y, z: *z },
            })
        };
        let mut points: Vec<P> = points.iter().map(see).collect();
        let long: f32 = points.windows(2).map(|pair| (pair[1] - pair[0]).length()).sum();
        let size = (24. * self.unit()).min(0.62 * long);
        let mut head = |points: &mut [P]| {
            let [.., before, tip] = points else { return };
            let way = (*tip - *before).unit();
            let (back, wing) = (way * -size, way.across() * (size * 0.46));
            heads.polygon(&[*tip, *tip + back + wing, *tip + back * 0.72, *tip + back - wing]);
            *tip = *tip + back * 0.7;
        };
        head(&mut points);
        if both_ends {
            points.reverse();
            head(&mut points);
        }
        lines.curve(&points);
    }
}
