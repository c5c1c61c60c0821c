using System.Text.Json.Serialization;

namespace Guidan.Sandbox;

/// <summary>An order at a simulated shop as it stands. Amounts in minor units of its currency.</summary>
internal sealed record Sale
{
    public required long Id { get; init; }
    public required string Number { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required string Currency { get; init; }

    /// <summary>Prices contain the tax; else it is added.</summary>
    public bool TaxesIncluded { get; init; }
    public required IReadOnlyList<SaleLine> Lines { get; init; }
    public long Freight { get; init; }
    public required SaleBuyer Buyer { get; init; }
    public string? Note { get; init; }
    public bool Test { get; init; }
    public required string Gateway { get; init; }
    public string? TransactionId { get; init; }
    public DateTimeOffset? PaidAt { get; init; }
    public DateTimeOffset? CanceledAt { get; init; }
    public string? CancelReason { get; init; }
    public bool IsCompleted { get; init; }
    public IReadOnlyList<SaleRemoval> Removals { get; init; } = [];
    public IReadOnlyList<SaleRefund> Refunds { get; init; } = [];
    public IReadOnlyList<SaleShipment> Shipments { get; init; } = [];
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What an extension of the shop keeps on the order, as JSON.</summary>
    public string? Tracking { get; init; }

    [JsonInclude] public long Goods => Lines.Sum(l => l.Price * l.Quantity);
    [JsonInclude] public long Discount => Lines.Sum(l => l.Discount);
    [JsonInclude] public long Tax => Lines.Sum(l => l.Tax);

    /// <summary>With everything that was ever in the order.</summary>
    [JsonInclude] public long First => Goods - Discount + Freight + (TaxesIncluded ? 0 : Tax);

    /// <summary>Without what editing took out.</summary>
    [JsonInclude] public long Total => First - Removals.Sum(r => r.Subtotal + (TaxesIncluded ? 0 : r.Tax));
    [JsonInclude] public long Refunded => Refunds.Sum(r => r.Amount);

    [JsonInclude]
    public string Payment => PaidAt is null ? CanceledAt is null ? "pending" : "voided"
        : Refunded == 0 ? "paid" : Refunded >= Total ? "refunded" : "partially_refunded";

    [JsonIgnore] public bool IsShipped => Lines.All(l => Left(l) == 0);

    /// <summary>How many of a line are still in the order.</summary>
    public long Kept(SaleLine line) => line.Quantity - Removals.Where(r => r.LineId == line.Id).Sum(r => r.Quantity);

    /// <summary>How many of a line are to be shipped yet.</summary>
    public long Left(SaleLine line) => Kept(line) - Shipments.SelectMany(s => s.Lines).Where(l => l.LineId == line.Id).Sum(l => l.Quantity);
}

/// <param name="Discount">Of the whole line; so is the tax.</param>
internal sealed record SaleLine(long Id, string? Sku, string Name, string? Options, long Quantity, long Price, long Discount, long Tax);

/// <summary>Goods that were taken out again, without money moving.</summary>
internal sealed record SaleRemoval(long Id, DateTimeOffset At, long LineId, long Quantity, long Subtotal, long Tax);

internal sealed record SaleRefund(long Id, DateTimeOffset At, long Amount, string? Reason);

internal sealed record SaleShipment(long Id, DateTimeOffset At, string? Company, string? Number, IReadOnlyList<SaleShipmentLine> Lines);

internal sealed record SaleShipmentLine(long LineId, long Quantity);

internal sealed record SaleBuyer
{
    public string? Name { get; init; } = "林小满";
    public string? Phone { get; init; } = "15400000001";
    public string? Email { get; init; } = "buyer@mail.example";
    public string Country { get; init; } = "CN";
    public string? Province { get; init; } = "浙江省";
    public string? City { get; init; } = "杭州市";
    public string? Line { get; init; } = "西湖区文三路1号";
    public string? Postcode { get; init; } = "310000";
}

/// <summary>What a simulated shop sells, and how many it thinks there are.</summary>
internal sealed record Goods
{
    public long Id { get; init; }
    public string Sku { get; init; } = "";
    public string Name { get; init; } = "";
    public string? Options { get; init; }
    public long Price { get; init; }
    public long? Stock { get; init; }
}

/// <summary>A webhook that was asked for.</summary>
/// <param name="Status">active, disabled or deleted.</param>
/// <param name="Failures">In a row.</param>
internal sealed record Hook(long Id, string Topic, string Address, string? Secret, string Status, int Failures, DateTimeOffset CreatedAt);
