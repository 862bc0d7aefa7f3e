//! IndexedDB: single values by name, the journal by id, and logs that only grow. Each row is a text of JSON, which others read.
//!
//! Versions 1 and 2 kept objects of the browser in place of texts: those are written as JSON when they are read. What can't be
//! read back is moved aside and exported with the rest; it is never overwritten or dropped.

use idb::request::OpenDatabaseRequest;
use idb::{Database, DatabaseEvent, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query, Transaction, TransactionMode};
use palpate_core::exchange::backup::name;
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

/// A log that only grows; its rows are numbered from 1 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Log {
    /// Answered quiz items, as versions 1 and 2 kept them.
    Answered,
    /// What was learned and practised.
    Reviews,
    /// Exams that are over.
    Exams,
    /// Sessions that are over.
    Finished,
}

impl Log {
    /// The name of its table, here and in a file.
    fn name(self) -> &'static str {
        match self {
            Log::Answered => name::ANSWERED,
            Log::Reviews => name::REVIEWS,
            Log::Exams => name::EXAMS,
            Log::Finished => name::FINISHED,
        }
    }
}

/// Why nothing could be kept or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    #[error("Your browser doesn't let this page keep anything, so nothing is being kept. All else works.")]
    Denied,
    #[error("This device has no room left, so the last change was not kept. Free some space, then go on.")]
    Full,
    #[error("An older Palpate is open in another tab, so nothing is being kept here. Close that tab, then load this page again.")]
    Blocked,
    #[error("What is kept here was made by a newer Palpate, so nothing is being kept now. Open the newest version to use it.")]
    Newer,
    #[error("Your browser could not keep the last change. Export what you have from the settings.")]
    Failed,
}

