/** What it means that a file of Strata's own could not be read. */
import type { KeptThing } from '../../shared/contract/kept.js';

/** What was in it, and what holds now. */
export const damagedWords: Readonly<Record<KeptThing, { readonly name: string; readonly lost: string }>> = {
  settings: { name: 'Settings', lost: 'The defaults are in use.' },
  logins: {
    name: 'The list of logins',
    lost: 'The keychain still holds the passwords. Log in again where you need to.',
  },
  'docker-helper': {
    name: 'What stood in docker’s config before Strata’s helper',
    lost: 'Switching the helper off will only take its name out.',
  },
  projects: { name: 'How projects were last built', lost: 'They open with the usual options.' },
  builds: { name: 'A past build', lost: 'It is missing from the history.' },
  forecasts: { name: 'What builds have taught', lost: 'Forecasts begin anew with the next build.' },
  tags: { name: 'Moves of tags', lost: 'Those that could not be read are missing from their history.' },
  'pushed-layers': {
    name: 'What was pushed where',
    lost: 'The next plan of a push may be less exact; what is pushed is not.',
  },
  updates: { name: 'What registries said of newer images', lost: 'It is asked anew.' },
  'self-update': {
    name: 'Which releases of Strata were offered before',
    lost: 'An older one than was offered before isn’t known for what it is; one older than this Strata still is.',
  },
};
