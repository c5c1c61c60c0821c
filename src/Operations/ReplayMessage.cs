using Guidan.Kernel;

namespace Guidan.Operations;

/// <summary>Gives a dead message another chance, from its first try on. Receivers do nothing twice, so it does no harm.</summary>
[Operation("operations.replay", "重新发送或处理", "Try a message again", Permission = OperationsModule.Write)]
public sealed class ReplayMessage(ShopDb db, TimeProvider clock, OutboxSignal outbox, InboxSignal inbox)
{
    private static readonly Statement Outgoing = new(
        "update kernel_outbox set state = 0, due_at = $2, attempts = 0, done_at = null where id = $1 and state = 2");
    private static readonly Statement Arrived = new(
        "update kernel_inbox set state = 0, due_at = $2, attempts = 0, processed_at = null where id = $1 and state = 2");

    public Task<Result<Done>> Send(Guid id) => Run(Outgoing, id, $"outbox:{id:N}", outbox.Wake);

    public Task<Result<Done>> Handle(Guid id) => Run(Arrived, id, $"inbox:{id:N}", inbox.Wake);

    private Task<Result<Done>> Run(Statement statement, Guid id, string target, Action wake) => db.InTransaction<Done>(this, () =>
    {
        db.Later(statement, [id, clock.GetUtcNow()], rows: 1, otherwise: () => NotDead);
        db.Record(target, "dead", "waiting");
        db.AfterCommit(wake);
        return Task.FromResult<Result<Done>>(new Done());
    });

    private static readonly Refusal NotDead = Refusal.Conflict("message.not_dead",
        new("这条消息没有停下", "This message has not stopped"),
        new("只有停下的消息能重新来", "Only a message that was given up can be tried again"),
        new("刷新列表看它的状态", "Reload the list to see where it stands"));
}
