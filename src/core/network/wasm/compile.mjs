/**
 * `npm run wasm` compiles searches.as and writes searches-module.ts, which is checked in; with `--check` it only says, by its
 * exit code, whether the two belong together. The compiler asks for `searches.ts` and is handed `searches.as`: under
 * its own ending, tsc and the linter leave it alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const here = new URL('.', import.meta.url);
let binary = new Uint8Array(0);
const options = ['--runtime', 'stub', '--noAssert', '-O3', '--converge', '--outFile', 'out.wasm'];
const { error, stderr } = await asc.main(['searches.ts', ...options], {
  readFile: (name) => (name === 'searches.ts' ? readFileSync(new URL('searches.as', here), 'utf8') : null),
  writeFile: (_name, contents) => {
    binary = contents;
  },
  listFiles: () => [],
});
if (error) throw new Error(`${stderr}`, { cause: error });
const lines = Buffer.from(binary)
  .toString('base64')
  .match(/.{1,100}/g)
  .map((line) => `  '${line}',`);
const file = new URL('searches-module.ts', here);
const text = `/** Compiled from searches.as by compile.mjs: do not edit. ${binary.length} bytes of WebAssembly, base64. */
export const SEARCHES_MODULE = [
${lines.join('\n')}
].join('');
`;
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('searches-module.ts is not what searches.as compiles to: npm run wasm');
  process.exitCode = 1;
}
