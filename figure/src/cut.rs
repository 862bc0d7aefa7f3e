//! The section through the belly at the hand, seen from the feet: how fingers drop in beside the six-pack muscle.

use crate::anatomy::shown;
use crate::body::Body;
use crate::path::Path;
use crate::pose::Muscle;
use crate::scene::{Figure, NEAR, Scene};
use crate::space::{Ball, P, V, ease, mix, p, turn, v};
use crate::table::{FLOOR, ILIACUS, PSOAS, read};
use crate::{MarkKind, Pose};

/// Points around the belly.
const AROUND: usize = 44;
/// Below the skin begins the wall's muscle, and behind that the hollow of the belly.
const FAT: f32 = 11.;
const WALL: f32 = 23.;

/// A slice of the body at one height.
struct Slice<'a> {
    body: &'a Body,
    y: f32,
    /// Where fingers dent it: across, and how deep.
    dents: [(f32, f32); 2],
}

impl Slice<'_> {
    fn at(&self, x: f32, z: f32) -> V {
        self.body.place(v(x, self.y, z))
    }

    /// By how much the front gives at this place.
    fn dent(&self, x: f32) -> f32 {
        self.dents.iter().map(|(at, deep)| deep * (-((x - at) / 25.).powi(2)).exp()).fold(0., f32::max)
    }

    /// Depth of the front, so many millimetres under the skin.
    fn front(&self, x: f32, under: f32) -> f32 {
        self.body.front(x, self.y) - self.dent(x) - under
    }

    /// The contour of the body, so many millimetres under the skin.
    fn contour(&self, under: f32, view: &Scene) -> Vec<P> {
        let station = self.body.station(self.y);
        let (wide, half) = (station.width - under, station.half() - under);
        (0..AROUND)
            .map(|i| {
                let (sin, cos) = turn(360. * i as f32 / AROUND as f32);
                let square = |k: f32| k.abs().powf(2. / 2.4).copysign(k);
                let x = wide * square(cos);
                let z = station.middle() + half * square(sin) - self.dent(x) * ease(-0.1, 0.35, sin);
                view.see(self.at(x, z))
            })
            .collect()
    }
}

pub fn draw(scene: &mut Scene, pose: &Pose, figure: &Figure) {
    let working = &pose.hands[0];
    let y = mix(working.at[1], 134., working.floor).clamp(60., 200.);
    let dents = pose.hands.map(|hand| (hand.at[0], hand.depth.max(0.) * (1. - hand.floor)));
    let slice = Slice { body: &figure.body, y, dents };
    let [x, _, width, _] = scene.frame;
    scene.plate("figure-mat", x - 20., -FLOOR, width + 40., 40., 2.);
    let mut shadow = Path::new();
    shadow.polygon(&[p(-176., -FLOOR), p(190., -FLOOR), p(178., -FLOOR + 8.), p(-150., -FLOOR + 8.)]);
    scene.add("figure-shadow", shadow);
    behind(scene, figure, pose);
    face(scene, &slice, pose);
    // Hands that lie on the belly, the lower one first.
    let order = if pose.right_over { [1, 0] } else { [0, 1] };
    let meet = scene.hands_meet(figure, pose);
    for (turn, i) in order.into_iter().enumerate() {
        let before = scene.shapes.len();
        let arm = &figure.arms[i];
        scene.hand_alone(arm, NEAR);
        scene.fingers(arm, NEAR);
        let under = if turn == 0 && meet { scene.forearm_outline(arm, P::default()) } else { Path::new() };
        scene.add("figure-under", under);
        scene.clear(before, pose.hands[i].floor > 0.5);
    }
    scene.marks_above(pose, figure);
}

