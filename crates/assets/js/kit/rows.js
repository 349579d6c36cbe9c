// What lies in the tablet's database, and each way in which it changes. All that is told here of a session can be
// read by whoever holds the tablet; so it is ids, counts and times, and never a word or a name.
import { hex } from "./bytes.js";
import { answerOf, under } from "./store.js";
import { Trouble } from "./trouble.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./seal.js").Sealed} Sealed */
/** @typedef {import("./seal.js").WrapA} WrapA */
/** @typedef {import("./receipt.js").Receipt} Receipt */

/**
 * What is kept when the tablet joins the office.
 * @typedef {object} DeviceRow
 * @property {string} id
 * @property {string} token         hands in, and is told no name
 * @property {Sealed | null} [packs_token]  fetches the packs; under the vault's key
 * @property {string} name
 * @property {number | string} until
 * @property {{name: string}} worker
 * @property {{name: string, phone?: string}} office
 * @property {import("./seal.js").OfficeKey} sealing
 * @property {import("./seal.js").OfficeKey} receipts
 * @property {boolean} lost
 * @property {number} clock_fast   by how much the tablet's clock is ahead of the office's, milliseconds
 */

/** What is left of the tablet as it was before it joined anew, until all that began on it is handed in.
 * @typedef {Pick<DeviceRow, "id" | "token" | "receipts">} FormerRow */

/** A sound or photograph while it is with the tablet. `kept` is false from its first part until its op.
 * @typedef {object} Attached
 * @property {string} id
 * @property {"sound" | "photo"} kind
 * @property {string} type   media type
 * @property {string | null} page
 * @property {number} parts
 * @property {number} from   when it began, milliseconds since 1970
 * @property {number} to     when its last part came
 * @property {boolean} kept
 */

/** @typedef {object} SessionRow
 * @property {string} id
 * @property {string} [device]     the tablet as which it began; a session of an older kit gets it when it joins anew
 * @property {"open" | "sealed" | "sending" | "received"} state
 * @property {number} began_at     milliseconds since 1970, by the tablet's clock
 * @property {string} build        of the kit that began it
 * @property {number} records      how many; their numbers go from 1 to it
 * @property {Attached[]} attachments
 * @property {{a: WrapA, b: Sealed | null}} wraps
 * @property {number} [sealed_at]
 * @property {boolean} [finished]
 * @property {string} [manifest]   as it is handed in, byte for byte
 * @property {string | null} [trouble]  the code to tell the office
 * @property {Receipt} [receipt]
 * @property {number} [received_at]
 * @property {boolean} [emptied]   its records are deleted: this row is all that is left
 */

/** @typedef {{session: string, seq: number, kind: "op", iv: ArrayBuffer, sealed: ArrayBuffer}} RecordRow */
/** @typedef {{session: string, attachment: string, n: number, iv: ArrayBuffer, sealed: ArrayBuffer}} PartRow */

/**
 * One thing to write for a session: a record, a part of an attachment, or both with what they change.
 * @typedef {object} Entry
 * @property {SessionRow} [begun]    the session, with its first record
 * @property {RecordRow} [record]
 * @property {PartRow} [part]
 * @property {Attached} [attached]   the attachment as it is with this part or record
 * @property {string} [drop]         an attachment that was thrown away
 * @property {{sealed_at: number}} [finish]  the last of a session
 */

/** @param {Store} store @returns {Promise<SessionRow[]>} */
export function allSessions(store) {
  return store.reading(["sessions"], ({ sessions }) => answerOf(sessions.getAll()));
}

/** @param {Store} store @param {string} id @returns {Promise<SessionRow | undefined>} */
export function findSession(store, id) {
  return store.reading(["sessions"], ({ sessions }) => answerOf(sessions.get(id)));
}

/** Every record, in order. @param {Store} store @param {string} id @returns {Promise<RecordRow[]>} */
export function recordsOf(store, id) {
  return store.reading(["records"], ({ records }) => answerOf(records.getAll(under(id))));
}

/**
 * An attachment's parts, in order.
 * @param {Store} store
 * @param {string} id
 * @param {string} attachment
 * @returns {Promise<PartRow[]>}
 */
export function partsOf(store, id, attachment) {
  return store.reading(["parts"], ({ parts }) => answerOf(parts.getAll(under(id, attachment))));
}

/**
 * Writes what was added to an open session, in order, all or nothing. What is there already is left.
 * @param {Store} store
 * @param {string} id
 * @param {Entry[]} entries
 */
