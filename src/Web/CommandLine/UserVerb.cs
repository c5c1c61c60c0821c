using System.Text;
using Guidan.Kernel;
using Guidan.Staff;

namespace Guidan.Web.CommandLine;

/// <summary>Takes on a member of staff, or sets a new password for one, from the machine that runs the shop.</summary>
internal sealed class UserVerb : Verb
{
    public override string Name => "user";

    public override string Usage =>
        "create --email EMAIL --name NAME --role ROLE [--password PASSWORD] | password --email EMAIL [--password PASSWORD]";

    public override Text Purpose => new("添加员工，或给员工设新密码；不写密码就在终端里问",
        "Add a member of staff, or set a new password; without --password it is asked for");

    public override async Task<int> Run(Words words)
    {
        var what = words.Plain.ElementAtOrDefault(1);
        if (what is not ("create" or "password")) return Misunderstood(new("要 create 或 password", "It needs create or password"));
        if (words.Of("email") is not { } email) return Misunderstood(new("要 --email", "It needs --email"));
        if (what == "create" && (words.Of("name") is null || words.Of("role") is null))
            return Misunderstood(new("要 --name 和 --role", "It needs --name and --role"));
        var password = words.Of("password") ?? AskPassword();
        if (string.IsNullOrEmpty(password)) return Misunderstood(new("密码不能为空", "The password is empty"));
        await using var shop = await OpenShop.For(words);
        return what == "create" ? await Create(shop, words, email, password) : await SetPassword(shop, email, password);
    }

    private static async Task<int> Create(OpenShop shop, Words words, string email, string password)
    {
        var added = await shop.Use<AddStaff>().Run(new(words.Of("name")!, email, words.Of("role")!, password));
        if (added.Refusal is { } refusal) return Refuse(refusal);
        Console.WriteLine(added.Value.Email);
        return 0;
    }

    private static async Task<int> SetPassword(OpenShop shop, string email, string password)
    {
        if (shop.Use<StaffLists>().FindByEmail(email) is not { } id)
            return Refuse(Refusal.NotFound("staff.unknown", new("这位员工", "This member of staff")));
        var changed = await shop.Use<ChangeStaff>().Run(id, new(Password: password));
        return changed.Refusal is { } refusal ? Refuse(refusal) : 0;
    }

    private static string? AskPassword()
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine();
        Console.Error.Write(new Text("密码：", "Password: ").In(Tongue));
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0) typed.Length--;
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return typed.ToString();
    }
}
