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

/** As much of sql.js as `formats/sqlite.ts` and the builders of tests use; the build that carries its WebAssembly inside. */
declare module 'sql.js/dist/sql-wasm-inline.js' {
  export type SqlValue = number | bigint | string | Uint8Array | null;

  export interface Statement {
    bind(values: SqlValue[]): boolean;
    step(): boolean;
    get(values: null, config: { useBigInt: true }): SqlValue[];
    getColumnNames(): string[];
    free(): boolean;
  }

  export interface Database {
    run(sql: string, values?: SqlValue[]): void;
    prepare(sql: string): Statement;
    export(): Uint8Array;
    close(): void;
  }

  export default function initSqlJs(): Promise<{ Database: new (bytes?: Uint8Array) => Database }>;
}
