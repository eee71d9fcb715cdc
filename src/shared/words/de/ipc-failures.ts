import type { Translation } from '../message.js';
import type { ipcFailures as english } from '../en/ipc-failures.js';

export const ipcFailures: Translation<typeof english> = {
  'ipcFailures.noJob': 'Dieser Vorgang ist nicht mehr aufgelistet',
  'ipcFailures.noJob.detail': 'Er endete und wurde aus der Aktivitätsliste genommen.',

  'ipcFailures.bug': 'In Strata ging etwas schief',
  'ipcFailures.bug.detail': '„{channel}“ schlug auf eine Weise fehl, die Strata nicht vorhersah.',
  'ipcFailures.bug.remedy': 'Erneut versuchen. Geschieht es wieder, bitte mit dem Protokoll melden.',
  'ipcFailures.malformed': 'Diese Anfrage war nicht zu verstehen',
  'ipcFailures.malformed.detail':
    'Was an „{channel}“ gesandt wurde, hat nicht die erwartete Form; es wurde nichts getan.',

  'ipcFailures.ended': 'Strata wurde vom System beendet',
  'ipcFailures.ended.detail': 'Es wurde aufgefordert zu enden, während dies lief.',
  'ipcFailures.ended.remedy': 'Erneut starten.',
};
