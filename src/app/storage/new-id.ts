/** An id that no other project or file has. `crypto.randomUUID` is for secure pages only, this is for all. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
