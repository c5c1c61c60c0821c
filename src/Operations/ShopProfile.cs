using Guidan.Kernel;

namespace Guidan.Operations;

/// <summary>What the shop says of itself and how it wants orders handled.</summary>
/// <param name="Version">Goes up with each saving; a second editor sees by it that he was late.</param>
/// <param name="AutoConfirm">Paid orders that raise no question are confirmed without a person.</param>
/// <param name="PaymentMinutes">How long an order waits for its payment before it is closed.</param>
/// <param name="AutoCompleteDays">Days after delivery on which an order completes by itself.</param>
public sealed record ShopProfile(
    long Version, Text Name, string Phone, Text ServiceHours, bool AutoConfirm, int PaymentMinutes, int AutoCompleteDays)
{
    /// <summary>A shop that nobody has described yet.</summary>
    public static readonly ShopProfile Default = new(0, new("归单小店", "Guidan Shop"), "", new("每天9:00到21:00", "Daily 9:00 to 21:00"),
        AutoConfirm: true, PaymentMinutes: 30, AutoCompleteDays: 7);
}

/// <summary>The door to the shop's profile. It may be asked for each order: it answers from memory, at most two seconds old.</summary>
public sealed class ShopProfiles(Settings settings, Cached<ShopProfile> memory)
{
    internal const string Key = "shop";

    /// <summary>The profile as it stands.</summary>
    public ValueTask<ShopProfile> Current() => memory.Get(Read);

    /// <summary>The profile as it stands in the database, inside a transaction that changes it.</summary>
    internal async Task<ShopProfile> Read()
    {
        var (value, version) = await settings.Get(Key, ShopProfile.Default);
        return value with { Version = version };
    }
}
