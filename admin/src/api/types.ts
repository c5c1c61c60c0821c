/** What travels between the back office and the server, by hand until generated.ts can be made from a running server. */
export interface Money {
  amount: number;
  currency: string;
}

export interface Both {
  zh: string;
  en: string;
}

export interface List<T> {
  items: T[];
  next: string | null;
}

export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string | null;
  remedy?: string | null;
  errors?: Record<string, string[]>;
  [fact: string]: unknown;
}

export interface Me {
  id: string;
  name: string;
  email: string;
  role: { code: string; name: string };
  permissions: string[];
  shop: { name: string; timeZone: string; currency: string; demo: boolean };
}

export type OrderStatus =
  | 'awaiting_payment'
  | 'paid'
  | 'awaiting_shipment'
  | 'partly_shipped'
  | 'shipped'
  | 'completed'
  | 'refunding'
  | 'refund_completed'
  | 'canceled';

export type FlagColor = 'red' | 'yellow' | 'green' | 'blue' | 'purple';
export type NextAction = 'confirm' | 'ship' | 'hand_over';

export interface Attention {
  code: string;
  text: string;
}

export interface GoodsLine {
  sku: string;
  name: string;
  options: string;
  image: string | null;
  quantity: number;
}

export interface OrderRow {
  number: string;
  channel: string;
  externalNumber: string | null;
  placedAt: string;
  customer: { name: string; phone: string; place: string };
  total: Money;
  paid: Money;
  paymentMethod: string | null;
  status: OrderStatus;
  statusText: string;
  payment: string;
  fulfillment: string;
  attention: Attention[];
  deadline: string | null;
  lines: GoodsLine[];
  lineCount: number;
  unitCount: number;
  flag: FlagColor | null;
  note: string | null;
  tags: string[];
  next: NextAction | null;
}

export interface OrderLine extends GoodsLine {
  id: string;
  unitPrice: Money;
  discount: Money;
  total: Money;
  shipped: number;
  refunded: number;
}

export interface TrackEvent {
  at: string;
  text: string;
  state: string;
}

export interface Shipment {
  id: string;
  carrier: string;
  carrierName: string;
  trackingNumber: string;
  shippedAt: string;
  deliveredAt: string | null;
  state: string;
  lines: { sku: string; quantity: number }[];
  events: TrackEvent[];
  pickupCode?: string | null;
}

export interface PaymentAttempt {
  outTradeNo: string;
  provider: string;
  state: string;
  amount: Money;
  createdAt: string;
  paidAt: string | null;
  transactionId: string | null;
  nextQueryAt: string | null;
}

export interface Refund {
  id: string;
  amount: Money;
  reason: string;
  state: string;
  requestedAt: string;
  confirmedAt: string | null;
  error: string | null;
}

export interface HistoryEntry {
  at: string;
  actor: string;
  kind: string;
  text: string;
  reason: string | null;
}

export interface ChainLink {
  link: 'channel' | 'order' | 'payment' | 'stock' | 'shipment' | 'delivery' | 'ledger';
  state: 'ok' | 'open' | 'broken' | 'not_yet';
  at: string | null;
  text: string;
}

export interface Order extends Omit<OrderRow, 'lines'> {
  lines: OrderLine[];
  money: {
    goods: Money;
    discount: Money;
    freight: Money;
    tax?: Money;
    total: Money;
    paid: Money;
    refunded: Money;
    refundable: Money;
    due: Money;
  };
  recipient: {
    name: string;
    phone: string;
    country: string;
    province: string;
    city: string;
    district: string;
    line: string;
    postcode: string;
  };
  deliveryMethod: { code: string; name: string };
  buyerNote: string | null;
  shipments: Shipment[];
  payments: PaymentAttempt[];
  refunds: Refund[];
  timeline: HistoryEntry[];
  chain: ChainLink[];
  actions: {
    confirm: boolean;
    hold: boolean;
    cancel: boolean;
    ship: boolean;
    refund: boolean;
    handOver: boolean;
    complete: boolean;
  };
  blocked: { code: string; title: string; detail: string; remedy: string } | null;
  publicUrl: string;
}

