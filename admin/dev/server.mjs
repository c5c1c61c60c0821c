// A development aid, never shipped: answers the back office's calls from memory with invented data, in the shapes of
// the real server, so that pages can be built and looked at without it. `npm run fixtures`, then `npm run dev`, or open
// http://127.0.0.1:5080/admin/ for the built pages. It remembers changes until it ends.
// Words in the address help to see states: ?slow=3000 in FIXTURES=slow, FIXTURES=empty, FIXTURES=error, ROLE=service.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const port = Number(process.env.PORT ?? 5080);
const mode = process.env.FIXTURES ?? '';
const role = process.env.ROLE ?? 'owner';
const built = new URL('../../src/Web/wwwroot/admin/', import.meta.url).pathname;
const now = () => Date.now();
const iso = (minutesAgo) => new Date(now() - minutesAgo * 60_000).toISOString();
const cny = (amount) => ({ amount, currency: 'CNY' });
const pick = (request, zh, en) => ((request.headers['accept-language'] ?? '').startsWith('zh') ? zh : en);

const all = [
  'orders.read',
  'orders.confirm',
  'orders.ship',
  'orders.cancel',
  'orders.refund',
  'orders.note',
  'customers.read',
  'customers.personal',
  'products.read',
  'products.write',
  'products.import',
  'stock.read',
  'stock.adjust',
  'settings.read',
  'settings.write',
  'staff.read',
  'staff.write',
  'audit.read',
  'assurance.run',
  'assurance.read',
  'operations.read',
  'operations.write',
  'ledger.read',
];
const roles = {
  owner: { zh: '店长', en: 'Owner', permissions: all },
  service: { zh: '客服', en: 'Service', permissions: ['orders.read', 'orders.note', 'products.read', 'stock.read'] },
};

const goods = [
  [
    'GD-QC-250-YB',
    '手作青瓷公道杯',
    'Celadon fair cup',
    '月白250ml',
    'Moon white 250 ml',
    14600,
    'cup',
    '#DCE6DD',
    '#3F6B52',
  ],
  [
    'GD-PE-357-19',
    '云南古树普洱2019年',
    'Old-tree pu-erh 2019',
    '357g饼',
    '357 g cake',
    68900,
    'pot',
    '#EBD9D9',
    '#8A3F44',
  ],
  [
    'GD-LP-420-SL',
    '冷泡茶随行杯',
    'Cold brew bottle',
    '松绿420ml',
    'Pine green 420 ml',
    12800,
    'can',
    '#D9E2EB',
    '#3E6285',
  ],
  [
    'GD-SD-005-TZ',
    '宋式点茶套组（茶筅、建盏、茶勺、茶巾、收纳盒）',
    'Song style tea whisking set (whisk, bowl, scoop, cloth, box)',
    '五件套',
    'Set of five',
    129900,
    'bowl',
    '#E6E2D3',
    '#70683A',
  ],
  ['GD-GH-100', '桂花乌龙', 'Osmanthus oolong', '100g罐装', '100 g tin', 8800, 'leaf', '#EBDDD0', '#93582F'],
  ['GD-CP-048', '竹编茶盘', 'Bamboo tea tray', '大号48cm', 'Large 48 cm', 35900, 'box', '#E0DEEA', '#584E85'],
  ['GD-JZ-090', '建盏', 'Jian bowl', '兔毫90mm', "Hare's fur 90 mm", 26800, 'bowl', '#E6E2D3', '#55503B'],
  ['GD-ZS-200', '正山小种礼盒', 'Lapsang souchong gift box', '200g', '200 g', 39800, 'box', '#EBD9D9', '#7B3B33'],
];
const drawings = {
  cup: 'M10 13h15v9a6 6 0 0 1-6 6h-3a6 6 0 0 1-6-6ZM25 15h3a3 3 0 0 1 0 7h-3',
  pot: 'M8 18a12 9 0 0 0 24 0ZM18 11h4v3h-4ZM8 20l-4-4M32 16l4-2',
  can: 'M12 8h16v24H12Z',
  bowl: 'M9 13h22l-4 16H13Z',
  leaf: 'M20 7c8 8 8 16 0 24-8-8-8-16 0-24Z',
  box: 'M9 13h22v17H9ZM9 18h22',
};
const picture = (index) => `/media/${goods[index][0]}.svg`;
const drawn = (sku) => {
  const one = goods.find((row) => row[0] === sku) ?? goods[0];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${one[7]}"/><path d="${drawings[one[6]]}" fill="${one[8]}" stroke="${one[8]}" stroke-width="2" stroke-linejoin="round"/></svg>`;
};

const people = [
  ['陈思源', '13800001234', '浙江', '杭州', '西湖区', '文三路478号华星时代广场A座1502室'],
  ['Olivia Bennett-Hawthorne', '+44 20 7946 0958', '英国', '伦敦', '', '14 Lamb’s Conduit Street'],
  ['刘子涵', '13912345678', '广东', '深圳', '南山区', '科技园科苑路15号'],
  ['欧阳建国', '13611112222', '四川', '成都', '锦江区', '东大街8号3栋2单元1901'],
  ['王芳', '13522223333', '江苏', '南京', '鼓楼区', '中山北路26号'],
  ['赵一鸣', '13433334444', '北京', '北京', '朝阳区', '建国路93号万达广场8号楼'],
  ['孙丽华', '13344445555', '上海', '上海', '浦东新区', '世纪大道1568号'],
  ['周小雨', '13255556666', '福建', '厦门', '思明区', '环岛路128号'],
  ['吴国栋', '13166667777', '山东', '青岛', '市南区', '香港中路40号'],
  ['马依热·阿卜杜热合曼', '13077778888', '新疆', '乌鲁木齐', '天山区', '解放南路272号'],
];
const channels = ['shop', 'shopify', 'shop', 'miniprogram', 'shop', 'woocommerce', 'shop'];
const methods = ['wechatpay', 'stripe', 'alipay', 'alipay', 'wechatpay'];
const plan = [
  'awaiting_shipment',
  'paid',
  'awaiting_payment',
  'partly_shipped',
  'awaiting_shipment',
  'shipped',
  'refunding',
  'completed',
  'refund_completed',
  'canceled',
];
const names = {
  awaiting_payment: ['待付款', 'Awaiting payment'],
  paid: ['支付成功', 'Paid'],
  awaiting_shipment: ['待发货', 'Awaiting shipment'],
  partly_shipped: ['部分发货', 'Partly shipped'],
  shipped: ['发货完成', 'Shipped'],
  completed: ['已完成', 'Completed'],
  refunding: ['退款中', 'Refunding'],
  refund_completed: ['已完成退款', 'Refund completed'],
  canceled: ['已取消', 'Canceled'],
};

