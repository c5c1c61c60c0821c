import { Button } from 'antd';
import { useWords } from '../app/prefs';
import { Link, usePlace } from '../app/router';
import { toast } from '../app/toast';
import { Icon } from '../ui/Icon';
import { Pop } from '../ui/Menu';
import { common, states } from '../ui/words';
import { statuses } from './filters';
import { addView, removeView, useViews } from './views';
import { orderWords } from './words';

/** The states as views, with what waits in each, and the views that a person named. */
export function ViewBar({
  counts,
}: {
  counts: { status: Partial<Record<string, number>>; attention: number } | undefined;
}) {
  const say = useWords(orderWords);
  const shared = useWords(common);
  const stateWords = useWords(states);
  const { query, search } = usePlace();
  const own = useViews();
  const status = query.get('status');
  const attention = query.get('attention');
  const shown = (count: number) => (count >= 1000 ? '999+' : String(count));
  const ownHere = own.find((view) => view.search === search);
  const here = (wanted: boolean) => (wanted && !ownHere ? ('page' as const) : undefined);
  const needs = counts?.attention ?? 0;
  return (
    <nav className="views" aria-label={say.title}>
      <Link to="/orders" aria-current={here(!status && !attention)}>
        {shared.all}
      </Link>
      <Link to="/orders?attention=any" aria-current={here(Boolean(attention))}>
        {say.attention}
        {counts && <small className={needs > 0 ? 'red' : undefined}>{shown(needs)}</small>}
      </Link>
      {statuses.map((name) => (
        <Link key={name} to={`/orders?status=${name}`} aria-current={here(status === name)}>
          {stateWords[name]}
          {counts && <small>{shown(counts.status[name] ?? 0)}</small>}
        </Link>
      ))}
      {own.map((view) => (
        <Link key={view.name} to={`/orders${view.search}`} aria-current={view === ownHere ? 'page' : undefined}>
          {view.name}
        </Link>
      ))}
      {ownHere && (
        <button
          type="button"
          aria-label={say.removeView}
          title={say.removeView}
          onClick={() => removeView(ownHere.name)}
        >
          <Icon name="cross" size={14} />
        </button>
      )}
    </nav>
  );
}

/** Gives the filters that hold now a name. */
export function SaveView({ search }: { search: string }) {
  const say = useWords(orderWords);
  return (
    <Pop
      label={say.saveView}
      content={(close) => (
        <form
          className="chip-panel"
          onSubmit={(event) => {
            event.preventDefault();
            const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
            if (!name) return;
            addView({ name, search });
            close();
            toast(say.viewKept);
          }}
        >
          <label className="field">
            {say.viewName}
            <input className="native" name="name" maxLength={20} autoComplete="off" />
          </label>
          <Button htmlType="submit" type="primary">
            {say.saveView}
          </Button>
        </form>
      )}
    >
      {(wiring) => (
        <button type="button" className="quiet" {...wiring}>
          {say.saveView}
        </button>
      )}
    </Pop>
  );
}
