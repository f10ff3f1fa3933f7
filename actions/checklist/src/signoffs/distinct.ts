/**
 * Gives each role a person of its own: a maximum matching in a bipartite graph by augmenting paths (Kuhn, 1955, as in
 * every textbook). `people[i]`: ids that may take role i. Gives the id of each role, undefined for one that gets none.
 */
export function assign(people: readonly (readonly number[])[]): readonly (number | undefined)[] {
  const roleOf = new Map<number, number>();
  const place = (role: number, seen: Set<number>): boolean => {
    for (const person of people[role] ?? []) {
      if (seen.has(person)) continue;
      seen.add(person);
      const other = roleOf.get(person);
      if (other === undefined || place(other, seen)) {
        roleOf.set(person, role);
        return true;
      }
    }
    return false;
  };
  for (let role = 0; role < people.length; role += 1) place(role, new Set());
  const taken = new Map([...roleOf].map(([person, role]) => [role, person]));
  return people.map((_, role) => taken.get(role));
}
