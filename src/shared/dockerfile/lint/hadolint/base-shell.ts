/** Which shell, and with it which tools, the image that a stage is built on is known to have. */
import type { StageModel } from '../model.js';

/** GNU's tools, and bash. */
const GNU =
  /(?:^|[/:-])(?:debian|ubuntu|fedora|centos|rockylinux|almalinux|buildpack-deps|bookworm|bullseye|trixie|jammy|noble)(?=$|[:@.-])/;
const BUSYBOX = /(?:^|[/:-])alpine/;

/** By the image's name; null where that doesn't tell. */
export function baseShell(stage: StageModel | null): '/bin/bash' | '/bin/ash' | null {
  let base = stage;
  while (base?.parent) base = base.parent;
  if (!base) return null;
  if (BUSYBOX.test(base.image)) return '/bin/ash';
  return GNU.test(base.image) ? '/bin/bash' : null;
}
