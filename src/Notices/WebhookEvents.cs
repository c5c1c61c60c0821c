using Guidan.Kernel;
using Guidan.Orders;

namespace Guidan.Notices;

/// <summary>The event types that a receiver can ask for.</summary>
internal static class WebhookEvents
{
    public const string Test = "webhook.test";
    public const string StockChanged = "stock.changed";
    public const string CaseOpened = "case.opened";
    public const string CaseClosed = "case.closed";

    // Order events are named after the kind in an order's history.
    private static readonly string[] OrderKinds = ["placed", "paid", "confirmed", "shipped", "delivered", "completed", "canceled", "refunded"];
    private static readonly Dictionary<string, string> OfKind = OrderKinds.ToDictionary(k => k, k => "order." + k);

    public static readonly IReadOnlyCollection<string> All = [.. OfKind.Values, StockChanged, CaseOpened, CaseClosed];

    public static string? Of(string kind) => OfKind.GetValueOrDefault(kind);
}

/// <summary>What is signed and sent: the type, when it happened, and the figures.</summary>
internal sealed record WebhookEnvelope(string Type, DateTimeOffset Timestamp, object Data);

/// <summary>What became of an order; figures as in its history, without personal data.</summary>
internal sealed record OrderData(string Order, OrderState? From, OrderState? To, object? Facts);

/// <summary>What there is of a SKU over all locations, after the change.</summary>
internal sealed record StockData(string Sku, long Available, long OnHand, long Reserved, long Allocated);

/// <summary>Something that a person must look at, or must no more.</summary>
internal sealed record CaseData(string Kind, string Subject, Text? Cause, Text? Remedy, string? Order, Money? Amount, string? Outcome);
