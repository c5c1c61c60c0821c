using Guidan.Kernel;

namespace Guidan.Notices;

/// <summary>What is wrong with the settings of webhooks and notices, for whoever looks at all settings.</summary>
public sealed class NoticeChecks
{
    private readonly IEnumerable<INoticeWay> ways;
    private readonly StaffWays staff;
    private readonly NoticeSettings settings;
    private readonly WebhookSettings webhooks;

    internal NoticeChecks(IEnumerable<INoticeWay> ways, StaffWays staff, NoticeSettings settings, WebhookSettings webhooks) =>
        (this.ways, this.staff, this.settings, this.webhooks) = (ways, staff, settings, webhooks);

    /// <summary>Webhooks reach private networks, which is for one machine only.</summary>
    public bool AllowsPrivate => webhooks.AllowPrivate;

    /// <summary>Each setting that is wrong, as a sentence.</summary>
    public async Task<IReadOnlyList<Text>> Wrong(CancellationToken ct)
    {
        var wrong = settings.Unreadable.Select(u => new Text($"{u} 看不懂", $"{u} means nothing")).ToList();
        foreach (var way in ways.Where(w => w.IsOn))
        {
            if (await way.Trouble(ct) is { } trouble) wrong.Add(new($"{way.Name.Zh}：{trouble.Zh}", $"{way.Name.En}: {trouble.En}"));
        }
        if (settings.Mail.Count + settings.EscalateMail.Count > 0 && !staff.MailsCustomers)
            wrong.Add(new("写了员工邮箱，邮件没有接通", "Addresses of the staff are set, mail is not"));
        if (settings.EscalatePhones.Count > 0 && !staff.SendsTexts)
            wrong.Add(new("写了员工手机号，短信没有接通", "Phone numbers of the staff are set, text messages are not"));
        if (settings.EscalatePhones.Count == 0 && staff.SendsTexts)
            wrong.Add(new("短信接通了，没有写发给谁", "Text messages are set up, nobody is named to get them"));
        return wrong;
    }

    /// <summary>Codes of the ways that reach the staff.</summary>
    public IReadOnlyList<string> Reaching => staff.First.Select(f => f.Way).Distinct().ToList();
}
