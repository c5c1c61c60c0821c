import type { Product, ProductBody } from '../api/types';
import { useWords } from '../app/prefs';
import { Act, Card } from '../ui/parts';
import { differences } from './variants';
import { productWords } from './words';

/** Somebody else saved first: both versions side by side, and the person decides. */
export function Conflict({
  mine,
  theirs,
  keep,
  accept,
}: {
  mine: ProductBody;
  theirs: Product;
  keep: () => void;
  accept: () => void;
}) {
  const say = useWords(productWords);
  const { slug, name, description, seo, categories, tags, options, variants, images } = theirs;
  const rows = differences(mine, { slug, name, description, seo, categories, tags, options, variants, images });
  return (
    <Card title={rows.length === 0 ? say.conflictSame : say.conflictField} flush className="conflict">
      <table className="grid one">
        <thead>
          <tr>
            <th>{say.conflictField}</th>
            <th>{say.conflictYours}</th>
            <th>{say.conflictTheirs}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 30).map(([path, yours, stored]) => (
            <tr key={path}>
              <td>{path}</td>
              <td>{yours}</td>
              <td>{stored}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="bar">
        <Act needs="products.write" onClick={keep}>
          {say.conflictKeep}
        </Act>
        <Act onClick={accept}>{say.conflictTake}</Act>
      </div>
    </Card>
  );
}
