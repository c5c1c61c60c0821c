namespace Guidan.Sandbox;

/// <summary>
/// What goes wrong from now on, until told otherwise.
/// Deliveries: <c>drop</c> (tries do not leave), <c>delaySeconds</c>, <c>duplicate</c> (further copies at the same
/// instant), <c>reorder</c> (held two seconds, then newest first), <c>forge</c> (a copy with a wrong signature first,
/// and a claim of payment when the payer arrives), <c>misstateAmount</c> (fen added to the stated total). A share of them,
/// chosen by <c>seed</c>: <c>lostPercent</c> (thanked for on the way and never seen), <c>doublePercent</c> (twice),
/// <c>latePercent</c> (one to five seconds later, so that newer ones overtake).
/// Answers of the gateway: <c>answer</c> is <c>lost</c> (done, then cut), <c>unavailable</c> (20000, not done),
/// <c>busy</c> (20000, done), <c>unsigned</c>, <c>twice</c> (the node twice), <c>garbage</c>, <c>error</c> (HTTP 500)
/// or <c>slow</c> (after delaySeconds), for <c>answerMethod</c> only and <c>answerTimes</c> times when given.
/// The day's bill: <c>bill</c> is <c>late</c> (not made yet), <c>missing</c> (its last row is left out), <c>extra</c> (a
/// row of a trade that never was), <c>amount</c> (the first row says one fen more) or <c>cut</c> (the file ends early);
/// <c>billFee</c> is the fee of each payment in thousandths.
/// The shops know <c>limited</c> (429), <c>half</c> (cut in the middle) and, of these, lost, unavailable, busy, garbage,
/// error and slow; their methods are called <c>shopify.orders</c>, <c>woocommerce.webhooks</c> and so on, and
/// <c>shopify.webhooks.post</c> where only what is written fails.
/// <c>down</c> cuts every connection. <c>party</c> keeps all of it to one party: alipay, kuaidi100, shopify, woocommerce.
/// </summary>
internal sealed record Faults
{
    public bool Drop { get; init; }
    public double DelaySeconds { get; init; }
    public int Duplicate { get; init; }
    public bool Reorder { get; init; }
    public bool Forge { get; init; }
    public long MisstateAmount { get; init; }
    public string? Answer { get; init; }
    public string? AnswerMethod { get; init; }
    public int? AnswerTimes { get; init; }
    public int LostPercent { get; init; }
    public int DoublePercent { get; init; }
    public int LatePercent { get; init; }
    public int Seed { get; init; }
    public bool Down { get; init; }
    public string? Bill { get; init; }
    public int BillFee { get; init; }
    public string? Party { get; init; }

    private static readonly string[] Answers =
        ["lost", "unavailable", "busy", "unsigned", "twice", "garbage", "error", "slow", "half", "limited"];

    private static readonly string[] Bills = ["late", "missing", "extra", "amount", "cut"];

    public bool IsSensible => BillFee is >= 0 and <= 1000 && (Bill is null || Bills.Contains(Bill)) &&
        new[] { LostPercent, DoublePercent, LatePercent }.All(p => p is >= 0 and <= 100) && DelaySeconds is >= 0 and <= 86400 && Duplicate is >= 0 and <= 100 &&
        Math.Abs(MisstateAmount) <= 10_000_000_000 && (Answer is null || Answers.Contains(Answer));
}

/// <summary>Holds the faults of the moment.</summary>
internal sealed class FaultBoard
{
    private readonly Lock gate = new();
    private Faults now = new();
    private Random chance = new(0);

    public Faults Now
    {
        get
        {
            lock (gate) return now;
        }
        set
        {
            lock (gate) (now, chance) = (value, new(value.Seed));
        }
    }

    /// <summary>The faults of one party.</summary>
    public Faults For(string party)
    {
        lock (gate) return now.Party is null || now.Party == party ? now : Whole;
    }

    private static readonly Faults Whole = new();

    /// <summary>What becomes of the next message of a party: whether it is lost, how many further copies leave, how much later.</summary>
    public (bool Lost, int Copies, TimeSpan Late) Fate(string party)
    {
        lock (gate)
        {
            var faults = For(party);
            bool Hit(int percent) => percent > 0 && chance.Next(100) < percent;
            return (Hit(faults.LostPercent), Hit(faults.DoublePercent) ? 1 : 0, Hit(faults.LatePercent) ? TimeSpan.FromSeconds(1 + 4 * chance.NextDouble()) : TimeSpan.Zero);
        }
    }

    /// <summary>The fault for one answer of this method, counted down.</summary>
    public string? TakeAnswer(string method, string? verb = null)
    {
        lock (gate)
        {
            if (now.Answer is null || (now.AnswerMethod is { } only && only != method && only != $"{method}.{verb?.ToLowerInvariant()}")
                || (now.Party is { } party && !method.StartsWith(party + ".", StringComparison.Ordinal))) return null;
            if (now.AnswerTimes is not { } left) return now.Answer;
            if (left <= 0) return null;
            now = now with { AnswerTimes = left - 1 };
            return now.Answer;
        }
    }
}
