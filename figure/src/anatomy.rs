//! What lies under the skin: psoas, iliacus, lumbar spine, hip bone and the top of the thigh bone.

use crate::leg::Limb;
use crate::path::Path;
use crate::pose::Muscle;
use crate::scene::{Figure, Scene};
use crate::space::{Ball, P, V, ease, mix, v};
use crate::table::{HIP, ILIACUS, PSOAS};
use crate::{MarkKind, Pose, View};

/// What a pose shows of the muscles: which, and whether of the other side too.
pub fn shown(pose: &Pose, view: View) -> Option<(Muscle, bool)> {
    pose.marks.iter().filter(|mark| mark.view.is_none_or(|only| only == view)).find_map(|mark| match &mark.kind {
        MarkKind::Muscle { which, both_sides } => Some((*which, *both_sides)),
        MarkKind::Arrow { .. }
        | MarkKind::Press { .. }
        | MarkKind::Depth { .. }
        | MarkKind::Rectus { .. }
        | MarkKind::Keep { .. }
        | MarkKind::HipBone
        | MarkKind::Groin
        | MarkKind::Target { .. }
        | MarkKind::Burst { .. }
        | MarkKind::Breath { .. } => None,
    })
}

/// The thigh carries what is attached to it.
fn with_thigh(limb: &Limb, side: f32, a: V) -> V {
    let [along, front, across] = limb.thigh_axes;
    limb.hip + along * -a.y + front * a.z + across * (side * HIP - a.x)
}

/// Where a point of the body is: rolled and curled with the trunk, and from the groin down carried by the thigh.
fn carried(figure: &Figure, view: View, side: f32, a: V) -> V {
    // From above, deep parts are drawn on a sheet near the skin: a roll would shift them aside under the finger.
    let sheet = if view == View::Top { ease(-15., 20., a.y) } else { 0. };
    let trunk = figure.body.place(v(a.x, a.y, mix(a.z, 62. + 0.25 * a.z, sheet)));
    let limb = &figure.legs[if side < 0. { 0 } else { 1 }];
    trunk.towards(with_thigh(limb, side, a), ease(25., -30., a.y))
}

/// A muscle as a row of ellipsoids.
fn row(figure: &Figure, view: View, side: f32, rows: &[[f32; 5]], lowest: f32) -> Vec<Ball> {
    let ball = |[x, y, z, wide, thick]: &[f32; 5]| {
        let put = |a: V| carried(figure, view, side, a);
        let at = v(side * x, *y, *z);
        let axis = |a: V| (put(at + a) - put(at - a)) * 0.5;
        Ball { at: put(at), axes: [axis(v(*wide, 0., 0.)), axis(v(0., 0., *thick)), axis(v(0., 9., 0.))] }
    };
    rows.iter().filter(|row| row[1] >= lowest).map(ball).collect()
}

impl Scene {
    pub fn anatomy(&mut self, pose: &Pose, figure: &Figure) {
        let shown = shown(pose, self.view);
        let put = |a: V| self.see(carried(figure, self.view, if a.x < 0. { -1. } else { 1. }, a));
        let mut bones = Path::new();
        if let Some((_, both)) = shown {
            if self.view == View::Top {
                spine_above(&put, &mut bones);
                for side in if both { &[-1., 1.][..] } else { &[-1.][..] } {
                    crest_above(&put, *side, &mut bones);
                }
            } else {
                bones_aside(figure, &put, &mut bones);
            }
        }
        self.add("figure-bone figure-mark", bones);
        let highest = if self.view == View::Side { 205. } else { 300. };
        let mut other = Path::new();
        let mut paths = [Path::new(), Path::new()];
        let mut fibres = Path::new();
        if let Some((which, both)) = shown {
            let (psoas, iliacus) = (which != Muscle::Iliacus, which != Muscle::Psoas && self.view == View::Top);
            for (i, (rows, wanted)) in [(&ILIACUS[..], iliacus), (&PSOAS[..], psoas)].into_iter().enumerate() {
                if !wanted {
                    continue;
                }
                let rows: Vec<[f32; 5]> = rows.iter().filter(|row| row[1] <= highest).copied().collect();
                let chain = row(figure, self.view, -1., &rows, -70.);
                paths[i].blob(&self.outline(&chain, 18));
                self.fibres(&chain, &mut fibres);
                if both {
                    other.blob(&self.outline(&row(figure, self.view, 1., &rows, -70.), 18));
                }
            }
        }
        let [iliacus, psoas] = paths;
        self.add("figure-muscle-other figure-mark", other);
        self.add("figure-iliacus figure-mark", iliacus);
        self.add("figure-psoas figure-mark", psoas);
        self.add("figure-fibre figure-mark", fibres);
    }

