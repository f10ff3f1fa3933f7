/**
 * What does not match between the codes of a gate and its pages (file name -> text), as lines that say what to do.
 * A page's first heading names its code, so that a page that was copied and not rewritten is found.
 */
export function unmatchedReasons(
  gate: string,
  codes: readonly string[],
  pages: ReadonlyMap<string, string>,
): readonly string[] {
  const folder = `docs/reasons/${gate}`;
  const missing = codes
    .filter((code) => !pages.has(`${code}.md`))
    .map((code) => `${folder}/${code}.md: missing: actions/${gate}/src/reasons.ts has the code, write its page`);
  const lone = [...pages.keys()]
    .filter((name) => name !== 'README.md' && !(name.endsWith('.md') && codes.includes(name.slice(0, -3))))
    .map((name) => `${folder}/${name}: no reason has this code: remove the page or add the reason`);
  const misnamed = codes.flatMap((code) => {
    const heading = pages.get(`${code}.md`)?.match(/^# .*$/m)?.[0];
    if (!pages.has(`${code}.md`) || heading?.includes(code)) return [];
    return [`${folder}/${code}.md: its first heading does not name \`${code}\``];
  });
  return [...missing, ...lone, ...misnamed];
}
