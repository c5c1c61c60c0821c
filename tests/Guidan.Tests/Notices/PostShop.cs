using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Guidan.Tests.Notices;

/// <summary>What a robot was given.</summary>
internal sealed record Said(string Robot, string Query, JsonNode Body)
{
    public string Text => (string)(Body["text"]?["content"] ?? Body["content"]!["text"])!;
}

/// <summary>What was asked to be sent as a text message, and whether its signature held.</summary>
internal sealed record Texted(string Key, string Phone, string What, string Template, bool Signed);

/// <summary>A shop with a mail server and the robots of three groups at the other ends of its wires.</summary>
public abstract class PostShop : ShopFixture
{
    public const string Staff = "staff@shop.example";
    public const string Boss = "boss@shop.example";
    public const string DingTalkSecret = "SECtest";
    public const string FeishuSecret = "feishu-test";
    public const string Phone = "13800138007";
    private const string SmsSecret = "sms-test";
    private WebApplication? groups;

    internal PostOffice Mail { get; private set; } = null!;
    internal ConcurrentQueue<Said> Robots { get; } = new();
    internal ConcurrentQueue<Texted> Texts { get; } = new();

    protected abstract Task<string[]> Database();

    protected sealed override async Task<string[]> DatabaseWords()
    {
        Mail = await PostOffice.Open();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        groups = builder.Build();
        groups.MapPost("/{robot}", Take);
        groups.MapPost("/sms", TakeText);
        await groups.StartAsync();
        var root = groups.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return ["--Notices:Mail:Host", "127.0.0.1", "--Notices:Mail:Port", $"{Mail.Port}", "--Notices:Mail:Security", "none",
            "--Notices:Mail:User", PostOffice.User, "--Notices:Mail:Password", PostOffice.Password, "--Notices:Mail:From", "shop@shop.example",
            "--Notices:DingTalk:Url", $"{root}/dingtalk?access_token=t", "--Notices:DingTalk:Secret", DingTalkSecret,
            "--Notices:Feishu:Url", $"{root}/feishu", "--Notices:Feishu:Secret", FeishuSecret, "--Notices:WeCom:Url", $"{root}/wecom?key=k",
            "--Notices:Staff:Mail", Staff, "--Notices:Staff:EscalateMail", Boss,
            "--Notices:Sms:Url", $"{root}/sms", "--Notices:Sms:AccessKeyId", "testid", "--Notices:Sms:AccessKeySecret", SmsSecret,
            "--Notices:Sms:SignName", "归单", "--Notices:Sms:TemplateCode", "SMS_1", "--Notices:Staff:EscalatePhones", "+86138-0013-8007",
            .. await Database()];
    }

    protected override async Task RemoveDatabase()
    {
        await groups!.StopAsync();
        await groups.DisposeAsync();
        await Mail.DisposeAsync();
    }

    // The signature worked out again from the wire: method, path, then every field but itself, sorted, encoded twice.
    private async Task<IResult> TakeText(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var sorted = string.Join('&', form.Where(f => f.Key != "Signature").OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value.ToString())}"));
#pragma warning disable CA5350 // The provider's wire asks for it.
        using var mac = new System.Security.Cryptography.HMACSHA1(System.Text.Encoding.UTF8.GetBytes(SmsSecret + "&"));
#pragma warning restore CA5350
        var proof = Convert.ToBase64String(mac.ComputeHash(System.Text.Encoding.UTF8.GetBytes("POST&%2F&" + Uri.EscapeDataString(sorted))));
        Texts.Enqueue(new(form["OutId"].ToString(), form["PhoneNumbers"].ToString(), (string)JsonNode.Parse(form["TemplateParam"].ToString())!["what"]!,
            $"{form["Action"]} {form["Version"]} {form["SignName"]} {form["TemplateCode"]}", proof == form["Signature"].ToString()));
        return Results.Text("""{"Code":"OK","Message":"OK","BizId":"1"}""", "application/json");
    }

    private async Task<IResult> Take(string robot, HttpContext http)
    {
        Robots.Enqueue(new(robot, http.Request.QueryString.Value ?? "", (await JsonNode.ParseAsync(http.Request.Body))!));
        return robot == "feishu" ? Results.Json(new { code = 0, msg = "success" }) : Results.Json(new { errcode = 0, errmsg = "ok" });
    }
}

/// <summary>On the embedded database.</summary>
public sealed class PostSqliteShop : PostShop
{
    protected override Task<string[]> Database() => Task.FromResult<string[]>([]);
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostPostgresShop : PostShop
{
    private string? connection;

    protected override async Task<string[]> Database() => ["--ConnectionStrings:Guidan", connection = await PostgresServer.NewDatabase()];

    protected override async Task RemoveDatabase()
    {
        await base.RemoveDatabase();
        if (connection is not null) await PostgresServer.Drop(connection);
    }
}