    /// Fine lines along a muscle.
    fn fibres(&self, chain: &[Ball], path: &mut Path) {
        for k in [-0.5, 0., 0.5] {
            let points: Vec<P> = chain
                .iter()
                .skip(2)
                .take(chain.len().saturating_sub(5))
                .map(|ball| {
                    let across = if self.view == View::Top { ball.axes[0] } else { ball.axes[1] };
                    self.see(ball.at + across * k)
                })
                .collect();
            path.curve(&points);
        }
    }
}

/// The bodies of the lumbar vertebrae.
fn spine_above(put: &dyn Fn(V) -> P, path: &mut Path) {
    for y in [244., 212., 180., 149., 118.] {
        let at = |x: f32, dy: f32| put(v(x, y + dy, 0.));
        path.blob(&[
            at(-25., 13.),
            at(0., 12.),
            at(25., 13.),
            at(26., 8.),
            at(19., 0.),
            at(26., -8.),
            at(25., -13.),
            at(0., -12.),
            at(-25., -13.),
            at(-26., -8.),
            at(-19., 0.),
            at(-26., 8.),
        ]);
    }
}

/// The rim of the hip bone, from behind to its front point.
fn crest_above(put: &dyn Fn(V) -> P, side: f32, path: &mut Path) {
    let rim =
        [[86., 138., 0.], [104., 151., 0.], [122., 152., 4.], [137., 138., 18.], [143., 114., 40.], [138., 92., 58.], [131., 77., 60.]];
    let inner =
        [[122., 79., 58.], [128., 95., 52.], [133., 114., 36.], [128., 132., 16.], [117., 142., 4.], [105., 142., 0.], [90., 130., 0.]];
    let points: Vec<P> = rim.iter().chain(&inner).map(|[x, y, z]| put(v(side * x, *y, *z))).collect();
    path.blob(&points);
}

/// From the side: lumbar bodies, the wing of the hip bone, and the thigh bone with its head and lesser trochanter.
fn bones_aside(figure: &Figure, put: &dyn Fn(V) -> P, path: &mut Path) {
    for y in [180., 149., 118.] {
        let lean = (150. - y) * 0.1;
        let at = |dy: f32, z: f32| put(v(-1., y + dy, z - lean));
        path.blob(&[
            at(13., -36.),
            at(12., -18.),
            at(13., 2.),
            at(8., 4.),
            at(0., -1.),
            at(-8., 4.),
            at(-13., 2.),
            at(-12., -18.),
            at(-13., -36.),
            at(0., -34.),
        ]);
    }
    let wing = [
        [84., 60.],
        [100., 52.],
        [124., 34.],
        [144., 6.],
        [152., -22.],
        [146., -50.],
        [122., -70.],
        [96., -74.],
        [64., -58.],
        [40., -40.],
        [22., -14.],
        [26., 14.],
        [48., 34.],
        [66., 50.],
    ];
    let points: Vec<P> = wing.into_iter().map(|[y, z]| put(v(-110., y, z))).collect();
    path.blob(&points);
    let limb = &figure.legs[0];
    let [along, front, across] = limb.thigh_axes;
    let at = |a: f32, f: f32, c: f32| limb.hip + along * a + front * f + across * c;
    let chain = [(-2., -2., 24.), (24., -12., 16.), (60., -14., 15.), (200., 8., 13.), (380., 4., 16.), (425., 0., 27.), (440., 0., 27.)];
    let bone: Vec<Ball> = chain.iter().map(|(a, f, r)| Ball::round(at(*a, *f, 0.), *r)).collect();
    path.blob(&crate::outline::chain(&View::Side.spots(&bone), 20));
    let knob = [Ball::round(at(52., -20., 0.), 14.), Ball::round(at(62., -34., 0.), 7.)];
    path.blob(&crate::outline::chain(&View::Side.spots(&knob), 6));
}
