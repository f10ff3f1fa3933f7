/**
 * The server's answer to a simple query, read from its bytes: only what somebody asks for becomes text. PGlite's own parser reads
 * every field of every message, which took about 4 % of a whole run.
 * Source: PostgreSQL documentation, "Message Formats" and "Error and Notice Message Fields".
 */

/** One message: its kind as a letter, and its body. */
export interface WireMessage {
  readonly kind: string;
  readonly body: Buffer;
}

/** A letter and the length, which counts itself but not the letter. */
const HEAD = 5;

/** All whole messages. Their bodies are views of `bytes`. */
export function readMessages(bytes: Buffer): readonly WireMessage[] {
  const messages: WireMessage[] = [];
  for (let at = 0; at + HEAD <= bytes.length; ) {
    const end = at + 1 + bytes.readInt32BE(at + 1);
    if (end < at + HEAD || end > bytes.length) break;
    messages.push({ kind: String.fromCharCode(bytes.readUInt8(at)), body: bytes.subarray(at + HEAD, end) });
    at = end;
  }
  return messages;
}

/** DataRow: values as text, or null. */
export function readRow(body: Buffer): readonly (string | null)[] {
  const values: (string | null)[] = [];
  let at = 2;
  for (let left = body.readInt16BE(0); left > 0; left--) {
    const length = body.readInt32BE(at);
    at += 4;
    values.push(length === -1 ? null : body.toString('utf8', at, at + length));
    if (length > 0) at += length;
  }
  return values;
}

/** CommandComplete: the command's tag, such as "CREATE TABLE" or "INSERT 0 1". */
export function readTag(body: Buffer): string {
  return body.toString('latin1', 0, body.length - 1);
}

/** ReadyForQuery: I idle, T in a transaction, E in a failed one. */
export function readStatus(body: Buffer): string {
  return body.toString('latin1');
}

/** ErrorResponse and NoticeResponse: a letter -> text, such as M for the message. */
export function readFields(body: Buffer): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < body.length && body[at] !== 0; ) {
    const end = body.indexOf(0, at + 1);
    if (end === -1) break;
    fields.set(String.fromCharCode(body.readUInt8(at)), body.toString('utf8', at + 1, end));
    at = end + 1;
  }
  return fields;
}
