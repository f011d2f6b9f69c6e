import type { Stage } from '../core/project/views.ts';

/** A list with one item moved by so many places; it stays within the list. */
export function moveItem<T>(items: readonly T[], from: number, by: number): T[] {
  const to = Math.max(0, Math.min(items.length - 1, from + by));
  const rest = items.filter((_, k) => k !== from);
  return [...rest.slice(0, to), items[from], ...rest.slice(to)];
}

/** The step after so many presses: it stops at both ends, so that a clicker pressed once too often does not start anew. */
export function stepAfter(at: number, by: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at + by));
}

const STAGE_ORDER: Record<Stage, number> = { present: 0, gap: 1, plan: 2, effect: 3, other: 4 };

/** By stage, 现状 → 缺口 → 方案 → 效果; within a stage as they were. */
export function inStageOrder<T extends { stage: Stage }>(views: readonly T[]): T[] {
  return [...views].sort((a, b) => STAGE_ORDER[a.stage] - STAGE_ORDER[b.stage]);
}

/** The step that a comparison starts with: the one before, or the one after at the very beginning. */
export function comparedStep(at: number, count: number): number | undefined {
  if (count < 2) return undefined;
  return at > 0 ? at - 1 : 1;
}
