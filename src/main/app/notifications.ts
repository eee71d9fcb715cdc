/** The system's own notifications. */
import { Notification, type BrowserWindow } from 'electron';
import type { Notice } from './job-notices.js';

/** Held until they are gone: one that is collected as garbage hears no click. */
const shown = new Set<Notification>();

export function showNotice(notice: Notice, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ ...notice, silent: true });
  const done = (): void => void shown.delete(notification);
  notification.on('click', onClick);
  notification.on('click', done);
  notification.on('close', done);
  notification.on('failed', done);
  shown.add(notification);
  notification.show();
}

type Bringable = Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>;

export function bringToFront(window: Bringable): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
