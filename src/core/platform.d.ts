/**
 * The few things outside ECMAScript that the core uses. They exist alike in a page, in a worker and in Node; `lib` is
 * kept at ES2023 so that `window`, `fetch` or `process` stay type errors here.
 */
interface TextDecoder {
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

declare var TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};

declare function atob(text: string): string;

/** As much of WebAssembly as the street searches use. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  interface Global {
    readonly value: number;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: object;
  }
  class RuntimeError extends Error {}
}
