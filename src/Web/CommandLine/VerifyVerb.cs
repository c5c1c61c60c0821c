using Guidan.Assurance;
using Guidan.Audit;
using Guidan.Kernel;

namespace Guidan.Web.CommandLine;

/// <summary>Works out every equation and the whole audit chain anew, and says which row is the first that does not hold.</summary>
internal sealed class VerifyVerb : Verb
{
    public override string Name => "verify";

    public override string Usage => "--data DIR";

    public override Text Purpose => new("核对全部恒等式和操作记录的哈希链；有一处不成立就以1退出",
        "Check every equation and the audit chain; exits with 1 when anything does not hold");

    public override async Task<int> Run(Words words)
    {
        await using var shop = await OpenShop.For(words);
        var holds = await VerifyBooks.Run(shop.Services, Console.Out, Tongue);
        shop.Use<Caller>().Tongue = Tongue;
        var audit = await shop.Use<VerifyAudit>().Run();
        Console.WriteLine($"{(audit.Whole ? "✓" : "✗")} audit.chain  "
            + new Text($"操作记录{audit.Entries}行，{audit.Chains}条链，{audit.Checkpoints}个签过名的检查点",
                $"{audit.Entries} audit rows in {audit.Chains} chains, {audit.Checkpoints} signed checkpoints").In(Tongue));
        if (audit.FirstBroken is { } first) Console.WriteLine($"    {first.Place}: {first.Why}");
        return holds && audit.Whole ? 0 : 1;
    }
}
