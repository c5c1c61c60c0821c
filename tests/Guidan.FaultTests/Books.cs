using System.Text.Json;

namespace Guidan.FaultTests;

internal sealed record UnitRow(long Count, long Discount, long Freight, long Total);

internal sealed record LineRow(long Line, string Sku, long UnitPrice, long Quantity, long Discount, long Freight, long Total, long Shipped, long Tax, List<UnitRow> Units, long Dropped);

internal sealed record EventRow(Guid Id, DateTimeOffset At, string Actor, string Kind, string? From, string? To);

internal sealed record CustomerRow(string? Name, string? Phone);

internal sealed record OrderRow(string Number, string Channel, string? ExternalNumber, string Status, string State, string Currency, long Goods, long Discount, long Freight, long Tax, long Total,
    long Paid, long Refunded, long Refunding, long Units, long Shipped, CustomerRow Customer, List<LineRow> Lines, List<EventRow> History)
{
    /// <summary>Placed with us: on the shop's pages or by a program.</summary>
    public bool IsOwn => Channel is "shop" or "api";
}

internal sealed record PaymentRow(string Order, string OutTradeNo, string Provider, long Amount, string State, long PaidAmount, string? TransactionId);

internal sealed record FactRow(string? Order, string Provider, string OutTradeNo, string? TransactionId, string Source, string State, long? Amount, string Verdict);

internal sealed record RefundRow(string Order, string RefundNo, string OutTradeNo, string Provider, long Amount, bool OfSale, string State);

internal sealed record PostingRow(string Account, long Debit, long Credit);

internal sealed record EntryRow(string? Order, Guid Id, string Kind, string Memo, List<PostingRow> Postings);

internal sealed record MovementRow(string Sku, string Location, string Kind, long OnHand, long Reserved, long Allocated, string? Order);

internal sealed record LevelRow(string Sku, string Location, long OnHand, long Reserved, long Allocated, long Available);

internal sealed record HeldRow(string Sku, string Order, string Location, long Reserved, long Allocated, long Shipped);

internal sealed record MessageRow(Guid Id, string State, DateTimeOffset DueAt, string? Source, string? EventKey, string? BodySha256, string? Error);

internal sealed record CaseRow(string Kind, string Subject, string? Order, string State);

internal sealed record AuditRow(string Type, string? Chain, long Seq, string Text, string? PreviousHash, string Hash);

/// <summary>Everything that the shop exports, of one moment.</summary>
internal sealed class Books
{
    public required List<OrderRow> Orders { get; init; }
    public required List<PaymentRow> Payments { get; init; }
    public required List<FactRow> Facts { get; init; }
    public required List<RefundRow> Refunds { get; init; }
    public required List<EntryRow> Ledger { get; init; }
    public required List<MovementRow> Movements { get; init; }
    public required List<LevelRow> Levels { get; init; }
    public required List<HeldRow> Held { get; init; }
    public required List<MessageRow> Inbox { get; init; }
    public required List<MessageRow> Outbox { get; init; }
    public required List<CaseRow> Cases { get; init; }
    public required List<AuditRow> Audit { get; init; }

    /// <summary>Reads all exports from one snapshot.</summary>
    public static async Task<Books> Read(HttpClient admin)
    {
        var snapshot = "new";
        async Task<List<T>> Rows<T>(string what)
        {
            var rows = new List<T>();
            for (var address = $"/api/admin/export/{what}?snapshot={snapshot}"; ;)
            {
                using var answer = await admin.GetAsync(address);
                var text = await answer.Content.ReadAsStringAsync();
                answer.IsSuccessStatusCode.ShouldBeTrue($"{address}: {text}");
                answer.Headers.Contains("X-Snapshot-Lost").ShouldBeFalse("the snapshot ended while it was read");
                snapshot = answer.Headers.GetValues("X-Snapshot").Single();
                rows.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<T>(l, JsonSerializerOptions.Web)!));
                if (!answer.Headers.TryGetValues("X-Next", out var next)) return rows;
                address = $"/api/admin/export/{what}?after={next.Single()}";
            }
        }
        return new Books
        {
            Orders = await Rows<OrderRow>("orders"), Payments = await Rows<PaymentRow>("payments"), Facts = await Rows<FactRow>("payment-facts"),
            Refunds = await Rows<RefundRow>("refunds"), Ledger = await Rows<EntryRow>("ledger"), Movements = await Rows<MovementRow>("stock-movements"),
            Levels = await Rows<LevelRow>("stock-levels"), Held = await Rows<HeldRow>("reservations"), Inbox = await Rows<MessageRow>("inbox"),
            Outbox = await Rows<MessageRow>("outbox"), Cases = await Rows<CaseRow>("cases"), Audit = await Rows<AuditRow>("audit"),
        };
    }
}
