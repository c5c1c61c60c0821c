using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Tests.Channels;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("19.9", 1990)]
    [InlineData("19.90", 1990)]
    [InlineData("19.9900", 1999)]
    [InlineData("19,90", 1990)]
    [InlineData("¥1,299.00", 129900)]
    [InlineData("1.299,00 €", 129900)]
    [InlineData("1,299", 129900)]
    [InlineData("1,234,567.89", 123456789)]
    [InlineData("１９９", 19900)]
    [InlineData("￥68元", 6800)]
    [InlineData("0", 0)]
    [InlineData(".5", 50)]
    public void A_price_is_read_exactly(string text, long minor) => Figures.Price(text, "CNY").ShouldBe(minor);

    [Theory]
    [InlineData("")]
    [InlineData("ten")]
    [InlineData("-1")]
    [InlineData("1.005")]
    [InlineData("1E+3")]
    [InlineData("1,23,4")]
    [InlineData("1.2.3")]
    [InlineData("99999999999999999999999")]
    [InlineData("1 2 3 x")]
    public void What_is_no_price_is_none(string text) => Figures.Price(text, "CNY").ShouldBeNull();

    [Theory]
    [InlineData("1200", "JPY", 1200)]
    [InlineData("1.234", "KWD", 1234)]
    public void The_currency_says_how_fine_a_price_is(string text, string currency, long minor) =>
        Figures.Price(text, currency).ShouldBe(minor);

    [Theory]
    [InlineData("0.25", "kg", 250)]
    [InlineData(".3", "kg", 300)]
    [InlineData("310.4", "g", 310)]
    [InlineData("1", "lbs", 454)]
    [InlineData("2", "oz", 57)]
    public void A_weight_becomes_grams(string text, string unit, int grams) => Figures.Grams(text, unit).ShouldBe(grams);

    [Theory]
    [InlineData("12", 12L)]
    [InlineData("-3", -3L)]
    [InlineData("4.0", 4L)]
    [InlineData("1.5", null)]
    [InlineData("many", null)]
    public void Units_are_whole(string text, long? units) => Figures.Units(text).ShouldBe(units);

    [Fact]
    public void A_generated_sku_is_stable_readable_and_tells_choices_apart()
    {
        GeneratedSku.Of("classic-varsity-top", [new("", "Small")]).ShouldBe("CLASSIC-VARSITY-TOP_SMALL");
        GeneratedSku.Of("a-b", [new("", "c")]).ShouldNotBe(GeneratedSku.Of("a", [new("", "b c")]));
        GeneratedSku.Of("a", [new("", "A+")]).ShouldNotBe(GeneratedSku.Of("a", [new("", "A")]));
        GeneratedSku.Of("longjing", [new("50克", "")]).ShouldBe("LONGJING_50克");
        GeneratedSku.Of(new string('x', 100), []).Length.ShouldBeLessThanOrEqualTo(64);
    }

    [Theory]
    [InlineData("Tea", "", "Tea")]
    [InlineData("龙井 Longjing", "龙井 Longjing", "")]
    public void A_text_goes_to_the_language_that_it_is_in(string text, string zh, string en) =>
        Spoken.Of(text).ShouldBe(new Text(zh, en));
}
