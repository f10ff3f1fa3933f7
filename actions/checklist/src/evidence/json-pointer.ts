/** A value in a JSON text by RFC 6901 (https://www.rfc-editor.org/rfc/rfc6901). Pure. */
import { jsonOf } from './json-value.ts';

/** Undefined when the text is no JSON, the pointer is none, or nothing is there. */
export function pointedAt(text: string, pointer: string): unknown {
  if (pointer !== '' && !pointer.startsWith('/')) return undefined;
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  let value = jsonOf(text);
  for (const part of parts) value = member(value, part);
  return value;
}

function member(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return /^(?:0|[1-9]\d{0,9})$/u.test(name) ? value[Number(name)] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
