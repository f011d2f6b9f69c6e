import * as Comlink from 'comlink';
import type { Engine, OnProgress } from './protocol.ts';

/** The page's handle on the computation: the engine's calls, and a way to stop what is running. */
export type EngineClient = Engine & {
  /** Stops whatever is running; the calls concerned fail with `cancelled`. */
  cancel(): void;
};

/** Failures of the worker as the page sees them: an issue to put into words, or a cancelled call. */
export interface EngineFailure {
  cancelled?: true;
  issue?: import('../src/core/issue.ts').Issue;
}

type WithProgress = (...args: unknown[]) => Promise<unknown>;

/** Starts the worker. One for the life of the page: it keeps the cells, so that later calls send only what changed. */
export function createEngine(): EngineClient {
  const worker = new Worker(new URL('./engine.ts', import.meta.url), { type: 'module' });
  const remote = Comlink.wrap<EngineClient>(worker);
  return new Proxy({} as EngineClient, {
    get: (_target, name: keyof EngineClient) => {
      const call = remote[name] as unknown as WithProgress;
      return (...args: unknown[]) => call(...args.map(proxyFunctions)).catch(rethrow);
    },
  });
}

/** A callback cannot be copied into a worker: it is called across the seam. */
function proxyFunctions(argument: unknown): unknown {
  return typeof argument === 'function' ? Comlink.proxy(argument as OnProgress) : argument;
}

/** Errors lose their class on the way out of a worker; what they mean travels in the message as JSON. */
function rethrow(error: Error): never {
  throw Object.assign(new Error(error.message), readFailure(error));
}

/** What a failed call means: reads the errors of this seam, and turns any other into an issue that shows its text. */
export function readFailure(error: unknown): EngineFailure {
  const known = error as EngineFailure & Error;
  if (known.cancelled || known.issue) return { cancelled: known.cancelled, issue: known.issue };
  try {
    return JSON.parse(known.message) as EngineFailure;
  } catch {
    return {
      issue: { severity: 'error', code: 'unexpected', values: { reason: String(known.message ?? error) } },
    };
  }
}
