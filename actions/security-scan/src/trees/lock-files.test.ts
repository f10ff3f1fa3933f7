import { describe, expect, it } from 'vitest';
import { unreadLocks } from './lock-files.ts';

describe('lock files that nobody reads', () => {
  it("are those of ecosystems without a scanner, in any folder that is the repository's own", () => {
    const files = ['go.sum', 'a/Cargo.lock', 'package-lock.json', 'requirements.txt', 'vendor/x/go.sum', 'go.summary'];
    expect(unreadLocks(files)).toEqual(['go.sum', 'a/Cargo.lock']);
  });
});
