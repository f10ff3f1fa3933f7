import type { ConfigFault } from './faults';
import { looks } from './faults';

/** One map of the configuration, read key by key. What is wrong is added to `faults`; reading goes on. */
export class Section {
  readonly path: string;
  readonly faults: ConfigFault[];
  private readonly values: Record<string, unknown>;

  constructor(value: unknown, path: string, faults: ConfigFault[], keys: readonly string[]) {
    this.path = path;
    this.faults = faults;
    this.values = isMap(value) ? value : {};
    if (!isMap(value)) this.fault('', 'a map', looks(value), `give it the keys ${keys.join(', ')}`);
    for (const key of Object.keys(this.values).filter((one) => !keys.includes(one))) {
      this.fault(key, `one of ${keys.join(', ')}`, `the key ${key}`, 'correct or remove it');
    }
  }

  has(key: string): boolean {
    return this.values[key] !== undefined;
  }

  raw(key: string): unknown {
    return this.values[key];
  }

  fault(key: string, expected: string, got: string, mend: string): void {
    this.faults.push({ path: key === '' ? this.path : `${this.path}.${key}`, expected, got, do: mend });
  }

  /** A text, or null and a fault. Without `otherwise` it must be there. */
  text(key: string, what: string, otherwise?: string): string | null {
    const value = this.values[key] ?? otherwise;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.fault(key, what, looks(value), `set ${this.path}.${key}`);
    return null;
  }

  /** A list of texts, which may not be empty; numbers are taken as they are written. */
  texts(key: string, what: string, otherwise?: readonly string[]): readonly string[] {
    const value = this.values[key] ?? otherwise;
    const items = Array.isArray(value)
      ? value.map((item: unknown) => (typeof item === 'number' ? String(item) : item))
      : [];
    if (items.length > 0 && items.every(isText)) return items;
    this.fault(key, what, looks(value), `set ${this.path}.${key}`);
    return [];
  }

  /** A whole number of at least 1. */
  count(key: string, what: string, otherwise: number): number {
    const value = this.values[key] ?? otherwise;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value;
    this.fault(key, what, looks(value), `set ${this.path}.${key} to a whole number, or remove it`);
    return otherwise;
  }
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
