/** What a label's value may be asked to be, and whether it is. */
import { SPDX_LICENSES } from './spdx-licenses.js';

/** hadolint's names for them. */
export type LabelKind = 'text' | 'url' | 'email' | 'rfc3339' | 'spdx' | 'semver' | 'hash';

const FORMS: Readonly<Record<LabelKind, (value: string) => boolean>> = {
  text: () => true,
  url: (value) => /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+(?:[/?#]\S*)?$/i.test(value),
  email: (value) => /^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/.test(value),
  rfc3339: isTimestamp,
  spdx: isLicense,
  semver: (value) =>
    /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/.test(
      value,
    ),
  hash: (value) => /^(?:[0-9a-f]{7}|[0-9a-f]{40}|[0-9a-f]{64})$/i.test(value),
};

export function isOfKind(value: string, kind: LabelKind): boolean {
  return FORMS[kind](value);
}

/** RFC 3339, section 5.6. */
function isTimestamp(value: string): boolean {
  const form = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
  return form.test(value) && !Number.isNaN(Date.parse(value.replace(' ', 'T')));
}

/** One of SPDX's list, or several joined with AND, OR and WITH. */
function isLicense(value: string): boolean {
  const ids = value
    .replace(/[()]/g, ' ')
    .trim()
    .split(/\s+(?:AND|OR)\s+/i);
  return ids.every((id) => /^LicenseRef-[\w.-]+$/.test(id) || SPDX_LICENSES.has(licenseOf(id)));
}

function licenseOf(id: string): string {
  return id
    .replace(/\s+WITH\s+[\w.-]+$/i, '')
    .replace(/\+$/, '')
    .toLowerCase();
}
