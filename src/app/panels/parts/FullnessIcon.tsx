import { useId } from 'react';
import { type ServiceId, serviceOf } from '../../../core/dataset/services.ts';
import { FILLED, type Fullness } from '../../../view/facility-fullness.ts';
import { outlineOf, svgPoints } from '../../../view/facility-symbols.ts';

const SIZE = 16;

/** The symbol of a facility as full as it is, as the map draws it. */
export function FullnessIcon({ service, level }: { service: ServiceId; level: Fullness }) {
  const id = useId();
  const points = svgPoints(outlineOf(service), SIZE);
  const { hue } = serviceOf(service);
  const isFull = level === 'full';
  return (
    <svg width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
      <clipPath id={id}>
        <polygon points={points} />
      </clipPath>
      <polygon points={points} fill="#ffffff" />
      <rect
        x="0"
        y={SIZE * (1 - FILLED[level])}
        width={SIZE}
        height={SIZE}
        fill={hue}
        clipPath={`url(#${id})`}
      />
      <polygon
        points={points}
        fill="none"
        stroke={isFull ? '#14181c' : hue}
        strokeWidth={isFull ? 2 : 1.4}
        strokeDasharray={level === 'unknown' ? '2.5 2' : 'none'}
      />
    </svg>
  );
}
