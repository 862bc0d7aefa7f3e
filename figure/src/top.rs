//! The view from above.

use crate::path::Path;
use crate::scene::{Figure, NEAR, Scene};
use crate::space::{Ball, P, ease, p, v};
use crate::table::{HEM, WAISTBAND};
use crate::{Pose, Prop};

/// Light comes from the upper left.
const CAST: P = p(9., 12.);

pub fn draw(scene: &mut Scene, pose: &Pose, figure: &Figure) {
    ground(scene, pose, figure);
    let Figure { body, legs, arms, head } = figure;
    let [right, left] = legs;
    // Skin.
    scene.chains("figure-skin", &[&body.slices(-10., 556., 30)]);
    let apart = right.knee.z - left.knee.z;
    for (limb, far) in [(left, true), (right, false)] {
        let thigh = limb.thigh(0.2, 1.);
        let mut lower = Path::new();
        scene.lower_leg(limb, &mut lower);
        let mut shade = Path::new();
        if far && apart > 40. {
            shade.d.clone_from(&lower.d);
            shade.blob(&scene.outline(&thigh, 16));
        }
        scene.add("figure-skin", lower);
        scene.chains("figure-skin", &[&thigh]);
        // Where thigh and shank point different ways on the picture, the knee is one piece.
        let [hip, knee, ankle] = [limb.hip, limb.knee, limb.ankle].map(|joint| scene.see(joint));
        let turn = (knee - hip).unit().dot((ankle - knee).unit()).clamp(-1., 1.).acos().to_degrees();
        let open = if (ankle - knee).length() > 380. { 1. } else { ease(20., 50., turn) };
        let mut path = Path::new();
        if open > 0.1 {
            path.blob(&scene.outline(&limb.bend(open), 8));
        }
        scene.add("figure-patch", path);
        scene.add("figure-far", shade);
    }
    let mut knees = Path::new();
    for (limb, leg) in legs.iter().zip(&pose.legs) {
        if leg.knee < 25. {
            limb.kneecap().iter().for_each(|edge| knees.curve(&edge.map(|at| scene.see(at))));
        }
    }
    scene.add("figure-detail", knees);
    shorts(scene, figure, apart);
    scene.anatomy(pose, figure);
    scene.marks_below(pose, figure);
    // Shirt.
    let mut shirt: Vec<Ball> = body.slices(HEM, 556., 16).into_iter().map(|ball| ball.grown(7.)).collect();
    shirt[0] = shirt[0].flat();
    scene.chains("figure-top", &[&shirt]);
    let mut folds = Path::new();
    for (x, y, lean) in [(-96., HEM + 8., 12.), (-60., HEM + 6., 20.), (70., HEM + 6., -18.), (104., HEM + 8., -10.)] {
        let at = |x: f32, y: f32| scene.see(body.above(x, y, 7.));
        folds.curve(&[at(x, y), at(x + lean * 0.2, y + 16.), at(x + lean, y + 30.)]);
    }
    scene.add("figure-fold", folds);
    let mut navel = Path::fine();
    let at = |x: f32, y: f32| scene.see(body.skin(x, 162. + y));
    navel.blob(&[at(-6., 2.), at(0., 5.), at(6., 2.), at(4., -3.), at(0., -5.), at(-4., -3.)]);
    scene.add("figure-navel", navel);
    // Upper arms, then neck and head.
    for (arm, side) in arms.iter().zip([-1., 1.]) {
        scene.chains("figure-skin", &[&arm.upper(0.3, 1.)]);
        scene.chains("figure-top", &[&arm.sleeve()]);
        // Opens the seam between sleeve and shirt.
        let chest = Ball::round(body.place(v(side * 112., 464., 0.)), 50.);
        scene.chains("figure-top-patch", &[&[arm.shoulder_ball(50.), chest]]);
    }
    let neck = body.neck();
    let collar: Vec<Ball> = neck[..3].iter().map(|ball| ball.grown(9.)).collect();
    scene.chains("figure-trim", &[&collar]);
    scene.chains("figure-skin", &[&neck]);
    scene.add("figure-skin", head.ears_above());
    scene.add("figure-hair", head.hair_above());
    scene.add("figure-skin", head.face_above());
    scene.add("figure-face", head.features_above());
    // Forearms and hands, the lower one first.
    let order = if pose.right_over { [1, 0] } else { [0, 1] };
    let meet = scene.hands_meet(figure, pose);
    for (turn, i) in order.into_iter().enumerate() {
        let arm = &arms[i];
        let cast = if pose.hands[i].floor < 0.5 { scene.forearm_outline(arm, p(5., 7.)) } else { Path::new() };
        scene.add("figure-cast", cast);
        scene.forearm(arm, NEAR);
        scene.fingers(arm, NEAR);
        let under = if turn == 0 && meet { scene.forearm_outline(arm, P::default()) } else { Path::new() };
        scene.add("figure-under", under);
    }
    scene.marks_above(pose, figure);
}

