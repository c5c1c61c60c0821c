import type * as T from './types';

/**
 * The calls of the back office in the shape that openapi-typescript generates (`npm run api` writes generated.ts from
 * a running server). Written by hand from the agreed contract; once generated.ts is checked in, `paths` can become an
 * alias of the generated one and the compiler names every difference.
 */
type Content<B> = { content: { 'application/json': B } };
type Refused = { content: { 'application/problem+json': T.Problem } };
type Key = { 'Idempotency-Key': string };

type Get<R, Q = never, P = never> = {
  parameters: { query?: Q; path: P };
  responses: { 200: Content<R>; default: Refused };
};
type Read<R, Q = never> = { parameters: { query?: Q }; responses: { 200: Content<R>; default: Refused } };
type Send<B, R, P> = {
  parameters: { path: P; header: Key };
  requestBody: Content<B>;
  responses: { 200: Content<R>; default: Refused };
};
type Post<B, R> = {
  parameters: { header: Key };
  requestBody: Content<B>;
  responses: { 200: Content<R>; default: Refused };
};
type Page = { limit?: number; after?: string };
type None = Record<string, never>;
type ByNumber = { number: string };
type ById = { id: string };
type BySku = { sku: string };
type ByArrival = { channel: string; id: string };

export interface OrderQuery extends Page {
  status?: string;
  query?: string;
  from?: string;
  to?: string;
  attention?: string;
  channel?: string;
  tag?: string;
}

export interface paths {
  '/api/admin/session': {
    get: Read<T.Me>;
    post: Post<{ email: string; password: string; code?: string }, T.Me>;
    delete: { parameters: { header: Key }; responses: { 204: { content?: never }; default: Refused } };
  };
  '/api/admin/home': { get: Read<T.Home> };
  '/api/admin/proof': { get: Read<T.ProofLight> };
  '/api/admin/orders': { get: Read<T.List<T.OrderRow>, OrderQuery> };
  '/api/admin/orders/counts': { get: Read<T.OrderCounts> };
  '/api/admin/orders/{number}': { get: Get<T.Order, never, ByNumber> };
  '/api/admin/orders/{number}/confirm': { post: Send<None, unknown, ByNumber> };
  '/api/admin/orders/{number}/hold': { post: Send<{ reason: string }, unknown, ByNumber> };
  '/api/admin/orders/{number}/release': { post: Send<None, unknown, ByNumber> };
  '/api/admin/orders/{number}/cancel': { post: Send<{ reason: string }, unknown, ByNumber> };
  '/api/admin/orders/{number}/complete': { post: Send<None, unknown, ByNumber> };
  '/api/admin/orders/{number}/fulfillments': {
    post: Send<
      { lines?: { sku: string; quantity: number }[]; carrier: string; trackingNumber: string },
      T.Fulfillment,
      ByNumber
    >;
  };
  '/api/admin/orders/{number}/pickup': { post: Send<{ code: string }, unknown, ByNumber> };
  '/api/admin/orders/{number}/refunds': {
    post: Send<
      { amount: T.Money; reason: string; lines?: { sku: string; quantity: number }[] },
      { id: string; state: string; amount: T.Money },
      ByNumber
    >;
  };
  '/api/admin/orders/{number}/note': { post: Send<{ note: string }, unknown, ByNumber> };
  '/api/admin/orders/{number}/flag': { post: Send<{ flag: T.FlagColor | null }, unknown, ByNumber> };
  '/api/admin/orders/{number}/deliveries/{shipmentId}': {
    post: Send<None, unknown, { number: string; shipmentId: string }>;
  };
  '/api/admin/channels': { get: Read<T.ChannelHealth[]> };
  '/api/admin/channels/arrivals': {
    get: Read<T.List<T.Arrival>, Page & { state?: string; channel?: string; cause?: string }>;
  };
  '/api/admin/channels/arrivals/{channel}/{id}': { get: Get<T.ArrivalDetail, never, ByArrival> };
  '/api/admin/channels/arrivals/{channel}/{id}/match-sku': {
    post: Send<{ theirs: string; sku: string }, unknown, ByArrival>;
  };
  '/api/admin/channels/arrivals/{channel}/{id}/mend': {
    post: Send<
      {
        contact: { name: string; phone: string; email?: string };
        shippingAddress: Record<'country' | 'province' | 'city' | 'district' | 'line' | 'postcode', string>;
      },
      unknown,
      ByArrival
    >;
  };
  '/api/admin/channels/arrivals/{channel}/{id}/accept': { post: Send<None, unknown, ByArrival> };
  '/api/admin/channels/arrivals/{channel}/{id}/retry': { post: Send<None, unknown, ByArrival> };
  '/api/admin/channels/arrivals/{channel}/{id}/dismiss': { post: Send<{ reason: string }, unknown, ByArrival> };
  '/api/admin/products': {
    get: Read<
      T.List<T.ProductRow>,
      Page & { status?: string; query?: string; category?: string; tag?: string; low?: boolean }
    >;
    post: Post<T.ProductBody, T.Product>;
  };
  '/api/admin/products/{id}': {
    get: Get<T.Product, never, ById>;
    put: Send<T.ProductBody & { version: number }, T.Product, ById>;
  };
  '/api/admin/products/{id}/list': { post: Send<None, unknown, ById> };
  '/api/admin/products/{id}/unlist': { post: Send<None, unknown, ById> };
  '/api/admin/categories': { get: Read<T.Category[] | T.List<T.Category>> };
  '/api/admin/stock': { get: Read<T.List<T.StockRow>, Page & { query?: string; low?: boolean }> };
  '/api/admin/stock/{sku}': { get: Get<T.StockDetail, never, BySku> };
  '/api/admin/stock/{sku}/movements': {
    get: Get<T.List<T.StockMovement>, Page, BySku>;
    post: Send<{ quantity: number; reason: string; location?: string }, unknown, BySku>;
  };
  '/api/admin/locations': { get: Read<T.Location[] | T.List<T.Location>> };
  '/api/admin/imports': { get: Read<T.List<T.ImportJob>, Page> };
  '/api/admin/imports/{id}': { get: Get<T.ImportJob, never, ById> };
  '/api/admin/settings/delivery': {
    get: Read<T.DeliverySettings>;
    put: Post<T.DeliverySettings, T.DeliverySettings>;
  };
  '/api/admin/settings/payments': { get: Read<T.PaymentSettings>; put: Post<T.PaymentSettings, T.PaymentSettings> };
  '/api/admin/settings/shop': { get: Read<T.ShopSettings>; put: Post<T.ShopSettings, T.ShopSettings> };
  '/api/admin/staff': {
    get: Read<T.List<T.StaffMember>>;
    post: Post<{ name: string; email: string; role: string; password: string }, T.StaffMember>;
  };
  '/api/admin/permissions/matrix': { get: Read<T.PermissionMatrix> };
  '/api/admin/audit': {
    get: Read<T.List<T.AuditEntry>, Page & { query?: string; actor?: string; target?: string }>;
  };
  '/api/admin/assurance/check': { get: Read<T.AssuranceCheck>; post: Post<None, T.AssuranceCheck> };
  '/api/admin/ledger/trial-balance': { get: Read<T.TrialBalance> };
  '/api/admin/operations/outbox': { get: Read<T.List<T.Letter>, Page & { state?: string }> };
  '/api/admin/operations/outbox/{id}/replay': { post: Send<None, unknown, ById> };
  '/api/admin/operations/inbox': { get: Read<T.List<T.Letter>, Page & { state?: string }> };
}