let serial = 0;
function makeOrder(minutesAgo, index) {
  const status = plan[index % plan.length];
  const person = people[index % people.length];
  const placed = new Date(now() - minutesAgo * 60_000);
  const stamp = new Date(placed.getTime() + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 12);
  const number =
    stamp +
    String(381742 + ++serial * 7919)
      .slice(-6)
      .padStart(6, '0');
  const lines = [0, 4, 6].slice(0, index % 3 === 0 ? 3 : 1).map((extra, at) => {
    const which = (index + extra) % goods.length;
    const quantity = at === 0 ? 1 + (index % 2) : 1;
    const gross = goods[which][5] * quantity;
    const discount = index % 3 === 0 ? Math.round(gross * 0.1) : 0;
    const done = ['shipped', 'completed'].includes(status) || (status === 'partly_shipped' && at === 0);
    return {
      id: `${number}-${at}`,
      which,
      sku: goods[which][0],
      image: picture(which),
      unitPrice: cny(goods[which][5]),
      quantity,
      discount: cny(discount),
      total: cny(gross - discount),
      shipped: done ? quantity : 0,
      refunded: status === 'refund_completed' ? quantity : 0,
    };
  });
  const sum = lines.reduce((total, line) => total + line.total.amount, 0);
  const freight = sum > 9900 ? 0 : 1200;
  const paid = !['awaiting_payment', 'canceled'].includes(status);
  return {
    number,
    channel: channels[index % channels.length],
    externalNumber: channels[index % channels.length] === 'shopify' ? `#${1000 + index}` : null,
    placedAt: placed.toISOString(),
    person,
    status,
    lines,
    freight,
    total: sum + freight,
    paid: paid ? sum + freight : 0,
    method: methods[index % methods.length],
    refunded: status === 'refund_completed' ? sum + freight : 0,
    flag: index % 10 === 0 ? 'red' : index % 10 === 3 ? 'green' : index % 10 === 6 ? 'yellow' : null,
    note: index % 10 === 0 ? '加固包装，附手写贺卡' : index % 10 === 6 ? '已电话致歉' : null,
    attention:
      status === 'paid'
        ? ['amount_over_limit', '金额超过¥500上限，等店长审核', 'Over the ¥500 limit; manager to check']
        : index === 6
          ? ['refund_waiting', '破损，3张照片，等了5小时', 'Damaged, 3 photos, waiting 5 h']
          : null,
    deadline:
      status === 'awaiting_payment'
        ? now() + 29 * 60_000
        : ['awaiting_shipment', 'partly_shipped'].includes(status)
          ? index % 10 === 4
            ? now() - 26 * 60_000
            : now() + 4 * 3_600_000
          : null,
    blocked: index === 0 ? true : false,
    held: false,
    history: [],
    parcels: ['shipped', 'completed', 'partly_shipped'].includes(status)
      ? [
          {
            id: `p${index}`,
            carrier: 'shunfeng',
            carrierName: ['顺丰速运', 'SF Express'],
            trackingNumber: `SF139022774${String(1882 + index)}`,
            shippedAt: iso(minutesAgo - 60),
            deliveredAt: status === 'completed' ? iso(minutesAgo / 2) : null,
            state: status === 'completed' ? 'delivered' : 'in_transit',
          },
        ]
      : [],
    pickup: index % 10 === 14,
  };
}
let orders =
  mode === 'empty' ? [] : Array.from({ length: 84 }, (_, index) => makeOrder(4 + index * 17 + (index % 3) * 5, index));

