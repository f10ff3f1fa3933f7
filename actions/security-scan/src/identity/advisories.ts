/** Ids of advisories, as their databases write them. */

const forms = [
  /^GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}$/i,
  /^CVE-\d{4}-\d{4,}$/i,
  /^(?:PYSEC|GO|RUSTSEC|MAL|GSD|OSV|DSA|DLA|USN|RHSA|ALAS\d*|BIT|HSEC|PSF|UVI|DRUPAL|ELSA)-[A-Z0-9][A-Z0-9:.-]*$/i,
  /^SNYK-[A-Z0-9-]+$/i,
];

/** Whether a text is an id of an advisory. */
export function isAdvisory(text: string): boolean {
  return text.length <= 100 && forms.some((form) => form.test(text));
}

/** For comparing: databases differ in case only. */
export function sameId(id: string): string {
  return id.toUpperCase();
}

/** Each once, by `sameId`, in the order given. */
export function distinctIds(ids: readonly string[]): readonly string[] {
  const seen = new Map(ids.toReversed().map((id) => [sameId(id), id]));
  return ids.filter((id) => {
    const isFirst = seen.has(sameId(id));
    seen.delete(sameId(id));
    return isFirst;
  });
}
