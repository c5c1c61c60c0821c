using Guidan.Kernel;
using Guidan.Operations;

namespace Guidan.Notices;

/// <summary>Sends a test message.</summary>
[Operation("webhooks.test", "发送测试推送", "Send a test webhook", Permission = NoticesModule.Write)]
internal sealed class TestWebhook(ShopDb db, WebhookFanOut fanOut, TimeProvider clock)
{
    /// <summary>The test's message id, to be found in the log.</summary>
    internal sealed record Sent(Guid Id);

    public Task<Result<Sent>> Run(Guid id) => db.InTransaction<Sent>(this, async () =>
    {
        if (await db.Find(id) is not { } found) return Webhooks.Unknown;
        if (found.State != WebhookState.On) return IsOff;
        db.Record($"webhook:{id:N}", null, "test");
        return new Sent(fanOut.SendTest(id, clock.GetUtcNow()));
    });

    private static readonly Refusal IsOff = Refusal.Conflict("webhook.off",
        new("这个接收方已停用", "This receiver is off"),
        new("停用时什么都不发", "Nothing is sent while it is off"),
        new("启用后再测试", "Switch it on, then test"));
}

/// <summary>Sends again, under the same ids: one message, or all that were made in a span of time.</summary>
[Operation("webhooks.replay", "重新推送", "Replay webhooks", Permission = NoticesModule.Write)]
internal sealed class ReplayWebhooks(ShopDb db, Cases cases, Caller caller, TimeProvider clock)
{
    private static readonly Statement One = new(
        """
        update notices_delivery set state = 0, due_at = $3, attempts = 0, done_at = null
        where endpoint = $1 and id = $2 and state <> 0
        """);
    private static readonly Statement Span = new(
        """
        update notices_delivery set state = 0, due_at = $4, attempts = 0, done_at = null
        where endpoint = $1 and created_at >= $2 and created_at < $3 and state <> 0
        """);

    /// <summary>Either a message, or a span from and until; until now when it is left out.</summary>
    internal sealed record Command(Guid? Message = null, DateTimeOffset? From = null, DateTimeOffset? Until = null);

    internal sealed record Replayed(int Messages);

    public async Task<Result<Replayed>> Run(Guid id, Command command)
    {
        var now = clock.GetUtcNow();
        var until = command.Until ?? now;
        if (command.Message is null && !(command.From < until)) return Refusal.Invalid("from",
            new("写明一条消息，或先后两个时间", "Name a message, or two times of which the first is earlier"));
        return await db.InTransaction<Replayed>(this, async () =>
        {
            if (await db.Find(id) is null) return Webhooks.Unknown;
            var count = command.Message is { } message
                ? await db.Execute(One, id, message, now)
                : await db.Execute(Span, id, command.From, until, now);
            if (count == 0 && command.Message is not null) return Refusal.NotFound("webhook.unknown_message", new("这条消息", "This message"));
            await cases.Close(NoteWebhookAnswer.DeadKind, id.ToString("N"), "replayed", caller.Actor);
            db.Record($"webhook:{id:N}", null, $"replayed {count}");
            return new Replayed(count);
        });
    }
}
