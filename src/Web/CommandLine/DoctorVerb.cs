using Guidan.Assurance;
using Guidan.Kernel;
using Guidan.Staff;

namespace Guidan.Web.CommandLine;

/// <summary>Looks whether everything that the shop stands on is sound, and says what to do where it is not.</summary>
internal sealed class DoctorVerb : Verb
{
    private static readonly Statement Integrity = new("pragma quick_check", "select 'ok'");

    private int bad;

    public override string Name => "doctor";

    public override string Usage => "--data DIR";

    public override Text Purpose => new("体检：时区、时钟、数据库、文件夹、收款、密钥、回调地址、证书、积压",
        "Check the zone, clock, database, folder, payments, keys, callback address, certificates and what has piled up");

    public override async Task<int> Run(Words words)
    {
        bad = 0;
        await using var shop = await OpenShop.For(words);
        foreach (var (check, found) in await shop.Use<SettingsLook>().All(CancellationToken.None)) Say(found.State, check.Title, found.Fact, found.Remedy);
        await Whole(shop);
        var anybody = !shop.Use<StaffLists>().IsEmpty();
        Say(anybody ? SettingState.Good : SettingState.Wrong, new("员工", "Staff"), anybody ? new("有人能登录", "Somebody can sign in") : new("还没有员工", "Nobody works here"),
            anybody ? null : new("运行 guidan user create，或在本机打开 /setup", "Run guidan user create, or open /setup on this machine"));
        return bad == 0 ? 0 : 1;
    }

    // Reads the whole file: only here, never while the shop sells.
    private async Task Whole(OpenShop shop)
    {
        var found = (await shop.Use<ShopDb>().Query(Integrity, r => r.Text(0)))[0];
        Say(found == "ok" ? SettingState.Good : SettingState.Wrong, new("数据完好", "Integrity"), found == "ok" ? new("没有损坏", "Nothing is damaged") : Text.Same(found),
            found == "ok" ? null : new("从备份恢复", "Restore a backup"));
    }

    private void Say(SettingState state, Text what, Text fact, Text? remedy)
    {
        if (state == SettingState.Wrong) bad++;
        var mark = state switch { SettingState.Good => "✓", SettingState.Remark => "·", _ => "✗" };
        Console.WriteLine($"{mark} {what.In(Tongue)}  {fact.In(Tongue)}{(remedy is { } way ? Tongue == Tongue.Zh ? "。" + way.Zh : ". " + way.En : "")}");
    }
}
