//! One neutral value, borrowed: what goes into a statement and what comes out, on either
//! database.

use domain::id::{
    AccountId, Authority, EntryId, FamilyId, HouseholdId, ImportId, PackageId, PackageOutId,
    PersonId, SittingId, TabletId, TeamId, WriterId,
};
use domain::voice::Mode;
use jiff::{Timestamp, civil::Date};
use postgres::types::{FromSql, IsNull, ToSql, Type, private::BytesMut, to_sql_checked};

/// What either database holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// A whole number; also 0 and 1 for no and yes, and microseconds for instants.
    Int(i64),
    /// Text; also dates as ISO text.
    Text(&'a str),
    /// Bytes; also ids.
    Bytes(&'a [u8]),
    /// A date, written as ISO text.
    Day(Date),
}

/// Goes into a statement.
pub trait IntoValue {
    /// As a neutral value.
    fn value(&self) -> Value<'_>;
}

/// Comes out of a row.
pub trait FromValue: Sized {
    /// What it is called when it is missing.
    const NAME: &'static str;
    /// From a neutral value, or `None` where it is something else.
    fn from_value(value: Value<'_>) -> Option<Self>;
}

macro_rules! value { (
    $($t:ty, $name:literal, |$s:ident| $into:expr, $pat:pat => $from:expr;)*
) => {$(
    impl IntoValue for $t { fn value(&self) -> Value<'_> { let $s = self; $into } }
    impl FromValue for $t {
        const NAME: &'static str = $name;
        fn from_value(value: Value<'_>) -> Option<Self> {
            match value { $pat => $from, _ => None }
        }
    }
)*}}
value! {
    i64, "whole number", |s| Value::Int(*s), Value::Int(i) => Some(i);
    i32, "whole number (32 bits)", |s| Value::Int(i64::from(*s)),
        Value::Int(i) => i32::try_from(i).ok();
    u16, "whole number (16 bits)", |s| Value::Int(i64::from(*s)),
        Value::Int(i) => u16::try_from(i).ok();
    bool, "yes or no", |s| Value::Int(i64::from(*s)), Value::Int(i) => Some(i != 0);
    String, "text", |s| Value::Text(s), Value::Text(t) => Some(t.to_owned());
    Vec<u8>, "bytes", |s| Value::Bytes(s), Value::Bytes(b) => Some(b.to_vec());
    [u8; 16], "sixteen bytes", |s| Value::Bytes(s), Value::Bytes(b) => b.try_into().ok();
    [u8; 32], "thirty-two bytes", |s| Value::Bytes(s), Value::Bytes(b) => b.try_into().ok();
    Date, "day", |s| Value::Day(*s), Value::Text(t) => t.parse().ok();
    Timestamp, "instant", |s| Value::Int(s.as_microsecond()),
        Value::Int(i) => Self::from_microsecond(i).ok();
    Authority, "authority", |s| Value::Int(i64::from(s.code())),
        Value::Int(i) => u16::try_from(i).ok().and_then(|code| Self::new(code).ok());
    Mode, "how near words are", |s| Value::Text(s.as_str()), Value::Text(t) => Self::parse(t);
}
macro_rules! id_value { ($($t:ty)*) => {$(
    impl IntoValue for $t { fn value(&self) -> Value<'_> { Value::Bytes(self.as_bytes()) } }
    impl FromValue for $t {
        const NAME: &'static str = "id";
        fn from_value(value: Value<'_>) -> Option<Self> {
            <[u8; 16]>::from_value(value).map(Self::from_bytes)
        }
    }
)*}}
id_value! { EntryId PersonId AccountId TeamId HouseholdId FamilyId ImportId TabletId SittingId
PackageId PackageOutId
WriterId }

impl IntoValue for str {
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}
impl<T: IntoValue + ?Sized> IntoValue for &T {
    fn value(&self) -> Value<'_> {
        (**self).value()
    }
}
impl<T: IntoValue> IntoValue for Option<T> {
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, T::value)
    }
}
impl<T: FromValue> FromValue for Option<T> {
    const NAME: &'static str = T::NAME;
    fn from_value(value: Value<'_>) -> Option<Self> {
        if value == Value::Null { Some(None) } else { T::from_value(value).map(Some) }
    }
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{ToSqlOutput::Borrowed, ToSqlOutput::Owned, ValueRef as R};
        Ok(match *self {
            Value::Null => Borrowed(R::Null),
            Value::Int(i) => Borrowed(R::Integer(i)),
            Value::Text(t) => Borrowed(R::Text(t.as_bytes())),
            Value::Bytes(b) => Borrowed(R::Blob(b)),
            Value::Day(d) => Owned(rusqlite::types::Value::Text(d.to_string())),
        })
    }
}

type Outcome<T> = Result<T, Box<dyn std::error::Error + Sync + Send>>;

/// PostgreSQL says which type it wants, and the value is written in that type.
impl ToSql for Value<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Outcome<IsNull> {
        match (*self, ty) {
            (Value::Null, _) => return Ok(IsNull::Yes),
            (Value::Int(i), &Type::BOOL) => return (i != 0).to_sql(ty, out),
            (Value::Int(i), &Type::INT2) => return i16::try_from(i)?.to_sql(ty, out),
            (Value::Int(i), &Type::INT4) => return i32::try_from(i)?.to_sql(ty, out),
            (Value::Int(i), &Type::INT8) => return i.to_sql(ty, out),
            (Value::Text(t), &(Type::TEXT | Type::VARCHAR | Type::JSON | Type::UNKNOWN)) => {
                out.extend_from_slice(t.as_bytes());
            }
            (Value::Day(d), &(Type::TEXT | Type::VARCHAR | Type::UNKNOWN)) => {
                out.extend_from_slice(d.to_string().as_bytes());
            }
            (Value::Bytes(b), &(Type::BYTEA | Type::UUID)) => out.extend_from_slice(b),
            (_, ty) => return Err(format!("this value cannot be written as {ty}").into()),
        }
        Ok(IsNull::No)
    }
    fn accepts(_: &Type) -> bool {
        true
    }
    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value<'a> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Outcome<Self> {
        Ok(match *ty {
            Type::BOOL => Value::Int(i64::from(bool::from_sql(ty, raw)?)),
            Type::INT2 => Value::Int(i64::from(i16::from_sql(ty, raw)?)),
            Type::INT4 => Value::Int(i64::from(i32::from_sql(ty, raw)?)),
            Type::INT8 => Value::Int(i64::from_sql(ty, raw)?),
            Type::TEXT | Type::VARCHAR | Type::JSON => {
                Value::Text(<&str>::from_sql(&Type::TEXT, raw)?)
            }
            Type::BYTEA | Type::UUID => Value::Bytes(raw),
            _ => return Err(format!("a column of type {ty} cannot be read").into()),
        })
    }
    fn from_sql_null(_: &Type) -> Outcome<Self> {
        Ok(Value::Null)
    }
    fn accepts(_: &Type) -> bool {
        true
    }
}
