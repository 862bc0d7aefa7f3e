//! A walkthrough in progress. This page turns presses into events for the reducer in `core`, and draws what comes back.

mod area;
mod check;
mod ended;
mod figure;
mod frame;
mod grade;
mod hands_free;
mod point;
mod start;
mod step;
mod stop;

pub use grade::settle_old;
pub use step::warnings;

use crate::component::figure::Scene as Shown;
use crate::markup::prelude::*;
use crate::platform::{address, clock, page as browser};
use crate::route::Route;
use crate::state::App;
use hands_free::Hands;
use palpate_core::Side;
use palpate_core::conductor::Input;
use palpate_core::gate::Verdict;
use palpate_core::journal::Stamp;
use palpate_core::knowledge::Walkthrough;
use palpate_core::memory::Sure;
use palpate_core::walkthrough::{Event, Found, Legs, Place, Session};

/// What decides how the page is drawn. Counts are left out, so that a stroke does not build the page anew.
#[derive(Clone, PartialEq)]
pub struct Scene {
    pub place: Place,
    pub side: Side,
    pub legs: Legs,
    pub paused: bool,
}

/// The app and the walkthrough, for the pieces of this page.
#[derive(Clone, Copy)]
pub struct Ctx {
    pub app: App,
    pub guide: &'static Walkthrough,
    /// What the figure showed last, so that it moves on from there.
    pub last: StoredValue<Option<Shown>, LocalStorage>,
    pub hands: Hands,
}

impl Ctx {
    /// The session of this walkthrough, if one is open or has just ended.
    pub fn session(self) -> Option<Session> {
        self.app.session.get().filter(|session| session.walkthrough == self.guide.id)
    }

    /// Sends an event to the reducer, keeps what comes back, and moves the address along.
    pub fn send(self, event: Event) {
        let visited = matches!(event, Event::Visit(_));
        let before = self.app.session.with_untracked(|session| session.as_ref().map(|session| session.place.clone()));
        self.apply(event);
        hands_free::tell(self, Input::Changed);
        if let Some(before) = before {
            self.arrive(&before, visited);
        }
    }

    /// Follows the session to where it has come from `before`: logs it when it is over, and moves address and focus along.
    fn arrive(self, before: &Place, visited: bool) {
        let Some(session) = self.app.session.get_untracked() else { return };
        let moved = *before != session.place;
        if moved && session.is_over() {
            self.finish(&session);
        }
        if moved || visited {
            self.follow(before, &session.place, visited);
            // The screen of the conductor stays as it is, and so does the focus in it.
            if !untrack(|| self.hands.has_screen()) {
                browser::scroll_to_top();
                browser::focus_soon(first_focus(&session.place));
            }
        }
    }

    fn apply(self, event: Event) {
        self.app.change_session(|session| {
            if let Some(session) = session.as_mut().filter(|session| session.walkthrough == self.guide.id) {
                session.apply(self.guide, &self.app.knowledge.safety, event, clock::monotonic());
            }
        });
    }

    /// Logs a session that is over, and closes the gate for today where what was felt says so.
    fn finish(self, session: &Session) {
        self.app.log_session(session.clone());
        // Whoever found it is asked how sure; else there is nothing to ask.
        if session.found != Some(Found::Yes) {
            grade::settle(self.app, Sure::Sure);
        }
        if let Some(id) = session.felt() {
            let reason = session.ended_by(&self.app.knowledge.safety);
            if reason.is_none_or(|reason| reason.no_retry_today) {
                self.app.change_gate(|gate| gate.stop_for_today(id));
            }
        }
    }

    /// Writes the place into the address. A move makes a new entry of the history; one that the address itself asked
    /// for makes none, nor does a stop, so that the browser's back button never leads to a stop that is over.
    fn follow(self, before: &Place, now: &Place, visited: bool) {
        let here = Route::Walkthrough { id: self.guide.id.clone(), at: now.slug() };
        let stop = |place: &Place| matches!(place, Place::Stopped | Place::EasedOff(_));
        if visited || stop(before) || stop(now) {
            address::replace(&here.href());
            self.app.route.set(here);
        } else {
            self.app.go(&here);
        }
    }
}

/// Where the focus goes at a place: to its heading, or to the ring, so that Space and Enter count at once.
fn first_focus(place: &Place) -> &'static str {
    if matches!(place, Place::Point(_)) { ".strokes-ring" } else { "main h1" }
}

