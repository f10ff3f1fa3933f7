import { describe, expect, it } from 'vitest';
import { GOOD, judged, resultsOf } from '../manifests.fixture.ts';
import { resourceOf } from './constraints.ts';

const RULE = 'ValidatingAdmissionPolicy/demo';
const KINDS = '{apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}';

/** A policy of the form that the Kubernetes documentation shows. */
function policy(validations: string, more = '', constraints = `resourceRules: [${KINDS}]`): string {
  const match = constraints === '' ? '' : `  matchConstraints:\n    ${constraints}\n`;
  return `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: demo
spec:
${match}${more}  validations:
${validations}
`;
}

const holds = (expression: string) => `    - expression: ${JSON.stringify(expression)}`;
const outcomes = (policies: string) => resultsOf(GOOD, RULE, policies).map(({ result }) => result);

describe("a user's own policy", () => {
  it('passes, once for each object that it covers', () => {
    expect(resultsOf(GOOD, RULE, policy(holds('object.spec.replicas <= 5')))).toMatchObject([
      { result: 'pass', kind: 'Deployment', namespace: 'shop', name: 'order', line: 2 },
    ]);
  });

  it('fails with its message, its messageExpression, or its expression', () => {
    const three = [
      `${holds('object.spec.replicas > 5')}\n      message: too few`,
      `${holds('object.spec.replicas > 6')}\n      messageExpression: "'replicas is ' + string(object.spec.replicas)"\n      message: fixed`,
      holds('object.spec.replicas > 7'),
      `${holds('object.spec.replicas > 8')}\n      messageExpression: object.nothing\n      message: fixed`,
      holds('true'),
    ].join('\n');
    const results = resultsOf(GOOD, RULE, policy(three));
    expect(results.map(({ result, message }) => [result, message])).toEqual([
      ['fail', 'too few'],
      ['fail', 'replicas is 3'],
      ['fail', 'failed expression: object.spec.replicas > 7'],
      ['fail', 'fixed'],
    ]);
  });

  it('has variables that name each other, params, request and the old object as a cluster has them', () => {
    const variables = `  variables:
    - name: containers
      expression: object.spec.template.spec.containers
    - name: images
      expression: variables.containers.map(c, c.image)
    - name: never
      expression: object.nothing.at.all
`;
    const expression = `variables.images.all(image, image.startsWith('registry.example:5000/')) && params == null
      && request.operation == 'CREATE' && request.kind.kind == 'Deployment' && oldObject == null && namespaceObject == null`;
    expect(outcomes(policy(holds(expression), variables))).toEqual(['pass']);
  });

  it.each([
    ['object.spec.nothing == 1', 'No such key: nothing'],
    ['object.spec.replicas', 'no bool'],
    ["authorizer.group('').resource('pods').check('get').allowed()", 'authorizer'],
    ['object.spec.replicas >', ''],
  ])('is an error where it cannot be worked out: %s', (expression, why) => {
    expect(resultsOf(GOOD, RULE, policy(holds(expression)))).toMatchObject([
      { result: 'error', message: expect.stringContaining(why) },
    ]);
    expect(outcomes(policy(holds(expression), '  failurePolicy: Ignore\n'))).toEqual(['not-evaluated']);
  });

  it('judges nothing where a match condition says no, and errs where one cannot be worked out', () => {
    const condition = (expression: string) =>
      `  matchConditions: [{name: only, expression: ${JSON.stringify(expression)}}]\n`;
    expect(outcomes(policy(holds('false'), condition("object.metadata.name != 'order'")))).toEqual([]);
    expect(outcomes(policy(holds('false'), condition("object.metadata.name == 'order'")))).toEqual(['fail']);
    expect(outcomes(policy(holds('true'), condition('object.nothing == 1')))).toEqual(['error']);
  });

  it.each([
    ['resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]', 0],
    ['resourceRules: [{apiGroups: [apps], apiVersions: [v1beta1], operations: [CREATE], resources: [deployments]}]', 0],
    ['resourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: [DELETE], resources: [deployments]}]', 0],
    [
      'resourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments/scale]}]',
      0,
    ],
    [`resourceRules: [${KINDS.replace('}', ', scope: Cluster}')}]`, 0],
    [`resourceRules: [${KINDS.replace('}', ', resourceNames: [other]}')}]`, 0],
    [`{resourceRules: [${KINDS}], excludeResourceRules: [${KINDS}]}`, 0],
    [`{resourceRules: [${KINDS}], objectSelector: {matchLabels: {app: other}}}`, 0],
    [`{resourceRules: [${KINDS}], objectSelector: {}, namespaceSelector: {}}`, 1],
    ['resourceRules: [{apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*"]}]', 6],
  ])('covers what its constraints say: %s', (constraints, count) => {
    expect(outcomes(policy(holds('true'), '', constraints))).toEqual(Array(count).fill('pass'));
  });

  it('is an error where labels of the namespace decide', () => {
    const constraints = `{resourceRules: [${KINDS}], namespaceSelector: {matchLabels: {environment: test}}}`;
    expect(outcomes(policy(holds('true'), '', constraints))).toEqual(['error']);
  });

  it.each([
    policy('    []'),
    policy('    - message: nothing'),
    policy(holds('true'), '', ''),
    policy(holds('true'), '  variables: {a: 1}\n'),
    '{{ .Values.policy }}',
    'a: [',
  ])('is a trouble where a cluster would not take it', (text) => {
    expect(judged(GOOD, text).troubles).toHaveLength(1);
    expect(resultsOf(GOOD, RULE, text)).toEqual([]);
  });

  it('is not evaluated for an object that is a template', () => {
    const all = 'resourceRules: [{apiGroups: [""], apiVersions: ["*"], operations: ["*"], resources: [configmaps]}]';
    const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: "{{ x }}"}';
    expect(resultsOf(map, RULE, policy(holds('true'), '', all))).toMatchObject([{ result: 'not-evaluated' }]);
  });
});

