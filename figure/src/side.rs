//! The view from the working side: the head to the left.

use crate::body::Body;
use crate::leg::Limb;
use crate::path::Path;
use crate::scene::{FAR, Figure, NEAR, Scene};
use crate::space::{Ball, P, p, v};
use crate::table::{FLOOR, HEM, WAISTBAND};
use crate::{Pose, Prop};

pub fn draw(scene: &mut Scene, pose: &Pose, figure: &Figure) {
    // Fingers that press dent the skin.
    let mut body = figure.body.clone();
    let hand = &pose.hands[0];
    body.dent = (hand.at[1], hand.depth.max(0.) * (1. - hand.floor));
    let Figure { legs, arms, head, .. } = figure;
    let [right, left] = legs;
    ground(scene, pose, figure);
    scene.chains(FAR.skin, &[&arms[1].upper(0.3, 1.)]);
    scene.chains(FAR.sleeve, &[&arms[1].sleeve()]);
    scene.forearm(&arms[1], FAR);
    scene.fingers(&arms[1], FAR);
    props(scene, pose, figure);
    let leg = |limb: &Limb| {
        let mut path = Path::new();
        path.blob(&scene.outline(&limb.thigh(0.05, 1.), 16));
        scene.lower_leg(limb, &mut path);
        path
    };
    let [near_leg, far_leg] = [leg(right), leg(left)];
    scene.add("figure-skin-far", far_leg);
    scene.chains("figure-shorts-back", &[&left.shorts(5.)]);
    // Neck, trunk and head.
    scene.chains("figure-skin", &[&body.neck()]);
    let mut trunk = Path::new();
    trunk.blob(&scene.outline(&body.slices(-50., 540., 48), 56));
    scene.add("figure-skin", trunk);
    let mut shirt: Vec<Ball> = body.slices(HEM, 556., 20).into_iter().map(|ball| ball.grown(6.)).collect();
    shirt[0] = shirt[0].flat();
    scene.chains("figure-top", &[&shirt]);
    scene.add("figure-skin", head.profile());
    scene.add("figure-hair", head.hair_profile());
    scene.add("figure-skin", head.ear_profile());
    scene.add("figure-face", head.features_profile());
    // The near leg and the shorts.
    scene.add("figure-skin", near_leg);
    shorts(scene, &body, figure);
    scene.anatomy(pose, figure);
    scene.marks_below(pose, figure);
    let arm = &arms[0];
    scene.chains("figure-skin", &[&arm.upper(0.3, 1.)]);
    scene.chains("figure-top", &[&arm.sleeve()]);
    let patch = [arm.shoulder_ball(50.), Ball::round(figure.body.place(v(-120., 470., -5.)), 56.)];
    scene.chains("figure-top-patch", &[&patch]);
    scene.forearm(arm, NEAR);
    scene.fingers(arm, NEAR);
    scene.marks_above(pose, figure);
}

/// Mat, pillow and the shadow on the mat.
fn ground(scene: &mut Scene, pose: &Pose, figure: &Figure) {
    let [x, _, width, _] = scene.frame;
    scene.plate("figure-mat", (x + 18.).max(-862.), -FLOOR, (width - 36.).min(1894.), 22., 8.);
    let lift = if pose.pitch + pose.curl > 8. { 0. } else { 1. };
    scene.plate("figure-pillow", -862., -FLOOR - 24. - 6. * lift, 250., 24. + 6. * lift, 13.);
    let mut shadow = Path::new();
    let [heel, _] = figure.legs.each_ref().map(|leg| scene.see(leg.ankle).x);
    let far = scene.see(figure.legs[1].ankle).x.max(heel) + 130.;
    shadow.polygon(&[p(-790., -FLOOR + 1.), p(far, -FLOOR + 1.), p(far - 18., -FLOOR + 9.), p(-770., -FLOOR + 9.)]);
    scene.add("figure-shadow", shadow);
}

fn props(scene: &mut Scene, pose: &Pose, figure: &Figure) {
    let mut path = Path::new();
    let mut folds = Path::new();
    let knee = scene.see(figure.legs[0].knee);
    if pose.props.contains(&Prop::Bolster) {
        // A roll that fills the room under the knees.
        let radius = ((-FLOOR - knee.y) - 52.) / 2.;
        let middle = p(knee.x + 6., -FLOOR - radius);
        path.ring(middle, radius);
        folds.ring(middle, radius * 0.68);
        folds.ring(middle, radius * 0.3);
    } else if pose.props.contains(&Prop::Cushion) {
        let top = knee.y + 60.;
        path.blob(&[p(knee.x - 110., -FLOOR), p(knee.x - 110., top), p(knee.x + 110., top), p(knee.x + 110., -FLOOR)]);
    }
    scene.add("figure-prop", path);
    scene.add("figure-prop-fold", folds);
}

fn shorts(scene: &mut Scene, body: &Body, figure: &Figure) {
    let right = &figure.legs[0];
    let mut pelvis: Vec<Ball> = body.slices(WAISTBAND, -44., 9).into_iter().map(|ball| ball.grown(4.)).collect();
    pelvis[0] = pelvis[0].flat();
    scene.chains("figure-shorts", &[&pelvis, &right.shorts(5.)]);
    let at = |y: f32, z: f32| scene.see(body.place(v(-130., y, z)));
    let station = body.station(50.);
    let mut seams = Path::new();
    seams.curve(&[at(51., station.front - 2.), at(49., 0.), at(51., station.back + 2.)]);
    let crease: Vec<P> = [[44., 74.], [20., 44.], [-8., 18.]].map(|[y, z]| at(y, z)).into();
    seams.curve(&crease);
    scene.add("figure-seam", seams);
}
