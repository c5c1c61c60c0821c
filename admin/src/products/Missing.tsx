import type { Product } from '../api/types';
import { useWords } from '../app/prefs';
import { Icon } from '../ui/Icon';
import { Card } from '../ui/parts';
import { productWords } from './words';

/** What the server still asks for before the product can be listed. */
export function Missing({ product }: { product: Product }) {
  const say = useWords(productWords);
  return (
    <Card title={say.missingTitle}>
      {product.missing.length === 0 ? (
        <p className="green">{say.missingNone}</p>
      ) : (
        <ul className="missing">
          {product.missing.map((one) => (
            <li key={one.code}>
              <Icon name="ring" size={14} />
              {one.text}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
