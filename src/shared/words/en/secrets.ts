/** What looks like a secret in an image, and what keeps it out of the next build. */
import { message } from '../message.js';

export const secrets = {
  'secrets.kind.private-key': 'a private key',
  'secrets.kind.aws-access-key': 'an AWS access key id',
  'secrets.kind.aws-secret-key': 'an AWS secret access key',
  'secrets.kind.github-token': 'a GitHub token',
  'secrets.kind.gitlab-token': 'a GitLab token',
  'secrets.kind.slack-token': 'a Slack token',
  'secrets.kind.slack-webhook': 'a Slack webhook',
  'secrets.kind.npm-token': 'an npm token',
  'secrets.kind.npmrc-auth': 'a login of npm',
  'secrets.kind.pypi-token': 'a PyPI token',
  'secrets.kind.docker-token': 'a Docker Hub token',
  'secrets.kind.docker-auth': 'a login of docker',
  'secrets.kind.google-key': 'a Google API key',
  'secrets.kind.stripe-key': 'a Stripe key',
  'secrets.kind.sendgrid-key': 'a SendGrid key',
  'secrets.kind.openai-key': 'a key of an AI service',
  'secrets.kind.azure-key': 'an Azure storage key',
  'secrets.kind.jwt': 'a JSON web token',
  'secrets.kind.url-password': 'a password in an address',
  'secrets.valueOf': message<{ name: string }>('the value of {name}'),
  'secrets.named': 'a value whose name says that it is secret',
  'secrets.hint': message<{ start: string; length: number }>(
    '{start}… ({length, plural, one {{length} character} other {{length} characters}})',
  ),
  'secrets.withArguments': message<{ keyword: string }>('{keyword} with build arguments'),
  'secrets.remedy.environment':
    'Take the ENV line out, and give the value when a container is made: -e NAME.',
  'secrets.remedy.label': 'Take the LABEL line out.',
  'secrets.remedy.step':
    'Use a build secret (RUN --mount=type=secret) in place of an argument or a written value.',
} as const;
