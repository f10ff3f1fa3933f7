/** What the GitHub stand-in answers about code scanning; see ./github-rules.ts for how. */
import { gunzipSync } from 'node:zlib';
import { type Answer, type Question, type Rule, UnknownSituation } from './github-rule.ts';

export const scanningRules: Readonly<Record<string, Rule>> = { 'code-scanning/upload-sarif': uploadSarif };

/** https://docs.github.com/code-security/code-scanning/troubleshooting-sarif/file-too-large: of the gzip file. */
const largestBytes = 10 * 1024 * 1024;

/** https://docs.github.com/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data: gzip in Base64. */
function uploadSarif({ repository, apiUrl, body }: Question): Answer {
  if (repository.analyses === undefined) return off;
  const packed = Buffer.from(String(body['sarif']), 'base64');
  if (packed.length > largestBytes) return { status: 413, body: undefined };
  const sarif = unpacked(packed);
  if (sarif === undefined) return { status: 400, body: undefined };
  repository.analyses.push({ commit: String(body['commit_sha']), ref: String(body['ref']), sarif });
  const id = `47177e22-5596-11eb-80a1-c1e54ef945${String(repository.analyses.length).padStart(2, '0')}`;
  const url = `${apiUrl}/repos/${repository.name}/code-scanning/sarifs/${id}`;
  return { status: 202, body: { id, url } };
}

/** https://docs.github.com/code-security/code-scanning/troubleshooting-sarif/ghas-required */
const off: Answer = {
  status: 403,
  body: {
    message:
      'Code scanning is not enabled for this repository. Please enable code scanning in the repository settings.',
    documentation_url: 'https://docs.github.com/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data',
    status: '403',
  },
};

function unpacked(packed: Buffer): unknown {
  let text: string;
  try {
    text = gunzipSync(packed).toString('utf8');
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UnknownSituation('SARIF that is no JSON: GitHub takes it and complains later');
  }
}
