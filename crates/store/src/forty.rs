//! Statements about several persons at once: ids go in as they are, forty at a time, so that there
//! is one text, which a database keeps prepared.

use crate::value::{IntoValue, Value};

/// How many children one statement asks for; more take another round.
pub(crate) const AT_ONCE: usize = 40;

/// So many ids in brackets, after so many other parameters.
macro_rules! forty {
    (after 4) => {
        "(?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
          ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35,
          ?36, ?37, ?38, ?39, ?40, ?41, ?42, ?43, ?44)"
    };
    (after 0) => {
        "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
          ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32,
          ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40)"
    };
    (after 1) => {
        "(?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
          ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33,
          ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41)"
    };
    (after 2) => {
        "(?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
          ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33,
          ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41, ?42)"
    };
}
pub(crate) use forty;

/// First these, then the ids, and as many blanks as make forty of them.
pub(crate) fn before_ids<'v, T: IntoValue>(first: &[Value<'v>], ids: &'v [T]) -> Vec<Value<'v>> {
    let blanks = std::iter::repeat_n(Value::Null, AT_ONCE.saturating_sub(ids.len()));
    let ids = ids.iter().take(AT_ONCE).map(IntoValue::value);
    first.iter().copied().chain(ids).chain(blanks).collect()
}
