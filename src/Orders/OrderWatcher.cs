using Guidan.Kernel;

namespace Guidan.Orders;

/// <summary>A fact that was just added to an order's history.</summary>
/// <param name="Kind">As in the history: <c>placed</c>, <c>paid</c>, <c>shipped</c>, ….</param>
/// <param name="Facts">Figures without personal data, or null.</param>
/// <param name="Reason">Why, as in the history; it may hold what somebody wrote.</param>
public sealed record OrderFact(long Number, Guid Id, DateTimeOffset At, string Kind, OrderState? From, OrderState? To, object? Facts, string? Reason);

/// <summary>
/// A higher module that tells others what became of an order. It is called inside the transaction of the change and may
/// only add statements to its batch: placing an order waits for nobody who listens.
/// </summary>
public interface IOrderWatcher
{
    /// <summary>A customer has ordered in this shop; called before the order's first fact.</summary>
    void Placed(long number, Contact contact, Tongue tongue) { }

    void Noted(OrderFact fact);
}
