import type { InputFile } from '../../src/core/formats/content.ts';
import { readAll } from './read-all.ts';

/** Reads what it is sent and says how it ended: in a process of its own, so that one that hangs can be ended. */
process.on('message', async (files: InputFile[]) => {
  process.send?.(await readAll(files));
});
