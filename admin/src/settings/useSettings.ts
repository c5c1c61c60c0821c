import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { settingWords } from './words';

/** One settings document: read, edited as a draft, saved under its version. */
export function useSettings<T extends { version: number }>(
  name: string,
  read: () => Promise<T>,
  write: (body: T, key: string) => Promise<object>,
) {
  const lang = useLang();
  const say = useWords(settingWords);
  const cache = useQueryClient();
  const query = useQuery({ queryKey: ['settings', name, lang], queryFn: read, refetchOnWindowFocus: false });
  const [draft, setDraft] = useState<T | null>(null);
  const stored = query.data ?? null;
  const dirty = draft !== null && stored !== null && JSON.stringify(draft) !== JSON.stringify(stored);

  useEffect(() => {
    if (stored) setDraft((old) => old ?? stored);
  }, [stored]);

  const save = useSubmit(write, {
    onSuccess: async (next) => {
      // Some documents answer without their new version, so what is stored is read again.
      const fresh = 'version' in next ? (next as T) : await read();
      cache.setQueryData(['settings', name, lang], fresh);
      setDraft(fresh);
      toast(say.saved);
    },
  });
  const discard = () => {
    save.reset();
    void query.refetch().then((answer) => answer.data && setDraft(answer.data));
  };
  return { query, draft, setDraft, dirty, save, discard };
}
