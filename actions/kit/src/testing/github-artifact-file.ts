/** The archive of an artifact as the GitHub stand-in gives it: entries that are stored, not compressed. Format: APPNOTE.TXT of PKWARE, 4.3. */
import { crc32 } from 'node:zlib';
import type { SeededArtifact } from './github-seeds.ts';

/** Of the seed's archive, or made of its files. */
export function archiveOf({ files = {}, archive }: SeededArtifact): Uint8Array {
  if (archive !== undefined) return archive;
  const entries = Object.entries(files).map(([name, content]) => ({
    name: Buffer.from(name),
    bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
  }));
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const facts = factsOf(name, bytes);
    const local = Buffer.concat([signature(0x04034b50), facts, name, bytes]);
    locals.push(local);
    directory.push(signature(0x02014b50), twoBytes(20), facts, Buffer.alloc(10), fourBytes(offset), name);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const counts = [twoBytes(0), twoBytes(0), twoBytes(entries.length), twoBytes(entries.length)];
  const end = [signature(0x06054b50), ...counts, fourBytes(listing.length), fourBytes(offset), twoBytes(0)];
  return Buffer.concat([...locals, listing, ...end]);
}

/** Version, flags (names are UTF-8), method 0, time, CRC-32, both sizes, length of the name, no extra field. */
function factsOf(name: Buffer, bytes: Buffer): Buffer {
  const size = fourBytes(bytes.length);
  const head = [twoBytes(20), twoBytes(0x0800), twoBytes(0), Buffer.alloc(4), fourBytes(crc32(bytes))];
  return Buffer.concat([...head, size, size, twoBytes(name.length), twoBytes(0)]);
}

const signature = fourBytes;

function twoBytes(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function fourBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
