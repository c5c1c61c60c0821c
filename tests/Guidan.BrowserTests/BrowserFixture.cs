using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Guidan.BrowserTests;

/// <summary>
/// One shop with its demo and one Chromium for all browser tests. Each test opens pages of its own with
/// <see cref="Open"/>; pages share neither cookies nor storage.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly ShopProcess shop = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Url => shop.Url;

    /// <summary>Where the simulated outside parties answer, and the strings behind them.</summary>
    public Uri Sandbox => shop.Sandbox;

    /// <summary>What the program has said so far.</summary>
    public string Log => shop.Log;

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("GUIDAN_CHROMIUM") ?? "/usr/bin/chromium";
        File.Exists(chromium).ShouldBeTrue($"{chromium} is not there. On Debian: apt-get install chromium fonts-noto-cjk; or name one in GUIDAN_CHROMIUM.");
        await shop.Start();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Headless = true,
            // Pages of this machine are all it ever asks for; no background request leaves it.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        await shop.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A page of a visitor who was never here before.</summary>
    /// <param name="path">From the root of the shop: <c>/</c>, <c>/admin</c>.</param>
    /// <param name="narrow">As wide as a telephone.</param>
    /// <param name="script">False for a visitor without script.</param>
    /// <param name="dark">For a visitor whose system is dark.</param>
    public async Task<Visit> Open(string path, string language = "zh-CN", bool narrow = false, bool script = true, bool dark = false)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Url,
            Locale = language,
            TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = script,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = narrow ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
        });
        context.SetDefaultTimeout(15_000);
        var visit = new Visit(await context.NewPageAsync());
        await visit.Page.GotoAsync(path);
        return visit;
    }

    /// <summary>A page of the back office for the owner, who has just signed in.</summary>
    /// <param name="path">Below <c>/admin</c>: <c>/orders</c>.</param>
    public async Task<Visit> OpenBackOffice(string path, string language, bool narrow = false, bool dark = false)
    {
        var visit = await Open("/admin/", language, narrow, dark: dark);
        await visit.Page.FillAsync("#email", "demo@guidan.example");
        await visit.Page.FillAsync("#password", "demo-guidan");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForSelectorAsync("nav");
        // That nobody was signed in yet, the browser writes to its console as an error.
        visit.Forget();
        if (path != "/") await visit.Page.GotoAsync("/admin" + path);
        return visit;
    }

    /// <summary>Runs a verb of the command line on this shop: <c>token create …</c>.</summary>
    public Task<string> Verb(params string[] words) => shop.Verb(words);
}

/// <summary>One visitor's page, and what went wrong on it.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly List<string> troubles = [];

    internal Visit(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => troubles.Add($"script: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsMissingPicture(message)) troubles.Add($"console: {message.Text} {message.Location}");
        };
        page.Request += (_, request) =>
        {
            if (request.ResourceType != "image" && IsElsewhere(request.Url)) troubles.Add($"asks elsewhere: {request.Url}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 500) troubles.Add($"{response.Status} {response.Url}");
        };
    }

    public IPage Page { get; }

    // Imported goods have their pictures elsewhere, where these tests do not go. Nothing else may lie there.
    private static bool IsMissingPicture(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && IsElsewhere(message.Location);

    private static bool IsElsewhere(string url) =>
        url.StartsWith("http", StringComparison.Ordinal) && !url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal);

    internal void Forget() => troubles.Clear();

    /// <summary>No script failed, nothing was written to the console as an error, no answer was a 5xx.</summary>
    /// <param name="except">A word that troubles which the test brings about itself have in common.</param>
    public void ShouldBeWithoutTrouble(string? except = null) => Troubles(except).ShouldBeEmpty(Page.Url);

    /// <summary>What went wrong so far.</summary>
    internal List<string> Troubles(string? except = null) =>
        troubles.Where(t => except is null || !t.Contains(except, StringComparison.Ordinal)).Distinct().ToList();

    /// <summary>No breach of WCAG 2.2 AA that a program can find.</summary>
    public async Task ShouldBeAccessible() => (await Barriers()).ShouldBeEmpty(Page.Url);

    /// <summary>Every breach of WCAG 2.2 AA that a program can find.</summary>
    public async Task<List<string>> Barriers()
    {
        var result = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
            // Only what is wrong is told in full: the rest would cost most of the time.
            ResultTypes = new HashSet<ResultType> { ResultType.Violations },
        });
        return result.Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join("; ", v.Nodes.Take(3).Select(n => n.Target))})").ToList();
    }

    /// <summary>Nothing sticks out to the side at this width.</summary>
    public async Task ShouldFit() => (await SticksOut()).ShouldBe("", $"{Page.Url} at {Page.ViewportSize!.Width}");

    /// <summary>What sticks out to the side, by how many pixels and where; empty when everything fits.</summary>
    public Task<string> SticksOut() => Page.EvaluateAsync<string>(
        """
        async () => {
          // Two frames: a page that draws itself differently at another width has done so by then.
          await new Promise(then => requestAnimationFrame(() => requestAnimationFrame(then)));
          const root = document.documentElement, over = root.scrollWidth - root.clientWidth;
          if (over <= 0) return '';
          const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1);
          return `${over} px: ` + out.slice(0, 3).map(e => `${e.localName}.${e.className}`).join(' ');
        }
        """);

    /// <summary>As high as the page: else a bar at its foot covers whatever happens to lie under it just then.</summary>
    public async Task Unroll()
    {
        var height = await Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await Page.SetViewportSizeAsync(Page.ViewportSize!.Width, Math.Clamp(height + 120, 900, 8_000));
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}

/// <summary>Browser tests share one shop and one browser: <c>[Collection(InBrowser.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}
