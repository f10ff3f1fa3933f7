/** From what was told of a rollout to the gate's result. Pure. */
import type { GateResult } from '@shipgate/kit/gate';
import { outcomeOf } from '@shipgate/kit/verdict';
import { sceneOf } from './reasons/scene.ts';
import { toldTogether } from './reasons/together.ts';
import { tellFinding } from './reasons.ts';
import { evidenceOf } from './report-evidence.ts';
import type { Told } from './told.ts';
import { headlineOf } from './view/headline.ts';
import { proofsOf } from './view/proofs.ts';
import { storyOf } from './view/steps.ts';
import { viewOf } from './view/view.ts';

/** `docs` gives the page of a reason's code. */
export function report(told: Told, docs: (code: string) => string): GateResult {
  const scene = sceneOf(told);
  const story = storyOf(told);
  const reasons = toldTogether(told.decision, told.plan).map((finding) => tellFinding(finding, told, scene, docs));
  const proofs = proofsOf(told, story);
  const headed = { told, scene, story, outcome: outcomeOf(reasons, proofs) };
  return {
    reasons,
    proofs,
    evidence: evidenceOf(told, story),
    subject: told.subject,
    headline: headlineOf(headed),
    view: viewOf(headed),
  };
}
