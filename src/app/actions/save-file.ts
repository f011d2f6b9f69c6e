/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by the next turn; until then the address must live.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A project's name as a file's: without what file systems refuse. */
export function fileStem(name: string): string {
  return name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'catchment';
}
