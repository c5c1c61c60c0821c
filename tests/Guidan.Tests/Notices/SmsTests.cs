using System.Net;
using System.Text;
using Guidan.Connectors;
using Guidan.Kernel;
using Guidan.Notices;
using Microsoft.Extensions.Options;

namespace Guidan.Tests.Notices;

/// <summary>Text messages on the wire of Alibaba Cloud.</summary>
public sealed class SmsTests
{
    [Fact]
    public void The_signature_matches_the_providers_example() => AliyunSms.SignatureOf("GET", new(StringComparer.Ordinal)
    {
        ["Timestamp"] = "2016-02-23T12:46:24Z", ["Format"] = "XML", ["AccessKeyId"] = "testid", ["Action"] = "DescribeRegions",
        ["SignatureMethod"] = "HMAC-SHA1", ["SignatureNonce"] = "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf", ["Version"] = "2014-05-26", ["SignatureVersion"] = "1.0",
    }, "testsecret").ShouldBe("OLeaidS1JvxuMvnyHOwuJ+uX5qY=");

    [Theory]
    [InlineData(200, """{"Code":"OK","Message":"OK"}""", MessageState.Done, null)]
    [InlineData(200, """{"Code":"isv.BUSINESS_LIMIT_CONTROL","Message":"触发分钟级流控"}""", MessageState.Waiting, "isv.BUSINESS_LIMIT_CONTROL 触发分钟级流控")]
    [InlineData(200, """{"Code":"isv.MOBILE_NUMBER_ILLEGAL","Message":"号码非法"}""", MessageState.Dead, "isv.MOBILE_NUMBER_ILLEGAL")]
    [InlineData(400, """{"Code":"SignatureDoesNotMatch"}""", MessageState.Waiting, """HTTP 400 {"Code":"SignatureDoesNotMatch"}""")]
    [InlineData(200, "<html>", MessageState.Waiting, "not as expected: <html>")]
    [InlineData(200, "[]", MessageState.Waiting, "not as expected: []")]
    public async Task An_answer_is_taken_for_what_it_says(int status, string body, MessageState state, string? reason)
    {
        using var http = new HttpClient(new Says((HttpStatusCode)status, body));
        var sms = new AliyunSms(http, new Set(new() { AccessKeyId = "id", AccessKeySecret = "secret", SignName = "归单", TemplateCode = "SMS_1" }), TimeProvider.System);
        var delivery = await sms.Send(new("13800138000", "还没人看：机器坏了", "", "k"), TestContext.Current.CancellationToken);
        (delivery.State, delivery.Reason).ShouldBe((state, reason));
    }

    [Fact]
    public async Task What_is_half_set_up_says_what_is_missing_and_sends_nothing()
    {
        using var http = new HttpClient();
        var sms = new AliyunSms(http, new Set(new() { AccessKeyId = "id", SignName = "归单" }), TimeProvider.System);
        (sms.IsOn, sms.IsReady).ShouldBe((true, false));
        (await sms.Trouble(TestContext.Current.CancellationToken))!.Value.En.ShouldBe("Notices:Sms:AccessKeySecret, Notices:Sms:TemplateCode is not set");
        (await sms.Send(new(null, "", "", "k"), TestContext.Current.CancellationToken)).State.ShouldBe(MessageState.Dead);
    }

    private sealed class Says(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8) });
    }

    private sealed class Set(AliyunSmsOptions options) : IOptionsMonitor<AliyunSmsOptions>
    {
        public AliyunSmsOptions CurrentValue => options;

        public AliyunSmsOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<AliyunSmsOptions, string?> listener) => null;
    }
}
