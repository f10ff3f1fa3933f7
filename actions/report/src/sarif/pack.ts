/** Makes SARIF of a gate ready for code scanning, or says why it is not uploaded. Pure. */
import { gzipSync } from 'node:zlib';
import { cut, visible } from '@shipgate/kit/escape';
import { isRecord } from '@shipgate/kit/host';
import { grouped } from '@shipgate/kit/verdict';
import type { Fault } from '@shipgate/schemas';

export interface PackedSarif {
  /** gzip in Base64. */
  readonly base64: string;
  /** Of the gzip file. */
  readonly bytes: number;
  readonly results: number;
}

/** https://docs.github.com/code-security/code-scanning/troubleshooting-sarif/file-too-large */
const largestBytes = 10 * 1024 * 1024;
/** https://docs.github.com/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data */
const most = { runs: 20, results: 25_000 };

/**
 * `gate` gave the verdict beside the file. A file that speaks for another tool is refused: it would take the place of
 * that tool's results, and an empty one would close its alerts. A gate that runs scanners speaks for each of them under a
 * name of its own, `security-scan/bandit`, in a category of its own.
 */
export function packSarif(bytes: Uint8Array, shown: string, gate: string): PackedSarif | Fault {
  const sarif = parsed(bytes);
  const runs = isRecord(sarif) && sarif['version'] === '2.1.0' ? sarif['runs'] : undefined;
  if (!Array.isArray(runs) || runs.length === 0) return odd(shown, gate, 'text that is no SARIF 2.1.0');
  if (runs.length > most.runs) return odd(shown, gate, `${runs.length} runs, and GitHub takes ${most.runs}`);
  const stranger = runs.map(toolOf).find((tool) => !speaksFor(gate, tool));
  if (stranger !== undefined) return odd(shown, gate, `results of ${visible(cut(stranger))}`);
  const twin = twinAmong(runs.map(toolOf)) ?? twinAmong(runs.map(categoryOf));
  if (twin !== undefined) return odd(shown, gate, `two runs of ${visible(cut(twin))}`);
  const counts = runs.map(resultsOf);
  const largest = Math.max(...counts);
  if (largest > most.results)
    return tooLarge(shown, `${grouped(largest)} results, and GitHub takes ${grouped(most.results)}`);
  // Written anew, so that a key that stands there twice means to GitHub what it means to us.
  const packed = gzipSync(JSON.stringify(sarif));
  if (packed.length > largestBytes) return tooLarge(shown, `${grouped(packed.length)} bytes as gzip`);
  const results = counts.reduce((sum, count) => sum + count, 0);
  return { base64: packed.toString('base64'), bytes: packed.length, results };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Whatever it is, it is told as no SARIF.
    return undefined;
  }
}

function resultsOf(run: unknown): number {
  return isRecord(run) && Array.isArray(run['results']) ? run['results'].length : 0;
}

function toolOf(run: unknown): string {
  const tool = isRecord(run) && isRecord(run['tool']) ? run['tool'] : {};
  const driver = isRecord(tool['driver']) ? tool['driver'] : {};
  const extended = Array.isArray(tool['extensions']) && tool['extensions'].length > 0;
  return typeof driver['name'] === 'string' && !extended ? driver['name'] : 'a tool without a name, or with extensions';
}

/** What a scanner of a gate may be called: no path of its own, so that it is of this gate and no other. */
const SCANNER = /^[^/\p{C}\p{Z}](?:[^/\p{C}]{0,98}[^/\p{C}\p{Z}])?$/u;
const WITH_SCANNERS: ReadonlySet<string> = new Set(['security-scan']);

function speaksFor(gate: string, tool: string): boolean {
  if (tool === gate) return true;
  const scanner = tool.startsWith(`${gate}/`) ? tool.slice(gate.length + 1) : '';
  return WITH_SCANNERS.has(gate) && SCANNER.test(scanner);
}

/**
 * GitHub takes no two runs of one tool and category in a file:
 * https://github.blog/changelog/2025-07-21-code-scanning-will-stop-combining-multiple-sarif-runs-uploaded-in-the-same-sarif-file/
 * What stands behind the last slash of the id is no part of the category.
 */
function categoryOf(run: unknown): string {
  const details = isRecord(run) && isRecord(run['automationDetails']) ? run['automationDetails'] : {};
  const id = typeof details['id'] === 'string' ? details['id'] : '';
  return `the category "${id.slice(0, id.lastIndexOf('/') + 1)}"`;
}

function twinAmong(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) !== index);
}

function odd(shown: string, gate: string, got: string): Fault {
  return {
    title: `${shown} was not uploaded`,
    expected: `the SARIF of ${gate}, whose verdict stands beside it`,
    got,
    do: 'upload the whole output folder of the gate as the artifact, and nothing else',
  };
}

function tooLarge(shown: string, got: string): Fault {
  return {
    title: `${shown} is too large for code scanning`,
    expected: '10 MB as gzip and 25,000 results at the most, which are the limits of GitHub',
    got,
    do: 'let the gate look at less, or split its work; the verdict holds all of it',
  };
}
