using Guidan.Assurance;
using Guidan.Kernel;

namespace Guidan.Web.Watch;

/// <summary>Judges what was found about a setting; pure, so that each verdict can be had without breaking a machine.</summary>
internal static class SettingRules
{
    private static readonly TimeSpan DatabaseDriftMost = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ProviderDriftMost = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly TimeSpan Short = TimeSpan.FromDays(7);
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    /// <param name="local">What the shop's clock shows there.</param>
    public static SettingFound Zone(string zone, DateTimeOffset local, string currency)
    {
        var shown = new Text($"{zone}，现在是{local:yyyy-MM-dd HH:mm}", $"{zone}, it is {local:yyyy-MM-dd HH:mm} there");
        if (currency != "CNY" || local.Offset == China) return new(SettingState.Good, shown);
        return SettingFound.Wrong(new($"{shown.Zh}；支付方的账单按北京时间分日，日表和订单号会错一天", $"{shown.En}; providers' bills go by Beijing time, so days and numbers are off"),
            new("把 Shop:TimeZone 改成 Asia/Shanghai，重启", "Set Shop:TimeZone to Asia/Shanghai and restart"));
    }

    /// <param name="fromProvider">Null when no provider says what time it is.</param>
    public static SettingFound Clock(TimeSpan fromDatabase, TimeSpan? fromProvider)
    {
        if (fromDatabase.Duration() >= DatabaseDriftMost)
            return SettingFound.Wrong(new($"和数据库差{fromDatabase.TotalSeconds:0.0}秒", $"It differs from the database by {fromDatabase.TotalSeconds:0.0} s"),
                new("打开两台机器的自动对时", "Switch on time synchronisation of both machines"));
        if (fromProvider is not { } drift) return SettingFound.Good("和数据库一致", "It agrees with the database");
        return drift.Duration() <= ProviderDriftMost ? SettingFound.Good("和数据库、支付宝一致", "It agrees with the database and with Alipay")
            : SettingFound.Wrong(new($"和支付宝差{drift.TotalSeconds:0}秒，签名会被拒绝", $"It differs from Alipay by {drift.TotalSeconds:0} s; signatures will be refused"),
                new("打开这台机器的自动对时", "Switch on time synchronisation of this machine"));
    }

    /// <param name="journal">SQLite's journal_mode, or PostgreSQL's synchronous_commit.</param>
    /// <param name="sync">SQLite's synchronous, or PostgreSQL's fsync.</param>
    public static SettingFound Engine(bool sqlite, string version, string journal, string sync)
    {
        var name = sqlite ? "SQLite" : "PostgreSQL";
        var safe = sqlite ? journal == "wal" && sync is "2" or "3" : journal != "off" && sync == "on";
        return safe ? SettingFound.Good($"{name} {version}，提交即落盘（{journal}）", $"{name} {version}, a commit is on disk ({journal})")
            : SettingFound.Wrong(new($"{name} {version}：{journal}、{sync}，断电会丢订单", $"{name} {version}: {journal}, {sync}; a power cut loses orders"),
                sqlite ? new("用程序自己的设置重启", "Restart with the program's own settings")
                    : new("把 synchronous_commit 和 fsync 改成 on", "Set synchronous_commit and fsync to on"));
    }

    /// <param name="pending">Migrations that the database has not had.</param>
    public static SettingFound Schema(int pending) => pending == 0 ? SettingFound.Good("表和程序的版本一致", "Tables and program are of one version")
        : SettingFound.Wrong(new($"还有{pending}次升级没做", $"{pending} migrations are missing"), new("停掉旧版本，重启新版本", "Stop the old version, restart the new one"));

    public static SettingFound Disk(Health.DiskState disk)
    {
        var free = disk.FreeBytes is { } bytes ? $"{bytes / 1024 / 1024} MB" : "?";
        return disk.Ok ? SettingFound.Good($"剩余 {free}", $"{free} left")
            : SettingFound.Wrong(new($"只剩 {free}", $"Only {free} left"), new("先腾出空间", "Make room"));
    }

    /// <param name="first">When the first certificate expires that others or we rely on.</param>
    public static SettingFound Certificate(DateTimeOffset first, DateTimeOffset now)
    {
        var shown = new Text($"最早{first:yyyy-MM-dd}到期", $"The first expires on {first:yyyy-MM-dd}");
        if (first - now < Short) return SettingFound.Wrong(shown, new("现在续签", "Renew it now"));
        return first - now < Soon ? SettingFound.Remark(shown, new("安排续签", "Plan to renew it")) : new(SettingState.Good, shown);
    }

    public static SettingFound Signatures(bool possible) => possible ? SettingFound.Good("能给操作记录签名（Ed25519）", "Audit checkpoints can be signed (Ed25519)")
        : SettingFound.Wrong(new("这台机器没有 OpenSSL 的 libcrypto，操作记录没有签名", "OpenSSL's libcrypto is missing, so audit checkpoints are not signed"),
            new("装上 OpenSSL 3", "Install OpenSSL 3"));

    /// <param name="wrong">Each setting that is wrong, as a sentence.</param>
    /// <param name="reaching">Codes of the ways that reach the staff.</param>
    public static SettingFound Notices(IReadOnlyList<Text> wrong, bool allowsPrivate, IReadOnlyList<string> reaching)
    {
        if (wrong.Count > 0)
            return SettingFound.Wrong(new(string.Join("；", wrong.Select(w => w.Zh)), string.Join("; ", wrong.Select(w => w.En))),
                new("按 docs/notices.md 改好，重启", "Mend it by docs/notices.md, then restart"));
        if (allowsPrivate)
            return SettingFound.Remark(new("Webhooks:AllowPrivate 开着，推送能到内网", "Webhooks:AllowPrivate is on, so webhooks reach private networks"),
                new("只在本机试用时打开", "Switch it on for trying on one machine only"));
        return reaching.Count > 0 ? SettingFound.Good($"能送到员工：{string.Join("、", reaching)}", $"They reach the staff by {string.Join(", ", reaching)}")
            : SettingFound.Remark(new("出了事只在后台看得到", "What needs somebody shows in the back office only"),
                new("接通邮件或群机器人：docs/notices.md", "Set up mail or the robot of a group: docs/notices.md"));
    }
}
