/** Services of language models: a leaked key is a bill. */
import { BASE62, BASE64URL, HEX, prefixed, type SecretKind, shaped } from './kind.ts';

export const models: readonly SecretKind[] = [
  {
    id: 'openai-api-key',
    title: 'OpenAI API key',
    severity: 'critical',
    page: 'https://platform.openai.com/docs/api-reference/authentication',
    revoke: 'Revoke it at https://platform.openai.com/api-keys',
    // All of them have `OpenAI` in base64 in their middle.
    ...shaped(
      ['sk-'],
      `sk-(?:(?:proj|svcacct|admin|None)-)?[${BASE64URL}]{16,90}T3BlbkFJ[${BASE64URL}]{16,90}(?![${BASE64URL}])`,
    ),
  },
  {
    id: 'anthropic-api-key',
    title: 'Anthropic API key',
    severity: 'critical',
    page: 'https://docs.anthropic.com/en/api/admin-api/apikeys/get-api-key',
    revoke: 'Disable it at https://console.anthropic.com/settings/keys',
    ...shaped(['sk-ant-'], `sk-ant-(?:api|admin|oat|ort)[0-9]{2}-[${BASE64URL}]{80,128}(?![${BASE64URL}])`),
  },
  {
    id: 'huggingface-access-token',
    title: 'Hugging Face access token',
    severity: 'critical',
    page: 'https://huggingface.co/docs/hub/security-tokens',
    revoke: 'Invalidate it at https://huggingface.co/settings/tokens',
    ...prefixed(['hf_', 'api_org_'], BASE62, 34, 40),
  },
  {
    id: 'groq-api-key',
    title: 'Groq API key',
    severity: 'high',
    page: 'https://console.groq.com/docs/quickstart',
    revoke: 'Delete it at https://console.groq.com/keys',
    ...prefixed('gsk_', BASE62, 52),
  },
  {
    id: 'replicate-api-token',
    title: 'Replicate API token',
    severity: 'high',
    page: 'https://replicate.com/docs/topics/security/api-tokens',
    revoke: 'Disable it at https://replicate.com/account/api-tokens',
    ...prefixed('r8_', BASE62, 37),
  },
  {
    id: 'perplexity-api-key',
    title: 'Perplexity API key',
    severity: 'high',
    page: 'https://docs.perplexity.ai/guides/api-key-management',
    revoke: 'Delete it at https://www.perplexity.ai/account/api',
    ...prefixed('pplx-', BASE62, 48),
  },
  {
    id: 'openrouter-api-key',
    title: 'OpenRouter API key',
    severity: 'high',
    page: 'https://openrouter.ai/docs/api-reference/authentication',
    revoke: 'Delete it at https://openrouter.ai/settings/keys',
    ...prefixed('sk-or-v1-', HEX, 64),
  },
  {
    id: 'langsmith-api-key',
    title: 'LangSmith API key',
    severity: 'high',
    page: 'https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key',
    revoke: 'Delete it at https://smith.langchain.com/settings',
    ...shaped(['lsv2_'], `lsv2_(?:pt|sk)_[${HEX}]{32}_[${HEX}]{10}(?![${BASE62}])`),
  },
  {
    id: 'xai-api-key',
    title: 'xAI API key',
    severity: 'high',
    page: 'https://docs.x.ai/docs/tutorial',
    revoke: 'Delete it at https://console.x.ai',
    ...prefixed('xai-', BASE62, 80),
  },
  {
    id: 'nvidia-api-key',
    title: 'NVIDIA API key',
    severity: 'high',
    page: 'https://docs.nvidia.com/ngc/latest/ngc-user-guide.html#generating-api-key',
    revoke: 'Delete it at https://org.ngc.nvidia.com/setup/api-keys',
    ...prefixed('nvapi-', BASE64URL, 64),
  },
];
