// Installs the dependencies when they are absent or older than the lock file. Plain JavaScript: it runs
// under whatever Node the machine has, before the project's own Node is there. Speaks on standard error only,
// so that a command's output stays clean.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const installed = join(root, 'node_modules', '.package-lock.json');
const lock = join(root, 'package-lock.json');

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.error('Installing dependencies (npm install) ...');
  // Not `npm ci`: it refuses a lock file without the binaries of other platforms, which some registries do not hold.
  const npm = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error('The dependencies could not be installed: npm install failed, see its message above.');
    process.exit(1);
  }
}
