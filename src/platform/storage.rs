//! IndexedDB: single values by name, and logs that only grow.
//!
//! What can't be read back is moved aside and exported with the rest; it is never overwritten or dropped.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, TransactionMode};
use palpate_core::record::SCHEMA_VERSION;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

const NAME: &str = "palpate";
/// Single values: settings, gate, session, round.
const KEPT: &str = "kept";
/// Values that could not be read, as they were.
const UNREAD: &str = "unread";

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

    fn name(self) -> &'static str {
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
    /// [`StorageError::Denied`] where the browser keeps nothing, [`StorageError::Newer`] when a newer version wrote it.
    pub async fn open() -> Result<Self, StorageError> {
        let factory = Factory::new().map_err(|_| StorageError::Denied)?;
        let mut request = factory.open(NAME, Some(SCHEMA_VERSION)).map_err(|_| StorageError::Denied)?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                migrate(&database);
            }
        });
        let database = request.await.map_err(|error| match StorageError::from(error) {
            StorageError::Newer => StorageError::Newer,
            StorageError::Denied | StorageError::Full | StorageError::Failed => StorageError::Denied,
        })?;
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
        transaction.object_store(UNREAD)?.add(&entry, None)?;
        transaction.object_store(KEPT)?.delete(JsValue::from_str(name))?;
        transaction.await?;
        Ok(())
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
        transaction.await?;
        Ok(())
    }

    /// Adds an entry to a log.
    ///
    /// # Errors
    /// When the browser has no room or fails to write.
    pub async fn append<T: Serialize>(&self, log: Log, entry: &T) -> Result<(), StorageError> {
        let transaction = self.database.transaction(&[log.name()], TransactionMode::ReadWrite)?;
        transaction.object_store(log.name())?.add(&plain(entry)?, None)?;
        transaction.await?;
        Ok(())
    }

    /// The entries of a log that can be read, oldest first. The others stay where they are and are exported.
    ///
    /// # Errors
    /// When the browser fails to read.
    pub async fn entries<T: DeserializeOwned>(&self, log: Log) -> Result<Vec<T>, StorageError> {
        let values = self.all(log.name()).await?;
        Ok(values.into_iter().filter_map(|value| serde_wasm_bindgen::from_value(value).ok()).collect())
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
        set(&file, &"format".into(), &"palpate-backup".into());
        set(&file, &"schema".into(), &SCHEMA_VERSION.into());
        set(&file, &"exported_at".into(), &exported_at.into());
        set(&file, &KEPT.into(), &kept);
        for table in Log::ALL.map(Log::name).into_iter().chain([UNREAD]) {
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
        transaction.await?;
        Ok(())
    }
}

fn tables() -> [&'static str; 4] {
    [KEPT, UNREAD, Log::Answered.name(), Log::Finished.name()]
}

/// Makes the tables that are missing. From version 2 on, the changes of each version follow here in order.
fn migrate(database: &Database) {
    let present = database.store_names();
    for table in tables() {
        if !present.iter().any(|name| name == table) {
            let mut params = ObjectStoreParams::new();
            params.auto_increment(table != KEPT);
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
