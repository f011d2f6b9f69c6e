import { useStore } from '../../store/store.ts';
import { DistrictCard } from './DistrictCard.tsx';
import { FacilityCardView } from './FacilityCardView.tsx';
import { PlaceCardView } from './PlaceCardView.tsx';

/** The card of whatever is chosen. */
export function SelectionCard() {
  const selected = useStore((state) => state.session.selected);
  switch (selected?.kind) {
    case 'place':
      return <PlaceCardView key={`place-${selected.place}`} place={selected.place} />;
    case 'facility':
      return <FacilityCardView key={`facility-${selected.row}`} row={selected.row} />;
    case 'district':
      return <DistrictCard key={`district-${selected.district}`} district={selected.district} />;
    default:
      return null;
  }
}
