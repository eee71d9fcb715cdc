/** Names that say that what they hold is a secret (moby/buildkit dockerfile2llb/validations.go getSecretsRegex). */

const SECRET = /(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)/i;
const NOT_SECRET = /(?:_|^)(?:public|file|version)(?:_|$)/i;

/** `API_KEY`, `GITHUB_TOKEN`; not `PUBLIC_KEY` or `PASSWORD_FILE`. */
export function looksSecret(name: string): boolean {
  return SECRET.test(name) && !NOT_SECRET.test(name);
}
