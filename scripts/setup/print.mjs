/** What the scripts say aloud. One prefix, so that a log tells who spoke. */

/** @param {string} text */
export function say(text) {
  process.stderr.write(`strata: ${text}\n`);
}

/** Ends the script with the reason and what to do about it. @param {string} text @returns {never} */
export function giveUp(text) {
  say(text);
  process.exit(1);
}
