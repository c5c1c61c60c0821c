using Guidan.Audit;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Staff;

namespace Guidan.Web.CommandLine;

/// <summary>Looks whether everything that the shop stands on is sound, and says what to do where it is not.</summary>
internal sealed class DoctorVerb : Verb
{
    private static readonly TimeSpan ClockDrift = TimeSpan.FromSeconds(2);
    private static readonly Statement EngineNow = new("select cast(unixepoch('subsec') * 1000000 as integer)", "select now()");
    private static readonly Statement Integrity = new("pragma quick_check", "select 'ok'");
    private static readonly Statement Synchronous = new("pragma journal_mode", "show synchronous_commit");

    private int bad;

    public override string Name => "doctor";

    public override string Usage => "--data DIR";

    public override Text Purpose => new("体检：文件夹、数据库、密钥、时钟、积压",
        "Check the folder, the database, the keys, the clock and what has piled up");

    public override async Task<int> Run(Words words)
    {
        bad = 0;
        await using var shop = await OpenShop.For(words);
        var settings = shop.Use<ShopSettings>();
        Folder(settings);
        await Engine(shop);
        Keys(settings);
        Backlogs(shop);
        Audit();
        Webhooks(shop);
        Say(!shop.Use<StaffLists>().IsEmpty(), new("员工", "Staff"), new("有人能登录", "Somebody can sign in"),
            new("还没有员工：运行 guidan user create，或在本机打开 /setup", "Nobody works here: run guidan user create, or open /setup on this machine"));
        return bad == 0 ? 0 : 1;
    }

    private void Folder(ShopSettings settings)
    {
        var disk = Health.Disk(settings.DataFolder);
        var free = disk.FreeBytes is { } bytes ? $"{bytes / 1024 / 1024} MB" : "?";
        Say(disk.Ok, new("磁盘", "Disk"), new($"{settings.DataFolder} 剩余 {free}", $"{settings.DataFolder} has {free} left"),
            new($"只剩 {free}，先腾出空间", $"Only {free} left; make room"));
    }

    private async Task Engine(OpenShop shop)
    {
        var db = shop.Use<ShopDb>();
        var engine = db.IsSqlite ? "SQLite" : "PostgreSQL";
        var found = (await db.Query(Integrity, r => r.Text(0)))[0];
        Say(found == "ok", new("数据库", "Database"), new($"{engine}，完好", $"{engine}, sound"),
            new($"{engine} 有损坏：{found}。从备份恢复", $"{engine} is damaged: {found}. Restore a backup"));
        var durable = (await db.Query(Synchronous, r => r.Text(0)))[0];
        Say(durable is "wal" or "on" or "remote_apply" or "remote_write" or "local", new("落盘", "Durability"),
            new($"提交即落盘（{durable}）", $"A commit is on disk ({durable})"),
            new($"设置是 {durable}，断电会丢订单；改成 on", $"It is set to {durable}: a power cut loses orders; set it to on"));
        var now = TimeProvider.System.GetUtcNow();
        var drift = (await db.Query(EngineNow, r => r.Time(0)))[0] - now;
        Say(drift.Duration() < ClockDrift, new("时钟", "Clock"), new("程序和数据库一致", "Program and database agree"),
            new($"和数据库差{drift.TotalSeconds:0.0}秒，先对时", $"It differs from the database by {drift.TotalSeconds:0.0} s; set the clocks"));
    }

    private void Keys(ShopSettings settings)
    {
        var open = ReadableByOthers(Path.Combine(settings.DataFolder, "keys"));
        Say(open.Count == 0, new("密钥", "Keys"), new("只有本用户能读；记得另外备份", "Only this user can read them; keep a copy elsewhere"),
            new($"别人能读 {string.Join("、", open)}：chmod 600", $"Others can read {string.Join(", ", open)}: chmod 600"));
    }

    private static List<string> ReadableByOthers(string folder)
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

    private void Audit() => Say(CheckpointSigning.IsPossible, new("签名", "Signatures"),
        new("能给操作记录签名（Ed25519）", "Audit checkpoints can be signed (Ed25519)"),
        new("这台机器没有 OpenSSL 的 libcrypto，操作记录不会签名；装上 OpenSSL 3",
            "OpenSSL's libcrypto is missing, so audit checkpoints are not signed; install OpenSSL 3"));

    private void Backlogs(OpenShop shop)
    {
        var mail = shop.Use<Mail>();
        var (outbox, inbox) = (mail.OutboxBacklog(), mail.InboxBacklog());
        var (dead, waiting) = (outbox.Dead + inbox.Dead, outbox.Waiting + inbox.Waiting);
        Say(dead == 0, new("消息", "Messages"), new($"没有停下的，{waiting}条在等", $"None given up, {waiting} waiting"),
            new($"{dead}条停下了，在后台的消息页查看并重发", $"{dead} were given up; look at them in the back office and replay them"));
    }

    private void Webhooks(OpenShop shop) => Say(shop.Use<IConfiguration>()["Webhooks:AllowPrivate"] != "true", new("推送", "Webhooks"),
        new("只发往公网地址", "Sent to public addresses only"),
        new("Webhooks:AllowPrivate 开着，推送能到内网；只适合本机试用", "Webhooks:AllowPrivate is on, so webhooks reach private networks; for trying on one machine only"));

    private void Say(bool sound, Text what, Text good, Text wrong)
    {
        if (!sound) bad++;
        Console.WriteLine($"{(sound ? "✓" : "✗")} {what.In(Tongue)}  {(sound ? good : wrong).In(Tongue)}");
    }
}
