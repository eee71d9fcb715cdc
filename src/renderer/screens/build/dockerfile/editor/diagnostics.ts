/** Findings under the text that they are about, each with its fix. */
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Finding } from '../../../../../shared/dockerfile/lint/index.js';

const SEVERITIES = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  style: 'hint',
} as const satisfies Record<Finding['severity'], Diagnostic['severity']>;

export const diagnostics: Extension = lintGutter();

/** Shows these findings of the text that the editor has now, in the place of all shown before. */
export function showFindings(
  view: EditorView,
  findings: readonly Finding[],
  onfix: (finding: Finding) => void,
): void {
  const { length } = view.state.doc;
  const shown = findings
    .filter(({ range }) => range.end.offset <= length)
    .map((finding): Diagnostic => {
      const { range, severity, message, rule, fix } = finding;
      return {
        from: range.start.offset,
        to: range.end.offset,
        severity: SEVERITIES[severity],
        source: rule,
        message,
        ...(fix ? { actions: [{ name: fix.title, apply: () => onfix(finding) }] } : {}),
      };
    });
  view.dispatch(setDiagnostics(view.state, shown));
}
