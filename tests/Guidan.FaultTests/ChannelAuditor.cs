namespace Guidan.FaultTests;

/// <summary>An order of another shop that is not home, as the back office lists it.</summary>
internal sealed record WaitingRow(string Channel, string ExternalId, string? Cause);

/// <summary>Holds the shop's orders against what other shops sold; shares no code with the shop.</summary>
internal sealed class ChannelAuditor(Books books, IReadOnlyList<Sold> sold, IReadOnlyList<WaitingRow> waiting)
{
    /// <summary>Every order of another shop is here once, as it stands there, or waits visibly because of its goods.</summary>
    public void Home()
    {
        var orders = books.Orders.Where(o => !o.IsOwn).ToLookup(o => (o.Channel, o.ExternalNumber!));
        orders.Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty("orders that are here twice");
        orders.Select(g => g.Key).Except(sold.Select(s => (s.Channel, s.Number))).ShouldBeEmpty("orders that nobody placed");
        Astray().ShouldBeEmpty("orders that are neither home nor waiting");
        waiting.ShouldAllBe(w => w.Cause == "sku");
    }

    /// <summary>Sales that are neither here as they are there nor waiting with the right cause.</summary>
    public List<Sold> Astray()
    {
        var orders = books.Orders.Where(o => !o.IsOwn).ToLookup(o => (o.Channel, o.ExternalNumber!));
        var waits = waiting.Where(w => w.Cause == "sku").Select(w => (w.Channel, w.ExternalId)).ToHashSet();
        return sold.Where(s => !(s.IsKnown ? IsAsThere(s, orders[(s.Channel, s.Number)].FirstOrDefault())
            : s.IsCanceled || waits.Contains((s.Channel, s.Id)))).ToList();
    }

    private static bool IsAsThere(Sold s, OrderRow? order) => order is null
        ? s.IsCanceled && s.Paid == s.Refunded
        : order.Total == s.Total && order.Paid - order.Refunded == s.Paid - s.Refunded && (order.State == "canceled") == s.IsCanceled;
}
