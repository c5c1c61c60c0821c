namespace Guidan.Payments;

/// <summary>
/// When a provider is asked about a payment that it has not reported: the answer is the truth, a callback only a hint.
/// </summary>
public static class QuerySchedule
{
    private static readonly TimeSpan[] After =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(24),
    ];

    /// <summary>The moment of the n-th query (0 first) of a payment made at a moment; null when all were asked.</summary>
    public static DateTimeOffset? At(DateTimeOffset created, int asked) => asked < After.Length ? created + After[asked] : null;

    /// <summary>
    /// The next query after one made now. Goal: a paid order is seen as paid within 5 minutes even if every callback is
    /// lost, so while the payer may still pay, the gap never exceeds two minutes.
    /// </summary>
    public static DateTimeOffset? Next(DateTimeOffset created, DateTimeOffset expires, int asked, DateTimeOffset now)
    {
        var planned = At(created, asked);
        while (planned is { } at && at <= now) planned = At(created, ++asked);
        var soon = now + TimeSpan.FromMinutes(2);
        return now < expires && (planned is null || planned > soon) ? soon : planned;
    }
}
