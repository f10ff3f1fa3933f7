/** Small charts as SVG text, legible on light and on dark pages: colours follow the reader's scheme. */

export interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** Straight unless given; rising. */
  readonly bend?: (value: number) => number;
}

const style = `
text { font: 12px system-ui, sans-serif; fill: #1f2328; }
.title { font-weight: 600; font-size: 13px; }
.small { font-size: 11px; fill: #59636e; }
.axis { stroke: #818b98; stroke-width: 1; fill: none; }
.limit { stroke: #cf222e; stroke-width: 1.5; stroke-dasharray: 5 4; fill: none; }
.R { stroke: #0969da; fill: #0969da; } .P { stroke: #1a7f37; fill: #1a7f37; } .other { stroke: #9a6700; fill: #9a6700; }
polyline { stroke-width: 2; } polyline.R, polyline.P { fill: none; }
text.R, text.P, text.other { stroke: none; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; } .small { fill: #9198a1; }
.limit { stroke: #ff7b72; }
.R { stroke: #58a6ff; fill: #58a6ff; } .P { stroke: #3fb950; fill: #3fb950; } .other { stroke: #d29922; fill: #d29922; }
polyline.R, polyline.P { fill: none; }
}`;

export function svg(width: number, height: number, title: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

/** Where a value lies between two pixels. */
export function place(value: number, { from, to, bend = (each) => each }: Scale, first: number, last: number): number {
  return first + ((bend(value) - bend(from)) / (bend(to) - bend(from))) * (last - first);
}

export function text(x: number, y: number, words: string, kind = '', anchor = 'start'): string {
  return `<text x="${round(x)}" y="${round(y)}" class="${kind}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

export function line(points: readonly (readonly [number, number])[], kind: string): string {
  return `<polyline class="${kind}" points="${points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}"/>`;
}

export function dot(x: number, y: number, kind: string): string {
  return `<circle class="${kind}" cx="${round(x)}" cy="${round(y)}" r="4.5"/>`;
}

export function bar(x: number, y: number, width: number, height: number, kind: string): string {
  return `<rect class="${kind}" x="${round(x)}" y="${round(y)}" width="${round(Math.max(1, width))}" height="${round(height)}"/>`;
}

/** Two axes with their ticks, and a title above. */
export function axes(panel: Panel, title: string, across: Scale, up: Scale): readonly string[] {
  const { x, y, width, height } = panel;
  const bottom = y + height;
  return [
    text(x, y - 10, title, 'title'),
    line(
      [
        [x, y],
        [x, bottom],
        [x + width, bottom],
      ],
      'axis',
    ),
    ...across.ticks.map(({ at, text: words }) =>
      text(place(at, across, x, x + width), bottom + 16, words, 'small', 'middle'),
    ),
    ...up.ticks.map(({ at, text: words }) => text(x - 6, place(at, up, bottom, y) + 4, words, 'small', 'end')),
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
