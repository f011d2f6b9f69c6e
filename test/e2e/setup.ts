import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of a Chromium, or why there is none. */
    chromium: { path: string } | { missing: string };
    address: string;
  }
}

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Finds a Chromium, or installs Debian's where that is allowed, and serves the built app for the browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium() ?? installChromium();
  project.provide('chromium', chromium);
  if ('missing' in chromium) process.stdout.write(`Browser tests are skipped: ${chromium.missing}\n`);
  if (!existsSync('dist/app/index.html')) throw new Error('dist/app is missing: run "npm run build" first');
  const server = await preview({
    preview: { port: 4300, host: '127.0.0.1', open: false },
    logLevel: 'silent',
  });
  project.provide('address', server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4300/');
  return () => server.close();
}

function findChromium(): { path: string } | undefined {
  const path = CANDIDATES.find((candidate) => candidate && existsSync(candidate));
  return path ? { path } : undefined;
}

function installChromium(): { path: string } | { missing: string } {
  const advice =
    'no Chromium found; install one ("apt-get install chromium fonts-noto-cjk") or set CHROMIUM_PATH';
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return { missing: advice };
  process.stdout.write('Installing Chromium and a Chinese font from Debian for the browser tests …\n');
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    const packages = ['chromium', 'fonts-noto-cjk'];
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch (error) {
    return { missing: `installing failed (${(error as Error).message}); ${advice}` };
  }
  return findChromium() ?? { missing: advice };
}
