import { Button } from 'antd';
import { useWords } from '../app/prefs';
import { go, usePlace, withQuery } from '../app/router';
import { common } from './words';

/** Keyset pages: forward by the server's mark, back by the browser's own history. */
export function Pages({ path, size, count, next }: { path: string; size: number; count: number; next: string | null }) {
  const shared = useWords(common);
  const place = usePlace();
  const state = place.state as { page?: number } | null;
  const after = place.query.get('after');
  const page = after ? (state?.page ?? 1) : 0;
  const from = page * size + 1;
  return (
    <div className="list-foot">
      <span>{shared.range(from, from + count - 1)}</span>
      <span className="pages">
        <Button size="small" disabled={!after} onClick={() => history.back()}>
          {shared.previous}
        </Button>
        <Button
          size="small"
          disabled={!next}
          onClick={() =>
            next &&
            void go(path + withQuery(place.query, { after: next }), { state: { page: page + 1 } }).then(() =>
              window.scrollTo(0, 0),
            )
          }
        >
          {shared.next}
        </Button>
      </span>
    </div>
  );
}
