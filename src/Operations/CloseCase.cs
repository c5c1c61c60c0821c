using Guidan.Kernel;

namespace Guidan.Operations;

/// <summary>A person has dealt with a case and says how.</summary>
[Operation("operations.close_case", "关闭待处理事项", "Close a case", Permission = OperationsModule.Write)]
public sealed class CloseCase(ShopDb db, Cases cases, Caller caller)
{
    private const int ReasonMost = 500;

    public async Task<Result<Done>> Run(Guid id, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonMost)
            return Refusal.Invalid("reason", new(
                $"写明怎么处理的，最多{ReasonMost}个字符", $"Say how it was dealt with, in at most {ReasonMost} characters"));
        if (Fields.Remark("reason", reason) is { } unseen) return unseen;
        return await db.InTransaction<Done>(this, async () =>
        {
            if (db.Read<OperationsCase>().FirstOrDefault(c => c.Id == id) is not { } found)
                return Refusal.NotFound("case.unknown", new("这个事项", "This case"));
            if (!await cases.Close(found.Kind, found.Subject, reason, caller.Actor)) return Closed;
            db.Record($"case:{id:N}", "open", "closed", reason);
            return new Done();
        });
    }

    private static readonly Refusal Closed = Refusal.Conflict("case.closed",
        new("这个事项已经关闭", "This case is closed"),
        new("别人先处理了", "Somebody else dealt with it first"),
        new("刷新列表看结果", "Reload the list to see how"));
}
