import type { Translation } from '../message.js';
import type { client as english } from '../en/client.js';

export const client: Translation<typeof english> = {
  'client.noAnswer': 'Strata hat nicht geantwortet',
  'client.noAnswer.detail': 'Der Aufruf „{channel}“ wurde vom Hauptprozess abgelehnt.',
  'client.noAnswer.remedy': 'Strata neu starten. Geschieht es erneut, steht mehr im Protokoll.',
};
