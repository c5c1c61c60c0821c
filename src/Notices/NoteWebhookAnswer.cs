using Guidan.Kernel;
using Guidan.Operations;

namespace Guidan.Notices;

/// <summary>Notes how a receiver answered; what was given up, and a receiver that is gone, become cases.</summary>
[Operation("webhooks.note_answer", "记下推送结果", "Note a webhook's answer")]
internal sealed class NoteWebhookAnswer(ShopDb db, Cases cases, TimeProvider clock)
{
    public const string DeadKind = "webhook.dead";
    public const string GoneKind = "webhook.gone";

    // Only while it waits: a late answer must not undo what another node has finished.
    private static readonly Statement Note = new(
        """
        update notices_delivery set state = $3, due_at = $4, status = $5, answer = $6, milliseconds = $7, done_at = $8
        where endpoint = $1 and id = $2 and state = 0
        """);
    private static readonly Statement Down = new("update notices_endpoint set state = 2 where id = $1 and state = 0");
    private static readonly Statement TookAny = new("select 1 from notices_delivery where endpoint = $1 and state = 1 and done_at >= $2 limit 1");
    private static readonly Statement CreatedAt = new("select created_at from notices_delivery where endpoint = $1 and id = $2");

    public async Task Run(WebhookEndpoint to, Guid id, WebhookAnswer answer, WebhookNext next)
    {
        var now = clock.GetUtcNow();
        object?[] values = [to.Id, id, (int)next.State, now + next.Wait, answer.Status, answer.Excerpt, answer.Milliseconds,
            next.State == MessageState.Done ? now : null];
        if (next is { State: not MessageState.Dead, Gone: false })
        {
            await db.Housekeep(() => db.Execute(Note, values));
            return;
        }
        await db.InTransaction<Done>(this, async () =>
        {
            await db.Execute(Note, values);
            await (next.Gone ? Gone(to) : Dead(to, id, answer));
            db.Record($"webhook:{to.Id:N}", "on", next.Gone ? "gone" : "given up", answer.Status?.ToString());
            return new Done();
        });
    }

    private async Task Gone(WebhookEndpoint to)
    {
        await db.Execute(Down, to.Id);
        await cases.Open(GoneKind, to.Id.ToString("N"),
            new($"接收方 {to.Url} 回答410，不再要消息，已停发", $"The receiver {to.Url} answered 410: it wants no more messages and is not sent to any more"),
            new("和接收方核对地址；还要的话重新启用，没送到的会补上", "Check the address with the receiver; if it is still wanted switch it on, and what it missed is sent"),
            reopen: true);
    }

    // Who took others meanwhile is not down: it is this message that it cannot take.
    private async Task Dead(WebhookEndpoint to, Guid id, WebhookAnswer answer)
    {
        var last = answer.Status is { } status ? $"HTTP {status}" : answer.Excerpt;
        var created = (await db.Query(CreatedAt, r => r.Time(0), to.Id, id))[0];
        var down = (await db.Query(TookAny, r => r.Int(0), to.Id, created)).Count == 0;
        if (down) await db.Execute(Down, to.Id);
        await cases.Open(DeadKind, to.Id.ToString("N"),
            down ? new($"{to.Url} 三天多没收下任何消息，已停发，最后一次：{last}", $"{to.Url} has taken no message for three days and is not sent to any more; the last answer: {last}")
                : new($"有消息三天多没送到 {to.Url}，最后一次：{last}", $"A message could not be delivered to {to.Url} for three days; the last answer: {last}"),
            down ? new("修好接收方，再重新启用，没送到的会补上", "Mend the receiver, then switch it on; what it missed is sent")
                : new("看那条消息的回答，修好后重发它", "See the answer to that message, mend it, then replay it"), reopen: true);
    }
}
