//! IndexedDB: single values by name, the journal by id, and logs that only grow.
//!
//! What can't be read back is moved aside and exported with the rest; it is never overwritten or dropped.

use super::backup::Rows;
use idb::request::OpenDatabaseRequest;
use idb::{Database, DatabaseEvent, Factory, ObjectStore, ObjectStoreParams, Transaction, TransactionMode};
use palpate_core::record::SCHEMA_VERSION;
use serde::{Serialize, de::DeserializeOwned};
use std::cell::{Cell, RefCell};
use std::future::{Future, IntoFuture, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::JsValue;

const NAME: &str = "palpate";
/// Single values: settings, gate, session, round.
pub(super) const KEPT: &str = "kept";
/// The journal: entries by their ids.
pub(super) const JOURNAL: &str = "journal";
/// Values that could not be read, as they were.
pub(super) const UNREAD: &str = "unread";

/// A log that only grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Log {
    /// Answered quiz items.
    Answered,
    /// Sessions that are over.
    Finished,
}

impl Log {
    const ALL: [Log; 2] = [Log::Answered, Log::Finished];

    /// The name of its table, here and in a file.
    pub fn name(self) -> &'static str {
        match self {
            Log::Answered => "answered",
            Log::Finished => "finished",
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

impl From<serde_wasm_bindgen::Error> for StorageError {
    fn from(_: serde_wasm_bindgen::Error) -> Self {
        StorageError::Failed
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

    /// The value kept under `name`. One that can't be read is moved aside, and counts as absent.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn get<T: DeserializeOwned>(&self, name: &'static str) -> Result<Option<T>, StorageError> {
        let transaction = self.database.transaction(&[KEPT], TransactionMode::ReadOnly)?;
        let value = transaction.object_store(KEPT)?.get(JsValue::from_str(name))?.await?;
        let Some(value) = value else { return Ok(None) };
        match serde_wasm_bindgen::from_value(value.clone()) {
            Ok(read) => Ok(Some(read)),
            Err(_) => {
                self.set_aside(name, &value).await?;
                Ok(None)
            }
        }
    }

    async fn set_aside(&self, name: &str, value: &JsValue) -> Result<(), StorageError> {
        let transaction = self.database.transaction(&[UNREAD, KEPT], TransactionMode::ReadWrite)?;
        let entry = js_sys::Array::of2(&JsValue::from_str(name), value);
        let store = transaction.object_store(UNREAD)?;
        store.add(&entry, None)?;
        transaction.object_store(KEPT)?.delete(JsValue::from_str(name))?;
        done(transaction, &store).await
    }

    /// Keeps an entry of the journal under its id, in place of what was there.
    ///
    /// # Errors
    /// When the browser has no room or fails to write.
    pub async fn write<T: Serialize>(&self, id: &str, entry: &T) -> Result<(), StorageError> {
        let transaction = self.database.transaction(&[JOURNAL], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(JOURNAL)?;
        store.put(&plain(entry)?, Some(&JsValue::from_str(id)))?;
        done(transaction, &store).await
    }

    /// The entries of the journal that can be read, deleted ones among them. The others stay where they are and are exported.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn journal<T: DeserializeOwned>(&self) -> Result<Vec<T>, StorageError> {
        Ok(self.journal_rows().await?.read)
    }

    /// Keeps a value under `name`; `None` forgets it.
    ///
    /// # Errors
    /// When the browser has no room or fails to write.
    pub async fn put<T: Serialize>(&self, name: &'static str, value: Option<&T>) -> Result<(), StorageError> {
        let transaction = self.database.transaction(&[KEPT], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(KEPT)?;
        let key = JsValue::from_str(name);
        match value {
            Some(value) => {
                store.put(&plain(value)?, Some(&key))?;
            }
            None => {
                store.delete(key)?;
            }
        }
        done(transaction, &store).await
    }

    /// Adds an entry to a log.
    ///
    /// # Errors
    /// When the browser has no room or fails to write.
    pub async fn append<T: Serialize>(&self, log: Log, entry: &T) -> Result<(), StorageError> {
        let transaction = self.database.transaction(&[log.name()], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(log.name())?;
        store.add(&plain(entry)?, None)?;
        done(transaction, &store).await
    }

    /// The entries of a log that can be read, oldest first. The others stay where they are and are exported.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn entries<T: DeserializeOwned>(&self, log: Log) -> Result<Vec<T>, StorageError> {
        Ok(self.rows(log).await?.read)
    }

    /// The entries of the journal, readable or not.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn journal_rows<T: DeserializeOwned>(&self) -> Result<Rows<T>, StorageError> {
        Ok(Rows::of(self.all(JOURNAL).await?))
    }

    /// The entries of a log, readable or not.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn rows<T: DeserializeOwned>(&self, log: Log) -> Result<Rows<T>, StorageError> {
        Ok(Rows::of(self.all(log.name()).await?))
    }

    /// What was moved aside: pairs of a name and what stood there.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn unread(&self) -> Result<Vec<JsValue>, StorageError> {
        self.all(UNREAD).await
    }

