//! What must hold for any bytes at all. The fuzzers in `fuzz/` call these, and so does the replay of what they found.

use palpate_core::exam::Code;
use palpate_core::exchange::backup::{Record, carried, merge, read, saved_at, write};

/// A file: whatever is read is written, and then reads back the same.
pub fn backup(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok(record) = read(&text) else { return };
    let at = saved_at(&text).unwrap_or_default();
    let written = write(&record, &at);
    let back = read(&written).expect("what we wrote");
    assert_eq!(write(&back, &at), written);
    // Taken in twice, it adds nothing the second time.
    let once = merge(Record::default(), back.clone());
    let twice = merge(once.whole, back);
    assert!(twice.added.is_empty(), "{:?}", twice.added);
}

/// A page with a record inside: nothing of the record gets out of its block.
pub fn carried_record(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let page = "<!doctype html>\n<html><head></head>\n<body></body></html>";
    let copy = page.strip_suffix(carried::END).expect("a page").to_owned() + &carried::ending(&text);
    let inside = carried::take_out(&copy).expect("what was put in");
    assert!(!inside.contains('<'));
    assert_eq!(carried::fingerprint(&text).len(), 16);
    match (read(text.trim_end()), read(inside)) {
        // The same record, in whatever way it had to be written; what is aside stands there as it was written.
        (Ok(straight), Ok(record)) => {
            assert_eq!(Record { unread: Vec::new(), ..straight.clone() }, Record { unread: Vec::new(), ..record.clone() });
            assert_eq!(straight.unread.len(), record.unread.len());
        }
        (Err(straight), Err(inside)) if !text.contains('<') => assert_eq!(straight, inside),
        // What was broken may be broken in another way.
        (Err(_), Err(_) | Ok(_)) if text.contains('<') => {}
        (straight, inside) => panic!("{straight:?} {inside:?}"),
    }
    // And any page at all can be asked.
    let _ = carried::take_out(&text).map(read);
}

/// The code of an exam paper, as someone typed it: what is read is written as a code that reads back as the same.
pub fn exam_code(bytes: &[u8]) {
    let Some(code) = Code::read(&String::from_utf8_lossy(bytes)) else { return };
    assert_eq!(Code::read(&code.to_string()), Some(code));
}
