using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Guidan.Assurance;
using Guidan.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Guidan.Tests.Assurance;

/// <summary>Watches the gaps of a shop in which a test provokes causes, as the back office and the customer see them.</summary>
internal sealed partial class GapWatch(ShopFixture shop)
{
    private static readonly Lazy<List<Regex>> Pages = new(() => PagePattern().Matches(File.ReadAllText(Repository.At("admin", "src", "app", "routes.ts")))
        .Select(m => new Regex("^" + Regex.Replace(m.Groups[1].Value, ":[a-z]+", "[^/]+") + "$")).ToList());

    private static readonly Lazy<HashSet<string>> Settings = new(() => PartPattern().Matches(File.ReadAllText(Repository.At("admin", "src", "settings", "SettingsPage.tsx")))
        .Select(m => m.Groups[1].Value).ToHashSet());

    /// <summary>The one gap of this cause, once it is there: with the catalogue's words, a way out and a page that exists.</summary>
    /// <param name="which">About what it is.</param>
    /// <param name="again">Done before each look.</param>
    public async Task<Gap> Named(string code, Func<Gap, bool>? which = null, Func<Task>? again = null)
    {
        Gap gap = null!;
        await ShopFixture.Eventually(async () =>
        {
            if (again is not null) await again();
            var found = (await All()).Where(g => which?.Invoke(g) ?? true).ToList();
            gap = found.Where(g => g.CauseCode == code).ShouldHaveSingleItem($"{code} among {string.Join(", ", found.Select(g => $"{g.CauseCode} of {g.Subject}"))}");
        }, TimeSpan.FromSeconds(30));
        var cause = Provoked.Find(code);
        gap.CauseTitle.ShouldBe(cause.Title.Zh);
        gap.Cause.ShouldNotBeNullOrWhiteSpace();
        gap.Remedy.ShouldNotBeNullOrWhiteSpace();
        (gap.Deadline, gap.Action.Name, gap.Action.Title).ShouldBe((gap.Since + cause.Deadline, cause.Action.Name, cause.Action.Title.Zh));
        (gap.Repair.State == RepairState.None).ShouldBe(cause.Auto == AutoRepair.None);
        IsPage(gap.Action.Link).ShouldBeTrue(gap.Action.Link);
        Provoked.Note("named", code);
        return gap;
    }

    /// <summary>The gap is not there any more, and what it was about has no other of its cause.</summary>
    /// <param name="again">Done before each look.</param>
    public async Task Gone(Gap gap, Func<Task>? again = null)
    {
        await ShopFixture.Eventually(async () =>
        {
            if (again is not null) await again();
            (await All()).Where(g => g.Id == gap.Id || g.CauseCode == gap.CauseCode && g.Order is not null && g.Order == gap.Order).ShouldBeEmpty();
        }, TimeSpan.FromSeconds(30));
        Provoked.Note("gone", gap.CauseCode);
    }

    /// <summary>The customer reads the catalogue's words with the order, in both languages.</summary>
    /// <param name="proof">The order's token, or the phone as <c>phone=…</c>.</param>
    public async Task Told(string code, string number, string proof)
    {
        var words = Provoked.Find(code).Customer.ShouldNotBeNull();
        foreach (var (language, text) in new[] { ("zh-CN", words.Zh), ("en", words.En) })
        {
            using var reader = shop.Client(language);
            var troubles = (await reader.Get($"/api/store/orders/{number}?{proof}")).ShouldBe(HttpStatusCode.OK).Json!["troubles"]!.AsArray();
            troubles.Where(t => (string)t!["code"]! == code).Select(t => (string)t!["text"]!).ShouldBe([text]);
        }
        Provoked.Note("told", code);
    }

    /// <summary>The customer of an order that waits reads the catalogue's words when he looks it up by that shop's number.</summary>
    public async Task ToldOfArrival(string code, string number, string phone)
    {
        using var reader = shop.Client();
        var token = FormPattern().Match((await reader.Get("/orders/find")).Text).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["form"] = token, ["number"] = number, ["phone"] = phone });
        using var answer = await reader.PostAsync("/orders/find", form);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.ShouldContain(Provoked.Find(code).Customer.ShouldNotBeNull().Zh);
        Provoked.Note("told", code);
    }

    /// <summary>Every open gap, the oldest first.</summary>
    public async Task<List<Gap>> All()
    {
        var all = new List<Gap>();
        for (string? after = null; ;)
        {
            var page = (await shop.Admin.Get($"/api/admin/assurance/gaps?limit=200{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}"))
                .ShouldBe(HttpStatusCode.OK).As<Page<Gap>>();
            all.AddRange(page.Items);
            if ((after = page.Next) is null) return all;
        }
    }

    /// <summary>One beat of a job.</summary>
    public async Task Run<TJob>() where TJob : IJob
    {
        await using var scope = shop.Scope();
        await scope.ServiceProvider.GetServices<IJob>().OfType<TJob>().Single().Run(CancellationToken.None);
    }

    /// <summary>Looks once for what stands still.</summary>
    public Task Look() => Run<WatchStuck>();

    /// <summary>Writes past the program: what a fault or a stranger would do.</summary>
    /// <returns>How many rows it changed.</returns>
    public async Task<int> Write(string sql, params object[] values)
    {
        await using var scope = shop.Scope();
        var (db, rows) = (scope.ServiceProvider.GetRequiredService<ShopDb>(), 0);
        await db.Housekeep(async () => rows = await db.Execute(new Statement(sql), values));
        return rows;
    }

    /// <summary>A part of the program stands still until this is disposed of.</summary>
    public async Task<IAsyncDisposable> Still<TWorker>() where TWorker : BackgroundService
    {
        var worker = shop.Services.GetServices<IHostedService>().OfType<TWorker>().Single();
        await worker.StopAsync(CancellationToken.None);
        return new Stopped(worker);
    }

    /// <summary>A query that proves an order to be the customer's own.</summary>
    public static string Proof(JsonNode order) => "token=" + Uri.EscapeDataString((string)order["token"]!);

    private static bool IsPage(string link)
    {
        var path = link.Split('?')[0];
        return Pages.Value.Exists(p => p.IsMatch(path)) && (!path.StartsWith("/settings/", StringComparison.Ordinal) || Settings.Value.Contains(path["/settings/".Length..]));
    }

    private sealed class Stopped(BackgroundService worker) : IAsyncDisposable
    {
        private bool again;

        public async ValueTask DisposeAsync()
        {
            if (again) return;
            again = true;
            await worker.StartAsync(CancellationToken.None);
        }
    }

    [GeneratedRegex("pattern: '([^']+)'")]
    private static partial Regex PagePattern();

    [GeneratedRegex(@"^  (\w+): \{ page: ", RegexOptions.Multiline)]
    private static partial Regex PartPattern();

    [GeneratedRegex("name=\"form\" value=\"([^\"]*)\"")]
    private static partial Regex FormPattern();
}
