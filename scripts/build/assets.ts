import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AssetPin, AssetSource } from './package-build.ts';

/** Name of the list of pins in dist. */
export const pinFile = 'assets.json';

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The pins of a dist folder; none when it has no list. */
export function readPins(dist: string): readonly AssetPin[] {
  const file = join(dist, pinFile);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly AssetPin[]) : [];
}

/** One pin a line, so that a diff shows which file changed. */
export function pinsText(pins: readonly AssetPin[]): string {
  const sorted = [...pins].sort((a, b) => (a.file < b.file ? -1 : 1));
  return `[\n${sorted.map((pin) => `  ${JSON.stringify(pin)}`).join(',\n')}\n]\n`;
}

/** What is wrong with one file in dist against its pin; null when it is as pinned. */
function differs(dist: string, pin: AssetPin): string | null {
  const file = join(dist, pin.file);
  if (!existsSync(file)) return 'missing';
  const found = sha256(readFileSync(file));
  return found === pin.sha256 ? null : `SHA-256 is ${found}, pinned ${pin.sha256}`;
}

/** Makes the assets that are new, missing, spoilt or made from something else; leaves all others untouched. */
export async function writeAssets(dist: string, sources: readonly AssetSource[]): Promise<readonly AssetPin[]> {
  const before = new Map(readPins(dist).map((pin) => [pin.file, pin]));
  const pins: AssetPin[] = [];
  for (const source of sources) {
    const pin = before.get(source.file);
    if (pin !== undefined && pin.from === source.from && differs(dist, pin) === null) {
      pins.push(pin);
      continue;
    }
    const bytes = await source.bytes();
    const target = join(dist, source.file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    pins.push({ file: source.file, sha256: sha256(bytes), bytes: bytes.length, from: source.from });
  }
  return pins;
}

/** Every way in which the assets in dist are not what the pins and the sources say. */
export async function staleAssets(dist: string, sources: readonly AssetSource[]): Promise<readonly string[]> {
  const pins = new Map(readPins(dist).map((pin) => [pin.file, pin]));
  const faults: string[] = [];
  for (const source of sources) {
    const pin = pins.get(source.file);
    pins.delete(source.file);
    const fault = pin === undefined ? `has no pin in ${pinFile}` : await staleAsset(dist, source, pin);
    if (fault !== null) faults.push(`${source.file}: ${fault}`);
  }
  return [...faults, ...[...pins.keys()].map((file) => `${file}: is pinned, but build.ts does not name it`)];
}

async function staleAsset(dist: string, source: AssetSource, pin: AssetPin): Promise<string | null> {
  if (pin.from !== source.from) return `is made from ${pin.from}, now it comes from ${source.from}`;
  const fault = differs(dist, pin);
  if (fault !== null || !source.reproducible) return fault;
  const made = sha256(await source.bytes());
  return made === pin.sha256 ? null : `${source.from} gives SHA-256 ${made}, pinned ${pin.sha256}`;
}