export function keepEntries(store, id, entries) {
  return store.writing(["sessions", "records", "parts"], async (stores) => {
    /** @type {SessionRow | undefined} */
    let row = await answerOf(stores.sessions.get(id)) ?? entries[0]?.begun;
    if (!row) throw new Trouble("ended");
    for (const entry of entries) {
      if (await isThere(stores, row, entry)) continue;
      if (row.state !== "open") throw new Trouble("ended");
      row = await keep(stores, row, entry);
    }
    await answerOf(stores.sessions.put(row));
  });
}

/**
 * Whether this very record or part is there. Another in its place is somebody else's: two windows write one session.
 * @param {Record<import("./store.js").StoreName, IDBObjectStore>} stores
 * @param {SessionRow} row
 * @param {Entry} entry
 */
async function isThere({ records, parts }, row, { record, part }) {
  if (record && record.seq > row.records) return false;
  /** @type {RecordRow | PartRow | undefined} */
  const there = record ? await answerOf(records.get([row.id, record.seq]))
    : part && await answerOf(parts.get([row.id, part.attachment, part.n]));
  if (!there && part) return false;
  const iv = record?.iv ?? part?.iv;
  const same = there && iv && hex(there.iv) === hex(iv);
  if (!same) throw new Trouble("elsewhere");
  return true;
}

/**
 * @param {Record<import("./store.js").StoreName, IDBObjectStore>} stores
 * @param {SessionRow} row
 * @param {Entry} entry
 * @returns {Promise<SessionRow>}
 */
async function keep(stores, row, { record, part, attached, drop, finish }) {
  if (record && record.seq !== row.records + 1) throw new Trouble("elsewhere");
  if (record) await answerOf(stores.records.add(record));
  if (part) await answerOf(stores.parts.put(part));
  if (drop) await answerOf(stores.parts.delete(under(row.id, drop)));
  const others = row.attachments.filter(({ id }) => id !== attached?.id && id !== drop);
  const next = { ...row, attachments: attached ? [...others, attached] : others };
  if (record) next.records = record.seq;
  return finish ? sealed(next, finish.sealed_at, true) : next;
}

/** The session as it is once it is sealed: without the wrap that the PIN opens.
 * @param {SessionRow} row @param {number} at @param {boolean} finished @returns {SessionRow} */
function sealed(row, at, finished) {
  return { ...row, state: "sealed", finished, sealed_at: at, wraps: { ...row.wraps, b: null } };
}

/**
 * Seals a session as it stands, unfinished. No key is needed.
 * @param {Store} store
 * @param {string} id
 * @param {number} at  milliseconds since 1970
 */
export function sealUnfinished(store, id, at) {
  return changeSession(store, id, (row) => (row.state === "open" ? sealed(row, at, false) : row));
}

/**
 * @param {Store} store
 * @param {string} id
 * @param {(row: SessionRow) => SessionRow} change
 */
export function changeSession(store, id, change) {
  return store.writing(["sessions"], async ({ sessions }) => {
    /** @type {SessionRow | undefined} */
    const row = await answerOf(sessions.get(id));
    if (row) await answerOf(sessions.put(change(row)));
  });
}

/**
 * Forgets all that a PIN could open: every wrap B, every pack and the token for them; the vault too, where it is
 * `closed` for good.
 * @param {Store} store
 * @param {{closed: boolean}} how
 */
export function forgetWhatIsRead(store, { closed }) {
  return store.writing(["sessions", "packs", "vault", "device"], async ({ sessions, packs, vault, device }) => {
    /** @type {SessionRow[]} */
    const all = await answerOf(sessions.getAll());
    for (const row of all) await answerOf(sessions.put({ ...row, wraps: { ...row.wraps, b: null } }));
    await answerOf(packs.clear());
    /** @type {DeviceRow | undefined} */
    const known = await answerOf(device.get("device"));
    if (known) await answerOf(device.put({ ...known, packs_token: null }, "device"));
    if (closed) await answerOf(vault.delete("vault"));
  });
}

/** Deletes what the office has, and leaves a row that says so. @param {Store} store @param {string} id */
export function emptySession(store, id) {
  return store.writing(["sessions", "records", "parts"], async ({ sessions, records, parts }) => {
    /** @type {SessionRow | undefined} */
    const row = await answerOf(sessions.get(id));
    if (row?.state !== "received") return;
    await answerOf(records.delete(under(id)));
    await answerOf(parts.delete(under(id)));
    const { manifest: _, ...left } = row;
    await answerOf(sessions.put({ ...left, attachments: [], emptied: true }));
  });
}

/** Deletes the row that is left. @param {Store} store @param {string} id */
export function forgetSession(store, id) {
  return store.writing(["sessions"], async ({ sessions }) => { await answerOf(sessions.delete(id)); });
}
