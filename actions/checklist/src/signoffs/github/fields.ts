/** Fields of GitHub's answers: data from outside, read with care. */
import { isRecord } from '@shipgate/kit/host';
import type { Signer } from '../candidate.ts';

type Fields = Readonly<Record<string, unknown>>;

export function textOf(record: unknown, key: string): string | undefined {
  const value = isRecord(record) ? record[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(record: unknown, key: string): number | undefined {
  const value = isRecord(record) ? record[key] : undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

export function partOf(record: unknown, key: string): Fields {
  const value = isRecord(record) ? record[key] : undefined;
  return isRecord(value) ? value : {};
}

export function commitIn(record: unknown, key: string): string | undefined {
  const value = textOf(record, key);
  return value !== undefined && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(value) ? value : undefined;
}

/** A user object (https://docs.github.com/rest/users/users); null for a deleted account, which GitHub gives as null or as the ghost. */
export function signerIn(record: unknown, key: string): Signer | null {
  const user = partOf(record, key);
  const [id, login, type] = [numberOf(user, 'id'), textOf(user, 'login'), textOf(user, 'type')];
  if (id === undefined || login === undefined || id === GHOST) return null;
  return { id, login, type: type ?? 'User' };
}

/** https://github.com/ghost, whom GitHub shows in place of deleted accounts. */
const GHOST = 10_137;
/** https://github.com/web-flow, who commits what is written in the browser. */
export const WEB_FLOW = 19_864_447;
