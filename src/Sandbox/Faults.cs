namespace Guidan.Sandbox;

/// <summary>
/// What goes wrong from now on, until told otherwise. Deliveries: <c>drop</c> (tries do not leave), <c>delaySeconds</c>,
/// <c>duplicate</c> (further copies at the same instant), <c>reorder</c> (held two seconds, then newest first),
/// <c>forge</c> (a copy with a wrong signature first), <c>misstateAmount</c> (fen added to the stated total).
/// Answers of the gateway: <c>answer</c> is <c>lost</c> (done, then cut), <c>unavailable</c> (20000, not done),
/// <c>busy</c> (20000, done), <c>unsigned</c>, <c>twice</c> (the node twice), <c>garbage</c>, <c>error</c> (HTTP 500) or
/// <c>slow</c> (after delaySeconds), for <c>answerMethod</c> only and <c>answerTimes</c> times when given.
/// <c>down</c> cuts every connection.
/// </summary>
internal sealed record Faults(
    bool Drop = false, double DelaySeconds = 0, int Duplicate = 0, bool Reorder = false, bool Forge = false,
    long MisstateAmount = 0, string? Answer = null, string? AnswerMethod = null, int? AnswerTimes = null,
    bool Down = false)
{
    private static readonly string[] Answers =
        ["lost", "unavailable", "busy", "unsigned", "twice", "garbage", "error", "slow"];

    public bool IsSensible => DelaySeconds is >= 0 and <= 86400 && Duplicate is >= 0 and <= 100 &&
        Math.Abs(MisstateAmount) <= 10_000_000_000 && (Answer is null || Answers.Contains(Answer));
}

/// <summary>Holds the faults of the moment.</summary>
internal sealed class FaultBoard
{
    private readonly Lock gate = new();
    private Faults now = new();

    public Faults Now
    {
        get
        {
            lock (gate) return now;
        }
        set
        {
            lock (gate) now = value;
        }
    }

    /// <summary>The fault for one answer of this method, counted down.</summary>
    public string? TakeAnswer(string method)
    {
        lock (gate)
        {
            if (now.Answer is null || (now.AnswerMethod is { } only && only != method)) return null;
            if (now.AnswerTimes is not { } left) return now.Answer;
            if (left <= 0) return null;
            now = now with { AnswerTimes = left - 1 };
            return now.Answer;
        }
    }
}
