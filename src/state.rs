//! What the app holds while it runs: the record, the open session, and what is open or closed on the screen.
//!
//! One small copyable value, handed to every page and component. Changes to what is kept go through the methods here, which save them.

mod carried;
mod import;
mod kept;
mod learning;
mod writing;

pub use carried::{Carried, Offer};
pub use import::Imported;
pub use kept::Kept;

use crate::markup::prelude::*;
use crate::platform::storage::{StorageError, Store};
use crate::platform::{clock, mark, random};
use crate::route::Route;
use gloo_timers::callback::Timeout;
use palpate_core::exam::{Exam, Sat};
use palpate_core::exchange::backup::{name, row_of};
use palpate_core::gate::Gate;
use palpate_core::item::Item;
use palpate_core::journal::{Entry, Stamp};
use palpate_core::knowledge::Cite;
use palpate_core::locator::Locator;
use palpate_core::memory::{Memory, Review, What};
use palpate_core::outbox::{Change, Outbox};
use palpate_core::quiz::Round;
use palpate_core::record::Settings;
use palpate_core::search::Index;
use palpate_core::walkthrough::{Finished, Session};
use palpate_core::{Knowledge, Millis};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// What a sheet explains.
#[derive(Clone, Debug, PartialEq)]
pub enum Sheet {
    Cite(Cite),
    /// A glossary term, by id.
    Term(String),
}

/// The app's state. Cheap to copy: handles, not values.
#[derive(Clone, Copy)]
pub struct App {
    pub knowledge: &'static Knowledge,
    pub route: RwSignal<Route>,
    pub settings: RwSignal<Settings>,
    pub gate: RwSignal<Gate>,
    pub session: RwSignal<Option<Session>>,
    pub round: RwSignal<Option<Round>>,
    /// What was marked at "Where does it hurt?". In memory alone: where it hurts today is nobody's record.
    pub locator: RwSignal<Locator>,
    /// What is remembered of each card, which follows from the log of reviews.
    pub memory: RwSignal<Memory>,
    /// The exam that is being sat.
    pub exam: RwSignal<Option<Exam>>,
    /// Every exam that was sat, oldest first.
    pub exams: RwSignal<Vec<Sat>>,
    pub finished: RwSignal<Vec<Finished>>,
    /// Every entry of the journal, deleted ones among them, in no order.
    pub journal: RwSignal<Vec<Entry>>,
    /// Why nothing is being kept, if so.
    pub trouble: RwSignal<Option<StorageError>>,
    /// Whether a change waits to be kept.
    pub unsaved: RwSignal<bool>,
    /// What was kept here until this day is gone.
    pub lost: RwSignal<Option<String>>,
    pub sheet: RwSignal<Option<Sheet>>,
    /// A newer version waits to take over.
    pub update_ready: RwSignal<bool>,
    /// A learning system listens, and the person has not put the note about it away.
    pub in_course: RwSignal<bool>,
    /// What became of the record that this copy of the app carries along, where it matters.
    pub carried: RwSignal<Option<Carried>>,
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    store: Option<Rc<Store>>,
    outbox: RefCell<Outbox>,
    next_try: RefCell<Option<Timeout>>,
    track: RefCell<learning::Track>,
    /// Fingerprints of carried records that were dealt with.
    met: RefCell<Vec<String>>,
    index: OnceCell<&'static Index>,
}