const rowOf = (order, request) => {
  const t = (pair) => pick(request, pair[0], pair[1]);
  const next = order.held
    ? null
    : order.status === 'paid'
      ? 'confirm'
      : ['awaiting_shipment', 'partly_shipped'].includes(order.status)
        ? 'ship'
        : null;
  return {
    number: order.number,
    channel: order.channel,
    externalNumber: order.externalNumber,
    placedAt: order.placedAt,
    customer: {
      name: order.person[0],
      phone: order.person[1],
      place: [...new Set([order.person[2], order.person[3]])].join(' '),
    },
    total: cny(order.total),
    paid: cny(order.paid),
    paymentMethod: order.paid ? order.method : null,
    status: order.status,
    statusText: t(names[order.status]),
    payment: order.paid ? 'paid' : 'unpaid',
    fulfillment: 'unfulfilled',
    attention: order.attention
      ? [{ code: order.attention[0], text: pick(request, order.attention[1], order.attention[2]) }]
      : [],
    deadline: order.deadline ? new Date(order.deadline).toISOString() : null,
    lines: order.lines.slice(0, 2).map((line) => lineOf(line, request)),
    lineCount: order.lines.length,
    unitCount: order.lines.reduce((total, line) => total + line.quantity, 0),
    flag: order.flag,
    note: order.note,
    tags: [],
    next,
  };
};
const lineOf = (line, request) => ({
  refunded: 0,
  dropped: 0,
  returned: 0,
  ...line,
  name: pick(request, goods[line.which][1], goods[line.which][2]),
  options: pick(request, goods[line.which][3], goods[line.which][4]),
});
const chainNames = {
  channel: ['渠道', 'Channel'],
  order: ['订单', 'Order'],
  payment: ['付款', 'Payment'],
  reservation: ['库存', 'Stock'],
  shipment: ['发货', 'Shipment'],
  carrier: ['物流', 'Carrier'],
  refund: ['退款', 'Refund'],
};
const detailOf = (order, request) => {
  const t = (zh, en) => pick(request, zh, en);
  const goodsSum = order.lines.reduce((total, line) => total + line.total.amount + line.discount.amount, 0);
  const off = order.lines.reduce((total, line) => total + line.discount.amount, 0);
  const paidAt = new Date(Date.parse(order.placedAt) + 70_000).toISOString();
  const open = ['awaiting_shipment', 'partly_shipped', 'paid'].includes(order.status) && !order.held;
  const shipped = order.parcels.length > 0;
  return {
    ...rowOf(order, request),
    lines: order.lines.map((line) => lineOf(line, request)),
    money: {
      goods: cny(goodsSum),
      discount: cny(off),
      freight: cny(order.freight),
      total: cny(order.total),
      paid: cny(order.paid),
      refunded: cny(order.refunded),
      refundable: cny(order.paid - order.refunded),
      due: cny(order.status === 'awaiting_payment' ? order.total : 0),
      freightLeft: cny(order.freight),
    },
    recipient: {
      name: order.person[0],
      phone: order.blocked ? '1380 000 123' : order.person[1],
      country: 'CN',
      province: order.person[2],
      city: order.person[3],
      district: order.person[4],
      line: order.person[5],
      postcode: '',
    },
    deliveryMethod: { code: 'courier', name: t('快递，承诺48小时内发出', 'Courier, sent within 48 h') },
    buyer: null,
    buyerNote: order.flag ? t('送长辈，请勿放价目单', 'A present; no price list please') : null,
    shipments: order.parcels.map((parcel) => ({
      ...parcel,
      carrierName: Array.isArray(parcel.carrierName) ? t(...parcel.carrierName) : parcel.carrierName,
      lines: order.lines.filter((line) => line.shipped > 0).map((line) => ({ sku: line.sku, quantity: line.shipped })),
      events: [
        ...(parcel.deliveredAt
          ? [
              {
                at: parcel.deliveredAt,
                text: t('已签收，本人签收', 'Delivered, signed by the recipient'),
                state: 'delivered',
              },
            ]
          : []),
        {
          at: new Date(Date.parse(parcel.shippedAt) + 30 * 60_000).toISOString(),
          text: t('到达杭州转运中心', 'Arrived at Hangzhou hub'),
          state: 'in_transit',
        },
        {
          at: parcel.shippedAt,
          text: t('顺丰已取件，杭州文三路', 'Picked up by SF, Wensan Road, Hangzhou'),
          state: 'picked_up',
        },
      ],
    })),
    payments: order.paid
      ? [
          {
            outTradeNo: `T${order.number}`,
            provider: order.method,
            state: 'paid',
            amount: cny(order.paid),
            createdAt: order.placedAt,
            paidAt,
            transactionId: `420000${order.number}`,
            nextQueryAt: null,
          },
        ]
      : order.status === 'awaiting_payment'
        ? [
            {
              outTradeNo: `T${order.number}`,
              provider: order.method,
              state: 'pending',
              amount: cny(order.total),
              createdAt: order.placedAt,
              paidAt: null,
              transactionId: null,
              nextQueryAt: new Date(now() + 60_000).toISOString(),
            },
          ]
        : [],
    refunds:
      order.refunded || order.status === 'refunding'
        ? [
            {
              id: 'r1',
              amount: cny(order.refunded || order.paid),
              reason: t('破损', 'Damaged'),
              state: order.refunded ? 'confirmed' : 'submitted',
              requestedAt: iso(300),
              confirmedAt: order.refunded ? iso(280) : null,
              error: null,
              lines: [],
              freight: null,
            },
          ]
        : [],
    timeline: [
      { at: order.placedAt, actor: order.person[0], kind: 'placed', text: t('下单', 'Placed'), reason: null },
      ...(order.paid
        ? [
            {
              at: paidAt,
              actor: t('支付渠道', 'Provider'),
              kind: 'paid',
              text: t('支付成功，回调与查询一致', 'Paid; callback and query agree'),
              reason: null,
            },
          ]
        : []),
      ...(order.paid && order.status !== 'paid'
        ? [
            {
              at: new Date(Date.parse(paidAt) + 1000).toISOString(),
              actor: t('系统', 'System'),
              kind: 'confirmed',
              text: t('自动审核通过，8条规则', 'Confirmed automatically, 8 rules passed'),
              reason: null,
            },
          ]
        : []),
      ...order.parcels.map((parcel) => ({
        at: parcel.shippedAt,
        actor: '林晓',
        kind: 'shipped',
        text: t('发货，顺丰速运', 'Shipped, SF Express'),
        reason: null,
      })),
      ...order.history,
    ],
    chain: [
      { link: 'channel', state: 'proved', at: order.placedAt, text: '' },
      { link: 'order', state: 'proved', at: order.placedAt, text: '' },
      {
        link: 'payment',
        state: order.paid ? 'proved' : 'open',
        at: order.paid ? paidAt : null,
        text: order.paid ? t('回调和查询一致', 'callback and query agree') : t('等客户付款', 'awaiting the customer'),
      },
      { link: 'reservation', state: order.status === 'canceled' ? 'not_needed' : 'proved', at: null, text: t('已锁定', 'reserved') },
      { link: 'shipment', state: shipped ? 'proved' : 'not_needed', at: order.parcels[0]?.shippedAt ?? null, text: '' },
      {
        link: 'carrier',
        state: order.parcels[0]?.deliveredAt ? 'proved' : shipped ? 'open' : 'not_needed',
        at: null,
        text: shipped && !order.parcels[0].deliveredAt ? t('在路上', 'on its way') : '',
      },
      {
        link: 'refund',
        state: order.refunded ? 'proved' : 'not_needed',
        at: null,
        text: '',
      },
    ].map((link) => ({ ageSeconds: null, evidence: [], title: t(...chainNames[link.link]), ...link })),
    actions: {
      confirm: order.status === 'paid' && !order.held,
      hold: open,
      cancel: open || order.status === 'awaiting_payment',
      ship: ['awaiting_shipment', 'partly_shipped'].includes(order.status) && !order.held,
      refund: order.paid - order.refunded > 0 && order.status !== 'refunding',
      handOver: false,
      complete: order.status === 'shipped',
    },
    blocked: order.blocked
      ? {
          code: 'recipient.phone_invalid',
          title: t('收货电话少一位，还不能发货', 'The phone is one digit short; it cannot ship yet'),
          detail: t(
            '客户填的是1380 000 123（10位），手机号应为11位。',
            'The customer gave 1380 000 123 (10 digits); a mobile number has 11.',
          ),
          remedy: t(
            '已发短信请客户改；也可打客户下单的电话核对。',
            'A message asks the customer to mend it; you may also call the number the order was placed with.',
          ),
        }
      : null,
    publicUrl: `http://127.0.0.1:${port}/orders/${order.number}`,
  };
};