impl From<idb::Error> for StorageError {
    fn from(error: idb::Error) -> Self {
        let text = error.to_string();
        if text.contains("QuotaExceeded") {
            StorageError::Full
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
            StorageError::Newer => StorageError::Newer,
            StorageError::Blocked | StorageError::Denied | StorageError::Full | StorageError::Failed => StorageError::Denied,
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

    /// Everything, as pairs of a place (the name of a single value or of a table) and a value or row. As of one moment.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn everything(&self) -> Result<Vec<(String, String)>, StorageError> {
        let transaction = self.database.transaction(&TABLES, TransactionMode::ReadOnly)?;
        let mut all = named(&transaction).await?;
        for table in TABLES.into_iter().filter(|table| *table != KEPT) {
            let rows = transaction.object_store(table)?.get_all(None, None)?.await?;
            all.extend(rows.iter().map(|row| (table.to_owned(), text(row))));
        }
        Ok(all)
    }

    /// Moves a single value aside that could not be read. `pair` is the row to keep of it.
    ///
    /// # Errors
    /// When the browser has no room or fails to write.
    pub async fn set_aside(&self, name: &str, pair: &str) -> Result<(), StorageError> {
        let transaction = self.database.transaction(&[UNREAD, KEPT], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(UNREAD)?;
        store.add(&pair.into(), None)?;
        transaction.object_store(KEPT)?.delete(JsValue::from_str(name))?;
        done(transaction, &store).await
    }

    /// Keeps an entry of the journal under its id, in place of what was there.
    ///
    /// # Errors
    /// When the browser has no room or fails to write.
    pub async fn write(&self, id: &str, entry: &str) -> Result<(), StorageError> {
        let transaction = self.database.transaction(&[JOURNAL], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(JOURNAL)?;
        store.put(&entry.into(), Some(&id.into()))?;
        done(transaction, &store).await
    }

    /// The entries of the journal, deleted ones among them.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn journal(&self) -> Result<Vec<String>, StorageError> {
        self.all(JOURNAL).await
    }

    /// Keeps a value under `name`; `None` forgets it.
    ///
    /// # Errors
    /// When the browser has no room or fails to write.
    pub async fn put(&self, name: &'static str, value: Option<&str>) -> Result<(), StorageError> {
        let transaction = self.database.transaction(&[KEPT], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(KEPT)?;
        let key = JsValue::from_str(name);
        match value {
            Some(value) => {
                store.put(&value.into(), Some(&key))?;
            }
            None => {
                store.delete(key)?;
            }
        }
        done(transaction, &store).await
    }

    /// Adds a row to a log, and gives its number.
    ///
    /// # Errors
    /// When the browser has no room or fails to write.
    pub async fn append(&self, log: Log, row: &str) -> Result<f64, StorageError> {
        let transaction = self.database.transaction(&[log.name()], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(log.name())?;
        let key = store.add(&row.into(), None)?.await?;
        done(transaction, &store).await?;
        key.as_f64().ok_or(StorageError::Failed)
    }

    /// The rows of a log, oldest first.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn rows(&self, log: Log) -> Result<Vec<String>, StorageError> {
        self.all(log.name()).await
    }

    /// The rows of a log with a number above this one, and the number of the last; 0 takes them all.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn rows_after(&self, log: Log, number: f64) -> Result<(Vec<String>, f64), StorageError> {
        let transaction = self.database.transaction(&[log.name()], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(log.name())?;
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
    pub async fn move_rows(&self, from: Log, to: Log, rewritten: impl Fn(&str) -> Option<String>) -> Result<(), StorageError> {
        let transaction = self.database.transaction(&[from.name(), to.name()], TransactionMode::ReadWrite)?;
        let (old, new) = (transaction.object_store(from.name())?, transaction.object_store(to.name())?);
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

    /// Writes all of a batch, or nothing of it.
    ///
    /// # Errors
    /// When the browser has no room or fails to write.
    pub async fn add_all(&self, batch: Batch) -> Result<(), StorageError> {
        let transaction = self.database.transaction(&TABLES, TransactionMode::ReadWrite)?;
        let written = batch.0.iter().try_for_each(|(table, key, value)| {
            let store = transaction.object_store(table)?;
            let key = key.as_deref().map(JsValue::from_str);
            store.put(&value.as_str().into(), key.as_ref()).map(drop)
        });
        let store = transaction.object_store(KEPT)?;
        if let Err(error) = written {
            // What was put before would be kept otherwise.
            transaction.abort()?;
            return Err(error.into());
        }
        done(transaction, &store).await
    }

    async fn all(&self, table: &'static str) -> Result<Vec<String>, StorageError> {
        let transaction = self.database.transaction(&[table], TransactionMode::ReadOnly)?;
        Ok(transaction.object_store(table)?.get_all(None, None)?.await?.iter().map(text).collect())
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

/// What is to be written at once: table, key where it has one, and value.
#[derive(Debug, Default)]
pub struct Batch(Vec<(&'static str, Option<String>, String)>);

impl Batch {
    /// An entry of the journal, in place of the one with its id.
    pub fn entry(&mut self, id: &str, entry: String) {
        self.0.push((JOURNAL, Some(id.to_owned()), entry));
    }

    /// A row at the end of a log.
    pub fn row(&mut self, log: Log, row: String) {
        self.0.push((log.name(), None, row));
    }

    /// A single value under its name.
    pub fn value(&mut self, name: &'static str, value: String) {
        self.0.push((KEPT, Some(name.to_owned()), value));
    }

    /// Something that could not be read, in a pair with the name of its place.
    pub fn aside(&mut self, pair: String) {
        self.0.push((UNREAD, None, pair));
    }
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

/// Waits until a transaction is over. A full disk ends it without an error event, and its reason stands in the transaction alone.
async fn done(transaction: Transaction, store: &ObjectStore) -> Result<(), StorageError> {
    let over = transaction.await;
    if matches!(over, Ok(result) if result.is_committed()) {
        return Ok(());
    }
    let reason = store.transaction().error().map(|error| error.name());
    Err(if reason.as_deref() == Some("QuotaExceededError") { StorageError::Full } else { StorageError::Failed })
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