impl App {
    pub fn new(knowledge: &'static Knowledge, kept: Kept, route: Route) -> Self {
        let Kept { store, trouble, record, memory, track, met, aside, lost } = kept;
        let inner = Inner {
            store: store.map(Rc::new),
            outbox: RefCell::default(),
            next_try: RefCell::default(),
            track: RefCell::new(track),
            met: RefCell::new(met),
            index: OnceCell::new(),
        };
        let app = App {
            knowledge,
            route: RwSignal::new(route),
            settings: RwSignal::new(record.settings.unwrap_or_default()),
            gate: RwSignal::new(record.gate.unwrap_or_else(|| Gate::new(clock::today()))),
            session: RwSignal::new(record.session),
            round: RwSignal::new(record.round),
            locator: RwSignal::new(Locator::default()),
            memory: RwSignal::new(memory),
            exam: RwSignal::new(record.exam),
            exams: RwSignal::new(record.exams),
            finished: RwSignal::new(record.finished),
            journal: RwSignal::new(record.journal),
            trouble: RwSignal::new(trouble),
            unsaved: RwSignal::new(false),
            lost: RwSignal::new(lost),
            sheet: RwSignal::new(None),
            update_ready: RwSignal::new(false),
            in_course: RwSignal::new(false),
            carried: RwSignal::new(None),
            inner: StoredValue::new_local(inner),
        };
        for (name, pair) in aside {
            app.put(Change::Row(name::UNREAD, pair));
            app.put(Change::Value(name, None));
        }
        app.watch_memory();
        app.watch_others();
        app.meet_carried();
        app
    }

