import type { LegendRow } from '../../view/legend.ts';

/** A patch of the look that a class has on the map. */
export function LegendSwatch({ colour, look }: Pick<LegendRow, 'colour' | 'look'>) {
  const isOutline = look === 'outline' || look === 'hatchedOutline';
  return (
    <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
      <rect
        x="1"
        y="1"
        width="16"
        height="12"
        rx="2"
        fill={isOutline ? '#ffffff' : colour}
        stroke={isOutline ? colour : 'none'}
        strokeWidth="1.5"
        strokeDasharray={look === 'outline' ? '3 2' : 'none'}
      />
      {look === 'hatch' || look === 'hatchedOutline' ? (
        <path
          d="M1 9 9 1M5 13 17 1M13 13 17 9"
          stroke={look === 'hatch' ? '#6e2e04' : colour}
          strokeWidth={look === 'hatch' ? '1.2' : '0.8'}
        />
      ) : null}
    </svg>
  );
}
