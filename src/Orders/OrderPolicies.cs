using Guidan.Operations;

namespace Guidan.Orders;

/// <summary>The merchant's rules about orders, as the use cases need them.</summary>
internal sealed record OrderPolicy(TimeSpan PayWithin, bool ConfirmAutomatically, TimeSpan CompleteAfterDelivery);

/// <summary>Reads the rules.</summary>
internal sealed class OrderPolicies(ShopProfiles profiles)
{
    public async ValueTask<OrderPolicy> Current()
    {
        var profile = await profiles.Current();
        return new(TimeSpan.FromMinutes(profile.PaymentMinutes), profile.AutoConfirm, TimeSpan.FromDays(profile.AutoCompleteDays));
    }
}
