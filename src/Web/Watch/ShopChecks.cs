using Guidan.Assurance;
using Guidan.Audit;
using Guidan.Kernel;
using Guidan.Notices;
using Guidan.Operations;
using Guidan.Payments;
using Microsoft.EntityFrameworkCore;

namespace Guidan.Web.Watch;

/// <summary>Every setting that this program stands on, as one list for the start, the schedule, the doctor and the back office.</summary>
internal sealed class ShopChecks(ShopSettings settings, ShopDb db, Database database, Mail mail, PaymentMethods methods, OutsideChecks outside,
    NoticeChecks notices, ShopCalendar calendar, TimeProvider clock) : ISettingChecks
{
    private const int BacklogMost = 200;
    private static readonly TimeSpan LateMost = TimeSpan.FromMinutes(5);
    private static readonly Statement EngineNow = new("select cast(unixepoch('subsec') * 1000000 as integer)", "select now()");
    private static readonly Statement Journal = new("pragma journal_mode", "show synchronous_commit");
    private static readonly Statement Synchronous = new("select cast(synchronous as varchar(8)) from pragma_synchronous", "show fsync");
    private static readonly Statement Version = new("select sqlite_version()", "show server_version");

    public IReadOnlyList<SettingCheck> All =>
    [
        new("time_zone", new("时区", "Time zone"), _ => Task.FromResult(SettingRules.Zone(settings.TimeZone, calendar.Local(clock.GetUtcNow()), settings.Currency))),
        new("clock", new("时钟", "Clock"), Clock),
        new("database", new("数据库", "Database"), _ => Engine()),
        new("migrations", new("数据库版本", "Schema"), Schema),
        new("folder", new("数据文件夹", "Data folder"), _ => Task.FromResult(Folder())),
        new("disk", new("磁盘", "Disk"), _ => Task.FromResult(SettingRules.Disk(Health.Disk(settings.DataFolder)))),
        new("payments", new("收款方式", "Payment methods"), _ => Payments()),
        new("keys", new("密钥", "Keys"), outside.Keys),
        new("callback", new("回调地址", "Callback address"), ct => outside.Callback(settings.PublicUrl, ct)),
        new("certificate", new("证书", "Certificates"), outside.Certificate),
        new("backlog", new("消息", "Messages"), _ => Task.FromResult(Backlog())),
        new("notices", new("通知", "Notices"), Notices),
        new("signatures", new("签名", "Signatures"), _ => Task.FromResult(SettingRules.Signatures(CheckpointSigning.IsPossible))),
    ];

    // A test moves the shop's clock on purpose; what is compared is the machine's.
    private async Task<SettingFound> Clock(CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        var drift = (await db.Query(EngineNow, r => r.Time(0)))[0] - now;
        return SettingRules.Clock(drift, await outside.ClockDrift(ct));
    }

    private async Task<SettingFound> Engine()
    {
        // Asked where the shop writes: what counts is how that connection was opened.
        string journal = "", sync = "", version = "";
        await db.Housekeep(async () =>
        {
            journal = (await db.Query(Journal, r => r.Text(0)))[0];
            sync = (await db.Query(Synchronous, r => r.Text(0)))[0];
            version = (await db.Query(Version, r => r.Text(0)))[0];
        });
        return SettingRules.Engine(database.IsSqlite, version, journal, sync);
    }

    private async Task<SettingFound> Schema(CancellationToken ct)
    {
        await using var context = SchemaStart.Context(settings);
        var pending = (await context.Database.GetPendingMigrationsAsync(ct)).Count();
        return SettingRules.Schema(pending);
    }

    private SettingFound Folder()
    {
        var probe = Path.Combine(settings.DataFolder, $".probe-{Environment.ProcessId}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return SettingFound.Wrong(new($"{settings.DataFolder} 写不进去：{cause.Message}", $"{settings.DataFolder} cannot be written: {cause.Message}"),
                new("让运行程序的用户能写这个文件夹", "Let the user who runs the program write there"));
        }
        var open = FolderRights.ReadableByOthers(Path.Combine(settings.DataFolder, "keys"));
        return open.Count == 0 ? SettingFound.Good($"{settings.DataFolder} 能写，密钥只有本用户能读", $"{settings.DataFolder} can be written, only this user reads its keys")
            : SettingFound.Wrong(new($"别人能读 {string.Join("、", open)}", $"Others can read {string.Join(", ", open)}"),
                new($"chmod 600 {string.Join(' ', open)}", $"chmod 600 {string.Join(' ', open)}"));
    }

    private async Task<SettingFound> Payments()
    {
        var offered = await methods.Offered(Tongue.Zh);
        var view = await methods.View(Tongue.Zh);
        var (zh, en) = (view.Methods.Where(m => m.Enabled && !m.Configured).ToList(), (await methods.View(Tongue.En)).Methods);
        if (zh.Count == 0 && offered.Count > 0) return SettingFound.Good($"能用：{string.Join("、", offered.Select(m => m.Name))}", $"In use: {string.Join(", ", offered.Select(m => m.Code))}");
        var missing = new Text(string.Join("；", zh.SelectMany(m => m.Missing)), string.Join("; ", en.Where(m => m.Enabled && !m.Configured).SelectMany(m => m.Missing)));
        var remedy = missing.Zh.Length > 0 ? missing : new Text("打开一种付款方式", "Switch a payment method on");
        return offered.Count > 0 ? SettingFound.Remark(new("有的付款方式开着没接通，不会给客户看到", "A method is on and not set up; customers do not see it"), remedy)
            : SettingFound.Wrong(new("没有能用的付款方式，客户付不了款", "No payment method works; customers cannot pay"), remedy);
    }

    private SettingFound Backlog()
    {
        var (outbox, inbox) = (mail.OutboxBacklog(), mail.InboxBacklog());
        var (dead, waiting) = (outbox.Dead + inbox.Dead, outbox.Waiting + inbox.Waiting);
        var oldest = new[] { outbox.OldestDue, inbox.OldestDue }.Min();
        if (dead == 0 && (waiting < BacklogMost || oldest is null || clock.GetUtcNow() - oldest < LateMost))
            return SettingFound.Good($"没有停下的，{waiting}条在等", $"None given up, {waiting} waiting");
        return SettingFound.Wrong(dead > 0 ? new($"{dead}条停下了", $"{dead} were given up") : new($"{waiting}条在等，最早的超过5分钟", $"{waiting} wait, the oldest for more than five minutes"),
            new("在后台的消息页查看并重发", "Look at them on the messages page and replay them"));
    }

    private async Task<SettingFound> Notices(CancellationToken ct) => SettingRules.Notices(await notices.Wrong(ct), notices.AllowsPrivate, notices.Reaching);
}

/// <summary>Who may read what lies in the data folder.</summary>
internal static class FolderRights
{
    public static List<string> ReadableByOthers(string folder)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(folder)) return [];
        var own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var open = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.key"))
        {
            if ((File.GetUnixFileMode(file) & ~own) != 0) open.Add(Path.GetFileName(file));
        }
        return open;
    }
}
