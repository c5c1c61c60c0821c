import { catalog, inside } from '../i18n/catalog';

export const homeWords = catalog({
  title: ['今天要处理的', 'To do today'],
  page: ['今天', 'Today'],
  asOf: [
    (day: string, week: string, at: string) => `${day}${week}，截至${at}`,
    (day: string, week: string, at: string) => `${week} ${day}, as of ${at}`,
  ],
  work: ['等您处理', 'Waiting for you'],
  urgent: ['按最急的在前', 'Most urgent first'],
  awaiting_shipment: ['待发货', 'To ship'],
  awaiting_confirmation: ['待审核', 'To confirm'],
  awaiting_payment: ['待付款', 'Awaiting payment'],
  unmatched_money: ['没对上的', 'Gaps'],
  unreturned: ['未归单', 'Unreturned orders'],
  refunds_open: ['退款没办完', 'Refunds open'],
  low_stock: ['库存低于警戒线', 'Low stock'],
  delivery_stalled: ['物流停滞', 'Delivery stalled'],
  dead_letters: ['没送到的消息', 'Undelivered messages'],
  nothing: ['没有要处理的', 'Nothing to do'],
  overdue: [
    (count: number, all: number) => (count === all ? `全部超时` : `${count}项已超时`),
    (count: number, all: number) => (count === all ? 'All overdue' : `${count} overdue`),
  ],
  dueBy: [(at: string) => `最早的须${at}前做完`, (at: string) => `first due ${inside(at)}`],
  oldest: [(span: string) => `最久等了${span}`, (span: string) => `oldest waits ${span}`],
  worth: [(sum: string) => `共${sum}`, (sum: string) => `${sum} in all`],
  soFar: ['今天到现在', 'Today so far'],
  compared: ['与上周同一天、同一时刻比', 'Against the same weekday and time last week'],
  sales: ['销售额（已付）', 'Sales (paid)'],
  orders: ['订单量', 'Orders'],
  average: ['客单价', 'Average order'],
  paidShare: ['付款率', 'Paid share'],
  ordersCount: [(count: number) => `${count}单`, (count: number) => `${count}`],
  points: [(points: string) => `${points}个百分点`, (points: string) => `${points} points`],
  same: ['持平', 'The same'],
  noBasis: ['上周此时没有', 'None last week'],
  chart: [
    (today: string, last: string) => `每小时订单数。今天到现在：${today}。上周同一天：${last}。`,
    (today: string, last: string) => `Orders per hour. Today so far: ${today}. Same day last week: ${last}.`,
  ],
  chartToday: [(count: number) => `今天${count}`, (count: number) => `Today ${count}`],
  chartLast: ['上周', 'Last week'],
  proof: ['今天的归单证明', "Today's proof"],
  ordersIn: ['渠道发来、系统收到', 'Received from channels'],
  ordersMatched: ['归到订单', 'Matched to orders'],
  amountIn: ['支付渠道收款', 'Taken by providers'],
  amountMatched: ['归到订单的款', 'Matched to orders'],
  openOrders: ['还没归单', 'Unmatched'],
  equations: ['恒等式', 'Equations'],
  equationsOk: ['全部相等', 'All hold'],
  equationsBroken: [(count: number) => `${count}个不相等`, (count: number) => `${count} broken`],
  count: [(count: number) => `${count}单`, (count: number) => `${count} orders`],
  checkedAt: [(at: string) => `${at}核对过`, (at: string) => `Checked ${inside(at)}`],
  neverChecked: ['还没有核对过', 'Not checked yet'],
  checkNow: ['现在核对', 'Check now'],
  checkedAll: [
    (count: number) => `核对了${count}个恒等式，全部相等`,
    (count: number) => `${count} equations checked, all hold`,
  ],
  checkedBroken: [(count: number) => `${count}个恒等式不相等`, (count: number) => `${count} equations are broken`],
  sellingOut: ['快卖完的', 'Selling out'],
  leftDays: [
    (left: number, days: number) =>
      days < 1 ? `剩${left}，今天卖完` : days < 2 ? `剩${left}，明天卖完` : `剩${left}，约${Math.round(days)}天`,
    (left: number, days: number) =>
      days < 1
        ? `${left} left, out today`
        : days < 2
          ? `${left} left, out tomorrow`
          : `${left} left, about ${Math.round(days)} days`,
  ],
  left: [(left: number) => `剩${left}`, (left: number) => `${left} left`],
  soldOut: ['已卖完', 'Sold out'],
  noneSellingOut: ['没有快卖完的商品', 'Nothing is about to sell out'],
  look: ['看库存', 'See stock'],
});