/// Chest, shoulders and upper arms, on the mat behind the section.
fn behind(scene: &mut Scene, figure: &Figure, pose: &Pose) {
    let chest: Vec<Ball> = figure.body.slices(330., 470., 6).into_iter().map(|ball| ball.grown(6.)).collect();
    for arm in &figure.arms {
        scene.chains("figure-behind", &[&arm.upper(0.3, 1.)]);
        scene.chains("figure-behind-top", &[&arm.sleeve()]);
    }
    scene.chains("figure-behind-top", &[&chest]);
    for (arm, hand) in figure.arms.iter().zip(&pose.hands) {
        let before = scene.shapes.len();
        scene.add(NEAR.skin, scene.forearm_outline(arm, P::default()));
        scene.clear(before, hand.floor > 0.5);
    }
}

/// The cut face, from the skin to the spine.
fn face(scene: &mut Scene, slice: &Slice<'_>, pose: &Pose) {
    for (class, under) in [("figure-skin", 0.), ("figure-wall", FAT), ("figure-cavity", WALL)] {
        let mut path = Path::new();
        path.blob(&slice.contour(under, scene));
        scene.add(class, path);
    }
    let oval = |path: &mut Path, x: f32, z: f32, wide: f32, thick: f32, lean: f32| {
        let (sin, cos) = turn(lean);
        let middle = scene.see(slice.at(x, z));
        let to = |dx: f32, dz: f32| scene.see(slice.at(x + dx, z + dz)) - middle;
        path.oval(middle, to(wide * cos, wide * sin), to(-thick * sin, thick * cos));
    };
    let tense = pose.marks.iter().any(|mark| mark.kind == MarkKind::Rectus { tense: true });
    let mut paths: [Path; 10] = Default::default();
    let [bowel, back, bones, other, iliacus, psoas, vessels, rectus, keep, hatch] = &mut paths;
    // Loops of bowel give way to the fingers.
    for (x, z, r) in [
        (-66., 52., 17.),
        (-30., 60., 18.),
        (8., 66., 17.),
        (46., 60., 19.),
        (86., 46., 20.),
        (112., 12., 17.),
        (-108., 20., 15.),
        (66., 24., 15.),
    ] {
        let z = z - slice.dent(x) * 0.72;
        if slice.y > 110. || x.abs() < 100. {
            oval(bowel, x, z, r + 3., r * (1. - slice.dent(x) / 160.), 0.);
        }
    }
    let station = slice.body.station(slice.y);
    let deep = station.back;
    for side in [-1., 1.] {
        oval(back, side * 38., deep + 30., 29., 19., side * 8.);
        oval(back, side * 78., deep + 42., 20., 13., side * 30.);
        let [_, px, pz, wide, thick] = read(&turned(&PSOAS), slice.y);
        let mine = if side < 0. { &mut *psoas } else { &mut *other };
        oval(mine, side * px, pz, wide, thick, 0.);
        hip_bone(scene, slice, side, bones, if side < 0. { iliacus } else { other });
    }
    // The vertebra: body, arch, side processes and spine.
    oval(bones, 0., -14., 25., 19., 0.);
    let at = |x: f32, z: f32| scene.see(slice.at(x, z));
    bones.blob(&[
        at(-15., -30.),
        at(15., -30.),
        at(26., -44.),
        at(52., -46.),
        at(54., -52.),
        at(24., -56.),
        at(8., -60.),
        at(5., -82.),
        at(-5., -82.),
        at(-8., -60.),
        at(-24., -56.),
        at(-54., -52.),
        at(-52., -46.),
        at(-26., -44.),
    ]);
    let apart = 13. + 0.35 * (160. - slice.y).max(0.);
    oval(vessels, -apart, 16. + 0.1 * apart, 9., 7.5, 0.);
    oval(vessels, apart, 18. + 0.1 * apart, 8., 8., 0.);
    // The two bellies of the six-pack muscle.
    for side in [-1., 1.] {
        let thick = if tense { 15. } else { 11. };
        let edge = |under: f32| move |i: usize| (side * mix(6., 69., i as f32 / 6.), under);
        let lens = |i: usize| (thick * 0.5) * (1. - ((i as f32 - 2.6) / 3.4).powi(2)).max(0.06);
        let mut points: Vec<P> = Vec::with_capacity(14);
        for i in 0..7 {
            let (x, under) = edge(FAT + 6.)(i);
            points.push(at(x, slice.front(x, under - lens(i))));
        }
        for i in (0..7).rev() {
            let (x, under) = edge(FAT + 6.)(i);
            points.push(at(x, slice.front(x, under + lens(i))));
        }
        rectus.blob(&points);
    }
    if pose.marks.iter().any(|mark| matches!(mark.kind, MarkKind::Keep { midline: true, .. })) {
        let edge = |under: f32, way: f32| [-17., 0., 17.].map(|x| at(way * x, slice.front(way * x, under)));
        let zone = [edge(-4., 1.), edge(WALL + 3., -1.)].concat();
        keep.polygon(&zone);
        hatch.hatch(&zone, 10.);
    }
    let (which, _) = shown(pose, scene.view).unwrap_or((Muscle::Both, false));
    let [bowel, back, bones, other, iliacus, psoas, vessels, rectus, keep, hatch] = paths;
    scene.add("figure-bowel", bowel);
    scene.add("figure-back", back);
    scene.add("figure-muscle-other", other);
    let faint = |wanted: bool, path: Path| if wanted { (path, Path::new()) } else { (Path::new(), path) };
    let (iliacus, faint_iliacus) = faint(which != Muscle::Psoas, iliacus);
    let (psoas, faint_psoas) = faint(which != Muscle::Iliacus, psoas);
    scene.add("figure-muscle-other", Path::from([faint_iliacus.d, faint_psoas.d].concat()));
    scene.add("figure-iliacus", iliacus);
    scene.add("figure-psoas", psoas);
    scene.add("figure-bone-cut", bones);
    scene.add("figure-vessel", vessels);
    scene.add("figure-rectus", rectus);
    scene.add("figure-keep figure-mark", keep);
    scene.add("figure-keep-hatch figure-mark", hatch);
}

