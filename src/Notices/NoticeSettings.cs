using Guidan.Kernel;
using Microsoft.Extensions.Configuration;

namespace Guidan.Notices;

/// <summary>Whom the shop tells, from <c>Notices:Staff</c>.</summary>
/// <param name="Mail">Addresses that get every letter to the staff.</param>
/// <param name="EscalateMail">Addresses that get what nobody has looked at in time.</param>
/// <param name="EscalatePhones">Mobile numbers that get it by text message.</param>
/// <param name="Wait">An alert that is cured within this time is not told.</param>
/// <param name="Orders">Kinds of order history that the staff hears of.</param>
/// <param name="Unreadable">Settings that mean nothing, for whoever looks for mistakes.</param>
internal sealed record NoticeSettings(IReadOnlyList<string> Mail, IReadOnlyList<string> EscalateMail,
    IReadOnlyList<string> EscalatePhones, TimeSpan Wait, IReadOnlySet<string> Orders,
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
        var phones = List(staff["EscalatePhones"]);
        unreadable.AddRange(phones.Where(p => Phones.MobileTrouble(p) is not null).Select(p => $"Notices:Staff:EscalatePhones {p}"));
        unreadable.AddRange(orders.Where(o => !Kinds.Contains(o)).Select(o => $"Notices:Staff:Orders {o}"));
        var wait = UsualWait;
        if (staff["WaitSeconds"] is { } seconds)
        {
            if (int.TryParse(seconds, out var read) && read is >= 0 and <= 86_400) wait = TimeSpan.FromSeconds(read);
            else unreadable.Add($"Notices:Staff:WaitSeconds {seconds}");
        }
        return new(Sound(mail), Sound(next), phones.Where(p => Phones.MobileTrouble(p) is null).Select(Phones.Plain).ToList(), wait, orders.Where(Kinds.Contains).ToHashSet(),
            staff["Language"] == "en" ? Tongue.En : Tongue.Zh, unreadable);
    }

    private static List<string> List(string? text) => (text ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();

    private static List<string> Sound(List<string> addresses) => addresses.Select(Emails.Normalize).OfType<string>().ToList();
}

/// <summary>Where letters to the staff go: each group's robot, and each address by mail.</summary>
internal sealed class StaffWays(IEnumerable<INoticeWay> ways, NoticeSettings settings)
{
    public const string Mail = "mail";
    public const string Sms = "sms";
    private readonly bool mailReady = ways.Any(w => w.Code == Mail && w.IsReady);
    private readonly List<(string Way, string? To)> robots = ways.Where(w => w.Code is not (Mail or Sms) && w.IsReady).Select(w => (w.Code, (string?)null)).ToList();

    /// <summary>The customer can be written to.</summary>
    public bool MailsCustomers => mailReady;

    public IReadOnlyList<(string Way, string? To)> First => [.. robots, .. To(settings.Mail)];

    /// <summary>Text messages cost money and wake people: they are for what nobody has looked at.</summary>
    public IReadOnlyList<(string Way, string? To)> Next => [.. To(settings.EscalateMail), .. SendsTexts ? settings.EscalatePhones.Select(p => (Sms, (string?)p)) : []];

    public bool Any => First.Count + Next.Count > 0;

    /// <summary>Text messages can be sent.</summary>
    public bool SendsTexts { get; } = ways.Any(w => w.Code == Sms && w.IsReady);

    /// <summary>Whom one way reaches, at once or later.</summary>
    public IReadOnlyList<(string Way, string? To)> By(string way) =>
        First.Where(f => f.Way == way).ToList() is { Count: > 0 } first ? first : Next.Where(n => n.Way == way).ToList();

    private List<(string Way, string? To)> To(IReadOnlyList<string> addresses) => mailReady ? addresses.Select(a => (Mail, (string?)a)).ToList() : [];
}
