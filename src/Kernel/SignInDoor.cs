namespace Guidan.Kernel;

/// <summary>
/// A way in by password. Each has counts and a queue of its own, so that a flood of tries at the shop's door leaves
/// the back office open.
/// </summary>
/// <param name="name">Stable: <c>staff</c>, <c>customer</c>.</param>
/// <param name="remedy">What somebody can do who tried too often.</param>
public sealed class SignInDoor(string name, Text remedy)
{
    private const int TriesAtOnce = 2;
    private static readonly TimeSpan WaitMost = TimeSpan.FromSeconds(10);

#pragma warning disable CA2213, CA1001 // A door is static and stands as long as the program.
    private readonly SemaphoreSlim atOnce = new(TriesAtOnce);
#pragma warning restore CA2213, CA1001

    public string Name { get; } = name;

    /// <summary>
    /// Does what hashes a password, when its turn comes. Hashing takes a fifth of a second of one core on purpose: a
    /// flood of tries must not take the shop's cores too.
    /// </summary>
    public async Task<Result<T>> InTurn<T>(Func<Task<Result<T>>> work)
    {
        if (!await atOnce.WaitAsync(WaitMost)) return TooMany((int)WaitMost.TotalSeconds);
        try
        {
            return await work();
        }
        finally
        {
            atOnce.Release();
        }
    }

    internal Refusal TooMany(int seconds) => new(RefusalKind.Limited, "session.too_many_tries",
        new("试得太多了", "Too many tries"),
        new($"登录失败次数太多，{seconds}秒后才能再试", $"Signing in failed too often; the next try is possible in {seconds} s"),
        remedy)
    { RetryAfterSeconds = seconds };
}