/// A table of muscle rows with the height first, from below.
fn turned<const N: usize>(rows: &[[f32; 5]; N]) -> [[f32; 5]; N] {
    std::array::from_fn(|i| {
        let [x, y, z, wide, thick] = rows[N - 1 - i];
        [y, x, z, wide, thick]
    })
}

/// The wing of the hip bone, and the iliacus on its inner face.
fn hip_bone(scene: &Scene, slice: &Slice<'_>, side: f32, bones: &mut Path, iliacus: &mut Path) {
    if slice.y > 148. {
        return;
    }
    let top = mix(8., 58., ease(150., 84., slice.y));
    let rise = ease(150., 136., slice.y);
    let line = [
        [66., -58.],
        [96., -44.],
        [116., -22.],
        [127., mix(-10., 8., rise)],
        [132., mix(-6., top * 0.6, rise)],
        [133., mix(-2., top, rise)],
    ];
    let at = |[x, z]: [f32; 2]| scene.see(slice.at(side * x, z));
    let shifted = |by: f32| line.map(|[x, z]| [x + 0.4 * by, z - 0.6 * by]);
    let edge = |by: f32| shifted(by).map(at);
    let mut outer = edge(5.).to_vec();
    outer.extend(edge(-4.).iter().rev());
    bones.blob(&outer);
    let [_, _, _, _, thick] = read(&turned(&ILIACUS), slice.y);
    let mut belly = edge(-5.).to_vec();
    for (i, k) in [0.25, 0.95, 1.25, 1., 0.5, 0.1].into_iter().enumerate().rev() {
        let [x, z] = shifted(-5.)[i];
        belly.push(at([x - thick * 1.25 * k, z + thick * 0.75 * k]));
    }
    iliacus.blob(&belly);
}
