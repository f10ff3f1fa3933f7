// Whether the third-party notices name every package of config/licences.json, as a JUnit report.
// A job of its own runs it, from the top of the repository: node checklist/notices.mjs > reports/notices.xml
import { readFileSync } from 'node:fs';

const { dependencies } = JSON.parse(readFileSync('config/licences.json', 'utf8'));
const lines = readFileSync('THIRD-PARTY-NOTICES.md', 'utf8').split('\n');
const cases = dependencies.map(({ name, version, licence }) => {
  const line = lines.find((each) => each.startsWith(`| ${name} | ${version} |`));
  const isNamed = line?.includes(`(${licence})`) === true;
  const title = `  <testcase classname="notices" name="${name} ${version} ${licence}"`;
  return isNamed ? `${title} />` : `${title}><failure message="not in THIRD-PARTY-NOTICES.md" /></testcase>`;
});
const failures = cases.filter((each) => each.includes('<failure')).length;
console.log(`<testsuite name="notices" tests="${cases.length}" failures="${failures}">`);
console.log(cases.join('\n'));
console.log('</testsuite>');
