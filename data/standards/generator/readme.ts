import { PROFILES } from '../../../src/core/standards/profiles.ts';
import { isComputable, STANDARDS, type Standard } from '../../../src/core/standards/standard.ts';
import { ruleInWords } from './rule-words.ts';

/** `README.md` of the standards, from the library itself so that it cannot go stale. */
export function standardsReadme(): string {
  const own = STANDARDS.filter(({ variantOf }) => variantOf === undefined);
  const computed = own.filter(isComputable);
  const kinds = [...new Set(STANDARDS.map(({ rule }) => rule.kind))].sort();
  return `${intro(own, computed)}
## Kinds of rule
| kind | records |
|---|---|
${kinds.map((kind) => `| \`${kind}\` | ${STANDARDS.filter(({ rule }) => rule.kind === kind).length} |`).join('\n')}

## What computes each record, or why it cannot be
Mark: **·** switched on with its profile (verified and computable), **?** not verified, **✎** entered or checked by hand.
A record without a number is computed and shown, and not judged.
${PROFILES.map(profileTable).join('\n')}`;
}

function profileTable({ id, en, zh, gaps = [] }: (typeof PROFILES)[number]): string {
  const records = STANDARDS.filter(({ profile }) => profile === id);
  return `
### ${zh} · ${en} (\`${id}\`, ${records.length})
${gaps.map((gap) => `- Gap: ${gap.en}`).join('\n')}

| | id | 标准 | number | kind | computed as, or why not |
|---|---|---|---|---|---|
${records.map(row).join('\n')}
`;
}

function row(standard: Standard): string {
  const { id, zh, rule, verified } = standard;
  const mark = !verified ? '?' : isComputable(standard) ? '·' : '✎';
  const cells = [mark, `\`${id}\``, zh, target(standard), rule.kind, ruleInWords(rule)];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '~=': '≈' };

function target({ operator, value, unit, baseValue }: Standard): string {
  if (value === null) return typeof baseValue === 'number' ? `base ${baseValue} ${unit}` : '–';
  if (Array.isArray(value)) return `${value[0]}–${value[1]} ${unit}`;
  return `${SIGNS[operator] ?? operator} ${value} ${unit}`;
}

function intro(own: Standard[], computed: Standard[]): string {
  const variants = STANDARDS.length - own.length;
  const full = own.filter(({ computability }) => computability === 'full');
  const exceptions = full.filter((standard) => !isComputable(standard));
  return `# Standards

\`standards.json\`: the standards that the tool knows, each with its clause. Facts of the documents named, worded for this
project. \`profiles.json\` groups them, and says what is missing in the texts at hand. This file is produced by
\`npx tsx data/standards/generate.ts\`.

${own.length} records, of which ${computed.length} are computed from a map and ${own.length - computed.length} are entered or checked by hand, and ${variants}
variants: where a record sets several numbers (plains and hills, three kinds of station), the first is the record's own and each other
is a variant of its own.

| field | means |
|---|---|
| \`id\` | stable name, written to results and projects |
| \`profile\` | the plan, code or country it belongs to |
| \`variantOf\` | another number of the same record |
| \`zh\`, \`en\` | its two names |
| \`serviceType\`, \`measure\` | the kind of service and of measure, in the source's words; the rule decides |
| \`operator\`, \`value\`, \`unit\` | the number to meet: \`>\` is not \`>=\`; \`~=\` is 约, ±5 %; \`range\` has two ends, both included; \`rule\` and \`benchmark\` set none |
| \`baseYear\`, \`baseValue\`, \`targetYear\` | where it starts, and when it has to be met |
| \`jurisdiction\`, \`force\` | where, and how binding: \`binding\` 约束性, \`expected\` 预期性, \`stated\`, \`benchmark\`, \`standard\`, \`mandatory\`, \`local\` … |
| \`verified\`, \`verification\` | found \`in-the-document\`, or in a \`secondary-text\`; \`weak\` and \`from-memory\` are not verified and never on by default |
| \`formula\`, \`note\` | the source's own |
| \`computability\` | what the source expected; the rule says what became of it |
| \`source\` | document and section |
| \`rule\` | how it is judged, see \`src/core/standards/rule.ts\` |
| \`scope\` | what the clause does and does not say, and what is our reading |

Where the limit of a coverage is a number of the clause, the \`value\` is that limit and \`share\` in the rule is 100 per cent.

${exceptions.length} records that the source calls computable are entered all the same: ${exceptions.map(({ id }) => `\`${id}\``).join(', ')}. They are results of
surveys, inspections or the paths of pupils, which facilities and people do not give; records of the same indicator
elsewhere are called \`tracked\` by the source itself.
`;
}
