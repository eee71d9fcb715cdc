/** What BuildKit's checks have in common (moby/buildkit frontend/dockerfile/linter/ruleset.go). */
import type { Rule } from '../rule.js';

/** With the page that Docker has for each; its address is made of the name. */
export function buildkitRule(
  name: string,
  rest: Omit<Rule, 'name' | 'source' | 'severity' | 'url' | 'check'> & {
    readonly severity?: Rule['severity'];
    /** False for the one without a page. */
    readonly hasPage?: boolean;
    readonly check: Rule['check'];
  },
): Rule {
  const { hasPage = true, severity = 'warning', ...own } = rest;
  const page = hasPage ? { url: `https://docs.docker.com/go/dockerfile/rule/${slug(name)}/` } : {};
  return { name, source: 'buildkit', severity, ...page, ...own };
}

/** `JSONArgsRecommended` → `json-args-recommended` */
function slug(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** A text as Go's %q writes it. */
export const quoted = (text: string): string => JSON.stringify(text);
