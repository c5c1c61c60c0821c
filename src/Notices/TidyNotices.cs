using Guidan.Kernel;

namespace Guidan.Notices;

/// <summary>The log of what was sent goes back thirty days, and so long is kept what a receiver that is down has missed.</summary>
internal sealed class TidyNotices(ShopDb db, TimeProvider clock) : IJob
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);
    private static readonly Statement Old = new("delete from notices_delivery where created_at < $1");

    public string Name => "notices.tidy";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task Run(CancellationToken ct) => db.Housekeep(() => db.Execute(Old, clock.GetUtcNow() - KeptFor));
}