/// Mat, pillow, cushions and the shadow of the body.
fn ground(scene: &mut Scene, pose: &Pose, figure: &Figure) {
    let Figure { body, legs, arms, head } = figure;
    let long = scene.frame[1] + scene.frame[3] > 880.;
    scene.plate("figure-mat", -330., -872., 660., if long { 1880. } else { 1690. }, 26.);
    scene.plate("figure-pillow", -175., -868., 350., 250., 60.);
    let [right, left] = legs;
    let middle = scene.see(right.knee.towards(left.knee, 0.5));
    let has = |prop| pose.props.contains(&prop);
    if has(Prop::Bolster) {
        scene.plate("figure-prop", -250., middle.y - 95., 500., 190., 55.);
    } else if has(Prop::Cushion) {
        scene.plate("figure-prop", middle.x - 120., middle.y - 110., 260., 220., 60.);
    } else {
        scene.add("figure-prop", Path::new());
    }
    let mut chains: Vec<Vec<Ball>> = vec![body.slices(-10., 556., 14), head.mass()];
    for limb in legs {
        chains.extend([limb.thigh(0., 1.), limb.shank(), limb.foot()]);
    }
    for arm in arms {
        chains.extend([arm.upper(0., 1.), arm.fore()]);
    }
    let mut shadow = Path::new();
    for chain in &chains {
        let points: Vec<P> = scene.outline(chain, 10).into_iter().map(|point| point + CAST).collect();
        shadow.blob(&points);
    }
    for (i, arm) in arms.iter().enumerate() {
        if pose.hands[i].floor > 0.5 {
            shadow.d.push_str(&scene.forearm_outline(arm, p(6., 8.)).d);
        }
    }
    scene.add("figure-shadow", shadow);
}

fn shorts(scene: &mut Scene, figure: &Figure, apart: f32) {
    let body = &figure.body;
    let [right, left] = &figure.legs;
    let mut pelvis: Vec<Ball> = body.slices(WAISTBAND, -30., 8).into_iter().map(|ball| ball.grown(5.)).collect();
    pelvis[0] = pelvis[0].flat();
    // Half of the pelvis and the top of the thigh as one hull, so that the hip is one curve however the leg is turned.
    let hip = |i: usize, side: f32, grown: f32| {
        let half = |y: f32| {
            let station = body.station(y);
            let at = v(side * station.width / 2., y, station.middle());
            let axes = [v(station.width / 2. + grown, 0., 0.), v(0., 0., station.half() + grown), v(0., 8., 0.)];
            Ball { at: body.place(at), axes: axes.map(|axis| body.aim(at, axis)) }
        };
        let thigh = figure.legs[i].shorts(grown);
        scene.hull(&[half(WAISTBAND - 12.), half(24.), half(-12.), thigh[0], thigh[1], thigh[2], thigh[3]])
    };
    let hips = [hip(0, -1., 5.), hip(1, 1., 5.), hip(0, -1., 2.)];
    let (far, near) = (left.shorts(5.), right.shorts(5.));
    let union = |chains: &[&[Ball]], hip: &[P]| {
        let mut path = Path::new();
        chains.iter().for_each(|chain| path.blob(&scene.outline(chain, 14)));
        path.blob(hip);
        path
    };
    // The last opens the seam between the near leg and the pelvis.
    let inner: Vec<Ball> = body.slices(WAISTBAND - 3., -20., 7).into_iter().map(|ball| ball.grown(3.)).collect();
    let [back, front, patch] = [union(&[&pelvis, &far], &hips[1]), union(&[&near], &hips[0]), union(&[&inner], &hips[2])];
    scene.add("figure-shorts", back);
    let mut shade = Path::new();
    if apart > 40. {
        shade.blob(&scene.outline(&far[1..], 12));
    }
    scene.add("figure-shorts-far", shade);
    scene.add("figure-shorts", front);
    scene.add("figure-shorts-patch", patch);
    let mut seams = Path::new();
    let at = |x: f32, y: f32| scene.see(body.above(x, y, 4.));
    let width = body.station(54.).width;
    let band: Vec<P> = [-0.97, -0.6, 0., 0.6, 0.97].map(|k| at(k * width, 52.)).into();
    seams.curve(&band);
    seams.curve(&[at(0., 52.), at(2., 24.), at(0., -8.)]);
    for side in [-1., 1.] {
        seams.curve(&[at(side * 118., 50.), at(side * 96., 24.), at(side * 62., 2.)]);
    }
    scene.add("figure-seam", seams);
}
