import { catalog } from '../i18n/catalog';

export const customerWords = catalog({
  title: ['客户', 'Customers'],
  note: ['开了账户的买家；没登录下单的是访客，只在订单里', 'Buyers with an account; guests are in their orders only'],
  find: ['完整的手机号或邮箱', 'Whole phone number or e-mail'],
  name: ['称呼', 'Name'],
  unnamed: ['没有留称呼', 'No name given'],
  phone: ['手机号', 'Phone'],
  email: ['邮箱', 'E-mail'],
  since: ['开户时间', 'Account since'],
  none: ['还没有客户', 'No customers yet'],
  noneDetail: ['有人在店里注册后会出现在这里。', 'Whoever signs up in the shop appears here.'],
  filtered: ['没有这个手机号或邮箱的账户', 'No account has this phone number or e-mail'],
  filteredDetail: [
    '要写完整，一个字也不能差；访客的订单到订单页按手机号找。',
    'It must be whole and exact. Look for guests among the orders, by phone number.',
  ],
  details: ['资料', 'Details'],
  addresses: ['收货地址', 'Addresses'],
  noAddresses: ['没有存地址', 'No saved address'],
  default: ['默认', 'Default'],
  orders: ['订单', 'Orders'],
  total: ['金额', 'Total'],
  state: ['状态', 'State'],
  noOrders: ['还没有订单', 'No orders yet'],
  allOrders: ['在订单列表里看', 'See them in the order list'],
  masked: [
    '没有“看客户姓名和地址全文”的权限，只显示一部分',
    'You may not see full names and addresses; parts are hidden',
  ],
});
