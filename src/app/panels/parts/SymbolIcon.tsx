import { type ServiceId, serviceOf } from '../../../core/dataset/services.ts';
import { outlineOf, svgPoints } from '../../../view/facility-symbols.ts';

/** The symbol of a service as it stands on the map. */
export function SymbolIcon({ service, size = 16 }: { service: ServiceId; size?: number }) {
  return (
    <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <polygon points={svgPoints(outlineOf(service), size)} fill={serviceOf(service).hue} />
    </svg>
  );
}
