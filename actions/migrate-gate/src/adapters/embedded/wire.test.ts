import { describe, expect, it } from 'vitest';
import { readFields, readMessages, readRow, readStatus, readTag } from './wire.ts';

function message(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(kind, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

function row(values: readonly (string | null)[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeInt16BE(values.length);
  const parts = values.map((value) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(value === null ? -1 : Buffer.byteLength(value));
    return Buffer.concat([length, Buffer.from(value ?? '')]);
  });
  return Buffer.concat([count, ...parts]);
}

describe("the server's answer", () => {
  it('is read message by message', () => {
    const bytes = Buffer.concat([message('C', Buffer.from('SET\0')), message('Z', Buffer.from('I'))]);
    const [complete, ready] = readMessages(bytes);
    expect(complete).toMatchObject({ kind: 'C' });
    expect(readTag(complete?.body ?? Buffer.alloc(1))).toBe('SET');
    expect(ready).toMatchObject({ kind: 'Z' });
    expect(readStatus(ready?.body ?? Buffer.alloc(0))).toBe('I');
  });

  it('has values that are text, empty, or null', () => {
    expect(readRow(row(['größer', '', null, '1']))).toEqual(['größer', '', null, '1']);
  });

  it('has errors with named fields', () => {
    const body = Buffer.from('SERROR\0C42601\0Msyntax error at "ü"\0P12\0\0');
    expect([...readFields(body)]).toEqual([
      ['S', 'ERROR'],
      ['C', '42601'],
      ['M', 'syntax error at "ü"'],
      ['P', '12'],
    ]);
  });

  it('ends where the server broke off', () => {
    const whole = message('C', Buffer.from('SELECT 1\0'));
    const torn = message('D', row(['value'])).subarray(0, 9);
    expect(readMessages(Buffer.concat([whole, torn])).map(({ kind }) => kind)).toEqual(['C']);
    expect(readMessages(Buffer.from([0x5a, 0, 0, 0, 0, 0, 0]))).toEqual([]);
    expect(readMessages(Buffer.alloc(0))).toEqual([]);
  });
});
