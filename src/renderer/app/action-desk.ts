/** What each action of the table does, and when it can be done. */
import { tick } from 'svelte';
import { actionIds, type ActionId } from '../../shared/actions.js';
import type { Theme } from '../../shared/themes.js';
import { zoomedIn, zoomedOut } from '../../shared/zoom.js';
import type { AppState } from '../state/index.js';
import type { Screen } from '../state/navigation.svelte.js';

/** What only the shell itself can do. */
export type ShellActions = Readonly<Record<'find' | 'palette' | 'shortcuts', () => void>>;

type Deed = { readonly can: () => boolean; readonly run: () => void | Promise<unknown> };

export type ActionDesk = {
  /** Those that can be done now, in the table's order. Reactive. */
  readonly possible: () => readonly ActionId[];
  /** Does it, if it can be done now. */
  readonly run: (id: ActionId) => void;
};

export function createActionDesk(app: AppState, shell: ShellActions): ActionDesk {
  const { navigation, offers, settings, engine, builds, archives, logins, tour, selfUpdate } = app;
  const always = (): boolean => true;
  const go = (screen: Screen): Deed => ({ can: always, run: () => navigation.go(screen) });
  /** Only while a screen offers it. */
  const offered = (id: ActionId): Deed => ({ can: () => offers.has(id), run: () => offers.take(id) });
  /** Goes to the screen that offers it, first. */
  const offeredOn = (screen: Screen, id: ActionId, can: () => boolean): Deed => ({
    can,
    run: async () => {
      navigation.go(screen);
      const there = navigation.screen;
      await tick();
      offers.takeSoon(id, () => navigation.screen === there);
    },
  });
  const zoom = (to: (from: number) => number): Deed => ({
    can: () => settings.current !== null && to(settings.current.zoom) !== settings.current.zoom,
    run: () => settings.zoom(to),
  });
  const theme = (name: Theme): Deed => ({
    can: () => settings.current !== null && settings.current.theme !== name,
    run: () => settings.change({ theme: name }),
  });

  const deeds: Readonly<Record<ActionId, Deed>> = {
    'go-images': go({ name: 'images' }),
    'go-build': go({ name: 'build' }),
    'go-registries': go({ name: 'registries' }),
    'go-disk': go({ name: 'disk' }),
    'go-settings': go({ name: 'settings' }),
    back: { can: () => navigation.canGoBack, run: () => navigation.back() },
    find: { can: always, run: shell.find },
    activity: offered('activity'),
    pull: offeredOn({ name: 'images' }, 'pull', () => engine.connected),
    'load-archive': { can: () => engine.connected, run: () => archives.choose() },
    push: offered('push'),
    'add-tag': offered('add-tag'),
    compare: offered('compare'),
    'save-archive': offered('save-archive'),
    remove: offered('remove'),
    'open-project': {
      can: always,
      run: () => {
        navigation.go({ name: 'build' });
        return builds.choose();
      },
    },
    build: offered('build'),
    sample: { can: always, run: () => tour.openSample() },
    'cancel-build': offered('cancel-build'),
    'log-in': offeredOn({ name: 'registries' }, 'log-in', always),
    'log-out-everywhere': offeredOn(
      { name: 'registries' },
      'log-out-everywhere',
      () => logins.logins.length > 0,
    ),
    'look-for-update': {
      can: () => selfUpdate.canLook,
      run: () => {
        navigation.go({ name: 'settings' });
        return selfUpdate.look();
      },
    },
    'download-update': {
      can: () => selfUpdate.finding.type === 'found' && !selfUpdate.isDownloading,
      run: () => {
        navigation.go({ name: 'settings' });
        return selfUpdate.download();
      },
    },
    'install-update': {
      can: () => selfUpdate.finding.type === 'ready',
      run: () => {
        navigation.go({ name: 'settings' });
        return selfUpdate.restart();
      },
    },
    'theme-system': theme('system'),
    'theme-light': theme('light'),
    'theme-dark': theme('dark'),
    'theme-contrast': theme('contrast'),
    'zoom-in': zoom(zoomedIn),
    'zoom-out': zoom(zoomedOut),
    'zoom-reset': zoom(() => 1),
    engines: { can: always, run: () => engine.openPlaces() },
    'new-window': { can: always, run: () => app.client.app.newWindow() },
    palette: { can: always, run: shell.palette },
    shortcuts: { can: always, run: shell.shortcuts },
    tour: { can: always, run: () => tour.start() },
    report: { can: always, run: () => app.report.show() },
    'find-engine': { can: () => !engine.connected, run: () => app.client.engine.reconnect() },
  };

  return {
    possible: () => actionIds.filter((id) => deeds[id].can()),
    run: (id) => {
      if (deeds[id].can()) void deeds[id].run();
    },
  };
}
