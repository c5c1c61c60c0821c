using System.Text;
using Guidan.Catalog;

namespace Guidan.Tests.Catalog;

public sealed class AllowedHtmlTests
{
    [Theory]
    [InlineData("Plain & <b>bold</b>", "Plain &amp; <b>bold</b>")]
    [InlineData("two\nlines", "two<br>lines")]
    [InlineData("<script>alert(1)</script><p onclick=x style='a'>T</p>", "<p>T</p>")]
    [InlineData("<a href='javascript:alert(1)'>x</a>", "<a rel=\"nofollow noopener\">x</a>")]
    [InlineData("<a href='https://a.b/?q=\"><script>'>x</a>",
        "<a href=\"https://a.b/?q=&quot;&gt;&lt;script&gt;\" rel=\"nofollow noopener\">x</a>")]
    [InlineData("<a href='//evil.example'>x</a>", "<a rel=\"nofollow noopener\">x</a>")]
    [InlineData("<img src='data:text/html,x'><img src='/pictures/a.png' onerror=x alt='茶'>", "<img src=\"/pictures/a.png\" alt=\"茶\">")]
    [InlineData("<svg><p>x</p></svg><math><mi>y</mi></math>after", "<p>x</p>after")]
    [InlineData("<h1>Big</h1><font color=red>red</font>", "<h2>Big</h2>red")]
    [InlineData("<p>never closed<ul><li>one<li>two", "<p>never closed</p><ul><li>one</li><li>two</li></ul>")]
    [InlineData("", "")]
    public void Html_is_reduced_to_what_is_allowed(string html, string expected) => AllowedHtml.Of(html).ShouldBe(expected);

    [Fact]
    public void Html_nested_a_hundred_thousand_deep_does_no_harm()
    {
        var deep = "<p>tea</p>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "x";

        AllowedHtml.Of(deep).ShouldBe("<p>tea</p>" + string.Concat(Enumerable.Repeat("<div>", 41)) + string.Concat(Enumerable.Repeat("</div>", 41)));
        AllowedHtml.TextOf(deep).ShouldBe("tea");
    }

    [Fact]
    public void A_long_text_whose_elements_end_by_themselves_is_kept_whole()
    {
        var items = string.Concat(Enumerable.Repeat("<li>leaf<br>", 3_000));

        AllowedHtml.TextOf("<ul>" + items + "</ul>").Split(' ').Length.ShouldBe(3_000);
        AllowedHtml.TextOf(string.Concat(Enumerable.Repeat("<div>leaf</div>", 3_000))).Split(' ').Length.ShouldBe(3_000);
    }

    [Fact]
    public void What_was_reduced_once_stays_as_it_is()
    {
        var once = AllowedHtml.Of("<p>a &lt; b &amp; \"c\"</p><table><tr><td colspan=2>x</table><a href='/x?a=1&b=2'>l</a>");

        AllowedHtml.Of(once).ShouldBe(once);
    }
}

public sealed class SlugTests
{
    [Theory]
    [InlineData("Ocean Blue Shirt", "ocean-blue-shirt")]
    [InlineData("  Crème   Brûlée! ", "creme-brulee")]
    [InlineData("龙井 50克", "龙井-50克")]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("***", "")]
    public void Words_become_an_address(string words, string slug)
    {
        Slug.Of(words).ShouldBe(slug);
        if (slug.Length > 0) Slug.IsValid(slug).ShouldBeTrue();
    }
}

public sealed class PictureKindTests
{
    [Fact]
    public void A_picture_is_known_by_its_bytes()
    {
        PictureKind.Of(Png(640, 480)).ShouldBe(new("png", 640, 480));
        PictureKind.Of([.. "GIF89a"u8, 32, 0, 16, 0]).ShouldBe(new("gif", 32, 16));
        PictureKind.Of([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1, 0xFF, 0xC0, 0, 17, 8, 1, 0, 2, 0, 3]).ShouldBe(new("jpg", 512, 256));
        PictureKind.Of([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0]).ShouldBe(new("webp", 100, 50));
        PictureKind.Of(Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>")).ShouldBeNull();
        PictureKind.Of("<html><script>alert(1)</script></html>"u8).ShouldBeNull();
        PictureKind.Of([]).ShouldBeNull();
    }

    /// <summary>The smallest beginning that says what it is and how large.</summary>
    internal static byte[] Png(int width, int height) =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8,
        0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height, 8, 6, 0, 0, 0,
    ];
}
