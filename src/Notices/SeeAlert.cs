using Guidan.Kernel;

namespace Guidan.Notices;

/// <summary>Somebody has looked at an alert: it does not go to the next person any more.</summary>
[Operation("notices.see", "标记提醒已看", "Mark an alert as seen", Permission = NoticesModule.NoticesWrite)]
internal sealed class SeeAlert(ShopDb db, Caller caller, TimeProvider clock)
{
    public Task<Result<Done>> Run(Guid id) => db.InTransaction<Done>(this, () =>
    {
        db.Later(AlertSql.See, [id, clock.GetUtcNow(), caller.Name], rows: 1, otherwise: () => NotOpen);
        db.Record($"alert:{id:N}", "told", "seen");
        return Task.FromResult<Result<Done>>(new Done());
    });

    private static readonly Refusal NotOpen = Refusal.Conflict("alert.not_open",
        new("这条提醒不用再看", "This alert needs no looking at"),
        new("它已经有人看过，或已经好了", "Somebody has seen it, or it is cured"),
        new("刷新列表看它的状态", "Reload the list to see where it stands"));
}

/// <summary>Sends a letter by one way to the staff, to see whether it arrives.</summary>
[Operation("notices.test", "发送测试通知", "Send a test notice", Permission = NoticesModule.NoticesWrite)]
internal sealed class TestNotice(ShopDb db, Outbox outbox, StaffWays staff, Caller caller, TimeProvider clock)
{
    public Task<Result<Done>> Run(string way) => db.InTransaction<Done>(this, () =>
    {
        var to = staff.By(way);
        if (to.Count == 0) return Task.FromResult<Result<Done>>(NotReady);
        var (subject, body) = (new Text("归单测试通知", "Guidan test notice"), new Text("收到这条，说明通知能送到。", "If you read this, notices arrive."));
        foreach (var (code, address) in to)
            outbox.Send(NoticeDesk.ReceiverName, $"{code}:{address}", NoticeDesk.StaffKind, new StaffLetterAsked(code,
                new(address, subject.In(caller.Tongue), body.In(caller.Tongue), OrderedId.At(clock.GetUtcNow()).ToString("N"))));
        db.Record($"notice:{way}", null, "test");
        return Task.FromResult<Result<Done>>(new Done());
    });

    private static readonly Refusal NotReady = Refusal.Conflict("notice.not_ready",
        new("这种通知方式还没接通", "This way is not set up"),
        new("设置不全，或没有写明发给谁", "Its settings are incomplete, or nobody is named"),
        new("按文档补全 Notices 的设置，重启后再试", "Complete the settings of Notices by the documents, restart, try again"));
}
