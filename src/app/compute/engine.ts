import { createEngine, type EngineClient } from '../../../workers/client.ts';

let engine: EngineClient | undefined;

/** The one worker of the page, started when it is first asked something. */
export function theEngine(): EngineClient {
  engine ??= createEngine();
  return engine;
}
