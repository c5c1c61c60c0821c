using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guidan.Sandbox;

/// <summary>
/// The strings behind the puppets, for tests and checkers: the journal, the faults, the clock, and hands that pay or
/// move a parcel without a browser. They answer also while the sandbox plays dead.
/// </summary>
internal static class ControlEndpoints
{
    private const int MostLines = 100_000;
    private const int MostTrades = 5_000;

    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/journal", Read);
        routes.MapGet("/sandbox/faults", (FaultBoard board) => Results.Json(board.Now, Fact.Json));
        routes.MapPost("/sandbox/faults", SetFaults);
        routes.MapGet("/sandbox/clock", (SandboxClock clock) => Time(clock));
        routes.MapPost("/sandbox/clock", SetClock);
        routes.MapPost("/sandbox/alipay/trades", Remember);
        routes.MapGet("/sandbox/alipay/trades/{outTradeNo}", (string outTradeNo, AlipayBook book) =>
            book.Find(outTradeNo) is { } trade ? Show(trade) : Missing());
        routes.MapPost("/sandbox/alipay/trades/{outTradeNo}/pay", Pay);
        routes.MapGet("/sandbox/kuaidi100/parcels/{number}", (string number, Parcels parcels) =>
            parcels.Find(number) is { } parcel ? Results.Json(Parcels.Result(parcel), Fact.Json) : Missing());
        routes.MapPost("/sandbox/kuaidi100/parcels/{number}/advance", Advance);
    }

    private static IResult Read(HttpContext context, Journal journal, long? after, int? limit)
    {
        var (lines, last) = journal.Read(after ?? 0, Math.Clamp(limit ?? 10_000, 1, MostLines));
        // The same number again means that there is nothing more for now.
        context.Response.Headers["X-Next"] = last.ToString(CultureInfo.InvariantCulture);
        return Results.Bytes(lines, "application/x-ndjson");
    }

    private static async Task<IResult> SetFaults(HttpContext context, FaultBoard board)
    {
        var faults = await Body<Faults>(context);
        if (faults is not { IsSensible: true })
            return Bad("faults.invalid", "故障设置有误", "按说明填写drop、delaySeconds等字段",
                "The faults are not valid", "Send drop, delaySeconds and the others as documented", context);
        board.Now = faults;
        return Results.Json(board.Now, Fact.Json);
    }

    private static async Task<IResult> SetClock(HttpContext context, SandboxClock clock, Journal journal)
    {
        var wish = await Body<ClockWish>(context);
        var seconds = wish?.OffsetSeconds ?? (clock.Offset.TotalSeconds + wish?.AdvanceSeconds);
        if (seconds is null || !(Math.Abs(seconds.Value) < 10 * 366 * 86400d))
            return Bad("clock.invalid", "时间偏移有误", "填写offsetSeconds或advanceSeconds，不超过十年",
                "The clock offset is not valid", "Send offsetSeconds or advanceSeconds within ten years", context);
        lock (journal.Gate) journal.Append(new Fact { Kind = "clock.moved", OffsetSeconds = seconds });
        return Time(clock);
    }

    private static async Task<IResult> Remember(HttpContext context, AlipayBook book)
    {
        var trades = await Body<List<PaidBefore>>(context);
        if (trades is not { Count: > 0 and <= MostTrades } || trades.Exists(t => t is not
            { OutTradeNo.Length: > 0 and <= 64, AmountMinor: > 0 and <= 10_000_000_000, Subject.Length: > 0 and <= 256 }))
            return Bad("trades.invalid", "交易清单有误", $"写1到{MostTrades}笔outTradeNo、amountMinor、subject、paidAt",
                "The trades are not valid", $"Send 1 to {MostTrades} of outTradeNo, amountMinor, subject, paidAt", context);
        book.Remember(trades);
        return Results.Json(new { known = trades.Count }, Fact.Json);
    }

    private static async Task<IResult> Pay(HttpContext context, string outTradeNo, AlipayBook book)
    {
        if (book.Find(outTradeNo) is not { } trade) return Missing();
        var wish = await Body<PayWish>(context);
        if (wish is null || !Enum.TryParse<NoticeMode>(wish.Notice, ignoreCase: true, out var mode))
            return Bad("pay.invalid", "付款设置有误", "notice填normal、lost或twice",
                "The wish is not valid", "Send notice as normal, lost or twice", context);
        return book.Pay(trade, mode)
            ? Show(trade)
            : Results.Json(new { code = "trade.not_open", status = trade.Status }, Fact.Json, statusCode: 409);
    }

    private static async Task<IResult> Advance(HttpContext context, string number, Parcels parcels)
    {
        if (parcels.Find(number) is not { } parcel) return Missing();
        var wish = await Body<MoveWish>(context);
        if (wish is null || wish.State is { Length: 0 or > 16 } || wish.Text is { Length: > 500 })
            return Bad("move.invalid", "状态有误", "state填状态码或abort，也可以留空",
                "The state is not valid", "Send state as a code or abort, or leave it out", context);
        parcels.Move(parcel, wish.State, wish.Text);
        return Results.Json(Parcels.Result(parcel), Fact.Json);
    }

    private static IResult Show(AlipayTrade trade) => Results.Json(new
    {
        trade.OutTradeNo,
        trade.TradeNo,
        trade.AmountMinor,
        trade.Status,
        trade.PaidAt,
        trade.ClosedAt,
        trade.RefundedMinor,
        trade.Refunds,
    }, Fact.Json);

    private static IResult Time(SandboxClock clock) => Results.Json(
        new { now = clock.GetUtcNow(), offsetSeconds = clock.Offset.TotalSeconds }, Fact.Json);

    private static IResult Missing() => Results.Json(
        new
        {
            code = "not_found",
            title = "没有这一项 / Not found",
            remedy = "先打开付款地址或订阅包裹 / Open the pay address or subscribe to the parcel first",
        }, Fact.Json, statusCode: 404);

    internal static IResult Bad(
        string code, string zh, string zhRemedy, string en, string enRemedy, HttpContext context)
    {
        var english = context.Request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.Ordinal);
        var problem = new { code, title = english ? en : zh, remedy = english ? enRemedy : zhRemedy };
        return Results.Json(problem, Fact.Json, statusCode: 400);
    }

    /// <summary>No body at all asks for what is usual; a body that cannot be read is null.</summary>
    internal static async Task<T?> Body<T>(HttpContext context) where T : class, new()
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            return text.Length == 0 ? new T() : JsonSerializer.Deserialize<T>(text, Fact.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record ClockWish
    {
        public double? OffsetSeconds { get; init; }
        public double? AdvanceSeconds { get; init; }
    }

    private sealed record PayWish
    {
        public string Notice { get; init; } = "normal";
    }

    private sealed record MoveWish
    {
        public string? State { get; init; }
        public string? Text { get; init; }
    }
}
