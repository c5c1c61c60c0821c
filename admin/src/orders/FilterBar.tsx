import type { ReactNode } from 'react';
import { useWords } from '../app/prefs';
import { go, usePlace, withQuery } from '../app/router';
import { Find } from '../ui/Find';
import { Icon } from '../ui/Icon';
import { common } from '../ui/words';
import { ChannelChip, PlacedChip, TagChip } from './Chips';
import { type Filters, isFiltered } from './filters';
import { SaveView } from './ViewBar';
import { orderWords } from './words';

/** Narrows the list by changing the address; what concerns only its display comes as children and stands at the end. */
export function FilterBar({ filters, children }: { filters: Filters; children: ReactNode }) {
  const say = useWords(orderWords);
  const shared = useWords(common);
  const place = usePlace();
  const set = (change: Record<string, string | null>) =>
    void go(`/orders${withQuery(place.query, { after: null, ...change })}`, { replace: true });

  return (
    <div className="bar">
      <Find label={say.find} value={filters.query} onFind={(query) => set({ query: query || null })} />
      <PlacedChip filters={filters} set={set} />
      <ChannelChip filters={filters} set={set} />
      <TagChip filters={filters} set={set} />
      {filters.customer && (
        <button type="button" className="chip" data-set="true" onClick={() => set({ customer: null })}>
          {say.onlyCustomer}
          <Icon name="cross" size={12} />
        </button>
      )}
      {isFiltered(filters) && (
        <>
          <button
            type="button"
            className="quiet"
            onClick={() => set({ query: null, from: null, to: null, channel: null, tag: null, customer: null })}
          >
            {shared.clear}
          </button>
          <SaveView search={place.search} />
        </>
      )}
      <div className="bar-end">{children}</div>
    </div>
  );
}
