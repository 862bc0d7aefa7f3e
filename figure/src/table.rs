//! The measured and estimated numbers of the body, in millimetres.
//!
//! Hip joints, thigh, trunk, legs, landmarks and muscles were measured on BodyParts3D, © The Database Center for Life
//! Science; arms, neck, hands and feet are estimated.

/// Reads a table at a place of its first column, along a smooth curve through its rows.
pub fn read<const N: usize>(rows: &[[f32; N]], at: f32) -> [f32; N] {
    let last = rows.len() - 1;
    let at = at.clamp(rows[0][0], rows[last][0]);
    let i = rows.iter().rposition(|row| row[0] <= at).unwrap_or(0).min(last - 1);
    let (a, b) = (rows[i], rows[i + 1]);
    let width = b[0] - a[0];
    let t = (at - a[0]) / width;
    let before = if i > 0 { rows[i - 1] } else { a };
    let after = if i + 2 <= last { rows[i + 2] } else { b };
    let mut out = [0.; N];
    for (k, value) in out.iter_mut().enumerate() {
        let slope_a = (b[k] - before[k]) / (b[0] - before[0]) * width;
        let slope_b = (after[k] - a[k]) / (after[0] - a[0]) * width;
        let (t2, t3) = (t * t, t * t * t);
        *value = (2. * t3 - 3. * t2 + 1.) * a[k] + (t3 - 2. * t2 + t) * slope_a + (3. * t2 - 2. * t3) * b[k] + (t3 - t2) * slope_b;
    }
    out
}

pub const FLOOR: f32 = -125.;
/// Half the distance of the hip joints.
pub const HIP: f32 = 87.;
/// The pelvis rolls about this depth.
pub const ROLL_AXIS: f32 = -60.;
pub const THIGH: f32 = 443.;
pub const SHANK: f32 = 423.;
pub const UPPER_ARM: f32 = 308.;
pub const FOREARM: f32 = 255.;
pub const SHOULDER: [f32; 3] = [178., 505., -22.];
/// Height of the navel; nobody presses above it.
pub const NAVEL: f32 = 162.;
/// Where the shirt ends and where the shorts begin: the belly between is bare.
pub const HEM: f32 = 248.;
pub const WAISTBAND: f32 = 66.;

/// y, half width, back z, front z.
pub const TRUNK: [[f32; 4]; 18] = [
    [-55., 144., -94., 60.],
    [-20., 164., -112., 84.],
    [25., 164., -118., 100.],
    [60., 161., -114., 108.],
    [90., 155., -106., 112.],
    [125., 147., -98., 115.],
    [160., 141., -95., 116.],
    [200., 140., -96., 118.],
    [240., 147., -100., 122.],
    [275., 154., -104., 128.],
    [310., 159., -108., 133.],
    [350., 164., -113., 136.],
    [400., 169., -120., 139.],
    [450., 170., -125., 124.],
    [490., 166., -122., 92.],
    [520., 152., -114., 66.],
    [545., 122., -102., 46.],
    [562., 84., -92., 38.],
];
/// y, half width, back z, front z.
pub const NECK: [[f32; 4]; 4] = [[540., 64., -92., 36.], [575., 58., -80., 42.], [605., 56., -74., 50.], [635., 58., -74., 56.]];
/// Along the bone from 0 to 1, half width, back, front.
pub const THIGHS: [[f32; 4]; 7] = [
    [0., 80., -80., 68.],
    [0.15, 86., -88., 90.],
    [0.35, 80., -82., 92.],
    [0.55, 71., -74., 80.],
    [0.75, 61., -64., 68.],
    [0.9, 54., -62., 60.],
    [1., 53., -62., 56.],
];
/// Along the bone from 0 to 1, half width, back, front.
pub const SHANKS: [[f32; 4]; 8] = [
    [0., 53., -62., 54.],
    [0.08, 53., -66., 48.],
    [0.25, 58., -84., 40.],
    [0.38, 57., -84., 38.],
    [0.55, 49., -68., 32.],
    [0.72, 39., -50., 27.],
    [0.88, 33., -42., 26.],
    [1., 34., -44., 30.],
];
/// Along the bone from 0 to 1, half width, half thickness.
pub const UPPER_ARMS: [[f32; 3]; 5] = [[0., 54., 54.], [0.2, 52., 55.], [0.45, 46., 48.], [0.75, 41., 41.], [1., 38., 37.]];
/// Along the bone from 0 to 1, half width, half thickness.
pub const FOREARMS: [[f32; 3]; 6] =
    [[0., 38., 37.], [0.15, 44., 41.], [0.35, 42., 38.], [0.65, 33., 29.], [0.88, 28., 22.], [1., 28., 20.]];
