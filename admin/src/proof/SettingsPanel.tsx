import { useQuery } from '@tanstack/react-query';
import { client, take } from '../api/client';
import { useLang, useWords } from '../app/prefs';
import { Icon, type IconName } from '../ui/Icon';
import { Act, Card, Failure, Slow } from '../ui/parts';
import { proofWords } from './words';

const signs: Record<'good' | 'remark' | 'wrong', IconName> = { good: 'check', remark: 'ring', wrong: 'alert' };

/** Every setting that the shop stands on, as the doctor sees it; what is wrong stands first. */
export default function SettingsPanel() {
  const say = useWords(proofWords);
  const lang = useLang();
  const seen = useQuery({
    queryKey: ['proof', 'settings', lang],
    queryFn: () => take(client.GET('/api/admin/assurance/settings')),
    staleTime: 60_000,
  });
  const rank = { wrong: 0, remark: 1, good: 2 };
  return (
    <Card
      title={say.settings}
      aside={
        seen.data && (
          <span className={seen.data.wrong ? 'red' : 'green'}>
            {seen.data.wrong ? say.settingsWrong(seen.data.wrong) : say.settingsGood}
          </span>
        )
      }
      foot={
        <Act loading={seen.isFetching} onClick={() => void seen.refetch()}>
          {say.lookAgain}
        </Act>
      }
      flush
    >
      <Failure error={seen.error} retry={() => void seen.refetch()} />
      {!seen.data ? (
        !seen.error && <Slow rows={6} height={48} card={false} />
      ) : (
        <ul className="equations settings-seen">
          {[...seen.data.items]
            .sort((a, b) => rank[a.state] - rank[b.state])
            .map((one) => (
              <li key={one.code} data-ok={one.state !== 'wrong'} data-state={one.state}>
                <Icon name={signs[one.state]} />
                <div className="equation-text">
                  <span>
                    <strong>{one.title}</strong> {one.fact}
                  </span>
                  {one.remedy && <p className="soft">{one.remedy}</p>}
                </div>
                <span className="unseen">{say[one.state]}</span>
              </li>
            ))}
        </ul>
      )}
    </Card>
  );
}
