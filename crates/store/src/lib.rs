//! Where the record is kept: journal, views, search; SQLite and PostgreSQL behind one `Tx`.
