using Guidan.Kernel;
using Guidan.Staff;

namespace Guidan.Web.CommandLine;

/// <summary>Makes an access token and prints it, and nothing else.</summary>
internal sealed class TokenVerb : Verb
{
    public override string Name => "token";

    public override string Usage => "create --name NAME --role ROLE [--days N] --data DIR";

    public override Text Purpose => new("给程序创建访问令牌，只打印令牌", "Make an access token for a program; prints the token only");

    public override async Task<int> Run(Words words)
    {
        if (words.Plain.ElementAtOrDefault(1) != "create") return Misunderstood(new("只有 token create", "There is only token create"));
        if (words.Of("name") is not { } name || words.Of("role") is not { } role)
            return Misunderstood(new("要 --name 和 --role", "It needs --name and --role"));
        int? days = null;
        if (words.Of("days") is { } text)
        {
            if (!int.TryParse(text, out var number)) return Misunderstood(new("--days 应为整数", "--days is a whole number"));
            days = number;
        }
        await using var shop = await OpenShop.For(words);
        var made = await shop.Use<MakeToken>().Run(name, role, days);
        if (made.Refusal is { } refusal) return Refuse(refusal);
        Console.WriteLine(made.Value.Token);
        return 0;
    }
}
