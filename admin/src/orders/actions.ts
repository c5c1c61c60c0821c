import { client, freshKey, take } from '../api/client';
import { keyed } from '../api/use';

export function confirmOrder(number: string) {
  return take(
    client.POST('/api/admin/orders/{number}/confirm', {
      params: { path: { number }, header: keyed(freshKey()) },
    }),
  );
}

export function flagOrder(number: string, flag: string | null) {
  return take(
    client.POST('/api/admin/orders/{number}/flag', {
      params: { path: { number }, header: keyed(freshKey()) },
      body: { flag },
    }),
  );
}
