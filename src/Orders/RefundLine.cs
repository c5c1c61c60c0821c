using Guidan.Payments;

namespace Guidan.Orders;

/// <summary>What a refund gives back of one line of its order; line 0 is the freight. Rows are only ever added.</summary>
internal sealed class RefundLine
{
    public const int Freight = 0;

    public long OrderNumber { get; init; }
    public Guid RefundId { get; init; }
    public int Line { get; init; }

    /// <summary>Units; 0 for the freight.</summary>
    public long Quantity { get; init; }

    /// <summary>What these units carry of price, discount and tax; minor units.</summary>
    public long Amount { get; init; }

    /// <summary>How many of them will not be shipped any more.</summary>
    public long Dropped { get; init; }

    /// <summary>How many of them came back into stock after they had been shipped.</summary>
    public long Returned { get; init; }
}

/// <summary>What has gone back of a line, by refunds that were not refused.</summary>
internal readonly record struct GoneBack(long Quantity, long Amount, long Dropped, long Returned)
{
    /// <summary>By line. Rows of a refused refund gave nothing back.</summary>
    public static Dictionary<int, GoneBack> Of(IEnumerable<RefundLine> rows, IEnumerable<Refund> refunds)
    {
        var refused = refunds.Where(r => r.Step == RefundStep.Failed).Select(r => r.Id).ToHashSet();
        return rows.Where(r => !refused.Contains(r.RefundId)).GroupBy(r => r.Line).ToDictionary(g => g.Key, g => new GoneBack(
            g.Sum(r => r.Quantity), g.Sum(r => r.Amount), g.Sum(r => r.Dropped), g.Sum(r => r.Returned)));
    }
}