/// The page of a walkthrough.
pub fn page(app: App, guide: &'static Walkthrough) -> AnyView {
    let ctx = Ctx { app, guide, last: StoredValue::new_local(None), hands: Hands::new() };
    follow_address(ctx);
    let running = Memo::new(move |_| is_shown(ctx));
    let keys = browser::on_key(move |event| {
        // By what is on the screen: past midnight that may no longer be what would be shown, and a stop has to be one.
        let open =
            running.get_untracked() && app.session.with_untracked(|session| session.as_ref().is_some_and(|session| !session.is_over()));
        if event.key() == "Escape" && open && !untrack(|| ctx.hands.has_screen()) {
            event.prevent_default();
            app.sheet.set(None);
            ctx.send(Event::Stop);
        }
    });
    let hidden = browser::on_hidden(move |hidden| {
        if hidden && !hands_free::hide(ctx) {
            ctx.send(Event::Pause);
        }
    });
    let left = browser::on_left(move || {
        hands_free::hide(ctx);
    });
    let ticks = gloo_timers::callback::Interval::new(5_000, move || {
        let hands_on = app.session.with_untracked(|session| session.as_ref().is_some_and(|session| session.place.is_hands_on()));
        if hands_on && is_running(ctx) && !is_conducted(ctx) {
            ctx.send(Event::Tick);
        }
    });
    let held = StoredValue::new_local((keys, hidden, left, ticks));
    on_cleanup(move || {
        held.dispose();
        hands_free::let_go(ctx);
        // The session waits until it is taken up again.
        ctx.apply(Event::Pause);
        grade::settle(app, Sure::Sure);
        // An end that was read need not be shown again; it is in the log.
        if app.session.with_untracked(|session| session.as_ref().is_some_and(Session::is_over)) {
            app.change_session(|session| *session = None);
        }
        browser::set_attribute("data-session", "off");
    });

    let scene = Memo::new(move |_| {
        ctx.session().map(|session| Scene { place: session.place, side: session.side, legs: session.legs, paused: session.paused })
    });
    Effect::new(move |before: Option<bool>| {
        let running = running.get();
        browser::set_attribute("data-session", if running { "on" } else { "off" });
        if before.is_some_and(|before| before != running) {
            browser::focus_soon("main h1");
        }
        running
    });
    let screen = conduct(ctx, running);
    // The conductor's screen is built once and stays, wherever the session goes.
    let drawn = Memo::new(move |_| {
        let (screen, running, scene) = (screen.get(), running.get(), scene.get());
        match scene {
            Some(_) if screen => Drawn::Conducted,
            Some(scene) if running => Drawn::Scene(scene),
            Some(_) | None => Drawn::Start,
        }
    });
    view! {
        {move || match drawn.get() {
            Drawn::Conducted => hands_free::view(ctx),
            Drawn::Scene(scene) => draw(ctx, scene),
            Drawn::Start => start::view(ctx),
        }}
    }
    .into_any()
}

/// What is on the page.
#[derive(Clone, PartialEq)]
enum Drawn {
    /// Before the first step, or once the session is not to be shown.
    Start,
    Scene(Scene),
    Conducted,
}

/// Keeps a conductor for as long as a conducted session is on the screen. True while its own screen is to be seen.
fn conduct(ctx: Ctx, running: Memo<bool>) -> Memo<bool> {
    let conducted = Memo::new(move |_| running.get() && ctx.session().is_some_and(|session| session.conducted));
    Effect::new(move || {
        if conducted.get() {
            hands_free::find_again(ctx);
        } else {
            hands_free::let_go(ctx);
        }
    });
    let screen = Memo::new(move |_| conducted.get() && ctx.hands.has_screen());
    Effect::new(move |before: Option<bool>| {
        let screen = screen.get();
        if screen && before != Some(true) {
            browser::focus_soon(".hands-screen h1");
        }
        screen
    });
    screen
}

/// The browser's back and forward buttons change the address; the reducer says whether that place may be visited.
fn follow_address(ctx: Ctx) {
    Effect::new(move || {
        if let Route::Walkthrough { id, at: Some(at) } = ctx.app.route.get()
            && id == ctx.guide.id
            && ctx.app.session.with_untracked(|session| {
                session.as_ref().is_some_and(|session| !session.is_over() && session.place.slug().as_ref() != Some(&at))
            })
            && is_running(ctx)
        {
            ctx.send(Event::Visit(at));
        }
    });
}

fn is_gate_open(ctx: Ctx) -> bool {
    let gate = ctx.app.gate.get();
    gate.verdict(&ctx.app.knowledge.safety, clock::today()) == Verdict::Open
}

/// Whether the session itself is on the screen: the gate is open and the address names a place; or it is stopped, where what is felt
/// can always be named, past midnight too; or it has just ended.
fn is_shown(ctx: Ctx) -> bool {
    let Some(session) = ctx.session() else { return false };
    let placed = matches!(ctx.app.route.get(), Route::Walkthrough { at: Some(_), .. });
    if session.is_over() {
        return !placed && (session.day == clock::today() || ended_today(ctx.app));
    }
    let stopped = matches!(session.place, Place::Stopped | Place::EasedOff(_));
    placed && (stopped || (is_gate_open(ctx) && session.can_resume(ctx.guide, clock::today())))
}

/// Whether the last session that was logged ended today, though its day may be another: then it still has to say what to do now.
fn ended_today(app: App) -> bool {
    let at = app.finished.with(|finished| finished.last().map(|last| last.at));
    at.is_some_and(|at| Stamp { at, offset: clock::offset() }.day() == clock::today())
}

/// Whether the session is on the screen and not over.
fn is_running(ctx: Ctx) -> bool {
    untrack(|| is_shown(ctx) && ctx.session().is_some_and(|session| !session.is_over()))
}

/// Whether the session is one that conducts itself.
fn is_conducted(ctx: Ctx) -> bool {
    ctx.app.session.with_untracked(|session| session.as_ref().is_some_and(|session| session.conducted))
}

fn draw(ctx: Ctx, scene: Scene) -> AnyView {
    if scene.paused && !matches!(scene.place, Place::Ended(_) | Place::Stopped | Place::EasedOff(_)) {
        return frame::paused(ctx);
    }
    match &scene.place {
        Place::Step(index) => match ctx.guide.steps.get(usize::from(*index)) {
            Some(step) => step::view(ctx, &scene, *index, step),
            None => start::view(ctx),
        },
        Place::Check(check) => check::view(ctx, &scene, *check),
        Place::Area(index) => match ctx.guide.areas.get(usize::from(*index)) {
            Some(area) => area::view(ctx, &scene, area),
            None => start::view(ctx),
        },
        Place::Point(_) => point::view(ctx, &scene),
        Place::PointDone(_) => point::done(ctx, &scene),
        Place::Closing => ended::closing(ctx, &scene),
        Place::Stopped => stop::menu(ctx),
        Place::EasedOff(id) => stop::eased_off(ctx, id),
        Place::Ended(ending) => ended::view(ctx, ending),
    }
}
