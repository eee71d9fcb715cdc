import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lintDockerfile, type Finding } from '../../../../shared/dockerfile/lint/index.js';
import { parseDockerfile } from '../../../../shared/dockerfile/parse.js';
import Findings from './Findings.svelte';

afterEach(cleanup);

function show(text: string) {
  const ongo = vi.fn<(line: number) => void>();
  const onfix = vi.fn<(finding: Finding) => void>();
  render(Findings, { props: { findings: lintDockerfile(parseDockerfile(text), text), ongo, onfix } });
  return { ongo, onfix };
}

describe('the list of findings', () => {
  it('leads to the line of a finding', async () => {
    const { ongo } = show('FROM scratch\nCMD serve\n');
    const list = within(screen.getByRole('list', { name: 'Findings' }));
    await fireEvent.click(list.getByRole('button', { name: /^JSON arguments recommended for CMD.* line 2/ }));
    expect(ongo).toHaveBeenCalledExactlyOnceWith(2);
  });

  it('tells why when it is asked, and by whose rule', async () => {
    show('FROM scratch\nCMD serve\n');
    const why = screen.getByRole('button', { name: /^Why: JSON/ });
    expect(screen.getByText(/process 1/).closest('[hidden]')).not.toBeNull();
    await fireEvent.click(why);
    expect(why.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText(/process 1/).closest('[hidden]')).toBeNull();
    expect(screen.getByText(/A rule of BuildKit; hadolint has it as DL3025/)).toBeDefined();
  });

  it('hands out the fix of a finding that has one', async () => {
    const { onfix } = show('FROM scratch AS Base\n');
    await fireEvent.click(screen.getByRole('button', { name: /^Fix: Write the name in lowercase/ }));
    expect(onfix).toHaveBeenCalledOnce();
    expect(onfix.mock.calls[0]?.[0].fix?.edits[0]?.text).toBe('base');
  });

  it('shows the first of many, and the rest when they are asked for', async () => {
    show(`FROM scratch\n${'MAINTAINER Ada\n'.repeat(60)}`);
    const warnings = within(screen.getByRole('list', { name: /Warnings|Errors/ }));
    expect(warnings.getAllByRole('listitem')).toHaveLength(50);
    await fireEvent.click(screen.getByRole('button', { name: 'Show 10 more' }));
    expect(warnings.getAllByRole('listitem')).toHaveLength(60);
  });

  it('says so when there is nothing', () => {
    show('FROM scratch\n');
    expect(screen.queryByRole('list')).toBeNull();
    expect(screen.getByText(/Nothing to mention/)).toBeDefined();
  });
});
