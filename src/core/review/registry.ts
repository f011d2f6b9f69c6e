import type { Task } from '../task.ts';
import type { Finding, Kind } from './finding.ts';
import { addressPlaceholder } from './kinds/address-placeholder.ts';
import { alreadyLoaded } from './kinds/already-loaded.ts';
import { capacityAbsurd, capacityMissing } from './kinds/capacity.ts';
import { districtMismatch } from './kinds/district-mismatch.ts';
import { districtRenamed } from './kinds/district-renamed.ts';
import { duplicate } from './kinds/duplicate.ts';
import { gate } from './kinds/gate.ts';
import { idZeros } from './kinds/id-zeros.ts';
import { identicalRow } from './kinds/identical-row.ts';
import { notOpen, notOpenByStatus } from './kinds/not-open.ts';
import { otherService } from './kinds/other-service.ts';
import { outsideArea } from './kinds/outside-area.ts';
import { missingPosition, unreadablePosition, zeroPosition } from './kinds/position-problems.ts';
import { roundCount } from './kinds/round-count.ts';
import { severalTypes } from './kinds/several-types.ts';
import { sharedPosition } from './kinds/shared-position.ts';
import { swapped } from './kinds/swapped.ts';
import {
  type ReviewContext,
  type ReviewSubject,
  type RowContent,
  type RowMapping,
  reviewSubject,
} from './subject.ts';

/** Every kind of fault, in the order in which they are shown and in which `clean` gives a row its reason. */
export const KINDS: readonly Kind[] = [
  missingPosition,
  unreadablePosition,
  zeroPosition,
  swapped,
  outsideArea,
  identicalRow,
  gate,
  duplicate,
  alreadyLoaded,
  notOpen,
  otherService,
  districtMismatch,
  districtRenamed,
  capacityMissing,
  capacityAbsurd,
  severalTypes,
  addressPlaceholder,
  idZeros,
  sharedPosition,
  notOpenByStatus,
  roundCount,
];

/** Everything there is to say about a file before it is accepted. The same rows give the same findings, in the same order. */
export function* reviewRows(
  content: RowContent,
  mapping: RowMapping,
  context: ReviewContext = {},
): Task<{ subject: ReviewSubject; findings: Finding[] }> {
  const subject = yield* reviewSubject(content, mapping, context);
  const findings: Finding[] = [];
  for (const kind of KINDS) findings.push(...(yield* kind.find(subject)));
  return { subject, findings };
}

/** How many findings and rows there are of each kind, in the order of the findings. */
export interface KindSummary {
  kind: string;
  severity: Finding['severity'];
  findings: number;
  rows: number[];
}

export function summaryByKind(findings: readonly Finding[]): KindSummary[] {
  const byKind = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = byKind.get(finding.kind);
    if (known) known.push(finding);
    else byKind.set(finding.kind, [finding]);
  }
  return [...byKind].map(([kind, found]) => ({
    kind,
    severity: found[0].severity,
    findings: found.length,
    rows: [...new Set(found.flatMap((one) => one.rows))].sort((a, b) => a - b),
  }));
}