const products = goods.map((one, index) => ({
  id: `p-${index + 1}`,
  slug: one[0].toLowerCase(),
  status: index === 7 ? 'draft' : 'listed',
  version: 3,
  name: { zh: one[1], en: index === 5 ? '' : one[2] },
  description: { zh: `<p>${one[1]}，手工制作。</p>`, en: `<p>${one[2]}, made by hand.</p>` },
  seo: { title: { zh: one[1], en: one[2] }, description: { zh: '', en: '' }, keywords: ['茶'] },
  categories: [index % 2 ? 'c-tea' : 'c-ware'],
  tags: ['新品'],
  options: [
    {
      name: { zh: '规格', en: 'Size' },
      values: [
        { zh: one[3], en: one[4] },
        { zh: '大号', en: 'Large' },
      ],
    },
  ],
  variants: [
    {
      sku: one[0],
      barcode: '6901234567892',
      options: [0],
      price: cny(one[5]),
      compareAt: null,
      weightGrams: 300,
      image: null,
    },
    {
      sku: `${one[0]}-L`,
      barcode: null,
      options: [1],
      price: cny(one[5] + 4000),
      compareAt: cny(one[5] + 8000),
      weightGrams: 480,
      image: null,
    },
  ],
  images: index === 7 ? [] : [{ id: `i-${index}`, url: picture(index), alt: { zh: one[1], en: one[2] } }],
  updatedAt: iso(index * 500 + 20),
  missing:
    index === 7
      ? [
          { code: 'image', text: ['还没有图片', 'No picture yet'], field: 'images' },
          { code: 'price', text: ['有一个规格没有价格', 'One variant has no price'], field: 'variants' },
        ]
      : index === 5
        ? [{ code: 'name_en', text: ['没有英文名', 'No English name'], field: 'name.en' }]
        : [],
}));
const categories = [
  { id: 'c-tea', slug: 'tea', name: { zh: '茶叶', en: 'Tea' }, parent: null, count: 4 },
  { id: 'c-ware', slug: 'ware', name: { zh: '茶器', en: 'Tea ware' }, parent: null, count: 4 },
  { id: 'c-cup', slug: 'cups', name: { zh: '杯盏', en: 'Cups' }, parent: 'c-ware', count: 2 },
];
const missingOf = (product, request) => product.missing.map((one) => ({ ...one, text: pick(request, ...one.text) }));
const stock = goods.map((one, index) => ({
  sku: one[0],
  which: index,
  onHand: [6, 120, 31, 48, 14, 77, 0, 260][index],
  reserved: index % 3,
  allocated: index % 2,
  warnAt: [10, 20, 40, 10, 30, 10, 5, 20][index],
  movements: Array.from({ length: 9 }, (_, at) => ({
    id: `m-${index}-${at}`,
    at: iso(at * 610 + 9),
    location: 'hangzhou',
    kind: ['ship', 'allocate', 'reserve', 'receive', 'adjust'][at % 5],
    onHand: [-1, 0, 0, 40, -2][at % 5],
    reserved: [0, -1, 1, 0, 0][at % 5],
    allocated: [-1, 1, 0, 0, 0][at % 5],
    order: at % 5 < 3 ? (orders[at]?.number ?? null) : null,
    reason: at % 5 === 4 ? '盘点' : '',
    actor: at % 5 < 3 ? '系统' : '林晓',
  })),
}));
const stockRow = (row, request) => ({
  sku: row.sku,
  product: pick(request, goods[row.which][1], goods[row.which][2]),
  options: pick(request, goods[row.which][3], goods[row.which][4]),
  image: picture(row.which),
  onHand: row.onHand,
  reserved: row.reserved,
  allocated: row.allocated,
  available: row.onHand - row.reserved - row.allocated,
  warnAt: row.warnAt,
});
const imports = [
  {
    id: 'i-1',
    file: '商品-2026秋.csv',
    format: 'shopify-csv',
    dryRun: false,
    state: 'done',
    rows: 1240,
    done: 1240,
    created: 312,
    updated: 905,
    unchanged: 20,
    failed: 3,
    startedAt: iso(1500),
    finishedAt: iso(1498),
    errors: [
      {
        line: 88,
        column: 'Variant Price',
        code: 'price.invalid',
        text: '价格不是数字，写成146.00',
        value: '一百四十六',
      },
      { line: 209, column: 'Variant SKU', code: 'sku.duplicate', text: 'SKU和第12行相同', value: 'GD-QC-250-YB' },
      { line: 731, column: null, code: 'row.columns', text: '这一行少了2列', value: null },
    ],
  },
  {
    id: 'i-2',
    file: 'products.xlsx',
    format: 'guidan-xlsx',
    dryRun: true,
    state: 'done',
    rows: 42,
    done: 42,
    created: 40,
    updated: 2,
    unchanged: 0,
    failed: 0,
    startedAt: iso(9000),
    finishedAt: iso(8999),
    errors: [],
  },
];
const delivery = {
  version: 4,
  methods: [
    {
      code: 'courier',
      name: { zh: '快递', en: 'Courier' },
      kind: 'courier',
      enabled: true,
      price: cny(1200),
      freeFrom: cny(9900),
      daysMin: 2,
      daysMax: 4,
      reach: { provinces: [], excluded: false },
      pros: { zh: '便宜，覆盖广', en: 'Cheap, goes everywhere' },
      cons: { zh: '偏远地区慢', en: 'Slow to remote areas' },
      carrier: 'zhongtong',
      pickup: null,
    },
    {
      code: 'sf',
      name: { zh: '顺丰', en: 'SF Express' },
      kind: 'sf',
      enabled: true,
      price: cny(2300),
      freeFrom: cny(39900),
      daysMin: 1,
      daysMax: 2,
      reach: { provinces: [], excluded: false },
      pros: { zh: '快，准时', en: 'Fast and punctual' },
      cons: { zh: '贵', en: 'Dearer' },
      carrier: 'shunfeng',
      pickup: null,
    },
    {
      code: 'post',
      name: { zh: '邮政', en: 'Post' },
      kind: 'post',
      enabled: true,
      price: cny(1000),
      freeFrom: null,
      daysMin: 4,
      daysMax: 8,
      reach: { provinces: ['西藏', '新疆'], excluded: false },
      pros: { zh: '到乡镇', en: 'Reaches every village' },
      cons: { zh: '慢', en: 'Slow' },
      carrier: 'ems',
      pickup: null,
    },
    {
      code: 'pickup',
      name: { zh: '自提', en: 'Pickup' },
      kind: 'pickup',
      enabled: false,
      price: cny(0),
      freeFrom: null,
      daysMin: 0,
      daysMax: 1,
      reach: { provinces: ['浙江'], excluded: false },
      pros: { zh: '免运费', en: 'No freight' },
      cons: { zh: '要自己来', en: 'You come yourself' },
      carrier: null,
      pickup: { address: '杭州市西湖区龙井路1号', hours: '9:00–18:00' },
    },
  ],
};
const payments = {
  version: 2,
  methods: [
    { code: 'alipay', name: { zh: '支付宝', en: 'Alipay' }, enabled: true, position: 1, configured: true, missing: [] },
    {
      code: 'wechatpay',
      name: { zh: '微信支付', en: 'WeChat Pay' },
      enabled: true,
      position: 2,
      configured: true,
      missing: [],
    },
    {
      code: 'stripe',
      name: { zh: '信用卡', en: 'Card' },
      enabled: false,
      position: 3,
      configured: false,
      missing: ['Providers:Stripe:SecretKey', 'Providers:Stripe:WebhookSecret'],
    },
  ],
};
const shop = {
  version: 1,
  name: { zh: '山野茶事', en: 'Wild Hill Tea' },
  phone: '0571-8800 1234',
  serviceHours: { zh: '每天9:00–21:00', en: 'Daily 9:00–21:00' },
  autoConfirm: true,
  paymentMinutes: 30,
  autoCompleteDays: 10,
};
const staff = [
  { id: 's1', name: '林晓', email: 'linxiao@example.cn', role: { code: 'owner', name: '店长' }, lastSeenAt: iso(1) },
  { id: 's2', name: '何青', email: 'heqing@example.cn', role: { code: 'service', name: '客服' }, lastSeenAt: iso(200) },
];
const letters = (box) =>
  mode === 'empty'
    ? []
    : [
        {
          id: `${box}-1`,
          kind: 'webhook.order_shipped',
          receiver: 'https://erp.example.cn/hooks',
          source: 'shopify',
          key: 'evt_88120',
          state: 'dead',
          attempts: 12,
          createdAt: iso(2400),
          nextAttemptAt: null,
          error: '对方回答410，地址已经停用',
          remedy: '在渠道设置里换地址，再重发',
        },
        {
          id: `${box}-2`,
          kind: 'mail.order_shipped',
          receiver: 'smtp',
          source: 'woocommerce',
          key: 'evt_88131',
          state: 'waiting',
          attempts: 3,
          createdAt: iso(12),
          nextAttemptAt: new Date(now() + 90_000).toISOString(),
          error: '邮件服务器没有回应',
          remedy: '系统会自己再试',
        },
      ];
