import { useQuery, useQueryClient } from '@tanstack/react-query';
import { client, take } from '../api/client';
import type { AssuranceCheck, Equation } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { Link, type Params } from '../app/router';
import { money, sum } from '../format/money';
import { useSession, useTimes } from '../session/session';
import { Icon } from '../ui/Icon';
import { Act, Amount, Card, Empty, Failure, Notice, PageHead, Slow } from '../ui/parts';
import { Table } from '../ui/Table';
import { proofWords } from './words';
import './proof.css';

export default function ProofPage(_: Params) {
  const say = useWords(proofWords);
  const lang = useLang();
  const times = useTimes();
  const { can } = useSession();
  const cache = useQueryClient();
  const last = useQuery({
    queryKey: ['proof', 'check', lang],
    queryFn: () => take(client.GET('/api/admin/assurance/check')),
  });
  const light = useQuery({ queryKey: ['proof'], queryFn: () => take(client.GET('/api/admin/proof')) });
  const run = useSubmit(
    (_: object, key) => take(client.POST('/api/admin/assurance/check', { params: { header: keyed(key) } })),
    {
      onSuccess: (result) => {
        cache.setQueryData<AssuranceCheck>(['proof', 'check', lang], result);
        void cache.invalidateQueries({ queryKey: ['proof'], exact: true });
        void cache.invalidateQueries({ queryKey: ['home'] });
      },
    },
  );
  const equations = last.data?.equations ?? [];
  const broken = equations.filter((one) => one.broken > 0).length;
  const at = last.data?.checkedAt ?? light.data?.checkedAt ?? null;
  return (
    <div className="narrow">
      <PageHead title={say.title} note={at ? say.checkedAt(times.when(at)) : say.neverChecked}>
        <Act primary needs="assurance.run" loading={run.isPending} onClick={() => run.mutate({})}>
          {say.run}
        </Act>
      </PageHead>
      <Failure error={run.error} focus />
      <Failure error={last.error} retry={() => void last.refetch()} />
      {equations.length > 0 &&
        (broken > 0 ? (
          <Notice tone="bad" title={say.someBroken(broken)}>
            <p>{say.note}</p>
          </Notice>
        ) : (
          <Notice tone="good" title={say.allHold(equations.length)}>
            <p>{say.note}</p>
          </Notice>
        ))}
      <Card title={say.equations} flush>
        {last.isPending ? (
          <Slow rows={6} height={56} card={false} />
        ) : equations.length === 0 ? (
          <Empty title={say.none} />
        ) : (
          <ul className="equations">
            {[...equations]
              .sort((a, b) => b.broken - a.broken)
              .map((one) => (
                <EquationRow key={one.name} equation={one} />
              ))}
          </ul>
        )}
      </Card>
      {can('ledger.read') && <Balance />}
    </div>
  );
}

const count = new Intl.NumberFormat('en');

function EquationRow({ equation }: { equation: Equation }) {
  const say = useWords(proofWords);
  const ok = equation.broken === 0;
  const first = equation.firstBroken;
  return (
    <li data-ok={ok}>
      <Icon name={ok ? 'check' : 'alert'} />
      <div className="equation-text">
        <span>{equation.title || equation.name}</span>
        {first && (
          <div className="equation-broken">
            <p>
              {/^\d{18}$/.test(first.key) ? (
                <Link to={`/orders/${first.key}`}>{say.first(first.key)}</Link>
              ) : (
                say.first(first.key)
              )}
            </p>
            <p>
              {say.expected(first.expected)} <span className="red">{say.actual(first.actual)}</span>
            </p>
            <p>{first.remedy}</p>
          </div>
        )}
      </div>
      <span className="equation-count">
        {ok ? say.holds : say.brokenCount(count.format(equation.broken))}
        <span className="small">{say.checked(count.format(equation.checked))}</span>
      </span>
    </li>
  );
}

function Balance() {
  const say = useWords(proofWords);
  const lang = useLang();
  const { me } = useSession();
  const balance = useQuery({
    queryKey: ['ledger', lang],
    queryFn: () => take(client.GET('/api/admin/ledger/trial-balance')),
  });
  if (!balance.data)
    return balance.error ? <Failure error={balance.error} retry={() => void balance.refetch()} /> : <Slow rows={4} />;
  const { accounts, balanced } = balance.data;
  const currency = accounts[0]?.debit.currency ?? me.shop.currency;
  const total = {
    code: '',
    name: say.total,
    debit: sum(
      accounts.map((one) => one.debit),
      currency,
    ),
    credit: sum(
      accounts.map((one) => one.credit),
      currency,
    ),
    balance: sum(
      accounts.map((one) => one.balance),
      currency,
    ),
  };
  return (
    <Card
      title={say.balance}
      aside={<span className={balanced ? 'green' : 'red'}>{balanced ? say.balanced : say.unbalanced}</span>}
      flush
    >
      {accounts.length === 0 ? (
        <Empty title={say.noEntries} />
      ) : (
        <Table
          dense
          rows={[...accounts, total]}
          keyOf={(row) => row.code || 'total'}
          columns={[
            {
              head: say.account,
              cell: (row) =>
                row.code ? (
                  <span className="one-line">
                    {row.code} {row.name}
                  </span>
                ) : (
                  <strong>{row.name}</strong>
                ),
            },
            { head: say.debit, width: 150, num: true, cell: (row) => <Amount value={row.debit} strong={!row.code} /> },
            {
              head: say.credit,
              width: 150,
              num: true,
              cell: (row) => <Amount value={row.credit} strong={!row.code} />,
            },
            {
              head: say.difference,
              width: 150,
              num: true,
              cell: (row) => (
                <span className={row.code || row.balance.amount === 0 ? 'amount' : 'amount red'}>
                  {money(row.balance)}
                </span>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}
