import { describe, expect, it } from 'vitest';
import { chance } from '../chance.fixture.ts';
import { found, HEAD, RULE, secret } from './manifest.fixture.ts';

const c = chance(41);
const value = c.base62(14);

describe('what is no such Secret', () => {
  it.each([
    [
      'another kind',
      HEAD.replace('Secret', 'SealedSecret').replace('v1', 'bitnami.com/v1alpha1') +
        `spec: {encryptedData: {password: AgB${c.base64(400)}}}`,
    ],
    ['another apiVersion', secret('stringData', `password: ${value}`).replace('v1', 'acme.io/v1')],
    ['a token that the cluster makes', `${HEAD}type: kubernetes.io/service-account-token\n`],
    ['a ConfigMap beside one', `${HEAD}---\napiVersion: v1\nkind: ConfigMap\ndata: {password: ${value}}\n`],
    [
      'a generator of kustomize',
      `kind: Kustomization\nsecretGenerator: [{name: Secret, literals: [password=${value}]}]\n`,
    ],
    ['a reference to one', `kind: Deployment\nspec: {secretKeyRef: {kind: Secret, name: x, key: password}}\n`],
    [
      'a template of Helm',
      secret(
        'data',
        'password: {{ .Values.password | b64enc | quote }}\ntoken: "{{ .Values.token }}"\n{{- range $k, $v := .Values.all }}\n{{ $k }}: {{ $v | b64enc }}\n{{- end }}',
      ),
    ],
    [
      'a template of Helm in the text',
      secret('stringData', 'password: {{ .Values.password }}-x\ntoken: "{{ include "x"\n  . }}"'),
    ],
    ['data that is no base64', secret('data', 'password: hunter2!\ntoken: {a: b}\nkey: [a]')],
    [
      'a value that is elsewhere',
      secret('stringData', `password: !vault |\n  $x${value}\ntoken: !reference [a, b]\nkey: *none`),
    ],
    ['an empty one', `${HEAD}data:\nstringData: {}\n`],
    ['broken YAML', `${HEAD}stringData:\n  password: ${value}\n bad: [}\n`],
  ])('%s', async (_, content) => {
    expect((await found(content)).places).toEqual([]);
  });

  it('is a text that is neither YAML nor JSON', async () => {
    expect((await found({ 'README.md': secret('stringData', `password: ${value}`) })).places).toEqual([]);
  });

  it('is one that people have switched off, or let through', async () => {
    const content = secret('stringData', `password: ${value}`);
    const files = { 'k8s/secret.yaml': content };
    const off = `[extend]\nuseDefault = true\ndisabledRules = ["${RULE}"]\n`;
    expect((await found(files, { '.gitleaks.toml': off })).places).toEqual([]);
    const rule = `[[rules]]\nid = "${RULE}"\n[[rules.allowlists]]\npaths = ['''^k8s/''']\n`;
    expect((await found(files, { '.gitleaks.toml': rule })).places).toEqual([]);
    expect((await found(files, { '.gitleaks.toml': '[extend]\nuseDefault = false\n' })).places).toEqual([]);
  });
});
