/**
 * Names a source by what stays the same from one delivery to the next: the columns and the pattern of the file name.
 * `养老驿站2024.csv` and `养老驿站2025 (1).csv` with the same columns have one key, so what was confirmed for the one is offered
 * for the other. Where it is kept is the caller's.
 */
export function sourceKey(file: string, header: readonly string[]): string {
  return JSON.stringify([fileNamePattern(file), ...header.map((name) => name.normalize('NFKC').trim())]);
}

/** Without copy marks, with every run of digits as `#`. */
export function fileNamePattern(file: string): string {
  return file
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.[^.]+$/, '')
    .replace(/\s*(\(\d+\)|[-_ ]*(副本|复件|copy))/g, '')
    .replace(/\d+/g, '#')
    .trim();
}
