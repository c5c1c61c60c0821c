import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, take } from '../api/client';
import type { AlertRow, NoticeWay } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { Link, usePlace } from '../app/router';
import { toast } from '../app/toast';
import { orderNumber } from '../format/text';
import { named } from '../ui/named';
import { Pages } from '../ui/Pages';
import { Act, Card, Empty, Failure, Moment, Slow, useSayFailure } from '../ui/parts';
import { Table } from '../ui/Table';
import { noticeWords } from './webhookWords';

const size = 20;
const tones = { waiting: 'plain', told: 'warn', escalated: 'bad', closing: 'good', closed: 'good' } as const;

/** Whom the shop tells and by which way, and every alert with who was told and who has looked. */
export default function Notices() {
  const say = useWords(noticeWords);
  const lang = useLang();
  const comma = lang === 'zh' ? '、' : ', ';
  const ways = useQuery({
    queryKey: ['notice-ways', lang],
    queryFn: () => take(client.GET('/api/admin/notices/ways')),
  });
  return (
    <>
      <Failure error={ways.error} retry={() => void ways.refetch()} />
      <Card title={say.ways} aside={say.waysNote} flush>
        {ways.data ? (
          <>
            <ul className="methods">
              {ways.data.ways.map((way) => (
                <Way key={way.code} way={way} mails={ways.data.mailsCustomers} />
              ))}
            </ul>
            <dl className="notice-facts">
              <div>
                <dt>{say.escalate}</dt>
                <dd>{ways.data.escalateTo.length > 0 ? ways.data.escalateTo.join(comma) : say.noEscalate}</dd>
              </div>
              <div>
                <dt>{say.orders}</dt>
                <dd>
                  {ways.data.orders.length > 0
                    ? ways.data.orders.map((kind) => named(say, `kind_${kind}`)).join(comma)
                    : say.noOrders}
                </dd>
              </div>
            </dl>
          </>
        ) : (
          !ways.error && <Slow rows={4} card={false} />
        )}
      </Card>
      <Alerts />
    </>
  );
}

function Way({ way, mails }: { way: NoticeWay; mails: boolean }) {
  const say = useWords(noticeWords);
  const lang = useLang();
  const sayFailure = useSayFailure();
  const test = useSubmit(
    (_: null, key) =>
      take(
        client.POST('/api/admin/notices/ways/{way}/test', {
          params: { path: { way: way.code }, header: keyed(key) },
        }),
      ),
    { onSuccess: () => toast(say.tested), onError: sayFailure },
  );
  const nobody = { mail: say.noStaff, sms: say.noPhone }[way.code] ?? say.toGroup;
  const reaches = way.to.length > 0 ? say.toStaff(way.to.join(lang === 'zh' ? '、' : ', ')) : nobody;
  return (
    <li>
      <span className="cell-two grow">
        <span>
          <strong>{way.name}</strong>{' '}
          <span className="pill" data-state={way.trouble ? 'bad' : way.ready ? 'good' : 'plain'}>
            {way.trouble ? say.wrong : way.ready ? say.ready : say.off}
          </span>
        </span>
        {way.trouble && <span className="small red wrap">{way.trouble}</span>}
        {way.ready && <span className="small wrap">{reaches}</span>}
        {way.code === 'mail' && mails && <span className="small wrap">{say.toCustomers}</span>}
      </span>
      {way.ready && (way.code !== 'mail' || way.to.length > 0) && (
        <Act size="small" needs="notices.write" loading={test.isPending} onClick={() => test.mutate(null)}>
          {say.test}
        </Act>
      )}
    </li>
  );
}

function Alerts() {
  const say = useWords(noticeWords);
  const lang = useLang();
  const cache = useQueryClient();
  const sayFailure = useSayFailure();
  const after = usePlace().query.get('after');
  const list = useQuery({
    queryKey: ['alerts', after, lang],
    queryFn: () =>
      take(
        client.GET('/api/admin/notices/alerts', {
          params: { query: { limit: size, ...(after ? { after } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  const see = useSubmit(
    ({ id }: { id: string }, key) =>
      take(client.POST('/api/admin/notices/alerts/{id}/seen', { params: { path: { id }, header: keyed(key) } })),
    {
      onSuccess: () => toast(say.seenDone),
      onError: sayFailure,
      onSettled: () => void cache.invalidateQueries({ queryKey: ['alerts'] }),
    },
  );
  const rows = list.data?.items ?? [];
  const openable = (row: AlertRow) => !row.seenAt && (row.state === 'told' || row.state === 'escalated');
  return (
    <Card title={say.alerts} aside={say.alertsNote} flush>
      <Failure error={list.error} retry={() => void list.refetch()} />
      {list.isPending ? (
        <Slow rows={4} card={false} />
      ) : rows.length === 0 ? (
        !list.error && <Empty title={say.none}>{say.noneDetail}</Empty>
      ) : (
        <Table<AlertRow>
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            {
              head: say.what,
              cell: (row) => (
                <span className="cell-two alert-what">
                  <strong>{row.cause}</strong>
                  <span className="small">{row.remedy}</span>
                  {row.order && (
                    <Link to={`/orders/${row.order}`} className="small">
                      {say.order} {orderNumber(row.order)}
                    </Link>
                  )}
                </span>
              ),
            },
            {
              head: say.state,
              width: 140,
              cell: (row) => (
                <span className="cell-two">
                  <span className="pill" data-state={tones[row.state]}>
                    {named(say, `state_${row.state}`)}
                  </span>
                  {row.seenBy && <span className="small">{say.seenBy(row.seenBy)}</span>}
                </span>
              ),
            },
            { head: say.when, width: 130, cell: (row) => <Moment at={row.openedAt} /> },
            {
              head: say.act,
              width: 130,
              num: true,
              cell: (row) =>
                openable(row) && (
                  <Act
                    size="small"
                    needs="notices.write"
                    loading={see.isPending && see.variables?.id === row.id}
                    onClick={() => see.mutate({ id: row.id })}
                  >
                    {say.seen}
                  </Act>
                ),
            },
          ]}
        />
      )}
      {rows.length > 0 && (
        <Pages path="/settings/notices" size={size} count={rows.length} next={list.data?.next ?? null} />
      )}
    </Card>
  );
}
