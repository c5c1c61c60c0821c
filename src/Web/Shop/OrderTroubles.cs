using Guidan.Assurance;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;
using Guidan.Payments;

namespace Guidan.Web.Storefront;

/// <summary>What went wrong with an order, in plain words: the fact, what is being done, and what the customer has to do.</summary>
internal static class OrderTroubles
{
    private static readonly TimeSpan ShipWithin = TimeSpan.FromHours(48);
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(48);

    /// <summary>Open troubles first; what has words of its own with figures is not told a second time from the catalogue.</summary>
    public static IReadOnlyList<Trouble> Of(OrderDetail order, IReadOnlyList<ParcelView> parcels, Text pays, IReadOnlyList<Case> open, DateTimeOffset now)
    {
        List<Trouble> own = [.. Refunds(order, pays, open), .. Late(order, now), .. Still(parcels, now)];
        return [.. own.Concat(Known(open).Where(k => own.TrueForAll(t => t.Cause != k.Cause))).OrderBy(t => t.Solved)];
    }

    /// <summary>What the catalogue has for the customer about the order's open cases; each cause is told once.</summary>
    public static IEnumerable<Trouble> Known(IReadOnlyList<Case> open) => open
        .Select(c => Causes.Of(c.Kind, c.Subject)).DistinctBy(c => c.Code)
        .Where(c => c.Customer is not null).Select(c => new Trouble(false, c.Title, c.Customer!.Value, c.Code));

    private static IEnumerable<Trouble> Refunds(OrderDetail order, Text pays, IReadOnlyList<Case> open)
    {
        // One that was filed again, or dealt with in another way, is no trouble any more.
        foreach (var refund in order.Refunds.Where(r => r.State == RefundStep.Failed && open.Any(c => c.Kind == "refund" && Refund.IdOf(c.Subject) == r.Id)))
        {
            yield return new(false, new($"退款{refund.Amount}还没有成功", $"The refund of {refund.Amount} has not gone through yet"),
                new($"{pays.Zh}没有接受，我们正在重办，您不用做任何事。钱不会丢。", $"{pays.En} did not accept it. We are seeing to it; you need not do anything. The money is not lost."), "refund");
        }
        var partly = order.Money.Refunded > Money.Zero(order.Money.Paid.Currency) && order.Money.Refunded < order.Money.Paid;
        if (partly)
        {
            yield return new(true, new($"{order.Money.Refunded}已退回{pays.Zh}", $"{order.Money.Refunded} is back on {pays.En}"),
                new($"{pays.Zh}已经确认，您不用做任何事。", $"{pays.En} has confirmed; you need not do anything."));
        }
        // Money that came twice or too late goes back by itself, and the customer hears of it before asking.
        var returned = order.Timeline.Where(e => e.Kind == "money_returned").ToList();
        if (returned.Count > 0)
        {
            yield return new(true, Text.Same(returned[^1].Text),
                new("系统自己发现并退回，您不用申请。这一单照常进行。", "The shop noticed and returns it by itself; you need not ask. The order goes on as usual."));
        }
    }

    private static IEnumerable<Trouble> Late(OrderDetail order, DateTimeOffset now)
    {
        if (order.Brief.Status == DisplayState.AwaitingShipment && order.Dates.ConfirmedAt is { } at && at + ShipWithin < now && order.DeliveryMethod != "pickup")
        {
            yield return new(false, new("超过了答应您的发货时间", "Later than the shipping time we promised"),
                new("店里已经收到提醒。不想等了，可以在下面取消，付的钱全部退回。", "The shop has been alerted. If you would rather not wait, cancel below and everything you paid goes back."), "stuck.awaiting_shipment");
        }
    }

    private static IEnumerable<Trouble> Still(IReadOnlyList<ParcelView> parcels, DateTimeOffset now)
    {
        if (parcels.Any(p => p.DeliveredAt is null && p.Events.Count > 0 && p.Events[0].At + Quiet < now))
        {
            yield return new(false, new("包裹两天没有新动静", "The parcel has not moved for two days"),
                new("我们已经收到提醒，会去问快递，问到的写在下面。您不用先来催。", "We have been alerted and are asking the carrier; what they say appears below. You need not chase it."), "stuck.shipped");
        }
    }
}
