/**
 * `node src/core/network/wasm/compile.mjs [FILE.wat]` compiles searches.as and writes searches-module.ts, which is checked in. The
 * compiler asks for `searches.ts` and is handed `searches.as`: under its own ending, tsc and the linter leave it alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const here = new URL('.', import.meta.url);
const [textFile] = process.argv.slice(2);
let binary = new Uint8Array(0);
const options = ['--runtime', 'stub', '--noAssert', '-O3', '--converge', '--outFile', 'out.wasm'];
const { error, stderr } = await asc.main(
  ['searches.ts', ...options, ...(textFile ? ['--textFile', 'out.wat'] : [])],
  {
    readFile: (name) => (name === 'searches.ts' ? readFileSync(new URL('searches.as', here), 'utf8') : null),
    writeFile: (name, contents) => {
      if (name === 'out.wasm') binary = contents;
      else if (textFile) writeFileSync(textFile, contents);
    },
    listFiles: () => [],
  },
);
if (error) throw new Error(`${stderr}`, { cause: error });
const lines = Buffer.from(binary)
  .toString('base64')
  .match(/.{1,100}/g)
  .map((line) => `  '${line}',`);
writeFileSync(
  new URL('searches-module.ts', here),
  `/** Compiled from searches.as by compile.mjs: do not edit. ${binary.length} bytes of WebAssembly, base64. */
export const SEARCHES_MODULE = [
${lines.join('\n')}
].join('');
`,
);
console.log(`searches-module.ts: ${binary.length} bytes`);
