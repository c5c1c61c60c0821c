namespace Guidan.Sandbox;

/// <summary>What somebody wants to buy at a simulated shop. Amounts in minor units; discount and tax are those of the whole order.</summary>
internal sealed record SaleWish
{
    private const long AmountMost = 10_000_000_000;

    public List<SaleWishLine> Lines { get; init; } = [];
    public string Currency { get; init; } = "CNY";
    public long Discount { get; init; }
    public long Freight { get; init; }
    public long Tax { get; init; }
    public bool TaxesIncluded { get; init; }
    public bool Paid { get; init; } = true;
    public string? Gateway { get; init; }
    public SaleBuyer? Buyer { get; init; }
    public string? Note { get; init; }
    public bool Test { get; init; }

    public bool IsSensible => Lines.Count is > 0 and <= 100 && Currency is { Length: 3 } && Note is null or { Length: <= 2000 }
        && new[] { Discount, Freight, Tax }.All(a => a is >= 0 and <= AmountMost)
        && Lines.All(l => l is { Quantity: > 0 and <= 100_000, Sku: null or { Length: <= 100 }, Name: null or { Length: <= 300 }, Price: null or (>= 0 and <= AmountMost) });
}

/// <param name="Price">The shop's own when left out.</param>
internal sealed record SaleWishLine(string? Sku = null, long Quantity = 1, string? Name = null, long? Price = null, string? Options = null);
