namespace Guidan.BrowserTests;

[Collection(InBrowser.Name)]
public sealed class StartTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("en-US", "en")]
    public async Task The_home_page_opens_in_the_language_of_the_visitor(string asked, string shown)
    {
        await using var visit = await browser.Open("/", asked);

        (await visit.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(shown);
        (await visit.Page.TitleAsync()).ShouldNotBeNullOrWhiteSpace();
        visit.ShouldBeWithoutTrouble();
        await visit.ShouldBeAccessible();
    }
}