const equations = (request) =>
  [
    ['orders.money', '订单应付＝商品＋运费－优惠', 'Order total = goods + freight − discounts', 0],
    ['payments.ledger', '渠道收款＝账上收款', 'Money taken = money booked', 0],
    ['stock.levels', '库存＝变动之和', 'Stock = sum of movements', 0],
    ['reservations.lines', '锁定＝未发的订单行', 'Reserved = open order lines', 0],
    ['ledger.balance', '借方＝贷方', 'Debits = credits', 0],
    ['payments.orders', '每笔收款都归到一单', 'Every payment belongs to an order', 2],
  ].map(([name, zh, en, broken], index) => ({
    name,
    title: pick(request, zh, en),
    checked: 366 + index * 841,
    broken,
    firstBroken: broken
      ? {
          key: 'T20261122143812',
          expected: '¥547.00',
          actual: '¥0.00',
          remedy: pick(
            request,
            '渠道有这笔款，订单没有回来。系统正在向渠道再取一次订单，也可在这里退回。',
            'The provider has the money, the order is missing. The channel is being asked again; you may also refund.',
          ),
        }
      : null,
  }));
const lastCheck = null;
const listeners = new Set();
const tell = (kind, key) => {
  for (const response of listeners)
    response.write(`id: ${now()}\nevent: change\ndata: ${JSON.stringify({ kind, key, at: iso(0) })}\n\n`);
};

let signedIn = process.env.SIGNED_OUT !== '1';
const send = (response, status, body) => {
  response.writeHead(status, { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json' });
  response.end(body === undefined ? '' : JSON.stringify(body));
};
const refuse = (response, request, status, code, zh, en, zhWay, enWay, extra = {}) =>
  send(response, status, {
    status,
    code,
    title: pick(request, zh, en),
    detail: null,
    remedy: pick(request, zhWay, enWay),
    ...extra,
  });
const readBody = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    return JSON.parse(text || '{}');
  } catch {
    return { raw: text };
  }
};
const paged = (items, url) => {
  const limit = Number(url.searchParams.get('limit') ?? 20);
  const start = Number(url.searchParams.get('after') ?? 0);
  return {
    items: items.slice(start, start + limit),
    next: start + limit < items.length ? String(start + limit) : null,
  };
};

const meOf = (request) => ({
  id: 's1',
  name: role === 'owner' ? '林晓' : '何青',
  email: 'linxiao@example.cn',
  role: { code: role, name: pick(request, roles[role].zh, roles[role].en) },
  permissions: roles[role].permissions,
  shop: { name: pick(request, '山野茶事', 'Wild Hill Tea'), timeZone: 'Asia/Shanghai', currency: 'CNY', demo: true },
});
const filtered = (url) => {
  const q = url.searchParams;
  const text = (q.get('query') ?? '').toLowerCase();
  return orders.filter(
    (order) =>
      (!q.get('status') || order.status === q.get('status')) &&
      (!q.get('attention') || order.attention || order.blocked) &&
      (!q.get('channel') || order.channel === q.get('channel')) &&
      (!q.get('from') || order.placedAt >= q.get('from')) &&
      (!q.get('to') || order.placedAt < q.get('to')) &&
      (!text ||
        [order.number, order.person[0], order.person[1], ...order.lines.map((line) => line.sku + goods[line.which][1])]
          .join(' ')
          .toLowerCase()
          .includes(text)),
  );
};

const members = [
  ['c2', '陈思源', null, 'siyuan@mail.example', 60],
  ['c1', '林晓雯', '15400001150', null, 4000],
].map(([id, name, phone, email, ago]) => ({
  id,
  name,
  phone,
  email,
  createdAt: iso(ago),
  addresses: [
    {
      id: `${id}a`,
      isDefault: true,
      name,
      phone: '15400001150',
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
      line: '文三路12号3幢501',
    },
  ],
}));

