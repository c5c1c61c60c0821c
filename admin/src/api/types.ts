import type { components, operations } from './generated';

/** Names for what travels between the back office and the server; the shapes are the server's own (`npm run api`). */
type Schemas = components['schemas'];

export type Money = Schemas['Money'];
export type Both = Schemas['Text'];
/** A refusal; a gateway between us and the server may leave out the way out. */
export type Problem = Pick<Schemas['Problem'], 'status' | 'code' | 'title' | 'errors'> &
  Partial<Pick<Schemas['Problem'], 'detail' | 'remedy'>> & { [fact: string]: unknown };
export type Me = Schemas['SessionRoutesMe'];

export interface List<T> {
  items: T[];
  next: string | null;
}

export type OrderStatus = Schemas['DisplayState'];
export type FlagColor = 'red' | 'yellow' | 'green' | 'blue' | 'purple';
export type NextAction = 'confirm' | 'ship' | 'hand_over';
export type Attention = Schemas['Attention'];
export type GoodsLine = Schemas['LineBrief'];
/** Both a row of the list and a whole order can stand in it. */
export type OrderRow = Omit<Schemas['OrderRow'], 'customerId'>;
export type CustomerRow = Schemas['CustomerRow'];
export type Customer = Schemas['CustomerDetail'];
export type OrderLine = Schemas['OrderLineView'];
export type TrackEvent = Schemas['TrackingLine'];
export type Shipment = Schemas['ShipmentView'];
export type PaymentAttempt = Schemas['PaymentView'];
export type Refund = Schemas['RefundView'];
export type HistoryEntry = Schemas['TimelineEntry'];
export type ChainLink = Schemas['ChainLink'];
export type Order = Schemas['AdminOrder'];
export type OrderQuery = NonNullable<operations['get_orders']['parameters']['query']>;
export type OrderCounts = Schemas['OrderCounts'];
export type Fulfillment = Schemas['Shipped'];

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

export type Arrival = Schemas['ArrivalRow'];
export type ArrivalDetail = Schemas['ArrivalDetail'];
export type ChannelHealth = Schemas['ChannelHealth'];

export type WorkItem = Schemas['WorkItem'];
export type Home = Schemas['HomeView'];
export type ProofLight = Schemas['ProofLight'];
export type Missing = Schemas['MissingView'];
export type ProductRow = Schemas['AdminProductRow'];
export type ProductVariant = Schemas['Variant'];
export type ProductPicture = Schemas['ProductImage'];
export type Product = Schemas['ProductForm'];
export type ProductBody = Pick<
  Product,
  'slug' | 'name' | 'description' | 'seo' | 'categories' | 'tags' | 'options' | 'variants' | 'images'
>;
export type Category = Schemas['CategoryRow'];
export type StockRow = Schemas['AdminStockRow'];
export type StockDetail = Schemas['AdminStock'];
export type StockMovement = Schemas['MovementView'];
export type Location = Schemas['LocationView'];
export type ImportJob = Schemas['ImportView'];
export type OrderFileReport = Schemas['OrderFileReport'];
export type ImportDetail = Schemas['ImportDetail'];
export type DeliveryMethod = Schemas['DeliveryMethod'];
export type DeliverySettings = Schemas['SaveDeliveryMethodsCommand'];
export type PaymentMethod = Schemas['PaymentMethodView'];
export type PaymentSettings = Schemas['PaymentMethodsView'];
export type ShopSettings = Schemas['ShopProfile'];
export type StaffMember = Schemas['StaffRow'];
export type PermissionMatrix = Schemas['Matrix'];
export type AuditEntry = Schemas['AuditRow'];
export type Equation = Schemas['EquationView'];
export type AssuranceCheck = Schemas['CheckView'];
export type Received = Schemas['InboxRow'];
export type Sent = Schemas['OutboxRow'];
export type TrialBalance = Schemas['TrialBalanceView'];
export type Gap = Schemas['Gap'];
export type Sheet = Schemas['Sheet'];
export type SheetFigure = Schemas['SheetRow'];
export type SheetBill = Schemas['SheetBill'];
export type SheetLine = Schemas['SheetLine'];
export type SheetWay = 'channel' | 'provider' | 'refund' | 'fee';
export type BillMatch = Schemas['BillMatch'];
export type Webhook = Schemas['WebhookRow'];
export type WebhookDelivery = Schemas['WebhookDeliveryRow'];
export type NoticeWay = Schemas['NoticeWayRow'];
export type AlertRow = Schemas['AlertRow'];
