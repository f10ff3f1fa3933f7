// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.module.css', import.meta.url), 'utf8');
/** BUI's own, of @backstage/ui 0.18: cards stand on neutral 1, environments on neutral 2. */
const backgrounds = { light: { card: '#ffffff', inner: '#f7f7f7' }, dark: { card: '#424141', inner: '#504f4f' } };
const foreground = { light: '#000000', dark: '#ffffff' };

const blocks = [...css.matchAll(/\.tokens \{([^}]*)\}/g)].map(([, body]) => tokensOf(body ?? ''));
const themes = { light: blocks[0] ?? new Map(), dark: blocks[1] ?? new Map() };

function tokensOf(body: string): Map<string, string> {
  return new Map(
    [...body.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  );
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** Code stands on its own colour, a tenth of it. */
function codeBackground(text: string, background: string): string {
  const under = channels(background);
  const mixed = channels(text).map((value, at) => Math.round(value * 0.1 + (under[at] ?? 0) * 0.9));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

describe.each(['light', 'dark'] as const)('colours in %s mode', (mode) => {
  const token = (name: string) => themes[mode].get(name) ?? 'missing';
  const { card, inner } = backgrounds[mode];

  it.each(['good', 'stop', 'caution', 'motion', 'rest'])('are readable as text: %s', (tone) => {
    const text = token(`--sg-${tone}-fg`);
    const background = token(`--sg-${tone}-bg`);
    expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(text, codeBackground(text, background))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(text, card)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(text, inner)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['--sg-link', '--bui-fg-secondary'])('are readable as text on cards and in code: %s', (name) => {
    for (const background of [card, inner, codeBackground(token(name), card)]) {
      expect(contrast(token(name), background)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(token('--sg-link'), token('--sg-code-bg'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(foreground[mode], token('--sg-code-bg'))).toBeGreaterThanOrEqual(4.5);
  });

  it('are seen as focus ring and as outline', () => {
    expect(contrast(token('--bui-ring'), card)).toBeGreaterThanOrEqual(3);
    expect(contrast(token('--bui-ring'), inner)).toBeGreaterThanOrEqual(3);
    expect(contrast(token('--sg-control'), card)).toBeGreaterThanOrEqual(3);
  });
});
