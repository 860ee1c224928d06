import { spawn } from 'node:child_process';

/** One command of a run, whose output is shown in one piece. */
interface Section {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Shows sections in the order in which they were announced, the first that has not ended as it goes on. */
export function createSections(cwd: string) {
  const waiting: { held: string[]; hasEnded: boolean }[] = [];

  const show = () => {
    for (let [first] = waiting; first !== undefined; [first] = waiting) {
      process.stdout.write(first.held.splice(0).join(''));
      if (!first.hasEnded) return;
      waiting.shift();
    }
  };

  /** Takes the section's place in the output; the answer starts it, and tells whether it went well. */
  const announce = ({ name, command, args, env = {} }: Section): (() => Promise<boolean>) => {
    const part = { held: [] as string[], hasEnded: false };
    waiting.push(part);
    const write = (text: string) => {
      part.held.push(text);
      if (waiting[0] === part) show();
    };
    return async () => {
      const startedAt = performance.now();
      write(`\n== ${name}\n`);
      const child = spawn(command, args, {
        cwd,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...env },
        shell: process.platform === 'win32',
      });
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', write);
      const status = await new Promise<number | null>((resolve) => {
        child.on('error', (error) => {
          write(`${error.message}\n`);
          resolve(null);
        });
        child.on('close', (code, signal) => {
          if (signal !== null) write(`== ${name} was ended by ${signal}\n`);
          resolve(code);
        });
      });
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      write(`== ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s\n`);
      part.hasEnded = true;
      show();
      return status === 0;
    };
  };

  return { announce };
}
