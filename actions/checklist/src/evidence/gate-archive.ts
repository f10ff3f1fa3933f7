/**
 * Verdicts in the archive of an artifact. Whoever could upload it chose every one of its bytes, so no size in it is believed:
 * unpacking ends at the size that was promised. Format: APPNOTE.TXT of PKWARE, 4.3. Pure.
 */
import { crc32, inflateRawSync } from 'node:zlib';

export interface ArchiveLimits {
  /** Of one verdict, unpacked. */
  readonly mostBytes: number;
  /** Of the archive, whatever they are. */
  readonly mostEntries: number;
  /** Verdicts of one archive; a gate writes one. */
  readonly mostVerdicts: number;
}

export const archiveLimits: ArchiveLimits = { mostBytes: 16 * 1024 * 1024, mostEntries: 10_000, mostVerdicts: 20 };

export interface ArchivedFile {
  /** In the archive. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type ArchiveRead = { readonly files: readonly ArchivedFile[] } | { readonly refused: string };

/** Every `verdict.json` of the archive, and nothing else. Names that lead out of it are passed over. Never throws. */
export function verdictsInArchive(archive: Uint8Array, limits: ArchiveLimits = archiveLimits): ArchiveRead {
  const whole = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const wanted = entriesOf(whole, limits).filter(({ path }) => isVerdict(path));
    if (wanted.length > limits.mostVerdicts)
      return { refused: `the archive has more than ${limits.mostVerdicts} verdicts` };
    if (new Set(wanted.map(({ path }) => path)).size < wanted.length)
      return { refused: 'the archive has one name twice' };
    if (wanted.some(({ size }) => size > limits.mostBytes))
      return { refused: 'the verdict in the archive is too large' };
    return { files: wanted.map((entry) => ({ path: entry.path, bytes: bytesOf(whole, entry) })) };
  } catch (error) {
    // Reading behind the end, and what does not unpack to what was promised.
    return { refused: error instanceof Refusal ? error.message : 'the archive is damaged' };
  }
}

class Refusal extends Error {}

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Of its own head. */
  readonly offset: number;
}

/** By the directory at the end, which is what counts. */
function entriesOf(archive: Buffer, { mostEntries }: ArchiveLimits): Entry[] {
  const end = endOf(archive);
  const count = archive.readUInt16LE(end + 10);
  const start = archive.readUInt32LE(end + 16);
  if (count === 0xffff || start === 0xffffffff)
    throw new Refusal('the archive is in the format ZIP64, for large ones only');
  if (count > mostEntries) throw new Refusal(`the archive has more than ${mostEntries} entries`);
  const entries: Entry[] = [];
  for (let at = start; entries.length < count; ) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Refusal('the archive is damaged');
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
    entries.push({
      path: archive.toString('utf8', at + 46, nameEnd),
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/** Of the record at the end, whose comment ends with the archive. */
function endOf(archive: Buffer): number {
  const first = Math.max(0, archive.length - 22 - 0xffff);
  for (let at = archive.length - 22; at >= first; at -= 1)
    if (archive.readUInt32LE(at) === 0x06054b50 && at + 22 + archive.readUInt16LE(at + 20) === archive.length)
      return at;
  throw new Refusal('what was uploaded is no archive');
}

function bytesOf(archive: Buffer, { method, crc, packed, size, offset }: Entry): Uint8Array {
  if (archive.readUInt32LE(offset) !== 0x04034b50) throw new Refusal('the archive is damaged');
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const raw = archive.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new Refusal('the verdict in the archive is packed in an unusual way');
  const bytes = method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
  if (bytes.length !== size || crc32(bytes) !== crc) throw new Refusal('the archive is damaged');
  return bytes;
}

function isVerdict(path: string): boolean {
  if (path.includes('\\') || path.includes('\0')) return false;
  const segments = path.split('/');
  return (
    segments.at(-1) === 'verdict.json' && !segments.includes('..') && (segments.length === 1 || segments[0] !== '')
  );
}
