using System.Net;
using Guidan.Kernel;
using Guidan.Notices;

namespace Guidan.Tests.Notices;

/// <summary>Signature, schedule and the guard against private addresses.</summary>
public sealed class WebhookRuleTests
{
    [Fact]
    public void The_official_vector_of_Standard_Webhooks_is_signed_alike() =>
        WebhookSignature.Of(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek",
            DateTimeOffset.FromUnixTimeSeconds(1614265330), "{\"test\": 2432232314}").ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public void Two_secrets_sign_twice()
    {
        var at = DateTimeOffset.UnixEpoch;
        var (one, two) = (WebhookSignature.NewSecret(), WebhookSignature.NewSecret());
        WebhookSignature.Of([one, two], "m", at, "{}").ShouldBe(
            $"{WebhookSignature.Of([one], "m", at, "{}")} {WebhookSignature.Of([two], "m", at, "{}")}");
    }

    [Fact]
    public void Ten_tries_reach_over_75_hours()
    {
        WebhookSchedule.Waits.Count.ShouldBe(9);
        TimeSpan.FromTicks(WebhookSchedule.Waits.Sum(w => w.Ticks)).ShouldBe(new TimeSpan(75, 35, 5));
        WebhookSchedule.After(9, Says(500), 0.5).ShouldBe(new(MessageState.Waiting, TimeSpan.FromHours(24), false));
        WebhookSchedule.After(10, Says(500), 0.5).State.ShouldBe(MessageState.Dead);
        WebhookSchedule.After(1, Says(500), 0).Wait.ShouldBe(TimeSpan.FromSeconds(4));
        WebhookSchedule.After(1, Says(500), 1).Wait.ShouldBe(TimeSpan.FromSeconds(6));
    }

    [Theory]
    [InlineData(200, MessageState.Done)]
    [InlineData(299, MessageState.Done)]
    [InlineData(302, MessageState.Waiting)]
    [InlineData(404, MessageState.Waiting)]
    [InlineData(null, MessageState.Waiting)]
    public void Only_2xx_is_success(int? status, MessageState becomes) => WebhookSchedule.After(1, Says(status), 0.5).State.ShouldBe(becomes);

    [Theory]
    [InlineData(429, 3600)]
    [InlineData(503, 3600)]
    [InlineData(500, 5)]
    public void A_busy_receiver_says_when(int status, int seconds) =>
        WebhookSchedule.After(1, Says(status) with { RetryAfter = TimeSpan.FromHours(1) }, 0.5).Wait.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("255.255.255.255", false)]
    public void Only_public_addresses_are_connected_to(string address, bool open) =>
        PublicAddressesOnly.IsPublic(IPAddress.Parse(address)).ShouldBe(open);

    [Fact]
    public async Task A_name_that_leads_into_the_own_network_is_refused_before_anything_is_sent()
    {
        await using var receiver = await Receiver.Open();
        using var guarded = new WebhookSender(new(false), TimeProvider.System);
        foreach (var url in (string[])[receiver.Url, receiver.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)])
        {
            var answer = await guarded.Send(url, [WebhookSignature.NewSecret()], "msg_1", "{}", TestContext.Current.CancellationToken);
            answer.Status.ShouldBeNull();
            answer.Excerpt.ShouldContain("public addresses only");
        }
        receiver.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Redirects_are_not_followed_and_a_broken_tls_is_an_answer()
    {
        await using var receiver = await Receiver.Open();
        receiver.Answer = http =>
        {
            http.Response.StatusCode = 307;
            http.Response.Headers.Location = receiver.Url;
            return Task.CompletedTask;
        };
        using var sender = new WebhookSender(new(true), TimeProvider.System);
        (await sender.Send(receiver.Url, [WebhookSignature.NewSecret()], "msg_1", "{}", TestContext.Current.CancellationToken)).Status.ShouldBe(307);
        receiver.Heard.Count.ShouldBe(1);
        var broken = await sender.Send(receiver.Url.Replace("http:", "https:", StringComparison.Ordinal), [WebhookSignature.NewSecret()], "msg_2", "{}", TestContext.Current.CancellationToken);
        broken.Status.ShouldBeNull();
        broken.Excerpt.ShouldContain("SSL");
    }

    private static WebhookAnswer Says(int? status) => new(status, "", 1, null);
}
