/**
 * What secrets look like: the forms that services document for their own keys, and assignments whose name and value both say so.
 * One regular expression a kind; each finds the secret itself in its group `secret`, or as the whole match.
 */
import type { Key } from '../words/index.js';

type KindOf<K> = K extends `secrets.kind.${infer Kind}` ? Kind : never;
/** What a form of secret is called; the catalogue has what it is, as a person would say it. */
export type SecretKind = KindOf<Key>;

export type SecretRule = {
  readonly id: SecretKind;
  /** What every match holds: a text without it needs no closer look. */
  readonly marker: string;
  readonly pattern: RegExp;
};

/** Nothing but these forms have; so few letters around them matter. All are linear: no nested repetition. */
export const rules: readonly SecretRule[] = [
  {
    id: 'private-key',
    marker: 'PRIVATE KEY',
    // With what it is made of: only the first line of one stands in many a program.
    pattern:
      /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY(?: BLOCK)?-----(?:\\r|\\n|\s){1,8}(?:[\w-]{1,40}: [^\n]{1,200}\s{1,4}){0,4}[A-Za-z0-9+/=]{32}/g,
  },
  {
    id: 'aws-access-key',
    marker: 'IA',
    pattern: /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])/g,
  },
  {
    id: 'aws-secret-key',
    marker: '_',
    pattern:
      /aws_secret_access_key["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])/gi,
  },
  {
    id: 'github-token',
    marker: '_',
    pattern: /(?<![\w-])(?:gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_[A-Za-z0-9_]{82})(?![\w-])/g,
  },
  {
    id: 'gitlab-token',
    marker: 'gl',
    pattern: /(?<![\w-])gl(?:pat|dt|rt|cbt)-[\w-]{20,100}(?![\w-])/g,
  },
  {
    id: 'slack-token',
    marker: 'xox',
    pattern: /(?<![\w-])xox[abeprs]-[\w-]{20,200}/g,
  },
  {
    id: 'slack-webhook',
    marker: 'hooks.slack.com',
    pattern: /https:\/\/hooks\.slack\.com\/services\/T\w{6,20}\/B\w{6,20}\/\w{20,40}/g,
  },
  {
    id: 'npm-token',
    marker: 'npm_',
    pattern: /(?<![\w-])npm_[A-Za-z0-9]{36}(?![\w-])/g,
  },
  {
    id: 'npmrc-auth',
    marker: ':_',
    pattern: /:_(?:authToken|auth|password)=(?<secret>[^\s$]{8,400})/g,
  },
  {
    id: 'pypi-token',
    marker: 'pypi-',
    pattern: /(?<![\w-])pypi-AgEIcHlwaS5vcmc[\w-]{50,400}/g,
  },
  {
    id: 'docker-token',
    marker: 'dckr_',
    pattern: /(?<![\w-])dckr_(?:pat|oat)_[\w-]{27,64}/g,
  },
  {
    id: 'docker-auth',
    marker: '"auth"',
    pattern: /"auth"\s{0,4}:\s{0,4}"(?<secret>[A-Za-z0-9+/]{8,2000}={0,2})"/g,
  },
  {
    id: 'google-key',
    marker: 'AIza',
    pattern: /(?<![\w-])AIza[\w-]{35}(?![\w-])/g,
  },
  {
    id: 'stripe-key',
    marker: 'k_live_',
    pattern: /(?<![\w-])[sr]k_live_[A-Za-z0-9]{16,128}/g,
  },
  {
    id: 'sendgrid-key',
    marker: 'SG.',
    pattern: /(?<![\w-])SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/g,
  },
  {
    id: 'openai-key',
    marker: 'sk-',
    pattern: /(?<![\w-])sk-(?:proj-|ant-)[\w-]{32,256}/g,
  },
  {
    id: 'azure-key',
    marker: 'AccountKey=',
    pattern: /AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)/g,
  },
  {
    id: 'jwt',
    marker: 'eyJ',
    pattern: /(?<![\w-])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{20,1000}(?![\w-])/g,
  },
  {
    id: 'url-password',
    marker: '://',
    pattern:
      /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/?#:@"'<>]{1,100}:(?<secret>[^\s/?#@"'<>]{6,200})@[\w.-]{2,253}/g,
  },
];

/** How a variable or setting that holds a secret is called: by its last word. */
export const secretName =
  /(?:pass(?:word|wd|phrase)?|secret|token|credential|(?:api|access|private|account|auth|encryption|signing)[_-]?key)s?$/i;

/** `NAME=value`, `name: value`, `"name": "value"` on a line, of which both name and value have to look like it. */
export const assignment =
  /(?:^|[\s,{;])["']?(?<name>[A-Za-z_][\w.-]{0,100})["']?[ \t]{0,8}(?:=|:)[ \t]{0,8}(?:"(?<double>[^"\n]{8,400})"|'(?<single>[^'\n]{8,400})'|(?<bare>[^\s"',;(){}[\]<>]{8,400}))/g;
