import type { Difference } from '../compare.ts';

/** One sorted line per new or gone object and per changed attribute: "class object: attribute", "class object: new". */
export function told(differences: readonly Difference[]): readonly string[] {
  const lines = differences.flatMap((d) => {
    const subject = `${d.class} ${d.object}`;
    return d.change === 'changed' ? d.attributes.map(({ name }) => `${subject}: ${name}`) : [`${subject}: ${d.change}`];
  });
  return lines.toSorted();
}

/** As told, with the kind of noise behind it. */
export function toldWithNoise(differences: readonly Difference[]): readonly string[] {
  return differences
    .flatMap((d) => told([d]).map((line) => (d.noise === null ? line : `${line} (${d.noise})`)))
    .toSorted();
}
