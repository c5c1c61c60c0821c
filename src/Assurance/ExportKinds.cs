using Guidan.Inventory;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Payments;

namespace Guidan.Assurance;

/// <summary>Everything that can be exported; the fields stand in docs/exports.md and do not change without a decision.</summary>
internal static class ExportKinds
{
    private static readonly object[] OrderAndId = [0L, Guid.Empty];

    public static readonly IReadOnlyList<ExportKind> All =
    [
        new OrdersExport(),
        new TableExport("payments", new(
            """
            select order_number, attempt, provider, amount, currency, state, created_at, expires_at, paid_amount, paid_at,
                transaction_id, next_query_at, queries, their_number
            from payments_request where (order_number, attempt) > ($1, $2) and created_at <= $3 order by order_number, attempt limit $4
            """), [0L, 0L], r => [r.Long(0), r.Long(1)], (r, to) =>
        {
            to.PutOrder("order", r.Long(0));
            to.Put("attempt", r.Long(1));
            to.WriteString("outTradeNo", r.TextOrNull(13) ?? PaymentRequest.OutTradeNoOf(r.Long(0), r.Int(1)));
            to.WriteString("provider", r.Text(2));
            to.Put("amount", r.Long(3));
            to.WriteString("currency", r.Text(4));
            to.PutCode<PaymentRequestState>("state", r.Int(5));
            to.Put("createdAt", r.Time(6));
            to.Put("expiresAt", r.Time(7));
            to.Put("paidAmount", r.Long(8));
            to.Put("paidAt", r.TimeOrNull(9));
            to.WriteString("transactionId", r.TextOrNull(10));
            to.Put("nextQueryAt", r.TimeOrNull(11));
            to.Put("queries", r.Long(12));
        }),
        new TableExport("payment-facts", new(
            """
            select order_number, id, provider, out_trade_no, transaction_id, source, state, amount, currency, at, verdict
            from payments_fact where (order_number, id) > ($1, $2) and at <= $3 order by order_number, id limit $4
            """), [-1L, Guid.Empty], r => [r.Long(0), r.Id(1)], (r, to) =>
        {
            to.PutOrder("order", r.Long(0));
            to.WriteString("id", r.Id(1));
            to.WriteString("provider", r.Text(2));
            to.WriteString("outTradeNo", r.Text(3));
            to.WriteString("transactionId", r.TextOrNull(4));
            to.PutCode<FactSource>("source", r.Int(5));
            to.PutCode<TradeState>("state", r.Int(6));
            to.Put("amount", r.LongOrNull(7));
            to.WriteString("currency", r.TextOrNull(8));
            to.Put("at", r.Time(9));
            to.WriteString("verdict", System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(r.Text(10)));
        }),
        new TableExport("refunds", new(
            """
            select order_number, id, attempt, provider, amount, currency, reason, of_sale, step, requested_at, sent_at, confirmed_at, error,
                made_under, paid_under
            from payments_refund where (order_number, id) > ($1, $2) and requested_at <= $3 order by order_number, id limit $4
            """), OrderAndId, r => [r.Long(0), r.Id(1)], (r, to) =>
        {
            to.PutOrder("order", r.Long(0));
            to.WriteString("id", r.Id(1));
            to.WriteString("refundNo", r.TextOrNull(13) ?? "R" + r.Id(1).ToString("N"));
            to.WriteString("outTradeNo", r.TextOrNull(14) ?? PaymentRequest.OutTradeNoOf(r.Long(0), r.Int(2)));
            to.WriteString("provider", r.Text(3));
            to.Put("amount", r.Long(4));
            to.WriteString("currency", r.Text(5));
            to.WriteString("reason", r.Text(6));
            to.WriteBoolean("ofSale", r.Flag(7));
            to.PutCode<RefundStep>("state", r.Int(8));
            to.Put("requestedAt", r.Time(9));
            to.Put("sentAt", r.TimeOrNull(10));
            to.Put("confirmedAt", r.TimeOrNull(11));
            to.WriteString("error", r.TextOrNull(12));
        }),
        new TableExport("refund-lines", new(
            """
            select x.order_number, x.refund_id, x.line, l.sku, x.quantity, x.amount, r.currency, x.dropped, x.returned, r.step
            from orders_refund_line x join payments_refund r on r.order_number = x.order_number and r.id = x.refund_id
            left join orders_line l on l.order_number = x.order_number and l.line = x.line
            where (x.order_number, x.refund_id, x.line) > ($1, $2, $3) and r.requested_at <= $4 order by x.order_number, x.refund_id, x.line limit $5
            """), [0L, Guid.Empty, -1L], r => [r.Long(0), r.Id(1), r.Long(2)], (r, to) =>
        {
            to.PutOrder("order", r.Long(0));
            to.WriteString("refund", r.Id(1));
            to.Put("line", r.Long(2));
            to.WriteString("sku", r.TextOrNull(3));
            to.Put("quantity", r.Long(4));
            to.Put("amount", r.Long(5));
            to.WriteString("currency", r.Text(6));
            to.Put("dropped", r.Long(7));
            to.Put("returned", r.Long(8));
            to.PutCode<RefundStep>("state", r.Int(9));
        }),
        new LedgerExport(),
        new TableExport("stock-movements", new(
            """
            select sku, id, location, kind, on_hand, reserved, allocated, order_number, reason, actor, at
            from inventory_movement where (sku, id) > ($1, $2) and at <= $3 order by sku, id limit $4
            """), ["", Guid.Empty], r => [r.Text(0), r.Id(1)], (r, to) =>
        {
            to.WriteString("sku", r.Text(0));
            to.WriteString("id", r.Id(1));
            to.WriteString("location", r.Text(2));
            to.PutCode<StockMovementKind>("kind", r.Int(3));
            to.Put("onHand", r.Long(4));
            to.Put("reserved", r.Long(5));
            to.Put("allocated", r.Long(6));
            to.PutOrder("order", r.LongOrNull(7));
            to.WriteString("reason", r.Text(8));
            to.WriteString("actor", r.Text(9));
            to.Put("at", r.Time(10));
        }),
        // Levels have no time of their own: the bound has nothing to say here.
        new TableExport("stock-levels", new(
            """
            select sku, location, on_hand, reserved, allocated from inventory_level
            where (sku, location) > ($1, $2) and ($3 is not null) order by sku, location limit $4
            """,
            """
            select sku, location, on_hand, reserved, allocated from inventory_level
            where (sku, location) > ($1, $2) and cast($3 as timestamptz) is not null order by sku, location limit $4
            """), ["", ""], r => [r.Text(0), r.Text(1)], (r, to) =>
        {
            to.WriteString("sku", r.Text(0));
            to.WriteString("location", r.Text(1));
            to.Put("onHand", r.Long(2));
            to.Put("reserved", r.Long(3));
            to.Put("allocated", r.Long(4));
            to.Put("available", r.Long(2) - r.Long(3) - r.Long(4));
        }),
        new TableExport("reservations", new(
            """
            select sku, order_number, location, reserved, allocated, shipped, at from inventory_reservation
            where (sku, order_number, location) > ($1, $2, $3) and at <= $4 order by sku, order_number, location limit $5
            """), ["", 0L, ""], r => [r.Text(0), r.Long(1), r.Text(2)], (r, to) =>
        {
            to.WriteString("sku", r.Text(0));
            to.PutOrder("order", r.Long(1));
            to.WriteString("location", r.Text(2));
            to.Put("reserved", r.Long(3));
            to.Put("allocated", r.Long(4));
            to.Put("shipped", r.Long(5));
            to.Put("at", r.Time(6));
        }),
        new EmptyExport("points"),
        new EmptyExport("coupon-uses"),
        new TableExport("inbox", new(
            """
            select id, source, event_key, body_hash, received_at, state, attempts, due_at, outcome, processed_at
            from kernel_inbox where id > $1 and received_at <= $2 order by id limit $3
            """), [Guid.Empty], r => [r.Id(0)], (r, to) =>
        {
            to.WriteString("id", r.Id(0));
            to.WriteString("source", r.Text(1));
            to.WriteString("eventKey", r.Text(2));
            to.WriteString("bodySha256", r.Text(3));
            to.Put("receivedAt", r.Time(4));
            to.PutCode<MessageState>("state", r.Int(5));
            to.Put("attempts", r.Long(6));
            to.Put("dueAt", r.Time(7));
            to.WriteString("outcome", r.TextOrNull(8));
            to.Put("processedAt", r.TimeOrNull(9));
        }),
        new TableExport("outbox", new(
            """
            select id, receiver, stream, kind, created_at, state, attempts, due_at, error, done_at
            from kernel_outbox where id > $1 and created_at <= $2 order by id limit $3
            """), [Guid.Empty], r => [r.Id(0)], (r, to) =>
        {
            to.WriteString("id", r.Id(0));
            to.WriteString("receiver", r.Text(1));
            to.WriteString("stream", r.Text(2));
            to.WriteString("kind", r.Text(3));
            to.Put("createdAt", r.Time(4));
            to.PutCode<MessageState>("state", r.Int(5));
            to.Put("attempts", r.Long(6));
            to.Put("dueAt", r.Time(7));
            to.WriteString("error", r.TextOrNull(8));
            to.Put("doneAt", r.TimeOrNull(9));
        }),
        new TableExport("cases", new(
            """
            select id, kind, subject, cause_zh, cause_en, remedy_zh, remedy_en, order_number, amount, currency, since, state,
                closed_at, closed_by, outcome
            from operations_case where id > $1 and since <= $2 order by id limit $3
            """), [Guid.Empty], r => [r.Id(0)], (r, to) =>
        {
            to.WriteString("id", r.Id(0));
            to.WriteString("kind", r.Text(1));
            to.WriteString("subject", r.Text(2));
            WriteBoth(to, "cause", r.Text(3), r.Text(4));
            WriteBoth(to, "remedy", r.Text(5), r.Text(6));
            to.PutOrder("order", r.LongOrNull(7));
            to.Put("amount", r.LongOrNull(8));
            to.WriteString("currency", r.TextOrNull(9));
            to.Put("since", r.Time(10));
            to.PutCode<CaseState>("state", r.Int(11));
            to.Put("closedAt", r.TimeOrNull(12));
            to.WriteString("closedBy", r.TextOrNull(13));
            to.WriteString("outcome", r.TextOrNull(14));
        }),
        new AuditExportKind(),
    ];

    public static ExportKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);

    private static void WriteBoth(System.Text.Json.Utf8JsonWriter to, string name, string zh, string en)
    {
        to.WriteStartObject(name);
        to.WriteString("zh", zh);
        to.WriteString("en", en);
        to.WriteEndObject();
    }
}

/// <summary>An export that this version has nothing for: it answers no rows, so that readers need not know.</summary>
internal sealed class EmptyExport(string name) : ExportKind(name)
{
    public override Task<string?> Write(ExportReading reading, ExportLines lines, DateTimeOffset until, string? after, int limit) =>
        Task.FromResult<string?>(null);
}
