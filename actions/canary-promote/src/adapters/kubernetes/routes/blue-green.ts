/** A Service whose selector is switched from one release to the other: all or nothing. https://kubernetes.io/docs/concepts/services-networking/service/ */
import type { BlueGreenOptions } from '../../../plan/router.ts';
import type { KubeObject } from '../cluster.ts';
import type { RouteRules } from '../route-rules.ts';
import { unfit } from './unfit.ts';

type Options = Pick<BlueGreenOptions, 'service' | 'label' | 'stable' | 'canary'>;

export function blueGreenService(options: Options): RouteRules {
  const { service, label, stable, canary } = options;
  const path = `/spec/selector/${label.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return {
    kind: 'Service',
    path: (namespace) => `/api/v1/namespaces/${encodeURIComponent(namespace)}/services/${encodeURIComponent(service)}`,
    read: (object) => {
      const weight = selected(object, options) === canary ? 100 : 0;
      return { canary: weight, live: weight };
    },
    operations: (object, weight) => {
      if (weight !== 0 && weight !== 100) throw unfit('0 or 100 %', `${weight} %`, 'a selector knows all or nothing');
      const to = weight === 100 ? canary : stable;
      return [
        { op: 'test', path, value: selected(object, options) },
        { op: 'replace', path, value: to },
      ];
    },
  };
}

function selected(object: KubeObject, { label, stable, canary }: Options): string {
  const { selector } = Object(object['spec']);
  const value: unknown = Object(selector)[label];
  if (value === stable || value === canary) return value;
  const got = typeof value === 'string' ? value : 'no such label';
  throw unfit(
    `a selector with ${label}: ${stable} or ${canary}`,
    got,
    'write label, stable and canary as the Service has them',
  );
}