const server = createServer(async (request, response) => {
  const url = new URL(request.url, `http://127.0.0.1:${port}`);
  const path = url.pathname;
  const is = (method, pattern) => request.method === method && new RegExp(`^/api/admin${pattern}$`).exec(path);
  let m;
  if (path.startsWith('/media/')) {
    response.writeHead(200, { 'content-type': 'image/svg+xml' });
    return response.end(drawn(path.slice(7, -4)));
  }
  if (path.startsWith('/admin')) return file(path, response);
  if (!path.startsWith('/api/admin')) {
    response.writeHead(302, { location: '/admin/' });
    return response.end();
  }
  if (mode === 'slow') await new Promise((done) => setTimeout(done, 4000));
  if (mode === 'error' && !path.includes('session') && !path.includes('live'))
    return refuse(
      response,
      request,
      500,
      'server.error',
      '服务器出了错，数据没有变',
      'The server failed; nothing was changed',
      '过一会儿再试',
      'Try again in a while',
    );
  if (is('GET', '/session'))
    return signedIn
      ? send(response, 200, meOf(request))
      : refuse(response, request, 401, 'session.missing', '还没有登录', 'Not signed in', '请登录', 'Sign in');
  if (is('POST', '/session')) {
    const body = await readBody(request);
    if (body.password !== 'demo')
      return refuse(
        response,
        request,
        401,
        'session.wrong',
        '邮箱或密码不对',
        'Wrong email or password',
        '核对后再试，5次不对会锁15分钟',
        'Check and try again; 5 wrong tries lock for 15 minutes',
      );
    signedIn = true;
    return send(response, 200, meOf(request));
  }
  if (is('DELETE', '/session')) {
    signedIn = false;
    response.writeHead(204);
    return response.end();
  }
  if (!signedIn)
    return refuse(response, request, 401, 'session.missing', '还没有登录', 'Not signed in', '请登录', 'Sign in');
  if (is('GET', '/live')) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('event: hello\ndata: {}\n\n');
    listeners.add(response);
    request.on('close', () => listeners.delete(response));
    return;
  }
  if (is('GET', '/proof'))
    return send(response, 200, { orders: 366, open: mode === 'empty' ? 0 : 2, checkedAt: iso(1) });
  if (is('GET', '/home')) {
    const hour = new Date(now() + 8 * 3_600_000).getUTCHours();
    const shape = [3, 2, 1, 1, 0, 1, 4, 9, 18, 31, 51, 64, 58, 49, 71, 66, 70, 74, 80, 95, 90, 72, 48, 25];
    const empty = mode === 'empty';
    return send(response, 200, {
      asOf: iso(0),
      work: [
        ['unmatched_money', 2, 41, null, 2, 54700],
        ['awaiting_shipment', 38, 300, 180, 1],
        ['awaiting_confirmation', 6, 95, null, 0],
        ['refunds_open', 5, 300, null, 0, 120400],
        ['awaiting_payment', 41, 28, null, 0],
        ['low_stock', 9, null, null, 0],
        ['delivery_stalled', 3, 2900, null, 0],
        ['dead_letters', 0, null, null, 0],
      ].map(([kind, count, old, due, late, amount]) => ({
        kind,
        count: empty ? 0 : count,
        oldestAt: old ? iso(old) : null,
        dueAt: due ? new Date(now() + due * 60_000).toISOString() : null,
        overdue: empty ? 0 : late,
        amount: amount ? cny(amount) : null,
      })),
      figures: empty
        ? {
            sales: { today: cny(0), lastWeek: cny(0) },
            orders: { today: 0, lastWeek: 0 },
            average: { today: null, lastWeek: null },
            paidShare: { today: null, lastWeek: null },
          }
        : {
            sales: { today: cny(8642050), lastWeek: cny(7688730) },
            orders: { today: 364, lastWeek: 333 },
            average: { today: cny(23742), lastWeek: cny(23089) },
            paidShare: { today: 0.912, lastWeek: 0.933 },
          },
      hours: {
        today: shape.map((count, at) => (at <= hour ? (empty ? 0 : Math.round(count * 1.04)) : null)),
        lastWeek: empty ? shape.map(() => 0) : shape.map((count, at) => Math.max(0, count + ((at * 7) % 9) - 4)),
      },
      proof: {
        checkedAt: iso(1),
        ordersIn: 366,
        ordersMatched: 364,
        open: 2,
        amountIn: cny(8696750),
        amountMatched: cny(8642050),
        equationsBroken: 0,
      },
      sellingOut: empty
        ? []
        : [
            [4, 14, 1],
            [0, 6, 1.2],
            [2, 31, 4],
          ].map(([which, available, daysLeft]) => ({
            sku: goods[which][0],
            name: pick(request, goods[which][1], goods[which][2]),
            image: picture(which),
            available,
            daysLeft,
          })),
    });
  }
  if (is('GET', '/orders/counts')) {
    const status = {};
    for (const order of orders) status[order.status] = (status[order.status] ?? 0) + 1;
    return send(response, 200, {
      status,
      attention: orders.filter((order) => order.attention || order.blocked).length,
    });
  }
  if (is('GET', '/orders')) {
    const page = paged(filtered(url), url);
    return send(response, 200, { items: page.items.map((order) => rowOf(order, request)), next: page.next });
  }
  if ((m = is('GET', '/orders/(\\d+)'))) {
    const order = orders.find((one) => one.number === m[1]);
    return order
      ? send(response, 200, detailOf(order, request))
      : refuse(
          response,
          request,
          404,
          'order.not_found',
          `没有订单${m[1]}`,
          `There is no order ${m[1]}`,
          '核对号码，或到列表里找',
          'Check the number, or search the list',
        );
  }
  if ((m = is('POST', '/orders/(\\d+)/(\\w+)(?:/.*)?'))) {
    const order = orders.find((one) => one.number === m[1]);
    const body = await readBody(request);
    if (!order) return refuse(response, request, 404, 'order.not_found', '没有这个订单', 'No such order', '', '');
    const verb = m[2];
    if (verb === 'fulfillments') {
      if (order.blocked)
        return refuse(
          response,
          request,
          409,
          'recipient.phone_invalid',
          '收货电话少一位，还不能发货',
          'The phone is one digit short; it cannot ship',
          '改好电话再发',
          'Mend the phone, then ship',
        );
      for (const line of order.lines) {
        const asked = body.lines
          ? (body.lines.find((one) => one.sku === line.sku)?.quantity ?? 0)
          : line.quantity - line.shipped;
        line.shipped += asked;
      }
      order.status = order.lines.every((line) => line.shipped === line.quantity) ? 'shipped' : 'partly_shipped';
      order.deadline = null;
      order.parcels.push({
        id: `p${now()}`,
        carrier: body.carrier,
        carrierName: body.carrier,
        trackingNumber: body.trackingNumber,
        shippedAt: iso(0),
        deliveredAt: null,
        state: 'shipped',
      });
      tell('order', order.number);
      return send(response, 201, {
        id: 'f',
        number: order.number,
        carrier: body.carrier,
        trackingNumber: body.trackingNumber,
        lines: [],
        status: order.status,
      });
    }
    if (verb === 'confirm') {
      if (order.person[0].startsWith('Olivia'))
        return refuse(
          response,
          request,
          409,
          'order.over_limit',
          '超过¥500上限，等店长审核',
          'Over the ¥500 limit; manager to check',
          '请林晓审核',
          'Ask Lin Xiao',
        );
      order.status = 'awaiting_shipment';
      order.attention = null;
      order.deadline = now() + 6 * 3_600_000;
    }
    if (verb === 'hold') {
      order.held = true;
      order.attention = ['order.held', `暂停：${body.reason}`, `Held: ${body.reason}`];
    }
    if (verb === 'release') {
      order.held = false;
      order.attention = null;
    }
    if (verb === 'cancel') {
      order.status = order.paid ? 'refunding' : 'canceled';
      order.attention = null;
      order.deadline = null;
    }
    if (verb === 'complete') order.status = 'completed';
    if (verb === 'note') order.note = body.note || null;
    if (verb === 'flag') order.flag = body.flag;
    if (verb === 'refunds') {
      const units = (body.lines ?? []).map((asked) => {
        const line = order.lines.find((l) => l.id === asked.line);
        return { line: asked.line, sku: line.sku, quantity: asked.quantity, each: Math.floor(line.total.amount / line.quantity) };
      });
      const lines = units.map((u) => ({ ...u, amount: cny(u.each * u.quantity), dropped: 0, returned: 0 }));
      const amount = body.amount ?? cny(lines.reduce((sum, l) => sum + l.amount.amount, body.freight?.amount ?? 0));
      if (url.pathname.endsWith('/preview'))
        return send(response, 200, { lines, freight: body.freight ?? cny(0), amount, refundable: cny(order.paid), cancels: false });
      order.refunded += amount.amount;
      order.status = 'refunding';
      tell('order', order.number);
      return send(response, 201, { id: 'r', state: 'submitted', amount });
    }
    if (verb === 'deliveries')
      for (const parcel of order.parcels) {
        parcel.deliveredAt = iso(0);
        parcel.state = 'delivered';
      }
    tell('order', order.number);
    return send(response, 200, {});
  }
  if (is('GET', '/products')) {
    const q = (url.searchParams.get('query') ?? '').toLowerCase();
    const rows =
      mode === 'empty'
        ? []
        : products.filter(
            (one) =>
              (!url.searchParams.get('status') || one.status === url.searchParams.get('status')) &&
              (!url.searchParams.get('category') || one.categories.includes(url.searchParams.get('category'))) &&
              `${one.name.zh} ${one.name.en} ${one.variants.map((v) => v.sku)}`.toLowerCase().includes(q),
          );
    const page = paged(rows, url);
    return send(response, 200, {
      ...page,
      items: page.items.map((one) => ({
        id: one.id,
        slug: one.slug,
        name: one.name.zh,
        nameEn: one.name.en,
        status: one.status,
        image: one.images[0]?.url ?? null,
        price: one.variants[0].price,
        priceMax: one.variants.at(-1).price,
        variantCount: one.variants.length,
        available: stock.find((row) => row.sku === one.variants[0].sku)?.onHand ?? 0,
        skus: one.variants.map((v) => v.sku).slice(0, 3),
        categories: one.categories.map((id) => {
          const c = categories.find((x) => x.id === id);
          return c ? pick(request, c.name.zh, c.name.en) : id;
        }),
        updatedAt: one.updatedAt,
        missing: missingOf(one, request),
      })),
    });
  }
  if (is('POST', '/products/images')) {
    await readBody(request);
    return send(response, 201, { id: `i-${now()}`, url: picture(serial++ % goods.length) });
  }
  if (is('POST', '/products')) {
    const body = await readBody(request);
    if (!body.name?.zh)
      return refuse(
        response,
        request,
        422,
        'product.invalid',
        '有一处要改',
        'One thing to mend',
        '改好再保存',
        'Mend it and save again',
        { errors: { 'name.zh': [pick(request, '还没有中文名', 'The Chinese name is missing')] } },
      );
    const made = {
      ...body,
      id: `p-${products.length + 1}`,
      status: 'draft',
      version: 1,
      updatedAt: iso(0),
      missing: [],
    };
    products.unshift(made);
    return send(response, 201, made);
  }
  if ((m = is('GET', '/products/([\\w-]+)'))) {
    const one = products.find((row) => row.id === m[1]);
    return one
      ? send(response, 200, { ...one, missing: missingOf(one, request) })
      : refuse(
          response,
          request,
          404,
          'product.not_found',
          '没有这个商品',
          'No such product',
          '到列表里找',
          'Search the list',
        );
  }
  if ((m = is('PUT', '/products/([\\w-]+)'))) {
    const one = products.find((row) => row.id === m[1]);
    const body = await readBody(request);
    if (body.version !== one.version)
      return refuse(
        response,
        request,
        409,
        'product.changed',
        '林晓2分钟前改过这个商品',
        'Lin Xiao changed this product 2 minutes ago',
        '看过对方的改动再决定',
        'Look at the other change, then decide',
      );
    Object.assign(one, body, { version: one.version + 1, updatedAt: iso(0) });
    return send(response, 200, { ...one, missing: missingOf(one, request) });
  }
  if ((m = is('POST', '/products/([\\w-]+)/(list|unlist)'))) {
    const one = products.find((row) => row.id === m[1]);
    if (m[2] === 'list' && one.missing.length)
      return refuse(
        response,
        request,
        409,
        'product.incomplete',
        '还差几样，不能上架',
        'Something is missing; it cannot be listed',
        '补齐再上架',
        'Complete it, then list',
      );
    one.status = m[2] === 'list' ? 'listed' : 'draft';
    return send(response, 200, {});
  }
  if (is('GET', '/categories')) return send(response, 200, categories);
  if (is('GET', '/customers')) {
    const wanted = url.searchParams.get('query') ?? '';
    const rows = mode === 'empty' ? [] : members.filter((one) => !wanted || one.phone === wanted || one.email === wanted);
    return send(response, 200, paged(rows, url));
  }
  if ((m = is('GET', '/customers/([^/]+)'))) return send(response, 200, members.find((one) => one.id === m[1]) ?? members[0]);
  if (is('GET', '/stock')) {
    const q = (url.searchParams.get('query') ?? '').toLowerCase();
    const rows =
      mode === 'empty'
        ? []
        : stock
            .map((row) => stockRow(row, request))
            .filter(
              (row) =>
                `${row.sku} ${row.product}`.toLowerCase().includes(q) &&
                (url.searchParams.get('low') !== 'true' || row.available < row.warnAt),
            );
    return send(response, 200, paged(rows, url));
  }
  if ((m = is('GET', '/stock/([^/]+)'))) {
    const row = stock.find((one) => one.sku === decodeURIComponent(m[1]));
    if (!row)
      return refuse(
        response,
        request,
        404,
        'sku.not_found',
        '没有这个SKU',
        'No such SKU',
        '到库存里找',
        'Search the stock',
      );
    const view = stockRow(row, request);
    const { sku, product, onHand, reserved, allocated, available } = view;
    return send(response, 200, {
      sku,
      product,
      onHand,
      reserved,
      allocated,
      available,
      levels: [
        {
          location: 'hangzhou',
          locationName: pick(request, '杭州仓', 'Hangzhou'),
          onHand,
          reserved,
          allocated,
          available,
        },
        {
          location: 'shop',
          locationName: pick(request, '门店', 'Store'),
          onHand: 0,
          reserved: 0,
          allocated: 0,
          available: 0,
        },
      ],
    });
  }
  if ((m = is('GET', '/stock/([^/]+)/movements'))) {
    const row = stock.find((one) => one.sku === decodeURIComponent(m[1]));
    return send(response, 200, paged(row?.movements ?? [], url));
  }
  if ((m = is('POST', '/stock/([^/]+)/movements'))) {
    const row = stock.find((one) => one.sku === decodeURIComponent(m[1]));
    const body = await readBody(request);
    if (row.onHand + body.quantity < row.reserved + row.allocated)
      return refuse(
        response,
        request,
        409,
        'stock.insufficient',
        `减不了：只有${row.onHand}件，其中${row.reserved + row.allocated}件已答应客户`,
        `Only ${row.onHand} on hand, ${row.reserved + row.allocated} of them promised`,
        '先处理占用的订单',
        'Deal with the orders that hold them first',
      );
    row.onHand += body.quantity;
    row.movements.unshift({
      id: `m-${now()}`,
      at: iso(0),
      location: 'hangzhou',
      kind: 'adjust',
      onHand: body.quantity,
      reserved: 0,
      allocated: 0,
      order: null,
      reason: body.reason,
      actor: '林晓',
    });
    tell('stock', row.sku);
    return send(response, 201, {});
  }
  if (is('GET', '/locations'))
    return send(response, 200, [
      { code: 'hangzhou', name: pick(request, '杭州仓', 'Hangzhou') },
      { code: 'shop', name: pick(request, '门店', 'Store') },
    ]);
  if (is('POST', '/imports/products')) {
    await readBody(request);
    const job = {
      id: `i-${now()}`,
      file: 'upload.csv',
      format: 'guidan-csv',
      dryRun: true,
      state: 'running',
      rows: 500,
      done: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      failed: 0,
      startedAt: iso(0),
      finishedAt: null,
      errors: [],
    };
    imports.unshift(job);
    const timer = setInterval(() => {
      job.done = Math.min(500, job.done + 90);
      job.created = job.done - 4;
      if (job.done === 500) {
        job.state = 'done';
        job.failed = 4;
        job.created = 496;
        job.finishedAt = iso(0);
        job.errors = imports.at(-2).errors;
        clearInterval(timer);
      }
      tell('import', job.id);
    }, 700);
    return send(response, 202, { id: job.id, state: 'running' });
  }
  if (is('GET', '/imports')) return send(response, 200, { items: mode === 'empty' ? [] : imports, next: null });
  if ((m = is('GET', '/imports/([\\w-]+)'))) {
    const job = imports.find((one) => one.id === m[1]);
    return job
      ? send(response, 200, job)
      : refuse(response, request, 404, 'import.not_found', '没有这次导入', 'No such import', '', '');
  }
  for (const [name, value] of [
    ['delivery', delivery],
    ['payments', payments],
    ['shop', shop],
  ]) {
    if (is('GET', `/settings/${name}`)) return send(response, 200, value);
    if (is('PUT', `/settings/${name}`)) {
      const body = await readBody(request);
      Object.assign(value, body, { version: value.version + 1 });
      return send(response, 200, value);
    }
  }
  if (is('GET', '/staff')) return send(response, 200, { items: staff, next: null });
  if (is('POST', '/staff')) {
    const body = await readBody(request);
    staff.push({
      id: `s${staff.length + 1}`,
      name: body.name,
      email: body.email,
      role: { code: body.role, name: roles[body.role]?.zh ?? body.role },
      lastSeenAt: null,
    });
    return send(response, 201, {});
  }
  if (is('GET', '/permissions/matrix')) {
    const shown = [
      ['owner', '店长', 'Owner'],
      ['manager', '运营', 'Manager'],
      ['service', '客服', 'Service'],
      ['finance', '财务', 'Finance'],
      ['auditor', '审计', 'Auditor'],
    ];
    return send(response, 200, {
      roles: shown.map(([code, zh, en]) => ({ code, name: pick(request, zh, en) })),
      operations: all.map((code, index) => ({
        method: code.endsWith('read') ? 'GET' : 'POST',
        path: `/api/admin/${code.replace('.', '/')}`,
        operation: code,
        permission: code,
        name: code,
        roles: shown.filter((_, at) => at === 0 || (index + at) % 3 === 0).map(([one]) => one),
      })),
    });
  }
  if (is('GET', '/audit')) {
    const rows =
      mode === 'empty'
        ? []
        : Array.from({ length: 40 }, (_, index) => ({
            id: `a-${index}`,
            at: iso(index * 33 + 2),
            actor: index % 3 ? '林晓' : '系统',
            operation: ['orders.ship', 'stock.adjust', 'settings.payments'][index % 3],
            operationName: pick(
              request,
              ['发货', '调整库存', '改支付顺序'][index % 3],
              ['Ship order', 'Adjust stock', 'Change payment order'][index % 3],
            ),
            target: orders[index]?.number ?? 'GD-GH-100',
            before: { status: 'awaiting_shipment', shipped: 0 },
            after: { status: 'shipped', shipped: 2 },
            reason: index % 3 === 1 ? '盘点少2罐' : null,
          }));
    return send(response, 200, paged(rows, url));
  }
  if (is('GET', '/assurance/check'))
    return lastCheck
      ? send(response, 200, lastCheck)
      : send(response, 200, { checkedAt: iso(1), equations: equations(request) });
  if (is('POST', '/assurance/check')) {
    await new Promise((done) => setTimeout(done, 600));
    return send(response, 200, { checkedAt: iso(0), equations: equations(request) });
  }
  if (is('GET', '/ledger/trial-balance'))
    return send(response, 200, {
      balanced: true,
      accounts: [
        ['1122', '支付宝在途', 'Alipay receivable', 5120000, 4100000],
        ['1123', '微信支付在途', 'WeChat receivable', 3576750, 3000000],
        ['1002', '银行存款', 'Bank', 7100000, 0],
        ['2203', '预收货款', 'Customer deposits', 8642050, 8696750],
        ['6001', '主营业务收入', 'Sales', 0, 8420050],
        ['6051', '运费收入', 'Freight income', 0, 222000],
      ].map(([code, zh, en, debit, credit]) => ({
        code,
        name: pick(request, zh, en),
        debit: cny(debit),
        credit: cny(credit),
        balance: cny(debit - credit),
      })),
    });
  if ((m = is('GET', '/operations/(outbox|inbox)'))) {
    const state = url.searchParams.get('state');
    return send(response, 200, { items: letters(m[1]).filter((one) => !state || one.state === state), next: null });
  }
  if (is('POST', '/operations/outbox/[\\w-]+/replay')) return send(response, 200, {});
  return refuse(response, request, 404, 'not_found', '没有这个地址', 'No such address', '', '');
});

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};
function file(path, response) {
  const inside = path.replace(/^\/admin\/?/, '');
  const headers = {
    'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
  };
  for (const name of [inside, 'index.html']) {
    if (!name || name.includes('..')) continue;
    try {
      const bytes = readFileSync(join(built, name));
      response.writeHead(200, { ...headers, 'content-type': types[extname(name)] ?? 'application/octet-stream' });
      return response.end(bytes);
    } catch {
      /* Not a file: the page itself answers every other address. */
    }
  }
  response.writeHead(404);
  return response.end('Build first: npm run build');
}
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/admin/`));
if (process.env.ORDERS)
  setInterval(() => {
    const order = makeOrder(0, serial);
    orders = [order, ...orders];
    tell('order', order.number);
  }, Number(process.env.ORDERS) * 1000);
