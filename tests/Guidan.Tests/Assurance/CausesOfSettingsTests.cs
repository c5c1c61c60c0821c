using System.Net;
using Guidan.Assurance;
using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Web.Watch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Guidan.Tests.Assurance;

/// <summary>
/// Wrong settings: each named, and gone when it is right. What a test can set wrong it sets wrong; where that would take
/// another machine the rule is given the facts of one.
/// </summary>
public abstract class CausesOfSettingsTests(AlipayShopFixture shop)
{
    private readonly GapWatch gaps = new(shop);

    private static readonly DateTimeOffset Noon = new(2026, 6, 5, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, (SettingFound Wrong, SettingFound Right)> Machines = new()
    {
        ["settings.time_zone"] = (SettingRules.Zone("UTC", Noon, "CNY"), SettingRules.Zone("Asia/Shanghai", Noon.ToOffset(TimeSpan.FromHours(8)), "CNY")),
        ["settings.clock"] = (SettingRules.Clock(TimeSpan.Zero, TimeSpan.FromSeconds(-61)), SettingRules.Clock(TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(-60))),
        ["settings.database"] = (SettingRules.Engine(false, "18", "off", "on"), SettingRules.Engine(false, "18", "on", "on")),
        ["settings.disk"] = (SettingRules.Disk(new(false, 100L << 20)), SettingRules.Disk(new(true, 300L << 20))),
        ["settings.certificate"] = (SettingRules.Certificate(Noon.AddDays(6), Noon), SettingRules.Certificate(Noon.AddDays(31), Noon)),
        ["settings.notices"] = (SettingRules.Notices([new("邮件：连不上", "Mail: it cannot be reached")], false, ["mail"]), SettingRules.Notices([], false, ["mail"])),
        ["settings.signatures"] = (SettingRules.Signatures(false), SettingRules.Signatures(true)),
    };

    [Theory, Cause]
    [InlineData("settings.time_zone")]
    [InlineData("settings.clock")]
    [InlineData("settings.database")]
    [InlineData("settings.disk")]
    [InlineData("settings.certificate")]
    [InlineData("settings.notices")]
    [InlineData("settings.signatures")]
    public async Task What_is_wrong_with_the_machine_is_named_and_gone_when_it_is_right(string code)
    {
        var (wrong, right) = Machines[code];

        var gap = await gaps.Named(code, again: () => Look(code, _ => Task.FromResult(wrong)));
        (gap.Cause, gap.Remedy).ShouldBe((wrong.Fact.Zh, wrong.Remedy!.Value.Zh));

        await gaps.Gone(gap, () => Look(code, _ => Task.FromResult(right)));
        right.State.ShouldBe(SettingState.Good);
    }

    [Fact, Cause("settings.payments")]
    public async Task A_shop_that_can_take_no_payment_is_named_until_a_method_is_switched_on()
    {
        await Methods(enabled: false);
        var gap = await gaps.Named("settings.payments", again: () => Look("settings.payments"));
        gap.Action.Link.ShouldBe("/settings/payments");

        await Methods(enabled: true);

        await gaps.Gone(gap, () => Look("settings.payments"));
    }

    [Fact, Cause("settings.keys")]
    public async Task Answers_that_are_not_signed_with_the_known_key_are_named_until_they_are()
    {
        await shop.Alipay.Faults(new { answer = "unsigned", answerMethod = "alipay.trade.query" });
        var gap = await gaps.Named("settings.keys", again: () => Look("settings.keys"));

        await shop.Alipay.Faults();

        await gaps.Gone(gap, () => Look("settings.keys"));
    }

    [Fact, Cause("settings.callback")]
    public async Task An_address_that_is_not_this_shop_is_named_until_it_is()
    {
        var gap = await gaps.Named("settings.callback", again: () => Callback(new(shop.Alipay.Address, "/nobody")));

        await gaps.Gone(gap, () => Callback(new(shop.Url)));
    }

    [Fact, Cause("settings.backlog")]
    public async Task Messages_that_were_given_up_are_named_until_they_are_sent_again()
    {
        var (id, word) = (Guid.CreateVersion7(), Guid.CreateVersion7().ToString("N"));
        await gaps.Write("""
            insert into kernel_outbox (id, receiver, stream, kind, payload, created_at, due_at, state, attempts)
            values ($1, 'test', $2, 'word', $3, $4, $4, 2, 20)
            """, id, word, Json.Write(word), shop.Clock.GetUtcNow());
        var gap = await gaps.Named("settings.backlog", again: () => Look("settings.backlog"));
        gap.Action.Link.ShouldBe("/operations");

        (await shop.Admin.Post($"/api/admin/operations/outbox/{id}/replay")).ShouldBe(HttpStatusCode.OK);

        await gaps.Gone(gap, () => Look("settings.backlog"));
        await ShopFixture.Eventually(() => Recorder.Of(shop).Taken.ShouldContain(word));
    }

    [Fact, Cause("settings.migrations")]
    public async Task A_database_that_missed_an_upgrade_is_named_until_it_has_it()
    {
        const string missed = "MISSED";
        (await gaps.Write("""
            update "__EFMigrationsHistory" set "ProductVersion" = "MigrationId", "MigrationId" = $1
            where "MigrationId" = (select max("MigrationId") from "__EFMigrationsHistory")
            """, missed)).ShouldBe(1);
        try
        {
            var gap = await gaps.Named("settings.migrations", again: () => Look("settings.migrations"));
            await Restore();

            await gaps.Gone(gap, () => Look("settings.migrations"));
        }
        finally
        {
            await Restore();
        }

        Task<int> Restore() => gaps.Write("""
            update "__EFMigrationsHistory" set "MigrationId" = "ProductVersion", "ProductVersion" = '10' where "MigrationId" = $1
            """, missed);
    }

    // One beat of the watch, which looks at this setting alone.
    private async Task Look(string code, Func<CancellationToken, Task<SettingFound>>? instead = null)
    {
        await using var scope = shop.Scope();
        var services = scope.ServiceProvider;
        var check = services.GetRequiredService<ISettingChecks>().All.Single(c => "settings." + c.Code == code);
        await new WatchSettings(services.GetRequiredService<ShopDb>(), new SettingsLook(new OneCheck(instead is null ? check : check with { Look = instead }),
            services.GetRequiredService<Caller>(), services.GetRequiredService<TimeProvider>()), services.GetRequiredService<Cases>(), new(),
            NullLogger<WatchSettings>.Instance).Run(CancellationToken.None);
    }

    private async Task Callback(Uri address)
    {
        await using var scope = shop.Scope();
        var outside = scope.ServiceProvider.GetRequiredService<OutsideChecks>();
        await Look("settings.callback", ct => outside.Callback(address, ct));
    }

    private async Task Methods(bool enabled)
    {
        var settings = (await shop.Admin.Get("/api/admin/settings/payments")).ShouldBe(HttpStatusCode.OK).Json!;
        var methods = settings["methods"]!.AsArray().Select(m => new { code = (string)m!["code"]!, enabled }).ToList();
        (await shop.Admin.Put("/api/admin/settings/payments", new { version = (long)settings["version"]!, methods })).ShouldBe(HttpStatusCode.OK);
    }

    private sealed class OneCheck(SettingCheck check) : ISettingChecks
    {
        public IReadOnlyList<SettingCheck> All => [check];
    }
}

public sealed class CausesOfSettingsOnSqlite(SqliteAlipayShop shop) : CausesOfSettingsTests(shop), IClassFixture<SqliteAlipayShop>;

public sealed class CausesOfSettingsOnPostgres(PostgresAlipayShop shop) : CausesOfSettingsTests(shop), IClassFixture<PostgresAlipayShop>;
