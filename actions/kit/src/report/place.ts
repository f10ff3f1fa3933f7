/** Places in files as people read them in running text; the link holds the whole path. */
import type { Location } from '@shipgate/schemas';
import type { Markdown } from './markdown.ts';
import { md } from './markdown.ts';

/** Paths up to this length are shown whole. */
const wholePath = 40;

/** `migrations/0016_order_events_set_updated.down.sql`, line 1: "0016…down.sql:1". */
export function shortPlace(location: Location): Markdown {
  const line = location.line === undefined ? '' : `:${location.line}`;
  return md`${shortPath(location.file)}${line}`;
}

function shortPath(file: string): string {
  if (file.length <= wholePath) return file;
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.indexOf('.', 1);
  const stem = dot === -1 ? name : name.slice(0, dot);
  const ending = dot === -1 ? '' : name.slice(dot + 1);
  const [lead = stem] = /^[^_\s-]+/u.exec(stem) ?? [];
  if (lead === stem || ending === '' || lead.length + ending.length + 1 >= wholePath) return name;
  return `${lead}…${ending}`;
}
