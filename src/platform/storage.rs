//! IndexedDB: single values by name, the journal by id, and logs that only grow. Each row is a text of JSON, which others read.
//!
//! Versions 1 and 2 kept objects of the browser in place of texts: those are written as JSON when they are read. What can't be
//! read back is moved aside and exported with the rest; it is never overwritten or dropped.

use idb::request::OpenDatabaseRequest;
use idb::{Database, DatabaseEvent, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query, Transaction, TransactionMode};
use palpate_core::exchange::backup::name;
use palpate_core::outbox::Change;
use palpate_core::record::SCHEMA_VERSION;
use std::cell::{Cell, RefCell};
use std::future::{Future, IntoFuture, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::JsValue;

const NAME: &str = "palpate";
/// Single values.
const KEPT: &str = name::KEPT;
/// The journal: entries by their ids.
const JOURNAL: &str = name::JOURNAL;
/// Values that could not be read, each in a pair with the name of its place.
const UNREAD: &str = name::UNREAD;

/// Why nothing could be kept or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    #[error(
        "Your browser doesn't let this page keep anything, so nothing is being kept. All else works. Save what you need to a file, from the settings, before you leave."
    )]
    Denied,
    #[error(
        "This device has no room left, so your last changes are not kept yet. Leave this page open and free some space: then they are kept."
    )]
    Full,
    #[error("An older Palpate is open in another tab, so nothing is being kept here. Close that tab, then load this page again.")]
    Blocked,
    #[error("What is kept here was made by a newer Palpate, so nothing is being kept now. Open the newest version to use it.")]
    Newer,
    #[error(
        "A part of what is kept here can't be read, so nothing is being kept now. Save it all to a file from the settings. Then clear the data of this site in your browser, and read the file back in."
    )]
    Damaged,
    #[error("What is kept here could not be read, so nothing is being kept now. Nothing of it was changed. Load this page again.")]
    Unread,
    #[error("Your browser has closed what is kept here, so nothing is being kept now. Load this page again.")]
    Closed,
    #[error(
        "Your browser could not keep your last changes yet. Leave this page open: it tries again. Or save it all to a file from the settings."
    )]
    Failed,
}

impl From<idb::Error> for StorageError {
    fn from(error: idb::Error) -> Self {
        let text = error.to_string();
        if text.contains("QuotaExceeded") {
            StorageError::Full
        } else if text.contains("InvalidState") {
            StorageError::Closed
        } else if text.contains("NotFoundError") {
            StorageError::Damaged
        } else if text.contains("VersionError") {
            StorageError::Newer
        } else {
            StorageError::Failed
        }
    }
}

/// The open store.
#[derive(Debug)]
pub struct Store {
    database: Database,
}

