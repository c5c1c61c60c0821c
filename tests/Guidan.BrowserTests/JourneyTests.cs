namespace Guidan.BrowserTests;

[Collection(InBrowser.Name)]
public sealed class JourneyTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("zh-CN", "发货")]
    [InlineData("en-US", "Ship")]
    public Task An_order_goes_from_the_shop_page_to_the_door(string language, string ship) =>
        new Journey(browser).Whole(language, ship, "/p/quick-cup");
}