export interface OrderCounts {
  status: Partial<Record<OrderStatus, number>>;
  attention: number;
}

export interface Fulfillment {
  id: string;
  number: string;
  carrier: string;
  trackingNumber: string;
  lines: { sku: string; quantity: number }[];
  status: OrderStatus;
}

export type WorkKind =
  | 'awaiting_shipment'
  | 'awaiting_confirmation'
  | 'awaiting_payment'
  | 'unmatched_money'
  | 'unreturned'
  | 'refunds_open'
  | 'low_stock'
  | 'delivery_stalled'
  | 'dead_letters';

export interface WorkItem {
  kind: WorkKind;
  count: number;
  oldestAt?: string | null;
  dueAt?: string | null;
  overdue: number;
  amount?: Money | null;
}

export type ArrivalState = 'waiting' | 'placed' | 'dismissed';

export interface Arrival {
  channel: string;
  channelName: string;
  externalId: string;
  externalNumber: string;
  state: ArrivalState;
  cause: string | null;
  causeText: string | null;
  detail: string | null;
  remedy: string | null;
  remedies: string[];
  buyer: { name: string; phone: string; place: string } | null;
  amount: Money | null;
  payment: 'pending' | 'paid' | 'partly_paid' | 'refunded' | 'partly_refunded' | 'voided';
  since: string;
  changedAt: string | null;
  attempts: number;
  triedAt: string;
  order: string | null;
  reason: string | null;
}

export interface ArrivalProblem {
  cause: string;
  text: string;
  theirs: string | null;
  name: string | null;
  sku: string | null;
  field: string | null;
  asked: number | null;
  available: number | null;
  expected: Money | null;
  actual: Money | null;
}

export interface ArrivalRecipient {
  name: string;
  phone: string | null;
  email: string | null;
  country: string | null;
  province: string | null;
  city: string | null;
  district: string | null;
  line: string | null;
  postcode: string | null;
}

export interface ArrivalDetail {
  row: Arrival;
  problems: ArrivalProblem[];
  recipient: ArrivalRecipient | null;
  note: string | null;
}

export interface ChannelHealth {
  channel: string;
  name: string;
  configured: boolean;
  missing: string[];
  polls: boolean;
  webhookUrl: string;
  lastWebhookAt: string | null;
  lastPollAt: string | null;
  pollError: string | null;
  failingSince: string | null;
  subscription: 'unknown' | 'exists' | 'missing' | 'mended' | null;
  subscriptionText: string | null;
  waiting: number;
}

export interface Home {
  asOf: string;
  work: WorkItem[];
  figures: {
    sales: { today: Money; lastWeek: Money };
    orders: { today: number; lastWeek: number };
    average: { today: Money | null; lastWeek: Money | null };
    paidShare: { today: number | null; lastWeek: number | null };
  };
  hours: { today: (number | null)[]; lastWeek: number[] };
  proof: {
    checkedAt: string | null;
    ordersIn: number;
    ordersMatched: number;
    open: number;
    amountIn: Money;
    amountMatched: Money;
    equationsBroken: number;
  };
  sellingOut: { sku: string; name: string; image: string | null; available: number; daysLeft: number | null }[];
}

export interface ProofLight {
  orders: number;
  open: number;
  checkedAt: string | null;
}

export interface Missing {
  code: string;
  text: string;
  field?: string | null;
}

export interface ProductRow {
  id: string;
  slug: string;
  name: string;
  nameEn: string;
  status: 'draft' | 'listed';
  image: string | null;
  price: Money;
  priceMax: Money;
  variantCount: number;
  available: number;
  skus: string[];
  categories: string[];
  updatedAt: string;
  missing: Missing[];
}

export interface ProductVariant {
  sku: string;
  barcode: string | null;
  options: number[];
  price: Money;
  compareAt: Money | null;
  weightGrams: number;
  image: string | null;
}