describe('parameters of a policy', () => {
  const paramKind = '  paramKind: {apiVersion: rules.example.com/v1, kind: ReplicaLimit}\n';
  const limited = policy(holds('object.spec.replicas <= params.maxReplicas'), paramKind);
  const limit = (name: string, most: number) =>
    `---\napiVersion: rules.example.com/v1\nkind: ReplicaLimit\nmetadata: {name: ${name}, namespace: shop}\nmaxReplicas: ${most}\n`;
  const binding = (reference: string) => `---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: demo-binding}
spec: {policyName: demo, validationActions: [Deny], paramRef: {${reference}}}
`;

  it('are those that its binding names', () => {
    expect(outcomes(limited + binding('name: small') + limit('small', 2) + limit('large', 9))).toEqual(['fail']);
    expect(outcomes(limited + binding('name: large') + limit('small', 2) + limit('large', 9))).toEqual(['pass']);
  });

  it('are all that its binding selects, and each has to hold', () => {
    expect(outcomes(limited + binding('selector: {}') + limit('large', 9) + limit('larger', 10))).toEqual(['pass']);
    expect(outcomes(limited + binding('selector: {}') + limit('large', 9) + limit('small', 2))).toEqual(['fail']);
  });

  it('that are not there are an error, unless the binding allows it', () => {
    expect(outcomes(limited)).toEqual(['error']);
    expect(outcomes(limited + binding('name: small'))).toEqual(['error']);
    expect(outcomes(limited + binding('name: small, parameterNotFoundAction: Allow'))).toEqual([]);
    expect(outcomes(limited + binding('name: small, namespace: other') + limit('small', 9))).toEqual(['error']);
  });
});

describe('the resource of a kind', () => {
  it.each([
    ['Deployment', 'deployments'],
    ['Ingress', 'ingresses'],
    ['NetworkPolicy', 'networkpolicies'],
    ['Endpoints', 'endpoints'],
    ['CronJob', 'cronjobs'],
  ])('%s is %s', (kind, resource) => {
    expect(resourceOf(kind)).toBe(resource);
  });
});
