/** From decided findings to the two SARIF files. Pure. */
import { sarifName } from '@shipgate/kit/report/sarif';
import { fullName, fullText } from './full.ts';
import type { SarifFiles, SarifInput } from './input.ts';
import { runsOf } from './runs.ts';
import { type UploadLimits, uploadLimits, uploadOf } from './upload.ts';

/** `limits` are GitHub's; tests have smaller ones. */
export function writeSarif(input: SarifInput, limits: UploadLimits = uploadLimits): SarifFiles {
  const runs = runsOf(input);
  const { text, uploaded, dropped, categories } = uploadOf(input, runs, limits);
  return {
    files: [
      { name: sarifName, text },
      { name: fullName, text: fullText(input, runs) },
    ],
    results: input.findings.length,
    uploaded,
    dropped,
    categories,
  };
}
