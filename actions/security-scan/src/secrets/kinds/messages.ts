/** Mail, messages and chats. */
import { BASE62, BASE64URL, HEX, named, prefixed, type SecretKind, shaped } from './kind.ts';

const SLACK = 'https://docs.slack.dev/authentication/tokens';
const SLACK_REVOKE = 'curl -H "Authorization: Bearer <the token>" https://slack.com/api/auth.revoke';

const slack: readonly SecretKind[] = [
  {
    id: 'slack-bot-token',
    title: 'Slack bot token',
    severity: 'critical',
    page: SLACK,
    revoke: SLACK_REVOKE,
    ...shaped(['xoxb-'], `xoxb-[0-9]{8,14}-(?:[0-9]{8,14}-)?[${BASE62}]{18,40}(?![${BASE62}])`),
  },
  {
    id: 'slack-user-token',
    title: 'Slack user token',
    severity: 'critical',
    page: SLACK,
    revoke: SLACK_REVOKE,
    ...shaped(
      ['xoxp-', 'xoxe-', 'xoxs-', 'xoxo-', 'xoxa-', 'xoxr-', 'xoxc-', 'xoxd-'],
      `xox[pesoarcd]-(?:[0-9]{1,14}-){0,4}[A-Za-z0-9%]{16,256}(?:-[${BASE62}]{6,64}){0,2}(?![${BASE62}-])`,
    ),
  },
  {
    id: 'slack-config-access-token',
    title: 'Slack rotating token',
    severity: 'critical',
    page: 'https://docs.slack.dev/authentication/using-token-rotation',
    revoke: SLACK_REVOKE,
    ...shaped(
      ['xoxe.xox', 'xoxe-'],
      `(?:xoxe\\.xox[bp]-[0-9]-[${BASE62}]{120,200}|xoxe-[0-9]-[${BASE62}]{120,200})(?![${BASE62}])`,
    ),
  },
  {
    id: 'slack-app-token',
    title: 'Slack app token',
    severity: 'critical',
    page: SLACK,
    revoke: 'Revoke it on the page of the app at https://api.slack.com/apps',
    ...shaped(['xapp-'], `xapp-[0-9]-[A-Z0-9]{8,14}-[0-9]{8,15}-[${HEX}]{32,128}(?![${BASE62}])`),
  },
  {
    id: 'slack-webhook-url',
    title: 'Slack webhook',
    severity: 'high',
    page: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
    revoke: 'Remove it on the page of the app at https://api.slack.com/apps',
    literals: ['hooks.slack.com/'],
    pattern: `hooks\\.slack\\.com/(?:services/T[A-Z0-9]{7,14}/B[A-Z0-9]{7,14}|workflows/T[A-Z0-9]{7,14}/A[A-Z0-9]{7,14}/[0-9]{10,20}|triggers/[A-Z0-9]{7,14}/[0-9]{8,20})/(?<secret>[${BASE62}]{20,40})`,
  },
];

const chats: readonly SecretKind[] = [
  {
    id: 'telegram-bot-api-token',
    title: 'Telegram bot token',
    severity: 'high',
    page: 'https://core.telegram.org/bots/api#authorizing-your-bot',
    revoke: 'Send /revoke to @BotFather',
    literals: [':a'],
    before: 16,
    pattern: `(?<![A-Za-z0-9])(?:bot)?(?<secret>[0-9]{8,10}:A[${BASE64URL}]{34})(?![${BASE64URL}])`,
  },
  {
    id: 'discord-bot-token',
    title: 'Discord bot token',
    severity: 'high',
    page: 'https://discord.com/developers/docs/reference#authentication',
    revoke: 'Reset it at https://discord.com/developers/applications',
    // Nothing in it is always the same: the first part is the bot's id, digits in base64.
    literals: ['discord', 'bot', 'token'],
    everywhere: true,
    pattern: `(?<![.${BASE64URL}])[MNO][A-Za-z0-9]{23,26}\\.[${BASE64URL}]{6}\\.[${BASE64URL}]{27,45}(?![${BASE64URL}])`,
    check: (secret) =>
      /^\d{17,20}$/.test(Buffer.from(secret.split('.')[0] ?? '', 'base64url').toString()) ? 'secret' : 'placeholder',
  },
  {
    id: 'discord-webhook-url',
    title: 'Discord webhook',
    severity: 'high',
    page: 'https://discord.com/developers/docs/resources/webhook',
    revoke: 'curl -X DELETE <the URL>',
    literals: ['discord.com/api/', 'discordapp.com/api/'],
    pattern: `discord(?:app)?\\.com/api/(?:v[0-9]{1,2}/)?webhooks/[0-9]{16,20}/(?<secret>[${BASE64URL}]{60,80})(?![${BASE64URL}])`,
  },
  {
    id: 'microsoft-teams-webhook',
    title: 'Microsoft Teams webhook',
    severity: 'high',
    page: 'https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
    revoke: 'Remove the connector from the channel',
    literals: ['.webhook.office.com/'],
    pattern: `\\.webhook\\.office\\.com/webhookb2/[0-9a-f-]{36}@[0-9a-f-]{36}/IncomingWebhook/(?<secret>[0-9a-f]{32})`,
  },
];

