import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const dir = mkdtempSync(join(tmpdir(), 'commands-'));
afterAll(() => rmSync(dir, { recursive: true }));

const COMMANDS = {
  report: 'core/headless/report.ts',
  forecast: 'core/headless/forecast.ts',
  heatmap: 'core/headless/heatmap.ts',
  score: 'core/headless/score.ts',
  levels: 'core/headless/levels.ts',
  warnings: 'core/headless/warnings.ts',
  risk: 'core/headless/risk.ts',
  sites: 'core/headless/sites.ts',
  touch: 'core/headless/touch.ts',
  parse: 'core/headless/parse.ts',
  live: 'core/headless/live.ts',
  replay: 'test/support/replay.ts',
  start: 'test/support/start.ts',
  bench: 'test/bench/run.ts',
  'bench:browser': 'test/bench/browser.ts',
  soak: 'test/support/soak.ts',
};

/** What one process has compiled, which the next ones need too. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(dir, 'compiled') };

const run = (file: string, ...argv: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...argv], { encoding: 'utf8', env });
  return { status, stdout, stderr };
};

describe.each(Object.entries(COMMANDS))('%s', (name, file) => {
  test('says how it is used', { timeout: 20_000 }, () => {
    const { status, stdout, stderr } = run(file, '--help');

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^.+\n\nUsage: npm (run --silent )?${name}\\b`));
    expect(stdout).toContain('--help');
    expect(stdout).toMatch(new RegExp(`\nExample: npm (run --silent )?${name}\\b`));
  });

  test('names an option that it does not know in one line, and exits with 2', { timeout: 20_000 }, () => {
    const { status, stdout, stderr } = run(file, '--nonsense');

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^--nonsense: no such option; .+\n$/);
  });
});

test('a file that is not there is one line and exit code 2', { timeout: 20_000 }, () => {
  const { status, stderr } = run(COMMANDS.levels, '--daily', join(dir, 'none.csv'), '--at', '2026-01-01');

  expect(status).toBe(2);
  expect(stderr).toMatch(/^.*none\.csv.*\n$/);
});

test('commands that print JSON anyway take --json too', { timeout: 20_000 }, () => {
  const pages = join(dir, 'pages.json');
  writeFileSync(pages, '[]');

  expect(run(COMMANDS.sites, pages, '--json')).toEqual({ status: 0, stdout: '[]\n', stderr: '' });
  expect(run(COMMANDS.risk, '--json', pages)).toEqual({ status: 0, stdout: '[]\n', stderr: '' });
});
