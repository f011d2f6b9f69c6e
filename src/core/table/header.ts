/**
 * Column names as the table promises them: trimmed, an empty one becomes `column N`, a repeated one gets ` (2)`, and
 * the suffixed name is itself unique.
 */
export function uniqueHeader(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((raw, i) => {
    const name = raw.trim() === '' ? `column ${i + 1}` : raw.trim();
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
    taken.add(unique);
    return unique;
  });
}
