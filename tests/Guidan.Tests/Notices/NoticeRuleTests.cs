using Guidan.Connectors;
using Guidan.Kernel;
using Guidan.Notices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Guidan.Tests.Notices;

/// <summary>What an alert does next, and which settings are called wrong.</summary>
public sealed class NoticeRuleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(4);

    [Fact]
    public void An_alert_is_told_then_escalated_then_closed_with_a_word_to_those_who_were_told()
    {
        AlertStep.Of(Of(AlertState.Waiting), Patience).ShouldBe(new(AlertState.Told, Patience, true, false));
        AlertStep.Of(Of(AlertState.Told, told: true), Patience).ShouldBe(new(AlertState.Escalated, null, false, true));
        AlertStep.Of(Of(AlertState.Told, told: true, seen: true), Patience).ShouldBe(new(AlertState.Told, null, false, false));
        AlertStep.Of(Of(AlertState.Closing, told: true), Patience).ShouldBe(new(AlertState.Closed, null, true, false));
        AlertStep.Of(Of(AlertState.Closing, told: true, escalated: true), Patience).ShouldBe(new(AlertState.Closed, null, true, true));
    }

    [Fact]
    public void Settings_that_mean_nothing_are_named()
    {
        var settings = NoticeSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Notices:Staff:Mail"] = "a@shop.example, nobody", ["Notices:Staff:Orders"] = "placed,sung", ["Notices:Staff:WaitSeconds"] = "soon",
        }).Build());
        settings.Unreadable.ShouldBe(["Notices:Staff:Mail nobody", "Notices:Staff:Orders sung", "Notices:Staff:WaitSeconds soon"]);
        settings.Mail.ShouldBe(["a@shop.example"]);
        settings.Orders.ShouldBe(["placed"]);
        settings.Wait.ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_wrong_password_and_a_server_that_is_not_there_are_named()
    {
        await using var office = await PostOffice.Open();
        (await Trouble(office.Port, PostOffice.Password)).ShouldBeNull();
        (await Trouble(office.Port, "wrong")).ShouldNotBeNull().En.ShouldBe("The server does not know the account or password: see Notices:Mail:User and Password");
        (await Trouble(1, PostOffice.Password)).ShouldNotBeNull().En.ShouldStartWith("127.0.0.1:1 does not answer: ");
        (await Trouble(0, PostOffice.Password)).ShouldNotBeNull().En.ShouldBe("Notices:Mail:Port is 1 to 65535");
    }

    private static async Task<Text?> Trouble(int port, string password)
    {
        await using var way = new MailWay(Options.Create(new MailOptions
        {
            Host = "127.0.0.1", Port = port, Security = "none", User = PostOffice.User, Password = password, From = "shop@shop.example",
        }), TimeProvider.System);
        return await way.Trouble(CancellationToken.None);
    }

    private static Alert Of(AlertState state, bool told = false, bool escalated = false, bool seen = false) => new()
    {
        Kind = "k", Subject = "s", CauseZh = "因", CauseEn = "c", RemedyZh = "法", RemedyEn = "r", State = state,
        ToldAt = told ? DateTimeOffset.UnixEpoch : null, EscalatedAt = escalated ? DateTimeOffset.UnixEpoch : null, SeenAt = seen ? DateTimeOffset.UnixEpoch : null,
    };
}