impl Store {
    /// Opens the store, and makes or migrates its tables.
    ///
    /// # Errors
    /// [`StorageError::Denied`] where the browser keeps nothing, [`StorageError::Newer`] when a newer version wrote it,
    /// [`StorageError::Blocked`] when an older version holds it open in another tab.
    pub async fn open() -> Result<Self, StorageError> {
        let factory = Factory::new().map_err(|_| StorageError::Denied)?;
        let mut request = factory.open(NAME, Some(SCHEMA_VERSION)).map_err(|_| StorageError::Denied)?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                migrate(&database);
            }
        });
        let mut database = opened(request).await?.map_err(|error| match StorageError::from(error) {
            told @ (StorageError::Newer | StorageError::Full) => told,
            StorageError::Blocked
            | StorageError::Denied
            | StorageError::Damaged
            | StorageError::Closed
            | StorageError::Unread
            | StorageError::Failed => StorageError::Denied,
        })?;
        // A newer version in another tab gets its turn; this page then says that it can keep nothing more.
        database.on_version_change(|event| {
            if let Some(Ok(database)) = event.target().map(Database::try_from) {
                database.close();
            }
        });
        Ok(Store { database })
    }

    /// Every single value, by name.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn kept(&self) -> Result<Vec<(String, String)>, StorageError> {
        let transaction = self.database.transaction(&[KEPT], TransactionMode::ReadOnly)?;
        named(&transaction).await
    }

    /// Whether all tables are there. Otherwise something else has made or changed this database: it is read, and left alone.
    pub fn is_whole(&self) -> bool {
        let present = self.database.store_names();
        TABLES.iter().all(|table| present.iter().any(|name| name == table))
    }

    /// Everything, as pairs of a place (the name of a single value or of a table) and a value or row. As of one moment. Tables that
    /// are missing are left out.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn everything(&self) -> Result<Vec<(String, String)>, StorageError> {
        let present = self.database.store_names();
        let tables: Vec<_> = TABLES.into_iter().filter(|table| present.iter().any(|name| name == table)).collect();
        if tables.is_empty() {
            return Ok(Vec::new());
        }
        let transaction = self.database.transaction(&tables, TransactionMode::ReadOnly)?;
        let mut all = Vec::new();
        for table in tables {
            if table == KEPT {
                all.extend(named(&transaction).await?);
                continue;
            }
            let rows = transaction.object_store(table)?.get_all(None, None)?.await?;
            all.extend(rows.iter().map(|row| (table.to_owned(), text(row))));
        }
        Ok(all)
    }

    /// Writes all of these changes, or nothing of them. Gives the numbers of the rows that the table `numbered` got, and whether
    /// all was written: a change that another tab has made before is left out.
    ///
    /// # Errors
    /// When the browser has no room or fails to write.
    pub async fn commit(&self, changes: &[Change], numbered: &str) -> Result<Written, StorageError> {
        let transaction = self.database.transaction(&TABLES, TransactionMode::ReadWrite)?;
        let mut written = Written { numbers: Vec::new(), all: true };
        let mut todo: Vec<&Change> = changes.iter().rev().collect();
        // Before anything can fail: a transaction that has ended gives out no table any more.
        let store = transaction.object_store(KEPT)?;
        if let Err(error) = self.put_all(&transaction, &mut todo, numbered, &mut written).await {
            // What was put before would be kept otherwise. Where the browser has ended it already there is nothing to end.
            let _ = transaction.abort();
            return Err(if is_full(&store) { StorageError::Full } else { error });
        }
        done(transaction, &store).await?;
        Ok(written)
    }

    /// `todo` from its end on.
    async fn put_all(
        &self,
        transaction: &Transaction,
        todo: &mut Vec<&Change>,
        numbered: &str,
        written: &mut Written,
    ) -> Result<(), StorageError> {
        let kept = transaction.object_store(KEPT)?;
        let mut numbers = Vec::new();
        while let Some(change) = todo.pop() {
            match change {
                Change::Value(name, Some(value)) => drop(kept.put(&value.into(), Some(&(*name).into()))?),
                Change::Value(name, None) => drop(kept.delete(JsValue::from_str(name))?),
                Change::Joined(name, value, join) => {
                    let before = kept.get(JsValue::from_str(name))?.await?;
                    let joined = before.and_then(|before| join(&text(&before), value));
                    kept.put(&joined.as_ref().unwrap_or(value).into(), Some(&(*name).into()))?;
                }
                Change::Entry(id, entry) => drop(transaction.object_store(JOURNAL)?.put(&entry.into(), Some(&id.into()))?),
                Change::Row(table, row) => {
                    let adding = transaction.object_store(table)?.add(&row.into(), None)?;
                    if *table == numbered {
                        numbers.push(adding);
                    }
                }
                Change::Once(table, row, same, with) => {
                    let store = transaction.object_store(table)?;
                    if store.get_all(None, None)?.await?.iter().any(|kept| same(&text(kept), row)) {
                        written.all = false;
                    } else {
                        store.add(&row.into(), None)?;
                        todo.extend(with.iter().rev());
                    }
                }
            }
        }
        for number in numbers {
            written.numbers.extend(number.await?.as_f64());
        }
        Ok(())
    }

    /// The rows of a table, oldest first; those of the journal by their ids.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn rows(&self, table: &str) -> Result<Vec<String>, StorageError> {
        let transaction = self.database.transaction(&[table], TransactionMode::ReadOnly)?;
        Ok(transaction.object_store(table)?.get_all(None, None)?.await?.iter().map(text).collect())
    }

    /// Whether a table has any row.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn has_rows(&self, table: &str) -> Result<bool, StorageError> {
        let transaction = self.database.transaction(&[table], TransactionMode::ReadOnly)?;
        Ok(transaction.object_store(table)?.count(None)?.await? > 0)
    }

    /// The rows of a log with a number above this one, and the number of the last; 0 takes them all.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn rows_after(&self, table: &str, number: f64) -> Result<(Vec<String>, f64), StorageError> {
        let transaction = self.database.transaction(&[table], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(table)?;
        let range = || KeyRange::lower_bound(&number.into(), Some(true)).map(Query::KeyRange);
        let keys = store.get_all_keys(Some(range()?), None)?.await?;
        let rows = store.get_all(Some(range()?), None)?.await?;
        Ok((rows.iter().map(text).collect(), keys.last().and_then(JsValue::as_f64).unwrap_or(number)))
    }

    /// Rewrites each row of one log as a row of another, and takes it out of the first, all at once: a tab that is killed here
    /// has lost nothing and doubled nothing. Rows that `rewritten` can't read stay where they are.
    ///
    /// # Errors
    /// When the browser has no room or fails to write; then nothing was changed.
    pub async fn move_rows(&self, from: &str, to: &str, rewritten: impl Fn(&str) -> Option<String>) -> Result<(), StorageError> {
        let transaction = self.database.transaction(&[from, to], TransactionMode::ReadWrite)?;
        let (old, new) = (transaction.object_store(from)?, transaction.object_store(to)?);
        let keys = old.get_all_keys(None, None)?.await?;
        let rows = old.get_all(None, None)?.await?;
        let moved = keys.into_iter().zip(&rows).try_for_each(|(key, row)| match rewritten(&text(row)) {
            Some(row) => new.add(&row.as_str().into(), None).and_then(|_| old.delete(key)).map(drop),
            None => Ok(()),
        });
        if let Err(error) = moved {
            transaction.abort()?;
            return Err(error.into());
        }
        done(transaction, &new).await
    }

    /// Erases everything that is kept, but for the single value that is given.
    ///
    /// # Errors
    /// When the browser fails to write.
    pub async fn erase(&self, but: Option<(&'static str, &str)>) -> Result<(), StorageError> {
        let transaction = self.database.transaction(&TABLES, TransactionMode::ReadWrite)?;
        for table in TABLES {
            transaction.object_store(table)?.clear()?;
        }
        let store = transaction.object_store(KEPT)?;
        if let Some((name, value)) = but {
            store.put(&value.into(), Some(&name.into()))?;
        }
        done(transaction, &store).await
    }
}

