//! The files of several children as they stand to a viewer, gathered at once: before a page that
//! tells of many, and before one whose entries may be about brothers and sisters too.
//!
//! What each file follows from is the same as in `access`, which asks for one.

use crate::access::{Asking, WayRow, held, may_open};
use crate::error::Result;
use crate::row;
use crate::tx::Tx;
use crate::value::{IntoValue, Value};
use domain::access::{Action, FileAccess, Viewer};
use domain::id::{AccountId, PersonId};
use jiff::Timestamp;

/// How many children one statement asks for; more take another round.
pub(crate) const AT_ONCE: usize = 40;

/// So many ids in brackets, after four other parameters, after one, or after none.
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
}
pub(crate) use forty;

/// First these, then the ids, and as many blanks as make forty of them.
pub(crate) fn before_ids<'v, T: IntoValue>(first: &[Value<'v>], ids: &'v [T]) -> Vec<Value<'v>> {
    let blanks = std::iter::repeat_n(Value::Null, AT_ONCE.saturating_sub(ids.len()));
    let ids = ids.iter().take(AT_ONCE).map(IntoValue::value);
    first.iter().copied().chain(ids).chain(blanks).collect()
}

const WAYS: &str = concat!(
    "select m.child, m.holder_kind, m.holder, m.reach, m.from_at, m.until_at from ",
    may_open!(),
    " m where m.child in ",
    forty!(after 4),
    " and ",
    held!()
);
const STANDS: &str = concat!(
    "select p.id, 'stands', null from person p where p.id in ",
    forty!(after 1),
    " union all select r.child, r.rule, r.person from restriction r where r.child in ",
    forty!(after 1),
    " and r.from_at <= ?1 and (r.until_at is null or ?1 < r.until_at)"
);
const SIGN: &str =
    concat!("select account, person from signs_as where account in ", forty!(after 0));
const REASON: &str = "select reason from access_grant where child = ?1 and account = ?2
    and from_at <= ?3 and ?3 < until_at order by from_at desc, root desc limit 1";

row! {
    struct ChildsWay {
        child: PersonId,
        holder_kind: String,
        holder: Option<[u8; 16]>,
        reach: String,
        from_at: Timestamp,
        until_at: Option<Timestamp>,
    }
}

/// A file that stands, or what restricts it: whose, the rule, and whom it names.
type Stands = (PersonId, String, Option<PersonId>);

fn of(files: &mut [FileAccess], child: PersonId) -> impl Iterator<Item = &mut FileAccess> {
    files.iter_mut().filter(move |file| file.child == child)
}

impl Tx {
    /// The files of these children as they stand to this viewer, in the order they are asked for.
    pub fn gather_files(
        &mut self,
        viewer: &Viewer,
        children: &[PersonId],
    ) -> Result<Vec<FileAccess>> {
        let mut files = Vec::with_capacity(children.len());
        for some in children.chunks(AT_ONCE) {
            files.extend(self.gather_some(viewer, some)?);
        }
        Ok(files)
    }

    /// The file of this child, and after it those of every child with whom it shares entries.
    pub fn gather_with_siblings(
        &mut self,
        viewer: &Viewer,
        child: PersonId,
    ) -> Result<Vec<FileAccess>> {
        let beside = self.list_filed_with(child)?;
        let all: Vec<_> = [child].into_iter().chain(beside).collect();
        self.gather_files(viewer, &all)
    }

    fn gather_some(&mut self, viewer: &Viewer, some: &[PersonId]) -> Result<Vec<FileAccess>> {
        let asking = Asking::of(viewer, Action::OpenFile);
        let who = [
            asking.account.value(),
            asking.person.value(),
            asking.now.value(),
            asking.supervisor.value(),
        ];
        let unknown = |child: &PersonId| FileAccess {
            child: *child,
            withdrawn: true,
            restricted: false,
            shut_out: false,
            ways: Vec::new(),
        };
        let mut files: Vec<FileAccess> = some.iter().map(unknown).collect();
        for way in self.all::<ChildsWay>(WAYS, before_ids(&who, some).as_slice())? {
            let ChildsWay { child, holder_kind, holder, reach, from_at, until_at } = way;
            let way = WayRow { holder_kind, holder, reach, from_at, until_at }.into_domain()?;
            of(&mut files, child).for_each(|file| file.ways.push(way));
        }
        let asked = before_ids(&[asking.now.value()], some);
        for (child, rule, person) in self.all::<Stands>(STANDS, asked.as_slice())? {
            of(&mut files, child).for_each(|file| match rule.as_str() {
                "stands" => file.withdrawn = false,
                "only" => file.restricted = true,
                _ => file.shut_out |= person == Some(viewer.person),
            });
        }
        Ok(files)
    }

    /// Whose accounts these are.
    pub fn list_signs_as(&mut self, accounts: &[AccountId]) -> Result<Vec<(AccountId, PersonId)>> {
        let mut signs = Vec::new();
        for some in accounts.chunks(AT_ONCE) {
            signs
                .extend(self.all::<(AccountId, PersonId)>(SIGN, before_ids(&[], some).as_slice())?);
        }
        Ok(signs)
    }

    /// The newest reason by which this account has this child's file open at this moment.
    pub fn find_reason(
        &mut self,
        account: AccountId,
        child: PersonId,
        at: Timestamp,
    ) -> Result<Option<String>> {
        let found = self.find::<(String,)>(REASON, (child, account, at))?;
        Ok(found.map(|(reason,)| reason))
    }
}
