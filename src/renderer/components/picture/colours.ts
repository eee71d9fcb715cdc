/** The tokens' colours as values: a saved picture has no stylesheet. */

const tokens = {
  surface: '--surface-raised',
  sunken: '--surface-sunken',
  text: '--text',
  muted: '--text-muted',
  border: '--border',
  edge: '--border-strong',
  unique: '--band-unique',
  uniqueEdge: '--band-unique-edge',
  shared: '--band-shared',
  sharedLine: '--band-shared-line',
  sharedEdge: '--band-shared-edge',
  danger: '--danger',
  dangerSurface: '--danger-surface',
  transfer: '--kind-transfer',
  pull: '--kind-pull',
  run: '--kind-run',
  copy: '--kind-copy',
  export: '--kind-export',
} as const;

export type PictureColours = Readonly<Record<keyof typeof tokens, string>>;

/** As `host` sees them now: the theme that is chosen, with as much contrast. */
export function coloursAt(host: HTMLElement): PictureColours {
  const probe = host.appendChild(document.createElement('span'));
  const entries = Object.entries(tokens).map(([name, token]) => {
    probe.style.color = `var(${token})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(entries) as PictureColours;
}
