// Says how many packages of config/licences.json the third-party notices do not name.
// From the top of the repository: node checklist/notices.mjs
import { readFileSync } from 'node:fs';

const { dependencies } = JSON.parse(readFileSync('config/licences.json', 'utf8'));
const notices = readFileSync('THIRD-PARTY-NOTICES.md', 'utf8');
const missing = dependencies.filter(({ name, version, licence }) => {
  const line = notices.split('\n').find((each) => each.startsWith(`| ${name} | ${version} |`));
  return line === undefined || !line.includes(`(${licence})`);
});
if (dependencies.length === 0) throw new Error('expected dependencies in config/licences.json, got none');
console.log(`${dependencies.length} packages, ${missing.length} missing`);
