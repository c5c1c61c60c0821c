import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { client, Refused, take } from '../api/client';
import type { Order } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useKeys } from '../app/keys';
import { useLang, useWords } from '../app/prefs';
import { go, Link, type Params } from '../app/router';
import { toast } from '../app/toast';
import { money } from '../format/money';
import { orderNumber } from '../format/text';
import { useSession, useTimes } from '../session/session';
import { Icon } from '../ui/Icon';
import { Menu } from '../ui/Menu';
import { named } from '../ui/named';
import { Pill } from '../ui/Pill';
import { Act, Card, Failure, Notice, PageHead, Slow, useSayFailure } from '../ui/parts';
import { common } from '../ui/words';
import { Chain } from './Chain';
import { History } from './History';
import { Lines } from './Lines';
import { Payments, Refunds } from './Money';
import { Notes } from './Notes';
import { Parcels } from './Parcels';
import { Customer, Recipient } from './People';
import { Progress } from './Progress';
import { currentTrail } from './trail';
import { channelWords, orderWords } from './words';
import './orders.css';

const ShipDrawer = lazy(() => import('./ShipDrawer'));
const PickupModal = lazy(() => import('./PickupModal'));
const ReasonModal = lazy(() => import('./ReasonModal'));
const RefundModal = lazy(() => import('./RefundModal'));

type Asking = 'ship' | 'handOver' | 'refund' | 'cancel' | 'hold' | 'complete' | null;

export default function OrderPage({ params }: Params) {
  const number = params.number ?? '';
  const lang = useLang();
  const say = useWords(orderWords);
  const order = useQuery({
    queryKey: [`order ${number}`, lang],
    queryFn: () => take(client.GET('/api/admin/orders/{number}', { params: { path: { number } } })),
    placeholderData: (previous) => previous,
  });
  const missing = order.error instanceof Refused && order.error.problem.status === 404;
  return (
    <div className="narrow">
      <Back number={number} />
      {!order.data && <PageHead title={say.orderTitle(orderNumber(number))} />}
      <Failure error={order.error} retry={missing ? undefined : () => void order.refetch()}>
        {missing && <Link to="/orders">{say.notFoundBack}</Link>}
      </Failure>
      {order.data ? <OrderView order={order.data} /> : !order.error && <Slow rows={8} />}
    </div>
  );
}

function Back({ number }: { number: string }) {
  const say = useWords(orderWords);
  const trail = currentTrail();
  const at = trail?.numbers.indexOf(number) ?? -1;
  const open = (step: number) => {
    const next = trail?.numbers[at + step];
    if (at >= 0 && next) void go(`/orders/${next}`, { replace: true });
  };
  useKeys({
    j: () => open(1),
    k: () => open(-1),
    Escape: () => void go(trail?.address ?? '/orders'),
  });
  return (
    <div className="back">
      <Link to={trail?.address ?? '/orders'}>
        <Icon name="left" size={14} />
        {trail?.name ?? say.title}
      </Link>
      {trail && at >= 0 && (
        <>
          <span>{say.position(at + 1, trail.numbers.length)}</span>
          <span aria-hidden="true">
            <kbd>K</kbd> <kbd>J</kbd>
          </span>
        </>
      )}
    </div>
  );
}

