using System.Security.Cryptography;
using System.Text;
using Guidan.Customers;
using Guidan.Kernel;
using Microsoft.AspNetCore.WebUtilities;

namespace Guidan.Web.Storefront;

/// <summary>One visitor's request: language and cart from the cookies, and the notice that the last answer left.</summary>
public sealed class Visit(Language language, PageFacts facts, ShopPages pages, CustomerSessions sessions, Caller caller, Sealer sealer)
{
    private const string LanguageCookie = "gd_lang";
    private const string CartCookie = "gd_cart";
    private const string NoticeCookie = "gd_said";

    private const string FormCookie = "gd_form";

    /// <summary>The field in which every form carries its token.</summary>
    public const string FormField = "form";

    private HttpContext http = null!;
    private string secret = "";

    /// <summary>
    /// Says that a form came from our own page: made from the visitor's cookie with the shop's key, so that every node
    /// knows it and nothing is stored.
    /// </summary>
    public string FormToken => sealer.Token("form", secret);

    /// <summary>The visitor's cart, or null when there is none.</summary>
    public string? Cart { get; private set; }

    public void Begin(HttpContext context)
    {
        http = context;
        var asked = context.Request.Query["lang"].ToString();
        if (asked is "zh" or "en") context.Response.Cookies.Append(LanguageCookie, asked, Options(TimeSpan.FromDays(365)));
        else asked = context.Request.Cookies[LanguageCookie];
        language.Tongue = asked switch { "en" => Tongue.En, "zh" => Tongue.Zh, _ => Text.TongueOf(context.Request.Headers.AcceptLanguage) };
        caller.Tongue = language.Tongue;
        Cart = context.Request.Cookies[CartCookie] is { Length: > 0 and <= 64 } cart ? cart : null;
        secret = context.Request.Cookies[FormCookie] ?? "";
        if (secret.Length is 0 or > 64)
        {
            secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            context.Response.Cookies.Append(FormCookie, secret, Options(TimeSpan.FromDays(90)));
        }
        facts.Path = context.Request.Path.Value ?? "/";
        facts.Query = string.Join('&', context.Request.Query.Where(q => q.Key != "lang")
            .SelectMany(q => q.Value.Select(v => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(v ?? "")}")));
    }

    /// <summary>Finds out whose account the visitor's cookie opens; nobody's for guests.</summary>
    public async Task Recognize()
    {
        if (SessionCookie.Customer.Read(http) is not { } cookie) return;
        await sessions.Recognize(cookie);
    }

    /// <summary>False when the form was not made by us for this visitor, or cannot be read at all.</summary>
    public async Task<bool> IsOurForm()
    {
        try
        {
            return http.Request.HasFormContentType
                && sealer.IsToken("form", secret, (await http.Request.ReadFormAsync())[FormField].ToString());
        }
        catch (Exception cause) when (cause is BadHttpRequestException or InvalidDataException or IOException)
        {
            return false;
        }
    }

    /// <summary>Reads what stands around the page, after the work of the request is done.</summary>
    public async Task Surround()
    {
        facts.Shop = await pages.Frame(Cart);
        facts.SignedIn = caller.CustomerId is not null;
        if (http.Request.Cookies[NoticeCookie] is not { } said) return;
        http.Response.Cookies.Delete(NoticeCookie);
        facts.Notice = Read(said);
    }

    public void Keep(string cart)
    {
        Cart = cart;
        http.Response.Cookies.Append(CartCookie, cart, Options(TimeSpan.FromDays(90)));
    }

    public void Forget()
    {
        Cart = null;
        http.Response.Cookies.Delete(CartCookie);
    }

    /// <summary>Leaves a sentence for the next page.</summary>
    public void Say(Text said) => http.Response.Cookies.Append(NoticeCookie,
        WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{said.Zh}\n{said.En}")), Options(TimeSpan.FromMinutes(1)));

    private static Text? Read(string said)
    {
        try
        {
            var both = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(said)).Split('\n');
            return both.Length == 2 ? new Text(both[0], both[1]) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private CookieOptions Options(TimeSpan age) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = age, Path = "/", IsEssential = true,
    };
}