export interface ProductPicture {
  id: string;
  url: string;
  alt: Both;
}

export interface ProductBody {
  slug: string;
  name: Both;
  description: Both;
  seo: { title: Both; description: Both; keywords: string[] };
  categories: string[];
  tags: string[];
  options: { name: Both; values: Both[] }[];
  variants: ProductVariant[];
  images: ProductPicture[];
}

export interface Product extends ProductBody {
  id: string;
  status: 'draft' | 'listed';
  version: number;
  missing: Missing[];
}

export interface Category {
  id: string;
  slug: string;
  name: Both;
  parent: string | null;
  count: number;
}

export interface StockRow {
  sku: string;
  product: string;
  options: string;
  image: string | null;
  onHand: number;
  reserved: number;
  allocated: number;
  available: number;
  warnAt: number | null;
}

export interface StockLevels {
  onHand: number;
  reserved: number;
  allocated: number;
  available: number;
}

export interface StockDetail extends StockLevels {
  sku: string;
  product: string;
  levels: (StockLevels & { location: string; locationName: string })[];
}

export interface StockMovement {
  id: string;
  at: string;
  location: string;
  kind: string;
  onHand: number;
  reserved: number;
  allocated: number;
  order: string | null;
  reason: string;
  actor: string;
}

export interface Location {
  code: string;
  name: string;
}

export interface ImportJob {
  id: string;
  file: string;
  format: string;
  dryRun: boolean;
  state: 'queued' | 'running' | 'done' | 'failed';
  rows: number;
  done: number;
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
  startedAt: string | null;
  finishedAt: string | null;
  errors: { line: number; column: string | null; code: string; text: string; value: string | null }[];
}

export interface DeliveryMethod {
  code: string;
  name: Both;
  kind: 'courier' | 'post' | 'pickup' | 'sf';
  enabled: boolean;
  price: Money;
  freeFrom: Money | null;
  daysMin: number;
  daysMax: number;
  reach: { provinces: string[]; excluded: boolean };
  pros: Both;
  cons: Both;
  carrier: string | null;
  pickup: { address: string; hours: string } | null;
}

export interface DeliverySettings {
  version: number;
  methods: DeliveryMethod[];
}

export interface PaymentMethod {
  code: string;
  name: Both;
  enabled: boolean;
  position: number;
  configured: boolean;
  missing: string[];
}

export interface PaymentSettings {
  version: number;
  methods: PaymentMethod[];
}

export interface ShopSettings {
  version: number;
  name: Both;
  phone: string;
  serviceHours: Both;
  autoConfirm: boolean;
  paymentMinutes: number;
  autoCompleteDays: number;
}

export interface StaffMember {
  id: string;
  name: string;
  email: string;
  role: { code: string; name: string };
  lastSeenAt?: string | null;
}

export interface PermissionMatrix {
  roles: { code: string; name: string }[];
  operations: {
    method: string;
    path: string;
    operation: string;
    permission: string | null;
    name: string;
    roles: string[];
  }[];
}

export interface AuditEntry {
  id: string;
  at: string;
  actor: string;
  operation: string;
  operationName: string;
  target: string;
  before: unknown;
  after: unknown;
  reason: string | null;
}

export interface Equation {
  name: string;
  title: string;
  checked: number;
  broken: number;
  firstBroken: { key: string; expected: string; actual: string; remedy: string } | null;
}

export interface AssuranceCheck {
  checkedAt?: string | null;
  equations: Equation[];
}

export interface TrialBalance {
  accounts: { code: string; name: string; debit: Money; credit: Money; balance: Money }[];
  balanced: boolean;
}

export interface Letter {
  id: string;
  kind: string;
  receiver?: string | null;
  source?: string | null;
  key?: string | null;
  state: string;
  attempts: number;
  createdAt: string;
  nextAttemptAt?: string | null;
  error: string | null;
  remedy?: string | null;
}