function OrderView({ order }: { order: Order }) {
  const say = useWords(orderWords);
  const shared = useWords(common);
  const channels = useWords(channelWords);
  const { can } = useSession();
  const times = useTimes();
  const cache = useQueryClient();
  const sayFailure = useSayFailure();
  const [asking, setAsking] = useState<Asking>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const { actions, number } = order;
  const path = { number };

  const refresh = () => {
    setAsking(null);
    setFailure(null);
    void cache.invalidateQueries({ queryKey: [`order ${number}`] });
    void cache.invalidateQueries({ queryKey: ['orders'] });
    void cache.invalidateQueries({ queryKey: ['home'] });
  };
  const confirm = useSubmit(
    (_: object, key) =>
      take(client.POST('/api/admin/orders/{number}/confirm', { params: { path, header: keyed(key) } })),
    {
      onSuccess: () => {
        toast(say.confirmed);
        refresh();
      },
      onError: setFailure,
    },
  );
  const release = useSubmit(
    (_: object, key) =>
      take(client.POST('/api/admin/orders/{number}/release', { params: { path, header: keyed(key) } })),
    {
      onSuccess: () => {
        toast(say.released);
        refresh();
      },
      onError: setFailure,
    },
  );
  const flag = useSubmit(
    (color: string | null, key) =>
      take(
        client.POST('/api/admin/orders/{number}/flag', { params: { path, header: keyed(key) }, body: { flag: color } }),
      ),
    { onSuccess: refresh, onError: sayFailure },
  );

  const held = order.attention.some((one) => one.code.includes('hold') || one.code.includes('held'));
  // ONE primary action: the next step; while something blocks it, the remedy is.
  const next: Asking | 'confirm' | 'release' = held
    ? 'release'
    : actions.confirm
      ? 'confirm'
      : actions.handOver
        ? 'handOver'
        : actions.ship
          ? 'ship'
          : actions.complete
            ? 'complete'
            : null;
  const doNext = () => {
    if (next === 'confirm') confirm.mutate({});
    else if (next === 'release') release.mutate({});
    else setAsking(next);
  };
  useKeys({ a: () => next && doNext() });

  const needs = {
    confirm: 'orders.confirm',
    release: 'orders.confirm',
    handOver: 'orders.ship',
    ship: 'orders.ship',
    complete: 'orders.ship',
  } as const;
  const nextText = {
    confirm: say.confirm,
    release: say.release,
    handOver: say.hand_over,
    ship: say.ship,
    complete: say.complete,
  } as const;
  const paid = order.money.paid.amount - order.money.refunded.amount > 0;
  const back = { ...order.money.paid, amount: order.money.paid.amount - order.money.refunded.amount };
  const more = [
    ...(actions.hold && !held ? [{ key: 'hold', label: say.hold }] : []),
    ...(actions.complete && next !== 'complete' ? [{ key: 'complete', label: say.complete }] : []),
    ...(order.publicUrl ? [{ key: 'shop', label: say.toShop }] : []),
    ...(actions.cancel && can('orders.cancel') ? [{ key: 'cancel', label: say.cancel, danger: true }] : []),
  ];

  return (
    <>
      <PageHead
        title={say.orderTitle(orderNumber(number))}
        note={
          <span className="goods">
            <Pill status={order.status} />
            <span title={times.exactly(order.placedAt)}>
              {say.placedAt(times.when(order.placedAt), named(channels, order.channel))}
            </span>
          </span>
        }
      >
        {more.length > 0 && (
          <Menu
            label={shared.more}
            items={more}
            onPick={(key) => {
              if (key === 'shop') window.open(order.publicUrl, '_blank', 'noopener');
              else setAsking(key as Asking);
            }}
          >
            {(wiring) => <Button {...wiring}>{shared.more}</Button>}
          </Menu>
        )}
        {actions.refund && (
          <Act needs="orders.refund" onClick={() => setAsking('refund')}>
            {say.refund}
          </Act>
        )}
        {next && next in needs && (
          <Act
            primary={!order.blocked || next === 'release' || next === 'confirm'}
            needs={needs[next as keyof typeof needs]}
            onClick={doNext}
            loading={confirm.isPending || release.isPending}
          >
            {nextText[next as keyof typeof nextText]}
          </Act>
        )}
      </PageHead>
      <Failure error={failure} focus />
      {order.blocked && (
        <Notice tone="bad" title={order.blocked.title}>
          <p>{order.blocked.detail}</p>
          <p>{order.blocked.remedy}</p>
        </Notice>
      )}
      {!order.blocked && order.attention.length > 0 && (
        <Notice tone="warn" title={order.attention.map((one) => one.text).join(times.lang === 'zh' ? '；' : '; ')} />
      )}
      <div className="split">
        <div>
          <Card>
            <Progress order={order} />
          </Card>
          <Lines order={order} />
          <Parcels order={order} onDone={refresh} />
          {order.payments.length > 0 && <Payments order={order} />}
          {order.refunds.length > 0 && <Refunds order={order} />}
          <History order={order} />
        </div>
        <div>
          <Chain order={order} />
          <Notes
            order={order}
            onDone={refresh}
            onFlag={(color) => {
              const before = order.flag;
              flag.mutate(color, {
                onSuccess: () => toast(say.flagged(1), { undo: { text: shared.undo, act: () => flag.mutate(before) } }),
              });
            }}
          />
          <Recipient order={order} />
          <Customer order={order} />
        </div>
      </div>
      <Suspense>
        {asking === 'ship' && <ShipDrawer number={number} onClose={() => setAsking(null)} onDone={refresh} />}
        {asking === 'handOver' && <PickupModal number={number} onClose={() => setAsking(null)} onDone={refresh} />}
        {asking === 'refund' && <RefundModal order={order} onClose={() => setAsking(null)} onDone={refresh} />}
        {asking === 'cancel' && (
          <ReasonModal
            title={say.cancelTitle(orderNumber(number))}
            detail={paid ? say.cancelDetail(money(back), order.customer.name) : say.cancelUnpaid}
            hint={say.cancelReasonHint}
            act={paid ? say.cancelRefund(money(back)) : say.cancel}
            keep={say.keep}
            danger
            onClose={() => setAsking(null)}
            send={(reason, key) =>
              take(
                client.POST('/api/admin/orders/{number}/cancel', {
                  params: { path, header: keyed(key) },
                  body: { reason },
                }),
              )
            }
            onDone={() => {
              toast(say.canceled);
              refresh();
            }}
          />
        )}
        {asking === 'hold' && (
          <ReasonModal
            title={say.holdTitle(orderNumber(number))}
            detail={say.holdDetail}
            hint={say.reasonHint}
            act={say.hold}
            keep={shared.cancel}
            onClose={() => setAsking(null)}
            send={(reason, key) =>
              take(
                client.POST('/api/admin/orders/{number}/hold', {
                  params: { path, header: keyed(key) },
                  body: { reason },
                }),
              )
            }
            onDone={() => {
              toast(say.held);
              refresh();
            }}
          />
        )}
        {asking === 'complete' && (
          <ReasonModal
            title={say.completeTitle(orderNumber(number))}
            detail={say.completeDetail}
            act={say.complete}
            keep={shared.cancel}
            onClose={() => setAsking(null)}
            send={(_, key) =>
              take(client.POST('/api/admin/orders/{number}/complete', { params: { path, header: keyed(key) } }))
            }
            onDone={() => {
              toast(say.completed);
              refresh();
            }}
          />
        )}
      </Suspense>
    </>
  );
}
