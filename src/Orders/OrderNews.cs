using Guidan.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Orders;

/// <summary>One line of an order in a letter.</summary>
public sealed record OrderNewsLine(Text Name, Text Options, long Quantity);

/// <summary>What became of an order, with all that a letter to its customer needs.</summary>
/// <param name="Email">Where the customer wants letters, or null.</param>
/// <param name="What">The fact as a sentence without its stop.</param>
/// <param name="Unpaid">True when the order closed because nothing was paid in time.</param>
public sealed record OrderNewsItem(long Number, string Token, string? Email, Guid Id, string Kind, Text What, Text Status, Text Meaning,
    Money Total, Money Due, DateTimeOffset? PayBy, bool Unpaid, IReadOnlyList<OrderNewsLine> Lines);

/// <summary>The door for whoever writes to people about orders.</summary>
public sealed class OrderNews(ShopDb db, OrderBook book)
{
    /// <summary>A fact of an order's history and the order as it stands now, or null when there is none.</summary>
    public async Task<OrderNewsItem?> Find(long number, Guid id)
    {
        if (await db.Read<Order>().FirstOrDefaultAsync(o => o.Number == number) is not { } order) return null;
        if (await db.Read<OrderEvent>().FirstOrDefaultAsync(e => e.OrderNumber == number && e.Id == id) is not { } fact) return null;
        var due = order.State == OrderState.Placed ? order.Due : 0;
        return new(number, book.TokenOf(number), Emails.Normalize(book.RecipientOf(order).Contact.Email), id, fact.Kind, HistoryWords.Of(fact),
            OrderStates.NameOf(order.Display), OrderStates.MeaningOf(order.Display), new(order.Total, order.Currency), new(due, order.Currency),
            due > 0 ? order.PayBy : null, order.State == OrderState.Canceled && order.CancelReason == CloseUnpaid.TimeOver,
            (await book.Lines(number)).ConvertAll(l => new OrderNewsLine(new(l.NameZh, l.NameEn), new(l.OptionsZh, l.OptionsEn), l.Quantity)));
    }
}
