import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const RULES = '.oxlintrc.json';

interface Finding {
  readonly code: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

/** Paths of the project's files, and what each imports: files by their paths, too, and packages. */
export type Imports = Readonly<Record<string, readonly string[]>>;

/** Those of `imports` that lint refuses by the project's rules, were there such files. */
export function refusedImports(imports: Imports): Imports {
  // The rules name files by where they stand beside them.
  const tree = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    copyFileSync(join(ROOT, RULES), join(tree, RULES));
    for (const [file, targets] of Object.entries(imports)) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), targets.map((target, index) => lineOf(file, target, index)).join(''));
    }
    const { stdout } = spawnSync(join(ROOT, 'node_modules/.bin/oxlint'), ['--format', 'json'], {
      cwd: tree,
      encoding: 'utf8',
      maxBuffer: Infinity,
    });
    const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Finding[] };
    const findings = diagnostics.filter(({ code }) => code.includes('no-restricted-imports'));
    return Object.fromEntries(
      Object.entries(imports).map(([file, targets]) => {
        const lines = findings
          .filter(({ filename }) => filename === file)
          .map(({ labels }) => labels[0]?.span.line);
        return [file, targets.filter((_, index) => lines.includes(index + 1))];
      }),
    );
  } finally {
    rmSync(tree, { recursive: true });
  }
}

const lineOf = (file: string, target: string, index: number): string =>
  `export type { One${index} } from '${target.endsWith('.ts') ? relative(dirname(file), target) : target}';\n`;