    /// Every quiz item.
    pub fn bank(self) -> &'static [Item] {
        &self.knowledge.items
    }

    /// The search index; made on first use.
    pub fn index(self) -> &'static Index {
        self.inner.with_value(|inner| *inner.index.get_or_init(|| Box::leak(Box::new(Index::new(self.knowledge)))))
    }

    fn store(self) -> Option<Rc<Store>> {
        self.inner.with_value(|inner| inner.store.clone())
    }

    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.keep(name::SETTINGS, Some(&self.settings.get_untracked()));
    }

    /// The gate's answers hold for one day: on another it is begun anew.
    pub fn renew_gate(self) {
        let today = clock::today();
        if self.gate.with_untracked(|gate| gate.day != today) {
            self.gate.update(|gate| *gate = Gate::for_day(Some(gate.clone()), today));
        }
    }

    /// Changes today's gate; one of another day is begun anew first.
    pub fn change_gate(self, change: impl FnOnce(&mut Gate)) {
        self.gate.update(|gate| {
            *gate = Gate::for_day(Some(gate.clone()), clock::today());
            change(gate);
        });
        self.keep_gate();
    }

    /// Changes the session, which goes on today. Its entry of the journal follows, whoever made the change.
    pub fn change_session(self, change: impl FnOnce(&mut Option<Session>)) {
        self.session.update(|session| {
            change(session);
            session.iter_mut().for_each(|session| session.go_on_today(clock::today()));
        });
        self.keep(name::SESSION, self.session.get_untracked().as_ref());
        self.follow_entry();
    }

    /// Brings what the session knows into its entry of the journal; written only when that changed it, and not while blank.
    fn follow_entry(self) {
        let id = self.session.with_untracked(|session| session.as_ref().and_then(|session| session.entry.clone()));
        let kept = id.and_then(|id| self.entry(&id));
        // Deleted: it stays so until the person writes something about this session again.
        if kept.as_ref().is_some_and(|entry| entry.deleted) {
            return;
        }
        if let Some(entry) = self.session_entry()
            && !entry.is_blank()
            && kept.as_ref() != Some(&entry)
        {
            self.write_entry(entry);
        }
    }

    /// The entry of the open session as it is now, kept or not; `None` without a session. One that was deleted is begun anew.
    pub fn session_entry(self) -> Option<Entry> {
        let session = self.session.get_untracked()?;
        let mut entry = self.entry_of(&session);
        self.knowledge.walkthrough(&session.walkthrough).into_iter().for_each(|guide| entry.follow(&session, guide));
        Some(entry)
    }

    fn entry_of(self, session: &Session) -> Entry {
        let kept = session.entry.as_ref().and_then(|id| self.entry(id));
        match (kept, &session.entry) {
            (Some(entry), _) if !entry.deleted => entry,
            (None, Some(id)) => Entry { id: id.clone(), ..self.new_entry() },
            (Some(_), _) | (None, None) => {
                let fresh = self.new_entry();
                self.session.update(|session| session.iter_mut().for_each(|session| session.entry = Some(fresh.id.clone())));
                self.keep(name::SESSION, self.session.get_untracked().as_ref());
                fresh
            }
        }
    }

    /// An entry of the journal as it is kept, deleted ones among them.
    pub fn entry(self, id: &str) -> Option<Entry> {
        self.journal.with_untracked(|journal| journal.iter().find(|entry| entry.id == id).cloned())
    }

    /// Goes on counting the time of the session, in memory alone and without telling anyone: it is kept with the next change.
    pub fn pass_time(self, session: Session) {
        self.session.update_untracked(|kept| *kept = Some(session));
    }

    pub fn change_round(self, change: impl FnOnce(&mut Option<Round>)) {
        self.round.update(change);
        self.keep(name::ROUND, self.round.get_untracked().as_ref());
    }

    /// Logs something learned or practised, of now.
    pub fn log_review(self, card: String, what: What) {
        self.log_review_at(card, what, clock::now());
    }

    /// Logs it as of another moment, on the wall clock.
    pub fn log_review_at(self, card: String, what: What, at: Millis) {
        self.learn(Review { card, when: Stamp { at, offset: clock::offset() }, what });
    }

    pub fn change_exam(self, change: impl FnOnce(&mut Option<Exam>)) {
        self.exam.update(change);
        self.keep(name::EXAM, self.exam.get_untracked().as_ref());
    }

    /// Logs a session that is over.
    pub fn log_session(self, session: Session) {
        let entry = Finished { session, at: clock::now() };
        self.put(Change::Row(name::FINISHED, row_of(&entry)));
        self.finished.update(|log| log.push(entry));
    }

    /// A new entry of the journal, of now; kept only once it is written with [`App::write_entry`].
    pub fn new_entry(self) -> Entry {
        Entry::new(format!("{:08x}{:08x}", random::seed(), random::seed()), Stamp { at: clock::now(), offset: clock::offset() })
    }

    /// Writes an entry into the journal, in place of the one with its id.
    pub fn write_entry(self, entry: Entry) {
        let entry = entry.touched(clock::now());
        self.journal.update(|journal| match journal.iter_mut().find(|kept| kept.id == entry.id) {
            Some(kept) => kept.clone_from(&entry),
            None => journal.push(entry.clone()),
        });
        self.put(Change::Entry(entry.id.clone(), row_of(&entry)));
    }

    /// Deletes an entry of the journal; a tombstone stays.
    pub fn delete_entry(self, id: &str) {
        if let Some(entry) = self.entry(id) {
            self.write_entry(entry.tombstone(clock::now()));
        }
    }

    /// Erases everything kept, here and on the device.
    pub async fn erase(self) -> Result<(), StorageError> {
        self.outbox(Outbox::clear);
        if let Some(store) = self.store() {
            let met = self.met_with_own();
            store.erase(met.as_deref().map(|met| (kept::CARRIED, met))).await?;
            mark::clear();
        }
        self.unsaved.set(false);
        self.lost.set(None);
        self.track(|track| *track = learning::Track::erased());
        self.carried.set(None);
        self.settings.set(Settings::default());
        self.gate.set(Gate::new(clock::today()));
        self.session.set(None);
        self.round.set(None);
        self.locator.set(Locator::default());
        self.memory.set(Memory::default());
        self.exam.set(None);
        self.exams.set(Vec::new());
        self.finished.set(Vec::new());
        self.journal.set(Vec::new());
        Ok(())
    }

    /// It was told that what was kept is gone.
    pub fn take_note_of_loss(self) {
        mark::clear();
        self.lost.set(None);
    }

    /// Goes to another page.
    pub fn go(self, route: &Route) {
        crate::platform::address::go(&route.href());
    }
}
