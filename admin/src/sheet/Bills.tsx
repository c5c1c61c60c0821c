import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { headers, refusal, Unanswered } from '../api/client';
import type { BillMatch, SheetBill } from '../api/types';
import { useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { named } from '../ui/named';
import { Act, Card, Failure } from '../ui/parts';
import { names, sheetWords } from './words';

/** The bill of the day for each provider, and the way to bring one by hand. */
export default function Bills({ date, bills, asked }: { date: string; bills: SheetBill[]; asked: boolean }) {
  const say = useWords(sheetWords);
  const shownNames = useWords(names);
  const cache = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked) card.current?.scrollIntoView({ block: 'center' });
  }, [asked]);
  const send = async (chosen: File) => {
    setBusy(true);
    setError(null);
    try {
      const match = await upload(date, chosen);
      toast(say.uploaded(match.lines, match.differences));
      void cache.invalidateQueries({ queryKey: ['sheet'] });
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div ref={card}>
      <Card title={say.bills} className={asked ? 'asked' : undefined}>
        <Failure error={error} focus />
        {bills.length === 0 && <p>{say.billNone}</p>}
        <ul className="sheet-bills">
          {bills.map((bill) => (
            <li key={bill.provider}>
              <span>{named(shownNames, bill.provider)}</span>
              <span className={bill.state === 'matched' && bill.differences === 0 ? 'green' : 'amber'}>
                {bill.state === 'matched' ? say.billMatched(bill.lines, bill.differences) : say.billAwaited}
              </span>
            </li>
          ))}
        </ul>
        <p className="small">{say.billsNote}</p>
        <div className="no-print">
          <input
            ref={file}
            type="file"
            accept=".zip,.csv"
            hidden
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = '';
              if (chosen) void send(chosen);
            }}
          />
          <Act needs="assurance.run" loading={busy} onClick={() => file.current?.click()}>
            {say.upload}
          </Act>
        </div>
      </Card>
    </div>
  );
}

async function upload(date: string, chosen: File): Promise<BillMatch> {
  let response: Response;
  try {
    response = await fetch(`/api/admin/assurance/bills?provider=alipay&date=${date}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...headers(), 'Content-Type': 'application/octet-stream' },
      body: chosen,
    });
  } catch {
    throw new Unanswered();
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) throw refusal(response, body);
  return body as BillMatch;
}
