using Guidan.Kernel;
using Guidan.Staff;

namespace Guidan.Tests.Staff;

public sealed class PureStaffTests
{
    [Theory]
    [InlineData(59L, "287082")]
    [InlineData(1111111109L, "081804")]
    [InlineData(1111111111L, "050471")]
    [InlineData(1234567890L, "005924")]
    [InlineData(2000000000L, "279037")]
    [InlineData(20000000000L, "353130")]
    public void Codes_agree_with_the_standard(long unixTime, string code)
    {
        var secret = "12345678901234567890"u8.ToArray();
        TimeCodes.At(secret, unixTime / 30).ShouldBe(code);
        TimeCodes.StepOf(secret, code, DateTimeOffset.FromUnixTimeSeconds(unixTime)).ShouldBe(unixTime / 30);
        TimeCodes.StepOf(secret, code, DateTimeOffset.FromUnixTimeSeconds(unixTime + 90)).ShouldBeNull();
    }

    [Fact]
    public void Base32_agrees_with_the_standard()
    {
        TimeCodes.Base32("12345678901234567890"u8.ToArray()).ShouldBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        TimeCodes.Base32("foobar"u8.ToArray()).ShouldBe("MZXW6YTBOI");
    }

    [Fact]
    public void Waiting_grows_and_ends_at_a_quarter_of_an_hour()
    {
        Enumerable.Range(0, 10).ShouldAllBe(i => SignInThrottle.WaitAfter(i) == TimeSpan.Zero);
        new[] { 10, 11, 12, 13, 14, 15, 40 }.Select(i => SignInThrottle.WaitAfter(i).TotalSeconds)
            .ShouldBe([30, 60, 120, 240, 480, 900, 900]);
    }

    [Fact]
    public void A_password_fits_its_hash_and_nothing_else_does()
    {
        var hash = Passwords.Hash("正确的密码 long enough");
        hash.ShouldNotBe(Passwords.Hash("正确的密码 long enough"));
        Passwords.Matches("正确的密码 long enough", hash).ShouldBeTrue();
        Passwords.Matches("正确的密码 long enougH", hash).ShouldBeFalse();
        Passwords.Matches("nobody has this password", null).ShouldBeFalse();
    }

    [Theory]
    [InlineData("12345678", false)]
    [InlineData("Password123", false)]
    [InlineData("woaini1314", false)]
    [InlineData("abababababab", false)]
    [InlineData("lin.xiao@guidan.example", false)]
    [InlineData("七个字的密码呀", false)]
    [InlineData("八个字的密码可以", true)]
    [InlineData("demo-guidan", true)]
    [InlineData("correct horse battery staple, sixty-four characters and then some", true)]
    public void Length_counts_and_common_ones_do_not(string password, bool good) =>
        (Passwords.Weakness(password, "lin.xiao@guidan.example", "林晓") is null).ShouldBe(good);

    [Theory]
    [InlineData(" Lin.Xiao@Guidan.Example ", "lin.xiao@guidan.example")]
    [InlineData("ａ@ｂ.cn", "a@b.cn")]
    [InlineData("no-at-sign", null)]
    [InlineData("two@@signs", null)]
    [InlineData("@nobody", null)]
    [InlineData("some body@x.cn", null)]
    [InlineData(null, null)]
    public void Addresses_are_kept_in_one_form(string? typed, string? kept) => Emails.Normalize(typed).ShouldBe(kept);

    [Fact]
    public void Built_in_roles_follow_the_rules_over_any_permissions()
    {
        string[] codes = ["orders.read", "orders.refund", "orders.ship", "stock.read", "stock.write", "products.write", "staff.own_shop", "exports.read", "ledger.read"];
        var roles = BuiltInRoles.Over(codes.Select(c => new Permission(c, Text.Same(c))).ToList()).ToDictionary(r => r.Code, r => r.Permissions);
        roles["owner"].Order().ShouldBe(codes.Order());
        roles["admin"].Order().ShouldBe(codes.Except(["staff.own_shop"]).Order());
        roles["auditor"].Order().ShouldBe(["exports.read", "ledger.read", "orders.read", "stock.read"]);
        roles["service"].ShouldNotContain("orders.refund");
        roles["service"].ShouldContain("orders.ship");
        roles["warehouse"].Order().ShouldBe(["orders.read", "orders.ship", "stock.read", "stock.write"]);
        roles["finance"].ShouldContain("orders.refund");
        roles["goods"].Order().ShouldBe(["products.write", "stock.read"]);
    }
}
