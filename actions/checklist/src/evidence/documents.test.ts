import { describe, expect, it } from 'vitest';
import { documentsOf, textOf } from './documents.ts';

const why = (path: string, text: string) => {
  const read = documentsOf(path, text);
  return read.kind === 'unreadable' ? read.why : undefined;
};

describe('data of a file', () => {
  it('is one document of JSON, or those of YAML that hold something', () => {
    expect(documentsOf('a.json', '{"a": 1}')).toEqual({ kind: 'read', documents: [{ a: 1n }] });
    expect(documentsOf('a.yaml', '---\na: 1.5\n---\n---\n- yes\n')).toEqual({
      kind: 'read',
      documents: [{ a: 1.5 }, ['yes']],
    });
  });

  it('may quote the templates of alerts', () => {
    expect(documentsOf('a.yaml', 'summary: "on {{ $labels.pod }}"\ntext: |\n  {{ $value }}\n').kind).toBe('read');
  });

  it.each([
    ['a.json', '{', 'is no JSON'],
    ['a.json', '{"a": 1} {"b": 2}', 'is no JSON'],
    ['a.yaml', 'a: [', 'is no YAML (line 1)'],
    ['a.yaml', '', 'holds no document'],
    ['a.yaml', '# nothing\n', 'holds no document'],
    ['a.yaml', 'x:\n  - {a: 1, a: 2}\n', 'has a key twice in one map'],
    ['a.yaml', 'replicas: {{ .Values.replicas }}\n', 'is a template that is not rendered'],
  ])('is not read of %s with %j', (path, text, reason) => {
    expect(why(path, text)).toBe(reason);
  });

  it('is refused when it would fill the memory or the time', () => {
    expect(why('a.json', '['.repeat(500_000) + ']'.repeat(500_000))).toBe('is nested too deeply');
    expect(why('a.yaml', '['.repeat(20_000))).toBeDefined();
    expect(why('a.yaml', `${'- a\n'.repeat(300_000)}`)).toBe('is larger than 1\u00a0MB, too large for YAML');
    expect(why('a.yaml', `- &a x\n${'- *a\n'.repeat(3_000)}`)).toBe('has too many aliases');
    const bomb = [
      'a0: &a0 [x,x,x,x,x,x,x,x,x]',
      ...Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(',')}]`),
    ];
    expect(why('a.yaml', bomb.join('\n'))).toBe('cannot be read');
    expect(documentsOf('a.yaml', Array.from({ length: 20_000 }, (_, n) => `k${n}: 1`).join('\n')).kind).toBe('read');
  });
});

describe('text', () => {
  it('is UTF-8 without NUL, and loses its byte order mark and DOS line ends', () => {
    expect(textOf(Buffer.from('\ufeffЧеклист\r\n'))).toBe('Чеклист\n');
    expect(textOf(Buffer.from([0xff, 0xfe, 0x41]))).toBeUndefined();
    expect(textOf(Buffer.from('a\0b'))).toBeUndefined();
  });
});
