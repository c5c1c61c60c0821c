using System.Globalization;
using Guidan.Kernel;
using Guidan.Web.Demo;

namespace Guidan.Web.CommandLine;

/// <summary>Lets simulated customers buy in a demo shop, and says honestly what became of them.</summary>
internal sealed class DemoVerb : Verb
{
    private const int RateMost = 6_000;
    private const int CountMost = 100_000;

    public override string Name => "demo";

    public override string Usage => "[--url http://127.0.0.1:5080] [--rate 20] [--count 100]";

    public override Text Purpose => new("让模拟的顾客在演示店里买东西：每分钟几位（rate），一共几位（count）",
        "Let simulated customers buy in a demo shop: so many a minute (rate), so many in all (count)");

    public override async Task<int> Run(Words words)
    {
        if (!Uri.TryCreate(words.Of("url") ?? "http://127.0.0.1:5080", UriKind.Absolute, out var shop))
            return Misunderstood(new("--url 应为店铺的地址", "--url is the address of the shop"));
        if (Number(words.Of("rate"), 20, RateMost) is not { } rate)
            return Misunderstood(new($"--rate 应为1到{RateMost}", $"--rate is 1 to {RateMost}"));
        if (Number(words.Of("count"), 100, CountMost) is not { } count)
            return Misunderstood(new($"--count 应为1到{CountMost}", $"--count is 1 to {CountMost}"));
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        var street = new Street(shop, DemoFiles.Read().People);
        await street.Send(count, TimeSpan.FromMinutes(1) / rate, Tell, stop.Token);
        Tell(street.Seen());
        foreach (var (trouble, times) in street.Troubles()) Console.WriteLine($"  {times} × {trouble}");
        return street.Seen().Failed == 0 ? 0 : 1;
    }

    private static int? Number(string? text, int otherwise, int most) => text is null ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;

    private static void Tell(StreetCounts c) => Console.WriteLine(new Text(
        $"来了{c.Came}位：下单{c.Placed}、付款{c.Paid}、店里认了{c.Recognized}、取消{c.Canceled}、没付款{c.Left}、到渠道店铺下单{c.Elsewhere}、没买到{c.Refused}、出错{c.Failed}；下单最慢{c.SlowestPlacing.TotalMilliseconds:0}毫秒",
        $"{c.Came} came: {c.Placed} ordered, {c.Paid} paid, {c.Recognized} recognized by the shop, {c.Canceled} canceled, {c.Left} left unpaid, {c.Elsewhere} ordered at channel shops, {c.Refused} refused, {c.Failed} failed; slowest order {c.SlowestPlacing.TotalMilliseconds:0} ms")
        .In(Tongue));
}