/// From the ankle to the toes, towards the shin, half length, half width, half height.
pub const FOOT: [[f32; 5]; 6] = [
    [-20., -30., 34., 31., 36.],
    [10., -12., 34., 34., 46.],
    [55., -34., 30., 36., 30.],
    [105., -46., 26., 42., 20.],
    [140., -50., 26., 44., 16.],
    [168., -53., 22., 38., 13.],
];

/// Great to little toe: tip from the ankle, place towards the other foot, radius.
pub const TOES: [[f32; 3]; 5] = [[190., 25., 14.], [187., 3., 10.], [180., -13., 9.5], [170., -27., 9.], [158., -39., 8.5]];

/// Hands are drawn a little larger than life, so that fingers can be told apart.
pub const HAND: f32 = 1.08;
/// Index to little finger: knuckle along and across, three bones, half thickness.
pub const FINGERS: [[f32; 6]; 4] =
    [[94., 31., 43., 26., 21., 10.5], [98., 10., 47., 30., 22., 10.8], [94., -11., 43., 28., 22., 10.2], [84., -30., 34., 21., 19., 9.]];
pub const THUMB_ROOT: [f32; 3] = [22., 24., -6.];
pub const THUMB_BONES: [f32; 3] = [44., 32., 24.];
pub const THUMB_RADII: [f32; 4] = [16., 13.5, 11., 9.];
/// Along, across, out of the back of the hand, radius: wrist 2, root of the palm 2, knuckles 4.
pub const PALM: [[f32; 4]; 8] = [
    [0., 14., 0., 15.],
    [0., -13., 0., 14.],
    [30., 26., -4., 15.],
    [30., -26., -3., 15.],
    [92., 31., 0., 13.],
    [96., 10., 0., 13.],
    [92., -11., 0., 12.6],
    [82., -30., 0., 11.5],
];
pub const WEB: [[f32; 4]; 2] = [[34., 34., -6., 13.], [84., 34., -1., 9.]];

/// Psoas: x outward, y, z, half width, half thickness.
pub const PSOAS: [[f32; 5]; 13] = [
    [18., 278., 4., 5., 5.],
    [26., 250., 3., 8., 8.],
    [32., 220., 6., 12., 14.],
    [39., 190., 9., 17., 17.],
    [43., 160., 8., 23., 21.],
    [50., 130., 5., 23., 24.],
    [61., 100., 7., 20., 20.],
    [71., 70., 15., 13., 17.],
    [72., 40., 28., 9., 12.],
    [73., 10., 34., 8., 7.],
    [78., -20., 24., 7., 6.],
    [90., -50., -6., 8., 8.],
    [96., -66., -19., 5., 5.],
];
/// Iliacus: x outward, y, z, half width, half thickness.
pub const ILIACUS: [[f32; 5]; 9] = [
    [104., 142., -16., 16., 10.],
    [102., 125., -4., 24., 18.],
    [100., 105., 4., 27., 20.],
    [99., 80., 19., 25., 20.],
    [94., 50., 32., 22., 14.],
    [94., 20., 38., 17., 9.],
    [92., -10., 28., 13., 9.],
    [91., -40., 12., 9., 8.],
    [95., -66., -16., 4., 4.],
];
/// The front point of the hip bone: x outward, y, z.
pub const ASIS: [f32; 3] = [130., 84., 60.];
