import type { Translation } from '../message.js';
import type { secrets as english } from '../en/secrets.js';

export const secrets: Translation<typeof english> = {
  'secrets.kind.private-key': 'ein privater Schlüssel',
  'secrets.kind.aws-access-key': 'eine AWS-Zugriffsschlüssel-ID',
  'secrets.kind.aws-secret-key': 'ein geheimer AWS-Zugriffsschlüssel',
  'secrets.kind.github-token': 'ein GitHub-Token',
  'secrets.kind.gitlab-token': 'ein GitLab-Token',
  'secrets.kind.slack-token': 'ein Slack-Token',
  'secrets.kind.slack-webhook': 'ein Slack-Webhook',
  'secrets.kind.npm-token': 'ein npm-Token',
  'secrets.kind.npmrc-auth': 'eine npm-Anmeldung',
  'secrets.kind.pypi-token': 'ein PyPI-Token',
  'secrets.kind.docker-token': 'ein Docker-Hub-Token',
  'secrets.kind.docker-auth': 'eine Docker-Anmeldung',
  'secrets.kind.google-key': 'ein Google-API-Schlüssel',
  'secrets.kind.stripe-key': 'ein Stripe-Schlüssel',
  'secrets.kind.sendgrid-key': 'ein SendGrid-Schlüssel',
  'secrets.kind.openai-key': 'ein Schlüssel eines KI-Dienstes',
  'secrets.kind.azure-key': 'ein Azure-Storage-Schlüssel',
  'secrets.kind.jwt': 'ein JSON Web Token',
  'secrets.kind.url-password': 'ein Passwort in einer Adresse',
  'secrets.valueOf': 'der Wert von {name}',
  'secrets.named': 'ein Wert, dessen Name sagt, dass er geheim ist',
  'secrets.hint': '{start}… ({length} Zeichen)',
  'secrets.withArguments': '{keyword} mit Build-Argumenten',
  'secrets.remedy.environment':
    'Die ENV-Zeile entfernen und den Wert beim Erstellen eines Containers mitgeben: -e NAME.',
  'secrets.remedy.label': 'Die LABEL-Zeile entfernen.',
  'secrets.remedy.step':
    'Ein Build-Secret (RUN --mount=type=secret) anstelle eines Arguments oder eines Werts im Text verwenden.',
};
