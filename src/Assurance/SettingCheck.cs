using Guidan.Kernel;
using Guidan.Operations;

namespace Guidan.Assurance;

/// <summary>How a setting was found.</summary>
public enum SettingState
{
    Good,

    /// <summary>It works, and could be better; nobody is called.</summary>
    Remark,

    /// <summary>It keeps orders or money from coming home.</summary>
    Wrong,
}

/// <summary>What a look at one setting found.</summary>
/// <param name="Remedy">Null when it is good.</param>
public sealed record SettingFound(SettingState State, Text Fact, Text? Remedy = null)
{
    public static SettingFound Good(string zh, string en) => new(SettingState.Good, new(zh, en));

    public static SettingFound Remark(Text fact, Text remedy) => new(SettingState.Remark, fact, remedy);

    public static SettingFound Wrong(Text fact, Text remedy) => new(SettingState.Wrong, fact, remedy);
}

/// <summary>One setting that is looked at when the shop starts, on schedule, by <c>guidan doctor</c>, and when somebody asks.</summary>
/// <param name="Code">The line of the catalogue, without <c>settings.</c></param>
public sealed record SettingCheck(string Code, Text Title, Func<CancellationToken, Task<SettingFound>> Look);

/// <summary>Whoever knows the settings of this program hands out the checks of them, in the order in which people read them.</summary>
public interface ISettingChecks
{
    IReadOnlyList<SettingCheck> All { get; }
}

/// <summary>One setting in the reader's language.</summary>
public sealed record SettingView(string Code, string Title, SettingState State, string Fact, string? Remedy);

/// <summary>All settings as they were found.</summary>
public sealed record SettingsView(DateTimeOffset CheckedAt, int Wrong, IReadOnlyList<SettingView> Items);

/// <summary>Looks at every setting; none of them can keep the others from being looked at.</summary>
public sealed class SettingsLook(ISettingChecks checks, Caller caller, TimeProvider clock)
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(15);

    public async Task<IReadOnlyList<(SettingCheck Check, SettingFound Found)>> All(CancellationToken ct)
    {
        var found = new List<(SettingCheck, SettingFound)>();
        foreach (var check in checks.All) found.Add((check, await One(check, ct)));
        return found;
    }

    public async Task<SettingsView> View(CancellationToken ct)
    {
        var all = await All(ct);
        return new(clock.GetUtcNow(), all.Count(a => a.Found.State == SettingState.Wrong), all.Select(a => new SettingView(a.Check.Code,
            a.Check.Title.In(caller.Tongue), a.Found.State, a.Found.Fact.In(caller.Tongue), a.Found.Remedy?.In(caller.Tongue))).ToList());
    }

    private static async Task<SettingFound> One(SettingCheck check, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Most);
        try
        {
            return await check.Look(limit.Token);
        }
        catch (Exception cause) when (cause is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            return SettingFound.Wrong(new($"看不了：{cause.Message}", $"It cannot be looked at: {cause.Message}"), Causes.Of("settings." + check.Code).Remedy);
        }
    }
}

/// <summary>
/// Looks at the settings when the shop starts and every ten minutes. A wrong one is a case until it is right again; at
/// the start it is logged too, for whoever reads the log and not the back office.
/// </summary>
internal sealed class WatchSettings(ShopDb db, SettingsLook look, Cases cases, WatchedSettings known, Microsoft.Extensions.Logging.ILogger<WatchSettings> log) : IJob
{
    public string Name => "assurance.settings";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task Run(CancellationToken ct)
    {
        var found = await look.All(ct);
        await db.Housekeep(async () =>
        {
            foreach (var (check, seen) in found)
            {
                var kind = "settings." + check.Code;
                if (seen.State == SettingState.Wrong) await cases.Open(kind, "shop", seen.Fact, seen.Remedy ?? Causes.Of(kind).Remedy, reopen: true);
                else await cases.Close(kind, "shop", "right again");
            }
        });
        foreach (var (check, seen) in found.Where(f => known.IsNews(f.Check.Code, f.Found.State) && f.Found.State != SettingState.Good))
            Log(log, check.Title.En, seen.Fact.En, seen.Remedy?.En ?? "", null);
    }

    private static readonly Action<Microsoft.Extensions.Logging.ILogger, string, string, string, Exception?> Log =
        Microsoft.Extensions.Logging.LoggerMessage.Define<string, string, string>(Microsoft.Extensions.Logging.LogLevel.Warning,
            new(1, "setting"), "{Setting}: {Fact}. {Remedy}");
}

/// <summary>What this process has logged already: a wrong setting is told once, not every ten minutes.</summary>
internal sealed class WatchedSettings
{
    private readonly Dictionary<string, SettingState> last = [];

    public bool IsNews(string code, SettingState state)
    {
        lock (last)
        {
            var news = !last.TryGetValue(code, out var before) || before != state;
            last[code] = state;
            return news;
        }
    }
}
