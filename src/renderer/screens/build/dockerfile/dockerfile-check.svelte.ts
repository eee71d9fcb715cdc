/** What there is to say about a Dockerfile as it is typed: findings, and each instruction explained. A pause behind the keys. */
import { explainFile, type Explanation } from '../../../../shared/dockerfile/explain/index.js';
import { lintDockerfile, type Finding, type LintOptions } from '../../../../shared/dockerfile/lint/index.js';
import { parseDockerfile } from '../../../../shared/dockerfile/parse.js';
import type { Diagnostic } from '../../../../shared/dockerfile/syntax.js';
import { say } from '../../../../shared/words/index.js';

export type Checked = {
  /** What was checked: ranges are of this text. */
  readonly text: string;
  readonly findings: readonly Finding[];
  /** One for each instruction, in their order. */
  readonly explanations: readonly Explanation[];
};

/** As long as keys follow one another faster than this, nothing is checked. */
const PAUSE_MS = 120;

export class DockerfileCheck {
  result: Checked | null = $state.raw(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Checks a text: the first at once, each later one when no other follows. */
  follow(text: string, options: LintOptions): void {
    clearTimeout(this.#timer);
    if (this.result === null) this.result = check(text, options);
    else this.#timer = setTimeout(() => (this.result = check(text, options)), PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** The finding of `text` that `finding` was of an earlier text; null when it is no more. */
export function sameFinding(finding: Finding, text: string, options: LintOptions): Finding | null {
  const alike = check(text, options).findings.filter(
    ({ rule, fix }) => rule === finding.rule && (fix !== undefined) === (finding.fix !== undefined),
  );
  const distance = ({ line }: Finding): number => Math.abs(line - finding.line);
  return alike.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function check(text: string, options: LintOptions): Checked {
  const file = parseDockerfile(text);
  const findings = [...file.diagnostics.map(asFinding), ...lintDockerfile(file, text, options)];
  return {
    text,
    findings: findings.filter((finding) => finding !== null),
    explanations: explainFile(file, options.arguments),
  };
}

/** What the engine would refuse. A warning of the parser is a rule's too, which has its fix. */
function asFinding({ severity, message, range }: Diagnostic): Finding | null {
  if (severity !== 'error') return null;
  return {
    rule: 'Syntax',
    codes: ['Syntax'],
    source: 'buildkit',
    severity,
    message,
    reason: say('editor.syntax.reason'),
    range,
    line: range.start.line,
  };
}
