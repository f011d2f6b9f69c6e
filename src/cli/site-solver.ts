import type { MixedIntegerSolver } from '../core/siting/problem.ts';

/** HiGHS for `--exact`, loaded when it is asked for and not before: its WebAssembly is three megabytes, inside the bundle. */
export async function loadExactSolver(): Promise<MixedIntegerSolver> {
  const [{ default: loadHighs }, { default: wasm }, { highsSolver }] = await Promise.all([
    import('highs'),
    import('highs/runtime?inline'),
    import('../core/siting/highs-solver.ts'),
  ]);
  const bytes = new Uint8Array(Buffer.from(wasm.slice(wasm.indexOf(',') + 1), 'base64'));
  const options = {
    locateFile: (file: string) => file,
    // Emscripten's own way in: this build of HiGHS overlooks the `wasmBinary` that its types name.
    instantiateWasm(imports: WebAssembly.Imports, ready: (instance: WebAssembly.Instance) => void) {
      void WebAssembly.instantiate(bytes, imports).then(({ instance }) => ready(instance));
    },
  };
  return highsSolver(await loadHighs(options));
}
