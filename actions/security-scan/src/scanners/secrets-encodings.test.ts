import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tokenOf } from '../secrets/kinds.fixture.ts';
import { scanned } from '../secrets/tree.fixture.ts';
import { type Ground, groundOf } from './gitleaks.fixture.ts';
import { secretsScanner } from './secrets.ts';

const token = tokenOf('github-pat');
const utf32 = (text: string) =>
  Buffer.concat(
    [...text].map((sign) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(sign.codePointAt(0) ?? 0);
      return bytes;
    }),
  );
/** Every sign in base64, as an editor never writes it and every reader takes it. */
const utf7 = (text: string) => `+${Buffer.from(text, 'utf16le').swap16().toString('base64').replace(/=+$/, '')}-`;

describe('a secret in a file of another encoding', () => {
  it.each([
    ['UTF-32', utf32(`\ufeffkey = "${token}"\n`)],
    ['UTF-32 without a mark', utf32(`key = "${token}"\n`)],
    ['UTF-7 with its mark', Buffer.from(`+/v8-key = "${utf7(token)}"\n`)],
    [
      'ASCII behind the mark of UTF-32',
      Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff]), Buffer.from(`key = "${token}"`)]),
    ],
    ['ASCII behind the mark of UTF-7', Buffer.from(`+/v8-key = "+${token}"`)],
  ])('is found: %s', async (_, bytes) => {
    const { findings } = await scanned({ 'a.txt': bytes });
    expect(findings).toMatchObject([{ rule: 'github-pat', location: { path: 'a.txt', line: 1 } }]);
  });
});

describe('a secret in a file whose encoding .gitattributes names', () => {
  let ground: Ground;
  beforeEach(() => {
    ground = groundOf();
    ground.git('init', '--quiet', '--initial-branch=main');
  });
  afterEach(() => ground.close());

  const scan = (below = '') => secretsScanner('1').scan(ground.tree(below), ground.context());

  it('is found in what is checked out', async () => {
    const text = `пароль и ключ, и ещё слова = "${token}"\n`;
    ground.write('.gitattributes', '*.u7 working-tree-encoding=UTF-7\n*.u16 working-tree-encoding=UTF-16LE\n');
    ground.write('a.u7', `key = ${utf7(token)}\n`);
    ground.write('b.u16', Buffer.from(text, 'utf16le'));
    ground.commit('first');
    expect(ground.git('show', 'HEAD:a.u7')).toContain(token);
    expect(await scan()).toMatchObject({
      findings: [
        { rule: 'github-pat', location: { path: 'a.u7', line: 1, column: 7 } },
        { rule: 'github-pat', location: { path: 'b.u16', line: 1, column: 31 } },
      ],
    });
  });

  it('is found where a file above the scanned folder names it', async () => {
    ground.write('.gitattributes', '*.u7 working-tree-encoding=UTF-7\n');
    ground.write('api/a.u7', utf7(token));
    expect(await scan('api')).toMatchObject({ findings: [{ location: { path: 'a.u7' } }] });
  });

  it('is found whatever the file is said to be', async () => {
    ground.write('.gitattributes', '*.txt working-tree-encoding=UTF-16\n');
    ground.write('a.txt', `key = "${token}"\n`);
    expect(await scan()).toMatchObject({ findings: [{ location: { path: 'a.txt' } }] });
  });

  it('is an error of that file where the encoding is not known, and other files are searched', async () => {
    ground.write('.gitattributes', 'a.* working-tree-encoding=IBM037\n*.md working-tree-encoding=UTF-8\n');
    ground.write('a.txt', 'text');
    ground.write('b.md', token);
    expect(await scan()).toMatchObject({
      trouble: { got: 'a working-tree-encoding in .gitattributes that is not', place: { file: 'a.txt' } },
      found: { findings: [{ location: { path: 'b.md' } }] },
    });
  });

  it('has no answer where git does not say which files those are', async () => {
    ground.write('.gitattributes', '*.u7 working-tree-encoding=UTF-7\n');
    ground.program('git', 'echo "fatal: no way" >&2; exit 128');
    expect(await scan()).toMatchObject({ trouble: { got: 'fatal: no way' } });
  });
});
