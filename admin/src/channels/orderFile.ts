import { headers, refusal, Unanswered } from '../api/client';
import type { OrderFileReport } from '../api/types';

export interface OrderFileRequest {
  file: File;
  dryRun: boolean;
  paid: boolean;
  mapping: Record<string, string>;
}

/** Sends a file of orders, to be tried or taken. */
export async function sendOrders(request: OrderFileRequest, key: string): Promise<OrderFileReport> {
  const body = new FormData();
  body.append('dryRun', String(request.dryRun));
  body.append('paid', String(request.paid));
  body.append('mapping', JSON.stringify(request.mapping));
  body.append('file', request.file);
  const answer = await fetch('/api/admin/imports/orders', {
    method: 'POST',
    headers: { ...headers(), 'Idempotency-Key': key },
    body,
  }).catch(() => {
    throw new Unanswered();
  });
  const said: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw refusal(answer, said);
  return said as OrderFileReport;
}