/// What came of writing.
#[derive(Debug)]
pub struct Written {
    pub numbers: Vec<f64>,
    pub all: bool,
}

/// The JSON of what is kept. An object of an older version is written as JSON; anything stranger counts as nothing readable.
fn text(value: &JsValue) -> String {
    let old = || js_sys::JSON::stringify(value).ok().and_then(|text| text.as_string());
    value.as_string().or_else(old).unwrap_or_default()
}

async fn named(transaction: &Transaction) -> Result<Vec<(String, String)>, StorageError> {
    let store = transaction.object_store(KEPT)?;
    let names = store.get_all_keys(None, None)?.await?;
    let values = store.get_all(None, None)?.await?;
    Ok(names.iter().zip(&values).filter_map(|(name, value)| Some((name.as_string()?, text(value)))).collect())
}

/// Waits for the database, but not for another tab: an older version that holds it open would keep this page from starting.
async fn opened(mut request: OpenDatabaseRequest) -> Result<Result<Database, idb::Error>, StorageError> {
    let blocked = Rc::new(Cell::new(false));
    let waker = Rc::new(RefCell::new(None::<Waker>));
    request.on_blocked({
        let (blocked, waker) = (blocked.clone(), waker.clone());
        move |_| {
            blocked.set(true);
            waker.borrow_mut().take().into_iter().for_each(Waker::wake);
        }
    });
    let mut opening = pin!(request.into_future());
    poll_fn(|context| match opening.as_mut().poll(context) {
        Poll::Ready(opened) => Poll::Ready(Ok(opened)),
        Poll::Pending if blocked.get() => Poll::Ready(Err(StorageError::Blocked)),
        Poll::Pending => {
            waker.replace(Some(context.waker().clone()));
            Poll::Pending
        }
    })
    .await
}

/// Whether a full disk has ended the transaction of this table. No error event tells that; it stands in the transaction alone.
fn is_full(store: &ObjectStore) -> bool {
    store.transaction().error().is_some_and(|error| error.name() == "QuotaExceededError")
}

/// Waits until a transaction is over.
async fn done(transaction: Transaction, store: &ObjectStore) -> Result<(), StorageError> {
    let over = transaction.await;
    if matches!(over, Ok(result) if result.is_committed()) {
        return Ok(());
    }
    Err(if is_full(store) { StorageError::Full } else { StorageError::Failed })
}

const TABLES: [&str; 7] = [KEPT, name::ANSWERED, name::REVIEWS, name::EXAMS, name::FINISHED, JOURNAL, UNREAD];

/// Makes the tables that are missing: version 2 added the journal, version 3 reviews and exams. What is in the tables is brought up
/// to date when it is read (see `state`). The changes of later versions follow here in order.
fn migrate(database: &Database) {
    let present = database.store_names();
    for table in TABLES {
        if !present.iter().any(|name| name == table) {
            let mut params = ObjectStoreParams::new();
            params.auto_increment(table != KEPT && table != JOURNAL);
            // Fails only outside an upgrade; opening then fails too, and is reported.
            let _ = database.create_object_store(table, params);
        }
    }
}