    /// Writes all of a batch, or nothing of it.
    ///
    /// # Errors
    /// When the browser has no room or fails to write.
    pub async fn add_all(&self, batch: Batch) -> Result<(), StorageError> {
        let tables = tables();
        let transaction = self.database.transaction(&tables, TransactionMode::ReadWrite)?;
        let written = batch.0.iter().try_for_each(|(table, key, value)| {
            let store = transaction.object_store(table)?;
            let key = key.as_deref().map(JsValue::from_str);
            store.put(value, key.as_ref()).map(drop)
        });
        let store = transaction.object_store(KEPT)?;
        if let Err(error) = written {
            // What was put before would be kept otherwise.
            transaction.abort()?;
            return Err(error.into());
        }
        done(transaction, &store).await
    }

    async fn all(&self, table: &'static str) -> Result<Vec<JsValue>, StorageError> {
        let transaction = self.database.transaction(&[table], TransactionMode::ReadOnly)?;
        Ok(transaction.object_store(table)?.get_all(None, None)?.await?)
    }

    /// Everything that is kept, as the text of one JSON file.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn export(&self, exported_at: &str) -> Result<String, StorageError> {
        let transaction = self.database.transaction(&[KEPT], TransactionMode::ReadOnly)?;
        let names = transaction.object_store(KEPT)?.get_all_keys(None, None)?.await?;
        let kept = js_sys::Object::new();
        for (name, value) in names.iter().zip(self.all(KEPT).await?) {
            set(&kept, name, &value);
        }
        let file = js_sys::Object::new();
        set(&file, &"format".into(), &super::backup::FORMAT.into());
        set(&file, &"schema".into(), &SCHEMA_VERSION.into());
        set(&file, &"exported_at".into(), &exported_at.into());
        set(&file, &KEPT.into(), &kept);
        for table in Log::ALL.map(Log::name).into_iter().chain([JOURNAL, UNREAD]) {
            set(&file, &table.into(), &self.all(table).await?.into_iter().collect::<js_sys::Array>());
        }
        let text = js_sys::JSON::stringify_with_replacer_and_space(&file, &JsValue::NULL, &JsValue::from_f64(2.0));
        text.map(String::from).map_err(|_| StorageError::Failed)
    }

    /// Erases everything that is kept.
    ///
    /// # Errors
    /// When the browser fails to write.
    pub async fn erase(&self) -> Result<(), StorageError> {
        let tables = tables();
        let transaction = self.database.transaction(&tables, TransactionMode::ReadWrite)?;
        for table in tables {
            transaction.object_store(table)?.clear()?;
        }
        let store = transaction.object_store(KEPT)?;
        done(transaction, &store).await
    }
}

/// What is to be written at once: table, key where it has one, and value.
#[derive(Debug, Default)]
pub struct Batch(Vec<(&'static str, Option<String>, JsValue)>);

impl Batch {
    /// An entry of the journal, in place of the one with its id.
    ///
    /// # Errors
    /// When it can't be turned into a plain object.
    pub fn entry<T: Serialize>(&mut self, id: &str, entry: &T) -> Result<(), StorageError> {
        self.0.push((JOURNAL, Some(id.to_owned()), plain(entry)?));
        Ok(())
    }

    /// An entry at the end of a log.
    ///
    /// # Errors
    /// When it can't be turned into a plain object.
    pub fn log<T: Serialize>(&mut self, log: Log, entry: &T) -> Result<(), StorageError> {
        self.0.push((log.name(), None, plain(entry)?));
        Ok(())
    }

    /// A single value under its name.
    ///
    /// # Errors
    /// When it can't be turned into a plain object.
    pub fn value<T: Serialize>(&mut self, name: &'static str, value: &T) -> Result<(), StorageError> {
        self.0.push((KEPT, Some(name.to_owned()), plain(value)?));
        Ok(())
    }

    /// Something that could not be read, as `backup::aside` makes it.
    pub fn aside(&mut self, pair: JsValue) {
        self.0.push((UNREAD, None, pair));
    }
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

fn tables() -> [&'static str; 5] {
    [KEPT, UNREAD, JOURNAL, Log::Answered.name(), Log::Finished.name()]
}

/// Makes the tables that are missing, which is all that version 2 needs: it added the journal. The changes of later versions follow here in order.
fn migrate(database: &Database) {
    let present = database.store_names();
    for table in tables() {
        if !present.iter().any(|name| name == table) {
            let mut params = ObjectStoreParams::new();
            params.auto_increment(table != KEPT && table != JOURNAL);
            // Fails only outside an upgrade; opening then fails too, and is reported.
            let _ = database.create_object_store(table, params);
        }
    }
}

/// As plain objects, so that the export reads like any JSON.
fn plain<T: Serialize>(value: &T) -> Result<JsValue, serde_wasm_bindgen::Error> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
}

fn set(object: &js_sys::Object, name: &JsValue, value: &JsValue) {
    // Setting a property of a plain object does not fail.
    let _ = js_sys::Reflect::set(object, name, value);
}
