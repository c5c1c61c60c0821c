import { Refused } from '../api/client';
import type { Lang } from '../i18n/catalog';
import { common } from '../ui/words';

/** An order for which an action over many failed, and why. */
export interface BulkFailure {
  number: string;
  text: string;
}

const atOnceMost = 3;

/** Does one thing to many orders, a few at once: a failure is kept with its reason and stops none of the others. */
export async function forEachOrder<T extends { number: string }>(
  orders: readonly T[],
  one: (order: T) => Promise<unknown>,
  lang: Lang,
): Promise<{ done: number; failures: BulkFailure[] }> {
  const failures: BulkFailure[] = [];
  const queue = [...orders];
  const worker = async () => {
    for (let order = queue.shift(); order; order = queue.shift()) {
      try {
        await one(order);
      } catch (failure) {
        failures.push({ number: order.number, text: reasonOf(failure, lang) });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnceMost }, worker));
  return { done: orders.length - failures.length, failures };
}

function reasonOf(failure: unknown, lang: Lang): string {
  if (!(failure instanceof Refused)) return common[lang].offline;
  const { title, remedy } = failure.problem;
  return [title, remedy].filter(Boolean).join(lang === 'zh' ? '；' : '; ');
}
