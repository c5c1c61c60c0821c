using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Guidan.Assurance;

/// <summary>Somebody asks for a check of everything, now.</summary>
[Operation("assurance.check", "核对全部恒等式", "Check every equation", Permission = AssuranceModule.RunRight)]
internal sealed class RunCheck(ShopDb db, CheckBooks books, Caller caller)
{
    public async Task<Result<CheckView>> Handle()
    {
        var found = await books.Run(full: true);
        return await db.InTransaction<CheckView>(this, async () =>
        {
            await books.Keep(found);
            db.Record("assurance:check", null, $"{found.Equations.Count} equations, {found.Broken} broken");
            return CheckView.Of(found, caller.Tongue);
        });
    }
}

/// <summary>Checks what is recent every few minutes, and everything once a day.</summary>
internal sealed class CheckAgain(ShopDb db, CheckBooks books, TimeProvider clock) : IJob
{
    private static readonly TimeSpan FullEvery = TimeSpan.FromHours(24);

    public string Name => "assurance.check";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task Run(CancellationToken ct)
    {
        var full = await books.LastFullAt() is not { } at || clock.GetUtcNow() - at >= FullEvery;
        var found = await books.Run(full);
        await db.Housekeep(() => books.Keep(found));
    }
}

/// <summary>The command line's <c>guidan verify</c>: checks every equation and says so in sentences.</summary>
public static class VerifyBooks
{
    /// <summary>Checks everything and writes one line for each equation. True when all hold.</summary>
    /// <param name="services">The program's services; the database is open.</param>
    public static async Task<bool> Run(IServiceProvider services, TextWriter output, Tongue tongue)
    {
        await using var scope = services.CreateAsyncScope();
        var books = scope.ServiceProvider.GetRequiredService<CheckBooks>();
        var found = await books.Run(full: true);
        await scope.ServiceProvider.GetRequiredService<ShopDb>().Housekeep(() => books.Keep(found));
        foreach (var one in CheckView.Of(found, tongue).Equations)
        {
            await output.WriteLineAsync($"{(one.Broken == 0 ? "✓" : "✗")} {one.Name}  {one.Title}  {one.Checked - one.Broken}/{one.Checked}");
            if (one.FirstBroken is not { } first) continue;
            await output.WriteLineAsync($"    {first.Key}: {first.Expected} ≠ {first.Actual}");
            await output.WriteLineAsync($"    {first.Remedy}");
        }
        return found.Broken == 0;
    }
}