const mail: readonly SecretKind[] = [
  {
    id: 'twilio-api-key',
    title: 'Twilio API key',
    severity: 'high',
    page: 'https://www.twilio.com/docs/glossary/what-is-a-sid',
    revoke: 'Delete it at https://console.twilio.com/us1/account/keys-credentials/api-keys',
    ...prefixed('SK', HEX, 32),
  },
  {
    id: 'twilio-auth-token',
    title: 'Twilio auth token',
    severity: 'critical',
    page: 'https://www.twilio.com/docs/iam/api/authtoken',
    revoke: 'Promote the secondary one: https://www.twilio.com/docs/iam/api/authtoken',
    ...named(
      [
        ['twilio', 'auth', 'token'],
        ['twilio', 'token'],
        ['twilio', 'secret'],
      ],
      `[${HEX}]{32}(?![${BASE62}])`,
    ),
  },
  {
    id: 'sendgrid-api-token',
    title: 'SendGrid API key',
    severity: 'critical',
    page: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
    revoke: 'Delete it at https://app.sendgrid.com/settings/api_keys',
    ...shaped(['sg.'], `SG\\.[${BASE64URL}]{22}\\.[${BASE64URL}]{43}(?![${BASE64URL}])`),
  },
  {
    id: 'mailgun-private-api-token',
    title: 'Mailgun API key',
    severity: 'high',
    page: 'https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth',
    revoke: 'Delete it at https://app.mailgun.com/settings/api_security',
    ...shaped(['key-'], `key-[${HEX}]{32}(?![${BASE62}])`),
  },
  {
    id: 'mailgun-signing-key',
    title: 'Mailgun API key',
    severity: 'high',
    page: 'https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/rbac-mgmt',
    revoke: 'Delete it at https://app.mailgun.com/settings/api_security',
    literals: ['mailgun', 'mg_'],
    anyCase: true,
    pattern: `(?:mailgun|mg_)[a-z0-9_.-]{0,40}["'\`]?\\s{0,8}(?:=>|:=|[:=,])\\s{0,8}["'\`]?(?<secret>[${HEX}]{32}-[${HEX}]{8}-[${HEX}]{8})(?![${HEX}])`,
  },
  {
    id: 'mailchimp-api-key',
    title: 'Mailchimp API key',
    severity: 'high',
    page: 'https://mailchimp.com/help/about-api-keys/',
    revoke: 'Revoke it at https://admin.mailchimp.com/account/api/',
    literals: ['-us'],
    before: 32,
    pattern: `(?<![${BASE62}-])[${HEX}]{32}-us[0-9]{1,2}(?![${BASE62}])`,
  },
  {
    id: 'sendinblue-api-token',
    title: 'Brevo API key',
    severity: 'high',
    page: 'https://developers.brevo.com/docs/getting-started',
    revoke: 'Delete it at https://app.brevo.com/settings/keys/api',
    ...shaped(['xkeysib-', 'xsmtpsib-'], `x(?:key|smtp)sib-[${HEX}]{64}-[${BASE62}]{16}(?![${BASE62}])`),
  },
  {
    id: 'resend-api-key',
    title: 'Resend API key',
    severity: 'high',
    page: 'https://resend.com/docs/api-reference/introduction',
    revoke: 'Delete it at https://resend.com/api-keys',
    ...shaped(['re_'], `re_[${BASE62}]{7,10}_[${BASE62}]{22,26}(?![A-Za-z0-9_])`),
  },
];

export const messages: readonly SecretKind[] = [...slack, ...chats, ...mail];
