export type { PlanPath } from './canary/plan-path.ts';
export { DEFAULT_HOLD, DEFAULT_MAX } from './canary/plan-path.ts';
export type { CanaryPlanFile, PlanPlaces } from './canary-plan.ts';
export { readCanaryPlan } from './canary-plan.ts';
export type { ChecklistPolicyFile } from './checklist-policy.ts';
export { readChecklistPolicy } from './checklist-policy.ts';
export type { ReadOptions, ReadResult, SectionName } from './document.ts';
export { READER_OF_SECTION, readShipgateFile, SHIPGATE_FILE, unreadSections } from './document.ts';
export type { Fault, FaultLocation } from './fault.ts';
export { ConfigurationError, inFileOrder, placeOf } from './fault.ts';
export type { FaultTextOptions } from './fault-text.ts';
export { formatClosing, formatFault, formatWarning } from './fault-text.ts';
export type * from './generated/shipgate.ts';
export type * from './generated/verdict.ts';
export { quoted } from './plain-text.ts';
export type { PolicyAlone } from './policy-alone.ts';
export { policyAlone } from './policy-alone.ts';
export { printable } from './printable.ts';
export { durationText, limitOf, secondsOf, shareOf } from './quantities.ts';
export { reportFault, reportParts } from './security/report-name.ts';
export { scannerFault, scannerWordFault } from './security/scanner-name.ts';
export type { SecurityPolicyFile } from './security-policy.ts';
export { readSecurityPolicy, SECURITY_SCANNERS } from './security-policy.ts';
export { editDistance, suggest } from './suggest.ts';
export { shownValue } from './value-text.ts';
export type { PathError } from './verdict.ts';
export {
  isCanaryPromoteVerdict,
  isChecklistVerdict,
  isMigrateGateVerdict,
  isSecurityScanVerdict,
  readVerdictFile,
  validateVerdict,
} from './verdict.ts';
