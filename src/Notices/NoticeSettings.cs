using Guidan.Kernel;
using Microsoft.Extensions.Configuration;

namespace Guidan.Notices;

/// <summary>Whom the shop tells, from <c>Notices:Staff</c>.</summary>
/// <param name="Mail">Addresses that get every letter to the staff.</param>
/// <param name="EscalateMail">Addresses that get what nobody has looked at in time.</param>
/// <param name="Wait">An alert that is cured within this time is not told.</param>
/// <param name="Orders">Kinds of order history that the staff hears of.</param>
/// <param name="Unreadable">Settings that mean nothing, for whoever looks for mistakes.</param>
internal sealed record NoticeSettings(IReadOnlyList<string> Mail, IReadOnlyList<string> EscalateMail, TimeSpan Wait, IReadOnlySet<string> Orders,
    Tongue Tongue, IReadOnlyList<string> Unreadable)
{
    private static readonly string[] Kinds = ["placed", "paid", "confirmed", "shipped", "delivered", "completed", "canceled", "refund_requested", "refunded"];
    private static readonly string[] Usual = ["placed", "canceled", "refund_requested"];
    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(1);

    public static NoticeSettings Of(IConfiguration configuration)
    {
        var staff = configuration.GetSection("Notices:Staff");
        var (mail, next, orders) = (List(staff["Mail"]), List(staff["EscalateMail"]), staff["Orders"] is { } named ? List(named) : [.. Usual]);
        var unreadable = new List<string>();
        foreach (var (name, addresses) in (IEnumerable<(string, List<string>)>)[("Mail", mail), ("EscalateMail", next)])
            unreadable.AddRange(addresses.Where(a => Emails.Normalize(a) is null).Select(a => $"Notices:Staff:{name} {a}"));
        unreadable.AddRange(orders.Where(o => !Kinds.Contains(o)).Select(o => $"Notices:Staff:Orders {o}"));
        var wait = UsualWait;
        if (staff["WaitSeconds"] is { } seconds)
        {
            if (int.TryParse(seconds, out var read) && read is >= 0 and <= 86_400) wait = TimeSpan.FromSeconds(read);
            else unreadable.Add($"Notices:Staff:WaitSeconds {seconds}");
        }
        return new(Sound(mail), Sound(next), wait, orders.Where(Kinds.Contains).ToHashSet(),
            staff["Language"] == "en" ? Tongue.En : Tongue.Zh, unreadable);
    }

    private static List<string> List(string? text) => (text ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();

    private static List<string> Sound(List<string> addresses) => addresses.Select(Emails.Normalize).OfType<string>().ToList();
}

/// <summary>Where letters to the staff go: each group's robot, and each address by mail.</summary>
internal sealed class StaffWays(IEnumerable<INoticeWay> ways, NoticeSettings settings)
{
    public const string Mail = "mail";
    private readonly bool mailReady = ways.Any(w => w.Code == Mail && w.IsReady);
    private readonly List<(string Way, string? To)> robots = ways.Where(w => w.Code != Mail && w.IsReady).Select(w => (w.Code, (string?)null)).ToList();

    /// <summary>The customer can be written to.</summary>
    public bool MailsCustomers => mailReady;

    public IReadOnlyList<(string Way, string? To)> First => [.. robots, .. To(settings.Mail)];

    public IReadOnlyList<(string Way, string? To)> Next => To(settings.EscalateMail);

    public bool Any => First.Count > 0;

    private List<(string Way, string? To)> To(IReadOnlyList<string> addresses) => mailReady ? addresses.Select(a => (Mail, (string?)a)).ToList() : [];
}
