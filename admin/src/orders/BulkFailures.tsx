import { useWords } from '../app/prefs';
import { Link } from '../app/router';
import { common } from '../ui/words';
import type { BulkFailure } from './bulk';
import { orderWords } from './words';

/** What an action over many orders did not get done, order by order, until it is put away. */
export function BulkFailures({ failures, onClose }: { failures: readonly BulkFailure[]; onClose: () => void }) {
  const say = useWords(orderWords);
  const shared = useWords(common);
  return (
    <div className="notice bad" role="alert">
      <div className="notice-text">
        <strong>{say.results}</strong>
        <ul>
          {failures.map((one) => (
            <li key={one.number}>
              <Link to={`/orders/${one.number}`}>{one.number}</Link> {one.text}
            </li>
          ))}
        </ul>
      </div>
      <button type="button" className="quiet" onClick={onClose}>
        {shared.close}
      </button>
    </div>
  );
}
