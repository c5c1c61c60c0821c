using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;

namespace Guidan.Notices;

/// <summary>
/// Writes down, in the transaction in which it happens, what customers and staff are to hear of. Where nobody can be
/// told it writes nothing.
/// </summary>
internal sealed class NoticeWatch(ShopDb db, StaffWays ways, NoticeSettings settings, TimeProvider clock) : IOrderWatcher, ICaseWatcher
{
    // What customers are written to about; confirming by rule follows paying at once and is no news.
    private static readonly HashSet<string> Mailed =
        ["placed", "paid", "confirmed", "shipped", "delivered", "completed", "canceled", "refund_requested", "refunded", "money_returned"];
    private const string ByRule = "auto";

    public void Placed(long number, Contact contact, Tongue tongue)
    {
        if (ways.MailsCustomers && Emails.Normalize(contact.Email) is not null) db.Later(AlertSql.Wish, [number, (int)tongue]);
    }

    public void Noted(OrderFact fact)
    {
        var plain = OrderNumbers.Plain(fact.Number);
        if (ways.MailsCustomers && Mailed.Contains(fact.Kind) && fact is not { Kind: "confirmed", Reason: ByRule })
            db.Later(AlertSql.Mail, [OrderedId.At(fact.At), NoticeDesk.ReceiverName, plain, NoticeDesk.OrderKind,
                Json.Write(new OrderLetterAsked(fact.Number, fact.Id)), fact.At, fact.At, fact.Number], rows: null);
        if (!ways.Any) return;
        if (settings.Orders.Contains(fact.Kind)) db.Later(AlertSql.NoteNews, [fact.Id, fact.Number, fact.Kind, fact.At]);
        if (fact.Kind == "paid") Open(Alert.ToConfirm, plain, new($"订单 {OrderNumbers.Grouped(fact.Number)} 付了款，等您确认", $"Order {OrderNumbers.Grouped(fact.Number)} is paid and waits for your confirmation"),
            new("打开订单，核对后点审核", "Open the order, check it, confirm it"), fact.Number, fact.At);
        else if (fact.Kind is "confirmed" or "canceled") db.Later(AlertSql.Close, [Alert.ToConfirm, plain, fact.At], rows: null);
    }

    public void Opened(Case opened, DateTimeOffset now)
    {
        if (ways.Any) Open(opened.Kind, opened.Subject, opened.Cause, opened.Remedy, opened.Order, now);
    }

    public void Closed(string kind, string subject, string outcome, DateTimeOffset now) => db.Later(AlertSql.Close, [kind, subject, now], rows: null);

    private void Open(string kind, string subject, Text cause, Text remedy, long? order, DateTimeOffset now) => db.Later(AlertSql.Open,
        [Guid.CreateVersion7(clock.GetUtcNow()), kind, subject, cause.Zh, cause.En, remedy.Zh, remedy.En, order, now, now + settings.Wait]);
}
