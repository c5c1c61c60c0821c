using Guidan.Kernel;

namespace Guidan.Notices;

/// <summary>How a receiver answered: a status, or none and the reason.</summary>
internal sealed record WebhookAnswer(int? Status, string Excerpt, int Milliseconds, TimeSpan? RetryAfter);

/// <summary>What follows from an answer.</summary>
/// <param name="Wait">How long until the next try, where there is one.</param>
/// <param name="Gone">The receiver wants nothing any more.</param>
internal readonly record struct WebhookNext(MessageState State, TimeSpan Wait, bool Gone);

/// <summary>Decides what becomes of a delivery; ten tries within about 75 hours.</summary>
internal static class WebhookSchedule
{
    private const int GoneStatus = 410;
    private const double Jitter = 0.2;
    private static readonly TimeSpan RetryAfterMost = TimeSpan.FromHours(24);

    // The first try goes at once; these are the waits before each further one.
    public static readonly IReadOnlyList<TimeSpan> Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <param name="attempts">Tries so far, this one included.</param>
    /// <param name="dice">0 to 1: where in the jitter of a fifth either way the wait lies.</param>
    public static WebhookNext After(int attempts, WebhookAnswer answer, double dice)
    {
        if (answer.Status is >= 200 and < 300) return new(MessageState.Done, default, false);
        // Kept waiting: whoever switches the receiver on again gets what it missed.
        if (answer.Status == GoneStatus) return new(MessageState.Waiting, default, true);
        if (attempts > Waits.Count) return new(MessageState.Dead, default, false);
        var wait = Waits[attempts - 1] * (1 - Jitter + dice * 2 * Jitter);
        if (answer is { Status: 429 or 503, RetryAfter: { } asked })
        {
            if (asked > RetryAfterMost) asked = RetryAfterMost;
            if (asked > wait) wait = asked;
        }
        return new(MessageState.Waiting, wait, false);
    }
}
