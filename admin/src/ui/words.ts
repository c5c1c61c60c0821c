import { catalog } from '../i18n/catalog';

/** Words that every page uses. */
export const common = catalog({
  product: ['归单', 'Guidan'],
  retry: ['重试', 'Try again'],
  close: ['关闭', 'Close'],
  cancel: ['先不', 'Not now'],
  save: ['保存修改', 'Save changes'],
  undo: ['撤销', 'Undo'],
  copy: ['复制', 'Copy'],
  copied: ['已复制', 'Copied'],
  all: ['全部', 'All'],
  clear: ['清除', 'Clear'],
  clearFilters: ['清除条件', 'Clear filters'],
  previous: ['上一页', 'Previous'],
  next: ['下一页', 'Next'],
  range: [(from: number, to: number) => `第${from}到${to}条`, (from: number, to: number) => `${from} to ${to}`],
  optional: ['（选填）', ' (optional)'],
  offline: ['网断了，没有得到回答；内容还在', 'Offline, no answer; your text is kept'],
  offlineDetail: [
    '服务器可能收到了，也可能没有。再试一次不会重复做。',
    'The server may or may not have received it. Trying again never does it twice.',
  ],
  notLoaded: ['没能读到最新内容', 'The latest could not be loaded'],
  notLoadedDetail: [
    '网络或服务器没有回应，数据没有变。',
    'The network or the server did not answer. Nothing was changed.',
  ],
  stale: [(at: string) => `没能刷新，显示的是${at}的内容`, (at: string) => `Could not refresh; this is from ${at}`],
  loading: ['正在读取', 'Loading'],
  denied: ['您的岗位看不到这一页', 'Your role cannot see this page'],
  deniedDetail: [
    (role: string, code: string) => `您的岗位是${role}，缺少权限${code}。`,
    (role: string, code: string) => `Your role is ${role}; it lacks the permission ${code}.`,
  ],
  deniedRemedy: [
    '需要的话，请管理员在“设置，员工与权限”里调整。',
    'Ask an administrator to change it in Settings, Staff and permissions.',
  ],
  noRight: [
    (code: string) => `您的岗位不能做这件事（缺少权限${code}），请管理员调整`,
    (code: string) => `Your role can't do this (it lacks ${code}); ask an administrator`,
  ],
  missingPage: ['没有这一页', 'There is no such page'],
  missingPageDetail: ['地址可能写错了，或内容已经移走。', 'The address may be wrong, or the content has moved.'],
  toHome: ['回到今天', 'Back to Today'],
  leave: ['离开，不保存', 'Leave without saving'],
  stay: ['继续编辑', 'Keep editing'],
  leaveTitle: ['修改还没有保存', 'Changes are not saved'],
  leaveDetail: ['现在离开，没保存的内容会丢。', 'If you leave now, what is not saved is lost.'],
  picture: ['图片', 'Picture'],
  none: ['无', 'None'],
  more: ['更多', 'More'],
  open: ['打开', 'Open'],
  yes: ['是', 'Yes'],
  no: ['否', 'No'],
  noPicture: ['没有图片', 'No picture'],
});

const zh = {
  awaiting_payment: '待付款',
  paid: '支付成功',
  awaiting_shipment: '待发货',
  partly_shipped: '部分发货',
  shipped: '发货完成',
  completed: '已完成',
  refunding: '退款中',
  refund_completed: '已完成退款',
  canceled: '已取消',
} as const;

/** The nine states; one name each, and what it means. */
export const states = catalog({
  awaiting_payment: [zh.awaiting_payment, 'Awaiting payment'],
  paid: [zh.paid, 'Paid'],
  awaiting_shipment: [zh.awaiting_shipment, 'Awaiting shipment'],
  partly_shipped: [zh.partly_shipped, 'Partly shipped'],
  shipped: [zh.shipped, 'Shipped'],
  completed: [zh.completed, 'Completed'],
  refunding: [zh.refunding, 'Refunding'],
  refund_completed: [zh.refund_completed, 'Refund completed'],
  canceled: [zh.canceled, 'Canceled'],
});

export const meanings = catalog({
  awaiting_payment: ['已下单，还没付款', 'Placed, not paid yet'],
  paid: ['已付款，还没审核通过', 'Paid, not confirmed yet'],
  awaiting_shipment: ['已付款并审核通过，一件都没发', 'Paid and confirmed, nothing shipped'],
  partly_shipped: ['发了一部分，还有没发的', 'Some units shipped, some not'],
  shipped: ['全部交给了承运商，还没确认收到', 'All units are with the carrier, not yet received'],
  completed: ['客户确认收到，或到期自动完成', 'Received by the customer, or completed when due'],
  refunding: ['退款已提出，渠道还没确认', 'A refund is asked for, not yet confirmed by the provider'],
  refund_completed: ['钱已全部退回，渠道已确认', 'All money is back, confirmed by the provider'],
  canceled: ['已取消，不再发货', 'Canceled, nothing will ship'],
});
