import type { Check, Rule } from './rule.ts';
import { containerText } from './rule.ts';

type ProbeField = 'livenessProbe' | 'readinessProbe';

const HANDLERS = ['httpGet', 'tcpSocket', 'exec', 'grpc'];

/** A probe that asks nothing is none: https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/ */
function present(probe: ProbeField): Check {
  return {
    each: 'container',
    lists: ['containers'],
    expression: HANDLERS.map((handler) => `container.?${probe}.?${handler}.hasValue()`).join(' || '),
    field: [probe],
    seen: ({ container }) => `${containerText(container)} has no ${probe}, expected one with ${HANDLERS.join(', ')}`,
  };
}

export const livenessProbe: Rule = {
  name: 'liveness-probe',
  title: 'containers have a liveness probe',
  hurts: 'a container that hangs is never started again',
  mend: 'Add a livenessProbe that asks the process itself, not what it depends on.',
  subjects: 'servers',
  checks: [present('livenessProbe')],
};

export const readinessProbe: Rule = {
  name: 'readiness-probe',
  title: 'containers have a readiness probe',
  hurts: 'requests reach a container that cannot answer yet, at every rollout',
  mend: 'Add a readinessProbe that fails until the container can serve.',
  subjects: 'servers',
  checks: [present('readinessProbe')],
};

const number = (probe: ProbeField, field: string, standard: number) =>
  `container.${probe}.?${field}.orValue(${standard})`;
const patience = (probe: ProbeField) =>
  `${number(probe, 'periodSeconds', 10)} * ${number(probe, 'failureThreshold', 3)}`;
const sameHandler = (handler: string) =>
  `container.livenessProbe.?${handler}.orValue(null) == container.readinessProbe.?${handler}.orValue(null)`;

export const probesDiffer: Rule = {
  name: 'probes-differ',
  title: 'liveness and readiness probe are not the same',
  hurts: 'a busy container is killed at the moment when it should only be taken out of traffic',
  mend: 'Let liveness ask another endpoint than readiness, or give it a higher failureThreshold.',
  subjects: 'servers',
  checks: [
    {
      each: 'container',
      lists: ['containers'],
      expression: `!has(container.livenessProbe) || !has(container.readinessProbe) || !(${HANDLERS.map(sameHandler).join(' && ')})
        || ${patience('livenessProbe')} != ${patience('readinessProbe')}`,
      field: ['livenessProbe'],
      seen: ({ container }) =>
        `both probes of ${containerText(container)} ask the same and give up at the same moment, expected another endpoint or more patience for liveness`,
    },
  ],
};
