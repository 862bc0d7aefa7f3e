//! Names that other standards give to their vocabularies and schemas. They have the form of addresses; nothing is ever fetched
//! from them. `core/tests/layers.rs` lists each of them, so that no other address slips in.

pub const QTI: &str = "http://www.imsglobal.org/xsd/imsqti_v2p1";
/// QTI's packages.
pub const CONTENT_PACKAGE: &str = "http://www.imsglobal.org/xsd/imscp_v1p1";
/// SCORM 1.2 has an older form of packages, with a part of its own.
pub const SCORM_PACKAGE: &str = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
pub const SCORM: &str = "http://www.adlnet.org/xsd/adlcp_rootv1p2";

/// In front of each verb of ADL's vocabulary for xAPI.
pub const XAPI_VERBS: &str = "http://adlnet.gov/expapi/verbs/";
/// A question, and a test, as ADL names kinds of activities.
pub const XAPI_INTERACTION: &str = "http://adlnet.gov/expapi/activities/cmi.interaction";
pub const XAPI_ASSESSMENT: &str = "http://adlnet.gov/expapi/activities/assessment";
