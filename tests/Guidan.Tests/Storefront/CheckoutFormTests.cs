using Guidan.Kernel;
using Guidan.Web.Storefront;

namespace Guidan.Tests.Storefront;

public sealed class CheckoutFormTests
{
    private static readonly CheckoutForm Filled = new()
    {
        Name = "陈思源", Phone = "154 0000 1013", Province = "浙江省", City = "杭州市", Line = "文三路12号", Delivery = "courier", Payment = "alipay",
    };

    private static readonly IReadOnlyList<PaymentChoice> Payments = [new("alipay", new("支付宝", "Alipay"), default, null)];

    private static IReadOnlyList<DeliveryChoice> Deliveries(Text? notHere = null) =>
    [
        new("courier", new("快递", "Courier"), Money.Cny(800), null, default, default, default, default, notHere, null, false),
        new("pickup", new("自提", "Pickup"), Money.Cny(0), null, default, default, default, default, null, null, true),
    ];

    [Fact]
    public void Check_finds_nothing_wrong_with_a_filled_form() => Filled.Check(Deliveries(), Payments).ShouldBeEmpty();

    [Fact]
    public void Check_names_every_empty_field()
    {
        var errors = new CheckoutForm().Check(Deliveries(), Payments);
        errors.Keys.ShouldBe(["name", "phone", "province", "city", "line", "delivery", "payment"], ignoreOrder: true);
    }

    [Fact]
    public void Check_asks_no_address_of_those_who_come_for_the_goods()
    {
        (Filled with { Delivery = "pickup", Province = "", City = "", Line = "" }).Check(Deliveries(), Payments).ShouldBeEmpty();
    }

    [Fact]
    public void Check_refuses_a_method_that_does_not_reach_the_province()
    {
        var reason = new Text("快递不到西藏，换一种", "Courier does not reach Tibet; choose another");
        Filled.Check(Deliveries(reason), Payments)["delivery"].ShouldBe(reason);
    }

    [Fact]
    public void Check_asks_for_a_house_number_after_a_bare_street()
    {
        (Filled with { Line = "文三路" }).Check(Deliveries(), Payments)["line"].Zh.ShouldBe("详细地址只有路名，补上门牌");
    }

    [Theory]
    [InlineData("1540000101", "手机号少一位，应为11位")]
    [InlineData("15400001", "手机号少3位，应为11位")]
    [InlineData("154000010133", "手机号多1位，应为11位")]
    [InlineData("05718800123", "手机号应以13到19开头")]
    [InlineData("154000010a3", "手机号只能是数字")]
    public void PhoneTrouble_counts_out_what_is_wrong(string phone, string sentence) =>
        Phones.MobileTrouble(phone)!.Value.Zh.ShouldBe(sentence);

    [Theory]
    [InlineData("154 0000 1013")]
    [InlineData("154-0000-1013")]
    [InlineData("+8615400001013")]
    public void PhoneTrouble_accepts_the_usual_ways_of_writing(string phone) => Phones.MobileTrouble(phone).ShouldBeNull();

    [Fact]
    public void WithPasted_keeps_what_the_pasted_text_does_not_say()
    {
        var form = (Filled with { Paste = "江苏省南京市鼓楼区汉口西路6号", Email = "a@b.example" }).WithPasted();
        (form.Name, form.Email, form.Province, form.City, form.District, form.Line, form.Paste)
            .ShouldBe(("陈思源", "a@b.example", "江苏省", "南京市", "鼓楼区", "汉口西路6号", ""));
    }
}
